"""What `site_config.yml` may say: one class a part, one line a key."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from generator.settings.kinds import (
    Alamat,
    AlamatAman,
    Bahasa,
    Bernama,
    FolderHtml,
    FolderMarkdown,
    FontOrNone,
    Nav,
    OneOrMore,
    Pengecualian,
    SelaluYa,
    Tulisan,
    YaTidak,
)
from generator.values.fields import AsMapping, AsText, Model, Surel, Teks, TextOrMapping, Warna

Tingkat = Literal["warn", "info", "ignore"]
TingkatAlamat = Literal["warn", "info", "ignore", "relative_to_docs"]
Rona = Literal[
    "red", "pink", "purple", "deep purple", "indigo", "blue", "light blue", "cyan", "teal",
    "green", "light green", "lime", "yellow", "amber", "orange", "deep orange", "brown", "grey",
    "blue grey", "black", "white", "custom",
]  # fmt: skip


class Terbuka(Model):
    """A part in which the theme of an agency may look for keys of its own."""

    model_config = ConfigDict(extra="allow")


class Tombol(Model):
    """toggle: tombol pengganti palet."""

    icon: Tulisan = Field(description="Gambar tombol, misalnya material/weather-night.")
    name: Tulisan = Field(description="Nama tombol bagi pembaca layar.")


class Palet(Model):
    """palette: warna bawaan Material; warna instansi ditulis di extra: iki: warna."""

    scheme: Tulisan | None = Field(None, description="default (terang) atau slate (gelap).")
    primary: Rona | None = Field(None, description="Warna utama.")
    accent: Rona | None = Field(None, description="Warna tautan yang ditunjuk.")
    media: Tulisan | None = Field(None, description="Kapan palet ini dipakai.")
    toggle: Tombol | None = Field(None, description="Tombol pengganti palet.")


class Huruf(Model):
    """font: jenis huruf."""

    text: Tulisan | None = Field(None, description="Huruf untuk bacaan.")
    code: Tulisan | None = Field(None, description="Huruf untuk kode.")


class Tema(Terbuka):
    """theme: rupa situs."""

    name: Literal["material"] = Field(description="Selalu material.")
    custom_dir: Tulisan = Field(description="Letak tema: build/theme, ditulis oleh `iki build`.")
    language: Bahasa | None = Field(None, description="Bahasa bagian bawaan tema: id.")
    direction: Literal["ltr", "rtl"] | None = Field(None, description="Arah tulisan.")
    font: Annotated[Huruf | None, FontOrNone] = Field(None, description="false: huruf perangkat.")
    favicon: Tulisan | None = Field(None, description="Gambar di tab peramban.")
    logo: Tulisan | None = Field(None, description="Gambar di kepala halaman.")
    icon: dict[str, Any] | None = Field(None, description="Gambar kecil bawaan tema.")
    palette: Annotated[list[Palet] | None, OneOrMore] = Field(None, description="Warna bawaan.")
    features: list[Tulisan] | None = Field(None, description="Kemampuan tema yang dinyalakan.")
    locale: Tulisan | None = Field(None, description="Bahasa menurut MkDocs.")
    static_templates: list[Tulisan] | None = Field(None, description="Templat tanpa Markdown.")


class PeriksaNav(Model):
    """nav: peringatan tentang nav."""

    omitted_files: Tingkat | None = Field(None, description="Halaman yang tidak ada di nav.")
    not_found: Tingkat | None = Field(None, description="Isi nav tanpa halaman.")
    absolute_links: TingkatAlamat | None = Field(None, description='Isi nav yang diawali "/".')


class PeriksaTautan(Model):
    """links: peringatan tentang tautan di halaman."""

    not_found: Tingkat | None = Field(None, description="Tautan ke halaman yang tidak ada.")
    anchors: Tingkat | None = Field(None, description="Tautan ke bagian yang tidak ada.")
    absolute_links: TingkatAlamat | None = Field(None, description='Tautan yang diawali "/".')
    unrecognized_links: Tingkat | None = Field(None, description="Tautan yang tidak dikenal.")


class Periksa(PeriksaTautan):
    """validation: apa yang diperingatkan MkDocs."""

    nav: PeriksaNav | None = Field(None, description="Tentang nav.")
    links: PeriksaTautan | None = Field(None, description="Tentang tautan di halaman.")
    omitted_files: Tingkat | None = Field(None, description="Halaman yang tidak ada di nav.")


class Skrip(Model):
    """Satu butir extra_javascript."""

    path: Tulisan = Field(description="Letak skrip di situs_tambahan/.")
    type: Tulisan | None = Field(None, description="Jenis skrip, misalnya module.")
    defer: YaTidak = Field(False, description="Jalankan setelah halaman selesai.")
    async_: YaTidak = Field(False, alias="async", description="Jalankan begitu selesai dimuat.")


class Iki(Model):
    """extra.iki: pengaturan situs yang bukan milik MkDocs."""

    tampilkan_nama_pejabat: YaTidak = Field(False, description="Tampilkan nama pemegang jabatan.")
    sumber: AlamatAman | None = Field(None, description="Alamat repositori, untuk usul perbaikan.")
    laporan: AlamatAman | None = Field(
        None, description="Alamat repositori yang menerima laporan kesalahan."
    )
    cabang: Tulisan = Field("main", description="Cabang repositori yang diterbitkan.")
    layanan: Literal["github", "gitlab", "gitea"] | None = Field(
        None, description="Layanan repositori, bila tidak terbaca dari alamatnya."
    )
    kontak: Surel | None = Field(None, description="Surel pengelola situs.")
    penerbit: Teks | None = Field(
        None, description="Badan publik yang menerbitkan data, misalnya Pemerintah Kota Contoh."
    )
    lisensi: AlamatAman | None = Field(None, description="Alamat lisensi data terbuka.")
    warna: Warna | None = Field(None, description="Warna aksen, misalnya #0b5c6b.")
    semboyan: Teks | None = Field(None, description="Kalimat pendek di bawah nama situs.")
    pdf: YaTidak = Field(False, description="Buat salinan PDF setiap naskah.")


class Tambahan(Terbuka):
    """extra: pengaturan untuk templat."""

    iki: Iki | None = Field(None, description="Pengaturan yang bukan milik MkDocs.")
    generator: YaTidak = Field(True, description="Sebut nama pembuat situs di kaki halaman.")
    alternate: Any = Field(None, description="Situs yang sama dalam bahasa lain.")
    analytics: Any = Field(None, description="Penghitung pengunjung.")
    annotate: Any = Field(None, description="Catatan di dalam kode.")
    consent: Any = Field(None, description="Persetujuan pengunjung.")
    homepage: Any = Field(None, description="Alamat di balik logo.")
    polyfills: Any = Field(None, description="Skrip untuk peramban lama.")
    scope: Any = Field(None, description="Bagian situs yang berbagi pengaturan.")
    social: Any = Field(None, description="Tautan di kaki halaman.")
    status: Any = Field(None, description="Tanda halaman di nav.")
    tags: Any = Field(None, description="Gambar untuk tiap tanda.")
    version: Any = Field(None, description="Versi situs.")


class Konfigurasi(Model):
    """site_config.yml: pengaturan MkDocs, dan di extra: iki: pengaturan kita."""

    site_name: Tulisan = Field(description="Nama situs.")
    site_url: Alamat | None = Field(None, description="Alamat situs yang sebenarnya.")
    site_description: Tulisan | None = Field(None, description="Satu kalimat tentang situs.")
    site_author: Tulisan | None = Field(None, description="Penyusun situs.")
    copyright: Tulisan | None = Field(None, description="Keterangan hak cipta.")
    repo_url: Alamat | None = Field(None, description="Alamat repositori.")
    repo_name: Tulisan | None = Field(None, description="Nama repositori.")
    edit_uri: Tulisan | None = Field(None, description="Letak halaman di repositori.")
    edit_uri_template: Tulisan | None = Field(None, description="Pola letak halaman di repositori.")
    docs_dir: FolderMarkdown = Field(description="Folder Markdown yang ditulis: build/docs.")
    site_dir: FolderHtml | None = Field(None, description="Hasil `mkdocs build`: build/html.")
    use_directory_urls: SelaluYa = Field(True, description="Selalu true.")
    strict: YaTidak = Field(False, description="`mkdocs build` berhenti bila ada peringatan.")
    theme: Tema = Field(description="Rupa situs.")
    nav: Nav | None = Field(None, description="Halaman di menu, berurutan.")
    not_in_nav: Tulisan | None = Field(None, description="Halaman yang sengaja di luar nav.")
    exclude_docs: Pengecualian | None = Field(None, description="Hanya pembatalan: baris `!…`.")
    plugins: Bernama | None = Field(None, description="Plugin MkDocs.")
    hooks: list[Tulisan] | None = Field(None, description="Program MkDocs.")
    markdown_extensions: Bernama | None = Field(None, description="Ekstensi Markdown.")
    validation: Periksa | None = Field(None, description="Apa yang diperingatkan MkDocs.")
    extra: Tambahan | None = Field(None, description="Pengaturan untuk templat.")
    extra_css: list[Tulisan] | None = Field(None, description="CSS tambahan di situs_tambahan/.")
    extra_javascript: (
        list[Annotated[Annotated[Tulisan, AsText] | Annotated[Skrip, AsMapping], TextOrMapping]]
        | None
    ) = Field(None, description="Skrip tambahan di situs_tambahan/.")
    watch: list[Tulisan] | None = Field(None, description="Yang diamati `mkdocs serve`.")
    dev_addr: Tulisan | None = Field(None, description="Alamat pratinjau `mkdocs serve`.")
    remote_branch: Tulisan | None = Field(None, description="Cabang untuk `mkdocs gh-deploy`.")
    remote_name: Tulisan | None = Field(None, description="Repositori `mkdocs gh-deploy`.")
