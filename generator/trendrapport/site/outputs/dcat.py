"""A catalogue of the report's tables for data portals such as data.overheid.nl: DCAT-AP-NL 3.0, in Turtle and
in JSON-LD.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trendrapport.open_data.catalogue import JSON_LD, TURTLE, statements
from trendrapport.runtime.cache import Kept, digest
from trendrapport.site.outputs import Contents, Wanted

OFFERS = {"home": TURTLE}
NEEDS = ("rdflib",)


def files(contents: Contents, _wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """The catalogue in both forms."""
    found = statements(contents.view)
    name = digest(repr(found))

    def turtle() -> bytes:
        from trendrapport.open_data import rdf

        return rdf.turtle(found)

    def json_ld() -> bytes:
        from trendrapport.open_data import rdf

        return rdf.json_ld(found)

    return {TURTLE: Kept(digest("turtle", name), turtle), JSON_LD: Kept(digest("json-ld", name), json_ld)}
