"""The report as records for programs: `api/v1/`, with a description in OpenAPI and a JSON Schema.

Anyone who makes something of the report finds each text, figure, person, source and table there under an
address of its own, and each page says which record it shows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trendrapport.open_data.addresses import BASE, OPENAPI
from trendrapport.open_data.api import Api
from trendrapport.runtime.cache import Kept
from trendrapport.site.outputs import Contents, Wanted, kept_texts

OFFERS = {"home": f"{BASE}/{OPENAPI}"}
NEEDS = ()


def files(contents: Contents, _wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """Every file of the API."""
    return kept_texts(Api(contents.view, contents.changes).files())
