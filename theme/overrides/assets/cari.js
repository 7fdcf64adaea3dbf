// The search page. Results are links inside <main>; texts are put in as text, never as markup.
import { siapkan } from "./pencari.js";

const wadah = document.querySelector("[data-cari]");
const borang = wadah.querySelector("form");
const kotak = borang.querySelector("input");
const kabar = wadah.querySelector(".cari-kabar");
const daftar = wadah.querySelector(".cari-hasil");
const lagi = wadah.querySelector(".cari-lagi");
const saran = wadah.querySelector(".cari-saran");
const pilihan = [...wadah.querySelectorAll("select")];
const SEKALI = 10;
wadah.querySelector(".cari-tanpa-skrip").remove();

let mesin;
const mulai = () =>
  (mesin ??= siapkan(new URL("../", location.href)).then(async (pencari) => ({
    ...pencari,
    nilai: await pencari.saringan(),
  })));

const unsur = (nama, kelas, isi = "") => {
  const baru = document.createElement(nama);
  if (kelas) baru.className = kelas;
  baru.textContent = isi;
  return baru;
};

// An excerpt is escaped HTML with <mark>; only its words and its marks are taken over.
const cuplikan = (html) => {
  const paragraf = unsur("p", "cuplikan");
  const isi = new DOMParser().parseFromString(html, "text/html").body;
  for (const simpul of isi.childNodes) {
    const tanda = simpul.nodeName === "MARK";
    paragraf.append(tanda ? unsur("mark", "", simpul.textContent) : simpul.textContent);
  }
  return paragraf;
};

const butir = (hasil) => {
  const li = unsur("li", "hasil");
  const tautan = unsur("a", "hasil-judul", hasil.meta.title);
  tautan.href = hasil.url;
  const { instansi = [], pemda = [], tahun = [] } = hasil.filters;
  li.append(tautan, unsur("p", "redup", [...instansi, ...pemda, ...tahun].join(" · ")));
  const indikator = hasil.sub_results.filter(
    (sub) => sub.anchor && !sub.anchor.id.startsWith("_") && sub.excerpt.includes("<mark>"),
  );
  if (!indikator.length) {
    li.append(cuplikan(hasil.excerpt));
    return li;
  }
  const anak = unsur("ul", "hasil-indikator");
  for (const sub of indikator.slice(0, 3)) {
    const baris = unsur("li");
    const ke = unsur("a", "", sub.title);
    ke.href = sub.url;
    baris.append(ke, cuplikan(sub.excerpt));
    anak.append(baris);
  }
  li.append(anak);
  return li;
};

let sisa = [];
const tampilkan = async () => {
  const sekarang = sisa.splice(0, SEKALI);
  const isi = await Promise.all(sekarang.map(({ hasil }) => hasil.data()));
  daftar.append(...isi.map(butir));
  lagi.hidden = !sisa.length;
};

// The choices of a filter, with how many of the pages found have each.
const isiPilihan = (nilai, hasil) => {
  for (const satu of pilihan) {
    const terpilih = satu.value || satu.dataset.semula || "";
    const lain = hasil.filter(({ id }) => cocok(nilai, id, satu));
    const opsi = [...(nilai[satu.name] ?? [])]
      .map(([teks, halaman]) => [teks, lain.filter(({ id }) => halaman.has(id)).length])
      .filter(([teks, banyak]) => banyak || teks === terpilih)
      .sort(([a], [b]) => a.localeCompare(b, "id"))
      .map(([teks, banyak]) => new Option(`${teks} (${banyak})`, teks, false, teks === terpilih));
    satu.replaceChildren(new Option("Semua", ""), ...opsi);
    delete satu.dataset.semula;
  }
};

const cocok = (nilai, id, kecuali) =>
  pilihan.every((satu) => {
    if (satu === kecuali || !satu.value) return true;
    return nilai[satu.name]?.get(satu.value)?.has(id);
  });

let giliran = 0;
const cari = async () => {
  const kata = kotak.value.trim();
  const ini = ++giliran;
  wadah.classList.toggle("cari-kosong", !kata);
  if (!kata) {
    daftar.replaceChildren();
    lagi.hidden = true;
    saran.hidden = true;
    kabar.textContent = "";
    return;
  }
  kabar.textContent = "Mencari …";
  const { cari: temukan, nilai } = await mulai();
  const semua = await temukan(kata);
  if (ini !== giliran) return;
  isiPilihan(nilai, semua);
  const hasil = semua.filter(({ id }) => cocok(nilai, id));
  daftar.replaceChildren();
  sisa = [...hasil];
  await tampilkan();
  saran.hidden = hasil.length > 0;
  kabar.textContent = hasil.length
    ? `${hasil.length.toLocaleString("id")} halaman cocok dengan “${kata}”.`
    : `Tidak ada halaman yang cocok dengan “${kata}”.`;
};

const alamat = () => {
  const isi = new URLSearchParams();
  if (kotak.value.trim()) isi.set("q", kotak.value.trim());
  for (const satu of pilihan) if (satu.value) isi.set(satu.name, satu.value);
  return isi.size ? `?${isi}` : location.pathname;
};

const dariAlamat = () => {
  const isi = new URLSearchParams(location.search);
  kotak.value = isi.get("q") ?? "";
  for (const satu of pilihan) {
    const terpilih = isi.get(satu.name) ?? "";
    satu.dataset.semula = terpilih;
    satu.replaceChildren(new Option("Semua", ""));
    if (terpilih) satu.append(new Option(terpilih, terpilih, false, true));
  }
  return cari();
};

let jeda;
kotak.addEventListener("focus", mulai, { once: true });
kotak.addEventListener("input", () => {
  clearTimeout(jeda);
  jeda = setTimeout(() => {
    history.replaceState(null, "", alamat());
    cari();
  }, 250);
});
borang.addEventListener("change", (kejadian) => {
  if (kejadian.target === kotak) return;
  history.pushState(null, "", alamat());
  cari();
});
borang.addEventListener("submit", (kejadian) => {
  kejadian.preventDefault();
  clearTimeout(jeda);
  history.pushState(null, "", alamat());
  cari();
});
lagi.addEventListener("click", async () => {
  const nomor = daftar.children.length;
  await tampilkan();
  daftar.children[nomor]?.querySelector("a").focus();
});
addEventListener("popstate", dariAlamat);
dariAlamat();
