"""Things on a line of time, in a lane for each sort, with their names beside them, as plain values for a
template; knows no milestones.

A thing is as long as what is known of its date. Its name stands to the right of it or, where there is no
room, to the left; a lane gets as
many rows as its names need not to touch. Bands go through all lanes, and their names stand in rows above
them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from trendrapport.diagnostics import Language
from trendrapport.placing.mark_names import LINE, extent, within

AIR, GAP = 12.0, 5.0
"""Between what stands side by side, and between a thing and its name."""

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


def years(events: Sequence[Event | Band]) -> tuple[int, int]:
    """The first year and the year after the last."""
    return min(one.start.year for one in events), max(
        date.fromordinal(one.end.toordinal() - 1).year for one in events
    ) + 1


def drawing(
    lanes: Lanes, events: Sequence[Event], names: Sequence[str], bands: Sequence[Band]
) -> dict[str, Any]:
    """Years, bands, lanes with their edges, and for each event its mark, its extent and the lines of its
    name.
    """
    first, last = years([*events, *bands])
    begin, whole = date(first, 1, 1).toordinal(), date(last, 1, 1).toordinal() - date(first, 1, 1).toordinal()

    def place(day: date) -> float:
        return round(
            lanes.left + AIR + (day.toordinal() - begin) / whole * (lanes.width - lanes.left - 2 * AIR), 1
        )

    heads, top = _heads(lanes, bands, place)
    strip = lanes.text * LINE + 8
    top += strip
    start, drawn, found = top, list[dict[str, Any]](), dict[int, dict[str, Any]]()
    for lane, name in enumerate(names):
        own = [index for index, event in enumerate(events) if event.lane == lane]
        bottom = _lane(lanes, events, own, top + GAP, place, found) + GAP
        drawn.append(
            {
                "name": name,
                "y": round(top, 1),
                "middle": round((top + bottom) / 2, 1),
                "height": round(bottom - top, 1),
            }
        )
        top = bottom
    return {
        "width": lanes.width,
        "height": round(top + strip, 1),
        "text": lanes.text,
        "left": lanes.left,
        "top": round(start, 1),
        "bottom": round(top, 1),
        "bands": heads,
        "lanes": drawn,
        "events": [found[index] for index in range(len(events))],
        "years": [
            {"year": str(year), "x": place(date(year, 1, 1)), "middle": place(date(year, 7, 2))}
            for year in range(first, last)
        ],
        "end": place(date(last, 1, 1)),
    }


def _heads(
    lanes: Lanes, bands: Sequence[Band], place: Callable[[date], float]
) -> tuple[list[dict[str, Any]], float]:
    """The bands with their names, and how high the names are together."""
    size, rows, heads = lanes.text * 1.2, list[list[Span]](), []
    for band in bands:
        left, right = place(band.start), place(band.end)
        half = extent([band.title], size)[0] / 2
        middle = min(max((left + right) / 2, lanes.left + half), lanes.width - half)
        row = _free_row(rows, (middle - half, middle + half))
        heads.append(
            {
                "x": left,
                "width": round(max(right - left, 3), 1),
                "middle": round(middle, 1),
                "y": round((row + 1) * size * LINE, 1),
                "taken": [
                    round(middle - half, 1),
                    round(row * size * LINE, 1),
                    round(middle + half, 1),
                    round((row + 1) * size * LINE, 1),
                ],
            }
        )
    return heads, len(rows) * size * LINE + (6 if rows else 0)


def _free_row(rows: list[list[Span]], span: Span) -> int:
    """The first row in which there is room, taken at once."""
    for row, taken in enumerate(rows):
        if _free(taken, span):
            taken.append(span)
            return row
    rows.append([span])
    return len(rows) - 1


def _free(taken: Sequence[Span], span: Span) -> bool:
    return all(span[1] + AIR <= start or end + AIR <= span[0] for start, end in taken)


@dataclass(frozen=True)
class _Place:
    """An event in its row: its extent, its name and where that stands."""

    index: int
    start: float
    end: float
    lines: tuple[str, ...]
    right: bool
    span: Span
    height: float


def _lane(
    lanes: Lanes,
    events: Sequence[Event],
    own: Sequence[int],
    top: float,
    place: Callable[[date], float],  # noqa: PLR0913, PLR0917
    found: dict[int, dict[str, Any]],
) -> float:
    """Puts the events of a lane in rows and returns where these end."""
    rows: list[list[_Place]] = []
    for index in own:
        choices = _choices(lanes, events[index], index, place)
        there = [
            (row, one) for row in rows for one in choices if _free([other.span for other in row], one.span)
        ]
        row, one = there[0] if there else ([], choices[0])
        if not there:
            rows.append(row)
        row.append(one)
    for row in rows:
        height = max(one.height for one in row)
        for one in row:
            found[one.index] = _event(lanes, one, top, height)
        top += height
    return top if rows else top + 2 * lanes.size + GAP


def _choices(lanes: Lanes, event: Event, index: int, place: Callable[[date], float]) -> list[_Place]:
    """The name to the right and to the left of the mark, if it stays in the drawing."""
    start, end = place(event.start), place(event.end)
    if end - start < 2 * lanes.size:
        start, end = (start + end) / 2 - lanes.size, (start + end) / 2 + lanes.size
    lines = within(event.title, lanes.text, lanes.label, lanes.language)
    width, height = extent(lines, lanes.text)
    both = [
        _Place(index, start, end, lines, right, span, max(2 * lanes.size, height) + GAP)
        for right, span in ((True, (start, end + GAP + width)), (False, (start - GAP - width, end)))
    ]
    return [one for one in both if one.span[0] >= lanes.left and one.span[1] <= lanes.width] or both[1:]


def _event(lanes: Lanes, one: _Place, top: float, height: float) -> dict[str, Any]:
    middle = top + height / 2
    first = middle - (len(one.lines) - 1) * lanes.text * LINE / 2 + lanes.text * 0.35
    return {
        "x": round((one.start + one.end) / 2, 1),
        "y": round(middle, 1),
        "start": round(one.start, 1),
        "length": round(one.end - one.start, 1),
        "anchor": "start" if one.right else "end",
        "text_x": round(one.end + GAP if one.right else one.start - GAP, 1),
        "box": [round(value, 1) for value in (one.span[0], top, one.span[1] - one.span[0], height)],
        "lines": [
            {"text": line, "y": round(first + number * lanes.text * LINE, 1)}
            for number, line in enumerate(one.lines)
        ],
    }
