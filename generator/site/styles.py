"""The base of the look, on which the style sheet of the theme stands."""

from pathlib import Path

import material


def base() -> str:
    """The style sheet of Material, as every page of the site loads it."""
    (sheet,) = Path(material.__path__[0]).glob("templates/assets/stylesheets/main.*.css")
    return sheet.read_text(encoding="utf-8").partition("\n/*# source")[0]
