"""Entries in another language: what a translation may say, and what readers get of it.

All content here is invented.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import trend
from trendrapport.diagnostics import Language
from trendrapport.pages.makers import every_page
from trendrapport.pages.view import View
from trendrapport.pipeline import Options, build, check
from trendrapport.report.load.reading import split

TRANSLATION = """---
title: Trial
summary: Invented.
drivers: [A driver.]
{extra}---
{body}
"""
PLACE = "content/2026/trends/proef{}.md"


def found(
    sample: Path, extra: str = "", body: str = "An invented text.", original: str = "", name: str = ".en"
) -> list[str]:
    """What is found in a translation: "line:column code"."""
    (sample / PLACE.format("")).write_text(
        trend("drivers: [Een aanjager.]\n" + original, "Een verzonnen tekst.\n"), "utf-8"
    )
    (sample / PLACE.format(name)).write_text(TRANSLATION.format(extra=extra, body=body), "utf-8")
    return [
        f"{one.location.line}:{one.location.column} {one.code}"
        for one in check(sample).diagnostics
        if one.location.path == PLACE.format(name)
    ]


VALUES = "values: [{value: privacy, effect: mixed, why: Waarom.}]\n"


@pytest.mark.parametrize(
    ("extra", "original", "expected"),
    [
        ("", "", []),
        ("horizon: nu\n", "", []),
        ("status: draft\n", "", []),
        ("impact: 4\n", "", ["5:9 translation-differs"]),
        ("brakes: [A brake.]\n", "", []),
        ("", "brakes: [Een rem.]\n", ["2:1 untranslated"]),
        ("brakes: [One., Two.]\n", "brakes: [Een rem.]\n", ["5:9 translation-differs"]),
        ("values: [{value: privacy, effect: mixed, why: Why.}]\n", VALUES, []),
        ("values: [{value: autonomie, effect: mixed, why: Why.}]\n", VALUES, ["5:18 translation-differs"]),
        ("values: [{value: privacy, effect: pressured, why: Why.}]\n", VALUES, ["5:35 translation-differs"]),
        ("values: [{value: privacy, effect: often, why: Why.}]\n", VALUES, ["5:35 unknown-choice"]),
        ("actions: {raad: [Ask.]}\n", "actions: {college: [Vraag.]}\n", ["5:10 translation-differs"]),
        ("titel: Trial\n", "", ["5:1 unknown-key"]),
    ],
)
def test_a_translation_says_the_same_in_other_words(
    sample: Path, extra: str, original: str, expected: list[str]
) -> None:
    assert found(sample, extra, original=original) == expected


def test_a_translation_without_text_is_told(sample: Path) -> None:
    assert [one.split()[-1] for one in found(sample, body="")] == ["untranslated"]


def test_a_translation_into_the_own_language_is_told(sample: Path) -> None:
    assert [one.split()[-1] for one in found(sample, name=".nl")] == ["own-language"]


def test_a_translation_without_an_original_is_told_with_the_nearest_name(sample: Path) -> None:
    found(sample)
    (sample / PLACE.format("")).rename(sample / "content/2026/trends/proeven.md")
    path = PLACE.format(".en")
    finding = next(one for one in check(sample).diagnostics if one.location.path == path)
    assert finding.code == "no-original"
    assert "proeven.md" in finding.fix.nl


def test_a_mistake_in_the_original_is_told_once(sample: Path) -> None:
    found(sample)
    path = sample / PLACE.format("")
    path.write_text(path.read_text("utf-8").replace("impact: 3", "impact: 9"), "utf-8")
    assert {one.location.path for one in check(sample).diagnostics if one.severity.value == "error"} == {
        PLACE.format("")
    }


def test_a_word_without_a_name_in_that_language_is_a_warning(sample: Path) -> None:
    found(sample)
    assert "untranslated-term" in {
        one.code for one in check(sample).diagnostics if one.location.path == "site_config.yml"
    }


def test_links_in_a_translation_are_checked(sample: Path) -> None:
    assert found(sample, body="[a link](nergens.md) and [itself](proef.en.md) and [original](proef.md)") == [
        "6:1 broken-link"
    ]


def test_a_draft_and_what_translates_one_stay_out(sample: Path) -> None:
    found(sample, "status: draft\n")
    assert build(sample, Options()).built
    assert not (sample / "site/2026/trends/proef.en.html").exists()
    assert build(sample, Options(drafts=True)).built
    assert (sample / "site/2026/trends/proef.en.html").exists()


def test_a_page_leads_to_its_other_languages(sample: Path) -> None:
    found(sample)
    assert build(sample, Options()).built
    one, other = ((sample / f"site/2026/trends/proef{name}.html").read_text("utf-8") for name in ("", ".en"))
    assert '<html lang="nl"' in one
    assert '<html lang="en"' in other
    for page in (one, other):
        assert set(
            re.findall(
                (
                    r'<link rel="alternate" hreflang="(\w+)" '
                    r'href="\S*/(\S+)"'
                ),
                page,
            )
        ) >= {("nl", "proef.html"), ("en", "proef.en.html")}
    assert "Certainty" in other
    assert "Zekerheid" not in other
    listed = (sample / "site/en.html").read_text("utf-8")
    assert 'href="2026/trends/proef.en.html"' in listed


def test_what_is_not_translated_says_so(sample: Path) -> None:
    found(sample)
    assert build(sample, Options()).built
    page = (sample / "site/2026/index.html").read_text("utf-8")
    assert 'href="../en.html"' in page


def test_a_report_without_translations_says_nothing_of_languages(sample: Path) -> None:
    assert build(sample, Options()).built
    assert not (sample / "site/en.html").exists()
    assert "hreflang" not in (sample / "site/index.html").read_text("utf-8")


def test_a_report_has_a_trend_and_an_interview_in_english(dutch: View) -> None:
    paths = {page.path: page for page in every_page(dutch)}
    trend = paths["2022/trends/digitalisering-en-sociaal-contract.en.html"]
    assert trend.language == "en"
    assert [version["language"] for version in trend.versions] == ["nl", "en"]
    assert "2022/interviews/lotte-voorbeeld.en.html" in paths


@given(st.from_regex(r"content/[a-z0-9./-]{1,40}", fullmatch=True), st.sampled_from(["nl", "en"]))
def test_the_name_of_a_translation_leads_to_its_original(path: str, language: Language) -> None:
    assert split(f"{path}.{language}.md") == (f"{path}.md", language)
    assert split(f"{path}.yml") == (f"{path}.yml", None)
