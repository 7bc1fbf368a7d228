"""Who is quoted: the last line of a quotation, when it begins with a dash.

> De dijk hield stand.
>
> — Anna Voorbeeld, *Jaarverslag*
"""

from __future__ import annotations

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_DASHED = re.compile(r"(?:—[ \t]*|(?:–|--)[ \t]+)(?P<who>[^\s\-–—].*)")
_STARTS = re.compile(r"^[ \t]*(?:—|–[ \t]|--[ \t])", re.MULTILINE)
"""How a line begins that names somebody, or that is something said: of several such lines none is a name."""


def attributions(state: StateCore) -> None:
    """Sets such a line apart: the quotation and it become a figure, of tokens of the types `quoted` and
    `attribution`.
    """
    made: list[Token] = []
    openings: list[int] = []
    for token in state.tokens:
        if token.type == "blockquote_open":
            openings.append(len(made))
        made.append(token)
        if token.type == "blockquote_close":
            start = openings.pop()
            made[start:] = _set_apart(made[start:])
    state.tokens = made


def _set_apart(quotation: list[Token]) -> list[Token]:
    """The tokens of a quotation, with who is quoted behind it; as they were if it does not say so."""
    inlines = [token for token in quotation if token.type == "inline"]
    if not inlines or quotation[-3] is not inlines[-1] or quotation[-2].type != "paragraph_close":
        return quotation
    if sum(len(_STARTS.findall(one.content)) for one in inlines) != 1:
        return quotation
    said, _, last = inlines[-1].content.rpartition("\n")
    match = _DASHED.fullmatch(last.strip())
    if not match or not (said or len(inlines) > 1):
        return quotation
    return _figure(quotation, said, match["who"])


def _figure(quotation: list[Token], said: str, who: str) -> list[Token]:
    opening, closing, paragraph = quotation[0], quotation[-1], quotation[-4:-1]
    first, end = paragraph[1].map or (0, 1)
    inside = quotation[:-1]
    if said:
        paragraph[1].content, paragraph[1].map = _without_break(said), [first, end - 1]
    else:
        inside = quotation[:-4]
    level, rows = opening.level, [end - 1, end]
    names = [
        Token("attribution_open", "figcaption", 1, map=rows, level=level, block=True),
        Token("inline", "", 0, content=who, map=rows, children=[], level=level + 1),
        Token("attribution_close", "figcaption", -1, level=level, block=True),
    ]
    figure = Token(
        "quoted_open", "figure", 1, attrs={"class": "quoted"}, map=opening.map, level=level, block=True
    )
    return [figure, *inside, closing, *names, Token("quoted_close", "figure", -1, level=level, block=True)]


def _without_break(said: str) -> str:
    """Words without the mark of a line break behind them."""
    rest = said.rstrip()
    backslashes = len(rest) - len(rest.rstrip("\\"))
    return rest[:-1].rstrip() if backslashes % 2 else rest


def paragraphs_of(text: str) -> list[str]:
    """What is quoted in a block, a paragraph on a line."""
    return [" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", text) if part.strip()]
