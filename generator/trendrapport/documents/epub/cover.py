"""The cover of an e-book: its title on the report's colour, with the radar if there is one."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

from trendrapport.charts.pictures.framing import Lettering, Line, broken, lines_of, written
from trendrapport.charts.pictures.painting import rasterised
from trendrapport.diagnostics import Language
from trendrapport.documents.cleaning import clean
from trendrapport.documents.document import EditionDocument

WIDTH, HEIGHT = 1200, 1800
"""Pixels, as shops and readers ask."""
EDGE, TOP = 100, 170
ROOM = WIDTH - 2 * EDGE
SIZES = (92, 82, 72, 62, 52)
"""The sizes of letters that a title can have."""
LEAD, SMALL = 44, 34
LEADS = 3
"""The most lines below a title."""
COLOURS = 96
"""Of the picture, which makes it a third as large."""
LINES = 6
"""The most lines of a title."""
_BOX = re.compile(r'viewBox="\S+ \S+ (\S+) (\S+)"')


def cover(edition: EditionDocument, publisher: str, colours: Mapping[str, str], radar: str) -> str:
    """The cover as SVG."""
    language, ink = edition.language, colours["cover-ink"]
    plain, small = Lettering(LEAD, ink), Lettering(SMALL, ink)
    lines = _title(clean(edition.title), ink, language)
    below = lines[-1].y + 80
    lead = broken(clean(edition.theme or edition.summary), plain, ROOM, language, LEADS)
    lines += lines_of(lead, plain, EDGE, below)
    lines += lines_of(broken(clean(publisher), small, ROOM, language, 2), small, EDGE, HEIGHT - 160)
    ground = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{colours["cover"]}"/>'
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="Source Sans Pro">'
        f"{ground}{_placed(radar)}{written(lines)}</svg>"
    )


def _title(title: str, ink: str, language: Language) -> list[Line]:
    """The title in the largest letters in which no word is broken."""
    shown: list[Line] = []
    for size in SIZES:
        lettering = Lettering(size, ink, serif=True)
        lines = broken(title, lettering, ROOM, language, LINES)
        shown = list(lines_of(lines, lettering, EDGE, TOP))
        if not any(line.endswith("-") for line in lines):
            break
    return shown


def _placed(radar: str) -> str:
    """The radar in the lower part."""
    box = _BOX.search(radar)
    if box is None:
        return ""
    scale = min((ROOM) / float(box[1]), 820 / float(box[2]))
    left = (WIDTH - float(box[1]) * scale) / 2
    return f'<g transform="translate({left:.1f} 760) scale({scale:.3f})">{radar}</g>'


def picture(svg: str) -> bytes:
    """The cover as PNG."""
    made = io.BytesIO()
    rasterised(svg, 1.0).quantize(COLOURS).save(made, "PNG", optimize=True)
    return made.getvalue()
