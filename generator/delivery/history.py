"""What is told of a publication: what differs between the state that was published last, which the
history names, and the commit that will be."""

from dataclasses import dataclass
from datetime import date

from generator.content import corrections, differences, history_lines
from generator.content.history import History
from generator.content.public import without_drafts
from generator.delivery import git
from generator.model.documents import Peristiwa
from generator.review import revisions, snapshots
from generator.review.revisions import Revision
from generator.settings import Settings


@dataclass(frozen=True)
class Recorded:
    """The file as it should be, what it tells that it did not, and what nobody can tell."""

    text: str
    events: list[Peristiwa]
    is_first: bool = False
    """Whether no state was known that had been published."""
    unread: tuple[str, ...] = ()
    """Files that the rules of today cannot read, on one side at least."""


def recorded(
    settings: Settings, history: History, text: str, since: str | None, day: date
) -> Recorded:
    """A history without mistakes, and its text, with what is published on a day."""
    commit = git.said(settings.root, "rev-parse", "HEAD")
    name = since or history.komit
    if name is None:
        return Recorded(history_lines.with_events(text, (), commit), [], is_first=True)
    old = revisions.revision(settings.root, name)
    return _between(settings, history, text, (old, Revision(commit, commit)), day)


def _between(
    settings: Settings, history: History, text: str, states: tuple[Revision, Revision], day: date
) -> Recorded:
    old, new = (revisions.files(settings.root, each, settings.content.name) for each in states)
    sides = snapshots.read(old, new, settings.iki)
    before, after = without_drafts(sides.old), without_drafts(sides.new)
    found = differences.between(before, after)
    told = corrections.of_differences(found, before, after, day)
    events = [each for each in told if each not in history.events]
    unread = tuple(each.path for each in sides.texts if each.reason)
    if not (found.folders or found.documents):
        return Recorded(text, [], unread=unread)
    return Recorded(
        history_lines.with_events(text, events, states[1].commit), events, unread=unread
    )
