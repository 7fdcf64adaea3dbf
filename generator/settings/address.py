"""Whether a site has an address of its own."""

from urllib.parse import urlsplit

from generator.source.problem import Problem, Severity
from generator.source.source import Source

_NOBODYS = ("example", "test", "invalid", "localhost", "example.com", "example.net", "example.org")
"""Names that no site can have (RFC 2606); an example stands under one of them."""


def real(source: Source) -> str:
    """The address of a site, with a slash at its end; empty where it is an example or none."""
    address = source.value.get("site_url", "")
    is_real = isinstance(address, str) and not _is_nobodys(urlsplit(address).hostname or "")
    return f"{str(address).rstrip('/')}/" if address and is_real else ""


def reminder(source: Source) -> Problem | None:
    """What to say before a site is published whose address is an example or none."""
    if real(source):
        return None
    address = source.value.get("site_url", "")
    message = (
        '"site_url" masih alamat contoh. ' if address else '"site_url" belum ditulis. '
    ) + 'Tulis alamat situs yang sebenarnya, misalnya "https://iki.kotaanda.go.id/".'
    return source.problem(("site_url",), message, "alamat", Severity.INGAT)


def _is_nobodys(host: str) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in _NOBODYS)
