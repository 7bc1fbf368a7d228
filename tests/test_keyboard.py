"""Without a mouse: everything is reached in reading order, shows that it has the focus, and lets go of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from page_types import PAGES, opened, show
from trendrapport.model.contrast import contrast

TREND = "2023/trends/digitale-veiligheid.html"

STOPS = """() => [...document.querySelectorAll(
        'a[href], button, input, select, summary, [tabindex="0"]')].filter(one =>
    !one.disabled && one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }))
    .map((one, place) => { one.dataset.stop = place; return one.outerHTML.slice(0, 90); })"""
HERE = """() => { const one = document.activeElement;
    if (!one || one === document.body) return null;
    const style = getComputedStyle(one), box = one.getBoundingClientRect(), svg = one.closest('svg');
    let back = one.parentElement;
    while (back && getComputedStyle(back).backgroundColor === 'rgba(0, 0, 0, 0)') back = back.parentElement;
    // a drawing shows it by a ring around a mark
    const ring = svg && one.querySelector('.hit'), drawn = ring && getComputedStyle(ring);
    const outline = drawn
        ? [drawn.stroke === 'none' ? 'none' : 'solid', parseFloat(drawn.strokeWidth), drawn.stroke]
        : [style.outlineStyle, parseFloat(style.outlineWidth), style.outlineColor];
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return { stop: one.dataset.stop ?? null,
             html: one.outerHTML.slice(0, 90),
             scrolls: one.scrollWidth > one.clientWidth,
             outline,
             back: getComputedStyle(back ?? document.body).backgroundColor,
             seen: Boolean(svg) || inside }; }"""


def shade(colour: str) -> str:
    return "#{:02x}{:02x}{:02x}".format(
        *(int(float(one)) for one in colour[colour.index("(") + 1 : -1].split(",")[:3])
    )


@pytest.mark.parametrize(
    ("path", "width", "scheme"),
    [
        ("index.html", 1280, "light"),
        (TREND, 1280, "dark"),
        (TREND, 320, "light"),
        ("trends.html", 1280, "light"),
        ("trends.html", 320, "dark"),
        ("search.html", 1280, "dark"),
        ("2023/radar.html", 1280, "light"),
        ("2023/radar.html", 320, "dark"),
        ("municipality.html", 320, "light"),
    ],
)
def test_everything_is_reached_in_order_and_seen(
    site: Path, browser: Browser, path: str, width: int, scheme: str
) -> None:
    page = opened(browser, site / path, width, color_scheme=scheme)
    stops = page.evaluate(STOPS)
    reached, weak = [], []
    for _ in range(len(stops) + 40):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None:
            break
        if here["stop"] is None:
            assert here["scrolls"], here  # a browser makes a stop of what scrolls by itself
            continue
        reached.append(int(here["stop"]))
        style, wide, colour = here["outline"]
        if (
            style == "none"
            or wide < 2
            or not here["seen"]
            or contrast(shade(colour), shade(here["back"])) < 3
        ):
            weak.append(here)
    else:
        pytest.fail("the focus does not come out of the page")
    page.context.close()
    assert [stops[one] for one in range(len(stops)) if one not in reached] == []
    assert reached == sorted(reached)
    assert weak == []


@pytest.mark.parametrize("name", PAGES)
def test_the_first_stop_skips_to_the_content(site: Path, shared_page: Page, name: str) -> None:
    page = shared_page
    show(page, site / PAGES[name])
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    if name == "figure":  # has nothing before its content
        assert skip.count() == 0
    else:
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport(ratio=1)
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main, footer') !== null")


def test_escape_gives_the_focus_back(site: Path, browser: Browser) -> None:
    page = opened(browser, site / TREND, 320)
    for opener, inside in ((".menu summary", ".menu a"), (".find", "dialog [name=q]"), (".term", ".gloss a")):
        way = page.locator(opener).first
        way.focus()
        page.keyboard.press("Enter")
        expect(page.locator(inside).first).to_be_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        expect(page.locator(inside).first).to_be_hidden()
        expect(way).to_be_focused()
    page.context.close()


# --- room, size, movement and colours of the reader's own ---

SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; "
    "} p { margin-bottom: 2em !important; }"
)
CUT = """() => [...document.querySelectorAll('body *')].filter(one => {
    const style = getComputedStyle(one);
    const cuts = [style.overflowX, style.overflowY].some(how => ['hidden', 'clip'].includes(how));
    const may = one.closest('svg, .unseen, .scroll, pre, [aria-hidden=true]');
    const more = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
    return cuts && style.clipPath === 'none' && one.checkVisibility() && !may && more;
}).map(one => one.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def lenient_page(browser: Browser) -> Iterator[Page]:
    """A page that takes styles which its policy refuses."""
    page = browser.new_page(bypass_csp=True)
    yield page
    page.close()


@pytest.mark.parametrize("name", PAGES)
def test_text_with_more_room_loses_nothing(site: Path, lenient_page: Page, name: str) -> None:
    """WCAG 2.2, 1.4.12, on a wide screen and on one of 320 pixels, which is also 1280 at 400 % (1.4.10)."""
    page = lenient_page
    show(page, site / PAGES[name])
    page.add_style_tag(content=SPACED)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(CUT) == []


@pytest.mark.parametrize("path", ["index.html", TREND, "trends.html", "2023/radar.html", PAGES["trend"]])
def test_who_wants_no_movement_gets_none(site: Path, browser: Browser, path: str) -> None:
    page = opened(browser, site / path, reduced_motion="reduce")
    moving = page.evaluate("""() => [...document.querySelectorAll('*')].filter(one => {
        const style = getComputedStyle(one);
        const changes = parseFloat(style.transitionDuration) > 0 && style.transitionProperty !== 'none';
        return style.animationName !== 'none' || changes;
    }).map(one => one.outerHTML.slice(0, 90))""")
    assert moving == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    page.context.close()


def test_colours_of_the_readers_own_show_focus_and_what_is_chosen(site: Path, browser: Browser) -> None:
    page = opened(browser, site / TREND, forced_colors="active")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    style = """one => {
        const { outlineStyle, outlineColor, borderColor, backgroundColor, color } = getComputedStyle(one);
        return [outlineStyle, outlineColor, borderColor, backgroundColor, color];
    }"""
    assert page.evaluate(f"({style})(document.activeElement)")[0] == "solid"
    sizes = page.locator(".sizes button")
    assert sizes.nth(0).evaluate(style) != sizes.nth(1).evaluate(style)  # the one that is pressed
    save = page.locator(".bookmark-button").first
    before = save.evaluate(style)
    save.click()
    assert before[2] not in ("rgba(0, 0, 0, 0)", before[3])
    page.context.close()
