// Finding, on top of Pagefind's index. Pagefind wants every word of a query on the page and knows
// word forms only by a stemmer; people ask whole questions, in other words, with typing errors. So
// each word of a query becomes a term with variants (word family, other names for the same thing,
// near spellings), each variant is asked for by itself, and the pages are ranked by all of them.

const HENTI = new Set(
  `ada adalah agar aja akan apa apakah atau bagaimana bagi bagian bahwa berapa bertanggung bisa boleh
  buat cara
  dalam dan dapat dari dengan di dimana dong gimana hal harus hendak ingin ini itu jawab jika juga kah
  kalau kapan karena ke kenapa kepada lama mana mau melalui mengapa mengurus menurut oleh pada para
  saja sama saya sebagai sebuah secara sedang seorang seperti siapa sih soal supaya tentang terhadap
  tersebut tiap tolong untuk urus yang`.split(/\s+/),
);
const BOBOT = { tepat: 1, nama: 0.9, padanan: 0.75, keluarga: 0.6, ejaan: 0.8, awal: 0.6 };
const BANYAK_VARIAN = 8;
const BATAS_SKOR = 0.25;
const LANGKA = 3;

// The words of a text, as `words.py` has them: tests/kata.json holds both to one table.
export const kataDari = (teks) =>
  teks
    .replace(/['’‘‛`´′ʹʻʼʾʿ＇]/gu, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
const rangkai = (teks) => teks.replace(/[-‐‑]/gu, "");

const AWALAN = [
  ["meny", ["s"]], ["peny", ["s"]], ["meng", ["", "k"]], ["peng", ["", "k"]],
  ["mem", ["", "p"]], ["pem", ["", "p"]], ["men", ["", "t"]], ["pen", ["", "t"]],
  ["per", [""]], ["ber", [""]], ["ter", [""]], ["me", [""]], ["pe", [""]],
  ["be", [""]], ["di", [""]], ["ke", [""]], ["se", [""]],
];
const AKHIRAN = ["", "nya", "lah", "kan", "an", "i", "annya", "kannya"];

// Every root that a word may come from: penyusunan -> susun, usun, …
const akar = (kata) => {
  const semua = new Set([kata]);
  const lepasAwalan = (dasar, sisa) => {
    semua.add(dasar);
    if (!sisa) return;
    for (const [awal, ganti] of AWALAN) {
      if (!dasar.startsWith(awal)) continue;
      for (const huruf of ganti) {
        const inti = huruf + dasar.slice(awal.length);
        if (inti.length >= 4) lepasAwalan(inti, sisa - 1);
      }
    }
  };
  for (const akhir of AKHIRAN) {
    const dasar = akhir ? kata.slice(0, -akhir.length) : kata;
    if (kata.endsWith(akhir) && dasar.length >= 4) lepasAwalan(dasar, 2);
  }
  return semua;
};

// How many letters must be typed anew, up to `batas`; two swapped letters are one error.
const jarak = (a, b, batas) => {
  if (Math.abs(a.length - b.length) > batas) return batas + 1;
  let lalu = [];
  let kini = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const baru = [i];
    for (let j = 1; j <= b.length; j++) {
      const beda = a[i - 1] === b[j - 1] ? 0 : 1;
      baru[j] = Math.min(kini[j] + 1, baru[j - 1] + 1, kini[j - 1] + beda);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        baru[j] = Math.min(baru[j], lalu[j - 2] + 1);
      }
    }
    lalu = kini;
    kini = baru;
  }
  return kini[b.length];
};

export class Kosakata {
  constructor({ kata, serangkai, istilah }) {
    this.kata = new Map(Object.entries(kata));
    this.serangkai = new Set(serangkai);
    this.keluarga = new Map();
    for (const satu of this.kata.keys()) {
      for (const dasar of akar(satu)) {
        if (!this.keluarga.has(dasar)) this.keluarga.set(dasar, []);
        this.keluarga.get(dasar).push(satu);
      }
    }
    // Each way to say a thing -> all ways to say it, the decree's own first.
    this.istilah = new Map();
    for (const cara of istilah) {
      const rapi = cara.map((satu) => kataDari(satu).join(" "));
      // e-KTP is also typed ektp.
      const sebagaiSatu = cara.map((satu) => kataDari(rangkai(satu)).join(" "));
      for (const satu of new Set([...rapi, ...sebagaiSatu])) {
        const lama = this.istilah.get(satu) ?? [];
        this.istilah.set(satu, [...lama, ...rapi]);
      }
    }
    this.terpanjang = Math.max(1, ...[...this.istilah.keys()].map((k) => k.split(" ").length));
  }

  dikenal(frasa) {
    return kataDari(frasa).every(
      (k) => k.length < 3 || /\d/.test(k) || this.kata.has(k) || this.serangkai.has(k),
    );
  }

  sekeluarga(kata) {
    const ketemu = new Set();
    for (const dasar of akar(kata)) {
      if (dasar.length < 5 && !this.kata.has(dasar) && dasar !== kata) continue;
      for (const satu of this.keluarga.get(dasar) ?? []) ketemu.add(satu);
    }
    ketemu.delete(kata);
    return this.#tersering([...ketemu]);
  }

  mirip(kata) {
    if (kata.length < 4 || /\d/.test(kata)) return [];
    const batas = kata.length > 7 ? 2 : 1;
    const ada = this.kata.get(kata) ?? 0;
    const dekat = [];
    for (const [satu, banyak] of this.kata) {
      if (satu === kata || satu.length < 4 || banyak < ada * 5) continue;
      const jauh = jarak(kata, satu, ada ? 1 : batas);
      if (jauh <= (ada ? 1 : batas)) dekat.push([jauh, satu]);
    }
    const terdekat = Math.min(...dekat.map(([jauh]) => jauh));
    return this.#tersering(dekat.filter(([jauh]) => jauh === terdekat).map(([, satu]) => satu));
  }

  // "keu" -> keuangan: whatever begins so, for people who shorten words, or are still typing.
  berawalan(kata) {
    if (kata.length < 3) return [];
    return this.#tersering([...this.kata.keys()].filter((satu) => satu.startsWith(kata)));
  }

  #tersering(daftar) {
    return daftar
      .sort((a, b) => this.kata.get(b) - this.kata.get(a) || (a < b ? -1 : 1))
      .slice(0, BANYAK_VARIAN);
  }

  // A query -> its terms, each a map from a variant to its weight.
  pecah(kueri) {
    const kata = [...new Set(kataDari(kueri))];
    const berisi = kata.some((satu) => !HENTI.has(satu));
    const butir = [];
    for (let i = 0; i < kata.length; ) {
      const panjang = this.#frasa(kata, i);
      if (panjang) butir.push(this.#dariIstilah(kata.slice(i, i + panjang)));
      else if (!berisi || !HENTI.has(kata[i])) butir.push(this.#dariKata(kata[i]));
      i += panjang || 1;
    }
    return butir;
  }

  #frasa(kata, mulai) {
    for (let n = Math.min(this.terpanjang, kata.length - mulai); n > 0; n--) {
      if (this.istilah.has(kata.slice(mulai, mulai + n).join(" "))) return n;
    }
    return 0;
  }

  #dariIstilah(kata) {
    const frasa = kata.join(" ");
    const varian = new Map([[frasa, BOBOT.tepat]]);
    this.istilah.get(frasa).forEach((cara) => {
      if (!varian.has(cara)) varian.set(cara, BOBOT.nama);
    });
    if (kata.length === 1) this.#tambahKeluarga(varian, frasa);
    return varian;
  }

  #dariKata(kata) {
    const varian = new Map([[kata, BOBOT.tepat]]);
    if (this.serangkai.has(kata)) return varian;
    this.#tambahKeluarga(varian, kata);
    if (varian.size > 1 && (this.kata.get(kata) ?? 0) >= LANGKA) return varian;
    for (const satu of this.mirip(kata)) {
      if (!varian.has(satu)) varian.set(satu, BOBOT.ejaan);
      for (const cara of this.istilah.get(satu) ?? []) {
        if (!varian.has(cara)) varian.set(cara, BOBOT.padanan);
      }
    }
    if (varian.size > 1) return varian;
    for (const satu of this.berawalan(kata)) varian.set(satu, BOBOT.awal);
    return varian;
  }

  #tambahKeluarga(varian, kata) {
    for (const satu of this.sekeluarga(kata)) {
      if (!varian.has(satu)) varian.set(satu, BOBOT.keluarga);
      for (const cara of this.istilah.get(satu) ?? []) {
        if (!varian.has(cara)) varian.set(cara, BOBOT.keluarga * BOBOT.padanan);
      }
    }
  }
}

// What was found for each term, of so many pages in all -> pages in the order of how well they answer.
export const gabung = (butir, total) => {
  const ditemukan = butir.filter((satu) => satu.size);
  const berat = ditemukan.map((satu) => Math.log(1 + total / Math.max(satu.size, LANGKA)));
  const semua = berat.reduce((a, b) => a + b, 0);
  const gabungan = new Map();
  ditemukan.forEach((satu, i) => {
    for (const [id, { nilai, hasil }] of satu) {
      const kini = gabungan.get(id) ?? { skor: 0, kena: 0, terbaik: 0, hasil };
      kini.skor += berat[i] * nilai;
      kini.kena += berat[i];
      if (berat[i] * nilai > kini.terbaik) Object.assign(kini, { terbaik: berat[i] * nilai, hasil });
      gabungan.set(id, kini);
    }
  });
  const urut = [...gabungan]
    .map(([id, { skor, kena, hasil }]) => ({ id, skor: skor * (kena / semua) ** 1.5, hasil }))
    .sort((a, b) => b.skor - a.skor || (a.id < b.id ? -1 : 1));
  return urut.filter(({ skor }) => skor >= urut[0].skor * BATAS_SKOR);
};

// The words of a choice, by key. Agencies of one name are told apart by their pemda, and what is still
// of one name by its key.
export const labels = (names, pemda = {}) => {
  const told = apart(Object.entries(names), (key, name) => {
    const above = pemda[key.split("/")[0]];
    return above ? `${name}, ${above}` : name;
  });
  return new Map(apart(told, (key, name) => `${name} (${key})`));
};

// The pairs of key and name, with a longer name for those that share one.
const apart = (pairs, longer) => {
  const seen = new Map();
  for (const [, name] of pairs) seen.set(name, (seen.get(name) ?? 0) + 1);
  return pairs.map(([key, name]) => [key, seen.get(name) > 1 ? longer(key, name) : name]);
};

// The search itself: `alamat` is the address of the site's root, and `attempt` counts from 0, for a browser
// never loads again what has failed under one address.
export const siapkan = async (alamat, attempt = 0) => {
  const { loadIndex } = await import(`./index-files.js?${attempt}`);
  const { vocabulary: kosakata, ...pagefind } = await loadIndex(alamat, attempt);
  const perbendaharaan = new Kosakata(kosakata);

  const peringkat = async (varian) => {
    const halaman = new Map();
    for (const [frasa, bobot] of varian) {
      // For a word that it does not know, Pagefind takes whatever begins it: "sopir" finds "SOP".
      if (!perbendaharaan.dikenal(frasa)) continue;
      const results = await pagefind.search(frasa);
      const tertinggi = results[0]?.score || 1;
      for (const hasil of results) {
        const nilai = bobot * (0.35 + (0.65 * hasil.score) / tertinggi);
        if (nilai > (halaman.get(hasil.id)?.nilai ?? 0)) halaman.set(hasil.id, { nilai, hasil });
      }
    }
    return halaman;
  };

  // Pages in the order of how well they answer, each with the result that shows it best.
  const cari = async (kueri) =>
    gabung(await Promise.all(perbendaharaan.pecah(kueri).map(peringkat)), kosakata.halaman);

  // Which pages have which key of which filter.
  const saringan = async () => {
    const nilai = {};
    for (const [nama, isi] of Object.entries(await pagefind.filters())) {
      nilai[nama] = new Map();
      for (const satu of Object.keys(isi)) {
        const results = await pagefind.search(null, { filters: { [nama]: satu } });
        nilai[nama].set(satu, new Set(results.map(({ id }) => id)));
      }
    }
    return nilai;
  };

  return { cari, saringan, names: kosakata.saringan };
};
