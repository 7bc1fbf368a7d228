"""Vega-Lite text to the SVG text that vl-convert makes of it, and SVG text to a picture; the only module that loads it.

Imports nothing heavy, so that a worker process is ready while the main one still loads Altair.
"""

from __future__ import annotations

import importlib.util
import io
import shutil
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from trendrapport.diagnostics import Language

_LOCALES: dict[Language, Literal["nl-NL", "en-GB"]] = {"nl": "nl-NL", "en": "en-GB"}
_FONTS = {"font_source_sans_pro": ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf"),
          "font_source_serif_pro": ("SourceSerifPro-Semibold.ttf",)}


def render(vega_lite: str, language: Language) -> str:
    """The SVG of a specification; raises ValueError if it is no valid one. Nothing is fetched."""
    import vl_convert

    _register_fonts()
    locale = _LOCALES[language]
    return vl_convert.vegalite_to_svg(vega_lite, format_locale=locale, time_format_locale=locale, allowed_base_urls=[])


def drawings(specifications: Sequence[str], language: Language) -> list[str]:
    """The SVG of each specification."""
    return [render(vega_lite, language) for vega_lite in specifications]


def pictures(drawings: Sequence[tuple[bytes, float]]) -> list[bytes]:
    """The PNG of each SVG at a number of pixels to a unit; the same drawing always gives the same bytes."""
    return [_picture(svg.decode(), scale) for svg, scale in drawings]


def _picture(svg: str, scale: float) -> bytes:
    """Packed better than vl-convert does, and without transparency: the file is a tenth as large."""
    import vl_convert
    from PIL import Image

    _register_fonts()
    with Image.open(io.BytesIO(vl_convert.svg_to_png(svg, scale=scale))) as drawn:
        raw = io.BytesIO()
        drawn.convert("RGB").save(raw, "PNG", compress_level=6)
    return raw.getvalue()


def warm_up() -> None:
    """Loads what the first drawing would have to wait for."""
    import PIL.PngImagePlugin  # noqa: F401 - loaded for what comes next

    render('{"data": {"values": [{}]}, "mark": "text"}', "nl")


@cache
def _register_fonts() -> tempfile.TemporaryDirectory[str] | None:
    """Lets text be measured with the font it is shown in; the files stay as long as this process.

    The packages hold each font as TTF and as OTF, in twelve weights. With only those that charts and
    pictures use it is certain which file is measured, and measuring takes two thirds of the time.
    """
    import vl_convert

    found = [Path(package.origin).parent / "files" / name for folder, names in _FONTS.items()
             if (package := importlib.util.find_spec(folder)) and package.origin for name in names]
    if not found:
        return None
    folder = tempfile.TemporaryDirectory(prefix="trendrapport-")
    for file in found:
        shutil.copy(file, folder.name)
    vl_convert.register_font_directory(folder.name)
    return folder
