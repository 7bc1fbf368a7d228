"""What is filled in, in a browser, follows from the models and the report. All content here is invented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import dutch_report, english_report
from trendrapport.diagnostics import has_errors
from trendrapport.forms.configuration import ALTERNATIVE, configuration
from trendrapport.forms.views import as_list, from_list
from trendrapport.forms.words import FIELDS
from trendrapport.model import entries
from trendrapport.model.entries.trends import Trend
from trendrapport.report.load import load
from trendrapport.runtime.cache import Cache
from trendrapport.runtime.plugins import modules
from trendrapport.starters import new_report


def made(root: Path) -> dict[str, Any]:
    with Cache(None) as cache:
        report, _ = load(root, cache)
    return configuration(report)


@pytest.fixture(scope="module")
def dutch(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    root = tmp_path_factory.mktemp("dutch")
    dutch_report(root)
    return made(root)


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    root = tmp_path_factory.mktemp("english") / "report"
    english_report(root)
    return made(root)


def collection(whole: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in whole["collections"] if one.get("name") == name)


def field(whole: dict[str, Any], name: str, *path: str) -> dict[str, Any]:
    """A field of a collection, or of a file in it, by the names that lead there."""
    here: Any = collection(whole, name)
    for part in path:
        here = next(one for one in here.get("files") or here["fields"] if one["name"] == part)
    return dict(here)


def every_field(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, list):
        for one in part:
            yield from every_field(one)
    elif isinstance(part, dict):
        if "widget" in part:
            yield part
        for one in part.values():
            yield from every_field(one)


def test_each_kind_has_forms_in_each_edition(dutch: dict[str, Any]) -> None:
    names = {one["name"] for one in dutch["collections"] if "name" in one}
    files = {name: [one["name"] for one in collection(dutch, name).get("files", ())] for name in names}
    assert {"trends-2023", "interviews-2022", "columns-2020", "edition-2023", "instruments", "lists"} < names
    assert {"editions", "forewords", "inspiration", "key_figures"} == set(files["edition-2023"])
    assert {"people", "sources", "glossary", "milestones"} == set(files["lists"])
    assert [one["label"] for one in dutch["collections"] if "2023" in one.get("name", "")] == [
        "Columns 2023",
        "Interviews 2023",
        "Trends 2023",
        "Editie 2023",
    ]
    assert collection(dutch, "trends-2023")["folder"] == "content/2023/trends"


def test_every_field_of_a_model_is_in_its_form(dutch: dict[str, Any]) -> None:
    shown = {one["name"] for one in every_field(dutch)}
    for module in modules(entries).values():
        schema = module.MODEL.model_json_schema()["properties"]
        assert {name for name, one in schema.items() if not one.get("exported")} <= shown
    json.dumps(dutch)


def test_every_field_has_a_name_for_editors(dutch: dict[str, Any]) -> None:
    """Write it in `forms/words.py`."""
    roles = {one["name"] for one in field(dutch, "trends-2023", "actions")["fields"]}
    keys = {"item", "key", "entries", "references", "body"}
    assert {one["name"] for one in every_field(dutch)} - roles - keys - FIELDS.keys() == set()


def test_what_a_field_names_is_picked(dutch: dict[str, Any]) -> None:
    stance = field(dutch, "trends-2023", "stance")
    assert {"label": "Handelen", "value": "act"} in stance["options"]
    assert (stance["label"], stance["required"], "multiple" in stance) == ("Houding", True, False)
    people = field(dutch, "interviews-2023", "person")["options"]
    assert {"label": "Bram Verzonnen", "value": "bram-verzonnen"} in people
    authors = field(dutch, "trends-2023", "authors")
    assert (authors["widget"], authors["multiple"], authors["required"]) == ("select", True, False)
    roles = field(dutch, "trends-2023", "actions")["fields"]
    assert ("cio", "list") in {(one["name"], one["widget"]) for one in roles}
    own = {one["value"] for one in field(dutch, "trends-2023", "key_figures")["options"]}
    assert own and all("2023" in name for name in own)
    effects = field(dutch, "trends-2023", "values", "effect")["options"]
    assert effects[0] == {"label": "versterkt", "value": "strengthened"}


def test_labels_and_explanations_are_in_the_language_of_the_report(
    dutch: dict[str, Any], english: dict[str, Any]
) -> None:
    assert field(dutch, "trends-2023", "summary")["hint"] == "Samenvatting in een of twee zinnen."
    summary = field(english, "trends-2026", "summary")
    assert (summary["label"], summary["hint"]) == ("Summary", "Summary in one or two sentences.")
    status = field(english, "trends-2026", "status")["options"]
    assert status[0] == {"label": "Draft", "value": "draft"}


def test_a_portrait_needs_a_text_alternative(dutch: dict[str, Any]) -> None:
    portrait = field(dutch, "interviews-2023", "portrait")
    assert (portrait["widget"], portrait["required"]) == ("object", False)
    needed = {one["name"]: (one["widget"], one["required"]) for one in portrait["fields"]}
    assert needed["image"] == ("image", True)
    assert needed["text"][1]


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("Geen afbeelding.", True),
        ("![Een brug](../images/brug.png)", True),
        ("Eerst.\n\n![](../images/brug.png)", False),
        ("![ ](a.png) en ![Wel](b.png)", False),
        ("[](leeg) maar geen afbeelding!", True),
    ],
)
def test_an_image_in_a_text_needs_one_too(text: str, is_right: bool) -> None:
    import re

    assert bool(re.search(ALTERNATIVE, text)) == is_right


def test_only_words_are_translated(dutch: dict[str, Any], english: dict[str, Any]) -> None:
    fields = {one["name"]: one["i18n"] for one in collection(dutch, "trends-2022")["fields"]}
    assert (fields["title"], fields["body"], fields["impact"], fields["sources"]) == (
        True,
        True,
        False,
        False,
    )
    assert dutch["i18n"]["locales"] == ["nl", "en"]


def test_without_translations_there_is_one_language(sample: Path) -> None:
    whole = made(sample)
    assert "i18n" not in whole


def test_names_that_are_not_known_can_be_typed(sample: Path) -> None:
    """Sveltia refuses a list without anything to choose from, and then shows nothing at all."""
    (sample / "content/sources.yml").write_text("references: [\n", "utf-8")
    whole = made(sample)
    assert all(one["options"] for one in every_field(whole) if one["widget"] == "select")
    assert field(whole, "trends-2026", "sources")["widget"] == "list"


def test_a_date_as_zotero_exports_it_is_no_field(sample: Path) -> None:
    path = sample / "content/sources.yml"
    assert "issued" in {
        one["name"] for one in field(made(sample), "lists", "sources", "references")["fields"]
    }
    more = "\n  - id: boek\n    type: book\n    title: Boek\n    issued: {date-parts: [[2021, 3]]}\n"
    path.write_text(path.read_text("utf-8").rstrip() + more, "utf-8")
    shown = {one["name"] for one in field(made(sample), "lists", "sources", "references")["fields"]}
    assert "issued" not in shown
    assert "title" in shown


def test_a_list_and_back() -> None:
    data = {"een": {"name": "Een"}, "twee": {"name": "Twee", "role": "functie"}}
    assert from_list(as_list(data)) == data
    assert from_list({"entries": [{"key": "een"}, {"key": "een"}]}) is None
    assert from_list({"entries": [{"name": "Een"}]}) is None


def test_signs_in_explanations_mean_nothing(dutch: dict[str, Any]) -> None:
    """Sveltia reads an explanation as Markdown."""
    assert "key\\_figures.yml" in field(dutch, "trends-2023", "key_figures")["hint"]


@pytest.mark.parametrize("other", new_report.OTHERS)
def test_a_report_that_judges_otherwise_has_other_fields(tmp_path: Path, other: str) -> None:
    """What it does not use is no field, and a list of its own is one."""
    new_report.init(tmp_path / "report", other=other)
    with Cache(None) as cache:
        report, found = load(tmp_path / "report", cache)
    assert not has_errors(found)
    whole = configuration(report)
    trends = next(one for one in whole["collections"] if one.get("name", "").startswith("trends-"))
    shown = {one["name"]: one["label"] for one in trends["fields"]}
    own = {name: one.label for name, one in report.config.taxonomies.own.items()}
    assert own.items() <= shown.items()
    assert own or len(shown) < len(Trend.model_fields)
    assert all(one["options"] for one in every_field(whole) if one["widget"] == "select")
