"""Photographs of drawings in a real page by a real Chromium, in each state in which readers see them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from PIL import Image
from playwright.sync_api import Browser

STATES: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "print": {"viewport": {"width": 794, "height": 1123}, "color_scheme": "light"},
    "forced": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark", "forced_colors": "active"},
    "narrow": {"viewport": {"width": 320, "height": 640}, "color_scheme": "light"},
}
"""How a page is shown: printed on A4, and forced colours on a dark background, as most who use them have."""

HEIGHT = """new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() =>
    resolve(document.documentElement.scrollHeight))))"""
"""The height of a page of which what is near the screen has been drawn."""

FIGURES = """figures => figures.map(figure => {
    const box = figure.querySelector('.scroll').getBoundingClientRect();
    const shown = text => text.getClientRects().length && text.textContent;
    const texts = [...figure.querySelectorAll('svg.chart text')].filter(shown);
    const size = text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
    return {id: figure.id, box: [box.x + scrollX, box.y + scrollY, box.right + scrollX, box.bottom + scrollY],
            text: Math.min(...texts.map(size).filter(one => one > 0))};
})"""


class Photo(NamedTuple):
    """What a reader sees of a drawing."""

    image: Image.Image
    text: float
    """The size of its smallest text on the screen, in CSS pixels."""


Photos = dict[str, dict[str, Photo]]
"""By the name of the chart and by state."""


def photographed(browser: Browser, address: str) -> Photos:
    """Every figure of a page in every state."""
    found: Photos = {}
    for state in STATES:
        for name, photo in _page(browser, address, state):
            found.setdefault(name, {})[state] = photo
    return found


def _page(browser: Browser, address: str, state: str) -> Iterator[tuple[str, Photo]]:
    context = browser.new_context(**STATES[state], reduced_motion="reduce")
    page = context.new_page()
    page.emulate_media(media="print" if state == "print" else "screen")
    page.goto(address)
    page.evaluate("document.fonts.ready")
    # A drawing far from the screen is not drawn: the screen is made as high as the page, which may then grow.
    size = STATES[state]["viewport"]
    for _ in range(5):
        size = {**size, "height": max(size["height"], page.evaluate(HEIGHT))}
        page.set_viewport_size(size)
    whole = Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB")
    for figure in page.locator("figure.figure").evaluate_all(FIGURES):
        yield (
            figure["id"].removeprefix("figure-"),
            Photo(whole.crop(tuple(map(round, figure["box"]))), figure["text"]),
        )
    context.close()
