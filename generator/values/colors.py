"""The accent colour of the publishing agency, in shades that can be read."""

import re

WHITE, DARK = "#ffffff", "#10171d"
"""The papers that text stands on."""
READABLE = 4.5
"""The least contrast of text, by WCAG 2.2, 1.4.3."""


def is_color(text: str) -> bool:
    """Whether a text is `#rrggbb`."""
    return bool(re.fullmatch(r"#[0-9a-fA-F]{6}", text))


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white), by WCAG 2.2."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def on_dark(color: str) -> str:
    """The same colour, lightened until it can be read on dark paper."""
    for share in range(101):
        lightened = mixed(color, WHITE, share)
        if contrast(lightened, DARK) >= READABLE + 2:
            return lightened
    raise AssertionError("white can be read on dark paper")


def mixed(color: str, other: str, share: int) -> str:
    """`share` hundredths of the other colour in the first."""
    pairs = zip(_channels(color), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share / 100):02x}" for a, b in pairs)


def _channels(color: str) -> tuple[int, ...]:
    return tuple(int(color[place : place + 2], 16) for place in (1, 3, 5))


def _luminance(color: str) -> float:
    parts = (channel / 255 for channel in _channels(color))
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
