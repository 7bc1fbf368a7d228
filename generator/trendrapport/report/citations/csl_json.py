"""CSL-JSON, which Zotero and Pandoc read: a list of items as the Citation Style Language has them.

Form: https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from trendrapport.model.entries.sources import Source
from trendrapport.report.citations import date_parts

NAME = "CSL-JSON"
ENDING = "csl.json"
TYPE = "application/json"


def write(item: Source) -> str:
    """A list with this item."""
    return write_all([item])


def write_all(items: Sequence[Source]) -> str:
    """A list with these items."""
    return json.dumps(list(map(plain, items)), ensure_ascii=False, indent=2) + "\n"


def plain(item: Source) -> dict[str, Any]:
    """An item as a plain value; its dates are in parts, as far as they are known."""
    values = item.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    dated = (("issued", item.issued), ("accessed", item.accessed), ("original-date", item.original_date))
    dates = {name: {"date-parts": [parts]} for name, date in dated if (parts := date_parts(date))}
    return values | dates
