"""Rules that need several files."""

import string

import pytest
from conftest import dokumen, jabatan, put

from generator import rules
from generator.build import publishing
from generator.content.content import Content
from generator.rules.registry import RULES, rule
from generator.rules.structure.circles import around, circles
from generator.settings import Settings

WORST = 400
"""Positions of an edition that no agency has."""


def _told(settings: Settings) -> list[tuple[str, int, str]]:
    return [
        (each.path.rpartition("/")[2], each.line, each.message)
        for each in publishing.check(settings).problems
    ]


def _under(settings: Settings, superiors: dict[str, str | None]) -> None:
    """An edition in which each position has the given superior."""
    put(settings, {"2024/dokumen.yml": dokumen(2024)})
    for number, (slug, superior) in enumerate(superiors.items(), 1):
        more = [f"atasan: {superior}"] if superior else []
        put(settings, {f"2024/{slug}.yml": jabatan(slug.upper(), number, *more)})


def test_every_rule_is_registered_and_says_what_it_is() -> None:
    """A function of rules/ that looks like a rule is one."""
    names = {each.check.__name__ for each in RULES}
    assert {"ids_are_unique", "superiors_do_not_circle", "terms_are_unique"} <= names
    assert len(names) == len(RULES)
    for each in RULES:
        assert (each.check.__doc__ or "").endswith(".")


@pytest.mark.parametrize(
    ("superiors", "file", "way"),
    [
        ({"a": "b", "b": "a"}, "a.yml", "a → b → a"),
        ({"c": "b", "b": "d", "d": "c"}, "b.yml", "b → d → c → b"),
        ({"x": "a", "a": "b", "b": "a", "y": "x"}, "a.yml", "a → b → a"),
    ],
)
def test_a_circle_is_told_once(
    bare: Settings, superiors: dict[str, str | None], file: str, way: str
) -> None:
    """At the first of its positions by name, and not at those that only lead into it."""
    _under(bare, superiors)
    remedy = 'Hapus atau ganti "atasan" pada salah satunya.'
    assert _told(bare) == [(file, 3, f"atasan berputar: {way}. {remedy}")]


def test_two_circles(bare: Settings) -> None:
    """Each is told."""
    _under(bare, {"a": "b", "b": "a", "c": "d", "d": "c", "e": None})
    assert [each[0] for each in _told(bare)] == ["a.yml", "c.yml"]


def test_superiors_in_a_row(bare: Settings) -> None:
    """Fifty are a tree; the fifty-first is a mistake at its own file, those below it are none."""
    _under(bare, {f"j{n:02}": f"j{n - 1:02}" if n > 1 else None for n in range(1, 51)})
    assert _told(bare) == []
    put(bare, {"2024/z.yml": jabatan("Z", 51, "atasan: j50")})
    put(bare, {"2024/zz.yml": jabatan("ZZ", 52, "atasan: z")})
    assert _told(bare) == [
        (
            "z.yml",
            3,
            "jabatan ini tingkat ke-51 di bawah atasan-atasannya: paling banyak 50 tingkat. "
            "Periksa atasannya.",
        )
    ]


@pytest.mark.long
def test_a_long_row_and_a_long_circle_take_one_pass(
    bare: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each position is looked up a few times, however long the row is."""
    _under(bare, {f"j{n}": f"j{n - 1}" if n else f"j{WORST - 1}" for n in range(WORST)})
    looked = 0
    plain = Content.superior

    def counted(content: Content, entry: object) -> object:
        nonlocal looked
        looked += 1
        return plain(content, entry)  # type: ignore[arg-type]

    monkeypatch.setattr(Content, "superior", counted)
    (problem,) = _told(bare)
    assert problem[2].count("→") == 8
    assert looked < 5 * WORST


@pytest.mark.parametrize(
    ("number", "way"),
    [
        (2, "a → b → a"),
        (7, "a → b → c → d → e → f → g → a"),
        (8, "a → b → c → d → e → f → g → … → a"),
        (26, "a → b → c → d → e → f → g → … → a"),
    ],
)
def test_a_circle_is_told_in_eight_steps(number: int, way: str) -> None:
    """Whole if it has no more names; else its beginning, and what closes it."""
    assert around(list(string.ascii_lowercase[:number])) == way


def test_where_circles_are() -> None:
    """Not at one that leads to itself, nor where a way ends or runs into a circle already told."""
    leads_to = {"z": "y", "y": "z", "x": "z", "a": "a", "b": "a", "c": "d", "e": "c"}
    assert list(circles(leads_to)) == [["y", "z"]]


def test_a_term_twice(settings: Settings) -> None:
    """Also in another case; the line of the first is told."""
    file = settings.content / "istilah.yml"
    file.write_text(file.read_text("utf-8") + "  - istilah: siak\n", "utf-8")
    assert _told(settings) == [
        (
            "istilah.yml",
            8,
            'istilah "siak" sudah ditulis di baris 2. Gabungkan keduanya, atau hapus satu.',
        )
    ]


def test_a_rule_that_fails_hides_nothing(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is our fault, said at the file; the other rules and files are checked all the same."""
    monkeypatch.setattr(rules.registry, "RULES", RULES)
    before = len(RULES)

    @rule(type(publishing.check(settings).content.documents()[0].document))
    def broken(content: Content, entry: object) -> object:  # type: ignore[type-var]
        """Selalu gagal."""
        raise RecursionError

    try:
        (problem,) = publishing.check(settings).problems
    finally:
        del RULES[before:]
    assert problem.is_fault
    assert problem.path == "content/kab-contoh/pemda.yml"
    assert "RecursionError" in problem.message
