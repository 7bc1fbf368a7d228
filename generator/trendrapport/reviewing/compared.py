"""What a document that came back would change in an entry, what of it cannot be taken back, and its comments,
as plain values.
"""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.diagnostics import Text
from trendrapport.reviewing.paragraphs import Comment, NewPicture
from trendrapport.reviewing.wording import Turn


@dataclass(frozen=True)
class Spot:
    """A place in a file, and what an editor calls it."""

    path: str
    line: int
    place: Text


@dataclass(frozen=True)
class Change:
    """A change that the file can get: what stays, goes and comes there."""

    spot: Spot
    turns: tuple[Turn, ...]


@dataclass(frozen=True)
class Left:
    """What the file does not get, and why."""

    spot: Spot
    turns: tuple[Turn, ...]
    why: Text


@dataclass(frozen=True)
class Said:
    """A comment at its place."""

    spot: Spot
    comment: Comment


@dataclass(frozen=True)
class Compared:
    """All that a document that came back says of an entry."""

    changes: tuple[Change, ...]
    left: tuple[Left, ...]
    comments: tuple[Said, ...]
    tracked: tuple[tuple[str, int], ...]
    """Who tracked how many changes."""
    stamped: str
    """The file of which the document says that it is; empty where it does not say so."""
    is_older: bool
    """Whether the entry changed after the document was made."""
    texts: dict[str, str]
    """The new text of each file."""
    pictures: tuple[NewPicture, ...] = ()
    """Those to which the new text refers."""

    @property
    def says_nothing(self) -> bool:
        """Whether the document came back as it went."""
        return not (self.changes or self.left or self.comments)
