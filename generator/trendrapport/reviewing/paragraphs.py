"""What is in a document that came back: paragraphs, notes and comments, as plain values."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from trendrapport.reviewing.pieces import Kind
from trendrapport.reviewing.signs import Signs, key_of

NOTES = 1000
"""A note that came back has its number behind this sign, until it is known which note it is."""


@dataclass(frozen=True)
class Comment:
    """What somebody says beside the text."""

    author: str
    day: str
    text: str
    about: str
    """The words at which it stands."""
    paragraph: int
    """The number of the paragraph in which it begins."""


@dataclass(frozen=True)
class NewPicture:
    """A picture that somebody put in."""

    address: str
    """What the document has for it."""
    alternative: str
    """The text alternative; empty if nobody wrote one."""
    caption: str = ""
    path: str = ""
    """Of the file that it becomes, from the report's root; empty if no report can show it."""
    raw: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, heading, item, cell or picture that came back."""

    kind: Kind
    signs: Signs
    level: int = 0
    depth: int = 0
    ordered: bool = False
    table: int = 0
    row: int = 0
    column: int = 0
    picture: NewPicture | None = None
    is_merged: bool = False
    """Whether somebody merged cells of its table: what is in which column is then unsure."""

    @property
    def key(self) -> str:
        """What its signs show."""
        return key_of(self.signs)


@dataclass
class Returned:
    """A document that came back, with tracked changes as if all are accepted."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: list[Signs] = field(default_factory=list)
    """What each note says, by number."""
    comments: list[Comment] = field(default_factory=list)
    tracked: Counter[str] = field(default_factory=Counter)
    """How many changes each person tracked."""
    pictures: int = 0
    """How many pictures were put where a text has none: in cells and notes."""
