"""Whoever adds content, or edits what is theirs, changes nothing that a test looks at."""

import shutil
from pathlib import Path

from conftest import EXAMPLE, ROOT, with_source


def _bytes(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_an_agency_more_and_another_edition(tmp_path: Path) -> None:
    """An added pemda, an agency of a pemda that is there, an edition of an agency that is there:
    what is built and looked at is what it was."""
    content, others = tmp_path / "isi", tmp_path / "isi-orang-lain"
    for folder in (content, others):
        shutil.copytree(ROOT / "content", folder)
    agency = EXAMPLE / "content" / "kab-contoh" / "dinas-contoh"
    shutil.copytree(EXAMPLE / "content" / "kab-contoh", others / "kab-baru")
    shutil.copytree(agency, others / "kab-malang" / "dinas-baru")
    shutil.copytree(agency / "2023", others / "kab-malang" / "diskominfo" / "2030")
    with_source(content, tmp_path / "satu")
    with_source(others, tmp_path / "dua")
    assert _bytes(tmp_path / "satu") == _bytes(tmp_path / "dua")
    assert sum(1 for _ in (tmp_path / "satu").glob("*/*/*/dokumen.yml")) == 5
