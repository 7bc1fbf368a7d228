"""What points at a table or heading of the same text: `[@tbl:label]` and `[@sec:anchor]`, as in Quarto."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from trendrapport.prose.anchors import anchors
from trendrapport.prose.table_captions import TABLE, captioned

_POINTER = re.compile(r"\[@(?P<sort>tbl|sec):(?P<name>[A-Za-z0-9][A-Za-z0-9_-]*)\](?!\()")


def pointer(state: StateInline, silent: bool) -> bool:
    """The rule that reads it, as a token with its target."""
    match = _POINTER.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push("pointer", "", 0)
        start = {"tbl": TABLE, "sec": ""}[match["sort"]]
        token.meta |= {"target": f"#{start}{match['name']}", "name": match["name"], "number": 0}
    state.pos = match.end()
    return True


def find_targets(tokens: Sequence[Token]) -> None:
    """Gives each pointer the number of its table, or the words of its heading, else its own name."""
    pointers = [child for token in tokens for child in token.children or () if child.type == "pointer"]
    if not pointers:
        return
    numbers = {f"#{one.anchor}": one.number for one in captioned(tokens) if one.anchor}
    headings = {f"#{token.attrs['id']}": words for token, words in anchors(tokens)}
    for one in pointers:
        target = one.meta["target"]
        one.meta["number"] = numbers.get(target, 0)
        one.content = headings.get(target) or one.meta["name"]
