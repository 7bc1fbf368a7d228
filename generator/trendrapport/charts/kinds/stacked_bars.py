"""Bars in parts: how a whole is divided, and how that differs between years or categories.

Use it for parts that add up. Readers can tell three to five parts apart; the first is the easiest to compare.
Bars for years, months and dates are vertical, others horizontal. A part without a value is left out, and its
bar says "onvolledig".

Fields: `category` (text, year, month, date or whole number), `value` (one column for each part, or one column
together with `series`, the column that names the part), and `provisional` (true or false): those categories
get an *.

Options: `order` (of the parts), `share` (true: show parts as percentages of their sum, in bars of equal
length), `totals` (true: show the sum at the end of each bar), `lying` (true for horizontal bars, false for
vertical ones), `breaks` (categories of vertical bars from which values cannot be compared with earlier ones),
and `divide_by`, `decimals` and `unit` for all numbers.

    kind: stacked_bars
    data: zonnestroom_nederland
    fields: {category: peildatum, series: sector, value: vermogen_kwp}
    filter: {sector: [woningen, bedrijven]}
    options: {divide_by: 1000000, totals: true}
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from trendrapport.charts import notation
from trendrapport.charts.annotations.placing import annotated, below, reference_values
from trendrapport.charts.annotations.words import at_point
from trendrapport.charts.kinds import Suits, Traits
from trendrapport.charts.parts import bar_names
from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.bar_texts import texts
from trendrapport.charts.parts.break_lines import bar_breaks
from trendrapport.charts.parts.breaks import BreakOptions
from trendrapport.charts.parts.canvas import dots
from trendrapport.charts.parts.category_axis import in_order, lying
from trendrapport.charts.parts.classes import MISSING
from trendrapport.charts.parts.layers import GAP, WORD, WORD_ABOVE_NUMBER, Layer, Row, beside, chart, sized
from trendrapport.charts.parts.legends import legend
from trendrapport.charts.parts.naming import naming
from trendrapport.charts.parts.plots import Plot, bar_plot, foot
from trendrapport.charts.parts.scales import Scale, amount_scale, share_scale
from trendrapport.charts.parts.series import SERIES_FIELDS, SeriesOptions, keys, names, points, with_gaps
from trendrapport.charts.parts.sizes import text_width, widest
from trendrapport.charts.parts.stacks import WHOLE, shares, stacked
from trendrapport.charts.plan import NUMBERS, TIMES, WORDS, Plan, Role
from trendrapport.diagnostics import Text
from trendrapport.model.base import described

if TYPE_CHECKING:
    import altair as alt

FIELDS = {"category": Role(WORDS), **SERIES_FIELDS, "value": Role(NUMBERS, many=True, parts=True)}

HEIGHT = 300
ROW, SMALL_ROW = 30, 24
LETTERS = 32
"""Longer names of horizontal bars than this are broken over lines."""

MANY = 15
"""Of more bars than these each gets less room."""
PIN = 3
"""Half the size of the dot at a part that has an annotation."""


class Options(BreakOptions, SeriesOptions):
    """The settings of stacked bars."""

    totals: bool = described(
        "de som aan het eind van elke staaf", "the sum at the end of each bar", default=False
    )
    lying: bool | None = described(
        "true: liggende staven; anders staan de staven alleen bij perioden rechtop",
        "true: horizontal bars; otherwise bars are vertical only for periods",
        default=None,
    )
    share: bool = described(
        "delen als percentage van hun som, in even lange staven",
        "parts as percentages of their sum, in bars of equal length",
        default=False,
    )


OPTIONS = Options
TRAITS = Traits(
    compared=("series", "category"),
    part_role="series",
    colour_key=True,
    one_unit=True,
    vertical=True,
    horizontal_for_words=True,
    own_order=True,
    paired=True,
    left_out="empty",
)
SUITS = Suits(
    Text(
        nl="staven in delen laten zien hoe een geheel is verdeeld, als de delen samen dat geheel zijn",
        en="bars in parts show how a whole is divided, if the parts add up to that whole",
    ),
    good={"category": (2, 8), "series": (2, 5)},
    possible={"category": (2, 15), "series": (2, 6)},
    sketch="stacks",
)
LIMITED = "category"
ANNOTATIONS = {"moment", "range", "value", "point"}


def draw(plan: Plan) -> Layer:
    """A bar for each category with its parts, from the first series on."""
    options = plan.options(Options)
    lies = _lies(plan, options)
    found = points(plan, "category", options)
    series = names(found, options)
    if not lies:
        found = with_gaps(found, plan, "category")
    kept = set(keys(found)[: plan.chart.limit])
    shown = [point for point in found if point.key in kept]
    rows: Sequence[Row] = list(stacked(shown, series, plan, "category", LETTERS if lies else None))
    if options.share:
        rows = shares(rows, Amounts(plan, options))
    if lies:
        return _lying(rows, plan, options)
    return _standing(rows, plan, options)


def _lies(plan: Plan, options: Options) -> bool:
    if options.lying is not None:
        return options.lying
    return plan.column("category").type not in TIMES


def _ends(rows: Sequence[Row], plan: Plan, options: Options) -> list[Row]:
    """The words at the end of each bar that has any."""
    bars: dict[str, list[Row]] = {}
    for row in rows:
        bars.setdefault(row["category"], []).append(row)
    amounts = Amounts(plan, options)
    ends = []
    for name, parts in bars.items():
        if text := _end_text(parts, amounts, options):
            complete = all(part["known"] for part in parts)
            ends.append({"category": name, "to": parts[-1]["to"], "text": text, "whole": complete})
    return ends


def _end_text(parts: list[Row], amounts: Amounts, options: Options) -> str:
    """The sum of a bar, or that a part or all of it is missing."""
    language, last = amounts.plan.theme.language, parts[-1]
    known = [part["known"] for part in parts]
    if not any(known):
        return notation.NO_DATA.of(language)
    if not all(known):
        return notation.INCOMPLETE.of(language)
    # Of nothing there are no shares: an empty bar must say why it is empty.
    if options.totals or not last.get("drawn", True):
        return amounts.text(last["sum"])
    return ""


def _fitting(ends: list[Row], room: float, plan: Plan) -> list[Row]:
    """The words above bars if all have room; else only that a bar is not whole, as a dash."""
    if widest((end["text"] for end in ends), plan) < room:
        return ends
    return [{**end, "text": MISSING} for end in ends if not end["whole"]]


def _colour(rows: Sequence[Row], plan: Plan, above: int, left: float) -> alt.Color:
    import altair as alt

    series, colours = in_order(rows, "series"), plan.theme.series
    scale = alt.Scale(domain=series, range=[colours[index % len(colours)] for index in range(len(series))])
    return alt.Color("series:N", sort=None, scale=scale, legend=legend(series, plan, above, left))


def _parts(rows: Sequence[Row], colour: alt.Color, plan: Plan, **axes: Any) -> Layer:  # noqa: ANN401
    """The parts of all bars, with paper between them."""
    import altair as alt

    known = [row for row in rows if row["known"] and row.get("drawn", True)]
    mark = chart(known).mark_bar(stroke=plan.theme.paper, strokeWidth=1)
    return mark.encode(**axes, color=colour, description=alt.Description("description:N"))


def _lying(rows: Sequence[Row], plan: Plan, options: Options) -> Layer:
    import altair as alt

    ends = _ends(rows, plan, options)
    right = beside((end["text"] for end in ends if end["to"]), plan)
    names = naming((row["category"] for row in rows), plan, right)
    block = ROW * (1 - GAP)
    high = WHOLE if options.share else max(row["to"] for row in rows) or 1.0
    unit = (plan.theme.width - names.left - right) / high
    x = alt.X("from:Q", axis=None, scale=alt.Scale(domain=[0, high], nice=False))
    y = lying(rows, plan, above=names.above, block=block, paddingInner=GAP, paddingOuter=0.1)
    colour = _colour(rows, plan, 8 + round(names.above / 2), names.left)
    layers = [
        _parts(rows, colour, plan, x=x, x2=alt.X2("to:Q"), y=y),
        *texts(_wide(rows, unit, plan), {"x": alt.X("middle:Q"), "y": y}, color=plan.theme.paper),
        *texts(ends, {"x": alt.X("to:Q"), "y": y}, align="left", dx=6),
    ]
    count = len(in_order(rows))
    height = count * names.row(block, SMALL_ROW if count > MANY else ROW)
    return sized(layers, plan, height, left=names.left, right=right)


def _wide(rows: Sequence[Row], unit: float, plan: Plan) -> list[Row]:
    """The parts of horizontal bars that have room for their value."""
    found = []
    for row in rows:
        room = (row["to"] - row["from"]) * unit
        if row["known"] and room > text_width(row["text"], plan) + 6:
            found.append(row)
    return found


def _standing(rows: Sequence[Row], plan: Plan, options: Options) -> Layer:
    import altair as alt

    scale = _scale(rows, plan, options)
    feet = bar_names.below(rows, plan, scale.left)
    ends = feet.on(_ends(rows, plan, options))
    rows = feet.on(rows)
    band = plan.theme.width * 0.92 / len(in_order(rows))
    x, y = feet.x(), scale.y("from")
    plot = _plot(rows, ends, scale, options)
    marks = annotated(plot)
    above = round((WORD_ABOVE_NUMBER if options.broken else WORD) + marks.above)
    colour = _colour(rows, plan, above, scale.left)
    layers = [
        *marks.behind,
        _parts(rows, colour, plan, x=x, y=y, y2=alt.Y2("to:Q")),
        *texts(_tall(rows, scale, band, plan), {"x": x, "y": alt.Y("middle:Q")}, color=plan.theme.paper),
        *texts(_fitting(ends, band, plan), {"x": x, "y": alt.Y("to:Q")}, baseline="bottom", dy=-5),
        *bar_breaks(rows, options.broken, plan),
        *marks.front,
        *_pins(plot),
        *below(marks, plot, HEIGHT + foot(rows, plan), feet.listed),
    ]
    return sized(layers, plan, HEIGHT, left=scale.left)


def _scale(rows: Sequence[Row], plan: Plan, options: Options) -> Scale:
    amounts = Amounts(plan, options)
    if options.share:
        return share_scale(amounts)
    return amount_scale([*(row["to"] for row in rows), *reference_values(plan)], amounts)


def _tall(rows: Sequence[Row], scale: Scale, band: float, plan: Plan) -> list[Row]:
    """The parts of vertical bars that have room for their value."""
    least = plan.theme.text_size + 4
    unit = scale.unit(HEIGHT)
    tall = [row for row in rows if row["known"] and (row["to"] - row["from"]) * unit > least]
    fitting = [row for row in tall if text_width(row["text"], plan) < band * (1 - GAP)]
    # On a narrow screen a few values among many would look chosen.
    if plan.theme.narrow and fitting != tall:
        return []
    return fitting


def _plot(rows: Sequence[Row], ends: list[Row], scale: Scale, options: Options) -> Plot:
    """Where annotations find the bars and their parts."""
    said = {end["category"]: end["text"] for end in ends}
    tops = [{**row, "text": said.get(row["category"], ""), "series": ""} for row in rows]
    plan = scale.amounts.plan
    plot = bar_plot(plan, tops, scale.ends, HEIGHT, left=scale.left, broken=options.broken)
    return replace(plot, points=_points(rows, plot))


def _points(rows: Sequence[Row], plot: Plot) -> dict[tuple[str, str], tuple[float, float]]:
    """The right edge of each part, halfway up, in the gap between bars."""
    positions = {name: index for index, name in enumerate(in_order(rows))}
    band = plot.inside.right / len(positions)
    points_of_parts = {}
    for row in rows:
        if row["known"]:
            right = band * (positions[row["category"]] + 1 - GAP / 2)
            points_of_parts[row["series"], str(row["key"])] = right + PIN, plot.up(row["middle"])
    return points_of_parts


def _pins(plot: Plot) -> list[Layer]:
    """A dot at each part that has an annotation, as a line from its label runs along other parts."""
    rows = []
    for annotation in plot.plan.chart.annotations:
        at = at_point(annotation, plot.points) if annotation.form == "point" else None
        if at:
            x, y = at
            rows.append({"x": round(x, 2), "y": round(y, 2), "colour": plot.plan.theme.ink})
    return dots(rows, size=6 * PIN**2, aria=False)
