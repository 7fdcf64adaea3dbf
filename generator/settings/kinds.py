"""The kinds of values in a configuration, each with the remedy for a wrong one."""

import re
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field

from generator.settings.dialect import Scalar
from generator.values.characters import shown
from generator.values.fields import Below, wrong, wrong_at
from generator.values.web import foreign_letters

Faults = list[tuple[tuple[str | int, ...], str]]
"""What is wrong in the parts of a value, each with the way down to it."""

_EMPTY = "masih kosong: isi, atau hapus barisnya."
_PAIRS = 'harus berupa bagian: baris-baris "nama: isi" yang menjorok di bawahnya.'
_LIST = 'harus berupa daftar (tiap butir di baris baru, diawali "- ").'
_ONE_NAME = (
    "tiap butir berisi satu nama. Samakan jarak masuknya, atau pecah menjadi beberapa butir."
)


def _checked(fault: Callable[[str], str | None]) -> BeforeValidator:
    """A validator by a function that says what is wrong with a text; what is no text, or one of
    blanks alone, is left for pydantic to refuse."""

    def validate(value: Any) -> Any:
        if isinstance(value, str) and not value.strip():
            return ""
        if isinstance(value, str) and value and (message := fault(value)):
            raise wrong(message)
        return value

    return BeforeValidator(validate)


def _walked(faults: Callable[[Any], Faults]) -> BeforeValidator:
    """A validator by a function that says what is wrong in the parts of a value."""

    def validate(value: Any) -> Any:
        if found := faults(value):
            raise wrong_at([Below(*each) for each in found])
        return value

    return BeforeValidator(validate)


def _mistyped(text: str) -> str | None:
    """Without quotes, YAML takes a number or a date for what it is."""
    if isinstance(text, Scalar) and not isinstance(text.meaning, str):
        return f'harus teks: apit dengan tanda kutip ("{shown(text)}").'
    return None


def _truth(value: Any) -> bool:
    if isinstance(value, Scalar) and isinstance(value.meaning, bool):
        return value.meaning
    if value == "":
        raise wrong(_EMPTY)
    raise wrong('hanya boleh "true" (ya) atau "false" (tidak), tanpa tanda kutip.')


def is_address(text: str, *schemes: str) -> bool:
    """Whether a text is a scheme, a host, and perhaps a port and a path."""
    try:
        parts = urlsplit(text)
        is_good = parts.scheme in schemes and parts.port != 0
    except ValueError:
        return False
    return is_good and bool(
        re.fullmatch(r"[a-z]+://[\w-]+(\.[\w-]+)*(:\d+)?(/[\w./~%+,;=@&-]*)?", text)
    )


def _no_address(*schemes: str) -> Callable[[str], str | None]:
    def fault(text: str) -> str | None:
        if is_address(text, *schemes):
            return foreign_letters(urlsplit(text).hostname or "")
        likely = "https://" + re.sub(r"^([a-z]+:)?/*", "", text, flags=re.IGNORECASE)
        is_good = "." in text and len(text) <= 64 and is_address(likely, "https")
        example = likely if is_good else "https://iki.kotaanda.go.id/"
        return f'harus alamat lengkap dengan https://. Tulis misalnya "{example}".'

    return fault


def templates() -> Path:
    """Where the theme's own files lie; it is not imported for that."""
    found = find_spec("material")
    assert found is not None
    assert found.submodule_search_locations
    return Path(found.submodule_search_locations[0]) / "templates"


def _no_language(text: str) -> str | None:
    known = {path.stem for path in (templates() / "partials" / "languages").glob("*.html")}
    return None if text in known else f'tidak mengenal bahasa "{shown(text)}". Tulis "id".'


def _no_docs(text: str) -> str | None:
    if re.fullmatch(r"build/(?!(html|pratinjau|theme)/?$)[a-z0-9][a-z0-9_-]*/?", text):
        return None
    return (
        'harus folder di dalam build/, misalnya "build/docs": '
        "isinya dihapus dan ditulis ulang setiap kali."
    )


def _no_target(text: str) -> str | None:
    if text.rstrip("/") == "build/html":
        return None
    return (
        "tidak mengubah letak situs: `iki build` selalu menulis folder site/. "
        'Tulis "build/html", atau hapus barisnya.'
    )


def _excluding(text: str) -> str | None:
    if all(line.startswith(("!", "#")) for line in text.splitlines() if line.strip()):
        return None
    return 'hanya boleh berisi baris yang diawali "!": setiap halaman di sini perlu dimuat.'


def _only_true(value: bool) -> bool:
    if not value:
        raise wrong('harus "true", atau hapus barisnya: setiap alamat halaman berakhir "/".')
    return value


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


def _font(value: Any) -> Any:
    if isinstance(value, str):
        if not (isinstance(value, Scalar) and value.meaning is False):
            raise wrong('hanya boleh "false", atau bagian berisi "text" dan "code".')
        return None
    return value


def _nav(value: Any) -> Faults:
    """Titles and pages, in parts that may hold parts."""
    if value == "":
        return [((), _EMPTY)]
    if not isinstance(value, list):
        return [((), _LIST)]
    if not value:
        return [((), "belum berisi: tulis sekurangnya satu butir.")]
    return [fault for number, item in enumerate(value) for fault in _nav_item((number,), item)]


def _nav_item(way: tuple[str | int, ...], item: Any) -> Faults:
    if isinstance(item, str):
        return _nav_page(way, item)
    if not isinstance(item, dict) or len(item) != 1:
        return [(way, _ONE_NAME)]
    ((title, inner),) = item.items()
    if isinstance(inner, str):
        return _nav_page((*way, title), inner)
    return [((*way, title, *below), message) for below, message in _nav(inner)]


def _nav_page(way: tuple[str | int, ...], page: str) -> Faults:
    if not page:
        return [(way, _EMPTY)]
    if ":" in page and not is_address(page, "https", "http"):
        return [(way, 'harus halaman, misalnya "tentang/index.md", atau alamat https:// lengkap.')]
    return []


def _named(value: Any) -> Faults:
    """Names, each perhaps with options: as a list, or as a part."""
    if value == "":
        return [((), _EMPTY)]
    if isinstance(value, dict):
        return [fault for name in value for fault in _options((name,), value[name])]
    if not isinstance(value, list):
        return [((), _LIST)]
    return [fault for number, item in enumerate(value) for fault in _named_item((number,), item)]


def _named_item(way: tuple[str | int, ...], item: Any) -> Faults:
    if isinstance(item, dict) and len(item) == 1:
        return [fault for name in item for fault in _options((*way, name), item[name])]
    if not isinstance(item, str):
        return [(way, _ONE_NAME)]
    message = _mistyped(item) if item else _EMPTY
    return [(way, message)] if message else []


def _options(way: tuple[str | int, ...], options: Any) -> Faults:
    return [] if options == "" or isinstance(options, dict) else [(way, _PAIRS)]


Tulisan = Annotated[str, _checked(_mistyped), Field(min_length=1)]
YaTidak = Annotated[bool, BeforeValidator(_truth)]
SelaluYa = Annotated[YaTidak, AfterValidator(_only_true)]
Alamat = Annotated[str, _checked(_no_address("https", "http")), Field(min_length=1)]
AlamatAman = Annotated[str, _checked(_no_address("https")), Field(min_length=1)]
Bahasa = Annotated[Tulisan, _checked(_no_language)]
FolderMarkdown = Annotated[str, _checked(_no_docs), Field(min_length=1)]
FolderHtml = Annotated[str, _checked(_no_target), Field(min_length=1)]
Pengecualian = Annotated[Tulisan, _checked(_excluding)]
Nav = Annotated[Any, _walked(_nav)]
Bernama = Annotated[Any, _walked(_named)]
OneOrMore = BeforeValidator(_as_list)
FontOrNone = BeforeValidator(_font)
