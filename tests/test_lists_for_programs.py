"""The milestones as a calendar, all sources for reference managers, and the list of books for e-readers. All
content is invented.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

import invented
from conftest import english_report
from trendrapport.open_data.bibliography import bibliography
from trendrapport.open_data.calendar import _folded, _text, calendar, span
from trendrapport.open_data.opds import opds
from trendrapport.pages.view import Offer, View

DAY = 1767268800
"""Noon on 1 January 2026."""
ATOM = {"a": "http://www.w3.org/2005/Atom", "dc": "http://purl.org/dc/terms/"}
PDF, EPUB = Offer("pdf", "edition", "{stem}.pdf"), Offer("epub", "edition", "{stem}.epub")


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> View:
    folder = tmp_path_factory.mktemp("english")
    english_report(folder)
    return invented.view(folder)


def events(text: str) -> dict[str, dict[str, object]]:
    """The events of a calendar by title, as another program reads them."""
    found = {}
    for event in Calendar.from_ical(text).walk("VEVENT"):
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        found[str(event["SUMMARY"])] = {"start": start, "end": end, "event": event}
    return found


def test_each_milestone_of_this_report_is_in_the_calendar(dutch: View) -> None:
    found = Calendar.from_ical(calendar(dutch, DAY)).walk("VEVENT")
    milestones = [entry for entry in dutch.report.entries if entry.kind == "milestones"]
    assert sorted(str(event["SUMMARY"]) for event in found) == sorted(one.data.title for one in milestones)
    assert len({str(event["UID"]) for event in found}) == len(milestones)


@pytest.mark.parametrize(
    ("known", "first", "after"),
    [
        ("2024", date(2024, 1, 1), date(2025, 1, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 3, 1)),
        ("2024-12", date(2024, 12, 1), date(2025, 1, 1)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 3, 1)),
    ],
)
def test_an_event_is_as_long_as_what_is_known(tmp_path: Path, known: str, first: date, after: date) -> None:
    assert span(known) == (first, after)
    english_report(tmp_path)
    path = tmp_path / "content/milestones.yml"
    data = yaml.safe_load(path.read_text("utf-8"))
    (slug, milestone), *_ = data.items()
    path.write_text(yaml.safe_dump({slug: milestone | {"date": known}}, allow_unicode=True), "utf-8")
    found = events(calendar(invented.view(tmp_path), DAY))[milestone["title"]]
    assert (found["start"], found["end"]) == (first, after)


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=200) | st.sampled_from(
    ["a;b,c\\d", "BEGIN:VEVENT\nSUMMARY:x", "x" * 400, "\u00e9" * 100, "\u202eabc", "a\r\nEND:VCALENDAR"]
)


@given(TEXT)
def test_words_stay_words(said: str) -> None:
    line = _folded(f"SUMMARY:{_text(said)}")
    assert all(len(part.encode()) <= 75 for part in line.split("\r\n"))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:x",
        "BEGIN:VEVENT",
        "UID:1",
        "DTSTAMP:20260101T120000Z",
    ]
    whole = "\r\n".join([*lines, line, "END:VEVENT", "END:VCALENDAR", ""])
    (event,) = Calendar.from_ical(whole).walk("VEVENT")
    assert str(event["SUMMARY"]) == said.replace("\r", "")
    assert set(event) == {"UID", "DTSTAMP", "SUMMARY"}


def test_the_same_report_gives_the_same_calendar(seen: View) -> None:
    assert calendar(seen, DAY) == calendar(seen, DAY)
    assert "20260101T120000Z" in calendar(seen, DAY)


def test_each_source_is_in_each_form(dutch: View) -> None:
    made = bibliography(dutch)
    keys = {entry.slug for entry in dutch.report.entries if entry.kind == "sources"}
    assert {item["id"] for item in json.loads(made["csl.json"])} == keys
    assert set(re.findall(r"^@\w+\{([^,]+),$", made["bib"], re.M)) == keys
    assert set(re.findall(r"^ID  - (.+)\r$", made["ris"], re.M)) == keys
    assert made["ris"].count("TY  - ") == made["ris"].count("ER  - ") == len(keys)


def entries(view: View) -> list[ElementTree.Element]:
    return ElementTree.fromstring(opds(view, {})).findall("a:entry", ATOM)


def links(entry: ElementTree.Element) -> list[tuple[str, str]]:
    """The addresses and media types of the files of a book."""
    found = []
    for link in entry.findall("a:link", ATOM):
        if link.get("rel") == "http://opds-spec.org/acquisition/open-access":
            found.append((str(link.get("href")), str(link.get("type"))))
    return found


def test_each_edition_is_a_book_with_the_files_that_exist(seen: View) -> None:
    home = seen.report.config.address
    only_pdf = entries(View(seen.report, offers=(PDF,)))
    assert [entry.findtext("a:title", "", ATOM) for entry in only_pdf] == [
        edition.data.title for edition in seen.editions
    ]
    assert links(only_pdf[0]) == [(f"{home}2026/edition-2026.pdf", "application/pdf")]
    both = entries(View(seen.report, offers=(PDF, EPUB)))
    assert [kind for _, kind in links(both[0])] == ["application/epub+zip", "application/pdf"]
    assert entries(View(seen.report)) == []


def test_a_year_alone_is_no_day(seen: View) -> None:
    *_, oldest = entries(View(seen.report, offers=(PDF,)))
    assert oldest.findtext("dc:issued", "", ATOM) == "2025"


def test_a_list_without_books_is_reported(sample: Path, findings: Callable[..., list[str]]) -> None:
    path = sample / "site_config.yml"
    config = yaml.safe_load(path.read_text("utf-8"))
    for outputs, codes in ((["site", "opds"], ["empty-book-list"]), (["site", "pdf", "opds"], [])):
        config["outputs"] = outputs
        path.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8")
        assert [found.split()[1] for found in findings()] == codes
