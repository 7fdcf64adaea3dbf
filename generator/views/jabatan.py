"""The page of a position: the product."""

from dataclasses import dataclass

from generator import addresses
from generator.content import Content, Entry
from generator.model import Jabatan
from generator.settings import Settings
from generator.views.kartu import JENIS_RUMUS, SasaranView, goals
from generator.views.parts import STATUS, DaftarButir, Fakta, Kepala, Perspective, Tautan
from generator.views.tabel import Tabel, tables
from generator.wording import long_date, shortened

KELOMPOK = {
    "jpt": "Pimpinan tinggi",
    "administrator": "Administrator",
    "pengawas": "Pengawas",
    "fungsional": "Fungsional",
    "pelaksana": "Pelaksana",
}


@dataclass(frozen=True)
class JabatanView:
    kepala: Kepala
    jabatan: Jabatan
    judul: str
    tercetak: str | None
    """The printed name, where it reads differently."""
    tahun: str
    asal: list[Tautan]
    """The instansi and the pemda it belongs to."""
    lencana: list[str]
    atasan: Tautan | None
    pejabat: str | None
    fakta: list[Fakta]
    tugas: DaftarButir
    fungsi: DaftarButir
    sasaran: list[SasaranView]
    tabel: list[Tabel]
    kutipan: str
    usul: str | None
    """Where to propose a correction."""
    lapor: str | None
    """Where to report a mistake."""
    sebelum: Tautan | None
    sesudah: Tautan | None


def jabatan(content: Content, settings: Settings, entry: Entry[Jabatan]) -> JabatanView:
    """What the page of a position shows."""
    see = Perspective(content, settings, addresses.page(entry.key))
    document, dokumen = entry.document, content.dokumen_of(entry)
    title = see.title(entry)
    superior = content.superior(entry)
    before, after = content.neighbours(entry)
    name = document.pejabat.nama if document.pejabat else None
    return JabatanView(
        kepala=_head(see, entry, title),
        jabatan=document,
        judul=title,
        tercetak=None if see.readable(document.nama) == document.nama else document.nama,
        tahun=entry.key[2][:4],
        asal=see.origin(entry.key),
        lencana=[document.jenis, f"Edisi {entry.key[2]} · {STATUS[dokumen.document.status]}"],
        atasan=see.link(see.title(superior), superior.key) if superior else None,
        pejabat=name if see.iki.tampilkan_nama_pejabat else None,
        fakta=[
            Fakta("Dokumen", see.readable(dokumen.document.judul), see.link("", dokumen.key).href),
            *see.facts(dokumen),
        ],
        tugas=DaftarButir(document.tugas, document.penomoran.tugas),
        fungsi=DaftarButir(document.fungsi, document.penomoran.fungsi),
        sasaran=list(goals(document)),
        tabel=list(tables(document)),
        kutipan=_citation(see, entry, title),
        usul=_edit_address(see, entry),
        lapor=_report_address(see, entry),
        sebelum=see.link(see.title(before), before.key) if before else None,
        sesudah=see.link(see.title(after), after.key) if after else None,
    )


def _head(see: Perspective, entry: Entry[Jabatan], title: str) -> Kepala:
    agency = see.instansi_name(entry.key)
    indicators = [each for sasaran in entry.document.sasaran for each in sasaran.indikator]
    description = f"Indikator kinerja {title}, {agency}, {see.pemda_name(entry.key)}, " + (
        f"{entry.key[2]}: {'; '.join(each.nama for each in indicators)}"
    )
    filters = see.filters(entry.key)
    filters["rumus"] = sorted({JENIS_RUMUS[each.rumus.jenis] for each in indicators})
    if entry.document.kelompok:
        filters["kelompok"] = [KELOMPOK[entry.document.kelompok]]
    return Kepala(
        "jabatan",
        f"{title}, {agency} {entry.key[2]}",
        shortened(description, 200),
        see.way(entry.key),
        filters,
    )


def _citation(see: Perspective, entry: Entry[Jabatan], title: str) -> str:
    document = see.content.dokumen_of(entry).document
    kind = "Utama" if entry.document.jenis == "IKU" else "Individu"
    day = document.tanggal_ditetapkan
    parts = (
        see.instansi_name(entry.key),
        f"Indikator Kinerja {kind}: {title}",
        see.readable(document.judul) + (f" Nomor {document.nomor}" if document.nomor else ""),
        long_date(day) if day else entry.key[2],
    )
    return ", ".join(parts) + "."


def _edit_address(see: Perspective, entry: Entry[Jabatan]) -> str | None:
    source = see.iki.sumber
    return f"{source.rstrip('/')}/edit/main/{entry.source.path}" if source else None


def _report_address(see: Perspective, entry: Entry[Jabatan]) -> str | None:
    contact = see.iki.kontak
    return f"mailto:{contact}?subject={addresses.page(entry.key)}" if contact else None
