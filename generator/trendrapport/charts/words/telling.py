"""What a chart says in words, for anyone who cannot see the drawing and anyone who wants to be sure.

For each series: the first, last, highest and lowest value, how it went from first to last, and what is
missing (values that the table lacks, and periods and pairs that it skips). If there are breaks, each part
is described separately, because values across a break cannot be compared. Changes can be recalculated from
the numbers shown. They are in percentage points for percentages, in the unit itself for degrees and
differences, and otherwise a share of the first value. Categories that are not moments have no first and
last, unless their names contain numbers, such as ages. Then come the footnotes and the annotations. If a
declaration has its own `long_description`, that replaces the sentences about values.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import cast

from trendrapport.charts import kinds, notation
from trendrapport.charts.choosing.columns import numbered
from trendrapport.charts.kinds import ChartKind
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.moments import moment
from trendrapport.charts.parts.series import Point, SeriesOptions, in_pairs, names, points
from trendrapport.charts.parts.stacks import share_points
from trendrapport.charts.plan import TIMES, Plan, Record
from trendrapport.charts.tables.rhythm import Rhythm, pace_of_bars, rhythm
from trendrapport.charts.words.course import Course
from trendrapport.charts.words.extremes import extremes, listed
from trendrapport.charts.words.footnotes import footnotes, place_names
from trendrapport.diagnostics import Text, counted
from trendrapport.model.charts import Scalar, TableField
from trendrapport.runtime.plugins import modules

PLACES = ("history", "x", "category", "label", "name", "code")
"""The roles that say where a value stands, the most telling first."""

_ONE = Text(nl="{name}{value} ({place}).", en="{name}{value} ({place}).")
_RANGE = Text(nl="{name}{count} waarden; {ends}.", en="{name}{count} values; {ends}.")
_ALL = Text(nl="{name}alle {count} waarden zijn {value}.", en="{name}all {count} values are {value}.")
_ROUND = Text(
    nl="{name}alle {count} waarden zijn afgerond {value}.", en=("{name}all {count} values round to {value}.")
)
_BOTH = Text(nl="{name}beide waarden zijn {value}.", en="{name}both values are {value}.")
_BOTH_ROUND = Text(nl="{name}beide waarden zijn afgerond {value}.", en="{name}both values round to {value}.")
_IN_ORDER = Text(
    nl="{name}van {first} ({start}) tot {last} ({end}); {ends}.",
    en=("{name}from {first} ({start}) to {last} ({end}); {ends}."),
)
_COURSE = Text(nl="{name}{course}.", en="{name}{course}.")
_COURSE_AND = Text(nl="{name}{course}; {ends}.", en="{name}{course}; {ends}.")
_MISSING = Text(nl="{name}geen gegevens voor {places}.", en="{name}no data for {places}.")
_NO_SHARE = Text(nl="{name}geen aandeel bekend voor {places}.", en="{name}no share known for {places}.")
_BETWEEN = Text(nl="{name}geen gegevens tussen {places}.", en="{name}no data between {places}.")
_PAIR = Text(nl="{first} en {last}", en="{first} and {last}")
_SPREAD = Text(
    nl="{name}{count} waarden van {low} tot en met {high}; de middelste is {middle}.",
    en="{name}{count} values from {low} to {high}; the median is {middle}.",
)
_NOT_DRAWN = Text(
    nl="Niet getekend, want een van de twee waarden ontbreekt: {names}.",
    en=("Not drawn, as one of the two values is missing: {names}."),
)
_WITHOUT = (
    Text(nl="1 waarde ontbreekt.", en="1 value is missing."),
    Text(nl="{count} waarden ontbreken.", en="{count} values are missing."),
)
_EVENTS = Text(
    nl="{count} gebeurtenissen: de eerste is {first} ({start}), de laatste {last} ({end}).",
    en="{count} events: the first is {first} ({start}), the last {last} ({end}).",
)
OWN_ORDER = {"bars", "grouped_bars", "stacked_bars", "small_multiples"}
"""Kinds in which categories can stand in an order of their own, if their names hold numbers, as ages do.

Two moments of a slope always do.
"""

OPEN = frozenset({"lines", "area", "key_figures"})
TWO = 2
PAIRED = frozenset({"grouped_bars", "stacked_bars", "small_multiples", "heat_map", "dots", "slope"})
"""Kinds with a place for each series in each category, which is empty where the table has no row."""
STANDING = frozenset({"bars", "grouped_bars", "stacked_bars", "small_multiples", "heat_map"})
"""Kinds that have a gap or an empty place where the table leaves out a period; of whole numbers only the
first.
"""


def told(plan: Plan) -> list[str]:
    """A sentence on each series, then the footnotes and marks; no sentences for values that have no place."""
    language = plan.theme.language
    values = [] if plan.chart.long_description else [sentence.of(language) for sentence in _values(plan)]
    return [*values, *footnotes(plan), *marked(plan)]


def marked(plan: Plan) -> list[str]:
    """What the declaration has marked in the drawing."""
    from trendrapport.charts.annotations.words import sentences

    return sentences(plan)


def _values(plan: Plan) -> Iterator[Text]:
    kind = cast("ChartKind", modules(kinds)[plan.chart.kind])
    if plan.columns("date"):
        yield from _events(plan)
        return
    plan = getattr(kind, "shown", _whole)(plan)
    options = plan.options(kind.OPTIONS)
    place = next(
        (role for role in PLACES if plan.columns(role) and plan.column(role).type not in {"number"}), None
    )
    if not isinstance(options, AmountOptions):
        return
    order = options.order if isinstance(options, SeriesOptions) else ()
    wanted = SeriesOptions(
        divide_by=options.divide_by, decimals=options.decimals, unit=options.unit, order=order
    )
    if plan.columns("y") and not plan.columns("value"):
        yield from _clouds(plan, wanted)
    elif plan.columns("value") and place is None:
        yield from _spread(Amounts(plan, wanted, in_words=True), plan.records())
    elif plan.chart.kind == "tile_map":
        yield from _map(plan, wanted)
    elif place and plan.columns("value"):
        yield from _series(plan, wanted, place)


def _whole(plan: Plan) -> Plan:
    return plan


def _events(plan: Plan) -> Iterator[Text]:
    date, label = plan.column("date"), plan.column("label")
    dated = sorted(
        (record for record in plan.records() if record[date.name] is not None),
        key=lambda record: moment(record[date.name]),
    )
    if dated:
        start, end = (
            notation.shown(record[date.name], date.type, plan.theme.language)
            for record in (dated[0], dated[-1])
        )
        yield _EVENTS.filled(
            count=len(dated), first=dated[0][label.name], start=start, last=dated[-1][label.name], end=end
        )


def _clouds(plan: Plan, options: SeriesOptions) -> Iterator[Text]:
    """Both numbers of the dots, and which rows have no dot as one of them is missing."""
    own = plan.chart.options
    across = AmountOptions.model_validate(
        {name: own[f"x_{name}"] for name in AmountOptions.model_fields if f"x_{name}" in own}
    )
    x, y = plan.column("x"), plan.column("y")
    known = [record[x.name] is not None and record[y.name] is not None for record in plan.records()]
    drawn, absent = (
        [record for record, whole in zip(plan.records(), known, strict=True) if whole is wanted]
        for wanted in (True, False)
    )
    for column, amounts in (
        (x, Amounts(plan, across, "x", in_words=True)),
        (y, Amounts(plan, options, "y", in_words=True)),
    ):
        yield from _spread(amounts, drawn, f"{column.title}: ")
    label = plan.optional("label")
    if absent and label:
        shown = [notation.shown(record[label.name], label.type, plan.theme.language) for record in absent]
        yield _NOT_DRAWN.filled(names=listed(shown, plan.theme.language))
    elif absent:
        yield counted(len(absent), *_WITHOUT)


def _spread(amounts: Amounts, records: Sequence[Record], name: str = "") -> Iterator[Text]:
    """How the numbers of some rows are spread."""
    column = amounts.plan.column(amounts.role).name
    found = [amounts.of(record[column]) for record in records]
    known = sorted(amount for amount in found if amount is not None)
    if not known:
        yield notation.NO_DATA
        return
    ends = {"low": amounts.text(known[0]), "high": amounts.text(known[-1])}
    yield _SPREAD.filled(name=name, count=len(known), middle=amounts.exact_text(median(known)), **ends)
    if absent := len(found) - len(known):
        yield counted(absent, *_WITHOUT)


def _map(plan: Plan, options: SeriesOptions) -> Iterator[Text]:
    """The areas by their names, those without a figure too, and what has no tile."""
    from trendrapport.charts.kinds import tile_map

    amounts, column = Amounts(plan, options, in_words=True), plan.column("value")
    named = TableField(name=column.name, type="string", title=column.title)
    yield from _of_series(f"{column.title}: ", tile_map.on_map(plan, amounts), amounts, named)
    yield from (Text(words, words) for words in tile_map.beside_map(plan, amounts))


def _series(plan: Plan, options: SeriesOptions, place: str) -> Iterator[Text]:
    """The series in the declared order, else that of the table; of a map of cells each row, of key figures
    each label.
    """
    other = next((role for role in ("y", "label") if place != role and plan.optional(role)), None)
    found, amounts = points(plan, place, options), Amounts(plan, options, in_words=True)
    found = in_pairs(found, plan) if plan.chart.kind in PAIRED and not other else found
    if plan.chart.options.get("share") is True:
        found, amounts = share_points(found), amounts.shares
    if other:
        column, count = plan.column(other), len(plan.columns("value"))
        named = [
            notation.shown(record[column.name], column.type, plan.theme.language)
            for record in plan.records()
            for _ in range(count)
        ]
        found = [replace(point, series=name) for point, name in zip(found, named, strict=True)]
        found = in_pairs(found, plan) if plan.chart.kind in PAIRED else found
    groups: dict[str, list[Point]] = {name: [] for name in names(found, options)}
    for point in found:
        groups[point.series].append(point)
    for name, group in groups.items():
        yield from _of_series(f"{name[:1].upper()}{name[1:]}: ", group, amounts, plan.column(place))


def _of_series(start: str, group: list[Point], amounts: Amounts, column: TableField) -> Iterator[Text]:
    known = [point for point in group if point.amount is not None]
    pace = _pace(amounts.plan, column)
    absent = _absent(group, pace)
    if len(known) == 1:
        yield _ONE.filled(
            name=start, value=amounts.text(known[0].amount), place=_at(known[0], amounts.plan, column)
        )
    elif known and column.type in TIMES:
        yield _over_time(start, known, absent, Course(amounts, column, pace))
    elif known:
        yield _several(start, known, amounts, column)
    language = amounts.plan.theme.language
    if absent:
        words = _NO_SHARE if amounts.parts else _MISSING
        yield words.filled(name=start, places=", ".join(place_names(absent, column, language)))
    ordered = sorted(known, key=lambda point: moment(point.key)) if column.type == "date" else []
    for before, after in pairwise(ordered):
        if not pace.joined(before.key, after.key) and not any(
            moment(before.key) < moment(key) < moment(after.key) for key in absent
        ):
            first, last = (_at(point, amounts.plan, column) for point in (before, after))
            yield _BETWEEN.filled(name=start, places=_PAIR.filled(first=first, last=last).of(language))


def _pace(plan: Plan, column: TableField) -> Rhythm:
    """How often values come, in a kind that draws what is left out as a gap."""
    keys = [record[column.name] for record in plan.records()]
    if plan.chart.kind not in (OPEN if column.type == "integer" else OPEN | STANDING):
        return Rhythm(column.type, 0)
    return pace_of_bars(keys, column.type) if plan.chart.kind in STANDING else rhythm(keys, column.type)


def _absent(group: list[Point], pace: Rhythm) -> list[Scalar]:
    """The places without a value: those of the table, and the periods that it leaves out."""
    empty = [point.key for point in group if point.amount is None]
    left_out = pace.missing([point.key for point in group])
    return sorted({*empty, *left_out} - {None}, key=moment) if left_out else list(dict.fromkeys(empty))


def _over_time(start: str, known: list[Point], absent: list[Scalar], course: Course) -> Text:
    """How a series went, and the highest and lowest value that it shows, unless all are the same."""
    plan, ordered = course.amounts.plan, sorted(known, key=lambda point: moment(point.key))
    told = course.told(ordered, [moment(key) for key in absent]).of(plan.theme.language)
    ends = extremes(ordered, course.amounts, lambda point: _at(point, plan, course.column))
    if ends.highest == ends.lowest:
        return _COURSE.filled(name=start, course=told)
    return _COURSE_AND.filled(name=start, course=told, ends=ends.words.of(plan.theme.language))


def _several(start: str, known: list[Point], amounts: Amounts, column: TableField) -> Text:
    """The highest and lowest of values without a moment; from the first to the last only when their places
    have an order.
    """
    plan, texts = amounts.plan, {amounts.text(point.amount) for point in known}
    if len(texts) == 1:
        exact, rounded = (_BOTH, _BOTH_ROUND) if len(known) == TWO else (_ALL, _ROUND)
        words = exact if len({point.amount for point in known}) == 1 else rounded
        return words.filled(name=start, count=len(known), value=texts.pop())
    ends = extremes(known, amounts, lambda point: _at(point, plan, column)).words.of(plan.theme.language)
    if plan.chart.kind == "slope" or (
        plan.chart.kind in OWN_ORDER and numbered([str(point.key) for point in known])
    ):
        return _IN_ORDER.filled(
            name=start,
            first=amounts.text(known[0].amount),
            start=_at(known[0], plan, column),
            last=amounts.text(known[-1].amount),
            end=_at(known[-1], plan, column),
            ends=ends,
        )
    return _RANGE.filled(name=start, count=len(known), ends=ends)


def _at(point: Point, plan: Plan, column: TableField) -> str:
    return notation.shown(point.key, column.type, plan.theme.language)
