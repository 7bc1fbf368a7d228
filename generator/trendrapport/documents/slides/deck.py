"""What a deck shows, as frozen values: its slides, and the charts on them. Knows no format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from trendrapport.charts.pictures.framing import USUAL
from trendrapport.diagnostics import Language
from trendrapport.language.labels.wording import Own


class Form(StrEnum):
    """A sort of chart that presentation programs have."""

    STANDING = "standing"
    LYING = "lying"
    STACKED = "stacked"
    LYING_STACKED = "lying stacked"
    LINES = "lines"
    AREAS = "areas"
    DOTS = "dots"


LIES = frozenset({Form.LYING, Form.LYING_STACKED})
STACKS = frozenset({Form.STACKED, Form.LYING_STACKED, Form.AREAS})
TIMED = frozenset({Form.LINES, Form.AREAS})


@dataclass(frozen=True)
class Series:
    """The values of a series, one for each category; None where there is none."""

    name: str
    values: tuple[float | None, ...]
    colour: int | None = 0
    """The place of its colour among those of series; None for one that steps back."""
    across: tuple[float, ...] = ()
    """Where dots are from left to right."""
    names: tuple[str, ...] = ()
    """What dots are called; empty for one without a name in the chart."""


@dataclass(frozen=True)
class Native:
    """A chart that a presentation program draws of its data."""

    form: Form
    categories: tuple[str | date, ...]
    """Names, or days."""
    series: tuple[Series, ...]
    decimals: int = 0
    unit: str = ""
    """What numbers are of, before and after them, as `{0}` with the number: "€ {0} miljoen"."""
    front: tuple[int, ...] = ()
    """The categories in colour where the others step back."""
    named: bool = True
    """Whether marks carry their values; else there is an axis."""
    low: float | None = None
    """Where the scale starts, if that is not 0."""
    axes: tuple[str, str] = ("", "")
    """What the scales of dots are of."""
    mirrored: bool = False
    """Whether values to the left are below 0 only to be drawn there, and are written without a minus."""


@dataclass(frozen=True)
class Picture:
    """A drawing that no presentation program can make of data."""

    name: str
    """A name for the drawing."""
    svg: Callable[[], str] = field(compare=False, repr=False)
    colours: Mapping[str, str] = field(default_factory=lambda: USUAL, hash=False)
    """The light colours of charts, by the properties of a page."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a slide; those of level 1 are below the one before."""

    text: str
    level: int = 0
    strong: bool = False


@dataclass(frozen=True, kw_only=True)
class Slide:
    """What every slide has."""

    title: str
    notes: tuple[str, ...] = ()
    language: Language | None = None
    """Its language where that is not the deck's."""


@dataclass(frozen=True, kw_only=True)
class Cover(Slide):
    """The first slide."""

    above: str
    summary: str
    terms: tuple[str, ...]
    """Whose it is, and under which licence."""


@dataclass(frozen=True, kw_only=True)
class Section(Slide):
    """The start of a part."""

    above: str
    summary: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Words(Slide):
    """A slide of paragraphs."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, kw_only=True)
class Rows(Slide):
    """A slide with a table."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    """The widths of its columns, relative to each other."""
    description: str


@dataclass(frozen=True)
class Amount:
    """A number in large, with what it is of."""

    amount: str
    title: str
    explanation: str
    language: Language | None = None
    """Its language where that is not the slide's."""


@dataclass(frozen=True, kw_only=True)
class Amounts(Slide):
    """A slide with a few numbers in large."""

    amounts: tuple[Amount, ...]


@dataclass(frozen=True, kw_only=True)
class Chart(Slide):
    """A slide with a chart."""

    unit: str
    """What is shown, in which unit, of when."""
    drawn: Native | Picture
    description: str
    """Its text alternative."""
    below: tuple[str, ...] = ()
    """What has to be known to read it, and the source."""
    beside: str = ""
    """What is said beside it; empty for a chart that has the whole width."""


@dataclass(frozen=True)
class Colours:
    """The colours of a deck, as `#rrggbb`."""

    paper: str
    ink: str
    soft: str
    line: str
    wash: str
    accent: str
    cover: str
    series: tuple[str, ...]
    """Those of series, in order."""
    back: str
    """That of marks that step back."""


@dataclass(frozen=True)
class Deck:
    """A presentation."""

    title: str
    author: str
    report: str
    """The report's title, at the foot of each slide."""
    language: Language
    day: int
    """When it is said to be made (seconds since 1970, UTC)."""
    colours: Colours
    slides: tuple[Slide, ...]
    own_labels: Own = ()
    """The report's own words for labels."""
