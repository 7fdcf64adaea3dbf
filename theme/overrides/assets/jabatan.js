// The page of a position beyond reading: "Coba hitung", "Salin rumus", copying its address, printing.
// Nothing that is typed leaves the page.
import { baca, hitungTepat, refusal, shared, tulis } from "./rumus.js";

const TAMPIL = 4;

const unsurBaru = (nama, sifat = {}, ...isi) => {
  const baru = document.createElement(nama);
  Object.assign(baru, sifat);
  baru.append(...isi);
  return baru;
};

// A button says for a moment what became of copying, then its own words again.
const SAY_FOR = 2500;
const resting = new Map();
const copy = async (button, text, done = "Disalin") => {
  const said = await navigator.clipboard.writeText(text).then(
    () => done,
    () => "Tidak dapat disalin",
  );
  const { words, timer } = resting.get(button) ?? { words: button.textContent };
  clearTimeout(timer);
  button.textContent = said;
  const back = setTimeout(() => {
    button.textContent = words;
    resting.delete(button);
  }, SAY_FOR);
  resting.set(button, { words, timer: back });
};
const offersCopy = (button, text, done) => {
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () => copy(button, text(), done));
};
const copyButton = (words, text) => {
  const button = unsurBaru("button", { type: "button", className: "tombol", textContent: words });
  offersCopy(button, text);
  return button;
};

// A field and what is wrong with what it holds.
const buatMasukan = (id, kata) => {
  const masukan = unsurBaru("input", { id, inputMode: "decimal", autocomplete: "off" });
  const pesan = unsurBaru("span", { id: `${id}-pesan`, className: "hitung-pesan" });
  masukan.setAttribute("aria-describedby", pesan.id);
  const label = unsurBaru("label", { htmlFor: id, textContent: kata });
  return { masukan, pesan, baris: unsurBaru("div", {}, label, masukan, pesan) };
};

const bacaMasukan = ({ masukan, pesan }) => {
  pesan.textContent = masukan.value.trim() && refusal(masukan.value);
  masukan.setAttribute("aria-invalid", String(pesan.textContent !== ""));
  return baca(masukan.value);
};

const kataHasil = ({ pohon, hasil, satuan }, nilai) => {
  try {
    const { teks, tepat } = tulis(hitungTepat(pohon, Object.fromEntries(nilai)), TAMPIL);
    return `${hasil} ${tepat ? "=" : "≈"} ${teks}${satuan}`;
  } catch (galat) {
    return `Tidak dapat dihitung: ${galat.message}.`;
  }
};

const buatHitungan = (wadah) => {
  const hitungan = JSON.parse(wadah.dataset.hitung);
  const { id } = wadah.dataset;
  const kotak = new Map(
    hitungan.unsur.map(([nama, kata]) => [nama, buatMasukan(`_${id}-${nama}`, kata)]),
  );
  const keluar = unsurBaru("output", { className: "hitung-hasil" });
  const bagikan = copyButton("Salin tautan hitungan", () => {
    const angka = [...kotak].map(([nama, { masukan }]) => `${nama}=${masukan.value.trim()}`);
    return new URL(`#hitung:${id};${angka.join(";")}`, location.href).href;
  });
  const baris = [...kotak.values()].map((satu) => satu.baris);
  const borang = unsurBaru("form", { className: "hitung-borang" }, ...baris, keluar, bagikan);

  const tampilkan = () => {
    const nilai = [...kotak].map(([nama, satu]) => [nama, bacaMasukan(satu)]);
    const lengkap = nilai.every(([, angka]) => angka !== null);
    bagikan.hidden = !lengkap || !navigator.clipboard;
    keluar.textContent = lengkap ? kataHasil(hitungan, nilai) : "";
  };
  borang.addEventListener("input", tampilkan);
  borang.addEventListener("submit", (kejadian) => kejadian.preventDefault());
  tampilkan();
  wadah.append(borang);
  return (angka) => {
    for (const [nama, teks] of angka) if (kotak.has(nama)) kotak.get(nama).masukan.value = teks;
    tampilkan();
  };
};

const isi = new Map();
for (const wadah of document.querySelectorAll("[data-hitung]")) {
  wadah.addEventListener("toggle", () => {
    if (wadah.open && !isi.has(wadah)) isi.set(wadah, buatHitungan(wadah));
  });
  wadah.hidden = false;
}

const bukaBersama = () => {
  const calculation = shared(location.hash);
  const wadah =
    calculation && document.querySelector(`[data-id="${CSS.escape(calculation.id)}"][data-hitung]`);
  if (!wadah) return;
  if (!isi.has(wadah)) isi.set(wadah, buatHitungan(wadah));
  wadah.open = true;
  isi.get(wadah)(calculation.numbers);
  wadah.scrollIntoView();
};
addEventListener("hashchange", bukaBersama);
bukaBersama();

const BENTUK = { teks: "Teks", latex: "LaTeX", mathml: "MathML", mathjson: "JSON" };
let formulas;
const fetched = async () => {
  const answer = await fetch("rumus.json");
  if (!answer.ok) throw new Error(`rumus.json: ${answer.status}`);
  return answer.json();
};

const copyButtons = (formula) => {
  const row = unsurBaru("div", { className: "salin-baris" });
  for (const [key, name] of Object.entries(BENTUK)) {
    if (formula[key] === undefined) continue;
    const text = typeof formula[key] === "string" ? formula[key] : JSON.stringify(formula[key]);
    row.append(copyButton(name, () => text));
  }
  return row;
};

// Filled when it is first opened; what could not be loaded is tried again when it is opened again.
const offerCopies = (box) => {
  const notice = unsurBaru("p", { className: "redup" });
  notice.setAttribute("role", "status");
  box.append(notice);
  box.addEventListener("toggle", async () => {
    if (!box.open || box.querySelector(".salin-baris")) return;
    notice.textContent = "Memuat …";
    try {
      formulas ??= fetched();
      const row = copyButtons((await formulas)[box.dataset.salinRumus]);
      notice.textContent = "";
      if (!box.querySelector(".salin-baris")) box.append(row);
    } catch {
      formulas = undefined;
      notice.textContent = "Rumus tidak dapat dimuat. Periksa sambungan internet, lalu tutup dan buka lagi.";
    }
  });
  box.hidden = false;
};

// Without a clipboard, as on a page that did not come by https, no button stands that does nothing.
if (navigator.clipboard) {
  document.querySelectorAll("[data-salin-rumus]").forEach(offerCopies);
  for (const button of document.querySelectorAll("[data-salin-alamat]")) {
    offersCopy(button, () => location.href, "Tautan disalin");
    button.hidden = false;
  }
}

for (const button of document.querySelectorAll("[data-cetak]")) {
  button.addEventListener("click", () => print());
  button.hidden = false;
}
