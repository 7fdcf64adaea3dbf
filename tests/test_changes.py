"""What changed between two editions: no field of any model is overlooked."""

from typing import Any

import pytest
from conftest import edits
from hypothesis import given
from hypothesis import strategies as st

from generator.content import loading, marking, pairing
from generator.content.changes import IndicatorChange, JabatanChange, of_jabatan
from generator.content.facts import Change
from generator.content.marking import Piece, of_texts
from generator.formula.kinds.kind import Kind
from generator.model.documents import Jabatan
from generator.settings import Settings


def test_changed_words_are_marked() -> None:
    """Kept, removed and added words, in reading order; what was removed first."""
    assert of_texts("Jumlah surat masuk", "Jumlah surat yang masuk hari ini") == [
        Piece("tetap", "Jumlah surat"),
        Piece("tambah", "yang"),
        Piece("tetap", "masuk"),
        Piece("tambah", "hari ini"),
    ]
    assert of_texts("a lama b", "a baru b") == [
        Piece("tetap", "a"),
        Piece("hapus", "lama"),
        Piece("tambah", "baru"),
        Piece("tetap", "b"),
    ]
    assert of_texts("sama saja", "sama saja") == [Piece("tetap", "sama saja")]
    assert of_texts("", "baru") == [Piece("tambah", "baru")]
    assert of_texts("lama", "") == [Piece("hapus", "lama")]
    assert of_texts("", "") == []


def test_the_changed_part_of_very_long_texts_is_shown_whole() -> None:
    """Word by word only where somebody could read it; what both begin and end with is kept."""
    old, new = "a " * 1000, "a " * 1000 + "b"
    assert of_texts(old, new) == [Piece("tetap", old.strip()), Piece("tambah", "b")]
    old, new = f"a {'x y ' * 600}b", f"a {'y x ' * 600}b"
    assert of_texts(old, new) == [
        Piece("tetap", "a"),
        Piece("hapus", old[2:-2]),
        Piece("tambah", new[2:-2]),
        Piece("tetap", "b"),
    ]
    assert of_texts(old, old) == [Piece("tetap", old.strip())]


def test_a_reworded_item_is_one_item() -> None:
    """Lists are aligned before their words are."""
    assert marking.of_lists(["a b", "c", "e"], ["a x", "c"]) == [
        [Piece("tetap", "a"), Piece("hapus", "b"), Piece("tambah", "x")],
        [Piece("tetap", "c")],
        [Piece("hapus", "e")],
    ]


def test_an_item_put_on_top_moves_no_other() -> None:
    """Also where the next one was reworded at the same time."""
    old = ["Menyusun rencana kerja", "Melaksanakan rapat", "Menyimpan arsip"]
    new = ["Memimpin sekretariat", "Menyusun rencana kerja tahunan", *old[1:]]
    assert marking.of_lists(old, new) == [
        [Piece("tambah", "Memimpin sekretariat")],
        [Piece("tetap", "Menyusun rencana kerja"), Piece("tambah", "tahunan")],
        [Piece("tetap", "Melaksanakan rapat")],
        [Piece("tetap", "Menyimpan arsip")],
    ]


def test_an_item_that_moved_is_told_once() -> None:
    """Where it stands now; one of two of the same that is gone is removed."""
    assert marking.of_lists(["satu", "dua", "tiga"], ["tiga", "satu", "dua"]) == [
        [Piece("pindah", "tiga")],
        [Piece("tetap", "satu")],
        [Piece("tetap", "dua")],
    ]
    assert marking.of_lists(["tiga", "satu", "tiga"], ["satu", "tiga"]) == [
        [Piece("hapus", "tiga")],
        [Piece("tetap", "satu")],
        [Piece("tetap", "tiga")],
    ]


def test_other_blanks_are_a_change() -> None:
    """A text that differs is never told as the same."""
    assert of_texts("a  b", "a b") == [Piece("hapus", "a  b"), Piece("tambah", "a b")]


@given(
    st.lists(st.sampled_from(["a", "b c", "b d", "satu dua tiga", "satu dua"]), max_size=8),
    st.data(),
)
def test_nothing_of_a_list_is_lost(old: list[str], data: st.DataObject) -> None:
    """Whatever was and whatever is stands in the comparison, each as often as it was and is."""
    new = data.draw(st.permutations(old)) + data.draw(st.lists(st.sampled_from(["a", "x y"])))
    told = marking.of_lists(old, new)

    def side(*kinds: str) -> list[str]:
        texts = (" ".join(each.text for each in item if each.kind in kinds) for item in told)
        return [text for text in texts if text]

    assert side("tetap", "tambah", "pindah") == new
    assert sorted(side("tetap", "hapus", "pindah")) == sorted(old)


def test_what_is_whose_by_id_and_by_likeness() -> None:
    """The same id first; where the text went elsewhere, there; what is left keeps its id."""

    def found(old: dict[str, str], new: dict[str, str]) -> dict[str, str]:
        return pairing.pairs(old, new, lambda text: (text,), 90)

    assert found({"a": "Jumlah surat"}, {"a": "Waktu layanan"}) == {"a": "a"}
    assert found({"a": "Jumlah surat"}, {"b": "Jumlah surat"}) == {"a": "b"}
    assert found({"a": "Jumlah surat"}, {"b": "Jumlah cuti"}) == {}
    swapped = found({"a": "satu dua", "b": "tiga"}, {"a": "tiga", "b": "satu dua"})
    assert swapped == {"a": "b", "b": "a"}
    moved = found({"a": "Jumlah surat"}, {"a": "Waktu layanan", "b": "Jumlah surat"})
    assert moved == {"a": "b"}


def test_very_many_are_told_apart_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what has the same name is held against each other."""
    monkeypatch.setattr(pairing, "_MAX_PAIRS", 1)
    old = {f"a{n}": f"nama {n}\nisi yang sama" for n in range(3)}
    new = {f"b{n}": f"nama {n}\nisi yang sama" for n in range(3)}
    found = pairing.pairs(old, new, lambda text: (text,), 75)
    assert found == {"a0": "b0", "a1": "b1", "a2": "b2"}


def _positions(settings: Settings) -> list[Jabatan]:
    found = loading.load(settings.content, "content").content
    return [entry.document for entry in found.all_jabatan()]


def _differs(found: JabatanChange) -> bool:
    lists = [*found.tujuan, *found.tugas, *found.fungsi, *found.sasaran]
    pieces = [piece for diff in lists for piece in diff]
    return (
        bool(found.others)
        or any(piece.kind != "tetap" for piece in pieces)
        or any(each.kind != "tetap" for each in found.indikator)
    )


def _is_invalid_formula(document: Any) -> bool:
    """An edit may leave a formula that no file could hold; it need not be told."""
    try:
        for each in document.all_indikator():
            for one in each.lines():
                if one.rumus is not None:
                    one.rumus.line()
    except (AssertionError, AttributeError, TypeError):
        return True
    return False


@pytest.mark.long
def test_every_field_is_compared(settings: Settings) -> None:
    """Whatever single value of a position is edited, the comparison says that something changed;
    with no edit it says that nothing did."""
    seen = set()
    for document in _positions(settings):
        assert not _differs(of_jabatan(document, document))
        for way, edited in edits(document):
            names = tuple(step for step in way if isinstance(step, str))
            if _is_invalid_formula(edited):
                continue
            if names[-1] == "id" or (isinstance(way[-1], str) and names[-2:] == ("rumus", "jenis")):
                continue
            assert _differs(of_jabatan(document, edited)), way
            assert _differs(of_jabatan(edited, document)), way
            seen.add(names)
    assert ("sasaran", "indikator", "target", "2024-tw1") in seen
    assert ("sasaran", "indikator", "rumus", "variabel", "IPP") in seen
    assert ("sasaran", "indikator", "definisi_operasional", "butir", "penomoran") in seen
    assert ("penomoran", "tugas") in seen


def _of_indicator(settings: Settings, id: str, **update: object) -> IndicatorChange:
    """How an indicator of the example is compared with itself after an edit."""
    old = next(each for each in _positions(settings) if each.unit_kerja)
    goals = [
        sasaran.model_copy(
            update={
                "indikator": [
                    each.model_copy(update=update) if each.id == id else each
                    for each in sasaran.indikator
                ]
            }
        )
        for sasaran in old.sasaran
    ]
    found = of_jabatan(old, old.model_copy(update={"sasaran": goals}))
    return next(each for each in found.indikator if each.kind == "berubah")


@pytest.mark.parametrize(
    ("update", "label", "diff"),
    [
        ({"satuan": "%"}, "Satuan", [Piece("hapus", "persen"), Piece("tambah", "%")]),
        (
            {"polarisasi": "minimum"},
            "Polarisasi",
            [Piece("hapus", "maksimum"), Piece("tambah", "minimum")],
        ),
        (
            {"target": {"2024": "95", "2024-tw1": "85"}},
            "Target 2024",
            [Piece("hapus", "90"), Piece("tambah", "95")],
        ),
        ({"catatan": None}, "Catatan", [Piece("hapus", "Angka target kurang jelas.")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_field_is_told_by_its_name(
    settings: Settings, update: dict[str, object], label: str, diff: list[Piece]
) -> None:
    """Only what differs, under the words of its field."""
    (change,) = _of_indicator(settings, "surat-tepat-waktu", **update).others
    assert change.label == label
    assert change.items == [diff]


def test_the_line_of_a_formula_says_enough(settings: Settings) -> None:
    """What it shows is not told twice; what it does not show is told."""
    document = next(each for each in _positions(settings) if each.unit_kerja)
    share, index = (each.rumus for each in document.sasaran[0].indikator)
    assert isinstance(share, Kind)
    assert isinstance(index, Kind)
    other = share.model_copy(update={"penyebut": "Jumlah surat masuk"})
    assert _of_indicator(settings, "surat-tepat-waktu", rumus=other).others == []
    told = index.model_copy(update={"variabel": {**index.variabel, "IPP": "Indeks lain"}})
    assert _of_indicator(settings, "indeks", rumus=told).others == [
        Change(
            ("rumus", "variabel", "IPP"),
            [
                [
                    Piece("tetap", "Indeks"),
                    Piece("hapus", "Pelayanan Publik"),
                    Piece("tambah", "lain"),
                ]
            ],
        )
    ]


def test_an_indicator_that_moves_to_another_goal(settings: Settings) -> None:
    """It is told at the indicator; a goal that is only reworded is told among the goals."""
    old = next(each for each in _positions(settings) if each.unit_kerja)
    first, second = old.sasaran
    moved = [
        first.model_copy(update={"indikator": first.indikator[:1]}),
        second.model_copy(update={"indikator": [*second.indikator, first.indikator[1]]}),
    ]
    found = of_jabatan(old, old.model_copy(update={"sasaran": moved}))
    changed = [each for each in found.indikator if each.kind != "tetap"]
    assert [[change.label for change in each.others] for each in changed] == [["Sasaran"]]
    reworded = [first.model_copy(update={"uraian": "Pelayanan meningkat"}), second]
    found = of_jabatan(old, old.model_copy(update={"sasaran": reworded}))
    assert all(each.kind == "tetap" for each in found.indikator)
    assert any(piece.kind != "tetap" for diff in found.sasaran for piece in diff)
