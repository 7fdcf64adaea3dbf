"""What was changed after it was published: what `content/riwayat.yml` says."""

from dataclasses import dataclass

from generator.model.documents import Peristiwa

NAME = "riwayat.yml"
HEAD = (
    "# Perubahan pada isi yang sudah terbit, yang terlama di atas. Ditulis saat situs terbit, dan",
    "# tampil di halaman Perubahan. Kata-katanya boleh dibetulkan; tidak ada yang dihapus.",
)
"""What an officer who opens the file needs to know."""


@dataclass(frozen=True)
class History:
    """The events in the order of the file."""

    path: str = ""
    """Of its file, as problems name it."""
    komit: str | None = None
    """The state that was published last."""
    events: tuple[Peristiwa, ...] = ()
    lines: tuple[int, ...] = ()
    """The line at which each begins."""
