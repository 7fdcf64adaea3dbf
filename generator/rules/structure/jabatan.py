"""Rules about the positions of an edition."""

from collections.abc import Iterable, Iterator

from generator.content.content import Content, Entry
from generator.model.documents import Dokumen, Jabatan
from generator.rules.registry import rule
from generator.rules.structure.circles import around, circles
from generator.source.problem import Problem
from generator.values.effort import meant
from generator.values.slugs import slugged

MOST_CHOICES = 12
"""Of more positions than these none is named."""
MOST_LEVELS = 50
"""So many positions may stand one above the other."""


@rule(Dokumen)
def order_has_no_double(content: Content, dokumen: Entry[Dokumen]) -> Iterator[Problem]:
    """Tiap jabatan satu edisi punya urutan sendiri."""
    seen: dict[int, str] = {}
    last = max((each.document.urutan for each in content.jabatan(dokumen.key)), default=0)
    for entry in content.jabatan(dokumen.key):
        number = entry.document.urutan
        if number in seen:
            message = (
                f'urutan {number} sudah dipakai oleh "{seen[number]}.yml". Tulis nomor lain, '
                f"misalnya {last + 1}."
            )
            last += 1
            yield entry.source.problem(("urutan",), message, "urutan")
        seen.setdefault(number, entry.slug)


@rule(Dokumen)
def same_names_are_told_apart(content: Content, dokumen: Entry[Dokumen]) -> Iterator[Problem]:
    """Dua jabatan yang senama dibedakan dengan pembeda."""
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


@rule(Jabatan)
def superior_exists(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Atasan adalah jabatan lain dalam edisi yang sama."""
    atasan = entry.document.atasan
    if atasan == entry.slug:
        message = "atasan tidak boleh jabatan ini sendiri."
        yield entry.source.problem(("atasan",), message, "rujukan")
    elif atasan and not content.position_exists(entry.key[:3], atasan):
        likely = _likely(content, entry, atasan)
        message = f'berkas "{atasan}.yml" tidak ada dalam edisi ini.{likely}'
        yield entry.source.problem(("atasan",), message, "rujukan")


@rule(Jabatan)
def an_agency_has_no_superior(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """IKU adalah indikator instansi, bukan jabatan, sehingga tidak punya atasan."""
    if not entry.document.is_position and entry.document.atasan:
        message = 'IKU instansi bukan jabatan dan tidak punya atasan. Hapus "atasan".'
        yield entry.source.key_problem(("atasan",), message, "rujukan")


@rule(Jabatan)
def a_part_has_its_whole(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Jabatan yang dimuat sebagian ada utuh dalam edisi yang diubah."""
    if entry.document.sebagian and entry.key[:3] in content.entries:
        if content.inherits_position(entry.key[:3], entry.slug):
            return
        message = (
            "jabatan ini tidak ada dalam edisi yang diubah. Hapus baris ini, atau periksa nama "
            'berkas dan "perubahan" pada dokumen.yml.'
        )
        yield entry.source.key_problem(("sebagian",), message, "rujukan")


@rule(Dokumen)
def superiors_do_not_circle(content: Content, dokumen: Entry[Dokumen]) -> Iterator[Problem]:
    """Atasan dari atasan tidak kembali ke jabatan semula."""
    for circle in _circles(content, dokumen):
        names = around([each.slug for each in circle])
        message = f'atasan berputar: {names}. Hapus atau ganti "atasan" pada salah satunya.'
        yield circle[0].source.problem(("atasan",), message, "rujukan")


@rule(Dokumen)
def superiors_are_not_too_many(content: Content, dokumen: Entry[Dokumen]) -> Iterator[Problem]:
    """Paling banyak lima puluh jabatan berurutan sebagai atasan dan bawahan."""
    circling = [each.slug for circle in _circles(content, dokumen) for each in circle]
    levels = dict.fromkeys(circling, 0)
    for entry in content.jabatan(dokumen.key):
        for each in reversed(_way_up(content, entry, levels)):
            levels[each.slug] = level = levels.get(each.document.atasan or "", 0) + 1
            if level == MOST_LEVELS + 1:
                message = (
                    f"jabatan ini tingkat ke-{level} di bawah atasan-atasannya: "
                    f"paling banyak {MOST_LEVELS} tingkat. Periksa atasannya."
                )
                yield each.source.problem(("atasan",), message, "rujukan")


@rule(Jabatan)
def goal_above_exists(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Sasaran atasan yang dirujuk ada."""
    for number, sasaran in enumerate(entry.document.sasaran):
        slug, _, which = (sasaran.atas or "").partition("#")
        if not slug:
            continue
        above = content.sibling(entry, slug)
        if not above and content.position_exists(entry.key[:3], slug):
            continue
        if slug == entry.slug:
            message = (
                "sasaran atasan tidak boleh sasaran jabatan ini sendiri. Tulis jabatan atasannya."
            )
        elif not above:
            likely = _likely(content, entry, slug)
            message = f'berkas "{slug}.yml" tidak ada dalam edisi ini.{likely}'
        elif int(which) > len(above.document.sasaran):
            count = len(above.document.sasaran)
            numbers = f'"{slug}#1"' if count == 1 else f'"{slug}#1" sampai "{slug}#{count}"'
            message = f'"{slug}.yml" tidak punya sasaran nomor {which}. Tulis {numbers}.'
        else:
            continue
        yield entry.source.problem(("sasaran", number, "atas"), message, "rujukan")


def _likely(content: Content, entry: Entry[Jabatan], slug: str) -> str:
    whole = content.whole(entry.key[:3]) if entry.key[:3] in content.entries else {}
    others = [each for each in sorted(whole) if each != entry.slug]
    if likely := likely_position(slug, [whole[each] for each in others]):
        return f' Maksudnya "{likely}"?'
    if not others or len(others) > MOST_CHOICES:
        return " Tulis nama berkas jabatan atasannya; bila atasannya tidak dimuat, hapus baris ini."
    return f" Pilihan: {', '.join(others)}; bila atasannya tidak dimuat, hapus baris ini."


def likely_position(slug: str, positions: Iterable[Entry[Jabatan]]) -> str | None:
    """The file of the position that was probably meant, by its name or by that of its file."""
    by_name = {slugged(each.document.nama): each.slug for each in positions}
    slugs = list(by_name.values())
    return by_name.get(slug) or meant(slug, slugs) or by_name.get(meant(slug, by_name) or "")


def _circles(content: Content, dokumen: Entry[Dokumen]) -> Iterator[list[Entry[Jabatan]]]:
    """Every circle of positions of which each is the superior of another."""
    positions = content.whole(dokumen.key)
    superiors = {
        slug: each.document.atasan for slug, each in positions.items() if each.document.atasan
    }
    for circle in circles(superiors):
        found = [positions[slug] for slug in circle]
        # A circle of inherited positions alone is told of the edition that they are from.
        if any(each.key[:3] == dokumen.key for each in found):
            yield found


def _way_up(content: Content, entry: Entry[Jabatan], known: dict[str, int]) -> list[Entry[Jabatan]]:
    """A position and those above it, up to one whose level is known."""
    way: dict[str, Entry[Jabatan]] = {}
    here: Entry[Jabatan] | None = entry
    while here and here.slug not in known and here.slug not in way:
        way[here.slug] = here
        here = content.superior(here)
    return list(way.values())
