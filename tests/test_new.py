"""`iki new`: a file that explains itself, and never one over another."""

import io
from pathlib import Path
from typing import Any

import pytest

from generator.commands import cli
from generator.model.formatting import formatted
from generator.model.schema import MODELS
from generator.source.reading import parse

AGENCY = "kab-contoh/dinas-contoh"


@pytest.fixture
def project(example: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example as the folder one stands in, with nobody at a terminal."""
    monkeypatch.chdir(example)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return example


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _at_terminal(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    monkeypatch.setattr("sys.stdin", _Terminal("".join(f"{each}\n" for each in answers)))
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda prompt="": input(prompt))


def _value(path: Path) -> Any:
    source, problems = parse(path.read_text("utf-8"), path.name)
    assert source is not None, problems
    return source.value


NEW = {
    "kab-baru/pemda.yml": ["pemda", "kab-baru", "--nama", "Kabupaten Baru", "--jenis", "kabupaten"],
    f"{AGENCY}-dua/instansi.yml": [
        *("instansi", f"{AGENCY}-dua", "--nama", "Dinas: Dua", "--jenis", "dinas")
    ],
    f"{AGENCY}/2026/dokumen.yml": [
        *("edisi", f"{AGENCY}/2026", "--jenis", "IKI", "--judul", "SK", "--tentang", "IKI")
    ],
    f"{AGENCY}/2024/arsiparis.yml": [
        *("jabatan", f"content/{AGENCY}/2024/arsiparis", "--nama", "ARSIPARIS")
    ],
}


@pytest.mark.parametrize("path", NEW)
def test_something_new(project: Path, capsys: pytest.CaptureFixture[str], path: str) -> None:
    """What was given stands in it; each field is explained; an editor finds the schema; a second
    time it is refused, and nothing changes."""
    assert cli.main(["new", *NEW[path]]) == 0
    assert capsys.readouterr().out == f"content/{path}\n"
    file = project / "content" / path
    text = file.read_text("utf-8")
    head = text.partition("\n")[0]
    schema = (file.parent / head.partition("$schema=")[2]).resolve()
    assert schema == (project / "schema" / schema.name).resolve()
    assert schema.name.partition(".")[0] in (Path(path).stem, "jabatan")
    given = NEW[path][3::2]
    assert set(given) <= set(map(str, _value(file).values()))
    assert "misalnya" in text
    assert cli.main(["new", *NEW[path]]) == 2
    assert "sudah ada; tidak ditimpa." in capsys.readouterr().err
    assert file.read_text("utf-8") == text


@pytest.mark.long
def test_what_is_new_is_good_or_asks_to_be_filled_in(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pemda, an instansi and an edisi pass at once; a position says what is still empty."""
    for command in NEW.values():
        assert cli.main(["new", *command]) == 0
    capsys.readouterr()
    assert cli.main(["check"]) == 1
    told = [each for each in capsys.readouterr().out.splitlines() if ": galat: " in each]
    assert {each.partition(":")[0] for each in told} == {f"content/{AGENCY}/2024/arsiparis.yml"}
    assert all("masih kosong" in each for each in told), told


def test_a_new_position_that_is_filled_in(project: Path) -> None:
    """Formatted, it has an id; no comment of the template is lost; its number is the next."""
    assert cli.main(["new", *NEW[f"{AGENCY}/2024/arsiparis.yml"]]) == 0
    text = (project / "content" / AGENCY / "2024/arsiparis.yml").read_text("utf-8")
    for name, value in (("nama", "Jumlah arsip"), ("rumus", "Jumlah arsip"), ("uraian", "Tertib")):
        text = text.replace(f" {name}:\n", f" {name}: {value}\n")
    text = text.replace("          -\n", "          - Buku arsip\n")
    new, problems = formatted(text, "a.yml", MODELS["jabatan"])
    assert new is not None, problems
    source, _ = parse(new, "a.yml")
    assert source is not None
    assert source.value["urutan"] == "3"
    assert "      - id: jumlah-arsip\n" in new
    assert len(source.comments) == text.count("#") - text.count("slug#n") - text.count("dinas#")


@pytest.mark.long
def test_an_edition_from_an_earlier_one(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its positions byte for byte; of the decree, what is the old one's is to be filled in."""
    assert cli.main(["new", "edisi", f"{AGENCY}/2025", "--dari", "2024"]) == 0
    old, new = (project / "content" / AGENCY / year for year in ("2024", "2025"))
    names = sorted(path.name for path in old.iterdir())
    assert sorted(path.name for path in new.iterdir()) == names
    for name in set(names) - {"dokumen.yml"}:
        assert (new / name).read_bytes() == (old / name).read_bytes()
    before, after = _value(old / "dokumen.yml"), _value(new / "dokumen.yml")
    assert (after["tahun"], after["status"]) == ("2025", "draf")
    assert [after[each] for each in ("nomor", "judul", "tanggal_ditetapkan")] == ["", "", ""]
    assert set(after["berkas_sumber"].values()) == {""}
    assert after["menimbang"] == before["menimbang"]
    capsys.readouterr()
    assert cli.main(["check", f"content/{AGENCY}/2025"]) == 1
    assert all("masih kosong" in each for each in capsys.readouterr().out.splitlines())


def test_an_edition_from_one_with_long_texts(project: Path) -> None:
    """A value over several lines goes whole."""
    file = project / "content" / AGENCY / "2024/dokumen.yml"
    text = file.read_text("utf-8")
    text = text.replace("judul: KEPUTUSAN ", "judul: >-\n  KEPUTUSAN\n  ").replace(
        "nomor: 188/09/2024", "nomor: 188/\n  09/2024  # dari stempel"
    )
    file.write_text(text, "utf-8")
    assert cli.main(["new", "edisi", f"{AGENCY}/2025", "--dari", "2024"]) == 0
    new = (project / "content" / AGENCY / "2025/dokumen.yml").read_text("utf-8")
    assert "judul:\nnaskah: Keputusan\nnomor:  # dari stempel\n" in new


def test_an_amendment(project: Path) -> None:
    """Only its decree, which says what it amends."""
    command = ["new", "edisi", f"{AGENCY}/2024-perubahan-1", "--perubahan", "2024"]
    assert cli.main([*command, "--jenis", "IKI", "--judul", "SK", "--tentang", "IKI"]) == 0
    (file,) = (project / "content" / AGENCY / "2024-perubahan-1").iterdir()
    assert _value(file)["perubahan"] == {"jenis": "perubahan", "atas": "2024"}
    assert cli.main(["check"]) == 0


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["pemda", "Kab_Baru"], 'Ganti misalnya menjadi "kab-baru".'),
        (["pemda", "kab-baru/dinas"], 'alamat pemda ditulis pemda, bukan "kab-baru/dinas".'),
        (["pemda", "../kab"], "alamat pemda ditulis pemda"),
        (["pemda"], "ALAMAT belum ditulis."),
        (["pemda", "kab-baru"], "--nama belum ditulis."),
        (["pemda", "kab-baru", "--nama", "A", "--jenis", "kab"], 'jenis "kab" tidak dikenal.'),
        (["instansi", "kab-x/dinas"], "Buat dahulu: `iki new pemda kab-x`."),
        (["edisi", f"{AGENCY}/24"], "nama folder edisi diawali tahun"),
        (["edisi", f"{AGENCY}/2025", "--dari", "2020"], 'edisi "2020" tidak ada'),
        (["edisi", f"{AGENCY}/2025", "--dari", "../.."], 'edisi "../.." tidak ada'),
        (["edisi", f"{AGENCY}/2025", "--dari", "2024", "--perubahan", "2024"], "tidak dipakai"),
        (["jabatan", f"{AGENCY}/2024/a", "--nama", "A", "--urutan", "x"], "harus bilangan bulat"),
        (["jabtan"], "Maksudnya `iki new jabatan`?"),
    ],
)
def test_what_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str], command: list[str], said: str
) -> None:
    """One sentence, 2, and not a file."""
    before = sorted(project.rglob("*"))
    assert cli.main(["new", *command]) == 2
    assert said in capsys.readouterr().err
    assert sorted(project.rglob("*")) == before


def test_a_copy_of_what_cannot_be_read(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "content" / AGENCY / "2024/dokumen.yml").write_text("judul: [\n", "utf-8")
    assert cli.main(["new", "edisi", f"{AGENCY}/2025", "--dari", "2024"]) == 2
    assert "dokumen.yml:1:" in capsys.readouterr().out
    assert not (project / "content" / AGENCY / "2025").exists()


def test_questions_at_a_terminal(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What no option says is asked for, with its explanation; a choice until it is one."""
    _at_terminal(monkeypatch, "kab-baru", "Kabupaten Baru", "kab", "kabupaten")
    assert cli.main(["new", "pemda"]) == 0
    told = capsys.readouterr()
    assert "Nama resmi, misalnya Kabupaten Malang." in told.out
    assert "Pilihan: provinsi, kabupaten, kota, lembaga." in told.out
    assert '"kab" bukan pilihan.' in told.err
    expected = {"nama": "Kabupaten Baru", "jenis": "kabupaten"}
    assert _value(project / "content/kab-baru/pemda.yml") == expected


def test_a_site_with_an_address_publishes_its_schemas(project: Path) -> None:
    """An editor in a browser takes them from there."""
    config = project / "site_config.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("iki-terbuka.example", "iki.kotaanda.go.id"), "utf-8")
    assert cli.main(["new", *NEW["kab-baru/pemda.yml"]]) == 0
    head = (project / "content/kab-baru/pemda.yml").read_text("utf-8").partition("\n")[0]
    assert head.endswith("$schema=https://iki.kotaanda.go.id/data/schema/pemda.schema.json")
