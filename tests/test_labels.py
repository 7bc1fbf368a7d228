"""The words that readers see: each name once, and the same names in both languages."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from conftest import REPOSITORY
from trendrapport.pages import overviews
from trendrapport.runtime.plugins import modules
from trendrapport.site import outputs

FOLDER = REPOSITORY / "generator/trendrapport/language/labels"


def names(language: str) -> list[str]:
    return re.findall(r"(?m)^(\w+):", (FOLDER / f"{language}.yml").read_text("utf-8"))


@pytest.mark.parametrize("language", ["nl", "en"])
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


def test_both_languages_have_the_same_names() -> None:
    assert set(names("nl")) == set(names("en"))
