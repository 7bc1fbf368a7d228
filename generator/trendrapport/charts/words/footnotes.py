"""Footnotes about breaks, joined gaps, provisional values and `limit` are added automatically.

They are below the figure, separate from the caption, so the caption need not repeat them. A break shows the
reason that the editor gives (see Breaks). A provisional value has an * in the table. `limit` sets how many
categories or series the drawing shows; the table, the sentences and the municipality's own figures keep
them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import ModuleType

from trendrapport.charts import kinds, notation
from trendrapport.charts.choosing.columns import PLACES
from trendrapport.charts.parts.breaks import declared_breaks
from trendrapport.charts.parts.joining import joins
from trendrapport.charts.parts.moments import moment, pace_of
from trendrapport.charts.plan import Plan, Record
from trendrapport.charts.tables.rhythm import Rhythm, neighbours
from trendrapport.diagnostics import Language, Text
from trendrapport.model.charts import Scalar, TableField
from trendrapport.runtime.plugins import modules

MOST = 6
"""So many places are named."""
LONG = 3
"""So many neighbours are told as a range."""

_BREAK = Text(nl="Trendbreuk {at} {place}: {reason}.", en="Break {at} {place}: {reason}.")
_AT: dict[str, Text] = {"date": Text(nl="op", en="on"), "string": Text(nl="bij", en="at")}
_IN = Text(nl="in", en="in")
_UNKNOWN = Text(
    nl="de cijfers vanaf dan zijn niet te vergelijken met eerdere",
    en="figures from then on cannot be compared with earlier ones",
)
_AND_STAR = Text(nl="{mark} en *", en="{mark} and *")
_PROVISIONAL = Text(nl="{mark}: voorlopig cijfer ({places}).", en="{mark}: provisional figure ({places}).")
_MORE = Text(nl="{names} en nog {count}", en="{names} and {count} more")
_RANGE = Text(nl="{first} tot en met {last}", en="{first} to {last}")
_DOTTED = Text(
    nl="Stippellijn: loopt door waar geen cijfers zijn ({places}).",
    en=("Dotted line: goes on where there are no figures ({places})."),
)
_DOTTED_DAYS = Text(
    nl="Stippellijn: loopt door waar geen cijfers zijn.",
    en=("Dotted line: goes on where there are no figures."),
)
_STAR = Text(nl="* Voorlopig cijfer ({places}).", en="* Provisional figure ({places}).")
_LIMITED = Text(
    nl="De tekening toont {drawn} van de {all}; in de tabel staan ze alle.",
    en="The drawing shows {drawn} of the {all}; the table has them all.",
)
_SOME = Text(nl="De tekening toont {drawn} van de {all}.", en="The drawing shows {drawn} of the {all}.")


def footnotes(plan: Plan, *, table: bool = True) -> list[str]:
    """The footnotes of a chart, in its language; without its `table` nothing is said of that."""
    notes = (*_limited(plan, table=table), *_breaks(plan), *_joined(plan), *_provisional(plan, table=table))
    return [note.of(plan.theme.language) for note in notes]


def _limited(plan: Plan, *, table: bool) -> Iterator[Text]:
    """How many are drawn, when that is not all of them."""
    kind: ModuleType = modules(kinds)[plan.chart.kind]
    most = [count for count in (plan.chart.limit, getattr(kind, "MOST_DRAWN", None)) if count]
    every = _count(plan, getattr(kind, "LIMITED", "")) if most else 0
    if most and every > min(most):
        yield (_LIMITED if table else _SOME).filled(drawn=min(most), all=every)


def _count(plan: Plan, role: str) -> int:
    """How many different names the rows have in a role; without a column for it, as many as there are rows,
    or columns of values.
    """
    column, values = plan.optional(role), len(plan.columns("value"))
    if role == "series":
        return len({record[column.name] for record in plan.records()}) * values if column else values
    return len({record[column.name] for record in plan.records()}) if column else len(plan.records())


def _breaks(plan: Plan) -> Iterator[Text]:
    column = place(plan)
    for found in declared_breaks(plan.chart):
        shown = notation.shown(found.at, column.type, plan.theme.language) if column else str(found.at)
        reason = found.reason.rstrip(".") if found.reason else _UNKNOWN
        at = _AT.get(column.type if column else "string", _IN)
        yield _BREAK.filled(at=at, place=shown, reason=reason)


def _joined(plan: Plan) -> Iterator[Text]:
    """Where lines go on although there are no figures, when the declaration asks for that."""
    column = place(plan)
    if not joins(plan.chart) or column is None:
        return
    pace, series = pace_of(plan, "x"), plan.optional("series")
    groups: dict[Scalar, list[Record]] = {}
    for record in plan.records():
        groups.setdefault(record[series.name] if series else None, []).append(record)
    values = [field.name for field in plan.columns("value")]
    absent = {
        key
        for records in groups.values()
        for name in values
        for key in _absent(records, column.name, name, pace)
    }
    if absent:
        listed = places(sorted(absent, key=moment), column, plan.theme.language)
        yield _DOTTED.filled(places=listed)
    elif column.type == "date" and not all(
        pace.evenly(record[column.name] for record in records) for records in groups.values()
    ):
        yield _DOTTED_DAYS


def _absent(records: Sequence[Record], place: str, value: str, pace: Rhythm) -> list[Scalar]:
    """The moments between a series' first and last value at which it has none."""
    known = [record[place] for record in records if record[value] is not None]
    ends = [moment(key) for key in known]
    empty = [
        record[place]
        for record in records
        if record[value] is None and ends and min(ends) < moment(record[place]) < max(ends)
    ]
    return [*pace.missing([*known, *empty]), *empty]


def _provisional(plan: Plan, *, table: bool) -> Iterator[Text]:
    flag, column = plan.optional("provisional"), place(plan)
    flagged = [record for record in plan.records() if flag and record[flag.name]]
    if flagged and column:
        kind: ModuleType = modules(kinds)[plan.chart.kind]
        mark: Text | None = getattr(kind, "PROVISIONAL", None)
        if mark and (table or getattr(kind, "STARRED", False)):
            mark = _AND_STAR.filled(mark=mark)
        listed = places([record[column.name] for record in flagged], column, plan.theme.language)
        yield _PROVISIONAL.filled(mark=mark, places=listed) if mark else _STAR.filled(places=listed)


def place(plan: Plan) -> TableField | None:
    """The column that says where values stand."""
    return next((found for role in PLACES if (found := plan.optional(role))), None)


def places(values: Sequence[Scalar], column: TableField, language: Language) -> str:
    """Such as 2018, 2022-2024, or the first few of many."""
    names = place_names(values, column, language)
    shown = ", ".join(names[:MOST])
    return shown if len(names) <= MOST else _MORE.filled(names=shown, count=len(names) - MOST).of(language)


def place_names(values: Sequence[Scalar], column: TableField, language: Language) -> list[str]:
    """What places are called, each once; periods that follow each other as one."""
    spans = neighbours(list(dict.fromkeys(values)), column.type)
    return [name for span in spans for name in _named(span, column, language)]


def _named(span: Sequence[Scalar], column: TableField, language: Language) -> list[str]:
    """Neighbours by the first and the last of them, if they are more than two."""
    names = [notation.shown(value, column.type, language) for value in span]
    if len(names) < LONG:
        return names
    return [
        f"{names[0]}-{names[-1]}"
        if column.type == "year"
        else _RANGE.filled(first=names[0], last=names[-1]).of(language)
    ]
