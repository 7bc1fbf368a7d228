"""Numbers that changed in a table to the places in the report that quote them: sentences, words of charts and
key figures.

A number in a text quotes a value if it is that value, rounded as it is written there and in its thousands,
millions or billions; it is told if the new value is no longer that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from trendrapport.diagnostics import Language, Location, shortened
from trendrapport.language.facts import decimal_mark, grouping_mark
from trendrapport.model.base import Model
from trendrapport.model.charts import Chart
from trendrapport.model.entries.key_figures import KeyFigure
from trendrapport.refreshing.comparing import Change
from trendrapport.report.report import Entry, Report

_NUMBER = re.compile(
    r"""
    (?<![\w.,])
    (?P<sign>[-\u2212]?)
    (?P<digits>[0-9]{1,3}(?:[.,\u00a0\ ][0-9]{3})+(?![0-9])(?:[.,][0-9]+)? | [0-9]+(?:[.,][0-9]+)?)
    (?P<after>\s?% | \s(?:procent|percent|duizend|thousand|miljoen|mln|million|miljard|mld|billion)\b)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FACTORS = {
    "duizend": 3,
    "thousand": 3,
    "miljoen": 6,
    "mln": 6,
    "million": 6,
    "miljard": 9,
    "mld": 9,
    "billion": 9,
}
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\u2018\"'(])")
_LEAST_DIGITS = 2
"""A number of one digit says too little to be recognised."""
_YEARS = range(1900, 2101)
_WORDS = ("title", "subtitle", "description", "caption", "long_description")
"""The fields of a chart that may quote a number."""


@dataclass(frozen=True)
class Quote:
    """A place that quotes a number which changed."""

    at: Location
    number: str
    """As it is written there."""
    sentence: str
    change: Change


@dataclass(frozen=True)
class _Written:
    """A number in a text."""

    text: str
    value: Decimal
    decimals: int
    power: int
    """It counts in units of ten to this power."""
    start: int

    def is_of(self, value: Decimal) -> bool:
        """Whether it is this value, rounded as it is written."""
        return _rounded(value, self.decimals, self.power) == self.value


def quotes(report: Report, name: str, changed: Iterable[Change]) -> list[Quote]:
    """The places that quote numbers of the table called `name` that changed, in the order of the report."""
    numeric = [change for change in changed if _number(change.was) is not None]
    if not numeric:
        return []
    charts: dict[str, Entry[Chart]] = {}
    for slug, chart in report.charts.items():
        if chart.data.data == name:
            charts[slug] = chart
    sources = {entry.data.source for entry in charts.values()}
    language = report.config.language
    finder = _Finder(numeric)
    found: list[Quote] = []
    for chart in charts.values():
        found += _in_chart(chart, finder, language)
    for entry in (*report.entries, *report.translations):
        if isinstance(entry.data, KeyFigure):
            if entry.data.source in sources:
                found += _in_key_figure(entry, entry.data, finder, language)
        elif _tells_of(entry, charts, sources):
            found += _in_text(entry, finder, entry.language or language)
    return sorted(found, key=lambda quote: quote.at)


class _Finder:
    """Changed values by how a text would write them."""

    def __init__(self, changed: list[Change]) -> None:
        self._changed = changed
        self._by_form: dict[tuple[int, int], Mapping[Decimal, list[Change]]] = {}

    def find(self, written: _Written) -> Change | None:
        """The change that makes a number in a text wrong."""
        form = written.decimals, written.power
        if form not in self._by_form:
            self._by_form[form] = self._of_form(*form)
        for change in self._by_form[form].get(written.value, ()):
            now = _number(change.now)
            if now is None or not written.is_of(abs(now)):
                return change
        return None

    def _of_form(self, decimals: int, power: int) -> dict[Decimal, list[Change]]:
        found: dict[Decimal, list[Change]] = {}
        for change in self._changed:
            was = _number(change.was)
            if was is not None:
                found.setdefault(_rounded(abs(was), decimals, power), []).append(change)
        return found


def _number(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return Decimal(repr(value))


def _rounded(value: Decimal, decimals: int, power: int) -> Decimal:
    """A value as a text writes it, with a half going up as readers were taught."""
    scaled = value.scaleb(-power)
    return scaled.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _numbers(text: str, language: Language) -> Iterator[_Written]:
    """The numbers in a text that say enough to be recognised."""
    group, point = grouping_mark(language), decimal_mark(language)
    for found in _NUMBER.finditer(text):
        digits = re.sub("[\u00a0 ]", "", found["digits"]).replace(group, "").replace(point, ".")
        after = (found["after"] or "").strip().casefold()
        power = _FACTORS.get(after, 0)
        is_year = digits == found["digits"] and digits.isdecimal() and int(digits) in _YEARS and not power
        says_enough = len(digits.replace(".", "").strip("0")) >= _LEAST_DIGITS or after
        if digits.count(".") > 1 or is_year or not says_enough:
            continue
        decimals = len(digits.partition(".")[2])
        yield _Written(found[0].strip(), Decimal(digits), decimals, power, found.start())


def _in_chart(chart: Entry[Chart], finder: _Finder, language: Language) -> Iterator[Quote]:
    """The words of a chart that an editor wrote."""
    texts = [((field,), getattr(chart.data, field)) for field in _WORDS]
    for number, annotation in enumerate(chart.data.annotations):
        texts.append((("annotations", number, "label"), annotation.label))  # type: ignore[arg-type]
    for path, text in texts:
        if text and path[0] in chart.source.data:
            yield from _within(text, chart.locate(*path), finder, language)


def _in_key_figure(
    figure: Entry[Model], data: KeyFigure, finder: _Finder, language: Language
) -> Iterator[Quote]:
    """A key figure with the same source as a chart of the table."""
    value = Decimal(repr(abs(data.value)))
    text = f"{value.normalize():f}"
    power = _FACTORS.get((data.unit or "").split(" ")[0].casefold(), 0)
    decimals = len(text.partition(".")[2])
    change = finder.find(_Written(text, value, decimals, power, 0))
    if change:
        yield Quote(figure.locate("value"), text, data.title, change)
    for field in ("title", "explanation"):
        yield from _within(getattr(data, field), figure.locate(field), finder, language)


def _within(text: str, at: Location, finder: _Finder, language: Language) -> Iterator[Quote]:
    for written in _numbers(text, language):
        change = finder.find(written)
        if change:
            yield Quote(at, written.text, _sentence(text, written.start), change)


def _tells_of(entry: Entry[Model], charts: Mapping[str, object], sources: set[str]) -> bool:
    """Whether a text shows a chart of the table, refers to it, or cites its source."""
    body = entry.source.body
    names = "|".join(map(re.escape, charts)) or "(?!)"
    cited = "|".join(map(re.escape, sources)) or "(?!)"
    pattern = rf"^[`~]{{3,}}\s*figure\s+(?:{names})\s*$|@fig:(?:{names})(?![\w-])|@(?:{cited})(?![\w-])"
    return bool(re.search(pattern, body, re.MULTILINE))


def _in_text(entry: Entry[Model], finder: _Finder, language: Language) -> Iterator[Quote]:
    """The sentences of a text, and its summary."""
    source = entry.source
    summary = getattr(entry.data, "summary", None)
    if isinstance(summary, str):
        yield from _within(summary, entry.locate("summary"), finder, language)
    for number, line in enumerate(source.body.split("\n"), source.body_line):
        for written in _numbers(line, language):
            change = finder.find(written)
            if change:
                at = Location(source.path, number, written.start + 1)
                yield Quote(at, written.text, _sentence(line, written.start), change)


def _sentence(text: str, at: int) -> str:
    """The sentence around a place in a text."""
    start, end = 0, len(text)
    for found in _SENTENCE_END.finditer(text):
        if found.end() <= at:
            start = found.end()
        elif found.start() > at:
            end = found.start()
            break
    return shortened(text[start:end].strip(), 200)
