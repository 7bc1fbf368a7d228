"""What a browser gets of each sort of page, and that nothing moves while it comes in."""

from __future__ import annotations

import re
import time
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from asking import asked_for
from page_types import PAGES
from serving_strictly import served

TREND = "2022/trends/digitalisering-en-sociaal-contract.html"
SHOWN = (
    "index.html",
    TREND,
    "2022/interviews/lotte-voorbeeld.html",
    "2023/radar.html",
    "trends.html",
    "search.html",
    "search.html?q=privacy",
)
TOGETHER = 6
"""So many pages are opened at the same time, as most of what they do is waiting."""
STILL, GOOD = 0.02, 0.1
"""Less than this moves on nearly all pages of which fonts come after their first paint, and on each, in the
unit of the Layout Instability API.
"""
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
"""Bytes and milliseconds of the slow network that Lighthouse reckons with."""
MOVED = """
    self.moved = [];
    const name = (source) => source.node?.className ?? source.node?.nodeName;
    const keep = (shift) => self.moved.push([shift.value, shift.sources.map(name)]);
    new PerformanceObserver((list) => list.getEntries().forEach(keep))
        .observe({ type: "layout-shift", buffered: true });
"""


def test_a_page_has_two_style_sheets_before_it_shows(site: Path) -> None:
    for page in site.rglob("*.html"):
        sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)">', page.read_text("utf-8"))
        assert len({Path(sheet).name for sheet in sheets}) <= 2, page


def test_no_page_loads_a_part_that_it_does_not_use(site: Path, address: str, browser: Browser) -> None:
    """A page without figures has nothing of those, and only a search loads an index."""
    for path, without in {
        "2022/interviews/lotte-voorbeeld.html": r"charts|marks|facets|filters|/search/",
        "index.html": r"charts|entry|/search/",
        "search.html": "index|postings",
    }.items():
        asked = asked_for(browser, f"{address}/{path}")
        assert [url for url in asked if re.search(rf"/assets/.*({without})", url)] == []


@pytest.mark.parametrize("width", [360, 412, 1280])
def test_nothing_moves_while_a_page_comes_in(address: str, browser: Browser, width: int) -> None:
    """On a slow network, where fonts and scripts come late, the layout of each sort of page shifts by less
    than a fiftieth, whatever headers its host sends.
    """
    moved = _in_turns(browser, address, width, SLOW)
    assert {path: shifts for path, shifts in moved.items() if _total(shifts) >= STILL} == {}


class Late(SimpleHTTPRequestHandler):
    """A host where scripts come later than pages, and fonts last."""

    def do_GET(self) -> None:
        time.sleep({".js": 0.3, ".woff2": 0.8}.get(Path(self.path).suffix, 0))
        super().do_GET()

    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.parametrize("width", [360, 1280])
def test_little_moves_where_fonts_come_long_after_all_else(site: Path, browser: Browser, width: int) -> None:
    """On each sort of page, when its fonts take the place of those of the device, and scripts show their
    forms.

    A text of which a line is as long as the column can break anew, so that one page in ten may move more;
    none moves much.
    """
    with served(site, Late) as address:
        moved = _in_turns(browser, address, width)
    most = {path: _total(shifts) for path, shifts in moved.items()}
    restless = {path: moved[path] for path, much in most.items() if much >= STILL}
    assert len(restless) <= len(moved) // 10, restless
    assert max(most.values()) < GOOD, restless


def _total(shifts: list[list[Any]]) -> float:
    return sum(amount for amount, _ in shifts)


def _in_turns(
    browser: Browser, address: str, width: int, network: dict[str, Any] | None = None
) -> dict[str, list[list[Any]]]:
    """What moves on each sort of page while it comes in over a network."""
    paths = sorted({*PAGES.values(), *SHOWN})
    readers = [_reader(browser, width, network) for _ in range(TOGETHER)]
    moved = {}
    for first in range(0, len(paths), TOGETHER):
        moved |= _moved(readers, address, paths[first : first + TOGETHER])
    for page in readers:
        page.context.close()
    return moved


def _reader(browser: Browser, width: int, network: dict[str, Any] | None) -> Page:
    """A page that keeps nothing, so that it never finds a font which another page asked for."""
    page = browser.new_page(viewport={"width": width, "height": 823})
    page.add_init_script(MOVED)
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.setCacheDisabled", {"cacheDisabled": True})
    if network:
        tools.send("Network.emulateNetworkConditions", network)
    return page


def _moved(readers: list[Page], address: str, paths: list[str]) -> dict[str, list[list[Any]]]:
    """What moves on some pages, which are opened at the same time."""
    opened = dict(zip(paths, readers, strict=False))
    for path, page in opened.items():
        page.goto(f"{address}/{path}", wait_until="commit", timeout=120_000)
    found = {}
    for path, page in opened.items():
        page.wait_for_load_state("networkidle", timeout=120_000)  # a busy machine takes its time
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(200)
        found[path] = page.evaluate("self.moved")
    return found


def test_letters_that_few_pages_have_are_in_files_of_their_own(site: Path) -> None:
    style = (site / "assets/report.css").read_text("utf-8")
    faces = re.findall(
        (
            r'@font-face\{font-family:"?Report '
            r'(?:Sans|Serif)"?;src:url\((fonts/[^)]+)\)[^}]*\}'
        ),
        style,
    )
    assert sorted(faces) == sorted(f"fonts/{file.name}" for file in (site / "assets/fonts").glob("*.woff2"))
    assert style.count("font-display:swap") == len(faces) == 8
    assert len(re.findall(r"url\([^}]*unicode-range", style)) == 4


def test_a_first_visit_on_a_slow_network_shows_the_fonts_of_the_site(address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 823})
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", SLOW)
    # a busy machine takes its time
    page.goto(f"{address}/{TREND}", wait_until="networkidle", timeout=120_000)
    for tool in ("DOM.enable", "CSS.enable"):
        network.send(tool)
    root = network.send("DOM.getDocument")["root"]["nodeId"]
    for element, family in {
        "h1": "Source Serif Pro Semibold",
        ".lead": "Source Serif Pro",
        ".text p": "Source Sans Pro",
    }.items():
        node = network.send("DOM.querySelector", {"nodeId": root, "selector": element})["nodeId"]
        shown = network.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        assert family in {font["familyName"] for font in shown}, (element, shown)
    context.close()


def test_what_stands_in_for_a_font_is_as_wide(address: str, browser: Browser) -> None:
    """A paragraph takes as many lines, and each is as high, whether the site's own font is there or not
    (Liberation is on this system).
    """
    context = browser.new_context(viewport={"width": 1280, "height": 823})
    page = context.new_page()
    heights = []
    for blocked in (False, True):
        if blocked:
            page.route("**/*.woff2", lambda route: route.abort())
        page.goto(f"{address}/2022/interviews/lotte-voorbeeld.html", wait_until="networkidle")
        page.evaluate("document.fonts.ready")
        heights.append(page.locator(".text").evaluate("one => one.getBoundingClientRect().height"))
    context.close()
    assert heights[0] == pytest.approx(heights[1], rel=0.03)
