"""The radar: marks and names never overlap; changes; filters in the address and list; invented trends."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

import invented
from conftest import title_of
from page_types import opened
from trendrapport.pages.overviews.radar import cover_counts, cover_radar, overview, radar
from trendrapport.pages.parts.kept_wheels import Wheels
from trendrapport.pages.parts.radar_drawings import PHONE, SMALL, WIDE
from trendrapport.pipeline import Options, build
from trendrapport.placing.cells import points, smallest_wheel
from trendrapport.placing.dots import Box
from trendrapport.placing.mark_names import Spot
from trendrapport.placing.polar import Cell
from trendrapport.placing.wheel import Mark, Measure, drawing, reach
from trendrapport.runtime.cache import Cache

RINGS = ("Nu", "1 tot 3 jaar", "3 tot 5 jaar", "later", "veel later", "ooit")
SECTORS = (
    "Maatschappelijk",
    "Technologisch",
    "Organisatorisch",
    "Economisch en financieel",
    "Juridisch",
    "Ruimtelijk",
    "Democratie",
    "Ecologie",
)


@st.composite
def radars(draw: st.DrawFn) -> tuple[tuple[Mark, ...], tuple[str, ...], tuple[str, ...]]:
    sectors, rings = draw(st.integers(1, 8)), draw(st.integers(1, 6))
    count = draw(st.one_of(st.integers(1, 12), st.integers(1, 60)))
    chance = random.Random(draw(st.integers(0, 10_000)))
    crowded = draw(st.booleans())
    marks = [
        Mark(
            (0 if crowded else chance.randrange(sectors), min(rings - 1, int(chance.expovariate(1)))),
            chance.randint(1, 5),
            " ".join(chance.sample(invented.WORDS, chance.randint(1, 4))),
            chance.choice(("plain", "ring", "dashed", "inwards", "outwards")),
        )
        for _ in range(count)
    ]
    return tuple(sorted(marks, key=lambda mark: mark.cell)), SECTORS[:sectors], RINGS[:rings]


@given(
    st.integers(1, 8),
    st.lists(st.lists(st.floats(10, 30), max_size=20), min_size=1, max_size=6),
    st.integers(0, 7),
)
@settings(max_examples=60, deadline=None)
def test_marks_stay_in_their_cell_and_clear_of_its_name(
    sectors: int, radii: list[list[float]], sector: int
) -> None:
    sizes: dict[Cell, list[float]] = {
        (sector % sectors, ring): found for ring, found in enumerate(radii) if found
    }
    made = smallest_wheel(sizes, sectors, [70.0] * len(radii), 18, 4, 100)
    for cell, found in sizes.items():
        at = points(made, cell, tuple(found))
        assert at
        inner, outer = made.bounds(cell[1])
        for (x, y), radius in zip(at, found, strict=True):
            assert inner - 0.1 <= math.hypot(x, y) - (radius if cell[1] else 0)
            assert math.hypot(x, y) + radius <= outer + 0.1
            assert made.sector_of(x, y) == cell[0]
            assert all(math.dist((x, y), name) >= radius + half - 0.1 for name, half in made.name(cell[1]))
        assert all(
            math.dist(a, b) >= p + q + made.air - 0.1
            for (a, p), (b, q) in combinations(zip(at, found, strict=True), 2)
        )


def test_marks_stand_in_the_same_places_on_the_cover_and_on_the_page() -> None:
    marks = tuple(
        Mark((number % 3, number % 2), 1 + number % 5, f"Trend {number}", "ring" if number % 3 else "plain")
        for number in range(9)
    )
    words = SECTORS[:3], RINGS[:3]
    small, wide = drawing(SMALL, marks, *words), drawing(WIDE, marks, *words, like=SMALL)
    assert drawing(WIDE, marks, *words)["marks"] != wide["marks"], (
        "of itself it would have put them elsewhere"
    )
    for one, other in zip(small["marks"], wide["marks"], strict=True):
        assert math.atan2(one["y"], one["x"]) == pytest.approx(math.atan2(other["y"], other["x"]), abs=0.01)
        assert one["size"] < other["size"]


@given(radars(), st.sampled_from((WIDE, SMALL, PHONE)))
@settings(max_examples=60, deadline=None)
def test_marks_and_names_never_overlap(
    case: tuple[tuple[Mark, ...], tuple[str, ...], tuple[str, ...]], measure
) -> None:
    marks, sectors, rings = case
    made = drawing(measure, marks, sectors, rings)
    spots = [
        Spot(mark["x"], mark["y"], reach(given, measure) - 0.1)
        for mark, given in zip(made["marks"], marks, strict=True)
    ]
    assert all(math.dist((a.x, a.y), (b.x, b.y)) >= a.radius + b.radius for a, b in combinations(spots, 2))
    beside = [Box(*mark["label"]["taken"]) for mark in made["marks"] if mark["label"]]
    outside = [Box(*name["taken"]) for name in made["sectors"]]
    assert not any(a.touches(b) for a, b in combinations([*beside, *outside], 2))
    assert not any(spot.touches(box) for spot in spots for box in [*beside, *outside])
    left, top, width, height = made["box"]
    whole = Box(left - 0.1, top - 0.1, left + width + 0.1, top + height + 0.1)
    assert all(whole.holds(box) for box in [*beside, *outside])
    # A name as long as a line of text does not fit in the outer rings.
    if len(marks) == 1 and measure.named and marks[0].cell[1] < 2:
        assert beside


def test_each_edition_has_a_radar(dutch: invented.View) -> None:
    shown = {edition.slug: overview(dutch, edition) for edition in dutch.editions}
    for made in shown.values():
        assert made
        assert [mark.number for mark in made.marks] == list(range(1, len(made.marks) + 1))
        assert all(mark["label"] for mark in made.drawings[0]["marks"])


@pytest.mark.parametrize("measure", [WIDE, SMALL])
def test_no_name_of_an_edition_crosses_the_rim(dutch: invented.View, measure: Measure) -> None:
    for edition in dutch.editions:
        shown = radar(dutch, edition, "index.html", [measure])
        assert shown
        drawn = shown.drawings[0]
        for mark in drawn["marks"]:
            left, top, right, bottom = mark["label"]["taken"]
            furthest = max(math.hypot(x, y) for x, y in product((left, right), (top, bottom)))
            assert furthest <= drawn["rings"][-1]["radius"]


def test_every_status(sample: Path) -> None:
    before, middle, far = invented.HORIZONS
    invented.edition(sample, "2023", {"oud": {}, "terug": {}})
    invented.edition(
        sample,
        "2024",
        {"oud": {"horizon": middle}, "heen": {"horizon": before}, "weer": {"horizon": far}, "blijft": {}},
    )
    invented.edition(
        sample,
        "2025",
        {
            "oud": {"horizon": far},
            "heen": {"horizon": middle},
            "weer": {"horizon": before},
            "blijft": {"impact": 5},
            "nieuw": {},
            "terug": {},
        },
    )
    view = invented.view(sample)
    first, second, third = invented.editions(view, "2023", "2024", "2025")
    assert {mark.status for mark in overview(view, first).marks} == {None}
    assert [one.title for one in overview(view, second).gone] == ["Terug"]
    radar = overview(view, third)
    assert radar
    assert {mark.slug: mark.status for mark in radar.marks} == {
        "oud": "further",
        "heen": "further",
        "weer": "nearer",
        "blijft": "unchanged",
        "nieuw": "new",
        "terug": "returned",
    }
    forms = {mark.form for mark in radar.marks}
    assert forms == {"outwards", "inwards", "plain", "ring", "dashed"}
    assert len(radar.key) == 5


def test_one_edition_says_nothing_of_others(sample: Path) -> None:
    assert build(sample, Options()).built
    page = (sample / "site/2026/radar.html").read_text("utf-8")
    assert "sinds" not in page.lower().replace("horizon", "")
    assert '<h2 id="overview-radar-title">Trendradar, editie 2026</h2>' in page
    assert not (sample / "site/changes.html").exists()
    assert 'name="status"' not in page
    assert "<form" not in page


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    shown = opened(browser, site / "2022/radar.html", height=1000)
    yield shown
    shown.context.close()


FIRST = "2022/trends/digitalisering-en-sociaal-contract"
MARKS = ".wheel.wide a:visible"
LINES = ".listed li[value]:visible"


def slugs(page: Page, of: str) -> list[str]:
    found: list[str] = page.locator(of).evaluate_all(
        """parts => parts.map(part => (part.querySelector("a") ?? part).getAttribute("href"))
            .map(href => href.split("/").pop().replace(".html", ""))"""
    )
    return found


def test_marks_are_links_in_the_order_of_the_list(browser: Browser, site: Path) -> None:
    page = browser.new_page(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page.goto((site / "2022/radar.html").as_uri())
    assert slugs(page, MARKS) == slugs(page, LINES)
    assert len(slugs(page, MARKS)) == 7
    assert not page.locator(".filters").is_visible()
    first = page.locator(".wheel.wide a").first
    assert first.locator("title").text_content() == (
        f"{title_of(FIRST)}: Maatschappelijk, Nu, Handelen, impact 5 van 5, nieuw"
    )
    first.click()
    assert page.url.endswith(f"{FIRST}.html")
    page.close()


def test_the_keyboard_follows_the_numbers(page: Page) -> None:
    page.locator(".filters button").focus()
    page.keyboard.press("Tab")
    seen = []
    for number in range(7):
        if number:
            page.keyboard.press("ArrowDown")
        seen.append(page.evaluate("document.activeElement.getAttribute('aria-label')").split(".")[0])
        assert page.locator(".tip").is_visible()
        assert page.locator(".listed li.lit").count() == 1
    assert seen == [str(number) for number in range(1, 8)]
    page.keyboard.press("Escape")
    assert not page.locator(".tip").is_visible()


def test_a_tooltip_can_be_reached_and_says_what_is_known(page: Page) -> None:
    page.locator(".wheel.wide a .mark").nth(4).hover()
    tip = page.locator(".tip")
    assert tip.inner_text().split("\n") == [
        title_of("2022/trends/algoritmen"),
        "Technologisch, Organisatorisch · Nu · Voorbereiden · impact 4 van 5 · dichterbij gekomen",
    ]
    tip.hover()
    page.wait_for_timeout(300)
    assert tip.is_visible()
    page.locator("h1").hover()
    tip.wait_for(state="hidden")
    assert page.locator(".listed li.lit").count() == 0
    page.locator(".listed li a").first.hover()
    assert slugs(page, ".wheel.wide a.lit") == ["digitalisering-en-sociaal-contract"]


def test_filters_are_kept_in_the_address(page: Page) -> None:
    page.select_option("select[name=stance]", "act")
    assert (
        slugs(page, MARKS)
        == slugs(page, LINES)
        == ["digitalisering-en-sociaal-contract", "digitale-grondrechten", "drukte-meten"]
    )
    page.select_option("select[name=category]", "technologisch")
    assert page.url.endswith("?category=technologisch&stance=act")
    assert slugs(page, MARKS) == slugs(page, LINES) == ["drukte-meten"]
    assert page.locator(".filters output").inner_text() == "1 van de 7 trends"
    assert page.locator(".listed h3:visible").all_inner_texts() == [
        "Technologisch",
        "Stond in editie 2020, nu niet meer",
    ]
    page.go_back()
    assert len(slugs(page, MARKS)) == 3
    assert page.locator("select[name=category]").input_value() == ""
    page.locator(".filters button").click()
    assert len(slugs(page, MARKS)) == 7
    assert "?" not in page.url
    assert page.locator(".filters output").get_attribute("aria-live") == "polite"


def test_an_address_sets_the_filters(page: Page, site: Path) -> None:
    # A second category counts too: this one stands in another sector.
    page.goto((site / "2022/radar.html").as_uri() + "?category=organisatorisch&status=nearer&stance=onzin")
    assert slugs(page, MARKS) == ["algoritmen"]
    assert page.locator("select[name=stance]").input_value() == ""


@pytest.mark.parametrize(
    "path", ["2020/radar.html", "2022/radar.html", "2023/radar.html", "index.html", "2022/index.html"]
)
def test_a_phone_gets_a_radar_that_can_be_read(browser: Browser, site: Path, path: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto((site / path).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator("svg.wheel:visible").count() == 1
    drawn = page.locator("svg.wheel:visible")
    assert smallest(page, "svg.wheel:visible text") >= 12
    boxes = drawn.locator(".hit").evaluate_all(
        "parts => parts.map(part => part.getBoundingClientRect().width)"
    )
    assert min(boxes) >= 24
    page.close()


def smallest(page: Page, of: str) -> float:
    """The size of the smallest text as it is shown, in pixels."""
    found: float = page.locator(of).evaluate_all("""texts => Math.min(...texts.map(text =>
        parseFloat(getComputedStyle(text).fontSize) * text.ownerSVGElement.getScreenCTM().a))""")
    return found


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with sixty trends in eight categories, built."""
    folder = tmp_path_factory.mktemp("crowded") / "report"
    invented.init(folder)
    names = invented.categories(folder, SECTORS)
    chance = random.Random(60)
    trends = {
        f"trend-{number}": {
            "title": " ".join(chance.sample(invented.WORDS, 3)),
            "categories": [chance.choice(names)],
            "impact": chance.randint(1, 5),
            "horizon": chance.choice(invented.HORIZONS),
        }
        for number in range(60)
    }
    invented.edition(folder, "2027", trends)
    assert build(folder, Options()).built
    return folder / "site"


OVERLAPS = """() => {
  const names = ['.beside', '.sector', '.mark', '.horizon'].map(name => `.wheel.wide ${name}`);
  const parts = [...document.querySelectorAll(names.join())];
  const drawn = part => part.classList.contains('mark') ? part.querySelector('text') : part;
  const boxes = parts.map(part => drawn(part).getBoundingClientRect());
  const hit = (a, b) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const found = [];
  boxes.forEach((a, i) => boxes.slice(0, i).forEach((b, j) => {
    if (hit(a, b)) found.push([parts[i].textContent, parts[j].textContent]);
  }));
  return found;
}"""


@pytest.mark.parametrize("width", [1280, 1000, 800, 769])
def test_sixty_trends_in_eight_sectors(browser: Browser, crowded: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 1000})
    page.goto((crowded / "2027/radar.html").as_uri())
    assert page.locator(".wheel.wide a").count() == 60
    assert page.locator(".wheel.wide .beside").count() >= 15
    assert page.evaluate(OVERLAPS) == []
    assert smallest(page, ".wheel.wide text") >= 12
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_a_phone_gets_strips_when_a_wheel_is_too_small(browser: Browser, crowded: Path) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto((crowded / "2027/radar.html").as_uri())
    assert page.locator("svg.wheel:visible").count() == 0
    assert page.locator(".strips a:visible").count() == 60
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.select_option("select[name=category]", "soort-3")
    assert page.locator(".strips a:visible").count() == page.locator(LINES).count() < 60
    page.close()


@pytest.mark.parametrize(
    ("count", "shown"), [(80, "wheel"), (81, "strips"), (160, "strips"), (161, "numbers")]
)
def test_a_cover_with_many_trends_has_strips_beside_the_title(tmp_path: Path, count: int, shown: str) -> None:
    invented.init(tmp_path)
    trends = {
        f"trend-{number}": {"title": f"Trend {number}", "horizon": invented.HORIZONS[number % 3]}
        for number in range(count)
    }
    invented.edition(tmp_path, "2027", trends)
    view = invented.view(tmp_path)
    edition = next(one for one in view.editions if one.slug == "2027")
    found = cover_radar(view, edition, "2027/index.html")
    counted = cover_counts(view, edition, "2027/index.html")
    assert (counted is None) == (shown != "numbers")
    if found is None:
        assert counted
        numbers = [[cell.count for cell in row.cells] for row in counted.counts.rows]
        assert numbers == [[54, 54, 53]]
        return
    assert len(found.marks) == count
    assert shown == ("wheel" if found.drawings else "strips")
    assert found.beside or shown == "wheel"


@pytest.mark.parametrize("path", ["2026/radar.html", "2027/index.html", "index.html"])
def test_real_names_never_overlap(browser: Browser, site: Path, crowded: Path, path: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    page.goto(((crowded if path.startswith("202") else site) / path).as_uri())
    assert page.evaluate(OVERLAPS.replace(".wide", ":not(.phone)")) == []
    page.close()


def test_every_mark_says_what_it_is(page: Page) -> None:
    """What a machine can see of names, roles and controls; the rest is looked at."""
    assert page.locator(".wheel.wide").get_attribute("role") == "group"
    labels = page.locator(".wheel.wide a").evaluate_all(
        "links => links.map(link => link.getAttribute('aria-label'))"
    )
    assert len(set(labels)) == len(labels) == 7
    assert all(
        page.locator("select").evaluate_all("fields => fields.map(field => field.labels.length === 1)")
    )
    ids = page.locator("[id]").evaluate_all("parts => parts.map(part => part.id)")
    assert len(ids) == len(set(ids))
    facts = json.loads(page.locator(".wheel.wide a").first.get_attribute("data-facts") or "")
    assert facts[0] == title_of(FIRST)


@given(radars())
@settings(max_examples=10, deadline=None)
def test_a_kept_wheel_is_the_wheel(made: tuple[tuple[Mark, ...], tuple[str, ...], tuple[str, ...]]) -> None:
    store = Cache(None)
    first, second = Wheels(), Wheels(lambda: store.get("wheels"))
    drawn = first.drawing(SMALL, *made)
    first.keep(store, "wheels")
    assert list(second.drawn) == list(first.drawn)
    assert second.drawing(SMALL, *made) == drawn == drawing(SMALL, *made)
