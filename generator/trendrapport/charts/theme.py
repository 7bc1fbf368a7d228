"""The look of charts: sizes, and colours by name that the page fills in, for one drawing in every colour
scheme.

While it is drawn a colour is a number that nothing else has; in the finished SVG it is a CSS custom property.
Knows no chart and no drawing library.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trendrapport.diagnostics import Language

if TYPE_CHECKING:
    from trendrapport.model.look import Look

FONT = "Source Sans Pro"
"""The family by which text is measured; the page's own font then shows it."""

PALETTE: dict[str, tuple[str, str]] = {
    "chart-1": ("#0b5c66", "#6cc5cf"),
    "chart-2": ("#c35208", "#ffd6a9"),
    "chart-3": ("#590049", "#c070ad"),
    "chart-4": ("#065596", "#89bbfb"),
    "chart-5": ("#6b7d14", "#d8e76f"),
    "chart-6": ("#650015", "#d76e77"),
    "chart-7": ("#635131", "#d1b47e"),
    "chart-8": ("#6f767c", "#d6dfe8"),
    "chart-ink": ("#16202c", "#eef1f2"),
    "chart-soft": ("#52606d", "#a9b5bf"),
    "chart-line": ("#dcd8cc", "#33414d"),
    "chart-paper": ("#ffffff", "#19232c"),
    "chart-muted": ("#7d8790", "#75828d"),
    "chart-scale-1": ("#e2f0f1", "#213b45"),
    "chart-scale-2": ("#b5d8db", "#2a5863"),
    "chart-scale-3": ("#7fb9c0", "#37747f"),
    "chart-scale-4": ("#2b7a85", "#7cbac5"),
    "chart-scale-5": ("#0a3f47", "#cdeaee"),
}
"""The properties in a light and a dark scheme, unless a report has colours of its own.

The eight series colours have a contrast of at least 4.5:1 with the paper, so that both a mark on paper and
paper-coloured text on a mark can be seen, and three lightnesses by turns, so that each differs from the two
before and after it in greyscale too; `chart-muted`, which never carries text, has 3:1. The five steps of the
scale run from little to much; the first fade into the paper, so their marks have an outline of `chart-soft`.
On the first three `chart-ink` has 4.5:1, on the last two `chart-paper`.
"""


def palette(look: Look) -> dict[str, tuple[str, str]]:
    """The properties in the colours of a report, in a light and a dark scheme."""
    own = {f"chart-{index}": pair for index, pair in enumerate(look.series, 1)}
    own |= {f"chart-scale-{index}": pair for index, pair in enumerate(look.amounts, 1)}
    own |= {
        "chart-ink": look.ink,
        "chart-soft": look.soft,
        "chart-line": look.line,
        "chart-paper": look.card,
    }
    return PALETTE | own


DARK_TEXT = 3
"""The first steps of the scale, on which text has the colour of text; on the others it has that of paper."""

_SENTINELS = {name: f"#fa{index:02x}ce" for index, name in enumerate(PALETTE, 1)}
_SERIES = tuple(_SENTINELS[f"chart-{index}"] for index in range(1, 9))
_SCALE = tuple(_SENTINELS[f"chart-scale-{index}"] for index in range(1, 6))


NARROW = 312
"""The width of the drawing for narrow screens, in units."""


@dataclass(frozen=True)
class Theme:
    """The width, language and colours of a drawing."""

    language: Language
    width: int = 640
    """In units of the drawing; at this width on a screen a unit is a pixel."""
    text_size: int = 14
    """The size of the smallest text, in units of the drawing."""
    series: tuple[str, ...] = _SERIES
    """The colours of series, in order."""
    ink: str = _SENTINELS["chart-ink"]
    """The colour of text."""
    soft: str = _SENTINELS["chart-soft"]
    """The colour of text beside the main thing."""
    line: str = _SENTINELS["chart-line"]
    """The colour of grid lines."""
    paper: str = _SENTINELS["chart-paper"]
    """The colour behind the chart."""
    muted: str = _SENTINELS["chart-muted"]
    """The colour of marks that step back behind a highlighted one."""
    scale: tuple[str, ...] = _SCALE
    """The colours of amounts, from little to much; their marks need an outline."""

    @property
    def narrow(self) -> bool:
        """Whether this is the drawing for narrow screens."""
        return self.width <= NARROW

    def on_scale(self, step: int) -> str:
        """The colour of text on a step of the scale, counted from 0."""
        if step < DARK_TEXT:
            return self.ink
        return self.paper

    def config(self) -> dict[str, Any]:
        """The configuration for Vega-Lite: horizontal grid lines, few ticks, no frame."""
        text = {
            "labelFontSize": self.text_size,
            "titleFontSize": self.text_size,
            "labelColor": self.soft,
            "titleColor": self.soft,
            "titleFontWeight": "normal",
        }
        return {
            "font": FONT,
            "background": "transparent",
            "padding": 2,
            "view": {"stroke": None},
            "mark": {"color": self.series[0]},
            "range": {"category": list(self.series)},
            "axis": {
                **text,
                "gridColor": self.line,
                "domainColor": self.soft,
                "tickColor": self.soft,
                "labelPadding": 6,
                "labelOverlap": "greedy",
                "labelSeparation": 4,
                "labelLimit": 0,
                "title": None,
            },
            "axisX": {"grid": False, "tickSize": 5, "labelAngle": 0},
            "axisY": {"domain": False, "ticks": False, "tickCount": 5, "grid": True},
            "legend": {
                **text,
                "labelColor": self.ink,
                "orient": "top",
                "title": None,
                "labelLimit": 0,
                "columnPadding": 18,
                "symbolStrokeWidth": 0,
                "symbolSize": 130,
                "symbolType": "square",
            },
            "text": {"fontSize": self.text_size, "color": self.ink, "font": FONT, "limit": 0},
            "line": {"strokeWidth": 2.5},
        }

    def outside(self) -> dict[str, Any]:
        """More configuration, for what only specifications from outside have: titles, headings of panels,
        marks that are black by themselves.
        """
        text = {
            "labelFontSize": self.text_size,
            "titleFontSize": self.text_size,
            "labelColor": self.ink,
            "titleColor": self.soft,
            "titleFontWeight": "normal",
        }
        return {
            "title": {
                "color": self.ink,
                "subtitleColor": self.soft,
                "fontSize": self.text_size + 2,
                "subtitleFontSize": self.text_size,
                "fontWeight": 600,
                "anchor": "start",
                "limit": 0,
            },
            "header": {**text, "title": None, "labelFontWeight": 600, "labelLimit": 0, "titleLimit": 0},
            "rule": {"color": self.ink},
            "tick": {"color": self.series[0]},
            "boxplot": {"median": {"color": self.paper}, "rule": {"color": self.ink}},
            "errorbar": {"rule": {"color": self.ink}},
            "legend": {"symbolBaseStrokeColor": self.soft, "gradientStrokeColor": self.line, "titleLimit": 0},
            "axis": {"titleLimit": 0},
        }


def named_colours(value: Any) -> Any:  # noqa: ANN401
    """Plain data in which names of the theme's colours, such as chart-1, are replaced by their numbers."""
    if isinstance(value, dict):
        return {key: named_colours(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [named_colours(inner) for inner in value]
    if isinstance(value, str):
        return _SENTINELS.get(value, value)
    return value


def properties() -> dict[str, str]:
    """The CSS that replaces each colour of a drawing, by the number of that colour."""
    return {number: f"var(--{name})" for name, number in _SENTINELS.items()}


def with_properties(text: str) -> str:
    """A drawing or specification in which the numbers of colours, in quotes, are replaced by their CSS."""
    for number, value in properties().items():
        text = text.replace(f'"{number}"', f'"{value}"')
    return text
