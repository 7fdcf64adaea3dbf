"""What a page says to programs that read pages, in the words of schema.org.

A whole address needs a site whose address is known; without one things have names only.
"""

from dataclasses import dataclass
from typing import Any, cast

from generator.content import addresses
from generator.content.content import Content, Entry, Key
from generator.exports import catalogue
from generator.exports.about import About
from generator.model.documents import Dokumen, Instansi, Pemda, Perubahan
from generator.values import web
from generator.values.fields import Model

Thing = dict[str, Any]
Steps = list[tuple[str, str]]
"""The way down to a page, with the page itself: names and addresses."""
_SCHEMA = "https://schema.org"
UNOFFICIAL = f"{_SCHEMA}/UnofficialLegalValue"
"""A copy, whoever made it; only the agency's own document has legal value."""


def of_page(about: About, steps: Steps) -> Thing | None:
    """What one of the site's own pages says."""
    is_data = bool(steps) and steps[-1][1] == addresses.DATA
    return _graph([*_way(about, steps), *([_dataset(about)] if is_data else [])])


def of_document(content: Content, about: About, entry: Entry[Model], steps: Steps) -> Thing | None:
    """What the page of a document says."""
    said = _Said(content, about)
    match entry.document:
        case Pemda() | Instansi():
            things = [said.organization(entry.key)]
        case Dokumen():
            things = [said.decree(cast(Entry[Dokumen], entry))]
        case _:
            things = []
    return _graph([*_way(about, steps), *things])


def _graph(things: list[Thing]) -> Thing | None:
    return {"@context": _SCHEMA, "@graph": things} if things else None


def _way(about: About, steps: Steps) -> list[Thing]:
    """The front page alone is no way."""
    if len(steps) < 2:
        return []
    items = [
        _known(
            {
                "@type": "ListItem",
                "position": number,
                "name": name,
                "item": about.whole(address),
            }
        )
        for number, (name, address) in enumerate(steps, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


@dataclass(frozen=True)
class _Said:
    """What is said of the documents of a content."""

    content: Content
    about: About

    def organization(self, key: Key) -> Thing:
        """A pemda or an agency."""
        document = self.content.entries[key].document
        assert isinstance(document, Pemda | Instansi)
        told: Thing = {"@type": "GovernmentOrganization", **self._id(key), "name": document.nama}
        if isinstance(document, Instansi):
            told |= {
                "alternateName": document.singkatan,
                "address": document.alamat,
                "telephone": document.telepon,
                "email": document.surel,
                "sameAs": web.with_scheme(document.laman) if document.laman else None,
                "parentOrganization": self.organization(key[:1]),
            }
        return _known(told)

    def decree(self, entry: Entry[Dokumen]) -> Thing:
        """A decree, its relations, and that its page is a copy without legal value."""
        document = entry.document
        told = {
            "@type": "Legislation",
            **self._id(entry.key),
            "name": document.judul,
            "description": document.tentang,
            "legislationIdentifier": document.nomor,
            "legislationType": document.naskah,
            "legislationDate": document.tanggal_ditetapkan and str(document.tanggal_ditetapkan),
            "temporalCoverage": _time(document),
            "inLanguage": "id",
            "legislationPassedBy": self.organization(entry.key[:2]),
            "legislationLegalForce": self._force(entry),
            **self._relations(entry),
            "encoding": {
                "@type": "LegislationObject",
                "encodingFormat": "text/html",
                "legislationLegalValue": UNOFFICIAL,
            },
        }
        return _known(told)

    def _id(self, key: Key) -> Thing:
        address = self.about.whole(addresses.page(key))
        return {"@id": address, "url": address} if address else {}

    def _force(self, entry: Entry[Dokumen]) -> str:
        """Only what is known: that a decree is in force, its agency says with a day."""
        status = entry.document.status
        is_revoked = self.content.editions(entry.key[:2]).is_revoked(entry.slug)
        if status != "draf" and (status == "dicabut" or is_revoked):
            return f"{_SCHEMA}/NotInForce"
        return f"{_SCHEMA}/InForce" if status == "berlaku" and entry.document.diperiksa else ""

    def _relations(self, entry: Entry[Dokumen]) -> Thing:
        """What a decree amends or repeals, and the decree that it is a part of."""
        whole, change = entry.document.bagian_dari, entry.document.perubahan
        told: Thing = {"isPartOf": whole and self._other(tuple(whole.split("/")))}
        if change:
            name = "legislationRepeals" if change.mencabut else "legislationAmends"
            told[name] = self._changed(entry, change)
        return told

    def _changed(self, entry: Entry[Dokumen], change: Perubahan) -> Thing | None:
        if change.atas:
            return self._other((*entry.key[:2], change.atas))
        return {"@type": "Legislation", "name": change.atas_naskah} if change.atas_naskah else None

    def _other(self, key: Key) -> Thing | None:
        found = self.content.entries.get(key)
        if found is None or not isinstance(found.document, Dokumen):
            return None
        return {"@type": "Legislation", **self._id(key), "name": found.document.judul}


def _time(document: Dokumen) -> str:
    period = document.periode
    return f"{period.mulai}/{period.akhir}" if period else str(document.tahun or "")


def _dataset(about: About) -> Thing:
    data = about.whole(addresses.DATA)
    publisher = {"@type": "GovernmentOrganization", "name": about.publisher}
    return _known(
        {
            "@type": "Dataset",
            **({"@id": f"{data}#data", "url": data} if data else {}),
            "name": about.title,
            "description": about.description or about.title,
            "inLanguage": "id",
            "isAccessibleForFree": True,
            "license": about.licence,
            "creator": publisher if about.publisher else None,
            "distribution": [_download(about, name) for name in catalogue.FORMATS if data],
        }
    )


def _download(about: About, name: str) -> Thing:
    return {
        "@type": "DataDownload",
        "encodingFormat": catalogue.FORMATS[name][0],
        "contentUrl": about.whole(addresses.data_file(name)),
    }


def _known(told: Thing) -> Thing:
    """Without what nobody says."""
    return {name: value for name, value in told.items() if value not in (None, "", [])}
