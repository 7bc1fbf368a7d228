"""The picture that social media and messengers show beside a link to a text: its title on the ground of the
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
    """What stands on a card, and its colours as #rrggbb."""

    title: str
    above: str
    """What the text is, and where it is in."""
    below: str
    """Which report it is from, and whose."""
    ground: str
    ink: str
    accent: str
    rings: tuple[bool, ...]
    """A ring for each horizon, from the inside; whether the text is about that."""
    language: Language = "nl"
    """By whose rules words are broken."""


def sheet(card: EntryCard) -> Sheet:
    """What stands where on a card; a title of more than five lines ends in an ellipsis."""
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
    rings = "".join(
        f'<circle cx="{WIDTH - 40}" cy="{HEIGHT / 2:g}" '
        f'r="{RADIUS * (place + 1) / len(card.rings) + 60:.1f}" '
        f'fill="none" '
        f'stroke="{card.accent}" stroke-width="{14 if here else 3}" '
        f'stroke-opacity="{1 if here else 0.45}"/>'
        for place, here in enumerate(card.rings)
    )
    content = (
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{card.ground}"/><rect width="14" '
        f'height="{HEIGHT}" fill="{card.accent}"/>{rings}'
    )
    return Inside('xmlns="http://www.w3.org/2000/svg"', WIDTH, HEIGHT, content)
