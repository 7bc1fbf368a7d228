"""The drawing as a file of its own, with its title, subtitle, footnotes and source: on paper, in a font that
most machines have.

The part without words around it has the name `drawing`, so that a page that tells the rest can show
`<file>.svg#drawing`.
"""

from __future__ import annotations

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
"""The style of a file of its own; the policy under which it is served names its digest."""


def write(svg: str, frame: Frame = _UNFRAMED) -> bytes:
    """The file that the SVG of a page makes; raises ValueError if it is none."""
    return on(sheet(svg, frame))


def on(sheet: Sheet) -> bytes:
    """The file that a sheet makes."""
    (x, y, _), drawn = sheet.place, sheet.drawn
    view = (
        f'<view id="drawing" viewBox="{MARGIN / 2:g} {y - 4:g} {drawn.width + MARGIN:g} '
        f'{drawn.height + 8:g}"/><style>{ALONE}</style>'
    )
    rules = "".join(
        (f'<path d="M{left:g} {top + high / 2:g}h{wide:g}" stroke="{colour}"/>')
        for left, top, wide, high, colour in sheet.bars
    )
    return whole(
        (
            f'{view}<g transform="translate({x:g} {y:g})">{drawn.content}</g><g '
            f'class="words">{written(sheet.lines)}{rules}</g>'
        ),
        drawn.attributes,
        sheet.width,
        sheet.height,
    )


def sheet(svg: str, frame: Frame) -> Sheet:
    """What stands where around the SVG of a page; raises ValueError if it is none."""
    drawn = inside(svg)
    room = drawn.width - MARGIN / 2
    lines: tuple[Line, ...] = ()
    bars: tuple[Bar, ...] = ()
    top = float(MARGIN)
    for words, lettering in ((frame.title, TITLE), (frame.subtitle, SUBTITLE)):
        if words:
            broken_words = broken(words, lettering, room, frame.language)
            lines += lines_of(broken_words, lettering, MARGIN, top)
            top += len(broken_words) * lettering.line + 4
    top += 14 if lines else 0
    place = (float(MARGIN), top, 1.0)
    top += drawn.height + 14
    for note in frame.notes:
        noted = broken(note, SMALL, room, frame.language)
        lines += lines_of(noted, SMALL, MARGIN, top)
        top += len(noted) * SMALL.line + 4
    top += 8 if frame.notes else 0
    if frame.credit:
        credit = broken(frame.credit, SMALL, room, frame.language)
        bars = ((MARGIN, top - 0.5, drawn.width, 1, "var(--chart-line)"),)
        lines += lines_of(credit, SMALL, MARGIN, top + 6)
        top += 6 + len(credit) * SMALL.line
    return Sheet(drawn.width + 2 * MARGIN, round(top + MARGIN - 6, 2), drawn, place, lines, bars)
