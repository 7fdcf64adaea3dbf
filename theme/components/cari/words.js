// The words of a text, as `words.py` has them: tests/kata.json holds both to one table.
export const wordsOf = (text) =>
  text
    .replace(/['’‘‛`´′ʹʻʼʾʿ＇]/gu, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
