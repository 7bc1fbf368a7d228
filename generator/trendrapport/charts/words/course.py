"""How values went from the first moment to the last, in words that hold for the numbers shown; nothing is
compared across a break.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from trendrapport.charts import notation
from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.breaks import declared_breaks
from trendrapport.charts.parts.moments import moment, regular
from trendrapport.charts.parts.series import Point
from trendrapport.charts.tables.digits import MOST, written
from trendrapport.charts.tables.rhythm import Rhythm
from trendrapport.charts.words.alike import Alike
from trendrapport.diagnostics import Language, Text
from trendrapport.model.charts import TableField
from trendrapport.model.periods import SORTS

_PART = Text(
    nl="van {first} ({start}) naar {last} ({end}){trend}",
    en="from {first} ({start}) to {last} ({end}){trend}",
)
_ALONE = Text(nl="{first} ({start})", en="{first} ({start})")
_ALIKE = Alike(
    both=Text(
        nl="beide waarden ({start} en {end}) zijn {value}", en="both values ({start} and {end}) are {value}"
    ),
    both_rounded=Text(
        nl="beide waarden ({start} en {end}) zijn afgerond {value}",
        en="both values ({start} and {end}) round to {value}",
    ),
    every=Text(
        nl="alle {count} waarden van {start} tot en met {end} zijn {value}",
        en="all {count} values from {start} to {end} are {value}",
    ),
    every_rounded=Text(
        nl="alle {count} waarden van {start} tot en met {end} zijn afgerond {value}",
        en="all {count} values from {start} to {end} round to {value}",
    ),
)
_AFTER = Text(nl="{before}; na de trendbreuk {after}", en="{before}; after the break {after}")
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

MANY = 3
"""With fewer values it cannot be said whether they went one way."""
FINEST = 6
"""The largest number of decimals that two values can need to differ."""
THOUSANDTH, TENFOLD = 0.001, 10
_DEGREES = re.compile(r"°|graden|degrees", re.IGNORECASE)
_DIFFERENCE = re.compile(
    r"\b(?:verschil|afwijking|verandering|mutatie|saldo|toename|afname|groei"
    r"|difference|deviation|anomaly|change|balance|growth)",
    re.IGNORECASE,
)
_RATING = re.compile(
    r"\b(?:\w*(?:rapport|tevredenheids|waarderings)cijfers?|schaal|scores?|ratings?|scale)\b"
    r"|\([01]\s?(?:-|\N{EN DASH}|t/m|tot|to)\s?(?:5|7|10|100)\)",
    re.IGNORECASE,
)
"""A scale on which a value is a place, such as a rating from 1 to 10: a 4 is not twice a 2."""


@dataclass(frozen=True)
class Course:
    """The numbers of a series over time, and how often they come."""

    amounts: Amounts
    column: TableField
    pace: Rhythm

    def in_words(self, points: Sequence[Point], absent: Sequence[float]) -> Text:
        """Known values in order of time, as "van 12% (2020) naar 9% (2023), een daling van 3 procentpunt".

        `absent` are the moments at which a value is missing.
        """
        first, *others = self.parts(points)
        words = self._part(first, absent, alone=not others)
        for part in others:
            words = _AFTER.filled(before=words, after=self._part(part, absent, alone=False))
        return words

    def parts(self, points: Sequence[Point]) -> list[list[Point]]:
        """The points between breaks."""
        breaks = [moment(found.at) for found in declared_breaks(self.amounts.plan.chart)]
        parts: list[list[Point]] = []
        for point in points:
            if not parts or _has_break(breaks, moment(parts[-1][-1].key), moment(point.key)):
                parts.append([])
            parts[-1].append(point)
        return parts

    def _part(self, part: Sequence[Point], absent: Sequence[float], *, alone: bool) -> Text:
        """The points between two breaks in words; of a series without breaks also how it went."""
        start, end = self._at(part[0]), self._at(part[-1])
        if len(part) == 1:
            return _ALONE.filled(first=self.amounts.text(part[0].amount), start=start)
        texts = {self.amounts.text(point.amount) for point in part}
        if len(texts) == 1:
            return _ALIKE.words(part).filled(count=len(part), start=start, end=end, value=texts.pop())
        amounts = finer(self.amounts, part[0], part[-1])
        shown = [amounts.rounded(point.amount or 0.0) for point in part]
        first, last = amounts.text(part[0].amount), amounts.text(part[-1].amount)
        how = Text("", "")
        if alone:
            how = _how(shown, whole=self._is_whole(part, absent))
        trend = self._trend(part, shown, amounts, how).of(amounts.plan.theme.language)
        return _PART.filled(first=first, start=start, last=last, end=end, trend=trend)

    def _is_whole(self, part: Sequence[Point], absent: Sequence[float]) -> bool:
        """Whether no value is missing between the first and the last of these points, which follow each other
        at one distance if they are periods.
        """
        keys = [point.key for point in part]
        if not self.pace.evenly(keys) or (self.column.type in SORTS and not regular(keys, self.column.type)):
            return False
        first, last = moment(part[0].key), moment(part[-1].key)
        return not any(first < at < last for at in absent)

    def _trend(self, part: Sequence[Point], shown: Sequence[float], amounts: Amounts, how: Text) -> Text:
        """The size of the change, as readers can check it with the numbers shown."""
        first, last = shown[0], shown[-1]
        if first == last:
            return _SAME if part[0].amount == part[-1].amount else _NEARLY
        language = amounts.plan.theme.language
        words = _UP if last > first else _DOWN
        return words.filled(how=how.of(language), by=self._size(first, last, amounts).of(language))

    def _size(self, first: float, last: float, amounts: Amounts) -> Text:
        """How large a change is: in percentage points, in the unit where parts of a value mean nothing, else
        as a part of the first.
        """
        language = amounts.plan.theme.language
        difference = abs(last - first)
        places = max(amounts.digits.usual, written(first), written(last))
        shown = notation.number(difference, places, language)
        if amounts.unit.startswith("%"):
            words = _POINT if round(difference, FINEST) == 1 else _POINTS
            return _BY.filled(by=words.filled(by=shown))
        if first <= 0 or last < 0 or self._is_relative():
            return _BY.filled(by=amounts.with_unit(shown))
        if last / first >= TENFOLD:
            return _TO.filled(by=notation.number(last / first, 0, language))
        if last / first < THOUSANDTH and last:
            return _NOTHING
        return _BY.filled(by=notation.percentage(difference / first * 100, language))

    def _is_relative(self) -> bool:
        """Whether parts of a value mean nothing: degrees, ratings, and what is a difference itself."""
        titles = [column.title for column in self.amounts.plan.columns(self.amounts.role)]
        if _DEGREES.search(self.amounts.unit) or _RATING.search(self.amounts.unit):
            return True
        return any(_DIFFERENCE.search(title) or _RATING.search(title) for title in titles)

    def _at(self, point: Point) -> str:
        return moment_text(point, self.column, self.amounts.plan.theme.language)


def moment_text(point: Point, column: TableField, language: Language) -> str:
    """When or where a value is, and that it is a projection if it is."""
    shown = notation.shown(point.key, column.type, language)
    return f"{shown}, {notation.PROJECTED.of(language)}" if point.projected else shown


def _has_break(breaks: Sequence[float], before: float, after: float) -> bool:
    """Whether a break lies after the first of two moments, and not after the second."""
    return any(before < at <= after for at in breaks)


def finer(amounts: Amounts, *points: Point) -> Amounts:
    """The same numbers with as many decimals as two different values need to differ, unless an editor said
    how many there are.
    """
    values = {point.amount or 0.0 for point in points}
    if amounts.digits.fixed or len({amounts.text(value) for value in values}) == len(values):
        return amounts
    for places in range(MOST, FINEST + 1):
        if len({round(value, places) for value in values}) == len(values):
            decimals = min(places, max(map(written, values)))
            return replace(amounts, options=amounts.options.model_copy(update={"decimals": decimals}))
    return amounts


def _how(shown: Sequence[float], *, whole: bool) -> Text:
    """Whether values went one way: without a step aside only if all are known and none is the same as the one
    before.
    """
    if len(shown) < MANY:
        return Text("", "")
    steps = [after - before for before, after in pairwise(shown)]
    if min(steps) < 0 < max(steps):
        return _WAVES
    return _STEADY if whole and 0 not in steps else Text("", "")
