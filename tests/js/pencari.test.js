// From a query to its terms, from what was found to an order, from keys to the words of a choice.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

import { labels, ranked, Vocabulary, wordsOf } from "../../theme/components/cari/pencari.js";

const table = JSON.parse(readFileSync(new URL("../kata.json", import.meta.url), "utf-8"));

test("the words of a text are those of the vocabulary: one that only one of both knows is never found", () => {
  for (const { teks, kata } of table) assert.deepEqual(wordsOf(teks), kata, teks);
});

const words = new Vocabulary({
  kata: {
    akta: 9, anggaran: 4, disusun: 6, kabupaten: 30, kelahiran: 5, keluarga: 7, kematian: 5, kepegawaian: 8,
    keuangan: 20, ktp: 12, laporan: 40, menyusun: 3, pegawai: 15, pelayanan: 25, penyusunan: 10, sopir: 1,
    surat: 30, usun: 1,
  },
  istilah: [
    ["KTP-el", "Kartu Tanda Penduduk elektronik", "e-KTP"],
    ["pengemudi", "sopir"],
  ],
});

const variants = (query) => words.terms(query).map((term) => [...term.keys()]);

describe("a query becomes terms", () => {
  test("stop words are left out, unless there is nothing else", () => {
    assert.deepEqual(variants("siapa yang mengurus surat").map(([first]) => first), ["surat"]);
    assert.deepEqual(variants("yang di").map(([first]) => first), ["yang", "di"]);
    assert.deepEqual(words.terms("???"), []);
    assert.deepEqual(words.terms(""), []);
  });
  test("a word brings its family", () => {
    const [family] = variants("menyusun");
    assert.equal(family[0], "menyusun");
    assert.ok(family.includes("disusun") && family.includes("penyusunan"), family);
  });
  test("a term brings its other names, over several words too", () => {
    for (const query of ["e-KTP", "kartu tanda penduduk elektronik", "KTP-el"]) {
      const [names, ...others] = variants(query);
      assert.deepEqual(others, [], query);
      assert.deepEqual(new Set(names), new Set(["ktp el", "kartu tanda penduduk elektronik", "e ktp"]), query);
    }
  });
  test("an error of one letter, a missing one, and two that are swapped", () => {
    for (const query of ["keuanhan", "keungan", "keaungan"]) {
      assert.ok(variants(query)[0].includes("keuangan"), query);
    }
  });
  test("the beginning of a word stands for it", () => {
    assert.ok(variants("keua")[0].includes("keuangan"));
    assert.deepEqual(variants("ke").flat(), ["ke"]);
  });
  test("a word is asked for once", () => assert.equal(words.terms("surat surat SURAT").length, 1));
  test("a word that is a property of every object", () => {
    assert.deepEqual(variants("constructor __proto__").length > 0, true);
  });
});

describe("what was found becomes an order", () => {
  const found = (...pairs) => new Map(pairs.map(([id, value]) => [id, { value, result: { id } }]));
  test("a page with every term stands before pages with one", () => {
    const order = ranked([found(["a", 1], ["b", 0.9]), found(["b", 0.9], ["c", 1])], 100);
    assert.equal(order[0].id, "b");
  });
  test("what is rare weighs more", () => {
    const many = Array.from({ length: 50 }, (_, i) => [`n${i}`, 1]);
    const order = ranked([found(...many), found(["x", 1])], 100);
    assert.equal(order[0].id, "x");
  });
  test("equals are ordered by their id, whatever order they came in", () => {
    const order = ranked([found(["b", 1], ["a", 1])], 10);
    assert.deepEqual(order.map(({ id }) => id), ["a", "b"]);
  });
  test("nothing", () => {
    assert.deepEqual(ranked([], 10), []);
    assert.deepEqual(ranked([new Map()], 10), []);
  });
});

describe("the words of a choice", () => {
  const pemda = { "kab-a": "Kabupaten A", "kab-b": "Kabupaten B", "kab-b-2": "Kabupaten B" };
  const told = (names) => Object.fromEntries(labels(names, pemda));
  test("a name of its own stays", () => {
    const names = { "kab-a/rsud": 'RSUD "Ngudi Waluyo"', "kab-a/dinas": "Dinas" };
    assert.deepEqual(told(names), names);
  });
  test("agencies of one name are told apart by their pemda", () => {
    assert.deepEqual(told({ "kab-a/dinas": "Dinas", "kab-b/dinas": "Dinas", "kab-b/badan": "Badan" }), {
      "kab-a/dinas": "Dinas, Kabupaten A",
      "kab-b/dinas": "Dinas, Kabupaten B",
      "kab-b/badan": "Badan",
    });
  });
  test("agencies of one name in one pemda, and pemda of one name, by their keys", () => {
    assert.deepEqual(told({ "kab-a/satu": "Dinas", "kab-a/dua": "Dinas" }), {
      "kab-a/satu": "Dinas, Kabupaten A (kab-a/satu)",
      "kab-a/dua": "Dinas, Kabupaten A (kab-a/dua)",
    });
    assert.deepEqual(Object.fromEntries(labels({ "kab-b": "Kabupaten B", "kab-b-2": "Kabupaten B" })), {
      "kab-b": "Kabupaten B (kab-b)",
      "kab-b-2": "Kabupaten B (kab-b-2)",
    });
  });
});
