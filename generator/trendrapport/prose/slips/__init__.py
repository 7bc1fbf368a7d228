"""What in a text does not come out as it was meant: markup without a meaning here, and lost words.

Looks at the tokens and at the lines of which they were made. What a slip means is said by the checks
`lost_text` and `unread_markup`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markdown_it.token import Token

from trendrapport.prose.slips import blocks, definitions, running_text, tables
from trendrapport.prose.slips.slip import Slip

_BLOCKS = {
    "fence": blocks.fence,
    "code_block": blocks.indented_code,
    "ordered_list_open": blocks.numbered_list,
    "html_block": blocks.comment,
}
"""By type of token: what can be wrong with such a block."""


def slips(text: str, tokens: Sequence[Token], env: Mapping[str, Any]) -> Iterator[Slip]:
    """Every slip in a text; `env` is what the parser noted on its way."""
    if "too-deep" in env:
        yield _too_deep(text, env["too-deep"])
    lines = text.split("\n")
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type in _BLOCKS:
            yield from _BLOCKS[token.type](token, lines)
        elif before:
            yield from _after(before, token, lines)
    yield from tables.rows(tokens, lines)
    yield from tables.labels(tokens, lines)
    yield from running_text.tasks(tokens, lines)
    yield from definitions.footnotes(env, lines)
    yield from definitions.definitions(tokens, env, lines)


def _after(before: Token, token: Token, lines: Sequence[str]) -> Iterator[Slip]:
    """What is wrong with a token by the one that comes before it."""
    if before.type == "callout_open" and token.type == "callout_close":
        yield blocks.empty_callout(before, lines)
    elif token.type != "inline":
        return
    elif blocks.is_underlined_sentence(before, token):
        yield blocks.line_below_text(before, lines)
    elif token.map:
        yield from running_text.running_text(token, before, lines)


def _too_deep(text: str, index: int) -> Slip:
    start = text.rfind("\n", 0, index) + 1
    return Slip("too-deep", text[index], text.count("\n", 0, index), index - start)
