"""Colours of charts in the settings that some readers cannot tell apart (`confusable-colours`).

One in twelve men sees colours otherwise, and many print in grey. Series that follow each other, or have one
between them, must differ for them too, in light and in dark mode:

    look:
      series:
        - ["#1a7f37", "#6fdd8b"]
        - ["#b35900", "#f0b072"]

To who has deuteranopia this green and this orange are nearly one colour. Choose colours that differ in
lightness as well: a dark one, a light one, a middle one, and so on. The finding proposes one.

The five `amounts` must become darker from few to many in light mode, and lighter in dark mode, each step
enough to be seen (`uneven-amounts`).
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterator, Sequence

from trendrapport.charts.theme import palette
from trendrapport.checks.low_contrast import SCHEMES
from trendrapport.diagnostics import Diagnostic, Text, Texts, every_filled, warning
from trendrapport.model.contrast import TEXT, contrast, luminance
from trendrapport.model.look import AMOUNTS, SERIES, Look
from trendrapport.model.sight import APART, STEPS_APART, difference
from trendrapport.report.report import Report

_NEAR = 2
"""Series that are so many places apart, or fewer, are often beside each other."""
_STEPS = 100
"""How many lightnesses of a colour are tried."""

_ALIKE: Texts = (
    Text(
        nl='de kleuren "{colour}" en "{other}" zijn voor sommige lezers gelijk in de {scheme} weergave',
        en='some readers cannot tell the colours "{colour}" and "{other}" apart in {scheme} mode',
    ),
    Text(
        nl="wie kleuren anders ziet, of in grijs afdrukt, weet dan niet welke reeks welke is",
        en="who sees colours otherwise, or prints in grey, then does not know which series is which",
    ),
    Text(
        nl="Kies een kleur die ook in lichtheid verschilt{near}.",
        en="Choose one that differs in lightness too{near}.",
    ),
)
_SUCH_AS = Text(nl=', zoals "{colour}"', en=', such as "{colour}"')
_NONE = Text("", "")
_UNEVEN: Texts = (
    Text(
        nl='"{colour}" verschilt te weinig van de stap ervoor ("{other}") in de {scheme} weergave',
        en='"{colour}" differs too little from the step before it ("{other}") in {scheme} mode',
    ),
    Text(nl="lezers zien dan niet wat meer is", en="readers then do not see which is more"),
    Text(
        nl="Laat de vijf kleuren steeds donkerder worden in de lichte weergave, en lichter in de donkere.",
        en="Have the five colours become darker and darker in light mode, and lighter in dark mode.",
    ),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """The colours that this report chose for charts, where those are too much alike."""
    look = report.config.look
    if look.series:
        yield from _series(report, look)
    if look.amounts:
        yield from _amounts(report, look)


def _series(report: Report, look: Look) -> Iterator[Diagnostic]:
    """Each colour of the report's own that is like one before it, or like a usual one after it."""
    own = len(look.series)
    for dark, scheme in enumerate(SCHEMES):
        colours = [palette(look)[f"chart-{number}"][dark] for number in range(1, SERIES + 1)]
        for place, colour in enumerate(colours):
            for other in range(max(0, place - _NEAR), place):
                if difference(colour, colours[other]) < APART and other < own:
                    changed = min(place, own - 1)
                    near = _nearest(colours, changed, look.card[dark])
                    at = report.config_source.locate(("look", "series", changed, dark))
                    texts = every_filled(
                        _ALIKE, colour=colour, other=colours[other], scheme=scheme, near=near
                    )
                    yield warning(at, "confusable-colours", texts)


def _amounts(report: Report, look: Look) -> Iterator[Diagnostic]:
    for dark, scheme in enumerate(SCHEMES):
        for step in range(1, AMOUNTS):
            before, colour = look.amounts[step - 1][dark], look.amounts[step][dark]
            rises = (luminance(colour) > luminance(before)) == bool(dark)
            if not rises or difference(colour, before) < STEPS_APART:
                at = report.config_source.locate(("look", "amounts", step, dark))
                yield warning(
                    at, "uneven-amounts", every_filled(_UNEVEN, colour=colour, other=before, scheme=scheme)
                )


def _nearest(colours: Sequence[str], place: int, behind: str) -> Text:
    """The same hue in the nearest lightness that differs from its neighbours and from what is behind it."""
    around = range(max(0, place - _NEAR), min(len(colours), place + _NEAR + 1))
    others = [colours[other] for other in around if other != place]
    red, green, blue = (int(colours[place][start : start + 2], 16) / 255 for start in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    tried = sorted((step / _STEPS for step in range(_STEPS + 1)), key=lambda one: abs(one - lightness))
    for one in tried:
        colour = _hexadecimal(*colorsys.hls_to_rgb(hue, one, saturation))
        if contrast(colour, behind) >= TEXT and all(difference(colour, other) >= APART for other in others):
            return _SUCH_AS.filled(colour=colour)
    return _NONE


def _hexadecimal(*parts: float) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
