"""Files of LibreOffice are read as they print."""

from pathlib import Path

import pytest
from as_read import cells, one_line, texts
from made_files import (
    odf,
)

from generator.importing.blocks import Fraction, Paragraph, Root, Sum
from generator.importing.readers import read

_LISTS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="a" style:num-suffix="."/><text:list-level-style-bullet text:level="2" '
    'text:bullet-char="-"/></text:list-style>'
)


def item(text: str, more: str = "") -> str:
    return f"<text:list-item><text:p>{text}</text:p>{more}</text:list-item>"


def test_a_text_of_libreoffice_is_read_with_its_lists_and_equations(tmp_path: Path) -> None:
    math = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mfrac><mtext>A</mtext>'
        "<mrow><mi>B</mi><mo>+</mo><mn>1</mn></mrow></mfrac><mo>×</mo><mn>100</mn></mrow>"
        "<annotation>{A} over {B}</annotation></semantics></math>"
    )
    inner = f"<text:list>{item('dalam')}</text:list>"
    frame = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    body = (
        "<text:tracked-changes><text:p>lama</text:p></text:tracked-changes>"
        "<text:h>JUDUL</text:h><text:p>Jabatan<text:tab/>:<text:s text:c='2'/>Camat"
        "<text:line-break/>baris</text:p>"
        f'<text:list text:style-name="L">{item("satu", inner)}'
        f"{item('dua')}</text:list><text:p>sela</text:p>"
        f'<text:list text:style-name="L" text:continue-numbering="true">{item("tiga")}</text:list>'
        f"<text:p>{frame} %</text:p>"
        "<text:p>Kotak<draw:frame><draw:text-box><text:p>isi kotak</text:p></draw:text-box>"
        "</draw:frame><text:note><text:note-body><text:p>catatan</text:p></text:note-body>"
        "</text:note></text:p>"
        "<text:p>Logo<draw:frame><draw:image/></draw:frame></text:p>"
    )
    made = odf(tmp_path / "a.odt", "text", body, _LISTS, {"Object 1/content.xml": math})
    source = read(made)
    assert texts(source.blocks) == [
        "JUDUL",
        "Jabatan\t:  Camat / baris",
        "a. satu",
        "- dalam",
        "b. dua",
        "sela",
        "c. tiga",
        "A / B+1 ×100 %",
        "Kotak",
        "isi kotak",
        "catatan",
        "Logo[gambar]",
    ]
    equation = source.blocks[7]
    assert isinstance(equation, Paragraph)
    assert equation.lines == ((Fraction(("A",), ("B+1",)), "×100 %"),)


@pytest.mark.parametrize(
    ("inner", "pieces"),
    [
        ("<msqrt><mi>x</mi></msqrt>", (Root(("x",)),)),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", ("akar pangkat 3 dari (x)",)),
        ("<msub><mi>IKM</mi><mi>NK</mi></msub>", ("IKM_NK",)),
        ("<msup><mi>x</mi><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msup>", ("x^(n+1)",)),
        (
            "<mrow><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mi>x</mi></mrow>",
            (Sum(("i",), ("n",), ("x",)),),
        ),
        ("<mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable>", ("a",)),
        ("<mrow><mi>a</mi><mspace/><mi>b</mi></mrow>", ("a b",)),
    ],
)
def test_equations_of_libreoffice_keep_their_form(
    tmp_path: Path, inner: str, pieces: tuple[object, ...]
) -> None:
    math = f'<math xmlns="http://www.w3.org/1998/Math/MathML">{inner}</math>'
    body = f"<text:p><draw:frame><draw:object>{math}</draw:object></draw:frame></text:p>"
    assert one_line(read(odf(tmp_path / "a.odt", "text", body))) == pieces


def test_numbers_of_libreoffice_show_the_levels_above(tmp_path: Path) -> None:
    """Where a list says so; it may begin at another number, and write none."""
    levels = (
        '<text:list-level-style-number text:level="1" style:num-format="1" text:start-value="3"/>'
        '<text:list-level-style-number text:level="2" style:num-format="i" style:num-prefix="("'
        ' style:num-suffix=")" text:display-levels="2"/>'
    )
    plain = '<text:list-level-style-number text:level="1" style:num-format=""/>'
    styles = "".join(
        f'<text:list-style style:name="{name}">{inner}</text:list-style>'
        for name, inner in (("L", levels), ("P", plain))
    )
    inner = f"<text:list>{item('dalam')}{item('lagi')}</text:list>"
    section = "<text:section><text:p>bagian</text:p></text:section>"
    header = "<text:list-header><text:p>kepala</text:p></text:list-header>"
    jump = "<text:list-item text:start-value='9'><text:p>lompat</text:p></text:list-item>"
    body = (
        f'<text:list text:style-name="L">{header}{item("satu", inner)}'
        f"<text:list-item>{section}{inner}</text:list-item>{jump}<text:list-item/></text:list>"
        f'<text:list text:style-name="P">{item("polos")}</text:list>'
        f'<text:list text:style-name="tiada">{item("asing")}</text:list>'
    )
    assert texts(read(odf(tmp_path / "a.odt", "text", body, styles)).blocks) == [
        "kepala",
        "3 satu",
        "(3.i) dalam",
        "(3.ii) lagi",
        "bagian",
        "(4.i) dalam",
        "(4.ii) lagi",
        "9 lompat",
        "polos",
        "asing",
    ]


def odf_cell(text: str = "", more: str = "", name: str = "table-cell") -> str:
    inner = f"<text:p>{text}</text:p>" if text else ""
    return f"<table:{name} {more}>{inner}</table:{name}>"


def test_tables_of_libreoffice_have_their_merged_cells(tmp_path: Path) -> None:
    covered = odf_cell(name="covered-table-cell")
    picture = "<draw:frame><draw:object-ole/></draw:frame>"
    inside = f"<table:table-row>{odf_cell('a')}{odf_cell('b')}</table:table-row>"
    nested = f"<table:table>{inside}</table:table>"
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        + odf_cell("KINERJA")
        + odf_cell("TARGET", 'table:number-columns-spanned="2"')
        + covered
        + "</table:table-row></table:table-header-rows><table:table-row>"
        + odf_cell("satu", 'table:number-rows-spanned="2"')
        + odf_cell("9", 'table:number-columns-repeated="2"')
        + "</table:table-row><table:table-row>"
        + covered
        + odf_cell(picture)
        + f"<table:table-cell>{nested}</table:table-cell></table:table-row></table:table>"
    )
    assert cells(read(odf(tmp_path / "a.odt", "text", body))) == [
        ["KINERJA", "TARGET", "←"],
        ["satu", "9", "9"],
        ["←", "[rumus berupa gambar]", "a\tb"],
    ]


def test_a_sheet_of_libreoffice_says_what_is_shown(tmp_path: Path) -> None:
    """Also where thousands of empty cells and rows follow; a hidden sheet is said."""
    value = 'office:value-type="percentage" office:value="0.9"'
    rest = '<table:table-cell table:number-columns-repeated="16380"/>'
    blank = f'<table:table-row table:number-rows-repeated="1048000">{rest}</table:table-row>'
    body = (
        '<table:table table:name="IKI"><table:table-row>'
        + odf_cell("Jabatan : Camat")
        + rest
        + "</table:table-row>"
        + blank
        + "<table:table-row>"
        + odf_cell("KINERJA")
        + odf_cell("TARGET")
        + rest
        + "</table:table-row><table:table-row>"
        + odf_cell("Surat")
        + odf_cell("90%", value)
        + rest
        + "</table:table-row>"
        + blank
        + '</table:table><table:table table:name="Rahasia" table:style-name="ta2"/>'
    )
    hidden = '<style:table-properties table:display="false"/>'
    styles = f'<style:style style:name="ta2">{hidden}</style:style>'
    source = read(odf(tmp_path / "a.ods", "spreadsheet", body, styles))
    assert texts(source.blocks) == ["Jabatan : Camat"]
    assert cells(source) == [["KINERJA", "TARGET"], ["Surat", "90%"]]
    assert source.notes == (
        'Lembar tersembunyi tidak dibaca: "Rahasia". Bila termasuk naskah, tampilkan dulu, simpan, '
        "lalu impor lagi.",
    )
