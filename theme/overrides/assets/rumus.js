// "Coba hitung" and "Salin rumus" on the page of a position. The tree of a formula comes from the
// page as JSON and is walked here with exact fractions of whole numbers, as Python does it, so that
// both give the same digits. Nothing that is typed leaves the page.

const DESIMAL = 10;
const TAMPIL = 4;
const BATAS = 10n ** 30n;
export const NOL = "penyebut bernilai nol";
export const BESAR = "hasil terlalu besar";

// A fraction is [numerator, denominator], the denominator above zero.
const tambah = ([a, b], [c, d]) => [a * d + c * b, b * d];
const negatif = ([a, b]) => [-a, b];
const kali = ([a, b], [c, d]) => [a * c, b * d];
const bagi = ([a, b], [c, d]) => {
  if (c === 0n) throw new RangeError(NOL);
  return c < 0n ? [-a * d, -b * c] : [a * d, b * c];
};
const kurang = (a, b) => tambah(a, negatif(b));
const lebihKecil = ([a, b], [c, d]) => a * d < c * b;
const mutlak = (n) => (n < 0n ? -n : n);

// Half away from zero, as people round.
const bulatkan = ([a, b]) => {
  const besar = (2n * mutlak(a) + b) / (2n * b);
  return a < 0n ? -besar : besar;
};

const dariTeks = (teks) => {
  const [bulat, pecahan = ""] = teks.split(".");
  return [BigInt(bulat + pecahan), 10n ** BigInt(pecahan.length)];
};

const FUNGSI = {
  Add: (...isi) => isi.reduce(tambah),
  Subtract: kurang,
  Multiply: kali,
  Divide: bagi,
  Negate: negatif,
  Min: (...isi) => isi.reduce((a, b) => (lebihKecil(b, a) ? b : a)),
  Max: (...isi) => isi.reduce((a, b) => (lebihKecil(a, b) ? b : a)),
  Round: (isi) => [bulatkan(isi), 1n],
};

const nilai = (pohon, unsur) => {
  if (typeof pohon === "number") return [BigInt(pohon), 1n];
  if (typeof pohon === "string") return unsur[pohon];
  if (!Array.isArray(pohon)) return dariTeks(pohon.num);
  const [nama, ...isi] = pohon;
  if (nama === "Mean") {
    const semua = isi[0].slice(1).map((satu) => nilai(satu, unsur));
    return bagi(semua.reduce(tambah), [BigInt(semua.length), 1n]);
  }
  return FUNGSI[nama](...isi.map((satu) => nilai(satu, unsur)));
};

// What an officer types -> a fraction, or null: 1.250 and 2,5, as Indonesians write.
export const baca = (teks) => {
  const rapi = teks.trim().replace("\u2212", "-");
  if (!/^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(rapi)) return null;
  if (rapi.replace(/\D/g, "").length > 15) return null;
  return dariTeks(rapi.replaceAll(".", "").replace(",", "."));
};

// A fraction -> text with at most so many decimals, and whether something was cut off.
const tulis = (pecahan, desimal) => {
  const skala = 10n ** BigInt(desimal);
  const angka = bulatkan(kali(pecahan, [skala, 1n]));
  const digit = String(mutlak(angka)).padStart(desimal + 1, "0");
  const bulat = digit.slice(0, -desimal).replace(/\B(?=(\d{3})+$)/g, ".");
  const sisa = digit.slice(-desimal).replace(/0+$/, "");
  const teks = (angka < 0n ? "-" : "") + bulat + (sisa ? `,${sisa}` : "");
  return { teks, tepat: angka * pecahan[1] === pecahan[0] * skala };
};

const hitungTepat = (pohon, unsur) => {
  const hasil = nilai(pohon, unsur);
  if (mutlak(hasil[0]) >= BATAS * hasil[1]) throw new RangeError(BESAR);
  return hasil;
};

// The value as text, or why there is none.
export const hitung = (pohon, unsur) => {
  try {
    return tulis(hitungTepat(pohon, unsur), DESIMAL).teks;
  } catch (galat) {
    if (galat instanceof RangeError) return galat.message;
    throw galat;
  }
};

const unsurBaru = (nama, sifat = {}, ...isi) => {
  const baru = document.createElement(nama);
  Object.assign(baru, sifat);
  baru.append(...isi);
  return baru;
};

const salin = async (tombol, teks) => {
  const semula = tombol.textContent;
  await navigator.clipboard.writeText(teks);
  tombol.textContent = "Disalin";
  setTimeout(() => (tombol.textContent = semula), 2000);
};

const BANTUAN = "Tulis angka saja, misalnya 1.250 atau 2,5.";

const buatHitungan = (wadah) => {
  const { pohon, unsur, hasil, satuan } = JSON.parse(wadah.dataset.hitung);
  const id = wadah.dataset.id;
  const kotak = new Map();
  const keluar = unsurBaru("output", { className: "hitung-hasil" });
  const bagikan = unsurBaru("button", {
    type: "button",
    className: "tombol",
    textContent: "Salin tautan hitungan",
    hidden: true,
  });
  const borang = unsurBaru("form", { className: "hitung-borang" });
  for (const [nama, kata] of unsur) {
    const masukan = unsurBaru("input", { inputMode: "decimal", autocomplete: "off" });
    masukan.id = `_${id}-${nama}`;
    const pesan = unsurBaru("span", { id: `_${id}-${nama}-pesan`, className: "hitung-pesan" });
    masukan.setAttribute("aria-describedby", pesan.id);
    kotak.set(nama, { masukan, pesan });
    const label = unsurBaru("label", { htmlFor: masukan.id, textContent: kata });
    borang.append(unsurBaru("div", {}, label, masukan, pesan));
  }
  borang.append(keluar, bagikan);

  const tampilkan = () => {
    const nilaiUnsur = {};
    let lengkap = true;
    for (const [nama, { masukan, pesan }] of kotak) {
      const terbaca = baca(masukan.value);
      const salah = terbaca === null && masukan.value.trim() !== "";
      masukan.setAttribute("aria-invalid", String(salah));
      pesan.textContent = salah ? BANTUAN : "";
      nilaiUnsur[nama] = terbaca;
      lengkap &&= terbaca !== null;
    }
    bagikan.hidden = !lengkap || !navigator.clipboard;
    if (!lengkap) {
      keluar.textContent = "";
      return;
    }
    try {
      const { teks, tepat } = tulis(hitungTepat(pohon, nilaiUnsur), TAMPIL);
      keluar.textContent = `${hasil} ${tepat ? "=" : "≈"} ${teks}${satuan}`;
    } catch (galat) {
      keluar.textContent = `Tidak dapat dihitung: ${galat.message}.`;
    }
  };
  borang.addEventListener("input", tampilkan);
  borang.addEventListener("submit", (kejadian) => kejadian.preventDefault());
  bagikan.addEventListener("click", () => {
    const angka = [...kotak].map(([nama, { masukan }]) => `${nama}=${masukan.value.trim()}`);
    const alamat = new URL(`#hitung:${id};${angka.join(";")}`, location.href);
    salin(bagikan, alamat.href);
  });
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

// A shared calculation: #hitung:id;name=number;name=number. The numbers never reach a server.
const bukaBersama = () => {
  const [awal, ...angka] = decodeURIComponent(location.hash.slice(1)).split(";");
  if (!awal.startsWith("hitung:")) return;
  const wadah = document.querySelector(`[data-id="${CSS.escape(awal.slice(7))}"][data-hitung]`);
  if (!wadah) return;
  if (!isi.has(wadah)) isi.set(wadah, buatHitungan(wadah));
  wadah.open = true;
  isi.get(wadah)(angka.map((satu) => satu.split("=")));
  wadah.scrollIntoView();
};
addEventListener("hashchange", bukaBersama);
bukaBersama();

const BENTUK = { teks: "Teks", latex: "LaTeX", mathml: "MathML", mathjson: "JSON" };
let data;
const ambil = () => (data ??= fetch("rumus.json").then((jawaban) => jawaban.json()));
for (const wadah of document.querySelectorAll("[data-salin-rumus]")) {
  if (!navigator.clipboard) break;
  wadah.addEventListener(
    "toggle",
    async () => {
      const rumus = (await ambil())[wadah.dataset.salinRumus];
      const baris = unsurBaru("div", { className: "salin-baris" });
      for (const [kunci, nama] of Object.entries(BENTUK)) {
        if (rumus[kunci] === undefined) continue;
        const teks = typeof rumus[kunci] === "string" ? rumus[kunci] : JSON.stringify(rumus[kunci]);
        const tombol = unsurBaru("button", { type: "button", className: "tombol", textContent: nama });
        tombol.setAttribute("aria-live", "polite");
        tombol.addEventListener("click", () => salin(tombol, teks));
        baris.append(tombol);
      }
      wadah.append(baris);
    },
    { once: true },
  );
  wadah.hidden = false;
}
