"""The decrees for the national network of legal documents (JDIHN), which harvests a JSON list.

The shape is that of ILDIS, the program of BPHN that feeds the network: the file
`schema/document-schema.json` of https://github.com/bphndigitalservice/ildis names what is required
and of which type. What follows says the same in our own words. A decree that lacks something
required is left out; the page for PPID says what it lacks.
"""

import json
from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, Field

from generator.content import addresses
from generator.content.content import Content, Entry
from generator.content.lacking import is_lacking_for
from generator.exports.parts import contents
from generator.files import File
from generator.model.documents import Dokumen, Instansi, Pemda
from generator.values import web

STATUS = {"berlaku": "Berlaku", "diubah": "Diubah", "dicabut": "Dicabut"}
"""What the network calls the status of a decree that an agency has looked into."""
NO_FILE = "-"
"""What ILDIS writes where there is no file."""

Hari = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
Alamat = Annotated[str, Field(pattern=r"^https?://\S+$")]


class Peraturan(BaseModel):
    """One decree; each field has the name that the network gives it, and may be null only where the
    network lets it be."""

    idData: str  # noqa: N815
    tahun_pengundangan: Annotated[str, Field(pattern=r"^\d{4}$")]
    tanggal_penetapan: Hari
    tanggal_pengundangan: Hari
    jenis: str
    noPeraturan: str  # noqa: N815
    judul: str
    noPanggil: str | None = None  # noqa: N815
    singkatanJenis: str  # noqa: N815
    tempatTerbit: str  # noqa: N815
    penerbit: str | None
    deskripsiFisik: str | None  # noqa: N815
    sumber: str
    isbn: str | None = None
    status: str
    bahasa: str = "Indonesia"
    bidangHukum: str  # noqa: N815
    teuBadan: str | None  # noqa: N815
    nomorIndukBuku: str | None = None  # noqa: N815
    abstrak: str
    last_updated: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT00:00:00\+07:00$")]
    urlAbstrak: Alamat  # noqa: N815
    urlDetailPeraturan: Alamat  # noqa: N815
    fileDownload: str  # noqa: N815
    urlDownload: str  # noqa: N815
    subjek: str
    operasi: str = "4"
    display: str = "1"


def files(content: Content, url: str) -> Iterator[File]:
    """`data/jdihn.json`; empty without an address of the site, for a record must lead back."""
    for folder, part in contents(content):
        ready = (each for each in part.all_dokumen() if url and _is_ready(each))
        listed = [_peraturan(part, url, each).model_dump() for each in ready]
        text = json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
        yield File(addresses.data_file(addresses.JDIHN, folder), text.encode())


def _is_ready(entry: Entry[Dokumen]) -> bool:
    is_told = not is_lacking_for(entry.document, "jdihn")
    return is_told and entry.document.status != "draf"


def _peraturan(content: Content, url: str, entry: Entry[Dokumen]) -> Peraturan:
    document, page = entry.document, f"{url}{addresses.page(entry.key)}"
    jdih, checked = document.jdih, document.diperiksa
    assert jdih
    assert jdih.tanggal_pengundangan
    assert checked
    assert document.tanggal_ditetapkan
    pemda, instansi = (content.entries[entry.key[:depth]].document for depth in (1, 2))
    assert isinstance(pemda, Pemda)
    assert isinstance(instansi, Instansi)
    file = document.berkas_sumber
    name, address = _file(url, entry)
    return Peraturan(
        idData="/".join(entry.key),
        tahun_pengundangan=str(jdih.tanggal_pengundangan.year),
        tanggal_penetapan=document.tanggal_ditetapkan.isoformat(),
        tanggal_pengundangan=jdih.tanggal_pengundangan.isoformat(),
        jenis=document.naskah or "",
        noPeraturan=document.nomor or "",
        judul=f"{document.judul} TENTANG {document.tentang}",
        singkatanJenis=jdih.singkatan_jenis or "",
        tempatTerbit=document.tempat_ditetapkan or "",
        penerbit=instansi.nama,
        deskripsiFisik=f"{file.halaman} hlm" if file and file.halaman else None,
        sumber=instansi.nama,
        status=STATUS[content.status(entry)],
        bidangHukum=jdih.bidang_hukum or "",
        teuBadan=f"{pemda.nama}. {instansi.nama}",
        abstrak=jdih.abstrak or "",
        last_updated=f"{checked.isoformat()}T00:00:00+07:00",
        urlAbstrak=f"{page}#_catatan-publik",
        urlDetailPeraturan=page,
        fileDownload=name,
        urlDownload=address,
        subjek=jdih.subjek or "",
    )


def _file(url: str, entry: Entry[Dokumen]) -> tuple[str, str]:
    """The name and the address of the decree itself."""
    file = entry.document.berkas_sumber
    if file and file.tanpa_nip:
        return addresses.ORIGINAL, f"{url}{addresses.original(entry.key)}"
    if file and file.url:
        address = web.with_scheme(file.url)
        return address.rstrip("/").rpartition("/")[2], address
    return NO_FILE, NO_FILE
