"""What `site_config.yml` says under `extra: iki:`, and where things lie."""

from dataclasses import dataclass, field
from pathlib import Path

from pydantic import Field

from generator.fields import Laman, Model, Surel, Teks, Warna, YaTidak
from generator.problems import Problem, Severity
from generator.reading import read
from generator.validation import validate


class Iki(Model):
    """extra.iki: pengaturan situs yang bukan milik MkDocs."""

    tampilkan_nama_pejabat: YaTidak = Field(False, description="Tampilkan nama pemegang jabatan.")
    sumber: Laman | None = Field(None, description="Alamat repositori, untuk usul perbaikan.")
    kontak: Surel | None = Field(None, description="Surel pengelola situs.")
    warna: Warna | None = Field(None, description="Warna aksen, misalnya #0b5c6b.")
    semboyan: Teks | None = Field(None, description="Kalimat pendek di bawah nama situs.")


@dataclass(frozen=True)
class Settings:
    """The configuration, and the folders beside it."""

    config: Path
    iki: Iki = field(default_factory=lambda: Iki.model_validate({}))

    @property
    def root(self) -> Path:
        return self.config.parent

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def theme(self) -> Path:
        return self.root / "theme"

    @property
    def docs(self) -> Path:
        """The Markdown that the generator writes and MkDocs reads."""
        return self.root / "build" / "docs"

    @property
    def preview(self) -> Path:
        """What `iki serve` shows; the published site is not touched by it."""
        return self.root / "build" / "pratinjau"

    @property
    def site(self) -> Path:
        """The published site: always a whole one, the last that was good."""
        return self.root / "site"


CONFIG = "site_config.yml"


def nearest(folder: Path) -> Path:
    """The configuration in a folder or in one above it; where there is none, in that folder."""
    above = (each / CONFIG for each in (folder, *folder.parents))
    return next((path for path in above if path.exists()), folder / CONFIG)


def load(config: Path) -> tuple[Settings | None, list[Problem]]:
    """The settings of a site, or what is wrong with its configuration."""
    if not config.exists():
        message = (
            "berkas konfigurasi tidak ditemukan. Jalankan dari folder proyek, "
            'atau tunjukkan letaknya dengan "--config".'
        )
        return None, [Problem(config.name, 0, 0, Severity.GALAT, "konfigurasi", message)]
    source, problems = read(config, config.name)
    if source is None:
        return None, problems
    extra = source.value.get("extra")
    if not (isinstance(extra, dict) and "iki" in extra):
        return Settings(config), problems
    iki, found = validate(source, Iki, ("extra", "iki"))
    return (Settings(config, iki) if iki else None), problems + found
