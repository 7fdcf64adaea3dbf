"""Whose data it is, as the configuration says: for the files that describe the others."""

from dataclasses import dataclass

from generator.settings import Settings


@dataclass(frozen=True)
class About:
    """What is known of the site; empty where its configuration does not say it."""

    title: str
    description: str
    url: str
    """The address of the site, with a slash at its end."""
    publisher: str
    licence: str
    """The address of the licence."""
    contact: str

    def whole(self, address: str) -> str:
        """An address as it is typed elsewhere; empty where nobody knows that of the site."""
        return f"{self.url}{address}" if self.url else ""

    @property
    def missing(self) -> list[str]:
        """What a catalogue needs and the configuration does not say, by its keys."""
        needed = {
            "site_url": self.url,
            "penerbit": self.publisher,
            "lisensi": self.licence,
        }
        return [key for key, value in needed.items() if not value]


def about(settings: Settings) -> About:
    """What the configuration of a site says of its data."""
    written = settings.source.value
    return About(
        str(written.get("site_name", "")),
        str(written.get("site_description", "")),
        settings.url,
        settings.iki.penerbit or "",
        settings.iki.lisensi or "",
        settings.iki.kontak or "",
    )
