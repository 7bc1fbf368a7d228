"""A report's text cannot take over what shows it: a terminal, a log whose lines are commands, JSON."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trendrapport.diagnostics import CannotRunError, Diagnostic, Location, Text, printers
from trendrapport.diagnostics.visible import visible
from trendrapport.runtime.plugins import modules

OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
HOSTILE = "a\n::error file=README.md,line=1::PWNED\nb\x1b[31mRED\x9b2J\r\u202edrow\u2066\u2028%0A"
TEXTS = st.text(st.characters(), max_size=40)


def diagnostic(path: str, said: str) -> Diagnostic:
    text = Text(said, said)
    return Diagnostic(Location(path), "code", text, text, text)


@pytest.mark.parametrize("form", sorted(modules(printers)))
@given(path=TEXTS, said=TEXTS)
def test_nothing_that_a_terminal_obeys_is_printed(form: str, path: str, said: str) -> None:
    for found in (diagnostic(path, said), diagnostic(HOSTILE, HOSTILE)):
        shown = modules(printers)[form].show([found], "nl")
        assert not OBEYED.search(shown)
        assert shown.encode()


@pytest.mark.parametrize(("form", "lines"), [("text", 3), ("github", 1)])
def test_a_file_name_begins_no_line(form: str, lines: int) -> None:
    shown = modules(printers)[form].show([diagnostic(HOSTILE, HOSTILE)], "nl")
    assert len(shown.splitlines()) == lines
    assert not [line for line in shown.splitlines()[form == "github" :] if line.startswith("::")]
    assert "<U+001B>[31mRED" in shown
    assert "<U+202E>" in shown


def test_programs_get_the_values_as_they_are() -> None:
    found = json.loads(modules(printers)["json"].show([diagnostic(HOSTILE, HOSTILE)], "nl"))
    assert (found[0]["path"], found[0]["what"]) == (HOSTILE, HOSTILE)
    log = json.loads(modules(printers)["sarif"].show([diagnostic("a.md", HOSTILE)], "nl"))
    assert HOSTILE[1:] in log["runs"][0]["results"][0]["message"]["text"]


def test_why_a_command_cannot_run_is_shown_too() -> None:
    assert str(CannotRunError(Text(HOSTILE, "x"))) == f"{visible(HOSTILE)}\nx"


def test_letters_stay_as_they_are() -> None:
    assert visible('Trénds 日本 "é" 😀 \u200d\u00a0') == 'Trénds 日本 "é" 😀 \u200d\u00a0'
