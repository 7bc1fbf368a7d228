"""What a browser gets of each sort of page of the report in this repository, in bytes as a server sends them:
the table in docs/budgets.md.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser

from asking import asked_for
from serving_strictly import served

TREND = "2022/trends/digitalisering-en-sociaal-contract.html"
BUDGETS = {
    "index.html": 76_000,
    "2022/index.html": 80_000,
    TREND: 90_000,
    "2022/trends/duurzaam-digitaal.html": 134_000,
    "2022/interviews/linda-voortman.html": 72_000,
    "2023/radar.html": 80_000,
    "trends.html": 77_000,
    "glossary.html": 75_000,
    "sources.html": 82_000,
    "figures/internet-nooit.html": 68_000,
    "search.html": 78_000,
    "search.html?q=privacy": 129_000,
    "404.html": 66_000,
}
"""The most bytes of a page with all that it loads, each file compressed alone: docs/budgets.md."""
STYLES, SCRIPTS, FONTS = 16_200, 14_200, 45_500


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    """Where that site is served."""
    with served(real_site) as found:
        yield found


def sent(site: Path, url: str) -> int:
    """The bytes of a file on their way."""
    file = site / unquote(urlsplit(url).path).lstrip("/")
    return (
        len(file.read_bytes())
        if file.suffix in {".woff2", ".png", ".jpg", ".webp"}
        else len(gzip.compress(file.read_bytes(), 6))
    )


@pytest.mark.parametrize("path", BUDGETS)
def test_a_page_stays_within_its_budget(real_site: Path, address: str, browser: Browser, path: str) -> None:
    asked = asked_for(browser, f"{address}/{path}")
    bytes_of = {urlsplit(url).path: sent(real_site, url) for url in asked}
    assert sum(bytes_of.values()) < BUDGETS[path], bytes_of
    for end, most in {".css": STYLES, ".woff2": FONTS}.items():
        assert 0 < sum(size for name, size in bytes_of.items() if name.endswith(end)) < most, bytes_of
    if not path.startswith("search"):
        assert sum(size for name, size in bytes_of.items() if name.endswith(".js")) < SCRIPTS, bytes_of


def test_a_trend_with_two_charts_is_under_a_hundred_kilobytes() -> None:
    assert BUDGETS[TREND] < 100_000


def test_the_trend_has_two_charts(real_site: Path) -> None:
    assert (real_site / TREND).read_text("utf-8").count('class="drawing scroll"') == 2
