"""A page per person: what someone was in each edition, and the way to it from what they said and wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import shown
from invented import context, edition, trend, view
from trendrapport.pages.makers import every_page
from trendrapport.pipeline import Options, build, check

PEOPLE = """iemand:
  {name: Iemand Anders, role: raadslid, organisation: Gemeente Nergens, address: "https://example.org/iemand"}
stil: {name: Stille Getuige}
"""


@pytest.fixture
def report(sample: Path) -> Path:
    """Somebody edits one edition, writes in two and speaks in one; somebody else is only quoted."""
    edition(sample, "2025", {"oud": {"title": "Oud", "authors": ["iemand"]}})
    (sample / "content/people.yml").write_text(PEOPLE, "utf-8")
    (sample / "content/2026/trends/proef.md").write_text(
        trend("authors: [iemand]\n", "```quote stil\nZo is het.\n```\n"), "utf-8"
    )
    (sample / "content/2026/interviews").mkdir()
    (sample / "content/2026/interviews/gesprek.md").write_text(
        "---\ntitle: Gesprek\nsummary: V.\nperson: iemand\nrole: wethouder\n---\nTekst.\n", "utf-8"
    )
    with (sample / "content/2026/edition.yml").open("a", encoding="utf-8") as told:
        told.write("editors: [iemand]\n")
    (sample / "content/pages/over.md").write_text(
        ("---\ntitle: Over\nsummary: V.\nauthors: [iemand]\n---\nTekst.\n"), "utf-8"
    )
    return sample


def test_a_page_says_what_someone_was_in_each_edition(report: Path) -> None:
    assert [shown(one) for one in check(report).diagnostics] == []
    made = context(view(report), "people/iemand.html")
    assert [(group.title, group.roles, [text.title for text in group.texts]) for group in made["groups"]] == [
        (
            "Editie 2026",
            ["Redactie", "In gesprek, wethouder, Gemeente Nergens", "Schrijver"],
            ["Gesprek", "Proef"],
        ),
        ("Editie 2025", ["Schrijver"], ["Oud"]),
        (None, ["Schrijver"], ["Over"]),
    ]
    assert (made["title"], made["summary"], made["address"]) == (
        "Iemand Anders",
        "Raadslid, Gemeente Nergens",
        "https://example.org/iemand",
    )


def test_who_is_only_quoted_has_no_page(report: Path) -> None:
    paths = {page.path for page in every_page(view(report))}
    assert {path for path in paths if path.startswith("people/")} == {"people/iemand.html"}


def test_names_lead_to_the_page_and_the_page_to_the_texts(report: Path) -> None:
    (report / "content/2026/columns").mkdir()
    (report / "content/2026/columns/stuk.md").write_text(
        ("---\ntitle: Stuk\nsummary: V.\nauthors: [iemand]\n---\nTekst.\n"), "utf-8"
    )
    (report / "content/instruments").mkdir()
    (report / "content/instruments/middel.md").write_text(
        ("---\ntitle: Middel\nsummary: V.\nowner: A\ntype: register\nauthors: [iemand]\n---\nTekst.\n"),
        "utf-8",
    )
    assert build(report, Options()).built
    site = report / "site"
    for path in (
        "2026/interviews/gesprek.html",
        "2026/columns/stuk.html",
        "2026/trends/proef.html",
        "2025/trends/oud.html",
        "pages/over.html",
        "instruments/middel.html",
    ):
        assert 'people/iemand.html">Iemand Anders</a>' in (site / path).read_text("utf-8"), path
    page = (site / "people/iemand.html").read_text("utf-8")
    for way in (
        "../2026/interviews/gesprek.html",
        "../2026/trends/proef.html",
        "../2025/trends/oud.html",
        "../pages/over.html",
    ):
        assert f'href="{way}"' in page
    assert '"@type":"Person"' in page


def test_a_person_of_drafts_has_no_page(report: Path) -> None:
    for path in ("2026/trends/proef.md", "2026/interviews/gesprek.md", "pages/over.md", "2025/trends/oud.md"):
        file = report / "content" / path
        file.write_text(file.read_text("utf-8").replace("summary:", "status: draft\nsummary:", 1), "utf-8")
    edited = report / "content/2026/edition.yml"
    edited.write_text(edited.read_text("utf-8").replace("editors: [iemand]\n", ""), "utf-8")
    assert build(report, Options()).built
    assert not (report / "site/people").exists()


def test_an_edition_cannot_have_the_name_of_that_folder(sample: Path) -> None:
    (sample / "content/people").mkdir()
    (sample / "content/people/edition.yml").write_text('title: A\nsummary: V.\npublished: "2025"\n', "utf-8")
    assert "content/people/edition.yml:1:1 taken-address" in [shown(one) for one in check(sample).diagnostics]


def test_the_list_of_people_leads_to_each_page_by_family_name(report: Path) -> None:
    with (report / "content/people.yml").open("a", encoding="utf-8") as people:
        people.write("ander: {name: Berend van den Aalst}\nredactie: {name: De redactie, group: true}\n")
    (report / "content/2026/columns").mkdir()
    (report / "content/2026/columns/stuk.md").write_text(
        ("---\ntitle: Stuk\nsummary: V.\nauthors: [ander, redactie]\n---\nTekst.\n"), "utf-8"
    )
    seen = view(report)
    made = context(seen, "people.html")
    assert [(one.title, one.href, one.facts, one.editions) for one in made["people"]] == [
        ("Berend van den Aalst", "people/ander.html", [], ["Editie 2026"]),
        (
            "Iemand Anders",
            "people/iemand.html",
            ["raadslid", "Gemeente Nergens"],
            ["Editie 2026", "Editie 2025"],
        ),
        ("De redactie", "people/redactie.html", [], ["Editie 2026"]),
    ]
    assert "people.html" in {
        one.href for group in context(seen, "overviews.html")["groups"] for one in group.entrances
    }
    crumbs = next(page for page in every_page(seen) if page.path == "people/iemand.html").content().crumbs
    assert [one["href"] for one in crumbs] == ["../index.html", "../people.html"]


def test_a_report_without_such_people_has_no_list(sample: Path) -> None:
    (sample / "content/people.yml").write_text(PEOPLE, "utf-8")
    (sample / "content/2026/trends/proef.md").write_text(
        trend("", "```quote stil\nZo is het.\n```\n"), "utf-8"
    )
    seen = view(sample)
    assert "people.html" not in {page.path for page in every_page(seen)}
    assert "people.html" not in {
        one.href for group in context(seen, "overviews.html")["groups"] for one in group.entrances
    }
