"""Every word in a drawing, its table and its sentences is the editor's, or one of the report's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from html import unescape
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType
from xml.etree import ElementTree

import pytest
from babel.dates import format_date

from trendrapport import charts
from trendrapport.charts import notation
from trendrapport.diagnostics import Language, Text
from trendrapport.language.facts import locale_of

from .conftest import Example, Examples

WORD = re.compile(r"[^\W\d_]{2,}")
"""Two letters or more: of a single one its language cannot be told."""
MESSAGES = ("charts.fit", "charts.tables", "charts.drawing", "charts.vega")
"""The rooms that speak to editors and not to readers."""


def said_by(module: ModuleType, language: Language) -> Iterator[str]:
    """The words that a part of the generator can put in a drawing."""
    for value in vars(module).values():
        texts = (
            value if isinstance(value, tuple | list) else [value, *getattr(value, "__dict__", {}).values()]
        )
        yield from (text.of(language) for text in texts if isinstance(text, Text))


@cache
def vocabulary(language: Language) -> set[str]:
    """All words of a language that the generator uses in drawings, tables and sentences."""
    own: list[str] = []
    for found in walk_packages(charts.__path__, "trendrapport.charts."):
        if not found.name.removeprefix("trendrapport.").startswith(MESSAGES):
            own += said_by(import_module(found.name), language)
    own += [format_date(date(2021, month, 1), "MMM", locale=locale_of(language)) for month in range(1, 13)]
    own += [notation.shown(value, "boolean", language) for value in (True, False)]
    return {word.lower() for text in own for word in WORD.findall(re.sub(r"{\w+}", " ", text))}


def of_editors(example: Example) -> set[str]:
    """All words in the declaration, in the table and in its descriptor."""
    job = example.job
    fields = " ".join(f"{field.title} {field.unit or ''}" for field in job.table.fields)
    short = " ".join(area.short for part in ("provinces", "municipalities") for area in _areas(part))
    written = " ".join((job.chart.model_dump_json(), job.table.text, fields, job.code or "", short))
    return {word.lower() for word in WORD.findall(written)}


def _areas(part):
    from trendrapport.charts.tables.areas import areas

    return areas(part).all


def words(example: Example) -> set[str]:
    """All words that reach a reader."""
    drawing = example.drawing
    drawn = "\n".join(
        text for element in ElementTree.fromstring(drawing.texts["svg"]).iter() if (text := element.text)
    )
    table, words = drawing.texts["table"], drawing.texts["words"]
    told = unescape(re.sub(r"<[^>]*>", " ", table + words)) + " ".join(
        re.findall(r'(?:aria-label|title)="([^"]*)"', table)
    )
    return {word.lower() for word in WORD.findall(f"{drawn} {told}")}


def names(example: Example) -> set[str]:
    """Names of areas, of which the drawing knows more than the table."""
    return {
        word.lower()
        for part in ("provinces", "municipalities")
        for area in _areas(part)
        for word in WORD.findall(area.name)
    }


def strange(example: Example, language: Language) -> set[str]:
    """The words that neither the editor nor the generator in that language wrote."""
    areas = names(example) if example.job.chart.kind == "tile_map" else set()
    return words(example) - of_editors(example) - vocabulary(language) - areas


def test_every_word_is_of_the_language(examples: Examples) -> None:
    language = next(iter(examples.values())).job.language
    assert {name: found for name, example in examples.items() if (found := strange(example, language))} == {}
    other: Language = "en" if language == "nl" else "nl"
    assert sum(bool(strange(example, other)) for example in examples.values()) > 10, (
        "another language is noticed"
    )


def test_a_drawing_has_the_name_and_description_that_the_editor_wrote(examples: Examples) -> None:
    for example in examples.values():
        chart, drawn = example.job.chart, example.drawn
        assert drawn.name == chart.title
        # What is marked in the drawing is told after it.
        assert drawn.description.startswith(chart.description)


def test_months_are_those_of_the_language(examples: Examples) -> None:
    language = next(iter(examples.values())).job.language
    shown = {text.text for text in examples["algoritmeregister-per-maand"].drawn.texts}
    months = {"nl": {"jan 2024", "mei 2024", "mrt 2024"}, "en": {"Jan 2024", "May 2024", "Mar 2024"}}
    other = months["en" if language == "nl" else "nl"]
    assert not {word.split()[0] for word in other} & {part for text in shown for part in text.split()}


@pytest.mark.parametrize(
    ("language", "foreign"),
    [("nl", {"data", "median", "incomplete"}), ("en", {"gegevens", "mediaan", "onvolledig"})],
)
def test_the_vocabularies_are_apart(language: Language, foreign: set[str]) -> None:
    assert not foreign & vocabulary(language)
    assert len(vocabulary(language)) > 30
