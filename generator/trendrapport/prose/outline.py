"""All that a text refers to, as plain values; knows no parser."""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.prose.captions import Caption


@dataclass(frozen=True)
class Mark:
    """A character in the entry's file; both count from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Heading:
    """A heading with the name by which a link can reach it."""

    level: int
    text: str
    anchor: str
    at: Mark


@dataclass(frozen=True)
class TableLabel:
    """A table with the name by which a link can reach it."""

    label: str
    text: str
    anchor: str
    at: Mark


@dataclass(frozen=True)
class Link:
    """A link as written; `text` is what readers see of it."""

    target: str
    at: Mark
    text: str = ""


@dataclass(frozen=True)
class Image:
    """An image as written; `text` is its text alternative."""

    target: str
    text: str
    caption: Caption
    at: Mark


@dataclass(frozen=True)
class Citation:
    """A source that the text cites, with the page or part if given."""

    key: str
    place: str
    at: Mark


@dataclass(frozen=True)
class Block:
    """A fenced block that shows something: its word, the name behind it and its lines."""

    word: str
    name: str
    text: str
    at: Mark


@dataclass(frozen=True)
class Html:
    """HTML as typed: the name of its first element, with / before it where that is closed; empty where there
    is none.
    """

    element: str
    at: Mark


@dataclass(frozen=True)
class Lapse:
    """What does not come out as it was meant: its code, and the characters that it is about (see `slips`)."""

    code: str
    shown: str
    at: Mark


@dataclass(frozen=True)
class Outline:
    """All that a text refers to, in reading order."""

    headings: tuple[Heading, ...] = ()
    tables: tuple[TableLabel, ...] = ()
    """The tables that the text can point at."""
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    citations: tuple[Citation, ...] = ()
    blocks: tuple[Block, ...] = ()
    html: tuple[Html, ...] = ()
    blanks: tuple[Link, ...] = ()
    """What is written as a link or picture, but is none for the space in its address."""
    lapses: tuple[Lapse, ...] = ()
    words: int = 0

    @property
    def figures(self) -> tuple[str, ...]:
        """The names of the charts that it shows, each once."""
        return tuple(dict.fromkeys(block.name for block in self.blocks if block.word == "figure"))
