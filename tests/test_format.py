"""`iki format`: an order for every file, and not a word of it lost."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from textwrap import dedent
from typing import Any

import pytest
import yaml
from conftest import DOCUMENTS
from hypothesis import HealthCheck, assume, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from made import documents
from ruamel.yaml import YAML

from generator.commands import cli
from generator.model.formatting import formatted
from generator.model.layout import layout
from generator.model.schema import MODELS
from generator.source.dialect import CONTENT
from generator.source.reading import parse
from generator.values.bare import is_read_alike
from generator.values.fields import Model

Reading = tuple[Any, list[str]]


def _read(text: str) -> Reading:
    """What a file says: its document, and its comments."""
    source, problems = parse(text, "a.yml", replace(CONTENT, marks_bare=False))
    assert source is not None, problems
    return source.value, sorted(said for _, said in source.comments)


def _formatted(text: str, model: type[Model]) -> str:
    new, problems = formatted(text, "a.yml", model)
    assert new is not None, problems
    return new


def _written(value: Any, indent: str, random: Random) -> Iterator[str]:
    """A document as somebody may write it: fields in any order, comments anywhere."""
    items = value if isinstance(value, list) else random.sample(sorted(value.items()), len(value))
    for item in items:
        yield from _around(indent, random)
        start, inner = ("-", item) if isinstance(value, list) else (f"{_scalar(item[0])}:", item[1])
        if isinstance(inner, str):
            yield f"{indent}{start} {_scalar(inner)}{random.choice(('', '', '  # di ujung'))}"
            continue
        below = list(_written(inner, f"{indent}  ", random))
        if start == "-" and below[0].strip() and not below[0].lstrip().startswith("#"):
            yield f"{indent}- {below.pop(0).lstrip()}"
        else:
            yield f"{indent}{start}{random.choice(('', ' # bagian'))}"
        yield from below
    yield from _around(indent, random)


def _around(indent: str, random: Random) -> list[str]:
    lines = ("", f"{indent}# di atas", f"{indent}  # lebih dalam", "# di tepi", f"{indent}#")
    return random.choices(lines, k=2) if random.random() < 0.2 else []


def _scalar(text: str) -> str:
    """Without quotes where it can be so."""
    source, problems = parse(f"a: {text}\n- " if text == "-" else f"a: {text}\n", "")
    is_bare = source is not None and not problems and source.value == {"a": text}
    return text if is_bare and not source.comments else json.dumps(text, ensure_ascii=False)


@pytest.mark.long
@hypothesis_settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(
    data=st.data(),
    name=st.sampled_from(sorted(MODELS)),
    random=st.randoms(use_true_random=False),
)
def test_what_a_file_says_stays(data: st.DataObject, name: str, random: Random) -> None:
    """Its document and every comment; formatted again it is the same; others read the same."""
    text = "\n".join(_written(data.draw(documents(MODELS[name])), "", random)) + "\n"
    new, _ = formatted(text, "a.yml", MODELS[name])
    assume(new is not None)
    assert new is not None
    assert _read(new) == _read(text)
    assert _formatted(new, MODELS[name]) == new
    value = _read(new)[0]
    typed = layout(MODELS[name], value).typed
    for other in (yaml.load(new, yaml.CSafeLoader), YAML(typ="safe").load(new)):
        assert list(_texts(other, typed)) == list(_texts(value, typed))


def _texts(value: Any, typed: set[Any], way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, str]]:
    """Every text and key with the way to it."""
    if isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            key = step if isinstance(value, list) else str(step)
            yield from _texts(inner, typed, (*way, key))
    elif way not in typed:
        yield way, str(value)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_example_says_the_same(path: Path) -> None:
    text = path.read_text("utf-8")
    new = _formatted(text, MODELS.get(path.stem, MODELS["jabatan"]))
    assert _read(new) == _read(text)


BEFORE = """\
# yaml-language-server: $schema=../schema/jabatan.schema.json
# Disalin dari naskah.

urutan: 1
# Nama ini dari lampiran.
nama: KEPALA  # seperti tercetak
sasaran:
  # Sasaran pertama.
  - indikator:
      # Kolom ketiga.
      - satuan: 12.500
        # Nama panjang.
        nama: Jumlah surat yang masuk
        target:
          2024: 90
          # Sesudah perubahan.
          2024-tw1: 12:30
      - nama: "Jumlah surat yang masuk"
        id: surat
      # Tidak dipakai lagi.

    uraian: NO
tugas: []
# Selesai.
"""
AFTER = """\
# yaml-language-server: $schema=../schema/jabatan.schema.json
# Disalin dari naskah.

# Nama ini dari lampiran.
nama: KEPALA  # seperti tercetak
urutan: 1
tugas: []
sasaran:
  # Sasaran pertama.
  - uraian: "NO"
    indikator:
      # Kolom ketiga.
      - id: jumlah-surat-yang-masuk
        # Nama panjang.
        nama: Jumlah surat yang masuk
        satuan: "12.500"
        target:
          2024: 90
          # Sesudah perubahan.
          2024-tw1: "12:30"
      - id: surat
        nama: "Jumlah surat yang masuk"
      # Tidak dipakai lagi.
# Selesai.
"""


def test_the_order_of_a_file() -> None:
    """That of the models; comments go with what they stand above."""
    assert _formatted(BEFORE, MODELS["jabatan"]) == AFTER


def _indikator(*names: str) -> str:
    lines = "".join(f"      - nama: {each}\n" for each in names)
    return f"nama: A\nurutan: 1\nsasaran:\n  - indikator:\n{lines}"


def _ids(text: str) -> list[str]:
    document = _read(_formatted(text, MODELS["jabatan"]))[0]
    return [each["id"] for each in document["sasaran"][0]["indikator"]]


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["Jumlah surat", "Jumlah surat"], ["jumlah-surat", "jumlah-surat-2"]),
        (["漢字", "Σ"], ["indikator", "indikator-2"]),
        (
            ["Persentase PNS yang mendapat pelayanan administrasi Kepegawaian"],
            ["persentase-pns-yang-mendapat-pelayanan"],
        ),
        (["a" * 90], ["a" * 40]),
        (["Jumlah surat\n        id:"], ["jumlah-surat"]),
        (["Jumlah surat\n        id: # menyusul"], ["jumlah-surat"]),
        (["Surat\n        rincian:\n          - nama: Surat"], ["surat"]),
    ],
)
def test_an_id_is_made_of_the_name(names: list[str], ids: list[str]) -> None:
    """Of its first words, unlike every other of the file."""
    text = _indikator(*names)
    assert _ids(text) == ids
    again = _formatted(text, MODELS["jabatan"])
    assert _formatted(again, MODELS["jabatan"]) == again


@pytest.mark.parametrize(
    ("text", "is_alike"),
    [
        (each, True)
        for each in ("90", "0", "-5", "12,5", "2024-tw1", "Surat", "1 dokumen", "≥ 90", "y")
    ]
    + [(each, False) for each in ("001", "12.500", "2.5", "1.", ".5", "12:30", "+62", "1e5", "1_0")]
    + [(each, False) for each in ("NO", "on", "True", "null", "~", "=", "<<")]
    + [(each, False) for each in ("2024-01-10", "2024-1-9 10:00:00", "0x1F", "0o17", ".inf")],
)
def test_what_others_read_alike(text: str, is_alike: bool) -> None:
    """A whole number is a number to others, in the same digits."""
    assert is_read_alike(text) is is_alike


@given(text=st.text(st.sampled_from("0123589_-+.:eExobTZnyaul~=<"), min_size=1, max_size=8))
def test_what_is_left_without_quotes_is_the_same_to_others(text: str) -> None:
    """The same signs, whichever reader it is."""
    assume(is_read_alike(text) and _scalar(text) == text)
    for found in (yaml.load(text, yaml.CSafeLoader), YAML(typ="safe").load(text)):
        assert str(found) == text


@pytest.mark.parametrize(
    "text",
    [
        "nama: A\nurutan: satu\n",
        "nama: [A]\n",
        dedent("""\
            urutan: 1
            nama: A
            sasaran:
              - indikator:
                  - satuan: a
            """),
    ],
)
def test_mistakes_are_told_and_nothing_is_changed(text: str) -> None:
    new, problems = formatted(text, "a.yml", MODELS["jabatan"])
    assert new is None
    assert any(each.is_mistake for each in problems)


@pytest.fixture
def project(example: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example, formatted, as the folder one stands in."""
    monkeypatch.chdir(example)
    assert cli.main(["format"]) == 0
    return example


@pytest.mark.long
def test_the_command(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--check` names what would change and changes nothing; a second run finds nothing."""
    capsys.readouterr()
    path = "content/kab-contoh/pemda.yml"
    text = (project / path).read_text("utf-8")
    turned = "\n".join(reversed(text.splitlines())) + "\n"
    (project / path).write_text(turned, "utf-8")
    assert cli.main(["format", "--check"]) == 1
    assert capsys.readouterr().out == f"{path}\n"
    assert (project / path).read_text("utf-8") == turned
    assert cli.main(["format", "content/kab-contoh/dinas-contoh"]) == 0
    assert (project / path).read_text("utf-8") == turned
    assert cli.main(["format"]) == 0
    assert (project / path).read_text("utf-8") == text
    capsys.readouterr()
    assert cli.main(["format", "--check"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.long
def test_the_command_leaves_mistakes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file with mistakes is named with them; the others are formatted."""
    broken, good = (project / "content" / each for each in ("kab-contoh/pemda.yml", "istilah.yml"))
    broken.write_text("jenis: kabupaten\n", "utf-8")
    text = good.read_text("utf-8")
    good.write_text(text.rstrip("\n"), "utf-8")
    assert cli.main(["format"]) == 1
    assert 'bagian wajib "nama" belum diisi.' in capsys.readouterr().out
    assert broken.read_text("utf-8") == "jenis: kabupaten\n"
    assert good.read_text("utf-8") == text


@pytest.mark.long
def test_a_path_without_content(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["format", "tidak-ada"]) == 2
    assert 'tidak ada berkas content/ di "tidak-ada"' in capsys.readouterr().err
