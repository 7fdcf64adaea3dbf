"""The documents that agencies write: one class for each thing, one line for each field.

Field names and choices are the words of the YAML; descriptions are the help that an officer reads.
"""

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field

from generator.formula import Rumus
from generator.formula.grammar import Fault, expression, parse
from generator.model.columns import normal
from generator.values.fields import (
    AlamatSitus,
    AsMapping,
    AsText,
    Below,
    Bobot,
    Edisi,
    JudulKolom,
    KodeWilayah,
    Komit,
    Laman,
    Model,
    Nomor,
    Pendek,
    Periode,
    RujukanEdisi,
    RujukanSasaran,
    Sha256,
    Slug,
    Surel,
    Tahun,
    Tanggal,
    Teks,
    TeksPanjang,
    TextOrMapping,
    Versi,
    YaTidak,
    no_split_text,
    text_unless,
    wrong,
    wrong_at,
)

MAX_COLUMNS = 40
"""No paper is wider; a table has as many cells as columns times rows."""

Penomoran = Literal["huruf", "angka", "strip", "titik", "tanpa"]
Status = Literal["definitif", "Plt.", "Plh.", "Pj.", "Pjs."]


class Rincian(Model):
    """Satu butir yang punya butir-butir di bawahnya."""

    teks: Teks | None = Field(
        None,
        description="Kalimat pembuka di atas butirnya, misalnya Mengurus pegawai, yang meliputi:",
    )
    penomoran: Penomoran = Field(
        "huruf",
        description="Tanda butir seperti tercetak: a. b. (huruf), 1. 2. (angka), atau lainnya.",
    )
    butir: list["Butir"] = Field(
        min_length=1,
        description="Butir-butir di bawahnya; tiap butir di baris baru, diawali - dan spasi.",
    )


Butir = Annotated[
    Annotated[Teks, AsText] | Annotated[Rincian, AsMapping],
    TextOrMapping,
    text_unless(Rincian.model_fields, Rincian.model_fields),
]
# What may stand in a list in a list is told from the model, which must know itself for that.
Rincian.model_rebuild()


def as_line(butir: Butir) -> str:
    """A list item, with what lies below it, as one line of text."""
    if isinstance(butir, str):
        return butir
    return " ".join(filter(None, (butir.teks, "; ".join(map(as_line, butir.butir)))))


def as_marked_line(butir: Butir) -> str:
    """The same with the marks of the lists below it: `yang meliputi: (angka) cuti; pangkat`."""
    if isinstance(butir, str):
        return butir
    below = f"({butir.penomoran}) {'; '.join(map(as_marked_line, butir.butir))}"
    return " ".join(filter(None, (butir.teks, below)))


def _paragraphs(value: Any) -> Any:
    return [value] if isinstance(value, str) and value.strip() else value


class Pemda(Model):
    """pemda.yml: pemerintah daerah atau lembaga yang menaungi instansi."""

    nama: Teks = Field(description="Nama resmi, misalnya Kabupaten Malang.")
    jenis: Literal["provinsi", "kabupaten", "kota", "lembaga"] = Field(
        description="Provinsi, kabupaten, kota, atau lembaga pusat."
    )
    kode_wilayah: KodeWilayah | None = Field(
        None, description="Kode wilayah menurut Kemendagri, misalnya 35.07."
    )


class Instansi(Model):
    """instansi.yml: dinas, badan, kecamatan, dan sebagainya."""

    nama: Teks = Field(
        description="Nama lengkap instansi, misalnya Dinas Komunikasi dan Informatika."
    )
    singkatan: Teks | None = Field(
        None, description="Singkatan seperti dipakai naskah, misalnya Diskominfo."
    )
    jenis: Literal[
        "dinas",
        "badan",
        "kecamatan",
        "sekretariat",
        "inspektorat",
        "rumah-sakit",
        "puskesmas",
        "kelurahan",
        "kementerian",
        "pengadilan",
        "biro",
        "perguruan-tinggi",
        "sekolah",
        "pemerintah-daerah",
        "badan-usaha",
        "lainnya",
    ] = Field(description="Jenis instansi menurut bentuknya; lainnya bila tidak ada yang cocok.")
    alamat: Teks | None = Field(
        None, description="Alamat kantor, misalnya Jalan Panji 158, Kepanjen."
    )
    telepon: Teks | None = Field(
        None, description="Telepon kantor, bukan nomor pribadi, misalnya (0341) 408788."
    )
    surel: Surel | None = Field(
        None, description="Surel kantor, bukan surel pribadi, misalnya dinas@kotaanda.go.id."
    )
    laman: Laman | None = Field(
        None, description="Situs resmi, misalnya https://dinas.kotaanda.go.id."
    )
    tugas_pokok: Teks | None = Field(
        None, description="Tugas pokok instansi, misalnya membantu Bupati di bidang statistik."
    )
    fungsi: list[Butir] = Field(
        [], description="Fungsi instansi, satu butir tiap fungsi, misalnya perumusan kebijakan."
    )


class Diktum(Model):
    """Satu keputusan: KESATU, KEDUA, …"""

    nama: Teks = Field(description="Sebutan diktum, misalnya KESATU.")
    isi: Teks = Field(description="Bunyi diktum, misalnya Menetapkan Indikator Kinerja Individu.")
    butir: list[Butir] = Field([], description="Butir a, b, c di bawah bunyi diktum, bila ada.")


class Penandatangan(Model):
    """Yang menandatangani. NIP tidak pernah dimuat."""

    jabatan: Teks = Field(
        description="Jabatan penanda tangan seperti tercetak, misalnya KEPALA DINAS."
    )
    status: Status = Field(
        "definitif", description="Pejabat definitif, atau pelaksana seperti tercetak."
    )
    nama: Teks | None = Field(
        None, description="Nama seperti tercetak, tanpa NIP, misalnya AHMAD CONTOH, SE."
    )
    pangkat: Teks | None = Field(
        None, description="Pangkat seperti tercetak, misalnya Pembina Tingkat I."
    )


class Perubahan(Model):
    """Naskah lain yang diubah atau dicabut oleh naskah ini."""

    jenis: Literal["perubahan", "revisi", "reviu"] = Field(
        description="Sifat perubahannya, seperti disebut naskah."
    )
    atas: Edisi | None = Field(
        None, description="Folder edisi yang diubah, bila dimuat di situs ini, misalnya 2021."
    )
    atas_naskah: Teks | None = Field(
        None, description="Sebutan naskah yang diubah, bila tidak dimuat di sini, misalnya Nomor 5."
    )
    mencabut: YaTidak = Field(
        False,
        description="true bila naskah itu dicabut seluruhnya; tanpa ini, isinya tetap berlaku.",
    )
    menghapus: list[Slug] = Field(
        [], description="Nama berkas jabatan yang dihapus dari edisi itu, misalnya seksi-statistik."
    )


class Masa(Model):
    """Masa berlaku lebih dari satu tahun."""

    mulai: Tahun = Field(description="Tahun pertama, misalnya 2021.")
    akhir: Tahun = Field(description="Tahun terakhir, misalnya 2026.")


class BerkasSumber(Model):
    """Berkas naskah yang disalin."""

    url: Laman | None = Field(
        None,
        description="Alamat berkas naskah, misalnya https://dinas.kotaanda.go.id/iki-2024.pdf.",
    )
    sha256: Sha256 | None = Field(
        None, description="Sidik SHA-256 berkas: 64 angka dan huruf a-f, misalnya e3b0c442…"
    )
    halaman: Nomor | None = Field(None, description="Banyaknya halaman berkas, misalnya 24.")
    tanpa_nip: YaTidak = Field(
        False,
        description="true bila setiap halaman naskah.pdf sudah dilihat dan tanpa NIP: ia dimuat.",
    )
    alasan_tidak_ada: Teks | None = Field(
        None, description="Mengapa berkasnya tidak ada, misalnya Naskah hanya tersimpan di kertas."
    )


class Jdih(Model):
    """Keterangan untuk Jaringan Dokumentasi dan Informasi Hukum."""

    singkatan_jenis: Teks | None = Field(
        None, description="Singkatan jenis naskah, misalnya KEPDIN."
    )
    bidang_hukum: Teks | None = Field(
        None, description="Bidang hukumnya, misalnya Hukum Administrasi Negara."
    )
    subjek: Teks | None = Field(
        None, description="Kata kunci pokok naskah, misalnya INDIKATOR KINERJA INDIVIDU."
    )
    abstrak: Teks | None = Field(
        None, description="Ringkasan isi naskah, misalnya Keputusan ini menetapkan IKI 24 jabatan."
    )
    tanggal_pengundangan: Tanggal | None = Field(
        None, description="Tahun-bulan-tanggal, misalnya 2024-01-10."
    )


class Dip(Model):
    """Baris Daftar Informasi Publik."""

    ringkasan: Teks | None = Field(
        None, description="Ringkasan isi informasi, misalnya IKI setiap jabatan tahun 2024."
    )
    penguasa: Teks | None = Field(
        None, description="Pejabat atau unit yang menguasai informasi, misalnya Sekretariat."
    )
    penanggung_jawab: Teks | None = Field(
        None, description="Penanggung jawab pembuatannya, misalnya Subbag Perencanaan."
    )
    waktu_tempat: Teks | None = Field(
        None, description="Waktu dan tempat pembuatan, misalnya Januari 2024, Kepanjen."
    )
    bentuk: Teks | None = Field(None, description="Bentuk informasi, misalnya cetak dan daring.")
    retensi: Teks | None = Field(None, description="Jangka waktu penyimpanan, misalnya 5 tahun.")
    klasifikasi: Literal["berkala", "serta-merta", "setiap-saat"] | None = Field(
        None, description="Golongan informasi publik menurut PPID."
    )


def _of_target_and_result(text: str) -> str:
    tree = parse(text.removesuffix("%").strip(), {"T": "target", "R": "realisasi"})
    if isinstance(tree, Fault):
        raise wrong(
            f"tidak terbaca di kolom {tree.column}. Tulis dengan T (target) dan R (realisasi), "
            f"misalnya {_with_letters(text)}.",
            tree.column - 1,
        )
    return expression(text, tree)


def _with_letters(text: str) -> str:
    """The words for target and result as letters, where that can be read; else an example."""
    letters = re.sub(r"\bcapaian\s*=|\brealisasi\b|\btarget\b", _letter, text, flags=re.I).strip()
    tree = parse(letters.removesuffix("%").strip(), {"T": "target", "R": "realisasi"})
    return "R / T × 100%" if isinstance(tree, Fault) or letters == text else letters


def _letter(found: re.Match[str]) -> str:
    return {"r": "R", "t": "T"}.get(found[0][0].lower(), "")


HitunganCapaian = Annotated[Teks, AfterValidator(_of_target_and_result)]
"""An expression over T and R that gives percent, with or without the sign at its end."""


class RumusCapaian(Model):
    """Cara naskah menghitung capaian dari target (T) dan realisasi (R)."""

    maksimum: HitunganCapaian | None = Field(
        None, description="Untuk indikator yang makin besar makin baik, misalnya R / T × 100%."
    )
    minimum: HitunganCapaian | None = Field(
        None, description="Untuk yang makin kecil makin baik, misalnya (1 + (1 − R / T)) × 100%."
    )
    batas: Teks | None = Field(
        None, description="Batas capaian, bila naskah menyebutnya, misalnya paling tinggi 120%."
    )


class Dokumen(Model):
    """dokumen.yml: naskah yang menetapkan indikator satu edisi."""

    jenis: Literal[
        "IKI", "IKU", "gabungan", "PK", "SKP", "Renstra", "RPJMD", "manual", "lainnya"
    ] = Field(description="Isi naskah: IKI tiap jabatan, IKU instansi, gabungan, atau lainnya.")
    judul: Teks = Field(
        description="Judul naskah seperti tercetak, misalnya KEPUTUSAN KEPALA DINAS CONTOH."
    )
    naskah: Teks | None = Field(None, description="Bentuk naskah, misalnya Keputusan Bupati.")
    bagian_dari: RujukanEdisi | None = Field(
        None, description="Naskah induk untuk beberapa instansi, misalnya kab-malang/setda/2024."
    )
    nomor: Teks | None = Field(
        None, description="Nomor seperti tercetak, misalnya 188.4/12/KEP/2024."
    )
    nomor_lengkap: YaTidak = Field(
        True, description="false bila bagian nomor masih kosong, seperti 188.4/ /KEP/2024."
    )
    tentang: Teks = Field(description="Perihal naskah, misalnya INDIKATOR KINERJA INDIVIDU.")
    tahun: Tahun | None = Field(
        None, description="Tahun indikatornya, misalnya 2024; atau isi periode."
    )
    periode: Masa | None = Field(
        None, description="Masa berlaku lebih dari satu tahun, sebagai ganti tahun."
    )
    tempat_ditetapkan: Teks | None = Field(
        None, description="Tempat naskah ditetapkan, misalnya Kepanjen."
    )
    tanggal_ditetapkan: Tanggal | None = Field(
        None, description="Tahun-bulan-tanggal penetapan, misalnya 2024-01-10."
    )
    mulai_berlaku: Tanggal | None = Field(
        None, description="Bila berbeda dari tanggal penetapan, misalnya 2024-02-01."
    )
    menimbang: list[Butir] = Field(
        [], description="Pertimbangan a, b, …: satu butir tiap pertimbangan."
    )
    mengingat: list[Butir] = Field(
        [], description="Dasar hukum 1, 2, …: satu butir tiap peraturan."
    )
    diktum: list[Diktum] = Field([], description="Isi keputusan: KESATU, KEDUA, dan seterusnya.")
    visi: Teks | None = Field(
        None, description="Visi yang dikutip naskah, misalnya Terwujudnya pelayanan prima."
    )
    misi: Teks | None = Field(
        None, description="Misi yang dikutip naskah, misalnya Meningkatkan tata kelola."
    )
    tujuan: Teks | None = Field(
        None, description="Tujuan yang dikutip naskah, misalnya Meningkatnya mutu layanan."
    )
    penandatangan: Penandatangan | None = Field(
        None, description="Yang menandatangani naskah; NIP tidak dimuat."
    )
    perubahan: Perubahan | None = Field(
        None, description="Naskah lain yang diubah atau dicabut oleh naskah ini."
    )
    berkas_sumber: BerkasSumber | None = Field(
        None, description="Berkas naskah yang disalin: alamat, sidik, dan halamannya."
    )
    mutu_sumber: Literal["asli-digital", "hasil-pindai", "sebagian-tidak-terbaca"] | None = Field(
        None, description="Seberapa baik berkas naskah terbaca."
    )
    status: Literal["draf", "berlaku", "diubah", "dicabut", "belum-dipastikan"] = Field(
        description="Keadaannya: menurut naskah, atau pada tanggal diperiksa."
    )
    diperiksa: Tanggal | None = Field(
        None, description="Kapan instansi memastikan status itu, misalnya 2024-06-30."
    )
    rumus_capaian: RumusCapaian | None = Field(
        None,
        description="Cara menghitung capaian dari target dan realisasi, bila naskah menyebutnya.",
    )
    dip: Dip | None = Field(
        None, description="Isi baris Daftar Informasi Publik, diisi bersama PPID."
    )
    jdih: Jdih | None = Field(
        None, description="Keterangan untuk jaringan dokumentasi dan informasi hukum."
    )
    catatan: Teks | None = Field(
        None,
        description="Catatan penyalin, tampil sebagai catatan, misalnya Halaman 3 kurang terbaca.",
    )


class Baseline(Model):
    """Nilai awal."""

    tahun: Tahun | None = Field(None, description="Tahun nilai awal, bila disebut, misalnya 2023.")
    nilai: Teks = Field(description="Nilai awal seperti tercetak, misalnya 87,5.")

    def __str__(self) -> str:
        return f"{self.nilai} ({self.tahun})" if self.tahun else self.nilai


class Kategori(Model):
    """Satu kelas hasil: >90–100 Sangat Memuaskan."""

    batas: Teks = Field(description="Batas kelas seperti tercetak, misalnya >90–100.")
    sebutan: Teks = Field(description="Sebutan kelas itu, misalnya Sangat Memuaskan.")


class RincianIndikator(Model):
    """Satu baris dari indikator yang dirinci: SD, SMP."""

    id: Slug = Field(
        description="Alamat tetap baris ini, seperti pada indikator, misalnya kunjungan-sd."
    )
    nama: Teks = Field(description="Nama baris ini seperti tercetak, misalnya SD.")
    satuan: Teks | None = Field(None, description="Satuan nilainya, misalnya persen.")
    target: dict[Periode, Teks] = Field(
        {}, description="Target tiap masa: tahun, triwulan, atau semester, misalnya 2024-tw1: 85."
    )
    rumus: Rumus | None = Field(
        None, description="Cara menghitung baris ini, bila berbeda dari indikatornya."
    )


def _once(cells: dict[str, str]) -> dict[str, str]:
    """Two writings of one heading would leave one of the cells out."""
    seen: dict[str, str] = {}
    for heading in cells:
        if (first := seen.setdefault(normal(heading), heading)) != heading:
            message = f'sudah ditulis sebagai "{first}". Gabungkan keduanya.'
            raise wrong_at([Below((heading, "[key]"), message)])
    return cells


Lainnya = Annotated[dict[JudulKolom, Teks], AfterValidator(_once)]
"""What stands in a printed column, by its heading."""


class Indikator(Model):
    """Satu ukuran keberhasilan."""

    id: Slug = Field(
        description="Alamat tetapnya: beberapa kata pendek, untuk selamanya, misalnya buku-laporan."
    )
    nama: Teks = Field(
        description="Nama indikator seperti tercetak, misalnya Persentase surat yang tepat waktu."
    )
    rumus: Rumus | None = Field(
        None, description="Cara menghitungnya: satu teks, atau jenis dengan unsurnya."
    )
    sumber_data: list[Butir] = Field(
        [], description="Sumber datanya, satu butir tiap sumber, misalnya Buku agenda."
    )
    sumber_data_gabung: YaTidak = Field(
        False, description="true bila sel sumber data menyatu dengan yang di atasnya."
    )
    makna: Teks | None = Field(
        None, description="Isi kolom makna indikator, misalnya Menunjukkan ketepatan layanan."
    )
    alasan_pemilihan: Teks | None = Field(
        None, description="Isi kolom alasan pemilihan, misalnya Sesuai Renstra."
    )
    penanggung_jawab: Teks | None = Field(
        None, description="Isi kolom penanggung jawab, misalnya Subbag Umum."
    )
    definisi_operasional: Annotated[
        list[Butir],
        BeforeValidator(_paragraphs, json_schema_input_type=Teks | list[Butir]),
        BeforeValidator(no_split_text),
    ] = Field([], description="Arti istilah dalam indikator: satu teks, atau daftar alinea.")
    satuan: Teks | None = Field(None, description="Satuan nilainya, misalnya persen.")
    polarisasi: Literal["maksimum", "minimum", "stabil"] | None = Field(
        None, description="Arah yang baik: maksimum (makin besar makin baik), minimum, atau stabil."
    )
    periode_pelaporan: Literal["bulanan", "triwulanan", "semesteran", "tahunan"] | None = Field(
        None, description="Seberapa sering dilaporkan."
    )
    tipe_perhitungan: Literal["kumulatif", "non-kumulatif", "rata-rata", "posisi-akhir"] | None = (
        Field(None, description="Cara menggabungkan nilai antarperiode.")
    )
    bobot: Bobot | None = Field(None, description="Bobot indikator, misalnya 12,5 atau 20%.")
    baseline: Baseline | None = Field(None, description="Nilai awal dan tahunnya.")
    target: dict[Periode, Teks] = Field(
        {}, description="Target tiap masa: tahun, triwulan, atau semester, misalnya 2024-tw1: 85."
    )
    realisasi: dict[Periode, Teks] = Field(
        {}, description="Realisasi tiap masa, ditulis seperti target, misalnya 2024: 91,5."
    )
    capaian: dict[Periode, Teks] = Field(
        {}, description="Capaian tercetak tiap masa, misalnya 2024: 101,67%."
    )
    kategori: list[Kategori] = Field([], description="Kelas hasil dan sebutannya, bila tercetak.")
    rincian: list[RincianIndikator] = Field(
        [], description="Baris-baris indikator yang dirinci, seperti SD dan SMP."
    )
    penyedia_data: Teks | None = Field(
        None, description="Isi kolom penyedia data, misalnya Sekretariat."
    )
    lainnya: Lainnya = Field(
        {}, description="Isi kolom lain, menurut judul kolomnya, misalnya Perspektif: Internal."
    )
    keterangan: Teks | None = Field(
        None, description="Keterangan dalam naskah sendiri, misalnya Angka sementara."
    )
    halaman: Nomor | None = Field(None, description="Halaman naskah, misalnya 7.")
    catatan: Teks | None = Field(
        None,
        description="Catatan penyalin, tampil sebagai catatan, misalnya Angka target kurang jelas.",
    )

    def lines(self) -> "list[Indikator | RincianIndikator]":
        """Itself and its lines: whatever has an address and may have a formula."""
        return [self, *self.rincian]


class Sasaran(Model):
    """Satu sasaran (kinerja) dan indikatornya."""

    uraian: Teks | None = Field(
        None,
        description="Bunyi sasaran, bila tercetak, misalnya Meningkatnya pelayanan administrasi.",
    )
    bagian: Teks | None = Field(
        None, description="Judul bagian tabel di atas baris-baris ini, misalnya A. KUANTITAS."
    )
    judul_kolom: list[Teks] = Field(
        [],
        max_length=MAX_COLUMNS,
        description="Judul kolom, bila tabel lain dimulai di sini, misalnya SUMBER DATA.",
    )
    program: Teks | None = Field(
        None, description="Isi kolom program, misalnya Program Pelayanan Administrasi."
    )
    kegiatan: Teks | None = Field(
        None, description="Isi kolom kegiatan, misalnya Penyediaan Jasa Surat Menyurat."
    )
    atas: RujukanSasaran | None = Field(
        None, description="Sasaran atasan: nama berkas dan nomornya, misalnya sekretaris-dinas#1."
    )
    lainnya: Lainnya = Field(
        {}, description="Isi kolom lain untuk beberapa indikator sekaligus, misalnya Kode: 1.02."
    )
    keterangan: Teks | None = Field(
        None, description="Keterangan dalam naskah sendiri, misalnya Angka sementara."
    )
    indikator: list[Indikator] = Field(
        min_length=1, description="Indikator sasaran ini, sekurangnya satu."
    )


class Tujuan(Model):
    """Satu tujuan, dan indikatornya bila ada."""

    uraian: Teks = Field(description="Bunyi tujuan, misalnya Meningkatkan tata kelola.")
    lainnya: Lainnya = Field(
        {}, description="Isi kolom lain, menurut judul kolomnya, misalnya Kode: 1."
    )
    indikator: list[Indikator] = Field(
        [], description="Indikator tujuan, ditulis seperti indikator sasaran."
    )


Group: TypeAlias = Tujuan | Sasaran
"""What has indicators."""


def _goals(value: Any) -> Any:
    """One text is one goal."""
    return [{"uraian": value}] if isinstance(value, str) and value.strip() else value


class Pejabat(Model):
    """Pemegang jabatan waktu naskah ditetapkan."""

    nama: Teks = Field(description="Nama seperti tercetak, tanpa NIP, misalnya AHMAD CONTOH, SE.")
    status: Status = Field(
        "definitif", description="Pejabat definitif, atau pelaksana seperti tercetak."
    )


class PenomoranJabatan(Model):
    """Tanda butir daftar seperti tercetak."""

    tugas: Penomoran = Field("huruf", description="Tanda butir pada daftar tugas.")
    fungsi: Penomoran = Field("huruf", description="Tanda butir pada daftar fungsi.")


class Jabatan(Model):
    """Satu jabatan, atau IKU instansi seutuhnya."""

    nama: Teks = Field(description="Nama jabatan seperti tercetak, misalnya SEKRETARIS DINAS.")
    urutan: Nomor = Field(description="Urutan jabatan dalam naskah, mulai 1, misalnya 3.")
    jenis: Literal["IKI", "IKU"] = Field(
        "IKI", description="IKI untuk satu jabatan; IKU untuk indikator instansi seutuhnya."
    )
    sebagian: YaTidak = Field(
        False, description="true bila naskah perubahan hanya memuat bagian yang diubah."
    )
    pembeda: Teks | None = Field(
        None, description="Pembeda dua jabatan yang senama, misalnya legalisir dokumen."
    )
    unit_kerja: Teks | None = Field(
        None, description="Unit kerja seperti tercetak, misalnya Sekretariat."
    )
    atasan: Slug | None = Field(
        None, description="Nama berkas jabatan atasannya, tanpa .yml, misalnya sekretaris-dinas."
    )
    kelompok: Literal["jpt", "administrator", "pengawas", "fungsional", "pelaksana"] | None = Field(
        None, description="Kelompok jabatan; jpt adalah jabatan pimpinan tinggi."
    )
    pejabat: Pejabat | None = Field(
        None, description="Pemegang jabatan; tampil hanya bila pengelola situs mengizinkan."
    )
    tujuan: Annotated[
        list[Tujuan],
        BeforeValidator(_goals, json_schema_input_type=Teks | list[Tujuan]),
        BeforeValidator(no_split_text),
    ] = Field([], description="Tujuan jabatan: satu teks, atau daftar uraian dengan indikatornya.")
    penomoran: PenomoranJabatan = Field(
        PenomoranJabatan(tugas="huruf", fungsi="huruf"),
        description="Tanda butir pada daftar tugas dan fungsi seperti tercetak.",
    )
    tugas: list[Butir] = Field(
        [], description="Tugas jabatan, satu butir tiap tugas, misalnya Mengurus surat."
    )
    fungsi: list[Butir] = Field(
        [], description="Fungsi jabatan, satu butir tiap fungsi, misalnya Pengelolaan surat."
    )
    judul_kolom: list[Teks] = Field(
        [],
        max_length=MAX_COLUMNS,
        description="Judul kolom tabel seperti tercetak, berurutan, misalnya SUMBER DATA.",
    )
    sasaran: list[Sasaran] = Field(
        min_length=1, description="Sasaran menurut urutan tabel, masing-masing dengan indikatornya."
    )
    keterangan: Teks | None = Field(
        None, description="Keterangan dalam naskah sendiri, misalnya Angka sementara."
    )
    halaman: Nomor | None = Field(
        None, description="Halaman naskah tempat jabatan ini mulai, misalnya 7."
    )
    catatan: Teks | None = Field(
        None,
        description="Catatan penyalin, tampil sebagai catatan, misalnya Halaman 3 kurang terbaca.",
    )

    @property
    def is_position(self) -> bool:
        """Not where it holds the indicators of the agency itself."""
        return self.jenis != "IKU"

    def groups(self) -> list[Group]:
        """Whatever has indicators, in the order of a printed table."""
        return [*self.tujuan, *self.sasaran]

    def places(self) -> Iterator[tuple[tuple[str | int, ...], Indikator]]:
        """Every indicator, in the same order, with the way to it in the file."""
        for number, group in enumerate(self.groups()):
            is_goal = isinstance(group, Sasaran)
            field, place = ("sasaran", number - len(self.tujuan)) if is_goal else ("tujuan", number)
            for inner, each in enumerate(group.indikator):
                yield (field, place, "indikator", inner), each

    def all_indikator(self) -> list[Indikator]:
        """Every indicator, in the same order."""
        return [each for _, each in self.places()]

    def anchors(self) -> dict[str, str]:
        """What has an address of its own on the page: the name of each, by its id."""
        indicators = self.all_indikator()
        lines = {line.id: line.nama for each in indicators for line in each.rincian}
        return {each.id: each.nama for each in indicators} | lines

    def sources(self) -> dict[str, list[Butir]]:
        """The data sources of each indicator, by its id: those of a merged cell stand above it."""
        found: dict[str, list[Butir]] = {}
        above: list[Butir] = []
        for each in self.all_indikator():
            above = above if each.sumber_data_gabung else each.sumber_data
            found[each.id] = above
        return found


class EntriIstilah(Model):
    """Satu singkatan atau istilah."""

    istilah: Pendek = Field(description="Singkatan atau istilah, misalnya SPJ.")
    kepanjangan: Teks | None = Field(
        None, description="Kepanjangannya, misalnya Surat Pertanggungjawaban."
    )
    padanan: list[Teks] = Field(
        [], description="Tulisan lain yang sama artinya, misalnya KTP elektronik."
    )


class Istilah(Model):
    """istilah.yml: singkatan dan padanan kata."""

    istilah: list[EntriIstilah] = Field(
        description="Singkatan dan istilah, masing-masing dengan kepanjangannya."
    )


class Format(Model):
    """format.yml: cara isi ini ditulis. Boleh tidak ada: ditulis menurut versi program."""

    versi_format: Versi = Field(description='Versi format isi, misalnya "1.0".')


class Peristiwa(Model):
    """Satu perubahan pada isi yang sudah terbit, seperti dilihat pembaca."""

    tanggal: Tanggal = Field(description="Hari perubahan ini terbit, misalnya 2024-01-31.")
    alamat: AlamatSitus = Field(
        description="Alamat halamannya (dengan #id bila indikator), misalnya kab-a/dinas-a/2018/."
    )
    jenis: Literal["koreksi", "ditarik", "terbit"] = Field(
        description="Salinan atau keterangan dikoreksi, isi ditarik, atau edisi terbit di sini."
    )
    bagian: Teks | None = Field(None, description="Bagian yang dikoreksi, misalnya Sumber data.")
    semula: TeksPanjang | None = Field(
        None, description="Bunyinya semula, misalnya Mengurus srat; tanpa ini, dahulu belum ada."
    )
    menjadi: TeksPanjang | None = Field(
        None, description="Bunyinya sesudahnya, misalnya Mengurus surat; tanpa ini, kini tidak ada."
    )
    alasan: Teks | None = Field(
        None, description="Mengapa, misalnya salah ketik saat menyalin naskah."
    )


class Riwayat(Model):
    """riwayat.yml: perubahan isi sesudah terbit. Ditulis program; kata-katanya boleh dibetulkan."""

    komit: Komit | None = Field(
        None,
        description="Komit yang terakhir terbit, diisi program, misalnya 0f3c… sebanyak 40 huruf.",
    )
    riwayat: list[Peristiwa] = Field(
        description="Tiap perubahan, yang terlama di atas; tidak ada yang dihapus."
    )


Document = Pemda | Instansi | Dokumen | Jabatan | Istilah | Format | Riwayat
"""Whatever one file can hold."""
