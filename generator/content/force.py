"""How the editions of an agency follow one another: an amendment that does not revoke inherits.

A decree and its amendments are a family. Each of them is the whole of the one before it, with its
own positions over it and without those that it removes. They follow one another by the day of the
decree: a later `mulai_berlaku` is told but changes no order, for what begins tomorrow is in force
or not by the day of the reader, and the site has no clock.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model.documents import Dokumen, Jabatan


@dataclass(frozen=True)
class Event:
    """What a later edition did to a position or to an edition."""

    kind: str
    """`diubah`, `dihapus` or `dicabut`."""
    edition: str


Subject = tuple[str, bool]
"""A kind of decree, and whether it is about positions or about the agency itself."""


def subject(decree: Dokumen, jabatan: Jabatan) -> Subject:
    """What a file of a decree is about. A plan or an agreement is another thing than the decree
    of indicators, so none of them replaces another."""
    return _kind(decree), jabatan.is_position


def settled(decree: Dokumen) -> set[Subject]:
    """What a decree is the last word on, whatever it leaves out."""
    about = {"IKI": {True}, "IKU": {False}}.get(decree.jenis, {True, False})
    return {(_kind(decree), each) for each in about}


def _kind(decree: Dokumen) -> str:
    return "IKI" if decree.jenis in ("IKU", "gabungan") else decree.jenis


@dataclass(frozen=True)
class Editions:
    """The editions of an agency by their slugs, the newest first."""

    documents: Mapping[str, Dokumen]

    def is_draft(self, slug: str) -> bool:
        """Whether an edition is not published yet."""
        return self.documents[slug].status == "draf"

    def amended(self, slug: str) -> str | None:
        """The edition that one amends without revoking it, if it is there."""
        change = self.documents[slug].perubahan
        is_there = change and not change.mencabut and change.atas in self.documents
        return change.atas if change and is_there else None

    def root(self, slug: str) -> str:
        """The decree of a family, which the others amend."""
        return self._roots[slug]

    @cached_property
    def _roots(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for slug in self.documents:
            way = [slug]
            while (above := self.amended(way[-1])) and above not in way and above not in found:
                way.append(above)
            found |= dict.fromkeys(way, found.get(above or "", way[-1]))
        return found

    def inherited(self, slug: str) -> str | None:
        """The edition whose positions one keeps: the newest earlier one of its family that had not
        been revoked. A draft is kept only by a draft that names it."""
        if self.amended(slug) is None:
            return None
        earlier = self._order[self._order.index(slug) + 1 :]
        revoked = {self._revoked(each) for each in earlier}
        revoked |= {each for each in earlier if self._is_said_revoked(each)} - {self.root(slug)}
        drafts = {self.amended(slug)} if self.is_draft(slug) else set()
        for each in earlier:
            is_kept = each in drafts or not self.is_draft(each)
            if is_kept and self.root(each) == self.root(slug) and each not in revoked:
                return each
        return None

    @cached_property
    def _order(self) -> list[str]:
        return list(self.documents)

    def is_revoked(self, slug: str) -> bool:
        """Whether it or the decree that it amends says so, or a later edition revokes it."""
        is_said = self._is_said_revoked(slug) or self._is_said_revoked(self.root(slug))
        return is_said or any(self.revokes(later, slug) for later in self._order)

    def _is_said_revoked(self, slug: str) -> bool:
        return self.documents[slug].status == "dicabut"

    def revokes(self, later: str, slug: str) -> bool:
        """Whether a later edition revokes one; with a decree its amendments are revoked."""
        revoked = self._revoked(later)
        return later in self._later(slug) and revoked in (slug, self.root(slug))

    def rank(self, slug: str) -> tuple[bool, int, int]:
        """Which edition counts before another: what was not revoked, then the newest decree with
        its amendments, so that one of an older decree does not hide a newer decree."""
        place = self._order.index
        return self.is_revoked(slug), place(self.root(slug)), place(slug)

    def _later(self, slug: str) -> list[str]:
        return self._order[: self._order.index(slug)]

    def events(self, slug: str, position: str, having: Mapping[str, bool]) -> Iterator[Event]:
        """What later editions did to a position of an edition, the newest first; `having` says
        which editions have the position themselves."""
        for later in self._later(slug):
            change = self.documents[later].perubahan
            if change is None or self.is_draft(later):
                continue
            if self.revokes(later, slug):
                yield Event("dicabut", later)
            elif self.amended(later) and self.root(later) == self.root(slug):
                if having[later]:
                    yield Event("diubah", later)
                elif position in change.menghapus:
                    yield Event("dihapus", later)

    def _revoked(self, slug: str) -> str | None:
        change = self.documents[slug].perubahan
        return change.atas if change and change.mencabut and not self.is_draft(slug) else None
