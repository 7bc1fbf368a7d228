"""Slides of each trend, each edition and chosen municipalities, for a meeting: charts can be edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from trendrapport.documents.slides.deck import Deck
from trendrapport.documents.slides.decks.edition import edition_deck
from trendrapport.documents.slides.decks.municipality import MunicipalityDecks
from trendrapport.documents.slides.decks.trend import trend_deck
from trendrapport.runtime.cache import Kept, digest
from trendrapport.site.outputs import Contents, Wanted

OFFERS = {
    "trends": "{stem}.pptx",
    "edition": "{stem}.pptx",
    "municipality": "{stem}-{municipality}.pptx",
}
NEEDS = ("python-pptx",)


def files(contents: Contents, wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """The deck of each page."""
    found, own = {}, MunicipalityDecks(contents.view, contents.day)
    for one in wanted:
        deck = own.deck(one.municipality) if one.municipality else _deck(contents, one)
        found[one.path] = Kept(digest(repr(deck)), partial(_written, deck))
    return found


def _deck(contents: Contents, wanted: Wanted) -> Deck:
    view, entry = wanted.view, wanted.entry
    if entry is None:
        raise ValueError(wanted.path)
    if wanted.page.template == "edition":
        return edition_deck(view, entry, contents.drawings, contents.day)
    return trend_deck(view, entry, contents.drawings, contents.day)


def _written(deck: Deck) -> bytes:
    from trendrapport.documents.slides.writing.file import written

    return written(deck)
