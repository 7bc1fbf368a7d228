"""A catalogue of the editions for e-readers (OPDS), with the e-books and PDFs that the report offers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from trendrapport.open_data.opds import PATH, opds
from trendrapport.runtime.cache import Kept, digest
from trendrapport.site.outputs import Contents, Wanted

OFFERS = {"home": PATH}
NEEDS = ()


def files(contents: Contents, _wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """The catalogue of a report with editions."""
    if not contents.view.editions:
        return {}
    raw = opds(contents.view, contents.changes)
    return {PATH: Kept(digest(raw), partial(bytes, raw))}
