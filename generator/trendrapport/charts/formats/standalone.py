"""The drawing as a file of its own, with its title, subtitle and source: on paper, in a font that most machines have.

The part without words around it has the name `drawing`, so that a page that tells the rest can show `<file>.svg#drawing`.
"""

from __future__ import annotations

from trendrapport.charts.framing import Frame, Lettering, broken, inside, text, whole

MARGIN = 24
"""The space around everything, in units: also for text that is wider in another font than the one it was measured in."""

SCALE = 2.0
"""The pixels to a unit in a picture: sharp on a slide."""

TITLE = Lettering(22, "var(--chart-ink)", serif=True)
SUBTITLE = Lettering(16, "var(--chart-soft)")
CREDIT = Lettering(13, "var(--chart-soft)")


_ALONE = "<style>#drawing:target~.words{display:none}</style>"


def write(svg: str, frame: Frame) -> bytes:
    """The file that the SVG of a page makes; raises ValueError if it is none."""
    drawn = inside(svg)
    heads = [(broken(words, lettering, drawn.width), lettering)
             for words, lettering in ((frame.title, TITLE), (frame.subtitle, SUBTITLE)) if words]
    words, top = [], float(MARGIN)
    for lines, lettering in heads:
        words.append(text(lines, lettering, MARGIN, top))
        top += len(lines) * lettering.line + 4
    top += 14 if heads else 0
    view = f'<view id="drawing" viewBox="{MARGIN / 2:g} {top - 4:g} {drawn.width + MARGIN:g} {drawn.height + 8:g}"/>{_ALONE}'
    parts = f'{view}<g transform="translate({MARGIN} {top:g})">{drawn.content}</g>'
    top += drawn.height + 14
    credit = broken(frame.credit, CREDIT, drawn.width) if frame.credit else []
    if credit:
        words.append(f'<path d="M{MARGIN} {top:g}h{drawn.width:g}" stroke="var(--chart-line)"/>{text(credit, CREDIT, MARGIN, top + 6)}')
        top += 6 + len(credit) * CREDIT.line
    return whole(f'{parts}<g class="words">{"".join(words)}</g>', drawn.attributes, drawn.width + 2 * MARGIN, round(top + MARGIN - 6, 2))
