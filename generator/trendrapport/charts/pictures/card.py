"""The picture that social media and messengers show beside a link to a figure: 1200 by 630 pixels, the title
large.

Its words are above a wide drawing, or on the left of a narrow one: whichever leaves the drawing largest.
"""

from __future__ import annotations

from dataclasses import replace

from trendrapport.charts.pictures.framing import (
    Frame,
    Inside,
    Lettering,
    Line,
    Sheet,
    broken,
    inside,
    lines_of,
)

WIDTH, HEIGHT = 1200, 630
"""The size that Open Graph readers ask for, in pixels."""

MARGIN, BAND = 48, 10
"""The space around everything, and the height of the coloured band on top."""

TITLE, SMALL_TITLE = (
    Lettering(46, "var(--chart-ink)", serif=True),
    Lettering(38, "var(--chart-ink)", serif=True),
)
SUBTITLE, CREDIT = Lettering(25, "var(--chart-soft)"), Lettering(20, "var(--chart-soft)")
START = MARGIN + BAND - 6.0
"""The top of the title."""

COLUMN = 470
"""The width of the words beside a tall drawing."""


def sheet(wide: str, narrow: str, frame: Frame) -> Sheet:
    """The card of a page's SVGs; raises ValueError if they are none. `narrow` can be empty."""
    drawn, credit = inside(wide), broken(frame.credit, CREDIT, WIDTH - 2 * MARGIN, frame.language, 2)
    foot = HEIGHT - MARGIN + 12 - len(credit) * CREDIT.line
    layouts = [
        _beside(drawn, frame, foot - 20),
        _above(drawn, frame, foot - 20),
        _beside(inside(narrow or wide), frame, foot - 20),
    ]
    best = max(layouts, key=_scale)
    lines = (*best.lines, *lines_of(credit, CREDIT, MARGIN, foot))
    return replace(best, lines=lines, colours=frame.colours)


def _scale(sheet: Sheet) -> float:
    """How much larger than it was drawn a drawing is on a sheet; small differences do not count."""
    return round(sheet.place[2], 1)


def _above(drawn: Inside, frame: Frame, bottom: float) -> Sheet:
    """The words above the drawing."""
    words, top = _words(frame, TITLE, WIDTH - 2 * MARGIN, (3, 1))
    return _placed(words, drawn, (MARGIN, top + 16, WIDTH - MARGIN, bottom))


def _beside(drawn: Inside, frame: Frame, bottom: float) -> Sheet:
    """The words on the left of the drawing."""
    words, _ = _words(frame, SMALL_TITLE, COLUMN, (7, 5))
    return _placed(words, drawn, (MARGIN + COLUMN + 40, START + 6, WIDTH - MARGIN, bottom))


def _words(
    frame: Frame, lettering: Lettering, room: float, most: tuple[int, int]
) -> tuple[tuple[Line, ...], float]:
    """Title and subtitle in at most that many lines each; and the bottom of them."""
    title = broken(frame.title, lettering, room, frame.language, most[0])
    subtitle = broken(frame.subtitle, SUBTITLE, room, frame.language, most[1])
    under = START + len(title) * lettering.line + 10
    lines = (*lines_of(title, lettering, MARGIN, START), *lines_of(subtitle, SUBTITLE, MARGIN, under))
    return lines, under + len(subtitle) * SUBTITLE.line


def _placed(words: tuple[Line, ...], drawn: Inside, room: tuple[float, float, float, float]) -> Sheet:
    """The drawing in the middle of its room (left, top, right, bottom), as large as that allows."""
    left, top, right, bottom = room
    scale = min((right - left) / drawn.width, (bottom - top) / drawn.height)
    x = left + (right - left - drawn.width * scale) / 2
    y = top + (bottom - top - drawn.height * scale) / 2
    band = (0, 0, WIDTH, BAND, "var(--chart-1)")
    return Sheet(WIDTH, HEIGHT, drawn, (x, y, scale), words, (band,))
