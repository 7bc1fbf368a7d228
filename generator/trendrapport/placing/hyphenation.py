"""A word that is longer than its line in parts, broken by the rules of its language; knows no drawing
library.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from trendrapport.diagnostics import Language
from trendrapport.language.facts import locale_of

if TYPE_CHECKING:
    from pyphen import Pyphen

HYPHEN, SOFT_HYPHEN = "-", "\u00ad"
LEAST = 3
"""The fewest letters on either side of a break: two look like a slip."""
LONGEST = 100
"""More letters in a row than these are no word of a dictionary."""
_SPACES = " \t\n\r\f\v"
"""Where a line can end; other spaces, such as that before a unit, hold words together."""
_SPACE = re.compile(f"[{_SPACES}]")
_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"[^\w\s]*\d[\d.,:\u00a0\u202f]*[^\w\s]*")
"""A number in parts would be read as two."""
_AFTER = "-/\u2010\u2013"
"""After these a line can end as it is."""
_STEPS = frozenset("./@?&=_:")
"""The signs in addresses: lines break after them, without a hyphen, which readers would copy."""
_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"

Fits = Callable[[str], bool]
"""Whether a part, with its hyphen, has room on a line."""


def words(text: str) -> list[str]:
    """The words of a text, between spaces at which a line can end; an empty one between two spaces."""
    return _SPACE.split(text.strip(_SPACES))


def parts(word: str, fits: Fits, language: Language) -> list[str]:
    """The word, or its parts with hyphens where it is broken: where the language has a break, and else where
    the line is full.

    A number is never broken.
    """
    if fits(word.replace(SOFT_HYPHEN, "")) or _NUMBER.fullmatch(word):
        return [word]
    bare, breaks = _breaks(word, language)
    found: list[str] = []
    start = 0
    while start < len(bare) and not fits(bare[start:]):
        end = _last_fitting(bare, start, breaks, fits)
        found.append(_with_hyphen(bare, start, end))
        start = end
    if start < len(bare):
        found.append(bare[start:])
    return found


def softened(text: str, fits: Fits, language: Language) -> str:
    """A text with soft hyphens in the words that are too long, where `parts` would break them."""
    return " ".join(_softened(word, fits, language) for word in text.split())


def _softened(word: str, fits: Fits, language: Language) -> str:
    if SOFT_HYPHEN in word:
        return word
    soft, start = "", 0
    for part in parts(word, fits, language):
        if word.startswith(part, start):
            soft += part
            start += len(part)
        else:
            letters = part.removesuffix(HYPHEN)
            soft += letters + SOFT_HYPHEN
            start += len(letters)
    return soft


def _breaks(word: str, language: Language) -> tuple[str, list[int]]:
    """The word without soft hyphens, and where it can be broken: only at its soft hyphens if it has any."""
    pieces = word.split(SOFT_HYPHEN)
    bare = "".join(pieces)
    if len(pieces) == 1:
        inner = (at for at in _own_breaks(bare, language) if 0 < at < len(bare))
        return bare, sorted(inner)
    ends: list[int] = []
    end = 0
    for piece in pieces[:-1]:
        end += len(piece)
        ends.append(end)
    return bare, ends


def _own_breaks(word: str, language: Language) -> set[int]:
    """After signs at which a line can end, and where the dictionary divides the words in it."""
    address = _is_address(word)
    found: set[int] = set()
    for index, sign in enumerate(word):
        if sign in _AFTER or (address and sign in _STEPS):
            found.add(index + 1)
    if address:
        return found
    for letters in _LETTERS.finditer(word):
        found.update(letters.start() + at for at in _syllables(letters[0], language))
    return found


def _is_address(word: str) -> bool:
    return "://" in word or "@" in word or "www." in word


def _syllables(word: str, language: Language) -> Iterator[int]:
    dictionary = _dictionary(language)
    if len(word) > LONGEST or not dictionary:
        return
    for at in dictionary.positions(word):
        # A change of letters, as in cafeetje (café-tje), is left alone: a reader would take the word for
        # another.
        if at.data is None and LEAST <= at <= len(word) - LEAST:
            yield int(at)


@cache
def _dictionary(language: Language) -> Pyphen | None:
    """The places at which a language breaks its words; None where nobody has written them down."""
    from pyphen import Pyphen, language_fallback

    name = language_fallback(locale_of(language))
    return Pyphen(lang=name) if name else None


def _last_fitting(word: str, start: int, breaks: list[int], fits: Fits) -> int:
    """The last break up to which the part from `start` on has room, or else where the line is full."""
    best, full = 0, start + 1
    for end in range(start + 1, len(word) + 1):
        if not fits(_with_hyphen(word, start, end)) and end > start + 1:
            break
        full = end
        if end in breaks:
            best = end
    while full < len(word) and full > start + 1 and _belongs(word[full], word[full - 1]):
        full -= 1
    return best or full


def _belongs(letter: str, before: str) -> bool:
    """Whether a sign belongs to the one before it, as an accent does."""
    joins = bool(unicodedata.combining(letter)) or letter in {_JOINER, _EMOJI_STYLE}
    return joins or before == _JOINER


def _with_hyphen(word: str, start: int, end: int) -> str:
    """A part, with a hyphen where it needs one."""
    part = word[start:end]
    if end == len(word) or part[-1] in _AFTER or (part[-1] in _STEPS and _is_address(word)):
        return part
    return part + HYPHEN
