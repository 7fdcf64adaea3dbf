// The record of an indicator, made of that of its page.
import assert from "node:assert/strict";
import { test } from "node:test";

import { recordOf } from "../../theme/components/alat/rekaman.js";

const held = (text) => `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`;
const made = (text, title) => {
  const [start, rest] = recordOf(held(text), "surat-tepat-waktu", title).split(",");
  assert.equal(start, "data:text/plain;charset=utf-8");
  return decodeURIComponent(rest);
};

test("RIS: another title and address, all else as it was", () => {
  const page = [
    "TY  - GOVDOC",
    "AU  - Dinas Contoh",
    "TI  - Indikator Kinerja Individu: Sekretaris",
    "PY  - 2024",
    "M1  - UR  - 1",
    "UR  - https://iki.contoh.go.id/a/b/2024/sekretaris/",
    "Y2  - 2026/01/02",
    "ER  - ",
    "",
  ].join("\r\n");
  const title = "Indikator: Surat $& 100% (Sekretaris)";
  const own = page
    .replace("Indikator Kinerja Individu: Sekretaris", () => title)
    .replace("sekretaris/", "sekretaris/#surat-tepat-waktu");
  assert.equal(made(page, title), own);
});

test("BibTeX: a key of its own, and signs of LaTeX as text", () => {
  const page = [
    "@misc{a-b-2024-sekretaris,",
    "  author = {{Dinas Contoh}},",
    "  title = {Indikator Kinerja Individu: Sekretaris},",
    "  year = {2024},",
    "  url = {https://iki.contoh.go.id/a/b/2024/sekretaris/},",
    "  urldate = {2026-01-02}",
    "}",
    "",
  ].join("\n");
  assert.equal(
    made(page, "Indikator: Surat {x} 100% ~\\^ (Sekretaris)"),
    [
      "@misc{a-b-2024-sekretaris-surat-tepat-waktu,",
      "  author = {{Dinas Contoh}},",
      "  title = {{Indikator: Surat \\{x\\} 100\\% \\textasciitilde{}\\textbackslash{}\\textasciicircum{} (Sekretaris)}},",
      "  year = {2024},",
      "  url = {https://iki.contoh.go.id/a/b/2024/sekretaris/#surat-tepat-waktu},",
      "  urldate = {2026-01-02}",
      "}",
      "",
    ].join("\n"),
  );
});

test("BibTeX without the day of retrieval ends with the address", () => {
  const page = "@misc{a,\n  title = {X},\n  url = {https://x.go.id/}\n}\n";
  assert.equal(
    made(page, "Y"),
    "@misc{a-surat-tepat-waktu,\n  title = {{Y}},\n  url = {https://x.go.id/#surat-tepat-waktu}\n}\n",
  );
});
