"""The editions for the Woo index of the Dutch government: sitemaps with metadata (DiWoo) of their PDFs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from trendrapport.open_data.woo import woo
from trendrapport.runtime.cache import Kept, digest
from trendrapport.site.outputs import Contents, Wanted

OFFERS: Mapping[str, str] = {}
NEEDS = ()


def files(contents: Contents, _wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """The sitemap of the editions, and the index that names it."""
    made = woo(contents.view, contents.changes)
    return {path: Kept(digest(raw), partial(bytes, raw)) for path, raw in made.items()}
