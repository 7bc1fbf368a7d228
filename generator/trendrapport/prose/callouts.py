"""A block that asks for attention: a quotation that begins with `[!NOTE]`, as on GitHub and in Obsidian."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

CALLOUTS = ("note", "tip", "important", "warning", "caution")
"""What is allowed between `[!` and `]`, in small letters or capitals."""

_FIRST = re.compile(r"\[!([A-Za-z]{1,20})\][+-]?[ \t]*([^\n]*)(?:\n|\Z)")


def callouts(state: StateCore) -> None:
    """Turns such quotations into tokens of the type `callout`; what follows the mark becomes its title."""
    if any(token.type == "blockquote_open" for token in state.tokens):
        state.tokens = list(_turned(state.tokens))


def _turned(tokens: Sequence[Token]) -> Iterator[Token]:
    kinds: list[str] = []
    rest = iter(range(len(tokens)))
    for number in rest:
        token = tokens[number]
        if token.type == "blockquote_open":
            first = _first(tokens[number + 1 : number + 4])
            kinds.append(first[1].lower() if first else "")
            if first:
                yield from _opened(token, tokens[number + 1 : number + 4], first)
                for _ in range(3):
                    next(rest)
                continue
        elif token.type == "blockquote_close" and (kind := kinds.pop()):
            token.type, token.tag, token.meta = "callout_close", "div", {"kind": kind}
        yield token


def _first(tokens: Sequence[Token]) -> re.Match[str] | None:
    """The mark with which a quotation begins, if it is a known one."""
    if len(tokens) < 3 or tokens[0].type != "paragraph_open":
        return None
    match = _FIRST.match(tokens[1].content)
    return match if match and match[1].lower() in CALLOUTS else None


def _opened(quote: Token, paragraph: Sequence[Token], first: re.Match[str]) -> Iterator[Token]:
    """The beginning of a block: its own title, if it has one, and what is left of the first paragraph."""
    opening, inline, closing = paragraph
    title = first[2].strip()
    quote.type, quote.tag, quote.meta = (
        "callout_open",
        "div",
        {"kind": first[1].lower(), "titled": bool(title), "mark": f"[!{first[1]}]"},
    )
    yield quote
    row = inline.map[0] if inline.map else 0
    if title:
        yield Token(
            "paragraph_open",
            "p",
            1,
            attrs={"class": "callout-title"},
            map=[row, row + 1],
            level=opening.level,
        )
        yield Token("inline", "", 0, content=title, map=[row, row + 1], children=[], level=inline.level)
        yield Token("paragraph_close", "p", -1, level=closing.level)
    if left := inline.content[first.end() :]:
        inline.content = left
        inline.map = [row + 1, inline.map[1]] if inline.map else None
        yield from (opening, inline, closing)
