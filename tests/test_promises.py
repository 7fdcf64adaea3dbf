"""Publish, rename, remove, amend, correct, publish again: every address that ever was leads on, and
what was corrected is told."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import ROOT, dokumen, jabatan, served
from playwright.sync_api import Browser
from test_browser import violations

from generator.commands import cli
from generator.content import addresses, history_lines, ledger_lines, loading
from generator.content.ledger import Ledger, page_of
from generator.site import links, seen

pytestmark = [pytest.mark.site, pytest.mark.browser]

OLD, NEW = "kab-contoh/dinas-contoh/", "kab-contoh/badan-contoh/"
REASON = "dimuat karena keliru"
WRONG, RIGHT = "Jumlah surat", "Jumlah surat masuk"


@dataclass(frozen=True)
class Project:
    """A site with a past."""

    root: Path

    @property
    def ledger(self) -> Ledger:
        found, problems = ledger_lines.read(self.root / "content" / "alamat.yml", "alamat.yml")
        assert problems == []
        return found

    def put(self, **files: str) -> None:
        """Write files of the decree of 2024."""
        for name, text in files.items():
            path = self.root / "content" / OLD / "2024" / f"{name}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")

    def rename(self, old: str, new: str) -> None:
        (self.root / "content" / old).rename(self.root / "content" / new)

    def edit(self, address: str, value: str) -> None:
        """What an officer types in the ledger."""
        file = self.root / "content" / "alamat.yml"
        text = file.read_text("utf-8")
        assert text.count(f"{address}: tetap\n") == 1
        file.write_text(text.replace(f"{address}: tetap\n", f"{address}: {value}\n"), "utf-8")

    def run(self, *arguments: str) -> None:
        assert cli.main([*arguments, "--config", str(self.root / "site_config.yml")]) == 0

    def git(self, *arguments: str) -> None:
        who = ("-c", "user.name=Siti", "-c", "user.email=siti@contoh.go.id")
        subprocess.run(["git", *who, *arguments], cwd=self.root, capture_output=True, check=True)

    def publish(self, day: str) -> set[str]:
        """What a change that reached main does, and what has been promised then."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Isi")
        self.git("push", "--quiet", "origin", "main")
        self.run("ledger")
        self.run("history", "--tanggal", day)
        self.run("build")
        self.run("publish")
        return set(self.ledger.entries)


def _begun(root: Path) -> Project:
    project = Project(root)
    (root / "content" / OLD).mkdir(parents=True)
    (root / "theme").symlink_to(ROOT / "theme")
    shutil.copy(ROOT / "site_config.yml", root)
    (root / "content/kab-contoh/pemda.yml").write_text("nama: Kab Contoh\njenis: kabupaten\n")
    (root / "content" / OLD / "instansi.yml").write_text("nama: Dinas Contoh\njenis: dinas\n")
    positions = {"kasi": 1, "kabid": 2, "staf": 3, "tamu": 4}
    project.put(
        dokumen=dokumen(2024), **{name: jabatan(name.upper(), n) for name, n in positions.items()}
    )
    (root / ".gitignore").write_text("/build/\n/site/\n/asal.git/\n", "utf-8")
    project.git("init", "--quiet", "--initial-branch=main")
    project.git("init", "--quiet", "--bare", "--initial-branch=main", "asal.git")
    project.git("remote", "add", "origin", "asal.git")
    return project


def _changed(project: Project) -> None:
    """A position and an indicator get other names, a position and an indicator are withdrawn."""
    was = f"{OLD}2024/"
    project.rename(f"{was}kasi.yml", f"{was}kepala-seksi.yml")
    project.put(kabid=jabatan("KABID", 2).replace("id: surat", "id: surat-masuk"))
    (project.root / "content" / was / "staf.yml").unlink()
    project.put(tamu=jabatan("TAMU", 4).replace("id: surat", "id: buku"))
    project.edit(f"{was}kabid/#surat", f"{was}kabid/#surat-masuk")
    for address in (f"{was}staf/", f"{was}staf/#surat", f"{was}tamu/#surat"):
        project.edit(address, f'"dicabut: {REASON}"')
    project.edit(f"{OLD}staf/", f"{was}staf/")
    project.run("ledger", "--pindah", f"{was}kasi/", f"{was}kepala-seksi/")


def _amended(project: Project) -> None:
    """A later decree changes a position and removes another."""
    change = ("perubahan:", "  jenis: perubahan", '  atas: "2024"', "  menghapus:", "    - tamu")
    folder = project.root / "content" / OLD / "2025"
    folder.mkdir()
    (folder / "dokumen.yml").write_text(dokumen(2025, *change), "utf-8")
    (folder / "kabid.yml").write_text(jabatan("KABID", 1), "utf-8")


def _corrected(project: Project) -> None:
    """A word was copied wrongly, of a position that has another address by now."""
    path = project.root / "content" / OLD / "2024/kepala-seksi.yml"
    text = path.read_text("utf-8")
    assert text.count(f"nama: {WRONG}\n") == 1
    path.write_text(text.replace(f"nama: {WRONG}\n", f"nama: {RIGHT}\n"), "utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Published five times; whatever was promised at any of them is still known."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [
            each for each in os.environ if each.startswith(("GIT_", "GITHUB_", "GITLAB_"))
        ]:
            patch.delenv(name)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        project = _begun(tmp_path_factory.mktemp("janji"))
        promised = project.publish("2025-01-01")
        for month, change in enumerate((_changed, _amended, _corrected, _moved), 2):
            change(project)
            later = project.publish(f"2025-0{month}-01")
            assert promised <= later
            promised = later
        yield project


def _moved(project: Project) -> None:
    """The agency gets another name."""
    project.rename(OLD, NEW)
    project.run("ledger", "--pindah", OLD, NEW)


def _leads_to(project: Project) -> dict[str, str]:
    """Where each address of the content leads, by what the ledger says and what is in force."""
    ledger = project.ledger
    content = loading.load(project.root / "content", "content").content
    in_force = {addresses.in_force(e.key): addresses.page(e.key) for e in content.all_in_force()}
    ends = {each: ledger.end(each) for each in ledger.entries if each.startswith("kab-contoh/")}
    return {each: in_force.get(end, end) for each, end in ends.items()}


def test_what_became_of_it(project: Project) -> None:
    """Chains are short, and of each kind of end there is one."""
    ledger, ends = project.ledger, _leads_to(project)
    assert not set(ledger.moved.values()) & set(ledger.moved)
    assert ends[f"{OLD}2024/kasi/#surat"] == f"{NEW}2024/kepala-seksi/#surat"
    assert ends[f"{OLD}kasi/"] == f"{NEW}2024/kepala-seksi/"
    assert ends[f"{OLD}2024/kabid/#surat"] == f"{NEW}2024/kabid/#surat-masuk"
    assert ends[f"{OLD}kabid/"] == f"{NEW}2025/kabid/"
    assert ends[f"{OLD}tamu/"] == f"{NEW}2024/tamu/"
    assert ends[f"{OLD}staf/"] == f"{OLD}2024/staf/"
    assert ledger.withdrawn == dict.fromkeys(
        (f"{OLD}2024/staf/", f"{OLD}2024/staf/#surat", f"{OLD}2024/tamu/#surat"), REASON
    )


def test_no_address_is_dead(project: Project) -> None:
    """Each has its file; none is listed for search, but for what is there."""
    site = project.root / "site"
    listed = (site / "sitemap.xml").read_text("utf-8")
    for address in project.ledger.entries:
        file = site / page_of(address) / "index.html"
        text = file.read_text("utf-8")
        is_old = address in project.ledger.moved or address in project.ledger.withdrawn
        if is_old and "#" not in address:
            assert '<meta name="robots" content="noindex">' in text
            assert 'http-equiv="Content-Security-Policy" content="default-src \'none\';' in text
            assert f"/{address}</loc>" not in listed
    assert list(links.broken(site, seen.all_of(site))) == []


def test_the_history_tells_what_happened(project: Project) -> None:
    """What was withdrawn, the amendment, and the correction with its words: no more, though it was
    published five times and everything moved."""
    history, problems = history_lines.read(project.root / "content/riwayat.yml", "riwayat.yml")
    assert problems == []
    told = [
        (each.tanggal.month, each.jenis, each.alamat, each.bagian, each.semula, each.menjadi)
        for each in history.events
    ]
    assert told == [
        (2, "ditarik", f"{OLD}2024/staf/", None, None, None),
        (3, "terbit", f"{OLD}2025/", None, None, None),
        (4, "koreksi", f"{OLD}2024/kepala-seksi/#surat", "Nama", WRONG, RIGHT),
    ]


@pytest.fixture(scope="module", params=["", "site/"], ids=["root", "sub-path"])
def base(project: Project, request: pytest.FixtureRequest) -> Iterator[str]:
    """The site at the root of a host, and below a path."""
    folder = project.root if request.param else project.root / "site"
    for address in served(folder):
        yield address + request.param


def test_every_address_leads_on(project: Project, browser: Browser, base: str) -> None:
    """With a script, straight to where the ledger says; what was withdrawn says so."""
    page = browser.new_page()
    for address, end in _leads_to(project).items():
        page.goto("about:blank")
        page.goto(base + address)
        if end in project.ledger.withdrawn:
            page.wait_for_selector(f"text={REASON}")
            assert page.get_by_text(REASON).first.is_visible()
        elif page_of(end) == page_of(address) and end != address:
            link = page.locator(f"li#{address.partition('#')[2]} a")
            assert link.is_visible()
            link.click()
            page.wait_for_url(base + end)
        else:
            page.wait_for_url(base + end)


def test_every_address_leads_on_without_a_script(
    project: Project, browser: Browser, base: str
) -> None:
    """At once, or by the link beside what was asked for; a refresh drops the anchor, which then is
    on the page that it leads to."""
    page = browser.new_context(java_script_enabled=False).new_page()
    for address, end in _leads_to(project).items():
        page.goto("about:blank")
        page.goto(base + address)
        anchor = address.partition("#")[2]
        if end in project.ledger.withdrawn:
            page.wait_for_url(base + page_of(end) + (f"#{anchor}" if anchor else ""))
            assert page.get_by_text(REASON).first.is_visible()
        elif (way := page.locator(f"li#{anchor} a" if anchor else ".alihan > p a")).count():
            way.click()
            page.wait_for_url(base + end)
        else:
            there = base + page_of(end)
            page.wait_for_url(lambda url, there=there: page_of(url) == there)
            assert page.locator(f"#{end.partition('#')[2] or '_atas'}").count() == 1


@pytest.mark.parametrize("has_script", [True, False])
def test_a_correction_is_seen(
    project: Project, browser: Browser, base: str, has_script: bool
) -> None:
    """With its day and its words before and after: among all changes, and on the page where the
    position is now."""
    page = browser.new_context(java_script_enabled=has_script).new_page()
    page.goto(f"{base}perubahan/")
    assert page.locator("ins", has_text="masuk").is_visible()
    page.get_by_role("link", name="2025").click()
    page.locator("li", has=page.locator("ins", has_text="masuk")).get_by_role("link").first.click()
    page.wait_for_url(f"{base}{NEW}2024/kepala-seksi/")
    words = page.locator("details.riwayat ins")
    assert not words.is_visible()
    page.get_by_text("Terakhir dikoreksi 1 April 2025").click()
    assert words.inner_text().split() == ["ditambah:", "masuk"]
    assert "Jumlah surat" in page.locator("details.riwayat .beda").inner_text()


def test_an_anchor_is_answered_below_the_title(browser: Browser, example_base: str) -> None:
    """Only the one that was asked for; who asks for none sees nothing of it."""
    where = f"{example_base}kab-contoh/dinas-contoh/2024/sekretaris/"
    page = browser.new_page()
    page.goto(where)
    assert not page.get_by_text("Alamat lama di halaman ini").is_visible()
    page.goto(f"{where}#piagam")
    row = page.get_by_text("Indikator ini dicabut: bukan bagian dari naskah ini")
    assert row.is_visible()
    assert not page.locator("li#ketepatan").is_visible()
    assert page.locator("h1 + .alamat-lama").evaluate("e => e === document.activeElement")
    page.goto(f"{where}#ketepatan")
    page.get_by_role("link", name="Persentase surat yang tepat waktu").first.click()
    assert page.url == f"{where}#surat-tepat-waktu"
    assert not page.get_by_text("Alamat lama di halaman ini").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("has_script", [True, False])
@pytest.mark.parametrize(
    "address",
    [
        "kab-contoh/dinas-contoh/2024/sekretaris/#piagam",
        "kab-contoh/dinas-contoh/2024/juru-bayar/#cuti",
        "kab-contoh/rumah-sakit/2024/direktur/#tarif",
        "perubahan/",
        "perubahan/2024/",
    ],
)
def test_whoever_reads_it(
    browser: Browser, example_base: str, address: str, has_script: bool, scheme: str
) -> None:
    """No violation that a machine can see, and nothing runs off the side of a small phone."""
    context = browser.new_context(viewport={"width": 320, "height": 700}, color_scheme=scheme)
    page = context.new_page()
    if not has_script:
        page.route("**/assets/*.js", lambda route: route.abort())
    page.goto(example_base + address)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()
