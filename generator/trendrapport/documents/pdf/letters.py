"""Text that every font lacks letters for, as text that can be shown.

A PDF for archives may hold no empty boxes: a character without a letter becomes its number, such as [U+4E2D],
and a mark without one, or a character that only steers a machine, goes.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from html import escape, unescape
from typing import Any

from trendrapport.charts.pictures.lettered import UNSEEN, lacking
from trendrapport.charts.theme import FONT
from trendrapport.documents.pdf.typesetting import compiled

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
"""Characters that steer machines, and those that turn the direction of all that follows."""

_SPACE = re.compile("[\u1680\u2028\u2029]")
"""Spaces and ends of lines that fonts lack."""

_WITHIN = r"[^\s\u00ad\u200b/?&=.-]"
_LONG = re.compile(rf"{_WITHIN}{{41,}}|(?={_WITHIN}*[\d_\[]){_WITHIN}{{21,}}")
"""A word that may be longer than a line, or than a column if it is one that is not hyphenated."""
_PART = 10
"""The letters of a long word between places at which it can be broken."""

_BETWEEN_TAGS = re.compile(r">([^<]+)<")

_TRIAL = """#set document(title: "trial")
#let tried = json("/data.json")
#for family in ("Source Sans Pro", "Source Serif Pro", "DejaVu Sans Mono") {
  for weight in (400, 600, 700) {
    text(font: (family, "Libertinus Serif", "DejaVu Sans Mono"), weight: weight, tried)
  }
}
"""
"""A text in all letters of the templates: they fall back on others, each in its own way."""

_DRAWN_TRIAL = """#set document(title: "trial")
#image("/trial.svg", alt: "trial")
"""

_TRIAL_DRAWING = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" font-family="{FONT}">'
    '<text>{0}</text><text font-weight="600">{0}</text></svg>'
)


def displayable(value: Any) -> Any:  # noqa: ANN401
    """Plain data in which every text can be shown."""
    if isinstance(value, dict):
        return {key: displayable(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [displayable(inner) for inner in value]
    if isinstance(value, str):
        return shown(value)
    return value


def shown(text: str) -> str:
    """A text with a letter for each character, and with places at which a very long word can be broken."""
    return _LONG.sub(_with_breaks, _with_letters(_steered_by_nothing(text), _can_set))


def drawn(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Files of a PDF, by path, in which every text of a drawing can be shown."""
    return {path: _drawn(raw) if path.endswith(".svg") else raw for path, raw in files.items()}


def _drawn(svg: bytes) -> bytes:
    return _BETWEEN_TAGS.sub(_drawn_text, svg.decode()).encode()


def _drawn_text(found: re.Match[str]) -> str:
    written = unescape(found[1])
    text = _with_letters(_steered_by_nothing(written), _can_draw)
    return found[0] if text == written else f">{escape(text, quote=False)}<"


def _steered_by_nothing(text: str) -> str:
    return _SPACE.sub(" ", _CONTROL.sub("", text))


def _with_breaks(word: re.Match[str]) -> str:
    parts = [word[0][start : start + _PART] for start in range(0, len(word[0]), _PART)]
    return "\u200b".join(parts)


def _with_letters(text: str, can_show: Callable[[str], bool]) -> str:
    """A text of which each letter can be shown, and each mark together with its letter."""
    if not _is_odd(text) or can_show(text):
        return text
    found = ""
    for letter in unicodedata.normalize("NFC", text):
        if _is_unseen(letter):
            found += letter if can_show(found[-1:] + letter) else ""
        else:
            found += letter if can_show(letter) else f"[U+{ord(letter):04X}]"
    return found if can_show(found) else "".join(letter for letter in found if not _is_unseen(letter))


def _is_odd(text: str) -> bool:
    """Whether a text has characters that some font may lack."""
    return not text.isascii() and (lacking(text) != [] or any(map(_is_unseen, text)))


def _is_unseen(letter: str) -> bool:
    """Whether a character shows nothing without the one before it."""
    return not letter.isspace() and unicodedata.category(letter) in {*UNSEEN, "Mc", "Me"}


@lru_cache(maxsize=4096)
def _can_set(text: str) -> bool:
    """Whether Typst finds fonts with these characters: it is asked, as only it knows the fonts it brings."""
    if text.isascii():
        return True
    if any(unicodedata.category(letter) in {"Co", "Cn", "Cs"} for letter in text):
        return False
    return _compiles(_TRIAL, {"data.json": json.dumps(text).encode()})


@lru_cache(maxsize=4096)
def _can_draw(text: str) -> bool:
    """The same in a drawing, for which Typst looks in another way."""
    if text.isascii():
        return True
    return _compiles(_DRAWN_TRIAL, {"trial.svg": _TRIAL_DRAWING.format(escape(text)).encode()})


def _compiles(source: str, given: Mapping[str, bytes]) -> bool:
    import typst

    try:
        compiled({"main.typ": source.encode(), **given}, day=0)
    except typst.TypstError:
        return False
    return True
