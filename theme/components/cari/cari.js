// The search page. Results are links inside <main>; texts are put in as text, never as markup.
// Whatever cannot be loaded is said, with another way to what is sought, and can be tried again.

const page = document.querySelector("[data-cari]");
const form = page.querySelector("form");
const input = page.querySelector("input");
const notice = page.querySelector(".cari-kabar");
const list = page.querySelector(".cari-hasil");
const more = page.querySelector(".cari-lagi");
const tips = page.querySelector(".cari-saran");
const otherWays = page.querySelector(".cari-gagal");
const again = page.querySelector("[data-cari-ulang]");
const choices = [...page.querySelectorAll("select")];
const words = JSON.parse(page.dataset.kata);
const AT_ONCE = 10;
const PATIENCE = 3000;
page.querySelector(".cari-tanpa-skrip").remove();

// One engine for all searches; one that failed is thrown away, and the next search gets another.
let engine;
let attempts = 0;
const load = async () => {
  const attempt = attempts++;
  const { openSearch, labels } = await import(`./pencari.js${attempt ? `?${attempt}` : ""}`);
  const opened = await openSearch(new URL("../", location.href), attempt);
  const { names } = opened;
  const told = Object.entries(names).map(([filter, each]) => [filter, labels(each, names.pemda)]);
  return { ...opened, pages: await opened.filters(), told: Object.fromEntries(told) };
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

// An excerpt is escaped HTML with <mark>; only its words and its marks are taken over.
const excerpt = (html) => {
  const paragraph = newElement("p", "cuplikan");
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const node of body.childNodes) {
    const isMark = node.nodeName === "MARK";
    paragraph.append(isMark ? newElement("mark", "", node.textContent) : node.textContent);
  }
  return paragraph;
};

const linkTo = (url, className, text) => {
  const link = newElement("a", className, text);
  link.href = url;
  return link;
};

const listItem = (result, names) => {
  const item = newElement("li", "hasil");
  const where = ["instansi", "pemda", "tahun"].flatMap((filter) =>
    (result.filters[filter] ?? []).map((key) => names[filter]?.[key] ?? key),
  );
  item.append(
    linkTo(result.url, "hasil-judul", result.meta.title),
    newElement("p", "redup", where.join(" · ")),
  );
  const indikator = result.sub_results.filter(
    (sub) => sub.anchor && !sub.anchor.id.startsWith("_") && sub.excerpt.includes("<mark>"),
  );
  if (!indikator.length) {
    item.append(excerpt(result.excerpt));
    return item;
  }
  const below = newElement("ul", "hasil-indikator");
  for (const sub of indikator.slice(0, 3)) {
    const row = newElement("li");
    row.append(linkTo(sub.url, "", sub.title), excerpt(sub.excerpt));
    below.append(row);
  }
  item.append(below);
  return item;
};

let rest = [];
const next = async () => {
  const results = await Promise.all(rest.slice(0, AT_ONCE).map(({ result }) => result.data()));
  const { names } = await start();
  return results.map((each) => listItem(each, names));
};
const show = (items) => {
  rest = rest.slice(items.length);
  list.append(...items);
  more.hidden = !rest.length;
};

const fits = (pages, id, except) =>
  choices.every((choice) => {
    if (choice === except || !choice.value) return true;
    return pages[choice.name]?.get(choice.value)?.has(id);
  });

// The choices of a filter, with how many of the pages found have each. A choice is a key; its words are
// a name.
const fillChoices = ({ pages, told }, results) => {
  for (const choice of choices) {
    const chosen = choice.value || choice.dataset.semula || "";
    const others = results.filter(({ id }) => fits(pages, id, choice));
    const options = [...(pages[choice.name] ?? [])]
      .map(([key, having]) => [key, others.filter(({ id }) => having.has(id)).length])
      .filter(([key, count]) => count || key === chosen)
      .map(([key, count]) => [key, told[choice.name]?.get(key) ?? key, count])
      .sort(([, a], [, b]) => a.localeCompare(b, "id"))
      .map(([key, name, count]) => new Option(`${name} (${count})`, key, false, key === chosen));
    choice.replaceChildren(new Option(words.semua, ""), ...options);
    delete choice.dataset.semula;
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
const sayCount = (count, query) => {
  const text = (count ? words.cocok : words.tidak_ada).replace("{banyak}", count.toLocaleString("id"));
  say(text.replace("{kata}", () => query), { withTips: !count });
};

const find = async (query, isCurrent) => {
  const opened = await start();
  const all = await opened.search(query);
  if (!isCurrent()) return;
  fillChoices(opened, all);
  const results = all.filter(({ id }) => fits(opened.pages, id));
  rest = results;
  const items = await next();
  if (!isCurrent()) return;
  list.replaceChildren();
  show(items);
  sayCount(results.length, query);
};

const clear = () => {
  list.replaceChildren();
  more.hidden = true;
};

let turn = 0;
const search = async () => {
  const query = input.value.trim();
  const mine = ++turn;
  const isCurrent = () => mine === turn;
  page.classList.toggle("cari-kosong", !query);
  if (!query) {
    clear();
    say("");
    return;
  }
  say(words.mencari);
  const slow = setTimeout(() => isCurrent() && say(words.lambat, { ways: true }), PATIENCE);
  try {
    await find(query, isCurrent);
  } catch (error) {
    if (!isCurrent()) return;
    clear();
    fail(error);
  } finally {
    clearTimeout(slow);
  }
};

const address = () => {
  const parameters = new URLSearchParams();
  if (input.value.trim()) parameters.set("q", input.value.trim());
  for (const choice of choices) if (choice.value) parameters.set(choice.name, choice.value);
  return String(parameters) ? `?${parameters}` : location.pathname;
};

const searchAddress = () => {
  const parameters = new URLSearchParams(location.search);
  input.value = parameters.get("q") ?? "";
  for (const choice of choices) {
    const chosen = parameters.get(choice.name) ?? "";
    choice.dataset.semula = chosen;
    choice.replaceChildren(new Option(words.semua, ""));
    if (chosen) choice.append(new Option(chosen, chosen, false, true));
  }
  return search();
};

let pause;
input.addEventListener("focus", () => start().catch(discard), { once: true });
input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    history.replaceState(null, "", address());
    search();
  }, 250);
});
form.addEventListener("change", (event) => {
  if (event.target === input) return;
  history.pushState(null, "", address());
  search();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  history.pushState(null, "", address());
  search();
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
searchAddress();
