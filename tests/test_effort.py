"""Whatever a file holds, checking and showing it takes bounded work. Operations are counted, not
seconds: a slow machine is no mistake."""

import difflib
import re
from collections.abc import Callable
from typing import Any

import pytest
from conftest import dokumen, jabatan, put

from generator.build import publishing
from generator.content import marking
from generator.content.glossary import Glossary
from generator.formula import grammar
from generator.formula.kinds import variabel
from generator.model.documents import EntriIstilah
from generator.pages import rendering as pages
from generator.settings import Settings
from generator.values import effort


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any, str], list[int]]:
    """Counts the calls of a function while the test runs."""

    def count(owner: Any, name: str) -> list[int]:
        calls = [0]
        plain = getattr(owner, name)

        def called(*arguments: Any, **named: Any) -> Any:
            calls[0] += 1
            return plain(*arguments, **named)

        monkeypatch.setattr(owner, name, called)
        return calls

    return count


def _formula(*lines: str) -> str:
    text = jabatan("SEKRETARIS", 1)
    below = "".join(f"          {line}\n" for line in lines)
    return text.replace("        rumus: Jumlah surat\n", f"        rumus:\n{below}")


def _messages(settings: Settings, text: str) -> list[str]:
    put(settings, {"2024/dokumen.yml": dokumen(2024), "2024/sekretaris.yml": text})
    return [each.message for each in publishing.check(settings).problems]


@pytest.mark.long
def test_few_suggestions_for_a_file_with_many_mistakes(
    bare: Settings, counted: Callable[[Any, str], list[int]]
) -> None:
    """Each takes time; who has fixed twenty knows the rest."""
    calls = counted(difflib, "get_close_matches")
    keys = "".join(f"indkator_{n}: x\n" for n in range(1500))
    messages = _messages(bare, jabatan("SEKRETARIS", 1) + keys)
    assert len(messages) == 1500
    assert calls[0] <= effort.SUGGESTIONS


@pytest.mark.long
def test_few_suggestions_for_many_variables(
    bare: Settings, counted: Callable[[Any, str], list[int]]
) -> None:
    """The same inside formulas."""
    calls = counted(difflib, "get_close_matches")
    lines = [part for n in range(700) for part in (f"  V{n}x:", f"    ungkapan: V{n}y")]
    formula = _formula("jenis: ungkapan", "ungkapan: V0x", "variabel:", *lines)
    messages = _messages(bare, formula)
    assert len(messages) == 700
    assert "Maksudnya" in messages[0]
    assert "Maksudnya" not in messages[-1]
    assert calls[0] <= effort.SUGGESTIONS


def test_no_suggestion_for_a_word_that_is_none() -> None:
    """Nobody mistypes a hundred letters."""
    assert effort.meant("a" * 100, ["a" * 99]) is None
    assert effort.meant("Pembilag", ["penyebut", "pembilang"]) == "pembilang"


@pytest.mark.long
def test_all_expressions_of_a_file_together(
    bare: Settings, counted: Callable[[Any, str], list[int]]
) -> None:
    """Each alone is allowed; the file has an end."""
    calls = counted(variabel, "parse")
    lines = [
        part for n in range(450) for part in (f"  V{n}:", f"    ungkapan: {'+'.join('A' * 240)}")
    ]
    formula = _formula("jenis: ungkapan", "ungkapan: V0", "variabel:", *lines, "  A: a")
    assert _messages(bare, formula) == [
        '"variabel" terlalu panjang bersama rumus lain di berkas ini. Ringkas rumusnya, '
        'atau tulis sebagai "uraian".'
    ]
    assert calls[0] == 0


@pytest.mark.usefixtures("read_anew")
def test_an_expression_is_read_once(
    settings: Settings, counted: Callable[[Any, str], list[int]]
) -> None:
    """Every formula and every variable that is calculated, from its file to its page."""
    written = [each.read_text("utf-8") for each in settings.content.rglob("*.yml")]
    expressions = re.findall(r"^ +(?:ungkapan|maksimum|minimum): .", "".join(written), re.M)
    calls = counted(grammar, "_Parser")
    content = publishing.check(settings).content
    assert any('class="legenda"' in page.text for page in pages.render(content, settings))
    assert calls[0] == len(expressions)


@pytest.mark.long
def test_short_formulas_that_stand_for_long_ones(bare: Settings) -> None:
    """What is written out counts, not only what is typed."""
    chain = [part for n in range(7) for part in (f"  V{n}:", f"    ungkapan: V{n + 1}+V{n + 1}")]
    body = ["jenis: ungkapan", "ungkapan: V0", "variabel:", *chain, "  V7: a"]
    indicators = "".join(
        f"      - id: i{n}\n        nama: N\n        rumus:\n"
        + "".join(f"          {line}\n" for line in body)
        for n in range(200)
    )
    messages = _messages(bare, jabatan("SEKRETARIS", 1) + indicators)
    assert messages
    assert {each.partition(" ")[2][:40] for each in messages} == {
        "terlalu panjang bersama rumus lain di be"
    }


@pytest.mark.long
def test_too_many_indicators_and_columns(bare: Settings) -> None:
    """A page is for a person; the place of the first that is too many is told."""
    indicators = "".join(
        f"      - id: i{n}\n        nama: N {n}\n        rumus: Jumlah\n" for n in range(1100)
    )
    assert _messages(bare, jabatan("SEKRETARIS", 1) + indicators) == [
        "ini indikator ke-1001 di berkas ini: paling banyak 1000. Bagi menurut jabatannya."
    ]
    headings = ["judul_kolom:", *['  - "NO"'] * 41]
    assert _messages(bare, jabatan("SEKRETARIS", 1, *headings)) == [
        '"judul_kolom" terlalu panjang: paling banyak 40 butir.'
    ]


@pytest.mark.long
def test_as_many_indicators_as_may_be(bare: Settings) -> None:
    """A thousand, together with the one of the position, are none too many."""
    indicators = "".join(
        f"      - id: i{n}\n        nama: N {n}\n        rumus: Jumlah\n" for n in range(999)
    )
    assert _messages(bare, jabatan("SEKRETARIS", 1) + indicators) == []


def test_a_long_text_has_its_own_sentence(bare: Settings) -> None:
    """Also where spaces were folded first."""
    text = jabatan("SEKRETARIS", 1, f"tujuan: {'a ' * 2001}")
    assert _messages(bare, text) == ['"tujuan" terlalu panjang: paling banyak 4000 huruf.']


@pytest.mark.long
def test_terms_are_looked_up_and_not_tried_one_by_one() -> None:
    """As many looks as the text has words, however many terms there are."""
    terms = [EntriIstilah(istilah=f"T{n}", kepanjangan="x") for n in range(3900)]
    glossary = Glossary(terms)
    words = [f"T{n}" for n in (3, 3899, 5000)]
    assert [each.istilah for each in glossary.found(" ".join(words))] == ["T3", "T3899"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pengurusan KTP-el baru", ["KTP-el"]),
        ("pengurusan ktp-el baru", ["KTP-el"]),
        ("KTP-elektronik", []),
        ("KTP saja", ["KTP"]),
        ("xKTP, KTPx dan _KTP", []),
        ("Sub Bagian Umum", ["Sub Bagian"]),
        ("Bagian Umum", ["Bagian"]),
        ("surat (SPP) lalu spp", ["SPP"]),
        ("\u00dfSPP", []),
        ("", []),
    ],
)
def test_terms_in_a_text(text: str, found: list[str]) -> None:
    """Whole words; the longer of two that begin alike; short ones only as they are written."""
    terms = ("KTP", "KTP-el", "Sub Bagian", "Bagian", "SPP")
    glossary = Glossary(EntriIstilah(istilah=each, kepanjangan="x") for each in terms)
    assert [each.istilah for each in glossary.found(text)] == found


@pytest.mark.long
def test_long_duties_are_compared_at_once(
    bare: Settings, counted: Callable[[Any, str], list[int]]
) -> None:
    """Sixty duties of 1,900 words in two editions: one alignment of the list, one for each."""
    calls = counted(marking.LCSseq, "opcodes")
    for year, words in ((2023, "a b "), (2024, "b a ")):
        duties = ["tugas:", *(f"  - {words * 475} {n}" for n in range(60))]
        put(
            bare,
            {
                f"{year}/dokumen.yml": dokumen(year),
                f"{year}/sekretaris.yml": jabatan("SEKRETARIS", 1, *duties),
            },
        )
    checked = publishing.check(bare)
    assert checked.problems == []
    paths = [page.address for page in pages.render(checked.content, bare)]
    assert any("bandingkan/edisi" in path for path in paths)
    assert calls[0] < 100
