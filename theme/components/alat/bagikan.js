// What a page of a decree or of a position offers to who passes it on: copying its address, its
// citation with the day of retrieval, printing.

const words = KATA.alat.bagikan;

// Copying: a button says for a moment what became of it, then its own words again.
const SAY_FOR = 2500;
const resting = new Map();
const say = async (button, doing, done, failed) => {
  const said = await doing.then(
    () => done,
    () => failed,
  );
  // What follows is for who does not see which indicator a button belongs to.
  const shown = button.firstChild;
  const { label, timer } = resting.get(button) ?? { label: shown.nodeValue };
  clearTimeout(timer);
  shown.nodeValue = said;
  const back = setTimeout(() => {
    shown.nodeValue = label;
    resting.delete(button);
  }, SAY_FOR);
  resting.set(button, { label, timer: back });
};
export const offers = (button, act, done = words.disalin, failed = words.gagal_disalin) => {
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", (event) => {
    event.preventDefault();
    say(button, act(), done, failed);
  });
};
export const offersCopy = (button, text, done) =>
  offers(button, () => navigator.clipboard.writeText(text()), done);

export const newElement = (name, properties = {}, ...content) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...content);
  return element;
};
export const copyButton = (label, text) => {
  const button = newElement("button", { type: "button", className: "tombol", textContent: label });
  offersCopy(button, text);
  return button;
};

const today = new Date();
const [year, month, day] = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) =>
  String(part).padStart(2, "0"),
);

for (const place of document.querySelectorAll("[data-diakses]")) {
  const told = today.toLocaleDateString("id", { dateStyle: "long" });
  place.textContent = ` ${place.dataset.diakses.replace("{tanggal}", told)}`;
  place.hidden = false;
}

// The last line of a record ends it; the day stands before it.
const ends = [
  [encodeURIComponent("ER  - "), encodeURIComponent(`Y2  - ${year}/${month}/${day}\r\nER  - `)],
  [encodeURIComponent("\n}\n"), encodeURIComponent(`,\n  urldate = {${year}-${month}-${day}}\n}\n`)],
];
for (const record of document.querySelectorAll('a[href^="data:"][download]')) {
  for (const [end, dated] of ends) record.href = record.href.replace(end, dated);
}

// Where what is copied stands: of an indicator its anchor, of the page what search engines list.
const here = (id) => {
  const listed = document.querySelector('link[rel="canonical"]');
  const page = listed ? listed.href : `${location.origin}${location.pathname}`;
  return id ? `${page}#${id}` : page;
};
export const textOf = (place) => place.textContent.replace(/\s+/g, " ").trim();
const pageButton = document.querySelector("[data-salin-alamat]");
const citationButton = document.querySelector('[data-salin="_kutipan"]');
const newButton = ({ textContent }, className) =>
  newElement("button", { type: "button", className, textContent });

// Said behind a button of which each indicator has one.
export const withName = (button, indicator) => {
  const name = Object.assign(document.createElement("span"), { className: "tak-terlihat" });
  name.textContent = ` ${indicator.textContent.trim()}`;
  button.append(name);
  return button;
};

// What is calculated: an indicator, or one line of it.
export const nameOf = (id) =>
  document.querySelector(`[id="${CSS.escape(id)}"] > .baris-nama`) ?? document.getElementById(id);

// What stands once on a page is in it; what stands at each indicator would make it heavy.
const offersAtIndicators = () => {
  for (const link of document.querySelectorAll("[data-tautan]")) {
    offersCopy(link, () => here(decodeURIComponent(link.hash.slice(1))), words.tautan_disalin);
  }
  for (const line of document.querySelectorAll(".kutip p")) {
    const indicator = line.closest(".indikator").previousElementSibling;
    const button = withName(newButton(citationButton, "tombol"), indicator);
    offersCopy(button, () => textOf(line));
    line.after(button);
  }
};

const accessed = document.querySelector("[data-diakses]");
for (const line of document.querySelectorAll(".kutip p")) line.append(accessed.cloneNode(true));
for (const box of document.querySelectorAll(".kutip")) {
  box.addEventListener("toggle", async () => (await import("./kutipan.js")).offerRecords(box));
}

// Without a clipboard, as on a page that did not come by https, no button stands that does nothing.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-salin]")) {
    offersCopy(button, () => textOf(document.getElementById(button.dataset.salin)));
    button.hidden = false;
  }
  if (pageButton) {
    offersCopy(pageButton, () => here(""), words.tautan_disalin);
    pageButton.hidden = false;
    offersAtIndicators();
  }
}

for (const button of document.querySelectorAll("[data-cetak]")) {
  button.addEventListener("click", () => print());
  button.hidden = false;
}
