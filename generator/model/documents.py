"""The documents that agencies write: one class for each thing, one line for each field.

Field names and choices are the words of the YAML; descriptions are the help that an officer reads.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field

from generator.formula import Rumus
from generator.formula.grammar import Fault, expression, parse
from generator.model.columns import normal
from generator.values.fields import (
    AsMapping,
    AsText,
    Bobot,
    JudulKolom,
    KodeWilayah,
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
    TextOrMapping,
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

    teks: Teks | None = Field(None, description="Kalimat pembukanya, bila ada.")
    penomoran: Penomoran = Field("huruf", description="Tanda butir seperti tercetak.")
    butir: list["Butir"] = Field(min_length=1, description="Butir-butirnya.")


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
    jenis: Literal["provinsi", "kabupaten", "kota", "lembaga"] = Field(description="Jenisnya.")
    kode_wilayah: KodeWilayah | None = Field(None, description="Kode Kemendagri, misalnya 35.07.")


class Instansi(Model):
    """instansi.yml: dinas, badan, kecamatan, dan sebagainya."""

    nama: Teks = Field(description="Nama instansi.")
    singkatan: Teks | None = Field(None, description="Singkatan seperti dipakai naskah.")
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
    ] = Field(description="Jenis instansi.")
    alamat: Teks | None = Field(None, description="Alamat kantor.")
    telepon: Teks | None = Field(None, description="Telepon kantor.")
    surel: Surel | None = Field(None, description="Surel kantor.")
    laman: Laman | None = Field(None, description="Laman resmi.")
    tugas_pokok: Teks | None = Field(None, description="Tugas pokok instansi.")
    fungsi: list[Butir] = Field([], description="Fungsi instansi.")


class Diktum(Model):
    """Satu keputusan: KESATU, KEDUA, …"""

    nama: Teks = Field(description="KESATU, KEDUA, …")
    isi: Teks = Field(description="Bunyinya.")
    butir: list[Butir] = Field([], description="Butir a, b, c di bawahnya.")


class Penandatangan(Model):
    """Yang menandatangani. NIP tidak pernah dimuat."""

    jabatan: Teks = Field(description="Jabatannya seperti tercetak.")
    status: Status = Field("definitif", description="definitif, Plt., Plh., Pj. atau Pjs.")
    nama: Teks | None = Field(None, description="Namanya.")
    pangkat: Teks | None = Field(None, description="Pangkat seperti tercetak.")


class Perubahan(Model):
    """Naskah lain yang diubah atau dicabut oleh naskah ini."""

    jenis: Literal["perubahan", "revisi", "reviu"] = Field(description="Sifat perubahannya.")
    atas: Slug | None = Field(None, description="Edisi yang diubah, misalnya 2021.")
    atas_naskah: Teks | None = Field(
        None, description="Sebutan naskah yang diubah, bila tidak dimuat di situs ini."
    )
    mencabut: YaTidak = Field(False, description="true bila naskah itu dicabut seluruhnya.")
    menghapus: list[Slug] = Field(
        [], description="Jabatan yang dihapus: nama berkasnya dalam edisi yang diubah."
    )


class Masa(Model):
    """Masa berlaku lebih dari satu tahun."""

    mulai: Tahun = Field(description="Tahun pertama.")
    akhir: Tahun = Field(description="Tahun terakhir.")


class BerkasSumber(Model):
    """Berkas naskah yang disalin."""

    url: Laman | None = Field(None, description="Alamat berkas.")
    sha256: Sha256 | None = Field(None, description="Sidik berkas.")
    halaman: Nomor | None = Field(None, description="Jumlah halaman.")


class Jdih(Model):
    """Keterangan untuk Jaringan Dokumentasi dan Informasi Hukum."""

    singkatan_jenis: Teks | None = Field(None, description="Singkatan jenis naskah: KEPDIN.")
    bidang_hukum: Teks | None = Field(None, description="Misalnya Hukum Administrasi Negara.")
    subjek: Teks | None = Field(None, description="Kata kunci pokok naskah.")
    abstrak: Teks | None = Field(None, description="Ringkasan isi naskah.")
    tanggal_pengundangan: Tanggal | None = Field(None, description="2024-01-10.")


class Dip(Model):
    """Baris Daftar Informasi Publik."""

    ringkasan: Teks | None = Field(None, description="Ringkasan isi informasi.")
    penguasa: Teks | None = Field(None, description="Pejabat atau unit yang menguasai.")
    penanggung_jawab: Teks | None = Field(None, description="Penanggung jawab pembuatan.")
    waktu_tempat: Teks | None = Field(None, description="Waktu dan tempat pembuatan.")
    bentuk: Teks | None = Field(None, description="Cetak, rekam, atau daring.")
    retensi: Teks | None = Field(None, description="Jangka waktu penyimpanan.")
    klasifikasi: Literal["berkala", "serta-merta", "setiap-saat"] | None = Field(
        None, description="Golongan informasi menurut PPID."
    )


def _of_target_and_result(text: str) -> str:
    tree = parse(text.removesuffix("%").strip(), {"T": "target", "R": "realisasi"})
    if isinstance(tree, Fault):
        raise wrong(
            f"tidak terbaca di kolom {tree.column}. Tulis dengan T (target) dan R (realisasi), "
            "misalnya R / T × 100%."
        )
    return expression(text, tree)


HitunganCapaian = Annotated[Teks, AfterValidator(_of_target_and_result)]
"""An expression over T and R that gives percent, with or without the sign at its end."""


class RumusCapaian(Model):
    """Cara naskah menghitung capaian dari target (T) dan realisasi (R)."""

    maksimum: HitunganCapaian | None = Field(None, description="Misalnya R / T × 100%.")
    minimum: HitunganCapaian | None = Field(None, description="Misalnya (1 + (1 − R / T)) × 100%.")
    batas: Teks | None = Field(
        None, description="Batas capaian bila ada, misalnya paling tinggi 120%."
    )


class Dokumen(Model):
    """dokumen.yml: naskah yang menetapkan indikator satu edisi."""

    jenis: Literal[
        "IKI", "IKU", "gabungan", "PK", "SKP", "Renstra", "RPJMD", "manual", "lainnya"
    ] = Field(description="Isi naskah.")
    judul: Teks = Field(description="Judul naskah seperti tercetak.")
    naskah: Teks | None = Field(None, description="Bentuk naskah, misalnya Keputusan Bupati.")
    bagian_dari: RujukanEdisi | None = Field(
        None, description="Naskah induk, bila satu naskah untuk beberapa instansi."
    )
    nomor: Teks | None = Field(None, description="Nomor seperti tercetak.")
    nomor_lengkap: YaTidak = Field(True, description="false bila nomornya berlubang.")
    tentang: Teks = Field(description="Perihal naskah.")
    tahun: Tahun | None = Field(None, description="Tahun; atau isi periode.")
    periode: Masa | None = Field(None, description="Masa beberapa tahun.")
    tempat_ditetapkan: Teks | None = Field(None, description="Tempat penetapan.")
    tanggal_ditetapkan: Tanggal | None = Field(None, description="2024-01-10.")
    mulai_berlaku: Tanggal | None = Field(
        None, description="Bila berbeda dari tanggal penetapan: 2024-02-01."
    )
    menimbang: list[Butir] = Field([], description="Pertimbangan a, b, …")
    mengingat: list[Butir] = Field([], description="Dasar hukum 1, 2, …")
    diktum: list[Diktum] = Field([], description="Keputusannya.")
    visi: Teks | None = Field(None, description="Visi.")
    misi: Teks | None = Field(None, description="Misi.")
    tujuan: Teks | None = Field(None, description="Tujuan.")
    penandatangan: Penandatangan | None = Field(None, description="Yang menandatangani.")
    perubahan: Perubahan | None = Field(None, description="Naskah yang diubah.")
    berkas_sumber: BerkasSumber | None = Field(None, description="Berkas yang disalin.")
    mutu_sumber: Literal["asli-digital", "hasil-pindai", "sebagian-tidak-terbaca"] | None = Field(
        None, description="Mutu berkas sumber."
    )
    status: Literal["draf", "berlaku", "diubah", "dicabut", "belum-dipastikan"] = Field(
        description="Keadaannya: menurut naskah, atau pada tanggal diperiksa."
    )
    diperiksa: Tanggal | None = Field(
        None, description="Kapan instansi memastikan status itu: 2024-06-30."
    )
    rumus_capaian: RumusCapaian | None = Field(
        None, description="Cara menghitung capaian, bila naskah menyebutnya."
    )
    dip: Dip | None = Field(None, description="Untuk Daftar Informasi Publik.")
    jdih: Jdih | None = Field(None, description="Untuk jaringan dokumentasi hukum.")
    catatan: Teks | None = Field(None, description="Catatan transkripsi.")


class Baseline(Model):
    """Nilai awal."""

    tahun: Tahun | None = Field(None, description="Tahun nilai awal, bila disebut.")
    nilai: Teks = Field(description="Nilai awal.")

    def __str__(self) -> str:
        return f"{self.nilai} ({self.tahun})" if self.tahun else self.nilai


class Kategori(Model):
    """Satu kelas hasil: >90–100 Sangat Memuaskan."""

    batas: Teks = Field(description="Batasnya seperti tercetak, misalnya >90–100.")
    sebutan: Teks = Field(description="Sebutannya, misalnya Sangat Memuaskan.")


class RincianIndikator(Model):
    """Satu baris dari indikator yang dirinci: SD, SMP."""

    id: Slug = Field(description="Alamat tetapnya, seperti pada indikator.")
    nama: Teks = Field(description="Nama baris ini seperti tercetak.")
    satuan: Teks | None = Field(None, description="Satuan.")
    target: dict[Periode, Teks] = Field({}, description="Target tiap tahun atau triwulan.")
    rumus: Rumus | None = Field(None, description="Cara menghitungnya, bila ada sendiri.")


def _once(cells: dict[str, str]) -> dict[str, str]:
    """Two writings of one heading would leave one of the cells out."""
    seen: dict[str, str] = {}
    for heading in cells:
        if (first := seen.setdefault(normal(heading), heading)) != heading:
            message = f'sudah ditulis sebagai "{first}". Gabungkan keduanya.'
            raise wrong_at([((heading, "[key]"), message)])
    return cells


Lainnya = Annotated[dict[JudulKolom, Teks], AfterValidator(_once)]
"""What stands in a printed column, by its heading."""


class Indikator(Model):
    """Satu ukuran keberhasilan."""

    id: Slug = Field(description="Alamat tetapnya: beberapa kata pendek, sekali untuk selamanya.")
    nama: Teks = Field(description="Nama indikator seperti tercetak.")
    rumus: Rumus | None = Field(None, description="Cara menghitungnya.")
    sumber_data: list[Butir] = Field([], description="Sumber datanya.")
    sumber_data_gabung: YaTidak = Field(
        False, description="true bila sel sumber data menyatu dengan yang di atasnya."
    )
    makna: Teks | None = Field(None, description="Makna indikator.")
    alasan_pemilihan: Teks | None = Field(None, description="Alasan indikator ini dipilih.")
    penanggung_jawab: Teks | None = Field(None, description="Penanggung jawab.")
    definisi_operasional: Annotated[
        list[Butir], BeforeValidator(_paragraphs), BeforeValidator(no_split_text)
    ] = Field([], description="Definisi operasional: satu teks, atau daftar alinea.")
    satuan: Teks | None = Field(None, description="Satuan.")
    polarisasi: Literal["maksimum", "minimum", "stabil"] | None = Field(
        None, description="maksimum: makin besar makin baik."
    )
    periode_pelaporan: Literal["bulanan", "triwulanan", "semesteran", "tahunan"] | None = Field(
        None, description="Seberapa sering dilaporkan."
    )
    tipe_perhitungan: Literal["kumulatif", "non-kumulatif", "rata-rata", "posisi-akhir"] | None = (
        Field(None, description="Cara menggabungkan nilai antarperiode.")
    )
    bobot: Bobot | None = Field(None, description="Bobot indikator, misalnya 12,5 atau 20%.")
    baseline: Baseline | None = Field(None, description="Nilai awal.")
    target: dict[Periode, Teks] = Field({}, description="Target tiap tahun atau triwulan.")
    realisasi: dict[Periode, Teks] = Field({}, description="Realisasi tiap tahun atau triwulan.")
    capaian: dict[Periode, Teks] = Field({}, description="Capaian tiap tahun atau triwulan.")
    kategori: list[Kategori] = Field([], description="Kelas hasil dan sebutannya.")
    rincian: list[RincianIndikator] = Field([], description="Baris-baris indikator yang dirinci.")
    penyedia_data: Teks | None = Field(None, description="Penyedia data.")
    lainnya: Lainnya = Field({}, description="Isi kolom lain, menurut judul kolomnya.")
    keterangan: Teks | None = Field(None, description="Keterangan dalam naskah sendiri.")
    halaman: Nomor | None = Field(None, description="Halaman naskah.")
    catatan: Teks | None = Field(None, description="Catatan transkripsi.")

    def lines(self) -> "list[Indikator | RincianIndikator]":
        """Itself and its lines: whatever has an address and may have a formula."""
        return [self, *self.rincian]


class Sasaran(Model):
    """Satu sasaran (kinerja) dan indikatornya."""

    uraian: Teks | None = Field(None, description="Bunyi sasaran, bila tercetak.")
    bagian: Teks | None = Field(None, description="Judul bagian tabel di atas baris-baris ini.")
    judul_kolom: list[Teks] = Field(
        [], max_length=MAX_COLUMNS, description="Judul kolom, bila tabel lain dimulai di sini."
    )
    program: Teks | None = Field(None, description="Program.")
    kegiatan: Teks | None = Field(None, description="Kegiatan.")
    atas: RujukanSasaran | None = Field(None, description="Sasaran atasan yang didukung: slug#n.")
    lainnya: Lainnya = Field({}, description="Isi kolom lain, menurut judul kolomnya.")
    keterangan: Teks | None = Field(None, description="Keterangan dalam naskah sendiri.")
    indikator: list[Indikator] = Field(min_length=1, description="Indikatornya.")


class Tujuan(Model):
    """Satu tujuan, dan indikatornya bila ada."""

    uraian: Teks = Field(description="Bunyi tujuan.")
    lainnya: Lainnya = Field({}, description="Isi kolom lain, menurut judul kolomnya.")
    indikator: list[Indikator] = Field([], description="Indikator tujuan.")


Group: TypeAlias = Tujuan | Sasaran
"""What has indicators."""


def _goals(value: Any) -> Any:
    """One text is one goal."""
    return [{"uraian": value}] if isinstance(value, str) and value.strip() else value


class Pejabat(Model):
    """Pemegang jabatan waktu naskah ditetapkan."""

    nama: Teks = Field(description="Namanya seperti tercetak.")
    status: Status = Field("definitif", description="definitif, Plt., Plh., Pj. atau Pjs.")


class PenomoranJabatan(Model):
    """Tanda butir daftar seperti tercetak."""

    tugas: Penomoran = Field("huruf", description="Tanda butir tugas.")
    fungsi: Penomoran = Field("huruf", description="Tanda butir fungsi.")


class Jabatan(Model):
    """Satu jabatan, atau IKU instansi seutuhnya."""

    nama: Teks = Field(description="Nama jabatan seperti tercetak.")
    urutan: Nomor = Field(description="Urutan dalam naskah, mulai 1.")
    jenis: Literal["IKI", "IKU"] = Field("IKI", description="IKI, atau IKU.")
    sebagian: YaTidak = Field(
        False, description="true bila naskah perubahan hanya memuat bagian yang diubah."
    )
    pembeda: Teks | None = Field(None, description="Pembeda dua jabatan yang senama.")
    unit_kerja: Teks | None = Field(None, description="Unit kerja.")
    atasan: Slug | None = Field(None, description="Nama berkas jabatan atasannya, tanpa .yml.")
    kelompok: Literal["jpt", "administrator", "pengawas", "fungsional", "pelaksana"] | None = Field(
        None, description="Kelompok jabatan."
    )
    pejabat: Pejabat | None = Field(None, description="Pemegangnya; tidak ditampilkan.")
    tujuan: Annotated[list[Tujuan], BeforeValidator(_goals), BeforeValidator(no_split_text)] = (
        Field([], description="Tujuan: satu teks, atau daftar uraian dengan indikatornya.")
    )
    penomoran: PenomoranJabatan = Field(
        PenomoranJabatan(tugas="huruf", fungsi="huruf"), description="Tanda butir seperti tercetak."
    )
    tugas: list[Butir] = Field([], description="Tugas.")
    fungsi: list[Butir] = Field([], description="Fungsi.")
    judul_kolom: list[Teks] = Field(
        [], max_length=MAX_COLUMNS, description="Judul kolom tabel seperti tercetak."
    )
    sasaran: list[Sasaran] = Field(min_length=1, description="Sasaran dan indikatornya.")
    keterangan: Teks | None = Field(None, description="Keterangan dalam naskah sendiri.")
    halaman: Nomor | None = Field(None, description="Halaman naskah tempat jabatan ini mulai.")
    catatan: Teks | None = Field(None, description="Catatan transkripsi.")

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
    kepanjangan: Teks | None = Field(None, description="Kepanjangannya.")
    padanan: list[Teks] = Field([], description="Tulisan lain yang sama artinya.")


class Istilah(Model):
    """istilah.yml: singkatan dan padanan kata."""

    istilah: list[EntriIstilah] = Field(description="Daftarnya.")


Document = Pemda | Instansi | Dokumen | Jabatan | Istilah
"""Whatever one file can hold."""
