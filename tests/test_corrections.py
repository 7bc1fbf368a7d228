"""Corrections: a page, the feeds, documents and citations tell of them, and their days are checked. All
content is invented.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

import invented
from trendrapport.documents.plain import markdown
from trendrapport.documents.reading.entries import document
from trendrapport.open_data.api import Api
from trendrapport.open_data.feeds import feeds
from trendrapport.pages.makers import every_page
from trendrapport.pages.parts.citable import cite
from trendrapport.pages.parts.schema_org import article
from trendrapport.pages.view import View
from trendrapport.report.published import published
from trendrapport.runtime.cache import Cache

ATOM = {"a": "http://www.w3.org/2005/Atom"}
PAGE = "2026/trends/proef.html"
CORRECTED = """written: "2026-03-04"
version: "1.0"
corrections:
  - date: "2026-04-05"
    what: Er stond 25, en het is 52.
    why: De <b>cijfers</b> stonden omgekeerd.
  - date: "2026-03-06"
    what: De naam was verkeerd.
    why: Een tikfout.
"""


@pytest.fixture
def seen(sample: Path) -> View:
    """The sample with a trend that was corrected twice."""
    (sample / "content/2026/trends/proef.md").write_text(invented.trend(CORRECTED, "Er zijn er 52."), "utf-8")
    return invented.view(sample)


def test_the_page_tells_what_was_corrected(seen: View) -> None:
    context = invented.context(seen, PAGE)
    assert [one.date for one in context["corrections"]] == ["5 april 2026", "6 maart 2026"]
    assert {"title": "Correcties", "href": "#corrections"} in context["contents"]
    assert context["made"]["version"] == "versie 1.0, gecorrigeerd op 5 april 2026"


def test_a_text_without_corrections_says_nothing_of_them(seen: View) -> None:
    context = invented.context(seen, "2026/trends/voorbeeldtrend.html")
    assert context["corrections"] == []
    assert "#corrections" not in [one["href"] for one in context["contents"]]


def test_a_citation_names_the_version(seen: View) -> None:
    trend = seen.trend("proef", "2026")
    assert trend
    _, files = cite(seen, trend, PAGE)
    (item,) = json.loads(files["2026/trends/proef.csl.json"])
    assert item["version"] == "1.0, gecorrigeerd op 5 april 2026"
    assert "gecorrigeerd op 5 april 2026" in files["2026/trends/proef.bib"]
    assert [one["datePublished"] for one in article(seen, trend)["correction"]] == [
        "2026-04-05",
        "2026-03-06",
    ]


def test_a_document_tells_what_was_corrected(seen: View) -> None:
    trend = seen.trend("proef", "2026")
    page = next(page for page in every_page(seen) if page.path == PAGE)
    assert trend
    text = markdown.write(document(seen, trend, page, {}))
    assert "## Correcties\n\n**5 april 2026** Er stond 25, en het is 52." in text
    assert r"\<b\>cijfers\</b\>" in text


def every_feed(view: View, cache: Cache) -> dict[str, str]:
    return feeds(view, every_page(view), cache, "a state")


def test_the_feeds_tell_of_corrections(seen: View) -> None:
    with Cache(None) as cache:
        found = every_feed(seen, cache)
    entries = ElementTree.fromstring(found["corrections.atom"]).findall("a:entry", ATOM)
    assert [entry.findtext("a:updated", "", ATOM)[:10] for entry in entries] == ["2026-04-05", "2026-03-06"]
    assert entries[0].findtext("a:id", "", ATOM).endswith(f"{PAGE}?correction=1#corrections")
    assert "25, en het is 52" in entries[0].findtext("a:summary", "", ATOM)
    news = json.loads(found["feed.json"])["items"]
    (text,) = [item for item in news if item["url"].endswith(PAGE)]
    assert text["date_modified"].startswith("2026-04-05")
    assert text["content_html"] == "<p>Er zijn er 52.</p>"
    assert {path.partition(".")[0] for path in found} == {"feed", "corrections"}


def test_a_feed_without_corrections_has_the_same_bytes_each_day(sample: Path) -> None:
    with Cache(None) as cache:
        found = every_feed(invented.view(sample), cache)
    root = ElementTree.fromstring(found["corrections.atom"])
    assert root.findall("a:entry", ATOM) == []
    assert root.findtext("a:updated", "", ATOM) == "2026-12-31T00:00:00+00:00"


def test_a_record_holds_the_corrections(seen: View) -> None:
    record = json.loads(Api(seen).files()["api/v1/trends/2026/proef.json"])
    assert [one["date"] for one in record["corrections"]] == ["2026-04-05", "2026-03-06"]


def test_a_draft_is_in_no_feed_of_corrections(sample: Path) -> None:
    text = invented.trend(f"status: draft\n{CORRECTED}", "Geheim.")
    (sample / "content/2026/trends/proef.md").write_text(text, "utf-8")
    with Cache(None) as cache:
        found = every_feed(View(published(invented.view(sample).report, "2026-11-30")), cache)
    assert not [path for path, feed in found.items() if "25, en het is 52" in feed]


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("2026-03-05", []),
        ("2026-03-03", ["wrong-correction-day"]),
        ("2099-01-01", ["wrong-correction-day"]),
        ("2026-02-30", ["bad-date"]),
        ("2026-03", ["incomplete-date"]),
    ],
)
def test_the_day_is_checked(findings: Callable[..., list[str]], day: str, codes: list[str]) -> None:
    front = CORRECTED.replace("2026-04-05", day).replace("<b>", "").replace("</b>", "")
    found = findings(trend=invented.trend(front, "Er zijn er 52."))
    assert [one.split()[1] for one in found] == codes
    if codes == ["wrong-correction-day"]:
        assert found[0].startswith("content/2026/trends/proef.md:13:")


def test_a_correction_says_what_and_why(findings: Callable[..., list[str]]) -> None:
    front = 'corrections: [{date: "2026-04-05"}]\n'
    found = findings(trend=invented.trend(front))
    assert [one.split()[1] for one in found] == ["missing-key", "missing-key"]
