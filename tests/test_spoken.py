"""What a screen reader gets of a page in the order of its markup: a trend as it was looked at, and one place
that tells what changed.

`UPDATE=1 pytest tests/test_spoken.py` writes the text of the trend anew; read it before you keep it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from page_types import PAGES, opened
from test_keyboard import TREND

STORED = Path(__file__).parent / "snapshots/trend.aria.yml"
SIZE = re.compile(r"[\d.,]+\s[kM]B")
"""How large a file is, which differs with the versions of what makes it."""


def test_a_trend_reads_as_it_was_looked_at(site: Path, browser: Browser) -> None:
    page = opened(browser, site / TREND)
    expect(page.locator(".figure [role=application]").first).to_be_attached()
    made = SIZE.sub("… kB", page.locator("body").aria_snapshot() + "\n")
    page.context.close()
    if os.environ.get("UPDATE"):
        STORED.write_text(made, "utf-8")
    assert made == STORED.read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_no_sign_is_read_aloud(site: Path, browser: Browser, name: str) -> None:
    """Arrows, bullets and strokes beside a word; quotation marks are part of a text."""
    page = opened(browser, site / PAGES[name])
    spoken = page.evaluate(r"""() => {
        const silent = (one, made) => made.includes('" / "') || one.closest('[aria-hidden=true]');
        const sign = (one, part) => {
            const made = getComputedStyle(one, part).content;
            const read = /[●▲▼→←↑↓+−·\/]/.test(made) && !silent(one, made);
            return read ? made + ' ' + one.outerHTML.slice(0, 90) : null;
        };
        return [...document.querySelectorAll('body *')]
            .flatMap(one => ['::before', '::after'].map(part => sign(one, part)))
            .filter(Boolean);
    }""")
    page.context.close()
    assert spoken == []


@pytest.mark.parametrize("path", [TREND, "figures/internet-nooit.html", "municipality.html"])
def test_one_place_tells_what_changed(site: Path, browser: Browser, path: str) -> None:
    page = opened(browser, site / path, permissions=["clipboard-read", "clipboard-write"])
    status = page.get_by_role("status")
    expect(status).to_have_count(1)
    expect(status).to_be_empty()
    page.locator(".figure .share summary").first.click()
    page.locator(".figure .copy button").first.click()
    expect(status).to_have_text("Gekopieerd")
    expect(status).to_be_empty()
    page.context.close()


def test_a_table_that_is_laid_out_anew_stays_a_table(site: Path, browser: Browser) -> None:
    page = opened(browser, site / "2023/values.html", 320)
    table = page.locator(".heatmap")
    rows = table.evaluate("table => table.rows.length")
    expect(table.get_by_role("row")).to_have_count(rows)
    assert table.locator("tr, th, td, thead, tbody, tfoot").evaluate_all(
        "all => all.every(one => one.hasAttribute('role'))"
    )
    page.context.close()
