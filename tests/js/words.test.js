// No script has words of its own for a reader: ESLint refuses them.
import assert from "node:assert/strict";
import { test } from "node:test";

import { ESLint } from "eslint";

const lint = new ESLint();
const faults = async (text) => {
  const [{ messages }] = await lint.lintText(text, { filePath: "theme/coba.js" });
  return messages.filter(({ ruleId }) => ruleId === "no-restricted-syntax").length;
};

for (const text of [
  'alert("Disalin");',
  'alert("tidak dapat disalin");',
  "alert(`Tidak ada yang cocok dengan ${query}.`);",
  "alert(`${count} halaman cocok`);",
  'alert("Éditer");',
]) {
  test(`${text} is refused`, async () => assert.equal(await faults(text), 1));
}

for (const text of [
  'find("a, [data-laci-tutup]");',
  "show(`${result} ≈ ${text}`);",
  'await import("./rumus.js");',
  "const WORDS = /Dua kata/u;",
]) {
  test(`${text} is not for a reader`, async () => assert.equal(await faults(text), 0));
}
