"""What a declaration marks in a drawing, in words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
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
    language, label = plan.theme.language, (one.label or "").rstrip(".")
    if one.form == "value" and one.value is not None:
        return _VALUE.filled(value=_amounts(plan).round_text(one.value), label=label).of(language)
    return _MARKED.filled(what=dated(one, language)).of(language)


def dated(one: Annotation, language: Language) -> str:
    """The place and the label of a moment, a range or a point: "25 mei 2018: AVG gaat in"."""
    label = (one.label or "").rstrip(".")
    if one.form == "range":
        return _RANGE.filled(at=when(one.start, language), to=when(one.to, language), label=label).of(
            language
        )
    name = f"{one.series}, " if one.series is not None else ""
    return f"{name}{when(one.at if one.form == 'moment' else one.point, language)}: {label}"


def listed(one: Annotation, plan: Plan) -> str:
    """An annotation as it stands in a list of what letters stand for: "50 %: de helft"."""
    if one.form == "value" and one.value is not None:
        return f"{_amounts(plan).round_text(one.value)}: {(one.label or '').rstrip('.')}"
    return dated(one, plan.theme.language)


def _amounts(plan: Plan) -> Amounts:
    """The numbers of the axis on which a reference line lies."""
    if plan.chart.options.get("share"):
        return Amounts(plan, AmountOptions(unit="%"))
    told = {name: value for name, value in plan.chart.options.items() if name in {"divide_by", "unit"}}
    return Amounts(
        plan, AmountOptions.model_validate_json(json.dumps(told)), "value" if plan.columns("value") else "y"
    )


def lettered(shown: Iterable[Annotation]) -> list[tuple[str, Annotation]]:
    """Each annotation with a letter of its own, in order of time; those without a moment come last."""
    ordered = sorted(shown, key=_order)
    return list(zip(letters(len(ordered)), ordered, strict=True))


def at_point(one: Annotation, points: Mapping[tuple[str, str], Found]) -> Found | None:
    """Of things by the names of their series and their place, what stands at the point; without a series, in
    the first that has one there.
    """
    return next(
        (
            found
            for (series, place), found in points.items()
            if place == str(one.point) and str(one.series or series) == series
        ),
        None,
    )


def letters(wanted: int) -> list[str]:
    """A, B and so on; after Z come AA and AB."""
    return list(
        islice(("".join(word) for size in count(1) for word in product(ascii_uppercase, repeat=size)), wanted)
    )


def _order(one: Annotation) -> float:
    at = one.at if one.form == "moment" else one.start
    return moment(at) if at is not None else float("inf")


def when(value: Scalar, language: Language) -> str:
    """A moment as readers see it: 2021, nov 2021 or 25 nov 2021; or the name of a category."""
    found = period(value)
    return notation.shown(value, found.sort if found else "date" if is_moment(value) else "string", language)
