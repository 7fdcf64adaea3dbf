"""What is in force where decrees amend one another: a table of cases."""

import posixpath
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from conftest import dokumen, jabatan, put
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator import paper
from generator.build import publishing
from generator.content import provinces
from generator.content.content import Content
from generator.content.public import public
from generator.pages import rendering
from generator.settings import Settings

KEY = ("kab-contoh", "dinas-contoh")


def _amends(edition: str, *more: str) -> list[str]:
    return [
        "perubahan:",
        "  jenis: perubahan",
        f"  atas: {edition}",
        *(f"  {each}" for each in more),
    ]


REVOKES = "mencabut: true"


def _removes(*slugs: str) -> list[str]:
    return ["menghapus:", *(f"  - {each}" for each in slugs)]


def _written(settings: Settings, editions: dict[str, tuple[list[str], str]]) -> Content:
    """Editions with the positions named by single letters; a capital is the indicators of the
    agency itself."""
    for edition, (lines, positions) in editions.items():
        files = {"dokumen.yml": dokumen(int(edition[:4]), *lines)}
        for number, slug in enumerate(positions, 1):
            more = ["jenis: IKU"] if slug.isupper() else []
            files[f"{slug.lower()}.yml"] = jabatan(f"JABATAN {slug}", number, *more)
        put(settings, {f"{edition}/{name}": text for name, text in files.items()})
    return publishing.check(settings).content


def _force(content: Content) -> str:
    """Each position in force with the end of its edition's name, in the order of the decree."""
    lists = [own for _, own in content.lists_in_force(KEY)]
    return " ".join(f"{each.slug}:{each.key[2]}" for own in lists for each in own)


CASES: dict[str, tuple[dict[str, tuple[list[str], str]], str]] = {
    "one edition": ({"2024": ([], "abc")}, "a:2024 b:2024 c:2024"),
    "an amendment changes one": (
        {"2024": ([], "abc"), "2024-p1": (_amends("2024"), "b")},
        "a:2024 b:2024-p1 c:2024",
    ),
    "an amendment adds one": (
        {"2024": ([], "ab"), "2024-p1": (_amends("2024"), "c")},
        "a:2024 b:2024 c:2024-p1",
    ),
    "an amendment removes one": (
        {"2024": ([], "abc"), "2024-p1": (_amends("2024", *_removes("b")), "c")},
        "a:2024 c:2024-p1",
    ),
    "an amendment only removes": (
        {"2024": ([], "ab"), "2024-p1": (_amends("2024", *_removes("a")), "")},
        "b:2024",
    ),
    "a second amendment of the first": (
        {
            "2024": ([], "abc"),
            "2024-p1": (_amends("2024"), "a"),
            "2024-p2": (_amends("2024-p1"), "b"),
        },
        "a:2024-p1 b:2024-p2 c:2024",
    ),
    "a second amendment of the decree itself keeps what the first changed": (
        {
            "2024": ([], "abc"),
            "2024-p1": (_amends("2024"), "a"),
            "2024-p2": (_amends("2024"), "b"),
        },
        "a:2024-p1 b:2024-p2 c:2024",
    ),
    "what one amendment removed another brings back": (
        {
            "2024": ([], "ab"),
            "2024-p1": (_amends("2024", *_removes("a")), "b"),
            "2024-p2": (_amends("2024-p1"), "a"),
        },
        "b:2024-p1 a:2024-p2",
    ),
    "a revoked amendment falls away": (
        {
            "2024": ([], "ab"),
            "2024-p1": (_amends("2024"), "a"),
            "2024-p2": (_amends("2024-p1", REVOKES), "ab"),
            "2024-p3": (_amends("2024-p2"), "b"),
        },
        "a:2024-p2 b:2024-p3",
    ),
    "an amendment that revokes stands alone": (
        {"2024": ([], "abc"), "2025": (_amends("2024", REVOKES), "a")},
        "a:2025",
    ),
    "a full new edition after amendments": (
        {
            "2024": ([], "abc"),
            "2024-p1": (_amends("2024"), "a"),
            "2025": ([], "bc"),
        },
        "b:2025 c:2025",
    ),
    "an amendment over the years": (
        {"2021": ([], "ab"), "2023-p1": (_amends("2021"), "b")},
        "a:2021 b:2023-p1",
    ),
    "a draft amendment changes nothing yet": (
        {"2024": ([], "ab"), "2024-p1": ([*_amends("2024"), "status: draf"], "a")},
        "a:2024 b:2024",
    ),
    "an amendment of a draft": (
        {
            "2023": ([], "ab"),
            "2024": ([*_amends("2023"), "status: draf"], "a"),
            "2025": (_amends("2024"), "b"),
        },
        "a:2023 b:2025",
    ),
    "a draft amends a draft": (
        {
            "2024": (["status: draf"], "ab"),
            "2024-p1": ([*_amends("2024"), "status: draf"], "a"),
        },
        "",
    ),
    "an old decree is amended after a new one": (
        {
            "2024": (["tanggal_ditetapkan: 2024-01-02"], "ab"),
            "2025": (["tanggal_ditetapkan: 2024-12-02"], "abc"),
            "2024-p1": ([*_amends("2024"), "tanggal_ditetapkan: 2025-02-03"], "a"),
        },
        "a:2025 b:2025 c:2025",
    ),
    "a later beginning does not change the order": (
        {
            "2024": (["tanggal_ditetapkan: 2024-01-02"], "ab"),
            "2024-p1": (
                [*_amends("2024"), "tanggal_ditetapkan: 2024-06-01", "mulai_berlaku: 2025-01-01"],
                "a",
            ),
        },
        "a:2024-p1 b:2024",
    ),
    "the indicators of the agency, amended": (
        {"2024": ([], "Xa"), "2024-p1": (_amends("2024"), "X")},
        "x:2024-p1 a:2024",
    ),
    "a revoked decree": (
        {"2023": ([], "a"), "2024": (["status: dicabut"], "b")},
        "a:2023",
    ),
    "an amendment that says it was revoked": (
        {
            "2024": ([], "ab"),
            "2024-p1": ([*_amends("2024"), "status: dicabut"], "a"),
            "2024-p2": (_amends("2024"), "b"),
        },
        "a:2024 b:2024-p2",
    ),
    "with a decree that says it was revoked its amendments are": (
        {
            "2023": ([], "a"),
            "2024": (["status: dicabut"], "ab"),
            "2024-p1": (_amends("2024"), "b"),
        },
        "a:2023",
    ),
    "all is revoked": ({"2024": (["status: dicabut"], "a")}, "a:2024"),
    "only a draft": ({"2024": (["status: draf"], "a")}, ""),
}


@pytest.mark.parametrize(("editions", "force"), CASES.values(), ids=CASES)
def test_what_is_in_force(
    bare: Settings, editions: dict[str, tuple[list[str], str]], force: str
) -> None:
    """The decree with the changed positions over it."""
    assert _force(_written(bare, editions)) == force


def test_a_draft_is_built_on_a_draft(bare: Settings) -> None:
    """Those who write an amendment of what is itself not decided yet see the whole of both."""
    content = _written(
        bare,
        {
            "2024": (["status: draf"], "abc"),
            "2024-p1": ([*_amends("2024", *_removes("c")), "status: draf"], "a"),
        },
    )
    whole = content.whole((*KEY, "2024-p1"))
    assert {slug: each.key[2] for slug, each in whole.items()} == {"a": "2024-p1", "b": "2024"}
    assert publishing.check(bare).problems == []


def test_the_address_without_an_edition_agrees_with_the_agency(bare: Settings) -> None:
    """What is in force is one thing, whoever asks."""
    content = _written(bare, CASES["an old decree is amended after a new one"][0])
    assert {each.slug: each.key[2] for each in content.all_in_force()} == {
        "a": "2025",
        "b": "2025",
        "c": "2025",
    }


def _of(kind: str, *more: str) -> list[str]:
    """The lines of a decree of another kind."""
    return [f"jenis: {kind}", *more]


KINDS: dict[str, tuple[dict[str, tuple[list[str], str]], str]] = {
    "a decree and its attachment": ({"2023": ([], "ab"), "2024": ([], "ab")}, "2024:ab"),
    "a decree whose attachment is not there yet": (
        {"2023": ([], "ab"), "2024": ([], "")},
        "2023:ab",
    ),
    "one of those revokes": (
        {"2023": ([], "ab"), "2024": (_amends("2023", REVOKES), "")},
        "",
    ),
    "the agency's own indicators in a decree of their own": (
        {"2024": ([], "ab"), "2025": (_of("IKU"), "X")},
        "2025:x 2024:ab",
    ),
    "a decree of both after one of each": (
        {"2023": ([], "ab"), "2024": (_of("IKU"), "X"), "2025": (_of("gabungan"), "Xa")},
        "2025:xa",
    ),
    "one of positions after a decree of both": (
        {"2024": (_of("gabungan"), "Xab"), "2025": ([], "a")},
        "2025:a 2024:x",
    ),
    "a decree of both that leaves the agency out": (
        {"2024": (_of("gabungan"), "Xab"), "2025": (_of("gabungan"), "a")},
        "2025:a",
    ),
    "a plan and an agreement": (
        {"2024": ([], "ab"), "2025": (_of("Renstra"), "X"), "2025-pk": (_of("PK"), "a")},
        "2025-pk:a 2025:x 2024:ab",
    ),
    "an amendment is listed as a whole": (
        {"2024": ([], "Xab"), "2024-p1": (_amends("2024"), "b")},
        "2024-p1:xab",
    ),
    "all is revoked": (
        {"2023": (["status: dicabut"], "ab"), "2024": (["status: dicabut"], "a")},
        "2024:a",
    ),
}


@pytest.mark.parametrize(("editions", "lists"), KINDS.values(), ids=KINDS)
def test_what_an_agency_lists(
    bare: Settings, editions: dict[str, tuple[list[str], str]], lists: str
) -> None:
    """One list for each kind of decree: a plan hides no positions."""
    found = _written(bare, editions).lists_in_force(KEY)
    assert " ".join(f"{of.slug}:{''.join(each.slug for each in own)}" for of, own in found) == lists


@pytest.mark.long
def test_each_list_of_an_agency_has_its_heading(bare: Settings) -> None:
    """And its place on the line of time."""
    page = _page(_written(bare, {"2024": ([], "ab"), "2025": (_of("IKU"), "X")}), bare, "")
    headings = [each for each in page.splitlines() if each.startswith("## ")]
    assert headings[-2:] == [
        "## Indikator kinerja utama edisi 2025 {#_jabatan}",
        "## Jabatan edisi 2024 {#_jabatan-2}",
    ]
    assert page.count('class="kini"') == 2


def _page(content: Content, settings: Settings, address: str) -> str:
    files = {each.address: each.text for each in rendering.render(content, settings)}
    return files["/".join(filter(None, ("kab-contoh/dinas-contoh", address, "index.md")))]


AMENDED = {
    "2024": ([], "abc"),
    "2024-p1": (_amends("2024", *_removes("c")), "bd"),
}


@pytest.mark.long
@pytest.mark.parametrize(
    ("position", "said"),
    [
        ("a", []),
        ("b", ['Jabatan ini diubah oleh <a href="../../2024-p1/b/">edisi 2024-p1</a>.']),
        ("c", ['Jabatan ini dihapus oleh <a href="../../2024-p1/">edisi 2024-p1</a>.']),
    ],
)
def test_what_became_of_a_position(bare: Settings, position: str, said: list[str]) -> None:
    """Only what was changed says so."""
    page = _page(_written(bare, AMENDED), bare, f"2024/{position}")
    found = [each.partition(">")[2] for each in page.splitlines() if "pengganti" in each]
    assert [each.removesuffix("</p>") for each in found] == said


@pytest.mark.long
def test_a_revoked_edition_says_so_on_every_page(bare: Settings) -> None:
    """Also on those of its amendments, and once."""
    content = _written(
        bare,
        {
            "2024": ([], "ab"),
            "2024-p1": (_amends("2024"), "a"),
            "2025": (_amends("2024", REVOKES), "a"),
        },
    )
    for address, there in (("2024/a", "2025/a"), ("2024/b", "2025"), ("2024-p1/a", "2025/a")):
        page = _page(content, bare, address)
        assert page.count("Edisi ini dicabut oleh") == 1
        assert f'dicabut oleh <a href="../../{there}/">edisi 2025</a>' in page


@pytest.mark.long
def test_the_page_of_an_amendment(bare: Settings) -> None:
    """What it changes, adds and removes, and what it leaves as it was."""
    page = _page(_written(bare, AMENDED), bare, "2024-p1")
    parts, _, whole = page.partition("## Susunan")[2].partition("Susunan sesudah perubahan ini")
    assert 'tetap menurut <a href="../2024/">edisi 2024</a>' in parts
    changed, _, rest = parts.partition("Jabatan yang ditambah")
    added, _, removed = rest.partition("Jabatan yang dihapus")
    assert ('"b/"' in changed, '"d/"' in added, '"../2024/c/"' in removed) == (True, True, True)
    assert '"../2024/a/"' not in parts
    assert '<a href="../2024/a/">' in whole
    assert "edisi 2024</span>" in whole


@pytest.mark.long
def test_the_agency_lists_the_whole(bare: Settings) -> None:
    """Each position leads to the newest edition that has it."""
    page = _page(_written(bare, AMENDED), bare, "").partition("## Jabatan")[2]
    assert [page.find(f'"{each}/"') > 0 for each in ("2024/a", "2024-p1/b", "2024-p1/d")] == [
        True
    ] * 3
    assert "2024/c" not in page
    assert page.count("· edisi 2024<") == 1


def test_the_address_without_an_edition(bare: Settings) -> None:
    """It leads to the newest edition that has the position, one that was removed to the last."""
    content = _written(bare, AMENDED)
    leads = {each.slug: each.key[2] for each in content.all_in_force()}
    assert leads == {"a": "2024", "b": "2024-p1", "c": "2024", "d": "2024-p1"}


def test_the_positions_before_and_after(bare: Settings) -> None:
    """Those of the same decree; the indicators of the agency have none."""
    content = _written(bare, {"2024": ([], "Xabc")})
    whole = content.whole((*KEY, "2024"))
    around = {
        slug: tuple(each.slug if each else None for each in content.neighbours(entry))
        for slug, entry in whole.items()
    }
    assert around == {
        "x": (None, None),
        "a": (None, "b"),
        "b": ("a", "c"),
        "c": ("b", None),
    }


@pytest.mark.long
def test_a_superior_in_the_base(bare: Settings) -> None:
    """Above a position of the amendment stands one that it left as it was."""
    put(
        bare,
        {
            "2024/dokumen.yml": dokumen(2024),
            "2024/a.yml": jabatan("KEPALA", 1),
            "2024-p1/dokumen.yml": dokumen(2024, *_amends("2024")),
            "2024-p1/b.yml": jabatan("STAF", 1, "atasan: a"),
        },
    )
    checked = publishing.check(bare)
    assert checked.problems == []
    assert '<a href="../../2024/a/">Kepala</a>' in _page(checked.content, bare, "2024-p1/b")


@pytest.mark.long
def test_compared_with_the_newest_earlier_edition_that_has_it(bare: Settings) -> None:
    """Whatever editions lie between."""
    content = _written(
        bare,
        {
            "2021": ([], "ab"),
            "2022": ([], "a"),
            "2023": (["status: draf"], "b"),
            "2024": ([], "ab"),
        },
    )
    addresses = {each.address for each in rendering.render(content, bare)}
    compared = {each.split("dinas-contoh/")[1] for each in addresses if "bandingkan/edisi" in each}
    assert compared == {
        "2021/2022/index.md",
        "2022/2024/index.md",
        "a/2021/2022/index.md",
        "a/2022/2024/index.md",
        "b/2021/2024/index.md",
    }


@pytest.mark.long
def test_a_draft_has_pages_where_it_is_asked_for(bare: Settings) -> None:
    """In the preview and in a build of drafts, marked; in no other place."""
    content = _written(bare, {"2061": ([], "a"), "2062": (["status: draf"], "ab")})
    published = {each.address: each.data for each in rendering.render(content, bare)}
    assert not any("2062" in address for address in published)
    assert not any(b"2062" in data for data in published.values())
    drafts = replace(bare, drafts=True)
    shown: dict[str, Any] = {each.address: each.text for each in rendering.render(content, drafts)}
    assert (
        '<b class="naskah-keadaan">Draf, belum ditetapkan</b>'
        in shown["kab-contoh/dinas-contoh/2062/b/index.md"]
    )
    assert "kab-contoh/dinas-contoh/b/index.html" not in shown


@pytest.mark.long
@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["status: berlaku"], "Berlaku menurut naskah, belum dipastikan"),
        (["status: berlaku", "diperiksa: 2024-06-30"], "Berlaku per 30 Juni 2024"),
        (["status: belum-dipastikan"], "Belum dipastikan masih berlaku"),
        (["status: dicabut", "diperiksa: 2024-06-30"], "Dicabut, diperiksa 30 Juni 2024"),
        (["status: diubah"], "Diubah"),
    ],
)
def test_what_is_known_of_the_force(bare: Settings, lines: list[str], said: str) -> None:
    """No page says that a decree is in force without the day of the check."""
    put(bare, {"2024/dokumen.yml": dokumen(2024, *lines), "2024/a.yml": jabatan("A", 1)})
    content = publishing.check(bare).content
    assert f">Status</dt><dd>{said}</dd>" in _page(content, bare, "2024")
    assert f"{said}</" in _page(content, bare, "2024/a").partition("naskah")[2].partition("\n")[0]


@pytest.mark.parametrize(
    ("newer", "warned"),
    [
        ([], True),
        (["status: belum-dipastikan"], False),
        (_amends("2024"), False),
        (_amends("2024", REVOKES), False),
    ],
)
def test_two_decrees_for_one_year(bare: Settings, newer: list[str], warned: bool) -> None:
    """A warning, unless the newer says what it does to the older."""
    put(
        bare,
        {
            "2024/dokumen.yml": dokumen(2024),
            "2024/a.yml": jabatan("A", 1),
            "2024-b/dokumen.yml": dokumen(2024, *newer),
            "2024-b/a.yml": jabatan("A", 1),
        },
    )
    found = [each.message for each in publishing.check(bare).problems]
    assert found == (
        [
            'edisi "2024" juga berlaku untuk masa ini. Bila edisi ini mengubah atau mencabutnya, '
            'tulis di "perubahan"; bila tidak, periksa status keduanya.'
        ]
        if warned
        else []
    )


@pytest.mark.long
def test_what_was_revoked_claims_no_year(bare: Settings) -> None:
    """With a decree its amendments are revoked, and each page of them says so."""
    content = _written(
        bare,
        {
            "2024": ([], "ab"),
            "2024-p1": (_amends("2024"), "a"),
            "2024-z": (_amends("2024", REVOKES), "ab"),
        },
    )
    assert publishing.check(bare).problems == []
    for edition in ("2024", "2024-p1"):
        page = _page(content, bare, edition)
        assert 'Dicabut oleh <a href="../2024-z/">edisi 2024-z</a>' in page
        assert ">Status</dt><dd>Dicabut</dd>" in page
        assert "<li>dicabut</li>" in page
    assert "Berlaku menurut naskah" in _page(content, bare, "2024-z")


def test_what_was_removed_is_gone(bare: Settings) -> None:
    """A later amendment can neither remove it again nor put anybody under it."""
    put(
        bare,
        {
            "2024/dokumen.yml": dokumen(2024),
            **{f"2024/{each}.yml": jabatan(each, number) for number, each in enumerate("abc", 1)},
            "2024-p1/dokumen.yml": dokumen(2024, *_amends("2024", *_removes("c"))),
            "2024-p1/a.yml": jabatan("a", 1),
            "2024-p2/dokumen.yml": dokumen(2024, *_amends("2024", *_removes("c"))),
            "2024-p2/b.yml": jabatan("b", 1),
            "2024-p3/dokumen.yml": dokumen(2024, *_amends("2024")),
            "2024-p3/d.yml": jabatan("d", 1, "atasan: c"),
        },
    )
    assert [
        (each.path.split("/")[-1], each.message) for each in publishing.check(bare).problems
    ] == [
        ("dokumen.yml", 'jabatan "c" tidak ada dalam edisi yang diubah. Hapus baris ini.'),
        (
            "d.yml",
            'berkas "c.yml" tidak ada dalam edisi ini. Pilihan: a, b; bila atasannya tidak dimuat, '
            "hapus baris ini.",
        ),
    ]


@pytest.mark.long
def test_an_amendment_of_what_the_site_lacks(bare: Settings) -> None:
    """Its few positions are not taken for all of the agency; one that revokes has all."""
    named = ["perubahan:", "  jenis: perubahan", "  atas_naskah: Keputusan Nomor 3 Tahun 2020"]
    lacking = "Naskah yang diubahnya belum dimuat di situs ini."
    page = _page(_written(bare, {"2024": (named, "a")}), bare, "2024")
    assert "Mengubah Keputusan Nomor 3 Tahun 2020" in page
    assert lacking in page
    page = _page(_written(bare, {"2024": ([*named, f"  {REVOKES}"], "a")}), bare, "2024")
    assert "Mencabut Keputusan Nomor 3 Tahun 2020" in page
    assert lacking not in page


@pytest.mark.long
def test_an_amendment_without_its_attachment(bare: Settings) -> None:
    """Its page does not speak of what is named below, where nothing is."""
    page = _page(
        _written(bare, {"2024": ([], "a"), "2024-p1": (_amends("2024"), "")}), bare, "2024-p1"
    )
    assert "Lampiran naskah ini, yang memuat jabatan dan indikatornya, belum dimuat." in page
    assert "yang disebut di bawah" not in page
    removing = {"2024": ([], "ab"), "2024-p1": (_amends("2024", *_removes("a")), "")}
    page = _page(_written(bare, removing), bare, "2024-p1")
    assert "belum dimuat" not in page


@pytest.mark.parametrize(
    ("newer", "place"),
    [(_amends("2023"), 8), (["bagian_dari: kab-contoh/dinas-contoh/2023"], 6)],
)
@pytest.mark.parametrize("is_draft", [True, False])
def test_a_draft_is_named_by_drafts_only(
    bare: Settings, newer: list[str], place: int, is_draft: bool
) -> None:
    """What is published cannot lead to what is not."""
    status = "status: draf" if is_draft else "status: berlaku"
    put(
        bare,
        {
            "2023/dokumen.yml": dokumen(2023, "status: draf"),
            "2023/a.yml": jabatan("A", 1),
            "2024/dokumen.yml": dokumen(2024, status, *newer),
            "2024/a.yml": jabatan("A", 1),
        },
    )
    problems = publishing.check(bare).problems
    message = (
        "naskah ini masih draf, jadi halaman edisi ini tidak dapat merujuknya. "
        "Periksa status keduanya."
    )
    assert [(each.message, each.line) for each in problems] == (
        [] if is_draft else [(message, place)]
    )


def test_the_provinces_are_thirty_eight() -> None:
    """Each of one name; those of Papua as the ministry numbers them, not as BPS does."""
    assert len(set(provinces.NAMES.values())) == len(provinces.NAMES) == 38
    assert [provinces.province(f"9{n}.01") for n in range(1, 7)] == [
        "Papua",
        "Papua Barat",
        "Papua Selatan",
        "Papua Tengah",
        "Papua Pegunungan",
        "Papua Barat Daya",
    ]
    assert [provinces.province(code) for code in ("35.07", "35", "99.01", None)] == [
        "Jawa Timur",
        "Jawa Timur",
        "",
        "",
    ]


@pytest.mark.long
def test_pemda_stand_under_their_province(settings: Settings) -> None:
    """Where there are several; one without a code at the end."""
    for slug, code in (("kota-lain", "kode_wilayah: '12.71'\n"), ("lembaga-x", "")):
        folder = settings.content / slug
        folder.mkdir()
        (folder / "pemda.yml").write_text(f"nama: {slug}\njenis: kota\n{code}", "utf-8")
    checked = publishing.check(settings)
    files = {each.address: each.text for each in rendering.render(checked.content, settings)}
    assert len(provinces.NAMES) == 38
    headings = [each for each in files["index.md"].splitlines() if each.startswith("### ")]
    assert headings == ["### Jawa Timur", "### Sumatera Utara", "### Lainnya"]


NAMES = ("2022", "2023", "2023-p", "2024", "2024-p1", "2024-p2", "2025")
STATUSES = ("berlaku", "berlaku", "draf", "dicabut", "belum-dipastikan")


@st.composite
def _families(draw: st.DrawFn) -> dict[str, dict[str, str]]:
    """Editions that amend and revoke one another, each with its files."""
    names = sorted(draw(st.sets(st.sampled_from(NAMES), min_size=1, max_size=5)))
    found: dict[str, dict[str, str]] = {}
    drafts: set[str] = set()
    known: set[str] = set()
    for number, name in enumerate(names):
        own = sorted(draw(st.sets(st.sampled_from("abc"))))
        amended = draw(st.sampled_from(["", *names[:number]]))
        status = "draf" if amended in drafts else draw(st.sampled_from(STATUSES))
        drafts |= {name} if status == "draf" else set()
        lines = [f"status: {status}"]
        if amended:
            gone = sorted(known - set(own))[: draw(st.integers(0, 1))]
            revokes = [REVOKES] if draw(st.integers(0, 3)) == 0 else []
            lines += _amends(amended, *(revokes or (_removes(*gone) if gone else [])))
        known |= set(own)
        above = {
            each: draw(st.sampled_from(["", *sorted(o for o in known if o < each)])) for each in own
        }
        found[name] = {
            f"{slug}.yml": jabatan(f"JABATAN {slug}", place, *([f"atasan: {up}"] if up else []))
            for place, (slug, up) in enumerate(above.items(), 1)
        } | {"dokumen.yml": dokumen(int(name[:4]), *lines)}
    return found


@pytest.mark.long
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_families())
def test_whatever_amends_whatever(bare: Settings, editions: dict[str, dict[str, str]]) -> None:
    """What the check passes is built, drafts and all; no link leads nowhere; what an agency lists
    is where the address without an edition leads."""
    folder = bare.content.joinpath(*KEY)
    for each in folder.iterdir():
        if each.is_dir():
            shutil.rmtree(each)
    put(
        bare, {f"{name}/{each}": text for name, of in editions.items() for each, text in of.items()}
    )
    checked = publishing.check(bare)
    assume(not checked.mistakes)
    content = public(checked.content, bare.iki)
    leads = {each.slug: each for each in content.in_force(KEY)}
    for _, own in content.lists_in_force(KEY):
        assert [leads[each.slug].key for each in own] == [each.key for each in own]
    for drafts in (False, True):
        shown = replace(bare, drafts=drafts)
        files = {each.address: each.data for each in rendering.render(checked.content, shown)}
        files |= dict.fromkeys(paper.names(checked.content, shown), b"")
        assert list(_leading_nowhere(files)) == []


def _leading_nowhere(files: dict[str, bytes]) -> Iterator[str]:
    folders = {address.rpartition("index.")[0] for address in files}
    for address, data in files.items():
        for way in re.findall(rb'href="([^":#]+)', data) if address.endswith(".md") else ():
            here = address.rpartition("/")[0]
            there = posixpath.normpath(posixpath.join("/", here, way.decode()))[1:]
            if there and there not in files and f"{there}/" not in folders:
                yield f"{address}: {there}"
