"""How numbers without a position are spread: those of a histogram, and both of dots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from trendrapport.charts import notation
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.series import SeriesOptions
from trendrapport.charts.plan import Plan, Record
from trendrapport.charts.words.extremes import listed
from trendrapport.diagnostics import Text, counted

_SPREAD = Text(
    nl="{name}{count} waarden van {low} tot en met {high}; de middelste is {middle}.",
    en="{name}{count} values from {low} to {high}; the median is {middle}.",
)
_NOT_DRAWN = Text(
    nl="Niet getekend, want een van de twee waarden ontbreekt: {names}.",
    en="Not drawn, as one of the two values is missing: {names}.",
)
_WITHOUT = (
    Text(nl="1 waarde ontbreekt.", en="1 value is missing."),
    Text(nl="{count} waarden ontbreken.", en="{count} values are missing."),
)


def clouds(plan: Plan, options: SeriesOptions) -> Iterator[Text]:
    """Both numbers of the dots, and which rows have no dot as one of them is missing."""
    x, y = plan.column("x"), plan.column("y")
    drawn: list[Record] = []
    absent: list[Record] = []
    for record in plan.records():
        is_drawn = record[x.name] is not None and record[y.name] is not None
        (drawn if is_drawn else absent).append(record)
    yield from spread(
        Amounts(plan, _across(plan), "x", in_words=True),
        drawn,
        notation.told_of(x.title, "", plan.theme.language),
    )
    yield from spread(
        Amounts(plan, options, "y", in_words=True), drawn, notation.told_of(y.title, "", plan.theme.language)
    )
    label = plan.optional("label")
    if absent and label:
        names_of_absent = (
            notation.shown(record[label.name], label.type, plan.theme.language) for record in absent
        )
        yield _NOT_DRAWN.filled(names=listed(names_of_absent, plan.theme.language))
    elif absent:
        yield counted(len(absent), *_WITHOUT)


def _across(plan: Plan) -> AmountOptions:
    """How the numbers from left to right are written."""
    own = plan.chart.options
    names = [name for name in AmountOptions.model_fields if f"x_{name}" in own]
    return AmountOptions.model_validate({name: own[f"x_{name}"] for name in names})


def spread(amounts: Amounts, records: Sequence[Record], name: str = "") -> Iterator[Text]:
    """How the numbers of some rows are spread."""
    column = amounts.plan.column(amounts.role).name
    found = [amounts.of(record[column]) for record in records]
    known = sorted(amount for amount in found if amount is not None)
    if not known:
        yield notation.NO_DATA
        return
    ends = {"low": amounts.text(known[0]), "high": amounts.text(known[-1])}
    yield _SPREAD.filled(name=name, count=len(known), middle=amounts.exact_text(median(known)), **ends)
    absent = len(found) - len(known)
    if absent:
        yield counted(absent, *_WITHOUT)
