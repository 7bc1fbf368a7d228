"""The picture that social media and messengers show beside a link to a figure: 1200 by 630 pixels, the title large.

Its words stand above a wide drawing, or on the left of a narrow one: where the text of the drawing is largest.
"""

from __future__ import annotations

from trendrapport.charts.framing import Frame, Inside, Lettering, broken, inside, text, whole

WIDTH, HEIGHT = 1200, 630
"""The size that Open Graph readers ask for, in pixels."""

MARGIN, BAND = 48, 10
"""The space around everything, and the height of the coloured band on top."""

TITLE, SMALL_TITLE = Lettering(46, "var(--chart-ink)", serif=True), Lettering(38, "var(--chart-ink)", serif=True)
SUBTITLE, CREDIT = Lettering(25, "var(--chart-soft)"), Lettering(20, "var(--chart-soft)")
START = MARGIN + BAND - 6.0
"""Where the title starts."""

COLUMN = 470
"""The width of the words beside a tall drawing."""


def write(wide: str, narrow: str, frame: Frame) -> bytes:
    """The card of a page's SVGs; raises ValueError if they are none. `narrow` can be empty."""
    drawn, credit = inside(wide), broken(frame.credit, CREDIT, WIDTH - 2 * MARGIN, 2)
    foot = HEIGHT - MARGIN + 12 - len(credit) * CREDIT.line
    made = [_beside(drawn, frame, foot - 20), _above(drawn, frame, foot - 20), _beside(inside(narrow or wide), frame, foot - 20)]
    _, parts = max(made, key=lambda one: round(one[0], 1))
    band = f'<rect width="{WIDTH}" height="{BAND}" fill="var(--chart-1)"/>'
    return whole(band + parts + text(credit, CREDIT, MARGIN, foot), drawn.attributes, WIDTH, HEIGHT)


def _above(drawn: Inside, frame: Frame, bottom: float) -> tuple[float, str]:
    """The words above the drawing, and how large that is."""
    words, top = _words(frame, TITLE, WIDTH - 2 * MARGIN, (3, 1))
    return _drawn(words, drawn, (MARGIN, top + 16, WIDTH - MARGIN, bottom))


def _beside(drawn: Inside, frame: Frame, bottom: float) -> tuple[float, str]:
    """The words on the left of the drawing, and how large that is."""
    words, _ = _words(frame, SMALL_TITLE, COLUMN, (7, 5))
    return _drawn(words, drawn, (MARGIN + COLUMN + 40, START + 6, WIDTH - MARGIN, bottom))


def _words(frame: Frame, lettering: Lettering, room: float, most: tuple[int, int]) -> tuple[str, float]:
    """Title and subtitle in at most so many lines each; and where they end."""
    title, subtitle = broken(frame.title, lettering, room, most[0]), broken(frame.subtitle, SUBTITLE, room, most[1])
    under = START + len(title) * lettering.line + 10
    return text(title, lettering, MARGIN, START) + text(subtitle, SUBTITLE, MARGIN, under), under + len(subtitle) * SUBTITLE.line


def _drawn(words: str, drawn: Inside, place: tuple[float, float, float, float]) -> tuple[float, str]:
    """The drawing in the middle of a place (left, top, right, bottom), as large as that allows."""
    left, top, right, bottom = place
    scale = min((right - left) / drawn.width, (bottom - top) / drawn.height)
    x, y = left + (right - left - drawn.width * scale) / 2, top + (bottom - top - drawn.height * scale) / 2
    return scale, f'{words}<g transform="translate({x:.2f} {y:.2f}) scale({scale:.4f})">{drawn.content}</g>'
