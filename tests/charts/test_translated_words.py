"""What charts say to readers, in each language of reports."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import trendrapport
from trendrapport.diagnostics import LANGUAGES, Text
from trendrapport.diagnostics.texts import translations
from trendrapport.language.facts import BUILT_IN

PACKAGE = Path(trendrapport.__file__).parent
SAID = (
    *PACKAGE.glob("charts/annotations/*.py"),
    *PACKAGE.glob("charts/exploring/*.py"),
    *PACKAGE.glob("charts/formats/*.py"),
    *(path for path in PACKAGE.glob("charts/kinds/*.py") if path.stem != "altair"),
    *PACKAGE.glob("charts/parts/*.py"),
    *PACKAGE.glob("charts/words/*.py"),
    PACKAGE / "charts/choosing/subtitle.py",
    PACKAGE / "charts/notation.py",
    PACKAGE / "model/data_themes.py",
    PACKAGE / "model/periods.py",
)
"""The modules with words for readers rather than for editors."""

TO_EDITORS = {"SUITS"}
"""What those modules say to editors all the same; `altair` says nothing to readers."""

OTHERS = [language for language in BUILT_IN if language not in LANGUAGES]


def sentences(file: Path) -> Iterator[str]:
    """The English of each text in a module that is for readers."""
    for statement in ast.parse(file.read_text("utf-8")).body:
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        if any(isinstance(target, ast.Name) and target.id in TO_EDITORS for target in targets):
            continue
        for node in ast.walk(statement):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
                given = {keyword.arg: keyword.value for keyword in node.keywords}
                english = given.get("en")
                if isinstance(english, ast.Constant):
                    yield str(english.value)


def needs_words(sentence: str) -> bool:
    """Whether there is more in a sentence than its values and signs."""
    return bool(re.search(r"\w", re.sub(r"\{\w+\}", "", sentence)))


@pytest.mark.parametrize("language", OTHERS)
def test_each_sentence_of_a_chart_is_translated(language: str) -> None:
    found = {sentence for file in SAID for sentence in sentences(file) if needs_words(sentence)}
    assert len(found) > 80
    assert found - set(translations(language)) == set()


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_places_of_its_sentence(language: str) -> None:
    for sentence, translated in translations(language).items():
        assert sorted(re.findall(r"\{\w+\}", sentence)) == sorted(re.findall(r"\{\w+\}", translated))


def test_values_in_a_sentence_are_translated_too() -> None:
    what = Text(nl="{names} en {count} andere", en="{names} and {count} others")
    marked = Text(nl="Gemarkeerd, {what}.", en="Marked, {what}.")
    filled = marked.filled(what=what.filled(names="{count}", count=2))
    assert filled.of("de") == "Markiert, {count} und 2 weitere."
    assert filled.of("en") == "Marked, {count} and 2 others."


def test_what_nobody_translated_is_in_english() -> None:
    assert Text(nl="een vondst", en="a {finding}").of("de") == "a {finding}"
    assert Text(nl="{a} vondst", en="{a} finding").filled(a=1).of("fr") == "1 finding"
