"""Marks in running text that mean nothing here, and references that are nearly right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from trendrapport.prose.html import BLOCKS, FIGURE, after_comment
from trendrapport.prose.positions import Positions
from trendrapport.prose.slips import tables
from trendrapport.prose.slips.slip import Slip


@dataclass(frozen=True)
class _Pattern:
    code: str
    pattern: re.Pattern[str]


def _patterns(*given: tuple[str, str], flags: re.RegexFlag = re.NOFLAG) -> tuple[_Pattern, ...]:
    return tuple(_Pattern(code, re.compile(pattern, flags)) for code, pattern in given)


_WORDS = "|".join(BLOCKS)
_SOURCE_FILE = r"[\w./-]{1,80}\.md\b"

_ANYWHERE = _patterns(
    ("undefined-footnote", r"\[\^[^\[\]\n]{1,80}\]"),
    ("unread-citation", r"\[(?:[^\[\]\n@]{0,80}[\s;-])?@[^\[\]\n]{1,120}\]"),
    ("unread-citation", r"\[@[\w:.-]+(?=[\s.,;]|$)"),
    ("unread-citation", r"\[fig:[\w-]+\]"),
    ("unread-citation", r"(?<![\w@/.\[-])@(?:fig|tbl|sec|eq):[\w-]+"),
    ("template", r"\{[{%][^}\n]{0,200}[}%]?\}?"),
    ("attributes", r"\{:?[ ]?[#.][A-Za-z][^{}\n]{0,80}\}"),
    ("wiki-link", r"!?\[\[[^\[\]\n]{1,200}\]\]"),
    ("highlight", r"(?<![\w=])==[^=\s][^=\n]{0,200}==(?!=)"),
    ("highlight", r"(?<![\w+])\+\+[^+\s][^+\n]{0,200}\+\+(?!\+)"),
    ("formula", r"\$\$[^$\n]{1,200}\$\$"),
    ("latex", r"\\(?:cite|footnote|ref|label|textbf|textit|emph|section|href)[a-z]*\{"),
    ("hidden-comment", r"%%[^%\n]{1,200}%%"),
    ("hidden-comment", r"\{(?:\+\+|--|~~|>>|==)[^{}\n]{0,200}\}"),
    ("typed-footnote", r"(?<=[^\W\d_])\[\d{1,3}\](?![ ]?[(\[:])"),
    ("typed-footnote", r"(?<=[.,;:!?)”’'\"])\[\d{1,3}\](?![ ]?[(\[:])"),
    ("typed-footnote", r"(?<=[^\W\d_]{4})[¹⁴-⁹]+(?!\w)"),
    ("typed-footnote", r"(?<=[\s.,;:!?)”’'\"])[¹²³⁴-⁹]+(?![\w/])"),
    ("broken-link", r"\]\((?![^()\n]{0,300}\))[^()\n]{1,60}"),
    ("broken-link", rf"\][ ]\((?:https?:|\.{{1,2}}/|{_SOURCE_FILE})[^()\n]{{0,200}}\)?"),
    ("broken-link", rf"\([^()\[\]\n]{{1,80}}\)\[(?:https?:|{_SOURCE_FILE})[^\[\]\n]{{0,200}}\]"),
    ("broken-link", r"\[[^\[\]\n]{1,80}\]\[[^\[\]\n]{1,80}\]"),
    ("open-comment", r"<!--"),
    ("mention", r"(?<![\w@/.\[{-])@[A-Za-z0-9][\w:.-]*\w"),
)
"""Marks anywhere in running text."""

_AT_START = _patterns(
    ("heading-without-space", r"^#{2,6}(?![# \t\n]).{0,60}"),
    ("heading-without-space", r"^#{7,}.{0,60}"),
    ("heading-without-space", r"\A#(?![# \t\n])(?=[^\W\d_]|\u00a0)(?=[^a-z]).{0,60}(?<![.!?:;,])\Z"),
    ("admonition", r"^(?:!!!|\?\?\?\+?)[ \t]*\w.{0,60}"),
    ("colons", r"^:{3,}.{0,60}"),
    ("contents", r"^\[(?:\[_)?TOC(?:_\])?\][ \t]*$"),
    ("contents", r"^\\(?:newpage|pagebreak)\b"),
    ("bullet", r"^[•·▪▫◦‣⁃●○■□➢➤✓✔\uf000-\uf0ff](?=\s)"),
    ("bullet", r"^o(?=\t)"),
    ("dash", r"^–(?=[ \t\u00a0])"),
    ("abbreviation", r"^\*\[[^\[\]\n]{1,80}\]:"),
    ("other-fence", rf"^[‘’'´`“”„\"]{{2,}}[ ]?(?:{_WORDS})\b.{{0,60}}"),
    ("typed-footnote", r"^\[\d{1,3}\](?=[ \t])"),
    ("typed-footnote", r"^[¹²³⁴-⁹]+(?=[ \t]?\w)"),
    ("unknown-callout", r"^\[![^\[\]\n]{1,40}\]"),
    flags=re.MULTILINE,
)
"""Marks at the beginning of a line."""

_NAMED = _patterns(("name-in-brackets", r"\[[A-Za-z0-9][\w:.-]*(?:[,;][^\[\]\n]{0,80})?\](?![\[(:])"))
"""What is a reference if a source has that name."""

_SIGNS = re.compile(
    r"[\[\]{}@=+~^$%\\<#!?:|*•·▪▫◦‣⁃●○■□➢➤✓✔\uf000-\uf0ff–‘’'´`“”„\"¹²³⁴-⁹]|^o\t",
    re.MULTILINE,
)
"""What a slip in running text needs: a paragraph with none of it is passed over."""

_SAID = re.compile(r"–[ \t\u00a0]+[\"'“‘„]?[A-ZÀ-Þ](?:[^\n]|\n(?!–))*")
"""A paragraph of what somebody says, as talk is written: a dash, and a sentence."""

_TASK = re.compile(r"\A\[[ xX]?\](?=\s)")
_LOOSE = re.compile(r"(?:\*\*|~~)(?=[^\W\d_])|(?<=[^\W\d_])(?:\*\*|~~)")
_BLOCK = re.compile(rf"(?:{_WORDS})\s")
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")


def running_text(token: Token, before: Token, lines: Sequence[str]) -> Iterator[Slip]:
    """Every slip in a paragraph, heading or cell; `before` is the token that opens it."""
    where = Positions(token, lines)
    plain = _unread(token)
    if _SIGNS.search(plain):
        yield from _marks(token, before, plain, where)
        yield from _loose_marks(token, plain, where)
        if before.type == "paragraph_open":
            yield from tables.without_line(token, where)
    for child in token.children or ():
        if "at" in child.meta:
            yield from _misread(child, where)


def _marks(token: Token, before: Token, plain: str, where: Positions) -> Iterator[Slip]:
    """What the patterns find; of two that overlap the first."""
    taken: set[int] = set()
    for one in _patterns_in(before):
        for match in one.pattern.finditer(plain):
            span = range(*match.span())
            if taken.isdisjoint(span):
                taken.update(span)
                is_said = one.code == "dash" and _SAID.fullmatch(plain)
                code = "said" if is_said else one.code
                yield Slip(code, token.content[match.start() : match.end()].strip(), *where.of(match.start()))


def _patterns_in(before: Token) -> Iterator[_Pattern]:
    """The patterns that apply in what a token opens."""
    yield from _ANYWHERE
    for one in _AT_START if before.type == "paragraph_open" else ():
        # In a list or a quotation a dash may precede a name.
        if one.code != "dash" or not before.level:
            yield one
    yield from _NAMED


def _unread(token: Token) -> str:
    """A text with spaces instead of all that has a meaning: what is left is shown as it was typed."""
    shown = list(token.content)
    for child in token.children or ():
        if "end" in child.meta:
            start, end = _meaningful(token.content, child)
            blank = "x" if child.markup == "bare" else " "
            shown[start:end] = blank * (end - start)
    return _ESCAPED.sub("  ", "".join(shown))


def _meaningful(text: str, child: Token) -> tuple[int, int]:
    """Where what is no words of the text begins and ends: of a link that is all but what readers see."""
    start, end = child.meta["at"], child.meta["end"]
    if child.type == "link_open" and not child.markup:
        start = max(text.rfind(mark, start, end) for mark in ("](", "][", "]"))
    if child.markup == "bare" and text.startswith("http", start):
        start += len("https://")
    return start, end


def _loose_marks(token: Token, plain: str, where: Positions) -> Iterator[Slip]:
    """Marks of bold or struck text that did not become that, as there is a space on their inner side."""
    at = 0
    for child in token.children or ():
        mark = _LOOSE.search(child.content) if child.type == "text" else None
        found = plain.find(child.content, at) if mark else -1
        if mark and found >= 0:
            at = found + len(child.content)
            yield Slip("loose-mark", mark[0], *where.of(found + mark.start()))


def _misread(child: Token, where: Positions) -> Iterator[Slip]:
    """What has a meaning, but probably another than was meant."""
    at = child.meta["at"]
    if _is_block_on_one_line(child):
        yield Slip("block-on-one-line", f"{child.markup}{child.content}", *where.of(at))
    elif child.type == "citation" and any(_loses(*cited) for cited in child.meta["cited"]):
        yield Slip("unread-citation", where.text[at : child.meta["end"]], *where.of(at))
    elif _is_open_comment(child):
        yield Slip("open-comment", "<!--", *where.of(at))


def _is_block_on_one_line(child: Token) -> bool:
    return child.type == "code_inline" and len(child.markup) > 1 and bool(_BLOCK.match(child.content))


def _is_open_comment(child: Token) -> bool:
    is_comment = child.type == "html_inline" and child.content.startswith("<!--")
    return is_comment and after_comment(child.content) is None


def _loses(key: str, locator: str) -> bool:
    """Whether a reference has a second one instead of a page number, or a page number for a figure."""
    return "@" in locator or (key.startswith(FIGURE) and bool(locator))


def tasks(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Slip]:
    """Items of a list with a box to tick."""
    for item, paragraph, inline in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if item.type != "list_item_open" or paragraph.type != "paragraph_open":
            continue
        if match := _TASK.match(_unread(inline)):
            yield Slip("task", match[0], *Positions(inline, lines).of(0))
