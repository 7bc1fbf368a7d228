"""Moments on a line: what happened when, in order.

Use it for three to about twenty events. Up to about a dozen are placed above and below a line, spaced by
date. More events, longer texts and narrow drawings become a list, in which distances mean nothing. Texts
never overlap. An event without a date is listed below the figure.

Fields: `date` (year, month or date) and `label` (what happened, in a few words).

Options: `highlight` (labels in colour), `listed` (true for a list, false for a line; false is ignored if
the texts do not fit on a line).

    kind: timeline
    data: mijlpalen
    fields: {date: datum, label: gebeurtenis}
"""

from __future__ import annotations

from trendrapport.charts import notation
from trendrapport.charts.annotations.words import when
from trendrapport.charts.parts.canvas import LINE, column, dots, height_of, lines, without, words
from trendrapport.charts.parts.layers import Layer, Row, label, sized, told
from trendrapport.charts.parts.moments import moment
from trendrapport.charts.plan import TIMES, Plan, Role
from trendrapport.model.base import Model, described
from trendrapport.placing import wrapping
from trendrapport.placing.flags import Flag, flags

FIELDS = {"date": Role(TIMES), "label": Role(frozenset({"string"}))}

LETTERS, LEAST = 20, 480
"""Words on a line are broken after so many characters; a narrower drawing than this lists them."""
STEM, GAP, MARGIN = 16, 10, 6


class Options(Model):
    """The settings of moments on a line."""

    highlight: tuple[str, ...] = described(
        "gebeurtenissen in kleur; de andere treden terug",
        "events in colour; the others step back",
        default=(),
    )
    listed: bool | None = described(
        "onder elkaar; anders op een lijn zolang dat past",
        ("below each other; otherwise on a line as long as that fits"),
        default=None,
    )


OPTIONS = Options
LIMITED = "label"
ANNOTATIONS = {"moment"}


def draw(plan: Plan) -> Layer:
    """The events at their moments, or below each other."""
    options, date, name = plan.options(Options), plan.column("date"), plan.column("label")
    records = plan.records()
    dated = sorted(
        (record for record in records if record[date.name] is not None),
        key=lambda record: moment(record[date.name]),
    )
    events = [
        _event(
            label(record[date.name], date, plan),
            str(record[name.name] or notation.NO_DATA.of(plan.theme.language)),
            moment(record[date.name]),
            plan,
            options,
        )
        for record in dated[: plan.chart.limit]
    ]
    events = sorted([*events, *_marked(plan, options)], key=lambda event: event["at"])
    wide = plan.theme.width >= LEAST and not options.listed and events
    on_line = _line(events, plan) if wide else None
    layers, height = on_line or _list(events, plan)
    undated = [str(record[name.name]) for record in records if record[date.name] is None]
    below, bottom = column(without(undated, plan), plan, height + GAP)
    return sized([*layers, *below], plan, max(height, bottom))


def _marked(plan: Plan, options: Options) -> list[Row]:
    """The events that the declaration adds to those of the table."""
    return [
        _event(when(one.at, plan.theme.language), one.label or "", moment(one.at), plan, options)
        for one in plan.chart.annotations
        if one.form == "moment"
    ]


def _event(day: str, what: str, at: float, plan: Plan, options: Options) -> Row:
    back = bool(options.highlight) and what not in options.highlight
    return {
        "when": day,
        "what": what,
        "at": at,
        "colour": plan.theme.muted if back else plan.theme.series[0],
        "ink": plan.theme.soft if back else plan.theme.ink,
        "description": told(day, what),
    }


def _line(events: list[Row], plan: Plan) -> tuple[list[Layer], float] | None:
    """The events above and below a line; None if they do not fit there."""
    line = plan.theme.text_size * LINE
    most, size = plan.theme.width - 2 * MARGIN - 8, plan.theme.text_size
    first, span = events[0]["at"], events[-1]["at"] - events[0]["at"]
    texts = [
        f"{event['when']}\n{wrapping.wrapped(event['what'], LETTERS, within=plan.theme.language)}"
        for event in events
    ]
    places = [most * ((event["at"] - first) / span if span else 0.5) for event in events]
    made = flags(places, [wrapping.width(text, size) + GAP for text in texts], most)
    if made is None:
        return None
    highs = {
        (side, lane): max(
            (
                height_of(text, plan)
                for text, flag in zip(texts, made, strict=True)
                if (flag.side, flag.lane) == (side, lane)
            ),
            default=0.0,
        )
        + GAP
        for side in (-1, 1)
        for lane in range(max(flag.lane for flag in made) + 1)
    }
    above, below = (sum(high for (of, _), high in highs.items() if of == side) for side in (-1, 1))
    base = above + STEM
    rows = [
        {
            **event,
            "x": round(flag.x + MARGIN, 2),
            "base": base,
            "flag": flag,
            "tall": height_of(text, plan) - line,
            "top": round(_top(flag, highs, base), 2),
            "what": text.partition("\n")[2],
        }
        for event, text, flag in zip(events, texts, made, strict=True)
    ]
    rule = lines(
        [{"x": 2, "x2": plan.theme.width - 6, "y": base, "y2": base, "colour": plan.theme.soft}],
        strokeWidth=2,
    )
    return [*rule, *_flags(rows, plan)], base + STEM + below


def _top(flag: Flag, highs: dict[tuple[int, int], float], base: float) -> float:
    """Where the room of a flag starts."""
    inner = sum(highs[flag.side, lane] for lane in range(flag.lane))
    return base - STEM - inner - highs[flag.side, flag.lane] if flag.side < 0 else base + STEM + inner


def _flags(rows: list[Row], plan: Plan) -> list[Layer]:
    """A dot on the line for each event, a pole from there, and its date and words beside that."""
    line = plan.theme.text_size * LINE
    poles = [
        {
            "x": row["x"],
            "x2": row["x"],
            "y": row["base"],
            "colour": plan.theme.soft,
            "y2": row["top"] if row["flag"].side < 0 else row["top"] + row["tall"] + line,
        }
        for row in rows
    ]
    texts: dict[str, list[Row]] = {"left": [], "right": []}
    dates: dict[str, list[Row]] = {"left": [], "right": []}
    for row in rows:
        align = "left" if row["flag"].left >= row["flag"].x else "right"
        at = {"x": row["x"] + (6 if align == "left" else -6), "colour": row["ink"]}
        dates[align].append({**at, "y": row["top"] + line / 2, "text": row["when"]})
        texts[align].append({**at, "y": row["top"] + line + row["tall"] / 2, "text": row["what"]})
    marks = [
        {"x": row["x"], "y": row["base"], "colour": row["colour"], "description": row["description"]}
        for row in rows
    ]
    return [
        *lines(poles, strokeWidth=1),
        *dots(marks, size=110, stroke=plan.theme.paper, strokeWidth=1),
        *(layer for align in texts for layer in words(dates[align], plan, align, fontWeight=600)),
        *(layer for align in texts for layer in words(texts[align], plan, align)),
    ]


def _list(events: list[Row], plan: Plan) -> tuple[list[Layer], float]:
    """The events below each other along a line, with their dates before it."""
    size = plan.theme.text_size
    left = max((wrapping.width(event["when"], size) for event in events), default=0.0) + 16
    room = plan.theme.width - left - 24
    rows, y = [], 0.0
    for event in events:
        text = wrapping.filled(event["what"], room, size, plan.theme.language)
        rows.append(
            {
                **event,
                "x": left,
                "y": y + size * LINE / 2,
                "text": text,
                "middle": y + height_of(text, plan) / 2,
            }
        )
        y += height_of(text, plan) + GAP
    rule = (
        [{"x": left, "x2": left, "y": rows[0]["y"], "y2": rows[-1]["y"], "colour": plan.theme.soft}]
        if rows
        else []
    )
    dates = [{"x": left - 14, "y": row["y"], "text": row["when"], "colour": row["ink"]} for row in rows]
    texts = [{"x": left + 14, "y": row["middle"], "text": row["text"], "colour": row["ink"]} for row in rows]
    marks = [{name: row[name] for name in ("x", "y", "colour", "description")} for row in rows]
    return [
        *lines(rule, strokeWidth=2),
        *dots(marks, size=110, stroke=plan.theme.paper, strokeWidth=1),
        *words(dates, plan, "right", fontWeight=600),
        *words(texts, plan),
    ], y
