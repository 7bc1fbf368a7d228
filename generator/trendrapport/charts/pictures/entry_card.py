"""The picture that social media and messengers show beside a link to a text: its title on the colour of the
report's cover.
"""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.charts.pictures.card import HEIGHT, MARGIN, WIDTH
from trendrapport.charts.pictures.framing import Inside, Lettering, Sheet, broken, lines_of
from trendrapport.diagnostics import Language

RADIUS = 250
"""Half of the width of the rings at the right, in pixels."""

ROOM = 700
"""The width of the words, which end before the rings."""


@dataclass(frozen=True)
class EntryCard:
    """The words on a card, and its colours as #rrggbb."""

    title: str
    above: str
    """The type of the text, and the part of the report that it is in."""
    below: str
    """The report that it is from, and its publisher."""
    ground: str
    ink: str
    accent: str
    rings: tuple[bool, ...]
    """A ring for each horizon, from the inside; whether the text is about that."""
    language: Language = "nl"
    """By whose rules words are broken."""


def sheet(card: EntryCard) -> Sheet:
    """The layout of a card; a title of more than five lines ends in an ellipsis."""
    title, small = Lettering(62, card.ink, serif=True), Lettering(28, card.accent)
    lines = broken(card.title, title, ROOM, card.language, 5)
    top = (HEIGHT - len(lines) * title.line) / 2 - 10
    foot = Lettering(24, card.ink)
    below = broken(card.below, foot, ROOM, card.language, 2)
    above = broken(card.above, small, ROOM, card.language, 1)
    words = (
        *lines_of(above, small, MARGIN + 12, MARGIN),
        *lines_of(lines, title, MARGIN + 12, top),
        *lines_of(below, foot, MARGIN + 12, HEIGHT - MARGIN - len(below) * foot.line),
    )
    return Sheet(WIDTH, HEIGHT, _ground(card), (0, 0, 1), words)


def _ground(card: EntryCard) -> Inside:
    """The cover's colour with the rings of the radar, half outside the picture."""
    rings = "".join(_ring(index, card) for index in range(len(card.rings)))
    ground = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{card.ground}"/>'
    edge = f'<rect width="14" height="{HEIGHT}" fill="{card.accent}"/>'
    return Inside('xmlns="http://www.w3.org/2000/svg"', WIDTH, HEIGHT, ground + edge + rings)


def _ring(index: int, card: EntryCard) -> str:
    """The ring of a horizon: thick if the text is about that."""
    radius = RADIUS * (index + 1) / len(card.rings) + 60
    width, opacity = (14, 1) if card.rings[index] else (3, 0.45)
    return (
        f'<circle cx="{WIDTH - 40}" cy="{HEIGHT / 2:g}" r="{radius:.1f}" fill="none" '
        f'stroke="{card.accent}" stroke-width="{width}" stroke-opacity="{opacity}"/>'
    )
