"""A sentence of many words (`long-sentence`).

Readers remember the beginning of a sentence until its end. From about 25 words on many have to read it again.
Make two sentences of it, or a list. Numbers do not count as words, and quotations are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.advice import Written
from trendrapport.diagnostics import Diagnostic, Text, advice, every_filled

MOST = 25
"""The most words that a sentence can have without advice."""

_TEXTS = (
    Text(nl="deze zin heeft {words} woorden", en="this sentence has {words} words"),
    Text(
        nl="aan het eind van een lange zin zijn lezers het begin kwijt",
        en="at the end of a long sentence readers have lost its beginning",
    ),
    Text(nl="Maak er twee zinnen of een lijst van.", en="Make it two sentences, or a list."),
)


def advise(written: Written) -> Iterator[Diagnostic]:
    """Every long sentence."""
    for page in written.every:
        for paragraph, sentence in page.every_sentence:
            words = len(sentence.words)
            if words > MOST:
                yield advice(
                    page.at(paragraph, sentence.start), "long-sentence", every_filled(_TEXTS, words=words)
                )
