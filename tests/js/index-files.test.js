// Loading the index, with a Pagefind that passes over failures as the real one does.
import assert from "node:assert/strict";
import { describe, mock, test } from "node:test";
import { gzipSync } from "node:zlib";

const ROOT = new URL("situs/", import.meta.url).href;
const FOLDER = `${ROOT}pagefind/`;
const packed = (text) => gzipSync(`pagefind_dcd${text}`);
const WHOLE = {
  [`${FOLDER}pagefind-entry.json`]: '{"languages":{"id":{"hash":"id_1","wasm":"id"}}}',
  [`${FOLDER}pagefind.id_1.pf_meta`]: packed("meta"),
  [`${FOLDER}wasm.id.pagefind`]: packed("wasm"),
  [`${FOLDER}index/satu.pf_index`]: packed("satu"),
  [`${FOLDER}fragment/satu.pf_fragment`]: packed('{"url":"/satu/"}'),
  [`${FOLDER}filter/satu.pf_filter`]: packed("saring"),
  [`${ROOT}cari/kosakata.json`]: '{"kata":{},"istilah":[],"halaman":1,"saringan":{}}',
};

let files = { ...WHOLE };
let asked = [];
const browser = (url, options) => {
  asked.push([url, options?.cache]);
  const content = files[url];
  if (content instanceof Function) return content();
  return Promise.resolve(new Response(content ?? "<h1>Tidak ada</h1>", { status: content === undefined ? 404 : 200 }));
};
globalThis.fetch = browser;
const { loadIndex } = await import("../../theme/components/cari/index-files.js");

const MANNERS = {
  "not there": undefined,
  "another page": "<h1>Masuk</h1>",
  empty: "",
  "cut off": null,
  "connection lost": () => Promise.reject(new TypeError("Failed to fetch")),
};
const spoiled = (url, manner) => {
  const content = manner === "cut off" ? WHOLE[url].slice(0, -10) : MANNERS[manner];
  files = { ...WHOLE, [url]: content };
};

test("a whole index is searched, each file asked for once", async () => {
  files = { ...WHOLE };
  asked = [];
  const { search, filters, vocabulary } = await loadIndex(ROOT);
  const [result] = await search("satu");
  assert.equal((await result.data()).url, "/satu/");
  assert.deepEqual(await filters(), { instansi: { satu: 1 } });
  assert.equal(vocabulary.halaman, 1);
  assert.deepEqual(asked.map(([url]) => url).toSorted(), Object.keys(WHOLE).toSorted());
  assert.ok(asked.every(([, cache]) => cache === "default"));
});

for (const manner of Object.keys(MANNERS)) {
  describe(manner, () => {
    for (const url of [...Object.keys(WHOLE)]) {
      test(`${url.slice(ROOT.length)} is a failure, and the next attempt a new beginning`, async () => {
        spoiled(url, manner);
        const all = async (attempt) => {
          const { search, filters } = await loadIndex(ROOT, attempt);
          await filters();
          const [result] = await search("satu");
          return result.data();
        };
        await assert.rejects(() => all(0));
        await assert.rejects(() => all(1));
        files = { ...WHOLE };
        asked = [];
        assert.equal((await all(2)).url, "/satu/");
        assert.ok(asked.every(([, cache]) => cache === "reload"));
      });
    }
  });
}

test("what failed once spoils all that is asked of this index afterwards", async () => {
  files = { ...WHOLE, [`${FOLDER}index/satu.pf_index`]: undefined };
  const { search, filters } = await loadIndex(ROOT);
  await assert.rejects(search("satu"));
  await assert.rejects(filters());
});

test("what never answers is a failure after half a minute", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  files = { ...WHOLE, [`${FOLDER}pagefind.id_1.pf_meta`]: () => new Promise(() => {}) };
  const failed = assert.rejects(loadIndex(ROOT), /pf_meta: timeout/);
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
  mock.timers.tick(30_000);
  await failed;
  mock.timers.reset();
});

test("what is not of the index goes to the browser as it is", async () => {
  files = { ...WHOLE, "https://iki.example/lain.json": "{}" };
  await loadIndex(ROOT);
  const options = { cache: "no-store" };
  assert.equal(await (await fetch("https://iki.example/lain.json", options)).text(), "{}");
  assert.deepEqual(asked.at(-1), ["https://iki.example/lain.json", "no-store"]);
});

test("an older browser leaves the unpacking to Pagefind", async () => {
  const { DecompressionStream } = globalThis;
  delete globalThis.DecompressionStream;
  files = { ...WHOLE };
  const { search } = await loadIndex(ROOT);
  assert.equal((await search("satu")).length, 1);
  spoiled(`${FOLDER}index/satu.pf_index`, "another page");
  const other = await loadIndex(ROOT);
  await assert.rejects(other.search("satu"));
  globalThis.DecompressionStream = DecompressionStream;
});
