"""The radar: marks that never overlap and stay in their cell, what changed, and the same in the list; invented trends."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from conftest import REPOSITORY
from test_browser import browser, site  # noqa: F401 - fixtures
from trendrapport.cache import Cache
from trendrapport.load import load
from trendrapport.overviews.radar import SIZES, SLOT, overview
from trendrapport.polar import places, wheel
from trendrapport.view import View


@st.composite
def filled(draw: st.DrawFn) -> tuple[int, int, Counter[tuple[int, int]]]:
    sectors, rings = draw(st.integers(2, 8)), draw(st.integers(1, 6))
    cell = st.tuples(st.integers(0, sectors - 1), st.integers(0, rings - 1))
    same = st.builds(lambda one, count: [one] * count, cell, st.integers(1, 60))
    return sectors, rings, Counter(draw(st.one_of(st.lists(cell, min_size=1, max_size=60), same)))


@given(filled())
@settings(max_examples=150, deadline=None)
def test_marks_never_overlap_and_stay_in_their_cell(case: tuple[int, int, Counter[tuple[int, int]]]) -> None:
    sectors, rings, counts = case
    made = wheel(counts, sectors, rings, SLOT)
    found = [(cell, place) for cell, count in counts.items() for place in places(made, cell, count, SLOT)]
    assert len(found) == counts.total()
    points = [place for _, place in found]
    nearest = min((math.dist(a, b) for index, a in enumerate(points) for b in points[:index]), default=SLOT)
    assert nearest >= 2 * max(SIZES) + 2
    for (sector, ring), (x, y) in found:
        radius, angle = math.hypot(x, y), math.pi - math.atan2(-y, x)
        assert made.hub + ring * made.band < radius < made.hub + (ring + 1) * made.band
        assert sector * made.span < angle < (sector + 1) * made.span


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    with Cache(tmp_path_factory.mktemp("kept") / "cache.sqlite") as cache:
        report, found = load(REPOSITORY, cache)
    assert report
    assert not found
    return View(report.published("2026-11-24"))


def test_the_real_editions(view: View) -> None:
    shown = {edition.slug: overview(view, edition) for edition in view.editions}
    assert all(radar and [mark["number"] for mark in radar["marks"]] == list(range(1, len(radar["marks"]) + 1))
               for radar in shown.values())
    assert [ring["name"] for ring in shown["2023"]["rings"]] == ["Nu", "1 tot 3 jaar", "3 tot 5 jaar"]
    assert {mark["status"] for mark in shown["2020"]["marks"]} == {None}
    status = {mark["title"]: mark["status"] for mark in shown["2023"]["marks"]}
    before = {trend.slug for trend in view.trends(next(edition for edition in view.editions if edition.slug == "2022"))}
    new = [trend.data.title for trend in view.trends(view.editions[0]) if trend.slug not in before]
    assert [title for title in status if status[title] == "new"] == sorted(new, key=list(status).index)


def test_marks_are_links_in_the_order_of_the_list(site: Path, browser: Browser) -> None:  # noqa: F811
    page = browser.new_page(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page.goto((site / "2022/radar.html").as_uri())
    marks = page.locator(".wheel a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert marks == page.locator(".listed a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(marks) == len(list((REPOSITORY / "content/2022/trends").glob("*.md")))
    labels = page.locator(".wheel a").evaluate_all("links => links.map(link => link.getAttribute('aria-label'))")
    assert labels[0].startswith("1. ")
    page.locator(".wheel a").first.click()
    assert page.url.endswith(marks[0].removeprefix("trends/"))
    page.close()


def test_a_phone_gets_the_list(site: Path, browser: Browser) -> None:  # noqa: F811
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto((site / "2022/radar.html").as_uri())
    assert not page.locator(".wheel").is_visible()
    assert page.locator(".listed a").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()
