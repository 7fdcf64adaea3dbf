"""What every test starts from: one good example, and the site of the decrees with a source."""

import functools
import gc
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import CodeType
from typing import Any

import hypothesis
import pytest
from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache
from playwright.sync_api import Browser, sync_playwright

from generator.build import publishing
from generator.content import loading
from generator.importing import readers
from generator.settings import Settings, load
from generator.site import engine
from generator.source import reading
from generator.source.problem import Problem
from generator.values.fields import Model

# A slow machine is no mistake; and what lands is decided by the same examples every time, while
# every developer tries others.
hypothesis.settings.register_profile("iki", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("iki")
# `make fast` tries a quarter of the examples, `make long` twenty times as many.
hypothesis.settings.register_profile("cepat", max_examples=25)
hypothesis.settings.register_profile("lama", max_examples=2000)

ROOT = Path(__file__).parent.parent
EXAMPLE = Path(__file__).parent / "contoh"
LEDGER = EXAMPLE / "content" / "alamat.yml"
HISTORY = EXAMPLE / "content" / "riwayat.yml"
DOCUMENTS = sorted({*EXAMPLE.rglob("*.yml")} - {LEDGER})
"""The files of the good example, but for its ledger, which is no document."""
SOURCES = frozenset(path.stem for path in (ROOT / "tests" / "sumber").glob("*.txt"))
"""The decrees whose text is at hand, by pemda, instansi and edition."""
HOST = "https://iki.contohkab.go.id/"
"""An address that a site may have."""
THEME = tuple(sorted(path.name for path in (ROOT / "theme").iterdir()))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--perbarui", action="store_true", help="write the golden files anew")


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read apart is read here."""
    monkeypatch.setattr(readers, "apart", lambda reader, path: reader(path))


def pytest_collection_finish() -> None:
    """What was imported and collected stays: it need not be gone through for garbage again."""
    gc.collect()
    gc.freeze()


class _Compiled(BytecodeCache):
    """Templates of all projects, compiled once for each text and way of compiling."""

    def __init__(self) -> None:
        self.known: dict[tuple[object, ...], CodeType | None] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.known.get(self._way(bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.known[self._way(bucket)] = bucket.code

    def _way(self, bucket: Bucket) -> tuple[object, ...]:
        how = bucket.environment
        spaces = (how.trim_blocks, how.lstrip_blocks, how.keep_trailing_newline)
        return (bucket.key, bucket.checksum, how.autoescape, tuple(how.extensions), *spaces)


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Every environment of a test shares what is compiled."""
    with pytest.MonkeyPatch.context() as patch:
        make = functools.partialmethod(Environment.__init__, bytecode_cache=_Compiled())
        patch.setattr(Environment, "__init__", make)
        yield


@pytest.fixture(scope="session")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One copy of the theme for every project that does not edit it; after all, it is as it was."""
    copy = tmp_path_factory.mktemp("tema")
    for name in THEME:
        shutil.copytree(ROOT / "theme" / name, copy / name)
    yield copy
    assert _contents(copy) == _contents(ROOT / "theme"), "edit a theme only after `own`"


def _contents(folder: Path) -> dict[Path, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder): path.read_bytes() for path in files}


@pytest.fixture(scope="session", autouse=True)
def rehearsed_once() -> Iterator[None]:
    """What MkDocs says of this repository's own configuration and theme is asked once; whatever a
    test edits or allows is tried anew."""
    told: list[list[Problem]] = []
    rehearse = engine.rehearse

    def once(settings: Settings) -> list[Problem]:
        if not _as_here(settings):
            return rehearse(settings)
        if not told:
            told.append(rehearse(settings))
        return told[0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "rehearse", once)
        yield


@pytest.fixture(scope="session", autouse=True)
def in_one_process() -> Iterator[None]:
    """What a copy of this process does, no measure of what is tested sees."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.workers.available", lambda: 1)
        yield


READ = loading._Loader._read


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """The files of the example as they are, which have nothing wrong with them, are read once by
    each parser; whatever a test edits is read anew."""
    as_they_are = {path.read_bytes() for path in (EXAMPLE / "content").rglob("*.yml")}
    known: dict[tuple[object, ...], Any] = {}

    def once(self: Any, path: Path, shown: str, model: type[Model]) -> Any:
        data = path.read_bytes() if path.is_file() else b""
        if data not in as_they_are:
            return READ(self, path, shown, model)
        key = (shown, data, reading._Loader)
        if key in known:
            self.files.append(shown)
        else:
            known[key] = READ(self, path, shown, model)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading._Loader, "_read", once)
        yield


@pytest.fixture
def read_anew(read_once: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a test that looks at the reading itself."""
    monkeypatch.setattr(loading._Loader, "_read", READ)


def _as_here(settings: Settings) -> bool:
    untouched = all((settings.theme / name).is_symlink() for name in THEME)
    config = ROOT / "site_config.yml"
    return (
        untouched and not settings.allowed and settings.config.read_bytes() == config.read_bytes()
    )


@pytest.fixture
def example(tmp_path: Path, theme: Path) -> Path:
    """The good example as a project of its own, to be edited; of its theme only what is `own`. It
    comes without its past: nothing has been promised, so whatever a test edits may go."""
    shutil.copytree(EXAMPLE / "content", tmp_path / "content")
    for past in (LEDGER, HISTORY):
        (tmp_path / "content" / past.name).unlink()
    (tmp_path / "theme").mkdir()
    for name in THEME:
        (tmp_path / "theme" / name).symlink_to(theme / name)
    shutil.copy(ROOT / "site_config.yml", tmp_path)
    return tmp_path


@pytest.fixture
def ledger(example: Path) -> Path:
    """The ledger of the example, where its promises are kept."""
    return Path(shutil.copy(LEDGER, example / "content"))


@pytest.fixture
def history(example: Path, ledger: Path) -> Path:
    """The history of the example, with the ledger that says where its addresses lead."""
    return Path(shutil.copy(HISTORY, example / "content"))


def own(part: Path) -> Path:
    """A part of the theme of an example, as a copy that can be edited."""
    shared = part.resolve()
    part.unlink()
    shutil.copytree(shared, part)
    return part


def dokumen(year: int, *more: str) -> str:
    """A decree as short as it may be, with more lines."""
    lines = (
        *(() if any(each.startswith("jenis:") for each in more) else ("jenis: IKI",)),
        "judul: KEPUTUSAN KEPALA DINAS CONTOH",
        "tentang: INDIKATOR",
        f"tahun: {year}",
        *(() if any(each.startswith("status:") for each in more) else ("status: berlaku",)),
    )
    return "\n".join([*lines, *more, ""])


def jabatan(nama: str, urutan: int, *more: str) -> str:
    """A position as short as it may be, with more lines."""
    lines = (
        f'nama: "{nama}"',
        f"urutan: {urutan}",
        *more,
        "sasaran:",
        "  - uraian: Tugas terlaksana",
        "    indikator:",
        "      - id: surat",
        "        nama: Jumlah surat",
        "        rumus: Jumlah surat",
        "",
    )
    return "\n".join(lines)


@pytest.fixture
def bare(settings: Settings) -> Settings:
    """A project whose content is one agency without a decree, to be filled."""
    shutil.rmtree(settings.content)
    instansi = settings.content / "kab-contoh" / "dinas-contoh"
    instansi.mkdir(parents=True)
    (instansi / "instansi.yml").write_text("nama: Dinas Contoh\njenis: dinas\n", "utf-8")
    (instansi.parent / "pemda.yml").write_text("nama: Kab Contoh\njenis: kabupaten\n", "utf-8")
    return settings


def put(settings: Settings, files: dict[str, str]) -> None:
    """Write files below the folder of the agency."""
    for name, text in files.items():
        path = settings.content / "kab-contoh" / "dinas-contoh" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def inside(value: Any) -> list[tuple[str | int, Any]]:
    """What a value holds, by the step down to it."""
    if isinstance(value, Model):
        return [(name, getattr(value, name)) for name in type(value).model_fields]
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def with_value(value: Any, step: Any, inner: Any) -> Any:
    if isinstance(value, Model):
        return value.model_copy(update={step: inner})
    if isinstance(value, dict):
        return {**value, step: inner}
    return [*value[:step], inner, *value[step + 1 :]]


def _other(value: Any) -> Any:
    match value:
        case bool():
            return not value
        case str() | None:
            return f"{value or ''}x"
        case date():
            return value + timedelta(1)
        case _:
            return value + 1


def edits(value: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, Any]]:
    """Each way down to a single value, with the whole in which just that one differs."""
    if not isinstance(value, Model | dict | list):
        yield way, _other(value)
    for step, inner in inside(value):
        for below, edited in edits(inner, (*way, step)):
            yield below, with_value(value, step, edited)


@pytest.fixture
def settings(example: Path, real_settings: Settings) -> Settings:
    """The settings of the example: its configuration is this repository's."""
    return replace(real_settings, config=example / "site_config.yml")


@pytest.fixture(scope="session")
def decrees(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The decrees that have a source, as a project: what others put beside them is theirs."""
    project = tmp_path_factory.mktemp("naskah")
    with_source(ROOT / "content", project / "content")
    (project / "theme").symlink_to(ROOT / "theme")
    shutil.copy(ROOT / "site_config.yml", project)
    return project


def with_source(content: Path, target: Path) -> None:
    """Copy the editions that have a source, each with the files that say whose it is."""
    target.mkdir()
    shutil.copy(content / "istilah.yml", target)
    for edition in sorted(path.parent for path in content.glob("*/*/*/dokumen.yml")):
        parts = edition.relative_to(content).parts
        if "-".join(parts) in SOURCES:
            shutil.copytree(edition, target.joinpath(*parts))
            for folder in (edition.parents[0], edition.parents[1]):
                for file in folder.glob("*.yml"):
                    shutil.copy(file, target / file.relative_to(content))


@pytest.fixture(scope="session")
def real_settings(decrees: Path) -> Settings:
    """The settings of this repository, with the decrees that have a source."""
    loaded, problems = load(decrees / "site_config.yml")
    assert loaded is not None, problems
    return loaded


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, decrees: Path) -> Path:
    """The decrees that have a source, built as they are published."""
    return built(tmp_path_factory.mktemp("proyek"), decrees)


def built(project: Path, source: Path, configuration: str | None = None) -> Path:
    """The site of a folder with content, built in `project`."""
    shutil.copytree(source / "content", project / "content")
    shutil.copytree(ROOT / "theme", project / "theme")
    shutil.copy(ROOT / "site_config.yml", project)
    if configuration:
        (project / "site_config.yml").write_text(configuration, encoding="utf-8")
    loaded, problems = load(project / "site_config.yml")
    assert loaded is not None, problems
    checked = publishing.check(loaded)
    assert [each for each in checked.problems if each.is_mistake] == []
    broken = publishing.publish(checked, loaded, lambda words: None)
    assert broken == []
    return loaded.site


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def send_error(self, code: int, *arguments: object, **named: object) -> None:
        """The site's own page for what is not there, as a host would send it."""
        if code != 404:
            return super().send_error(code)
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)
        return None


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good example, built."""
    return built(tmp_path_factory.mktemp("contoh"), EXAMPLE)


@pytest.fixture(scope="session")
def addressed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good example, built for an address of its own."""
    configuration = (ROOT / "site_config.yml").read_text("utf-8")
    text = configuration.replace("https://iki-terbuka.example/", HOST)
    return built(tmp_path_factory.mktemp("beralamat"), EXAMPLE, text)


@pytest.fixture(scope="session")
def addressed_base(addressed_site: Path) -> Iterator[str]:
    """The address at which it is served here."""
    yield from served(addressed_site)


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address at which the real site is served."""
    yield from served(site)


@pytest.fixture(scope="session")
def example_base(example_site: Path) -> Iterator[str]:
    """The address at which the example is served."""
    yield from served(example_site)


def served(site: Path) -> Iterator[str]:
    """The address at which a site is served, as long as it is."""
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the system's Chromium lies; a run without it says so, and under CI fails."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    if os.environ.get("CI"):
        pytest.fail("Chromium is missing, and under CI no browser test may be skipped")
    pytest.skip("Chromium is not installed: apt-get install chromium")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()
