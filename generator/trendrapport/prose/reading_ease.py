"""How easily a text reads, by the length of its sentences and words.

For Dutch by the formula of Douma (W.H. Douma, "De leesbaarheid van landbouwbladen", Landbouwhogeschool
Wageningen, 1960): 206.835 − 0.93 × words per sentence − 77 × syllables per word. For English by that of
Flesch, from which Douma's was made (R. Flesch, "A new readability yardstick", Journal of Applied Psychology
32, 1948): 206.835 − 1.015 × words per sentence − 84.6 × syllables per word. For German by that of Amstad
(T. Amstad, "Wie verständlich sind unsere Zeitungen?", Universität Zürich, 1978): 180 − words per sentence −
58.5 × syllables per word. For French by that of Kandel and Moles (L. Kandel and A. Moles, "Application de
l'indice de Flesch à la langue française", Cahiers d'études de radio-télévision 19, 1958): 207 − 1.015 × words
per sentence − 73.6 × syllables per word. All go from 0, very hard, to 100, very easy. Of other languages none
is known here.

It says nothing of what a text is about or whether it is clear, and is no level of language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from trendrapport.diagnostics import Language
from trendrapport.language.facts import locale_of
from trendrapport.prose.sentences import Paragraph

if TYPE_CHECKING:
    from pyphen import Pyphen

FEWEST = 100
"""Fewer words than these say nothing of a text."""


class _Formula(NamedTuple):
    """What a text of no length would have, and what long sentences and long words take off."""

    constant: float
    per_word: float
    per_syllable: float


_FORMULAS: dict[Language, _Formula] = {
    "nl": _Formula(206.835, 0.93, 77.0),
    "en": _Formula(206.835, 1.015, 84.6),
    "de": _Formula(180, 1, 58.5),
    "fr": _Formula(207, 1.015, 73.6),
}
_VOWELS = re.compile(r"[aeiouyàáâèéêìíîòóôùúûœæ]+|[äëïöü][aeiouy]*")
_SILENT = re.compile(r"(?<=[^aeiouyl])e$")
_KEPT = 16384


def reading_ease(paragraphs: Iterable[Paragraph], language: Language) -> int | None:
    """The reading ease of a text, from 0 to 100; None for one that is too short to tell, or in a language
    without a formula.
    """
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph.sentences if sentence.words]
    words = [word for sentence in sentences for word in sentence.words]
    formula = _FORMULAS.get(language)
    if len(words) < FEWEST or not formula:
        return None
    parts = sum(syllables(word, language) for word in words)
    by_words = formula.per_word * len(words) / len(sentences)
    ease = formula.constant - by_words - formula.per_syllable * parts / len(words)
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
    from pyphen import Pyphen, language_fallback

    return Pyphen(lang=language_fallback(locale_of(language)), left=1, right=1)
