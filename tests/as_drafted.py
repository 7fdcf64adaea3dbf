"""What of a source stands in no field of its draft and in no line of the report."""

import re
from collections import Counter
from collections.abc import Iterator

from generator.importing.blocks import Source
from generator.importing.draft import Draft, source_texts
from generator.importing.lines import Value

MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
)
LABELS = set(
    "nama jabatan tugas pokok uraian rincian ikhtisar fungsi tujuan unit kerja instansi visi misi"
    " menimbang mengingat menetapkan lampiran nomor ditetapkan di pada tanggal definisi"
    " operasional keterangan catatan".split()
)
"""Words that name the field that what stands behind them is in."""
MARK = re.compile(
    r"(?<!\S)\(?(?:[a-z][.)]?|(?:[a-z]{2}|[ivx]{1,4}|\d{1,2})[.)]|\d{1,2})(?!\S)|^-|[×x](?= ?100)",
    re.I,
)


def words(texts: Iterator[str]) -> Counter[str]:
    """The words of texts, but for the marks of lists and numbers of rows."""
    return Counter(
        word for each in texts for word in re.findall(r"[^\W_]+", _bare(each).casefold())
    )


def _bare(text: str) -> str:
    return re.sub(r"\b[xX](?=100)", " ", MARK.sub(" ", re.sub(r"\bPit\.", "Plt.", text)))


def said(value: Value) -> Iterator[str]:
    """Every text of a draft, headings, comments and raw lines among them."""
    if isinstance(value, dict):
        is_share = value.get("jenis") == "persentase"
        yield value.get("faktor", "100%") if is_share else ""  # type: ignore[misc]
        for key, each in value.items():
            yield from [key] if key[0].isupper() else []
            yield from [] if key in ("id", "jenis", "faktor") and is_share else said(each)
    elif isinstance(value, list):
        for each in value:
            yield from said(each)
    elif dated := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", str(value)):
        yield f"{int(dated[3])} {MONTHS[int(dated[2]) - 1]} {dated[1]}"
    else:
        yield str(value)


def lost(source: Source, draft: Draft) -> dict[str, int]:
    """The words that are nowhere, but for those that name a field."""
    carried = [text for fields in draft.files.values() for text in said(fields)]
    told = words(iter([*carried, *(each.text for each in draft.leftovers)]))
    missing = words(source_texts(source)) - told
    return {word: n for word, n in missing.items() if word not in LABELS}
