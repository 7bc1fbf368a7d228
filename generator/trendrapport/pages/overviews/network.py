"""How the trends of an edition hang together: names below each other with arcs between those that are
related.

The editors' own relations are drawn whole, those found by what trends share dashed; of these, only the
closest of each trend, as more
would hide them all. How close they are is reckoned in `related.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.analysis.related import Relatedness, Tie
from trendrapport.pages.parts.overview_figure import Cell, Column, entrance, overview_figure
from trendrapport.pages.view import Value, View
from trendrapport.placing.arcs import Arcs, drawing
from trendrapport.placing.arrangement import Edge, ordered
from trendrapport.placing.shapes import path as shape
from trendrapport.report.report import Entry

ORDER = 50
ARCS = (Arcs("wide", 380, 330, 9, 16), Arcs("phone", 178, 100, 7, 13))
FIRST = 2
"""So many reasons stand in the list; the table has all."""
CLOSEST, MANY = 2, 30
"""Of each trend, so many of its closest are drawn beside what editors named; of more trends than these one of
each.
"""


def path(edition: Entry[Edition]) -> str:
    """The page of an edition, from the site's root."""
    return f"{edition.slug}/network.html"


def entrances(view: View, edition: Entry[Edition] | None, page: str) -> list[Value]:
    """The network of an edition in which trends are related."""
    return [entrance(view, "network", path(edition), page)] if edition and _any(view, edition) else []


def _any(view: View, edition: Entry[Edition]) -> bool:
    found = Relatedness(view)
    return any(found.related(*two) for two in combinations(view.trends(edition), 2))


def ties(found: Relatedness, trends: Sequence[Entry[Trend]]) -> list[Tie]:
    """Each two related trends once: all that editors named, and the closest of each trend."""
    kept: dict[tuple[str, ...], Tie] = {}
    for trend in trends:
        near = found.near(trend)
        others = [other for other in trends if other is not trend and other.key in near]
        named = [other for other in others if found.named(trend, other)]
        rest = [other for other in others if not found.named(trend, other)]
        for tie in [
            *found.ranked(trend, named),
            *found.ranked(trend, rest, CLOSEST if len(trends) <= MANY else 1),
        ]:
            kept.setdefault(tuple(sorted((trend.slug, tie.other.slug))), tie)
    return sorted(kept.values(), key=lambda tie: (-tie.worth, tie.trend.slug, tie.other.slug))


def overview(view: View, edition: Entry[Edition]) -> Value | None:
    """A drawing for wide and for narrow screens, the trends in its order with their reasons, and all that a
    figure has.
    """
    kin, page, trends = Relatedness(view), path(edition), view.trends(edition)
    found = ties(kin, trends)
    if not found:
        return None
    told = [kin.reasons(tie) for tie in found]
    trends = [trends[index] for index in ordered(len(trends), _edges(trends, found))]
    edges = _edges(trends, found)
    titles, measures = (
        [trend.data.title for trend in trends],
        [replace(arcs, language=view.labels.language) for arcs in ARCS],
    )
    drawings = [drawing(arcs, titles, edges) | {"size": arcs.size} for arcs in measures]
    nodes = [_node(view, trend, found, page) for trend in trends]
    return {
        "nodes": nodes,
        "drawings": [
            one | {"shapes": [shape(node["shape"], one["size"] * 0.78) for node in nodes]} for one in drawings
        ],
        "ties": [
            {
                "named": tie.named,
                "told": _told(tie, reasons),
                "ends": f"{edge.one} {edge.two}",
                "pair": f"{tie.trend.data.title} – {tie.other.data.title}",
                "reasons": reasons[:FIRST],
            }
            for tie, reasons, edge in zip(found, told, edges, strict=True)
        ],
        "sorts": {"named": any(tie.named for tie in found), "shared": not all(tie.named for tie in found)},
        "key": _key(view, trends),
        "figure": _figure(view, edition, found, told),
    }


def _edges(trends: Sequence[Entry[Trend]], found: Sequence[Tie]) -> list[Edge]:
    places = {trend.slug: place for place, trend in enumerate(trends)}
    return [Edge(places[tie.trend.slug], places[tie.other.slug], tie.worth) for tie in found]


def _told(tie: Tie, reasons: Sequence[str]) -> str:
    return f"{tie.trend.data.title} – {tie.other.data.title}: {'; '.join(reasons)}"


def _node(view: View, trend: Entry[Trend], found: Sequence[Tie], page: str) -> Value:
    """A trend, and those that it is related to, the closest first."""
    category = view.categories(trend.data)[0]
    mine = [
        tie.other if tie.trend is trend else tie.trend
        for tie in found
        if trend is tie.trend or trend is tie.other
    ]
    return view.link(trend, page) | {
        "slug": trend.slug,
        "category": category,
        "shape": list(view.report.config.taxonomies.categories).index(category["slug"]),
        "ties": [view.link(other, page) for other in mine],
        "told": f"{trend.data.title}: {view.labels.count('count_ties', len(mine))}",
    }


def _key(view: View, trends: Sequence[Entry[Trend]]) -> list[Value]:
    seen = {trend.data.categories[0] for trend in trends}
    return [
        view.term("categories", name) | {"shape": shape(index, 8)}
        for index, name in enumerate(view.report.config.taxonomies.categories)
        if name in seen
    ]


def _figure(view: View, edition: Entry[Edition], found: Sequence[Tie], told: Sequence[list[str]]) -> Value:
    page = path(edition)
    columns = [
        *(Column(title=view.labels(name)) for name in ("trend", "related_to", "why")),
        Column(title=view.labels("closeness"), number=True),
    ]
    rows: list[list[Cell]] = [
        [
            _name(view, tie.trend, page),
            _name(view, tie.other, page),
            {"text": "; ".join(reasons)},
            {"text": view.labels.number(tie.worth, 1), "number": round(tie.worth, 1)},
        ]
        for tie, reasons in zip(found, told, strict=True)
    ]
    sentences = [f"{_told(tie, reasons)}." for tie, reasons in zip(found, told, strict=True)]
    return overview_figure(
        view,
        name="network",
        page=page,
        title=_finding(view, edition, found),
        subtitle=view.labels("network_subtitle"),
        caption=view.labels("network_caption"),
        told=sentences,
        columns=columns,
        rows=rows,
    )


def _name(view: View, trend: Entry[Trend], page: str) -> Cell:
    return {"text": trend.data.title, "href": relative(view.path(trend), page)}


def _finding(view: View, edition: Entry[Edition], found: Sequence[Tie]) -> str:
    """The trend with the most ties, in a sentence; when there is not one such trend, the closest two."""
    counts = Counter(trend.data.title for tie in found for trend in (tie.trend, tie.other)).most_common(2)
    if counts[0][1] > counts[1][1]:
        return view.labels("network_most", edition=edition.slug, title=counts[0][0], count=counts[0][1])
    return view.labels(
        "network_closest", edition=edition.slug, one=found[0].trend.data.title, two=found[0].other.data.title
    )
