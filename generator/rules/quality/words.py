"""Rules about signs in texts that were meant for another program."""

import re
from collections.abc import Iterator
from html import unescape

from generator.content.content import Content, Entry
from generator.rules.quality.noted import is_noted, texts, warning
from generator.rules.registry import rule
from generator.source.problem import Problem
from generator.values.fields import Model
from generator.values.quotes import repeated

_HTML = re.compile(
    r"</?(?:a|b|br|div|em|font|h[1-6]|i|li|ol|p|span|strong|sub|sup|table|td|tr|u|ul)\b[^<>]*>"
    r"|&(?:nbsp|amp|lt|gt|quot|ndash|mdash|rsquo|ldquo|rdquo|#\d{2,5});",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(
    r"\*\*(?=\S)[^*]+\*\*|__(?=\S)[^_]+__|^#{1,6}(?= )|\[[^\[\]]+\]\(https?:[^()\s]+\)|`[^`]+`"
)
_EXCEL = re.compile(r"#(?:REF!|DIV/0!|N/A|NAME\?|VALUE!|NULL!|NUM!)|#{4,}")
_QUOTED = re.compile(r"[“”\"„](?P<said>[^“”\"„]+)[“”\"]|[‘'](?P<single>[^‘’']+)[’']")
_OFTEN_QUOTED = frozenset(("visi", "misi", "judul", "tentang"))


@rule(Model)
def texts_hold_no_marks_of_html(content: Content, entry: Entry[Model]) -> Iterator[Problem]:
    """Teks tidak memuat tanda HTML atau Markdown, yang tampil apa adanya."""
    for location, text in texts(entry):
        if found := _HTML.search(text) or _MARKDOWN.search(text):
            message = (
                f'tanda "{repeated(found[0])}" tampil apa adanya, bukan sebagai huruf tebal, '
                f"miring atau baris baru. {_instead(found[0])}"
            )
            yield warning(entry, location, message, found.start())


def _instead(mark: str) -> str:
    """What to type for a mark."""
    letter = unescape(mark)
    is_letter = len(letter) == 1 and letter.isprintable() and not letter.isspace()
    return f'Tulis "{letter}".' if is_letter else "Hapus tandanya."


@rule(Model)
def texts_hold_no_error_of_excel(content: Content, entry: Entry[Model]) -> Iterator[Problem]:
    """Teks bukan pesan galat dari Excel."""
    for location, text in texts(entry):
        if found := _EXCEL.search(text):
            message = f'"{found[0]}" adalah pesan galat Excel. Tulis isinya menurut naskah.'
            yield warning(entry, location, message, found.start())


@rule(Model)
def texts_are_not_all_quoted(content: Content, entry: Entry[Model]) -> Iterator[Problem]:
    """Teks tidak seluruhnya di antara tanda kutip, kecuali visi, misi dan judul."""
    for location, text in texts(entry):
        if _OFTEN_QUOTED.isdisjoint(location) and (found := _QUOTED.fullmatch(text)):
            if is_noted(entry.source, location):
                continue
            said = found["said"] or found["single"]
            message = (
                "tanda kutip di awal dan akhir teks ini ikut tampil. "
                f'Tulis tanpa tanda kutip: "{repeated(said)}"; bila tercetak begitu, jelaskan di '
                "catatan."
            )
            yield warning(entry, location, message)
