"""The drawing as a file of its own, with its title, subtitle, footnotes and source: on paper, in a font that
most machines have.

The part without words around it has the name `drawing`, so that a page that has these words already can show
`<file>.svg#drawing`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from trendrapport.charts.pictures.framing import (
    Bar,
    Frame,
    Lettering,
    Line,
    Sheet,
    broken,
    inside,
    lines_of,
    whole,
    written,
)
from trendrapport.diagnostics import Language

MARGIN = 24
"""The space around everything, in units.

Half of it stays free at the end of lines as well, as text is wider in another font.
"""

SCALE = 2.0
"""The pixels to a unit in a picture: sharp on a slide."""

TITLE = Lettering(22, "var(--chart-ink)", serif=True)
SUBTITLE = Lettering(16, "var(--chart-soft)")
SMALL = Lettering(13, "var(--chart-soft)")

_UNFRAMED = Frame("", "", "")
ALONE = "#drawing:target~.words{display:none}"
"""The style of a file of its own; the content security policy for it has the digest of this."""


def write(svg: str, frame: Frame = _UNFRAMED) -> bytes:
    """The file that the SVG of a page makes; raises ValueError if it is none."""
    return on(sheet(svg, frame))


def on(sheet: Sheet) -> bytes:
    """The file that a sheet makes."""
    (x, y, _), drawn = sheet.place, sheet.drawn
    box = f"{MARGIN / 2:g} {y - 4:g} {drawn.width + MARGIN:g} {drawn.height + 8:g}"
    view = f'<view id="drawing" viewBox="{box}"/><style>{ALONE}</style>'
    drawing = f'<g transform="translate({x:g} {y:g})">{drawn.content}</g>'
    rules = "".join(_rule(bar) for bar in sheet.bars)
    words = f'<g class="words">{written(sheet.lines)}{rules}</g>'
    return whole(view + drawing + words, sheet)


def _rule(bar: Bar) -> str:
    left, top, wide, high, colour = bar
    return f'<path d="M{left:g} {top + high / 2:g}h{wide:g}" stroke="{colour}"/>'


def sheet(svg: str, frame: Frame) -> Sheet:
    """The layout around the SVG of a page; raises ValueError if it is none."""
    drawn = inside(svg)
    column = _Column(drawn.width - MARGIN / 2, frame.language)
    for words, lettering in ((frame.title, TITLE), (frame.subtitle, SUBTITLE)):
        if words:
            column.write(words, lettering)
            column.skip(4)
    if column.lines:
        column.skip(14)
    place = (float(MARGIN), column.bottom, 1.0)
    column.skip(drawn.height + 14)
    for note in frame.notes:
        column.write(note, SMALL)
        column.skip(4)
    if frame.notes:
        column.skip(8)
    bars: tuple[Bar, ...] = ()
    if frame.credit:
        bars = ((MARGIN, column.bottom - 0.5, drawn.width, 1, "var(--chart-line)"),)
        column.skip(6)
        column.write(frame.credit, SMALL)
    height = round(column.bottom + MARGIN - 6, 2)
    width, lines = drawn.width + 2 * MARGIN, tuple(column.lines)
    return Sheet(width, height, drawn, place, lines, bars, frame.colours)


@dataclass
class _Column:
    """Texts below each other."""

    room: float
    language: Language
    lines: list[Line] = field(default_factory=list)
    bottom: float = MARGIN

    def write(self, text: str, lettering: Lettering) -> None:
        """Adds a text in as many lines as it needs."""
        texts = broken(text, lettering, self.room, self.language)
        self.lines += lines_of(texts, lettering, MARGIN, self.bottom)
        self.skip(len(texts) * lettering.line)

    def skip(self, height: float) -> None:
        """Leaves room."""
        self.bottom += height
