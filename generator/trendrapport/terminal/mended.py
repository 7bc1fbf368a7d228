"""Prints what was mended, and how files changed."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import Language, Text
from trendrapport.diagnostics.changes import AddKeys, Change, Edit
from trendrapport.diagnostics.visible import visible

if TYPE_CHECKING:
    from trendrapport.editing.mending import Mended
    from trendrapport.files.contents import Files

_MENDED = Text(nl="hersteld", en="fixed")
_WOULD_BE = Text(nl="te herstellen", en="can be fixed")
_TIDIED = Text(nl="opgeruimd", en="tidied")
_ONE_FILE = Text(nl="1 bestand", en="1 file")
_FILES = Text(nl="{count} bestanden", en="{count} files")
_SUM = Text(
    nl="{mended} hersteld en {tidied} opgeruimd in {files}.",
    en="{mended} fixed and {tidied} tidied in {files}.",
)
_SUM_DRY = Text(
    nl="{mended} te herstellen en {tidied} op te ruimen in {files}; er is niets veranderd.",
    en="{mended} can be fixed and {tidied} tidied in {files}; nothing was changed.",
)
_LONGEST = 60


def told(mended: Mended, language: Language, *, dry: bool) -> Iterator[str]:
    """A line for each finding that was mended, and for what was tidied; then how much that is."""
    if not mended.files:
        return
    word = (_WOULD_BE if dry else _MENDED).of(language)
    for one in mended.done:
        what = visible(one.what.of(language)) + _became(one.changes)
        yield _line(str(one.location), f"{word}[{one.code}]", what)
    for tidied in mended.tidied:
        yield _line(tidied.path, _TIDIED.of(language), tidied.what.of(language))
    number = len(mended.files) - len(mended.moved)
    files = _ONE_FILE if number == 1 else _FILES.filled(count=number)
    summary = (_SUM_DRY if dry else _SUM).filled(
        mended=len(mended.done), tidied=len(mended.tidied), files=files
    )
    yield summary.of(language)


def _line(place: str, word: str, what: str) -> str:
    return f"{click.style(visible(place), bold=True)}: {click.style(word, fg='green', bold=True)}: {what}"


def _became(changes: tuple[Change, ...]) -> str:
    """What was typed and what is there now, when that is one short text."""
    first = changes[0]
    if isinstance(first, AddKeys):
        return f" ({visible(first.path)}: {visible(first.keys)})"
    if len(changes) > 1 or not isinstance(first, Edit) or "\n" in first.old + first.new:
        return ""
    if max(len(first.old), len(first.new)) > _LONGEST or not first.old.strip() or not first.new.strip():
        return ""
    return f" ({visible(first.old)} → {visible(first.new)})"


def differences(files: Files, former: Files, moved: dict[str, str]) -> Iterator[str]:
    """How files change, as `diff -u` shows it; of a picture, that it does."""
    origin = {new: old for old, new in moved.items()}
    for path, raw in files.items():
        if raw is None and path in moved:
            continue
        old = origin.get(path, path)
        before = former.get(old) if old in former else None
        yield from _difference(old, path, before or b"", raw or b"")


def _difference(old: str, new: str, before: bytes, after: bytes) -> Iterator[str]:
    try:
        one, other = (raw.decode("utf-8").splitlines() for raw in (before, after))
    except UnicodeDecodeError:
        yield f"--- {visible(old)}\n+++ {visible(new)}"
        return
    for line in difflib.unified_diff(one, other, visible(old), visible(new), lineterm=""):
        yield _coloured(visible(line))


def _coloured(line: str) -> str:
    if line.startswith(("---", "+++")):
        return click.style(line, bold=True)
    colours = {"+": "green", "-": "red", "@": "cyan"}
    return click.style(line, fg=colours[line[0]]) if line[:1] in colours else line
