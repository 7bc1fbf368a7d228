"""Every type of page in a real Chromium with axe-core: light, dark, wide, narrow, and as readers use it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from axe import findings, opened_with_axe, show_with_axe
from page_types import PAGES
from trendrapport.model.contrast import contrast

TREND = "2023/trends/digitale-veiligheid.html"


@pytest.mark.parametrize("name", PAGES)
def test_page(site: Path, page_with_axe: Page, name: str) -> None:
    page = page_with_axe
    show_with_axe(page, (site / PAGES[name]).as_uri(), 1280, "light")
    found = [f"light 1280 {one}" for one in findings(page)]
    page.emulate_media(color_scheme="dark")
    found += [f"dark 1280 {one}" for one in findings(page, contrast=True)]
    page.set_viewport_size({"width": 320, "height": 800})
    found += [f"dark 320 {one}" for one in findings(page)]
    page.emulate_media(color_scheme="light")
    found += [f"light 320 {one}" for one in findings(page, contrast=True)]
    assert found == []


# --- states ---


def search(page: Page) -> None:
    page.locator(".find").click()
    page.get_by_role("dialog").get_by_role("searchbox").fill("privacy")
    page.locator("dialog .results a").first.wait_for()


def menu(page: Page) -> None:
    page.locator(".menu summary").click()


def switch(page: Page) -> None:
    page.locator(".switch summary").click()


def figure(page: Page) -> None:
    for summary in page.locator(".figure summary").all():
        summary.click()


def explored(page: Page) -> None:
    page.locator(".explore button").first.click()
    page.locator(".explorer svg").first.wait_for()


def municipality(page: Page) -> None:
    page.get_by_role("combobox").first.fill("utrecht")
    page.get_by_role("option", name="Utrecht", exact=True).click()
    page.locator(".own-mark").first.wait_for(state="attached")


def typed(page: Page) -> None:
    page.get_by_role("combobox").first.fill("bergen")
    page.get_by_role("option").first.wait_for()


def chosen(page: Page) -> None:
    if not page.locator(".filters input[type=checkbox]").first.is_visible():
        page.locator(".filters summary").click()
    page.locator(".filters input[type=checkbox]").first.check()


def term(page: Page) -> None:
    page.locator(".term").first.click()
    page.locator(".gloss:popover-open").wait_for()


def saved(page: Page) -> None:
    page.evaluate("location.hash = '2023/trends/algoritmen,2022/trends/duurzaam-digitaal'")
    expect(page.locator(".kept > li")).to_have_count(2)


def asked(page: Page) -> None:
    page.get_by_role("searchbox").fill("privacy")
    page.locator(".results a").first.wait_for()


STATES: list[tuple[str, Callable[[Page], None], tuple[int, ...]]] = [
    (TREND, search, (1280, 320)),
    (TREND, menu, (320,)),
    (TREND, switch, (1280,)),
    (TREND, figure, (1280, 320)),
    ("municipality.html", municipality, (1280, 320)),
    ("municipality.html", typed, (320,)),
    ("trends.html", chosen, (1280, 320)),
    (TREND, term, (1280, 320)),
    ("reading_list.html", saved, (1280, 320)),
    ("search.html", asked, (1280, 320)),
    ("figures/aardgasvrij-provincie.html", explored, (1280, 320)),
]


@pytest.mark.parametrize(
    ("path", "change", "width"),
    [(path, change, width) for path, change, widths in STATES for width in widths],
)
def test_state(site: Path, browser: Browser, path: str, change: Callable[[Page], None], width: int) -> None:
    page = opened_with_axe(browser, (site / path).as_uri(), width, "light")
    change(page)
    found = [f"light {one}" for one in findings(page, covered=True)]
    page.emulate_media(color_scheme="dark")
    found += [f"dark {one}" for one in findings(page, contrast=True, covered=True)]
    page.context.close()
    assert found == []


# --- what axe cannot see ---

TEXTS = """svg => { const own = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text')].flatMap(text => {
        const style = getComputedStyle(text), box = text.getBoundingClientRect();
        const seen = text.textContent.trim() && style.visibility === 'visible' && box.width;
        if (!seen || style.fillOpacity !== '1' || text.getScreenCTM().b) return [];
        const size = parseFloat(style.fontSize) * text.getScreenCTM().a;
        const lines = text.querySelectorAll('tspan').length ? [...text.querySelectorAll('tspan')] : [text];
        return lines.map(line => { const at = line.getBoundingClientRect();
            const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 600);
            const box = [at.left - own.left, at.top - own.top, at.right - own.left, at.bottom - own.top];
            return { said: line.textContent, fill: style.fill, large, box }; }); }); }"""


def shade(colour: tuple[int, ...]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour[:3])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("path", "width"),
    [
        ("2023/radar.html", 1280),
        ("2023/radar.html", 320),
        ("2023/matrix.html", 1280),
        ("2023/network.html", 1280),
        ("milestones.html", 1280),
        ("2023/since-2022.html", 1280),
        (TREND, 1280),
        (TREND, 320),
        ("2022/trends/duurzaam-digitaal.html", 1280),
    ],
)
def test_text_in_drawings_can_be_read(
    site: Path, page_with_axe: Page, path: str, width: int, scheme: str
) -> None:
    """The colour of a text against the one that is most seen where it stands."""
    page = page_with_axe
    show_with_axe(page, (site / path).as_uri(), width, scheme)
    weak, seen = [], 0
    for svg in page.locator(":is(.figure, .overview) svg:visible:has(text)").all():
        picture = Image.open(io.BytesIO(svg.screenshot())).convert("RGB")
        for text in svg.evaluate(TEXTS):
            left, top, right, bottom = (round(one) for one in text["box"])
            area = picture.crop(
                (max(left, 0), max(top, 0), min(right, picture.width), min(bottom, picture.height))
            )
            if not area.width or not area.height or not text["fill"].startswith("rgb("):
                continue
            ink = shade(tuple(int(one) for one in text["fill"][4:-1].split(",")))
            behind = shade(max(area.getcolors(area.width * area.height) or [], key=lambda one: one[0])[1])
            seen += 1
            if contrast(ink, behind) < (3 if text["large"] else 4.5):
                weak.append(f"{text['said']}: {ink} on {behind}, {contrast(ink, behind):.1f}")
    assert seen > 0
    assert weak == []
