"""What is published is what the published branch holds, and a change of content brings no other
with it unnoticed: played with repositories of this machine."""

import http.server
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.commands import cli
from generator.delivery import git, request
from generator.delivery.publication import BRANCH, TITLE

pytestmark = pytest.mark.long

LEDGER = "content/alamat.yml"
REFUSES = (
    "#!/bin/sh\n[ \"$1\" != refs/heads/main ] || { echo 'main takes requests only'; exit 1; }\n"
)


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings of whoever runs the tests, and no service."""
    for name in [each for each in os.environ if each.startswith(("GIT_", "GITHUB_", "GITLAB_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("HOME", str(tmp_path))


def _git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Siti", "-c", "user.email=siti@contoh.go.id")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def _commit(folder: Path, message: str = "Isi") -> str:
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", message)
    return _git(folder, "rev-parse", "HEAD")


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """The repository that everybody pushes to."""
    bare = tmp_path / "asal.git"
    _git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(bare))
    return bare


@pytest.fixture
def clone(tmp_path: Path, origin: Path, theme: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a run stands: the published branch, with a project in it."""
    made = tmp_path / "klona"
    _git(tmp_path, "clone", "--quiet", str(origin), str(made))
    _git(made, "checkout", "--quiet", "-B", "main")
    root = Path(__file__).parent.parent
    shutil.copy(root / "site_config.yml", made)
    (made / "theme").symlink_to(theme)
    (made / "content").mkdir()
    (made / "content/pemda.txt").write_text("satu\n", "utf-8")
    (made / ".gitignore").write_text("/site/\n", "utf-8")
    _commit(made)
    _git(made, "push", "--quiet", "origin", "main")
    monkeypatch.chdir(made)
    return made


def _record(clone: Path, text: str = "kab-contoh/: tetap\n") -> None:
    """What `iki ledger` does."""
    (clone / LEDGER).write_text(text, "utf-8")


def _somebody(tmp_path: Path, origin: Path) -> str:
    """Another change reaches main."""
    other = tmp_path / "lain"
    _git(tmp_path, "clone", "--quiet", str(origin), str(other))
    (other / "content/lain.txt").write_text("dua\n", "utf-8")
    commit = _commit(other, "Lain")
    _git(other, "push", "--quiet", "origin", "main")
    return commit


def _main(origin: Path) -> str:
    return _git(origin, "rev-parse", "main")


def _protect(origin: Path) -> None:
    hook = origin / "hooks/update"
    hook.write_text(REFUSES, "utf-8")
    hook.chmod(0o755)


def test_new_addresses_reach_main(
    clone: Path, origin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As one commit above what was checked out, with that one file in it; what the build wrote is
    not in the way."""
    before = _main(origin)
    _record(clone)
    (clone / "site").mkdir()
    (clone / "site/index.html").write_text("jadi", "utf-8")
    assert cli.main(["publish"]) == 0
    commit = _git(clone, "rev-parse", "HEAD")
    assert _main(origin) == commit
    assert _git(origin, "rev-parse", "main^") == before
    assert _git(origin, "diff", "--name-only", "main^", "main") == LEDGER
    assert _git(origin, "log", "-1", "--format=%s|%an", "main") == f"{TITLE}|IKI Terbuka"
    said = capsys.readouterr().err
    assert said == f"Komit {commit[:10]} ada di cabang main, dan boleh terbit.\n"


def test_a_run_has_only_the_last_commit(
    clone: Path, origin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the services check out."""
    shallow = tmp_path / "dangkal"
    _git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{origin}", str(shallow))
    (shallow / "site").mkdir()
    monkeypatch.chdir(shallow)
    _record(shallow)
    assert cli.main(["publish"]) == 0
    assert _main(origin) == _git(shallow, "rev-parse", "HEAD")


def test_whoever_git_knows_is_the_author(clone: Path, origin: Path) -> None:
    _git(clone, "config", "user.email", "budi@contoh.go.id")
    _git(clone, "config", "user.name", "Budi")
    _record(clone)
    assert cli.main(["publish"]) == 0
    assert _git(origin, "log", "-1", "--format=%an", "main") == "Budi"


def test_without_new_addresses_nothing_is_pushed(clone: Path, origin: Path) -> None:
    """Also where main takes nothing, and where a run begins from a single commit."""
    _protect(origin)
    before = _main(origin)
    _git(clone, "checkout", "--quiet", "--detach")
    assert cli.main(["publish"]) == 0
    assert _main(origin) == before


@pytest.mark.parametrize("has_new", [True, False])
def test_nothing_is_published_when_main_moved(
    has_new: bool,
    tmp_path: Path,
    clone: Path,
    origin: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What somebody else brought stays; an old run does not put an old site over it."""
    theirs = _somebody(tmp_path, origin)
    if has_new:
        _record(clone)
    summary = tmp_path / "ringkasan.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert cli.main(["publish"]) == 1
    said = (
        f"{LEDGER}: galat: belum terbit: cabang main sudah berubah sejak pekerjaan ini mulai. Yang "
        "terbaru diterbitkan oleh pekerjaannya sendiri; bila tidak ada, jalankan lagi.\n"
    )
    assert capsys.readouterr().out == said
    assert summary.read_text("utf-8") == f"```text\n{said}```\n"
    assert _main(origin) == theirs
    assert _git(origin, "branch", "--format=%(refname:short)") == "main"


def test_a_protected_main_gets_a_branch_to_ask_with(
    clone: Path, origin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is published; the next run puts what is new then on the same branch."""
    _protect(origin)
    before = _main(origin)
    _record(clone)
    assert cli.main(["publish"]) == 1
    assert capsys.readouterr().out == (
        f"{LEDGER}: galat: belum terbit: cabang main hanya menerima usul. Catatan yang baru "
        f"menunggu di cabang {BRANCH}. Buka usul dari cabang itu ke main, lalu setujui dan "
        "gabungkan; sesudah itu situs terbit sendiri.\n"
    )
    assert _main(origin) == before
    _git(clone, "reset", "--quiet", "--hard", before)
    _record(clone, "kab-contoh/: tetap\nkab-lain/: tetap\n")
    assert cli.main(["publish"]) == 1
    assert _git(origin, "rev-parse", f"{BRANCH}^") == before
    assert "kab-lain" in _git(origin, "show", f"{BRANCH}:{LEDGER}")


def test_after_the_request_is_merged_it_is_published(clone: Path, origin: Path) -> None:
    """The run of the merge has nothing new to record."""
    _protect(origin)
    _record(clone)
    assert cli.main(["publish"]) == 1
    _git(origin, "update-ref", "refs/heads/main", BRANCH)
    assert cli.main(["publish"]) == 0


@pytest.mark.parametrize(
    ("name", "text"), [("content/baru.yml", "x"), ("site_config.yml", None), ("kait.py", "x")]
)
def test_what_is_no_part_of_the_commit_is_not_published(
    name: str, text: str | None, clone: Path, origin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else the site would show what main does not have."""
    before = _main(origin)
    _record(clone)
    file = clone / name
    file.write_text(text or f"{file.read_text('utf-8')}\n# lain\n", "utf-8")
    assert cli.main(["publish"]) == 2
    said = f'galat: "{name}" belum menjadi bagian komit. Simpan dahulu dengan `git commit`.\n'
    assert capsys.readouterr().err == said
    assert _main(origin) == before


def test_a_service_that_is_not_there(
    clone: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, with what git says."""
    _git(clone, "remote", "set-url", "origin", str(tmp_path / "tiada.git"))
    _record(clone)
    assert cli.main(["publish"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("galat: git menolak (fatal: ")
    assert said.endswith("boleh menulis ke sana.\n")
    assert said.count("\n") == 1


def test_a_key_that_may_only_read(
    clone: Path, origin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither main nor another branch takes anything: that is no protected branch."""
    hook = origin / "hooks/update"
    hook.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    _record(clone)
    assert cli.main(["publish"]) == 2
    assert "boleh menulis ke sana" in capsys.readouterr().err


def test_git_is_not_installed(
    clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(clone))
    assert cli.main(["publish"]) == 2
    assert capsys.readouterr().err.startswith("galat: git menolak (git belum terpasang).")


class _Api(http.server.BaseHTTPRequestHandler):
    """A service that opens requests."""

    code = 201
    asked: list[tuple[str, str, dict[str, str]]]

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).asked.append((self.path, self.headers["Authorization"], body))
        self.send_response(self.code)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[_Api]]:
    """That service, as a run of it is told of."""
    handler = type("Handler", (_Api,), {"asked": []})
    server = http.server.HTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    monkeypatch.setenv("GITHUB_API_URL", f"http://127.0.0.1:{server.server_port}/api/v1")
    monkeypatch.setenv("GITHUB_REPOSITORY", "kotaanda/iki")
    monkeypatch.setenv("GITHUB_TOKEN", "rahasia")
    yield handler
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(("code", "is_open"), [(201, True), (422, True), (409, True), (403, False)])
def test_a_request_is_opened(
    code: int,
    is_open: bool,
    api: type[_Api],
    clone: Path,
    origin: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Once, from the branch to main; where the service does not let us, a person is asked to."""
    api.code = code
    _protect(origin)
    _record(clone)
    assert cli.main(["publish"]) == 1
    ((path, key, body),) = api.asked
    assert (path, key) == ("/api/v1/repos/kotaanda/iki/pulls", "Bearer rahasia")
    assert (body["title"], body["head"], body["base"]) == (TITLE, BRANCH, "main")
    said = capsys.readouterr().out
    assert ("Usul untuk menggabungnya sudah dibuka" in said) is is_open
    assert ("Buka usul dari cabang itu ke main" in said) is not is_open
    assert "rahasia" not in said


def test_a_service_that_does_not_answer(api: type[_Api], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_API_URL", "http://127.0.0.1:1")
    assert not request.opened("a", "b", "c", "d")


def test_gitlab_opens_the_request_by_the_push(
    clone: Path, origin: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told so, and nothing is asked of another service."""
    _git(origin, "config", "receive.advertisePushOptions", "true")
    _protect(origin)
    hook = origin / "hooks/post-receive"
    hook.write_text(
        '#!/bin/sh\nenv | grep ^GIT_PUSH_OPTION_ | sort > "$GIT_DIR/pilihan"\n', "utf-8"
    )
    hook.chmod(0o755)
    monkeypatch.setenv("GITLAB_CI", "true")
    _record(clone)
    assert cli.main(["publish"]) == 1
    assert (origin / "pilihan").read_text("utf-8").splitlines() == [
        "GIT_PUSH_OPTION_0=merge_request.create",
        "GIT_PUSH_OPTION_1=merge_request.target=main",
        "GIT_PUSH_OPTION_2=merge_request.title=Catat alamat dan perubahan yang terbit",
        "GIT_PUSH_OPTION_3=merge_request.remove_source_branch",
        "GIT_PUSH_OPTION_COUNT=4",
    ]
    assert "sudah dibuka" in capsys.readouterr().out


def test_the_key_of_a_run_is_given_to_git_alone(
    clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For that server and no other, not as an argument and not on the disk."""
    monkeypatch.setenv("GITHUB_TOKEN", "rahasia")
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://kode.contoh.go.id")
    there = git.said(
        clone, "config", "--get-urlmatch", "http.extraheader", "https://kode.contoh.go.id/a/b"
    )
    assert there == "AUTHORIZATION: basic eC1hY2Nlc3MtdG9rZW46cmFoYXNpYQ=="
    other = git.tried(
        clone, "config", "--get-urlmatch", "http.extraheader", "https://lain.example/"
    )
    assert other.stdout == ""
    assert "extraheader" not in (clone / ".git/config").read_text("utf-8")


# What a change touches


@pytest.fixture
def change(clone: Path) -> Callable[..., int]:
    """Whether a change of these files is let through, with these labels."""

    def changed(*names: str, label: str = "") -> int:
        for name in names:
            file = clone / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("lain\n", "utf-8")
        _commit(clone)
        return cli.main(["scope", "HEAD^", "HEAD", "--label", label])

    return changed


@pytest.mark.parametrize(
    "names", [["content/a.yml"], ["content/a.yml", "content/b/c.yml"], ["vendor/a.whl", "b.py"]]
)
def test_a_change_of_one_kind(
    names: list[str], change: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert change(*names) == 0
    assert capsys.readouterr() == ("", "0 berkas lain diubah bersama isi.\n")


REMEDY = (
    "Pisahkan menjadi dua usul; bila memang harus bersama, pengelola situs meninjau semuanya lalu "
    'memberi label "lintas-isi".'
)


def test_what_comes_with_content_is_named(
    change: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each file, and what it decides."""
    names = (".github/workflows/a.yml", "situs_tambahan/a.js", "vendor/x", "contents/z", "a\nb")
    assert change("content/a.yml", "site_config.yml", *names) == 1
    told, said = capsys.readouterr()
    means = {
        ".github/workflows/a.yml": "menentukan apa yang dijalankan dan diterbitkan",
        "a\\u000ab": "bukan isi",
        "contents/z": "bukan isi",
        "site_config.yml": "adalah pengaturan situs",
        "situs_tambahan/a.js": "disalin apa adanya ke situs",
        "vendor/x": "adalah program yang membangun situs",
    }
    assert told.splitlines() == [
        f"{name}: galat: berkas ini {what}, dan diubah bersama isi. {REMEDY}"
        for name, what in means.items()
    ]
    assert said == "6 berkas lain diubah bersama isi.\n"


def test_a_label_says_that_somebody_looked(
    change: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    """The files are still named."""
    assert change("content/a.yml", "b.py", label="isi, lintas-isi") == 0
    assert capsys.readouterr().out == (
        "b.py: ingat: berkas ini bukan isi, dan diubah bersama isi. Sudah ditinjau (label).\n"
    )


def test_a_file_that_moves_out_of_the_content(clone: Path, change: Callable[..., int]) -> None:
    """Is one that is gone there and one that is new elsewhere."""
    _git(clone, "mv", "content/pemda.txt", "pemda.txt")
    assert change() == 1


def test_a_repository_within_cannot_hide(clone: Path) -> None:
    """Also where an earlier change had it passed over."""
    (clone / ".gitmodules").write_text(
        '[submodule "alat"]\n\tpath = alat\n\turl = ./alat\n\tignore = all\n', "utf-8"
    )
    _commit(clone)
    commit = _git(clone, "rev-parse", "HEAD")
    _git(clone, "update-index", "--add", "--cacheinfo", f"160000,{commit},alat")
    (clone / "alat").mkdir()
    _git(clone, "commit", "--quiet", "--message", "a")
    (clone / "content/a.yml").write_text("a", "utf-8")
    _git(clone, "add", "content")
    _git(clone, "update-index", "--cacheinfo", f"160000,{'1' * 40},alat")
    _git(clone, "commit", "--quiet", "--message", "b")
    assert cli.main(["scope", "HEAD^", "HEAD"]) == 1


def test_a_project_in_a_folder_of_a_repository(
    clone: Path,
    change: Callable[..., int],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Only its own content is content; names begin at the repository."""
    (clone / "situs").mkdir()
    shutil.copy(clone / "site_config.yml", clone / "situs")
    _commit(clone)
    monkeypatch.chdir(clone / "situs")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert change("situs/content/a.yml", "situs/vendor/b", "content/c") == 1
    out = capsys.readouterr().out
    assert "::error file=content/c::berkas ini bukan isi" in out
    assert "::error file=situs/vendor/b::berkas ini adalah program" in out


@pytest.mark.parametrize("commit", ["tiada", "--output=penanda"])
def test_a_commit_that_is_not_there(
    commit: str, clone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["scope", "--", commit, "HEAD"]) == 2
    assert capsys.readouterr().err.startswith("galat: git menolak (")
    assert not (clone / "penanda").exists()
