"""All sources for reference managers: BibTeX, CSL-JSON and RIS."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trendrapport.open_data.bibliography import bibliography
from trendrapport.runtime.cache import Kept
from trendrapport.site.outputs import Contents, Wanted, kept_texts

OFFERS = {"sources": ("sources.bib", "sources.csl.json", "sources.ris")}
NEEDS = ()


def files(contents: Contents, _wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """A file in each form."""
    made = bibliography(contents.view)
    return kept_texts({f"sources.{ending}": text for ending, text in made.items()})
