"""Every word of the site stands once, in theme/words/id.yml: none beside it, none for nothing."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

import jinja2
import pytest

from generator.pages.panduan import GUIDES
from generator.theme import assets
from generator.theme.templates import environment, filled
from generator.theme.words import Words, load

ROOT = Path(__file__).parent.parent
THEME = ROOT / "theme"
PAGES = ROOT / "generator" / "pages"
PAPER = ROOT / "generator" / "paper"
VIEWS = sorted({*PAGES.glob("*.py"), *PAPER.glob("*.py")} - {PAPER / "press.py"})
"""Not what reads the messages of a printer."""
WORDS = load(THEME)
PROSE = {"aksesibilitas", "kebijakan-tautan", "privasi", "tentang"}
PROSE |= {f"panduan-{each}" for each in GUIDES}
"""Pages of prose, which are their own words."""
TEMPLATES = sorted(path for path in THEME.rglob("*") if path.suffix in (".jinja", ".html"))
MADE = THEME / "overrides" / "partials" / "words.html"


def _names(words: Words, way: str = "w") -> Iterator[tuple[str, str]]:
    for name, value in vars(words).items():
        if isinstance(value, Words):
            yield from _names(value, f"{way}.{name}")
        else:
            yield f"{way}.{name}", value


NAMES = dict(_names(WORDS))
GROUPS = {way.rpartition(".")[0] for way in NAMES}
USED = {
    way.removesuffix(".format")
    for path in (*TEMPLATES, *VIEWS)
    for way in re.findall(r"\bw(?:\.[a-z_]+)+", path.read_text("utf-8"))
}
SCRIPTS = {path: path.read_text("utf-8") for path in sorted(THEME.glob("components/*/*.js"))}
USED |= {
    f"w.{way}" for text in SCRIPTS.values() for way in re.findall(r"\bKATA\.([a-z_.]+[a-z_])", text)
}


def test_every_word_is_used() -> None:
    """By its name, or with its group."""
    unused = [way for way in NAMES if not any(f"{way}.".startswith(f"{use}.") for use in USED)]
    assert unused == []


def test_every_word_that_is_used_is_there() -> None:
    """Whatever branch of a template it stands in."""
    assert sorted(USED - NAMES.keys() - GROUPS) == []


def test_scripts_use_the_words_that_they_are_given() -> None:
    """Each of a group that they name, and no other."""
    groups = {
        path: match[1]
        for path, text in SCRIPTS.items()
        if (match := re.search(r"\bwords = KATA\.([a-z_.]+);", text))
    }
    assert len(groups) >= 5
    for path, group in groups.items():
        beside = "".join(SCRIPTS[each] for each in path.parent.glob("*.js") if each not in groups)
        named = set(re.findall(r"\bwords\.([a-z_]+)", SCRIPTS[path] + beside))
        named |= set(re.findall(r'\b(?:why: |NoValueError\()"([a-z_]+)"', beside))
        told = vars(attrgetter(group)(WORDS)).keys()
        assert named & told == told, path


def test_a_script_carries_its_words() -> None:
    """The build writes them where they are named; no page carries them."""
    made = {each.address: each.text for each in assets.files(THEME)}
    assert not [address for address, text in made.items() if "KATA" in text]
    assert f'"salin_hitungan":"{WORDS.alat.hitung.salin_hitungan}"' in made["assets/hitung.js"]


def test_every_word_stands_once() -> None:
    """What two places say is said once."""
    counts = Counter(NAMES.values())
    assert [word for word, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_words(path: Path) -> None:
    """Beside its tags and what is filled in nothing can be read; so too in attributes that are
    read out."""
    if path == MADE or path.name.split(".")[0] in PROSE:
        return
    text = re.sub(r"{[*#]-?.*?-?[*#]}", "", path.read_text("utf-8"), flags=re.DOTALL)
    text = re.sub(r"{%.*?%}|{{.*?}}|<!doctype html>", "", text, flags=re.DOTALL)
    text = re.sub(r"{#.*?}", "", text)
    spoken = re.findall(r'\b(?:aria-label|placeholder|title|alt)="([^"]*)"', text)
    shown = re.sub(r"<[^>]*>", "", text)
    if path.name != "warna.css.jinja":
        assert re.findall(r"[^\W\d_]{2,}", " ".join([shown, *spoken])) == []


@pytest.mark.parametrize("path", VIEWS, ids=lambda path: path.stem)
def test_no_view_has_words(path: Path) -> None:
    """Neither a capitalised word nor two words in a row, but in what explains the code."""
    tree = ast.parse(path.read_text("utf-8"))
    nodes = list(ast.walk(tree))
    docstrings = [
        each.value
        for each in nodes
        if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)
    ]
    annotations = [each.annotation for each in nodes if isinstance(each, ast.AnnAssign)]
    explaining = {*docstrings, *(inner for each in annotations for inner in ast.walk(each))}
    literals = [
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if node not in explaining
    ]
    words = re.compile(r"[A-Z][a-z]|[^\W\d_]{2} [^\W\d_]{2}")
    assert [each for each in literals if words.search(each)] == []


def test_only_words_of_ours_are_markup() -> None:
    """`fill` takes what stands before it for markup, so that may be nothing but a word."""
    for path in TEMPLATES:
        for before in re.findall(r"(\S+|\([^()]*\))\|fill\(", path.read_text("utf-8")):
            assert re.fullmatch(r"w(\.\w+)+(\[\w+\])?|\(w\.[^()]*\)", before), path.name


def test_what_is_filled_in_is_escaped() -> None:
    """A name with signs of markup is a text; a word of ours may hold markup."""
    assert filled("<b>{nama}</b>", nama='<i>"&"</i>') == (
        "<b>&lt;i&gt;&#34;&amp;&#34;&lt;/i&gt;</b>"
    )


@pytest.mark.parametrize("source", ["{{ w.tiada.sama_sekali }}", "{{ w.label.tiada }}"])
def test_a_word_that_is_not_there(source: str) -> None:
    """It is an error, never nothing."""
    with pytest.raises(jinja2.UndefinedError):
        environment(THEME).from_string(source).render()
