"""The real editions' overviews in a browser: without scripts, by keyboard, on a phone, in own colours."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from playwright.sync_api import Browser

from conftest import title_of
from page_types import opened

PAGES = (
    "2022/values.html",
    "values.html",
    "2022/matrix.html",
    "milestones.html",
    "2022/network.html",
    "overviews.html",
)
DRAWN = {
    "2022/matrix.html": (".grid", 7),
    "milestones.html": (".time", 24),
    "2022/network.html": (".arcs", 7),
}
"""The drawing of a page, and how many links are in it."""


def test_every_overview_is_found_from_the_menu(browser: Browser, site: Path) -> None:
    page = opened(browser, site / "index.html", java_script_enabled=False)
    page.get_by_role("navigation").get_by_role("link", name="Overzichten").click()
    assert page.locator("h2").all_inner_texts() == [
        "Alles op een rij",
        "Editie 2023",
        "Editie 2022",
        "Editie 2020",
        "Het hele rapport",
    ]
    ways = page.locator(".entrances a").evaluate_all("links => links.map(link => link.href)")
    assert {way.removeprefix(f"{site.as_uri()}/") for way in ways} >= {
        "2022/radar.html",
        "2022/since-2020.html",
        "2022/values.html",
        "2022/matrix.html",
        "2022/network.html",
        "changes.html",
        "values.html",
        "milestones.html",
        "figures.html",
    }
    page.goto((site / "2022/index.html").as_uri())
    assert page.locator(".entrances a").all_inner_texts() == [
        "Trendradar",
        "Wat veranderde er sinds editie 2020?",
        "Publieke waarden",
        "Impact en zekerheid",
        "Verbanden tussen trends",
    ]
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_every_link_leads_somewhere(browser: Browser, site: Path, path: str) -> None:
    page = opened(browser, site / path, java_script_enabled=False)
    links = page.locator("main a[href]").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert links
    for link in {link for link in links if "://" not in link}:
        target, anchor = urldefrag(urljoin(f"/{path}", unquote(link)))
        file = site / target.removeprefix("/")
        assert file.is_file(), link
        assert not anchor or f'id="{anchor}"' in file.read_text("utf-8"), link
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_of_320_pixels(browser: Browser, site: Path, path: str) -> None:
    page = opened(browser, site / path, 320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    sizes = page.locator("main .figure svg text:visible").evaluate_all("""texts => texts.map(text => {
        const svg = text.ownerSVGElement;
        const unit = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        return parseFloat(getComputedStyle(text).fontSize) * unit;
    })""")
    assert all(size >= 12 for size in sizes)
    targets = page.locator("main .figure svg a:visible, .heatmap td a:visible").evaluate_all(
        "links => links.map(link => { const box = link.getBoundingClientRect(); return "
        "Math.min(box.width, box.height); })"
    )
    assert all(size >= 24 for size in targets)
    page.close()


@pytest.mark.parametrize("path", DRAWN)
def test_marks_are_links_in_reading_order_by_keyboard(browser: Browser, site: Path, path: str) -> None:
    page = opened(browser, site / path)
    drawing, count = DRAWN[path]
    links = page.locator(f"{drawing}:visible a")
    assert links.count() == count
    assert all(links.evaluate_all("links => links.map(link => link.getAttribute('aria-label'))"))
    links.first.focus()
    for number in range(count - 1):
        page.keyboard.press("ArrowRight")
        assert links.nth(number + 1).evaluate("link => link === document.activeElement")
    page.keyboard.press("Home")
    assert links.first.evaluate("link => link === document.activeElement")
    page.keyboard.press("Tab")
    assert not page.evaluate(f"document.activeElement.closest('{drawing}')")
    page.close()


@pytest.mark.parametrize("path", DRAWN)
def test_measured_widths_hold_in_the_browser(browser: Browser, site: Path, path: str) -> None:
    """Widths reckoned without a browser are those drawn: no name leaves the room that was kept for it."""
    page = opened(browser, site / path)
    links = page.locator(f"{DRAWN[path][0]}:visible a:has(.hit)")
    loose = links.evaluate_all("""links => links.filter(link => {
        const kept = link.querySelector('.hit').getBoundingClientRect();
        return [...link.querySelectorAll('text')].some(text => {
            const drawn = text.getBoundingClientRect();
            return drawn.left < kept.left - 2 || drawn.right > kept.right + 2;
        });
    }).map(link => link.getAttribute('aria-label'))""")
    assert loose == []
    page.close()


def test_a_cell_says_value_effect_and_reason(browser: Browser, site: Path) -> None:
    page = opened(browser, site / "2022/values.html", java_script_enabled=False)
    head = page.get_by_role("rowheader", name=title_of("2022/trends/platformeconomie"))
    row = page.get_by_role("row").filter(has=head)
    cells = row.get_by_role("cell").all_inner_texts()
    assert [cell.strip() for cell in cells[:4]] == [
        "niet genoemd",
        "niet genoemd",
        "niet genoemd",
        "onder druk",
    ]
    link = row.get_by_role("link").nth(1)
    assert (link.get_attribute("title") or "").startswith("Controle over technologie: onder druk. ")
    link.click()
    assert page.url.endswith("2022/trends/platformeconomie.html#value-controle-over-technologie")
    assert "onder druk" in page.locator(":target").inner_text()
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_table_of_values_stays_a_table_for_who_listens(browser: Browser, site: Path, width: int) -> None:
    page = opened(browser, site / "2022/values.html", width)
    table = page.locator(".heatmap")
    assert table.get_by_role("columnheader").count() >= 9
    assert table.get_by_role("rowheader").count() == 7 + 3
    assert table.get_by_role("row").count() == 1 + 7 + 3
    page.close()


def test_the_arcs_of_a_trend_stand_out(browser: Browser, site: Path) -> None:
    page = opened(browser, site / "2022/network.html")
    drawing = page.locator(".arcs:visible")
    node = drawing.locator("a").first
    node.focus()
    ties = int((node.get_attribute("aria-label") or "").rpartition(": ")[2].split()[0])
    assert drawing.locator(".arc.lit").count() == ties
    assert drawing.locator(".arc").count() == ties + drawing.locator(".arc.dim").count()
    page.locator("h1").click()
    assert drawing.locator(".arc.dim").count() == 0
    page.close()


def test_forced_colours_keep_marks(browser: Browser, site: Path) -> None:
    page = opened(browser, site / "2022/matrix.html", forced_colors="active")
    colours = page.locator(".grid.wide").evaluate(
        "svg => ['.mark', '.in', '.cell'].map(part => getComputedStyle(svg.querySelector(part)).fill)"
    )
    assert colours[0] != colours[2]
    assert colours[0] != colours[1]
    page.close()
