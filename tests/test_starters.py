"""`new` for every kind and in every report: a file in which each field is explained and that checks without an error."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from trendrapport import entries, starters
from trendrapport.by_place import modules
from trendrapport.charts.declaration import Chart
from trendrapport.diagnostics import CannotRunError, Severity
from trendrapport.model import Model
from trendrapport.pipeline import check

KINDS = sorted([*starters.kinds(), "chart"])


def errors(report: Path) -> list[str]:
    return [f"{one.location} {one.code}" for one in check(report).diagnostics if one.severity is Severity.ERROR]


def model(kind: str) -> type[Model]:
    found: type[Model] = Chart if kind == "chart" else modules(entries)[starters.kinds()[kind]].MODEL
    return found


def is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


@pytest.fixture(params=["nl", "en"])
def report(sample: Path, request: pytest.FixtureRequest) -> Path:
    """The sample in each language."""
    config = sample / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("language: nl", f"language: {request.param}"), "utf-8")
    return sample


@pytest.mark.parametrize("kind", KINDS)
def test_a_starter_checks_clean_and_explains_every_field(report: Path, kind: str) -> None:
    *_, path = starters.write(report, kind, "Eén nieuw ding")
    assert errors(report) == []
    text, language = path.read_text("utf-8"), check(report).language
    for name, schema in model(kind).model_json_schema()["properties"].items():
        assert f"{name}:" in text
        assert f"# {schema['nl' if language == 'nl' else 'description']}\n" in text


@pytest.mark.parametrize("kind", KINDS)
def test_a_starter_brings_what_it_must_refer_to(report: Path, kind: str) -> None:
    for path in ("charts", "content/sources.yml", "content/2026/trends"):
        shutil.rmtree(report / path) if (report / path).is_dir() else (report / path).unlink()
    made = starters.write(report, kind, "Eén nieuw ding")
    assert all(path.is_file() for path in made)
    assert errors(report) == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_commented_out_may_be_used(report: Path, kind: str) -> None:
    """Every example that stands behind a # is one that the check accepts, once its own names exist."""
    for needed in ("person", "source", "instrument", "term", "interview", "key-figure"):
        starters.write(report, needed, "Iets")
    *_, path = starters.write(report, kind, "Eén nieuw ding")
    unused = {"options", "filter", "places", "portrait", "explore"}  # these need a table, picture or kind of the editor's own
    shown = [line if (field := re.match(r"( *)# (\w+): (.+)", line)) is None or field[2] in unused or not is_json(field[3])
             else f"{field[1]}{field[2]}: {field[3]}" for line in path.read_text("utf-8").splitlines()]
    path.write_text("\n".join(shown) + "\n", "utf-8")
    assert errors(report) == []


def test_taxonomies_of_the_report_are_used(sample: Path) -> None:
    config = sample / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("    watch:", "    wait:"), "utf-8")
    path, = starters.write(sample, "trend", "Iets")
    assert 'stance: "act"' in path.read_text("utf-8")


def test_an_edition_is_named_after_its_year_and_becomes_the_newest(sample: Path) -> None:
    assert starters.write(sample, "edition", "2031")[0] == sample / "content/2031/edition.yml"
    assert starters.write(sample, "edition", "archief")[0] == sample / "content/archief/edition.yml"
    assert starters.write(sample, "trend", "Iets")[0] == sample / "content/2031/trends/iets.md"
    assert errors(sample) == []


@pytest.mark.parametrize(("kind", "title", "edition", "told"), [
    ("trent", "Iets", None, '"trend"'), ("trend", "Iets", "2062", '"2062"'), ("trend", "Iets", "../..", '"../.."'),
    ("trend", "Voorbeeldtrend", None, "bestaat al"), ("source", "voorbeeldbron", None, "bestaat al"),
    ("chart", "Voorbeeld", None, "bestaat al")])
def test_what_cannot_be_started_is_told(sample: Path, kind: str, title: str, edition: str | None, told: str) -> None:
    before = {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()}
    with pytest.raises(CannotRunError, match=told.replace(".", r"\.")):
        starters.write(sample, kind, title, edition)
    assert {path: path.read_bytes() for path in sample.rglob("*") if path.is_file() and "build" not in path.parts} == before


def test_a_file_that_is_not_utf8_is_not_added_to(sample: Path) -> None:
    (sample / "content/people.yml").write_bytes("iemand:\n  name: Ren\u00e9\n".encode("cp1252"))
    with pytest.raises(CannotRunError, match="UTF-8"):
        starters.write(sample, "person", "Iemand Anders")


def test_a_report_is_only_started_in_an_empty_folder(sample: Path) -> None:
    with pytest.raises(CannotRunError, match="niet leeg"):
        starters.init(sample)
