"""What a text is made of, as frozen values: blocks, with words (`inlines`) in them. Knows no format.

Every word of a text is in one of these, once: what each format shows, it takes from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trendrapport.documents.inlines import Citation, Inlines, Link, Picture


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
    descriptions: tuple[Blocks, ...]


@dataclass(frozen=True)
class Definitions:
    """A list of words that are explained."""

    items: tuple[Definition, ...]


class Align(StrEnum):
    """How the words of a cell are aligned."""

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
    caption: str = ""
    """Its number and what it shows, where the text says so."""
    anchor: str = ""
    printed: tuple[int, ...] = ()
    """The rows that are shown where there is no room for all, by number; empty for all of them."""
    rest: str = ""
    """A sentence about which rows are printed, where not all of them are."""


@dataclass(frozen=True)
class Quotation:
    """What somebody else wrote, as blocks."""

    inside: Blocks
    who: Inlines = ()
    """Who is quoted, where the text says so."""


@dataclass(frozen=True)
class Quote:
    """Words of a person, set apart, with who says them."""

    text: str
    """With an empty line between paragraphs."""
    name: str
    facts: tuple[str, ...] = ()
    """Role and organisation."""
    cited: Citation | None = None

    @property
    def paragraphs(self) -> list[str]:
        """What is said, by paragraph."""
        return self.text.split("\n\n")


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
    sentences: tuple[str, ...] = ()
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
