"""A declaration can mark events, ranges, reference lines and points in a chart.

    annotations:
      - {at: 2018-05-25, label: AVG gaat in}
      - milestone: wet-open-overheid
      - {from: 2020, to: 2022, label: coronatijd}
      - {value: 50, label: de helft}
      - {point: 2012, series: 75 jaar of ouder, label: twee op de drie}

- `at` marks a moment with a line: a year, a quarter (2024-Q2), a month, a week (2024-W05) or a day, as exact
  as it is known.
- `milestone` does the same for an entry of `content/milestones.yml` and takes the moment and the text from
  there; `label` can shorten the text.
- `from` and `to` shade a range of time.
- `value` draws a line across the chart at a value, as it is on the axis.
- `point` puts a text next to a data point; if there are several series, `series` says which one.

`lines`, `area` and `small_multiples` can have all of these, except that panels have no points. So can
vertical `bars`, `grouped_bars` and `stacked_bars`; `at`, `milestone` and `from` there need years, quarters,
months, weeks or dates. `scatter` can have values at `y`, and points by label. `dots` and `ranked_bars` can
have values. In a `timeline`, events are added to those of the table. Labels avoid each other and the data. If
they do not fit, letters take their place, and the texts are below the drawing. The words below the figure
also mention everything that is marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from trendrapport.charts.annotations.heads import Pole, head
from trendrapport.charts.annotations.point_labels import paper, point_labels, reference_lines
from trendrapport.charts.annotations.words import dated, letters, said
from trendrapport.charts.parts.canvas import boxes, column
from trendrapport.charts.parts.layers import Layer, Row
from trendrapport.charts.parts.plots import Plot
from trendrapport.charts.plan import Plan
from trendrapport.model.annotation import Annotation
from trendrapport.placing.dots import Box


@dataclass(frozen=True)
class Annotated:
    """Layers behind the data and before it, the room that they take above the plot, and a key to letters."""

    behind: list[Layer]
    front: list[Layer]
    above: float = 0
    key: list[str] = field(default_factory=list)
    used: list[Box] = field(default_factory=list)
    """The boxes of labels within the plot."""


def reference_values(plan: Plan) -> list[float]:
    """The values of reference lines, which the scale has to hold."""
    return [one.value for one in plan.chart.annotations if one.value is not None]


def annotated(plot: Plot) -> Annotated:
    """The annotations of a chart, drawn on its plot."""
    shown = plot.plan.chart.annotations
    poles = sorted(_poles(shown, plot), key=lambda pole: pole.x)
    above = head(poles, plot)
    clear = replace(plot, taken=[*plot.taken, *(_box_of(pole, plot) for pole in poles)])
    free = letters(len(above.key) + len(shown))[len(above.key) :]
    level = [one for one in shown if one.form == "value" and not plot.upright]
    across = reference_lines(level, clear, plot, free)
    pointed = [one for one in shown if one.form == "point"]
    named = point_labels(pointed, clear, plot, across.used, free[len(across.key) :])
    behind = [*_shades(shown, plot), *above.layers]
    if plot.note and poles:
        behind += boxes([paper(plot.note, plot)])
    return Annotated(
        behind,
        [*across.layers, *named.layers],
        above.above,
        [*above.key, *across.key, *named.key],
        [*across.used, *named.used],
    )


def _poles(shown: Iterable[Annotation], plot: Plot) -> Iterator[Pole]:
    """The lines of events, of the starts of ranges, and of values on a scale from left to right."""
    language = plot.plan.theme.language
    for one in shown:
        label, words = one.label or "", said(one, plot.plan)
        if one.form == "value" and plot.upright and one.value is not None:
            yield Pole(plot.up(one.value), label, words, words)
        elif one.form == "range" and one.start is not None:
            yield Pole(_ends(one, plot)[0], label, words, dated(one, language))
        elif one.form == "moment" and one.at is not None:
            yield Pole(plot.across(one.at), label, words, dated(one, language))


def _box_of(pole: Pole, plot: Plot) -> Box:
    return Box(pole.x - 2, plot.inside.top, pole.x + 2, plot.inside.bottom)


def _shades(shown: Iterable[Annotation], plot: Plot) -> list[Layer]:
    """A pale band for each range, behind everything else."""
    rows = [_shade(one, plot) for one in shown if one.form == "range"]
    return boxes(rows, opacity=0.55)


def _shade(one: Annotation, plot: Plot) -> Row:
    start, end = _ends(one, plot)
    return {
        "x": round(start, 2),
        "x2": round(end, 2),
        "y": plot.inside.top,
        "y2": plot.inside.bottom,
        "colour": plot.plan.theme.line,
        "description": said(one, plot.plan),
    }


def _ends(one: Annotation, plot: Plot) -> tuple[float, float]:
    """The positions of the start and the end of a range."""
    if plot.whole:
        return plot.whole(one.start)[0], plot.whole(one.to)[1]
    return plot.across(one.start), plot.across(one.to)


def below(result: Annotated, plot: Plot, top: float, names: Sequence[str] = ()) -> list[Layer]:
    """The list that explains numbers, by their `names`, and letters: as wide as the plot, or on a narrow
    screen as the drawing.
    """
    listed = [*names, *result.key]
    if not listed:
        return []
    if plot.plan.theme.narrow:
        return column(listed, plot.plan, top, x=-plot.left)[0]
    return column(listed, plot.plan, top, plot.inside.right - plot.inside.left)[0]
