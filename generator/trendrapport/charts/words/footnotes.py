"""Footnotes about breaks, joined gaps, provisional values and `limit` are added automatically.

They are below the figure, separate from the caption, so the caption need not repeat them. A break shows the
reason that the editor gives (see Breaks). A provisional value has an * in the table. `limit` sets how many
categories or series the drawing shows; the table, the sentences and the municipality's own figures keep them
all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from types import ModuleType

from trendrapport.charts import kinds, notation
from trendrapport.charts.choosing.columns import PLACES
from trendrapport.charts.choosing.subtitle import lowered
from trendrapport.charts.kinds import traits
from trendrapport.charts.parts.breaks import declared_breaks
from trendrapport.charts.parts.joining import joins
from trendrapport.charts.parts.moments import moment, pace_of
from trendrapport.charts.plan import Plan, Record
from trendrapport.charts.tables.rhythm import Rhythm, neighbours
from trendrapport.charts.words.places import located
from trendrapport.diagnostics import Language, Text
from trendrapport.model.charts import Scalar, TableField
from trendrapport.runtime.plugins import modules

MOST = 6
"""How many places are named."""
LONG = 3
"""How many neighbours are named as a range."""

_BREAK = Text(nl="Trendbreuk {at}: {reason}.", en="Break {at}: {reason}.")
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
    en="Dotted line: continues where figures are missing ({places}).",
)
_DOTTED_DAYS = Text(
    nl="Stippellijn: loopt door waar geen cijfers zijn.",
    en="Dotted line: continues where figures are missing.",
)
_STAR = Text(nl="* Voorlopig cijfer ({places}).", en="* Provisional figure ({places}).")
_PROJECTED = Text(
    nl="Streep-stippellijn, met open punten: raming ({places}).",
    en="Dashes and points, with open dots: projection ({places}).",
)
_PROJECTED_IN_TABLE = Text(
    nl="Streep-stippellijn, met open punten, en \N{DAGGER}: raming ({places}).",
    en="Dashes and points, with open dots, and \N{DAGGER}: projection ({places}).",
)
_BAND = Text(nl="Vlak om de lijn: {low} tot {high}.", en="Band around the line: {low} to {high}.")
_LOGARITHMIC = Text(
    nl="Logaritmische schaal: van 1 naar 10 is even ver als van 10 naar 100.",
    en="Logarithmic scale: from 1 to 10 is as far as from 10 to 100.",
)
_LIMITED = Text(
    nl="De tekening toont {drawn} van de {all}; in de volledige tabel staan ze alle.",
    en="The drawing shows {drawn} of the {all}; the full table shows all of them.",
)
_SOME = Text(nl="De tekening toont {drawn} van de {all}.", en="The drawing shows {drawn} of the {all}.")


def footnotes(plan: Plan, *, table: bool = True) -> list[str]:
    """The footnotes of a chart, in its language; without its `table` nothing is said of that."""
    notes = (
        *_limited(plan, table=table),
        *_scale(plan),
        *_bands(plan),
        *_breaks(plan),
        *_joined(plan),
        *_provisional(plan, table=table),
        *_projected(plan, table=table),
    )
    return [note.of(plan.theme.language) for note in notes]


def footnotes_of_plain_chart(plan: Plan) -> list[str]:
    """The same for a chart without the marks of the drawing: no dots in lines, no open bars."""
    notes = (*_limited(plan, table=False), *_breaks(plan), *_provisional(plan, marked=False))
    return [note.of(plan.theme.language) for note in notes]


def _limited(plan: Plan, *, table: bool) -> Iterator[Text]:
    """How many are drawn, when that is not all of them."""
    kind: ModuleType = modules(kinds)[plan.chart.kind]
    limits = [count for count in (plan.chart.limit, getattr(kind, "MOST_DRAWN", None)) if count]
    if not limits:
        return
    every = _count(plan, getattr(kind, "LIMITED", ""))
    if every > min(limits):
        yield (_LIMITED if table else _SOME).filled(drawn=min(limits), all=every)


def _count(plan: Plan, role: str) -> int:
    """How many different names the rows have in a role; without a column for it, as many as there are rows,
    or columns of values.
    """
    column, records = plan.optional(role), plan.records()
    each = len(plan.columns("value")) if role == "series" else 1
    if column:
        return len({record[column.name] for record in records}) * each
    if role == "series":
        return each
    return len(records)


def _breaks(plan: Plan) -> Iterator[Text]:
    """Each break, with its reason."""
    column = position_column(plan)
    for found in declared_breaks(plan.chart):
        reason = found.reason.rstrip(".") if found.reason else _UNKNOWN
        yield _BREAK.filled(at=located(found.at, column, plan.theme.language), reason=reason)


def _joined(plan: Plan) -> Iterator[Text]:
    """Where lines go on although there are no figures, when the declaration asks for that."""
    column = position_column(plan)
    if not joins(plan.chart) or column is None:
        return
    pace = pace_of(plan, "x")
    groups = list(_records_by_series(plan).values())
    absent: set[Scalar] = set()
    for records, value in product(groups, plan.columns("value")):
        absent.update(_absent(records, column.name, value.name, pace))
    if absent:
        listed = listed_positions(sorted(absent, key=moment), column, plan.theme.language)
        yield _DOTTED.filled(places=listed)
    elif column.type == "date" and not all(_is_even(records, column, pace) for records in groups):
        yield _DOTTED_DAYS


def _scale(plan: Plan) -> Iterator[Text]:
    """How a logarithmic scale is read."""
    if plan.chart.options.get("logarithmic") is True or plan.chart.options.get("x_logarithmic") is True:
        yield _LOGARITHMIC


def _bands(plan: Plan) -> Iterator[Text]:
    """What the bands around lines are."""
    if traits(plan.chart.kind).time_axis and plan.columns("low") and plan.columns("high"):
        low, high = plan.columns("low")[0].title, plan.columns("high")[0].title
        yield _BAND.filled(low=lowered(low), high=lowered(high))


def _projected(plan: Plan, *, table: bool) -> Iterator[Text]:
    """Which values are projections, and how the drawing and the table show it."""
    column = position_column(plan)
    flagged = [record for record in plan.records() if plan.flagged("projected", record)]
    if column and flagged:
        places = [record[column.name] for record in flagged]
        listed = listed_positions(places, column, plan.theme.language)
        yield (_PROJECTED_IN_TABLE if table else _PROJECTED).filled(places=listed)


def _records_by_series(plan: Plan) -> dict[Scalar, list[Record]]:
    """The rows of each series; all in one group without a column for it."""
    series = plan.optional("series")
    groups: dict[Scalar, list[Record]] = {}
    for record in plan.records():
        groups.setdefault(record[series.name] if series else None, []).append(record)
    return groups


def _is_even(records: Sequence[Record], column: TableField, pace: Rhythm) -> bool:
    """Whether rows follow each other without a gap."""
    return pace.evenly(record[column.name] for record in records)


def _absent(records: Sequence[Record], position: str, value: str, pace: Rhythm) -> list[Scalar]:
    """The moments between a series' first and last value at which it has none."""
    known = [record[position] for record in records if record[value] is not None]
    if not known:
        return []
    first, last = min(map(moment, known)), max(map(moment, known))
    unknown = [record[position] for record in records if record[value] is None]
    empty = [key for key in unknown if first < moment(key) < last]
    return [*pace.missing([*known, *empty]), *empty]


def _provisional(plan: Plan, *, table: bool = False, marked: bool = True) -> Iterator[Text]:
    """Which figures are provisional, and how the drawing, if it marks them, and the table show it."""
    flag, column = plan.optional("provisional"), position_column(plan)
    if not flag or not column:
        return
    records = [record for record in plan.records() if not plan.flagged("projected", record)]
    flagged = [record[column.name] for record in records if record[flag.name]]
    if not flagged:
        return
    listed = listed_positions(flagged, column, plan.theme.language)
    kind: ModuleType = modules(kinds)[plan.chart.kind]
    mark: Text | None = getattr(kind, "PROVISIONAL", None)
    if not mark or not marked:
        yield _STAR.filled(places=listed)
        return
    if table or getattr(kind, "STARRED", False):
        mark = _AND_STAR.filled(mark=mark)
    yield _PROVISIONAL.filled(mark=mark, places=listed)


def position_column(plan: Plan) -> TableField | None:
    """The column that says where values are."""
    return next((columns[0] for columns in map(plan.columns, PLACES) if columns), None)


def listed_positions(values: Sequence[Scalar], column: TableField, language: Language) -> str:
    """Such as 2018, 2022-2024, or the first few of many."""
    names = position_names(values, column, language)
    shown = ", ".join(names[:MOST])
    if len(names) <= MOST:
        return shown
    return _MORE.filled(names=shown, count=len(names) - MOST).of(language)


def position_names(values: Sequence[Scalar], column: TableField, language: Language) -> list[str]:
    """What positions are called, each once; periods that follow each other as one."""
    names: list[str] = []
    for span in neighbours(list(dict.fromkeys(values)), column.type):
        names += _named(span, column, language)
    return names


def _named(span: Sequence[Scalar], column: TableField, language: Language) -> list[str]:
    """Neighbours by the first and the last of them, if they are more than two."""
    names = [notation.shown(value, column.type, language) for value in span]
    if len(names) < LONG:
        return names
    first, last = names[0], names[-1]
    if column.type == "year":
        return [f"{first}-{last}"]
    return [_RANGE.filled(first=first, last=last).of(language)]
