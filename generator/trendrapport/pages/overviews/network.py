"""How the trends of an edition are related: names below each other with arcs between those that are.

The editors' own relations are drawn whole, those found by what trends share dashed; of these, only the
closest of each trend, as more would hide them all. How close they are is computed in `related.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.analysis.related import Relatedness, Tie, relatedness
from trendrapport.pages.parts.category_shapes import IN_MARK, KeyedWord, category_key, shape_number
from trendrapport.pages.parts.overview_figure import (
    Cell,
    Entrance,
    OverviewFigure,
    columns,
    entrance,
    overview_figure,
)
from trendrapport.pages.view import Link, View, Word
from trendrapport.placing.arcs import Arcs, Drawing, drawing
from trendrapport.placing.arrangement import Edge, ordered
from trendrapport.placing.shapes import path as shape
from trendrapport.report.report import Entry

ORDER = 50
ARCS = (Arcs("wide", 380, 330, 9, 16), Arcs("phone", 178, 100, 7, 13))
FIRST = 2
"""How many reasons the list shows; the table has all."""
CLOSEST, MANY = 2, 30
"""How many of the closest of each trend are drawn beside what editors named; of more trends than `MANY`, one
of each.
"""
MOST_TIES, STRONGEST = 60, 40
"""Of more ties than the first, the strongest are drawn: so many can be followed with the eye."""
COLUMNS = ("trend", "related_to", "why", "closeness")
NUMBERS = ("closeness",)


@dataclass(frozen=True)
class _Explained:
    """A tie with the reasons for it, in words."""

    tie: Tie
    reasons: list[str]

    @property
    def pair(self) -> str:
        """Both trends."""
        return f"{self.tie.trend.data.title} – {self.tie.other.data.title}"

    @property
    def sentence(self) -> str:
        """Both trends and all reasons, without a full stop."""
        return f"{self.pair}: {'; '.join(self.reasons)}"


@dataclass(frozen=True, kw_only=True)
class Node(Link):
    """A trend, and those that it is related to, the closest first."""

    slug: str
    category: Word
    shape: int
    ties: list[Link]
    description: str


@dataclass(frozen=True)
class DrawnTie:
    """Two related trends as an arc."""

    named: bool
    """Whether editors say that they are related."""
    description: str
    ends: str
    """The numbers of both nodes."""
    pair: str
    reasons: list[str]


@dataclass(frozen=True)
class Sorts:
    """Which sorts of ties occur: those that editors name, and those found by what trends share."""

    named: bool
    shared: bool


class ShapedDrawing(Drawing):
    """A drawing with the size and the shape of each mark."""

    size: float
    shapes: list[str]


@dataclass(frozen=True)
class Network:
    """A drawing for wide and for narrow screens, the trends in its order with their reasons, and all that a
    figure has.
    """

    nodes: list[Node]
    drawings: list[ShapedDrawing]
    ties: list[DrawnTie]
    sorts: Sorts
    key: list[KeyedWord]
    figure: OverviewFigure


def edition_path(edition: Entry[Edition]) -> str:
    """The page of an edition, from the site's root."""
    return f"{edition.slug}/network.html"


def entrances(view: View, edition: Entry[Edition] | None, page: str) -> list[Entrance]:
    """The network of an edition in which trends are related."""
    if edition is None or not _any(view, edition):
        return []
    return [entrance(view, "network", edition_path(edition), page)]


def _any(view: View, edition: Entry[Edition]) -> bool:
    found = relatedness(view)
    keys = {trend.key for trend in view.trends(edition)}
    return any((found.near(trend) & keys) - {trend.key} for trend in view.trends(edition))


def ties(found: Relatedness, trends: Sequence[Entry[Trend]]) -> list[Tie]:
    """Each two related trends once: all that editors named, and the closest of each trend."""
    most = CLOSEST if len(trends) <= MANY else 1
    kept: dict[tuple[str, ...], Tie] = {}
    for trend in trends:
        near = found.near(trend)
        named, rest = [], []
        for other in trends:
            if other is trend or other.key not in near:
                continue
            if found.named(trend, other):
                named.append(other)
            else:
                rest.append(other)
        for tie in [*found.ranked(trend, named), *found.ranked(trend, rest, most)]:
            kept.setdefault(tuple(sorted((trend.slug, tie.other.slug))), tie)
    return sorted(kept.values(), key=lambda tie: (-tie.worth, tie.trend.slug, tie.other.slug))


def overview(view: View, edition: Entry[Edition]) -> Network | None:
    """The network of an edition in which trends are related."""
    kin, given = relatedness(view), view.trends(edition)
    every = ties(kin, given)
    if not every:
        return None
    explained = [_Explained(tie, kin.reasons(tie)) for tie in every]
    found = every if len(every) <= MOST_TIES else every[:STRONGEST]
    if len(found) < len(every):
        tied = {trend.slug for tie in found for trend in (tie.trend, tie.other)}
        given = [trend for trend in given if trend.slug in tied]
    trends = [given[index] for index in ordered(len(given), _edges(given, found))]
    edges = _edges(trends, found)
    sorts = {tie.named for tie in found}
    nodes = [_node(view, trend, found, edition_path(edition)) for trend in trends]
    return Network(
        nodes=nodes,
        drawings=_drawings(view, nodes, edges),
        ties=[_tie(one, edge) for one, edge in zip(explained, edges, strict=False)],
        sorts=Sorts(named=True in sorts, shared=False in sorts),
        key=category_key(view, trends),
        figure=_figure(view, edition, explained, len(found)),
    )


def _drawings(view: View, nodes: Sequence[Node], edges: Sequence[Edge]) -> list[ShapedDrawing]:
    """The drawings, with the shape of each mark."""
    titles = [node.title for node in nodes]
    drawings = []
    for usual in ARCS:
        arcs = replace(usual, language=view.labels.language)
        shapes = [shape(node.shape, arcs.size * IN_MARK) for node in nodes]
        drawings.append(ShapedDrawing(**drawing(arcs, titles, edges), size=arcs.size, shapes=shapes))
    return drawings


def _edges(trends: Sequence[Entry[Trend]], found: Sequence[Tie]) -> list[Edge]:
    """The ties between trends by their index."""
    index = {trend.slug: at for at, trend in enumerate(trends)}
    return [Edge(index[tie.trend.slug], index[tie.other.slug], tie.worth) for tie in found]


def _tie(explained: _Explained, edge: Edge) -> DrawnTie:
    return DrawnTie(
        named=explained.tie.named,
        description=explained.sentence,
        ends=f"{edge.one} {edge.two}",
        pair=explained.pair,
        reasons=explained.reasons[:FIRST],
    )


def _node(view: View, trend: Entry[Trend], found: Sequence[Tie], page: str) -> Node:
    category = view.categories(trend.data)[0]
    related = _related(trend, found)
    return Node(
        **vars(view.link(trend, page)),
        slug=trend.slug,
        category=category,
        shape=shape_number(view, category["slug"]),
        ties=[view.link(other, page) for other in related],
        description=f"{trend.data.title}: {view.labels.count('count_ties', len(related))}",
    )


def _related(trend: Entry[Trend], found: Sequence[Tie]) -> list[Entry[Trend]]:
    """The other end of each tie of a trend."""
    others = []
    for tie in found:
        if tie.trend is trend:
            others.append(tie.other)
        elif tie.other is trend:
            others.append(tie.trend)
    return others


def _caption(view: View, drawn: int, every: int) -> str:
    """How the ties were found, and how many of them are drawn where those are not all."""
    caption = view.labels("network_caption")
    if drawn == every:
        return caption
    return f"{view.labels('network_strongest', count=drawn, all=every)} {caption}"


def _figure(
    view: View, edition: Entry[Edition], explained: Sequence[_Explained], drawn: int
) -> OverviewFigure:
    sentences, rows = [], []
    for one in explained:
        sentences.append(f"{one.sentence}.")
        rows.append(_row(view, one, edition_path(edition)))
    return overview_figure(
        view,
        name="network",
        page=edition_path(edition),
        title=_finding(view, edition, explained),
        subtitle=view.labels("network_subtitle"),
        caption=_caption(view, drawn, len(explained)),
        sentences=sentences,
        columns=columns(view, COLUMNS, NUMBERS),
        rows=rows,
        brief=drawn < len(explained),
    )


def _row(view: View, explained: _Explained, page: str) -> list[Cell]:
    worth = explained.tie.worth
    return [
        _name(view, explained.tie.trend, page),
        _name(view, explained.tie.other, page),
        {"text": "; ".join(explained.reasons)},
        {"text": view.labels.number(worth, 1), "number": round(worth, 1)},
    ]


def _name(view: View, trend: Entry[Trend], page: str) -> Cell:
    return {"text": trend.data.title, "href": relative(view.path(trend), page)}


def _finding(view: View, edition: Entry[Edition], explained: Sequence[_Explained]) -> str:
    """The trend with the most ties, in a sentence; when there is not one such trend, the closest two."""
    counts: Counter[str] = Counter()
    for one in explained:
        counts.update((one.tie.trend.data.title, one.tie.other.data.title))
    (title, most), (_, next_most), *_ = [*counts.most_common(2), ("", 0)]
    if most > next_most:
        return view.labels("network_most", edition=view.short_name(edition), title=title, count=most)
    closest = explained[0].tie
    return view.labels(
        "network_closest",
        edition=view.short_name(edition),
        one=closest.trend.data.title,
        two=closest.other.data.title,
    )
