"""The pages of a glossary that is too long for one: a page for each letter, and several for a letter with
many terms.

A letter is a part of the address, so that a new term moves only what follows it under the same letter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trendrapport.model.addresses import plain
from trendrapport.model.entries.glossary import Term
from trendrapport.report.report import Entry

LIST = "glossary.html"
MOST, EACH = 300, 80
"""Of more terms than the first the glossary is in parts, of at most the second number each."""
SIGN = "#"
"""What stands for the letter of a term that begins with none."""


@dataclass(frozen=True)
class GlossaryPart:
    """The terms on a page of their own."""

    letter: str
    path: str
    label: str
    """The letter; of a letter with several pages the first and the last term."""
    terms: tuple[Entry[Term], ...]


def letter_of(text: str) -> str:
    """The letter under which a text is listed."""
    first = (plain(text) or SIGN)[0].upper()
    return first if first.isalnum() else SIGN


def by_alphabet(terms: Iterable[Entry[Term]]) -> list[Entry[Term]]:
    """Terms in the order of a list; those that begin with no letter first."""
    return sorted(terms, key=lambda one: (letter_of(one.data.term) != SIGN, plain(one.data.term)))


def parts(terms: Iterable[Entry[Term]]) -> tuple[GlossaryPart, ...]:
    """The pages of a long glossary in order; none of one that fits one page."""
    ordered = by_alphabet(terms)
    if len(ordered) <= MOST:
        return ()
    letters: dict[str, list[Entry[Term]]] = {}
    for term in ordered:
        letters.setdefault(letter_of(term.data.term), []).append(term)
    found: list[GlossaryPart] = []
    for letter, own in letters.items():
        found.extend(_part(letter, own, start) for start in range(0, len(own), EACH))
    return tuple(found)


def _part(letter: str, terms: list[Entry[Term]], start: int) -> GlossaryPart:
    name = "signs" if letter == SIGN else letter.lower()
    number = f"-{start // EACH + 1}" if start else ""
    own = tuple(terms[start : start + EACH])
    label = letter if len(terms) <= EACH else f"{own[0].data.term} – {own[-1].data.term}"
    return GlossaryPart(letter, f"glossary/{name}{number}.html", label, own)
