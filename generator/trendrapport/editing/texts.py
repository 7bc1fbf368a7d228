"""Edits to the new bytes of a text; opens no files.

An edit counts characters in a text whose lines end in `\\n`. The file keeps its own line ends, and the mark
before its first character, if it has these.
"""

from __future__ import annotations

from collections.abc import Iterable

from trendrapport.diagnostics.changes import Edit

MARK = b"\xef\xbb\xbf"
"""What some programs write before a text in UTF-8."""


def plain(raw: bytes) -> str:
    """A text in UTF-8 with `\\n` between its lines, as it is read."""
    return raw.removeprefix(MARK).decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def line_end(raw: bytes) -> str:
    """How most lines of a text end."""
    crlf, cr = raw.count(b"\r\n"), raw.count(b"\r")
    counts = {"\n": raw.count(b"\n") - crlf, "\r\n": crlf, "\r": cr - crlf}
    # Of two that occur as often, the first.
    return max(counts, key=lambda end: counts[end])


def edited(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """A text with parts of it replaced; none of these meet."""
    text = plain(raw)
    starts = _starts(text)
    for edit in sorted(edits, reverse=True):
        start = starts[edit.at.line - 1] + edit.at.column - 1
        text = text[:start] + edit.new + text[start + len(edit.old) :]
    return as_it_was(text, raw)


def as_it_was(text: str, raw: bytes) -> bytes:
    """A text with the mark and the line ends that the bytes of its file had."""
    written = text.replace("\n", line_end(raw)).encode()
    return MARK + written if raw.startswith(MARK) else written


def _starts(text: str) -> list[int]:
    """The index of the first character of each line."""
    found = [0]
    for line in text.split("\n"):
        found.append(found[-1] + len(line) + 1)
    return found


def can_be_made(raw: bytes, edit: Edit) -> bool:
    """Whether a text has at that place what an edit replaces."""
    try:
        lines = plain(raw).split("\n")
    except UnicodeDecodeError:
        return False
    row, column = edit.at.line - 1, edit.at.column - 1
    here = lines[row : row + 1 + edit.old.count("\n")]
    if not here or column > len(here[0]):
        return False
    return "\n".join([here[0][column:], *here[1:]]).startswith(edit.old)


def meet(one: Edit, other: Edit) -> bool:
    """Whether two edits replace the same characters, or put text at the same place."""
    if one.path != other.path:
        return False
    first, second = sorted((one, other))
    start = (second.at.line, second.at.column)
    return start < end_of(first) or start == (first.at.line, first.at.column)


def end_of(edit: Edit) -> tuple[int, int]:
    """The line and column behind the last character that an edit replaces."""
    *before, last = edit.old.split("\n")
    if before:
        return (edit.at.line + len(before), len(last) + 1)
    return (edit.at.line, edit.at.column + len(last))
