"""`iki publish`: only what the published branch holds is published."""

from pathlib import Path

from generator.commands.shared import (
    GOOD,
    MISTAKES,
    USAGE,
    allowed_option,
    config_option,
    configured,
    format_option,
    job_summary,
    on_this_machine,
    say,
    tell,
)
from generator.delivery import publication
from generator.delivery.git import GitError
from generator.delivery.publication import BRANCH, Outcome, Publication, UncleanError
from generator.source.problem import Problem, Severity
from generator.values.characters import visible

LEDGER, HISTORY = "content/alamat.yml", "content/riwayat.yml"


@config_option
@allowed_option
@format_option
@on_this_machine
def publish(config: Path | None, allowed: tuple[str, ...], style: str) -> int:
    """Kirim yang dicatat `iki ledger` dan `iki history` ke cabang yang terbit, sesudah
    `iki build`. Situs boleh terbit hanya bila perintah ini berakhir dengan 0.

    Contoh:
      iki publish
    """
    settings = configured(config, allowed, style)
    branch = settings.iki.cabang
    try:
        done = publication.publish(settings.root, (LEDGER, HISTORY), branch)
    except UncleanError as error:
        name = visible(str(error))
        say(f'galat: "{name}" belum menjadi bagian komit. Simpan dahulu dengan `git commit`.')
        return USAGE
    except GitError as error:
        say(f"galat: git menolak ({visible(str(error))}). {_REMEDY}")
        return USAGE
    if done.outcome is Outcome.ACCEPTED:
        say(f"Komit {done.commit[:10]} ada di cabang {branch}, dan boleh terbit.")
        return GOOD
    problems = [Problem(LEDGER, 0, 0, Severity.GALAT, "terbit", _why(done, branch))]
    tell(problems, style, settings.root)
    job_summary(problems, settings.root)
    return MISTAKES


_REMEDY = "Pastikan ini klona dari repositori situs, dan pekerjaan ini boleh menulis ke sana."


def _why(done: Publication, branch: str) -> str:
    if done.outcome is Outcome.MOVED:
        return (
            f"belum terbit: cabang {branch} sudah berubah sejak pekerjaan ini mulai. Yang terbaru "
            "diterbitkan oleh pekerjaannya sendiri; bila tidak ada, jalankan lagi."
        )
    if done.is_requested:
        what = "Usul untuk menggabungnya sudah dibuka: setujui dan gabungkan"
    else:
        what = f"Buka usul dari cabang itu ke {branch}, lalu setujui dan gabungkan"
    return (
        f"belum terbit: cabang {branch} hanya menerima usul. Catatan yang baru menunggu di "
        f"cabang {BRANCH}. {what}; sesudah itu situs terbit sendiri."
    )
