import assert from "node:assert/strict";
import test from "node:test";

import { asHtml, asText, rowsOf } from "../../theme/components/alat/skp.js";

const position = {
  tujuan: [{ uraian: "Tanpa indikator" }],
  sasaran: [
    {
      uraian: "Surat terurus",
      indikator: [
        {
          id: "surat",
          nama: "Jumlah surat",
          rumus: { teks: "Jumlah surat" },
          target: { 2024: "90", "2024-tw1": "85" },
          satuan: "surat",
          sumber_data: ["Buku agenda", { teks: "Laporan:", butir: ["a", "b"] }],
          rincian: [{ id: "masuk", nama: "masuk" }],
        },
        { id: "lain", nama: "Lain", sumber_data_gabung: true },
      ],
    },
    { indikator: [{ id: "akhir", nama: "=1+1" }] },
  ],
};

test("a row for each indicator and each of its lines", () => {
  const sources = "Buku agenda; Laporan: a; b";
  assert.deepEqual(rowsOf(position), [
    ["Surat terurus", "Jumlah surat", "Jumlah surat", "2024: 90; 2024-tw1: 85", "surat", sources],
    ["Surat terurus", "Jumlah surat: masuk", "Jumlah surat", "", "surat", sources],
    ["Surat terurus", "Lain", "", "", "", sources],
    ["", "=1+1", "", "", "", ""],
  ]);
});

test("what looks like a formula stays a text", () => {
  const rows = [["=1+1", "-3", "- butir", "'a", "2,5"]];
  assert.equal(asText(rows), "'=1+1\t-3\t'- butir\t''a\t2,5");
});

test("no text is markup", () => {
  assert.equal(
    asHtml([['<b>&"', "=1"]]),
    "<table><tr><td>&lt;b&gt;&amp;&quot;</td><td>'=1</td></tr></table>",
  );
});
