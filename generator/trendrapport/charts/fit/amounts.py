"""Amounts compared with each other: two units on one scale, more than the whole, a total among its parts, or
outside their own range.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from trendrapport.charts import kinds
from trendrapport.charts.fit.drawn_rows import NumberedRows, has_columns, numbered_rows
from trendrapport.charts.fit.misfit import Misfit, at_value
from trendrapport.charts.fit.totals import total_misfits
from trendrapport.charts.fit.wholes import Part, amount_of, rounding
from trendrapport.charts.kinds import traits
from trendrapport.charts.plan import NUMBERS, Record, all_named, named
from trendrapport.charts.tables.names import folded, is_percent
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import LANGUAGES, Diagnostic, Language, Text, every_filled, finding, warning
from trendrapport.model.charts import Chart, Scalar
from trendrapport.runtime.plugins import modules

_UNITS = (
    Text(
        nl="één schaal heeft verschillende eenheden: {units}",
        en="one scale has several units: {units}",
    ),
    Text(
        nl="hoogten in verschillende eenheden lijken vergelijkbaar, maar zijn dat niet",
        en="heights in different units look comparable, but are not",
    ),
    Text(
        nl=(
            "Maak voor elke eenheid een eigen grafiek. Is het toch dezelfde eenheid, schrijf die dan "
            'overal gelijk in het .datapackage.yml-bestand, of zet "unit" onder "options".'
        ),
        en=(
            "Make a chart for each unit. If it is the same unit after all, write it the same way "
            'throughout the .datapackage.yml file, or put "unit" under "options".'
        ),
    ),
)
_NO_UNIT = Text(nl="geen eenheid", en="no unit")
_OUTSIDE = (
    Text(
        nl="{value} ligt buiten zijn eigen bereik van {low} tot {high}",
        en="{value} is outside its own range of {low} to {high}",
    ),
    Text(
        nl="de stip zou naast de lijn van zijn marge staan",
        en="the dot would be beside the line of its margin",
    ),
    Text(
        nl=(
            "Verbeter de waarde of het bereik. Staan de kolommen bij low en high in dezelfde "
            "volgorde als die bij value?"
        ),
        en=(
            "Correct the value or the range. Are the columns under low and high in the same order as "
            "those under value?"
        ),
    ),
)
_UPSIDE_DOWN = (
    Text(
        nl="het bereik begint bij {low} en eindigt bij {high}",
        en="the range starts at {low} and ends at {high}",
    ),
    Text(nl="de ondergrens is dan hoger dan de bovengrens", en="the lower end would be above the upper end"),
    Text(nl="Verwissel de twee waarden, of verbeter ze.", en="Swap the two values, or correct them."),
)
_WHOLE = (
    Text(
        nl="de delen zijn samen {sum} %, meer dan het geheel",
        en="the parts add up to {sum}%, more than the whole",
    ),
    Text(nl="delen van een geheel zijn samen hoogstens 100 %", en="parts of a whole add up to 100% at most"),
    Text(
        nl=(
            'Laat met "filter" rijen weg die geen deel zijn, zoals een totaal. Kon iemand meer '
            "antwoorden geven, kies dan grouped_bars."
        ),
        en=(
            'Use "filter" to leave out rows that are not a part, such as a total. If people could '
            "give several answers, choose grouped_bars."
        ),
    ),
)

_FRACTIONS = (
    Text(nl="de delen zijn samen 1 %, en niet 100 %", en="the parts add up to 1%, not to 100%"),
    Text(
        nl="als er breuken staan, zoals 0,25, is elk percentage honderd keer te klein",
        en="if these are fractions such as 0.25, each percentage is a hundred times too small",
    ),
    Text(
        nl=(
            "Schrijf 25 in plaats van 0.25, of zet onder options: {{divide_by: 0.01}}. Is het echt "
            "zo weinig, neem dan ook de rest op."
        ),
        en=(
            "Write 25 instead of 0.25, or add under options: {{divide_by: 0.01}}. If it really is "
            "that little, include the rest too."
        ),
    ),
)

FRACTION = 0.005
"""How far the sum of fractions that were rounded to two decimals can be from 1."""


def amount_misfits(chart: Chart, table: Table) -> Iterator[Misfit | Diagnostic]:
    """Everything in the amounts of a chart that contradicts itself."""
    if not has_columns(table, [*all_named(chart, chart.fields), *chart.filter]):
        return
    if any(table.field(name).type not in NUMBERS for name in named(chart, "value")):
        return
    rows = numbered_rows(chart, table)
    yield from _units(chart, table)
    yield from _ranges(chart, table, rows)
    if _has_parts(chart):
        yield from _more_than_whole(chart, table, rows)
    yield from total_misfits(chart, table, rows)


def _has_parts(chart: Chart) -> bool:
    """Whether the values of a kind are parts of a whole."""
    role = getattr(modules(kinds).get(chart.kind), "FIELDS", {}).get("value")
    return bool(role and role.parts)


def _units(chart: Chart, table: Table) -> Iterator[Misfit]:
    """Columns that share a scale, and have different units."""
    units = {name: (table.field(name).unit or "").strip() for name in named(chart, "value")}
    if not chart.kind or "unit" in chart.options or not _differ(set(units.values())):
        return
    listed = Text(*(_listed(units, language) for language in LANGUAGES))
    yield at_value(("fields", "value"), "mixed-units", _UNITS, units=listed)


def _differ(units: set[str]) -> bool:
    """Whether these units cannot share a scale."""
    if len({folded(unit) for unit in units if unit}) > 1:
        return True
    # A column without a unit may count something; beside a percentage it cannot be that.
    return "" in units and any(map(is_percent, units))


def _listed(units: Mapping[str, str], language: Language) -> str:
    """Each unit with its column."""
    return ", ".join(f"{unit or _NO_UNIT.of(language)} ({name})" for name, unit in units.items())


@dataclass(frozen=True)
class _Range:
    """The columns of a value and of the ends of its range; None for an end that a declaration leaves out."""

    value: str
    low: str | None
    high: str | None

    def misfit(self, number: int, row: Record, table: Table) -> Diagnostic | None:
        """What is wrong with the value or the range in one row."""
        amount, least, most = (_amount(row, name) for name in (self.value, self.low, self.high))
        shown = {"value": _text(amount), "low": _text(least), "high": _text(most)}
        if self.low and least is not None and most is not None and least > most:
            return finding(table.locate(number, self.low), "range-upside-down", _UPSIDE_DOWN, **shown)
        if _is_outside(amount, least, most):
            return finding(table.locate(number, self.value), "value-outside-range", _OUTSIDE, **shown)
        return None


def _amount(row: Record, column: str | None) -> float | None:
    return amount_of(row[column]) if column else None


def _is_outside(amount: float | None, least: float | None, most: float | None) -> bool:
    """Whether an amount lies below or above the ends that are known."""
    if amount is None:
        return False
    return (least is not None and amount < least) or (most is not None and amount > most)


def _ranges(chart: Chart, table: Table, rows: NumberedRows) -> Iterator[Diagnostic]:
    """Values outside the range in which they lie, and ranges that end before they begin."""
    values, lows, highs = (named(chart, role) for role in ("value", "low", "high"))
    ranges = [_Range(*columns) for columns in zip_longest(values, lows, highs) if columns[0]]
    for number, row in rows:
        for one in ranges:
            misfit = one.misfit(number, row, table)
            if misfit:
                yield misfit


def _wholes(chart: Chart, rows: NumberedRows) -> Mapping[Scalar, list[Part]]:
    """The parts of each whole: all rows, or those of a category or a moment."""
    position = next(iter(named(chart, "x") or named(chart, "category")), "")
    wholes: dict[Scalar, list[Part]] = {}
    # A declaration without this field has a finding for that.
    if not position:
        return wholes
    one_for_each_row = traits(chart.kind).bar_each_row or not (
        named(chart, "series") or len(named(chart, "value")) > 1
    )
    for number, row in rows:
        whole = None if one_for_each_row else row[position]
        for column in named(chart, "value"):
            amount = amount_of(row[column])
            if amount is not None:
                wholes.setdefault(whole, []).append(Part(row[position], amount, number, column))
    return wholes


def _more_than_whole(chart: Chart, table: Table, rows: NumberedRows) -> Iterator[Diagnostic]:
    """Percentages of parts that add up to more than a hundred, beyond what rounding does; or to one, as
    fractions do.
    """
    if not _are_percentages(chart, table) or chart.options.get("divide_by", 1) != 1 or _single(chart):
        return
    for parts in _wholes(chart, rows).values():
        whole = sum(part.amount for part in parts)
        if _are_fractions(parts, whole):
            at = table.locate(parts[0].row, parts[0].column)
            yield warning(at, "fractions-as-percentages", every_filled(_FRACTIONS))
            return
        if whole > 100 + rounding(parts):  # noqa: PLR2004 - per cent
            at = table.locate(parts[-1].row, parts[-1].column)
            yield finding(at, "more-than-whole", _WHOLE, sum=_text(whole))


def _are_percentages(chart: Chart, table: Table) -> bool:
    """Whether the unit of the values, declared or that of their columns, is per cent."""
    declared = chart.options.get("unit")
    if isinstance(declared, str):
        return is_percent(declared)
    units = [table.field(name).unit for name in named(chart, "value")]
    return bool(units) and all(map(is_percent, units))


def _are_fractions(parts: list[Part], whole: float) -> bool:
    """Whether parts add up to one, as fractions do."""
    return len(parts) > 1 and abs(whole - 1) <= FRACTION and max(part.amount for part in parts) < 1


def _single(chart: Chart) -> bool:
    """Whether a bar or an area has one part only, which is no part of those beside it."""
    several = named(chart, "series") or len(named(chart, "value")) > 1
    return traits(chart.kind).part_role != "category" and not several


def _text(amount: float | None) -> Text:
    """A number of the table as it would be typed there."""
    shown = "?" if amount is None else f"{amount:.15g}"
    return Text(shown, shown)
