"""A chart that a presentation program draws of its data, which readers can edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from trendrapport.diagnostics import Language
from trendrapport.documents.slides.deck import LIES, STACKS, TIMED, Colours, Form, Native, Series
from trendrapport.documents.slides.writing.cleaning import clean, without_control
from trendrapport.documents.slides.writing.places import Box
from trendrapport.documents.slides.writing.template import POINT, TAGS

if TYPE_CHECKING:
    from pptx.chart.chart import Chart
    from pptx.shapes.graphfrm import GraphicFrame

TEXT, SMALL = 14, 12
"""The sizes of names and of numbers at marks (points)."""
FEW_BARS = 6
"""So few bars would be too thick with little room between them."""
FEW = 16
"""Of more bars than these the numbers are small."""
SHAPES = ("CIRCLE", "SQUARE", "TRIANGLE", "DIAMOND", "X", "STAR", "DASH", "PLUS")
"""A shape for each series, so that colour is never the only difference."""
WHOLE = 10
"""Along an axis that goes beyond this, numbers have no decimals."""
APART = 0.08
"""Values at the ends of lines that are closer to each other than this part of all would be written over each
other.
"""
THEMED = 6
"""The colours of series that a theme has; others are written out."""


def add_chart(shapes: Any, chart: Native, box: Box, colours: Colours, language: Language) -> GraphicFrame:  # noqa: ANN401
    """Adds a chart to the shapes of a slide."""
    chart = _clean(chart)
    data = _dots_data(chart) if chart.form is Form.DOTS else _data(chart)
    place = [round(side * POINT) for side in (box.left, box.top, box.width, box.height)]
    frame: GraphicFrame = shapes.add_chart(_type(chart.form), *place, data)
    _Look(frame.chart, chart, colours, language).give()
    return frame


def _clean(chart: Native) -> Native:
    """The chart with texts that a file can hold."""
    series = []
    for one in chart.series:
        series.append(replace(one, name=clean(one.name), names=tuple(map(clean, one.names))))
    across, up = map(clean, chart.axes)
    named: Any = tuple(one if isinstance(one, date) else clean(one) for one in chart.categories)
    unit = without_control(chart.unit)
    return replace(chart, categories=named, series=tuple(series), unit=unit, axes=(across, up))


def _type(form: Form) -> Any:  # noqa: ANN401
    from pptx.enum.chart import XL_CHART_TYPE

    names = {
        Form.STANDING: "COLUMN_CLUSTERED",
        Form.LYING: "BAR_CLUSTERED",
        Form.STACKED: "COLUMN_STACKED",
        Form.LYING_STACKED: "BAR_STACKED",
        Form.LINES: "LINE_MARKERS",
        Form.AREAS: "AREA_STACKED",
        Form.DOTS: "XY_SCATTER",
    }
    return XL_CHART_TYPE[names[form]]


def number_format(chart: Native) -> str:
    """How the chart's numbers are shown; a program puts the marks of its reader's language in it."""
    digits = f"#,##0.{'0' * chart.decimals}".rstrip(".")
    before, after = chart.unit.replace('"', "").split("{0}") if "{0}" in chart.unit else ("", "")
    return "".join([f'"{before}"' if before else "", digits, f'"{after}"' if after else ""])


def _data(chart: Native) -> Any:  # noqa: ANN401
    from pptx.chart.data import CategoryChartData

    data = CategoryChartData(number_format=number_format(chart))
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, series.values)
    return data


def _dots_data(chart: Native) -> Any:  # noqa: ANN401
    from pptx.chart.data import XyChartData

    data = XyChartData(number_format=number_format(chart))
    for series in chart.series:
        made = data.add_series(series.name)
        for across, up in zip(series.across, series.values, strict=True):
            made.add_data_point(across, up)
    return data


class _Look:
    """What a chart looks like: few lines, numbers at marks, the colours of the report."""

    def __init__(self, made: Chart, chart: Native, colours: Colours, language: Language) -> None:
        self.made, self.chart, self.colours, self.language = made, chart, colours, language

    def give(self) -> None:
        """Gives the chart its look."""
        self._letters(self.made.font, TEXT, self.colours.ink)
        self.made.has_title = False
        self._give_legend()
        self._give_axes()
        for place, series in enumerate(self.chart.series):
            self._give_series(self.made.plots[0].series[place], series, place)
        if self.chart.form not in {*TIMED, Form.DOTS}:
            self._give_bars()

    def _letters(self, font: Any, size: float, colour: str) -> None:  # noqa: ANN401
        from pptx.util import Pt

        font.size = Pt(size)
        font.color.rgb = _rgb(colour)
        font._rPr.set("lang", TAGS[self.language])  # noqa: SLF001 - the library has no name for it

    def _give_legend(self) -> None:
        """The names of series above the chart, each once; dots need none."""
        from pptx.enum.chart import XL_LEGEND_POSITION

        names = [series.name for series in self.chart.series]
        self.made.has_legend = len(set(names)) > 1 and self.chart.form is not Form.DOTS
        if self.made.has_legend:
            legend = self.made.legend
            legend.position, legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
            self._letters(legend.font, TEXT, self.colours.ink)
            _hide(legend, [place for place, name in enumerate(names) if name in names[:place]])

    def _give_axes(self) -> None:
        from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK

        across, up = self.made.category_axis, self.made.value_axis
        for axis in (across, up):
            axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
            axis.format.line.color.rgb = _rgb(self.colours.line)
            axis.has_major_gridlines = False
        across.tick_label_position = XL_TICK_LABEL_POSITION.LOW
        if self.chart.form in LIES:
            across.reverse_order = True
        if self.chart.form is Form.DOTS:
            self._name_axes()
            across.tick_labels.number_format_is_linked = False
            across.tick_labels.number_format = "#,##0.##"
        elif not isinstance(self.chart.categories[0], str):
            across.tick_labels.number_format_is_linked = False
            across.tick_labels.number_format = "mmm yyyy"
        self._give_scale(up)

    def _give_scale(self, up: Any) -> None:  # noqa: ANN401
        """An axis of numbers, where marks have none of their own."""
        bars = self.chart.form not in {*TIMED, Form.DOTS}
        up.visible = not (bars and self.chart.named)
        up.has_major_gridlines = up.visible
        if up.visible:
            up.major_gridlines.format.line.color.rgb = _rgb(self.colours.line)
            up.format.line.fill.background()
            up.tick_labels.number_format_is_linked = False
            up.tick_labels.number_format = number_format(
                replace(self.chart, decimals=self._decimals_of_axis())
            )
        lowest = min((value for value in self._values() if value is not None), default=0)
        if self.chart.form is not Form.DOTS and self.chart.low is None and lowest >= 0:
            up.minimum_scale = 0
        if self.chart.form is Form.DOTS and self.chart.low == 0:
            up.minimum_scale = self.made.category_axis.minimum_scale = 0

    def _decimals_of_axis(self) -> int:
        """Round numbers along an axis have fewer decimals than values."""
        highest = max((abs(value) for value in self._values() if value is not None), default=0)
        return 0 if highest >= WHOLE else min(self.chart.decimals, 1)

    def _values(self) -> list[float | None]:
        return [value for series in self.chart.series for value in series.values]

    def _name_axes(self) -> None:
        """What the scales of dots are of."""
        for axis, name in zip((self.made.category_axis, self.made.value_axis), self.chart.axes, strict=True):
            axis.has_title = True
            axis.axis_title.text_frame.text = name
            self._letters(axis.axis_title.text_frame.paragraphs[0].runs[0].font, SMALL, self.colours.soft)

    def _give_series(self, made: Any, series: Series, place: int) -> None:  # noqa: ANN401
        if self.chart.form is Form.LINES:
            self._give_line(made, series, place)
        elif self.chart.form is Form.DOTS:
            made.format.line.fill.background()
            self._give_marker(made, series, 0)
            self._name_dots(made, series)
        else:
            self._fill(made.format.fill, series.colour)

    def _give_line(self, made: Any, series: Series, place: int) -> None:  # noqa: ANN401
        from pptx.util import Pt

        made.smooth = False
        made.format.line.width = Pt(2.5)
        self._colour(made.format.line.color, series.colour)
        order = list(dict.fromkeys(one.name for one in self.chart.series))
        self._give_marker(made, series, order.index(series.name))
        if place in self._with_last():
            self._write_last(made, series)

    def _with_last(self) -> set[int]:
        """The lines of which the last value is written: of those that end close together only the first."""
        lasts = {series.name: place for place, series in enumerate(self.chart.series)}
        known = [value for value in self._values() if value is not None]
        apart = APART * (max(known, default=0) - min(known, default=0))
        written: dict[int, float] = {}
        for place in lasts.values():
            end = [value for value in self.chart.series[place].values if value is not None][-1:]
            if end and all(abs(end[0] - other) > apart for other in written.values()):
                written[place] = end[0]
        return set(written)

    def _give_marker(self, made: Any, series: Series, shape: int) -> None:  # noqa: ANN401
        from pptx.enum.chart import XL_MARKER_STYLE

        made.marker.style = XL_MARKER_STYLE[SHAPES[shape % len(SHAPES)]]
        made.marker.size = 7
        self._fill(made.marker.format.fill, series.colour)
        self._colour(made.marker.format.line.color, series.colour)

    def _write_last(self, made: Any, series: Series) -> None:  # noqa: ANN401
        """The last value of a line."""
        from pptx.enum.chart import XL_LABEL_POSITION

        known = [place for place, value in enumerate(series.values) if value is not None]
        if known:
            label = made.points[known[-1]].data_label
            label.position = XL_LABEL_POSITION.ABOVE
            self._letters(label.font, TEXT, self.colours.ink)
            _show_value(label, number_format(self.chart))

    def _name_dots(self, made: Any, series: Series) -> None:  # noqa: ANN401
        from pptx.enum.chart import XL_LABEL_POSITION

        for place, name in enumerate(series.names):
            if name:
                label = made.points[place].data_label
                label.text_frame.text = name
                label.position = XL_LABEL_POSITION.RIGHT
                self._letters(label.text_frame.paragraphs[0].runs[0].font, SMALL, self.colours.ink)

    def _give_bars(self) -> None:
        """Bars with room between them, their numbers, and those in front in colour."""
        from pptx.enum.chart import XL_LABEL_POSITION

        plot, stacked = self.made.plots[0], self.chart.form in STACKS
        plot.gap_width = 100 if len(self.chart.categories) <= FEW_BARS else 40
        if not stacked and len(self.chart.series) > 1:
            plot.overlap = 0
        plot.vary_by_categories = False
        self._give_front(plot)
        plot.has_data_labels = self.chart.named
        if not self.chart.named:
            return
        labels = plot.data_labels
        labels.show_value, labels.number_format_is_linked = True, False
        labels.number_format = number_format(self.chart)
        labels.position = XL_LABEL_POSITION.CENTER if stacked else XL_LABEL_POSITION.OUTSIDE_END
        colour = self.colours.paper if stacked else self.colours.ink
        self._letters(labels.font, TEXT if len(self._values()) <= FEW else SMALL, colour)

    def _give_front(self, plot: Any) -> None:  # noqa: ANN401
        if self.chart.front:
            series = plot.series[0]
            self._fill(series.format.fill, None)
            for place in self.chart.front:
                self._fill(series.points[place].format.fill, 0)

    def _fill(self, fill: Any, colour: int | None) -> None:  # noqa: ANN401
        fill.solid()
        self._colour(fill.fore_color, colour)

    def _colour(self, format_: Any, colour: int | None) -> None:  # noqa: ANN401
        """The colour of a series, that of the theme where it has one."""
        from pptx.enum.dml import MSO_THEME_COLOR

        if colour is None:
            format_.rgb = _rgb(self.colours.back)
        elif colour < THEMED:
            format_.theme_color = MSO_THEME_COLOR[f"ACCENT_{colour + 1}"]
        else:
            format_.rgb = _rgb(self.colours.series[colour])


def _rgb(colour: str) -> Any:  # noqa: ANN401
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(colour.removeprefix("#").upper())


def _hide(legend: Any, places: Sequence[int]) -> None:  # noqa: ANN401
    """Leaves series out of a legend: parts of a line that has its name there already."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    position = legend._element.find("{*}legendPos")  # noqa: SLF001
    for place in reversed(places):
        xml = f'<c:legendEntry {nsdecls("c")}><c:idx val="{place}"/><c:delete val="1"/></c:legendEntry>'
        position.addnext(parse_xml(xml))


def _show_value(label: Any, pattern: str) -> None:  # noqa: ANN401
    """Shows the value at a point, by a pattern; the library shows only texts there."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    made = label._get_or_add_dLbl()  # noqa: SLF001
    made.find("{*}showVal").set("val", "1")
    number = parse_xml(f'<c:numFmt {nsdecls("c")} formatCode="" sourceLinked="0"/>')
    number.set("formatCode", pattern)
    made.find("{*}idx").addnext(number)
