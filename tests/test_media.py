"""Figures in every medium, in a real Chromium: phone, large text, paper, own colours, frame."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from page_types import opened, show

PAGES = (
    "2022/trends/duurzaam-digitaal.html",
    "2023/trends/digitale-veiligheid.html",
    "figures/ai-bedrijfstak.html",
    "figures/internet-nooit.html",
    "figures.html",
    "2023/radar.html",
    "index.html",
    "key_figures.html",
)
WIDTHS = (320, 360, 560, 640, 800, 1280)
DISPLAYED = """() => {
    const shown = [...document.querySelectorAll('.chart')].filter(chart => chart.checkVisibility());
    return shown.map(chart => {
        const unit = chart.getBoundingClientRect().width / chart.viewBox.baseVal.width;
        const size = text => parseFloat(getComputedStyle(text).fontSize) * unit;
        return Math.min(...[...chart.querySelectorAll('text')].map(size));
    });
}"""
LUMINANCE = """colour => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const part = value => (value /= 255) <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
}"""


def enlarge(page: Page, percent: int) -> None:
    """Text as large as a reader set it."""
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", f"{percent}%")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_on_a_phone(site: Path, shared_page: Page, path: str) -> None:
    """With text as large as usual, and twice as large."""
    page = shared_page
    show(page, site / path, 320)
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
    for percent in (100, 200):
        enlarge(page, percent)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, percent


def test_text_in_every_drawing_is_large_enough_as_displayed(site: Path, shared_page: Page) -> None:
    page = shared_page
    for figure in sorted((site / "figures").glob("*.html")):
        show(page, figure, WIDTHS[0])
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            sizes = page.evaluate(DISPLAYED)
            assert len(sizes) == 1, (figure.stem, width)
            assert sizes[0] >= 11.95, (figure.stem, width, sizes)
    show(page, site / PAGES[0], WIDTHS[0])
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert min(page.evaluate(DISPLAYED)) >= 11.95, width


@pytest.mark.parametrize(("width", "shown"), [(320, "narrow"), (1280, "wide")])
def test_one_drawing_of_each_figure_is_exposed_and_names_stay_unique(
    site: Path, browser: Browser, width: int, shown: str
) -> None:
    page = opened(browser, (site / PAGES[0]).as_uri(), width, java_script_enabled=True)
    charts = page.locator("figure.figure .chart")
    visible = page.locator("figure.figure .chart:visible")
    assert charts.count() == 2 * visible.count() == 2 * page.locator("figure.figure").count() > 0
    for chart in visible.all():
        assert shown in (chart.get_attribute("class") or "").split()
    assert page.locator("figure.figure").get_by_role("application").count() == visible.count()
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))
    page.context.close()


def test_large_text_enlarges_the_drawing(site: Path, browser: Browser) -> None:
    page = opened(browser, (site / PAGES[0]).as_uri(), 1280)
    enlarge(page, 200)
    assert min(page.evaluate(DISPLAYED)) >= 18
    page.context.close()


def test_paper_has_the_wide_drawing_the_words_and_twelve_rows(site: Path, browser: Browser) -> None:
    page = opened(browser, (site / PAGES[0]).as_uri(), 700, java_script_enabled=False)
    page.emulate_media(media="print")
    figures = page.locator("figure.figure").count()
    seen = (
        "(parts) => parts.filter(part => part.checkVisibility({contentVisibilityAuto: true, "
        "opacityProperty: true})).length"
    )
    assert page.locator(".chart.wide").evaluate_all(seen) == figures
    assert page.locator(".chart.narrow").evaluate_all(seen) == 0
    assert page.locator(".figure .words p").evaluate_all(seen) == figures
    assert page.locator(".figure .caption").evaluate_all(seen) == figures
    assert page.locator(".figure .share ul").evaluate_all(seen) == 0
    rows = [table.locator("tbody tr").evaluate_all(seen) for table in page.locator(".figure .data").all()]
    whole = [table.locator("tbody tr").count() for table in page.locator(".figure .data").all()]
    assert rows == [min(count, 12) for count in whole]
    assert max(whole) > 12 > min(whole)
    gas = page.locator("#figure-aardgasvrij-gemeente")
    assert gas.locator(".rest").inner_text() == "Dit zijn de 12 hoogste van 341 rijen."
    assert gas.locator(".where").inner_text().endswith("/figures/aardgasvrij-gemeente.html")
    page.context.close()


def test_the_readers_own_colours_show_every_mark_and_text(site: Path, browser: Browser) -> None:
    page = opened(browser, "about:blank", 1100, forced_colors="active")
    for path in (*sorted((site / "figures").glob("*.html")), site / "2023/radar.html"):
        page.goto(path.as_uri())
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            _every_mark_and_text_is_seen(page, f"{path.stem}, {scheme}")
    page.context.close()


def _every_mark_and_text_is_seen(page: Page, name: str) -> None:
    behind = "getComputedStyle(document.querySelector('.figure') || document.body).backgroundColor"
    parts = page.evaluate(f"""() => {{
        const light = {LUMINANCE};
        const paper = light({behind});
        const contrast = colour => {{
            const one = light(colour);
            return (Math.max(one, paper) + 0.05) / (Math.min(one, paper) + 0.05);
        }};
        const filled = part => part.closest('[fill]')?.getAttribute('fill');
        const papered = part => filled(part) === 'var(--chart-paper)' && !part.closest('[stroke]');
        const inks = style => [style.fill, style.stroke].filter(
            colour => !['none', 'rgba(0, 0, 0, 0)'].includes(colour));
        return [...document.querySelectorAll('.chart.wide *, .radar .wheel *')]
            .filter(part => !papered(part) && !part.closest('defs'))
            .map(part => {{
                const colours = inks(getComputedStyle(part)).map(contrast);
                const shows = part.checkVisibility() && colours.length > 0;
                return [part.tagName, Math.max(0, ...colours), shows];
            }});
    }}""")
    drawn = [
        (tag, best)
        for tag, best, shows in parts
        if shows and tag in {"path", "line", "rect", "circle", "text"}
    ]
    assert drawn, name
    # Text on a mark has the colour of paper; on paper it has that of text.
    assert all(best >= 4.5 or round(best, 1) == 1 for tag, best in drawn if tag == "text"), name
    # the faintest is a grid line
    assert all(best >= 1.8 for tag, best in drawn if tag != "text"), name


def test_pictures_are_named_where_they_are_shared(site: Path) -> None:
    for page in sorted((site / "figures").glob("*.html")):
        text = page.read_text("utf-8")
        assert re.search(
            (
                rf'property="og:image" '
                rf'content="https?://[^"]+/figures/{page.stem}\.card\.png"'
            ),
            text,
        )
        assert 'name="twitter:card" content="summary_large_image"' in text
        assert f'href="{page.stem}.png" download' in text
        with Image.open(page.with_suffix(".card.png")) as card:
            assert card.size == (1200, 630)
        with Image.open(page.with_suffix(".png")) as picture:
            assert picture.width >= 1280


def test_a_frame_holds_the_page_of_a_figure(site: Path, shared_page: Page) -> None:
    for page in sorted((site / "figures").glob("*.html")):
        height = int(re.search(r"height=&#34;(\d+)", page.read_text("utf-8"))[1])
        show(shared_page, page, 640, 100)
        needed = shared_page.evaluate("document.documentElement.scrollHeight")
        assert height - 120 <= needed <= height + 60, page.stem


@pytest.mark.parametrize("path", PAGES)
def test_a_strict_policy_blocks_nothing(address: str, browser: Browser, path: str) -> None:
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(f"{address}/{path}")
    page.evaluate("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))")
    assert told == []
    page.close()


def test_the_lasting_link_can_be_copied(address: str, browser: Browser) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/figures/internet-nooit.html")
    page.locator(".share summary").click()
    page.locator(".share li.copy button").click()
    assert (
        page.evaluate("navigator.clipboard.readText()")
        == f"{address}/figures/internet-nooit.html#figure-internet-nooit"
    )
    page.locator(".share p.copy button").nth(1).click()
    assert page.evaluate("navigator.clipboard.readText()").startswith('<iframe src="')
    context.close()
