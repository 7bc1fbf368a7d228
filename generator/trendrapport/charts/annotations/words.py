"""The annotations of a chart in words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import count, islice, product
from string import ascii_uppercase
from typing import TypeVar

from trendrapport.charts import notation
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.moments import is_moment, moment
from trendrapport.charts.plan import Plan
from trendrapport.diagnostics import Language, Text
from trendrapport.model.annotation import Annotation
from trendrapport.model.charts import Scalar
from trendrapport.model.periods import period

Found = TypeVar("Found")

_MARKED = Text(nl="Gemarkeerd, {what}.", en="Marked, {what}.")
_RANGE = Text(nl="{at} tot en met {to}: {label}", en="{at} to {to}: {label}")
_VALUE = Text(nl="Hulplijn bij {value}: {label}.", en="Reference line at {value}: {label}.")


def sentences(plan: Plan) -> list[str]:
    """A sentence for each annotation."""
    return [said(one, plan) for one in plan.chart.annotations]


def said(one: Annotation, plan: Plan) -> str:
    """An annotation in words: when or where, and its label."""
    language = plan.theme.language
    if one.form == "value" and one.value is not None:
        value = _amounts(plan).round_text(one.value)
        return _VALUE.filled(value=value, label=_label(one)).of(language)
    return _MARKED.filled(what=dated(one, language)).of(language)


def dated(one: Annotation, language: Language) -> str:
    """A moment, a range or a point with its label: "25 mei 2018: AVG gaat in"."""
    if one.form == "range":
        start, end = when(one.start, language), when(one.to, language)
        return _RANGE.filled(at=start, to=end, label=_label(one)).of(language)
    name = when(one.at if one.form == "moment" else one.point, language)
    if one.series is not None:
        name = f"{one.series}, {name}"
    return notation.told_of(name, _label(one), language)


def listed(one: Annotation, plan: Plan) -> str:
    """An annotation as a list explains its letter: "50 %: de helft"."""
    if one.form == "value" and one.value is not None:
        value = _amounts(plan).round_text(one.value)
        return notation.told_of(value, _label(one), plan.theme.language)
    return dated(one, plan.theme.language)


def _label(one: Annotation) -> str:
    return (one.label or "").rstrip(".")


def _amounts(plan: Plan) -> Amounts:
    """The numbers of the axis of a reference line."""
    options = plan.chart.options
    if options.get("share"):
        return Amounts(plan, AmountOptions(unit="%"))
    declared = {name: options[name] for name in ("divide_by", "unit") if name in options}
    role = "value" if plan.columns("value") else "y"
    return Amounts(plan, AmountOptions.model_validate_json(json.dumps(declared)), role)


def lettered(shown: Iterable[Annotation]) -> list[tuple[str, Annotation]]:
    """Each annotation with a letter of its own, in order of time; those without a moment come last."""
    ordered = sorted(shown, key=_order)
    return list(zip(letters(len(ordered)), ordered, strict=True))


def at_point(one: Annotation, points: Mapping[tuple[str, str], Found]) -> Found | None:
    """The thing at the point of an annotation, of things by series and key; without a series, of the first
    series that has one.
    """
    for (series, key), found in points.items():
        if key == str(one.point) and series == str(one.series or series):
            return found
    return None


def letters(wanted: int) -> list[str]:
    """A, B and so on; after Z come AA and AB."""
    return list(islice(_letters(), wanted))


def _letters() -> Iterator[str]:
    for size in count(1):
        for word in product(ascii_uppercase, repeat=size):
            yield "".join(word)


def _order(one: Annotation) -> float:
    at = one.at if one.form == "moment" else one.start
    if at is None:
        return float("inf")
    return moment(at)


def when(value: Scalar, language: Language) -> str:
    """A moment as readers see it: 2021, nov 2021 or 25 nov 2021; or the name of a category."""
    if found := period(value):
        return notation.shown(value, found.sort, language)
    if is_moment(value):
        return notation.shown(value, "date", language)
    return notation.shown(value, "string", language)
