"""A total among its parts: a row, series or column that is the sum of the others and is drawn as one of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from trendrapport.charts.choosing.columns import PLACES
from trendrapport.charts.fit.misfit import CellMisfit, Misfit
from trendrapport.charts.fit.same_rows import MOST_ROWS_DRAWN
from trendrapport.charts.plan import Record, allowed, named
from trendrapport.charts.tables.names import folded, is_percent
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Text, shortened
from trendrapport.language.labels import own_decimals
from trendrapport.model.charts import Chart, Scalar

_NAMED = Text(
    nl='"{name}" is de som van de andere, en staat er als een van de delen tussen',
    en='"{name}" is the sum of the others, and stands among them as one of the parts',
)
_WHY_PART = Text(
    nl="een lezer telt alles dubbel, en ziet de verschillen tussen de delen niet meer",
    en="a reader counts everything twice, and no longer sees how the parts differ",
)
_WHY_SCALE = Text(
    nl=(
        "een lezer houdt het voor een van de delen, en de delen worden zo klein dat hun verschillen "
        "verdwijnen"
    ),
    en=(
        "a reader takes it for one of the parts, and the parts become so small that their "
        "differences disappear"
    ),
)
_FILTER = Text(
    nl="Laat het weg met een filter, zoals: filter: {{{column}: [{names}]}}.",
    en="Leave it out with a filter, such as: filter: {{{column}: [{names}]}}.",
)
_REMOVE = Text(nl="Haal deze rij uit de tabel.", en="Remove this row from the table.")
_WITHOUT = Text(nl='Haal de kolom weg bij "value".', en='Remove the column at "value".')
_APART = Text(
    nl="Of zet het apart van de delen: options: {{highlight: [{name}]}}.",
    en="Or set it apart from the parts: options: {{highlight: [{name}]}}.",
)
_IN_ORDER = Text(
    nl="Hoort het erbij, zeg dan waar het staat: options: {{order: [{name}]}}.",
    en="If it belongs there, say where it stands: options: {{order: [{name}]}}.",
)
_IN_FILTER = Text(
    nl="Hoort het erbij, noem het dan ook in dat filter.",
    en=("If it belongs there, name it in that filter too."),
)

_IS_TOTAL = re.compile(
    r"(?:(?:eind|sub)?totaal|(?:grand "
    r"|sub)?total|alle|allen|iedereen|all|everyone|samen|together|combined|overall|som|sum|landelijk"
    r"|nederland|(?:the )?netherlands|heel nederland|nl|wereld|world)\b|.* (?:totaal|total)$"
)
HIGHLIGHTED = frozenset({"bars", "ranked_bars", "slope", "small_multiples", "scatter"})
"""Kinds in which one can be set apart from the others."""
RANKED = frozenset({"ranked_bars", "bars"})
PARTS = frozenset({"waffle", "stacked_bars", "area"})
"""Kinds that add up what they draw."""
ROLES: Mapping[str, tuple[str, ...]] = {
    "bars": ("category",),
    "ranked_bars": ("category",),
    "waffle": ("category",),
    "stacked_bars": ("series", "category"),
    "area": ("series",),
    "dots": ("category", "series"),
    "grouped_bars": ("category", "series"),
    "heat_map": ("x", "y"),
    "slope": ("series",),
    "small_multiples": ("series",),
    "scatter": ("label",),
}
"""Of each kind the roles of which the values stand beside each other on one scale.

In lines a total is told apart by its name.
"""
SPREAD = "histogram"
"""The kind in which each row counts as one, whatever it is called."""
FEW_NAMES = 6
CLOSE = 0.01
"""By so much of a total its rounded parts can differ from it at most."""


@dataclass(frozen=True)
class _Member:
    """A value beside others: what it is called, and where it stands."""

    name: Scalar
    amount: float
    row: int
    column: str


@dataclass(frozen=True)
class _Group:
    """The values on one scale, in their wholes: of each place, of each series."""

    chart: Chart
    column: str
    """The column of their names; empty when each has a column of its own."""
    parts: bool
    """Whether the kind adds them up."""
    wholes: tuple[tuple[_Member, ...], ...]
    counted: bool
    """Whether they are whole numbers of something."""

    @property
    def names(self) -> list[Scalar]:
        """What they are called, in the order of the table."""
        return list(dict.fromkeys(member.name for whole in self.wholes for member in whole))

    def total(self) -> _Member | None:
        """The first that is called a total, and is the sum of all others."""
        for name in self.names:
            called = isinstance(name, str) and _IS_TOTAL.match(folded(name))
            holding = [whole for whole in self.wholes if any(member.name == name for member in whole)]
            if called and not self._meant(name) and all(self._is_sum(name, whole) for whole in holding):
                return next(member for member in holding[0] if member.name == name)
        return None

    def _meant(self, name: Scalar) -> bool:
        """Whether the editor named it, so that it stands there knowingly."""
        options = self.chart.options
        chosen = [options.get("highlight")]
        if not self.parts and self.chart.kind not in RANKED:
            chosen += [options.get("order"), list(allowed(self.chart.filter.get(self.column)))]
        return any(name in found for found in chosen if isinstance(found, list))

    def _is_sum(self, name: Scalar, whole: Sequence[_Member]) -> bool:
        """Whether one is the sum of all others; of what is not counted but measured, but for rounding."""
        total = sum(member.amount for member in whole if member.name == name)
        others = [member.amount for member in whole if member.name != name]
        # A few small counts may come near a total by chance.
        near = 0.0 if self.counted else min(_rounding(whole), total * CLOSE)
        return len(others) > 1 and total > 0 and abs(total - sum(others)) <= near


def total_misfits(
    chart: Chart, table: Table, rows: Sequence[tuple[int, Record]]
) -> Iterator[Misfit | CellMisfit]:
    """Each total that stands among its parts."""
    # Of more rows than can be drawn, that is what is told.
    if len(rows) > MOST_ROWS_DRAWN:
        return
    for group in _groups(chart, table, rows):
        if found := group.total():
            yield _told(found, group)


def _groups(chart: Chart, table: Table, rows: Sequence[tuple[int, Record]]) -> Iterator[_Group]:
    """What stands beside each other on one scale in this kind."""
    values = named(chart, "value") or (*named(chart, "x"), *named(chart, "y"))
    for role in ROLES.get(chart.kind, ()):
        column = next(iter(named(chart, role)), "")
        shared = role == "category" and chart.kind == "stacked_bars" and chart.options.get("share")
        if column and not shared:
            yield _of_column(column, values, role, chart, table, rows)
    if chart.kind == SPREAD:
        for field in table.fields:
            if field.type == "string":
                yield _of_column(field.name, values, "", chart, table, rows)
    by_column = "series" in ROLES.get(chart.kind, ()) and not named(chart, "series") and len(values) > 1
    if by_column:
        yield _of_columns(values, chart, table, rows)


def _of_column(
    column: str,
    values: Sequence[str],
    role: str,
    chart: Chart,
    table: Table,  # noqa: PLR0913, PLR0917 - what a group is made of
    rows: Sequence[tuple[int, Record]],
) -> _Group:
    """The values whose names stand in a column; those of another place or series are another whole."""
    roles = ("series", *PLACES) if chart.kind != "scatter" else ()
    others = [name for other in roles for name in named(chart, other) if name != column]
    wholes: dict[tuple[Scalar, ...], list[_Member]] = {}
    for number, row in rows:
        for value in values:
            amount = _number(row[value])
            if amount is not None:
                key = (value, *(row[name] for name in others))
                wholes.setdefault(key, []).append(_Member(row[column], amount, number, column))
    adds_up = chart.kind == "waffle" or (chart.kind in PARTS and role == "series")
    return _Group(chart, column, adds_up, tuple(map(tuple, wholes.values())), counted=_counted(values, table))


def _of_columns(
    values: Sequence[str], chart: Chart, table: Table, rows: Sequence[tuple[int, Record]]
) -> _Group:
    """The values of a row, of which each has a column."""
    titles = {name: table.field(name).title for name in values}
    wholes = []
    for number, row in rows:
        amounts = {name: _number(row[name]) for name in values}
        wholes.append(
            tuple(
                _Member(titles[name], amount, number, name)
                for name, amount in amounts.items()
                if amount is not None
            )
        )
    return _Group(chart, "", chart.kind in PARTS, tuple(wholes), counted=_counted(values, table))


def _counted(values: Sequence[str], table: Table) -> bool:
    """Whether these columns hold whole numbers of something."""
    return all(
        table.field(name).type == "integer" and not is_percent(table.field(name).unit) for name in values
    )


def _told(total: _Member, group: _Group) -> Misfit | CellMisfit:
    """The finding, with how to leave the total out, and how to say that it is meant."""
    chart, adds_up = group.chart, group.parts
    doubt = not adds_up and chart.kind not in RANKED | {SPREAD}
    what = _NAMED.filled(name=shortened(str(total.name)))
    why = _WHY_SCALE if doubt else _WHY_PART
    if not group.column:
        fix = _WITHOUT + _IN_ORDER.filled(name=_quoted(total.name)) if doubt else _WITHOUT
        return Misfit(
            ("fields", "value", named(chart, "value").index(total.column)),
            False,
            "total-among-parts",
            what,
            why,
            fix,
            doubt,
        )
    fix = _left_out(total, group)
    if not adds_up and chart.kind in HIGHLIGHTED:
        fix += _APART.filled(name=_quoted(total.name))
    elif doubt and group.column in named(chart, "series"):
        fix += _IN_ORDER.filled(name=_quoted(total.name))
    elif doubt:
        fix += _IN_FILTER
    return CellMisfit(total.row, total.column, "total-among-parts", what, why, fix, doubt)


def _left_out(total: _Member, group: _Group) -> Text:
    """A filter without the total; where that would name too many, the row is to go."""
    others = [_quoted(name) for name in group.names if name != total.name]
    if len(others) > FEW_NAMES and (group.chart.kind in {SPREAD, "scatter"}):
        return _REMOVE
    names = ", ".join(others[:FEW_NAMES]) + (", ..." if len(others) > FEW_NAMES else "")
    return _FILTER.filled(column=group.column, names=names)


def _quoted(name: Scalar) -> str:
    """A name as it can stand in a list of YAML."""
    text = str(name)
    return text if re.fullmatch(r"[^\W\d][\w /().'-]*", text) else json.dumps(text, ensure_ascii=False)


def _rounding(whole: Sequence[_Member]) -> float:
    """By how much a sum of rounded parts can differ from the whole."""
    places = max((own_decimals(member.amount) for member in whole), default=0)
    return float(len(whole) * 0.5 * 10**-places + 1e-9)


def _number(value: Scalar) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
