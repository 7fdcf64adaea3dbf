"""What was changed after it was published: its file, the rules that hold it, what publishing writes
into it, and where readers see it."""

import os
import shutil
import subprocess
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from conftest import HISTORY, LEDGER, dokumen, jabatan
from hypothesis import example as tried
from hypothesis import given
from hypothesis import strategies as st

from generator.build import publishing
from generator.commands import cli
from generator.content import history_lines
from generator.content.history import History
from generator.model.documents import Peristiwa, Riwayat
from generator.model.validation import validate
from generator.pages import registry, rendering
from generator.pages.riwayat import PAGE
from generator.settings import Settings
from generator.source.reading import parse

WHERE = "kab-contoh/dinas-contoh/2024/"
SHOWN = "content/riwayat.yml"
COMMIT = "0123456789abcdef0123456789abcdef01234567"


def _event(**values: object) -> Peristiwa:
    given = {"tanggal": date(2024, 1, 2), "alamat": f"{WHERE}kasi/", "jenis": "koreksi", **values}
    return Peristiwa.model_validate(given)


def _many(count: int) -> list[Peristiwa]:
    return [
        _event(
            tanggal=date(2024, 1, 1) + timedelta(number // 50),
            bagian="Sumber data",
            semula=f"Laporan bulanan nomor {number} yang di susun",
            menjadi=f"Laporan bulanan nomor {number} yang disusun",
        )
        for number in range(count)
    ]


# The file


def test_it_is_yaml_and_as_the_model_says() -> None:
    """Whoever reads it as any other file finds the same; format leaves it alone."""
    text = HISTORY.read_text("utf-8")
    history, problems = history_lines.parse(text, SHOWN)
    assert problems == []
    source, _ = parse(text, SHOWN)
    assert source is not None
    document, found = validate(source, Riwayat)
    assert found == []
    assert document is not None
    assert (history.komit, list(history.events)) == (document.komit, document.riwayat)
    places = [source.values["riwayat", number][0] for number in range(len(document.riwayat))]
    assert list(history.lines) == places
    assert history_lines.formatted(text, SHOWN) == (text, [])


TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=80)


@pytest.mark.long
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=4))
@tried([('"', "\\", "a\\"), (" ", "a  b", "- #: x")])
def test_what_is_written_is_read(texts: list[tuple[str, str, str]]) -> None:
    """Whatever the words are; by its lines alone or as YAML."""
    events = []
    for part, before, after in texts:
        words = {"bagian": part.strip(), "semula": before.strip(), "menjadi": after.strip()}
        events.append(_event(**{name: text for name, text in words.items() if text}))
    written = history_lines.with_events("", events, COMMIT)
    history, problems = history_lines.parse(written, SHOWN)
    if not any(each.is_mistake for each in problems):
        assert list(history.events) == events
    known = yaml.safe_load(written)["riwayat"]
    assert [each.get("semula") for each in known] == [each.semula for each in events]


def test_more_is_written_below_and_the_rest_is_left() -> None:
    """Also what an officer wrote in his own way, with comments."""
    text = HISTORY.read_text("utf-8").replace('    bagian: "Tugas"\n', "    bagian: Tugas\n")
    added = _event(semula="a", menjadi="b")
    more = history_lines.with_events(text, [added], "f" * 40)
    was, now = (history_lines.parse(each, SHOWN)[0] for each in (text, more))
    assert now.events == (*was.events, added)
    assert more.startswith(text.replace(COMMIT, "f" * 40))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("has_last", [True, False])
def test_ends_of_lines_make_no_difference(end: str, has_last: bool) -> None:
    text = HISTORY.read_text("utf-8")
    typed = (text if has_last else text.rstrip("\n")).replace("\n", end)
    assert history_lines.parse(typed, SHOWN) == history_lines.parse(text, SHOWN)
    assert history_lines.formatted(typed, SHOWN) == (text, [])


def test_other_ways_to_write_it() -> None:
    """Whatever an officer may make of it: dashes at the edge, the list first, nothing in it."""
    lines = "- tanggal: 2024-01-02\n  alamat: kab-a/\n  jenis: ditarik\n"
    events = (_event(alamat="kab-a/", jenis="ditarik"),)
    for text in (f"riwayat:\n{lines}", f"riwayat:\n{lines}komit: {COMMIT}\n"):
        history, problems = history_lines.parse(text, SHOWN)
        assert (history.events, problems) == (events, [])
        more = history_lines.with_events(text, events, COMMIT)
        assert history_lines.parse(more, SHOWN)[0].events == events * 2
    assert history_lines.parse("riwayat: []\n", SHOWN) == (History(SHOWN), [])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "tanggal: 2024-03-04",
            "tanggal: 4 Maret 2024",
            [(5, 14, '"tanggal" harus tahun-bulan-tanggal. Tulis "2024-03-04".')],
        ),
        (
            "tanggal: 2024-03-04",
            "tanggal: 2024-02-30",
            [
                (
                    5,
                    14,
                    '"tanggal" tanggal "2024-02-30" tidak ada dalam kalender. '
                    "Periksa tanggalnya dalam naskah.",
                )
            ],
        ),
        (
            "    jenis: koreksi\n",
            "    jenis: diralat\n",
            [(7, 12, 'jenis "diralat" tidak dikenal. Pilihan: ditarik, koreksi, terbit.')],
        ),
        (
            '"Laporan SAKIP"',
            '"Laporan NIP 19800101 200501 1 001"',
            [
                (
                    9,
                    13,
                    "teks ini memuat nomor pribadi (NIP). Hapus: nomor pribadi tidak dimuat.",
                )
            ],
        ),
        (
            "  - tanggal: 2024-03-04\n",
            "<<<<<<< HEAD\n  - tanggal: 2024-03-04\n",
            [
                (
                    5,
                    1,
                    "ini tanda bentrokan dari penggabungan. Hapus baris tanda ini dan simpan yang "
                    "ada di antaranya, lalu jalankan `iki format`.",
                )
            ],
        ),
    ],
)
def test_mistakes_have_a_place(old: str, new: str, said: list[tuple[int, int, str]]) -> None:
    """Where they stand in the file, however few lines were read as YAML; the others are known."""
    text = HISTORY.read_text("utf-8").replace(old, new, 1)
    history, problems = history_lines.parse(text, SHOWN)
    assert [(each.line, each.column, each.message) for each in problems] == said
    assert history_lines.formatted(text, SHOWN) == (None, problems)
    if not new.startswith("<"):
        assert len(history.events) == 6


def test_format_puts_it_in_order() -> None:
    """By the days; those of one day stay as they are."""
    text = HISTORY.read_text("utf-8")
    history, _ = history_lines.parse(text, SHOWN)
    turned = history_lines.with_events("", reversed(history.events), COMMIT)
    new, problems = history_lines.formatted(turned, SHOWN)
    assert problems == []
    assert new is not None
    days = [each.tanggal for each in history_lines.parse(new, SHOWN)[0].events]
    assert days == sorted(days)


@pytest.mark.no_cover
@pytest.mark.long
def test_fifty_thousand_are_hardly_felt() -> None:
    """1 s here, 17 MB of them; as many that officers wrote in their own way, 8 s."""
    text = history_lines.with_events("", _many(50_000), COMMIT)
    started = time.process_time()
    history, problems = history_lines.parse(text, SHOWN)
    assert time.process_time() - started < 8
    assert (len(history.events), problems) == (50_000, [])


# The rules


def _check(settings: Settings) -> list[str]:
    return [str(each.message) for each in publishing.check(settings).problems]


def _written(settings: Settings, *events: Peristiwa) -> None:
    text = history_lines.with_events("", events, COMMIT)
    (settings.content / "riwayat.yml").write_text(text, "utf-8")


def test_the_example_is_good(settings: Settings, history: Path) -> None:
    assert _check(settings) == []


def test_rules(settings: Settings) -> None:
    """Its order, what it says, and that its addresses are there."""
    page = f"{WHERE}sekretaris/"
    _written(
        settings,
        _event(alamat=page, tanggal=date(2024, 5, 1), menjadi="a"),
        _event(alamat=page, tanggal=date(2024, 4, 1), menjadi="b"),
        _event(alamat=page, tanggal=date(2024, 6, 1)),
        _event(alamat=f"{WHERE}sekretari/", tanggal=date(2024, 6, 1), menjadi="c"),
        _event(alamat="provinsi-jauh/", tanggal=date(2024, 6, 1), jenis="ditarik"),
    )
    assert [(e.line, e.message) for e in publishing.check(settings).problems] == [
        (
            9,
            "perubahan ini tidak pada urutannya. Pindahkan ke atas baris 5, atau jalankan "
            "`iki format`, yang mengurutkan semuanya.",
        ),
        (
            13,
            'belum dikatakan apa yang dikoreksi. Tulis "semula" dan "menjadi"; bila kata-katanya '
            'tidak boleh dimuat, "alasan".',
        ),
        (16, f'alamat "{WHERE}sekretari/" tidak ada di situs. Maksudnya "{page}"?'),
        (
            20,
            'alamat "provinsi-jauh/" tidak ada di situs. Betulkan, atau catat di '
            "content/alamat.yml.",
        ),
    ]


# What publishing writes


@pytest.fixture
def project(tmp_path: Path, theme: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a site that was published."""
    for name in [each for each in os.environ if each.startswith(("GIT_", "GITHUB_", "GITLAB_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    shutil.copy(Path(__file__).parent.parent / "site_config.yml", tmp_path)
    (tmp_path / "theme").symlink_to(theme)
    _put(tmp_path, "../../pemda.yml", "nama: Kab Contoh\njenis: kabupaten\n")
    _put(tmp_path, "../instansi.yml", "nama: Dinas Contoh\njenis: dinas\n")
    _put(tmp_path, "dokumen.yml", dokumen(2024))
    for number, name in enumerate(("kasi", "kabid"), 1):
        _put(tmp_path, f"{name}.yml", jabatan(name.upper(), number, "tugas:", "  - Mengurus srat"))
    monkeypatch.chdir(tmp_path)
    _git("init", "--quiet")
    _publish("2024-01-01")
    return tmp_path


def _put(root: Path, name: str, text: str) -> None:
    path = root / "content" / WHERE / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _git(*arguments: str) -> str:
    who = ("-c", "user.name=Siti", "-c", "user.email=siti@contoh.go.id")
    done = subprocess.run(["git", *who, *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _publish(day: str) -> None:
    """Somebody's change reaches main, and is published."""
    _git("add", "--all")
    _git("commit", "--quiet", "--message", "Isi", "--allow-empty")
    assert cli.main(["ledger"]) == 0
    assert cli.main(["history", "--tanggal", day]) == 0
    _git("add", "--all")
    _git("commit", "--quiet", "--message", "Catat", "--allow-empty")


def _events(root: Path) -> list[Peristiwa]:
    history, problems = history_lines.read(root / SHOWN, SHOWN)
    assert problems == []
    return list(history.events)


def _edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / "content" / WHERE / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.long
def test_a_first_publication_corrects_nothing(project: Path) -> None:
    """It only says with what the next is compared; the same again adds nothing."""
    assert _events(project) == []
    before = (project / SHOWN).read_bytes()
    for _ in range(2):
        assert cli.main(["history"]) == 0
    assert (project / SHOWN).read_bytes() == before


@pytest.mark.long
def test_a_correction_is_told_with_its_words(project: Path) -> None:
    """Once; whoever holds the position is told by nobody."""
    _edit(project, "kasi.yml", "Mengurus srat", "Mengurus surat")
    _edit(project, "kasi.yml", "nama: Jumlah surat", "nama: Jumlah surat masuk")
    _edit(project, "kasi.yml", "tugas:", "pejabat:\n  nama: SITI\n  status: definitif\ntugas:")
    _publish("2024-02-03")
    told = [
        _event(
            tanggal=date(2024, 2, 3),
            bagian="Tugas",
            semula="Mengurus srat",
            menjadi="Mengurus surat",
        ),
        _event(
            tanggal=date(2024, 2, 3),
            alamat=f"{WHERE}kasi/#surat",
            bagian="Nama",
            semula="Jumlah surat",
            menjadi="Jumlah surat masuk",
        ),
    ]
    assert _events(project) == told
    _publish("2024-02-04")
    assert _events(project) == told


@pytest.mark.long
def test_what_is_new_or_only_moves_is_no_correction(project: Path) -> None:
    """A new position is told by its page, another address by the ledger; a later correction of what
    was new is one."""
    _put(project, "staf.yml", jabatan("STAF", 3))
    (project / "content" / WHERE / "kasi.yml").rename(project / "content" / WHERE / "kepala.yml")
    moved = ("ledger", "--pindah", f"{WHERE}kasi/", f"{WHERE}kepala/")
    assert cli.main([*moved]) == 0
    _publish("2024-02-03")
    assert _events(project) == []
    _edit(project, "staf.yml", "rumus: Jumlah surat", "rumus: Jumlah surat keluar")
    _publish("2024-02-04")
    (told,) = _events(project)
    assert (told.alamat, told.bagian) == (f"{WHERE}staf/#surat", "Rumus")


@pytest.mark.long
def test_an_edition_that_comes_is_told(project: Path) -> None:
    """An amendment as well; a draft only when it is none any more."""
    _put(project, "../2025/dokumen.yml", dokumen(2025, "status: draf"))
    _put(project, "../2025/kasi.yml", jabatan("KASI", 1))
    _publish("2025-01-01")
    assert _events(project) == []
    _put(project, "../2025/dokumen.yml", dokumen(2025))
    _publish("2025-01-02")
    (told,) = _events(project)
    assert (told.jenis, told.alamat) == ("terbit", "kab-contoh/dinas-contoh/2025/")


@pytest.mark.long
def test_what_is_withdrawn_for_a_reason_is_not_said_again(project: Path) -> None:
    """Its words may be the reason."""
    (project / "content" / WHERE / "kabid.yml").unlink()
    file = project / "content/alamat.yml"
    text = file.read_text("utf-8")
    reason = "memuat data pribadi"
    for address in (f"{WHERE}kabid/", f"{WHERE}kabid/#surat"):
        text = text.replace(f"{address}: tetap", f'{address}: "dicabut: {reason}"')
    text = text.replace("contoh/kabid/: tetap", f"contoh/kabid/: {WHERE}kabid/")
    file.write_text(text, "utf-8")
    _publish("2024-02-03")
    (told,) = _events(project)
    assert (told.jenis, told.semula, told.alasan) == ("ditarik", None, reason)


@pytest.mark.long
def test_commits_between_two_publications_are_one_correction(project: Path) -> None:
    """From the words that readers saw to those that they see."""
    for old, new in (("srat", "surt"), ("surt", "surat")):
        _edit(project, "kasi.yml", f"Mengurus {old}", f"Mengurus {new}")
        _git("commit", "--quiet", "--all", "--message", "Isi")
    _publish("2024-02-03")
    (told,) = _events(project)
    assert (told.semula, told.menjadi) == ("Mengurus srat", "Mengurus surat")


@pytest.mark.long
def test_a_state_that_is_not_here(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said what to do; another state may be named."""
    file = project / SHOWN
    commit = history_lines.parse(file.read_text("utf-8"), SHOWN)[0].komit
    assert commit is not None
    file.write_text(file.read_text("utf-8").replace(commit, "0" * 40), "utf-8")
    assert cli.main(["history"]) == 2
    said = capsys.readouterr().err
    assert " bukan folder dan bukan revisi git." in said
    assert "Atau sebut keadaan yang terakhir terbit dengan `--sejak REVISI`." in said
    assert cli.main(["history", "--sejak", "HEAD"]) == 0


@pytest.mark.long
def test_a_file_with_mistakes_is_left(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / SHOWN).write_text("riwayat: tidak ada\n", "utf-8")
    assert cli.main(["history"]) == 1
    assert "Perubahan belum dicatat: betulkan dahulu" in capsys.readouterr().err
    assert (project / SHOWN).read_text("utf-8") == "riwayat: tidak ada\n"


def test_without_a_repository(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(settings.root)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(settings.root.parent))
    assert cli.main(["history"]) == 2
    assert "not a git repository" in capsys.readouterr().err
    assert not (settings.content / "riwayat.yml").exists()


# Where readers see it


def _pages(settings: Settings) -> dict[str, str]:
    checked = publishing.check(settings)
    assert checked.mistakes == 0
    return {each.address: each.text for each in rendering.render(checked.content, settings)}


def _with_address(settings: Settings) -> Settings:
    value = {**settings.source.value, "site_url": "https://iki.kotaanda.go.id/situs"}
    return replace(settings, source=replace(settings.source, value=value))


@pytest.mark.long
def test_the_feed_is_atom(settings: Settings, history: Path) -> None:
    """With whole addresses and an id of its own for each entry; without an address of the site
    there is none."""
    assert "perubahan.xml" not in _pages(settings)
    text = _pages(_with_address(settings))["perubahan.xml"]
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.fromstring(text)
    assert feed.tag == f"{atom}feed"
    for each in (feed, *feed.iter(f"{atom}entry")):
        for name in ("id", "title", "updated"):
            assert len(each.findall(f"{atom}{name}")) == 1
    entries = list(feed.iter(f"{atom}entry"))
    ids = [each.findtext(f"{atom}id") for each in entries]
    assert len(set(ids)) == len(ids) == 8
    days = [each.findtext(f"{atom}updated") or "" for each in entries]
    assert days == sorted(days, reverse=True)
    assert feed.findtext(f"{atom}updated") == days[0]
    for link in feed.iter(f"{atom}link"):
        assert str(link.get("href")).startswith("https://iki.kotaanda.go.id/situs/")


@pytest.mark.long
def test_any_words_make_a_good_feed(settings: Settings) -> None:
    """They are data, never markup."""
    words = "a & b <script> ]]> \"'"
    _written(settings, _event(alamat=f"{WHERE}sekretaris/", semula=words, menjadi="c"))
    pages = _pages(_with_address(settings))
    feed = ElementTree.fromstring(pages["perubahan.xml"])
    assert words in "".join(feed.itertext())
    assert "<script>" not in pages["perubahan/index.md"]


@pytest.mark.long
def test_a_year_with_much_has_several_pages(settings: Settings) -> None:
    """Each bounded, and each leads to the next."""
    page = f"{WHERE}sekretaris/"
    days = [date(2022, 1, 1) + timedelta(each) for each in range(2 * PAGE + 1)]
    _written(settings, *(_event(alamat=page, tanggal=day, menjadi="a") for day in days))
    pages = _pages(settings)
    names = [f"perubahan/2022/{part}index.md" for part in ("", "2/", "3/")]
    assert {each for each in pages if each.startswith("perubahan/2022/")} == set(names)
    counts = [pages[name].count('class="riwayat-jenis"') for name in names]
    assert counts == [PAGE, PAGE, 1]
    assert 'href="2/"' in pages[names[0]]
    assert 'href="../"' in pages[names[1]]
    assert 'href="../3/"' in pages[names[1]]


@pytest.mark.long
def test_a_page_with_many_corrections_is_bounded(settings: Settings) -> None:
    """All are told of by number; the pages show the newest."""
    page = f"{WHERE}sekretaris/"
    events = [_event(alamat=page, menjadi=f"kata {number}") for number in range(500)]
    _written(settings, *events)
    pages = _pages(settings)
    assert "500 koreksi sesudah terbit" in pages[f"{page}index.md"]
    assert pages[f"{page}index.md"].count("kata ") == 100
    assert "… dan 480 koreksi lagi." in pages["perubahan/index.md"]


def test_the_page_is_promised(settings: Settings) -> None:
    """Whatever the content is; its name belongs to the site."""
    assert "perubahan/" in registry.promised(settings)
    assert {"perubahan", "perubahan.xml"} <= registry.own_names(settings)
    assert "perubahan/: tetap" in LEDGER.read_text("utf-8")
