"""A document as plain values for programs: every field of its model, and what follows from it.

What is empty is left out. A number is a number, a date a text; a formula has its other forms beside
its fields, an indicator its address.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from generator.content import addresses
from generator.content.content import Content, Entry, Key
from generator.formula.kinds.kind import Kind
from generator.model.documents import Instansi
from generator.values.fields import Model

LEVELS = ("pemda", "instansi", "edisi", "jabatan")
"""What each part of an address is."""
FORMS = ("teks", "cara_membaca", "latex", "mathml", "pohon")
"""What a formula has besides its fields, where it can be had."""
OFFICE = "alamat_kantor"
"""The `alamat` of an agency: everywhere else that is the address of a page."""


def twin(content: Content, entry: Entry[Model]) -> dict[str, Any]:
    """What the page of a document says, for programs."""
    address = addresses.page(entry.key)
    below = [{"alamat": addresses.page(key), "nama": name} for key, name in _below(content, entry)]
    return {
        "alamat": address,
        **dict(zip(LEVELS, entry.key, strict=False)),
        **plain(entry.document, address),
        **({"isi": below} if below else {}),
    }


def _below(content: Content, entry: Entry[Model]) -> Iterator[tuple[Key, str]]:
    """What the page leads down to, in the order of the page."""
    match len(entry.key):
        case 1:
            yield from ((each.key, each.document.nama) for each in content.instansi(entry.key))
        case 2:
            yield from ((each.key, each.document.judul) for each in content.dokumen(entry.key))
        case 3:
            yield from ((each.key, each.document.nama) for each in content.jabatan(entry.key))


def plain(value: Any, page: str) -> Any:
    """A value of a document whose page is at an address."""
    match value:
        case Model():
            return dict(_fields(value, page))
        case dict():
            return {key: plain(inner, page) for key, inner in value.items()}
        case list():
            return [plain(each, page) for each in value]
        case Decimal():
            # Numbers of content have at most 15 digits, which every reader of JSON keeps.
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return value.isoformat()
        case _:
            return value


def _fields(value: Model, page: str) -> Iterator[tuple[str, Any]]:
    for name in type(value).model_fields:
        held = getattr(value, name)
        if held is not None and held not in ([], {}):
            yield _name(value, name), plain(held, page)
        if name == "id":
            yield "alamat", f"{page}#{held}"
    if isinstance(value, Kind):
        yield from forms(value).items()


def _name(value: Model, field: str) -> str:
    return OFFICE if isinstance(value, Instansi) and field == "alamat" else field


def forms(rumus: Kind) -> dict[str, Any]:
    """A formula in every form that can be copied."""
    found = (rumus.line(), rumus.sentence(), rumus.tex(), rumus.mathml(), rumus.mathjson())
    told = zip(FORMS, found, strict=True)
    return {form: value for form, value in told if value is not None}
