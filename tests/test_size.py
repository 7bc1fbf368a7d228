"""A report with many trends: its pages stay small and can be walked; on an invented report of 3 editions."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from trendrapport.pipeline import Options, build
from trendrapport.starters import new_report

NEWEST, OLDER = 170, 90
SOURCES = 250
MOST_BYTES, MOST_ELEMENTS = 150_000, 5_000
PAGES = (
    "index.html",
    "2026/index.html",
    "2026/radar.html",
    "2026/matrix.html",
    "2025/radar.html",
    "trends.html",
    "search.html",
    "glossary.html",
    "glossary/b-2.html",
    "sources.html",
    "reading_list.html",
    "editions.html",
    "2026/network.html",
    "2026/since-2025.html",
)


def _trend(name: int, chance: random.Random) -> str:
    horizon = chance.choice(("nu", "een-tot-drie-jaar", "drie-tot-vijf-jaar"))
    category = chance.choice(("maatschappelijk", "technologisch", "organisatorisch"))
    others = [f"trend-{(name + step) % 80}" for step in (1, 7)]
    related = "".join(f"  - {{trend: {other}, why: Verzonnen verband.}}\n" for other in others)
    return (
        f"---\ntitle: Verzonnen trend {name}\nsummary: Deze trend is verzonnen.\nkind: analysis\n"
        f"categories: [{category}]\nhorizon: {horizon}\nimpact: {chance.randint(1, 5)}\n"
        f"certainty: {chance.randint(1, 5)}\nstance: watch\nrelated:\n{related}---\n\n"
        "Verzonnen [@voorbeeldbron].\n"
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of such a report: 350 texts on 170 trends."""
    root = tmp_path_factory.mktemp("size") / "report"
    new_report.init(root)
    settings = root / "site_config.yml"
    settings.write_text(settings.read_text("utf-8") + "pictures: false\n")
    (root / "content/2026/trends/voorbeeldtrend.md").unlink()
    chance = random.Random(1)
    edition = (root / "content/2026/edition.yml").read_text("utf-8")
    for year, count in ((2026, NEWEST), (2025, OLDER), (2024, OLDER)):
        folder = root / f"content/{year}/trends"
        folder.mkdir(parents=True, exist_ok=True)
        (folder.parent / "edition.yml").write_text(edition.replace("2026", str(year)))
        for name in range(count):
            (folder / f"trend-{name}.md").write_text(_trend(name, chance))
    _long_lists(root)
    assert build(root, Options()).built
    return root / "site"


def _long_lists(root: Path) -> None:
    """Many terms, of which two are in a text and one leads to another, and many sources."""
    terms = [
        f"{letter}-{number}:\n  term: {letter.upper()}begrip{number:03}\n  definition: Een verzonnen woord.\n"
        for letter, count in (("a", 20), ("b", 290))
        for number in range(count)
    ]
    terms[0] += "  see: [b-289]\n"
    (root / "content/glossary.yml").write_text("".join(terms), "utf-8")
    sources = "".join(
        f"  - {{id: bron-{number}, type: report, title: Verzonnen bron {number}, issued: 2020}}\n"
        for number in range(SOURCES)
    )
    with (root / "content/sources.yml").open("a", encoding="utf-8") as file:
        file.write(sources)
    with (root / "content/2026/trends/trend-1.md").open("a", encoding="utf-8") as file:
        cited = "; ".join(f"@bron-{number}" for number in range(SOURCES))
        file.write(f"\nEen Abegrip003 en een Bbegrip200, zie [{cited}].\n")


@pytest.fixture
def page(browser: Browser) -> Any:  # noqa: ANN401 - a page that is closed afterwards
    made = browser.new_page(viewport={"width": 360, "height": 800})
    yield made
    made.close()


def _shown(page: Page, path: Path) -> None:
    page.goto(f"file://{path}")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_stays_small(site: Path, page: Page, name: str) -> None:
    assert (site / name).stat().st_size < MOST_BYTES
    _shown(page, site / name)
    assert page.evaluate("document.querySelectorAll('*').length") < MOST_ELEMENTS
    assert page.evaluate("document.documentElement.scrollHeight") < 20 * 800
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_list_has_a_trend_once_and_can_be_unfolded_without_a_script(site: Path, browser: Browser) -> None:
    text = (site / "trends.html").read_text("utf-8")
    assert len(re.findall(r"<li data-item", text)) == NEWEST
    assert 'data-edition="2026 2025 2024"' in text
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    _shown(page, site / "trends.html")
    first = page.locator("details.fold").first
    assert not first.locator("a").first.is_visible()
    first.locator("summary").click()
    assert first.locator("a").first.is_visible()
    context.close()


def test_the_list_of_all_pages_has_a_trend_once(site: Path) -> None:
    text = (site / "search.html").read_text("utf-8")
    listed = text[text.index('id="all-pages"') :]
    assert len(re.findall(r">Verzonnen trend 7</a>", listed)) == 1
    for edition in (2026, 2025, 2024):
        assert f'href="{edition}/trends/trend-7.html"' in listed


def test_a_long_glossary_has_a_page_for_each_letter(site: Path, page: Page) -> None:
    """Links lead to the right one, and so does an address of before."""
    made = sorted(path.name for path in (site / "glossary").glob("*.html"))
    assert made == ["a.html", "b-2.html", "b-3.html", "b-4.html", "b.html"]
    text = (site / "2026/trends/trend-1.html").read_text("utf-8")
    assert 'href="../../glossary/a.html#a-3"' in text
    assert 'href="../../glossary/b-3.html#b-200"' in text
    _shown(page, site / "glossary.html")
    assert page.locator("main h2").all_inner_texts() == ["B (290)"]
    page.goto(f"file://{site}/glossary.html#a-0")
    page.wait_for_url("**/glossary/a.html#a-0")
    page.locator(":target a").click()
    page.wait_for_url("**/glossary/b-4.html#b-289")
    assert "Bbegrip289" in page.locator(":target").inner_text()


def test_every_term_and_source_is_in_a_list_without_a_script(site: Path) -> None:
    parts = [path.read_text("utf-8") for path in (site / "glossary").glob("*.html")]
    terms = [name for part in parts for name in re.findall(r'<div id="([ab]-\d+)"', part)]
    assert len(terms) == len(set(terms)) == 310
    listed = (site / "sources.html").read_text("utf-8")
    assert len(re.findall(r'<li id="bron-\d+"', listed)) == SOURCES


def test_an_address_opens_the_fold_that_it_names(site: Path, page: Page) -> None:
    page.goto(f"file://{site}/sources.html#bron-77")
    expect(page.locator(":target")).to_be_visible()
    expect(page.locator(":target")).to_contain_text("Verzonnen trend 1")
    page.emulate_media(media="print")
    expect(page.locator("#bron-249")).to_be_visible()


def test_what_is_chosen_unfolds(site: Path, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    _shown(page, site / "trends.html")
    page.locator(".filters [type=search]").fill("trend 77")
    assert page.locator(".fold a:visible").count() == 1
    page.locator(".filters [type=reset]").click()
    assert page.locator(".fold a:visible").count() == 0


def test_a_kept_trend_is_in_the_list(site: Path, page: Page) -> None:
    assert "<template>" in (site / "reading_list.html").read_text("utf-8")
    _shown(page, site / "reading_list.html#2025/trends/trend-7,2026/trends/trend-3")
    lines = page.locator(".kept > li")
    assert lines.locator("h2").all_inner_texts() == ["Verzonnen trend 7", "Verzonnen trend 3"]
    assert lines.first.locator("a").get_attribute("href") == "2025/trends/trend-7.html"
    assert "Verzonnen trend 7" in str(lines.first.locator("button").first.get_attribute("aria-label"))


def test_the_downloads_have_what_the_page_leaves_out(site: Path) -> None:
    rows = (site / "2026/network.csv").read_text("utf-8").splitlines()
    page = (site / "2026/network.html").read_text("utf-8")
    assert len(rows) > 200
    assert page.count("data-ends=") == 2 * 40
    assert "De tekening toont de 40 sterkste" in page
    since = (site / "2026/since-2025.csv").read_text("utf-8")
    assert "Verzonnen trend 129" in since


def test_a_drawing_is_one_stop(site: Path, page: Page) -> None:
    """The arrow keys lead along its marks, and the next stop is outside it; in strips too."""
    page.set_viewport_size({"width": 1280, "height": 800})
    for name, drawing in (("2026/radar.html", ".strips"), ("2026/network.html", ".arcs.wide")):
        _shown(page, site / name)
        links = page.locator(f"{drawing} a")
        assert page.locator(f"{drawing} a[tabindex='0']").count() == 1
        links.first.focus()
        page.keyboard.press("ArrowRight")
        assert links.nth(1).evaluate("link => link === document.activeElement")
        page.keyboard.press("End")
        assert links.last.evaluate("link => link === document.activeElement")
        page.keyboard.press("Tab")
        assert not page.evaluate(f"Boolean(document.activeElement.closest('{drawing}'))")


def test_numbers_lead_to_the_names(site: Path, page: Page) -> None:
    """On the cover and in the matrix: each cell says how many trends it has, and opens their list."""
    page.set_viewport_size({"width": 1280, "height": 800})
    for start, fold in (("2026/index.html", "2026/radar.html"), ("2026/matrix.html", "2026/matrix.html")):
        _shown(page, site / start)
        cells = page.locator(".counts td a")
        numbers = [int(one) for one in cells.all_inner_texts()]
        assert sum(numbers) == NEWEST
        assert page.locator(".counts a[tabindex='0']").count() == 1
        assert f": {numbers[3]} trends" in str(cells.nth(3).get_attribute("aria-label"))
        cells.nth(3).click()
        named = page.locator("section:target li")
        expect(named).to_have_count(numbers[3])
        expect(named.first).to_be_visible()
        assert page.url.split("#")[0].endswith(fold)


def test_a_mark_of_many_says_what_its_line_says(site: Path, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    _shown(page, site / "2026/radar.html")
    mark = page.locator(".strips a").nth(5)
    name = str(mark.get_attribute("aria-label"))
    mark.focus()
    line = page.locator(".listed li.lit")
    assert page.locator(".tip").inner_text().split("\n") == [name, line.locator(".note").text_content()]
    assert name == f"6. {line.locator('a').text_content()}"


def test_choices_reach_what_a_group_says_for_all(site: Path, page: Page) -> None:
    _shown(page, site / "2026/radar.html?category=technologisch&horizon=nu")
    line = page.locator(".listed li:visible")
    assert 0 < line.count() < NEWEST / 3
    assert line.count() == page.locator(".strips a:visible").count()
    assert page.locator(".listed details[open] h4:visible").all_inner_texts() == ["Nu"]


def test_strips_say_what_strips_show(site: Path, page: Page) -> None:
    _shown(page, site / "2026/radar.html")
    words = page.locator("main").inner_text()
    assert "Hoe verder naar links, hoe eerder de trend speelt." in words
    assert "dichter bij het midden" not in words
    sizes = page.locator(".strips circle:not(.ring)").evaluate_all(
        "marks => [...new Set(marks.map(m => m.getAttribute('r')))]"
    )
    assert len(sizes) == 5
