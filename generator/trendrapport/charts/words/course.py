"""How values went from the first moment to the last, in words that hold for the numbers shown; across a break
nothing is compared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from trendrapport.charts import notation
from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.breaks import declared_breaks
from trendrapport.charts.parts.moments import moment
from trendrapport.charts.parts.series import Point
from trendrapport.charts.tables.digits import MOST, written
from trendrapport.charts.tables.rhythm import Rhythm
from trendrapport.diagnostics import Text
from trendrapport.model.charts import TableField

_PART = Text(
    nl="van {first} ({start}) naar {last} ({end}){trend}",
    en=("from {first} ({start}) to {last} ({end}){trend}"),
)
_ALONE = Text(nl="{first} ({start})", en="{first} ({start})")
_ALL = Text(
    nl="alle {count} waarden van {start} tot en met {end} zijn {value}",
    en=("all {count} values from {start} to {end} are {value}"),
)
_ROUND = Text(
    nl="alle {count} waarden van {start} tot en met {end} zijn afgerond {value}",
    en="all {count} values from {start} to {end} round to {value}",
)
_BOTH = Text(
    nl="beide waarden ({start} en {end}) zijn {value}", en=("both values ({start} and {end}) are {value}")
)
_BOTH_ROUND = Text(
    nl="beide waarden ({start} en {end}) zijn afgerond {value}",
    en=("both values ({start} and {end}) round to {value}"),
)
_AFTER = Text(nl="; na de trendbreuk ", en="; after the break ")
_UP, _DOWN = (
    Text(nl=", {how}een stijging {by}", en=", {how}a rise {by}"),
    Text(nl=", {how}een daling {by}", en=", {how}a fall {by}"),
)
_SAME, _NEARLY = (
    Text(nl=", per saldo gelijk", en=", the same in the end"),
    Text(nl=", per saldo vrijwel gelijk", en=", nearly the same in the end"),
)
_STEADY, _WAVES = (
    Text(nl="zonder onderbreking ", en="steadily "),
    Text(nl="met schommelingen ", en="with ups and downs "),
)
_BY = Text(nl="van {by}", en="of {by}")
_TO = Text(nl="tot {by} keer zoveel", en="to {by} times as much")
_NOTHING = Text(nl="tot minder dan een duizendste", en="to less than a thousandth")
_POINTS = Text(nl="{by} procentpunt", en="{by} percentage points")
_POINT = Text(nl="{by} procentpunt", en="{by} percentage point")

TWO = 2
MANY = 3
"""From so many values on it can be said whether they went one way."""
FINEST = 6
"""So many decimals two values can need to differ."""
THOUSANDTH, TENFOLD = 0.001, 10
_DEGREES = re.compile(r"°|graden|degrees", re.IGNORECASE)
_DIFFERENCE = re.compile(
    r"\b(?:verschil|afwijking|verandering|mutatie|saldo|toename|afname|groei"
    r"|difference|deviation|anomaly|change|balance|growth)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Course:
    """The numbers of a series over time, and how often they come."""

    amounts: Amounts
    column: TableField
    pace: Rhythm

    def told(self, points: Sequence[Point], absent: Sequence[float]) -> Text:
        """Known values in order of time, as "van 12% (2020) naar 9% (2023), een daling van 3 procentpunt".

        `absent` are the moments at which a value is missing.
        """
        parts = self.parts(points)
        told = [self._part(part, absent, alone=len(parts) == 1) for part in parts]
        return Text(_AFTER.nl.join(part.nl for part in told), _AFTER.en.join(part.en for part in told))

    def parts(self, points: Sequence[Point]) -> list[list[Point]]:
        """The points between breaks."""
        breaks = [moment(found.at) for found in declared_breaks(self.amounts.plan.chart)]
        parts: list[list[Point]] = []
        for before, point in zip([None, *points], points, strict=False):
            if before is None or any(moment(before.key) < place <= moment(point.key) for place in breaks):
                parts.append([])
            parts[-1].append(point)
        return parts

    def _part(self, part: Sequence[Point], absent: Sequence[float], *, alone: bool) -> Text:
        start, end = (self._at(point) for point in (part[0], part[-1]))
        if len(part) == 1:
            return _ALONE.filled(first=self.amounts.text(part[0].amount), start=start)
        texts = {self.amounts.text(point.amount) for point in part}
        if len(texts) == 1:
            exact, rounded = (_BOTH, _BOTH_ROUND) if len(part) == TWO else (_ALL, _ROUND)
            words = exact if len({point.amount for point in part}) == 1 else rounded
            return words.filled(count=len(part), start=start, end=end, value=texts.pop())
        amounts = finer(self.amounts, part[0], part[-1])
        shown = [amounts.rounded(point.amount or 0.0) for point in part]
        whole = self.pace.evenly(point.key for point in part) and not any(
            moment(part[0].key) < place < moment(part[-1].key) for place in absent
        )
        how = _how(shown, whole=whole).of(amounts.plan.theme.language) if alone else ""
        trend = self._trend(part, shown, amounts, how)
        return _PART.filled(
            first=amounts.text(part[0].amount),
            start=start,
            last=amounts.text(part[-1].amount),
            end=end,
            trend=trend.of(amounts.plan.theme.language),
        )

    def _trend(self, part: Sequence[Point], shown: Sequence[float], amounts: Amounts, how: str) -> Text:
        """The size of the change, as readers can check it with the numbers shown."""
        first, last = shown[0], shown[-1]
        if first == last:
            return _SAME if part[0].amount == part[-1].amount else _NEARLY
        by = self._size(first, last, amounts).of(amounts.plan.theme.language)
        return (_UP if last > first else _DOWN).filled(how=how, by=by)

    def _size(self, first: float, last: float, amounts: Amounts) -> Text:
        """How large a change is: in percentage points, in the unit where parts of a value mean nothing, else
        as a part of the first.
        """
        language, places = (
            amounts.plan.theme.language,
            max(amounts.digits.usual, written(first), written(last)),
        )
        difference = abs(last - first)
        if amounts.unit.startswith("%"):
            words = _POINT if round(difference, FINEST) == 1 else _POINTS
            return _BY.filled(by=words.filled(by=notation.number(difference, places, language)))
        if first <= 0 or last < 0 or self._relative():
            return _BY.filled(by=amounts.with_unit(notation.number(difference, places, language)))
        if last / first >= TENFOLD:
            return _TO.filled(by=notation.number(last / first, 0, language))
        if last / first < THOUSANDTH and last:
            return _NOTHING
        return _BY.filled(by=notation.percentage(difference / first * 100, language))

    def _relative(self) -> bool:
        """Whether 0 is not nothing: degrees, and values that are differences themselves."""
        titles = [column.title for column in self.amounts.plan.columns(self.amounts.role)]
        return bool(_DEGREES.search(self.amounts.unit)) or any(map(_DIFFERENCE.search, titles))

    def _at(self, point: Point) -> str:
        return notation.shown(point.key, self.column.type, self.amounts.plan.theme.language)


def finer(amounts: Amounts, *points: Point) -> Amounts:
    """The same numbers with as many decimals as two different values need to differ, unless an editor said
    how many there are.
    """
    values = [point.amount or 0.0 for point in points]
    if amounts.digits.fixed or len({amounts.text(value) for value in values}) == len(set(values)):
        return amounts
    places = next(
        (
            places
            for places in range(MOST, FINEST + 1)
            if len({round(value, places) for value in values}) == len(set(values))
        ),
        None,
    )
    if places is None:
        return amounts
    decimals = min(places, max(map(written, values)))
    return replace(amounts, options=amounts.options.model_copy(update={"decimals": decimals}))


def _how(shown: Sequence[float], *, whole: bool) -> Text:
    """Whether values went one way: without a step aside only if all are known and none is the same as the one
    before.
    """
    if len(shown) < MANY:
        return Text("", "")
    up, down = (
        any((after > before) is rise and after != before for before, after in pairwise(shown))
        for rise in (True, False)
    )
    if up and down:
        return _WAVES
    steady = all(before != after for before, after in pairwise(shown))
    return _STEADY if whole and steady else Text("", "")
