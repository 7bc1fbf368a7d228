"""What trends do to public values: trends by values, each told by sign, word and colour, and the reasons by
value.

A table and no picture: it is read aloud cell by cell, and each cell leads to its reason on the page of the
trend.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Effect, Trend, ValueEffect
from trendrapport.pages.parts.overview_figure import Cell, Column, entrance, overview_figure
from trendrapport.pages.view import Value, View
from trendrapport.placing.hyphenation import softened
from trendrapport.placing.name_lines import extent
from trendrapport.report.report import Entry

ORDER = 30
ALL = "values.html"
HEAD, TEXT = 84, 14.5
"""The width of a heading above the cells, and the size of its text, in pixels."""


def path(edition: Entry[Edition] | None) -> str:
    """The page of an edition, or of all, from the site's root."""
    return f"{edition.slug}/values.html" if edition else ALL


def entrances(view: View, edition: Entry[Edition] | None, page: str) -> list[Value]:
    """The values of an edition that weighs some; all editions together when more than one does."""
    weighing = [one for one in view.editions if _weighs(view, one)]
    there = edition in weighing if edition else len(weighing) > 1
    return [entrance(view, "values", path(edition), page)] if there else []


def overview(view: View, edition: Entry[Edition] | None) -> Value | None:
    """The heat map of an edition, or of all editions, the newest first; and each value with its trends and
    their reasons.
    """
    shown = [one for one in ([edition] if edition else view.editions) if _weighs(view, one)]
    if not shown:
        return None
    page = path(edition)
    trends = [trend for one in shown for trend in view.trends(one)]
    values = list(view.report.config.taxonomies.values)
    groups = [
        {
            "edition": view.link(one, page) | {"name": view.edition_title(one)},
            "rows": [_row(view, trend, values, page) for trend in view.trends(one)],
        }
        for one in shown
    ]
    return {
        "heads": [_head(view, name) for name in values],
        "groups": groups,
        "several": len(groups) > 1,
        "totals": _totals(view, trends, values),
        "values": [_value(view, name, trends, page, several=len(groups) > 1) for name in values],
        "key": [{"effect": str(effect), "label": view.labels(f"effect.{effect}")} for effect in Effect],
        "figure": _figure(view, edition, trends, page),
    }


def _weighs(view: View, edition: Entry[Edition]) -> bool:
    """Whether there is something to compare: more than one trend with a value."""
    return sum(bool(trend.data.values) for trend in view.trends(edition)) > 1


def _head(view: View, name: str) -> Value:
    """A value, with soft hyphens where a browser may break it: not every browser knows how Dutch words are
    divided.
    """
    term = view.term("values", name)
    broken = softened(term["label"], lambda part: extent([part], TEXT)[0] <= HEAD, view.labels.language)
    return term | {"broken": broken, "href": f"#value-{name}"}


def _effects(trend: Entry[Trend]) -> dict[str, ValueEffect]:
    return {effect.value: effect for effect in trend.data.values}


def _counted(view: View, effects: Iterable[ValueEffect]) -> list[Value]:
    """How often each effect occurs, in the order of the key."""
    found = Counter(effect.effect for effect in effects)
    return [
        {"effect": str(effect), "label": view.labels(f"effect.{effect}"), "count": found[effect]}
        for effect in Effect
    ]


def _row(view: View, trend: Entry[Trend], values: Sequence[str], page: str) -> Value:
    effects = _effects(trend)
    cells = [_cell(view, trend, effects[name], page) if name in effects else None for name in values]
    return view.link(trend, page) | {
        "category": view.categories(trend.data)[0],
        "cells": cells,
        "totals": _counted(view, effects.values()),
    }


def _cell(view: View, trend: Entry[Trend], effect: ValueEffect, page: str) -> Value:
    said = view.labels(f"effect.{effect.effect}")
    value = view.term("values", effect.value)["label"]
    return {
        "effect": str(effect.effect),
        "label": said,
        "why": effect.why,
        "told": f"{value}: {said}. {effect.why}",
        "href": relative(f"{view.path(trend)}#value-{effect.value}", page),
    }


def _totals(view: View, trends: Sequence[Entry[Trend]], values: Sequence[str]) -> list[Value]:
    """A row for each effect, with its number for each value and for all."""
    every = [effect for trend in trends for effect in trend.data.values]
    columns = [_counted(view, (effect for effect in every if effect.value == name)) for name in values]
    return [
        whole | {"counts": [column[place]["count"] for column in columns]}
        for place, whole in enumerate(_counted(view, every))
    ]


def _value(view: View, name: str, trends: Sequence[Entry[Trend]], page: str, *, several: bool) -> Value:
    """A value, what it means, and the trends that touch it with their reasons."""
    found = [(trend, effect) for trend in trends if (effect := _effects(trend).get(name))]
    listed = [
        _cell(view, trend, effect, page)
        | {
            "title": trend.data.title,
            "edition": trend.edition if several else None,
            "category": view.categories(trend.data)[0],
        }
        for trend, effect in found
    ]
    return view.term("values", name) | {
        "trends": listed,
        "totals": [one for one in _counted(view, (effect for _, effect in found)) if one["count"]],
    }


def _figure(view: View, edition: Entry[Edition] | None, trends: Sequence[Entry[Trend]], page: str) -> Value:
    titles = (*(() if edition else ("edition",)), "trend", "value", "effect_heading", "why")
    columns = [Column(title=view.labels(name)) for name in titles]
    rows: list[list[Cell]] = [
        [
            *([] if edition else [Cell(text=trend.edition or "")]),
            {"text": trend.data.title, "href": relative(view.path(trend), page)},
            {"text": view.term("values", effect.value)["label"]},
            {"text": view.labels(f"effect.{effect.effect}")},
            {"text": effect.why},
        ]
        for trend in trends
        for effect in trend.data.values
    ]
    judgements = dict.fromkeys(
        one.data.judgement for one in ([edition] if edition else view.editions) if one.data.judgement
    )
    return overview_figure(
        view,
        name="values",
        page=page,
        title=_finding(view, edition, trends),
        caption=" ".join(judgements) or None,
        subtitle=view.labels("values_subtitle" if edition else "values_subtitle_all"),
        told=_told(view, trends),
        columns=columns,
        rows=rows,
    )


def _finding(view: View, edition: Entry[Edition] | None, trends: Sequence[Entry[Trend]]) -> str:
    """The value that most trends put under pressure, in a sentence; when there is not one such value, how
    often each effect occurs.
    """
    every = [effect for trend in trends for effect in trend.data.values]
    (most, count), *others = [
        *Counter(effect.value for effect in every if effect.effect is Effect.PRESSURED).most_common(2),
        ("", 0),
    ]
    where = edition.slug if edition else view.labels("all_editions")
    if len(trends) > 1 and count > 1 and others[0][1] < count:
        return view.labels(
            "values_most",
            value=view.term("values", most)["label"],
            count=count,
            all=len(trends),
            edition=where,
        )
    told = [
        view.labels("effect_times", count=one["count"], effect=one["label"])
        for one in _counted(view, every)
        if one["count"]
    ]
    return view.labels("values_counted", counts=view.labels.listed(told), edition=where)


def _told(view: View, trends: Sequence[Entry[Trend]]) -> list[str]:
    """Each value with what happens to it, in sentences."""
    told = []
    for name in view.report.config.taxonomies.values:
        counts = [
            one
            for one in _counted(
                view, (effect for trend in trends for effect in trend.data.values if effect.value == name)
            )
            if one["count"]
        ]
        said = view.labels.listed(
            [view.labels("effect_times", count=one["count"], effect=one["label"]) for one in counts]
        )
        told.append(f"{view.term('values', name)['label']}: {said or view.labels('not_weighed')}.")
    return told
