"""A real Chromium, driven by Playwright."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, Route, sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""What it is called on a machine. The one without windows comes first: opening a page in it takes half of
the processor's time.
"""

ARGUMENTS = ["--no-sandbox", "--font-render-hinting=none"]
"""Without hints, letters are as wide in the one without windows as in the others."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium, or without one the one that Playwright installed."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


def held(page: Page, pattern: str) -> list[Route]:
    """What a page asks for at such addresses, which waits until a test lets it go on."""
    waiting: list[Route] = []
    # A method of C has no name that Playwright can keep.
    page.route(pattern, lambda route: waiting.append(route))
    return waiting
