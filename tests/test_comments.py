"""Every comment of a file is found, and nothing else is taken for one."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.source.reading import MAX_BYTES, parse
from generator.source.source import Place

CASES: dict[str, list[tuple[Place, str]]] = {
    "nama: Camat\n": [],
    "# satu\nnama: Camat # dua\n#tiga": [
        ((1, 1), "# satu"),
        ((2, 13), "# dua"),
        ((3, 1), "#tiga"),
    ],
    "nama: Loket#2\n": [],
    "nama: 'Loket #2' # x\n": [((1, 18), "# x")],
    'nama: "Loket #2\n  # bukan"\n': [],
    '"a # b": c\n': [],
    "a#b: c\n": [],
    "nama: # x\n  Camat\n": [((1, 7), "# x")],
    "nama: Camat\r\n  # x\r\nurutan: 1\r\n": [((2, 3), "# x")],
    "tugas:\n  # x\n  - a # y\n  # z\n  - b\n": [
        ((2, 3), "# x"),
        ((3, 7), "# y"),
        ((4, 3), "# z"),
    ],
    "nama: | # x\n  # bukan\n  Camat # bukan\n# y\nurutan: 1\n": [((1, 9), "# x"), ((4, 1), "# y")],
    "nama: >- # x\n  Camat\n  # bukan\n\n\n # y\nurutan: 1\n": [((1, 10), "# x"), ((6, 2), "# y")],
    "tugas:\n  - |\n    a\n  # x\n  - b\n": [((4, 3), "# x")],
    "tugas: [] # x\n": [((1, 11), "# x")],
    "nama:\n# x\nurutan: 1\n": [((2, 1), "# x")],
    "nama: é😀 # x # y\n": [((1, 10), "# x # y")],
    "nama: Camat\n...\n# x\n": [((3, 1), "# x")],
    "---\n# x\nnama: Camat\n": [((2, 1), "# x")],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=map(repr, CASES))
def test_comments(text: str, expected: list[tuple[Place, str]]) -> None:
    """With their line and column, in the order of the file."""
    source, problems = parse(text, "berkas.yml")
    assert source is not None, problems
    assert list(source.comments) == expected


_TEXT = st.text(st.sampled_from("ab #:'\"\n-|>é"), min_size=1, max_size=20)


@given(st.lists(_TEXT, min_size=1, max_size=4), st.sampled_from(["|", ">", '"', "'"]))
def test_no_text_is_a_comment(texts: list[str], style: str) -> None:
    """However a value is written, the comments around it are found and no other."""
    dumped = [yaml.dump({"a": each}, default_style=style, allow_unicode=True) for each in texts]
    written = "".join(f"# di atas\nk{n}:\n  {each.replace(chr(10), chr(10) + '  ').rstrip(' ')}"
                      for n, each in enumerate(dumped))  # fmt: skip
    source, _ = parse(written + "# akhir\n", "berkas.yml")
    if source is not None:
        found = [words for _, words in source.comments]
        assert found == ["# di atas"] * len(texts) + ["# akhir"]


@pytest.mark.long
def test_many_comments_take_no_long_time() -> None:
    """A file of nothing but comments is read at once."""
    source, _ = parse("a: b\n" + "#\n" * (MAX_BYTES // 2 - 3), "berkas.yml")
    assert source is not None
    assert len(source.comments) == MAX_BYTES // 2 - 3
