"""A chart that a presentation program draws of its data, which readers can edit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from trendrapport.diagnostics import Language
from trendrapport.documents.slides.deck import Colours, Form, Native
from trendrapport.documents.slides.writing.chart_axes import give_axes
from trendrapport.documents.slides.writing.chart_marks import give_marks
from trendrapport.documents.slides.writing.chart_text import Drawn, letters, plain_format
from trendrapport.documents.slides.writing.cleaning import clean, without_control
from trendrapport.documents.slides.writing.library import Made, hide_in_legend
from trendrapport.documents.slides.writing.places import Box
from trendrapport.documents.slides.writing.template import POINT

_TYPES = {
    Form.STANDING: "COLUMN_CLUSTERED",
    Form.LYING: "BAR_CLUSTERED",
    Form.STACKED: "COLUMN_STACKED",
    Form.LYING_STACKED: "BAR_STACKED",
    Form.LINES: "LINE_MARKERS",
    Form.AREAS: "AREA_STACKED",
    Form.DOTS: "XY_SCATTER",
}


def add_chart(shapes: Made, chart: Native, box: Box, colours: Colours, language: Language) -> Made:
    """Adds a chart to the shapes of a slide."""
    from pptx.enum.chart import XL_CHART_TYPE

    chart = _clean(chart)
    data = _dots_data(chart) if chart.form is Form.DOTS else _data(chart)
    sides = [round(side * POINT) for side in (box.left, box.top, box.width, box.height)]
    frame = shapes.add_chart(XL_CHART_TYPE[_TYPES[chart.form]], *sides, data)
    drawn = Drawn(frame.chart, chart, colours, language)
    frame.chart.has_title = False
    letters(frame.chart.font, drawn, colours.ink)
    _give_legend(drawn)
    give_axes(drawn)
    give_marks(drawn)
    return frame


def _clean(chart: Native) -> Native:
    """The chart with texts that a file can hold."""
    series = []
    for one in chart.series:
        series.append(replace(one, name=clean(one.name), names=tuple(map(clean, one.names))))
    across, up = map(clean, chart.axes)
    named = [one if isinstance(one, date) else clean(one) for one in chart.categories]
    unit = without_control(chart.unit)
    return replace(chart, categories=tuple(named), series=tuple(series), unit=unit, axes=(across, up))


def _data(chart: Native) -> Made:
    from pptx.chart.data import CategoryChartData

    data = CategoryChartData(number_format=plain_format(chart))
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, series.values)
    return data


def _dots_data(chart: Native) -> Made:
    from pptx.chart.data import XyChartData

    data = XyChartData(number_format=plain_format(chart))
    for series in chart.series:
        made = data.add_series(series.name)
        for across, up in zip(series.across, series.values, strict=True):
            made.add_data_point(across, up)
    return data


def _give_legend(drawn: Drawn) -> None:
    """The names of series above the chart, each once; dots need none."""
    from pptx.enum.chart import XL_LEGEND_POSITION

    names = [series.name for series in drawn.chart.series]
    drawn.made.has_legend = len(set(names)) > 1 and drawn.chart.form is not Form.DOTS
    if drawn.made.has_legend:
        legend = drawn.made.legend
        legend.position, legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        letters(legend.font, drawn, drawn.colours.ink)
        hide_in_legend(legend, [place for place, name in enumerate(names) if name in names[:place]])
