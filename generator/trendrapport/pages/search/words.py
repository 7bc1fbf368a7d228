"""Text to the words that are searched, and words to stems.

`pages/search/words.js` makes the same words in the browser.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from trendrapport.diagnostics import Language
from trendrapport.prose.terms import SOFT_HYPHEN

_WORD = re.compile(r"[^\W_]+")
_ALGORITHMS: dict[Language, str] = {"nl": "dutch", "en": "english"}


def words(text: str) -> list[str]:
    """The words of a text in its order: runs of letters and digits in lower case, without accents (Unicode
    NFKD without marks).
    """
    plain = _decomposed(text.replace(SOFT_HYPHEN, "")).lower()
    if not plain.isascii():
        # Once more, as lower case letters can have marks of their own.
        plain = "".join(char for char in _decomposed(plain) if not unicodedata.category(char).startswith("M"))
    return _WORD.findall(plain)


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFKD", text)


@cache
def stemmer(language: Language) -> Callable[[str], str]:
    """Gives a word's stem: Snowball's algorithm for Dutch (Kraaij and Pohlmann, 1994) or English (Porter2,
    2001).
    """
    from Stemmer import Stemmer

    stem: Callable[[str], str] = Stemmer(_ALGORITHMS[language]).stemWord
    return stem
