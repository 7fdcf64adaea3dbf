// "Salin untuk SKP": the table goes to the clipboard when it is asked for; nothing leaves the page.
import { asHtml, asText, rowsOf } from "./skp.js";

const SAY_FOR = 2500;
const button = document.querySelector("[data-salin-tabel]");
const words = button && JSON.parse(button.dataset.kataUnduh);
const headings = button && JSON.parse(button.dataset.salinTabel);

const table = async () => {
  const answer = await fetch("index.json");
  if (!answer.ok) throw new Error(`index.json: ${answer.status}`);
  return [headings, ...rowsOf(await answer.json())];
};

const blob = async (rows, kind, form) => new Blob([form(await rows)], { type: kind });

// A browser lets a page write only right after the click, so it is given what is still to come.
const copied = () => {
  const rows = table();
  const item = new ClipboardItem({
    "text/html": blob(rows, "text/html", asHtml),
    "text/plain": blob(rows, "text/plain", asText),
  });
  // eslint-disable-next-line no-restricted-properties -- to the clipboard, not into a page
  return navigator.clipboard.write([item]);
};

if (button && navigator.clipboard && globalThis.ClipboardItem) {
  button.setAttribute("aria-live", "polite");
  const label = button.textContent;
  button.addEventListener("click", async () => {
    button.textContent = await copied().then(
      () => words.tabel_disalin,
      () => words.tabel_gagal,
    );
    setTimeout(() => {
      button.textContent = label;
    }, SAY_FOR);
  });
  button.hidden = false;
}
