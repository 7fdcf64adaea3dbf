// Prints what the site uses of Material's style sheet, which is the argument: `make trim` writes it
// to theme/components/material/material.css whenever Material is another.
import { readFileSync } from "node:fs";
import { argv, stdout } from "node:process";
import { PurgeCSS } from "purgecss";

// What the frame has of Material: `base.html` around our blocks, and its blocks for notices
// (`announce`, `outdated`), which our frame leaves open.
const FRAME = `
  no-js md-skip md-toggle md-overlay md-grid md-container md-main md-main__inner md-dialog
  md-dialog__inner md-typeset md-banner md-banner--warning md-banner__inner md-banner__button md-icon`;
// What the extension for headings may add to every page.
const EXTENSIONS = "headerlink";
// Elements of our pages, and all that an owner's Markdown may hold, whose classes are left out
// (`generator/source/markdown.py`).
const ELEMENTS = `
  html body header main footer nav aside article section dialog form label input button select
  fieldset legend textarea output time mark math svg
  a abbr address b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure
  h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q s small span strong sub summary sup table tbody td
  tfoot th thead tr u ul`;
const ATTRIBUTES = "dir ltr rtl hidden open type class";

const HEAD = "/* What is used of Material for MkDocs, copyright Martin Donath and contributors, MIT license.";

// Whoever is given the files of the theme can read them a rule a line.
const inLines = (css) => css.replaceAll("}", "}\n").replaceAll(/\n+/g, "\n");

const raw = [FRAME, EXTENSIONS, ELEMENTS, ATTRIBUTES].join(" ");
const whole = readFileSync(argv[2], "utf8").replace(/\/\*# sourceMappingURL=.*?\*\//, "");
const [{ css }] = await new PurgeCSS().purge({
  content: [{ raw, extension: "txt" }],
  css: [{ raw: whole }],
  keyframes: true,
  variables: true,
});
// Left over are rules that lost all that they held; and the letters of a file are named at its very
// beginning, where this one does not stand.
const used = css.replaceAll(/(?<=\}|^)[^{}]*\{\}|@charset "[^"]*";/g, "");
stdout.write(`${HEAD}\n   Made by \`make trim\`. */\n${inLines(used).trimEnd()}\n`);
