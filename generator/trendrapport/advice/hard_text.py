"""A text of long words and long sentences (`hard-text`).

Each text gets a number from 0 (hard) to 100 (easy). For Dutch that is the reading ease of Flesch as Douma
adapted it (W.H. Douma, "De leesbaarheid van landbouwbladen", Wageningen, 1960): 206.835 − 0.93 × words per
sentence − 77 × syllables per word. For English it is that of Flesch himself ("A new readability yardstick",
Journal of Applied Psychology 32, 1948): 206.835 − 1.015 × words per sentence − 84.6 × syllables per word.
Below 40 a text is hard for most readers, such as an article of law or of science.

The number says nothing of what the text is about, or whether it is clear. It is no level of language: a text
of short words can be hard too. Shorter sentences and everyday words make it higher. Texts of fewer than 100
words get no number, and quotations do not count.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.advice import Written
from trendrapport.diagnostics import Diagnostic, Text, advice, every_filled
from trendrapport.prose.reading_ease import reading_ease

LEAST = 40
"""The reading ease from which on a text gets no advice."""

_TEXTS = (
    Text(
        nl="deze tekst leest zwaar: {ease} op een schaal van 0 (zwaar) tot 100 (licht)",
        en="this text is hard to read: {ease} on a scale from 0 (hard) to 100 (easy)",
    ),
    Text(
        nl="lange woorden en lange zinnen kosten lezers moeite, en sommigen haken af",
        en="long words and long sentences cost readers effort, and some give up",
    ),
    Text(
        nl="Maak zinnen korter, en kies gewone woorden waar dat kan.",
        en="Make sentences shorter, and choose everyday words where you can.",
    ),
)


def advise(written: Written) -> Iterator[Diagnostic]:
    """Every text that is hard to read."""
    for page in written.pages:
        own = list(page.own)
        ease = reading_ease(own, page.language)
        if ease is not None and ease < LEAST:
            yield advice(page.at(own[0], 0), "hard-text", every_filled(_TEXTS, ease=ease))
