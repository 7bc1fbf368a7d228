"""Vega-Lite text to the SVG text that vl-convert makes of it; the only module that loads it.

Imports nothing heavy, so that a worker process is ready while the main one still loads Altair.
"""

from __future__ import annotations

import importlib.util
import shutil
import tempfile
from functools import cache
from pathlib import Path

from trendrapport.diagnostics import Language

_LOCALES: dict[Language, tuple[str, str]] = {"nl": ("nl-NL", "nl-NL"), "en": ("en-GB", "en-GB")}
_FONTS = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf")


def render(vega_lite: str, language: Language) -> str:
    """The SVG of a specification; raises ValueError if it is no valid one. Nothing is fetched."""
    import vl_convert

    _register_fonts()
    numbers, times = _LOCALES[language]
    return vl_convert.vegalite_to_svg(vega_lite, format_locale=numbers, time_format_locale=times,  # type: ignore[arg-type]
                                      allowed_base_urls=[])


def warm_up() -> None:
    """Loads what the first drawing would have to wait for."""
    render('{"data": {"values": [{}]}, "mark": "text"}', "nl")


@cache
def _register_fonts() -> None:
    """Lets text be measured with the font it is shown in.

    The package holds each font as TTF and as OTF, in twelve weights. With only the two that charts
    use it is certain which file is measured, and measuring takes half the time.
    """
    import vl_convert

    package = importlib.util.find_spec("font_source_sans_pro")
    if package is None or package.origin is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        for name in _FONTS:
            shutil.copy(Path(package.origin).parent / "files" / name, folder)
        vl_convert.register_font_directory(folder)
        vl_convert.vegalite_to_svg('{"data": {"values": [{}]}, "mark": "text"}')
