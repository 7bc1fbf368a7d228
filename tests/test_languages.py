"""Reports in other languages than those of messages, and how a language is begun."""

from __future__ import annotations

from functools import partial
from html import escape
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from conftest import built_once
from trendrapport.charts import notation
from trendrapport.cli import main
from trendrapport.language.facts import labels_file
from trendrapport.language.labels import Labels
from trendrapport.language.labels.wording import settable
from trendrapport.model.addresses import hyphenated
from trendrapport.pages.search.words import words
from trendrapport.starters.new_report import init

LONG = 4
"""Words of a label that is looked for."""


@pytest.mark.parametrize("language", ["de", "fr"])
def test_a_report_in_another_language_says_nothing_in_english(
    tmp_path_factory: pytest.TempPathFactory, language: str
) -> None:
    """The invented sample is in English, so only sentences that are long enough to be no chance count."""
    site = built_once(tmp_path_factory, f"in-{language}", partial(sample_in, language))
    trend = (site / "2026/trends/example-trend.html").read_text("utf-8")
    labels = Labels(language)
    assert f'<html lang="{language}"' in trend
    assert escape(labels("brief")) in trend
    assert escape(labels("cite_this")) in trend
    said = "\n".join(path.read_text("utf-8") for path in sorted(site.rglob("*.html")))
    english = {text for text in settable("en").values() if len(text.split()) >= LONG and "{" not in text}
    assert [text for text in sorted(english) if text in said] == []


def sample_in(language: str, folder: Path) -> None:
    """The English sample as a report in another language."""
    folder.rmdir()
    init(folder, "en")
    settings = folder / "site_config.yml"
    written = settings.read_text("utf-8")
    settings.write_text(written.replace("language: en", f"language: {language}"), "utf-8")


def test_a_language_is_begun_in_english(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["labels", "es", "--output", str(tmp_path / "es")])
    assert done.exit_code == 0
    labels = yaml.safe_load((tmp_path / "es/labels.yml").read_text("utf-8"))
    english = yaml.safe_load(labels_file("en").read_text("utf-8"))
    assert labels["locale"] == "es_ES"
    assert labels["language_name"] == "español"
    assert set(labels) == set(english)
    sentences = yaml.safe_load((tmp_path / "es/charts.yml").read_text("utf-8"))
    assert sentences["no data"] == "no data"


def test_what_is_there_is_not_begun_again(tmp_path: Path) -> None:
    arguments = ["labels", "es", "--output", str(tmp_path / "es")]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    (tmp_path / "es/labels.yml").write_text("trends: Tendencias\n")
    assert CliRunner().invoke(main, arguments).exit_code == 2
    assert (tmp_path / "es/labels.yml").read_text() == "trends: Tendencias\n"


@pytest.mark.parametrize(("language", "told"), [("de", "de/labels.yml"), ("xx", "bg, cs, da")])
def test_a_language_that_is_there_or_none_is_told(language: str, told: str) -> None:
    done = CliRunner().invoke(main, ["labels", language])
    assert done.exit_code == 2
    assert told in done.output


@pytest.mark.parametrize(
    ("text", "found", "address"),
    [
        ("Straße", ["strasse"], "strasse"),
        ("Œuvre d'art", ["oeuvre", "d", "art"], "oeuvre-d-art"),
        ("Über Ærø", ["uber", "aero"], "uber-aero"),
    ],
)
def test_letters_of_other_languages_are_found_and_linked(text: str, found: list[str], address: str) -> None:
    assert words(text) == found
    assert hyphenated(text) == address


@pytest.mark.parametrize(
    ("language", "written"), [("fr", "Utrecht\u00a0: 12"), ("de", "Utrecht: 12"), ("nl", "Utrecht: 12")]
)
def test_a_colon_stands_as_the_language_writes_it(language: str, written: str) -> None:
    assert notation.told_of("Utrecht", "12", language) == written
