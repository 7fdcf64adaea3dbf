"""What is right is taken: an edit of the good example that must raise no objection."""

import pytest

from generator.build import publishing
from generator.pages import rendering as pages
from generator.settings import Settings

JABATAN = "kab-contoh/dinas-contoh/2024/sekretaris"
DOKUMEN = "kab-contoh/dinas-contoh/2024/dokumen"
INSTANSI = "kab-contoh/dinas-contoh/instansi"
IKU = "kab-contoh/rsud-contoh/2024/rsud-contoh"
TARGET = "2024: ≤ 60"
HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
FOUR_LISTS = """\
          - teks: "Surat adalah:"
            butir:
              - teks: "surat masuk:"
                penomoran: angka
                butir:
                  - teks: "dicatat:"
                    penomoran: strip
                    butir:
                      - di buku agenda
"""


def _edited(settings: Settings, file: str, old: str, new: str) -> None:
    path = settings.content / f"{file}.yml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, "the edit must have one place"
    path.write_text(text.replace(old, new), encoding="utf-8")


def _page(settings: Settings, file: str) -> str:
    checked = publishing.check(settings)
    assert checked.problems == []
    address = file.removesuffix("/dokumen").removesuffix("/instansi")
    rendered = pages.render(checked.content, settings)
    return next(page.text for page in rendered if page.address == f"{address}/index.md")


RIGHT = {
    "acting head": (DOKUMEN, "  status: Plt.", "  status: Pj.", "Pj. KEPALA DINAS CONTOH"),
    "acting head for a while": (DOKUMEN, "  status: Plt.", "  status: Pjs.", "Pjs. KEPALA"),
    "acting officer": (JABATAN, "  status: Plt.", "  status: Pj.", ""),
    "hash in capitals": (DOKUMEN, HASH, HASH.upper(), ""),
    "address without TLS": (
        INSTANSI,
        "laman: contoh.contohkab.go.id",
        "laman: http://contoh.go.id:8080/~dinas/a[1]?b=c&d#!/e",
        'href="http://contoh.go.id:8080/~dinas/a[1]?b=c&amp;d#!/e" rel="noopener nofollow"',
    ),
    "address in an address": (
        INSTANSI,
        "laman: contoh.contohkab.go.id",
        "laman: contoh.go.id/?ke=http://lain.go.id",
        'href="https://contoh.go.id/?ke=http://lain.go.id"',
    ),
    "four lists in one another": (
        JABATAN,
        '          - "Surat tepat waktu adalah surat yang:"\n',
        FOUR_LISTS,
        "<li>di buku agenda</li>",
    ),
    "as many lists in the duties": (
        JABATAN,
        "tugas:\n",
        "tugas:\n" + FOUR_LISTS.replace("          - ", "  - ", 1).replace("\n        ", "\n"),
        "<li>di buku agenda</li>",
    ),
    "the word null in quotes": (JABATAN, "  - Pengelolaan surat", '  - "null"', "<li>null</li>"),
    "a colon in quotes": (
        JABATAN,
        "  - Pengelolaan surat",
        '  - "Catatan: surat, meliputi:"',
        "<li>Catatan: surat, meliputi:</li>",
    ),
    "a no-break space between words": (
        JABATAN,
        "  - Pengelolaan surat",
        "  - Pengelolaan\u00a0surat \u202f 5\u00a0km",
        "<li>Pengelolaan\u00a0surat \u202f 5\u00a0km</li>",
    ),
    "a no-break space in a heading": (
        JABATAN,
        "Plt. SEKRETARIS DINAS",
        "Plt. SEKRETARIS\u00a0DINAS",
        "# Plt. Sekretaris\u00a0Dinas",
    ),
    "a folded block": (
        JABATAN,
        "tujuan: Meningkatkan tata kelola",
        "tujuan: >-\n  Meningkatkan\n  tata kelola",
        "Meningkatkan tata kelola",
    ),
    "a block of one paragraph": (
        JABATAN,
        "tujuan: Meningkatkan tata kelola",
        "tujuan: |\n  Meningkatkan\n  tata kelola\n",
        "Meningkatkan tata kelola",
    ),
    "thousands with blanks": (IKU, TARGET, "2024: 1 250 000", "1 250 000"),
    "a level with a point": (IKU, TARGET, "2024: Level 3.1", "Level 3.1"),
    "a sum of money": (IKU, TARGET, "2024: Rp1.250.000,00", "Rp1.250.000,00"),
    "a weight that is no part": (IKU, "bobot: 20%", "bobot: 120", "120"),
    "a decree of the year before": (DOKUMEN, "2024-01-10", "2023-12-29", "29 Desember 2023"),
    "an address in a path": (
        DOKUMEN,
        "https://contoh.contohkab.go.id/berkas.pdf",
        "https://web.archive.org/web/2024/https://contoh.go.id/iki_(2024).pdf",
        "https://web.archive.org/web/2024/https://contoh.go.id/iki_(2024).pdf",
    ),
    "signs of formulas": (
        JABATAN,
        "  - Pengelolaan surat",
        "  - Σsurat ≥ 2πr, 5\u00a0µg, ½ × Δt",
        "<li>Σsurat ≥ 2πr, 5\u00a0µg, ½ × Δt</li>",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "shown"), RIGHT.values(), ids=RIGHT)
def test_right(settings: Settings, file: str, old: str, new: str, shown: str) -> None:
    """Checked without a word, and on the page as it was written."""
    _edited(settings, file, old, new)

    assert shown in _page(settings, file)
