"""What stands in a text but does not come out as it was meant: marks that mean nothing here, and lost words.

Looks at the tokens and at the lines of which they were made. What a slip means is told by the checks
`lost_text` and `unread_markup`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from trendrapport.prose.html import BLOCKS, FIGURE, WITH_TEXT, after_comment
from trendrapport.prose.positions import Places


@dataclass(frozen=True)
class Slip:
    """One of them: its code, the characters it is about, and where they stand, counted from 0."""

    code: str
    shown: str
    row: int
    column: int


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
    ("raised", r"(?<=\w)~\w{1,10}~(?!~)"),
    ("raised", r"(?<=\w)\^\w{1,10}\^"),
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
"""Marks wherever they stand in running text."""

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

_SIGNS = re.compile(
    r"[\[\]{}@=+~^$%\\<#!?:|*•·▪▫◦‣⁃●○■□➢➤✓✔\uf000-\uf0ff–‘’'´`“”„\"¹²³⁴-⁹]|^o\t",
    re.MULTILINE,
)
"""What a slip in running text needs: a paragraph with none of it is passed over."""

FIRST_YEAR = 1000
"""A list that begins with so high a number begins with a year, which was to be a word of a sentence."""

_SENTENCE = re.compile(r"[“\"'‘]?[A-ZÀ-Þ][^{}()\[\];=<>$]*[.!?:][”\"'’]?")
_SAID = re.compile(r"–[ \t\u00a0]+[\"'“‘„]?[A-ZÀ-Þ](?:[^\n]|\n(?!–))*")
"""A paragraph of what somebody says, as talk is written: a dash, and a sentence."""
_TASK = re.compile(r"\A\[[ xX]?\](?=\s)")
_LOOSE = re.compile(r"(?:\*\*|~~)(?=[^\W\d_])|(?<=[^\W\d_])(?:\*\*|~~)")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})[ \t]*([^`\n]*)")
_COMMENT_LABELS = frozenset({"//", "#", "comment", "_"})
"""Labels of definitions that stand for a comment: `[//]: # (this)`."""


def slips(text: str, tokens: Sequence[Token], env: Mapping[str, Any]) -> Iterator[Slip]:
    """Every slip in a text; `env` is what the parser noted on its way."""
    lines = text.split("\n")
    columns = 0
    if "too-deep" in env:
        yield _too_deep(text, env["too-deep"])
    for before, token in zip([None, *tokens], tokens, strict=False):
        match token.type:
            case "fence":
                yield from _fence(token, lines)
            case "code_block" if code := _misread_code(token.content.strip()):
                yield _at(code, token.content.strip().split("\n")[0], lines, token)
            case "ordered_list_open" if int(token.attrs.get("start", 1)) >= FIRST_YEAR:
                yield _at("year-as-number", f"{token.attrs['start']}{token.markup}", lines, token)
            case "html_block":
                yield from _comment(token, lines)
            case "callout_close" if before and before.type == "callout_open":
                yield _at("empty-callout", before.meta["mark"], lines, before)
            case "inline" if before and _is_underlined_sentence(before, token):
                yield _under(before, lines)
            case "thead_open":
                columns = 0
            case "th_open":
                columns += 1
            case "tr_open" if columns:
                yield from _row(token, lines, columns)
            case "inline" if token.map and before:
                where = Places(token, lines)
                yield from _inline(token, before, where)
                for child in token.children or ():
                    yield from _child(child, where)
    yield from _tasks(tokens, lines)
    yield from _notes(env, lines)
    yield from _definitions(tokens, lines, env)


def _too_deep(text: str, index: int) -> Slip:
    start = text.rfind("\n", 0, index) + 1
    return Slip("too-deep", text[index], text.count("\n", 0, index), index - start)


def _at(code: str, shown: str, lines: Sequence[str], token: Token) -> Slip:
    """A slip at the first character of a block, or at these characters on its first line."""
    row = token.map[0] if token.map else 0
    line = lines[row] if row < len(lines) else ""
    return Slip(code, shown, row, max(line.find(shown), 0))


# --- blocks ------------------------------------------------------------------------------


def _misread_code(text: str) -> str:
    """What indented code is when it was not meant as code: the beginning of a block, or a sentence; else
    nothing.
    """
    if text.startswith(("```", "~~~")):
        return "indented-block"
    return "indented-text" if _SENTENCE.fullmatch(text) and len(text.split()) > 2 else ""  # noqa: PLR2004 - words


def _fence(token: Token, lines: Sequence[str]) -> Iterator[Slip]:
    first, end = token.map or (0, 0)
    word = token.info.strip().partition(" ")[0]
    opening = f"{token.markup}{token.info.rstrip()}"
    if not _is_closed(token, lines[end - 1] if end - 1 > first else "") or _opens_another(token):
        yield _at("open-block", opening, lines, token)
    elif word in BLOCKS and word not in WITH_TEXT and token.content.strip():
        yield _lost_in(token, word, lines)
    elif word and word not in BLOCKS and word == token.info.strip() and (meant := _meant(word)):
        yield Slip("other-block", meant, first, max(lines[first].find(word), 0))


def _is_closed(token: Token, last: str) -> bool:
    closing = last.lstrip(" \t>").rstrip()
    return len(closing) >= len(token.markup) and not closing.strip(token.markup[0])


def _opens_another(token: Token) -> bool:
    """Whether a block of the report begins within a block, so that this was to end before that."""
    found = (_FENCE.match(line) for line in token.content.split("\n"))
    return any(one[2].partition(" ")[0] in BLOCKS and one[1].startswith(token.markup) for one in found if one)


def _lost_in(token: Token, word: str, lines: Sequence[str]) -> Slip:
    skipped = next(number for number, line in enumerate(token.content.split("\n")) if line.strip())
    row = (token.map or (0, 0))[0] + 1 + skipped
    return Slip("text-in-block", word, row, len(lines[row]) - len(lines[row].lstrip(" \t>")))


def _meant(word: str) -> str | None:
    """The word of a block that was meant by a word that is none, such as `{figure}` or `figure:name`."""
    letters = re.sub(r"[^\w:-]", "", word).lower()
    start = letters.split(":")[0]
    near = difflib.get_close_matches(start, BLOCKS, n=1, cutoff=0.8)
    return near[0] if near else None


def _comment(token: Token, lines: Sequence[str]) -> Iterator[Slip]:
    if not token.content.lstrip().startswith("<!--"):
        return
    rest = after_comment(token.content)
    if rest is None:
        yield _at("open-comment", "<!--", lines, token)
    elif rest:
        row = (token.map or (0, 1))[1] - 1
        while row and rest.split("\n")[0] not in lines[row]:
            row -= 1
        yield Slip(
            "text-after-comment", rest.split("\n")[0], row, max(lines[row].rfind(rest.split("\n")[0]), 0)
        )


def _is_underlined_sentence(before: Token, text: Token) -> bool:
    is_heading = before.type == "heading_open" and before.markup == "-"
    return is_heading and text.content.rstrip().endswith((".", ",", ";"))


def _under(heading: Token, lines: Sequence[str]) -> Slip:
    """A line of dashes right below a paragraph, which makes that a heading."""
    row = (heading.map or (0, 1))[1] - 1
    dashes = lines[row].strip(" \t>")
    return Slip("line-below-text", dashes, row, lines[row].find(dashes))


def _row(token: Token, lines: Sequence[str], columns: int) -> Iterator[Slip]:
    """What is wrong with a row of a table: more cells than there are headings, or no cells at all."""
    row = token.map[0] if token.map else 0
    line = lines[row]
    cells = _cells(line)
    if len(cells) > columns:
        start, words = cells[columns]
        yield Slip("surplus-cell", words, row, start)
    elif columns > 1 and "|" not in line:
        words = line.strip(" \t>")
        yield Slip("text-in-table", words, row, line.find(words))


def _cells(line: str) -> list[tuple[int, str]]:
    """The cells of a row as written: where each begins, and its words."""
    found, start = [], 0
    for pipe in [*(match.end() - 1 for match in re.finditer(r"(?<!\\)\|", line)), len(line)]:
        words = line[start:pipe].strip(" \t>") if start == 0 else line[start:pipe].strip()
        found.append((start + max(line[start:pipe].find(words), 0), words))
        start = pipe + 1
    if found and not found[0][1]:
        found.pop(0)
    if found and not found[-1][1]:
        found.pop()
    return found


# --- running text ------------------------------------------------------------------------


def _inline(token: Token, before: Token, where: Places) -> Iterator[Slip]:
    plain = _unread(token)
    if not _SIGNS.search(plain):
        return
    yield from _marks(token, before, plain, where)
    yield from _loose(token, plain, where)
    if before.type == "paragraph_open":
        yield from _table_without_line(token, where)


def _marks(token: Token, before: Token, plain: str, where: Places) -> Iterator[Slip]:
    """What the patterns find; of two in one place the first."""
    is_paragraph = before.type == "paragraph_open"
    taken: set[int] = set()
    for one in (*_ANYWHERE, *(_AT_START if is_paragraph else ())):
        if one.code == "dash" and before.level:
            continue  # in a list or a quotation it may stand before a name
        for match in one.pattern.finditer(plain):
            if taken.isdisjoint(range(*match.span())):
                shown = token.content[match.start() : match.end()].strip()
                code = "said" if one.code == "dash" and _SAID.fullmatch(plain) else one.code
                yield _slip(code, shown, match.start(), where)
                taken.update(range(*match.span()))


def _unread(token: Token) -> str:
    """A text with blanks in the place of all that has a meaning: what is left is shown as it stands."""
    shown = list(token.content)
    for child in token.children or ():
        if "end" in child.meta:
            start, end = child.meta["at"], child.meta["end"]
            if child.type == "link_open" and not child.markup:
                start = max(token.content.rfind(mark, start, end) for mark in ("](", "][", "]"))
            if child.markup == "bare" and token.content.startswith("http", start):
                start += len("https://")
            shown[start:end] = ("x" if child.markup == "bare" else " ") * (end - start)
    return re.sub(r"\\[!-/:-@\[-`{-~]", "  ", "".join(shown))


def _slip(code: str, shown: str, at: int, where: Places) -> Slip:
    """A slip at a character of an inline text."""
    return Slip(code, shown, *where.of(at))


def _loose(token: Token, plain: str, where: Places) -> Iterator[Slip]:
    """Marks of bold or struck text that did not become that, as there is a blank on their inner side."""
    shown = [
        child.content
        for child in token.children or ()
        if child.type == "text" and _LOOSE.search(child.content)
    ]
    at = 0
    for words in shown:
        found = plain.find(words, at)
        if found < 0:
            continue
        mark = _LOOSE.search(words)
        at = found + len(words)
        if mark:
            yield _slip("loose-mark", mark[0], found + mark.start(), where)


def _table_without_line(token: Token, where: Places) -> Iterator[Slip]:
    rows = token.content.split("\n")
    if len(rows) < 2 or rows[0].count("|") < 1:  # noqa: PLR2004 - a heading and what follows
        return
    if "|" in rows[1] and "-" in rows[1] and _RULE.fullmatch(rows[1]):
        yield _slip("table-columns", rows[1].strip(), len(rows[0]) + 1, where)
    elif all(
        row.strip().startswith("|") and row.strip().endswith("|") and row.count("|") > 1 for row in rows[:2]
    ):
        yield _slip("table-without-line", rows[0].strip(), 0, where)


def _child(child: Token, where: Places) -> Iterator[Slip]:
    if "at" not in child.meta:
        return
    at = child.meta["at"]
    if child.type == "code_inline" and len(child.markup) > 1 and re.match(rf"(?:{_WORDS})\s", child.content):
        yield _slip("block-on-one-line", f"{child.markup}{child.content}", at, where)
    elif child.type == "citation" and any(_loses(*cited) for cited in child.meta["cited"]):
        yield _slip("unread-citation", where.text[at : child.meta["end"]], at, where)
    elif (
        child.type == "html_inline"
        and child.content.startswith("<!--")
        and after_comment(child.content) is None
    ):
        yield _slip("open-comment", "<!--", at, where)


def _loses(key: str, place: str) -> bool:
    """Whether a reference has a second one in the place of a page number, or a page number for a figure."""
    return "@" in place or (key.startswith(FIGURE) and bool(place))


def _tasks(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Slip]:
    for item, paragraph, inline in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (
            item.type == "list_item_open"
            and paragraph.type == "paragraph_open"
            and (match := _TASK.match(_unread(inline)))
        ):
            yield _slip("task", match[0], 0, Places(inline, lines))


# --- notes and definitions ---------------------------------------------------------------


def _notes(env: Mapping[str, Any], lines: Sequence[str]) -> Iterator[Slip]:
    """Footnotes that nothing refers to, or of which another has the name: neither is shown."""
    used = env.get("footnotes", {}).get("refs", {})
    seen: set[str] = set()
    for label, row in env.get("notes", ()):
        mark = f"[^{label}]"
        if label in seen:
            yield Slip("footnote-twice", mark, row, max(lines[row].find(mark), 0))
        elif used.get(f":{label}", -1) < 0:
            yield Slip("unused-footnote", mark, row, max(lines[row].find(mark), 0))
        seen.add(label)


def _definitions(tokens: Sequence[Token], lines: Sequence[str], env: Mapping[str, Any]) -> Iterator[Slip]:
    """Lines such as `[1]: Bron`, which are read as the address of a link that is nowhere."""
    defined = env.get("references", {})
    used = {
        child.meta.get("label")
        for token in tokens
        for child in token.children or ()
        if child.type in {"link_open", "image"}
    }
    for label, told in defined.items():
        if label not in used and label.casefold() not in _COMMENT_LABELS:
            yield _definition("unused-definition", told["map"][0], lines)
    for told in env.get("duplicate_refs", ()):
        if told["label"].casefold() not in _COMMENT_LABELS:
            yield _definition("definition-twice", told["map"][0], lines)


def _definition(code: str, row: int, lines: Sequence[str]) -> Slip:
    line = lines[row].strip(" \t>")
    return Slip(code, line, row, lines[row].find(line))
