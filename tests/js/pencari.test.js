// From a query to its terms, from what was found to an order, from keys to the words of a choice.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

import { ofPage, sections } from "../../theme/components/cari/excerpts.js";
import { labels, ranked, Vocabulary } from "../../theme/components/cari/pencari.js";
import { wordsOf } from "../../theme/components/cari/words.js";

const table = JSON.parse(readFileSync(new URL("../kata.json", import.meta.url), "utf-8"));

test("the words of a text are those of the index: one that only one of both knows is never found", () => {
  for (const { teks, kata } of table) assert.deepEqual(wordsOf(teks), kata, teks);
});

const words = new Vocabulary(
  {
    istilah: [
      ["KTP-el", "Kartu Tanda Penduduk elektronik", "e-KTP"],
      ["pengemudi", "", "sopir"],
      ["Kepala Bidang", "", "kabid"],
    ],
    saringan: {
      pemda: { "kab-a": "Kabupaten Contoh", "kota-b": "Kota Lain" },
      instansi: { "kab-a/dinas": "Dinas Komunikasi", "kab-a/kec": "Kecamatan Kesamben", "kota-b/dinas": "Dinas Komunikasi" },
    },
    sebutan: { "kab-a": ["Contoh", "Kab Contoh"], "kota-b": ["Lain"], "kab-a/kec": ["Kesamben"] },
    henti: ["di", "mengurus", "siapa", "yang", "apa", "itu"],
    ringan: ["daftar"],
  },
  {
    kata: {
      akta: 9, data: 30, center: 5, keuangan: { keuangan: 20 }, ktp: 12, lapor: { laporan: 40, melaporkan: 3 }, sekertaris: 1,
      sekretaris: 15, susun: { disusun: 6, menyusun: 3, penyusunan: 10 }, sopir: 1, surat: 30, kelola: { pengelola: 9 },
      olah: { pengolah: 4 },
    },
  },
);
const variants = (query, options) => words.read(query, options).terms.map(({ variants: each }) => [...each.keys()]);

describe("a query becomes terms", () => {
  test("stop words are left out, unless there is nothing else", () => {
    assert.deepEqual(variants("siapa yang mengurus surat").map(([first]) => first), ["surat"]);
    assert.deepEqual(variants("yang di").map(([first]) => first), ["yang", "di"]);
    assert.deepEqual(variants("???"), []);
    assert.deepEqual(variants(""), []);
  });
  test("a word brings its family, which is looked up", () => {
    assert.deepEqual(variants("menyusun"), [["menyusun", "penyusunan", "disusun"]]);
  });
  test("a term brings its other names, over several words too", () => {
    for (const query of ["e-KTP", "kartu tanda penduduk elektronik", "KTP-el", "ektp"]) {
      const [names, ...others] = variants(query);
      assert.deepEqual(others, [], query);
      for (const name of ["ktp el", "kartu tanda penduduk elektronik", "e ktp"]) assert.ok(names.includes(name), query);
    }
  });
  test("an error of one letter, a missing one, and two that are swapped are told", () => {
    for (const query of ["keuanhan", "keungan", "keaungan"]) {
      assert.ok(variants(query)[0].includes("keuangan"), query);
      assert.deepEqual(words.read(query).corrected, [[query, "keuangan"]]);
      assert.deepEqual(variants(query, { asTyped: true }), [[query]]);
    }
  });
  test("a near spelling that is another word is left alone", () => {
    assert.deepEqual(variants("pengolah"), [["pengolah"]]);
    assert.deepEqual(words.read("pengelola").corrected, []);
  });
  test("an error that a decree has too brings the word that many have", () => {
    assert.deepEqual(words.read("sekertaris").corrected, [["sekertaris", "sekretaris"]]);
  });
  test("the beginning of a word stands for it", () => {
    assert.ok(variants("keua")[0].includes("keuangan"));
    assert.deepEqual(words.read("keua").corrected, []);
  });
  test("two words that are written as one", () => assert.ok(variants("datacenter")[0].includes("data center")));
  test("a word is asked for once", () => assert.equal(words.read("surat surat SURAT").terms.length, 1));
  test("a word that is a property of every object", () => {
    assert.equal(variants("constructor __proto__").length, 2);
  });
  test("a decree's number", () => {
    assert.ok(words.read("188/09/415.69/2024").isNumber);
    assert.ok(!words.read("laporan 2024").isNumber);
  });
});

describe("a place", () => {
  const places = (query) => words.read(query).places;
  test("is what a pemda or an agency is called, and no word to look for", () => {
    assert.deepEqual(places("akta contoh"), ["kab-a"]);
    assert.deepEqual(variants("akta contoh"), [["akta"]]);
    assert.deepEqual(places("akta"), []);
  });
  test("of two names is the agency in the pemda", () => {
    assert.deepEqual(places("dinas komunikasi"), ["kab-a/dinas", "kota-b/dinas"]);
    assert.deepEqual(places("dinas komunikasi kab contoh"), ["kab-a/dinas"]);
    assert.deepEqual(places("kesamben contoh"), ["kab-a/kec"]);
    assert.deepEqual(places("kesamben lain").toSorted(), ["kab-a/kec", "kota-b"]);
  });
});

test("a term of the glossary is answered, also in a question; another name without a meaning is not", () => {
  assert.deepEqual(words.meaning("apa itu e-KTP"), ["KTP-el", "Kartu Tanda Penduduk elektronik"]);
  assert.deepEqual(words.meaning("kabid"), []);
  assert.deepEqual(words.meaning("operator KTP-el"), []);
});

describe("what was found becomes an order", () => {
  const found = (...pairs) => ({ label: "x", pages: new Map(pairs.map(([id, value]) => [id, { value }])) });
  const ids = (order) => order.map(({ id }) => id);
  test("a page with every term stands before pages with one", () => {
    assert.equal(ids(ranked([found([1, 1], [2, 0.9]), found([2, 0.9], [3, 1])], 100))[0], 2);
  });
  test("what is rare weighs more", () => {
    const many = Array.from({ length: 50 }, (_, i) => [i, 1]);
    assert.equal(ids(ranked([found(...many), found([99, 1])], 100))[0], 99);
  });
  test("what else there is about a page decides", () => {
    assert.deepEqual(ids(ranked([found([1, 1], [2, 0.9])], 10, (id) => (id === 2 ? 1 : 0.5))), [2, 1]);
  });
  test("equals are ordered by their number", () => assert.deepEqual(ids(ranked([found([2, 1], [1, 1])], 10)), [1, 2]));
  test("nothing", () => {
    assert.deepEqual(ranked([], 10), []);
    assert.deepEqual(ranked([found()], 10), []);
  });
});

describe("what is shown of a page", () => {
  const page = {
    judul: "Seksi Akta",
    isi: "Seksi Akta Dinas Contoh. Jumlah surat Surat masuk / surat keluar × 100%. Jumlah akta Akta lahir.",
    bagian: [["surat", "Jumlah surat", 4], ["akta", "Jumlah akta", 13]],
  };
  const text = (parts) => parts.map(([word, isMark]) => (isMark ? `*${word}*` : word)).join(" ");
  test("the indicators that have the words", () => {
    const [first, ...others] = sections(page, new Set(["surat"]));
    assert.deepEqual(others, []);
    assert.equal(first.id, "surat");
    assert.equal(text(first.parts), "*Surat* masuk / *surat* keluar × 100%.");
  });
  test("else the place where they stand, but for the name above", () => {
    assert.deepEqual(ofPage({ ...page, isi: "Seksi Akta Dinas" }, new Set(["seksi"])), []);
    assert.ok(text(ofPage(page, new Set(["contoh"]))).startsWith("Dinas *Contoh.*"));
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
