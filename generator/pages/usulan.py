"""Where a reader proposes a correction of a document, or reports a mistake in it."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from generator.content import addresses
from generator.content.content import Entry
from generator.pages.parts import Perspective
from generator.settings import repository
from generator.values.fields import Model


@dataclass(frozen=True)
class Actions:
    """The ways to one who can mend a document; each only where the site has it."""

    edit: str | None
    """The editor of its file."""
    report: str | None
    """The form for those who have an account."""
    mail: str | None
    """A letter for those who have none."""
    contact: str | None
    """Whom it goes to."""


def actions(see: Perspective, entry: Entry[Model]) -> Actions:
    """What can be done about a whole page."""
    iki = see.iki
    path = entry.source.path
    return Actions(
        repository.editor(iki.sumber, iki.layanan, iki.cabang, path) if iki.sumber else None,
        _form(see, entry),
        _letter(see, entry),
        iki.kontak,
    )


def report(see: Perspective, entry: Entry[Model], id: str) -> str | None:
    """Where a mistake in one indicator is reported."""
    return _form(see, entry, id) or _letter(see, entry, id)


def _form(see: Perspective, entry: Entry[Model], id: str = "") -> str | None:
    iki = see.iki
    if not iki.laporan:
        return None
    return repository.report(iki.laporan, iki.layanan, _title(see, entry), _fields(see, entry, id))


def _letter(see: Perspective, entry: Entry[Model], id: str = "") -> str | None:
    if not see.iki.kontak:
        return None
    lines = [f"{name}: {value}" for name, value in _fields(see, entry, id).items()]
    body = "\r\n".join([*lines, "", see.w.lapor.isi, "", see.w.lapor.seharusnya, ""])
    told = {"subject": _title(see, entry), "body": body}
    return f"mailto:{see.iki.kontak}?{urlencode(told, safe='/:', quote_via=quote)}"


def _title(see: Perspective, entry: Entry[Model]) -> str:
    return str(see.w.lapor.judul.format(alamat=addresses.page(entry.key)))


def _fields(see: Perspective, entry: Entry[Model], id: str) -> dict[str, str]:
    """The fields of the form: their names are those in `laporan-isi.yml`."""
    page = {"halaman": f"{see.site.url}{addresses.page(entry.key)}"}
    return {**page, "indikator": id} if id else page
