"""A word that belongs to two terms in the glossary (`ambiguous-term`), as a name, a synonym or a form.

The first use of a term in a text links to its explanation. If a word belongs to two terms, readers would only
see the explanation of the first. Remove the word from one of the two, and point to the other with `see`.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Severity, Text, shortened
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.entries.glossary import Term
from trendrapport.prose.terms import spellings
from trendrapport.report.report import Report

_WHAT = Text(
    nl='"{name}" hoort ook bij het begrip "{other}"', en='"{name}" also belongs to the term "{other}"'
)
_WHY = Text(
    nl="lezers zien bij dit woord in een tekst maar één uitleg",
    en="readers see only one explanation of this word in a text",
)
_FIX = Text(
    nl='Laat het woord bij een van de twee weg, en verwijs met "see".',
    en='Leave the word out of one of the two, and refer to the other with "see".',
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every word of a term that an earlier one has."""
    owners: dict[str, str] = {}
    for term in report.of(Term):
        for path, name in _names(term.data):
            taken = [owners[spelling] for spelling in spellings(name) if spelling in owners]
            if taken and taken[0] != term.slug:
                what = _WHAT.filled(name=shortened(name), other=taken[0])
                yield Diagnostic(term.locate(*path), "ambiguous-term", what, _WHY, _FIX, Severity.WARNING)
            owners |= {spelling: term.slug for spelling in spellings(name) if spelling not in owners}


def _names(term: Term) -> Iterator[tuple[DataPath, str]]:
    yield ("term",), term.term
    yield from ((("also", place), name) for place, name in enumerate(term.also))
    yield from ((("forms", place), name) for place, name in enumerate(term.forms))
