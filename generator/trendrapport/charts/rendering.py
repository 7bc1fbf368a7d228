"""Vega-Lite text to the SVG text that vl-convert makes of it, in a process of its own.

Imports nothing heavy, so that a worker process is ready while the main one still loads Altair.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from trendrapport.charts import fonts
from trendrapport.charts.errors import CannotDrawError
from trendrapport.diagnostics import Language

LOCALES: dict[Language, Literal["nl-NL", "en-GB"]] = {"nl": "nl-NL", "en": "en-GB"}


def render(vega_lite: str, language: Language) -> str:
    """The SVG of a specification; raises CannotDrawError if it is no valid one. Nothing is fetched."""
    import vl_convert

    fonts.known()
    locale = LOCALES[language]
    try:
        return vl_convert.vegalite_to_svg(vega_lite, format_locale=locale, time_format_locale=locale, allowed_base_urls=[])
    except ValueError as error:
        raise CannotDrawError(f"Vega-Lite: {_said(str(error))}") from error


def _said(message: str) -> str:
    """What vl-convert says is wrong: below its heading, and above the places in code that is not the editor's."""
    lines = [line for line in message.strip().splitlines() if not line.rstrip().endswith("conversion failed:")]
    return (lines or [message])[0].strip().removeprefix("Error: ")


def drawings(specifications: Sequence[str], language: Language) -> list[str]:
    """The SVG of each specification."""
    return [render(vega_lite, language) for vega_lite in specifications]


def warm_up() -> None:
    """Loads what the first drawing would have to wait for."""
    render('{"data": {"values": [{}]}, "mark": "text"}', "nl")
