"""Text to the words that are searched, and words to stems.

`pages/search/words.js` makes the same words in the browser.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from trendrapport.diagnostics import Language
from trendrapport.language.facts import name_of
from trendrapport.model.addresses import PLAIN_LETTERS
from trendrapport.prose.terms import SOFT_HYPHEN

_BEYOND = re.compile(r"[^\x00-\x7f]+")
"""What may have marks."""
_WORD = re.compile(r"[^\W_]+")
_HUMP = re.compile(r"[a-z](?=[A-Z])|[A-Z](?=[A-Z][a-z])")
"""Where a name such as MijnOverheid or APIStrategie joins two words."""
_JOINT = r"[-.\u2010]"
_JOINED = re.compile(rf"[^\W_]+(?:{_JOINT}[^\W_]+)+")
"""Words that are joined without a space, as in AI-systeem and node.js."""


def words(text: str) -> list[str]:
    """The words of a text in its order: runs of letters and digits in lower case, without accents (Unicode
    NFKD without marks), and those that are two letters in one taken apart. What is joined, also by a capital
    in it (MijnOverheid), is in its parts.
    """
    return _WORD.findall(_plain(text))


def wholes(text: str) -> list[str]:
    """What a text joins, whole: aisysteem, nodejs and mijnoverheid; numbers and dates are no words."""
    found = (re.sub(_JOINT, "", joined) for joined in _JOINED.findall(_plain(text)))
    return [whole for whole in found if not whole.isdecimal()]


@lru_cache(maxsize=16)
def _plain(text: str) -> str:
    """A text in lower case without accents, with a joint in names that have none."""
    plain = _HUMP.sub(r"\g<0>-", _unmarked(text.replace(SOFT_HYPHEN, ""))).lower()
    # Once more, as lower case letters can have marks of their own.
    return plain if plain.isascii() else _unmarked(plain).translate(PLAIN_LETTERS)


def _unmarked(text: str) -> str:
    return _BEYOND.sub(_without_marks, unicodedata.normalize("NFKD", text))


def _without_marks(found: re.Match[str]) -> str:
    return "".join(char for char in found[0] if not unicodedata.category(char).startswith("M"))


@cache
def stemmer(language: Language) -> Callable[[str], str]:
    """Gives a word's stem, by Snowball's algorithm for its language: for Dutch that of Kraaij and Pohlmann
    (1994), for English Porter2 (2001). In a language without one a word is its own stem.
    """
    from Stemmer import Stemmer, algorithms

    name = name_of(language).lower()
    if name not in algorithms():
        return str
    stem: Callable[[str], str] = Stemmer(name).stemWord
    return stem
