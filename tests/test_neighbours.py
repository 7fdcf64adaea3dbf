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
    with_source(ROOT / "content", content)
    shutil.copytree(content, others)
    agency = EXAMPLE / "content" / "kab-contoh" / "dinas-contoh"
    shutil.copytree(EXAMPLE / "content" / "kab-contoh", others / "kab-baru")
    shutil.copytree(agency, others / "kab-malang" / "dinas-baru")
    shutil.copytree(agency / "2023", others / "kab-malang" / "diskominfo" / "2030")
    with_source(others, tmp_path / "lagi")
    assert _bytes(tmp_path / "lagi") == _bytes(content)
    assert sum(1 for _ in content.glob("*/*/*/dokumen.yml")) == 5
