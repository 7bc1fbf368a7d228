"""A Vega-Lite specification to inline SVG: themed by CSS, named in the report's language, without styles or scripts."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from trendrapport.charts.theme import FONT, ROLES, Theme


@cache
def _converter() -> Any:  # noqa: ANN401
    import font_source_sans_pro
    import vl_convert

    vl_convert.register_font_directory(str(Path(font_source_sans_pro.__file__).parent / "files"))
    return vl_convert


def svg(specification: dict[str, Any], name: str, description: str, theme: Theme) -> str:
    """The drawing; nothing outside the specification is fetched."""
    locale = "nl-NL" if theme.language == "nl" else "en-GB"
    drawn = _converter().vegalite_to_svg(specification, format_locale=locale, time_format_locale=locale, allowed_base_urls=[])
    return _themed(drawn, name, description)


def _themed(drawn: str, name: str, description: str) -> str:
    drawn = re.sub(r"<image\b[^>]*/?>|</?a\b[^>]*>", "", drawn)
    drawn = drawn.replace(f' font-family="{FONT}"', "").replace("sans-serif", "inherit")
    for colour, role in ROLES.items():
        drawn = drawn.replace(f'"{colour}"', f'"var(--chart-{role})"')
    drawn = re.sub(r'<g class="[^"]*role-(?:axis|legend)[^"]*" role="[^"]*" aria-roledescription="[^"]*" aria-label="[^"]*">',
                   '<g aria-hidden="true">', drawn)
    drawn = re.sub(r' (?:aria-roledescription|class|pointer-events|opacity|stroke-miterlimit)="[^"]*"', "", drawn)
    drawn = re.sub(r'<path aria-hidden="true" d="[^"]*"(?: display="none"| stroke="[^"]*")?/>', "", drawn)
    drawn = re.sub(r"-?\d+\.\d{2,}", lambda match: f"{float(match[0]):.1f}", drawn)
    drawn = re.sub(r'((?:xlink:href|href|clip-path|id)="(?:url\()?#?)([A-Za-z_-]*\d+)', rf"\1{name}-\2", drawn)
    drawn = drawn.replace('role="graphics-object"', "").replace('role="graphics-symbol"', 'role="img"')
    width, height = re.findall(r'(?:width|height)="(\d+(?:\.\d+)?)"', drawn)[:2]
    head = (f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {width} {height}" role="group" '
            f'aria-label="{escape(description)}">')
    return re.sub(r"^<svg[^>]*>", lambda _: head, drawn)
