"""A word to whether a dictionary has it, and to the words that are meant by one that it has not.

Hunspell knows how words are inflected and joined. Its library is an extra, and the dictionaries are here:
that of OpenTaal for Dutch, and that of SCOWL for British English; American English comes with the library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from trendrapport.diagnostics import Language

if TYPE_CHECKING:
    from hunspell import HunspellWrap

_FOLDER = Path(__file__).parent / "dictionaries"
_NAMES: dict[Language, tuple[str, ...]] = {"nl": ("nl",), "en": ("en_GB", "en_US")}
_LETTERS = "abcdefghijklmnopqrstuvwxyzéëèïöü"
_ACCENTS = {"e": "éëèê", "i": "ï", "o": "ö", "u": "ü", "a": "äà", "c": "ç"}
_SHORT = 12
"""The letters of the longest word for which Hunspell is asked what is meant: of longer ones it takes a
second.
"""
_BRITISH = re.compile(r"is(?=(?:e|ed|er|ers|es|ing|ation|ations)$)")
_MOST = 3
_KEPT = 50_000


def is_available() -> bool:
    """Whether the library is installed."""
    return bool(_dictionaries("nl"))


@cache
def _dictionaries(language: Language) -> tuple[HunspellWrap, ...]:
    """The dictionaries of a language; none without the library."""
    try:
        from hunspell import Hunspell
    except ImportError:
        return ()
    found = []
    for name in _NAMES[language]:
        if (_FOLDER / f"{name}.dic").is_file():
            found.append(Hunspell(name, hunspell_data_dir=str(_FOLDER)))
        else:
            found.append(Hunspell(name))
    return tuple(found)


@lru_cache(_KEPT)
def is_known(word: str, language: Language) -> bool:
    """Whether a word is in a dictionary of a language, or is made of words there as that language does."""
    forms = [word.replace("’", "'")]
    if language == "en":
        # The British dictionary lacks some of these, which the American one has with a z.
        forms.append(_BRITISH.sub("iz", word))
    return any(_has(dictionary, form) for dictionary in _dictionaries(language) for form in forms)


def _has(dictionary: HunspellWrap, word: str) -> bool:
    """Whether a dictionary has a word; not if its encoding lacks a letter of that."""
    try:
        return bool(dictionary.spell(word))
    except UnicodeEncodeError:
        return False


def lacks_accents(word: str) -> bool:
    """Whether a Dutch word is in the dictionary with an accent on one letter."""
    for at, letter in enumerate(word):
        for accented in _ACCENTS.get(letter, ""):
            if is_known(word[:at] + accented + word[at + 1 :], "nl"):
                return True
    return False


@lru_cache(_KEPT)
def suggestions(word: str, language: Language) -> tuple[str, ...]:
    """The words that may be meant, the likeliest first: those that are one slip away, or else what Hunspell
    thinks.
    """
    found = [one for one in dict.fromkeys(_one_slip_away(word)) if is_known(one, language)]
    if not found and len(word) <= _SHORT:
        for dictionary in _dictionaries(language)[:1]:
            found += dictionary.suggest(word)
    return tuple(found[:_MOST])


def _one_slip_away(word: str) -> Iterator[str]:
    """Two letters the other way round, a letter too many, one too few, and another one."""
    places = range(len(word))
    for at in places[1:]:
        yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    for at in places:
        yield word[:at] + word[at + 1 :]
    for at in range(len(word) + 1):
        for letter in _LETTERS:
            yield word[:at] + letter + word[at:]
    for at in places:
        for letter in _LETTERS:
            yield word[:at] + letter + word[at + 1 :]
