"""One finding for one mistake, and none for what is right: quotations, talk, letters of pictures, tables of
Excel. All content is invented.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import shown
from test_diagnostics import CHART, PLACE, trend
from trendrapport.diagnostics import MOST, Diagnostic, Location, Text, few
from trendrapport.pipeline import check

PEOPLE = "iemand: {name: Iemand Anders}\n"
VIDEO = "```video\ntitle: {title}\naddress: https://example.org/v\nsource: X\nduration: 4:32\n\n{said}\n```\n"
SMILE = "\U0001f600"


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("Zie [a](https://example.org).", 5),
        ('Zie [a](https://example.org "x").', 5),
        ("Zie [a](<b c.md>).", 5),
        ("Zie [a][1].", 5),
        ("Zie ![a](b.png).", 5),
        ("Zie <https://example.org/>.", 5),
        ("Zie [a](https://example.org/x_(y)).", 5),
        ("Nu __echt__.", 4),
        ("Nu ~~niet~~.", 4),
        ("Zie https://example.org/__init__/x.", 0),
        (("Dit [sic] zei hij (echt), een snake__case en 3 < 4."), 0),
    ],
)
def test_marks_in_a_quotation(findings: Callable[..., list[str]], line: str, column: int) -> None:
    found = findings(trend=trend(body=f"```quote iemand\n{line}\n```\n"), people=PEOPLE)
    assert found == ([f"{PLACE}:12:{column} markup-in-field"] if column else [])


def test_marks_in_the_words_of_a_video(findings: Callable[..., list[str]]) -> None:
    assert findings(trend=trend(body=VIDEO.format(title="A [b](https://example.org)", said="Tekst."))) == [
        f"{PLACE}:12:10 markup-in-field"
    ]
    assert findings(trend=trend(body=VIDEO.format(title="A", said="Zie **b**."))) == [
        f"{PLACE}:17:5 markup-in-field"
    ]
    assert findings(trend=trend(body=VIDEO.format(title="A", said="Tekst."))) == []


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("– Wat vindt u?\n\n– Dat weet ik niet.\n", []),
        ("Zij zei:\n\n– Nee.\n", []),
        ("– Jan: dag\n– Piet: dag\n", ["11:1"]),
        ("Nodig is:\n– een\n– twee\n", ["12:1"]),
        ("•\tEen\n•\tTwee\n\n– drie\n", ["11:1", "14:1"]),
        ("> – Iemand\n", []),
        ("Zij zei:\n\n– punt\n", ["13:1"]),
        ("– “Ja,” zei hij\nen ging weg.\n", []),
    ],
)
def test_a_dash_before_what_is_said_and_before_an_item(
    findings: Callable[..., list[str]], body: str, places: list[str]
) -> None:
    assert findings(trend=trend(body=body)) == [f"{PLACE}:{place} unread-markup" for place in places]


@pytest.mark.parametrize(
    ("name", "before", "after", "place"),
    [
        ("site_config.yml", "title: ", f"title: {SMILE} ", "site_config.yml:2:8"),
        ("content/sources.yml", "title: ", f"title: {SMILE} ", "content/sources.yml"),
        (
            "charts/voorbeeld.yml",
            "fields:",
            f"options: {{breaks: [{{at: 2024, reason: 'Nieuw {SMILE}'}}]}}\nfields:",
            "charts/voorbeeld.yml:7:46",
        ),
    ],
)
def test_letters_of_pictures_wherever_they_come_from(
    sample: Path, name: str, before: str, after: str, place: str
) -> None:
    (sample / "charts/voorbeeld.yml").write_text(CHART, "utf-8")
    path = sample / name
    text = path.read_text("utf-8")
    if name == "content/sources.yml":
        text = "references:\n  - {id: voorbeeldbron, type: document, title: Verzonnen}\n"
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    found = [shown(one) for one in check(sample).diagnostics if one.code == "letter-without-font"]
    assert len(found) == 1, check(sample).diagnostics
    assert found[0].startswith(place)


def test_a_table_of_a_dutch_excel_is_one_mistake(findings: Callable[..., list[str]]) -> None:
    assert findings(csv="jaar;aantal\n2023;1.500\n2024;2.013\n") == [
        "charts/data/voorbeeld.csv:1:5 csv-separator"
    ]
    assert findings(csv="jaar;aantal\n2023;1.500\n2024;veel\n") == [
        "charts/data/voorbeeld.csv:1:5 csv-separator",
        "charts/data/voorbeeld.csv:3:6 csv-type",
    ]


def test_a_report_without_its_texts_has_one_finding(sample: Path) -> None:
    shutil.rmtree(sample / "content")
    assert [shown(one) for one in check(sample).diagnostics] == ["content:1:1 missing-folder"]


def test_of_many_findings_each_sort_is_told() -> None:
    def one(line: int, fix: str) -> Diagnostic:
        return Diagnostic(Location("a.md", line), "x", Text("-", "-"), Text("-", "-"), Text(fix, fix))

    found = [*(one(line, "a") for line in range(1, 8)), one(8, "b"), one(9, "c"), one(10, "b")]
    told = few(found)
    assert [(each.location.line, each.code) for each in told] == [
        (1, "x"),
        (2, "x"),
        (3, "x"),
        (8, "x"),
        (9, "x"),
        (4, "more-findings"),
    ]
    assert "4, 5, 6, 7, 10" in told[-1].what.en
    assert few(found[:MOST]) == found[:MOST]
    many = few([one(line, str(line)) for line in range(1, 20)])
    assert [each.location.line for each in many] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("before", "after", "place", "fix"),
    [
        (
            "categories: [maatschappelijk]",
            "categories:\n-maatschappelijk",
            "6:1 yaml-colon",
            'Schrijf "- maatschappelijk".',
        ),
        (
            "impact: 3",
            "  impact: 3",
            "7:3 yaml-indent",
            'Laat de regel even ver inspringen als "horizon" erboven.',
        ),
    ],
)
def test_yaml_that_is_nearly_right(sample: Path, before: str, after: str, place: str, fix: str) -> None:
    text = trend()
    assert before in text
    (sample / PLACE).write_text(text.replace(before, after), "utf-8")
    (found,) = check(sample).diagnostics
    assert (shown(found), found.fix.nl) == (f"{PLACE}:{place}", fix)
