"""Decrees typed in Word are read as they print: each paragraph, cell, number and equation."""

import zipfile
from pathlib import Path

import pytest
from as_read import cells, one_line, texts
from made_files import (
    OLD_EQUATION,
    Docx,
    cell,
    docx_of,
    fraction,
    math_run,
    paragraph,
    row,
    run,
    table,
    zipped,
)

from generator.importing.blocks import Fraction, Paragraph, Root, Sum, Table
from generator.importing.readers import read


def test_merged_cells_of_word_are_laid_out(tmp_path: Path) -> None:
    """Each row has a cell for each column; what is merged says that it goes on."""
    above, below = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    made = docx_of(
        tmp_path / "a.docx",
        table(
            row(*(cell(paragraph(run(each))) for each in ("NO", "KINERJA", "TARGET"))),
            row(
                cell(paragraph(run("1")), properties=above),
                cell(paragraph(run("Surat")), properties='<w:gridSpan w:val="2"/>'),
            ),
            row(cell(properties=below), cell(paragraph(run("Naskah"))), cell(paragraph(run("9")))),
            row(cell(paragraph(run("5"))), properties='<w:gridBefore w:val="2"/>'),
        ),
    )
    source = read(made)
    assert cells(source) == [
        ["NO", "KINERJA", "TARGET"],
        ["1", "Surat", "←"],
        ["←", "Naskah", "9"],
        ["", "", "5"],
    ]
    (block,) = source.blocks
    assert isinstance(block, Table)
    assert block.place.said == "tabel 1"
    assert block.rows[2][1].place.said == "tabel 1, baris 3, kolom 2"


def nary(sign: str, lower: str, upper: str, body: str) -> str:
    return (
        f'<m:nary><m:naryPr><m:chr m:val="{sign}"/></m:naryPr><m:sub>{math_run(lower)}</m:sub>'
        f"<m:sup>{math_run(upper)}</m:sup><m:e>{math_run(body)}</m:e></m:nary>"
    )


E = "<m:e>{}</m:e>"


@pytest.mark.parametrize(
    ("equation", "pieces"),
    [
        (
            math_run("Hasil = ") + fraction("Jumlah A", "Jumlah B") + math_run(" × 100%"),
            ("Hasil = ", Fraction(("Jumlah A",), ("Jumlah B",)), " × 100%"),
        ),
        (nary("∑", "i=1", "n", "x"), (Sum(("i=1",), ("n",), ("x",)),)),
        (nary("∏", "i", "n", "x"), ("∏_i^n x",)),
        (
            f"<m:rad><m:radPr/><m:deg/>{E.format(math_run('x'))}</m:rad>",
            (Root(("x",)),),
        ),
        (
            f"<m:rad><m:deg>{math_run('3')}</m:deg>{E.format(math_run('x'))}</m:rad>",
            ("akar pangkat 3 dari (x)",),
        ),
        (f"<m:d>{E.format(math_run('a'))}{E.format(math_run('b'))}</m:d>", ("(a|b)",)),
        (
            '<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr>'
            f"{E.format(math_run('a'))}</m:d>",
            ("[a",),
        ),
        (
            f"<m:sSub>{E.format(math_run('IKM'))}<m:sub>{math_run('NK')}</m:sub></m:sSub>",
            ("IKM_NK",),
        ),
        (
            f"<m:sSup>{E.format(math_run('x'))}<m:sup>{math_run('n+1')}</m:sup></m:sSup>",
            ("x^(n+1)",),
        ),
        (
            f"<m:limLow>{E.format(math_run('Σ'))}<m:lim>{math_run('i')}</m:lim></m:limLow>",
            (Sum(("i",), (), ()),),
        ),
        (
            f"<m:limUpp>{E.format(math_run('maks'))}<m:lim>{math_run('n')}</m:lim></m:limUpp>",
            ("maks^n",),
        ),
        (f"<m:bar>{E.format(math_run('x'))}</m:bar>", ("x̄",)),
        (f"<m:acc>{E.format(math_run('ab'))}</m:acc>", ("‾(ab)",)),
        (f"<m:box><m:boxPr/>{E.format(math_run('𝑎𝑏'))}</m:box>", ("ab",)),
        (
            f"<m:func><m:fName>{math_run('rata')}</m:fName>{E.format(math_run('(x)'))}</m:func>",
            ("rata(x)",),
        ),
        (
            fraction("a", "b").replace("<m:den>", "<m:den><m:ctrlPr/>").replace("m:f>", "m:f>"),
            (Fraction(("a",), ("b",)),),
        ),
    ],
)
def test_equations_of_word_keep_their_form(
    tmp_path: Path, equation: str, pieces: tuple[object, ...]
) -> None:
    made = docx_of(
        tmp_path / "a.docx", paragraph(f"<m:oMathPara><m:oMath>{equation}</m:oMath></m:oMathPara>")
    )
    assert one_line(read(made)) == pieces


def test_equations_of_several_lines_are_lines(tmp_path: Path) -> None:
    rows = E.format(math_run("a = 1")) + E.format(math_run("b = 2"))
    matrix = f"<m:mr>{rows}</m:mr><m:mr>{E.format(math_run('c'))}</m:mr>"
    made = docx_of(
        tmp_path / "a.docx",
        paragraph(f"<m:oMath><m:eqArr>{rows}</m:eqArr></m:oMath>"),
        paragraph(f"<m:oMath><m:m>{matrix}</m:m></m:oMath>"),
    )
    assert texts(read(made).blocks) == ["a = 1 / b = 2", "a = 1\tb = 2 / c"]


def test_what_no_reader_can_read_is_said(tmp_path: Path) -> None:
    """An equation of an old Word, a picture in a cell, a sheet in a text: never silence."""
    picture = "<w:r><w:pict><v:shape><v:imagedata r:id='rId9'/></v:shape></w:pict></w:r>"
    sheet = OLD_EQUATION.replace("Equation.3", "Excel.Sheet.12")
    made = docx_of(
        tmp_path / "a.docx",
        paragraph(run("Logo "), picture),
        paragraph(run("Isi "), sheet),
        table(row(cell(paragraph(OLD_EQUATION, run(" x 100%"))), cell(paragraph(picture)))),
        '<w:altChunk r:id="rId8"/>',
    )
    source = read(made)
    assert texts(source.blocks) == [
        "Logo [gambar]",
        "Isi [objek tersisip: Excel.Sheet.12]",
        "[bagian dari berkas lain]",
    ]
    assert cells(source) == [["[rumus berupa gambar] x 100%", "[rumus berupa gambar]"]]


def level(depth: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{720 * (depth + 1)}"/></w:pPr></w:lvl>'
    )


def numbered(text: str, number: int, depth: int = 0, more: str = "") -> str:
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>{more}'
    return paragraph(run(text), properties=place)


def test_numbers_that_word_writes_by_itself_are_marks(tmp_path: Path) -> None:
    """Letters, numbers, Roman ones and dots, of levels, counted on and begun again."""
    file = Docx()
    levels = level(0, "lowerLetter", "%1.") + level(1, "decimal", "%1.%2)")
    file.number_with(200, levels + level(2, "lowerRoman", "(%3)") + level(3, "bullet", "\uf0b7"))
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    file.use_list(201, 200, again)
    file.number_with(
        202, level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    )
    for text, number, depth in (
        ("satu", 200, 0), ("dua", 200, 0), ("dalam", 200, 1), ("lagi", 200, 1), ("lebih", 200, 2),
        ("titik", 200, 3), ("tiga", 200, 0), ("dalam", 200, 1), ("awal", 201, 0), ("terus", 200, 0),
        ("romawi", 202, 0), ("biasa", 202, 1), ("tanpa", 0, 0), ("tiada", 999, 0),
    ):  # fmt: skip
        file.add(numbered(text, number, depth))
    source = read(file.save(tmp_path / "a.docx"))
    assert texts(source.blocks) == [
        "a. satu", "b. dua", "b.1) dalam", "b.2) lagi", "(i) lebih", "• titik", "c. tiga",
        "c.1) dalam", "a. awal", "b. terus", "I. romawi", "1.1 biasa", "tanpa", "tiada",
    ]  # fmt: skip
    indents = [each.indent for each in source.blocks if isinstance(each, Paragraph)]
    assert indents[:5] == [6, 6, 12, 12, 18]


def test_numbers_come_from_styles_as_well(tmp_path: Path) -> None:
    """Also by a style that is based on one, and by a list that takes its levels from another."""
    file = Docx()
    for each in ("dua", "tiga"):
        file.document.add_paragraph(each, style="List Number")
    file.document.styles.add_style("Tugas", 1).base_style = file.document.styles["List Number"]
    file.document.add_paragraph("empat", style="Tugas")
    file.number_with(300, '<w:styleLink w:val="Daftar"/>' + level(0, "decimalZero", "%1"))
    file.number_with(301, '<w:numStyleLink w:val="Daftar"/>')
    file.add(numbered("tertaut", 301))
    assert texts(read(file.save(tmp_path / "a.docx")).blocks) == [
        "1. dua",
        "2. tiga",
        "3. empat",
        "01 tertaut",
    ]


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    gone = '<w:del w:id="1"><w:r><w:delText>lama</w:delText></w:r></w:del>'
    new = f'<w:ins w:id="2">{run("baru")}</w:ins>'
    moved = f'<w:moveFrom w:id="3">{run("di sini")}</w:moveFrom>'
    made = docx_of(
        tmp_path / "a.docx",
        paragraph(run("Surat "), gone, new, moved),
        paragraph(run("Satu "), properties='<w:rPr><w:del w:id="4"/></w:rPr>'),
        paragraph(run("kalimat")),
        table(row(cell(paragraph(run("ada")))), row(cell(), properties='<w:del w:id="5"/>')),
    )
    source = read(made)
    assert texts(source.blocks) == ["Surat baru", "Satu kalimat"]
    assert cells(source) == [["ada"]]


def test_text_boxes_tabs_breaks_and_notes_stand_in_their_place(tmp_path: Path) -> None:
    box = "<w:txbxContent>" + paragraph(run("Kotak")) + "</w:txbxContent>"
    drawn = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    nested = table(row(cell(paragraph(run("A"))), cell(paragraph(run("B")))))
    file = Docx()
    file.document.sections[0].header.paragraphs[0].text = "Kop surat"
    file.document.sections[0].footer.paragraphs[0].text = "Halaman"
    for each in (
        paragraph(run("Jabatan\t: Camat"), drawn),
        paragraph(
            "<w:r><w:t>satu</w:t><w:br/><w:t>dua</w:t><w:noBreakHyphen/><w:t>tiga</w:t></w:r>"
        ),
        paragraph(
            '<w:r><w:sym w:font="Symbol" w:char="F0E5"/><w:sym w:char="x"/></w:r>', run(" n")
        ),
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('Kontrol'))}</w:sdtContent></w:sdt>",
        paragraph("<w:hyperlink>" + run("tautan") + "</w:hyperlink>"),
        table(row(cell(paragraph(run("luar")), nested, paragraph()), cell(paragraph(run("x"))))),
        table(row(cell(paragraph(run("bingkai")), nested, paragraph()))),
    ):
        file.add(each)
    source = read(file.save(tmp_path / "a.docx"))
    assert texts(source.blocks) == [
        "Jabatan\t: Camat",
        "Kotak",
        "satu / dua-tiga",
        "∑ n",
        "Kontrol",
        "tautan",
        "bingkai",
    ]
    assert cells(source, 0) == [["luar / A\tB", "x"]]
    assert cells(source, 1) == [["A", "B"]]


def test_footnotes_stand_below_what_they_are_of(tmp_path: Path) -> None:
    plain = docx_of(
        tmp_path / "a.docx",
        paragraph(run("Nilai"), '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        paragraph(run("Lain")),
    )
    with zipfile.ZipFile(plain, "a") as file:
        inner = f'<w:footnote w:id="2">{paragraph(run("menurut tim"))}</w:footnote>'
        names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        file.writestr("word/footnotes.xml", f"<w:footnotes {names}>{inner}</w:footnotes>")
    source = read(plain)
    assert texts(source.blocks) == ["Nilai", "menurut tim", "Lain"]
    assert source.blocks[1].place.said == "paragraf 2, catatan kaki 2"


def test_of_fields_the_result_is_read_and_of_old_equations_the_fraction(tmp_path: Path) -> None:
    def of(told: str, result: str = "") -> str:
        edge = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        return (
            edge.format("begin")
            + f"<w:r><w:instrText>{told}</w:instrText></w:r>"
            + (edge.format("separate") + run(result) if result else "")
            + edge.format("end")
        )

    made = docx_of(
        tmp_path / "a.docx",
        paragraph(run("Halaman "), of("PAGE", "3")),
        paragraph(of("EQ \\f(Jumlah A;Jumlah B)"), run(" x 100%")),
        paragraph(of("EQ \\r(3;x)")),
        paragraph('<w:fldSimple w:instr="DATE">' + run("2024") + "</w:fldSimple>"),
        paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', run("hilang?")),
    )
    assert texts(read(made).blocks)[:4] == [
        "Halaman 3",
        "Jumlah A / Jumlah B  x 100%",
        "[rumus: \\r(3;x)]",
        "2024",
    ]


def test_hidden_text_is_left_out_and_said(tmp_path: Path) -> None:
    made = docx_of(
        tmp_path / "a.docx",
        paragraph(run("Tampak"), "<w:r><w:rPr><w:vanish/></w:rPr><w:t>rahasia</w:t></w:r>"),
        paragraph("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>Terlihat</w:t></w:r>"),
    )
    source = read(made)
    assert texts(source.blocks) == ["Tampak", "Terlihat"]
    assert source.notes == ("Teks tersembunyi dalam DOCX tidak dibaca (1 bagian).",)


def test_pages_are_counted_where_word_noted_them(tmp_path: Path) -> None:
    made = docx_of(
        tmp_path / "a.docx",
        paragraph(run("satu")),
        paragraph("<w:r><w:lastRenderedPageBreak/></w:r>", run("dua")),
        paragraph(run("masih dua")),
    )
    places = [each.place.said for each in read(made).blocks]
    assert places == ["halaman 1, paragraf 1", "halaman 1, paragraf 2", "halaman 2, paragraf 3"]


def test_the_strict_form_of_docx_is_the_same(tmp_path: Path) -> None:
    plain = docx_of(tmp_path / "a.docx", paragraph(f"<m:oMath>{fraction('a', 'b')}</m:oMath>"))
    strict = {}
    with zipfile.ZipFile(plain) as file:
        for name in file.namelist():
            data = file.read(name)
            for old, new in (
                (
                    b"schemas.openxmlformats.org/wordprocessingml/2006",
                    b"purl.oclc.org/ooxml/wordprocessingml",
                ),
                (
                    b"schemas.openxmlformats.org/officeDocument/2006/math",
                    b"purl.oclc.org/ooxml/officeDocument/math",
                ),
            ):
                data = data.replace(old, new)
            strict[name] = data
    assert read(zipped(tmp_path / "b.docx", strict)).blocks == read(plain).blocks
