// A record for programs that keep references, of an indicator: that of its page with another title and
// another address. What is left (who published it, number, day) is the same.

const NAMED = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
const inBibtex = (text) => text.replace(/[\\~^{}%#$&_]/gu, (sign) => NAMED[sign] ?? `\\${sign}`);

const changed = (text, id, title) =>
  text
    .replace(/^TI {2}- .*$/mu, () => `TI  - ${title}`)
    .replace(/^UR {2}- .*$/mu, (line) => `${line}#${id}`)
    .replace(/^@misc\{[^,]*/u, (start) => `${start}-${id}`)
    .replace(/^ {2}title = .*$/mu, () => `  title = {{${inBibtex(title)}}},`)
    .replace(/^ {2}url = \{.*(?=\},?$)/mu, (line) => `${line}#${id}`);

// From the address of the page's record, which holds it, to that of the indicator's.
export const recordOf = (href, id, title) => {
  const start = href.indexOf(",") + 1;
  const text = changed(decodeURIComponent(href.slice(start)), id, title);
  return href.slice(0, start) + encodeURIComponent(text);
};
