// RIS and BibTeX of an indicator, made when its citation is opened.
import { newElement, textOf } from "./bagikan.js";
import { recordOf } from "./rekaman.js";

const word = KATA.kutipan.indikator;

export const offerRecords = (box) => {
  if (box.querySelector("[download]")) return;
  const id = decodeURIComponent(box.querySelector("a").hash.slice(1));
  const said = {
    indikator: textOf(document.getElementById(id)),
    jabatan: textOf(document.querySelector("h1")),
  };
  const title = word.replace(/\{(\w+)\}/gu, (_, name) => said[name]);
  const row = newElement("p", { className: "baris-tombol" });
  for (const { href, download, className, textContent } of document.querySelectorAll(".kutipan [download]")) {
    const named = { download: download.replace(/(?=\.\w+$)/u, `-${id}`), className, textContent };
    row.append(newElement("a", { href: recordOf(href, id, title), ...named }), " ");
  }
  box.append(row);
};
