"""A word that is longer than its line in parts, broken as its language has it; knows no drawing library."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from trendrapport.diagnostics import Language

if TYPE_CHECKING:
    from pyphen import Pyphen

HYPHEN, SOFT_HYPHEN = "-", "\u00ad"
_DICTIONARIES: dict[Language, str] = {"nl": "nl_NL", "en": "en_GB"}
LEAST = 3
"""So many letters stand at least on either side of a break: two look like a slip."""
LONGEST = 100
"""More letters in a row than these are no word of a dictionary."""
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"[^\w\s]*\d[\d.,:\u00a0\u202f]*[^\w\s]*")
"""A number in parts would be read as two."""
_AFTER = "-/\u2010\u2013"
"""After these a line can end as it is."""
_STEPS = frozenset("./@?&=_:")
"""What addresses consist of: they are broken after such a sign, without a hyphen that nobody should copy."""

Fits = Callable[[str], bool]
"""Whether a part, with its hyphen, has room on a line."""


def parts(word: str, fits: Fits, language: Language) -> list[str]:
    """The word, or its parts with hyphens where it is broken: where the language has a break, and else where
    the line is full.

    A number is never broken.
    """
    if fits(word.replace(SOFT_HYPHEN, "")) or _NUMBER.fullmatch(word):
        return [word]
    bare, places = _places(word, language)
    found, start = list[str](), 0
    while start < len(bare) and not fits(bare[start:]):
        end = _fitting(bare, start, places, fits)
        found.append(_ended(bare, start, end))
        start = end
    return [*found, bare[start:]] if start < len(bare) else found


def softened(text: str, fits: Fits, language: Language) -> str:
    """A text with soft hyphens in the words that are too long, where `parts` would break them."""
    words = []
    for word in text.split():
        if SOFT_HYPHEN in word:
            words.append(word)
            continue
        soft, start = "", 0
        for part in parts(word, fits, language):
            own = part if word.startswith(part, start) else part.removesuffix(HYPHEN) + SOFT_HYPHEN
            soft += own
            start += len(own.removesuffix(SOFT_HYPHEN))
        words.append(soft)
    return " ".join(words)


def _places(word: str, language: Language) -> tuple[str, list[int]]:
    """The word without soft hyphens, and where it can be broken; soft hyphens say that themselves."""
    bare, own = "", list[int]()
    for part in word.split(SOFT_HYPHEN):
        bare += part
        own.append(len(bare))
    if len(own) > 1:
        return bare, own[:-1]
    signs = {
        index + 1 for index, sign in enumerate(bare) if sign in _AFTER or (sign in _STEPS and _address(bare))
    }
    words = () if _address(bare) else _WORD.finditer(bare)
    within = {found.start() + place for found in words for place in _syllables(found[0], language)}
    return bare, sorted(place for place in signs | within if 0 < place < len(bare))


def _address(word: str) -> bool:
    return "://" in word or "@" in word or "www." in word


def _syllables(word: str, language: Language) -> Iterator[int]:
    if len(word) > LONGEST:
        return
    for place in _dictionary(language).positions(word):
        # A change of letters, as in cafeetje (café-tje), is left alone: a reader would take the word for
        # another.
        if place.data is None and LEAST <= place <= len(word) - LEAST:
            yield int(place)


@cache
def _dictionary(language: Language) -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang=_DICTIONARIES[language])


def _fitting(word: str, start: int, places: list[int], fits: Fits) -> int:
    """The last place at which the part from `start` on has room, or else where the line is full."""
    best, full = 0, start + 1
    for end in range(start + 1, len(word) + 1):
        if not fits(_ended(word, start, end)) and end > start + 1:
            break
        full = end
        if end in places:
            best = end
    while full < len(word) and full > start + 1 and _belongs(word[full], word[full - 1]):
        full -= 1
    return best or full


def _belongs(letter: str, before: str) -> bool:
    """Whether a sign belongs to the one before it, as an accent does."""
    joins = {"\u200d", "\ufe0f"}
    return bool(unicodedata.combining(letter)) or letter in joins or before == "\u200d"


def _ended(word: str, start: int, end: int) -> str:
    """A part with a hyphen where it needs one."""
    part = word[start:end]
    bare = end == len(word) or part[-1] in _AFTER or (part[-1] in _STEPS and _address(word))
    return part if bare else part + HYPHEN
