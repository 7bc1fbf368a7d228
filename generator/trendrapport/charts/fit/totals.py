"""A total among its parts: a row, series or column that is the sum of the others but is drawn as one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from trendrapport.charts.choosing.columns import PLACES
from trendrapport.charts.fit.drawn_rows import MOST_ROWS_DRAWN, NumberedRows
from trendrapport.charts.fit.misfit import Misfit, at_value
from trendrapport.charts.fit.wholes import Part, amount_of, rounding
from trendrapport.charts.kinds import traits
from trendrapport.charts.plan import all_named, allowed, named
from trendrapport.charts.tables.names import folded, is_percent
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Diagnostic, Severity, Text, Texts, shortened
from trendrapport.model.charts import Chart, Scalar, TableField

_NAMED = Text(
    nl='"{name}" is de som van de andere waarden, maar staat ertussen als een van de delen',
    en='"{name}" is the sum of the others, but is shown as one of the parts',
)
_WHY_PART = Text(
    nl="lezers tellen alles dubbel, en zien niet meer hoe de delen verschillen",
    en="readers would count everything twice, and no longer see how the parts differ",
)
_WHY_SCALE = Text(
    nl=(
        "lezers zien het aan voor een van de delen, en de delen worden zo klein dat de verschillen verdwijnen"
    ),
    en=(
        "readers would take it for one of the parts, and the parts become so small that their "
        "differences disappear"
    ),
)
_FILTER = Text(
    nl="Laat het totaal weg met een filter, zoals: filter: {{{column}: [{names}]}}.",
    en="Leave the total out with a filter, such as: filter: {{{column}: [{names}]}}.",
)
_REMOVE = Text(nl="Verwijder deze rij uit de tabel.", en="Remove this row from the table.")
_WITHOUT = Text(nl='Verwijder de kolom bij "value".', en='Remove the column under "value".')
_APART = Text(
    nl="Of laat het uitspringen: options: {{highlight: [{name}]}}.",
    en="Or make it stand out: options: {{highlight: [{name}]}}.",
)
_IN_ORDER = Text(
    nl="Hoort het erbij, schrijf dan waar het komt: options: {{order: [{name}]}}.",
    en="If it belongs there, say where it comes: options: {{order: [{name}]}}.",
)
_IN_FILTER = Text(
    nl="Hoort het erbij, noem het dan ook in dat filter.",
    en="If it belongs there, include it in that filter too.",
)

IS_TOTAL = re.compile(
    r"(?:(?:eind|sub)?totaal|(?:grand "
    r"|sub)?total|alle|allen|iedereen|all|everyone|samen|together|combined|overall|som|sum|landelijk"
    r"|nederland|(?:the )?netherlands|heel nederland|nl|wereld|world)\b|.* (?:totaal|total)$"
)
FEW_NAMES = 6
CLOSE = 0.01
"""The largest part of a total by which its rounded parts can differ from it."""


def is_called_total(name: Scalar) -> bool:
    """Whether a name says that it is about all the others together."""
    return isinstance(name, str) and bool(IS_TOTAL.match(folded(name)))


@dataclass(frozen=True)
class _Group:
    """The values on one scale, in their wholes: of each position, of each series."""

    chart: Chart
    column: str
    """The column of their names; empty when each has a column of its own."""
    adds_up: bool
    """Whether the kind adds them up."""
    wholes: tuple[tuple[Part, ...], ...]
    counted: bool
    """Whether they are whole numbers of something."""

    @property
    def parts(self) -> Iterator[Part]:
        """All values."""
        return chain.from_iterable(self.wholes)

    @property
    def names(self) -> list[Scalar]:
        """Their names, in the order of the table."""
        return list(dict.fromkeys(part.name for part in self.parts))

    @property
    def doubtful(self) -> bool:
        """Whether a total among them may be meant: its kind draws it beside them as one of the parts."""
        kind = traits(self.chart.kind)
        return not self.adds_up and not (kind.bar_each_row or kind.counts_rows)

    def total(self) -> Part | None:
        """The first that is called a total, and is the sum of all others."""
        for name in self.names:
            if self._is_total(name):
                return next(part for part in self.parts if part.name == name)
        return None

    def _is_total(self, name: Scalar) -> bool:
        if not is_called_total(name) or self._is_meant(name):
            return False
        return all(self._is_sum(name, whole) for whole in self.wholes)

    def _is_meant(self, name: Scalar) -> bool:
        """Whether the editor named it, so that it is there on purpose."""
        options = self.chart.options
        chosen = [options.get("highlight")]
        if not self.adds_up and not traits(self.chart.kind).bar_each_row:
            chosen += [options.get("order"), list(allowed(self.chart.filter.get(self.column)))]
        return any(name in names for names in chosen if isinstance(names, list))

    def _is_sum(self, name: Scalar, whole: Sequence[Part]) -> bool:
        """Whether one is the sum of all others, where it is among them; of what is not counted but measured,
        but for rounding.
        """
        of_name = [part.amount for part in whole if part.name == name]
        if not of_name:
            return True
        total = sum(of_name)
        others = [part.amount for part in whole if part.name != name]
        # A few small counts may come near a total by chance.
        near = 0.0 if self.counted else min(rounding(whole), total * CLOSE)
        return len(others) > 1 and total > 0 and abs(total - sum(others)) <= near


def total_misfits(chart: Chart, table: Table, rows: NumberedRows) -> Iterator[Misfit | Diagnostic]:
    """Each total that is drawn among its parts."""
    # Of more rows than can be drawn, that is reported instead.
    if len(rows) > MOST_ROWS_DRAWN:
        return
    for group in _groups(chart, table, rows):
        total = group.total()
        if total:
            yield _misfit(total, group, table)


def _groups(chart: Chart, table: Table, rows: NumberedRows) -> Iterator[_Group]:
    """The values that this kind draws side by side on one scale."""
    values = named(chart, "value") or (*named(chart, "x"), *named(chart, "y"))
    counted = _are_counts(values, table)
    for column, adds_up in _columns_of_names(chart, table):
        wholes = _wholes_by_column(column, values, chart, rows)
        yield _Group(chart, column, adds_up, wholes, counted)
    kind = traits(chart.kind)
    by_column = "series" in kind.compared and not named(chart, "series") and len(values) > 1
    if by_column:
        yield _Group(chart, "", bool(kind.part_role), _wholes_by_row(values, table, rows), counted)


def _columns_of_names(chart: Chart, table: Table) -> Iterator[tuple[str, bool]]:
    """The columns that name values on one scale, each with whether the kind adds those up."""
    kind = traits(chart.kind)
    for role in kind.compared:
        column = next(iter(named(chart, role)), "")
        shared = role == "category" and kind.part_role == "series" and chart.options.get("share")
        if column and not shared:
            yield column, role == kind.part_role
    if kind.counts_rows:
        for field in table.fields:
            if field.type == "string":
                yield field.name, False


def _wholes_by_column(
    column: str, values: Sequence[str], chart: Chart, rows: NumberedRows
) -> tuple[tuple[Part, ...], ...]:
    """The values whose names are in a column; those of another position or series are another whole."""
    roles = () if traits(chart.kind).known_by_label else ("series", *PLACES)
    others = [name for name in all_named(chart, roles) if name != column]
    wholes: dict[tuple[Scalar, ...], list[Part]] = {}
    for number, row in rows:
        for value in values:
            amount = amount_of(row[value])
            if amount is not None:
                key = (value, *(row[name] for name in others))
                wholes.setdefault(key, []).append(Part(row[column], amount, number, column))
    return tuple(map(tuple, wholes.values()))


def _wholes_by_row(values: Sequence[str], table: Table, rows: NumberedRows) -> tuple[tuple[Part, ...], ...]:
    """The values of each row, of which each has a column."""
    titles = {name: table.field(name).title for name in values}
    wholes = []
    for number, row in rows:
        whole = []
        for name in values:
            amount = amount_of(row[name])
            if amount is not None:
                whole.append(Part(titles[name], amount, number, name))
        wholes.append(tuple(whole))
    return tuple(wholes)


def _are_counts(values: Sequence[str], table: Table) -> bool:
    """Whether these columns hold whole numbers of something."""
    return all(_is_count(table.field(name)) for name in values)


def _is_count(field: TableField) -> bool:
    return field.type == "integer" and not is_percent(field.unit)


def _misfit(total: Part, group: _Group, table: Table) -> Misfit | Diagnostic:
    """The finding, with how to leave the total out, and how to say that it is meant."""
    severity = Severity.WARNING if group.doubtful else Severity.ERROR
    code, what = "total-among-parts", _NAMED.filled(name=shortened(str(total.name)))
    why = _WHY_SCALE if group.doubtful else _WHY_PART
    if group.column:
        at = table.locate(total.row, total.column)
        return Diagnostic(at, code, what, why, _fix_of_row(total, group), severity)
    texts: Texts = (what, why, _fix_of_column(total, group))
    index = named(group.chart, "value").index(total.column)
    return replace(at_value(("fields", "value", index), code, texts), severity=severity)


def _fix_of_column(total: Part, group: _Group) -> Text:
    if not group.doubtful:
        return _WITHOUT
    return _WITHOUT + _IN_ORDER.filled(name=_quoted(total.name))


def _fix_of_row(total: Part, group: _Group) -> Text:
    chart, fix = group.chart, _left_out(total, group)
    if not group.adds_up and traits(chart.kind).highlighted:
        return fix + _APART.filled(name=_quoted(total.name))
    if not group.doubtful:
        return fix
    if group.column in named(chart, "series"):
        return fix + _IN_ORDER.filled(name=_quoted(total.name))
    return fix + _IN_FILTER


def _left_out(total: Part, group: _Group) -> Text:
    """A filter without the total; where that would name too many, the row is to go."""
    others = [_quoted(name) for name in group.names if name != total.name]
    is_long = len(others) > FEW_NAMES
    kind = traits(group.chart.kind)
    if is_long and (kind.counts_rows or kind.known_by_label):
        return _REMOVE
    names = ", ".join(others[:FEW_NAMES]) + (", ..." if is_long else "")
    return _FILTER.filled(column=group.column, names=names)


def _quoted(name: Scalar) -> str:
    """A name as an item of a YAML list."""
    text = str(name)
    if re.fullmatch(r"[^\W\d][\w /().'-]*", text):
        return text
    return json.dumps(text, ensure_ascii=False)
