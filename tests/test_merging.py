"""What a form gives back, merged with the file that it was filled from. All content here is invented."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from trendrapport.editing.likeness import pruned, same
from trendrapport.editing.merging import merged, merged_file
from trendrapport.files.yaml_data import compose, read_yaml

TREND = """\
# Voor de redactie.
title: "Verzonnen: een trend"   # tussen aanhalingstekens
summary: Kort.

status: final
categories: [maatschappelijk, technologisch]  # twee
# Over de horizon.
horizon: nu
impact: 04
actions:
  # Eerst de raad.
  raad:
    - Vraag het na.
    # Hiertussen.
    - Kijk het na.
  college:
  - 'Doe iets.'   # snel
values:
  - value: privacy
    effect: mixed
    why: Waarom.   # nog na te kijken
  -
    value: autonomie
    effect: mixed
    why: Daarom.
folded: >-
  Een zin
  op twee regels.
"""


def data() -> dict[str, Any]:
    found, wrong = read_yaml("", TREND)
    assert wrong == []
    value: dict[str, Any] = copy.deepcopy(found)
    return value


def changes(value: Any, text: str = TREND) -> list[str]:
    """The lines that differ between the text and what it becomes."""
    old, new = text.splitlines(), merged(text, value).splitlines()
    return [f"-{line}" for line in old if line not in new] + [f"+{line}" for line in new if line not in old]


def test_nothing_changed() -> None:
    assert merged(TREND, data()) == TREND


def test_what_a_form_leaves_out_or_writes_otherwise_is_no_change() -> None:
    value = data() | {
        "impact": 4,
        "authors": [],
        "publish": "",
        "portrait": {"image": "", "text": ""},
        "x": None,
    }
    assert merged(TREND, value | {"group": False}) == TREND


def test_a_text_keeps_its_quotation_marks_and_comment() -> None:
    assert changes(data() | {"title": 'Nieuw "woord"'}) == [
        '-title: "Verzonnen: een trend"   # tussen aanhalingstekens',
        '+title: "Nieuw \\"woord\\""   # tussen aanhalingstekens',
    ]


def test_one_action_changes_one_line() -> None:
    value = data()
    value["actions"]["raad"][1] = "Kijk het nog eens na: twee keer."
    value["actions"]["college"][0] = "Doe 't."
    assert changes(value) == [
        "-    - Kijk het na.",
        "-  - 'Doe iets.'   # snel",
        "+    - 'Kijk het nog eens na: twee keer.'",
        "+  - 'Doe ''t.'   # snel",
    ]


def test_items_come_and_go_where_they_belong() -> None:
    value = data()
    value["actions"]["raad"].insert(0, "Begin hier.")
    value["actions"]["cio"] = ["Test het."]
    value["values"] = [value["values"][1], {"value": "veiligheid", "effect": "mixed", "why": "Zomaar."}]
    new = merged(TREND, value)
    assert "  raad:\n    - Begin hier.\n    - Vraag het na.\n    # Hiertussen.\n" in new
    assert "  - 'Doe iets.'   # snel\n  cio:\n    - Test het.\nvalues:\n" in new
    assert "value: privacy" not in new
    assert new.endswith(
        "    why: Daarom.\n  - value: veiligheid\n    effect: mixed\n    why: Zomaar.\n"
        "folded: >-\n  Een zin\n  op twee regels.\n"
    )


def test_a_list_between_brackets_stays_one() -> None:
    value = data() | {"categories": ["technologisch"], "tags": ["een", "twee"]}
    assert changes(value) == [
        "-categories: [maatschappelijk, technologisch]  # twee",
        "+categories: [technologisch]  # twee",
        "+tags:",
        "+  - een",
        "+  - twee",
    ]


def test_a_field_goes_and_the_comment_above_it_stays() -> None:
    value = data()
    del value["horizon"], value["folded"]
    assert changes(value) == ["-horizon: nu", "-folded: >-", "-  Een zin", "-  op twee regels."]


def test_dates_and_words_that_mean_something_else() -> None:
    value = data() | {"publish": "2026-01-31", "summary": "no", "horizon": "1.5"}
    assert {"+publish: 2026-01-31", "+summary: 'no'", "+horizon: '1.5'"} <= set(changes(value))


@pytest.mark.parametrize("text", ["", "# alleen dit\n", "{a: 1}\n", "[1, 2]\n", "a: 1", "- a\n- b\n"])
def test_other_layouts_say_what_they_must(text: str) -> None:
    assert read_yaml("", merged(text, {"a": "2", "b": ["c"]}))[0] == {"a": "2", "b": ["c"]}


SCALARS = st.one_of(
    st.text(alphabet="ab: #-'\"[]{}|>&*!%@\\éñ\n01.,~", max_size=12), st.integers(-99, 9999), st.just(True)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abcde"), inner, max_size=4),
    max_leaves=12,
)
BLOCKS = st.dictionaries(st.sampled_from("abcdef"), VALUES, min_size=1, max_size=5)


def commented(text: str) -> str:
    """The same with a comment above each key at the margin."""
    lines = [f"# over {line}\n{line}" if line[:1] in tuple("abcdef") else line for line in text.split("\n")]
    return "\n".join(lines)


@given(BLOCKS, BLOCKS, st.booleans())
def test_the_text_always_says_what_was_filled_in(
    before: dict[str, Any], after: dict[str, Any], flow: bool
) -> None:
    text = yaml.safe_dump(before, allow_unicode=True, default_flow_style=flow or None, sort_keys=False)
    new = merged(text, after)
    tree, wanted = compose(new), pruned(after)
    assert (tree is None and not wanted) or (tree is not None and same(tree, wanted))


@given(BLOCKS, st.sampled_from("abcdef"), SCALARS)
def test_comments_stay_when_one_field_changes(before: dict[str, Any], key: str, value: Any) -> None:
    text = commented(yaml.safe_dump(before, allow_unicode=True, sort_keys=False, default_flow_style=False))
    new = merged(text, read_yaml("", text)[0] | {key: value})
    comments = [line for line in text.split("\n") if line.startswith("# over ")]
    assert [line for line in new.split("\n") if line.startswith("# over ")] == comments


PAGE = b"---\r\ntitle: Verzonnen  # naam\r\n---\r\n\r\nEen *tekst* [@bron-1].\r\n\r\n* punt\r\n* nog een\r\n"


def test_paragraphs_that_say_the_same_stay_as_they_were() -> None:
    came = b"---\ntitle: Anders\n---\n\nEen _tekst_ [@bron-1].\n\nErbij.\n\n- punt\n- nog een\n"
    assert merged_file("content/pages/a.md", PAGE, came) == PAGE.replace(b"Verzonnen", b"Anders").replace(
        b"* punt", b"Erbij.\r\n\r\n* punt"
    )


def test_definitions_of_links_are_not_taken_for_each_other() -> None:
    old = (
        "---\na: 1\n---\nTekst [een].\n\n[een]: https://example.org/een\n\n[twee]: https://example.org/twee\n"
    )
    came = old.replace("https://example.org/een", "https://example.org/drie")
    assert merged_file("content/pages/a.md", old.encode(), came.encode()) == came.encode()


@pytest.mark.parametrize("disk", [b"---\na: [\n---\n", b"\xff\xfe", b"geen front matter"])
def test_a_file_with_a_mistake_is_not_merged(disk: bytes) -> None:
    assert merged_file("content/pages/a.md", disk, b"---\na: 1\n---\n") is None
