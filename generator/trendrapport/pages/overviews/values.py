"""What trends do to public values: trends by values, each effect as a sign, a word and a colour, and the
reasons by value.

A table and no picture: it is read aloud cell by cell, and each cell leads to its reason on the page of the
trend.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Effect, Trend, ValueEffect
from trendrapport.pages.parts.overview_figure import (
    Cell,
    Entrance,
    OverviewFigure,
    columns,
    entrance,
    overview_figure,
)
from trendrapport.pages.parts.shown_values import (
    Count,
    Group,
    Head,
    Keyed,
    ListedValue,
    Row,
    Total,
    Values,
    Weighed,
    WeighedTrend,
)
from trendrapport.pages.view import Value, View
from trendrapport.placing.hyphenation import softened
from trendrapport.placing.name_lines import extent
from trendrapport.report.report import Entry

ORDER = 30
ALL = "values.html"
HEAD, TEXT = 84, 14.5
"""The width of a heading above the cells, and the size of its text, in pixels."""
COLUMNS = ("trend", "value", "effect_heading", "why")


def edition_path(edition: Entry[Edition] | None) -> str:
    """The page of an edition, or of all, from the site's root."""
    if edition is None:
        return ALL
    return f"{edition.slug}/values.html"


def entrances(view: View, edition: Entry[Edition] | None, page: str) -> list[Entrance]:
    """The values of an edition that weighs some; all editions together when more than one does."""
    needed = 1 if edition else 2
    if len(_weighing(view, edition)) < needed:
        return []
    return [entrance(view, "values", edition_path(edition), page)]


def beside(view: View, edition: Entry[Edition]) -> Value:
    """The link to all editions together."""
    page = edition_path(edition)
    if not entrances(view, None, page):
        return {"whole": None}
    return {"whole": {"href": relative(ALL, page), "title": view.labels("values_all")}}


def overview(view: View, edition: Entry[Edition] | None) -> Values | None:
    """The values of an edition that weighs some, or of all editions."""
    editions = _weighing(view, edition)
    if not editions:
        return None
    page, several = edition_path(edition), len(editions) > 1
    trends: list[Entry[Trend]] = []
    for one in editions:
        trends += _weighed(view, one, several=several)
    values = list(view.report.config.used_words("values"))
    return Values(
        heads=[_head(view, name) for name in values],
        groups=[_group(view, one, values, page, several=several) for one in editions],
        several=several,
        totals=_totals(view, trends, values),
        values=[_value(view, name, trends, page, several=several) for name in values],
        key=[Keyed(str(effect), view.labels(f"effect.{effect}")) for effect in Effect],
        figure=_figure(view, edition, trends, page),
    )


def _chosen(view: View, edition: Entry[Edition] | None) -> Sequence[Entry[Edition]]:
    """The edition, or all."""
    if edition is None:
        return view.editions
    return [edition]


def _weighing(view: View, edition: Entry[Edition] | None) -> list[Entry[Edition]]:
    """The edition, or all, as far as there is something to compare: more than one trend with a value."""
    found = []
    for one in _chosen(view, edition):
        weighed = [trend for trend in _weighed(view, one, several=edition is None) if trend.data.values]
        if len(weighed) > 1:
            found.append(one)
    return found


def _head(view: View, name: str) -> Head:
    """A value, with soft hyphens where a browser may break it: not every browser knows how Dutch words are
    divided.
    """
    term = view.term("values", name)
    broken = softened(term["label"], lambda part: extent([part], TEXT)[0] <= HEAD, view.labels.language)
    return Head(**term, broken=broken, href=f"#value-{name}")


def _effects(trend: Entry[Trend]) -> dict[str, ValueEffect]:
    return {effect.value: effect for effect in trend.data.values}


def _every(trends: Iterable[Entry[Trend]]) -> Iterator[ValueEffect]:
    """The effects of all trends."""
    for trend in trends:
        yield from trend.data.values


def _on(name: str, trends: Iterable[Entry[Trend]]) -> Iterator[ValueEffect]:
    """The effects of all trends on one value."""
    for effect in _every(trends):
        if effect.value == name:
            yield effect


def _counted(view: View, effects: Iterable[ValueEffect]) -> list[Count]:
    """How often each effect occurs, in the order of the key."""
    found = Counter(effect.effect for effect in effects)
    counts = []
    for effect in Effect:
        counts.append(Count(str(effect), view.labels(f"effect.{effect}"), found[effect]))
    return counts


def _occurring(view: View, effects: Iterable[ValueEffect]) -> list[Count]:
    """The same without the effects that do not occur."""
    return [one for one in _counted(view, effects) if one.count]


def _weighed(view: View, edition: Entry[Edition], *, several: bool) -> list[Entry[Trend]]:
    """The trends of an edition; beside others, those that were written for it, so that each is there once."""
    return view.written(edition) if several else view.trends(edition)


def _group(view: View, edition: Entry[Edition], values: Sequence[str], page: str, *, several: bool) -> Group:
    trends = _weighed(view, edition, several=several)
    named = view.named_link(edition, page, view.edition_title(edition))
    return Group(named, [_row(view, trend, values, page) for trend in trends])


def _row(view: View, trend: Entry[Trend], values: Sequence[str], page: str) -> Row:
    effects = _effects(trend)
    return Row(
        **vars(view.link(trend, page)),
        category=view.categories(trend.data)[0],
        cells=[_cell(view, trend, effects[name], page) if name in effects else None for name in values],
        totals=_counted(view, effects.values()),
    )


def _cell(view: View, trend: Entry[Trend], effect: ValueEffect, page: str) -> Weighed:
    label = view.labels(f"effect.{effect.effect}")
    value = view.term("values", effect.value)["label"]
    return Weighed(
        effect=str(effect.effect),
        label=label,
        why=effect.why,
        description=f"{value}: {label}. {effect.why}",
        href=relative(f"{view.path(trend)}#value-{effect.value}", page),
    )


def _totals(view: View, trends: Sequence[Entry[Trend]], values: Sequence[str]) -> list[Total]:
    """A row for each effect, with its number for each value and for all."""
    every = list(_every(trends))
    by_value = Counter((effect.value, str(effect.effect)) for effect in every)
    rows = []
    for row in _counted(view, every):
        counts = [by_value[name, row.effect] for name in values]
        rows.append(Total(**vars(row), counts=counts))
    return rows


def _value(view: View, name: str, trends: Sequence[Entry[Trend]], page: str, *, several: bool) -> ListedValue:
    listed, effects = [], []
    for trend in trends:
        effect = _effects(trend).get(name)
        if effect is None:
            continue
        effects.append(effect)
        weighed = WeighedTrend(
            **vars(_cell(view, trend, effect, page)),
            title=trend.data.title,
            edition=trend.edition if several else None,
            category=view.categories(trend.data)[0],
        )
        listed.append(weighed)
    return ListedValue(**view.term("values", name), trends=listed, totals=_occurring(view, effects))


def _figure(
    view: View, edition: Entry[Edition] | None, trends: Sequence[Entry[Trend]], page: str
) -> OverviewFigure:
    names = COLUMNS if edition else ("edition", *COLUMNS)
    return overview_figure(
        view,
        name="values",
        page=page,
        title=_finding(view, edition, trends),
        caption=_judgements(_chosen(view, edition)),
        subtitle=view.labels("values_subtitle" if edition else "values_subtitle_all"),
        sentences=_sentences(view, trends),
        columns=columns(view, names),
        rows=list(_rows(view, edition, trends, page)),
    )


def _judgements(editions: Iterable[Entry[Edition]]) -> str | None:
    """By whose judgement the trends were weighed, each sentence once."""
    found = dict.fromkeys(edition.data.judgement for edition in editions)
    return " ".join(filter(None, found)) or None


def _rows(
    view: View, edition: Entry[Edition] | None, trends: Sequence[Entry[Trend]], page: str
) -> Iterator[list[Cell]]:
    """A row for each effect of each trend."""
    for trend in trends:
        before = [] if edition else [Cell(text=trend.edition or "")]
        title = Cell(text=trend.data.title, href=relative(view.path(trend), page))
        for effect in trend.data.values:
            yield [
                *before,
                title,
                {"text": view.term("values", effect.value)["label"]},
                {"text": view.labels(f"effect.{effect.effect}")},
                {"text": effect.why},
            ]


def _finding(view: View, edition: Entry[Edition] | None, trends: Sequence[Entry[Trend]]) -> str:
    """The value that most trends put under pressure, in a sentence; when there is not one such value, how
    often each effect occurs.
    """
    where = view.short_name(edition) if edition else view.labels("all_editions")
    pressed = Counter(effect.value for effect in _every(trends) if effect.effect is Effect.PRESSURED)
    (most, count), (_, next_count), *_ = [*pressed.most_common(2), ("", 0), ("", 0)]
    if len(trends) > 1 and count > 1 and next_count < count:
        value = view.term("values", most)["label"]
        return view.labels("values_most", value=value, count=count, all=len(trends), edition=where)
    return view.labels("values_counted", counts=_times(view, _every(trends)), edition=where)


def _times(view: View, effects: Iterable[ValueEffect]) -> str:
    """How often each effect occurs, in words."""
    phrases = []
    for one in _occurring(view, effects):
        phrases.append(view.labels("effect_times", count=one.count, effect=one.label))
    return view.labels.listed(phrases)


def _sentences(view: View, trends: Sequence[Entry[Trend]]) -> list[str]:
    """Each value with what happens to it, in sentences."""
    sentences = []
    for name in view.report.config.used_words("values"):
        times = _times(view, _on(name, trends)) or view.labels("not_weighed")
        sentences.append(f"{view.term('values', name)['label']}: {times}.")
    return sentences
