"""Names for the same thing, from the glossary: a search for one of them also finds the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from trendrapport.model.entries.glossary import Term
from trendrapport.pages.search.words import words
from trendrapport.runtime.cache import digest


@dataclass(frozen=True)
class Names:
    """The names of a term, and the forms in which a text can have them: words with a space around each."""

    names: tuple[str, ...]
    forms: frozenset[str]


@dataclass(frozen=True)
class Synonyms:
    """The names of each term that has several."""

    terms: tuple[Names, ...]

    @cached_property
    def name(self) -> str:
        """A name for all of them together."""
        return digest(*(" | ".join((*term.names, *sorted(term.forms))) for term in self.terms))

    def missing(self, found: Iterable[str]) -> Iterator[str]:
        """The names that a text with these words lacks, of the terms that it has."""
        text = f" {' '.join(found)} "
        for term in self.terms:
            if any(form in text for form in term.forms):
                yield from (name.strip() for name in term.names if name not in text)


NONE = Synonyms(())


def synonyms(terms: Iterable[Term]) -> Synonyms:
    """The names of the terms that have several."""
    return Synonyms(tuple(_names(term) for term in terms if term.also))


def _names(term: Term) -> Names:
    names = tuple(map(_spaced, (term.term, *term.also)))
    return Names(names, frozenset((*names, *map(_spaced, term.forms))))


def _spaced(name: str) -> str:
    return f" {' '.join(words(name))} "
