"""Values in YAML that are read otherwise than they were meant, each at its character.

All content is invented.
"""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from trendrapport.diagnostics import LANGUAGES, Diagnostic
from trendrapport.files.yaml_data import read_yaml

LOST = [
    ("title: Wat is #mentoring nu", "1:15 yaml-comment", '"Wat is #mentoring nu"'),
    ("é:\n  - een é\n    twee #drie vier ", "3:10 yaml-comment", '#drie vier"'),
    ("a: een\n  #twee\nb: c", "2:3 yaml-comment", '"een #twee"'),
    ("colour: #0b5c66", "1:9 yaml-comment", '"#0b5c66"'),
    ("list: [een #twee\n  , drie]", "1:12 yaml-comment", '"een #twee"'),
    ("title: &samen werken", "1:8 yaml-anchor", '"&samen werken". Of verwijder "&samen".'),
    ("a: &x\n  b: c", "1:4 yaml-anchor", "schrijf de waarde voluit"),
    ("&a b: c", "1:1 yaml-anchor", '"&a b"'),
    ("list:\n  - &m n", "2:5 yaml-anchor", '"&m n"'),
    ("title: &", "1:9 yaml-character", "aanhalingstekens"),
    (
        "list: [Maak budget vrij, ook voor onderhoud.]",
        "1:24 yaml-comma",
        '"Maak budget vrij, ook voor onderhoud."',
    ),
    (
        "list: [Eerst dit., Doe dat vandaag nog, maar rustig]",
        "1:39 yaml-comma",
        '"Doe dat vandaag nog, maar rustig"',
    ),
    ("value: {name: privacy, why: Goed, maar duur.}", "1:33 yaml-comma", '"Goed, maar duur."'),
    ("a: b\nstance:\u00a0x\nc: d", "2:8 yaml-blank", "gewone spatie"),
    ("stance:\u00a0x\nc: d", "1:8 yaml-blank", "gewone spatie"),
    ("list:\n  - b\n  -\u00a0c", "3:4 yaml-blank", "gewone spatie"),
    ("list:\n  -\u00a0c", "2:4 yaml-blank", "gewone spatie"),
    ("a:\n\u00a0\u00a0b: c", "2:1 yaml-blank", "gewone spatie"),
    ("a: b\nstance:x\nc: d", "2:7 yaml-colon", '"stance: x"'),
    ("stance:x\nc: d", "1:7 yaml-colon", '"stance: x"'),
    ("title: “Een titel”", "1:8 curly-quotes", '"Een titel"'),
    ("title: “Een: titel”", "1:8 curly-quotes", '"Een: titel"'),
    ("list: [a, ‘b’]", "1:11 curly-quotes", '"b"'),
]
RIGHT = [
    "title: tekst # opmerking",
    "- id: a\n  #title: b\n  c: d",
    "a:\n  b: c\n  #d: e\n#f: g",
    "a: b\n  # opmerking\nc: d",
    "a:\n  #b: c\n  d: e",
    "impact: 3 #hoog",
    "title: C# of F#",
    "url: https://example.org/#kop",
    "title: 'a' #b",
    'title: "a #b &c"',
    "text: |\n  a #b\n  &c: d\n",
    "title: Q&A en R & D",
    "list: [kunstmatige intelligentie, machine learning]",
    "list: [Doe dit nu., Doe dat.]",
    "list: [Grote stad, kleine stad]",
    'list: ["Maak budget vrij", "ook voor onderhoud."]',
    "value: {name: a, why: , b: c}",
    "title: “A” en “B”",
    'title: "“Een titel”"',
    "title: ’s Avonds",
    "title: Tip:\u00a0lees",
    "title: 10\u00a0%",
    "a: b #",
    "a:\n  #b\n  - c",
]


def one(text: str) -> Diagnostic:
    (found,) = read_yaml("x", text)[1]
    return found


@pytest.mark.parametrize(("text", "expected", "fix"), LOST)
def test_lost(text: str, expected: str, fix: str) -> None:
    found = one(text)
    assert f"{found.location.line}:{found.location.column} {found.code}" == expected
    assert fix in found.fix.nl
    assert all(text.of(language) for text in (found.what, found.why, found.fix) for language in LANGUAGES)


@pytest.mark.parametrize("text", RIGHT)
def test_right(text: str) -> None:
    assert read_yaml("x", text)[1] == []


def test_what_only_may_be_wrong_keeps_the_rest_from_being_lost() -> None:
    data, found = read_yaml("x", "list: [Maak budget vrij, ook voor onderhoud.]\ntitle: “A”\n")
    assert [one.severity.value for one in found] == ["warning", "warning"]
    assert data == {"list": ["Maak budget vrij", "ook voor onderhoud."], "title": "“A”"}


PIECES = [
    "a",
    "é",
    ": ",
    ":",
    "\n",
    "\n  ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    " #x",
    "&a ",
    "*a",
    "“",
    "”",
    "\u00a0",
    '"',
    "Drie woorden hier",
    "|\n ",
    "? ",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join))
@example("?\r0")
def test_each_stands_in_the_text(text: str) -> None:
    lines = text.split("\n")
    for found in read_yaml("x", text)[1]:
        assert 1 <= found.location.line <= len(lines) + 1
        assert found.location.column >= 1
