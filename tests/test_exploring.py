"""Exploring a figure in a real Chromium, under a strict policy; its declaration, specification and files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from charts.samples import chart_of, table_of
from conftest import DUTCH
from serving_strictly import served
from trendrapport.charts.exploring.lines import over_time
from trendrapport.charts.figure import figure
from trendrapport.charts.formats import explored
from trendrapport.charts.plan import Plan
from trendrapport.charts.theme import PALETTE, Theme
from trendrapport.pages.browser.data_script import data_script
from trendrapport.pipeline import Options, build, check

LINES, TRUST = "figures/internet-nooit.html", "figures/vertrouwen-instituties.html"
SAMPLE = (
    "kind: {kind}\ndata: voorbeeld\ntitle: Proef\nsubtitle: Proef\ndescription: Verzonnen.\nsource: "
    "voorbeeldbron\n{more}\n"
)


@pytest.fixture
def opened(address: str, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page and, at the end, holds that the browser had nothing to complain of."""
    contexts, messages = [], []

    def open_page(path: str, **context: object) -> Page:
        contexts.append(browser.new_context(**context))
        page = contexts[-1].new_page()
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.goto(f"{address}/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [text for text in messages if "net::ERR_FAILED" not in text] == []


def explore(page: Page) -> None:
    page.get_by_role("button", name="Verken deze grafiek").click()
    page.locator(".explorer .count", has_text=re.compile(r"\d")).wait_for()


def names(page: Page, drawing: str) -> list[str]:
    return sorted(
        page.locator(f"{drawing} [data-mark]").evaluate_all(
            "all => all.map(one => one.getAttribute('aria-label'))"
        )
    )


def test_nothing_is_asked_for_before_the_click(address: str, browser: Browser) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{LINES}")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "explore" in url]
    before = len(asked)
    explore(page)
    more = sorted(url.removeprefix(address) for url in asked[before:] if "/fonts/" not in url)
    assert more == ["/assets/explore.js", "/figures/internet-nooit.explore.js"]
    page.close()


def test_it_draws_the_same_values_and_filters(opened: Callable[..., Page]) -> None:
    page = opened(LINES)
    still = names(page, "svg.chart.wide")
    explore(page)
    assert page.locator("svg.chart:visible").count() == 0
    assert names(page, ".explorer") == sorted(set(still))
    page.get_by_role("checkbox", name="55 tot 65 jaar").check()
    page.get_by_role("checkbox", name="totaal 12 jaar of ouder").uncheck()
    page.get_by_role("combobox", name="van").select_option("2020")
    page.get_by_role("combobox", name="tot en met").select_option("2022")
    page.locator(".count", has_text=": 9").wait_for()
    shown = names(page, ".explorer")
    assert {name.partition(",")[0] for name in shown} == {
        "75 jaar of ouder",
        "65 tot 75 jaar",
        "55 tot 65 jaar",
    }
    page.get_by_role("combobox", name="van").select_option("2024")
    ends = {page.get_by_role("combobox", name=name).input_value() for name in ("van", "tot en met")}
    assert len(ends) == 1, "the end is never before the start"
    page.get_by_role("button", name="Geen").click()
    page.locator(".count", has_text="Er is niets om te tonen").wait_for()
    page.get_by_role("button", name="Begin opnieuw").click()
    page.locator(".count", has_text=str(len(set(still)))).wait_for()
    assert page.locator(".explorer svg text", has_text=re.compile(r"^80\s?%$")).count() == 1


def test_a_chart_of_one_moment_shows_the_others(opened: Callable[..., Page]) -> None:
    page = opened(TRUST)
    still = names(page, "svg.chart.wide")
    explore(page)
    assert {
        f"{name.partition(', 2022')[0]}{name.partition(', 2022')[2]}"
        for name in names(page, ".explorer")
        if ", 2022" in name
    } == set(still)
    assert any(name.startswith("Politie, 2024: 79") for name in names(page, ".explorer"))


def test_it_works_by_keyboard_and_escape_gives_the_drawing_back(opened: Callable[..., Page]) -> None:
    page = opened(LINES)
    page.get_by_role("button", name="Verken deze grafiek").focus()
    page.keyboard.press("Enter")
    page.locator(".explorer .count", has_text=re.compile(r"\d")).wait_for()
    assert page.evaluate("document.activeElement.value") == "75 jaar of ouder"
    page.keyboard.press("Space")
    page.locator(".count", has_text=": 28").wait_for()
    page.locator(".explorer svg[role=application]").focus()
    page.keyboard.press("Home")
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowRight")
    assert (
        page.locator(".tip").inner_text()
        == page.evaluate("document.activeElement.getAttribute('aria-label')")
        != first
    )
    for _ in range(3):  # the tooltip, the mark, the explorer
        page.keyboard.press("Escape")
    assert page.locator(".explorer").count() == 0
    assert page.locator("svg.chart:visible").count() == 1
    assert page.get_by_role("status").filter(has_text="U ziet weer de tekening.").count() == 1
    assert page.evaluate("document.activeElement.textContent") == "Verken deze grafiek"
    explore(page)
    page.get_by_role("button", name="Terug naar de tekening").click()
    assert page.locator("svg.chart:visible").count() == 1


@pytest.mark.parametrize("lost", ["**/explore.js", "**/*.explore.js"])
def test_what_cannot_be_loaded_gives_the_drawing_back(opened: Callable[..., Page], lost: str) -> None:
    page = opened(LINES)
    page.route(lost, lambda route: route.abort())
    page.get_by_role("button", name="Verken deze grafiek").click()
    page.get_by_text("Verkennen lukt nu niet. U ziet weer de tekening.").wait_for()
    assert page.locator("svg.chart:visible").count() == 1
    assert page.locator(".explorer").count() == 0
    page.unroute(lost)
    explore(page)


def test_what_cannot_be_drawn_gives_the_drawing_back(opened: Callable[..., Page]) -> None:
    page = opened(LINES)
    broken = {"usermeta": {"series": [], "moments": []}, "config": {"axis": {}, "text": {}}, "layer": 3}
    script = data_script("reportExplored", {"internet-nooit": broken}).decode()
    page.route("**/*.explore.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    page.get_by_role("button", name="Verken deze grafiek").click()
    page.get_by_text("Verkennen lukt nu niet. U ziet weer de tekening.").wait_for()
    assert page.locator("svg.chart:visible").count() == 1


@pytest.mark.parametrize("larger", [1, 2])
def test_on_a_small_screen_and_with_large_text(opened: Callable[..., Page], larger: int) -> None:
    page = opened(TRUST, viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", f"{16 * larger}px")
    explore(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    sizes = page.locator(".explorer svg text").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 14 * larger
    targets = page.locator(".explorer :is(button, select, label)").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert min(targets) >= 24


@pytest.mark.parametrize("scheme", [0, 1])
def test_its_colours_are_those_of_the_scheme(opened: Callable[..., Page], scheme: int) -> None:
    page = opened(LINES, color_scheme=("light", "dark")[scheme])
    explore(page)
    colour = PALETTE["chart-1"][scheme]
    wanted = "rgb({}, {}, {})".format(*(int(colour[index : index + 2], 16) for index in (1, 3, 5)))
    assert (
        page.locator(".explorer [aria-label^='75 jaar of ouder, 2025: ']").evaluate(
            "mark => getComputedStyle(mark).fill"
        )
        == wanted
    )


def test_every_figure_keeps_to_the_policy(opened: Callable[..., Page], site: Path) -> None:
    page = opened("index.html")
    for path in [
        *sorted(file.relative_to(site).as_posix() for file in (site / "figures").glob("*.html")),
        "figures.html",
        "2023/index.html",
        "2022/trends/duurzaam-digitaal.html",
    ]:
        page.goto(f"{page.url.split('/', 3)[0]}//{page.url.split('/', 3)[2]}/{path}")
        for mark in page.locator("svg.chart:visible [data-mark]").all()[:2]:
            mark.hover(force=True)  # a number can stand on it
            assert page.locator(".tip").inner_text()


def test_from_a_folder_a_figure_can_be_explored_too(site: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((site / LINES).as_uri())
    explore(page)
    assert page.locator(".explorer [data-mark]").count() > 10
    page.close()


def written(sample: Path, kind: str, more: str) -> Path:
    (sample / "charts/voorbeeld.yml").write_text(SAMPLE.format(kind=kind, more=more), "utf-8")
    return sample


def test_a_cloud_of_dots_can_be_zoomed(sample: Path, browser: Browser) -> None:
    written(sample, "scatter", "fields: {x: aantal, y: aantal, label: jaar}\nexplore: [zoom]")
    assert build(sample, Options()).built
    with served(sample / "site") as at:
        page = browser.new_page()
        messages: list[str] = []
        page.on("console", lambda message: messages.append(message.text))
        page.goto(f"{at}/figures/voorbeeld.html")
        explore(page)
        count = page.locator(".count")
        whole = count.inner_text()
        for _ in range(4):
            page.get_by_role("button", name="Inzoomen").click()
        page.wait_for_function("text => document.querySelector('.count').textContent !== text", arg=whole)
        page.get_by_role("button", name="Naar links").click()
        page.get_by_role("button", name="Begin opnieuw").click()
        page.wait_for_function("text => document.querySelector('.count').textContent === text", arg=whole)
        assert messages == []
        page.close()


def test_what_is_marked_has_a_letter_and_its_words_as_text(sample: Path, browser: Browser) -> None:
    marks = [
        {"at": "2025-06", "label": "<b>vet</b>"},
        {"from": 2024, "to": 2025, "label": "lang"},
        {"value": 6, "label": "grens"},
        {"point": 2026, "label": "let op"},
    ]
    written(
        sample,
        "lines",
        f"fields: {{x: jaar, value: aantal}}\nexplore: [period]\nannotations: {json.dumps(marks)}",
    )
    assert build(sample, Options()).built
    page = browser.new_page()
    page.goto((sample / "site/figures/voorbeeld.html").as_uri())
    explore(page)
    said = page.locator(".explorer .marked li").all_inner_texts()
    assert said == ["A 2024 tot en met 2025: lang", "B jun 2025: <b>vet</b>", "C 6: grens", "D 2026: let op"]
    letters = ".explorer svg text"
    assert {"A", "B", "C", "D"} <= set(page.locator(letters).all_text_contents())
    page.get_by_label("van").select_option(label="2026")
    page.wait_for_function("() => document.querySelector('.count').textContent.endsWith(' 1')")
    assert {"C", "D"} <= set(shown := page.locator(letters).all_text_contents())
    assert not {"A", "B"} & set(shown)
    page.close()


@pytest.mark.parametrize(
    ("at", "place"), [("2024-02-10", 1707523200000), ("2024-02", 1706745600000), (2024, 1704067200000)]
)
def test_a_moment_is_counted_as_the_table_counts(at: object, place: int) -> None:
    text = "dag,wat,aantal\n2024-01-01,a,1\n2024-03-31,a,2\n"
    made = json.loads(
        explored.write(
            figure(plan_of("lines", text, explore=["period"], annotations=[{"at": at, "label": "x"}]))
        )
    )
    assert [
        layer["data"]["values"][0]["x"] for layer in made["layer"] if layer["mark"]["type"] == "rule"
    ] == [place]


def test_a_site_without_such_figures_carries_no_bundle(sample: Path) -> None:
    assert build(sample, Options()).built
    assert not (sample / "site/assets/explore.js").exists()
    assert not list((sample / "site").rglob("*.explore.js"))
    assert "data-spec" not in (sample / "site/figures/voorbeeld.html").read_text("utf-8")


def test_the_same_report_gives_the_same_bundle(site: Path) -> None:
    from trendrapport.site import explorer

    raw = (site / "assets/explore.js").read_text("utf-8")
    assert raw.encode() == explorer.script()
    assert '"decimal": ","' in raw
    assert '"maart"' in raw


@pytest.mark.parametrize(
    ("kind", "more", "place"),
    [
        ("bars", "fields: {category: jaar, value: aantal}\nexplore: [series]", "8:11"),
        ("lines", "fields: {x: jaar, value: aantal}\nexplore: [period, zoom]", "8:19"),
        ("ranked_bars", "fields: {category: jaar, value: aantal}\nexplore: [period]", "8:1"),
    ],
)
def test_what_cannot_be_explored_is_told(sample: Path, kind: str, more: str, place: str) -> None:
    found = check(written(sample, kind, more)).diagnostics
    assert [f"{finding.location} {finding.code}" for finding in found] == [
        f"charts/voorbeeld.yml:{place} explore-misfit"
    ]


def plan_of(kind: str, text: str, **more: object) -> Plan:
    table = table_of(text, [("dag", "date"), ("wat", "string"), ("aantal", "number")])
    return Plan(
        "proef",
        chart_of(kind, fields={"x": "dag", "series": "wat", "value": "aantal"}, **more),
        table,
        Theme("nl"),
    )


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.tuples(st.dates(), st.sampled_from("abc"), st.none() | st.integers(-9999, 9999)),
        min_size=1,
        max_size=20,
        unique_by=lambda row: row[:2],
    )
)
def test_every_known_value_can_be_explored(rows: list[tuple]) -> None:
    text = "dag,wat,aantal\n" + "".join(
        f"{day},{what},{'' if value is None else value}\n" for day, what, value in rows
    )
    known = [row for row in rows if row[2] is not None]
    if not known:
        return
    made = json.loads(explored.write(figure(plan_of("lines", text, explore=["series", "period"]))))
    dots = next(layer for layer in made["layer"] if layer["mark"]["type"] == "point")["data"]["values"]
    assert sorted((dot["series"], dot["value"]) for dot in dots) == sorted(
        (what, float(value)) for _, what, value in known
    )
    assert [one["at"] for one in made["usermeta"]["moments"]] == sorted({dot["x"] for dot in dots})


def test_a_specification_has_colours_of_the_page_and_no_address() -> None:
    raw = explored.write(
        figure(plan_of("lines", "dag,wat,aantal\n2024-01-31,<b>,1\n2024-02-29,<b>,2\n", explore=["period"]))
    ).decode()
    assert "var(--chart-1)" in raw
    assert "#fa" not in raw
    assert "//" not in raw
    assert json.loads(raw)["usermeta"]["series"] == []


def test_a_filter_on_the_series_leaves_the_others_to_choose() -> None:
    text = "dag,wat,aantal\n2024-01-31,a,1\n2024-02-29,b,2\n"
    made = json.loads(explored.write(figure(plan_of("lines", text, filter={"wat": "b"}, explore=["series"]))))
    assert [(one["name"], one["on"]) for one in made["usermeta"]["series"]] == [("a", False), ("b", True)]
    assert (
        over_time(
            chart_of("bars", fields={"category": "wat", "value": "aantal"}), plan_of("lines", text).table
        )
        is None
    )


def test_charts_can_be_explored_where_they_say_so(site: Path) -> None:
    offered = [
        file.stem
        for file in sorted((DUTCH / "charts").glob("*.yml"))
        if "\nexplore:" in file.read_text("utf-8")
    ]
    assert len(offered) >= 3
    assert [
        file.name.removesuffix(".explore.js") for file in sorted((site / "figures").glob("*.explore.js"))
    ] == offered
