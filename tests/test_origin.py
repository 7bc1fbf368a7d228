"""Whose words a text is, of which day, and after which work: on its page and in all that programs read.

All content is invented.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from invented import edition, init, trend, view
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.open_data.feeds import feeds
from trendrapport.pages.analysis.origin import made
from trendrapport.pages.fronts.cover import Fact, cover
from trendrapport.pages.makers import every_page
from trendrapport.pages.parts.cards import card
from trendrapport.pages.parts.citable import cite
from trendrapport.pages.parts.schema_org import article, report
from trendrapport.pages.view import Value, View
from trendrapport.report.citations import bibtex, csl_json, ris
from trendrapport.report.load import load
from trendrapport.runtime.cache import Cache

WORKS = """
- id: oud-rapport
  type: report
  title: Oud rapport
  author:
  - literal: Verzonnen vereniging
  issued: '2020-12'
  publisher: Verzonnen uitgever
  URL: https://example.org/oud
- id: eigen-stuk
  type: webpage
  title: Een ouder stuk
  author:
  - {family: Berg, given: Niemand, non-dropping-particle: van den}
  issued: '2019'
  URL: https://example.org/stuk
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A report whose edition of 2020 was written in 2026 after somebody else's, with a text that is after
    another work.
    """
    init(tmp_path)
    config = tmp_path / "site_config.yml"
    config.write_text(
        config.read_text("utf-8").replace("publisher:", "author:\n  name: Verzonnen redactie\npublisher:", 1),
        "utf-8",
    )
    sources = tmp_path / "content/sources.yml"
    listed = yaml.safe_load(sources.read_text("utf-8"))["references"] + yaml.safe_load(WORKS)
    sources.write_text(yaml.safe_dump({"references": listed}, allow_unicode=True), "utf-8")
    edition(
        tmp_path,
        "2020",
        {"proef": {}, "ander": {"based_on": "eigen-stuk", "written": "2026-05-01", "version": "2"}},
    )
    place = tmp_path / "content/2020/edition.yml"
    place.write_text(
        place.read_text("utf-8") + 'written: "2026-03-04"\nversion: "1.1"\nbased_on: oud-rapport\n', "utf-8"
    )
    return tmp_path


def text(shown: View, slug: str) -> Value:
    """What the page of a trend says of where its text comes from."""
    entry = shown.report.get(Trend, slug, "2020")
    assert entry
    found = made(shown, entry, shown.path(entry))
    assert found
    return found


def test_a_page_names_the_day_the_version_and_the_work_of_its_edition(folder: Path) -> None:
    found = text(view(folder), "proef")
    assert (found["by"], found["written"], found["version"]) == (
        "Verzonnen redactie",
        "4 maart 2026",
        "versie 1.1",
    )
    assert found["work"]["title"] == "Oud rapport"
    assert found["work"]["href"] == "https://example.org/oud"
    assert found["work"]["byline"] == "Verzonnen vereniging, december 2020"


def test_what_a_text_says_itself_comes_first(folder: Path) -> None:
    found = text(view(folder), "ander")
    assert (found["written"], found["version"], found["work"]["title"]) == (
        "1 mei 2026",
        "versie 2",
        "Een ouder stuk",
    )


def test_a_text_of_an_edition_of_its_own_says_nothing(folder: Path) -> None:
    shown = view(folder)
    [entry] = shown.report.of(Trend, "2026")
    assert made(shown, entry, shown.path(entry)) is None


def test_a_reference_names_who_wrote_the_text_and_when(folder: Path) -> None:
    shown = view(folder)
    entry = shown.report.get(Trend, "proef", "2020")
    assert entry
    told, files = cite(shown, entry, shown.path(entry))
    words = "".join(piece["text"] for piece in told["apa"])
    assert words.startswith(
        "Verzonnen redactie. (2026, 4 maart). Proef (versie 1.1). In Verzonnen editie 2020."
    )
    assert words.endswith(" Naar: Oud rapport (Verzonnen vereniging, december 2020).")
    [item] = json.loads(files[f"2020/trends/proef.{csl_json.ENDING}"])
    assert item["author"] == [{"literal": "Verzonnen redactie"}]
    assert item["issued"] == {"date-parts": [[2026, 3, 4]]}
    assert (item["original-title"], item["original-date"]) == ("Oud rapport", {"date-parts": [[2020, 12]]})
    lines = files[f"2020/trends/proef.{ris.ENDING}"].split("\r\n")
    assert {"AU  - Verzonnen redactie", "PY  - 2026", "ET  - 1.1"} <= set(lines)
    assert "N1  - Naar: Oud rapport (Verzonnen vereniging, december 2020)" in lines
    made_bib = files[f"2020/trends/proef.{bibtex.ENDING}"]
    assert "author = {{Verzonnen redactie}}" in made_bib
    assert "note = {Naar: Oud rapport (Verzonnen vereniging, december 2020)}" in made_bib


def test_programs_read_whose_text_it_is(folder: Path) -> None:
    shown = view(folder)
    entry, other = (shown.report.get(Trend, slug, "2020") for slug in ("proef", "ander"))
    whole = next(one for one in shown.report.of(Edition) if one.slug == "2020")
    assert entry
    assert other
    about = article(shown, entry)
    assert about["author"]["name"] == "Verzonnen redactie"
    assert about["datePublished"] == "2026-03-04"
    assert about["isBasedOn"] == {
        "@type": "CreativeWork",
        "name": "Oud rapport",
        "url": "https://example.org/oud",
        "author": [{"@type": "Organization", "name": "Verzonnen vereniging"}],
        "datePublished": "2020-12",
    }
    assert article(shown, other)["isBasedOn"]["author"] == [
        {"@type": "Person", "name": "Niemand van den Berg"}
    ]
    assert report(shown, whole)["version"] == "1.1"
    feed = feeds(shown, every_page(shown), Cache(None), "a state")["feed.atom"]
    assert "Verzonnen redactie" in feed
    assert feed.count("2026-03-04T00:00:00") >= 1


def test_a_card_names_the_report_once(folder: Path) -> None:
    settings = folder / "site_config.yml"
    before = settings.read_text("utf-8")
    for name, told in (
        ("Een uitgever", "Mijn trendrapport \u00b7 Een uitgever"),
        ("Redactie Mijn trendrapport", "Redactie Mijn trendrapport"),
    ):
        settings.write_text(yaml.safe_dump(yaml.safe_load(before) | {"publisher": {"name": name}}), "utf-8")
        shown = view(folder)
        entry = shown.report.get(Trend, "proef", "2020")
        assert entry
        made_card = card(shown, entry)
        assert made_card
        assert made_card.below == told


def test_an_edition_leads_to_its_foreword_by_that_text_s_own_title(folder: Path) -> None:
    """A text about a foreword is no foreword."""
    (folder / "content/2020/foreword.md").write_text(
        "---\ntitle: Over het voorwoord\nsummary: Verzonnen.\n---\n\nVerzonnen.\n", "utf-8"
    )
    shown = view(folder)
    whole = next(one for one in shown.report.of(Edition) if one.slug == "2020")
    facts = cover(shown, whole, shown.path(whole)).facts
    assert Fact("Over het voorwoord", "foreword.html") in facts


def test_a_work_that_is_no_source_is_told(folder: Path) -> None:
    (folder / "content/2020/trends/fout.md").write_text(trend("based_on: nergens\n", "Verzonnen.\n"), "utf-8")
    with Cache(folder / "cache.sqlite") as cache:
        made_report, found = load(folder, cache)
    from trendrapport.checks import check

    told = [one for one in (*found, *check(made_report)) if one.location.path.endswith("fout.md")]
    assert [(one.code, one.location.line, one.location.column) for one in told] == [
        ("unknown-source", 10, 11)
    ]
