"""Reading a trend and a talk in a real Chromium: contents, terms, copying, text size, print, no script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from conftest import title_of
from invented import init
from trendrapport.pipeline import Options, build

TREND = "2023/trends/digitale-veiligheid.html"
TALK = "2022/interviews/lotte-voorbeeld.html"
ADDRESS = f"https://trendrapport.example.org/{TREND}"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(
        viewport={"width": 1280, "height": 800},
        permissions=["clipboard-read", "clipboard-write"],
        reduced_motion="reduce",
    )
    yield made
    made.close()


def copied(page: Page, name: str) -> str:
    page.get_by_role("button", name=name).last.click()
    expect(page.locator(".cite").get_by_role("button", name="Gekopieerd")).to_be_visible()
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_the_reference_and_the_link_can_be_copied(page: Page, address: str) -> None:
    page.goto(f"{address}/{TREND}")
    reference = copied(page, "Kopieer de verwijzing")
    assert title_of("2023/trends/digitale-veiligheid") in reference
    assert ADDRESS in reference
    assert page.locator(".cite .copy").first.inner_text().startswith(reference)
    page.reload()
    assert copied(page, "Kopieer de link") == ADDRESS


def test_each_form_of_a_reference_can_be_fetched(page: Page, address: str) -> None:
    page.goto(f"{address}/{TREND}")
    links = page.locator(".cite a[download]")
    assert links.all_inner_texts() == ["BibTeX", "CSL-JSON", "RIS"]
    for link in links.all():
        answer = page.request.get(f"{address}/2023/trends/{link.get_attribute('href')}")
        assert answer.ok
        assert ADDRESS in answer.text()


def test_a_term_explains_itself_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/{TREND}")
    term = page.get_by_role("button", name="gijzelsoftware", exact=True)
    told = page.get_by_text("Verzonnen uitleg van ransomware")
    expect(told).to_be_hidden()
    for key in ("Enter", "Space"):
        term.focus()
        page.keyboard.press(key)
        expect(told).to_be_visible()
        expect(term).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")
        expect(told).to_be_hidden()
        expect(term).to_have_attribute("aria-expanded", "false")
        expect(term).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de begrippenlijst")).to_be_focused()
    page.keyboard.press("Escape")
    expect(term).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("glossary.html#ransomware$"))


def test_a_term_explains_itself_by_pointer_and_touch(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640}, has_touch=True)
    page.goto(f"{address}/{TREND}")
    term, told = (
        page.get_by_role("button", name="gijzelsoftware", exact=True),
        page.locator(".gloss:popover-open"),
    )
    for press in (term.tap, term.click):
        press()
        box, at = told.bounding_box(), term.bounding_box()
        assert box
        assert at
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert box["y"] >= at["y"] + at["height"] or box["y"] + box["height"] <= at["y"], (
            "the word can still be read"
        )
        press()
        expect(told).to_have_count(0)
    term.click()
    page.locator("h2", has_text="Wat is er verzonnen").click()
    expect(told).to_have_count(0)
    page.close()


def test_contents_tell_which_part_is_read(page: Page, address: str) -> None:
    page.goto(f"{address}/{TREND}")
    now = page.locator("nav.contents [aria-current=true]")
    for name in (
        "Waarvoor waarschuwen bedachte deskundigen?",
        "Publieke waarden",
        "Citeren en delen",
        "In het kort",
    ):
        page.locator("nav.contents").get_by_role("link", name=name).click()
        expect(now).to_have_text([name])
        expect(now).to_be_in_viewport()


def test_a_part_for_each_role(page: Page, address: str) -> None:
    page.goto(f"{address}/{TREND}")
    page.locator(".brief").get_by_role("link", name="College").click()
    assert page.url.endswith("#role-college")
    expect(page.locator("#role-college")).to_be_in_viewport()
    assert "Oefen elk jaar" in page.locator("#role-college").inner_text()


def test_the_size_of_text_is_kept_only_when_chosen(context: BrowserContext, page: Page, address: str) -> None:
    page.goto(f"{address}/{TREND}")
    size = "parseFloat(getComputedStyle(document.querySelector('.text > p')).fontSize)"
    usual = page.evaluate(size)
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Grootste tekst").click()
    assert page.evaluate(size) > usual * 1.25
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    other = context.new_page()
    other.goto(f"{address}/{TALK}")
    assert other.evaluate(size) > usual * 1.25
    expect(other.get_by_role("button", name="Grootste tekst")).to_have_attribute("aria-pressed", "true")
    other.get_by_role("button", name="Gewone tekst").click()
    assert other.evaluate(size) == usual
    assert other.evaluate("localStorage.length") == 0


def test_printing_and_sharing(page: Page, address: str) -> None:
    page.add_init_script(
        "window.print = () => { window.printed = true; }; navigator.share = async (what) => { "
        "window.shared = what; };"
    )
    page.goto(f"{address}/{TREND}")
    page.get_by_role("button", name="Print deze pagina").click()
    assert page.evaluate("window.printed")
    page.get_by_role("button", name="Deel met een app").click()
    assert page.evaluate("window.shared") == {
        "title": f"{title_of('2023/trends/digitale-veiligheid')} - Verzonnen Trendrapport",
        "url": ADDRESS,
    }
    mail = urlsplit(page.get_by_role("link", name="Stuur per e-mail").get_attribute("href") or "")
    assert parse_qs(mail.query)["body"] == [ADDRESS]


def test_without_a_script_nothing_is_dead(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}/{TREND}")
    expect(page.get_by_role("button")).to_have_count(0)
    page.locator("details.contents summary").click()
    page.locator("details.contents").get_by_role("link", name="Publieke waarden").click()
    assert page.url.endswith("#values")
    term = page.get_by_role("link", name="gijzelsoftware", exact=True)
    assert (term.get_attribute("href") or "").endswith("glossary.html#ransomware")
    context.close()


SMALL = """[...document.querySelectorAll(
        'main button, main summary, .contents a, .as a, .ways a, .browse a')]
    .filter((part) => part.checkVisibility())
    .filter((part) => part.getBoundingClientRect().height < 24)
    .map((part) => part.outerHTML)"""


@pytest.mark.parametrize(
    "path",
    [
        TREND,
        TALK,
        "2022/trends/duurzaam-digitaal.html",
        "2020/foreword.html",
        "2020/columns/dirk-denkbeeld.html",
        "instruments/kaartenbak.html",
        "pages/about.html",
        "2023/index.html",
    ],
)
def test_every_width(shared_page: Page, address: str, path: str) -> None:
    page = shared_page
    page.goto(f"{address}/{path}")
    for width, scheme in product((320, 360, 768, 1024, 1280, 1920), ("light", "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (width, scheme)
        assert page.evaluate(SMALL) == [], (width, scheme)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((part) => part.id)")
    assert len(ids) == len(set(ids))


def test_a_line_has_a_readable_measure(page: Page, address: str) -> None:
    """Lines of text have about 66 letters, and sources in the margin are beside them, not over them."""
    page.goto(f"{address}/{TREND}")
    letters = page.evaluate("""(() => {
        const paragraphs = [...document.querySelectorAll('.text > p')];
        const [paragraph] = paragraphs.sort((a, b) => b.textContent.length - a.textContent.length);
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        const boxes = [...range.getClientRects()].filter((box) => box.width > 20);
        const lines = new Set(boxes.map((box) => Math.round(box.bottom / 12)));
        return paragraph.textContent.length / lines.size;
    })()""")
    assert 55 <= letters <= 72
    column = page.locator(".text > p").first.bounding_box()
    assert column
    notes = [note.bounding_box() for note in page.locator(".margin").all()]
    assert notes
    assert all(note and note["x"] >= column["x"] + column["width"] for note in notes)
    figures = [figure.bounding_box() for figure in page.locator(".text > figure").all()]
    assert not [
        1
        for note in notes
        for figure in figures
        if note
        and figure
        and figure["y"] < note["y"] + note["height"]
        and note["y"] < figure["y"] + figure["height"]
    ]


QUESTIONS = """---
title: In gesprek
summary: Verzonnen.
person: iemand
quotes: [{text: Dit heeft niemand gezegd.}]
trends: [voorbeeldtrend]
---

## Wat is er verzonnen?

Alles.

**En waarom?**

Om te proberen.
"""


def test_a_talk_with_questions_and_ways_to_report_a_mistake(tmp_path: Path, browser: Browser) -> None:
    init(tmp_path / "report")
    content = tmp_path / "report/content"
    (content / "people.yml").write_text("iemand: {name: Iemand van Nergens, role: wethouder}\n", "utf-8")
    (content / "2026/interviews").mkdir()
    (content / "2026/interviews/proef.md").write_text(QUESTIONS, "utf-8")
    settings = tmp_path / "report/site_config.yml"
    usual = re.sub(r"(?m)^contact:\n(?: .*\n)*", "", settings.read_text("utf-8"))
    for contact, start in (
        ("", None),
        ("contact: {email: fout@example.org}\n", "mailto:fout@example.org?subject="),
        (
            'contact: {mistakes: "https://forge.example.org/new?title={title}&body={address}"}\n',
            "https://forge.example.org/new?title=",
        ),
        (("contact: {address: https://example.org/contact}\n"), "https://example.org/contact"),
    ):
        settings.write_text(usual + contact, "utf-8")
        assert build(tmp_path / "report", Options()).built
        page = browser.new_page()
        page.goto((tmp_path / "report/site/2026/interviews/proef.html").as_uri())
        assert page.locator(".question").all_inner_texts() == ["Wat is er verzonnen?", "En waarom?"]
        expect(page.locator(".rail .face")).to_have_text("IN")
        expect(page.locator(".quote blockquote")).to_have_text("Dit heeft niemand gezegd.")
        link = page.get_by_role("link", name="Meld een fout op deze pagina")
        if start is None:
            expect(link).to_have_count(0)
        else:
            href = link.get_attribute("href") or ""
            assert href.startswith(start)
            assert start.endswith("contact") or "In gesprek" in unquote(href)
            assert start.endswith("contact") or "/2026/interviews/proef.html" in unquote(href)
        page.goto((tmp_path / "report/site/2026/trends/voorbeeldtrend.html").as_uri())
        expect(page.locator("#talks ~ .excerpt blockquote")).to_have_text("Dit heeft niemand gezegd.")
        page.close()
