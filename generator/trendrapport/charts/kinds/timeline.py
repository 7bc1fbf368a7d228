"""Moments on a line: what happened when, in order.

Use it for three to about twenty events. Up to about a dozen are placed above and below a line, spaced by
date. More events, longer texts and narrow drawings become a list, in which distances mean nothing. Texts
never overlap. An event without a date is listed below the figure.

Fields: `date` (year, month or date) and `label` (what happened, in a few words).

Options: `highlight` (labels in colour), `listed` (true for a list, false for a line; false is ignored if the
texts do not fit on a line).

    kind: timeline
    data: mijlpalen
    fields: {date: datum, label: gebeurtenis}
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from trendrapport.charts import notation
from trendrapport.charts.annotations.words import when
from trendrapport.charts.kinds import Suits, Traits
from trendrapport.charts.parts.canvas import LINE, column, dots, height_of, lines, no_data_lines, words
from trendrapport.charts.parts.layers import Layer, Row, describe, label, sized
from trendrapport.charts.parts.moments import moment
from trendrapport.charts.parts.sizes import text_width, widest
from trendrapport.charts.plan import TIMES, Plan, Record, Role
from trendrapport.diagnostics import Text
from trendrapport.model.base import Model, described
from trendrapport.placing import wrapping
from trendrapport.placing.flags import Flag, flags

FIELDS = {"date": Role(TIMES), "label": Role(frozenset({"string"}))}

LETTERS, LEAST = 20, 480
"""The characters after which words on a line are broken; the width below which they become a list."""
STEM, GAP, MARGIN = 16, 10, 6
ABOVE, BELOW = -1, 1
"""The sides of the line, as flags have them."""


class Options(Model):
    """The settings of moments on a line."""

    highlight: tuple[str, ...] = described(
        "gebeurtenissen in kleur; de andere worden grijs",
        "events in colour; the others turn grey",
        default=(),
    )
    listed: bool | None = described(
        "true: onder elkaar; anders op een lijn als dat past",
        "true: below each other; otherwise on one line if that fits",
        default=None,
    )


OPTIONS = Options
TRAITS = Traits(highlighted="label")
SUITS = Suits(
    Text(nl="een tijdlijn laat zien wat wanneer gebeurde", en="a timeline shows what happened when"),
    good={"date": (3, 20)},
    possible={"date": (2, 40)},
    along="time",
    sketch="moments",
)
LIMITED = "label"
ANNOTATIONS = {"moment"}


@dataclass(frozen=True)
class _Event:
    """What happened when."""

    when: str
    what: str
    at: float
    """The moment, in years."""
    back: bool
    """Whether it steps back behind highlighted ones."""

    def dot(self, x: float, y: float, plan: Plan) -> Row:
        """Its dot, which says what happened when."""
        colour = plan.theme.muted if self.back else plan.theme.series[0]
        return {"x": x, "y": y, "colour": colour, "description": describe(self.when, self.what)}

    def ink(self, plan: Plan) -> str:
        """The colour of its words."""
        return plan.theme.soft if self.back else plan.theme.ink


@dataclass(frozen=True)
class _Flag:
    """An event above or below the line: its pole, and its words beside that."""

    event: _Event
    text: str
    """What happened, in lines."""
    x: float
    above: bool
    align: str
    """On which side the words begin at the pole."""
    top: float
    """Where its date and words start."""
    tall: float
    """The height of its words below the date."""


Drawn = tuple[list[Layer], float]
"""Layers, and how high they are."""
Lanes = dict[tuple[int, int], float]
"""The height of each lane, by its side of the line and its number from there."""
Placed = tuple[list[_Flag], float, float]
"""The events, the height of the line, and where the events below it end."""


def draw(plan: Plan) -> Layer:
    """The events at their moments, or below each other."""
    options, date, name = plan.options(Options), plan.column("date").name, plan.column("label").name
    records = plan.records()
    undated = [str(record[name]) for record in records if record[date] is None]
    events = sorted([*_events(records, plan, options), *_marked(plan, options)], key=lambda event: event.at)
    layers, height = _drawn(events, plan, options)
    below, bottom = column(no_data_lines(undated, plan), plan, height + GAP)
    return sized([*layers, *below], plan, max(height, bottom))


def _drawn(events: list[_Event], plan: Plan, options: Options) -> Drawn:
    """The events on a line if there is room and the editor doesn't want a list."""
    if events and plan.theme.width >= LEAST and not options.listed:
        placed = _flags(events, plan)
        if placed is not None:
            return _line(placed, plan)
    return _list(events, plan)


def _events(records: list[Record], plan: Plan, options: Options) -> list[_Event]:
    """The events of the table that have a date, as many as the declaration draws."""
    date, name = plan.column("date"), plan.column("label").name
    unknown = notation.NO_DATA.of(plan.theme.language)
    events = []
    for record in records:
        day = record[date.name]
        if day is not None:
            events.append(_event(label(day, date, plan), str(record[name] or unknown), moment(day), options))
    return sorted(events, key=lambda event: event.at)[: plan.chart.limit]


def _marked(plan: Plan, options: Options) -> list[_Event]:
    """The events that the declaration adds to those of the table."""
    events = []
    for one in plan.chart.annotations:
        if one.form == "moment":
            events.append(_event(when(one.at, plan.theme.language), one.label or "", moment(one.at), options))
    return events


def _event(day: str, what: str, at: float, options: Options) -> _Event:
    return _Event(day, what, at, back=bool(options.highlight) and what not in options.highlight)


def _flags(events: list[_Event], plan: Plan) -> Placed | None:
    """The events above and below a line, the height of that line, and where they end; None if they do not fit
    there.
    """
    most = plan.theme.width - 2 * MARGIN - 8
    language = plan.theme.language
    texts = [wrapping.wrapped(event.what, LETTERS, within=language) for event in events]
    whole = [f"{event.when}\n{text}" for event, text in zip(events, texts, strict=True)]
    made = flags(_positions(events, most), [text_width(text, plan) + GAP for text in whole], most)
    if made is None:
        return None
    lanes = _lanes(made, whole, plan)
    base = _side(lanes, ABOVE) + STEM
    placed = []
    for event, text, flag in zip(events, texts, made, strict=True):
        x, top = round(flag.x + MARGIN, 2), round(_top(flag, lanes, base), 2)
        align = "left" if flag.left >= flag.x else "right"
        placed.append(_Flag(event, text, x, flag.side == ABOVE, align, top, height_of(text, plan)))
    return placed, base, base + STEM + _side(lanes, BELOW)


def _positions(events: list[_Event], wide: float) -> list[float]:
    """Where each moment is on the line; a single one is in the middle."""
    first, last = events[0].at, events[-1].at
    if first == last:
        return [wide * 0.5] * len(events)
    return [wide * ((event.at - first) / (last - first)) for event in events]


def _lanes(made: list[Flag], texts: list[str], plan: Plan) -> Lanes:
    """The height of each lane, which is that of its highest words."""
    count = max(flag.lane for flag in made) + 1
    lanes = dict.fromkeys(product((ABOVE, BELOW), range(count)), 0.0)
    for flag, text in zip(made, texts, strict=True):
        lane = flag.side, flag.lane
        lanes[lane] = max(lanes[lane], height_of(text, plan))
    return {lane: high + GAP for lane, high in lanes.items()}


def _side(lanes: Lanes, side: int) -> float:
    """The height of all lanes on one side of the line."""
    return sum(high for (of, _), high in lanes.items() if of == side)


def _top(flag: Flag, lanes: Lanes, base: float) -> float:
    """Where the room of a flag starts."""
    inner = sum(lanes[flag.side, lane] for lane in range(flag.lane))
    if flag.side == ABOVE:
        return base - STEM - inner - lanes[flag.side, flag.lane]
    return base + STEM + inner


def _line(placed: Placed, plan: Plan) -> Drawn:
    """A dot on the line for each event, a pole from there, and its date and words beside that."""
    placed_flags, base, bottom = placed
    rule = {"x": 2, "x2": plan.theme.width - 6, "y": base, "y2": base, "colour": plan.theme.soft}
    poles = [_pole(flag, base, plan) for flag in placed_flags]
    marks = [flag.event.dot(flag.x, base, plan) for flag in placed_flags]
    layers = [
        *lines([rule], strokeWidth=2),
        *lines(poles, strokeWidth=1),
        *dots(marks, size=110, stroke=plan.theme.paper, strokeWidth=1),
    ]
    left = [flag for flag in placed_flags if flag.align == "left"]
    right = [flag for flag in placed_flags if flag.align == "right"]
    layers += [
        *words([_date(flag, plan) for flag in left], plan, "left", fontWeight=600),
        *words([_date(flag, plan) for flag in right], plan, "right", fontWeight=600),
        *words([_text(flag, plan) for flag in left], plan, "left"),
        *words([_text(flag, plan) for flag in right], plan, "right"),
    ]
    return layers, bottom


def _line_height(plan: Plan) -> float:
    return plan.theme.text_size * LINE


def _pole(flag: _Flag, base: float, plan: Plan) -> Row:
    end = flag.top if flag.above else flag.top + flag.tall + _line_height(plan)
    return {"x": flag.x, "x2": flag.x, "y": base, "colour": plan.theme.soft, "y2": end}


def _date(flag: _Flag, plan: Plan) -> Row:
    return _beside(flag, flag.event.when, flag.top + _line_height(plan) / 2, plan)


def _text(flag: _Flag, plan: Plan) -> Row:
    return _beside(flag, flag.text, flag.top + _line_height(plan) + flag.tall / 2, plan)


def _beside(flag: _Flag, text: str, y: float, plan: Plan) -> Row:
    """A text beside a pole."""
    x = flag.x + (6 if flag.align == "left" else -6)
    return {"x": x, "y": y, "text": text, "colour": flag.event.ink(plan)}


def _list(events: list[_Event], plan: Plan) -> Drawn:
    """The events below each other along a line, with their dates before it."""
    theme = plan.theme
    left = widest((event.when for event in events), plan) + 16
    room = theme.width - left - 24
    marks: list[Row] = []
    dates: list[Row] = []
    texts: list[Row] = []
    top = 0.0
    for event in events:
        text = wrapping.filled(event.what, room, theme.text_size, theme.language)
        high, y = height_of(text, plan), top + _line_height(plan) / 2
        marks.append(event.dot(left, y, plan))
        dates.append({"x": left - 14, "y": y, "text": event.when, "colour": event.ink(plan)})
        texts.append({"x": left + 14, "y": top + high / 2, "text": text, "colour": event.ink(plan)})
        top += high + GAP
    layers = [
        *lines(_rule_through(marks, plan), strokeWidth=2),
        *dots(marks, size=110, stroke=theme.paper, strokeWidth=1),
        *words(dates, plan, "right", fontWeight=600),
        *words(texts, plan),
    ]
    return layers, top


def _rule_through(marks: list[Row], plan: Plan) -> list[Row]:
    """The line from the first event to the last."""
    if not marks:
        return []
    first, last = marks[0], marks[-1]
    ends = {"x": first["x"], "x2": last["x"], "y": first["y"], "y2": last["y"]}
    return [{**ends, "colour": plan.theme.soft}]
