"""The words that readers see: each name once, and the same names in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
import yaml

from trendrapport.language.facts import BUILT_IN, labels_file
from trendrapport.language.labels import Labels
from trendrapport.language.labels.wording import places, settable
from trendrapport.language.units import with_unit
from trendrapport.pages import overviews
from trendrapport.runtime.plugins import modules
from trendrapport.site import outputs


def names(language: str) -> list[str]:
    return re.findall(r"(?m)^(\w+):", labels_file(language).read_text("utf-8"))


@pytest.mark.parametrize("language", BUILT_IN)
def test_a_name_stands_once(language: str) -> None:
    found = names(language)
    assert len(found) > 100
    assert sorted(found) == sorted(set(found))  # of two, the last would silently win


@pytest.mark.parametrize("package", [outputs, overviews])
def test_what_pages_offer_has_a_name_and_says_what_it_is_for(package: ModuleType) -> None:
    """An output that no page offers needs none."""
    offered = {name for name, module in modules(package).items() if getattr(module, "OFFERS", True)}
    wanted = offered | {f"{name}_intro" for name in offered}
    assert wanted - set(names("nl")) == set()


def test_there_are_four_languages() -> None:
    assert BUILT_IN == ("de", "en", "fr", "nl")


@pytest.mark.parametrize("language", BUILT_IN)
def test_each_language_says_all_that_english_says(language: str) -> None:
    """A label that lacks would end a build; one with another place would show it, or lose a number."""
    said, wanted = settable(language), settable("en")
    assert set(said) == set(wanted)
    other = {name for name in wanted if places(said[name]) != places(wanted[name])}
    assert other - {name for name in wanted if name.endswith(".one")} == set()


@pytest.mark.parametrize("language", BUILT_IN)
def test_each_label_is_words(language: str) -> None:
    """YAML would read a bare yes, no or number as something else."""
    loaded = yaml.safe_load(labels_file(language).read_text("utf-8"))
    assert [name for name, value in _leaves(loaded) if not isinstance(value, str)] == []


def _leaves(group: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(group, dict | list):
        for key, value in group.items() if isinstance(group, dict) else enumerate(group, 1):
            yield from _leaves(value, f"{name}.{key}")
    else:
        yield name, group


@pytest.mark.parametrize(
    ("language", "day", "number", "euros", "share"),
    [
        ("nl", "5 maart 2021", "1.234,5", "€\u00a05\u00a0miljoen", "12\u00a0%"),
        ("en", "5 March 2021", "1,234.5", "€5\u00a0million", "12%"),
        ("de", "5. März 2021", "1.234,5", "5\u00a0Millionen\u00a0€", "12\u00a0%"),
        ("fr", "5 mars 2021", "1\u202f234,5", "5\u00a0millions\u00a0€", "12\u00a0%"),
    ],
)
def test_each_language_writes_dates_and_amounts_as_its_readers_do(
    language: str, day: str, number: str, euros: str, share: str
) -> None:
    million = {"nl": "miljoen", "en": "million", "de": "Millionen", "fr": "millions"}[language]
    assert Labels(language).date("2021-03-05") == day
    assert Labels(language).number(1234.5, 1) == number
    assert with_unit("5", f"{million} €", language) == euros
    assert with_unit("12", "%", language) == share
