// The search page. Results are links inside <main>; texts are put in as text, never as markup.
// Whatever cannot be loaded is said, with another way to what is sought, and can be tried again.

const wadah = document.querySelector("[data-cari]");
const borang = wadah.querySelector("form");
const kotak = borang.querySelector("input");
const kabar = wadah.querySelector(".cari-kabar");
const daftar = wadah.querySelector(".cari-hasil");
const lagi = wadah.querySelector(".cari-lagi");
const saran = wadah.querySelector(".cari-saran");
const otherWays = wadah.querySelector(".cari-gagal");
const again = wadah.querySelector("[data-cari-ulang]");
const pilihan = [...wadah.querySelectorAll("select")];
const SEKALI = 10;
wadah.querySelector(".cari-tanpa-skrip").remove();

const PATIENCE = 3000;
const SLOW = "Pencarian masih dimuat; sambungan internet tampaknya lambat.";
const FAILED =
  "Pencarian tidak dapat dimuat. Periksa sambungan internet, lalu coba lagi atau muat ulang halaman ini.";

// One engine for all searches; one that failed is thrown away, and the next search gets another.
let mesin;
let attempts = 0;
const load = async () => {
  const attempt = attempts++;
  const { siapkan, labels } = await import(`./pencari.js${attempt ? `?${attempt}` : ""}`);
  const pencari = await siapkan(new URL("../", location.href), attempt);
  const { names } = pencari;
  const kata = Object.entries(names).map(([filter, each]) => [filter, labels(each, names.pemda)]);
  return { ...pencari, nilai: await pencari.saringan(), kata: Object.fromEntries(kata) };
};
const mulai = () => (mesin ??= load());
const discard = () => {
  mesin = undefined;
};

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

const butir = (hasil, names) => {
  const li = unsur("li", "hasil");
  const tautan = unsur("a", "hasil-judul", hasil.meta.title);
  tautan.href = hasil.url;
  const where = ["instansi", "pemda", "tahun"].flatMap((filter) =>
    (hasil.filters[filter] ?? []).map((key) => names[filter]?.[key] ?? key),
  );
  li.append(tautan, unsur("p", "redup", where.join(" · ")));
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
const next = async () => {
  const isi = await Promise.all(sisa.slice(0, SEKALI).map(({ hasil }) => hasil.data()));
  const { names } = await mulai();
  return isi.map((each) => butir(each, names));
};
const tampilkan = (baru) => {
  sisa = sisa.slice(baru.length);
  daftar.append(...baru);
  lagi.hidden = !sisa.length;
};

// The choices of a filter, with how many of the pages found have each. A choice is a key; its words are
// a name.
const isiPilihan = ({ nilai, kata }, hasil) => {
  for (const satu of pilihan) {
    const terpilih = satu.value || satu.dataset.semula || "";
    const lain = hasil.filter(({ id }) => cocok(nilai, id, satu));
    const opsi = [...(nilai[satu.name] ?? [])]
      .map(([kunci, halaman]) => [kunci, lain.filter(({ id }) => halaman.has(id)).length])
      .filter(([kunci, banyak]) => banyak || kunci === terpilih)
      .map(([kunci, banyak]) => [kunci, kata[satu.name]?.get(kunci) ?? kunci, banyak])
      .sort(([, a], [, b]) => a.localeCompare(b, "id"))
      .map(([kunci, teks, banyak]) => new Option(`${teks} (${banyak})`, kunci, false, kunci === terpilih));
    satu.replaceChildren(new Option("Semua", ""), ...opsi);
    delete satu.dataset.semula;
  }
};

const cocok = (nilai, id, kecuali) =>
  pilihan.every((satu) => {
    if (satu === kecuali || !satu.value) return true;
    return nilai[satu.name]?.get(satu.value)?.has(id);
  });

// One state at a time: its words, and what is offered with them.
const say = (words, { tips = false, ways = false, retry = false } = {}) => {
  kabar.textContent = words;
  saran.hidden = !tips;
  otherWays.hidden = !ways;
  again.hidden = !retry;
};
const fail = (error) => {
  console.error(error);
  discard();
  lagi.hidden = true;
  say(FAILED, { ways: true, retry: true });
};

const show = async (kata, isCurrent) => {
  const pencari = await mulai();
  const semua = await pencari.cari(kata);
  if (!isCurrent()) return;
  isiPilihan(pencari, semua);
  const hasil = semua.filter(({ id }) => cocok(pencari.nilai, id));
  sisa = hasil;
  const baru = await next();
  if (!isCurrent()) return;
  daftar.replaceChildren();
  tampilkan(baru);
  const banyak = hasil.length.toLocaleString("id");
  if (hasil.length) say(`${banyak} halaman cocok dengan “${kata}”.`);
  else say(`Tidak ada halaman yang cocok dengan “${kata}”.`, { tips: true });
};

const clear = () => {
  daftar.replaceChildren();
  lagi.hidden = true;
};

let giliran = 0;
const cari = async () => {
  const kata = kotak.value.trim();
  const ini = ++giliran;
  const isCurrent = () => ini === giliran;
  wadah.classList.toggle("cari-kosong", !kata);
  if (!kata) {
    clear();
    say("");
    return;
  }
  say("Mencari …");
  const slow = setTimeout(() => isCurrent() && say(SLOW, { ways: true }), PATIENCE);
  try {
    await show(kata, isCurrent);
  } catch (error) {
    if (!isCurrent()) return;
    clear();
    fail(error);
  } finally {
    clearTimeout(slow);
  }
};

const alamat = () => {
  const isi = new URLSearchParams();
  if (kotak.value.trim()) isi.set("q", kotak.value.trim());
  for (const satu of pilihan) if (satu.value) isi.set(satu.name, satu.value);
  return String(isi) ? `?${isi}` : location.pathname;
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
kotak.addEventListener("focus", () => mulai().catch(discard), { once: true });
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
  const ini = ++giliran;
  try {
    const baru = await next();
    if (ini !== giliran) return;
    tampilkan(baru);
    daftar.children[nomor]?.querySelector("a").focus();
  } catch (error) {
    if (ini === giliran) fail(error);
  }
});
again.addEventListener("click", () => {
  kabar.focus();
  cari();
});
addEventListener("popstate", dariAlamat);
dariAlamat();
