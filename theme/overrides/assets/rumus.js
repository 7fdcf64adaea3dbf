// Numbers and formulas without a page. The tree of a formula is JSON and is walked with exact fractions
// of whole numbers, as Python does it, so that both give the same digits.

const DESIMAL = 10;
const BATAS = 10n ** 30n;
export const NOL = "penyebut bernilai nol";
export const BESAR = "hasil terlalu besar";

// A fraction is [numerator, denominator], the denominator above zero.
const tambah = ([a, b], [c, d]) => [a * d + c * b, b * d];
const negatif = ([a, b]) => [-a, b];
const kali = ([a, b], [c, d]) => [a * c, b * d];
const bagi = ([a, b], [c, d]) => {
  if (c === 0n) throw new RangeError(NOL);
  return c < 0n ? [-a * d, -b * c] : [a * d, b * c];
};
const kurang = (a, b) => tambah(a, negatif(b));
const lebihKecil = ([a, b], [c, d]) => a * d < c * b;
const mutlak = (n) => (n < 0n ? -n : n);

// Half away from zero, as people round.
const bulatkan = ([a, b]) => {
  const besar = (2n * mutlak(a) + b) / (2n * b);
  return a < 0n ? -besar : besar;
};

const dariTeks = (teks) => {
  const [bulat, pecahan = ""] = teks.split(".");
  return [BigInt(bulat + pecahan), 10n ** BigInt(pecahan.length)];
};

const FUNGSI = {
  Add: (...isi) => isi.reduce(tambah),
  Subtract: kurang,
  Multiply: kali,
  Divide: bagi,
  Negate: negatif,
  Min: (...isi) => isi.reduce((a, b) => (lebihKecil(b, a) ? b : a)),
  Max: (...isi) => isi.reduce((a, b) => (lebihKecil(a, b) ? b : a)),
  Round: (isi) => [bulatkan(isi), 1n],
};

const nilai = (pohon, unsur) => {
  if (typeof pohon === "number") return [BigInt(pohon), 1n];
  if (typeof pohon === "string") return unsur[pohon];
  if (!Array.isArray(pohon)) return dariTeks(pohon.num);
  const [nama, ...isi] = pohon;
  if (nama === "Mean") {
    const semua = isi[0].slice(1).map((satu) => nilai(satu, unsur));
    return bagi(semua.reduce(tambah), [BigInt(semua.length), 1n]);
  }
  return FUNGSI[nama](...isi.map((satu) => nilai(satu, unsur)));
};

// What generator/numbers.py says of numbers; tests/angka.json holds both to it.
const MAX_DIGITS = 15;
// No thousands begin with a zero: 0.125 is a decimal that was written the English way.
const NUMBER = /^-?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?$/;
const WITH_POINT = /^-?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)\.\d+$/;
// The blanks that Python strips, which are not those of trim().
const BLANKS = new Set(
  "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007" +
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
);
const OTHER_SIGN = { ".": ",", ",": "." };

const tidy = (text) => {
  let start = 0;
  let end = text.length;
  while (start < end && BLANKS.has(text[start])) start++;
  while (start < end && BLANKS.has(text[end - 1])) end--;
  return text.slice(start, end).replaceAll("\u2212", "-");
};
const isTooLong = (text) => text.replace(/\D/g, "").length > MAX_DIGITS;

// What a reader types -> a fraction, or null: 1.250 and 2,5, as Indonesians write.
export const baca = (teks) => {
  const rapi = tidy(teks);
  if (isTooLong(rapi) || !NUMBER.test(rapi)) return null;
  return dariTeks(rapi.replaceAll(".", "").replace(",", "."));
};

// Why a text is no number and what to type instead, or "" if it is one.
export const refusal = (text) => {
  const number = tidy(text);
  if (isTooLong(number)) return `Angka terlalu panjang: paling banyak ${MAX_DIGITS} digit.`;
  if (NUMBER.test(number)) return "";
  if (!WITH_POINT.test(number)) return "Tulis angka saja, misalnya 1.250 atau 2,5.";
  const remedy = number.replace(/[.,]/g, (sign) => OTHER_SIGN[sign]);
  return `Desimal memakai koma, bukan titik: tulis "${remedy}".`;
};

// A fraction -> text with at most so many decimals, and whether something was cut off.
export const tulis = (pecahan, desimal) => {
  const skala = 10n ** BigInt(desimal);
  const angka = bulatkan(kali(pecahan, [skala, 1n]));
  const digit = String(mutlak(angka)).padStart(desimal + 1, "0");
  const bulat = digit.slice(0, -desimal).replace(/\B(?=(\d{3})+$)/g, ".");
  const sisa = digit.slice(-desimal).replace(/0+$/, "");
  const teks = (angka < 0n ? "-" : "") + bulat + (sisa ? `,${sisa}` : "");
  return { teks, tepat: angka * pecahan[1] === pecahan[0] * skala };
};

export const hitungTepat = (pohon, unsur) => {
  const hasil = nilai(pohon, unsur);
  if (mutlak(hasil[0]) >= BATAS * hasil[1]) throw new RangeError(BESAR);
  return hasil;
};

// The value as text, or why there is none.
export const hitung = (pohon, unsur) => {
  try {
    return tulis(hitungTepat(pohon, unsur), DESIMAL).teks;
  } catch (galat) {
    if (galat instanceof RangeError) return galat.message;
    throw galat;
  }
};

// The words of an address, whatever bytes it carries.
const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

// A shared calculation, #hitung:id;name=number;name=number, or null. What stands behind # never
// reaches a server.
export const shared = (hash) => {
  const [start, ...pairs] = decoded(hash.slice(1)).split(";");
  if (!start.startsWith("hitung:")) return null;
  const numbers = pairs.map((pair) => /^([^=]+)=(.*)$/s.exec(pair)).filter(Boolean);
  return { id: start.slice("hitung:".length), numbers: numbers.map(([, name, text]) => [name, text]) };
};
