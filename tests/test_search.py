"""Search in a real Chromium: every word finds its page; keyboard, phone, folder, no script, English."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, Route, expect

import invented
from chromium import held
from conftest import refuses_early_font, title_of
from serving_strictly import served
from trendrapport.language.labels import Labels
from trendrapport.pages import browser as browser_room
from trendrapport.pages.search.passages import passages
from trendrapport.pages.search.words import stemmer, wholes, words
from trendrapport.pipeline import Options, build
from trendrapport.starters import new_report

TREND = "2023/trends/algoritmen.html"
TITLE = title_of("2023/trends/algoritmen")
FOUND = re.compile(r"^\d+ resultaten voor ‘privacy’\.$")

FIND = """async (query) => {
  const found = await reportSearch.find(query);
  return found.documents.map(({ number }) => found.list.documents[number]);
}"""

OWN = """async (path) => {
  const request = new XMLHttpRequest();
  request.open("GET", path);
  request.responseType = "document";
  await new Promise((done) => { request.onload = done; request.send(); });
  const main = request.responseXML.querySelector("main");
  const others = ["nav", "button", ".eyebrow", ".citations", "figure.figure", ".key-figures", "section.wide",
    "section.sources", ".brief", ".button", "dt .note", "a[href^='#figure-']"];
  main.querySelectorAll(others.join()).forEach((part) => part.remove());
  const own = ["h1", ".head .lead", ".text > :is(p, h2, h3, ul, ol, blockquote)", ".text > .scroll > table",
    ".letter :is(dt, dd)"];
  return [...main.querySelectorAll(own.join())].map((part) => part.textContent).join("\\n");
}"""

FINDS = """async (words) => {
  const found = {};
  for (const word of words) {
    const { documents } = await reportSearch.find(word);
    found[word] = documents.map(({ number }) => number);
  }
  return found;
}"""


def ready(page: Page, address: str) -> None:
    """The page for searching, with its script loaded."""
    page.goto(address)
    expect(page.locator(".search-page form")).to_be_visible()


def titles(page: Page, query: str) -> list[str]:
    return [one[4] for one in page.evaluate(FIND, query)]


# --- words ---


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("nl", "trend", "trends"),
        ("nl", "gemeente", "gemeenten"),
        ("nl", "veilig", "veiligheid"),
        ("nl", "raad", "raden"),
        ("nl", "digitaal", "digitale"),
        ("en", "policy", "policies"),
        ("en", "connect", "connected"),
    ],
)
def test_forms_of_a_word_have_one_stem(language: Any, one: str, other: str) -> None:
    assert stemmer(language)(one) == stemmer(language)(other)


def test_words_are_without_accents_and_capitals() -> None:
    found = words("Coëfficiënt, 'AI-systeem' en ½ foto's: STRASSE 12,5 %")
    assert found == ["coefficient", "ai", "systeem", "en", "1", "2", "foto", "s", "strasse", "12", "5"]


@pytest.mark.parametrize(
    ("text", "parts", "whole"),
    [
        ("node.js", "node js", "nodejs"),
        ("AI-systeem", "ai systeem", "aisysteem"),
        ("MijnOverheid", "mijn overheid", "mijnoverheid"),
        ("APIStrategie", "api strategie", "apistrategie"),
        ("de Straße-Ämter", "de strasse amter", "strasseamter"),
        ("œuvre-Été", "oeuvre ete", "oeuvreete"),
        ("e\u2011mail", "e mail", "email"),
        ("van 2020-2024, 12.5 en TREND", "van 2020 2024 12 5 en trend", ""),
    ],
)
def test_what_is_joined_is_words_in_parts_and_whole(text: str, parts: str, whole: str) -> None:
    assert words(text) == parts.split()
    assert wholes(text) == whole.split()


@given(st.text(st.characters(exclude_categories=["Cn", "Cs", "Co"]), max_size=60))
@settings(max_examples=200)
def test_words_are_words_of_the_text(text: str) -> None:
    assert all(word and words(word) == [word] for word in [*words(text), *wholes(text)])


def test_browser_and_build_make_the_same_words(page: Page, address: str) -> None:
    ready(page, f"{address}/search.html")

    @given(st.lists(st.text(st.characters(exclude_categories=["Cn", "Cs", "Co"]), max_size=40), max_size=30))
    @settings(max_examples=60)
    def same(texts: list[str]) -> None:
        assert page.evaluate("(texts) => texts.map(reportSearch.words)", texts) == [
            words(text) for text in texts
        ]
        typed = page.evaluate("(texts) => texts.map(reportSearch.typed)", texts)
        joined = [[whole for whole, parts in one if parts] for one in typed]
        assert joined == [wholes(text) for text in texts]

    same()


@given(st.text(max_size=300))
def test_any_text_has_passages(text: str) -> None:
    assert all(one.heading or one.text for one in passages(text))


def test_passages_by_heading_without_numbers_of_sources() -> None:
    found = passages(
        "Voor [@bron].\n\n## Kop & *twee*\n\nEen <b>woord</b>[@bron, blz. 3].\n\n```figure "
        "x\n```\n\n"
        "```quote iemand\nGezegd.\n```\n\n<!-- weg -->\n"
    )
    assert [(one.anchor, one.heading, one.text) for one in found] == [
        ("", "", "Voor."),
        ("kop-twee", "Kop & twee", "Een <b>woord</b> blz. 3 . Gezegd."),
    ]


# --- what is found ---


def words_that_find_their_pages(page: Page, address: str) -> int:
    """How many words a site has, of which each finds the pages that have it."""
    ready(page, f"{address}/search.html")
    listed = page.evaluate(
        "async () => (await reportSearch.list()).documents.map((one) => one[3].split('#')[0])"
    )
    own = {}
    for path in sorted({*listed} - {"sources.html"}):
        # fetched and not opened: its scripts add words of others, such as what a term means
        own[path] = set(words(page.evaluate(OWN, path))) - set(words(Labels("nl")("see_also")))
    finds = page.evaluate(FINDS, sorted(set().union(*own.values())))
    pages = {}
    for word, numbers in finds.items():
        pages[word] = {listed[number] for number in numbers}
    for path, found in own.items():
        assert [word for word in found if path not in pages[word]] == [], path
    assert len(own) > 50
    return len(finds)


def test_any_word_of_a_page_finds_that_page(page: Page, address: str) -> None:
    assert words_that_find_their_pages(page, address) > 400


TRENDS = {
    "algoritme": {"title": "Algoritme"},
    "datalek": {"title": "Datalek", "summary": "Persoonsgegevens op straat."},
    "nepnieuws": {"title": "Nepnieuws", "actions": {"raad": ["Vraag raadsleden."]}},
    "tweeling": {"title": "Digital twins", "summary": "Een digitaal evenbeeld."},
    "veilig": {"title": "Veilig werken"},
    "verslag": {"title": "Verslag", "summary": "Over veilig werken."},
    "knoop": {"title": "Node.js", "summary": "Het AI-systeem van MijnOverheid."},
    "waarden": {"title": "Waardenmodel", "summary": "Wat inwoners ervan vinden."},
    "wet": {"title": "Wet", "drivers": ["Vertrouwen in de Tweede Kamer.", "Veilig werken."]},
}


@pytest.fixture(scope="module")
def invented_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a report is served whose words the tests below know."""
    folder = tmp_path_factory.mktemp("invented") / "report"
    new_report.init(folder)
    invented.edition(folder, "2025", {"veilig": TRENDS["veilig"]})
    invented.edition(folder, "2027", TRENDS)
    with (folder / "content/2027/trends/verslag.md").open("a", encoding="utf-8") as text:
        text.write("\n## Onderweg\n\nDe karavaan trekt verder.\n")
    (folder / "content/people.yml").write_text("iemand: {name: Iemand Anders}\n", "utf-8")
    (folder / "content/2027/interviews").mkdir()
    (folder / "content/2027/interviews/gesprek.md").write_text(
        "---\ntitle: Gesprek\nsummary: Verzonnen.\nperson: iemand\n---\nTekst.\n", "utf-8"
    )
    assert build(folder, Options()).built
    with served(folder / "site") as found:
        yield found


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("algortime", "Algoritme"),
        ("algoritmse", "Algoritme"),
        ("inwonr", "Waardenmodel"),
        ("trend", "Trendradar, editie 2027"),
        ("persoonsgegevens", "Datalek"),
        ("gegevens", "Datalek"),
        ("digitaal TWIN", "Digital twins"),
        ("raadslid", "Nepnieuws"),
        ("Iemand Anders", "Gesprek"),
        ("maatschappelijk", "Algoritme"),
        ("vertrouwen tweede kamer", "Wet"),
        ("nodejs", "Node.js"),
        ("node.js", "Node.js"),
        ("NodeJS", "Node.js"),
        ("node", "Node.js"),
        ("aisysteem", "Node.js"),
        ("AI systeem", "Node.js"),
        ("mijn overheid", "Node.js"),
        ("mijnoverheid", "Node.js"),
        ("Digital-twins", "Digital twins"),
        ("data-lek", "Datalek"),
    ],
)
def test_what_readers_type_is_found(page: Page, invented_address: str, query: str, title: str) -> None:
    ready(page, f"{invented_address}/search.html")
    assert title in titles(page, query)


def test_title_before_summary_before_text_and_the_newest_edition_first(
    page: Page, invented_address: str
) -> None:
    ready(page, f"{invented_address}/search.html")
    found = page.evaluate(FIND, "veilig werken")
    trends = [one[3] for one in found if one[3].split("/")[1:2] == ["trends"] and "#" not in one[3]]
    assert [path for path in trends if path.startswith("2027")] == [
        "2027/trends/veilig.html",
        "2027/trends/verslag.html",
        "2027/trends/wet.html",
    ]
    assert trends.index("2027/trends/veilig.html") < trends.index("2025/trends/veilig.html")


def test_what_is_joined_is_marked_whole(page: Page, invented_address: str) -> None:
    for query, marked in (("aisysteem", "AI-systeem"), ("systeem", "systeem"), ("overheid", "MijnOverheid")):
        page.goto(f"{invented_address}/search.html?q={query}")
        result = page.locator(".results li", has_text="Node.js")
        expect(result.locator(".found-text mark")).to_have_text(marked)


def test_a_trend_is_one_result_over_its_editions(page: Page, invented_address: str) -> None:
    """Its newest edition, with the others named under it; in one edition that one alone."""
    page.goto(f"{invented_address}/search.html?q=veilig&kind=trends")
    result = page.locator(".results li", has=page.get_by_role("link", name="Veilig werken", exact=True))
    expect(result).to_have_count(1)
    expect(result.locator("h3 a")).to_have_attribute("href", re.compile("2027/trends/veilig.html$"))
    other = result.get_by_role("link", name="Editie 2025")
    expect(other).to_have_attribute("href", re.compile("2025/trends/veilig.html$"))
    page.get_by_role("combobox", name="Editie").select_option("2025")
    expect(page.locator(".results h3 a")).to_have_attribute("href", re.compile("2025/trends/veilig.html$"))
    expect(page.get_by_text("Ook in")).to_have_count(0)
    assert page.locator("[name=edition] option:checked").inner_text() == "Editie 2025 (1)"


def trend(
    sample: Path, title: str = "Voorbeeldtrend", summary: str = "Verzonnen.", body: str = "Verzonnen.\n"
) -> None:
    """Writes the sample's trend anew and builds; all of it is invented."""
    path = sample / "content/2026/trends/voorbeeldtrend.md"
    text = re.sub(r"(?m)^title: .*$", f"title: {json.dumps(title)}", path.read_text("utf-8"), count=1)
    text = re.sub(r"(?m)^summary: .*$", f"summary: {json.dumps(summary)}", text, count=1)
    path.write_text(f"---{text.split('---')[1]}---\n\n{body}", "utf-8")
    done = build(sample, Options())
    assert done.built, done.diagnostics


HOSTILE = "<img src=x onerror=alert(1)> </script><script>alert(2)</script> ${alert(3)} kwaadwillend"


@pytest.mark.parametrize("place", ["folder", "server"])
def test_hostile_text_stays_text(browser: Browser, sample: Path, place: str) -> None:
    trend(sample, HOSTILE[:100] + " kwaadwillend", HOSTILE, f"## `{HOSTILE}`\n\n`{HOSTILE}`\n")
    with served(sample / "site") as address:
        page = browser.new_page()
        messages: list[str] = []
        page.on(
            "console",
            lambda message: None if refuses_early_font(message) else messages.append(message.text),
        )
        page.on("dialog", lambda dialog: messages.append(dialog.message))
        page.on("pageerror", lambda error: messages.append(str(error)))
        ready(page, f"{address if place == 'server' else (sample / 'site').as_uri()}/search.html")
        page.get_by_role("searchbox").fill("kwaadwillend <b>")
        expect(page.locator(".results h3 a").first).to_contain_text("<img src=x onerror=alert(1)>")
        expect(page.locator(".results .found-text").first).to_contain_text("<script>alert(2)</script>")
        expect(page.locator(".status")).to_contain_text("<b>")
        assert page.locator(".search-page :is(img, script, b)").count() == 0
        assert messages == []
        page.close()


# --- the dialog ---


def test_nothing_is_loaded_before_a_reader_searches(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address).split("?")[0]))
    page.goto(f"{address}/{TREND}")
    page.wait_for_timeout(300)
    assert [path for path in asked if "search" in path] == []
    page.keyboard.press("/")
    expect(page.get_by_role("dialog", name="Zoeken")).to_be_visible()
    assert sorted(path for path in asked if "search" in path) == [
        "/assets/search.css",
        "/assets/search/search.js",
    ]
    page.keyboard.type("privacy")
    expect(page.get_by_role("dialog").locator(".found-text mark").first).to_be_visible()
    index = [path for path in asked if path.startswith("/assets/search/")]
    assert index.count("/assets/search/index.js") == 1
    assert 1 <= sum(path.startswith("/assets/search/postings/") for path in index) <= 3
    assert len(index) == len(set(index))


def test_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/{TREND}")
    link = page.get_by_role("link", name="Editie 2023").first
    link.focus()
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog", name="Zoeken")
    field = dialog.get_by_role("searchbox", name="Zoek in dit rapport")
    expect(field).to_be_focused()
    page.keyboard.type("privacy")
    expect(dialog.get_by_role("status")).to_have_text(FOUND)
    expect(dialog.get_by_role("region", name=re.compile("^Trends"))).to_be_visible()
    results = dialog.locator("h3 a")
    for key, number in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        page.keyboard.press(key)
        expect(results.nth(number)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()
    page.keyboard.press("Control+k")
    expect(field).to_be_focused()
    expect(field).to_have_value("privacy")
    page.keyboard.press("ArrowDown")
    title = results.first.inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_the_key_is_a_letter_where_one_types_and_can_be_turned_off(page: Page, address: str) -> None:
    page.goto(f"{address}/figures.html")
    field = page.get_by_role("searchbox")
    field.focus()
    page.keyboard.type("a/b")
    expect(field).to_have_value("a/b")
    assert page.evaluate("localStorage.length") == 0
    page.goto(f"{address}/search.html#keys")
    page.get_by_role("checkbox", name="De toets /").uncheck()
    page.goto(f"{address}/{TREND}")
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.goto(f"{address}/search.html#keys")
    page.get_by_role("checkbox", name="De toets /").check()
    assert page.evaluate("localStorage.length") == 0


def test_link_opens_the_dialog_and_enter_leads_to_all_results(page: Page, address: str) -> None:
    page.goto(f"{address}/{TREND}")
    page.get_by_role("link", name="Zoeken").click()
    dialog = page.get_by_role("dialog")
    title = title_of("2023/trends/digitale-veiligheid")
    dialog.get_by_role("searchbox").fill(title)
    dialog.get_by_role("checkbox", name="Alleen in editie 2023").check()
    expect(dialog.get_by_role("status")).to_contain_text(f"voor ‘{title}’.")
    expect(dialog.locator(".results .note", has_text="Editie 2022")).to_have_count(0)
    dialog.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(f"{address}/search.html?q={quote_plus(title)}&edition=2023")
    expect(page.get_by_role("combobox", name="Editie")).to_have_value("2023")
    expect(page.locator(".results h3 a").first).to_have_text(title)


def test_clicking_beside_the_dialog_or_to_this_page_closes_it(page: Page, address: str) -> None:
    page.goto(f"{address}/{TREND}")
    dialog = page.get_by_role("dialog")
    page.keyboard.press("/")
    expect(dialog).to_be_visible()
    page.mouse.click(5, 400)
    expect(dialog).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.type(TITLE)
    dialog.get_by_role("link", name=TITLE, exact=True).click()
    expect(dialog).to_be_hidden()


# --- the page ---


def test_the_address_holds_what_is_shown(page: Page, address: str) -> None:
    ready(page, f"{address}/search.html")
    page.get_by_role("searchbox").fill("privacy")
    page.get_by_role("combobox", name="Soort").select_option("trends")
    expect(page).to_have_url(f"{address}/search.html?q=privacy&kind=trends")
    expect(page.locator(".results h2")).to_have_count(1)
    count = int(re.sub(r"\D", "", page.locator(".results h2").inner_text()))
    assert count > 5
    expect(page.locator(".results h3")).to_have_count(count)
    page.get_by_role("combobox", name="Categorie").select_option("maatschappelijk")
    page.get_by_role("combobox", name="Editie").select_option("2020")
    narrowed = f"{address}/search.html?q=privacy&kind=trends&edition=2020&category=maatschappelijk"
    expect(page).to_have_url(narrowed)
    found = page.locator(".results h3 a").all_inner_texts()
    assert 0 < len(found) < count
    assert page.title().startswith("privacy - Zoeken")
    page.goto(f"{address}/index.html")
    page.goto(narrowed)
    expect(page.locator(".results h3 a")).to_have_text(found)
    counted = re.compile(rf"^{len(found)} resulta(at|ten) voor ‘privacy’")
    expect(page.locator(".status")).to_have_text(counted)


def test_all_of_a_kind(page: Page, address: str) -> None:
    page.goto(f"{address}/search.html?q=privacy")
    button = page.get_by_role("button", name="Trends: toon alle")
    count = int(re.sub(r"\D", "", button.inner_text()))
    button.click()
    expect(page.locator(".results h3")).to_have_count(count)
    expect(page.locator(".results h3 a").first).to_be_focused()
    expect(page.get_by_role("combobox", name="Soort")).to_have_value("trends")


def test_a_result_leads_to_the_chapter_of_the_text(page: Page, invented_address: str) -> None:
    page.goto(f"{invented_address}/search.html?q=karavaan")
    link = page.locator(".results .note a").first
    expect(link).to_have_text("Onderweg")
    link.click()
    assert page.locator(page.evaluate("location.hash")).inner_text() == "Onderweg"


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("algortime", "‘algortime’ staat nergens. Er is gezocht naar: algoritme."),
        ("algoritme xyzzyq", "Nergens staan al deze woorden."),
        ("xyzzyq", "Niets gevonden voor ‘xyzzyq’."),
    ],
)
def test_what_was_done_with_words_is_said(page: Page, invented_address: str, query: str, status: str) -> None:
    page.goto(f"{invented_address}/search.html?q={query}")
    expect(page.locator(".status")).to_contain_text(status)


def test_a_folder_needs_no_server(page: Page, site: Path) -> None:
    page.goto((site / TREND).as_uri())
    page.keyboard.press("Control+k")
    page.keyboard.type("algortime")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("searchbox")).to_have_value("algortime")
    expect(dialog.get_by_role("status")).to_contain_text("algortime")
    expect(dialog.locator(".found-text mark").first).to_be_visible()
    dialog.locator("h3 a").first.click()
    assert page.url.removeprefix(site.as_uri()) != f"/{TREND}"
    page.goto(f"{(site / 'search.html').as_uri()}?q=privacy")
    expect(page.locator(".results .found-text mark").first).to_be_visible()


def test_what_is_typed_while_the_dialog_loads_is_kept(page: Page, address: str) -> None:
    waiting = held(page, "**/assets/search/search.js")
    page.goto(f"{address}/{TREND}")
    page.keyboard.press("Control+k")
    page.keyboard.type("privacy")
    waiting[0].continue_()
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_have_value("privacy")
    expect(page.get_by_role("dialog").locator("h3 a").first).to_be_visible()


def test_clicking_beside_the_bare_field_calls_the_search_off(page: Page, address: str) -> None:
    waiting = held(page, "**/assets/search/search.js")
    page.goto(f"{address}/{TREND}")
    page.keyboard.press("Control+k")
    page.mouse.click(5, 400)
    expect(page.get_by_role("dialog")).to_have_count(0)
    waiting[0].continue_()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_what_was_typed_goes_along_when_the_dialog_cannot_be_loaded(browser: Browser, address: str) -> None:
    page = browser.new_page()
    waiting = held(page, "**/assets/search/search.js")
    page.goto(f"{address}/{TREND}")
    page.keyboard.press("Control+k")
    page.keyboard.type("open & dada")
    for key in ("Backspace", "Backspace", "t", "a", "/", "Enter"):
        page.keyboard.press(key)
    assert page.url == f"{address}/{TREND}"
    waiting[0].abort()
    expect(page).to_have_url(re.compile(r"/search\.html\?q=open(%20|\+)%26(%20|\+)data%2F$"))
    page.close()


def test_escape_calls_off_a_dialog_that_is_on_its_way(page: Page, address: str) -> None:
    waiting = held(page, "**/assets/search/search.js")
    page.goto(f"{address}/{TREND}")
    for key in ("Control+k", "a", "Escape"):
        page.keyboard.press(key)
    with page.expect_response("**/assets/search/search.js"):
        waiting[0].continue_()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("typeof self.reportSearch.open") == "function"
    assert page.get_by_role("dialog").count() == 0
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_have_value("")


def test_without_a_script_there_is_a_list_of_all_pages(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}/{TREND}")
    page.get_by_role("link", name="Zoeken").click()
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator(".search-page form")).to_be_hidden()
    expect(page.locator("#keys")).to_be_hidden()
    section = page.get_by_role("region", name="Trends")
    assert section.get_by_role("link").count() > 10
    section.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    page.close()


def test_every_page_is_in_the_list_once(page: Page, address: str, site: Path) -> None:
    page.goto(f"{address}/search.html")
    linked = [str(link.get_attribute("href")) for link in page.locator(".all-pages a").all()]
    there = {file.relative_to(site).as_posix() for file in site.rglob("*.html")} - {
        "404.html",
        "index.html",
        "search.html",
    }
    assert sorted(linked) == sorted(path for path in there if not path.startswith("figures/"))


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_is_wider_than_the_screen(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 700})
    page.goto(f"{address}/{TREND}")
    link = page.get_by_role("link", name="Zoeken").bounding_box()
    assert link
    assert min(link["width"], link["height"]) >= 24
    assert link["y"] < 100
    page.get_by_role("link", name="Zoeken").click()
    page.get_by_role("dialog").get_by_role("searchbox").fill("digitaleveiligheidsbescherming")
    expect(page.locator("dialog .status")).not_to_be_empty()
    page.get_by_role("dialog").get_by_role("searchbox").fill("digitale veiligheid")
    expect(page.locator("dialog .found-text mark").first).to_be_visible()
    assert page.evaluate(
        "document.querySelector('dialog').scrollWidth <= document.querySelector('dialog').clientWidth"
    )
    assert all(
        box["height"] >= 24
        for button in page.locator("dialog :is(button, input)").all()
        if (box := button.bounding_box())
    )
    page.goto(f"{address}/search.html?q=digitale+veiligheid")
    expect(page.locator(".found-text mark").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_english(browser: Browser, tmp_path: Path) -> None:
    new_report.init(tmp_path / "report", "en")
    assert build(tmp_path / "report", Options()).built
    with served(tmp_path / "report/site") as address:
        page = browser.new_page()
        page.goto(f"{address}/index.html")
        page.keyboard.press("/")
        page.get_by_role("dialog", name="Search").get_by_role("searchbox", name="Search this report").fill(
            "trending"
        )
        expect(page.locator("dialog .status")).to_contain_text("for ‘trending’.")
        expect(page.locator("dialog h3 a").first).to_be_visible()
        page.close()


def test_a_translation_is_searched_in_its_language(page: Page, address: str) -> None:
    page.goto(f"{address}/2022/trends/digitalisering-en-sociaal-contract.en.html")
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog", name="Search")
    dialog.get_by_role("searchbox").fill("agreements between residents")
    first = dialog.get_by_role("region", name=re.compile("^Trends")).locator("li").first
    expect(first.locator("h3")).to_have_attribute("lang", "en")
    expect(first.locator(".note")).to_have_text(re.compile("^English · Edition 2022"))
    page.goto(f"{address}/search.html?q=afspraak+inwoner")
    expect(page.locator(".results li h3").first).to_have_attribute("lang", "nl")
    expect(page.locator(".results li h3[lang=en]")).to_have_count(0)


# --- what is loaded ---


def test_pieces_of_a_newer_site_are_noticed(page: Page, address: str) -> None:
    def older(route: Route) -> None:
        """A list as a browser may have kept it: its pieces have other names by now."""
        body = route.fetch().text()
        listed = json.loads(body.split(",", 2)[2].removesuffix(")\n"))
        for part in ("postings", "texts"):
            listed[part] = [["00000000", count] for _, count in listed[part]]
        route.fulfill(
            body=f'reportSearch.take("index","00000000",{json.dumps(listed)})', content_type="text/javascript"
        )

    page.route(re.compile(r"/index\.js$"), older)
    page.goto(f"{address}/search.html?q=privacy")
    expect(page.locator(".status")).to_have_text(FOUND)
    expect(page.locator(".found-text mark").first).to_be_visible()


def test_a_failure_is_told_and_can_be_tried_again(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route(re.compile(r"/index\.js$"), lambda route: route.abort())
    ready(page, f"{address}/search.html")
    page.get_by_role("searchbox").fill("privacy")
    expect(page.locator(".status")).to_contain_text("Zoeken lukt nu niet.")
    page.unroute(re.compile(r"/index\.js$"))
    page.get_by_role("button", name="Zoek").click()
    expect(page.locator(".status")).to_have_text(FOUND)
    page.close()


def test_bytes(site: Path) -> None:
    def sent(*names: str) -> int:
        return sum(len(gzip.compress((site / "assets" / name).read_bytes())) for name in names)

    written = (Path(browser_room.__file__).parent / "scripts/search.js").read_bytes()
    script = re.sub(rb"(?m)^ *//.*\n", b"", written)  # as it is served
    assert len(gzip.compress(script)) < 1_150  # all that a page has of it before a reader searches
    assert sent("search/search.js", "search.css") < 12_000
    assert sent("search/index.js") < 20_000
    assert (
        max(
            sent(f"search/{file.relative_to(site / 'assets/search')}")
            for file in (site / "assets/search").glob("*/*.js")
        )
        < 12_000
    )
