"""The engine gets finished HTML, which it leaves as it is; templates are compiled once where that is kept."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from trendrapport.runtime import bytecode
from trendrapport.site import finished

STAGED = (
    '<main>\n<h1 id="a">`` *niet* [schuin](x.md)</h1>\n<pre>\n```\n    code & more\n\n\n# geen '
    "kop\n</pre>\n&amp; <b>vet\n</main>"
)


def converted(text: str) -> str:
    return Markdown(extensions=[finished.makeExtension()]).convert(text)


def test_a_finished_page_stays_as_it_is() -> None:
    assert converted(STAGED) == STAGED


@pytest.mark.parametrize("blanks", [" ", "  ", "\t", "een\n  \n\ttwee \n"])
def test_blanks_stay(blanks: str) -> None:
    page = f"<main>\n<pre>{blanks}\n{blanks}\n</pre>\n</main>"
    assert converted(page) == page


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_nothing_in_a_text_means_something(text: str) -> None:
    page = f"<main>\n{text}\n</main>"
    assert converted(page) == page


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Python keeps what it compiles, when it keeps anything."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    bytecode.kept.cache_clear()
    yield tmp_path / "kept"
    bytecode.kept.cache_clear()


def rendered() -> str:
    from jinja2 import DictLoader, Environment

    return (
        Environment(loader=DictLoader({"a": "{{ 1 + 1 }}"}), bytecode_cache=bytecode.kept())
        .get_template("a")
        .render()
    )


def test_templates_are_kept_compiled(place: Path) -> None:
    assert rendered() == "2"
    assert len(list(place.rglob("*.pyc"))) == 1


def test_a_place_that_cannot_be_written_is_done_without(place: Path) -> None:
    place.write_text("a file stands here")
    assert bytecode.kept() is None
    assert rendered() == "2"


def test_a_place_that_goes_is_done_without(place: Path) -> None:
    assert bytecode.kept() is not None
    for folder in sorted(place.rglob("*"), reverse=True):
        folder.rmdir()
    assert rendered() == "2"


def test_nothing_is_kept_where_python_keeps_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert bytecode.kept() is None
    assert rendered() == "2"
    assert not place.exists()
