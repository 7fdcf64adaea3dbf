"""The permanent address of a page in every form in which it is passed on."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

import segno
from markupsafe import Markup

from generator.pages.kutipan import Citation


@dataclass(frozen=True)
class Share:
    address: str
    picture: Markup
    """The address as a QR code."""
    text: str
    """What is quoted."""
    whatsapp: str
    mail: str


def share(title: str, citation: Citation) -> Share | None:
    """None where there is no whole address."""
    address = citation.address
    if not address:
        return None
    told = {"subject": title, "body": f"{citation.text}\r\n{address}"}
    return Share(
        address,
        qr(address),
        citation.text,
        f"https://wa.me/?text={quote(f'{title} {address}', safe='')}",
        f"mailto:?{urlencode(told, safe='/:', quote_via=quote)}",
    )


def qr(address: str) -> Markup:
    """An address as a picture for cameras."""
    # A seventh may be dirty or folded, as on a board in a hall. To look for the best of eight masks
    # would take most of the time of a page, and every reader takes any.
    code = segno.make_qr(address, error="m", boost_error=False, mask=3)
    # What segno draws are squares.
    return Markup(code.svg_inline(omitsize=True, svgclass=None, lineclass=None))
