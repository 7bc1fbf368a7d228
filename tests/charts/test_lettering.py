"""Plain texts are taken out of a drawing with their place, size and colour; all others stay in it."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trendrapport.charts.pictures.lettering import Letters, apart

GROUPS = (
    '<g font-size="14" fill="none"><g transform="translate(10,20)"><g fill="var(--chart-soft)" '
    'text-anchor="end" font-weight="600">{}</g></g>'
    '<path d="M0,0L5,5"/></g>'
)


def test_places_sizes_and_colours_come_from_all_groups_around() -> None:
    rest, found = apart(GROUPS.format('<text transform="translate(-6,4.5)">1.000  stuks</text>'))
    assert found == [Letters("1.000 stuks", 4.0, 24.5, 14.0, "var(--chart-soft)", "end", semibold=True)]
    assert "<text" not in rest
    assert 'd="M0,0L5,5"' in rest


def test_each_line_has_its_own_place() -> None:
    lines = "<tspan>een</tspan>" + "".join(
        f'<tspan x="0" dy="16">{word}</tspan>' for word in ("twee", "drie")
    )
    _, found = apart(GROUPS.format(f'<text font-size="12">{lines}</text>'))
    assert [(one.text, one.y, one.size) for one in found] == [
        ("een", 20.0, 12.0),
        ("twee", 36.0, 12.0),
        ("drie", 52.0, 12.0),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '<text transform="translate(1,2) rotate(-90)">op zijn kant</text>',
        '<text stroke="#fff">omlijnd</text>',
        '<text opacity="0.5">half</text>',
        '<text font-style="italic">schuin</text>',
        "<text>日本</text>",
        "<text>😀</text>",
        '<text fill="none">leeg</text>',
        '<g clip-path="url(#a)"><text>geknipt</text></g>',
        '<g stroke="#000"><text>omlijnd</text></g>',
        '<text><tspan x="4">verder</tspan></text>',
    ],
)
def test_what_is_more_than_plain_stays(text: str) -> None:
    rest, found = apart(GROUPS.format(text))
    assert found == []
    assert rest.count("<text") == 1


def test_what_is_not_seen_is_not_written() -> None:
    rest, found = apart(GROUPS.format('<text opacity="0">verborgen</text>'))
    assert (found, rest.count("<text")) == ([], 0)


@given(
    st.lists(
        st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"]), min_size=1), max_size=5
    )
)
def test_no_text_is_lost(texts: list[str]) -> None:
    rest, found = apart(GROUPS.format("".join(f"<text>{escape(text)}</text>" for text in texts)))
    assert len(found) + rest.count("<text") == len(texts)
