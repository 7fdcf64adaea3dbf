"""Rules about what was changed after it was published."""

from bisect import bisect
from collections.abc import Iterator
from datetime import date

from generator.content.content import Key
from generator.content.history import History
from generator.content.history_lines import UNTIDY
from generator.content.ledger import Ledger, page_of
from generator.content.promises import Promises, key_of
from generator.source.problem import Problem, Severity
from generator.values.effort import Effort


def check(history: History, ledger: Ledger, promises: Promises) -> Iterator[Problem]:
    """Everything that the rules find."""
    yield from _order(history)
    yield from _says_something(history)
    yield from _addresses(history, ledger, promises)


def _problem(history: History, number: int, code: str, message: str) -> Problem:
    return Problem(history.path, history.lines[number], 3, Severity.GALAT, code, message)


def _order(history: History) -> Iterator[Problem]:
    """The oldest stands first: so the file grows at its end."""
    days: list[date] = []
    places: list[int] = []
    for number, each in enumerate(history.events):
        if not days or each.tanggal >= days[-1]:
            days.append(each.tanggal)
            places.append(history.lines[number])
            continue
        following = places[bisect(days, each.tanggal)]
        message = (
            f"perubahan ini tidak pada urutannya. Pindahkan ke atas baris {following}, atau "
            "jalankan `iki format`, yang mengurutkan semuanya."
        )
        yield _problem(history, number, UNTIDY, message)


def _says_something(history: History) -> Iterator[Problem]:
    """A correction says what was corrected."""
    for number, each in enumerate(history.events):
        if each.jenis == "koreksi" and not (each.semula or each.menjadi or each.alasan):
            message = (
                'belum dikatakan apa yang dikoreksi. Tulis "semula" dan "menjadi"; bila '
                'kata-katanya tidak boleh dimuat, "alasan".'
            )
            yield _problem(history, number, "wajib", message)


def _addresses(history: History, ledger: Ledger, promises: Promises) -> Iterator[Problem]:
    """What changed is there, or the ledger says where it went."""
    effort = Effort()
    by_folder: dict[Key, list[str]] = {}
    for number, each in enumerate(history.events):
        address = each.alamat
        is_told = address in ledger.entries or address in ledger.unread
        if is_told or address in promises.alive or promises.is_unknown(address):
            continue
        by_folder = by_folder or _by_folder(promises)
        meant = effort.meant(address, by_folder.get(_folder(address), []))
        remedy = f'Maksudnya "{meant}"?' if meant else f"Betulkan, atau catat di {ledger.path}."
        message = f'alamat "{address}" tidak ada di situs. {remedy}'
        yield _problem(history, number, "alamat", message)


def _by_folder(promises: Promises) -> dict[Key, list[str]]:
    found: dict[Key, list[str]] = {}
    for address in sorted(promises.alive):
        found.setdefault(_folder(address), []).append(address)
    return found


def _folder(address: str) -> Key:
    key = key_of(page_of(address))
    return key if "#" in address else key[:-1]
