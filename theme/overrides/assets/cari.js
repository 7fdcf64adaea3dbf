// The search page. Results are links inside <main>; texts are put in as text, never as markup.
const wadah = document.querySelector("[data-cari]");
const borang = wadah.querySelector("form");
const kotak = borang.querySelector("input");
const kabar = wadah.querySelector(".cari-kabar");
const daftar = wadah.querySelector(".cari-hasil");
const lagi = wadah.querySelector(".cari-lagi");
const SEKALI = 10;
wadah.querySelector(".cari-tanpa-skrip").remove();

let mesin;
const siapkan = () =>
  (mesin ??= import("../pagefind/pagefind.js").then(async (pagefind) => {
    await pagefind.options({ excerptLength: 24 });
    await pagefind.init();
    return pagefind;
  }));

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
  const { instansi = [], tahun = [] } = hasil.filters;
  li.append(tautan, unsur("p", "redup", [...instansi, ...tahun].join(" · ")));
  const indikator = hasil.sub_results.filter((sub) => sub.anchor && !sub.anchor.id.startsWith("_"));
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
  const isi = await Promise.all(sekarang.map((satu) => satu.data()));
  daftar.append(...isi.map(butir));
  lagi.hidden = !sisa.length;
};

let giliran = 0;
const cari = async (kata) => {
  const ini = ++giliran;
  if (!kata) {
    daftar.replaceChildren();
    lagi.hidden = true;
    kabar.textContent = "";
    return;
  }
  kabar.textContent = "Mencari …";
  const pagefind = await siapkan();
  const { results } = await pagefind.search(kata);
  if (ini !== giliran) return;
  daftar.replaceChildren();
  sisa = results;
  await tampilkan();
  kabar.textContent = results.length
    ? `${results.length.toLocaleString("id")} halaman memuat “${kata}”.`
    : `Tidak ada halaman yang memuat “${kata}”. Coba kata yang lebih sedikit atau lebih umum.`;
};

const dariAlamat = () => {
  kotak.value = new URLSearchParams(location.search).get("q") ?? "";
  return cari(kotak.value.trim());
};

let jeda;
kotak.addEventListener("focus", siapkan, { once: true });
kotak.addEventListener("input", () => {
  clearTimeout(jeda);
  jeda = setTimeout(() => {
    const kata = kotak.value.trim();
    history.replaceState(null, "", kata ? `?q=${encodeURIComponent(kata)}` : location.pathname);
    cari(kata);
  }, 250);
});
borang.addEventListener("submit", (kejadian) => {
  kejadian.preventDefault();
  clearTimeout(jeda);
  const kata = kotak.value.trim();
  history.pushState(null, "", kata ? `?q=${encodeURIComponent(kata)}` : location.pathname);
  cari(kata);
});
lagi.addEventListener("click", async () => {
  const nomor = daftar.children.length;
  await tampilkan();
  daftar.children[nomor]?.querySelector("a").focus();
});
addEventListener("popstate", dariAlamat);
dariAlamat();
