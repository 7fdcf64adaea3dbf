// What of a page is shown below its name: the indicators that have the words, and the place where most stand.

import { wordsOf } from "./words.js";

const LENGTH = 24;
const BEFORE = 4;
const MOST_SECTIONS = 3;

const hits = (words, marks) => words.map((word) => wordsOf(word).filter((each) => marks.has(each)));

// The row of words with the most different words that are sought: [text, whether it is sought] by turns.
export const excerpt = (words, marks) => {
  const found = hits(words, marks);
  let best = { start: 0, count: 0 };
  found.forEach((here, place) => {
    if (!here.length) return;
    const start = Math.max(0, Math.min(place - BEFORE, words.length - LENGTH));
    const count = new Set(found.slice(start, start + LENGTH).flat()).size;
    if (count > best.count) best = { start, count };
  });
  if (!best.count) return [];
  const shown = words.slice(best.start, best.start + LENGTH);
  const parts = shown.map((word, i) => [word, found[best.start + i].length > 0]);
  if (best.start > 0) parts.unshift(["…", false]);
  if (best.start + LENGTH < words.length) parts.push(["…", false]);
  return parts;
};

// The indicators of a page that have what is sought, best first, each with its excerpt.
export const sections = ({ isi, bagian }, marks) => {
  const words = isi.split(/\s+/u);
  return bagian
    .map(([id, title, start], i) => {
      const own = words.slice(start, bagian[i + 1]?.[2] ?? words.length);
      const text = own.slice(title.split(/\s+/u).length);
      return { id, title, text, count: new Set(hits(own, marks).flat()).size };
    })
    .filter(({ count }) => count)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_SECTIONS)
    .map(({ id, title, text }) => ({ id, title, parts: excerpt(text, marks) }));
};

// Of the page as a whole, whose name stands above it already.
export const ofPage = ({ judul, isi }, marks) => {
  const words = isi.split(/\s+/u);
  const name = judul.split(/\s+/u).map((word) => String(wordsOf(word)));
  const end = words.findIndex((word, i) => String(wordsOf(word)) !== name[i]);
  return excerpt(words.slice(Math.max(end, 0)), marks);
};
