"""One run tells everything: a mistake in one place hides no mistake elsewhere, and causes none.

All content here is invented.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from test_diagnostics import CHART, PLACE, trend
from trendrapport.diagnostics import Diagnostic, Location, Severity, Text, few
from trendrapport.model.config import Taxonomies, Term
from trendrapport.model.look import Look
from trendrapport.pipeline import check
from trendrapport.report.load import load
from trendrapport.runtime.cache import Cache
from trendrapport.starters.new_report import init

REFERENCES = (
    "authors: [niemand]\nsources: [niets]\nactions:\n  koning: [x]\nvalues:\n  - {value: geluk, effect: "
    "mixed, "
    "why: x, source: weg}\n"
    "related:\n  - trend: voorbeeldtrent\n    why: x\ninstruments: [hamer]\nkey_figures: [nul]\n"
)
WRONG = [
    "5:14 unknown-category",
    "6:10 unknown-horizon",
    "9:9 unknown-stance",
    "10:11 unknown-person",
    "11:11 unknown-source",
    "13:3 unknown-role",
    "15:13 unknown-value",
    "15:51 unknown-source",
    "17:12 unknown-trend",
    "19:15 unknown-instrument",
    "20:15 unknown-key-figure",
]


def broken_trend(**changed: str) -> str:
    return trend(
        REFERENCES,
        categories="categories: [maatschapelijk]",
        horizon="horizon: ooit",
        stance="stance: wacht",
        **changed,
    )


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, []),
        ({"impact": "impact: 9"}, ["7:9 out-of-range"]),
        ({"kind": "kind: analyse"}, ["4:7 unknown-choice"]),
        ({"title": "titel: a"}, ["2:1 unknown-key"]),
    ],
)
def test_a_wrong_field_hides_no_reference(findings, changed: dict[str, str], told: list[str]) -> None:
    assert sorted(findings(trend=broken_trend(**changed))) == sorted(
        f"{PLACE}:{one}" for one in [*told, *WRONG]
    )


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        (
            "values:\n  - {value: geluk, effect: fout, why: x}\n",
            ["11:13 unknown-value", "11:28 unknown-choice"],
        ),
        (
            "related:\n  - {trend: Fout Zo, why: x}\n  - {trend: weg, why: x}\n",
            ["11:13 unknown-trend", "12:13 unknown-trend"],
        ),
        (
            "actions:\n  Koning: [x]\n  college: [5]\n  keizer: [x]\n",
            ["11:3 unknown-role", "12:13 wrong-type", "13:3 unknown-role"],
        ),
        ("sources: voorbeeldbron\n", ["10:10 wrong-type"]),
        ("authors: [Foute Naam]\n", ["10:11 unknown-person"]),
        ("related: [voorbeeldtrend]\n", ["10:11 wrong-type"]),
    ],
)
def test_within_a_field_with_a_mistake_the_rest_is_checked_too(
    findings, extra: str, expected: list[str]
) -> None:
    assert findings(trend=trend(extra)) == [f"{PLACE}:{one}" for one in expected]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "interview",
            "---\ntitle: A\nsummary: B\nperson: niemand\ndate: ooit\nportrait: {image: weg.png, text: "
            "C}\nquotes:\n"
            "  - {text: D, source: weg}\n  - {text: 5}\n---\n\nTekst.\n",
            [
                "4:9 unknown-person",
                "5:7 bad-date",
                "6:19 missing-image",
                "8:23 unknown-source",
                "9:12 wrong-type",
            ],
        ),
        (
            "content/2026/key_figures.yml",
            "getal: {title: A, value: veel, explanation: B, source: weg, trends: [nergens]}\n",
            ["1:26 wrong-type", "1:56 unknown-source", "1:70 unknown-trend"],
        ),
        (
            "content/milestones.yml",
            (
                "feit: {title: A, date: ooit, type: law, explanation: B, sources: [weg], instruments: "
                "[niets]}\n"
            ),
            ["1:24 bad-date", "1:67 unknown-source", "1:87 unknown-instrument"],
        ),
        (
            "edition",
            "title: A\nsummary: B\npublished: straks\ntrends: [weg]\neditors: [niemand]\n",
            ["3:12 bad-date", "4:10 unknown-trend", "5:11 unknown-person"],
        ),
        (
            "charts/ander.yml",
            CHART.replace("\ntitle: Verzonnen", "\ntitle:")
            .replace("voorbeeldbron", "weg")
            .replace("data: voorbeeld", "data: weg"),
            ["2:7 unknown-table", "3:7 wrong-type", "6:9 unknown-source"],
        ),
    ],
)
def test_in_each_kind_of_file(findings, name: str, text: str, expected: list[str]) -> None:
    assert [one.partition(".")[2].partition(":")[2] for one in findings(**{name: text})] == expected


def settings(sample: Path, old: str, new: str) -> str:
    return (sample / "site_config.yml").read_text("utf-8").replace(old, new)


def test_wrong_settings_hide_no_mistake_elsewhere(findings, sample: Path) -> None:
    body = "".join(f"[a](weg{number}.md)\n" for number in range(13))
    found = findings(
        trend=trend(body=body, horizon="horizon: ooit"),
        config=settings(sample, "https://example.org/", "example"),
    )
    links = [f"{PLACE}:{line}:1 broken-link" for line in range(11, 16)]
    assert found == [
        f"{PLACE}:6:10 unknown-horizon",
        *links,
        f"{PLACE}:16:1 more-findings",
        "site_config.yml:10:12 bad-address",
    ]


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (5, None),
        (6, "1 more finding of this kind (broken-link) in this file, on line 16"),
        (
            13,
            (
                "8 more findings of this kind (broken-link) in this file, on lines 16, 17, 18, 19, 20, "
                "21, 22, 23"
            ),
        ),
        (
            1200,
            "995 more findings of this kind (broken-link) in this file, on lines 16, 17, 18, 19, 20, 21, "
            "22, 23, "
            "24, 25, 26, 27, 28, 29, 30, 31, "
            "32, 33, 34, 35...",
        ),
    ],
)
def test_of_many_alike_the_first_are_told_and_the_lines_of_the_others(
    sample: Path, count: int, told: str | None
) -> None:
    body = "".join(f"[a](weg{number}.md)\n" for number in range(count))
    (sample / PLACE).write_text(trend(body=body))
    found = check(sample).diagnostics
    assert [one.what.en for one in found if one.code == "more-findings"] == ([told] if told else [])
    assert sum(one.code == "broken-link" for one in found) == 5
    assert [one.severity for one in found if one.code == "more-findings"] == (
        [Severity.ERROR] if told else []
    )
    assert [one.location.line for one in found if one.code == "too-many-findings"] == (
        [1011] if count > 1000 else []
    )


def test_a_library_of_sources_of_which_most_are_unused_stops_no_build(sample: Path) -> None:
    sources = sample / "content/sources.yml"
    unused = "".join(
        f"  - {{id: bron{number}, type: book, title: Boek {number}}}\n" for number in range(1200)
    )
    sources.write_text(sources.read_text("utf-8").rstrip("\n") + "\n" + unused, "utf-8")
    found = check(sample).diagnostics
    assert {one.severity for one in found} == {Severity.WARNING}
    assert [one.what.en[:17] for one in found if one.code == "more-findings"] == ["1195 more finding"]


def test_more_warnings_are_no_error() -> None:
    text = Text("a", "b")
    found = few(
        [
            Diagnostic(Location("a.md", line), "code", text, text, text, Severity.WARNING)
            for line in range(1, 8)
        ]
    )
    assert [one.severity for one in found] == [Severity.WARNING] * 6


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("content/pages/groot.md", 250_001),
        ("content/groot.yml", 500_001),
        ("charts/groot.py", 500_001),
        ("charts/data/groot.csv", 5_000_001),
    ],
)
def test_a_file_is_not_parsed_that_is_too_large(findings, name: str, size: int) -> None:
    assert f"{name}:1:1 file-size" in findings(**{name: "[" * size})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a" * 250_001, "content/2026/trends/voorbeeldtrend.md:1:1 file-size"),
        (b"\xff", None),
        ("---\ntitle: A\n---\n\n" + "[" * 60, None),
    ],
)
def test_what_an_unread_text_may_name_is_not_called_unused(
    findings, text: str | bytes, told: str | None
) -> None:
    """Only the trend of the sample shows the chart."""
    found = findings(**{"content/2026/trends/voorbeeldtrend.md": text})
    assert told is None or told in found
    assert found
    assert not [one for one in found if " unused-" in one]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("    maatschappelijk:\n", "    Maatschappelijk:\n", ["bad-name"]),
        ("  horizons:", "  horizonnen:", ["unknown-key"]),
        ("taxonomies:", "taxonomieen:", ["unknown-key"]),
        ("title: Mijn", 'title: "Mijn', ["yaml-indent"]),
        ("language: nl", "language: qq", ["unknown-choice"]),
        ("  - site\n", "  - site\n  - 5\n", ["wrong-type"]),
        ("  - site\n", "  - site\n  - siet\n  - 5\n", ["unknown-output", "wrong-type"]),
    ],
)
def test_wrong_settings_cause_no_mistake_elsewhere(
    findings, sample: Path, old: str, new: str, told: list[str]
) -> None:
    assert [
        one.rpartition(" ")[2]
        for one in findings(config=settings(sample, old, new))
        if one.startswith("site_config.yml")
    ] == told
    assert [one for one in findings() if not one.startswith("site_config.yml")] == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("outputs:\n", "outputs: [site]\n", ["yaml-indent"]),
        ("judgement: []", "judgement: [impakt]", ["unknown-choice"]),
        ("judgement: []", "judgement: 5", ["wrong-type"]),
        ("judgement: []", "judgment: []", ["unknown-key"]),
        ("  own:\n", "  eigen:\n", ["unknown-key"]),
        ("taxonomies:\n", "taxonomie:\n", ["unknown-key"]),
        ("radar:\n", "radr:\n", ["unknown-key"]),
    ],
)
def test_settings_that_do_not_say_what_is_used_cause_no_mistake_elsewhere(
    tmp_path: Path, old: str, new: str, told: list[str]
) -> None:
    """In a report with lists of its own, of which trends have other fields."""
    folder = tmp_path / "radar"
    init(folder, other="technology-radar")
    written = (folder / "site_config.yml").read_text("utf-8")
    assert old in written
    (folder / "site_config.yml").write_text(written.replace(old, new), "utf-8")
    assert [finding.code for finding in check(folder).diagnostics] == told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('paper: ["#fbfaf6", "#11181f"]', 'paper: ["geel", "#11181f"]'),
        ('paper: ["#fbfaf6", "#11181f"]', "paper: geel"),
        ("look:", "look: geel\nlook2:"),
        ('["#7a2e68", "#e29ad0"]', '["#7a2e68", 5]'),
        ('["#7a2e68", "#e29ad0"]', "[]"),
        ("  horizons:", "  horizonnen:"),
        ("taxonomies:", "taxonomieen:"),
        ("      label: Nu\n", ""),
        ("    nu:\n", "    nu: 5\n    straks:\n"),
        ("address: https://trends.example.org/\n", ""),
        ("title: Mijn", 'title: "Mijn'),
    ],
)
def test_of_wrong_settings_each_colour_and_each_list_of_words_has_its_form(
    sample: Path, old: str, new: str
) -> None:
    """A check may look at them as at those of settings without a mistake."""
    (sample / "site_config.yml").write_text(settings(sample, old, new), "utf-8")
    with Cache(sample / "build/cache.sqlite") as cache:
        report, found = load(sample, cache)
    assert found
    look, words = report.config.look, report.config.taxonomies
    terms = [term for name in Taxonomies.model_fields for term in getattr(words, name).values()]
    assert all(isinstance(term, Term) for term in terms)
    pairs = [getattr(look, name) for name in Look.colours()] + [term.colour for term in terms if term.colour]
    assert all(len(pair) == 2 and re.fullmatch("#[0-9a-f]{6}", colour) for pair in pairs for colour in pair)
    assert report.config.language == "nl"


@pytest.mark.parametrize("text", ["references: nee\n", "- a\n", 'references: "open\n', "a: 1\na: 2\n"])
def test_a_file_that_cannot_be_read_causes_no_mistake_elsewhere(findings, text: str) -> None:
    assert {one.partition(":")[0] for one in findings(sources=text)} == {"content/sources.yml"}


def test_the_language_of_wrong_settings_is_kept(sample: Path) -> None:
    (sample / "site_config.yml").write_text(
        settings(sample, "language: nl", "language: en").replace("site\n", "Site\n"), "utf-8"
    )
    assert check(sample).language == "en"
