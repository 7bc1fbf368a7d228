"""Text to the words that are searched, and words to stems.

`pages/search/words.js` makes the same words in the browser.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from trendrapport.diagnostics import Language
from trendrapport.language.facts import name_of
from trendrapport.model.addresses import PLAIN_LETTERS
from trendrapport.prose.terms import SOFT_HYPHEN

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of a text in its order: runs of letters and digits in lower case, without accents (Unicode
    NFKD without marks), and those that are two letters in one taken apart.
    """
    plain = _decomposed(text.replace(SOFT_HYPHEN, "")).lower()
    if not plain.isascii():
        # Once more, as lower case letters can have marks of their own.
        plain = "".join(char for char in _decomposed(plain) if not unicodedata.category(char).startswith("M"))
        plain = plain.translate(PLAIN_LETTERS)
    return _WORD.findall(plain)


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFKD", text)


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
