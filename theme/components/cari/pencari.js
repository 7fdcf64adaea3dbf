// Finding, on top of Pagefind's index. Pagefind wants every word of a query on the page and knows
// word forms only by a stemmer; people ask whole questions, in other words, with typing errors. So
// each word of a query becomes a term with variants (word family, other names for the same thing,
// near spellings), each variant is asked for by itself, and the pages are ranked by all of them.

const STOP_WORDS = new Set([
  "ada", "adalah", "agar", "aja", "akan", "apa", "apakah", "atau", "bagaimana", "bagi", "bagian", "bahwa",
  "berapa", "bertanggung", "bisa", "boleh", "buat", "cara", "dalam", "dan", "dapat", "dari", "dengan", "di",
  "dimana", "dong", "gimana", "hal", "harus", "hendak", "ingin", "ini", "itu", "jawab", "jika", "juga", "kah",
  "kalau", "kapan", "karena", "ke", "kenapa", "kepada", "lama", "mana", "mau", "melalui", "mengapa",
  "mengurus", "menurut", "oleh", "pada", "para", "saja", "sama", "saya", "sebagai", "sebuah", "secara",
  "sedang", "seorang", "seperti", "siapa", "sih", "soal", "supaya", "tentang", "terhadap", "tersebut", "tiap",
  "tolong", "untuk", "urus", "yang",
]);
const WEIGHT = { exact: 1, name: 0.9, otherName: 0.75, family: 0.6, spelling: 0.8, beginning: 0.6 };
const MAX_VARIANTS = 8;
const LEAST_SHARE = 0.25;
const RARE = 3;

// The words of a text, as `words.py` has them: tests/kata.json holds both to one table.
export const wordsOf = (text) =>
  text
    .replace(/['’‘‛`´′ʹʻʼʾʿ＇]/gu, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
const joined = (text) => text.replace(/[-‐‑]/gu, "");

const PREFIXES = [
  ["meny", ["s"]], ["peny", ["s"]], ["meng", ["", "k"]], ["peng", ["", "k"]],
  ["mem", ["", "p"]], ["pem", ["", "p"]], ["men", ["", "t"]], ["pen", ["", "t"]],
  ["per", [""]], ["ber", [""]], ["ter", [""]], ["me", [""]], ["pe", [""]],
  ["be", [""]], ["di", [""]], ["ke", [""]], ["se", [""]],
];
const SUFFIXES = ["", "nya", "lah", "kan", "an", "i", "annya", "kannya"];

// Every root that a word may come from: penyusunan -> susun, usun, …
const roots = (word) => {
  const all = new Set([word]);
  const strip = (stem, left) => {
    all.add(stem);
    if (!left) return;
    for (const [prefix, replacements] of PREFIXES) {
      if (!stem.startsWith(prefix)) continue;
      for (const letter of replacements) {
        const inner = letter + stem.slice(prefix.length);
        if (inner.length >= 4) strip(inner, left - 1);
      }
    }
  };
  for (const suffix of SUFFIXES) {
    const stem = suffix ? word.slice(0, -suffix.length) : word;
    if (word.endsWith(suffix) && stem.length >= 4) strip(stem, 2);
  }
  return all;
};

// How many letters must be typed anew, up to `most`; two swapped letters are one error.
const distance = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let current = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(current[j] + 1, row[j - 1] + 1, current[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    before = current;
    current = row;
  }
  return current[b.length];
};

export class Vocabulary {
  constructor({ kata, serangkai, istilah }) {
    this.counts = new Map(Object.entries(kata));
    this.compounds = new Set(serangkai);
    this.families = new Map();
    for (const word of this.counts.keys()) {
      for (const root of roots(word)) {
        if (!this.families.has(root)) this.families.set(root, []);
        this.families.get(root).push(word);
      }
    }
    // Each way to say a thing -> all ways to say it, the decree's own first.
    this.istilah = new Map();
    for (const ways of istilah) {
      const tidy = ways.map((way) => wordsOf(way).join(" "));
      // e-KTP is also typed ektp.
      const asOne = ways.map((way) => wordsOf(joined(way)).join(" "));
      for (const way of new Set([...tidy, ...asOne])) {
        const known = this.istilah.get(way) ?? [];
        this.istilah.set(way, [...known, ...tidy]);
      }
    }
    this.longest = Math.max(1, ...[...this.istilah.keys()].map((way) => way.split(" ").length));
  }

  knows(phrase) {
    return wordsOf(phrase).every(
      (word) => word.length < 3 || /\d/.test(word) || this.counts.has(word) || this.compounds.has(word),
    );
  }

  relatives(word) {
    const found = new Set();
    for (const root of roots(word)) {
      if (root.length < 5 && !this.counts.has(root) && root !== word) continue;
      for (const relative of this.families.get(root) ?? []) found.add(relative);
    }
    found.delete(word);
    return this.#mostFrequent([...found]);
  }

  similar(word) {
    if (word.length < 4 || /\d/.test(word)) return [];
    const own = this.counts.get(word) ?? 0;
    const most = own || word.length <= 7 ? 1 : 2;
    const near = [];
    for (const [other, count] of this.counts) {
      if (other === word || other.length < 4 || count < own * 5) continue;
      const far = distance(word, other, most);
      if (far <= most) near.push([far, other]);
    }
    const nearest = Math.min(...near.map(([far]) => far));
    return this.#mostFrequent(near.filter(([far]) => far === nearest).map(([, other]) => other));
  }

  // "keu" -> keuangan: whatever begins so, for people who shorten words, or are still typing.
  beginningWith(start) {
    if (start.length < 3) return [];
    return this.#mostFrequent([...this.counts.keys()].filter((word) => word.startsWith(start)));
  }

  #mostFrequent(words) {
    return words
      .sort((a, b) => this.counts.get(b) - this.counts.get(a) || (a < b ? -1 : 1))
      .slice(0, MAX_VARIANTS);
  }

  // A query -> its terms, each a map from a variant to its weight.
  terms(query) {
    const words = [...new Set(wordsOf(query))];
    const hasContent = words.some((word) => !STOP_WORDS.has(word));
    const terms = [];
    for (let i = 0; i < words.length; ) {
      const length = this.#phraseLength(words, i);
      if (length) terms.push(this.#ofPhrase(words.slice(i, i + length)));
      else if (!hasContent || !STOP_WORDS.has(words[i])) terms.push(this.#ofWord(words[i]));
      i += length || 1;
    }
    return terms;
  }

  #phraseLength(words, start) {
    for (let n = Math.min(this.longest, words.length - start); n > 0; n--) {
      if (this.istilah.has(words.slice(start, start + n).join(" "))) return n;
    }
    return 0;
  }

  #ofPhrase(words) {
    const phrase = words.join(" ");
    const variants = new Map([[phrase, WEIGHT.exact]]);
    this.istilah.get(phrase).forEach((way) => {
      if (!variants.has(way)) variants.set(way, WEIGHT.name);
    });
    if (words.length === 1) this.#addRelatives(variants, phrase);
    return variants;
  }

  #ofWord(word) {
    const variants = new Map([[word, WEIGHT.exact]]);
    if (this.compounds.has(word)) return variants;
    this.#addRelatives(variants, word);
    if (variants.size > 1 && (this.counts.get(word) ?? 0) >= RARE) return variants;
    for (const other of this.similar(word)) {
      if (!variants.has(other)) variants.set(other, WEIGHT.spelling);
      for (const way of this.istilah.get(other) ?? []) {
        if (!variants.has(way)) variants.set(way, WEIGHT.otherName);
      }
    }
    if (variants.size > 1) return variants;
    for (const longer of this.beginningWith(word)) variants.set(longer, WEIGHT.beginning);
    return variants;
  }

  #addRelatives(variants, word) {
    for (const relative of this.relatives(word)) {
      if (!variants.has(relative)) variants.set(relative, WEIGHT.family);
      for (const way of this.istilah.get(relative) ?? []) {
        if (!variants.has(way)) variants.set(way, WEIGHT.family * WEIGHT.otherName);
      }
    }
  }
}

// What was found for each term, of so many pages in all -> pages in the order of how well they answer.
export const ranked = (terms, total) => {
  const found = terms.filter((pages) => pages.size);
  const weights = found.map((pages) => Math.log(1 + total / Math.max(pages.size, RARE)));
  const all = weights.reduce((a, b) => a + b, 0);
  const together = new Map();
  found.forEach((pages, i) => {
    for (const [id, { value, result }] of pages) {
      const page = together.get(id) ?? { score: 0, hit: 0, best: 0, result };
      page.score += weights[i] * value;
      page.hit += weights[i];
      if (weights[i] * value > page.best) Object.assign(page, { best: weights[i] * value, result });
      together.set(id, page);
    }
  });
  const order = [...together]
    .map(([id, { score, hit, result }]) => ({ id, score: score * (hit / all) ** 1.5, result }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return order.filter(({ score }) => score >= order[0].score * LEAST_SHARE);
};

// The words of a choice, by key. Agencies of one name are told apart by their pemda, and what is still
// of one name by its key.
export const labels = (names, pemda = {}) => {
  const told = apart(Object.entries(names), (key, name) => {
    const above = pemda[key.split("/")[0]];
    return above ? `${name}, ${above}` : name;
  });
  return new Map(apart(told, (key, name) => `${name} (${key})`));
};

// The pairs of key and name, with a longer name for those that share one.
const apart = (pairs, longer) => {
  const seen = new Map();
  for (const [, name] of pairs) seen.set(name, (seen.get(name) ?? 0) + 1);
  return pairs.map(([key, name]) => [key, seen.get(name) > 1 ? longer(key, name) : name]);
};

// The search itself: `root` is the address of the site's root, and `attempt` counts from 0, for a browser
// never loads again what has failed under one address.
export const openSearch = async (root, attempt = 0) => {
  const { loadIndex } = await import(`./index-files.js?${attempt}`);
  const { vocabulary: words, ...pagefind } = await loadIndex(root, attempt);
  const vocabulary = new Vocabulary(words);

  const pagesOf = async (variants) => {
    const pages = new Map();
    for (const [phrase, weight] of variants) {
      // For a word that it does not know, Pagefind takes whatever begins it: "sopir" finds "SOP".
      if (!vocabulary.knows(phrase)) continue;
      const results = await pagefind.search(phrase);
      const highest = results[0]?.score || 1;
      for (const result of results) {
        const value = weight * (0.35 + (0.65 * result.score) / highest);
        if (value > (pages.get(result.id)?.value ?? 0)) pages.set(result.id, { value, result });
      }
    }
    return pages;
  };

  // Pages in the order of how well they answer, each with the result that shows it best.
  const search = async (query) =>
    ranked(await Promise.all(vocabulary.terms(query).map(pagesOf)), words.halaman);

  // Which pages have which key of which filter.
  const filters = async () => {
    const pages = {};
    for (const [filter, counts] of Object.entries(await pagefind.filters())) {
      pages[filter] = new Map();
      for (const key of Object.keys(counts)) {
        const results = await pagefind.search(null, { filters: { [filter]: key } });
        pages[filter].set(key, new Set(results.map(({ id }) => id)));
      }
    }
    return pages;
  };

  return { search, filters, names: words.saringan };
};
