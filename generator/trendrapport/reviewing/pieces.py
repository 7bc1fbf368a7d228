"""The pieces of an entry: each is a paragraph, heading, list item, cell or note of its Word document."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from trendrapport.diagnostics import Text
from trendrapport.files.yaml_data import DataPath
from trendrapport.reviewing.signs import Signs, Wrapper, key_of, settled


class Kind(StrEnum):
    """What a word processor takes it for."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    NOTE = "note"
    PICTURE = "picture"


Rows = tuple[int, int]
"""Rows of a file, from the first up to another; the first of the file is 0."""


@dataclass(frozen=True)
class Listed:
    """The place of an item in a list."""

    number: int
    """Of the list, within the entry."""
    depth: int = 0
    start: int | None = None
    """With what number the list begins; None for one with bullets."""


@dataclass(frozen=True)
class Placed:
    """The place of a cell."""

    table: int
    row: int
    column: int
    align: str = "left"


@dataclass(frozen=True)
class Piece:
    """A part of an entry that has a paragraph of its own."""

    kind: Kind
    style: str
    """Of its paragraph in Word."""
    path: str
    """The file, from the report's root."""
    line: int
    place: Text
    """What an editor calls it: a field, or the heading above it."""
    signs: Signs
    wrappers: tuple[Wrapper, ...] = ()
    level: int = 0
    """Of a heading in the file."""
    at: DataPath | None = None
    """Where a field's value is in its file; None for what is in a text."""
    rows: Rows | None = None
    """The rows that are nothing but this piece."""
    block: Rows | None = None
    """Those of the block in a text that it is in."""
    listed: Listed | None = None
    cell: Placed | None = None
    note: str = ""
    """Of a note: how the text refers to it."""
    fixed: Text | None = None
    """Why it cannot be changed in Word."""
    depth: int = field(default=0)
    """In how many lists it is, where it is no item itself."""

    @cached_property
    def compared(self) -> Signs:
        """Its signs as they can be compared."""
        return settled(self.signs)

    @cached_property
    def key(self) -> str:
        """What its signs show."""
        return key_of(self.compared)
