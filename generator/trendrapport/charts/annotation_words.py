"""What a declaration marks in a drawing, in words."""

from __future__ import annotations

from trendrapport.charts import notation
from trendrapport.charts.annotation import Annotation
from trendrapport.charts.declaration import Scalar
from trendrapport.charts.plan import Plan
from trendrapport.diagnostics import Language, Text

_MARKED = Text(nl="Gemarkeerd, {what}.", en="Marked, {what}.")
_RANGE = Text(nl="{at} tot en met {to}: {label}", en="{at} to {to}: {label}")
_VALUE = Text(nl="Hulplijn bij {value}: {label}.", en="Reference line at {value}: {label}.")


def sentences(plan: Plan) -> list[str]:
    """A sentence for each annotation."""
    return [said(one, plan.theme.language, plan) for one in plan.chart.annotations]


def said(one: Annotation, language: Language, plan: Plan) -> str:
    """An annotation in words: when or where, and its label."""
    label = (one.label or "").rstrip(".")
    if one.form == "value" and one.value is not None:
        unit = str(plan.chart.options.get("unit") or "")
        number = notation.number(one.value, notation.decimals([float(one.value)]), language)
        suffix = "%" if _percent(plan) else f"\u00a0{unit}" if unit else ""
        return _VALUE.filled(value=number + suffix, label=label).of(language)
    return _MARKED.filled(what=dated(one, language)).of(language)


def dated(one: Annotation, language: Language) -> str:
    """The place and the label of a moment, a range or a point: "25 mei 2018: AVG gaat in"."""
    label = (one.label or "").rstrip(".")
    if one.form == "range":
        return _RANGE.filled(at=when(one.start, language), to=when(one.to, language), label=label).of(language)
    name = f"{one.series}, " if one.series is not None else ""
    return f"{name}{when(one.at if one.form == 'moment' else one.point, language)}: {label}"


def when(value: Scalar, language: Language) -> str:
    """A moment as readers see it: 2021, nov 2021 or 25 nov 2021; or the name of a category."""
    text = str(value)
    parts = text.split("-")
    dated = len(parts) in {2, 3} and all(part.isdigit() for part in parts) and len(parts[0]) == len("2021")
    return notation.day(text, language) if dated else text


def _percent(plan: Plan) -> bool:
    if (unit := plan.chart.options.get("unit")) is not None or plan.chart.options.get("share"):
        return unit == "%" or bool(plan.chart.options.get("share"))
    fields = plan.columns("value") or plan.columns("y")
    return bool(fields) and all(field.unit == "%" for field in fields)
