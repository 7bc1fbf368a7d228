"""An entry's Markdown: what it refers to, with line and column, and its HTML.

One parser serves both, so that what is checked is what is shown. HTML in the text is never passed on. Knows
nothing of entries or pages: what a link or block means is asked of `Meaning`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, backtick, html_inline, image, link
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_inline, footnote_ref

from trendrapport.model.addresses import hyphenated
from trendrapport.prose.addresses import bare_address
from trendrapport.prose.callouts import callouts
from trendrapport.prose.captions import Told, set_apart, told
from trendrapport.prose.html import BLOCKS, Meaning, Renderer
from trendrapport.prose.notes import with_footnotes
from trendrapport.prose.positions import Positions
from trendrapport.prose.slips import slips
from trendrapport.prose.video_block import data_of, transcript_of

RESERVED = (
    "main",
    "brief",
    "actions",
    "forces",
    "values",
    "talks",
    "helps",
    "serves",
    "history",
    "related",
    "sources",
    "cite",
    "footnotes",
)
"""Anchors that a page gives its own parts; a heading of the same name gets a number."""
STARTS = ("role-", "value-", "source-", "cited-", "figure-", "term-")
"""How the anchors begin that a page gives the items of its parts; a heading that begins so gets a number too.
"""

MOST_OPEN = 50
"""So many brackets can be open in one paragraph: for each the parser looks through all that follows."""

_BRACKET = re.compile(r"[\[\]]|\n(?=\n)")
_CITATION = re.compile(r"\[@([^\[\]\n]+)\](?!\()")
_ADDRESSED = re.compile(r"!?\[[^\[\]\n]*\]\(([^()<>\n\"]*)\)")
_BLANK = re.compile(r"\S[^\S\n]+\S")
_CITED = re.compile(
    r"\s*@?(?P<key>[A-Za-z0-9][A-Za-z0-9_.:-]*[A-Za-z0-9]|[A-Za-z0-9])\s*(?:,\s*(?P<place>[^;]+?)\s*)?"
)


_WORDS = frozenset({"text", "code_inline", "image"})
"""The tokens that readers see as words."""
_ELEMENT = re.compile(r"<(/?[A-Za-z][A-Za-z0-9-]*)")
_HOLDERS = frozenset({"article", "body", "center", "div", "font", "html", "main", "p", "section", "span"})
"""Elements that only hold others."""


@dataclass(frozen=True)
class Mark:
    """A place in the entry's file; both count from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Heading:
    """A heading with the name by which a link can reach it."""

    level: int
    text: str
    anchor: str
    at: Mark


@dataclass(frozen=True)
class Link:
    """A link as written; `text` is what readers see of it."""

    target: str
    at: Mark
    text: str = ""


@dataclass(frozen=True)
class Image:
    """An image as written; `text` is its text alternative."""

    target: str
    text: str
    told: Told
    at: Mark


@dataclass(frozen=True)
class Citation:
    """A source that the text cites, with the page or part if given."""

    key: str
    place: str
    at: Mark


@dataclass(frozen=True)
class Block:
    """A fenced block that stands for something: its word, the name behind it and its lines."""

    word: str
    name: str
    text: str
    at: Mark


@dataclass(frozen=True)
class Html:
    """HTML as typed: the name of its first element, with / before it where that is closed; empty where there
    is none.
    """

    element: str
    at: Mark


@dataclass(frozen=True)
class Lapse:
    """What does not come out as it was meant, by its code, and the characters that it is about: see
    `prose_slips`.
    """

    code: str
    shown: str
    at: Mark


@dataclass(frozen=True)
class Outline:
    """All that a text refers to, in reading order."""

    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    citations: tuple[Citation, ...] = ()
    blocks: tuple[Block, ...] = ()
    html: tuple[Html, ...] = ()
    blanks: tuple[Link, ...] = ()
    """What is written as a link or picture, but is none for the blank in its address."""
    lapses: tuple[Lapse, ...] = ()
    words: int = 0

    @property
    def figures(self) -> tuple[str, ...]:
        """The names of the charts that it shows, each once."""
        return tuple(dict.fromkeys(block.name for block in self.blocks if block.word == "figure"))


# --- parsing -----------------------------------------------------------------------------


def _placed(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """The rule, which also notes on its first token where in the text it began and ended."""

    def run(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        start, count = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent:
            made = next((token for token in state.tokens[count:] if token.type != "text"), None)
            if made and "at" not in made.meta:
                made.meta |= {"at": start, "end": state.pos}
        return found

    return run


def _citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    match = _CITATION.match(state.src, state.pos)
    parts = [_CITED.fullmatch(part) for part in match[1].split(";")] if match else []
    if not match or not all(parts):
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.meta["cited"] = [(part["key"], part["place"] or "") for part in parts if part]
    state.pos = match.end()
    return True


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}, renderer_cls=Renderer).enable(
        ["table", "strikethrough"]
    )
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
    parser.inline.ruler.before("link", "bare_address", bare_address)
    parser.inline.add_terminator_char(".")  # at which www. is noticed
    parser.core.ruler.before("inline", "callouts", callouts)
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
        _anchors(self.tokens)
        parser = _parser()
        rendered: str = parser.renderer.render(self.tokens, parser.options, {"meaning": meaning})
        return rendered

    def outline(self) -> Outline:
        """What the text refers to."""
        return _outline(self)


def parse(text: str, line: int = 1) -> Prose:
    """A text's tokens. Never fails: any text is Markdown, but for one that would take minutes to read."""
    env: dict[str, Any] = {}
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # as the parser reads line ends
    if (index := _too_deep(text)) is not None:
        return Prose(text, line, [], {"too-deep": index})
    tokens = _parser().parse(text, env)
    set_apart(tokens)
    return Prose(text, line, tokens, env)


def _too_deep(text: str) -> int | None:
    """Where a paragraph has more open brackets than the parser can look for the end of in a reasonable time."""
    depth = 0
    for match in _BRACKET.finditer(text):
        depth = {"[": depth + 1, "]": max(depth - 1, 0)}.get(match[0], 0)
        if depth > MOST_OPEN:
            return match.start()
    return None


def slugify(text: str) -> str:
    """A heading's text as an anchor: lower case, without accents, words joined by hyphens."""
    return hyphenated(text) or "deel"


def _anchors(tokens: list[Token]) -> list[tuple[Token, str]]:
    """Gives each heading its anchor, unique in the text, and returns headings with their plain text."""
    used = dict.fromkeys(RESERVED, 1)
    found = []
    for token, inline in zip(tokens, tokens[1:], strict=False):
        if token.type == "heading_open":
            text = _plain(inline)
            anchor = slugify(text)
            used[anchor] = used.get(anchor, anchor.startswith(STARTS)) + 1
            token.attrSet("id", anchor if used[anchor] == 1 else f"{anchor}-{used[anchor]}")
            found.append((token, text))
    return found


def _plain(inline: Token) -> str:
    return "".join(child.content for child in inline.children or () if child.type in _WORDS)


# --- outline -----------------------------------------------------------------------------


def _outline(prose: Prose) -> Outline:
    lines = prose.text.split("\n")
    headings = [
        Heading(int(token.tag[1]), text, str(token.attrs["id"]), Mark(prose.line + _row(token), 1))
        for token, text in _anchors(prose.tokens)
    ]
    links: list[Link] = []
    images: list[Image] = []
    citations: list[Citation] = []
    blanks: list[Link] = []
    html = [
        _html(token.content, Mark(prose.line + _row(token), 1))
        for token in prose.tokens
        if token.type == "html_block" and not token.content.lstrip().startswith("<!--")
    ]
    for inline in prose.tokens:
        if inline.type != "inline":
            continue
        where = Positions(inline, lines)
        blanks += [Link(target, _mark(prose, where, at)) for target, at in _blanks(inline)]
        children = inline.children or []
        for index, child in enumerate(children):
            if "at" not in child.meta:
                continue
            at = _mark(prose, where, child.meta["at"])
            match child.type:
                case "link_open":
                    links.append(Link(str(child.attrs["href"]), at, _words_of_link(children, index)))
                case "image":
                    images.append(Image(str(child.attrs["src"]), child.content, told(child), at))
                case "citation":
                    citations += [Citation(key, place, at) for key, place in child.meta["cited"]]
                case "html_inline" if not child.content.startswith("<!--"):
                    html.append(_html(child.content, at))
    blocks = tuple(_blocks(prose, lines))
    links += [link for block in blocks if (link := _transcript(block))]
    words = sum(
        len(re.findall(r"\w+(?:['’.-]\w+)*", _plain(token)))
        for token in prose.tokens
        if token.type == "inline"
    )
    lapses = [
        Lapse(one.code, one.shown, Mark(prose.line + one.row, one.column + 1))
        for one in slips(prose.text, prose.tokens, prose.env)
    ]
    return Outline(
        tuple(headings),
        tuple(links),
        tuple(images),
        tuple(citations),
        blocks,
        tuple(html),
        tuple(blanks),
        tuple(lapses),
        words,
    )


def _transcript(block: Block) -> Link | None:
    """The way to the words of a video, which is a link as any other."""
    found = transcript_of(block.text) if block.word == "video" else None
    if not found:
        return None
    target, place = found
    line, column = place.value
    return Link(target, Mark(block.at.line + line, column), str(data_of(block.text).get("title") or ""))


def _words_of_link(tokens: list[Token], opening: int) -> str:
    """The words between a token that opens a link and the one that closes it."""
    following = (tokens[index] for index in range(opening, len(tokens)))
    within = takewhile(lambda token: token.type != "link_close", following)
    return "".join(token.content for token in within if token.type in _WORDS)


def _mark(prose: Prose, where: Positions, at: int) -> Mark:
    row, column = where.of(at)
    return Mark(prose.line + row, column + 1)


def _html(text: str, at: Mark) -> Html:
    """HTML by its first element that says what it is for: what only holds others says nothing."""
    elements = _ELEMENT.findall(text)
    telling = [name for name in elements if name.lower().lstrip("/") not in _HOLDERS]
    first = (telling or elements or [""])[0].lower()
    return Html(first, Mark(at.line, at.column + len(text) - len(text.lstrip())))


def _blanks(inline: Token) -> Iterator[tuple[str, int]]:
    """Each address with a blank in a text, and where in the text its link begins."""
    start = 0
    for child in inline.children or ():
        if child.type == "code_inline":
            start = inline.content.find(child.content, start) + len(child.content)
        for match in _ADDRESSED.finditer(child.content if child.type == "text" else ""):
            if _BLANK.search(match[1]) and (found := inline.content.find(match[0], start)) >= 0:
                start = found + len(match[0])
                yield match[1], found


def _row(token: Token) -> int:
    return token.map[0] if token.map else 0


def _blocks(prose: Prose, lines: list[str]) -> Iterator[Block]:
    for token in prose.tokens:
        word, _, name = token.info.strip().partition(" ")
        if token.type == "fence" and (word in BLOCKS or name):
            row = _row(token)
            wanted = name.strip() or word
            column = lines[row].rfind(wanted) + 1
            yield Block(word, name.strip(), token.content, Mark(prose.line + row, max(column, 1)))
