"""Amounts held against each other: of two units on one scale, more than the whole, a total among its parts,
or outside their own range.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from trendrapport.charts import kinds
from trendrapport.charts.fit.misfit import CellMisfit, Misfit
from trendrapport.charts.fit.totals import total_misfits
from trendrapport.charts.plan import NUMBERS, Record, named, passes
from trendrapport.charts.tables.names import folded, is_percent
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Text
from trendrapport.language.labels import own_decimals
from trendrapport.model.charts import Chart, Scalar
from trendrapport.runtime.plugins import modules

_UNITS = (
    Text(
        nl=("op één schaal staan verschillende eenheden: {units}"),
        en="one scale has different units: {units}",
    ),
    Text(
        nl="hoogten van verschillende eenheden lijken vergelijkbaar, en zijn dat niet",
        en="heights in different units look comparable, and are not",
    ),
    Text(
        nl="Maak van elke eenheid een eigen grafiek. Is het toch dezelfde eenheid, schrijf die dan in het "
        ".datapackage.yml-bestand "
        'gelijk, of zet "unit" onder "options".',
        en="Make a chart of each unit. If it is one unit after all, write it alike in the "
        '.datapackage.yml file, or put "unit" '
        'under "options".',
    ),
)
_NO_UNIT = Text(nl="geen eenheid", en="no unit")
_OUTSIDE = (
    Text(
        nl="{value} ligt buiten zijn eigen bereik van {low} tot {high}",
        en=("{value} lies outside its own range of {low} to {high}"),
    ),
    Text(
        nl="de stip zou naast de lijn van zijn marge staan",
        en=("the dot would stand beside the line of its margin"),
    ),
    Text(
        nl=("Verbeter de waarde of het bereik. Staan de kolommen bij low en high in de volgorde van value?"),
        en=("Correct the value or the range. Do the columns at low and high stand in the order of value?"),
    ),
)
_UPSIDE_DOWN = (
    Text(
        nl="het bereik begint bij {low} en eindigt bij {high}",
        en=("the range starts at {low} and ends at {high}"),
    ),
    Text(nl="het laagste is dan hoger dan het hoogste", en=("then the lowest is higher than the highest")),
    Text(nl="Verwissel beide, of verbeter ze.", en="Swap the two, or correct them."),
)
_WHOLE = (
    Text(
        nl="de delen zijn samen {sum} %, meer dan het geheel",
        en=("the parts add up to {sum}%, more than the whole"),
    ),
    Text(
        nl=("delen van een geheel zijn samen hoogstens 100 %"), en="parts of a whole add up to 100% at most"
    ),
    Text(
        nl=(
            "Laat met filter rijen weg die geen deel zijn, zoals een totaal. Kon iemand meer "
            "antwoorden geven, kies dan grouped_bars."
        ),
        en=(
            "Leave out with filter rows that are no part, such as a total. If people could give "
            "several answers, choose grouped_bars."
        ),
    ),
)

_FRACTIONS = (
    Text(nl="de delen zijn samen 1 %, en niet 100 %", en="the parts add up to 1%, not to 100%"),
    Text(
        nl="staan er breuken zoals 0,25, dan is elk percentage honderd keer te klein",
        en="if these are fractions such as 0.25, each percentage is a hundred times too small",
    ),
    Text(
        nl=(
            "Schrijf 25 in plaats van 0.25, of zet onder options: {{divide_by: 0.01}}. Is het "
            "toch zo weinig, noem dan ook de rest."
        ),
        en=(
            "Write 25 instead of 0.25, or put under options: {{divide_by: 0.01}}. If it is "
            "so little after all, name the rest too."
        ),
    ),
)

RANKED = frozenset({"ranked_bars", "bars"})
"""Kinds with a bar for each row."""
FRACTION = 0.005
"""By so much fractions that were rounded to two decimals can differ from 1 together."""


def amount_misfits(chart: Chart, table: Table) -> Iterator[Misfit | CellMisfit]:
    """Everything in the amounts of a chart that contradicts itself."""
    columns = {name for role in chart.fields for name in named(chart, role)} | set(chart.filter)
    values = [
        name for name in named(chart, "value") if name in table.columns and table.field(name).type in NUMBERS
    ]
    if not columns <= set(table.columns) or len(values) < len(named(chart, "value")):
        return
    rows = [(number, record) for number, record in enumerate(table.records()) if passes(record, chart)]
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
    shown = list(dict.fromkeys(units.values()))
    # A column without a unit may count something; beside a percentage it cannot be that.
    mixed = len({folded(unit) for unit in shown if unit}) > 1 or ("" in shown and any(map(is_percent, shown)))
    if chart.kind and mixed and "unit" not in chart.options:
        values = Text(
            *(
                ", ".join(f"{unit or _NO_UNIT.of(language)} ({name})" for name, unit in units.items())
                for language in ("nl", "en")
            )
        )
        yield Misfit(("fields", "value"), False, "mixed-units", _UNITS[0].filled(units=values), *_UNITS[1:])


def _ranges(chart: Chart, table: Table, rows: Sequence[tuple[int, Record]]) -> Iterator[CellMisfit]:
    """Values outside the range in which they lie, and ranges that end before they begin."""
    triples = [
        (value, low, high)
        for value, low, high in zip_longest(named(chart, "value"), named(chart, "low"), named(chart, "high"))
        if value
    ]
    for number, row in rows:
        for value, low, high in triples:
            amount, least, most = (_number(row[name]) if name else None for name in (value, low, high))
            shown = {"value": _text(amount), "low": _text(least), "high": _text(most)}
            if least is not None and most is not None and least > most:
                what = _UPSIDE_DOWN[0].filled(**shown)
                yield CellMisfit(number, low, "range-upside-down", what, *_UPSIDE_DOWN[1:])
            elif amount is not None and (
                (least is not None and amount < least) or (most is not None and amount > most)
            ):
                what = _OUTSIDE[0].filled(**shown)
                yield CellMisfit(number, value, "value-outside-range", what, *_OUTSIDE[1:])


@dataclass(frozen=True)
class _Part:
    """A value that is a part: what it is called, and where it stands."""

    name: Scalar
    amount: float
    row: int
    column: str


def _wholes(chart: Chart, table: Table, rows: Sequence[tuple[int, Record]]) -> Mapping[Scalar, list[_Part]]:
    """The parts of each whole: all rows, or those of a category or a moment."""
    place = next(iter(named(chart, "x") or named(chart, "category")), "")
    series = next(iter(named(chart, "series")), "")
    one_for_each_row = chart.kind in RANKED or not (series or len(named(chart, "value")) > 1)
    found: dict[Scalar, list[_Part]] = {}
    # A declaration that lacks its place is told of that.
    for number, row in rows if place else ():
        whole = None if one_for_each_row else row[place]
        for column in named(chart, "value"):
            name = row[place] if one_for_each_row else row[series] if series else table.field(column).title
            if (amount := _number(row[column])) is not None:
                found.setdefault(whole, []).append(_Part(name, amount, number, column))
    return found


def _more_than_whole(chart: Chart, table: Table, rows: Sequence[tuple[int, Record]]) -> Iterator[CellMisfit]:
    """Percentages of parts that add up to more than a hundred, beyond what rounding does; or to one, as
    fractions do.
    """
    declared = chart.options.get("unit")
    units = (
        {declared}
        if isinstance(declared, str)
        else {table.field(name).unit for name in named(chart, "value")}
    )
    divide_by = chart.options.get("divide_by", 1)
    if not units or not all(map(is_percent, units)) or divide_by != 1 or _single(chart):
        return
    for parts in _wholes(chart, table, rows).values():
        whole = sum(part.amount for part in parts)
        if len(parts) > 1 and abs(whole - 1) <= FRACTION and max(part.amount for part in parts) < 1:
            fix = _FRACTIONS[2].filled()
            yield CellMisfit(
                parts[0].row, parts[0].column, "fractions-as-percentages", *_FRACTIONS[:2], fix, doubt=True
            )
            return
        if whole > 100 + _rounding(parts):  # noqa: PLR2004 - per cent
            yield CellMisfit(
                parts[-1].row,
                parts[-1].column,
                "more-than-whole",
                _WHOLE[0].filled(sum=_text(whole)),
                *_WHOLE[1:],
            )


def _single(chart: Chart) -> bool:
    """Whether a bar or an area has one part only, which is no part of what stands beside it."""
    return chart.kind != "waffle" and not named(chart, "series") and len(named(chart, "value")) < 2  # noqa: PLR2004 - parts


def _rounding(parts: Sequence[_Part]) -> float:
    """By how much a sum of rounded parts can differ from the whole."""
    places = max((own_decimals(part.amount) for part in parts), default=0)
    return float(len(parts) * 0.5 * 10**-places + 1e-9)


def _number(value: Scalar) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _text(amount: float | None) -> Text:
    """A number of the table as it would be typed there."""
    shown = "?" if amount is None else f"{amount:.15g}"
    return Text(shown, shown)
