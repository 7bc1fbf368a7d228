"""Prints what was mended, and how files changed."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import Language, Text, counted, with_commas
from trendrapport.diagnostics.changes import AddKeys, Change, Edit, Move
from trendrapport.diagnostics.visible import visible

if TYPE_CHECKING:
    from trendrapport.editing.mending import Mended
    from trendrapport.files.contents import Files

_MENDED = Text(nl="hersteld", en="fixed")
_WOULD_BE = Text(nl="te herstellen", en="can be fixed")
_TIDIED = Text(nl="opgeruimd", en="tidied")
_ONE_FILE = Text(nl="1 bestand", en="1 file")
_FILES = Text(nl="{count} bestanden", en="{count} files")
_COUNT = Text(nl="{count} hersteld", en="{count} fixed")
_COUNT_DRY = Text(nl="{count} te herstellen", en="{count} can be fixed")
_COUNT_TIDIED = Text(nl="{count} opgeruimd", en="{count} tidied")
_COUNT_TO_TIDY = Text(nl="{count} op te ruimen", en="{count} can be tidied")
_IN = Text(nl="{counts} in {files}.", en="{counts} in {files}.")
_NOTHING = Text(nl="Er is niets veranderd.", en="Nothing was changed.")
_LONGEST = 60


def told(mended: Mended, language: Language, *, dry: bool) -> Iterator[str]:
    """A line for each finding that was mended, and for what was tidied; then how much that is."""
    if not mended.files:
        return
    fixed = _WOULD_BE if dry else _MENDED
    word = fixed.of(language)
    for one in mended.done:
        what = visible(one.what.of(language)) + _became(one.changes)
        yield _line(str(one.location), f"{word}[{one.code}]", what)
    for tidied in mended.tidied:
        yield _line(tidied.path, _TIDIED.of(language), tidied.what.of(language))
    yield _summary(mended, dry=dry).of(language)


def _summary(mended: Mended, *, dry: bool) -> Text:
    """How much was done, in how many files."""
    done, tidied = _COUNT, _COUNT_TIDIED
    if dry:
        done, tidied = _COUNT_DRY, _COUNT_TO_TIDY
    counts: list[Text] = []
    if mended.done:
        counts.append(done.filled(count=len(mended.done)))
    if mended.tidied:
        counts.append(tidied.filled(count=len(mended.tidied)))
    files = counted(len(mended.files) - len(mended.moved), _ONE_FILE, _FILES)
    summary = _IN.filled(counts=with_commas(counts), files=files)
    if dry:
        return summary + _NOTHING
    return summary


def _line(place: str, word: str, what: str) -> str:
    return f"{click.style(visible(place), bold=True)}: {click.style(word, fg='green', bold=True)}: {what}"


def _became(changes: tuple[Change, ...]) -> str:
    """What there is now: instead of one short text, a former name or nothing."""
    last = changes[-1]
    match last:
        case AddKeys():
            return f" ({visible(last.path)}: {visible(last.keys)})"
        case Move():
            return f" ({visible(last.path)} → {visible(last.to)})"
        case Edit() if len(changes) == 1 and _is_short(last.old) and _is_short(last.new):
            return f" ({visible(last.old)} → {visible(last.new)})"
    return ""


def _is_short(text: str) -> bool:
    return bool(text.strip()) and "\n" not in text and len(text) <= _LONGEST


def differences(files: Files, former: Files, moved: dict[str, str]) -> Iterator[str]:
    """How files change, as `diff -u` shows it; of a picture, that it does."""
    origin = {new: old for old, new in moved.items()}
    for path, raw in files.items():
        if raw is None and path in moved:
            continue
        old = origin.get(path, path)
        yield from _difference(old, path, former.get(old) or b"", raw or b"")


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
    if line[:1] in colours:
        return click.style(line, fg=colours[line[0]])
    return line
