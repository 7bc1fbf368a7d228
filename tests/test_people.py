"""A page per person: what someone was in each edition, and the way to it from what they said and wrote."""

from __future__ import annotations

import json
import re
from pathlib import Path

import docx
import pytest
from PIL import Image

from conftest import shown
from invented import context, edition, trend, view
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.makers import every_page
from trendrapport.pipeline import Options, build, check
from trendrapport.starters import new_report

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


HELPED = "authors: [iemand]\nreviewers: [stil]\nanalysts: [cijfers, iemand]\neditors: [redactie]\n"
KNOWN = """iemand:
  name: Iemand Anders
  role: raadslid
  portrait: {image: iemand.png, text: Een verzonnen gezicht., credit: Niemand}
  biography: |
    Iemand is verzonnen: 1 < 2 & 3.

    Eerst was er niemand.
stil: {name: Stille Getuige, organisation: Gemeente Nergens}
cijfers: {name: Wie Rekent, role: analist}
redactie: {name: De redactie, group: true}
"""


@pytest.fixture(scope="module")
def helped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a built report in which a trend has a writer with a picture, and three who helped."""
    folder = tmp_path_factory.mktemp("mensen")
    new_report.init(folder)
    Image.new("RGB", (300, 400), "#c08050").save(folder / "content/iemand.png")
    (folder / "content/people.yml").write_text(KNOWN, "utf-8")
    (folder / "content/2026/trends/proef.md").write_text(trend(HELPED), "utf-8")
    settings = folder / "site_config.yml"
    outputs = "outputs:\n  - api\n  - text\n  - docx\n"
    settings.write_text(settings.read_text("utf-8").replace("outputs:\n", outputs), "utf-8")
    assert build(folder, Options(strict=True)).built
    return folder


def test_a_byline_has_the_picture_and_names_who_helped_apart(helped: Path) -> None:
    page = (helped / "site/2026/trends/proef.html").read_text("utf-8")
    head = page.partition("</h1>")[2].partition("</header>")[0]
    byline, rest = head.split('<p class="note">', 1)
    assert "Geschreven door" in byline
    assert 'alt="Een verzonnen gezicht."' in byline
    assert re.findall(r"<strong>\s*<a href=\"([^\"]+)", byline) == ["../../people/iemand.html"]
    lines = [" ".join(re.sub(r"<[^>]+>", "", line).split()) for line in rest.split("</p>")[:3]]
    assert lines == [
        "Beoordeeld door: Stille Getuige, Gemeente Nergens",
        "Analyse: Wie Rekent, analist; Iemand Anders, raadslid",
        "Redactie van deze tekst: De redactie",
    ]


def test_a_page_has_the_biography_as_plain_text_and_each_role(helped: Path) -> None:
    page = (helped / "site/people/iemand.html").read_text("utf-8")
    assert "Iemand is verzonnen: 1 &lt; 2 &amp; 3." in page
    assert page.count('<p class="biography">') == 2
    assert 'alt="Een verzonnen gezicht."' in page
    assert re.findall(r'<p class="note">\s*(\w+)\s*</p>', page) == ["Schrijver", "Analist"]
    assert "Beoordelaar" in (helped / "site/people/stil.html").read_text("utf-8")


def test_nobody_who_helped_is_made_the_author(helped: Path) -> None:
    page = (helped / "site/2026/trends/proef.html").read_text("utf-8")
    [graph] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    article = next(one for one in json.loads(graph)["@graph"] if one["@type"] == "Article")
    assert [one["name"] for one in article["author"]] == ["Iemand Anders"]
    assert [one["name"] for one in article["editor"]] == ["De redactie"]
    assert [(one["roleName"], one["contributor"]["name"]) for one in article["contributor"]] == [
        ("Beoordelaar", "Stille Getuige"),
        ("Analist", "Wie Rekent"),
        ("Analist", "Iemand Anders"),
    ]
    cited = json.loads((helped / "site/2026/trends/proef.csl.json").read_text("utf-8"))
    assert "Anders" in str(cited)
    assert not {"Getuige", "Rekent", "redactie"} & set(re.findall(r"\w+", str(cited)))


def test_programs_and_documents_know_who_helped(helped: Path) -> None:
    site = helped / "site"
    [record] = [
        found
        for file in (site / "api").rglob("proef.json")
        if "contributors" in (found := json.loads(file.read_text("utf-8")))
    ]
    assert [one["name"] for one in record["authors"]] == ["Iemand Anders"]
    assert [(one["role"], one["name"]) for one in record["contributors"]] == [
        ("editor", "De redactie"),
        ("reviewer", "Stille Getuige"),
        ("analyst", "Wie Rekent"),
        ("analyst", "Iemand Anders"),
    ]
    feed = json.loads((site / "feed.json").read_text("utf-8"))
    by_title = {item["title"]: item.get("authors") for item in feed["items"]}
    assert by_title == {"Proef": [{"name": "Iemand Anders"}], "Een voorbeeldtrend": None}
    assert "<author><name>Iemand Anders</name>" in (site / "feed.atom").read_text("utf-8")
    line = "Beoordeeld door: Stille Getuige, Gemeente Nergens"
    assert line in (site / "2026/trends/proef.txt").read_text("utf-8")
    word = docx.Document(str(site / "2026/trends/proef.docx"))
    assert line in [one.text for one in word.paragraphs]


def test_the_editors_of_an_edition_stay_its_authors_and_those_of_a_text_do_not_become_them() -> None:
    assert Edition.model_construct(editors=("a",), authors=()).credited == ("a",)
    assert Trend.model_construct(editors=("a",), authors=()).credited == ()


def test_check_reports_a_picture_that_is_not_there(sample: Path) -> None:
    (sample / "content/people.yml").write_text(KNOWN, "utf-8")
    (sample / "content/2026/trends/proef.md").write_text(trend(HELPED), "utf-8")
    assert [one.code for one in check(sample).diagnostics] == ["missing-image"]


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
