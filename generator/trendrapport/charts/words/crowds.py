"""What is told of series that are grey and nameless in a drawing: their range at the last moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from statistics import median

from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.crowds import others
from trendrapport.charts.parts.moments import is_moment, moment
from trendrapport.charts.parts.series import Point
from trendrapport.charts.words.extremes import listed
from trendrapport.charts.words.places import located
from trendrapport.diagnostics import Text
from trendrapport.model.charts import Scalar, TableField

_RANGE = Text(
    nl="{who}, in grijs: {at} van {low} ({bottom}) tot {high} ({top}), de middelste {middle}.",
    en="{who}, in grey: {at} from {low} ({bottom}) to {high} ({top}), with a median of {middle}.",
)
_KNOWN = Text(nl="{who}, waarvan {count} met een cijfer", en="{who}, of which {count} have a figure")
_NONE = Text(nl="{who}, in grijs: geen gegevens.", en="{who}, in grey: no data.")


def crowd(series: Sequence[Sequence[Point]], amounts: Amounts, column: TableField) -> Iterator[Text]:
    """A sentence on the values of these series at the last moment for which any has one; none without
    series.
    """
    if not series:
        return
    who, language = others(len(series)), amounts.plan.theme.language
    known = [point for point in chain.from_iterable(series) if point.amount is not None]
    if not known:
        yield _NONE.filled(who=who)
        return
    last = _last([point.key for point in known])
    then = sorted((point for point in known if point.key == last), key=lambda point: point.amount or 0.0)
    if len(then) < len(series):
        who = _KNOWN.filled(who=who, count=len(then))
    values = [point.amount or 0.0 for point in then]
    low, high = amounts.text(values[0]), amounts.text(values[-1])
    yield _RANGE.filled(
        who=who.of(language),
        at=located(last, column, language).of(language),
        low=low,
        bottom=_shown_as(low, then, amounts),
        high=high,
        top=_shown_as(high, then, amounts),
        middle=amounts.exact_text(median(values)),
    )


def _shown_as(text: str, then: Sequence[Point], amounts: Amounts) -> str:
    """The series of which readers see this value."""
    found = [point.series for point in then if amounts.text(point.amount) == text]
    return listed(found, amounts.plan.theme.language)


def _last(keys: Sequence[Scalar]) -> Scalar:
    """The latest of some moments; of what are no moments the last in the table."""
    if all(map(is_moment, keys)) or all(isinstance(key, int) for key in keys):
        return max(keys, key=moment)
    return keys[-1]
