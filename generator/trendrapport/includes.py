"""Places in a page for what is made beside it, in the notation of server-side includes, and how they are filled.

So pages can be made while charts are still being drawn, and the engine need not read drawings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACE = re.compile(rb'<!--#include virtual="([a-z0-9_.-]+)" -->')


def include(name: str) -> str:
    """The place for a part. Text from content cannot make one, as its `<` is escaped."""
    return f'<!--#include virtual="{name}" -->'


def filled(page: bytes, parts: Mapping[str, bytes]) -> bytes:
    """A page with every place filled; raises KeyError for a part that there is not."""
    return _PLACE.sub(lambda place: parts[place[1].decode()], page)
