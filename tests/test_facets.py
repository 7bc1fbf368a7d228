"""Lists that readers narrow: the choices, counts that follow other choices, the state in the address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

import invented
from conftest import title_of
from page_types import opened
from trendrapport.pages.makers import every_page
from trendrapport.pages.makers.trends_index import ListedTrend
from trendrapport.pages.parts.facets import Facet, Listed, Option, item_terms, named, narrowing, terms
from trendrapport.pipeline import Options, build

LISTS = (
    "trends",
    "interviews",
    "instruments/index",
    "key_figures",
    "milestones",
    "glossary",
    "sources",
    "figures",
)


@pytest.fixture(scope="module")
def items(dutch: invented.View) -> list[ListedTrend]:
    """The trends as the list has them, in its order."""
    page = next(page for page in every_page(dutch) if page.path == "trends.html")
    return [item for group in page.content().context["groups"] for item in group.entries]


# --- what there is to choose ---


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)))
def test_a_name_for_each_text_and_none_for_two(texts: list[str]) -> None:
    names = named(texts)
    assert set(names) == set(texts)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names.values())
    for one, other in pairwise(sorted(names, key=str.casefold)):
        assert (names[one] == names[other]) == (one.casefold() == other.casefold())
    assert set(terms(names)) == set(names.values())


def test_texts_that_would_be_called_the_same_stay_apart() -> None:
    assert named(["C++", "C#", "ai", "AI", "数据"]) == {
        "AI": "ai",
        "ai": "ai",
        "C#": "c",
        "C++": "c-2",
        "数据": "x",
    }


def test_a_facet_of_one_term_is_no_choice(dutch: invented.View) -> None:
    here = [Listed(terms={"kind": ["a"]}), Listed(terms={"kind": ["a"]})]
    assert narrowing(dutch, "trends", here, {"kind": {"a": "A", "b": "B"}}) is None
    assert narrowing(dutch, "trends", here[:1], {}, search=True) is None
    form = narrowing(
        dutch,
        "trends",
        [*here, Listed(terms=item_terms(kind=["b", "b", None]))],
        {"kind": {"a": "A", "b": "B", "c": "C"}},
        beside=True,
    )
    assert form
    assert form.facets == [Facet("kind", "Soort", [Option("a", "A", 2), Option("b", "B", 1)], boxes=True)]


def test_text_of_editors_is_no_markup(sample: Path) -> None:
    invented.edition(
        sample, "2027", {"een": {"tags": ["<b>vet</b>", '" onfocus="x']}, "twee": {"tags": ["gewoon"]}}
    )
    assert build(sample, Options()).built
    page = (sample / "site/trends.html").read_text("utf-8")
    assert "<b>vet" not in page
    assert '" onfocus="' not in page
    assert page.count('value="b-vet-b"') == 1


def test_a_report_with_one_trend_has_a_list_without_a_form(sample: Path) -> None:
    assert build(sample, Options()).built
    page = (sample / "site/trends.html").read_text("utf-8")
    assert "<form" not in page
    assert 'href="2026/trends/voorbeeldtrend.html"' in page


# --- in the browser ---


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    shown = opened(browser, site / "trends.html", height=1000)
    yield shown
    shown.context.close()


CARDS = ".list li.card:visible"


def asked_for(page: Page) -> str:
    """What the address asks, as the page itself has it."""
    found: str = page.evaluate("location.search")
    return found


def titles(page: Page) -> list[str]:
    return page.locator(f"{CARDS} h3").all_inner_texts()


def count(page: Page, name: str, value: str) -> int:
    found = page.locator(f"label:has(input[name={name}][value='{value}']) .count")
    text = (
        found.inner_text()
        if found.count()
        else page.locator(f"select[name={name}] option[value='{value}']").inner_text()
    )
    return int(re.search(r"\((\d+)\)$", text)[1])


def fits(item: ListedTrend, chosen: dict[str, list[str]]) -> bool:
    return all(set(values) & set(item.terms[name]) for name, values in chosen.items() if values)


def agrees(page: Page, items: list[ListedTrend], chosen: dict[str, list[str]]) -> None:
    """What is shown and counted is what follows from the entries."""
    assert page.locator(f"{CARDS}").count() == sum(fits(item, chosen) for item in items)
    for name in ("category", "horizon", "stance", "edition", "status", "tag"):
        others = {facet: values for facet, values in chosen.items() if facet != name}
        for value in {term for item in items for term in item.terms[name]}:
            assert count(page, name, value) == sum(
                fits(item, others) and value in item.terms[name] for item in items
            ), (name, value)


def test_counts_follow_the_other_choices(page: Page, items: list[ListedTrend]) -> None:
    agrees(page, items, {})
    page.get_by_role("checkbox", name="Technologisch").check()
    page.get_by_role("checkbox", name="Handelen").check()
    agrees(page, items, {"category": ["technologisch"], "stance": ["act"]})
    page.get_by_role("checkbox", name="Maatschappelijk").check()
    agrees(page, items, {"category": ["technologisch", "maatschappelijk"], "stance": ["act"]})
    page.select_option("select[name=tag]", "privacy")
    assert titles(page) == [title_of("2022/trends/drukte-meten")]
    assert page.locator(".filters output").inner_text() == "1 van de 15 trends"
    assert page.locator(".filters output").get_attribute("aria-live") == "polite"
    assert page.locator(".list h2:visible").all_inner_texts() == ["Editie 2022"]


def test_what_was_new(page: Page) -> None:
    page.get_by_role("checkbox", name="Nieuw", exact=False).first.check()
    page.get_by_role("checkbox", name="2023").check()
    new = ("desinformatie-en-deepfakes", "digitale-ruimte", "digitale-toegankelijkheid")
    assert titles(page) == [title_of(f"2023/trends/{slug}") for slug in new]
    assert asked_for(page) == "?edition=2023&status=new"


def test_each_choice_is_a_step_back(page: Page) -> None:
    page.get_by_role("checkbox", name="Volgen").check()
    page.get_by_role("checkbox", name="Verkennen").check()
    assert asked_for(page) == "?stance=explore&stance=watch"
    assert len(titles(page)) == 5
    page.go_back()
    assert len(titles(page)) == 1
    assert not page.get_by_role("checkbox", name="Verkennen").is_checked()
    page.go_forward()
    assert len(titles(page)) == 5
    page.reload()
    assert len(titles(page)) == 5
    page.get_by_role("button", name="Toon alles").click()
    assert asked_for(page) == ""
    assert len(titles(page)) == 15


def test_by_keyboard(page: Page) -> None:
    page.locator(".filters summary").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert asked_for(page) == "?category=maatschappelijk"
    assert page.evaluate("document.activeElement.value") == "maatschappelijk"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    small = page.locator(".filters :is(label, select, button, summary)").evaluate_all(
        "parts => parts.filter(part => part.getBoundingClientRect().height < 24).map(part => "
        "part.textContent)"
    )
    assert small == []


def test_sorting(page: Page, items: list[ListedTrend]) -> None:
    before = titles(page)
    page.select_option("select[name=sort]", "title")
    assert titles(page) == sorted(before, key=str.casefold)
    assert page.locator(".list h2:visible").all_inner_texts() == ["Alle edities samen"]
    page.select_option("select[name=sort]", "impact")
    impacts = page.locator(CARDS).evaluate_all("cards => cards.map(card => Number(card.dataset.impact))")
    assert impacts == sorted((item.order["impact"] for item in items), reverse=True)
    assert asked_for(page) == "?sort=impact"
    page.go_back()
    page.go_back()
    assert titles(page) == before
    assert page.locator(".list h2:visible").all_inner_texts() == ["Editie 2023", "Editie 2022", "Editie 2020"]


def test_nothing_left(page: Page, site: Path) -> None:
    page.goto((site / "trends.html").as_uri() + "?stance=watch&horizon=nu")
    assert titles(page) == []
    assert page.locator(".filters output").inner_text() == "Niets bij deze keuze. Kies minder of toon alles."
    assert page.locator(".list h2:visible").count() == 0


CHOICES = {
    "category": ("maatschappelijk", "technologisch"),
    "stance": ("act", "watch"),
    "edition": ("2022", "2020"),
    "tag": ("privacy", "ethiek"),
}
ASKED = st.lists(
    st.one_of(
        st.sampled_from(
            [(name, value) for name, values in CHOICES.items() for value in values]
            + [("sort", "title"), ("sort", "impact")]
        ),
        st.tuples(
            st.sampled_from(["category", "stance", "tag", "sort", "gemeente", "constructor", "__proto__"]),
            st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
        ),
    ),
    max_size=5,
)


def understood(asked: list[tuple[str, str]], items: list[dict[str, Any]]) -> dict[str, list[str]]:
    """What the list makes of an address: values that an entry has, and of tags only the first asked for."""
    known = {}
    for name in CHOICES:
        values = [value for one, value in asked if one == name]
        there = set().union(*(item["terms"][name] for item in items))
        known[name] = [value for value in values[: 1 if name == "tag" else None] if value in there]
    return known


@settings(max_examples=40)
@given(asked=ASKED, broken=st.sampled_from(["", "&%", "&=&&", "&%E0%A4%A", "&tag"]))
def test_any_address_can_be_read(
    standing: Page, items: list[ListedTrend], asked: list[tuple[str, str]], broken: str
) -> None:
    standing.evaluate(
        (
            "query => { history.replaceState(null, '', '?' + query); dispatchEvent(new "
            "PopStateEvent('popstate')); }"
        ),
        urlencode(asked, quote_via=quote) + broken,
    )
    known = {
        name: [
            value for one, value in asked if one == name and any(value in item.terms[name] for item in items)
        ]
        for name in CHOICES
    }
    known["tag"] = (
        known["tag"][:1]
        if known["tag"] and [value for one, value in asked if one == "tag"][0] == known["tag"][0]
        else []
    )
    assert standing.locator(CARDS).count() == sum(fits(item, known) for item in items)
    # What is written after one more choice is what was understood, and the rest of the address stays.
    standing.locator("input[name=horizon]").first.evaluate("box => box.click()")
    written = parse_qsl(asked_for(standing)[1:])
    assert [one for one in written if one[0] in CHOICES] == [
        (name, value)
        for name in ("category", "stance", "edition", "tag")
        for value in order(known[name], name)
    ]
    standing.locator("input[name=horizon]").first.evaluate("box => box.click()")


def order(values: list[str], name: str) -> list[str]:
    ranks = {
        "category": ["maatschappelijk", "technologisch", "organisatorisch"],
        "stance": ["act", "prepare", "explore", "watch"],
        "edition": ["2023", "2022", "2020"],
    }
    return sorted(set(values), key=ranks[name].index) if name in ranks else values


@pytest.fixture(scope="module")
def standing(browser: Browser, site: Path) -> Iterator[Page]:
    """A page that stays, and that may not tell of a mistake."""
    wrong: list[object] = []
    shown = browser.new_page(viewport={"width": 1280, "height": 1000})
    shown.on("pageerror", lambda error: wrong.append(error))
    shown.goto((site / "trends.html").as_uri())
    yield shown
    shown.close()
    assert wrong == []


@pytest.mark.parametrize("name", LISTS)
def test_every_list_can_be_narrowed(browser: Browser, site: Path, name: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    page.goto((site / f"{name}.html").as_uri())
    shown, whole = "[data-item]:visible", page.locator("[data-item]").count()
    assert page.locator(shown).count() == whole > 1
    assert re.match(rf"{whole} van de {whole} \w+", page.locator(".filters output").inner_text())
    for field in page.locator(".filters select:not([name=sort])").all():
        option = field.locator("option").nth(1)
        wanted = int(re.search(r"\((\d+)\)$", option.inner_text())[1])
        field.select_option(index=1)
        assert page.locator(shown).count() == wanted > 0
        assert (
            page.locator("section:has([data-item]):visible:not(:has([data-item]:not([hidden])))").count() == 0
        )
        field.select_option(index=0)
    if page.get_by_role("searchbox").count():
        page.get_by_role("searchbox").fill(page.locator(shown).last.inner_text().split()[-1])
        assert 0 < page.locator(shown).count() <= whole
        page.get_by_role("searchbox").fill("zoietsstaaternergens")
        assert page.locator(shown).count() == 0
        assert asked_for(page) == "?q=zoietsstaaternergens"
        page.get_by_role("button", name="Toon alles").click()
    assert page.locator(shown).count() == whole
    page.close()


@pytest.mark.parametrize("name", [*LISTS, "roles", "reading_list", "editions"])
def test_a_list_without_script_is_whole_and_found_from_the_overviews(
    browser: Browser, site: Path, name: str
) -> None:
    page = browser.new_page(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page.goto((site / "overviews.html").as_uri())
    ways = page.locator(".entrances a").evaluate_all("links => links.map(link => link.href)")
    assert f"{site.as_uri()}/{name}.html" in ways
    page.goto((site / f"{name}.html").as_uri())
    assert page.locator(".filters:visible, main button:visible").count() == 0
    assert page.locator("[data-item]:visible").count() == page.locator("[data-item]").count()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.close()


@pytest.mark.parametrize("name", LISTS)
def test_a_list_on_a_phone(browser: Browser, site: Path, name: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto((site / f"{name}.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.locator(".filters output").is_visible()
    if name == "trends":
        assert not page.get_by_role("checkbox").first.is_visible()
        page.get_by_text("Kies wat u ziet").click()
        assert page.get_by_role("checkbox").first.is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.close()


def test_the_form_moves_nothing(browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    page.route("**/assets/*.js", lambda route: route.abort())
    page.goto((site / "trends.html").as_uri())
    before = page.locator(".list").bounding_box()
    assert page.locator("[type=checkbox]:visible").count() == 0
    page.unroute("**/assets/*.js")
    page.reload()
    assert page.locator(".list").bounding_box() == before
    page.close()
