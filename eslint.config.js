// What ESLint asks of the scripts of the site and of their tests.
import js from "@eslint/js";
import globals from "globals";

const strict = {
  "array-callback-return": "error",
  curly: ["error", "multi-line"],
  "default-case-last": "error",
  eqeqeq: "error",
  "no-alert": "error",
  "no-eval": "error",
  "no-implicit-globals": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-param-reassign": "error",
  "no-script-url": "error",
  "no-shadow": "error",
  "no-throw-literal": "error",
  "no-unused-expressions": "error",
  "no-useless-concat": "error",
  "no-use-before-define": ["error", { functions: false, variables: false }],
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": "error",
  "prefer-rest-params": "error",
  "prefer-spread": "error",
  "prefer-template": "error",
  "require-atomic-updates": "off",
  "require-await": "error",
};
// None of them makes markup out of text, and none loads from another host.
const noMarkup = ["innerHTML", "outerHTML", "insertAdjacentHTML", "write", "writeln"];

// Words that a reader sees come with KATA, for which the build writes those of the theme: neither a
// capitalised word nor two words in a row stand in a script.
const WORDS = "/\\p{Lu}\\p{Ll}|\\p{L}{2} \\p{L}{2}/u";
const message = "Words for a reader stand in theme/words/id.yml; a script names them: KATA.group.word.";
const noWords = [`Literal[value=${WORDS}]`, `TemplateElement[value.raw=${WORDS}]`];

export default [
  { ignores: ["build/", "site/", ".venv/", "node_modules/", "content/"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2024, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: strict,
  },
  {
    files: ["theme/**/*.js"],
    languageOptions: { globals: { ...globals.browser, KATA: "readonly" } },
    rules: {
      "no-restricted-properties": ["error", ...noMarkup.map((property) => ({ property }))],
      "no-restricted-syntax": ["error", ...noWords.map((selector) => ({ selector, message }))],
      "max-lines-per-function": ["error", { max: 45, skipComments: true, skipBlankLines: true }],
    },
  },
  {
    files: ["theme/components/kepala/*.js"],
    languageOptions: { sourceType: "script" },
    rules: { "no-implicit-globals": "off" },
  },
  { files: ["tests/**/*.js", "scripts/*.js", "*.config.js"], languageOptions: { globals: globals.node } },
];
