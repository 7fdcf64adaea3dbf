"""Rules about the positions of an edition."""

from collections.abc import Iterator

from generator.content import Content, Entry
from generator.model import Jabatan
from generator.problems import Problem
from generator.suggestions import meant


def order_has_no_double(content: Content) -> Iterator[Problem]:
    """Tiap jabatan satu edisi punya urutan sendiri."""
    for dokumen in content.all_dokumen():
        seen: dict[int, str] = {}
        for entry in content.jabatan(dokumen.key):
            number = entry.document.urutan
            if number in seen:
                message = f'urutan {number} sudah dipakai oleh "{seen[number]}.yml".'
                yield entry.source.problem(("urutan",), message, "urutan")
            seen.setdefault(number, entry.slug)


def same_names_are_told_apart(content: Content) -> Iterator[Problem]:
    """Dua jabatan yang senama dibedakan dengan pembeda."""
    for dokumen in content.all_dokumen():
        seen: dict[tuple[str, str], str] = {}
        for entry in content.jabatan(dokumen.key):
            name = (entry.document.nama.casefold(), (entry.document.pembeda or "").casefold())
            if name in seen:
                message = (
                    f'nama ini sama dengan "{seen[name]}.yml". '
                    'Tambahkan "pembeda" yang berlainan di keduanya.'
                )
                yield entry.source.problem(("nama",), message, "senama")
            seen.setdefault(name, entry.slug)


def superior_exists(content: Content) -> Iterator[Problem]:
    """Atasan adalah jabatan lain dalam edisi yang sama."""
    for entry in content.all_jabatan():
        atasan = entry.document.atasan
        if atasan == entry.slug:
            message = "atasan tidak boleh jabatan ini sendiri."
            yield entry.source.problem(("atasan",), message, "rujukan")
        elif atasan and not content.exists((*entry.key[:-1], atasan)):
            likely = _meant(content, entry, atasan)
            message = f'berkas "{atasan}.yml" tidak ada dalam edisi ini.{likely}'
            yield entry.source.problem(("atasan",), message, "rujukan")


def superiors_do_not_circle(content: Content) -> Iterator[Problem]:
    """Atasan dari atasan tidak kembali ke jabatan semula."""
    for entry in content.all_jabatan():
        way = [entry.slug]
        superior = content.superior(entry)
        while superior and superior.slug not in way:
            way.append(superior.slug)
            superior = content.superior(superior)
        if superior and superior.slug == entry.slug and len(way) > 1:
            message = f"atasan berputar: {' → '.join([*way, entry.slug])}."
            yield entry.source.problem(("atasan",), message, "rujukan")


def goal_above_exists(content: Content) -> Iterator[Problem]:
    """Sasaran atasan yang dirujuk ada."""
    for entry in content.all_jabatan():
        for number, sasaran in enumerate(entry.document.sasaran):
            slug, _, which = (sasaran.atas or "").partition("#")
            key = (*entry.key[:-1], slug)
            if not slug or key in content.broken:
                continue
            above = content.sibling(entry, slug)
            count = len(above.document.sasaran) if above else 0
            if int(which) > count:
                message = (
                    f'"{slug}.yml" tidak punya sasaran nomor {which}.'
                    if above
                    else f'berkas "{slug}.yml" tidak ada dalam edisi ini.'
                )
                yield entry.source.problem(("sasaran", number, "atas"), message, "rujukan")


def _meant(content: Content, entry: Entry[Jabatan], slug: str) -> str:
    others = [each.slug for each in content.jabatan(entry.key[:-1]) if each.slug != entry.slug]
    likely = meant(slug, others)
    return f' Maksudnya "{likely}"?' if likely else ""
