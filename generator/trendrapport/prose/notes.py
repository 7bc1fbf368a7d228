"""Footnotes: the letters that stand for them, as numbers stand for sources, and their HTML."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from string import ascii_lowercase
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from mdit_py_plugins.footnote import footnote_plugin


def with_footnotes(parser: MarkdownIt) -> MarkdownIt:
    """The parser, reading footnotes; it notes in its environment which a text defines, and on which rows."""
    parser.use(footnote_plugin)
    parser.core.ruler.before("footnote_tail", "defined_notes", _defined)
    for rule in (footnote_ref, footnote_block_open, footnote_block_close, footnote_open, footnote_anchor):
        parser.add_render_rule(rule.__name__, rule)
    return parser


def _defined(state: StateCore) -> None:
    state.env["notes"] = [
        (token.meta["label"], token.map[0] if token.map else 0)
        for token in state.tokens
        if token.type == "footnote_reference_open"
    ]


def letters(number: int) -> str:
    """The letter of a footnote, counted from 0: a to z, then aa, ab and so on, as lists count."""
    rest, last = divmod(number, len(ascii_lowercase))
    return (letters(rest - 1) if rest else "") + ascii_lowercase[last]


Env = MutableMapping[str, Any]


def _names(token: Token) -> tuple[str, str, str]:
    """A footnote's letter, its anchor, and that of the place that refers to it."""
    number, nth = token.meta["id"], token.meta.get("subId", 0)
    return letters(number), f"fn{number + 1}", f"fnref{number + 1}" + (f"-{nth + 1}" if nth else "")


def footnote_ref(_: object, tokens: Sequence[Token], idx: int, __: OptionsDict, env: Env) -> str:
    """The letter that leads to a footnote."""
    letter, note, place = _names(tokens[idx])
    name = escapeHtml(env["meaning"].word("footnote", letter=letter))
    return f'<sup class="footnote-ref"><a href="#{note}" id="{place}" aria-label="{name}">{letter}</a></sup>'


def footnote_block_open(_: object, tokens: Sequence[Token], idx: int, __: OptionsDict, env: Env) -> str:
    """The beginning of the section with all footnotes, with its heading."""
    title = escapeHtml(env["meaning"].word("footnotes"))
    return f'<section class="footnotes" aria-labelledby="footnotes">\n<h2 id="footnotes">{title}</h2>\n<ol>\n'


def footnote_block_close(_: object, tokens: Sequence[Token], idx: int, __: OptionsDict, env: Env) -> str:
    """The end of that section."""
    return "</ol>\n</section>\n"


def footnote_open(_: object, tokens: Sequence[Token], idx: int, __: OptionsDict, env: Env) -> str:
    """The beginning of a footnote."""
    return f'<li id="{_names(tokens[idx])[1]}">'


def footnote_anchor(_: object, tokens: Sequence[Token], idx: int, __: OptionsDict, env: Env) -> str:
    """The link from a footnote back to a place that refers to it."""
    letter, _note, place = _names(tokens[idx])
    nth = tokens[idx].meta.get("subId", 0) + 1
    name = escapeHtml(env["meaning"].word("back_to_footnote", letter=letter, nth=nth))
    return f' <a class="back" href="#{place}" aria-label="{name}">↑</a>'
