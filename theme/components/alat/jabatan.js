// The page of a position beyond reading: "Coba hitung", "Salin rumus", "Salin untuk SKP". What they are
// made of comes when it is asked for: few readers need it.
import { newElement, offers } from "./bagikan.js";

const words = KATA.alat.jabatan;

// Filled when it is first opened; what could not be loaded is tried again when it is opened again.
const offerFilling = (box, fill) => {
  const notice = newElement("p", { className: "redup" });
  notice.setAttribute("role", "status");
  box.append(notice);
  box.addEventListener("toggle", async () => {
    if (!box.open || box.lastChild !== notice) return;
    notice.textContent = words.memuat;
    try {
      await fill(box);
      notice.textContent = "";
    } catch {
      notice.textContent = words.gagal_dimuat;
    }
  });
  box.hidden = false;
};

const calculators = () => import("./hitung.js");
for (const box of document.querySelectorAll("[data-hitung]")) {
  offerFilling(box, async () => (await calculators()).fillerOf(box));
}
const openShared = async () => {
  if (location.hash.startsWith("#hitung:")) (await calculators()).openShared();
};
addEventListener("hashchange", openShared);
openShared();

// Without a clipboard, as on a page that did not come by https, no button stands that does nothing.
if (navigator.clipboard) {
  for (const box of document.querySelectorAll("[data-salin-rumus]")) {
    offerFilling(box, async () => (await import("./salin.js")).offerCopies(box));
  }
}

// "Salin untuk SKP". A browser lets a page write only right after the click, so it is given what is
// still to come, also how the table is made.
const tableButton = document.querySelector("[data-salin-tabel]");
if (tableButton && navigator.clipboard && globalThis.ClipboardItem) {
  const said = KATA.unduh.skrip;
  const made = async (kind) => (await import("./unduh.js")).table(kind);
  const copied = () => {
    const item = new ClipboardItem(
      Object.fromEntries(["text/html", "text/plain"].map((kind) => [kind, made(kind)])),
    );
    // eslint-disable-next-line no-restricted-properties -- to the clipboard, not into a page
    return navigator.clipboard.write([item]);
  };
  offers(tableButton, copied, said.tabel_disalin, said.tabel_gagal);
  tableButton.hidden = false;
}
