"""Related trends: ranked by what they share, alike from both sides, with reasons; invented trends."""

from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import invented
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.analysis.related import Relatedness
from trendrapport.pages.overviews.network import ARCS, overview
from trendrapport.pages.view import View
from trendrapport.pipeline import Options, build
from trendrapport.placing.arcs import Arcs, drawing
from trendrapport.placing.arrangement import Edge, ordered
from trendrapport.placing.mark_names import extent
from trendrapport.report.report import Entry

TAGS = ("privacy", "sensoren", "data", "zorg", "ethiek")


def kin(
    sample: Path, trends: dict[str, dict[str, Any]], name: str = "2027"
) -> tuple[Relatedness, dict[str, Entry[Trend]]]:
    invented.edition(sample, name, trends)
    view = invented.view(sample)
    return Relatedness(view), {trend.slug: trend for trend in view.report.of(Trend, name)}


def tagged(*tags: str, **fields: object) -> dict[str, Any]:
    return {"tags": list(tags), **fields}


@given(st.lists(st.lists(st.sampled_from(TAGS), unique=True), min_size=2, max_size=6), st.integers(0, 1000))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_tie_is_the_same_from_both_sides_and_ranks_fall(
    sample: Path, tags: list[list[str]], seed: int
) -> None:
    chance = random.Random(seed)
    slugs = [f"trend-{number}" for number in range(len(tags))]
    values = [
        [{"value": "privacy", "effect": "mixed", "why": "Verzonnen."}] if chance.random() < 0.5 else []
        for _ in tags
    ]

    def relations(slug: str) -> list[dict[str, str]]:
        if chance.random() >= 0.3:
            return []
        others = [other for other in slugs if other != slug]
        return [{"trend": chance.choice(others), "why": "Verzonnen."}]

    related = [relations(slug) for slug in slugs]
    found, trends = kin(
        sample,
        {
            slug: tagged(*own, values=value, related=relation)
            for slug, own, value, relation in zip(slugs, tags, values, related, strict=True)
        },
    )
    for one, two in combinations((trends[slug] for slug in slugs), 2):
        there, back = found.tie(one, two), found.tie(two, one)
        assert (there.worth, there.shared) == (back.worth, back.shared)
        assert sorted(found.reasons(there)) == sorted(found.reasons(back))
        assert {name for kind, name in there.shared if kind == "tags"} == set(one.data.tags) & set(
            two.data.tags
        )
    for trend in trends.values():
        ranked = found.ranked(trend, found.others(trend))
        worths = [tie.worth for tie in ranked]
        assert worths == sorted(worths, reverse=True)
        assert all(worth > 0 for worth in worths)
        others = [tie.other.slug for tie in ranked]
        assert len(others) == len(set(others))
        assert trend.slug not in others


def test_what_few_share_counts_more(sample: Path) -> None:
    found, trends = kin(
        sample,
        {
            "a": tagged("zeldzaam", "gewoon"),
            "b": tagged("zeldzaam"),
            "c": tagged("gewoon"),
            "d": tagged("gewoon"),
        },
    )
    assert [tie.other.slug for tie in found.ranked(trends["a"], found.others(trends["a"]))] == ["b", "c", "d"]


def test_more_shared_is_closer_and_spelling_does_not_matter(sample: Path) -> None:
    found, trends = kin(sample, {"a": tagged("een", "twee"), "b": tagged("EEN", " twee"), "c": tagged("een")})
    assert found.tie(trends["a"], trends["b"]).worth > found.tie(trends["a"], trends["c"]).worth
    assert found.reasons(found.tie(trends["a"], trends["b"]))[0] == "zelfde trefwoorden: twee en een"


def test_a_category_or_one_value_is_not_enough(sample: Path) -> None:
    value = [{"value": "privacy", "effect": "mixed", "why": "Verzonnen."}]
    found, trends = kin(sample, {"a": {"values": value}, "b": {"values": value}})
    assert found.ranked(trends["a"], [trends["b"]]) == []


def test_what_editors_wrote_is_heaviest_and_told_in_their_words(sample: Path) -> None:
    found, trends = kin(
        sample,
        {
            "a": tagged("een", related=[{"trend": "b", "why": "Het hoort bij elkaar."}]),
            "b": {},
            "c": tagged("een"),
        },
    )
    ranked = found.ranked(trends["a"], found.others(trends["a"]))
    assert [tie.other.slug for tie in ranked] == ["b", "c"]
    assert found.reasons(ranked[0])[0] == "A: ‘Het hoort bij elkaar’"
    assert found.tie(trends["b"], trends["a"]).named


def test_the_same_edition_comes_first_else_the_newest(sample: Path) -> None:
    for year in ("2028", "2029"):
        invented.edition(sample, year, {"elders": tagged("een"), "b": tagged("een")})
    found, trends = kin(sample, {"a": tagged("een"), "b": tagged("een")})
    assert {
        tie.other.slug: tie.other.edition for tie in found.ranked(trends["a"], found.others(trends["a"]))
    } == {"b": "2027", "elders": "2029"}


def test_shown_below_the_editors_own_and_never_twice(sample: Path) -> None:
    invented.edition(
        sample,
        "2027",
        {
            "a": tagged("een", related=[{"trend": "b", "why": "Verzonnen verband."}]),
            "b": tagged("een"),
            "c": tagged("een"),
        },
    )
    assert build(sample, Options()).built
    page = (sample / "site/2027/trends/a.html").read_text("utf-8")
    related = page[page.index('<h2 id="related">') :]
    cards, shared = related.split('<ul class="kin">')
    assert 'href="b.html"' in cards
    assert "Verzonnen verband." in cards
    assert 'href="b.html"' not in shared.split("</ul>")[0]
    assert 'href="c.html"' in shared
    assert "zelfde trefwoord: een" in shared


def test_a_network_draws_every_relation_of_the_editors(sample: Path) -> None:
    many = [f"trend-{number}" for number in range(8)]
    trends, pairs = {}, set()
    for slug in many:
        five = [other for other in many if other != slug][:5]
        trends[slug] = tagged("een", related=[{"trend": other, "why": "Verzonnen."} for other in five])
        pairs |= {frozenset((slug, other)) for other in five}
    invented.edition(sample, "2027", trends)
    view = invented.view(sample)
    made = overview(view, view.editions[0])
    assert made
    assert sum(tie.named for tie in made.ties) == len(pairs)
    assert len(made.ties) == len(made.figure.rows)
    assert sorted(node.slug for node in made.nodes) == many


def test_without_relations_there_is_no_network(sample: Path) -> None:
    invented.edition(sample, "2027", {"a": {}, "b": {}})
    view = invented.view(sample)
    assert overview(view, view.editions[0]) is None


@st.composite
def webs(draw: st.DrawFn) -> tuple[int, list[Edge]]:
    count = draw(st.integers(2, 60))
    chance = random.Random(draw(st.integers(0, 10_000)))
    pairs = sorted({tuple(sorted(chance.sample(range(count), 2))) for _ in range(draw(st.integers(0, 90)))})
    return count, [Edge(one, two, chance.uniform(0.1, 20)) for one, two in pairs]


def length(order: list[int], edges: list[Edge]) -> float:
    place = {index: at for at, index in enumerate(order)}
    return sum(abs(place[edge.one] - place[edge.two]) * edge.worth for edge in edges)


@given(webs())
@settings(max_examples=60, deadline=None)
def test_the_order_is_whole_no_longer_and_always_the_same(web: tuple[int, list[Edge]]) -> None:
    count, edges = web
    order = ordered(count, edges)
    assert sorted(order) == list(range(count))
    assert length(order, edges) <= length(list(range(count)), edges) + 1e-6
    assert order == ordered(count, list(reversed(edges)))


def test_a_web_of_sixty_is_untangled() -> None:
    chance = random.Random(60)
    edges = [Edge(*chance.sample(range(60), 2), chance.uniform(0.1, 2)) for _ in range(96)]
    assert length(ordered(60, edges), edges) < length(list(range(60)), edges) * 0.4


@given(webs(), st.sampled_from(ARCS))
@settings(max_examples=60, deadline=None)
def test_names_never_overlap_and_arcs_stay_beside_them(web: tuple[int, list[Edge]], arcs: Arcs) -> None:
    count, edges = web
    made = drawing(
        arcs,
        [f"Een trend over digitale weerbaarheid {number}" * (1 + number % 3) for number in range(count)],
        edges,
    )
    for one, two in zip(made["nodes"], made["nodes"][1:], strict=False):
        assert one["top"] + one["height"] <= two["top"] + 0.2
    for node in made["nodes"]:
        wide, high = extent([line["text"] for line in node["lines"]], arcs.text)
        assert wide <= node["text_x"] + 0.1
        assert high <= node["height"]
        assert node["height"] >= 24
    for edge, arc in zip(edges, made["arcs"], strict=True):
        reach = float(arc["path"].split("A")[1].split()[0])
        assert 0 < reach <= arcs.room - arcs.size
        assert arc["thick"] in {1, 2, 3}
        assert arc["thick"] == 3 or edge.worth < max(other.worth for other in edges)


@pytest.mark.parametrize("edition", ["2020", "2022", "2023"])
def test_each_edition_has_a_network(dutch: View, edition: str) -> None:
    (whole,) = invented.editions(dutch, edition)
    made = overview(dutch, whole)
    assert made
    assert all(node.ties for node in made.nodes)
