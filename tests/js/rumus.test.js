// Numbers, formulas and shared calculations, without a page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

import { calculate, readNumber, refusal, shared } from "../../theme/components/alat/rumus.js";

const table = JSON.parse(readFileSync(new URL("../angka.json", import.meta.url), "utf-8"));

const NO_NUMBER = { why: "bukan" };
const TOO_LONG = { why: "panjang" };

// 1234.50 -> [123450, 100], as a fraction in whole numbers.
const fraction = (text) => {
  const [whole, decimals = ""] = text.split(".");
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
};

const isRefused = (text, expected) => {
  assert.equal(readNumber(text), null, text);
  assert.deepEqual(refusal(text), expected, text);
};

describe("numbers, by the table that Python reads too", () => {
  test("what is read", () => {
    for (const [text, value] of Object.entries(table.dibaca)) {
      assert.deepEqual(readNumber(text), fraction(value), text);
      assert.equal(refusal(text), null, text);
    }
  });
  test("a decimal point is refused with what to type", () => {
    for (const [text, remedy] of Object.entries(table.titik)) {
      isRefused(text, { why: "titik", remedy });
      assert.notEqual(readNumber(remedy), null, remedy);
    }
  });
  test("what is no number", () => {
    for (const text of Object.keys(table.bukan)) isRefused(text, NO_NUMBER);
    isRefused(" ".repeat(1_000_000), NO_NUMBER);
    isRefused(`1${" ".repeat(1_000_000)}2`, NO_NUMBER);
  });
  test("what is too long", () => {
    for (const text of [...table.panjang, "9".repeat(100_000)]) isRefused(text, TOO_LONG);
  });
});

const list = (...whole) => whole.map((each) => [BigInt(each), 1n]);
const at = (name) => ["At", name, "i"];
const over = (tree) => ["Tabulate", ["Function", tree, "i"], ["Length", "P"]];

describe("formulas", () => {
  const given = { A: [7n, 1n], B: [2n, 1n], N: [0n, 1n], M: [-5n, 2n], P: list(1, 2, 3), Q: list(4, 5, 6), R: list(7, 8), L: list(...Array(98).fill(2)) };
  const cases = [
    [["Divide", "A", "B"], "3,5"],
    [["Multiply", ["Divide", "A", 3], 100], "233,3333333333"],
    [["Subtract", "B", "A"], "-5"],
    [["Negate", "M"], "2,5"],
    [["Round", "M"], "-3"],
    [["Round", { num: "2.4999" }], "2"],
    [["Add", "A", "B", { num: "0.125" }], "9,125"],
    [["Mean", ["List", "A", "B", "N"]], "3"],
    [["Min", "A", "B", "M"], "-2,5"],
    [["Max", "A", "B", "M"], "7"],
    [["Multiply", 1_000_000, { num: "1234.5" }], "1.234.500.000"],
    [["Divide", "A", "N"], "nol"],
    [["Sqrt", "B"], "1,4142135624"],
    [["Sqrt", ["Divide", "B", 8]], "0,5"],
    [["Sqrt", "N"], "0"],
    [["Sqrt", "M"], "akar"],
    [["Sqrt", 1e15], "31.622.776,6016837933"],
    [["Sum", over(["Multiply", at("P"), at("Q")])], "32"],
    [["Mean", over(at("P"))], "2"],
    [["Add", ["Sum", over(at("P"))], ["Min", ["Sum", over(at("Q"))], 1]], "7"],
    [["Min", over(["Subtract", "A", at("Q")])], "1"],
    [["Max", over(at("Q"))], "6"],
    [["Sum", over(["Max", at("P"), "B"])], "7"],
    [["Sum", over(["Mean", ["List", at("P"), at("Q")]])], "10,5"],
    [["Sum", over(["Subtract", at("P"), ["Mean", over(at("P"))]])], "0"],
    [["Sum", over(["Multiply", at("P"), ["Sum", over(at("R"))]])], "90"],
    [["Sum", over(["Multiply", at("P"), at("R")])], "banyak"],
    [["Sum", over(["Divide", at("P"), ["Sum", over(at("L"))]])], "0,0306122449"],
    [["Sum", over(["Divide", at("P"), ["Sum", over(["Add", at("L"), 1])]])], "rumit"],
    [["Divide", "N", "A"], "0"],
    [["Multiply", ["Multiply", 1e15, 1e14], 9], "900.000.000.000.000.000.000.000.000.000"],
    [["Multiply", ["Multiply", 1e15, 1e14], 10], "besar"],
  ];
  for (const [tree, shown] of cases) {
    test(JSON.stringify(tree), () => assert.equal(calculate(tree, given), shown));
  }
  test("a tree of what is not known is a fault of ours, and is not hidden", () => {
    assert.throws(() => calculate(["Power", "A", "B"], given), TypeError);
  });
});

describe("a shared calculation survives any address", () => {
  const cases = [
    ["", null],
    ["#", null],
    ["#100%", null],
    ["#%E0%A4%A", null],
    ["#buku-laporan", null],
    ["#hitung:", { id: "", numbers: [] }],
    ["#hitung:ikpp;IKM=86,25;IPP=4,12", { id: "ikpp", numbers: [["IKM", "86,25"], ["IPP", "4,12"]] }],
    ["#hitung:ikpp;IKM=%E2%88%921", { id: "ikpp", numbers: [["IKM", "\u22121"]] }],
    ["#hitung:mutu;P=1|2,5|3", { id: "mutu", numbers: [["P", "1;2,5;3"]] }],
    ["#hitung:ikpp;IKM=100%", { id: "ikpp", numbers: [["IKM", "100%"]] }],
    ["#hitung:ikpp;IKM;=5;;IPP=1=2", { id: "ikpp", numbers: [["IPP", "1=2"]] }],
    ["#hitung:a\"]b;x=\n1", { id: 'a"]b', numbers: [["x", "\n1"]] }],
  ];
  for (const [hash, expected] of cases) {
    test(JSON.stringify(hash), () => assert.deepEqual(shared(hash), expected));
  }
});
