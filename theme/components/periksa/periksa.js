// Which decree a file is. Nothing of the file leaves the browser: its hash is made here and looked up
// in a list of ours.
const box = document.querySelector(".periksa");
const result = document.querySelector(".periksa-hasil");
const words = KATA.periksa.skrip;
const states = KATA.status;

const paragraph = (...content) => {
  const made = document.createElement("p");
  made.append(...content);
  return made;
};
const link = (name, href) => Object.assign(document.createElement("a"), { textContent: name, href });
const show = (...paragraphs) => result.replaceChildren(...paragraphs);

const digestOf = async (file) => {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
};

// A part of a split list that is not there holds nothing.
const known = async (digest) => {
  const digits = Number(box.dataset.potong);
  const answer = await fetch(digits ? `sidik-${digest.slice(0, digits)}.json` : "sidik.json");
  if (answer.status === 404 && digits) return [];
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json())[digest] ?? [];
};

const stateOf = ({ status, diperiksa }) => {
  if (!diperiksa) return states[status];
  const day = new Date(diperiksa).toLocaleDateString("id", { dateStyle: "long", timeZone: "UTC" });
  const told = status === "berlaku" ? states.berlaku_per : states.diperiksa;
  return told.replace("{status}", states[status]).replace("{tanggal}", day);
};

const told = (edition) => [
  paragraph(link(edition.nama, edition.alamat)),
  paragraph(words.keadaan.replace("{status}", stateOf(edition))),
  ...(edition.baru ? [paragraph(words.baru, link(edition.baru, edition.alamat_baru))] : []),
];

const look = async (file) => {
  show(paragraph(words.memeriksa));
  const digest = await digestOf(file).catch(() => null);
  if (!digest) return show(paragraph(words.tak_terbaca));
  const hash = paragraph(words.sidik.replace("{sidik}", digest));
  const editions = await known(digest).catch(() => null);
  if (!editions) return show(paragraph(words.gagal), hash);
  const found = editions.length ? words.sama : words.lain;
  return show(paragraph(found), ...editions.flatMap(told), hash);
};

document.querySelector(".periksa-tanpa-skrip").hidden = true;
if (globalThis.crypto?.subtle) {
  box.hidden = false;
  box.querySelector("input").addEventListener("change", ({ target }) => {
    if (target.files.length) look(target.files[0]);
  });
  const mark = (isOver) => (event) => {
    event.preventDefault();
    box.classList.toggle("periksa-di-atas", isOver);
    if (event.type === "drop" && event.dataTransfer.files.length) look(event.dataTransfer.files[0]);
  };
  for (const [type, isOver] of [["dragover", true], ["dragleave", false], ["drop", false]]) {
    box.addEventListener(type, mark(isOver));
  }
} else {
  show(paragraph(words.tanpa_https));
}
