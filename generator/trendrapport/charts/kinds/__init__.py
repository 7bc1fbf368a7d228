"""A file per chart kind: what a declaration means, and how it is drawn with Altair.

A module here holds three names and nothing registers it elsewhere:

- `FIELDS`: what a column can serve for, by role, with the types that fit (`Role`);
- `OPTIONS`: the model of the settings that an editor can write under `options`;
- `draw(plan)`: the Altair chart.

It can hold more:

- `TRAITS`: what checks and sentences have to know about the kind, see `Traits`;
- `SUITS`: for which tables `trendrapport new chart` proposes the kind, and what it then says, see `Suits`;
- `ONE_OF`: the roles of which at least one is needed;
- `CODE`: the end of the name of the chart's own file beside its declaration;
- `ANNOTATIONS`: what can be marked in it (see `annotation.Form`);
- `PROVISIONAL`: how it shows provisional figures, for the footnote; with `STARRED` their names in the drawing
  have an * too;
- `EXPLORE`: what a reader can choose who explores the chart;
- `LIMITED`: the role whose values a declaration's `limit` counts, and `MOST_DRAWN`: how many are drawn at
  most anyway;
- `PROPOSED_FOR`: a pattern of which the name of a series must have a part, for a kind of which the meaning
  is in those names;
- `shown(plan)`: the plan with only the rows that are drawn, for a kind that leaves some out by itself;
  sentences are of those;
- `together(plan, points)`: what is told of several series together: how a sentence starts, and the sums;
- `on_map(plan, amounts)` and `beside_map(plan, amounts)`: the values of areas, and sentences on what has no
  area, for a kind that draws areas.

The module's name is the word at `kind:`, and its docstring is the manual page for editors: what the kind is
for, its fields and options, and an example. Modules import Altair inside functions only (it takes half a
second): checking a declaration needs `FIELDS`, `OPTIONS` and `TRAITS` alone. A kind sets no font and no
colour of its own but takes those from the plan's theme; it writes no title, for the page has one; and it
shows a missing value as missing, never as 0.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from trendrapport.charts.plan import Plan, Role
from trendrapport.diagnostics import Text
from trendrapport.model.base import Model
from trendrapport.runtime.plugins import modules

if TYPE_CHECKING:
    from altair import TopLevelMixin


class ChartKind(Protocol):
    """What each module in this folder holds."""

    FIELDS: Mapping[str, Role]
    OPTIONS: type[Model]

    def draw(self, plan: Plan) -> TopLevelMixin:
        """The plan as an Altair chart, without configuration."""


Span = tuple[int, int]
"""The least and the most of something."""


@dataclass(frozen=True)
class Traits:
    """What checks and sentences have to know about a kind."""

    compared: tuple[str, ...] = ()
    """The roles whose values are compared on one scale, where a total among its parts misleads. In lines a
    total is recognised by its name.
    """
    part_role: str = ""
    """The role that names the parts, in a kind that adds up what it draws."""
    highlighted: str = ""
    """The role whose values can be highlighted."""
    bar_each_row: bool = False
    """Whether each row has a bar of its own."""
    counts_rows: bool = False
    """Whether each row counts as one, whatever it is called."""
    known_by_label: bool = False
    """Whether a mark is known by its label, as its position consists of numbers."""
    crowds: bool = False
    """Whether of many series only those that are highlighted have a name."""
    areas: bool = False
    """Whether marks are areas, known by their code or name."""
    colour_key: bool = False
    """Whether a series is known by its colour in a key alone; lines have names at their ends."""
    one_unit: bool = False
    """Whether all numbers have one unit, which is written above the drawing if it is long."""
    time_axis: bool = False
    """Whether there is a time axis, on which whole numbers are years."""
    two_moments: bool = False
    """Whether it shows the change between two moments."""
    vertical: bool = False
    """Whether it has vertical bars: that of a period is as wide as the period is long."""
    horizontal_for_words: bool = False
    """Whether bars are horizontal unless their categories are periods."""
    own_order: bool = False
    """Whether categories can have an order of their own, as ages have."""
    paired: bool = False
    """Whether each series has a position in each category, which is empty where the table has no row."""
    left_out: Literal["", "interrupted", "empty"] = ""
    """How it shows a period that the table leaves out: a line is interrupted, or a position is empty."""
    sides: Span | None = None
    """How many series it takes, in a kind that has two sides."""


@dataclass(frozen=True)
class Suits:
    """For which tables a kind is proposed, and why: what readers see in it, and of how much they can."""

    shows: Text
    """The end of a sentence for an editor: lines show the course."""
    good: Mapping[str, Span]
    """By role, how many different values are clear: of `series` also columns of values, of `rows` rows."""
    possible: Mapping[str, Span]
    """The same for what can still be read; with other numbers the kind is not proposed."""
    along: Literal["", "time", "words", "ordered", "unordered"] = ""
    """What its places must be: moments, names, or those of both with an order of their own; with `unordered`
    names, of which those with an order are less clear.
    """
    sketch: str = "bars"
    """The file in `charts/proposing/sketches/` that shows it on a terminal."""


def traits(kind: str | None) -> Traits:
    """The traits of a kind; those of a kind that does not exist are all absent."""
    module = modules(sys.modules[__name__]).get(kind or "")
    found: Traits = getattr(module, "TRAITS", Traits())
    return found
