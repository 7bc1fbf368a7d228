"""What a chart says in words, for anyone who cannot see the drawing and anyone who wants to be sure.

For each series: the first, last, highest and lowest value, how it went from first to last, the ranges around
values, and what is missing (values that the table lacks, and periods and pairs that it skips). If there are
breaks, each part is described separately, because values across a break cannot be compared. Changes can be
recalculated from the numbers shown. They are in percentage points for percentages, in the unit itself for
degrees, ratings and differences, and otherwise a share of the first value. Categories that are not moments
have no first and last, unless their names contain numbers, such as ages. Then come the footnotes and the
annotations. If a declaration has its own `long_description`, that replaces the sentences about values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import cast

from trendrapport.charts import kinds, notation
from trendrapport.charts.choosing.columns import numbered
from trendrapport.charts.kinds import ChartKind, traits
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.crowds import behind
from trendrapport.charts.parts.moments import moment
from trendrapport.charts.parts.series import Point, SeriesOptions, in_pairs, names, points
from trendrapport.charts.parts.stacks import share_points
from trendrapport.charts.plan import TIMES, Plan, Record
from trendrapport.charts.tables.rhythm import Rhythm, pace_of_bars, rhythm
from trendrapport.charts.words.alike import Alike
from trendrapport.charts.words.course import Course, moment_text
from trendrapport.charts.words.crowds import crowd
from trendrapport.charts.words.extremes import at_start, extremes
from trendrapport.charts.words.footnotes import footnotes, position_names
from trendrapport.charts.words.ranges import ranges
from trendrapport.charts.words.spread import clouds, spread
from trendrapport.diagnostics import Text
from trendrapport.model.charts import Scalar, TableField
from trendrapport.runtime.plugins import modules

PLACES = ("history", "x", "category", "label", "name", "code")
"""The roles that say where a value is, the most telling first."""

_ONE = Text(nl="{name}{value} ({place}).", en="{name}{value} ({place}).")
_RANGE = Text(nl="{name}{count} waarden; {ends}.", en="{name}{count} values; {ends}.")
_ALIKE = Alike(
    both=Text(nl="{name}beide waarden zijn {value}.", en="{name}both values are {value}."),
    both_rounded=Text(
        nl="{name}beide waarden zijn afgerond {value}.", en="{name}both values round to {value}."
    ),
    every=Text(nl="{name}alle {count} waarden zijn {value}.", en="{name}all {count} values are {value}."),
    every_rounded=Text(
        nl="{name}alle {count} waarden zijn afgerond {value}.",
        en="{name}all {count} values round to {value}.",
    ),
)
_IN_ORDER = Text(
    nl="{name}van {first} ({start}) tot {last} ({end}); {ends}.",
    en="{name}from {first} ({start}) to {last} ({end}); {ends}.",
)
_COURSE = Text(nl="{name}{course}.", en="{name}{course}.")
_COURSE_AND = Text(nl="{name}{course}; {ends}.", en="{name}{course}; {ends}.")
_MISSING = Text(nl="{name}geen gegevens voor {places}.", en="{name}no data for {places}.")
_NO_SHARE = Text(nl="{name}geen aandeel bekend voor {places}.", en="{name}no share known for {places}.")
_BETWEEN = Text(nl="{name}geen gegevens tussen {places}.", en="{name}no data between {places}.")
_PAIR = Text(nl="{first} en {last}", en="{first} and {last}")
_EVENTS = Text(
    nl="{count} gebeurtenissen: de eerste is {first} ({start}), de laatste {last} ({end}).",
    en="{count} events: the first is {first} ({start}), the last {last} ({end}).",
)


def in_words(plan: Plan) -> list[str]:
    """A sentence on each series, then the footnotes and marks; no sentences for values without a position."""
    language = plan.theme.language
    values: list[str] = []
    if not plan.chart.long_description:
        values = [sentence.of(language) for sentence in _values(plan)]
    return [*values, *footnotes(plan), *marked(plan)]


def marked(plan: Plan) -> list[str]:
    """What the declaration has marked in the drawing."""
    from trendrapport.charts.annotations.words import sentences

    return sentences(plan)


def _values(plan: Plan) -> Iterator[Text]:
    """The sentences on values, by what the columns of the chart are."""
    kind = cast("ChartKind", modules(kinds)[plan.chart.kind])
    if plan.columns("date"):
        yield from _events(plan)
        return
    plan = getattr(kind, "shown", _whole)(plan)
    options = plan.options(kind.OPTIONS)
    if not isinstance(options, AmountOptions):
        return
    wanted = _series_options(options)
    if not plan.columns("value"):
        if plan.columns("y"):
            yield from clouds(plan, wanted)
        return
    role = _position_role(plan)
    if role is None:
        yield from spread(Amounts(plan, wanted, in_words=True), plan.records())
    elif traits(plan.chart.kind).areas:
        yield from _map(plan, wanted)
    else:
        yield from _series(plan, wanted, role)


def _whole(plan: Plan) -> Plan:
    return plan


def _series_options(options: AmountOptions) -> SeriesOptions:
    """The options of a kind that say how its series are written and ordered."""
    order = options.order if isinstance(options, SeriesOptions) else ()
    return SeriesOptions(
        divide_by=options.divide_by, decimals=options.decimals, unit=options.unit, order=order
    )


def _position_role(plan: Plan) -> str | None:
    """The role whose column says where values are; of dots, whose roles hold numbers, there is none."""
    for role in PLACES:
        column = plan.optional(role)
        if column is not None and column.type != "number":
            return role
    return None


def _events(plan: Plan) -> Iterator[Text]:
    """How many events there are, with the first and the last of them."""
    date, label = plan.column("date"), plan.column("label")
    dated = [record for record in plan.records() if record[date.name] is not None]
    if not dated:
        return
    dated.sort(key=lambda record: moment(record[date.name]))
    first, last = dated[0], dated[-1]
    names = {"first": first[label.name], "last": last[label.name]}
    days = {"start": _shown(first, date, plan), "end": _shown(last, date, plan)}
    yield _EVENTS.filled(count=len(dated), **names, **days)


def _shown(record: Record, column: TableField, plan: Plan) -> str:
    """What a row has in a column, as readers see it."""
    return notation.shown(record[column.name], column.type, plan.theme.language)


def _map(plan: Plan, options: SeriesOptions) -> Iterator[Text]:
    """The areas by their names, those without a figure too, and what has no tile."""
    kind = modules(kinds)[plan.chart.kind]
    amounts, column = Amounts(plan, options, in_words=True), plan.column("value")
    named = TableField(name=column.name, type="string", title=column.title)
    yield from _of_series(
        notation.told_of(column.title, "", plan.theme.language), kind.on_map(plan, amounts), amounts, named
    )
    yield from (Text(words, words) for words in kind.beside_map(plan, amounts))


def _series(plan: Plan, options: SeriesOptions, position: str) -> Iterator[Text]:
    """The series in the declared order, else that of the table; of a map of cells each row, of key figures
    each label.
    """
    other = _other_names(plan, position)
    found, amounts = points(plan, position, options), Amounts(plan, options, in_words=True)
    if traits(plan.chart.kind).paired and not other:
        found = in_pairs(found, plan)
    if plan.chart.options.get("share") is True:
        found, amounts = share_points(found), amounts.shares
    if other:
        found = _named_after(other, found, plan)
        if traits(plan.chart.kind).paired:
            found = in_pairs(found, plan)
    groups: dict[str, list[Point]] = {name: [] for name in names(found, options)}
    for point in found:
        groups[point.series].append(point)
    yield from _each(groups, amounts, plan.column(position))
    together = getattr(modules(kinds)[plan.chart.kind], "together", _none)
    for start, sums in together(plan, found):
        yield from _of_series(start.of(plan.theme.language), sums, amounts, plan.column(position))


def _none(_plan: Plan, _found: Sequence[Point]) -> tuple[()]:
    return ()


def _each(groups: Mapping[str, list[Point]], amounts: Amounts, column: TableField) -> Iterator[Text]:
    """The sentences on each series, and one on those that are grey in the drawing."""
    chart = amounts.plan.chart
    grey = behind(list(groups), chart) if traits(chart.kind).crowds else []
    for name, group in groups.items():
        if name not in grey:
            start = notation.told_of(at_start(name), "", amounts.plan.theme.language)
            yield from _of_series(start, group, amounts, column)
    yield from crowd([groups[name] for name in grey], amounts, column)


def _other_names(plan: Plan, position: str) -> TableField | None:
    """The column that names series in a map of cells or in key figures, if it isn't where values are."""
    for role in ("y", "label"):
        if role != position and plan.optional(role):
            return plan.column(role)
    return None


def _named_after(column: TableField, found: Sequence[Point], plan: Plan) -> list[Point]:
    """The points with what a column says of their rows as the name of their series; a row has a point for
    each column of values.
    """
    named: list[str] = []
    for record in plan.records():
        named += [_shown(record, column, plan)] * len(plan.columns("value"))
    return [replace(point, series=name) for point, name in zip(found, named, strict=True)]


def _of_series(start: str, group: list[Point], amounts: Amounts, column: TableField) -> Iterator[Text]:
    """The sentences on one series: its values, and what is missing among them."""
    plan = amounts.plan
    known = [point for point in group if point.amount is not None]
    pace = _pace(plan, column)
    absent = _absent(group, pace)
    if len(known) == 1:
        value, place = amounts.text(known[0].amount), _at(known[0], plan, column)
        yield _ONE.filled(name=start, value=value, place=place)
    elif known and column.type in TIMES:
        yield _over_time(start, known, absent, Course(amounts, column, pace))
    elif known:
        yield _several(start, known, amounts, column)
    yield from ranges(start, known, amounts, lambda point: _at(point, plan, column))
    if absent:
        words = _NO_SHARE if amounts.parts else _MISSING
        yield words.filled(name=start, places=", ".join(position_names(absent, column, plan.theme.language)))
    if column.type == "date":
        yield from _between(start, known, absent, pace, plan, column)


def _between(
    start: str, known: list[Point], absent: list[Scalar], pace: Rhythm, plan: Plan, column: TableField
) -> Iterator[Text]:
    """The gaps between days for which there is no row either."""
    empty = list(map(moment, absent))
    ordered = sorted(known, key=lambda point: moment(point.key))
    for before, after in pairwise(ordered):
        if pace.joined(before.key, after.key):
            continue
        if any(moment(before.key) < at < moment(after.key) for at in empty):
            continue
        first, last = _at(before, plan, column), _at(after, plan, column)
        pair = _PAIR.filled(first=first, last=last).of(plan.theme.language)
        yield _BETWEEN.filled(name=start, places=pair)


def _pace(plan: Plan, column: TableField) -> Rhythm:
    """How often values come, in a kind that draws what is left out as a gap."""
    shows = traits(plan.chart.kind).left_out
    if not shows or (shows == "empty" and column.type == "integer"):
        return Rhythm(column.type, 0)
    keys = [record[column.name] for record in plan.records()]
    if shows == "empty":
        return pace_of_bars(keys, column.type)
    return rhythm(keys, column.type)


def _absent(group: list[Point], pace: Rhythm) -> list[Scalar]:
    """The places without a value: those of the table, and the periods that it leaves out."""
    empty = [point.key for point in group if point.amount is None]
    left_out = pace.missing([point.key for point in group])
    if not left_out:
        return list(dict.fromkeys(empty))
    return sorted({*empty, *left_out} - {None}, key=moment)


def _over_time(start: str, known: list[Point], absent: list[Scalar], course: Course) -> Text:
    """How a series went, and the highest and lowest value that it shows, unless all are the same."""
    plan, ordered = course.amounts.plan, sorted(known, key=lambda point: moment(point.key))
    words = course.in_words(ordered, list(map(moment, absent))).of(plan.theme.language)
    ends = extremes(ordered, course.amounts, lambda point: _at(point, plan, course.column))
    if ends.highest == ends.lowest:
        return _COURSE.filled(name=start, course=words)
    return _COURSE_AND.filled(name=start, course=words, ends=ends.words.of(plan.theme.language))


def _several(start: str, known: list[Point], amounts: Amounts, column: TableField) -> Text:
    """The highest and lowest of values without a moment; from the first to the last only when their places
    have an order.
    """
    plan, texts = amounts.plan, {amounts.text(point.amount) for point in known}
    if len(texts) == 1:
        return _ALIKE.words(known).filled(name=start, count=len(known), value=texts.pop())
    ends = extremes(known, amounts, lambda point: _at(point, plan, column)).words.of(plan.theme.language)
    if not _have_order(known, plan):
        return _RANGE.filled(name=start, count=len(known), ends=ends)
    first, last = known[0], known[-1]
    values = {"first": amounts.text(first.amount), "last": amounts.text(last.amount)}
    places = {"start": _at(first, plan, column), "end": _at(last, plan, column)}
    return _IN_ORDER.filled(name=start, ends=ends, **values, **places)


def _have_order(known: Sequence[Point], plan: Plan) -> bool:
    """Whether the places of values have an order of their own."""
    kind = traits(plan.chart.kind)
    if kind.two_moments:
        return True
    return kind.own_order and numbered([str(point.key) for point in known])


def _at(point: Point, plan: Plan, column: TableField) -> str:
    return moment_text(point, column, plan.theme.language)
