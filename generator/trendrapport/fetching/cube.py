"""A table of Statistics Netherlands as values: what it counts, of what, and each figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["time", "area", "other"]


@dataclass(frozen=True)
class Code:
    """A period, an area or another category."""

    code: str
    title: str
    provisional: bool = False
    """Whether the figures of a period may still be revised."""


@dataclass(frozen=True)
class Dimension:
    """What figures are told apart by."""

    name: str
    title: str
    kind: Kind
    codes: tuple[Code, ...]
    """In the order of the table."""


@dataclass(frozen=True)
class Measure:
    """What is counted or measured."""

    name: str
    title: str
    unit: str = ""
    decimals: int | None = None
    is_text: bool = False


@dataclass(frozen=True)
class Figure:
    """One figure as a tidy table writes it, or the sign for why there is none."""

    text: str = ""
    sign: str = ""


NOTHING = Figure()
"""A figure that cannot exist, which Statistics Netherlands leaves empty."""


@dataclass(frozen=True)
class CubeRow:
    """The figures of one combination of codes, in the order of the dimensions and of the measures."""

    codes: tuple[str, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Cube:
    """A table, or the part of it that was asked for, with where it was found."""

    number: str
    title: str
    description: str
    address: str
    """Where its figures are, for programs."""
    page: str
    """The same for people."""
    version: str
    """What changes with the figures: a version, or the moment at which they last changed."""
    etag: str
    checksum: str
    dimensions: tuple[Dimension, ...]
    measures: tuple[Measure, ...]
    rows: tuple[CubeRow, ...]
