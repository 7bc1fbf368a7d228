"""What a reader would notice as Markdown, for a comment on a change at GitHub or GitLab."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trendrapport.diagnostics import Language, Text
from trendrapport.inspecting.noticed import CellChange, Noticed, Worded
from trendrapport.inspecting.sections import AFTER, BEFORE, COLUMN, NOTHING, ROW, TITLE, Item, sections
from trendrapport.reviewing.wording import Part

_MOST = 60_000
"""The most characters: GitHub takes 65,536 in a comment."""
_SIGN = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>~&:$%\"']")
_CALL = re.compile(r"@|&#3[35];")
"""What makes GitHub or GitLab look for a person, an issue or a request: @, # and !."""
_MORE = Text(nl="En nog {count} regels.", en="And {count} more lines.")


def written(noticed: Noticed, language: Language) -> str:
    """The comment; text of the site is never markup in it, and calls nobody."""
    lines = list(_lines(noticed, language))
    shown: list[str] = []
    length = 0
    for line in lines:
        length += len(line) + 1
        if length > _MOST:
            break
        shown.append(line)
    left = len(lines) - len(shown)
    if left:
        shown += ["", _MORE.filled(count=left).of(language)]
    return "\n".join(shown) + "\n"


def _lines(noticed: Noticed, language: Language) -> Iterator[str]:
    yield f"## {TITLE.of(language)}"
    if noticed.is_nothing:
        yield from ("", NOTHING.of(language))
    for section in sections(noticed):
        yield from ("", f"### {section.heading.of(language)}", "")
        for item in section.items:
            yield from _item(item, language)


def _item(item: Item, language: Language) -> Iterator[str]:
    path = f" <code>{_plain(item.path)}</code>" if item.path else ""
    remark = item.remark.of(language)
    yield f"- **{_plain(item.name)}**{path}" + (f": {_plain(remark)}" if remark else "")
    for words in item.words:
        yield f"  - {_worded(words)}"
    for path in item.lost:
        yield f"  - <code>{_plain(path)}</code>"
    if item.cells:
        yield from ("", *_table(item.cells, language), "")


def _table(cells: tuple[CellChange, ...], language: Language) -> Iterator[str]:
    head = [one.of(language) for one in (ROW, COLUMN, BEFORE, AFTER)]
    yield f"  | {' | '.join(head)} |"
    yield "  | --- | --- | --- | --- |"
    for cell in cells:
        values = map(_plain, (cell.row, cell.column, cell.before, cell.after))
        yield f"  | {' | '.join(values)} |"


def _worded(words: Worded) -> str:
    if not words.before:
        return f"<ins>{_plain(words.after)}</ins>"
    if not words.after:
        return f"<del>{_plain(words.before)}</del>"
    return "".join(map(_part, words.parts))


def _part(part: Part) -> str:
    if part.same:
        return _plain(part.old)
    gone = f"<del>{_plain(part.old)}</del>" if part.old else ""
    came = f"<ins>{_plain(part.new)}</ins>" if part.new else ""
    return gone + came


def _plain(text: str) -> str:
    """Text in which no sign means anything: each is written as its number."""
    coded = _SIGN.sub(lambda sign: f"&#{ord(sign[0])};", text)
    return _CALL.sub(lambda sign: f"{sign[0]}\u2060", coded)
