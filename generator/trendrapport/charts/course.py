"""How values went from the first moment to the last, in words; across a break nothing is compared."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from trendrapport.charts import notation
from trendrapport.charts.amounts import Amounts
from trendrapport.charts.breaks import declared_breaks
from trendrapport.charts.declaration import TableField
from trendrapport.charts.moments import moment
from trendrapport.charts.series import Point
from trendrapport.diagnostics import Text

_PART = Text(nl="van {first} ({start}) naar {last} ({end}){trend}", en="from {first} ({start}) to {last} ({end}){trend}")
_ALONE = Text(nl="{first} ({start})", en="{first} ({start})")
_AFTER = Text(nl="; na de trendbreuk ", en="; after the break ")
_UP, _DOWN = Text(nl=", {how}een stijging van {by}", en=", {how}a rise of {by}"), Text(nl=", {how}een daling van {by}", en=", {how}a fall of {by}")
_SAME = Text(nl=", per saldo gelijk", en=", the same in the end")
_STEADY, _WAVES = Text(nl="zonder onderbreking ", en="steadily "), Text(nl="met schommelingen ", en="with ups and downs ")
_POINTS = Text(nl="{by} procentpunt", en="{by} percentage points")
MANY = 3
"""From so many values on it can be said whether they went one way."""


def course(points: Sequence[Point], amounts: Amounts, column: TableField) -> Text:
    """Known values in order of time, as "van 12% (2020) naar 9% (2023), een daling van 3 procentpunt"."""
    breaks = [moment(found.at) for found in declared_breaks(amounts.plan.chart)]
    parts: list[list[Point]] = []
    for before, point in zip([None, *points], points, strict=False):
        if before is None or any(moment(before.key) < place <= moment(point.key) for place in breaks):
            parts.append([])
        parts[-1].append(point)
    told = [_part(part, amounts, column, shape=len(parts) == 1) for part in parts]
    return Text(_AFTER.nl.join(part.nl for part in told), _AFTER.en.join(part.en for part in told))


def _part(part: Sequence[Point], amounts: Amounts, column: TableField, *, shape: bool) -> Text:
    language = amounts.plan.theme.language
    start, end = (notation.shown(point.key, column.type, language) for point in (part[0], part[-1]))
    if len(part) == 1:
        return _ALONE.filled(first=part[0].text, start=start)
    trend = _trend([point.amount or 0.0 for point in part], amounts, shape=shape)
    return _PART.filled(first=part[0].text, start=start, last=part[-1].text, end=end, trend=trend.of(language))


def _trend(values: Sequence[float], amounts: Amounts, *, shape: bool) -> Text:
    """The size of the change, as readers can check it with the numbers shown, and whether it went one way."""
    first, last = (round(value, amounts.decimals) for value in (values[0], values[-1]))
    if first == last:
        return _SAME
    one_way = all(before <= after for before, after in pairwise(values)) or all(before >= after for before, after in pairwise(values))
    how = (_STEADY if one_way else _WAVES).of(amounts.plan.theme.language) if shape and len(values) >= MANY else ""
    return (_UP if last > first else _DOWN).filled(how=how, by=_size(first, last, amounts).of(amounts.plan.theme.language))


def _size(first: float, last: float, amounts: Amounts) -> Text:
    language = amounts.plan.theme.language
    if amounts.unit == "%":
        return _POINTS.filled(by=notation.number(round(abs(last - first), 6), amounts.decimals, language))
    if first <= 0 or last < 0:
        return Text(*[amounts.text(abs(last - first))] * 2)
    return Text(*[notation.number(abs(last - first) / first * 100, 0, language) + notation.suffix("%", language)] * 2)
