// The files of the search, so that none fails unseen. Pagefind logs a file that it cannot load, searches on
// as if its words stood on no page, and never asks for it again. So what it fetches is looked at here
// first, and one failure spoils the index as a whole; whoever tries again gets a new one.

const IN_TIME = 30_000;
const MARK = new TextEncoder().encode("pagefind_dcd");
const GZIP = [0x1f, 0x8b];

// An attempt before this one may have put its own in place of the browser's.
const plainFetch = globalThis.fetch.plain ?? globalThis.fetch;

const inTime = (work, what) => {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: timeout`)), IN_TIME);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

const startsWith = (bytes, start) => start.every((each, place) => bytes[place] === each);

// Unpacked where the browser can, which also finds out what was cut off; older ones leave it to Pagefind.
const unpacked = async (bytes) => {
  if (!startsWith(bytes, GZIP) || !globalThis.DecompressionStream) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

const isIndexFile = (bytes) => startsWith(bytes, MARK) || startsWith(bytes, GZIP);

// What an address gives, if it is what it should be.
const read = async (url, cache) => {
  const answer = await plainFetch(url, { cache });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  if (new URL(url).pathname.endsWith(".json")) return answer.json();
  const bytes = await unpacked(new Uint8Array(await answer.arrayBuffer()));
  if (!isIndexFile(bytes)) throw new Error(`${url}: no-index-file`);
  return bytes;
};

const asResponse = (content) =>
  new Response(content instanceof Uint8Array ? content : JSON.stringify(content));

// Looks at each file of a folder that is fetched from now on, and keeps what failed.
const watch = (folder, get) => {
  const early = new Map();
  const watched = {
    failure: undefined,
    getEarly: (name) => {
      const content = get(folder + name);
      early.set(folder + name, content);
      return content;
    },
  };
  const answer = async (url) => {
    try {
      return asResponse(await (early.get(url) ?? get(url)));
    } catch (error) {
      watched.failure = error;
      throw error;
    }
  };
  const lookedAt = (input, init) => {
    const url = new URL(input.url ?? input, folder);
    if (!url.href.startsWith(folder)) return plainFetch(input, init);
    url.search = "";
    return answer(url.href);
  };
  globalThis.fetch = Object.assign(lookedAt, { plain: plainFetch });
  return watched;
};

// What Pagefind cannot begin without, so that it never begins in vain.
const begin = async ({ getEarly }) => {
  const { languages } = await getEarly("pagefind-entry.json");
  const [{ hash, wasm }] = Object.values(languages);
  return Promise.all([getEarly(`pagefind.${hash}.pf_meta`), getEarly(`wasm.${wasm}.pagefind`)]);
};

// The index below the root of the site, and the vocabulary beside it. `attempt` counts from 0: from the
// second on, nothing is taken from what the browser has kept.
export const loadIndex = async (root, attempt = 0) => {
  const folder = new URL("pagefind/", root).href;
  const get = (url) => inTime(read(url, attempt ? "reload" : "default"), url);
  const watched = watch(folder, get);
  const [{ createInstance }, vocabulary] = await Promise.all([
    inTime(import(`${folder}pagefind.js?${attempt}`), "pagefind.js"),
    get(new URL("cari/kosakata.json", root).href),
    begin(watched),
  ]);
  const index = createInstance({ noWorker: true, excerptLength: 24 });

  const sound = async (work) => {
    const result = await work;
    if (watched.failure) throw watched.failure;
    return result;
  };
  const search = async (term, options) => {
    const { results } = await sound(index.search(term, options));
    return results.map((result) => ({ ...result, data: () => sound(result.data()) }));
  };
  return { search, filters: () => sound(index.filters()), vocabulary };
};
