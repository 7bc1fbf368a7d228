"""One page of each sort of the report in this repository, by name: what looks, landmarks and widths are tried
on.

Lists change with each entry that is added, so that their pictures are then taken anew
(`tests/test_snapshots.py`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from serving_strictly import served

PAGES = {
    "home": "index.html",
    "edition": "2022/index.html",
    "trend": "2022/trends/duurzaam-digitaal.html",
    "trend-update": "2022/trends/algoritmen.html",
    "interview": "2022/interviews/lotte-voorbeeld.html",
    "column": "2020/columns/dirk-denkbeeld.html",
    "foreword": "2020/foreword.html",
    "instruments": "instruments/index.html",
    "instrument": "instruments/kaartenbak.html",
    "key-figures": "key_figures.html",
    "key-figures-of-edition": "2023/key_figures.html",
    "milestones": "milestones.html",
    "glossary": "glossary.html",
    "sources": "sources.html",
    "figures": "figures.html",
    "figure": "figures/internet-nooit.html",
    "editions": "editions.html",
    "overviews": "overviews.html",
    "radar": "2023/radar.html",
    "matrix": "2023/matrix.html",
    "values": "2023/values.html",
    "network": "2023/network.html",
    "changes": "2023/since-2022.html",
    "changes-index": "changes.html",
    "municipality": "municipality.html",
    "plain": "pages/about.html",
    "translations": "en.html",
    "missing": "404.html",
    "trends": "trends.html",
    "interviews": "interviews.html",
    "roles": "roles.html",
    "role": "roles/college.html",
    "reading-list": "reading_list.html",
    "search": "search.html",
    "translated-trend": "2022/trends/digitalisering-en-sociaal-contract.en.html",
}


def opened(
    browser: Browser, address: str | Path, width: int = 1280, height: int = 800, **reader: Any
) -> Page:
    """A page at an address, or a file of a site, as a reader sees it who was never here before."""
    page = browser.new_page(viewport={"width": width, "height": height}, **reader)
    if isinstance(address, Path):
        visit(page, address)
    else:
        page.goto(address)
    return page


def show(page: Page, file: Path, width: int = 1280, height: int = 800) -> None:
    """Opens a file of a site in a window of a size."""
    page.set_viewport_size({"width": width, "height": height})
    visit(page, file)


def visit(page: Page, file: Path) -> None:
    """Opens a page of a site as a file; 404.html from a server, as what it loads starts from the root."""
    if file.name != "404.html":
        page.goto(file.as_uri())
        return
    with served(file.parent) as address:
        page.goto(f"{address}/{file.name}", wait_until="networkidle")
