"""What a text is made of, as frozen values: blocks, and within these words with what they mean. Knows no
format.

Every word of a text is in one of these, once: what each format shows, it takes from here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How words are set apart."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    DELETED = "deleted"


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
    """Among the figures of the same text; None for one that stands elsewhere."""
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
    """A picture with its text alternative; a block when it stands alone, else within words."""

    file: str
    """From the site's root."""
    text: str
    caption: str = ""
    credit: str = ""
    """Whose picture it is, as a sentence."""


Inline = Text | Styled | Code | Link | Term | Citation | Mention | NoteMark | Break | Picture
Inlines = tuple[Inline, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; the title of the document is of level 1."""

    level: int
    inside: Inlines
    anchor: str


@dataclass(frozen=True)
class Question:
    """What is asked in a talk; the answer is all up to the next question or heading."""

    inside: Inlines
    anchor: str = ""
    level: int = 0
    """Of a question that is a heading; 0 for one that is a paragraph."""


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    inside: Inlines
    note: bool = False
    """Whether it is said in passing, in small letters."""


@dataclass(frozen=True)
class Listing:
    """A list of items, each of blocks; numbered from `start` on, or not."""

    items: tuple[Blocks, ...]
    start: int | None = None


@dataclass(frozen=True)
class Definition:
    """A word and what is said of it."""

    term: Inlines
    told: tuple[Blocks, ...]


@dataclass(frozen=True)
class Definitions:
    """A list of words that are explained."""

    items: tuple[Definition, ...]


class Align(StrEnum):
    """Where the words of a cell stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True)
class Cell:
    """A cell of a table."""

    inside: Inlines
    align: Align = Align.LEFT
    head: bool = False
    """Whether it names its row."""


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table with a row of headings."""

    head: Row
    rows: tuple[Row, ...]
    title: str = ""
    printed: tuple[int, ...] = ()
    """The rows that are shown where there is no room for all, by number; empty for all of them."""
    rest: str = ""
    """A sentence about which rows are printed, where not all of them are."""


@dataclass(frozen=True)
class Quotation:
    """What somebody else wrote, as blocks."""

    inside: Blocks


@dataclass(frozen=True)
class Quote:
    """Words of a person, set apart, with who says them."""

    text: str
    name: str
    facts: tuple[str, ...] = ()
    """Role and organisation."""
    cited: Citation | None = None


@dataclass(frozen=True)
class Callout:
    """A block that asks for attention."""

    kind: str
    label: str
    """What it is called: the title of one that has none of its own."""
    title: Inlines
    inside: Blocks


@dataclass(frozen=True)
class CodeBlock:
    """Lines as a machine reads them."""

    text: str


@dataclass(frozen=True)
class Rule:
    """A line between two parts."""


@dataclass(frozen=True)
class Figure:
    """A chart; its drawing has its name."""

    name: str
    number: int | None
    label: str
    """The number in words."""
    title: str
    subtitle: str
    description: str
    """The text alternative."""
    caption: str
    credit: str
    """Source, date and licence of the data, as sentences."""
    address: str
    notes: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    """What it says, in words."""
    table: Table | None = None
    language: str = ""
    """Where that is not the document's."""


@dataclass(frozen=True)
class KeyFigure:
    """A number that says much."""

    number: str
    unit: str
    title: str
    explanation: str
    period: str
    source: str
    """Where the number is from, as a sentence."""


@dataclass(frozen=True)
class Actions:
    """What one role can do."""

    role: str
    label: str
    items: tuple[str, ...]
    explanation: str = ""
    level: int = 3


@dataclass(frozen=True)
class Video:
    """A video on another site, and what is said in it."""

    label: str
    title: str
    address: str
    facts: tuple[str, ...]
    transcript: Link | None
    spoken: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """Another entry, in brief."""

    title: str
    address: str
    path: str
    summary: str = ""
    facts: tuple[str, ...] = ()
    why: str = ""
    category: str = ""


@dataclass(frozen=True)
class Cards:
    """Several entries, in brief."""

    cards: tuple[Card, ...]


Block = (
    Heading
    | Question
    | Paragraph
    | Listing
    | Definitions
    | Table
    | Quotation
    | Quote
    | Callout
    | CodeBlock
    | Rule
    | Figure
    | KeyFigure
    | Actions
    | Video
    | Cards
    | Picture
)
Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class Note:
    """A footnote."""

    letter: str
    inside: Blocks


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
