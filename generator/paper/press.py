"""The template and a copy, made into a PDF by typst.

The copy reaches the template as JSON, so no text of it can be anything else; letters come from the
fonts that typst carries, so that every machine prints the same bytes.
"""

import json
import re
from collections.abc import Collection
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from generator.paper.blocks import Copy

TEMPLATE = "pages/salinan.typ"
_UNPRINTED = re.compile(r'the text `"(.+?)"` could not be displayed')
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")


class Press:
    """Prints copies with the template of a theme."""

    def __init__(self, theme: Path):
        import typst  # noqa: PLC0415 -- optional, and slow to begin

        self._typst = typst
        self._template = (theme / TEMPLATE).read_bytes()
        self._fonts = typst.Fonts(include_system_fonts=False)
        self._theme = theme

    def printed(self, copy: Copy) -> bytes:
        """The PDF. What no font has is printed as its number in Unicode."""
        text = json.dumps(asdict(copy), ensure_ascii=False)
        missing: set[str] = set()
        while True:
            try:
                return self._pdf(_spelled(text, missing), copy)
            except self._typst.TypstError as error:
                found = _unprinted(error.diagnostic) - missing
                if not found:
                    raise
                missing |= found

    def _pdf(self, data: str, copy: Copy) -> bytes:
        compiler = self._typst.Compiler(
            self._template,
            root=self._theme,
            font_paths=self._fonts,
            ignore_system_fonts=True,
            sys_inputs={"data": data},
        )
        made = compiler.compile(
            format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=datetime(*copy.date, tzinfo=UTC)
        )
        assert isinstance(made, bytes)
        return made


def _unprinted(diagnostic: str) -> set[str]:
    """The letters that typst has no picture of; it shows a strange one as its number."""
    texts = (
        _CODE.sub(lambda code: chr(int(code[1], 16)), each)
        for each in _UNPRINTED.findall(diagnostic)
    )
    return {letter for text in texts for letter in text if not letter.isascii()}


def _spelled(text: str, letters: Collection[str]) -> str:
    """Each of these letters as its number: `[U+1F600]`."""
    return text.translate({ord(each): f"[U+{ord(each):04X}]" for each in letters})
