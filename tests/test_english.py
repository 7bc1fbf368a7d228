"""A small English report in a real Chromium: every page in each scheme, and what readers do with it.

All its content is invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from axe import findings, show_with_axe
from serving_strictly import served
from trendrapport.language.facts import labels_file

TREND = "2026/trends/registers.html"
PAGES = (
    "index.html",
    "2025/index.html",
    TREND,
    "2025/trends/registers.html",
    "2025/trends/gone.html",
    "2026/interviews/ada-example.html",
    "2026/columns/ada-example.html",
    "2026/foreword.html",
    "instruments/index.html",
    "instruments/example-register.html",
    "key_figures.html",
    "milestones.html",
    "glossary.html",
    "sources.html",
    "figures.html",
    "figures/registers-per-year.html",
    "editions.html",
    "overviews.html",
    "2026/radar.html",
    "2026/matrix.html",
    "2026/values.html",
    "2026/network.html",
    "2026/since-2025.html",
    "changes.html",
    "municipality.html",
    "pages/about.html",
    "people/ada-example.html",
    "people.html",
    "trends.html",
    "interviews.html",
    "roles.html",
    "roles/council.html",
    "reading_list.html",
    "search.html",
    "404.html",
)
NAMES = {"Interviews", "Trends", "Radar", "Instrument", "Column", "Matrix", "Van", "En", "Is"}
"""What Dutch labels share with English, or with names."""


@pytest.fixture(scope="module")
def address(english: Path) -> Iterator[str]:
    with served(english) as found:
        yield found


def test_every_type_of_page_is_tried(english: Path) -> None:
    there = {page.relative_to(english).as_posix() for page in english.rglob("*.html")}
    left = there - set(PAGES)
    assert set(PAGES) <= there
    assert (
        left
        == {
            "2026/index.html",
            "2026/trends/example-trend.html",
            "2026/key_figures.html",
            "2025/radar.html",
            "2025/matrix.html",
            "2025/network.html",
            "roles/executive.html",
            "roles/cio.html",
            "figures/example.html",
            "figures/registers-per-municipality.html",
        }
        & there
    )


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_english_and_asks_nothing_elsewhere(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page()
    told, asked = [], []
    page.on("console", lambda message: told.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{path}")
    page.locator(".figure .drawing:not(.laid)").first.wait_for(state="detached")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("[lang=nl]").count() == 0
    said = page.evaluate(
        "document.documentElement.innerText + ' ' + "
        "[...document.querySelectorAll('[aria-label],[title],[alt],[placeholder]')]"
        ".map(one => ['aria-label', 'title', 'alt', 'placeholder'].map(name => "
        "one.getAttribute(name) ?? '').join(' ')).join(' ')"
    )
    assert [word for word in dutch() if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", said)] == []
    assert not re.search(r"\d\.\d{3}(?!\d)", said), "a thousand is written 1,000"
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert told == []
    page.context.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible(page_with_axe: Page, address: str, path: str) -> None:
    """Colours and wide screens do not differ with the language: `test_accessibility.py` tries those."""
    page = page_with_axe
    show_with_axe(page, f"{address}/{path}", 320, "light")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert findings(page, colours=False) == []


def test_numbers_and_dates_are_written_as_in_english(page: Page, address: str) -> None:
    page.goto(f"{address}/{TREND}")
    main = page.locator("main")
    expect(main).to_contain_text("1,234.5 organisations")
    expect(main).to_contain_text("9 March 2026")
    expect(main.locator(".figure svg").first).to_contain_text("1,000")
    page.goto(f"{address}/milestones.html")
    expect(page.locator("main")).to_contain_text("1 June 2025")


def test_search_forgives_a_slip_and_finds_other_forms(page: Page, address: str) -> None:
    page.goto(f"{address}/{TREND}")
    page.get_by_role("link", name="Search").click()
    dialog = page.get_by_role("dialog")
    for typed in ("privacy", "sensro", "register"):
        dialog.get_by_role("searchbox").fill(typed)
        expect(dialog.get_by_role("status")).to_contain_text(typed)
        expect(dialog.get_by_role("link", name="Registers of sensors").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_a_list_is_narrowed_and_the_address_keeps_it(page: Page, address: str) -> None:
    page.goto(f"{address}/trends.html")
    page.get_by_role("checkbox", name="Act").check()
    expect(page).to_have_url(f"{address}/trends.html?stance=act")
    expect(page.locator("[data-item]:visible")).to_have_count(1)


def test_a_reader_picks_a_municipality(page: Page, address: str) -> None:
    page.goto(f"{address}/municipality.html")
    page.get_by_role("combobox", name="Your municipality").fill("Groningen")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Groningen has 1,200 invented registers")
    expect(page.locator("main")).to_contain_text("Together they have 2,048")


def test_a_chart_is_explored(page: Page, address: str) -> None:
    page.goto(f"{address}/{TREND}")
    page.get_by_role("button", name="Explore this chart").click()
    expect(page.locator(".explorer svg").first).to_be_visible()


def test_a_trend_is_kept_in_a_reading_list(page: Page, address: str) -> None:
    page.goto(f"{address}/{TREND}")
    page.get_by_role("button", name="Save to reading list: Registers of sensors").click()
    page.goto(f"{address}/reading_list.html")
    expect(page.get_by_role("link", name="Registers of sensors")).to_be_visible()


@cache
def dutch() -> list[str]:
    """Every Dutch label that is another in English, without places to fill."""
    found: list[str] = []

    def compare(nl: object, en: object) -> None:
        if isinstance(nl, dict) and isinstance(en, dict):
            for key in nl:
                compare(nl[key], en.get(key))
        elif isinstance(nl, str) and nl != en and "{" not in nl:
            found.append(nl)

    compare(*(yaml.safe_load(labels_file(language).read_text("utf-8")) for language in ("nl", "en")))
    return [label for label in found if len(label) > len("een") and label not in NAMES]
