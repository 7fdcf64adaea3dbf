"""The ledger of addresses: its lines, what it holds content to, and the command that keeps it."""

import time
from pathlib import Path

import pytest
import yaml
from conftest import LEDGER, dokumen, jabatan, put
from hypothesis import given
from hypothesis import strategies as st

from generator.build import publishing
from generator.commands import cli
from generator.content import ledger_lines
from generator.content.ledger import HEAD
from generator.content.promises import key_of
from generator.pages import registry
from generator.settings import Settings

WHERE = "kab-contoh/dinas-contoh/"
DECREE = f"{WHERE}2024/"
PAGE = f"{DECREE}kasi/"


def _read(*lines: str) -> list[tuple[int, int, str]]:
    _, problems = ledger_lines.parse("\n".join(lines), "content/alamat.yml")
    return [(each.line, each.column, each.message) for each in problems]


FORM = (
    "baris ini tidak terbaca. Tulis `ALAMAT/: tetap`, `ALAMAT/: ALAMAT-BARU/`, atau "
    '`ALAMAT/: "dicabut: alasan"`.'
)
LEFT = 'baris ini tidak terbaca. Tulis `kab-a/: "dicabut: alasan"`.'
CONFLICT = (
    "ini tanda bentrokan dari penggabungan. Hapus baris tanda ini dan simpan baris alamat di "
    "antaranya, lalu jalankan `iki ledger`."
)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("kab-a: tetap", "kab-a/: tetap"),
        ("/kab-a/: tetap", "kab-a/: tetap"),
        ("kab-a/:¦tetap", "kab-a/: tetap"),
        ("  kab-a/: Tetap", "kab-a/: tetap"),
        ("- kab-a/: tetap", "kab-a/: tetap"),
        ('"kab-a/": tetap', "kab-a/: tetap"),
        ("https://iki.contoh.go.id/kab-a/x/: kab-a/y", "kab-a/x/: kab-a/y/"),
        ("kab-a/x/: ¦https://iki.contoh.go.id/kab-a/y/", "kab-a/x/: kab-a/y/"),
        ("content/kab-a/x/2024/s.yml: kab-a/x/2024/t.yml", "kab-a/x/2024/s/: kab-a/x/2024/t/"),
        ("content/kab-a/x/2024/dokumen.yml: tetap", "kab-a/x/2024/: tetap"),
        ("kab-a/x/2024/s#surat: tetap", "kab-a/x/2024/s/#surat: tetap"),
        ("kab-a/: ¦dicabut: salah muat", 'kab-a/: "dicabut: salah muat"'),
        ("kab-a/: ¦'dicabut: salah muat'", 'kab-a/: "dicabut: salah muat"'),
        ('kab-a/: ¦"dicabut: naskah "lama""', "kab-a/: \"dicabut: naskah 'lama'\""),
    ],
)
def test_a_line_of_nearly_the_right_form(line: str, meant: str) -> None:
    """The line to type is told, where it is wrong; and that line is read."""
    before, mark, after = line.partition("¦")
    column = len(before) + 1 if mark else 1
    assert _read(before + after) == [(1, column, f"baris ini tidak terbaca. Tulis `{meant}`.")]
    assert _read(meant) == []


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["kab-a/"], [(1, 1, FORM)]),
        (["kab-a/: "], [(1, 9, FORM)]),
        (["Kab-A/: tetap"], [(1, 1, FORM)]),
        (["kab-a/b/c/d/e/: tetap"], [(1, 1, FORM)]),
        # Only the page of a position has parts that are promised.
        (["kab-a/b/c/#surat: tetap"], [(1, 1, FORM)]),
        (['kab-a/: "dicabut:  "'], [(1, 9, LEFT)]),
        (["kab-a/../b/: tetap"], [(1, 1, FORM)]),
        (["kab-a/: {tetap: ya}"], [(1, 9, FORM)]),
        (
            ["<<<<<<< HEAD", "kab-a/: tetap", "=======", "kab-b/: tetap", ">>>>>>> usul"],
            [(line, 1, CONFLICT) for line in (1, 3, 5)],
        ),
        (
            ["# awal", "", "kab-a/: tetap", "# nanti"],
            [(4, 1, "komentar hanya di awal berkas ini. Hapus, atau pindahkan ke awal.")],
        ),
        (
            ["kab-a/: tetap", "kab-a/: tetap"],
            [(2, 1, "alamat ini sudah ada di baris 1. Hapus baris ini.")],
        ),
        (
            ["kab-a/: tetap", "kab-a/: kab-b/"],
            [
                (
                    2,
                    1,
                    "alamat ini sudah ada di baris 1, dengan isi lain. Hapus salah satunya: simpan "
                    "yang benar sekarang.",
                )
            ],
        ),
        (
            ["kab-b/: tetap", "kab-c/: tetap", "kab-a/: tetap", "kab-d/: tetap"],
            [
                (
                    3,
                    1,
                    "baris ini tidak pada urutannya. Pindahkan ke atas baris 1, atau jalankan "
                    "`iki ledger`, yang mengurutkan semuanya.",
                )
            ],
        ),
        (
            ["kab-a/kasi-197001011995031001/: tetap"],
            [
                (
                    1,
                    1,
                    "alamat ini memuat nomor pribadi (NIP). Hapus baris ini: alamat seperti itu "
                    "tidak dijanjikan.",
                )
            ],
        ),
        (
            ['kab-a/: "dicabut: memuat 19700101 199503 1 001"'],
            [
                (
                    1,
                    1,
                    "baris ini memuat nomor pribadi (NIP). Hapus nomornya: nomor pribadi tidak "
                    "dimuat.",
                )
            ],
        ),
        (
            ["# 19700101 199503 1 001"],
            [
                (
                    1,
                    1,
                    "baris ini memuat nomor pribadi (NIP). Hapus nomornya: nomor pribadi tidak "
                    "dimuat.",
                )
            ],
        ),
        (
            ['kab-a/: "dicabut: a\u202eb"'],
            [
                (
                    1,
                    20,
                    "ada karakter tak terlihat (pengatur arah tulisan, U+202E). Hapus huruf di "
                    "kiri dan kanannya, lalu ketik ulang.",
                )
            ],
        ),
    ],
)
def test_a_line_that_is_refused(lines: list[str], said: list[tuple[int, int, str]]) -> None:
    """At its place, with what to do."""
    assert _read(*lines) == said


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_ends_of_lines_and_marks(tmp_path: Path, end: str, mark: str) -> None:
    """Whatever a system writes, the same is read."""
    file = tmp_path / "alamat.yml"
    file.write_bytes((mark + LEDGER.read_text("utf-8").replace("\n", end)).encode())
    ledger, problems = ledger_lines.read(file, "x")
    assert problems == []
    assert ledger.text() == LEDGER.read_text("utf-8")


def test_it_is_good_yaml() -> None:
    """Any reader of YAML finds just the same."""
    ledger, problems = ledger_lines.parse(LEDGER.read_text("utf-8"), "x")
    assert problems == []
    assert yaml.safe_load(LEDGER.read_text("utf-8")) == ledger.entries


@given(st.text(st.sampled_from(list("ab/#-: \"'\\\r\ntetap<=19dicabut")), max_size=60))
def test_whatever_is_written(text: str) -> None:
    """Every line is read or refused, and what is read is written as it was."""
    ledger, problems = ledger_lines.parse(text, "x")
    again, nothing = ledger_lines.parse(ledger.text(), "x")
    assert again.entries == dict(sorted(ledger.entries.items()))
    assert nothing == []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    full = {number: line for number, line in enumerate(lines, 1) if line.strip()}
    said = {each.line for each in problems} | set(ledger.lines.values())
    assert all(full[number].startswith("#") for number in full.keys() - said)
    assert yaml.safe_load(ledger.text()) == (ledger.entries or None)


def test_a_symlink_is_refused(settings: Settings, tmp_path: Path) -> None:
    """Like every other file of the content."""
    (settings.content / "alamat.yml").symlink_to(LEDGER)
    assert [each.message for each in publishing.check(settings).problems] == [
        "harus berkas biasa, bukan tautan (symlink) atau berkas khusus."
    ]


@pytest.fixture
def agency(bare: Settings) -> Settings:
    """An agency with a decree of two positions, all of it promised."""
    put(
        bare,
        {
            "2024/dokumen.yml": dokumen(2024),
            "2024/kasi.yml": jabatan("KASI", 1),
            "2024/kabid.yml": jabatan("KABID", 2),
        },
    )
    assert _command(bare) == 0
    return bare


def _command(settings: Settings, *arguments: str) -> int:
    return cli.main(["ledger", *arguments, "--config", str(settings.config)])


def _file(settings: Settings) -> Path:
    return settings.content / "alamat.yml"


def _edit(settings: Settings, old: str, new: str) -> None:
    text = _file(settings).read_text("utf-8")
    assert text.count(old) == 1, "the edit must have one place"
    _file(settings).write_text(text.replace(old, new), "utf-8")


def _said(settings: Settings) -> dict[str, list[str]]:
    """What is wrong, by the line that it stands at."""
    lines = _file(settings).read_text("utf-8").splitlines()
    found: dict[str, list[str]] = {}
    for each in publishing.check(settings).problems:
        assert each.path == "content/alamat.yml"
        found.setdefault(lines[each.line - 1].partition(":")[0], []).append(each.message)
    return found


def _rename(settings: Settings, old: str, new: str) -> None:
    (settings.content / old).rename(settings.content / new)


def test_what_is_promised(agency: Settings) -> None:
    """Documents, indicators, and positions without an edition; of the site's own pages those that
    do not follow the content."""
    lines = _file(agency).read_text("utf-8").splitlines()
    assert tuple(lines[: len(HEAD)]) == HEAD
    promised = [each.removesuffix(": tetap") for each in lines[len(HEAD) :]]
    assert promised == sorted(promised)
    own = registry.promised(agency)
    assert set(promised) - own == {
        "kab-contoh/",
        WHERE,
        DECREE,
        f"{DECREE}kabid/",
        f"{DECREE}kabid/#surat",
        PAGE,
        f"{PAGE}#surat",
        f"{WHERE}kabid/",
        f"{WHERE}kasi/",
    }
    assert {key_of(each)[0] for each in own} == {
        "aksesibilitas", "cari", "data", "istilah", "kebijakan-tautan", "panduan", "periksa",
        "perubahan", "ppid", "privasi", "tentang",
    }  # fmt: skip


def test_a_second_time_nothing_is_new(agency: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    """The file is not touched."""
    before = _file(agency).stat().st_mtime_ns
    capsys.readouterr()
    assert _command(agency) == 0
    assert capsys.readouterr().err == "0 alamat baru dicatat di content/alamat.yml.\n"
    assert _file(agency).stat().st_mtime_ns == before


def test_nothing_is_promised_without_it(agency: Settings) -> None:
    """A site without a ledger may change as it likes."""
    _file(agency).unlink()
    _rename(agency, PAGE[:-1] + ".yml", f"{DECREE}kepala-seksi.yml")
    assert publishing.check(agency).problems == []


def test_a_draft_promises_nothing(agency: Settings) -> None:
    """Until it is settled."""
    before = _file(agency).read_text("utf-8")
    put(agency, {"2025/dokumen.yml": dokumen(2025, "status: draf"), "2025/x.yml": jabatan("X", 1)})
    assert _command(agency) == 0
    assert _file(agency).read_text("utf-8") == before
    put(agency, {"2025/dokumen.yml": dokumen(2025)})
    assert _command(agency) == 0
    assert f"{WHERE}2025/x/#surat: tetap\n" in _file(agency).read_text("utf-8")


def test_what_becomes_a_draft_again(agency: Settings) -> None:
    """Its addresses were promised."""
    put(agency, {"2024/dokumen.yml": dokumen(2024, "status: draf")})
    said = _said(agency)
    assert said[DECREE] == [
        'alamat ini sudah terbit, tetapi edisinya kini draf. Betulkan "status" di '
        f"content/{DECREE}dokumen.yml, atau ganti baris ini menjadi `{DECREE}: {WHERE}`."
    ]
    assert {*said} == {
        DECREE, f"{DECREE}kabid/", f"{DECREE}kabid/#surat", PAGE, f"{PAGE}#surat",
        f"{WHERE}kabid/", f"{WHERE}kasi/",
    }  # fmt: skip


def test_an_indicator_with_another_id(agency: Settings) -> None:
    """Both ways out: the old one again, or the line to type; and that line is right."""
    text = jabatan("KASI", 1).replace("id: surat", "id: surat-masuk")
    put(agency, {"2024/kasi.yml": text})
    line = f"{PAGE}#surat: {PAGE}#surat-masuk"
    assert _said(agency) == {
        f"{PAGE}#surat": [
            'alamat ini sudah terbit, tetapi tidak ada lagi. Kembalikan "id: surat" di '
            f"content/{PAGE[:-1]}.yml, atau ganti baris ini menjadi `{line}`."
        ]
    }
    _edit(agency, f"{PAGE}#surat: tetap", line)
    assert _said(agency) == {}


def test_a_position_with_another_name(agency: Settings) -> None:
    """The command that does it for all of it is told where something lies below."""
    _rename(agency, PAGE[:-1] + ".yml", f"{DECREE}kasie.yml")
    new = f"{DECREE}kasie/"
    gone = "alamat ini sudah terbit, tetapi tidak ada lagi. Kembalikan "
    assert _said(agency) == {
        PAGE: [
            f"{gone}content/{PAGE[:-1]}.yml, atau ganti baris ini menjadi `{PAGE}: {new}`. Semua "
            f"yang di bawahnya sekaligus: `iki ledger --pindah {PAGE} {new}`."
        ],
        f"{PAGE}#surat": [
            f"{gone}content/{PAGE[:-1]}.yml, atau ganti baris ini menjadi "
            f"`{PAGE}#surat: {new}#surat`."
        ],
        f"{WHERE}kasi/": [
            f'{gone}"kasi.yml" di salah satu edisi content/kab-contoh/dinas-contoh/, atau ganti '
            f"baris ini menjadi `{WHERE}kasi/: {WHERE}kasie/`."
        ],
    }


def test_a_position_that_is_gone(agency: Settings) -> None:
    """With nothing new in its place, what it was a part of."""
    (agency.content / f"{PAGE[:-1]}.yml").unlink()
    said = _said(agency)
    assert [each.rpartition("menjadi ")[2] for each in said[PAGE]] == [f"`{PAGE}: {DECREE}`."]
    assert said[f"{WHERE}kasi/"][0].endswith(f"`{WHERE}kasi/: {WHERE}`.")


def test_a_file_that_cannot_be_read_hides_nothing_else(agency: Settings) -> None:
    """What it held is unknown, and not gone."""
    put(agency, {"2024/kasi.yml": "nama: [\n"})
    assert {each.path for each in publishing.check(agency).problems} == {f"content/{PAGE[:-1]}.yml"}
    put(agency, {"2024/kasi.yml": jabatan("KASI", 1), "2024/dokumen.yml": "jenis: IKI\njudul: [\n"})
    assert {each.path for each in publishing.check(agency).problems} == {
        f"content/{DECREE}dokumen.yml"
    }


def test_a_page_of_the_site_that_is_gone(agency: Settings) -> None:
    """Nobody but us can bring it back."""
    _edit(agency, "periksa/: tetap\n", "panduan/x/: tetap\nperiksa/: tetap\n")
    (message,) = _said(agency)["panduan/x/"]
    assert message == (
        "alamat ini sudah terbit, tetapi tidak ada lagi. Ganti baris ini menjadi "
        "`panduan/x/: panduan/`."
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            f"{PAGE}#surat: tetap",
            f"{PAGE}#lama: {PAGE}#surta\n{PAGE}#surat: tetap",
            {
                f"{PAGE}#lama": [
                    f'alamat pengganti "{PAGE}#surta" tidak ada. Tulis alamat yang ada di situs. '
                    f"Maksudnya `{PAGE}#lama: {PAGE}#surat`?"
                ]
            },
        ),
        (
            "kab-contoh/: tetap",
            "kab-baru/: kab-x/\nkab-contoh/: tetap",
            {
                "kab-baru/": [
                    'alamat pengganti "kab-x/" tidak ada. Tulis alamat yang ada di situs.'
                ]
            },
        ),
        (
            "kab-contoh/: tetap",
            "kab-a/: kab-b/\nkab-b/: kab-a/\nkab-contoh/: tetap",
            {
                "kab-a/": [
                    "alamat-alamat ini saling menunjuk: kab-a/ → kab-b/ → kab-a/. "
                    "Betulkan salah satunya."
                ]
            },
        ),
        (
            "kab-contoh/: tetap",
            "kab-a/: kab-a/\nkab-contoh/: tetap",
            {
                "kab-a/": [
                    "alamat ini menunjuk dirinya sendiri. Bila tidak pindah, tulis "
                    "`kab-a/: tetap`."
                ]
            },
        ),
        (
            f"{PAGE}#surat: tetap",
            f"{PAGE}#surat: {DECREE}kabid/#surat",
            {
                f"{PAGE}#surat": [
                    "alamat ini dipakai lagi, padahal di sini dikatakan pindah. Ganti nama yang "
                    f"memakainya, atau ganti baris ini menjadi `{PAGE}#surat: tetap`."
                ]
            },
        ),
        (
            f"{PAGE}: tetap",
            f'{PAGE}: "dicabut: salah muat"',
            {
                PAGE: [
                    "alamat ini dipakai lagi, padahal di sini dikatakan dicabut. Ganti nama yang "
                    f"memakainya, atau ganti baris ini menjadi `{PAGE}: tetap`."
                ]
            },
        ),
        (
            "kab-contoh/: tetap",
            f"kab-a/b/2024/c/#d: {PAGE}#surat\nkab-contoh/: tetap",
            {
                "kab-a/b/2024/c/#d": [
                    "halaman alamat ini tidak ada dan belum tercatat. Tambahkan baris "
                    f"`kab-a/b/2024/c/: {PAGE}`."
                ]
            },
        ),
        (
            "istilah/: tetap",
            "indeks/: cari/\nistilah/: tetap",
            {
                "indeks/": [
                    "alamat indeks, perbandingan, dan berkas situs tidak dijanjikan. "
                    "Hapus baris ini."
                ]
            },
        ),
        (
            "kab-contoh/: tetap",
            f"kab-{'a' * 61}/: kab-contoh/\nkab-contoh/: tetap",
            {
                f"kab-{'a' * 61}/": [
                    "nama dalam alamat ini terlalu panjang: paling banyak 64 huruf. Perbaiki."
                ]
            },
        ),
    ],
    ids=[
        "a successor misspelt", "no successor", "a circle", "to itself", "an anchor that is there",
        "a page that is there", "an anchor without a page", "an index", "a long name",
    ],
)  # fmt: skip
def test_what_cannot_be(agency: Settings, old: str, new: str, said: dict[str, list[str]]) -> None:
    """Each at its line, with what to type."""
    _edit(agency, f"{old}\n", f"{new}\n")
    found = _said(agency)
    assert {
        each.replace("indeks/jabatan/", "indeks/"): told for each, told in found.items()
    } == said


def test_an_address_that_a_draft_takes(agency: Settings) -> None:
    """The preview would have two pages at one address."""
    _edit(agency, f"{WHERE}kabid/: tetap", f"{WHERE}2025/: {DECREE}\n{WHERE}kabid/: tetap")
    assert _said(agency) == {}
    put(agency, {"2025/dokumen.yml": dokumen(2025, "status: draf"), "2025/x.yml": jabatan("X", 1)})
    assert list(_said(agency)) == [f"{WHERE}2025/"]


def test_a_draft_is_no_successor(agency: Settings) -> None:
    """It has no page."""
    put(agency, {"2025/dokumen.yml": dokumen(2025, "status: draf"), "2025/x.yml": jabatan("X", 1)})
    _edit(agency, f"{WHERE}: tetap", f"{WHERE}: tetap\n{WHERE}2020/: {WHERE}2025/")
    assert _said(agency) == {
        f"{WHERE}2020/": [
            f'alamat pengganti "{WHERE}2025/" masih draf. Tulis alamat yang sudah terbit, atau '
            "tetapkan edisinya."
        ]
    }


@pytest.mark.long
def test_an_address_that_the_owner_takes(agency: Settings) -> None:
    """A page of the owner's own is no promise, but it is there."""
    agency.extras.mkdir()
    (agency.extras / "kontak.md").write_text("# Kontak\n", "utf-8")
    _edit(agency, "kebijakan-tautan/: tetap", "kebijakan-tautan/: tetap\nkontak/: tentang/")
    assert _said(agency) == {
        "kontak/": [
            "alamat ini dipakai halaman di situs_tambahan/, padahal di sini dikatakan pindah. "
            "Ganti nama berkas halaman itu."
        ]
    }


def test_a_position_moves_as_a_whole(agency: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    """Its indicators and its address without an edition, however its place is typed; what has no
    counterpart is named."""
    (agency.content / f"{PAGE[:-1]}.yml").unlink()
    text = jabatan("KASI", 1).replace("id: surat", "id: surat-masuk")
    put(agency, {"2024/kepala-seksi.yml": text})
    capsys.readouterr()
    new = f"{DECREE}kepala-seksi"
    assert _command(agency, "--pindah", f"content/{PAGE[:-1]}.yml", f"/{new}") == 1
    out, err = capsys.readouterr()
    assert err == "2 alamat dipindahkan di content/alamat.yml.\n"
    assert out == (
        "content/alamat.yml:14:1: galat: alamat ini sudah terbit, tetapi tidak ada lagi. "
        f"Kembalikan content/{PAGE[:-1]}.yml, atau ganti baris ini menjadi "
        f"`{PAGE}#surat: {new}/#surat-masuk`.\n"
    )
    moved = [each for each in _file(agency).read_text("utf-8").splitlines() if "kepala" in each]
    assert moved == [f"{PAGE}: {new}/", f"{WHERE}kasi/: {WHERE}kepala-seksi/"]
    _edit(agency, f"{PAGE}#surat: tetap", f"{PAGE}#surat: {new}/#surat-masuk")
    assert _command(agency) == 0
    assert capsys.readouterr().err == "3 alamat baru dicatat di content/alamat.yml.\n"


@pytest.mark.long
def test_a_folder_moves_as_a_whole(agency: Settings) -> None:
    """Everything below it; and a second move leads straight to its end."""
    _rename(agency, WHERE, "kab-contoh/badan-contoh")
    assert _command(agency, "--pindah", WHERE, "kab-contoh/badan-contoh") == 0
    assert _command(agency) == 0
    _rename(agency, "kab-contoh/badan-contoh", "kab-contoh/kantor-contoh")
    assert (
        _command(agency, "--pindah", "kab-contoh/badan-contoh/", "kab-contoh/kantor-contoh/") == 0
    )
    lines = _file(agency).read_text("utf-8").splitlines()
    ours = [each.split(": ") for each in lines if each.startswith("kab-contoh/")]
    was = {old: new for old, new in ours if new != "tetap"}
    assert len(was) == 2 * 8
    assert {key_of(new)[1] for new in was.values()} == {"kantor-contoh"}
    assert _command(agency) == 0
    assert _said(agency) == {}


@pytest.mark.long
def test_a_position_moves_back(agency: Settings) -> None:
    """The address that it had first is its own again, and the one between leads there."""
    new = f"{DECREE}kasie/"
    for old, now in ((PAGE, new), (new, PAGE)):
        _rename(agency, f"{old[:-1]}.yml", f"{now[:-1]}.yml")
        assert f"`iki ledger --pindah {old} {now}`" in _said(agency)[old][0]
        assert _command(agency, "--pindah", old, now) == 0
        assert _command(agency) == 0
    lines = _file(agency).read_text("utf-8").splitlines()
    assert {f"{PAGE}: tetap", f"{PAGE}#surat: tetap", f"{new}#surat: {PAGE}#surat"} <= {*lines}
    assert _said(agency) == {}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (PAGE, f"{DECREE}kabid/", f'"{PAGE}" masih ada di situs. Ganti dahulu nama berkas atau'),
        (f"{DECREE}x/", f"{DECREE}y/", f'"{DECREE}y/" tidak ada di situs. Periksa alamat barunya'),
        (f"{DECREE}x/", PAGE, f'"{DECREE}x/" tidak tercatat di content/alamat.yml, jadi tidak'),
    ],
)
def test_a_move_that_is_none(
    agency: Settings, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str
) -> None:
    """One sentence, and 2; the file is as it was."""
    before = _file(agency).read_bytes()
    capsys.readouterr()
    assert _command(agency, "--pindah", old, new) == 2
    assert capsys.readouterr().err.startswith(f"galat: {said}")
    assert _file(agency).read_bytes() == before


def test_what_is_out_of_order_is_put_in_order(agency: Settings) -> None:
    """As a merge leaves it, with the line ends of Windows and chains."""
    lines = _file(agency).read_text("utf-8").splitlines()
    mixed = [*lines[:3], *lines[:2:-1], lines[-1], "kab-b/: kab-c/", "kab-c/: kab-contoh/"]
    _file(agency).write_bytes("\r\n".join([*mixed, ""]).encode("utf-8-sig"))
    assert _command(agency) == 0
    more = ["kab-b/: kab-contoh/", "kab-c/: kab-contoh/"]
    expected = sorted([*lines[3:], *more], key=lambda line: line.partition(":")[0])
    assert _file(agency).read_bytes().decode() == "\n".join([*lines[:3], *expected, ""])


def test_no_address_is_kept_of_what_is_wrong(
    agency: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody knows what will be published, or what an unreadable line says."""
    put(agency, {"2024/staf.yml": jabatan("STAF", 3).replace("urutan: 3", "urutan: tiga")})
    before = _file(agency).read_bytes()
    capsys.readouterr()
    assert _command(agency) == 1
    assert capsys.readouterr().err == "Alamat belum dicatat: betulkan dahulu kesalahan di atas.\n"
    put(agency, {"2024/staf.yml": jabatan("STAF", 3)})
    _file(agency).write_bytes(b"<<<<<<< HEAD\n" + before)
    assert _command(agency) == 1
    assert _file(agency).read_bytes() == b"<<<<<<< HEAD\n" + before


def test_nothing_new_as_long_as_something_is_gone(
    agency: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its successor would no longer be known as new."""
    _rename(agency, PAGE[:-1] + ".yml", f"{DECREE}kasie.yml")
    before = _file(agency).read_bytes()
    capsys.readouterr()
    assert _command(agency) == 1
    assert capsys.readouterr().err == (
        "Alamat baru belum dicatat: betulkan dahulu content/alamat.yml.\n"
    )
    assert _file(agency).read_bytes() == before


def test_a_position_that_an_amendment_removes(agency: Settings) -> None:
    """Its page stays in the edition that had it, and so does every address."""
    change = ("perubahan:", "  jenis: perubahan", '  atas: "2024"', "  menghapus:", "    - kasi")
    put(agency, {"2025/dokumen.yml": dokumen(2025, *change)})
    assert [each for each in publishing.check(agency).problems if each.is_mistake] == []


def test_format_puts_it_in_order(
    example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Like every file; a line that says nothing is told."""
    monkeypatch.chdir(example)
    lines = LEDGER.read_text("utf-8").splitlines()
    file = example / "content" / "alamat.yml"
    file.write_text("\n".join([*lines[:3], *lines[:2:-1]]), "utf-8")
    assert cli.main(["format", "content/alamat.yml"]) == 0
    assert file.read_text("utf-8") == LEDGER.read_text("utf-8")
    file.write_text("kab-a/: ya\n", "utf-8")
    capsys.readouterr()
    assert cli.main(["format", "content/alamat.yml"]) == 1
    assert capsys.readouterr().out.startswith("content/alamat.yml:1:9: galat: baris ini tidak")


def test_the_example_keeps_its_promises(settings: Settings, ledger: Path) -> None:
    """Some of its addresses moved, some were withdrawn."""
    assert publishing.check(settings).problems == []
    _, problems = ledger_lines.read(ledger, "x")
    assert problems == []


def _made(count: int) -> list[str]:
    """The addresses of `count` positions with nine indicators each."""
    pages = [
        f"kab-malang-{number // 2000:02}/dinas-kependudukan-{number // 40:04}/2024/"
        f"kepala-seksi-pelayanan-{number % 40:02}/"
        for number in range(count)
    ]
    ids = [f"#jumlah-dokumen-kependudukan-{number}" for number in range(9)]
    return sorted(page + id for page in pages for id in ["", *ids])


@pytest.mark.no_cover
def test_a_hundred_thousand_lines(agency: Settings) -> None:
    """They are not felt: reading and holding against them takes a fraction of a second."""
    ledger, _ = ledger_lines.read(_file(agency), "")
    ledger = ledger.with_moves(dict.fromkeys(_made(10_000), "kab-contoh/"))
    _file(agency).write_text(ledger.text(), "utf-8")
    started = time.process_time()
    assert publishing.check(agency).problems == []
    assert time.process_time() - started < 5
