"""All sources for reference managers, in each form of citation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trendrapport.open_data.bibliography import bibliography, endings
from trendrapport.runtime.cache import Kept
from trendrapport.site.outputs import Contents, Wanted, kept_texts

OFFERS = {"sources": tuple(f"sources.{ending}" for ending in endings())}
NEEDS = ()


def files(contents: Contents, _wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """A file in each form."""
    made = bibliography(contents.view)
    return kept_texts({f"sources.{ending}": text for ending, text in made.items()})
