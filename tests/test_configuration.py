"""The configuration: every mistake at its place, the same for check and build, and nothing runs."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from mkdocs.utils.yaml import yaml_load

from generator.build import preview, publishing
from generator.commands import cli, serve
from generator.settings import load
from generator.site import engine

HOME = "  - Beranda: index.md"

ROWS = yaml.load(
    (Path(__file__).parent / "salah-konfigurasi.yml").read_text("utf-8"), yaml.CSafeLoader
)
FUNCTIONS = """  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
"""
GOOD = {
    "brackets": ("plugins: []", "extra_css: [assets/ikon.svg]\nplugins: [search]"),
    "a plugin as a part": ("plugins: []", "plugins: {search: {lang: [id]}}"),
    "MkDocs' own plugin": ("plugins: []\n", ""),
    "a variable with a default": (
        "https://iki-terbuka.example/",
        '!ENV [IKI_TIADA, IKI_LAIN, "https://iki.contoh.go.id/"]',
    ),
    "a variable that is not set": ("https://iki-terbuka.example/", "!ENV IKI_TIADA"),
    "a truth from the environment": ("strict: true", "strict: !ENV [IKI_TIADA, false]"),
    "functions": ("  - attr_list\n", f"  - attr_list\n{FUNCTIONS}"),
    "attributes by another name": ("  - attr_list", "  - pymdownx.extra"),
    "a stylesheet that is not there": ("plugins: []", "extra_css: [assets/tiada.css]"),
    "a script that is not there": ("plugins: []", "extra_javascript: [{path: a.js, defer: true}]"),
    "another folder": ("docs_dir: build/docs", "docs_dir: build/naskah/"),
    "no MkDocs folder": ("site_dir: build/html\n", ""),
    "a palette": ("font: false", "palette: {scheme: slate, primary: teal}"),
    "two palettes": ("font: false", "palette: [{scheme: default}, {scheme: slate}]"),
    "a font": ("font: false", "font: {text: Inter}"),
    "keys of the theme's own": ("font: false", "lambang: [satu, 2]"),
    "keys for templates": ("generator: false", "sosial: [{ikon: a}]"),
    "a link out": (HOME, f"{HOME}\n  - Kota: https://kotaanda.go.id/"),
    "parts in the navigation": (HOME, f"{HOME}\n  - Kami: [kab-contoh/index.md]"),
    "all pages in": ("plugins: []", 'exclude_docs: "!/templates/"'),
    "warnings for all": ("validation:\n", "validation:\n  anchors: info\n"),
    "pages that are not in the navigation": ("not_in_nav: |\n  /*/\n", ""),
}


@pytest.fixture
def project(example: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example as the folder one stands in."""
    monkeypatch.chdir(example)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    monkeypatch.delenv("IKI_TIADA", raising=False)
    return example


def _edit(project: Path, old: str, new: str) -> None:
    file = project / "site_config.yml"
    text = file.read_text("utf-8")
    assert text.count(old) == 1, "the edit must have one place"
    file.write_text(text.replace(old, new), "utf-8")


def _mistakes(out: str) -> list[str]:
    return [line for line in out.splitlines() if ": galat: " in line]


@pytest.mark.parametrize(
    "row",
    # `lama` has what only MkDocs can tell, which takes it a while.
    [pytest.param(row, marks=[pytest.mark.long] if "lama" in row else []) for row in ROWS],
    ids=lambda row: row["nama"],
)
def test_mistake(row: dict, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message is exact and stands at its line and column, for check and for build."""
    _edit(project, row["semula"], row["menjadi"])
    expected = []
    for place, message in (each.split(" ", 1) for each in row["pesan"]):
        shown = "" if place == "0:0" else f":{place}"
        expected.append(f"site_config.yml{shown}: galat: {message}")

    assert cli.main(["check"]) == 1
    assert _mistakes(capsys.readouterr().out) == expected
    assert cli.main(["build"]) == 1
    assert _mistakes(capsys.readouterr().out) == expected
    assert not (project / "site").exists()
    assert not (project / "penanda").exists()


NO_PAIRS = '1:1: galat: isi berkas harus berupa baris-baris "nama: isi" (titik dua, lalu spasi).'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "1:1: galat: berkas masih kosong."),
        (b"# saja\n", "1:1: galat: berkas masih kosong."),
        (b"- a\n", NO_PAIRS),
        (b"IKI\n", NO_PAIRS),
        (b"site_name: \xff\n", "1:12: galat: huruf di sini bukan UTF-8."
         " Simpan ulang berkas sebagai UTF-8."),
        (b"!ENV {site_name: a}\n", '1:1: galat: "!ENV" diikuti nama variabel,'
         ' misalnya !ENV [IKI_URL, "isi bila kosong"].'),
    ],
)  # fmt: skip
def test_a_file_that_is_no_configuration(
    data: bytes, said: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, and 1, for check and for build."""
    (project / "site_config.yml").write_bytes(data)
    for command in ("check", "build"):
        assert cli.main([command]) == 1
        assert capsys.readouterr().out == f"site_config.yml:{said}\n"


@pytest.mark.site
@pytest.mark.parametrize("edit", GOOD.values(), ids=GOOD.keys())
def test_what_the_check_passes_is_built(edit: tuple[str, str], project: Path) -> None:
    """Right configurations pass, and MkDocs builds with them."""
    _edit(project, *edit)
    settings, problems = publishing.configured(project / "site_config.yml")
    assert settings, problems
    checked = publishing.check(settings)
    assert checked.mistakes == 0, checked.problems
    publishing.write_pages(checked, settings)
    engine.render(settings, settings.docs, project / "jadi")
    assert (project / "jadi/kab-contoh/dinas-contoh/2024/sekretaris/index.html").is_file()
    assert "tiada.css" not in (project / "jadi/index.html").read_text("utf-8")


def test_the_environment(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that is set goes before the default, and is checked like what is written."""
    _edit(project, "https://iki-terbuka.example/", '!ENV [IKI_URL, "https://lain.go.id/"]')
    config = project / "site_config.yml"
    monkeypatch.setenv("IKI_URL", "https://iki.kotaanda.go.id/")
    settings, _ = load(config)
    assert settings
    assert settings.for_mkdocs(str)["site_url"] == "https://iki.kotaanda.go.id/"
    monkeypatch.setenv("IKI_URL", "iki.kotaanda.go.id")
    assert [(each.line, each.column) for each in load(config)[1]] == [(3, 11)]


SAME = {name: edit for name, edit in GOOD.items() if "is not there" not in name}


@pytest.mark.parametrize("edit", SAME.values(), ids=SAME.keys())
def test_mkdocs_reads_the_same(edit: tuple[str, str], project: Path) -> None:
    """What MkDocs is given is what it would read by itself, types included."""
    _edit(project, *edit)
    settings, problems = load(project / "site_config.yml")
    assert settings, problems
    by_itself = yaml_load((project / "site_config.yml").read_text("utf-8"))
    assert settings.for_mkdocs(engine.function) == {
        key: value for key, value in by_itself.items() if value is not None
    }


HOOK = "open('penanda', 'w').close()\n"
TRAPS = {
    "hook": ("plugins: []", "hooks: [jahat.py]", "jahat.py"),
    "plugin": ("plugins: []", "plugins: [jahat]", "jahat"),
    "extension": ("  - attr_list", "  - attr_list\n  - jahat", "jahat"),
}
OBJECTS = {
    "call": '!!python/object/apply:os.system ["touch penanda"]',
    "new": "!!python/object/new:os.system [touch penanda]",
    "module": "!!python/module:jahat",
    "name": "!!python/name:jahat.x",
    "a long tag": '!<tag:yaml.org,2002:python/object/apply:os.system> ["touch penanda"]',
    "in a default": '!ENV [IKI_TIADA, !!python/object/apply:os.system ["touch penanda"]]',
}


def _iki(project: Path, *commands: str) -> list[str]:
    """The commands in a process of their own, in which the project can be imported: after what each
    says, its exit code and whether the trap has been sprung."""
    path = os.pathsep.join((str(project), str(ROOT)))
    done = subprocess.run(
        [sys.executable, "-c", ONE_BY_ONE, *commands],
        cwd=project,
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=True,
    )
    return done.stdout.split(ENDS)[:-1]


ENDS = "|selesai|"
ONE_BY_ONE = f"""
import os, sys
from generator.commands import cli
for command in sys.argv[1:]:
    print(cli.main(command.split()), os.path.exists("penanda"), end="{ENDS}", flush=True)
"""


def _set_trap(project: Path) -> None:
    """A module that leaves a sign when it is run, and that MkDocs knows as a plugin."""
    (project / "jahat.py").write_text(HOOK, "utf-8")
    info = project / "jahat-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: jahat\nVersion: 1\n", "utf-8")
    (info / "entry_points.txt").write_text("[mkdocs.plugins]\njahat = jahat:Plugin\n", "utf-8")


@pytest.mark.long
@pytest.mark.parametrize("trap", TRAPS.values(), ids=TRAPS.keys())
def test_nothing_runs_that_the_owner_does_not_allow(
    trap: tuple[str, str, str], project: Path
) -> None:
    """Neither by check nor by build; what is allowed by name runs."""
    _set_trap(project)
    _edit(project, trap[0], trap[1])
    allowed = f"check --izinkan lain --izinkan {trap[2]}"
    *refused, ran = _iki(project, "check", "build", allowed)
    for said in refused:
        assert f"iki build --izinkan {trap[2]}" in said
        assert said.endswith("\n1 False")
    assert "Traceback" not in ran
    assert ran.endswith(" True")


@pytest.mark.parametrize("tag", OBJECTS.values(), ids=OBJECTS.keys())
@pytest.mark.parametrize("place", ["site_name: IKI Terbuka", "generator: false"])
def test_no_object_is_made(place: str, tag: str, project: Path) -> None:
    """A tag of Python's is refused at its place, wherever it stands."""
    (project / "jahat.py").write_text(HOOK, "utf-8")
    _edit(project, place, f"{place.split(':', maxsplit=1)[0]}: {tag}")
    settings, problems = publishing.configured(project / "site_config.yml")
    assert settings is None
    assert [each.code for each in problems] == ["tanda"]
    assert not (project / "penanda").exists()


@pytest.mark.long
def test_a_program_that_fails_is_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the owner allows and what then fails: one line that names the configuration."""
    (project / "kait.py").write_text(
        "def on_page_markdown(markdown, **kwargs):\n    raise ValueError('aduh')\n", "utf-8"
    )
    _edit(project, "plugins: []", "hooks: [kait.py]")
    assert cli.main(["build", "--izinkan", "kait.py"]) == 1
    said = _mistakes(capsys.readouterr().out)
    assert said
    assert all(line.startswith("site_config.yml: galat: MkDocs tidak dapat") for line in said)
    assert "aduh" in said[0]


@pytest.mark.long
def test_a_misspelt_key_of_the_theme_is_said(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The theme may have keys of its own, so that it is no mistake."""
    _edit(project, "  language: id", "  languange: id")
    assert cli.main(["check"]) == 0
    assert capsys.readouterr().out == (
        'site_config.yml:13:3: ingat: bagian "languange" tidak dikenal. Maksudnya "language"?\n'
    )


@pytest.mark.parametrize(
    ("address", "is_real"),
    [
        ("https://iki.kotaanda.go.id/", True),
        ("https://example.go.id/", True),
        ("http://iki.kotaanda.go.id:8080/a/", True),
        ("https://iki-terbuka.example/", False),
        ("https://example.com/", False),
        ("https://iki.test", False),
        ("https://a.invalid/b/", False),
        ("http://localhost:8000/", False),
        ("!ENV IKI_TIADA", False),
    ],
)
def test_an_address_of_an_example(address: str, is_real: bool, project: Path) -> None:
    """It is no mistake, but is known as what it is."""
    _edit(project, "https://iki-terbuka.example/", address)
    settings, problems = load(project / "site_config.yml")
    assert settings
    assert problems == []
    assert (settings.address_reminder() is None) == is_real


@pytest.mark.site
def test_the_reminder_is_said_by_the_build_alone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Once, at its place; the check is silent."""
    assert cli.main(["check"]) == 0
    assert capsys.readouterr().out == ""
    assert cli.main(["build"]) == 0
    assert capsys.readouterr().out == (
        'site_config.yml:3:11: ingat: "site_url" masih alamat contoh. '
        'Tulis alamat situs yang sebenarnya, misalnya "https://iki.kotaanda.go.id/".\n'
    )


@pytest.mark.parametrize("config", [".", "content", ""])
def test_a_folder_as_configuration(
    config: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, and 2."""
    for command in ("check", "build", "serve"):
        assert cli.main([command, "--config", config]) == 2
        out = capsys.readouterr().out
        assert out.count("\n") == 1
        assert "ini folder, bukan berkas konfigurasi." in out


def test_a_configuration_elsewhere(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders are counted from the configuration, by whatever way it is reached."""
    monkeypatch.chdir(project / "theme")
    assert cli.main(["check", "--config", "../content/../site_config.yml"]) == 0


LISTENER = preview.Listener(serve._say, serve._tell)


@pytest.mark.long
def test_the_preview_says_what_is_wrong(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also what only the build on the written pages shows."""
    _edit(project, "plugins: []", "hooks: [kait.py]")
    preview.preview(project / "site_config.yml", frozenset(), LISTENER)
    assert "--izinkan kait.py" in capsys.readouterr().out
    (project / "kait.py").write_text(
        "def on_page_markdown(markdown, **kwargs):\n    raise ValueError('aduh')\n", "utf-8"
    )
    preview.preview(project / "site_config.yml", frozenset({"kait.py"}), LISTENER)
    assert "aduh" in capsys.readouterr().out


@pytest.mark.long
def test_a_large_configuration_is_bounded_work(project: Path) -> None:
    """However many names are wrong, only for the first is it asked which was meant."""
    names = ", ".join(f"searc{number}" for number in range(15_000))
    _edit(project, "plugins: []", f"plugins: [{names}]")
    problems = load(project / "site_config.yml")[1]
    assert len(problems) == 15_000
    assert sum("Maksudnya" in each.message for each in problems) == 20


JUNK = (
    *(
        "mungkin",
        "[a, b]",
        "{a: b}",
        "2024",
        "~",
        "",
        "!ENV X",
        "!!python/name:os.system",
        "'",
        '"',
    ),
    *("&a", "*a", "|", "true", "-1", "/", "https://", "../..", "[", "{", "- a", "a: b", "%", "@"),
    *("\t", "é" * 300, "1e9", "0x_", "[[[]]]", "{a: {b: [c]}}", "!ENV [A, [c]]", "\\", "#"),
)


@pytest.mark.long
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_edit_ends_in_a_traceback(data: st.DataObject, project: Path) -> None:
    """A line less, or a value changed to junk: good, or a mistake that is said."""
    file = project / "site_config.yml"
    before = file.read_text("utf-8")
    lines = before.splitlines()
    number = data.draw(st.integers(0, len(lines) - 1))
    if data.draw(st.booleans()):
        del lines[number]
    else:
        start = re.match(r"\s*(- )?([^:]*:)? ?", lines[number])
        lines[number] = (start[0] if start else "") + data.draw(st.sampled_from(JUNK))
    file.write_text("\n".join(lines), "utf-8")
    try:
        settings, problems = publishing.configured(file)
        assert settings or any(each.is_mistake for each in problems)
        assert settings is None or publishing.check(settings) is not None
    finally:
        file.write_text(before, "utf-8")
