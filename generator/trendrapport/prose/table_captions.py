"""The line below a table that says what it shows, as in Pandoc; with a label, by which the text points at it.

| jaar | aantal |
| --- | --: |
| 2026 | 12 |

: Aantallen per jaar {#tbl:aantallen}
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

TABLE = "tbl-"
"""How the anchor of a table begins."""

_STARTS = {"tr_open", "table_open"}
_CAPTION = re.compile(
    r":[ \t]+(?P<words>\S.*?)(?:[ \t]*\{#tbl:(?P<label>[A-Za-z0-9][A-Za-z0-9_-]*)\})?[ \t]*"
)


@dataclass(frozen=True)
class TableCaption:
    """What is said of a table; `number` counts from 1 the tables of a text that have one."""

    words: str
    label: str
    anchor: str
    """Empty where the table has no label, or that of an earlier one."""
    number: int
    row: int
    """The row on which it is written."""


def table_captions(state: StateCore) -> None:
    """Gives tables what is said below them: that is no row and no paragraph any more."""
    lines = state.src.split("\n")
    made: list[Token] = []
    opening: Token | None = None
    number, labels = 0, set[str]()
    for token in state.tokens:
        made.append(token)
        if token.type == "table_open":
            opening = token
        found = opening and "caption" not in opening.meta and _found(made, opening, lines)
        if found and opening:
            match, row = found
            number += 1
            label = match["label"] or ""
            anchor = f"{TABLE}{label}" if label and label not in labels else ""
            labels.add(label)
            opening.meta["caption"] = TableCaption(match["words"], label, anchor, number, row)
    state.tokens = made


_Found = tuple[re.Match[str], int]
"""A line with what is said of a table, and its row."""


def _found(made: list[Token], opening: Token, lines: Sequence[str]) -> _Found | None:
    """What the last of these tokens says of the table that was opened last; takes it away."""
    if made[-1].type == "table_close":
        return _in_last_row(made, lines)
    if made[-1].type == "paragraph_close" and _is_next(made, opening):
        return _in_paragraph(made)
    return None


def _in_last_row(made: list[Token], lines: Sequence[str]) -> _Found | None:
    """What is said right below a table, which was read as its last row; takes that row away."""
    start = next(place for place in reversed(range(len(made))) if made[place].type in _STARTS)
    if made[start - 1].type == "thead_open":
        return None
    row = made[start].map
    cells = [one.content for one in made[start:] if one.type == "inline"]
    if not row or not cells or any(cells[1:]):
        return None
    match = _CAPTION.fullmatch(" ".join(lines[row[0]].strip(" \t>").split()))
    if not match:
        return None
    end = next(place for place in range(start, len(made)) if made[place].type == "tr_close")
    del made[start : end + 1]
    return match, row[0]


def _is_next(made: Sequence[Token], opening: Token) -> bool:
    """Whether a paragraph that ends here comes right behind a table."""
    return len(made) > 3 and made[-4].type == "table_close" and made[-4].level == opening.level


def _in_paragraph(made: list[Token]) -> _Found | None:
    """What is said in the paragraph behind a table; takes that away."""
    match = _CAPTION.fullmatch(" ".join(made[-2].content.split()))
    if not match:
        return None
    row = (made[-3].map or [0])[0]
    del made[-3:]
    return match, row


def captioned(tokens: Sequence[Token]) -> list[TableCaption]:
    """What is said of each table of a text that has such a line."""
    return [one.meta["caption"] for one in tokens if one.type == "table_open" and "caption" in one.meta]
