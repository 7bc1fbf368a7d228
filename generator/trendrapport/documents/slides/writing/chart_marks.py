"""The marks of a chart: their colours, shapes and numbers."""

from __future__ import annotations

from trendrapport.documents.slides.deck import STACKS, Form, Series
from trendrapport.documents.slides.writing.chart_text import SMALL, TEXT, Drawn, letters, number_format, rgb
from trendrapport.documents.slides.writing.library import Made, show_value
from trendrapport.documents.slides.writing.template import POINT

FEW_BARS = 6
"""So few bars would be too thick with little room between them."""
FEW = 16
"""Of more bars than these the numbers are small."""
SHAPES = ("CIRCLE", "SQUARE", "TRIANGLE", "DIAMOND", "X", "STAR", "DASH", "PLUS")
"""A shape for each series, so that colour is never the only difference."""
APART = 0.12
"""Values at the ends of lines that are closer to each other than this part of the scale would be written over
each other.
"""
THEMED = 6
"""The colours of series that a theme has; others are written out."""


def give_marks(drawn: Drawn) -> None:
    """The marks of each series, and the numbers of bars."""
    for made, series in zip(drawn.made.plots[0].series, drawn.chart.series, strict=True):
        match drawn.chart.form:
            case Form.LINES:
                _give_line(drawn, made, series)
            case Form.DOTS:
                _give_dots(drawn, made, series)
            case _:
                _fill(drawn, made.format.fill, series.colour)
    if drawn.chart.form is Form.LINES:
        _write_ends(drawn)
    if drawn.bars:
        _give_bars(drawn)


def _give_line(drawn: Drawn, made: Made, series: Series) -> None:
    made.smooth = False
    made.format.line.width = round(2.5 * POINT)
    _colour(drawn, made.format.line.color, series.colour)
    names = list(dict.fromkeys(one.name for one in drawn.chart.series))
    _give_marker(drawn, made, series, SHAPES[names.index(series.name) % len(SHAPES)])


def _give_dots(drawn: Drawn, made: Made, series: Series) -> None:
    """Dots without a line, some with their name."""
    from pptx.enum.chart import XL_LABEL_POSITION

    made.format.line.fill.background()
    _give_marker(drawn, made, series, SHAPES[0])
    for place, name in enumerate(series.names):
        if name:
            label = made.points[place].data_label
            label.text_frame.text = name
            label.position = XL_LABEL_POSITION.RIGHT
            letters(label.text_frame.paragraphs[0].runs[0].font, drawn, drawn.colours.ink, SMALL)


def _give_marker(drawn: Drawn, made: Made, series: Series, shape: str) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE

    made.marker.style, made.marker.size = XL_MARKER_STYLE[shape], 7
    _fill(drawn, made.marker.format.fill, series.colour)
    _colour(drawn, made.marker.format.line.color, series.colour)


def _write_ends(drawn: Drawn) -> None:
    """The last value of each line; of those that end close together only the first."""
    from pptx.enum.chart import XL_LABEL_POSITION

    last_parts = {series.name: place for place, series in enumerate(drawn.chart.series)}
    scale = max(drawn.values, default=0) - min([0.0, *drawn.values])
    written: list[float] = []
    for place in last_parts.values():
        values = drawn.chart.series[place].values
        known = [index for index, value in enumerate(values) if value is not None]
        end = values[known[-1]] if known else None
        if end is not None and all(abs(end - other) > APART * scale for other in written):
            written.append(end)
            label = drawn.made.plots[0].series[place].points[known[-1]].data_label
            label.position = XL_LABEL_POSITION.ABOVE
            letters(label.font, drawn, drawn.colours.ink)
            show_value(label, number_format(drawn.chart))


def _give_bars(drawn: Drawn) -> None:
    """Bars with room between them, their numbers, and those in front in colour."""
    plot = drawn.made.plots[0]
    plot.gap_width = 100 if len(drawn.chart.categories) <= FEW_BARS else 40
    if drawn.chart.form not in STACKS and len(drawn.chart.series) > 1:
        plot.overlap = 0
    plot.vary_by_categories = False
    if drawn.chart.front:
        _fill(drawn, plot.series[0].format.fill, None)
        for place in drawn.chart.front:
            _fill(drawn, plot.series[0].points[place].format.fill, 0)
    plot.has_data_labels = drawn.chart.named
    if drawn.chart.named:
        _write_numbers(drawn, plot.data_labels)


def _write_numbers(drawn: Drawn, labels: Made) -> None:
    """The number of each bar, at its end or in its part."""
    from pptx.enum.chart import XL_LABEL_POSITION

    labels.show_value, labels.number_format_is_linked = True, False
    labels.number_format = number_format(drawn.chart)
    size = TEXT if len(drawn.values) <= FEW else SMALL
    if drawn.chart.form in STACKS:
        labels.position = XL_LABEL_POSITION.CENTER
        letters(labels.font, drawn, drawn.colours.paper, size)
    else:
        labels.position = XL_LABEL_POSITION.OUTSIDE_END
        letters(labels.font, drawn, drawn.colours.ink, size)


def _fill(drawn: Drawn, fill: Made, colour: int | None) -> None:
    fill.solid()
    _colour(drawn, fill.fore_color, colour)


def _colour(drawn: Drawn, wanted: Made, colour: int | None) -> None:
    """The colour of a series, that of the theme where it has one."""
    from pptx.enum.dml import MSO_THEME_COLOR

    if colour is None:
        wanted.rgb = rgb(drawn.colours.back)
    elif colour < THEMED:
        wanted.theme_color = MSO_THEME_COLOR[f"ACCENT_{colour + 1}"]
    else:
        wanted.rgb = rgb(drawn.colours.series[colour])
