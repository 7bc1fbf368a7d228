"""A table to proposals: a declaration of each kind that fits, the best first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from trendrapport.charts import kinds
from trendrapport.charts.choosing.columns import Columns
from trendrapport.charts.choosing.defaults import RULES, as_kind
from trendrapport.charts.fit.declaration import misfits
from trendrapport.charts.kinds import ChartKind, Suits, traits
from trendrapport.charts.plan import Record, all_named, named, selected
from trendrapport.charts.proposing.adding_up import adds_up
from trendrapport.charts.proposing.counts import POSSIBLE, area_count, score, values
from trendrapport.charts.proposing.cuts import Cut, cuts
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Text
from trendrapport.model.charts import Chart
from trendrapport.runtime.plugins import modules

AREAS = 0.8
"""Names are those of areas if so large a part of them is; the others may be the whole country."""
_ANY = Suits(
    Text(nl="deze kolommen passen bij deze soort grafiek", en="these columns fit this kind of chart"),
    good={"rows": (1, 0)},
    possible={},
)
"""Of a kind whose file does not say for what it is good."""


@dataclass(frozen=True)
class Proposal:
    """A declaration that can be drawn, whose texts are still empty."""

    chart: Chart
    suits: Suits
    score: int
    usual: bool
    """Whether this kind follows from the table, if an editor leaves it out."""


def kinds_of_tables() -> Mapping[str, ChartKind]:
    """The kinds that can follow from a table alone, by name: those without a file of their own."""
    found = {}
    for name, kind in modules(kinds).items():
        if not hasattr(kind, "CODE"):
            found[name] = cast("ChartKind", kind)
    return found


def proposals(table: Table) -> list[Proposal]:
    """One proposal for each kind that readers could take in, the best first."""
    found = list(cuts(_blank(table), table))
    made = []
    for name in kinds_of_tables():
        best = _best(name, found, table)
        if best:
            made.append(best)
    return sorted(made, key=_rank)


def proposal_of(name: str, table: Table) -> Proposal | None:
    """A proposal of one kind, also if readers could hardly take it in; None if it would be wrong."""
    found = list(cuts(_blank(table), table))
    return _best(name, found, table) or _best(name, found, table, least=0)


def _rank(one: Proposal) -> tuple[bool, int, int, int, str]:
    """The kind that follows from the whole table, then what is clear, then what leaves out least."""
    left_out = len(one.chart.filter)
    order = [*(rule.kind for rule in RULES), one.chart.kind]
    position = order.index(one.chart.kind)
    return not (one.usual and not left_out), -one.score, left_out, position, one.chart.kind


def _blank(table: Table) -> Chart:
    """A declaration that says nothing but its table."""
    return Chart.model_construct(kind="", data=table.name, title="", description="", source="")


def _best(name: str, found: Sequence[Cut], table: Table, least: int = POSSIBLE) -> Proposal | None:
    """The clearest proposal of a kind with which nothing is wrong; of equals the one of the most rows."""
    for one in sorted(_tried(name, found, table), key=lambda one: -one.score):
        if one.score >= least and not any(misfits(one.chart, table)):
            return one
    return None


def _tried(name: str, found: Sequence[Cut], table: Table) -> Iterator[Proposal]:
    """A proposal for each part of a table whose columns the kind takes."""
    kind = kinds_of_tables()[name]
    suits: Suits = getattr(kind, "SUITS", _ANY)
    part = traits(name).part_role
    for cut in found:
        chart = _declared(name, kind, cut, table)
        if not chart or not _uses_all(chart, cut, table) or not _is_called_so(chart, kind, table):
            continue
        if not part or adds_up(chart, table, part):
            yield Proposal(chart, suits, score(chart, table, suits), _usual(cut, table) == name)


def _declared(name: str, kind: ChartKind, cut: Cut, table: Table) -> Chart | None:
    """A part of a table as a declaration of a kind; None if its columns do not fit."""
    fields = dict(cut.chart.fields)
    seen = cut.seen
    if "history" in kind.FIELDS and seen.times and seen.groups:
        fields |= {"label": seen.groups[0], "history": seen.times[0]}
    if traits(name).areas and not seen.code:
        name_column = _area_names(seen)
        if name_column:
            fields["name"] = name_column
    return as_kind(cut.chart.model_copy(update={"fields": fields}), name, seen, table)


def _area_names(seen: Columns) -> str | None:
    """The first column that names areas."""
    for column in seen.groups:
        if _are_areas(seen.rows, column):
            return column
    return None


def _are_areas(rows: Sequence[Record], column: str) -> bool:
    """Whether most values of a column are names of municipalities or provinces."""
    words = set(map(str, values(rows, column)))
    return bool(words) and area_count(words) >= AREAS * len(words)


def _is_called_so(chart: Chart, kind: ChartKind, table: Table) -> bool:
    """Whether the names of most series mean what the kind needs, if it needs that."""
    wanted: re.Pattern[str] | None = getattr(kind, "PROPOSED_FOR", None)
    if wanted is None:
        return True
    found = [table.field(name).title for name in named(chart, "value")]
    for column in named(chart, "series"):
        found = list(map(str, values(selected(chart, table), column)))
    return sum(bool(wanted.search(name)) for name in found) > len(found) / 2


def _uses_all(chart: Chart, cut: Cut, table: Table) -> bool:
    """Whether a chart shows the columns that tell its rows apart, and the numbers; one that counts rows needs
    no names.
    """
    unused = {*cut.kept, *cut.seen.numbers} - set(all_named(chart, chart.fields))
    if traits(chart.kind).counts_rows:
        return len(cut.kept) <= 1 and not unused - set(cut.seen.groups)
    return not unused


def _usual(cut: Cut, table: Table) -> str:
    """The kind that follows from a part of a table."""
    for rule in RULES:
        if rule.fits(cut.seen) and as_kind(cut.chart, rule.kind, cut.seen, table):
            return rule.kind
    return ""
