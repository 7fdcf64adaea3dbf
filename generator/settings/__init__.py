"""What `site_config.yml` says, checked like content, and where things lie.

dialect, running, address -> kinds, folders -> model, files, repository -> papers
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.model.validation import validate
from generator.settings import address, files, folders, papers, repository, running
from generator.settings.dialect import CONFIGURATION, plain, texts, without_unset
from generator.settings.model import Iki as Iki
from generator.settings.model import Konfigurasi, Tambahan, Tema
from generator.source.problem import Problem, Severity
from generator.source.reading import read, together
from generator.source.source import Source, Value
from generator.values.characters import shown
from generator.values.effort import Effort

CONFIG = "site_config.yml"


@dataclass(frozen=True)
class Settings:
    """The configuration, and the folders beside it."""

    config: Path
    iki: Iki
    source: Source = field(default_factory=lambda: Source(CONFIG, {}, {}, {}))
    """The configuration as it was read, with the place of each value."""
    allowed: frozenset[str] = frozenset()
    """What the owner allows to run: plugins, hooks, Markdown extensions."""
    reminders: tuple[Problem, ...] = ()
    drafts: bool = False
    """Whether drafts have pages: in the preview, or because a build was asked for them."""
    workers: int = 1
    """How many processors a build may use."""
    papers: bool = False
    """Whether each decree has a copy on paper: the owner wants it, and what prints it is there."""
    sheets: bool = True
    """Whether the open data are written as workbooks too, which takes long."""

    @property
    def root(self) -> Path:
        return self.config.parent

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def theme(self) -> Path:
        """Templates and words: the project's own, else those of the package."""
        return folders.theme(self.root)

    @property
    def overrides(self) -> Path:
        """The part of the theme that MkDocs is given."""
        return folders.overrides(self.source, self.root)

    @property
    def laid(self) -> Path | None:
        """Where a build lays that part, when the configuration names it there."""
        named = [name for _, name in texts(self.source, "theme", "custom_dir")]
        return self.root / folders.LAID if any(map(folders.is_laid, named)) else None

    @property
    def extras(self) -> Path:
        """The owner's own files, copied into the site as they are."""
        return self.root / folders.EXTRAS

    @property
    def url(self) -> str:
        """The address of the site, with a slash at its end; empty where it is an example or
        none, for nobody could follow it."""
        return address.real(self.source)

    @property
    def name(self) -> str:
        """What the site is called."""
        return str(self.source.value["site_name"])

    @property
    def has_feed(self) -> bool:
        """Whether what changed is told to programs: only a site with an address of its own."""
        return self.address_reminder() is None

    @property
    def base(self) -> str:
        """The path of `site_url`, below which the site will be published."""
        return urlsplit(str(self.source.value.get("site_url", ""))).path or "/"

    @property
    def docs(self) -> Path:
        """The Markdown that the generator writes and MkDocs reads."""
        return self.root / str(self.source.value["docs_dir"])

    @property
    def html(self) -> Path:
        """What MkDocs made of it: a page whose Markdown is the same is not made again."""
        return self.docs.with_name(f"{self.docs.name}-html")

    @property
    def preview(self) -> Path:
        """What `iki serve` shows; the published site is not touched by it."""
        return self.root / "build" / "pratinjau"

    @property
    def server(self) -> Path:
        """What servers are told of the site, for whoever has one."""
        return self.root / "build" / "server"

    @property
    def site(self) -> Path:
        """The published site: always a whole one, the last that was good."""
        return self.root / "site"

    def address_reminder(self) -> Problem | None:
        """What to say before a site is published whose address is an example or none."""
        return address.reminder(self.source)

    def nav(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """The pages that the navigation names, each with its place in the configuration."""
        for location, page in texts(self.source, "nav"):
            if "://" not in page:
                yield location, page

    def for_mkdocs(self, function: Callable[[str], Any]) -> dict[str, Any]:
        """The configuration as MkDocs would read it, without stylesheets and scripts that are not
        there; `function` finds a function by its name."""
        values: dict[str, Any] = plain(self.source.value, function)
        missing = {
            path
            for _, path in files.additions(self.source)
            if not files.is_there(self.source, self.root, path)
        }
        for key in ("extra_css", "extra_javascript"):
            if key in values:
                values[key] = [each for each in values[key] if _path(each) not in missing]
        return values


def _path(addition: Any) -> Any:
    return addition["path"] if isinstance(addition, dict) else addition


def nearest(folder: Path) -> Path:
    """The configuration in a folder or in one above it; where there is none, in that folder."""
    above = (each / CONFIG for each in (folder, *folder.parents))
    return next((path for path in above if path.exists()), folder / CONFIG)


def load(
    config: Path, allowed: frozenset[str] = frozenset()
) -> tuple[Settings | None, list[Problem]]:
    """The settings of a site, or what is wrong with its configuration."""
    if fault := _no_file(config):
        return None, [Problem(config.name, 0, 0, Severity.GALAT, "konfigurasi", fault)]
    source, problems = read(config, config.name, CONFIGURATION)
    if source is None:
        return None, problems
    source = without_unset(source)
    konfigurasi, found = validate(_without_refused(source), Konfigurasi)
    beyond = _beyond_the_model(source, config.parent, allowed)
    problems = sorted({*together(problems, [*found, *beyond])})
    if konfigurasi is None or any(each.is_mistake for each in problems):
        return None, problems
    assert konfigurasi.extra is not None
    assert konfigurasi.extra.iki is not None
    iki = konfigurasi.extra.iki
    problems = sorted({*problems, *papers.reminders(source, iki)})
    can_print = papers.can_be_made(iki)
    settings = Settings(config, iki, source, allowed, tuple(problems), papers=can_print)
    return settings, problems


def _no_file(config: Path) -> str | None:
    if config.is_dir():
        return (
            "ini folder, bukan berkas konfigurasi. Tunjukkan berkasnya, misalnya "
            '"--config folder/site_config.yml".'
        )
    if not config.exists():
        return (
            "berkas konfigurasi tidak ditemukan. Jalankan dari folder proyek, "
            'atau tunjukkan letaknya dengan "--config".'
        )
    return None


def _beyond_the_model(source: Source, root: Path, allowed: frozenset[str]) -> Iterator[Problem]:
    yield from _refused_keys(source)
    yield from _no_iki(source)
    yield from _near_misses(source)
    yield from files.check(source, root)
    yield from running.check(source, allowed)
    yield from repository.check(source)


_REFUSED = {
    "INHERIT": "tulis seluruh konfigurasi di berkas ini",
    "draft_docs": "setiap halaman di sini perlu dimuat",
    "extra_templates": "isi halaman tidak boleh menjadi templat",
    "google_analytics": "halaman tidak menghubungi situs lain",
    "pages": 'tulis "nav"',
}
"""Keys of MkDocs that are not used here, each with what to do or why."""


def _refused_keys(source: Source) -> Iterator[Problem]:
    for key in _REFUSED.keys() & source.value.keys():
        message = f'"{key}" tidak dipakai di sini: {_REFUSED[key]}. Hapus bagian ini.'
        yield source.key_problem((key,), message, "tidak-dipakai")


def _without_refused(source: Source) -> Source:
    value = {key: inner for key, inner in source.value.items() if key not in _REFUSED}
    return replace(source, value=value)


def _no_iki(source: Source) -> Iterator[Problem]:
    extra = source.value.get("extra", {})
    if isinstance(extra, dict) and "iki" not in extra:
        message = (
            'pengaturan kita belum ada. Tulis "extra:", di bawahnya menjorok "iki:", dan di '
            'bawahnya lagi menjorok "tampilkan_nama_pejabat: false".'
        )
        yield source.key_problem(("extra",), message, "wajib")


def _near_misses(source: Source) -> Iterator[Problem]:
    """Where the theme of an agency may have keys of its own, one that looks misspelt."""
    effort = Effort()
    for part, model in (("theme", Tema), ("extra", Tambahan)):
        value: Value = source.value.get(part, {})
        strange = value.keys() - model.model_fields.keys() if isinstance(value, dict) else ()
        for key in sorted(strange):
            if likely := effort.meant(key, model.model_fields):
                message = f'bagian "{shown(key)}" tidak dikenal. Maksudnya "{likely}"?'
                problem = source.key_problem((part, key), message, "tidak-dikenal")
                yield replace(problem, severity=Severity.INGAT)
