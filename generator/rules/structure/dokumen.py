"""Rules about a dokumen."""

from collections.abc import Iterator

from generator.content.content import Content, Entry, Key
from generator.model.documents import Dokumen, Instansi, Jabatan
from generator.rules.registry import rule
from generator.rules.structure.jabatan import likely_position
from generator.source.problem import Problem, Severity
from generator.source.source import Location
from generator.values.effort import meant

MOST_CHOICES = 12
"""So many editions are named at most."""


@rule(Dokumen)
def year_or_period(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """Dokumen menyebut tahun, atau periode."""
    if entry.document.tahun is None and entry.document.periode is None:
        message = 'bagian "tahun" (atau "periode") belum diisi.'
        yield entry.source.problem((), message, "wajib")


@rule(Dokumen)
def not_year_and_period(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """Dokumen tidak menyebut tahun dan periode bersama."""
    if entry.document.tahun and entry.document.periode:
        message = (
            '"tahun" dan "periode" tidak ditulis bersama. Hapus "periode" bila naskah hanya '
            'untuk satu tahun; bila untuk beberapa tahun, hapus "tahun".'
        )
        yield entry.source.key_problem(("periode",), message, "tahun")


@rule(Dokumen)
def folder_says_the_year(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """Nama folder edisi diawali tahun dokumen."""
    period = entry.document.periode
    runs_forward = period is None or period.mulai <= period.akhir
    year = entry.document.tahun or (period and runs_forward and period.mulai)
    if year and not entry.slug.startswith(str(year)):
        where = ("tahun",) if entry.document.tahun else ("periode", "mulai")
        message = (
            f'tahun {year} tidak cocok dengan folder "{entry.slug}". Tulis {entry.slug[:4]}, atau '
            "ganti nama folder."
        )
        yield entry.source.problem(where, message, "tahun")


@rule(Dokumen)
def the_changed_decree_is_named(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """Naskah yang diubah disebut sekali: edisinya, atau sebutannya bila tidak dimuat di sini."""
    change = entry.document.perubahan
    if change and not (change.atas or change.atas_naskah):
        message = (
            'tulis "atas" (edisi yang diubah), atau "atas_naskah" (sebutan naskahnya) bila naskah '
            "itu tidak dimuat di sini."
        )
        yield entry.source.key_problem(("perubahan",), message, "wajib")
    elif change and change.atas and change.atas_naskah:
        message = 'tulis salah satu saja: "atas" atau "atas_naskah".'
        yield entry.source.key_problem(("perubahan", "atas_naskah"), message, "rujukan")


@rule(Dokumen)
def changed_edition_exists(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """Edisi yang diubah ada di instansi yang sama."""
    change = entry.document.perubahan
    if change and change.atas and not content.exists((*entry.key[:-1], change.atas)):
        message = f'edisi "{change.atas}" tidak ada di folder instansi ini.'
        message += _editions_beside(content, entry, change.atas)
        if not change.atas_naskah:
            message += (
                " Bila naskah itu tidak dimuat di sini, ganti baris ini dengan "
                '"atas_naskah:" dan sebutannya.'
            )
        yield entry.source.problem(("perubahan", "atas"), message, "rujukan")


@rule(Dokumen)
def edition_does_not_change_itself(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """Yang diubah oleh satu edisi adalah edisi lain."""
    if entry.document.perubahan and entry.document.perubahan.atas == entry.slug:
        message = (
            "edisi ini tidak dapat mengubah dirinya sendiri. Tulis edisi yang diubahnya."
            f"{_editions_beside(content, entry, entry.slug)}"
        )
        yield entry.source.problem(("perubahan", "atas"), message, "rujukan")


def _editions_beside(content: Content, entry: Entry[Dokumen], slug: str) -> str:
    """The editions of the agency that may have been meant."""
    others = [each.slug for each in content.dokumen(entry.key[:2]) if each.slug != entry.slug]
    if likely := meant(slug, others, 0.9) or (others[0] if len(others) == 1 else None):
        return f' Maksudnya "{likely}"?'
    return f" Pilihan: {', '.join(sorted(others)[:MOST_CHOICES])}." if others else ""


@rule(Dokumen)
def only_an_earlier_edition_is_changed(
    content: Content, entry: Entry[Dokumen]
) -> Iterator[Problem]:
    """Yang diubah oleh satu edisi lebih tua daripadanya."""
    change = entry.document.perubahan
    order = [each.slug for each in content.dokumen(entry.key[:2])]
    if change and change.atas in order and order.index(change.atas) < order.index(entry.slug):
        message = (
            f'edisi "{change.atas}" yang diubah lebih baru daripada edisi ini. '
            "Periksa tahun dan tanggal_ditetapkan keduanya."
        )
        yield entry.source.problem(("perubahan", "atas"), message, "rujukan")


@rule(Dokumen)
def what_is_removed_was_there(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """Jabatan yang dihapus ada dalam edisi yang diubah, dan tidak dimuat lagi di sini."""
    change = entry.document.perubahan
    if not change or not change.menghapus:
        return
    if change.mencabut or not change.atas:
        message = (
            '"menghapus" hanya untuk naskah yang mengubah edisi di sini tanpa mencabutnya. '
            "Hapus bagian ini."
        )
        yield entry.source.key_problem(("perubahan", "menghapus"), message, "rujukan")
        return
    for number, slug in enumerate(change.menghapus):
        place = ("perubahan", "menghapus", number)
        if slug in change.menghapus[:number]:
            message = f'"{slug}" sudah disebut. Hapus salah satunya.'
            yield entry.source.problem(place, message, "rujukan")
        elif content.exists((*entry.key, slug)):
            message = f'"{slug}.yml" dihapus tetapi juga dimuat dalam edisi ini. Pilih salah satu.'
            yield entry.source.problem(place, message, "rujukan")
        elif not content.inherits_position(entry.key, slug):
            others = [each for each in _inherited(content, entry) if each.slug != slug]
            likely = likely_position(slug, others)
            remedy = f'Maksudnya "{likely}"?' if likely else "Hapus baris ini."
            message = f'jabatan "{slug}" tidak ada dalam edisi yang diubah. {remedy}'
            yield entry.source.problem(place, message, "rujukan")


def _inherited(content: Content, entry: Entry[Dokumen]) -> list[Entry[Jabatan]]:
    """The positions of the edition that an edition changes."""
    change = entry.document.perubahan
    above = (*entry.key[:2], (change and change.atas) or "")
    whole = content.whole(above) if above in content.entries else {}
    return [whole[each] for each in sorted(whole)]


@rule(Instansi)
def one_decree_for_one_time(content: Content, entry: Entry[Instansi]) -> Iterator[Problem]:
    """Dua naskah sejenis tidak berlaku untuk masa yang sama, kecuali yang satu mengubah lainnya."""
    editions = content.editions(entry.key)
    valid = [
        each
        for each in content.dokumen(entry.key)
        if each.document.status == "berlaku"
        and not editions.is_revoked(each.slug)
        and not _names_no_edition(content, each)
    ]
    for number, newer in enumerate(valid):
        for older in valid[number + 1 :]:
            is_family = editions.root(newer.slug) == editions.root(older.slug)
            if not is_family and _is_for_the_same(newer.document, older.document):
                message = (
                    f'edisi "{older.slug}" juga berlaku untuk masa ini. Bila edisi ini mengubah '
                    'atau mencabutnya, tulis di "perubahan"; bila tidak, periksa status keduanya.'
                )
                yield newer.source.problem(("status",), message, "masa", Severity.INGAT)
                break


def _names_no_edition(content: Content, entry: Entry[Dokumen]) -> bool:
    """Whether a decree amends one that is not there: then nobody knows what it leaves in force."""
    change = entry.document.perubahan
    return bool(change and change.atas and not content.exists((*entry.key[:-1], change.atas)))


@rule(Dokumen)
def the_whole_is_there(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """Naskah induk ada, dan bukan bagian dari naskah lain."""
    reference = entry.document.bagian_dari
    if reference is None:
        return
    key = tuple(reference.split("/"))
    above = content.entries.get(key)
    if key == entry.key or not content.exists(key):
        others = ["/".join(each) for each in content.entries if len(each) == 3]
        likely = meant(reference, sorted(others))
        remedy = (
            f'Maksudnya "{likely}"?' if likely else "Tulis pemda/instansi/edisi naskah induknya."
        )
        message = f'edisi "{reference}" tidak ada. {remedy}'
    elif above and isinstance(above.document, Dokumen) and above.document.bagian_dari:
        message = f'"{reference}" sendiri bagian dari naskah lain. Tulis naskah induknya.'
    else:
        return
    yield entry.source.problem(("bagian_dari",), message, "rujukan")


@rule(Dokumen)
def a_draft_is_named_by_drafts_only(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """Naskah yang sudah ditetapkan tidak mengubah draf, dan bukan bagian dari draf."""
    document = entry.document
    amended = document.perubahan.atas if document.perubahan else None
    named: dict[Location, Key] = {
        ("perubahan", "atas"): (*entry.key[:2], amended or ""),
        ("bagian_dari",): tuple((document.bagian_dari or "").split("/")),
    }
    for place, key in named.items():
        other = content.entries.get(key)
        is_draft = other and isinstance(other.document, Dokumen) and other.document.status == "draf"
        if is_draft and document.status != "draf":
            message = (
                "naskah ini masih draf, jadi halaman edisi ini tidak dapat merujuknya. "
                "Periksa status keduanya."
            )
            yield entry.source.problem(place, message, "rujukan")


@rule(Dokumen)
def positions_are_there(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """Dokumen memuat jabatannya; tanpa lampiran, halamannya mengatakan itu."""
    has_some = any(key[:3] == entry.key for key in content.broken if len(key) == 4)
    change = entry.document.perubahan
    if not content.jabatan(entry.key) and not has_some and not (change and change.menghapus):
        message = "belum ada jabatan dalam edisi ini: halamannya mengatakan lampiran belum dimuat."
        yield entry.source.problem((), message, "lampiran", Severity.INGAT)


def _is_for_the_same(one: Dokumen, other: Dokumen) -> bool:
    """Whether two decrees say the same kind of thing for some of the same years."""
    (begin, end), (start, stop) = _years(one), _years(other)
    return one.jenis == other.jenis and begin <= stop and start <= end


def _years(document: Dokumen) -> tuple[int, int]:
    if period := document.periode:
        return period.mulai, period.akhir
    year = document.tahun or 0
    return year, year


@rule(Dokumen)
def period_runs_forward(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """Tahun terakhir periode tidak mendahului tahun pertamanya."""
    period = entry.document.periode
    if period and period.akhir < period.mulai:
        message = (
            f"tahun terakhir {period.akhir} mendahului tahun pertama {period.mulai}. "
            "Perbaiki salah satunya."
        )
        yield entry.source.problem(("periode", "akhir"), message, "tahun")
