"""The reader's own list: nothing stored before a choice, kept over pages, ordered, shared and printed; in a
real browser under a strict policy.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from conftest import REPOSITORY, fields_of, refuses_early_font, title_of

ALGORITHMS, SECURITY, TALK = (
    "2023/trends/algoritmen",
    "2023/trends/digitale-veiligheid",
    "2023/interviews/bram-verzonnen",
)
TITLES = {name: title_of(name) for name in (ALGORITHMS, SECURITY, TALK)}
PRINTING = (
    "window.print = () => { document.documentElement.dataset.printed = "
    "document.querySelector('[data-reading]').className; };"
)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who was never here before, in whose browser no page may tell of a mistake."""
    wrong: list[str] = []
    made = browser.new_context(viewport={"width": 1280, "height": 900})

    def keep(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not refuses_early_font(message):
            wrong.append(message.text)

    made.on("console", keep)
    made.on("weberror", lambda error: wrong.append(str(error.error)))
    made.add_init_script(PRINTING)
    yield made
    made.close()
    assert wrong == []


def saved(context: BrowserContext, address: str, *names: str) -> Page:
    """A page of the list, after saving these entries from their own pages."""
    page = context.new_page()
    for name in names:
        page.goto(f"{address}/{name}.html")
        page.locator(".save").get_by_role("button").click()
    page.goto(f"{address}/reading_list.html")
    return page


def listed(page: Page) -> list[str]:
    return page.locator(".kept h2").all_inner_texts()


def stored(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("({ ...localStorage })")
    return found


def test_nothing_is_stored_before_a_choice(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    for path in (
        "index.html",
        f"{ALGORITHMS}.html",
        "trends.html?stance=act",
        f"reading_list.html#{ALGORITHMS}",
        "reading_list.html",
    ):
        page.goto(f"{address}/{path}")
        assert stored(page) == {}
    assert page.locator(".status").inner_text() == (
        "Uw leeslijst is leeg. Kies bij een trend of interview ‘Bewaar in leeslijst’."
    )
    assert page.locator(".reading button:visible").count() == 0
    assert context.cookies() == []


def test_saving_and_removing_on_a_page(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/{ALGORITHMS}.html")
    button = page.locator(".save").get_by_role("button")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_text("Haal uit leeslijst")
    expect(button).to_have_accessible_name(f"Haal uit leeslijst: {TITLES[ALGORITHMS]}")
    expect(page.get_by_role("status").last).to_have_text(f"Bewaard in uw leeslijst: {TITLES[ALGORITHMS]}")
    assert page.locator("a.reading-list").inner_text().split() == ["Leeslijst", "(1)"]
    assert list(stored(page).values()) == [ALGORITHMS]
    page.reload()
    expect(button).to_have_text("Haal uit leeslijst")
    page.keyboard.press("Tab")
    button.click()
    expect(button).to_have_text("Bewaar in leeslijst")
    assert stored(page) == {}


@pytest.mark.parametrize(
    "path", ["2023/index.html", "2022/index.html", "trends.html", "interviews.html", "instruments/index.html"]
)
def test_every_card_has_a_button(context: BrowserContext, address: str, path: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/{path}")
    cards = page.locator("main .card[data-save]")
    assert cards.count() > 2
    for card in cards.all():
        button = card.get_by_role("button")
        expect(button).to_have_accessible_name(
            f"Bewaar in leeslijst: {card.get_by_role('heading').inner_text()}"
        )
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
    cards.first.get_by_role("button").click()
    assert list(stored(page).values()) == [cards.first.get_attribute("data-save")]
    page.goto(f"{address}/{cards.first.get_attribute('data-save')}.html")
    expect(page.locator(".save button")).to_have_text("Haal uit leeslijst")
    page.go_back()
    expect(cards.first.get_by_role("button")).to_have_class("bookmark-button on")


def test_the_list_is_kept_ordered_and_cleared(context: BrowserContext, address: str) -> None:
    page = saved(context, address, ALGORITHMS, SECURITY, TALK)
    assert listed(page) == [TITLES[ALGORITHMS], TITLES[SECURITY], TITLES[TALK]]
    assert page.locator(".status").inner_text() == "3 stukken in uw leeslijst."
    assert fields_of(SECURITY)["summary"] in page.locator(".kept").inner_text()
    down = page.get_by_role("button", name=f"Omlaag: {TITLES[ALGORITHMS]}")
    down.click()
    assert listed(page) == [TITLES[SECURITY], TITLES[ALGORITHMS], TITLES[TALK]]
    expect(down).to_be_focused()
    expect(page.get_by_role("status").last).to_have_text(f"{TITLES[ALGORITHMS]} staat nu op plaats 2.")
    page.get_by_role("button", name=f"Omhoog: {TITLES[TALK]}").press("Enter")
    page.reload()
    assert listed(page) == [TITLES[SECURITY], TITLES[TALK], TITLES[ALGORITHMS]]
    page.get_by_role("button", name=f"Haal weg: {TITLES[TALK]}").click()
    assert listed(page) == [TITLES[SECURITY], TITLES[ALGORITHMS]]
    expect(page.get_by_role("button", name=f"Haal weg: {TITLES[ALGORITHMS]}")).to_be_focused()
    page.get_by_role("button", name="Zet terug").click()
    assert listed(page) == [TITLES[SECURITY], TITLES[TALK], TITLES[ALGORITHMS]]
    page.get_by_role("button", name="Wis de leeslijst").click()
    assert listed(page) == []
    assert stored(page) == {}
    expect(page.get_by_role("button", name="Zet terug")).to_be_focused()
    page.get_by_role("button", name="Zet terug").click()
    assert len(listed(page)) == 3


def test_a_translation_is_saved_as_itself(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/2022/trends/digitalisering-en-sociaal-contract.en.html")
    button = page.locator(".save").get_by_role("button")
    expect(button).to_have_text("Save to reading list")
    button.click()
    expect(button).to_have_text("Remove from reading list")
    page.goto(f"{address}/reading_list.html")
    assert page.locator(".kept h2").get_attribute("lang") == "en"
    assert (
        page.locator(".kept h2 a").get_attribute("href")
        == "2022/trends/digitalisering-en-sociaal-contract.en.html"
    )


def test_a_list_in_two_tabs(context: BrowserContext, address: str) -> None:
    page = saved(context, address, ALGORITHMS)
    other = context.new_page()
    other.goto(f"{address}/{SECURITY}.html")
    other.locator(".save button").click()
    expect(page.locator(".kept h2")).to_have_text([TITLES[ALGORITHMS], TITLES[SECURITY]])


def test_sharing_changes_nothing_until_asked(context: BrowserContext, browser: Browser, address: str) -> None:
    page = saved(context, address, TALK, ALGORITHMS)
    page.get_by_text("Deel deze lijst").click()
    link = page.locator(".share a").get_attribute("href")
    assert link == f"{address}/reading_list.html#{TALK},{ALGORITHMS}"
    friend = browser.new_page()
    friend.goto(link)
    assert listed(friend) == [TITLES[TALK], TITLES[ALGORITHMS]]
    assert friend.locator(".status").inner_text() == (
        "U bekijkt een lijst die iemand met u deelt. Aantal stukken: 2. Er is niets bewaard."
    )
    assert stored(friend) == {}
    assert friend.locator(".moves button:visible").count() == 0
    friend.get_by_role("button", name="Bewaar deze lijst").click()
    assert "#" not in friend.evaluate("location.href")
    assert list(stored(friend).values()) == [f"{TALK},{ALGORITHMS}"]
    friend.go_back()
    assert friend.locator(".status").inner_text().startswith("U bekijkt een lijst")
    friend.get_by_role("link", name="Naar mijn eigen leeslijst").click()
    expect(friend.locator(".status")).to_have_text("2 stukken in uw leeslijst.")
    friend.close()


HOSTILE = ("", "..", "__proto__", "constructor", "javascript:alert(1)", "<b>", "%E0%A4%A", "2023/trends/weg")
ASKED = st.lists(
    st.one_of(
        st.sampled_from([*TITLES, *HOSTILE]), st.text(st.characters(exclude_categories=["Cs"]), max_size=10)
    ),
    max_size=6,
)


@settings(max_examples=40)
@given(asked=ASKED, plain=st.booleans())
def test_any_shared_address_can_be_read(standing: Page, asked: list[str], plain: bool) -> None:
    text = ",".join(asked)
    standing.evaluate(
        "hash => { history.replaceState(null, '', '#' + hash); dispatchEvent(new Event('hashchange')); }",
        text.replace("%", "").replace("#", "") if plain else quote(text),
    )
    names = dict.fromkeys(",".join(asked).split(","))
    known = [TITLES[name] for name in names if name in TITLES]
    assert listed(standing) == known
    if known:
        way = standing.locator(".share a").get_attribute("href") or ""
        standing.evaluate(
            "way => { history.replaceState(null, '', way); dispatchEvent(new Event('hashchange')); }", way
        )
        assert listed(standing) == known
    assert stored(standing) == {}


@pytest.fixture(scope="module")
def standing(browser: Browser, address: str) -> Iterator[Page]:
    """A page that stays, and that may not tell of a mistake."""
    wrong: list[object] = []
    shown = browser.new_page()
    shown.on("pageerror", lambda error: wrong.append(error))
    shown.goto(f"{address}/reading_list.html")
    yield shown
    shown.close()
    assert wrong == []


@pytest.mark.parametrize(
    "text", ["2023/trends/weg", ",,,", f"{ALGORITHMS},{ALGORITHMS},x", '{"a":1}', "null"]
)
def test_what_someone_else_stored_does_no_harm(context: BrowserContext, address: str, text: str) -> None:
    page = saved(context, address, ALGORITHMS)
    page.evaluate("text => localStorage.setItem(Object.keys(localStorage)[0], text)", text)
    page.reload()
    assert set(listed(page)) <= {TITLES[ALGORITHMS]}
    page.goto(f"{address}/{SECURITY}.html")
    page.locator(".save button").click()
    page.goto(f"{address}/reading_list.html")
    assert TITLES[SECURITY] in listed(page)


def test_a_browser_that_stores_nothing_says_so(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', "
        "'SecurityError'); } });"
    )
    page.goto(f"{address}/{ALGORITHMS}.html")
    page.locator(".save button").click()
    expect(page.get_by_role("status").last).to_have_text(
        "Uw browser staat niet toe dat de site iets bewaart."
    )
    expect(page.locator(".save button")).to_have_text("Bewaar in leeslijst")


def test_printing_summaries_and_actions(context: BrowserContext, address: str) -> None:
    page = saved(context, address, ALGORITHMS, TALK)
    page.get_by_role("button", name="Print samenvattingen en acties").click()
    expect(page.locator("html")).to_have_attribute("data-printed", "reading")
    page.emulate_media(media="print")
    text = page.locator("body").inner_text()
    assert fields_of(ALGORITHMS)["actions"]["cio"][0] in text
    assert "Haal weg" not in text
    assert "Zo werkt de leeslijst" not in text


def test_printing_the_whole_texts(context: BrowserContext, address: str) -> None:
    page = saved(context, address, ALGORITHMS, TALK)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Print de hele teksten").click()
    expect(page.locator("html")).to_have_attribute("data-printed", "reading whole")
    assert {url for url in asked if url.endswith(".html")} == {
        f"{address}/{ALGORITHMS}.html",
        f"{address}/{TALK}.html",
    }
    assert all(url.startswith(address) for url in asked)
    page.emulate_media(media="print")
    assert page.locator(".texts h1").all_inner_texts() == [TITLES[ALGORITHMS], TITLES[TALK]]
    assert page.locator(".texts .entry:visible").count() == 2
    assert page.locator(".texts svg.chart:visible").count() >= 3
    assert (
        page.locator(".texts :is(script, style, link, iframe, form, button, input, nav, template)").count()
        == 0
    )
    links = page.locator(".texts a[href]").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    assert [link for link in links if not link.startswith(("#", "http:", "https:", "mailto:"))] == []
    names = page.evaluate("[...document.querySelectorAll('[id]')].map(part => part.id)")
    assert len(names) == len(set(names))
    page.emulate_media(media="screen")
    assert not page.locator(".texts").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".texts > *").count() == 0


def test_from_a_folder_the_whole_texts_cannot_be_fetched_and_that_is_told(
    context: BrowserContext, site: Path
) -> None:
    page = saved(context, site.as_uri(), ALGORITHMS)
    assert listed(page) == [TITLES[ALGORITHMS]]
    page.get_by_role("button", name="Print de hele teksten").click()
    expect(page.locator("html")).to_have_attribute("data-printed", "reading")
    assert page.locator(".status").inner_text().startswith("De hele teksten konden niet worden opgehaald.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone(browser: Browser, address: str, scheme: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800}, color_scheme=scheme)
    page.goto(f"{address}/reading_list.html#{ALGORITHMS},{TALK}")
    page.get_by_text("Deel deze lijst").click()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.get_by_role("button", name="Bewaar deze lijst").click()
    small = page.locator("main :is(button, summary, .buttons a):visible").evaluate_all(
        "parts => parts.filter(part => part.getBoundingClientRect().height < 24).map(part => "
        "part.textContent)"
    )
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.close()


def test_without_script_the_page_says_what_it_would_do(browser: Browser, site: Path) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto((site / "reading_list.html").as_uri())
    assert page.get_by_text("De leeslijst werkt met JavaScript").is_visible()
    assert page.get_by_text("Uw lijst staat alleen in deze browser").is_visible()
    assert page.locator("main button:visible, .kept:visible").count() == 0
    page.goto((site / f"{ALGORITHMS}.html").as_uri())
    assert page.get_by_text("Bewaar in leeslijst").count() == 0
    page.close()


def test_the_scripts_stay_small() -> None:
    scripts = REPOSITORY / "generator/trendrapport/pages/browser/scripts"

    def sent(name: str) -> int:
        script = re.sub(rb"(?m)^ *//.*\n", b"", (scripts / name).read_bytes())
        return len(gzip.compress(script))

    assert sent("on_demand/filters.js") < 2000
    assert sent("reading_list.js") < 2700


def test_a_list_follows_an_entry_that_was_renamed(context: BrowserContext, address: str) -> None:
    context.add_init_script(
        f"self.reportRenamed = {{'2021/trends/oud': '{ALGORITHMS}', 'weg': '{SECURITY}'}};"
    )
    page = saved(context, address, TALK)
    page.evaluate(
        "(names) => localStorage.setItem(Object.keys(localStorage)[0], names)",
        f"2021/trends/oud,{TALK},{ALGORITHMS},constructor",
    )
    page.goto(f"{address}/{ALGORITHMS}.html")
    expect(page.locator(".save button")).to_have_text("Haal uit leeslijst")
    page.goto(f"{address}/reading_list.html")
    assert listed(page) == [TITLES[ALGORITHMS], TITLES[TALK]]
    page.goto(f"{address}/reading_list.html#weg")
    page.reload()
    assert listed(page) == [TITLES[SECURITY]]
