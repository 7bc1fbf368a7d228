"""An entry's Markdown: what it refers to, with line and column, and its HTML.

One parser serves both, so that what is checked is what is shown. HTML in the text is never passed on. Knows
nothing of entries or pages: what a link or block means is asked of `Meaning`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, backtick, html_inline, image, link
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_inline, footnote_ref

from trendrapport.prose.addresses import bare_address
from trendrapport.prose.anchors import anchors
from trendrapport.prose.callouts import callouts
from trendrapport.prose.captions import set_apart
from trendrapport.prose.html import Meaning, Renderer
from trendrapport.prose.notes import with_footnotes
from trendrapport.prose.outline import Outline
from trendrapport.prose.outlining import outline_of
from trendrapport.prose.pointers import find_targets, pointer
from trendrapport.prose.quotations import attributions
from trendrapport.prose.table_captions import table_captions

MOST_OPEN = 50
"""The most brackets that can be open in one paragraph: for each the parser looks through all that follows."""

_BRACKET = re.compile(r"[\[\]]|\n(?=\n)")
_CITATION = re.compile(r"\[@([^\[\]\n]+)\](?!\()")
_WITHIN = r"(?:\\[!-/:-@\[-`{-~]|[^\s\\\[\]<>`~^]){1,40}"
"""What is small, above or below the line: a sign or a word, without blanks or markup."""
_CITED = re.compile(
    r"\s*@?(?P<key>[A-Za-z0-9][A-Za-z0-9_.:-]*[A-Za-z0-9]|[A-Za-z0-9])\s*(?:,\s*(?P<place>[^;]+?)\s*)?"
)

_LOWERED = re.compile(rf"(?<=[\w)\]*`])~({_WITHIN})~(?!~)")
"""Right behind a word: elsewhere the sign means "about", as in ~5/~10 km."""
_RAISED = re.compile(rf"(?<!\^)\^({_WITHIN})\^(?!\^)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def _placed(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """The rule, which also notes on its first token where in the text it began and ended."""

    def run(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent:
            made = next((token for token in state.tokens[count:] if token.type != "text"), None)
            if made and "at" not in made.meta:
                made.meta |= {"at": start, "end": state.pos}
        return found

    return run


def _citation(state: StateInline, silent: bool) -> bool:
    match = _CITATION.match(state.src, state.pos)
    parts = [_CITED.fullmatch(part) for part in match[1].split(";")] if match else []
    if not match or not all(parts):
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.meta["cited"] = [(part["key"], part["place"] or "") for part in parts if part]
    state.pos = match.end()
    return True


def _small(pattern: re.Pattern[str], tag: str) -> Callable[[StateInline, bool], bool]:
    """The rule for small letters above or below the line, as Pandoc reads them: H~2~O, m^2^."""

    def run(state: StateInline, silent: bool) -> bool:
        match = pattern.match(state.src, state.pos, state.posMax)
        if not match:
            return False
        if not silent:
            state.push(f"{tag}_open", tag, 1)
            state.push("text", "", 0).content = _ESCAPED.sub(r"\1", match[1])
            state.push(f"{tag}_close", tag, -1)
        state.pos = match.end()
        return True

    return run


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}, renderer_cls=Renderer)
    parser.enable(["table", "strikethrough"])
    with_footnotes(parser).use(deflist_plugin)
    parser.options["store_labels"] = True  # which says what a link was defined by
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    placed = {
        "link": link,
        "image": image,
        "autolink": autolink,
        "html_inline": html_inline,
        "backticks": backtick,
        "footnote_inline": footnote_inline,
        "footnote_ref": footnote_ref,
    }
    for name, rule in placed.items():
        parser.inline.ruler.at(name, _placed(rule))
    parser.inline.ruler.before("link", "citation", _placed(_citation))
    parser.inline.ruler.before("citation", "pointer", _placed(pointer))
    parser.inline.ruler.before("link", "bare_address", bare_address)
    # After footnotes, which begin with the same sign.
    parser.inline.ruler.push("sub", _placed(_small(_LOWERED, "sub")))
    parser.inline.ruler.push("sup", _placed(_small(_RAISED, "sup")))
    parser.inline.add_terminator_char(".")  # at which www. is noticed
    parser.core.ruler.before("inline", "callouts", callouts)
    parser.core.ruler.before("inline", "attributions", attributions)
    parser.core.ruler.before("inline", "table_captions", table_captions)
    return parser


@dataclass(frozen=True)
class Prose:
    """A parsed text; `line` is the file's line on which it starts."""

    text: str
    line: int
    tokens: list[Token] = field(repr=False)
    env: dict[str, Any] = field(repr=False, default_factory=dict)
    """What the parser noted on its way, such as footnotes."""

    def html(self, meaning: Meaning) -> str:
        """The text as HTML."""
        anchors(self.tokens)
        parser = _parser()
        rendered: str = parser.renderer.render(self.tokens, parser.options, {"meaning": meaning})
        return rendered

    def outline(self) -> Outline:
        """What the text refers to."""
        return outline_of(self.text, self.line, self.tokens, self.env)


def parse(text: str, line: int = 1) -> Prose:
    """A text's tokens. Never fails: any text is Markdown, but for one that would take minutes to read."""
    env: dict[str, Any] = {}
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # as the parser reads line ends
    if (index := _too_deep(text)) is not None:
        return Prose(text, line, [], {"too-deep": index})
    tokens = _parser().parse(text, env)
    set_apart(tokens)
    find_targets(tokens)
    return Prose(text, line, tokens, env)


def _too_deep(text: str) -> int | None:
    """Where a paragraph has more open brackets than the parser can find the ends of in a reasonable time."""
    depth = 0
    for match in _BRACKET.finditer(text):
        depth = {"[": depth + 1, "]": max(depth - 1, 0)}.get(match[0], 0)
        if depth > MOST_OPEN:
            return match.start()
    return None
