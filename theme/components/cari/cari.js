// The search page. Results are links inside <main>; texts are put in as text, never as markup.
// Whatever cannot be loaded is said, with another way to what is sought, and can be tried again.

const page = document.querySelector("[data-cari]");
const form = page.querySelector("form");
const input = page.querySelector("input");
const notice = page.querySelector(".cari-kabar");
const spelling = page.querySelector(".cari-ejaan");
const meaning = page.querySelector(".cari-arti");
const list = page.querySelector(".cari-hasil");
const more = page.querySelector(".cari-lagi");
const tips = page.querySelector(".cari-saran");
const otherWays = page.querySelector(".cari-gagal");
const again = page.querySelector("[data-cari-ulang]");
const unfold = page.querySelector(".saring-buka");
const unfilter = page.querySelector(".saring-hapus");
const choices = [...page.querySelectorAll("select")];
const words = KATA.cari.skrip;
const title = document.title;
const root = new URL("../", location.href);
const AT_ONCE = 10;
const PATIENCE = 3000;
page.classList.remove("cari-mati");

// One engine for all searches; one that failed is thrown away, and the next search gets another.
let engine;
let attempts = 0;
const load = async () => {
  const attempt = attempts++;
  const suffix = attempt ? `?${attempt}` : "";
  const [{ openSearch, labels }, shown] = await Promise.all([
    import(`./pencari.js${suffix}`),
    import(`./excerpts.js${suffix}`),
  ]);
  const opened = await openSearch(root, attempt);
  const { names } = opened;
  const told = Object.entries(names).map(([filter, each]) => [filter, labels(each, names.pemda)]);
  return { ...opened, shown, pages: await opened.filters(), told: Object.fromEntries(told) };
};
const start = () => (engine ??= load());
const discard = () => {
  engine = undefined;
};

const newElement = (name, className, text = "") => {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
};
const linkTo = (url, className, text) => {
  const link = newElement("a", className, text);
  link.href = url;
  return link;
};
const filled = (text, values) => text.replace(/\{(\w+)\}/gu, (_, name) => values[name]);
const quoted = (each) => each.map((word) => filled(words.kutip, { kata: word })).join(", ");
// A word as it was typed: SPBE.
const typedIn = (query, word) => query.split(/\s+/u).find((each) => each.toLowerCase() === word) ?? word;

const excerptOf = (parts) => {
  const paragraph = newElement("p", "cuplikan");
  for (const [text, isMark] of parts) {
    paragraph.append(isMark ? newElement("mark", "", text) : text, " ");
  }
  return paragraph;
};

// Where a page lies: its agency, its pemda, its year, as its address says.
const whereOf = ({ url }, { pemda, instansi }) => {
  const [first, second, edition = ""] = url.split("/");
  return [instansi[`${first}/${second}`], pemda[first], edition.slice(0, 4)].filter(Boolean).join(" · ");
};

const listItem = (found, { names, shown }, marks) => {
  const item = newElement("li", "hasil");
  const address = new URL(found.url, root).href;
  const heading = newElement("h2", "hasil-judul");
  heading.append(linkTo(address, "", found.judul));
  item.append(heading, newElement("p", "redup", whereOf(found, names)));
  const indikator = shown.sections(found, marks);
  if (!indikator.length) {
    const parts = shown.ofPage(found, marks);
    if (parts.length) item.append(excerptOf(parts));
    return item;
  }
  const below = newElement("ul", "hasil-indikator");
  for (const each of indikator) {
    const row = newElement("li");
    row.append(linkTo(`${address}#${each.id}`, "", each.title), excerptOf(each.parts));
    below.append(row);
  }
  item.append(below);
  return item;
};

let rest = [];
let marked = new Set();
const next = async (count = AT_ONCE) => {
  const opened = await start();
  const pages = await Promise.all(rest.slice(0, count).map(({ id }) => opened.page(id)));
  return pages.map((each) => listItem(each, opened, marked));
};
const show = (items) => {
  rest = rest.slice(items.length);
  list.append(...items);
  more.hidden = !rest.length;
};

const chosen = () => choices.filter((choice) => choice.value);
const fits = (pages, id, except) =>
  chosen().every((choice) => choice === except || pages[choice.name]?.get(choice.value)?.has(id));

// The choices of a filter, with how many of the pages found have each. A choice is a key; its words are
// a name.
const fillChoices = ({ pages, told }, results) => {
  for (const choice of choices) {
    const { value } = choice;
    const others = results.filter(({ id }) => fits(pages, id, choice));
    const options = [...(pages[choice.name] ?? [])]
      .map(([key, having]) => [key, others.filter(({ id }) => having.has(id)).length])
      .filter(([key, count]) => count || key === value)
      .map(([key, count]) => [key, told[choice.name]?.get(key) ?? key, count])
      .sort(([, a], [, b]) => a.localeCompare(b, "id"))
      .map(([key, name, count]) => new Option(`${name} (${count})`, key, false, key === value));
    choice.replaceChildren(new Option(words.semua[choice.name], ""), ...options);
  }
};

// One state at a time: its words, and what is offered with them.
const say = (text, { withTips = false, ways = false, retry = false } = {}) => {
  notice.textContent = text;
  tips.hidden = !withTips;
  otherWays.hidden = !ways;
  again.hidden = !retry;
};
const fail = (error) => {
  console.error(error);
  discard();
  more.hidden = true;
  say(words.gagal, { ways: true, retry: true });
};

const asTyped = () => new URLSearchParams(location.search).get("ejaan") === "asli";

const sayCount = (count, everywhere, query, absent) => {
  const missing = absent.length ? `${filled(words.tanpa, { kata: quoted(absent.map((word) => typedIn(query, word))) })} ` : "";
  if (!count && everywhere) {
    const text = filled(words.di_luar, { banyak: everywhere.toLocaleString("id") });
    say(`${missing}${text}`);
    return;
  }
  const left = query.split(/\s+/u).filter((word) => !absent.includes(word.toLowerCase())).join(" ");
  const text = count ? (query ? words.cocok : words.menurut_saringan) : words.tidak_ada;
  const told = filled(text, { banyak: count.toLocaleString("id"), kata: count ? left : query });
  say(count ? `${missing}${told}` : told, { withTips: !count });
};

const sayCorrections = (corrected) => {
  const [typed, meant] = [0, 1].map((i) => corrected.map((pair) => pair[i]));
  spelling.hidden = !corrected.length;
  spelling.replaceChildren();
  if (!corrected.length) return;
  const parameters = new URLSearchParams(location.search);
  parameters.set("q", input.value.trim());
  parameters.set("ejaan", "asli");
  const back = linkTo(`?${parameters}`, "", filled(words.tanpa_ejaan, { kata: quoted(typed) }));
  spelling.append(filled(words.ejaan, { kata: quoted(meant) }), " ", back);
};
const sayMeaning = ([term, text]) => {
  meaning.hidden = !term;
  meaning.querySelector("dt").textContent = term ?? "";
  meaning.querySelector("dd").textContent = text ?? "";
};

const find = async (query, isCurrent, count) => {
  const opened = await start();
  const found = await opened.search(query, { asTyped: asTyped() });
  if (!isCurrent()) return;
  fillChoices(opened, found.pages);
  const results = found.pages.filter(({ id }) => fits(opened.pages, id));
  rest = results;
  marked = found.marks;
  const items = await next(count);
  if (!isCurrent()) return;
  list.replaceChildren();
  show(items);
  sayCount(results.length, found.pages.length, query, found.absent);
  sayCorrections(found.corrected);
  sayMeaning(found.meaning);
};

const clear = () => {
  list.replaceChildren();
  more.hidden = true;
  sayCorrections([]);
  sayMeaning([]);
};

const sayChosen = () => {
  const count = chosen().length;
  unfilter.hidden = !count;
  unfold.textContent = count ? filled(words.saring_banyak, { banyak: count }) : words.saring;
};

let turn = 0;
const search = async (count = AT_ONCE) => {
  const query = input.value.trim();
  const mine = ++turn;
  const isCurrent = () => mine === turn;
  document.title = query ? `${query} · ${title}` : title;
  sayChosen();
  const isEmpty = !query && !chosen().length;
  if (isEmpty) {
    clear();
    say("");
  } else say(words.mencari);
  const slow = setTimeout(() => isCurrent() && !isEmpty && say(words.lambat, { ways: true }), PATIENCE);
  try {
    if (isEmpty) await offer(isCurrent);
    else await find(query, isCurrent, count);
  } catch (error) {
    if (!isCurrent()) return;
    clear();
    if (isEmpty) discard();
    else fail(error);
  } finally {
    clearTimeout(slow);
  }
};

// Before a query, what there is to choose from.
const offer = async (isCurrent) => {
  const opened = await start();
  const { pages } = await opened.search("");
  if (isCurrent()) fillChoices(opened, pages);
};

const address = () => {
  const parameters = new URLSearchParams();
  if (input.value.trim()) parameters.set("q", input.value.trim());
  for (const choice of chosen()) parameters.set(choice.name, choice.value);
  return String(parameters) ? `?${parameters}` : location.pathname;
};

// What the address says; how many results were shown, and how far down one had read, is kept beside it.
const searchAddress = async () => {
  const parameters = new URLSearchParams(location.search);
  const { banyak: count = AT_ONCE, tinggi: height = 0 } = history.state ?? {};
  input.value = parameters.get("q") ?? "";
  for (const choice of choices) {
    const value = parameters.get(choice.name) ?? "";
    choice.replaceChildren(new Option(words.semua[choice.name], ""));
    if (value) choice.append(new Option(value, value, false, true));
  }
  await search(count);
  if (height) scrollTo(0, height);
};
const remember = () => {
  const state = { banyak: Math.max(AT_ONCE, list.children.length), tinggi: Math.round(scrollY) };
  history.replaceState(state, "");
};

const choose = () => {
  history.pushState(null, "", address());
  search();
};
let pause;
input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    history.replaceState(null, "", address());
    search();
  }, 250);
});
form.addEventListener("change", (event) => {
  if (event.target !== input) choose();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  choose();
});
unfold.addEventListener("click", () => {
  const isOpen = unfold.getAttribute("aria-expanded") === "true";
  unfold.setAttribute("aria-expanded", String(!isOpen));
});
unfilter.addEventListener("click", () => {
  for (const choice of choices) choice.value = "";
  choose();
  input.focus();
});
more.addEventListener("click", async () => {
  const place = list.children.length;
  const mine = ++turn;
  try {
    const items = await next();
    if (mine !== turn) return;
    show(items);
    list.children[place]?.querySelector("a").focus();
  } catch (error) {
    if (mine === turn) fail(error);
  }
});
again.addEventListener("click", () => {
  notice.focus();
  search();
});
addEventListener("popstate", searchAddress);
addEventListener("pagehide", remember);
if (!location.search) input.focus({ preventScroll: true });
searchAddress();
