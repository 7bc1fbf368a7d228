"""Plain values without what is not known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def known(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same without what is None or an empty text; an empty list stays, which says there is none."""
    return {name: value for name, value in values.items() if value is not None and value != ""}
