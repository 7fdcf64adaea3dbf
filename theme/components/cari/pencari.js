// Finding. People ask whole questions, in other words, with typing errors. So each word of a query becomes a
// term with variants (word family, other names for the same thing, near spellings), and the pages are
// ranked by all terms. What was guessed, and what no page holds, is told with the pages.

import { wordsOf } from "./words.js";

const WEIGHT = { exact: 1, name: 0.9, compound: 0.9, spelling: 0.8, family: 0.7, beginning: 0.6, doubt: 0.5 };
const LIGHT = 0.25;
const ELSEWHERE = 0.12;
const ABOVE = { dokumen: 0.25, instansi: 0.4, pimpinan: 0.8 };
const NUMBERED = 4;
const MAX_VARIANTS = 8;
const LEAST_SHARE = 0.25;
const RARE = 3;
const MUCH = 10;
const TITLED = 1.3;
const BEST = 9;
const IN_TITLE = 6;
const SAFE_LENGTH = 5;

const tidy = (text) => wordsOf(text).join(" ");
const joined = (text) => text.replace(/[-‐‑]/gu, "");
const isNumber = (word) => /\d/.test(word);

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

// The longest row of words from `start` that a map has.
const rowIn = (map, words, start, longest) => {
  for (let n = Math.min(longest, words.length - start); n > 0; n--) {
    const row = words.slice(start, start + n).join(" ");
    if (map.has(row)) return { row, length: n };
  }
  return undefined;
};
const longestOf = (map) => Math.max(1, ...[...map.keys()].map((way) => way.split(" ").length));

const add = (map, key, values) => map.set(key, [...new Set([...(map.get(key) ?? []), ...values])]);

export class Vocabulary {
  constructor({ istilah, saringan, sebutan, henti, ringan }, { kata }) {
    this.stop = new Set(henti);
    this.light = new Set(ringan);
    this.counts = new Map();
    this.roots = new Map();
    this.families = new Map();
    for (const [root, found] of Object.entries(kata)) {
      const counts = typeof found === "number" ? { [root]: found } : found;
      this.families.set(root, Object.keys(counts));
      for (const [word, count] of Object.entries(counts)) {
        this.counts.set(word, count);
        this.roots.set(word, root);
      }
    }
    this.#readTerms(istilah);
    this.#readPlaces(saringan, sebutan);
  }

  // Each way to say a thing -> all ways to say it, the decree's own first; and what it is short for.
  #readTerms(istilah) {
    this.istilah = new Map();
    this.meanings = new Map();
    for (const [term, meaning, ...others] of istilah) {
      const ways = [term, meaning, ...others].filter(Boolean);
      // e-KTP is also typed ektp.
      for (const way of new Set([...ways, ...ways.map(joined)].map(tidy))) {
        add(this.istilah, way, ways.map(tidy));
        if (meaning) add(this.meanings, way, [`${term}\n${meaning}`]);
      }
    }
    this.longest = longestOf(this.istilah);
  }

  // Each way to name a pemda or an agency -> the keys of those that are meant.
  #readPlaces({ pemda = {}, instansi = {} }, sebutan) {
    this.places = new Map();
    for (const [key, name] of Object.entries({ ...pemda, ...instansi })) {
      for (const way of [name, ...(sebutan[key] ?? [])].map(tidy)) add(this.places, way, [key]);
    }
    for (const [way, ways] of this.istilah) {
      const keys = ways.flatMap((each) => this.places.get(each) ?? []);
      if (keys.length && !this.places.has(way)) this.places.set(way, keys);
    }
    this.longestPlace = longestOf(this.places);
  }

  relatives(word) {
    const family = this.families.get(this.roots.get(word) ?? word) ?? [];
    return this.#mostFrequent(family.filter((each) => each !== word));
  }

  similar(word, own = 0) {
    if (word.length < SAFE_LENGTH || isNumber(word)) return [];
    const most = own || word.length <= 7 ? 1 : 2;
    const near = [];
    for (const [other, count] of this.counts) {
      if (other.length < SAFE_LENGTH - 1 || other[0] !== word[0]) continue;
      if (own && (count < own * MUCH || this.roots.get(other) === this.roots.get(word))) continue;
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

  // What the words stand for, if they are a term of the glossary and nothing else: [term, meaning].
  meaning(query) {
    const asked = wordsOf(query);
    const told = (words) => this.meanings.get(words.join(" "))?.[0].split("\n");
    return told(asked) ?? told(asked.filter((word) => !this.stop.has(word) && word !== "arti")) ?? [];
  }

  // A query -> its terms, the places it names, and what was corrected.
  read(query, { asTyped = false } = {}) {
    const words = [...new Set(wordsOf(query))];
    const { places, rest } = this.#namedPlaces(words);
    const asks = (word) => this.stop.has(word);
    const hasContent = places.length > 0 || !words.every(asks);
    const corrected = [];
    const terms = [];
    for (let i = 0; i < rest.length; ) {
      const found = rowIn(this.istilah, rest, i, this.longest);
      if (found) terms.push(this.#ofPhrase(found.row));
      else if (!hasContent || !asks(rest[i])) terms.push(this.#ofWord(rest[i], rest[i + 1], asTyped, corrected));
      i += found?.length ?? 1;
    }
    const numbers = words.filter((word) => isNumber(word) && !/^(19|20)\d\d$/.test(word)).length;
    return { terms, places, corrected, isNumber: numbers > 1 };
  }

  // A place of one word is no word to look for any more; one of several is also a part of titles.
  #namedPlaces(words) {
    const found = [];
    const rest = [];
    for (let i = 0; i < words.length; ) {
      const place = rowIn(this.places, words, i, this.longestPlace);
      if (place) found.push(this.places.get(place.row));
      if (!place || place.length > 2) rest.push(...words.slice(i, i + (place?.length ?? 1)));
      i += place?.length ?? 1;
    }
    return { places: found.reduce(narrowed, []), rest };
  }

  #ofPhrase(phrase) {
    const variants = new Map([[phrase, WEIGHT.exact]]);
    for (const way of this.istilah.get(phrase)) if (!variants.has(way)) variants.set(way, WEIGHT.name);
    if (!phrase.includes(" ")) this.#addRelatives(variants, phrase);
    return { label: phrase, variants, isLight: [...variants.keys()].some((way) => this.light.has(way)) };
  }

  #ofWord(word, next, asTyped, corrected) {
    const variants = new Map([[word, WEIGHT.exact]]);
    this.#addRelatives(variants, word);
    if (next && this.counts.has(word + next)) variants.set(word + next, WEIGHT.compound);
    if (!asTyped) this.#guess(variants, word, corrected);
    return { label: word, variants, isLight: this.light.has(word) };
  }

  // A word that no page has, or one that hardly any has beside another that many have.
  #guess(variants, word, corrected) {
    const own = this.counts.get(word) ?? 0;
    if (own) {
      if (own < RARE) this.#addNear(variants, word, this.similar(word, own), WEIGHT.doubt, corrected);
      return;
    }
    if (variants.size > 1 || isNumber(word)) return;
    const halves = this.#halves(word);
    const longer = halves ? [] : this.beginningWith(word);
    if (halves) variants.set(halves, WEIGHT.compound);
    for (const each of longer) variants.set(each, WEIGHT.beginning);
    if (halves || longer.length) return;
    this.#addNear(variants, word, this.similar(word), WEIGHT.spelling, corrected);
  }

  #addNear(variants, word, near, weight, corrected) {
    for (const other of near) {
      if (!variants.has(other)) variants.set(other, weight);
      for (const way of this.istilah.get(other) ?? []) {
        if (!variants.has(way)) variants.set(way, weight * WEIGHT.name);
      }
    }
    if (!near.length) return;
    if (weight > WEIGHT.doubt) this.#addRelatives(variants, near[0]);
    corrected.push([word, near[0]]);
  }

  // datacenter -> data center
  #halves(word) {
    for (let i = 3; i <= word.length - 3; i++) {
      const halves = [word.slice(0, i), word.slice(i)];
      if (halves.every((half) => this.counts.has(half))) return halves.join(" ");
    }
    return undefined;
  }

  #addRelatives(variants, word) {
    for (const relative of this.relatives(word)) {
      if (!variants.has(relative)) variants.set(relative, WEIGHT.family);
      for (const way of this.istilah.get(relative) ?? []) {
        if (!variants.has(way)) variants.set(way, WEIGHT.family * WEIGHT.name);
      }
    }
  }
}

// Two names of places: an agency in a pemda is that agency; otherwise either.
const narrowed = (before, keys) => {
  if (!before.length) return keys;
  const within = (a, b) => `${a}/`.startsWith(`${b}/`);
  const both = [
    ...before.filter((a) => keys.some((b) => within(a, b))),
    ...keys.filter((b) => before.some((a) => within(b, a))),
  ];
  return both.length ? [...new Set(both)] : [...before, ...keys];
};

// What was found for each term, of so many pages in all -> pages in the order of how well they answer.
// `factor` says what else there is about a page, given how many words of the query its title has.
export const ranked = (terms, total, factor = () => 1) => {
  const found = terms.filter(({ pages }) => pages.size);
  const weights = found.map(
    ({ pages, isLight }) => Math.log(1 + total / Math.max(pages.size, RARE)) * (isLight ? LIGHT : 1),
  );
  const all = weights.reduce((a, b) => a + b, 0);
  const lengths = found.map(({ label, isLight }) => (isLight ? 0 : label.split(" ").length));
  const asked = lengths.reduce((a, b) => a + b, 0);
  const together = new Map();
  found.forEach(({ pages }, i) => {
    for (const [id, { value, isTitle }] of pages) {
      const page = together.get(id) ?? { score: 0, hit: 0, inTitle: 0 };
      page.score += weights[i] * value;
      page.hit += weights[i];
      page.inTitle += isTitle ? lengths[i] : 0;
      together.set(id, page);
    }
  });
  const order = [...together]
    .map(([id, { score, hit, inTitle }]) => ({
      id,
      score: score * (hit / all) ** 1.5 * factor(id, inTitle, inTitle === asked),
    }))
    .sort((a, b) => b.score - a.score || a.id - b.id);
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

// Distances -> numbers.
const numbers = (distances) => {
  let last = 0;
  return distances.map((step) => (last += step));
};
const unpacked = (postings = []) => {
  let last = 0;
  return new Map(postings.map((each) => [(last += Math.floor(each / 10)), each % 10]));
};

// The words of the index, by the part in which their family stands.
const wordsBelow = (get, { potong: firsts }, vocabulary) => {
  const partOf = (root) => Math.max(0, firsts.findLastIndex((first) => first <= root));
  return async (word) => {
    const root = vocabulary.roots.get(word) ?? word;
    const part = await get(`b${partOf(root)}.json`);
    return unpacked(part[root]?.[word]);
  };
};

// The pages that have every word of a variant, each with its least score and the mean.
const withAll = async (phrase, pagesWith) => {
  const [first, ...others] = await Promise.all(phrase.split(" ").map(pagesWith));
  const pages = new Map();
  for (const [id, score] of first) {
    const scores = [score, ...others.map((each) => each.get(id) ?? 0)];
    if (!scores.every(Boolean)) continue;
    const mean = scores.reduce((a, b) => a + b, 0) / scores.length;
    pages.set(id, { least: Math.min(...scores), mean });
  }
  return pages;
};

const pagesOf = async (variants, pagesWith) => {
  const pages = new Map();
  const found = await Promise.all([...variants.keys()].map((phrase) => withAll(phrase, pagesWith)));
  [...variants.values()].forEach((weight, i) => {
    for (const [id, { least, mean }] of found[i]) {
      const value = weight * (0.15 + (0.85 * mean) / BEST);
      if (value > (pages.get(id)?.value ?? 0)) pages.set(id, { value, isTitle: least >= IN_TITLE });
    }
  });
  return pages;
};

const inRanges = (keys, ranges) => {
  const meant = keys.map((key) => ranges[key]).filter(Boolean);
  return (id) => meant.some(([first, count]) => id >= first && id < first + count);
};

// What kind of page stands at a number, but for positions.
const kindsOf = ({ dokumen, rentang: ranges }) =>
  new Map([
    ...Object.keys(dokumen).map((id) => [Number(id), "dokumen"]),
    ...Object.values(ranges).map(([first]) => [first, "instansi"]),
  ]);

// A decree comes last, unless its number or most of its title is asked for; who answers for a work comes
// behind those who do it, unless they are named.
const factorOf = ({ places, isNumber: isNumbered }, head, kinds) => {
  const isMeant = places.length ? inRanges(places, head.rentang) : () => true;
  const leaders = new Set(head.pimpinan);
  const own = (id, inTitle, isTitle) => {
    const kind = kinds.get(id);
    if (kind === "dokumen") return isNumbered ? NUMBERED : inTitle * 2 >= head.dokumen[id] ? TITLED : ABOVE.dokumen;
    if (kind) return isTitle ? TITLED : ABOVE.instansi;
    if (isTitle) return TITLED;
    return leaders.has(id) ? ABOVE.pimpinan : 1;
  };
  return (id, ...title) => own(id, ...title) * (isMeant(id) ? 1 : ELSEWHERE);
};

// Every page of the places, as they lie: the agency, its decrees, their positions.
const pagesIn = (places, { rentang: ranges, halaman: total }, kinds) => {
  const isMeant = places.length ? inRanges(places, ranges) : () => true;
  const rank = { instansi: 0, dokumen: 1 };
  const of = (id) => (places.length ? (rank[kinds.get(id)] ?? 2) : 0);
  return Array.from({ length: total }, (_, id) => ({ id }))
    .filter(({ id }) => isMeant(id))
    .sort((a, b) => of(a.id) - of(b.id) || a.id - b.id);
};

const filtersBelow = (get, { rentang: ranges, versi }) => async () => {
  const pages = { pemda: new Map(), instansi: new Map() };
  for (const [key, [first, count]] of Object.entries(ranges)) {
    const ids = new Set(Array.from({ length: count }, (_, i) => first + i));
    pages[key.includes("/") ? "instansi" : "pemda"].set(key, ids);
  }
  for (const [filter, keys] of Object.entries(await get(`saringan.json?${versi}`))) {
    pages[filter] = new Map(Object.entries(keys).map(([key, ids]) => [key, new Set(numbers(ids))]));
  }
  return pages;
};

// The search itself: `root` is the address of the site's root, and `attempt` counts from 0, for a browser
// never loads again what has failed under one address.
export const openSearch = async (root, attempt = 0) => {
  const { filesBelow } = await import(`./index-files.js?${attempt}`);
  const get = filesBelow(new URL("cari/indeks/", root), attempt);
  const [language, head] = await Promise.all([get("../kosakata.json"), get("kata.json")]);
  const ofThisBuild = (name) => get(`${name}?${head.versi}`);
  const vocabulary = new Vocabulary(language, head);
  const pagesWith = wordsBelow(ofThisBuild, head, vocabulary);
  const kinds = kindsOf(head);

  // Pages in the order of how well they answer; what no page holds, what was corrected, what a term means.
  const search = async (query, options) => {
    const asked = vocabulary.read(query, options);
    const found = await Promise.all(
      asked.terms.map(async (term) => ({ ...term, pages: await pagesOf(term.variants, pagesWith) })),
    );
    const absent = found.filter(({ pages, isLight }) => !pages.size && !isLight).map(({ label }) => label);
    const pages = found.some(({ pages: each }) => each.size)
      ? ranked(found, head.halaman, factorOf(asked, head, kinds))
      : asked.places.length || !query.trim() ? pagesIn(asked.places, head, kinds) : [];
    const marks = new Set(found.flatMap(({ variants }) => [...variants.keys()].flatMap((way) => way.split(" "))));
    return { pages, absent, corrected: asked.corrected, meaning: vocabulary.meaning(query), marks };
  };
  const page = (id) => ofThisBuild(`h${id}.json`);
  return { search, page, filters: filtersBelow(get, head), names: language.saringan };
};
