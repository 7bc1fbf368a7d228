"""What docs/ say of the code is what the code says now."""

from __future__ import annotations

import json
import re

import pytest
from jsonschema import Draft202012Validator

from conftest import REPOSITORY
from generated_docs import DOCS, generator, stale
from trendrapport.model.config import Config
from trendrapport.starters.schemas import schemas

PACKAGE = REPOSITORY / "generator/trendrapport"
LINKING = [
    f"docs/{name}.md"
    for name in ("accessibility", "architecture", "budgets", "decisions", "design", "install", "publishing")
]
"""Pages whose links lead to files; links in the other pages are examples."""


def test_what_follows_from_the_code_is_current() -> None:
    made = generator().of_the_code()
    assert stale(made) == [], "run: python docs/generate.py"
    assert {f"schema/{file.name}" for file in (DOCS / "schema").iterdir()} <= set(made)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_schemas_are_schemas(language: str) -> None:
    for raw in schemas(language).values():
        Draft202012Validator.check_schema(json.loads(raw))
    assert schemas("nl")["trends"] != schemas("en")["trends"]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *LINKING])
def test_links_lead_to_files(name: str) -> None:
    text = (REPOSITORY / name).read_text("utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", text)
    assert [link for link in links if not (REPOSITORY / name).parent.joinpath(link).exists()] == []


def test_the_architecture_names_files_that_exist() -> None:
    text = (DOCS / "architecture.md").read_text("utf-8")
    paths = set(re.findall(r"`((?!build/)[\w./]+(?:\.[a-z]\w*|/))`", text))
    assert paths
    places = (REPOSITORY, PACKAGE)
    assert [path for path in paths if not any((place / path).exists() for place in places)] == []


def test_settings_are_all_described() -> None:
    text = (DOCS / "settings.md").read_text("utf-8")
    keys = [field.alias or name for name, field in Config.model_fields.items()]
    assert [key for key in keys if f"`{key}`" not in text] == []


def test_a_schema_refuses_an_unknown_key() -> None:
    validator = Draft202012Validator(json.loads(schemas("nl")["trends"]))
    assert any("titel" in error.message for error in validator.iter_errors({"titel": "Proef"}))
