"""What `iki check` passes, `iki build` builds: every page of random content that was accepted."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, event, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from made import SLUGS, documents

from generator import paper
from generator.build import publishing
from generator.model.documents import Dokumen, Instansi, Istilah, Jabatan, Pemda
from generator.pages import rendering as pages
from generator.settings import Settings


@st.composite
def _positions(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """The positions of an edition, their order and ids made unlike."""
    slugs = draw(st.lists(st.sampled_from(SLUGS), unique=True, max_size=3))
    found = {}
    for number, slug in enumerate(slugs, 1):
        document = draw(documents(Jabatan))
        document |= {"urutan": str(number), "pembeda": f"ke-{number}"}
        document.pop("atasan", None)
        if number > 1 and draw(st.booleans()):
            document["atasan"] = slugs[number - 2]
        ids = iter(range(1, 99))
        if document.get("jenis") == "IKU":
            document.pop("atasan", None)
        for group in (*document.get("tujuan", []), *document["sasaran"]):
            group.pop("atas", None)
            for indikator in group.get("indikator", []):
                for each in (indikator, *indikator.get("rincian", [])):
                    each["id"] = f"i-{next(ids)}"
        found[slug] = document
    return found


@st.composite
def _content(draw: st.DrawFn) -> dict[str, Any]:
    """Every file of a small content, by its path."""
    files = {"istilah.yml": draw(documents(Istilah)), "kab-a/pemda.yml": draw(documents(Pemda))}
    for agency in draw(st.lists(st.sampled_from(("dinas-a", "dinas-b")), unique=True)):
        files[f"kab-a/{agency}/instansi.yml"] = draw(documents(Instansi))
        for edition in draw(st.lists(st.sampled_from(("2024", "2024-x")), unique=True)):
            folder = f"kab-a/{agency}/{edition}"
            dokumen = draw(documents(Dokumen)) | {"tahun": "2024"}
            for name in ("periode", "perubahan"):
                dokumen.pop(name, None)
            files[f"{folder}/dokumen.yml"] = dokumen
            positions = draw(_positions())
            files |= {f"{folder}/{slug}.yml": each for slug, each in positions.items()}
    return files


def _write(root: Path, files: dict[str, Any]) -> None:
    for name, value in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(
            value, Dumper=yaml.CSafeDumper, default_style='"', allow_unicode=True, sort_keys=False
        )
        (root / name).write_text(text, "utf-8")


@pytest.mark.long
@hypothesis_settings(
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
    ],
)
@given(files=_content())
def test_what_is_accepted_is_rendered(
    settings: Settings, tmp_path_factory: pytest.TempPathFactory, files: dict[str, Any]
) -> None:
    """No page and no paper fails, and no two have one address."""
    root = tmp_path_factory.mktemp("sembarang")
    _write(root / "content", files)
    (root / "theme").symlink_to(settings.theme)
    project = Settings(root / "site_config.yml", settings.iki, papers=True)
    checked = publishing.check(project)
    assert not any(each.is_fault for each in checked.problems), checked.problems
    event("ditolak" if checked.mistakes else "diterima")
    assume(not checked.mistakes)
    paths = [page.address for page in pages.render(checked.content, project)]
    paths += [copy.address for copy in paper.files(checked.content, project)]
    assert len(paths) == len(set(paths))
