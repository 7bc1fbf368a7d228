"""The axes of a chart: few lines, and an axis of numbers only where marks have none of their own."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from itertools import chain

from trendrapport.charts.parts.amounts import round_scale
from trendrapport.documents.slides.deck import LIES, Form
from trendrapport.documents.slides.writing.chart_text import SMALL, Drawn, letters, number_format, rgb
from trendrapport.documents.slides.writing.library import Made, mark_months
from trendrapport.language.facts import spreadsheet_number

WHOLE = 10
"""Along an axis that goes beyond this, numbers have no decimals."""
BELOW = 0.15
"""The room for the number at a negative bar, in parts of the whole scale: beside it are the names of bars."""
NAMED = 6
"""About how many moments are named on an axis of days."""


def give_axes(drawn: Drawn) -> None:
    """Both axes of a chart."""
    from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK

    across, up = drawn.made.category_axis, drawn.made.value_axis
    for axis in (across, up):
        axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
        axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
        axis.format.line.color.rgb = rgb(drawn.colours.line)
        axis.has_major_gridlines = False
    across.reverse_order = drawn.chart.form in LIES
    if drawn.chart.form is Form.DOTS:
        _give_scales(drawn)
    elif isinstance(drawn.chart.categories[0], date):
        _give_days(drawn, across)
    _give_numbers(drawn, up)
    _give_start(drawn, up)


def _give_scales(drawn: Drawn) -> None:
    """What the scales of dots are of."""
    across, up = drawn.made.category_axis, drawn.made.value_axis
    across.tick_labels.number_format_is_linked = False
    across.tick_labels.number_format = "#,##0"
    for axis, name in zip((across, up), drawn.chart.axes, strict=True):
        axis.has_title = True
        axis.axis_title.text_frame.text = name
        for run in axis.axis_title.text_frame.paragraphs[0].runs:
            letters(run.font, drawn, drawn.colours.soft, SMALL)


def _give_days(drawn: Drawn, across: Made) -> None:
    """An axis of days, with a few of them named."""
    days = [day for day in drawn.chart.categories if isinstance(day, date)]
    months = (max(days) - min(days)).days / 30
    across.tick_labels.number_format_is_linked = False
    across.tick_labels.number_format = f"[$-{spreadsheet_number(drawn.language)}]mmm yyyy"
    mark_months(across, max(1, math.ceil(months / NAMED)))


def _give_numbers(drawn: Drawn, up: Made) -> None:
    """Numbers along an axis; bars that carry theirs need none."""
    up.visible = not (drawn.bars and drawn.chart.named)
    up.has_major_gridlines = up.visible
    if up.visible:
        highest = max(map(abs, drawn.values), default=0)
        decimals = 0 if highest >= WHOLE else min(drawn.chart.decimals, 1)
        up.major_gridlines.format.line.color.rgb = rgb(drawn.colours.line)
        up.format.line.fill.background()
        up.tick_labels.number_format_is_linked = False
        up.tick_labels.number_format = number_format(drawn.chart, decimals)


def _give_ends(drawn: Drawn, axis: Made, values: Sequence[float | None]) -> None:
    """Both ends of a scale of dots, as in the drawing."""
    low, high, step = round_scale(values, zero=drawn.chart.low == 0)
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = low, high, step


def _give_start(drawn: Drawn, up: Made) -> None:
    """Where scales start: at 0, unless the declaration or the values say otherwise."""
    lowest, highest = min(drawn.values, default=0.0), max(drawn.values, default=0.0)
    if drawn.chart.form is Form.DOTS:
        series = drawn.chart.series
        _give_ends(drawn, drawn.made.category_axis, list(chain.from_iterable(one.across for one in series)))
        _give_ends(drawn, up, list(chain.from_iterable(one.values for one in series)))
    elif lowest < 0 and drawn.bars and drawn.chart.named:
        up.minimum_scale = lowest - BELOW * (max(highest, 0) - lowest)
    elif lowest >= 0 and drawn.chart.low is None:
        up.minimum_scale = 0
