"""The report in this repository is in order: it builds without a finding, fits the schemas that editors get,
and can be read.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Page

from conftest import REPOSITORY
from page_types import show
from serving_strictly import served
from test_media import DISPLAYED
from test_search import words_that_find_their_pages
from trendrapport.files.source import markdown_source, yaml_source
from trendrapport.pipeline import Options, build
from trendrapport.starters.schemas import schemas


def test_it_builds_strictly_and_then_nothing_is_left_to_do(real_site: Path) -> None:
    again = build(real_site.parent, Options(strict=True))
    assert again.built
    assert again.diagnostics == ()


def data(file: Path) -> object:
    """What the generator reads in a file."""
    read = markdown_source if file.suffix == ".md" else yaml_source
    source, found = read(file.name, file.read_text("utf-8"))
    assert source
    assert found == []
    return source.data


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("site_config", "site_config.yml"),
        ("chart", "charts/*.yml"),
        ("datapackage", "charts/data/*.yml"),
        ("trends", "content/*/trends/*.md"),
        ("editions", "content/*/edition.yml"),
        ("sources", "content/sources.yml"),
        ("milestones", "content/milestones.yml"),
        ("interviews", "content/*/interviews/*.md"),
        ("trends.translation", "content/*/trends/*.en.md"),
        ("interviews.translation", "content/*/interviews/*.en.md"),
    ],
)
def test_each_file_fits_its_schema(name: str, pattern: str) -> None:
    validator = Draft202012Validator(json.loads(schemas("nl")[name]))
    found = [
        file
        for file in sorted(REPOSITORY.glob(pattern))
        if file.name.endswith(".en.md") == name.endswith(".translation")
    ]
    assert found
    for file in found:
        assert [error.message for error in validator.iter_errors(data(file))] == [], file.name


def test_any_word_of_a_page_finds_that_page(page: Page, real_site: Path) -> None:
    with served(real_site) as address:
        assert words_that_find_their_pages(page, address) > 1500


@pytest.mark.parametrize("width", [320, 1280])
def test_text_in_every_drawing_is_large_enough(real_site: Path, shared_page: Page, width: int) -> None:
    for figure in sorted((real_site / "figures").glob("*.html")):
        show(shared_page, figure, width)
        (size,) = shared_page.evaluate(DISPLAYED)
        assert size >= 11.95, figure.stem
