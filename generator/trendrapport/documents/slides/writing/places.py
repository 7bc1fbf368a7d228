"""Where everything is on a slide, and how large a text is there. In points: a slide is 960 by 540."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trendrapport.diagnostics import Language
from trendrapport.documents.slides.deck import Paragraph
from trendrapport.placing import wrapping

WIDTH, HEIGHT = 960, 540
MARGIN = 48
ROOM = WIDTH - 2 * MARGIN
"""The width of what is on a slide."""
SPACING = 1.2
"""The distance between lines, in parts of the size of letters."""
BETWEEN = 0.4
"""The room before a paragraph, in the same parts."""
SANS, SERIF = 1.12, 1.32
"""How much wider the letters of slides are than those by which widths are known (`wrapping`): those of
texts, and of titles in bold.
"""
INDENT = 22
"""How far paragraphs of the second level are from the left, and the others behind their bullet."""


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.top + self.height


TITLE = Box(MARGIN, 30, ROOM, 78)
UNIT = Box(MARGIN, 116, ROOM, 24)
BODY = Box(MARGIN, 126, ROOM, 366)
CHART_TOP, BOTTOM = 146, 498
"""The top of charts, and the bottom of what is below them."""
COLUMN = 410
"""The width of the words beside a high picture."""
ASIDE = Box(MARGIN + COLUMN + 30, 30, ROOM - COLUMN - 30, BOTTOM - 30)
"""The place of that picture."""
FOOTNOTE, MOST_BELOW = 12, 75
"""The size of what is below a chart, and the most height that it takes; the notes of a slide have all."""
GAP, PADDING = 24, 8
"""The room between columns, and that beside and around text in a table."""
FOOT = Box(MARGIN, 508, ROOM - 80, 20)
NUMBER = Box(WIDTH - MARGIN - 60, 508, 60, 20)


def lines(text: str, room: float, size: float, language: Language, wider: float = SANS) -> int:
    """How many lines a text takes."""
    return len(wrapping.lines(text, lambda line: wrapping.width(line, size) * wider <= room, language))


def height_of(texts: Sequence[str], size: float, language: Language, room: float = ROOM) -> float:
    """The height of texts below each other."""
    return sum(lines(text, room, size, language) * size * SPACING for text in texts)


def size_of_title(
    text: str, box: Box, sizes: Sequence[int], language: Language, most: int | None = None
) -> int:
    """The largest of these sizes at which a title fits, in so many lines; the smallest if none does."""
    for size in sizes:
        count = lines(text, box.width, size, language, SERIF)
        if count * size * SPACING <= box.height and (most is None or count <= most):
            return size
    return sizes[-1]


def size_in(texts: Sequence[str], box: Box, size: float, language: Language) -> float:
    """The size at which texts fit in a box, no smaller than a footnote."""
    while size > FOOTNOTE and height_of(texts, size, language, box.width) > box.height:
        size -= 1
    return size


def fitting(texts: list[str], language: Language) -> list[str]:
    """The texts below a chart for which there is room: the last, which is the source, and the first ones."""
    kept = list(texts)
    while len(kept) > 1 and height_of(kept, FOOTNOTE, language) > MOST_BELOW:
        kept.pop(-2)
    return kept


def columns(count: int) -> list[Box]:
    """The places of a number of things beside each other."""
    width = (ROOM - GAP * (count - 1)) / count
    return [
        Box(MARGIN + place * (width + GAP), BODY.top + 30, width, BODY.height - 40) for place in range(count)
    ]


def rows_that_fit(
    rows: Sequence[tuple[str, ...]], widths: Sequence[int], size: float, language: Language
) -> list[list[tuple[str, ...]]]:
    """The rows of a table in parts that fit on a slide below their headings."""
    rooms = [ROOM * width / sum(widths) - 2 * PADDING for width in widths]
    found: list[list[tuple[str, ...]]] = [[]]
    bottom = row = BODY.top + 2 * size * SPACING
    for cells in rows:
        count = max(lines(text, room, size, language) for text, room in zip(cells, rooms, strict=True))
        height = count * size * SPACING + PADDING
        if found[-1] and bottom + height > BODY.bottom:
            found.append([])
            bottom = row
        found[-1].append(cells)
        bottom += height
    return found


def height(paragraphs: Sequence[Paragraph], room: float, size: float, language: Language) -> float:
    """The height of paragraphs below each other."""
    return sum(_height(paragraph, room, size, language) for paragraph in paragraphs)


def _height(paragraph: Paragraph, room: float, size: float, language: Language) -> float:
    inside = room - INDENT * (1 + paragraph.level)
    count = lines(paragraph.text, inside, size_at(size, paragraph), language)
    return size_at(size, paragraph) * (SPACING * count + BETWEEN)


def size_at(size: float, paragraph: Paragraph) -> float:
    """The size of a paragraph where those of the first level have this one."""
    return size - 2 * paragraph.level


@dataclass(frozen=True)
class Part:
    """Paragraphs that fit on one slide, at a size."""

    paragraphs: tuple[Paragraph, ...]
    size: float


def parts(paragraphs: Sequence[Paragraph], box: Box, language: Language) -> list[Part]:
    """Paragraphs on one slide if they fit at a size that can be read from afar, else on several."""
    for size in (24, 22, 20, 18, 16):
        if height(paragraphs, box.width, size, language) <= box.height:
            return [Part(tuple(paragraphs), size)]
    return [Part(part, 18) for part in _divided(paragraphs, box, 18, language)]


def _divided(
    paragraphs: Sequence[Paragraph], box: Box, size: float, language: Language
) -> Iterator[tuple[Paragraph, ...]]:
    """Paragraphs in parts that fit; a heading stays with what is below it, and comes again in the next."""
    part: list[Paragraph] = []
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index : index + 1 + paragraph.strong]
        if part and height([*part, *following], box.width, size, language) > box.height:
            yield tuple(part)
            heading = _heading(part)
            part = [heading] if heading and paragraph.level else []
        part.append(paragraph)
    if part:
        yield tuple(part)


def _heading(part: Sequence[Paragraph]) -> Paragraph | None:
    """The last heading of a part."""
    return next((paragraph for paragraph in reversed(part) if paragraph.strong), None)
