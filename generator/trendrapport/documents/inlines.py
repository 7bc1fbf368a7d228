"""The words within a block of text, as frozen values: each with what it means. Knows no format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How words are set apart."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    DELETED = "deleted"
    RAISED = "raised"
    LOWERED = "lowered"


@dataclass(frozen=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True)
class Styled:
    """Words that are set apart."""

    style: Style
    inside: Inlines


@dataclass(frozen=True)
class Code:
    """Words as a machine reads them."""

    text: str


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere."""

    inside: Inlines
    address: str
    """On the web, also of a page of the report."""
    path: str = ""
    """For a page of the report: its path from the site's root, with an anchor if there is one."""
    form: str = ""
    """For a file to download: its type and size, as "PDF, 1,2 MB"."""


@dataclass(frozen=True)
class Term:
    """A word that the glossary explains, at its first use."""

    text: str
    slug: str
    name: str
    definition: str


@dataclass(frozen=True)
class Cited:
    """A source in a citation, with the page or part if that is given."""

    key: str
    number: int | None
    """In the list of sources; None for a source that readers do not get."""
    place: str = ""


@dataclass(frozen=True)
class Citation:
    """The sources of what comes before it."""

    cited: tuple[Cited, ...]


@dataclass(frozen=True)
class Mention:
    """A figure that the text points at."""

    name: str
    number: int | None
    """Among the figures of the same text; None for one that is elsewhere."""
    text: str
    address: str


@dataclass(frozen=True)
class NoteMark:
    """The letter that leads to a footnote."""

    letter: str


@dataclass(frozen=True)
class Break:
    """The end of a line within a paragraph."""


@dataclass(frozen=True)
class Picture:
    """A picture with its text alternative; a block when it is alone, else within words."""

    file: str
    """From the site's root."""
    text: str
    caption: str = ""
    credit: str = ""
    """Whose picture it is, as a sentence."""


Inline = Text | Styled | Code | Link | Term | Citation | Mention | NoteMark | Break | Picture
Inlines = tuple[Inline, ...]


def words_of(inlines: Sequence[Inline]) -> str:
    """The plain words; without numbers that lead to sources and letters that lead to notes."""
    return "".join(map(_words, inlines))


def _words(inline: Inline) -> str:
    match inline:
        case Text() | Code() | Term() | Mention():
            return inline.text
        case Styled() | Link():
            return words_of(inline.inside)
        case Break():
            return " "
        case Picture():
            return inline.text
    return ""
