"""`katalog.jsonld`: the open data of a site for catalogues, in DCAT-AP 3.

A catalogue says who publishes, under what licence and where; without one of these there is none.
Whatever is named says of what class it is: the shapes of DCAT-AP ask for it, and nothing else in
the file tells.
"""

import json
from collections.abc import Iterator
from typing import Any

from generator.content import addresses
from generator.content.content import Content
from generator.exports.about import About
from generator.files import File

NAME = "katalog.jsonld"
_SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {
    "iki.json": ("application/json", "JSON"),
    "iki.ndjson": ("application/x-ndjson", None),
    "indikator.csv": ("text/csv", "CSV"),
    "jabatan.csv": ("text/csv", "CSV"),
    "iki.xlsx": (_SHEETS, "XLSX"),
    "dip.csv": ("text/csv", "CSV"),
    "dip.xlsx": (_SHEETS, "XLSX"),
    "jdihn.json": ("application/json", "JSON"),
}
"""Each file: its media type, and its name in the list of file types of the European Union."""
_EU = "http://publications.europa.eu/resource/authority/"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}

_THEME = {"@value": "Government and public sector", "@language": "en"}
"""As the list of themes of the European Union calls it."""


def files(content: Content, about: About) -> Iterator[File]:
    """`data/katalog.jsonld`, where enough is known for it."""
    if not about.missing:
        text = json.dumps(_catalogue(about), ensure_ascii=False, indent=1) + "\n"
        yield File(addresses.data_file(NAME), text.encode())


def _catalogue(about: About) -> dict[str, Any]:
    publisher = f"{about.url}{addresses.DATA}#penerbit"
    return {
        "@context": _CONTEXT,
        "@id": f"{about.url}{addresses.DATA}#katalog",
        "@type": "dcat:Catalog",
        **_told(about),
        "dct:publisher": {
            "@id": publisher,
            "@type": "foaf:Agent",
            "foaf:name": _id(about.publisher),
        },
        "dct:license": _licence(about),
        "foaf:homepage": _at(about.url, "foaf:Document"),
        "dcat:dataset": [_dataset(about, publisher)],
    }


def _dataset(about: About, publisher: str) -> dict[str, Any]:
    return {
        "@id": f"{about.url}{addresses.DATA}#data",
        "@type": "dcat:Dataset",
        **_told(about),
        "dct:publisher": {"@id": publisher},
        "dcat:landingPage": _at(f"{about.url}{addresses.DATA}", "foaf:Document"),
        **({"dcat:contactPoint": _contact(about)} if about.contact else {}),
        "dcat:keyword": [_id(each) for each in ("indikator kinerja individu", "jabatan")],
        "dcat:theme": [{**_at(f"{_EU}data-theme/GOVE", "skos:Concept"), "skos:prefLabel": _THEME}],
        "dcat:distribution": [_distribution(about, name) for name in FORMATS],
    }


def _told(about: About) -> dict[str, Any]:
    return {
        "dct:title": _id(about.title),
        "dct:description": _id(about.description or about.title),
        "dct:language": _at(f"{_EU}language/IND", "dct:LinguisticSystem"),
    }


def _contact(about: About) -> dict[str, Any]:
    return {
        "@type": "vcard:Kind",
        "vcard:fn": about.publisher,
        "vcard:hasEmail": {"@id": f"mailto:{about.contact}"},
    }


def _distribution(about: About, name: str) -> dict[str, Any]:
    address = f"{about.url}{addresses.data_file(name)}"
    media, kind = FORMATS[name]
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": _id(name),
        "dcat:accessURL": _at(f"{about.url}{addresses.DATA}", "rdfs:Resource"),
        "dcat:downloadURL": _at(address, "rdfs:Resource"),
        "dcat:mediaType": _at(f"{_MEDIA}{media}", "dct:MediaType"),
        **({"dct:format": _format(kind)} if kind else {}),
        "dct:license": _licence(about),
    }


def _licence(about: About) -> dict[str, str]:
    return _at(about.licence, "dct:LicenseDocument")


def _format(kind: str) -> dict[str, str]:
    return _at(f"{_EU}file-type/{kind}", "dct:MediaTypeOrExtent")


def _at(address: str, sort: str) -> dict[str, str]:
    return {"@id": address, "@type": sort}


def _id(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "id"}
