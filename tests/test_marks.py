"""Tooltips and keyboard stops of every kind of chart in a real Chromium, under a strict policy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from charts.samples import FIELDS, TEXT, Kept, chart_of, table_of
from charts.test_kinds import CASES
from conftest import REPOSITORY
from serving_strictly import served
from trendrapport.charts.drawing.draw import ChartJob, draw
from trendrapport.charts.figure import figure
from trendrapport.charts.rendering.marks import way
from trendrapport.charts.theme import PALETTE

PARTS = REPOSITORY / "generator/trendrapport/pages/browser"
ARROWS = ("ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp")
LINKED = (
    '<figure class="figure" id="figure-links"><svg class="chart" role="group" aria-label="x" viewBox="0 0 9 '
    '9" '
    'width="90">'
    '<a href="#x" aria-label="een"><title>Een</title><circle r="4"/></a></svg></figure>'
)


def job(kind: str) -> ChartJob:
    case = dict(CASES[kind])
    table, code = case.pop("on", None) or table_of(TEXT, FIELDS), case.pop("code", None)
    return ChartJob(
        kind, f"charts/{kind}.yml", chart_of(kind, **case), table, "nl", code, code and f"charts/{kind}.py"
    )


def joined(part: str, pattern: str) -> bytes:
    return b"".join(file.read_bytes() for file in sorted((PARTS / part).rglob(pattern)))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page with a figure of each kind, as the site has them."""
    folder = tmp_path_factory.mktemp("kinds")
    drawings, found = draw([job(kind) for kind in CASES], Kept(), workers=0)
    assert not found
    figures = "".join(
        f'<figure class="figure" id="figure-{name}"><div class="scroll" role="region" tabindex="0" '
        f'aria-label="Grafiek">'
        f"{one.texts['svg']}</div>"
        f'<p class="keys" id="figure-{name}-keys" data-role="Grafiek" hidden>Loop langs de '
        f"waarden.</p></figure>"
        for name, one in drawings.items()
    )
    look = "".join(f"--{name}:{pair[0]};" for name, pair in PALETTE.items())
    (folder / "report.js").write_bytes(joined("scripts", "*.js"))
    styles = re.sub(rb"@font-face\{[^}]*\}", b"", joined("styles", "*.css"))
    (folder / "report.css").write_bytes(
        styles + f":root{{{look}--ink:#16202c;--paper:#fbfaf6;--card:#fff}}".encode()
    )
    (folder / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    (folder / "index.html").write_text(
        '<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" '
        'content="width=device-width"><title>Soorten</title>'
        '<link rel="icon" href="icon.svg"><link rel="stylesheet" href="report.css"><script src="report.js" '
        "defer></script>"
        f'<button id="before">voor</button>{figures}{LINKED}<button id="after">na</button>',
        "utf-8",
    )
    with served(folder) as at:
        yield at


@pytest.fixture
def page(address: str, browser: Browser) -> Iterator[Page]:
    messages: list[str] = []
    context = browser.new_context(viewport={"width": 900, "height": 700})
    page = context.new_page()
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.goto(address)
    yield page
    assert messages == []
    context.close()


def drawing(page: Page, kind: str) -> Locator:
    return page.locator(f"#figure-{kind} svg.chart")


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('aria-label')"))


def marks(page: Page, kind: str) -> list[str]:
    return list(
        dict.fromkeys(
            drawing(page, kind)
            .locator("[data-mark]")
            .evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
        )
    )


def test_a_drawing_is_one_tab_stop(page: Page) -> None:
    page.locator("#before").focus()
    seen = []
    for _ in range(len(CASES) + 5):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate("document.activeElement.closest('figure')?.id || document.activeElement.id")
        )
        if seen[-1] == "after":
            break
    assert seen == [*(f"figure-{kind}" for kind in CASES), "figure-links", "after"]


@pytest.mark.parametrize("kind", CASES)
def test_arrows_reach_every_mark(page: Page, kind: str) -> None:
    wanted = marks(page, kind)
    assert wanted
    drawing(page, kind).focus()
    page.keyboard.press("ArrowRight")
    reached, waiting = {focused(page)}, [focused(page)]
    while waiting:
        start = waiting.pop()
        for key in ARROWS:
            drawing(page, kind).locator("[data-mark]").evaluate_all(
                "(all, name) => all.find(one => one.getAttribute('aria-label') === name).focus()", start
            )
            page.keyboard.press(key)
            if (now := focused(page)) not in reached:
                reached.add(now)
                waiting.append(now)
            assert page.locator(".tip").inner_text().split() == now.split(), (
                "what is read aloud is what is shown"
            )
    assert reached == set(wanted)


def test_along_a_series_and_across(page: Page) -> None:
    drawing(page, "lines").focus()
    heard = []
    for key in ("Home", "End", "ArrowUp", "ArrowLeft", "ArrowDown", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
        heard.append(focused(page))
    assert heard == [
        "laag, 2020: 1.200",
        "laag, 2022*: 1.500",
        "hoog & <b>, 2022*: 2.750",
        "hoog & <b>, 2021: 2.500",
        "laag, 2021: 1.300",
        "laag, 2022*: 1.500",
        "laag, 2022*: 1.500",
    ]


def test_lying_marks_are_walked_downwards(page: Page) -> None:
    assert drawing(page, "dots").get_attribute("data-walk") == "down"
    drawing(page, "dots").focus()
    heard = []
    for key in ("Home", "ArrowDown", "ArrowRight"):
        page.keyboard.press(key)
        heard.append(focused(page))
    assert [name.partition(":")[0] for name in heard] == ["2020, laag", "2022, laag", "2022, hoog & <b>"]


def test_tab_and_escape_leave(page: Page) -> None:
    drawing(page, "bars").focus()
    page.keyboard.press("Home")
    page.keyboard.press("Escape")
    assert page.locator(".tip").count() == 0
    assert focused(page) == marks(page, "bars")[0], "dismissed without moving the focus"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.localName") == "svg"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.id") == "before"


def test_a_screen_reader_gets_names_and_roles(page: Page) -> None:
    svg = drawing(page, "lines")
    assert svg.get_attribute("role") == "application"
    assert svg.get_attribute("aria-label") == "Titel & <i>"
    described = str(svg.get_attribute("aria-describedby")).split()
    assert [page.locator(f"#{name}").text_content() for name in described] == [
        "Wat het laat zien.",
        "Loop langs de waarden.",
    ]
    assert svg.locator("[data-mark]").first.get_attribute("role") == "graphics-symbol img"
    assert page.locator("svg.chart title").count() == 1, "only that of the link"


def test_a_tooltip_can_be_hovered_and_dismissed(page: Page) -> None:
    drawing(page, "lines").locator("[data-mark]").first.hover()
    tip = page.locator(".tip")
    said = tip.inner_text()
    box = tip.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=6)
    page.wait_for_timeout(500)
    assert tip.inner_text() == said
    drawing(page, "lines").locator("[data-mark]").first.hover()
    page.keyboard.press("Escape")
    assert tip.count() == 0
    drawing(page, "lines").locator("[data-mark]").nth(1).hover()
    assert tip.inner_text() != said
    page.mouse.move(2, 2)
    tip.wait_for(state="detached")
    assert page.locator(".chart-ring").count() == 0


def test_markup_in_data_is_text(page: Page) -> None:
    drawing(page, "lines").locator("[data-mark][aria-label*='<b>']").first.hover()
    assert "<b>" in page.locator(".tip").inner_text()
    assert page.locator(".tip *").count() == 0


def test_links_are_left_alone(page: Page) -> None:
    svg = page.locator("#figure-links svg")
    assert svg.get_attribute("role") == "group"
    assert svg.locator("[data-mark]").count() == 0


def test_touch_near_a_mark_on_a_small_screen(address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address)
    for kind in ("lines", "dots", "timeline"):
        for mark in drawing(page, kind).locator("[data-mark]").all():
            mark.scroll_into_view_if_needed()
            box = mark.bounding_box()
            assert box
            page.touchscreen.tap(min(box["x"] + box["width"] / 2 + 9, 318), box["y"] + box["height"] / 2)
            tip = page.locator(".tip").bounding_box()
            assert tip
            assert tip["x"] >= 0
            assert tip["y"] >= 0
            assert tip["x"] + tip["width"] <= 320
            assert tip["y"] + tip["height"] <= 640
    page.locator("#before").tap()
    assert page.locator(".tip").count() == 0
    context.close()


def test_forced_colours(address: str, browser: Browser) -> None:
    context = browser.new_context(forced_colors="active", color_scheme="dark")
    page = context.new_page()
    page.goto(address)
    drawing(page, "bars").locator("[data-mark]").first.hover()
    style = page.locator(".tip").evaluate(
        "tip => { const s = getComputedStyle(tip); return [s.color, s.backgroundColor, s.borderTopColor]; }"
    )
    assert style[0] == style[2] != style[1]
    context.close()


def test_without_script_a_drawing_is_a_picture_with_a_name(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    for kind in CASES:
        assert drawing(page, kind).get_attribute("role") == "img"
        assert page.get_by_role("img", name="Titel & <i>").count()
        assert drawing(page, kind).locator("[tabindex]").count() == 0
    context.close()


def test_series_have_numbers_and_single_ones_none() -> None:
    drawings, _ = draw([job("stacked_bars"), job("bars")], Kept(), workers=0)
    svgs = {kind: drawing.texts["svg"] for kind, drawing in drawings.items()}
    assert set(re.findall(r'data-series="(.*?)"', svgs["stacked_bars"])) == {"1"}
    assert "data-series" not in svgs["bars"]
    marks = svgs["stacked_bars"].count("<title>")
    assert svgs["stacked_bars"].count('data-series="1"><title>') == marks // 2


def test_the_way_along_marks() -> None:
    ways = {kind: way(figure(job(kind).plan).vega_lite) for kind in CASES}
    assert {kind for kind, found in ways.items() if found == "down"} == {
        "ranked_bars",
        "dots",
        "diverging_bars",
        "pyramid",
    }
    assert {kind for kind, found in ways.items() if found == "grid"} == {"heat_map", "tile_map"}
    assert ways["stacked_bars"] == ""


def test_no_script_writes_markup() -> None:
    for file in [*sorted((PARTS / "scripts").rglob("*.js")), *sorted((PARTS / "explorer").glob("*.js"))]:
        text = Path(file).read_text("utf-8")
        assert not re.search(
            (
                r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new "
                r"Function|setAttribute\(.style"
            ),
            text,
        ), file.name
