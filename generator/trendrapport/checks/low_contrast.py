"""Colours in the settings with too little contrast with their background (`low-contrast`).

People with low vision, and people who read in sunlight, cannot read such text. Text needs a contrast of 4.5:1
with its background, and shapes in charts need 3:1 (WCAG 2.2, 1.4.3 and 1.4.11), in light and in dark mode:

    look:
      soft: ["#b0b8c0", "#a9b5bf"]

`#b0b8c0` on white has 2.0:1. Choose a darker colour for light mode, such as `#52606d`, and a lighter one for
dark mode. On the cover (`cover`), text has the dark mode's colours in both modes, so the cover itself must be
dark in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trendrapport.charts.theme import DARK_TEXT, PALETTE, palette
from trendrapport.diagnostics import Diagnostic, Text, Texts, warning
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.config import Config
from trendrapport.model.contrast import MARK, TEXT, contrast, luminance
from trendrapport.model.look import AMOUNTS, SERIES, Look
from trendrapport.report.report import Report

BACKGROUNDS = ("paper", "card", "wash")
SCHEMES = (Text(nl="lichte", en="light"), Text(nl="donkere", en="dark"))
_WHAT = Text(
    nl=('{front} "{colour}" op {back} "{behind}" heeft een contrast van {found}:1 in de {scheme} weergave'),
    en='{front} "{colour}" on {back} "{behind}" has a contrast of {found}:1 in {scheme} mode',
)
_WHY = Text(
    nl="wie minder goed ziet, kan dat niet onderscheiden; nodig is {least}:1",
    en="people with poor sight cannot make this out; {least}:1 is needed",
)
_FIX = (
    Text(
        nl="Kies een donkerdere kleur of een lichtere achtergrond.",
        en="Choose a darker colour or a lighter background.",
    ),
    Text(
        nl="Kies een lichtere kleur of een donkerdere achtergrond.",
        en="Choose a lighter colour or a darker background.",
    ),
)


@dataclass(frozen=True)
class _Pair:
    """Two settings, or a colour of charts and a setting, of which one is shown on the other."""

    front: str
    back: str
    colours: tuple[tuple[str, str], tuple[str, str]]
    least: float
    at: DataPath
    """The setting at which it is reported."""


def check(report: Report) -> Iterator[Diagnostic]:
    """Every pair of colours that cannot be made out, in each scheme."""
    for pair in _pairs(report):
        for dark, scheme in enumerate(SCHEMES):
            colour, behind = (colours[dark] for colours in pair.colours)
            if contrast(colour, behind) < pair.least:
                at = report.config_source.locate((*pair.at, dark))
                yield warning(at, "low-contrast", _texts(pair, colour, behind, scheme))


def _texts(pair: _Pair, colour: str, behind: str, scheme: Text) -> Texts:
    # Cut off rather than rounded, so that 4.49 does not become the 4.5 that is needed.
    found = int(contrast(colour, behind) * 10) / 10
    what = _WHAT.filled(
        front=pair.front,
        back=pair.back,
        colour=colour,
        behind=behind,
        found=found,
        scheme=scheme,
    )
    fix = _FIX[luminance(colour) > luminance(behind)]
    return what, _WHY.filled(least=f"{pair.least:g}"), fix


def _pairs(report: Report) -> Iterator[_Pair]:
    look = report.config.look
    for back in BACKGROUNDS:
        for front in ("ink", "soft", "accent"):
            yield _Pair(front, back, (getattr(look, front), getattr(look, back)), TEXT, ("look", front))
    yield from _of_cover(report.config)
    yield from _of_terms(report.config)
    yield from _of_charts(look)


def _of_cover(config: Config) -> Iterator[_Pair]:
    """What is on the background of the cover has the colours of the dark scheme in both; it is reported at
    the background, if the report chose that.
    """
    look, chosen = config.look, "cover" in config.look.model_fields_set
    fronts: dict[str, tuple[str, DataPath]] = {
        name: (getattr(look, name)[1], ("look", name)) for name in ("ink", "soft", "accent")
    }
    fronts |= {
        name: (term.colour[1], ("taxonomies", "categories", name, "colour"))
        for name, term in config.taxonomies.categories.items()
        if term.colour
    }
    for name, (colour, at) in fronts.items():
        yield _Pair(name, "cover", ((colour, colour), look.cover), TEXT, ("look", "cover") if chosen else at)


def _of_terms(config: Config) -> Iterator[_Pair]:
    for _, place, terms in config.taxonomies.every():
        for name, term in terms.items():
            if term.colour:
                at = (*place, name, "colour")
                yield _Pair(name, "paper", (term.colour, config.look.paper), TEXT, at)
                yield _Pair(name, "card", (term.colour, config.look.card), TEXT, at)


def _of_charts(look: Look) -> Iterator[_Pair]:
    """The colours of series and amounts against those of this report that are behind them or on them; it is
    reported at the colour of the chart, if the report chose that.
    """
    for index, pair in enumerate(_of(look, "chart-", SERIES)):
        at: DataPath = ("look", "series", index) if index < len(look.series) else ("look", "card")
        yield _Pair(f"chart-{index + 1}", "card", (pair, look.card), TEXT, at)
    for index, pair in enumerate(_of(look, "chart-scale-", AMOUNTS)):
        front = "ink" if index < DARK_TEXT else "card"
        at = ("look", "amounts", index) if look.amounts else ("look", front)
        yield _Pair(front, f"chart-scale-{index + 1}", (getattr(look, front), pair), TEXT, at)
    yield _Pair("chart-muted", "card", (PALETTE["chart-muted"], look.card), MARK, ("look", "card"))


def _of(look: Look, name: str, count: int) -> list[tuple[str, str]]:
    colours = palette(look)
    return [colours[f"{name}{number}"] for number in range(1, count + 1)]
