// Numbers and formulas without a page. The tree of a formula is JSON and is walked with exact fractions
// of whole numbers, as Python does it, so that both give the same digits. Why something is refused is a
// key; its words are the page's.

const DECIMALS = 10;
const LIMIT = 10n ** 30n;

const ROOT_SCALE = 10n ** 60n;
const MAX_PARTS = 10_000;
export const MOST_MEMBERS = 100;

// Why there is no value: "nol", "besar", "akar", "banyak" or "rumit".
export class NoValueError extends Error {}

// A fraction is [numerator, denominator], the denominator above zero.
const add = ([a, b], [c, d]) => [a * d + c * b, b * d];
const negate = ([a, b]) => [-a, b];
const multiply = ([a, b], [c, d]) => [a * c, b * d];
const divide = ([a, b], [c, d]) => {
  if (c === 0n) throw new NoValueError("nol");
  return c < 0n ? [-a * d, -b * c] : [a * d, b * c];
};
const subtract = (a, b) => add(a, negate(b));
const isLess = ([a, b], [c, d]) => a * d < c * b;
const absolute = (n) => (n < 0n ? -n : n);

// Half away from zero, as people round.
const round = ([a, b]) => {
  const size = (2n * absolute(a) + b) / (2n * b);
  return a < 0n ? -size : size;
};

// The whole root, by Newton's way from above.
const wholeRoot = (n) => {
  if (n < 2n) return n;
  let root = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (root + n / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
};
const squareRoot = ([a, b]) => {
  if (a < 0n) throw new NoValueError("akar");
  return [wholeRoot((a * ROOT_SCALE ** 2n) / b), ROOT_SCALE];
};

const fractionOf = (text) => {
  const [whole, decimals = ""] = text.split(".");
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
};

// Several numbers, or one list of them.
const isList = (value) => Array.isArray(value[0]);
const listed = (items) => (isList(items[0]) ? items[0] : items);

const FUNCTIONS = {
  Add: (...items) => items.reduce(add),
  Subtract: subtract,
  Multiply: multiply,
  Divide: divide,
  Negate: negate,
  List: (...items) => items,
  Sum: (items) => items.reduce(add),
  Mean: (items) => divide(items.reduce(add), [BigInt(items.length), 1n]),
  Min: (...items) => listed(items).reduce((a, b) => (isLess(b, a) ? b : a)),
  Max: (...items) => listed(items).reduce((a, b) => (isLess(a, b) ? b : a)),
  Round: (item) => [round(item), 1n],
  Sqrt: squareRoot,
};

// Asks a tree by its kind: a leaf, one of those named, or any other.
const ask = (tree, { leaf, kinds, other }, ...rest) => {
  if (!Array.isArray(tree)) return leaf;
  const [name, ...items] = tree;
  return (kinds[name] ?? other)(items, ...rest);
};

// The variables that a function runs over, but for those of a function inside.
const running = (tree) => ask(tree, RUNNING);
const RUNNING = {
  leaf: [],
  other: (items) => items.flatMap(running),
  kinds: { At: ([name]) => [name], Tabulate: () => [] },
};

// How many parts are worked out, with each member of the sets written out.
const partsOf = (tree, members) => ask(tree, PARTS, members);
const allParts = (items, members) => items.reduce((sum, item) => sum + partsOf(item, members), 0);
const PARTS = {
  leaf: 1,
  other: (items, members) => 1 + allParts(items, members),
  kinds: {
    At: () => 1,
    List: allParts,
    Tabulate: ([[, inner]], members) => members * partsOf(inner, members),
  },
};
const mostMembers = (values) =>
  Math.max(1, ...Object.values(values).map((value) => (isList(value) ? value.length : 1)));

// ["Tabulate", ["Function", tree, index], length]: the value of a tree for each member of a set.
const tabulate = ([[, inner]], values) => {
  const lengths = new Set(running(inner).map((name) => values[name].length));
  if (lengths.size !== 1) throw new NoValueError("banyak");
  return Array.from({ length: [...lengths][0] }, (_, place) => valueOf(inner, values, place));
};
const OF_SETS = { At: ([name], values, place) => values[name][place], Tabulate: tabulate };

// The value, at a place in the set that a function runs over.
const valueOf = (tree, values, place) => {
  if (typeof tree === "number") return [BigInt(tree), 1n];
  if (typeof tree === "string") return values[tree];
  if (!Array.isArray(tree)) return fractionOf(tree.num);
  const [name, ...items] = tree;
  if (name in OF_SETS) return OF_SETS[name](items, values, place);
  return FUNCTIONS[name](...items.map((item) => valueOf(item, values, place)));
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
export const readNumber = (text) => {
  const number = tidy(text);
  if (isTooLong(number) || !NUMBER.test(number)) return null;
  return fractionOf(number.replaceAll(".", "").replace(",", "."));
};

// Several numbers, parted by semicolons -> fractions, or null.
export const readNumbers = (text) => {
  const numbers = text.split(";").map(readNumber);
  return numbers.includes(null) || numbers.length > MOST_MEMBERS ? null : numbers;
};

// Why a text is no number ("panjang", "bukan", or "titik" with what to type instead), or null if it
// is one.
export const refusal = (text) => {
  const number = tidy(text);
  if (isTooLong(number)) return { why: "panjang" };
  if (NUMBER.test(number)) return null;
  if (!WITH_POINT.test(number)) return { why: "bukan" };
  return { why: "titik", remedy: number.replace(/[.,]/g, (sign) => OTHER_SIGN[sign]) };
};

// A fraction -> text with at most so many decimals, and whether nothing was cut off.
export const writeNumber = (fraction, decimals) => {
  const scale = 10n ** BigInt(decimals);
  const scaled = round(multiply(fraction, [scale, 1n]));
  const digits = String(absolute(scaled)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, -decimals).replace(/\B(?=(\d{3})+$)/g, ".");
  const rest = digits.slice(-decimals).replace(/0+$/, "");
  const text = (scaled < 0n ? "-" : "") + whole + (rest ? `,${rest}` : "");
  return { text, isExact: scaled * fraction[1] === fraction[0] * scale };
};

export const calculateExactly = (tree, values) => {
  if (partsOf(tree, mostMembers(values)) > MAX_PARTS) throw new NoValueError("rumit");
  const result = valueOf(tree, values, 0);
  if (absolute(result[0]) >= LIMIT * result[1]) throw new NoValueError("besar");
  return result;
};

// The value as text, or why there is none.
export const calculate = (tree, values) => {
  try {
    return writeNumber(calculateExactly(tree, values), DECIMALS).text;
  } catch (error) {
    if (error instanceof NoValueError) return error.message;
    throw error;
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

// A shared calculation, #hitung:id;name=number;name=number|number, or null. What stands behind # never
// reaches a server.
export const shared = (hash) => {
  const [start, ...pairs] = decoded(hash.slice(1)).split(";");
  if (!start.startsWith("hitung:")) return null;
  const numbers = pairs.map((pair) => /^([^=]+)=(.*)$/s.exec(pair)).filter(Boolean);
  const given = numbers.map(([, name, text]) => [name, text.replaceAll("|", ";")]);
  return { id: start.slice("hitung:".length), numbers: given };
};
