"""How easily a text reads, by the length of its sentences and words.

For Dutch by the formula of Douma (W.H. Douma, "De leesbaarheid van landbouwbladen", Landbouwhogeschool
Wageningen, 1960): 206.835 − 0.93 × words per sentence − 77 × syllables per word. For English by that of
Flesch, from which Douma's was made (R. Flesch, "A new readability yardstick", Journal of Applied Psychology
32, 1948): 206.835 − 1.015 × words per sentence − 84.6 × syllables per word. Both go from 0, very hard, to
100, very easy.

It says nothing of what a text is about or whether it is clear, and is no level of language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from trendrapport.diagnostics import Language
from trendrapport.prose.sentences import Paragraph

if TYPE_CHECKING:
    from pyphen import Pyphen

FEWEST = 100
"""Fewer words than these say nothing of a text."""

_CONSTANT = 206.835
_PER_WORD: dict[Language, float] = {"nl": 0.93, "en": 1.015}
_PER_SYLLABLE: dict[Language, float] = {"nl": 77.0, "en": 84.6}
_DICTIONARIES: dict[Language, str] = {"nl": "nl_NL", "en": "en_GB"}
_VOWELS = re.compile(r"[aeiouyàáâèéêìíîòóôùúû]+|[äëïöü][aeiouy]*")
_SILENT = re.compile(r"(?<=[^aeiouyl])e$")
_KEPT = 16384


def reading_ease(paragraphs: Iterable[Paragraph], language: Language) -> int | None:
    """The reading ease of a text, from 0 to 100; None for one that is too short to tell."""
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph.sentences if sentence.words]
    words = [word for sentence in sentences for word in sentence.words]
    if len(words) < FEWEST:
        return None
    parts = sum(syllables(word, language) for word in words)
    by_words = _PER_WORD[language] * len(words) / len(sentences)
    ease = _CONSTANT - by_words - _PER_SYLLABLE[language] * parts / len(words)
    return round(min(max(ease, 0), 100))


@lru_cache(_KEPT)
def syllables(word: str, language: Language) -> int:
    """The syllables of a word: the parts in which it can be hyphenated, or its groups of vowels if those are
    more, as hyphenation leaves some words whole.
    """
    lower = word.casefold()
    heard = _SILENT.sub("", lower) if language == "en" else lower
    return max(len(_dictionary(language).positions(lower)) + 1, len(_VOWELS.findall(heard)))


@cache
def _dictionary(language: Language) -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang=_DICTIONARIES[language], left=1, right=1)
