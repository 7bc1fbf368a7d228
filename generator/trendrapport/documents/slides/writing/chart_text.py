"""The letters and the numbers of a chart."""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.diagnostics import Language
from trendrapport.documents.slides.deck import LIES, STACKS, TIMED, Colours, Form, Native
from trendrapport.documents.slides.writing.library import Made, say_language_of
from trendrapport.documents.slides.writing.template import POINT
from trendrapport.language.facts import tag_of

TEXT, SMALL = 14, 12
"""The sizes of names and of numbers at marks (points)."""


@dataclass(frozen=True)
class Drawn:
    """A chart of the library, and what it shows."""

    made: Made
    chart: Native
    colours: Colours
    language: Language

    @property
    def values(self) -> list[float]:
        """All values that are known."""
        known = []
        for series in self.chart.series:
            known += [value for value in series.values if value is not None]
        return known

    @property
    def bars(self) -> bool:
        """Whether it consists of bars."""
        return self.chart.form in LIES | (STACKS - TIMED) | {Form.STANDING}


def letters(font: Made, drawn: Drawn, colour: str, size: float = TEXT) -> None:
    """Gives a font its size, colour and language."""
    font.size = round(size * POINT)
    font.color.rgb = rgb(colour)
    say_language_of(font, tag_of(drawn.language))


def rgb(colour: str) -> Made:
    """A colour of the report as the library has it."""
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(colour.removeprefix("#").upper())


def number_format(chart: Native, decimals: int | None = None) -> str:
    """How the chart's numbers are shown; a program puts the marks of its reader's language in it."""
    before, _, after = chart.unit.replace('"', "").partition("{0}")
    return _both_signs(_quoted(before) + _digits(chart, decimals) + _quoted(after), chart)


def plain_format(chart: Native, decimals: int | None = None) -> str:
    """The same without the unit: the library puts the format of data into XML as it is."""
    return _both_signs(_digits(chart, decimals), chart)


def _both_signs(written: str, chart: Native) -> str:
    """A format for amounts above and below 0, if it is to be the same for both."""
    return f"{written};{written}" if chart.mirrored else written


def _digits(chart: Native, decimals: int | None) -> str:
    places = chart.decimals if decimals is None else decimals
    return f"#,##0.{'0' * places}".rstrip(".")


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""
