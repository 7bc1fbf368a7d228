"""The words that readers see: each name once, and the same names in both languages."""

from __future__ import annotations

import re

import pytest

from conftest import REPOSITORY

FOLDER = REPOSITORY / "generator/trendrapport/language/labels"


def names(language: str) -> list[str]:
    return re.findall(r"(?m)^(\w+):", (FOLDER / f"{language}.yml").read_text("utf-8"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_name_stands_once(language: str) -> None:
    found = names(language)
    assert len(found) > 100
    assert sorted(found) == sorted(set(found))  # of two, the last would silently win


def test_both_languages_have_the_same_names() -> None:
    assert set(names("nl")) == set(names("en"))
