"""Things on a timeline, in a lane for each type, with their names beside them, as plain values for a
template; knows no milestones.

A thing is as long as what is known of its date. Its name is to the right of it or, where there is no room, to
the left; a lane gets as many rows as its names need not to touch. Bands go through all lanes, and their names
are in rows above them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from trendrapport.diagnostics import Language
from trendrapport.placing.name_lines import LINE, Line, extent, name_lines, rounded, written_around
from trendrapport.placing.time_scale import Scale, Year, scale_of

AIR, GAP = 12.0, 5.0
"""Between what is side by side, and between a thing and its name."""
HEADING = 1.2
"""The size of the names of bands, in sizes of the text."""
THIN = 3
"""The least width of a band."""

Span = tuple[float, float]


@dataclass(frozen=True)
class Lanes:
    """How large a drawing is, in pixels at its usual width."""

    width: float
    left: float
    """The width of the names of lanes."""
    label: float
    """How wide a name may be."""
    size: float
    """Half the height of a mark."""
    text: float
    language: Language = "nl"
    """By whose rules words are broken."""

    @property
    def heading(self) -> float:
        """The height of a row with names of bands."""
        return self.text * HEADING * LINE

    @property
    def strip(self) -> float:
        """The height of a row with years."""
        return self.text * LINE + 8


@dataclass(frozen=True)
class Event:
    """A thing with its lane (counted from 0), its first day and the day after its last."""

    lane: int
    start: date
    end: date
    title: str


@dataclass(frozen=True)
class Band:
    """A time that goes through all lanes."""

    start: date
    end: date
    title: str


class Head(TypedDict):
    """A band with its name, and the edges of that: left, top, right and bottom."""

    x: float
    width: float
    middle: float
    y: float
    taken: list[float]


class Lane(TypedDict):
    """A lane with its name."""

    name: str
    y: float
    middle: float
    height: float


class Mark(TypedDict):
    """An event with its name, and the rectangle that both take: left, top, width and height."""

    x: float
    y: float
    start: float
    length: float
    anchor: str
    text_x: float
    box: list[float]
    lines: list[Line]


class Drawing(TypedDict):
    """All that a template draws."""

    width: float
    height: float
    text: float
    left: float
    top: float
    bottom: float
    bands: list[Head]
    lanes: list[Lane]
    events: list[Mark]
    years: list[Year]
    end: float
    """Where the last year ends."""


def drawing(lanes: Lanes, events: Sequence[Event], names: Sequence[str], bands: Sequence[Band]) -> Drawing:
    """Years, bands, lanes, and the mark of each event."""
    scale = scale_of([*events, *bands], lanes.left + AIR, lanes.width - lanes.left - 2 * AIR)
    heads, headings = _heads(lanes, bands, scale)
    start = top = headings + lanes.strip
    drawn: list[Lane] = []
    found: dict[int, Mark] = {}
    for lane, name in enumerate(names):
        rows = _rows(lanes, events, lane, scale)
        bottom = _put(lanes, rows, top + GAP, found) + GAP
        drawn.append(_lane(name, top, bottom))
        top = bottom
    return {
        "width": lanes.width,
        "height": round(top + lanes.strip, 1),
        "text": lanes.text,
        "left": lanes.left,
        "top": round(start, 1),
        "bottom": round(top, 1),
        "bands": heads,
        "lanes": drawn,
        "events": [found[index] for index in range(len(events))],
        "years": scale.years(),
        "end": scale.end,
    }


def _put(lanes: Lanes, rows: Sequence[Sequence[_Labelled]], top: float, found: dict[int, Mark]) -> float:
    """Draws the rows of a lane below each other, and returns where they end."""
    if not rows:
        return top + 2 * lanes.size + GAP
    for row in rows:
        height = max(labelled.height for labelled in row)
        for labelled in row:
            found[labelled.index] = _event(lanes, labelled, top, height)
        top += height
    return top


def _lane(name: str, top: float, bottom: float) -> Lane:
    return {
        "name": name,
        "y": round(top, 1),
        "middle": round((top + bottom) / 2, 1),
        "height": round(bottom - top, 1),
    }


def _heads(lanes: Lanes, bands: Sequence[Band], scale: Scale) -> tuple[list[Head], float]:
    """The bands with their names, and how high the names are together."""
    rows: list[list[Span]] = []
    heads: list[Head] = []
    for band in bands:
        left, right = scale.at(band.start), scale.at(band.end)
        half = extent([band.title], lanes.text * HEADING)[0] / 2
        middle = min(max((left + right) / 2, lanes.left + half), lanes.width - half)
        row = _take_row(rows, (middle - half, middle + half))
        upper, lower = row * lanes.heading, (row + 1) * lanes.heading
        heads.append(
            {
                "x": left,
                "width": round(max(right - left, THIN), 1),
                "middle": round(middle, 1),
                "y": round(lower, 1),
                "taken": rounded(middle - half, upper, middle + half, lower),
            }
        )
    if not rows:
        return heads, 0.0
    return heads, len(rows) * lanes.heading + 6


def _take_row(rows: list[list[Span]], span: Span) -> int:
    """The first row in which there is room, taken at once."""
    for row, taken in enumerate(rows):
        if _is_free(taken, span):
            taken.append(span)
            return row
    rows.append([span])
    return len(rows) - 1


def _is_free(taken: Sequence[Span], span: Span) -> bool:
    return all(span[1] + AIR <= start or end + AIR <= span[0] for start, end in taken)


@dataclass(frozen=True)
class _Labelled:
    """An event with its mark, the lines of its name and what both take."""

    index: int
    start: float
    end: float
    lines: tuple[str, ...]
    right: bool
    """Whether the name is to the right of the mark."""
    span: Span
    height: float


def _rows(lanes: Lanes, events: Sequence[Event], lane: int, scale: Scale) -> list[list[_Labelled]]:
    """The events of a lane, each in the first row that has room for it with its name to the right or left."""
    rows: list[list[_Labelled]] = []
    for index, event in enumerate(events):
        if event.lane != lane:
            continue
        choices = _choices(lanes, event, index, scale)
        for row in rows:
            labelled = _fitting(row, choices)
            if labelled:
                row.append(labelled)
                break
        else:
            rows.append([choices[0]])
    return rows


def _fitting(row: Sequence[_Labelled], choices: Sequence[_Labelled]) -> _Labelled | None:
    """The first choice for which a row has room."""
    taken = [labelled.span for labelled in row]
    for choice in choices:
        if _is_free(taken, choice.span):
            return choice
    return None


def _choices(lanes: Lanes, event: Event, index: int, scale: Scale) -> list[_Labelled]:
    """The name to the right and to the left of the mark, where it stays in the drawing; else to the left."""
    start, end = _mark(lanes, scale.at(event.start), scale.at(event.end))
    lines = name_lines(event.title, lanes.text, lanes.label, lanes.language)
    width, high = extent(lines, lanes.text)
    height = max(2 * lanes.size, high) + GAP
    after = _Labelled(index, start, end, lines, True, (start, end + GAP + width), height)
    before = _Labelled(index, start, end, lines, False, (start - GAP - width, end), height)
    inside = [choice for choice in (after, before) if _is_inside(lanes, choice.span)]
    return inside or [before]


def _mark(lanes: Lanes, start: float, end: float) -> Span:
    """From where to where a mark is drawn; at least as wide as it is high."""
    if end - start >= 2 * lanes.size:
        return start, end
    middle = (start + end) / 2
    return middle - lanes.size, middle + lanes.size


def _is_inside(lanes: Lanes, span: Span) -> bool:
    return span[0] >= lanes.left and span[1] <= lanes.width


def _event(lanes: Lanes, labelled: _Labelled, top: float, height: float) -> Mark:
    middle = top + height / 2
    left, right = labelled.span
    return {
        "x": round((labelled.start + labelled.end) / 2, 1),
        "y": round(middle, 1),
        "start": round(labelled.start, 1),
        "length": round(labelled.end - labelled.start, 1),
        "anchor": "start" if labelled.right else "end",
        "text_x": round(labelled.end + GAP if labelled.right else labelled.start - GAP, 1),
        "box": rounded(left, top, right - left, height),
        "lines": written_around(labelled.lines, lanes.text, middle),
    }
