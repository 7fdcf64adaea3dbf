// Numbers and formulas without a page. The tree of a formula is JSON and is walked with exact fractions
// of whole numbers, as Python does it, so that both give the same digits. Why something is refused is a
// key; its words are the page's.

const DECIMALS = 10;
const LIMIT = 10n ** 30n;

const ROOT_SCALE = 10n ** 30n;
const MOST_MEMBERS = 100;

// Why there is no value: "nol", "besar", "akar" or "banyak".
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

const FUNCTIONS = {
  Add: (...items) => items.reduce(add),
  Subtract: subtract,
  Multiply: multiply,
  Divide: divide,
  Negate: negate,
  List: (...items) => items,
  Mean: (items) => divide(items.reduce(add), [BigInt(items.length), 1n]),
  Min: (...items) => items.reduce((a, b) => (isLess(b, a) ? b : a)),
  Max: (...items) => items.reduce((a, b) => (isLess(a, b) ? b : a)),
  Round: (item) => [round(item), 1n],
  Sqrt: squareRoot,
};
// The same of a list of any length.
const OVER = {
  Sum: (items) => items.reduce(add),
  Mean: FUNCTIONS.Mean,
  Min: (items) => FUNCTIONS.Min(...items),
  Max: (items) => FUNCTIONS.Max(...items),
};

const namesIn = (tree) => {
  if (typeof tree === "string") return [tree];
  return Array.isArray(tree) ? tree.slice(1).flatMap(namesIn) : [];
};
// ["Map", tree, index]: a tree that runs over a set.
const isMapping = (tree) =>
  Array.isArray(tree) && !(tree[0] in FUNCTIONS) && !(tree[0] in OVER);
const isSet = (value) => Array.isArray(value?.[0]);

// The values for each member of the set: of what has several values, one after the other.
const membersOf = (tree, values) => {
  const sets = [...new Set(namesIn(tree))].filter((name) => isSet(values[name]));
  const lengths = new Set(sets.map((name) => values[name].length));
  if (lengths.size !== 1) throw new NoValueError("banyak");
  return values[sets[0]].map((_, place) => ({
    ...values,
    ...Object.fromEntries(sets.map((name) => [name, values[name][place]])),
  }));
};

const valueOf = (tree, values) => {
  if (typeof tree === "number") return [BigInt(tree), 1n];
  if (typeof tree === "string") return values[tree];
  if (!Array.isArray(tree)) return fractionOf(tree.num);
  const [name, ...items] = tree;
  if (isMapping(items[0])) {
    const inner = items[0][1];
    return OVER[name](membersOf(inner, values).map((each) => valueOf(inner, each)));
  }
  return FUNCTIONS[name](...items.map((item) => valueOf(item, values)));
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
  const result = valueOf(tree, values);
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
