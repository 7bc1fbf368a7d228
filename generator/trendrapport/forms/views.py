"""A file that holds many entries, each below its own key, to a list of them that a form can show, and back.

A form has fields with fixed names; the keys of such a file are names that editors give.
"""

from __future__ import annotations

from typing import Any

ENTRIES = "entries"
"""The list."""

KEY = "key"
"""In an item of it, the key of that entry in the file."""


def as_list(data: dict[str, Any]) -> dict[str, Any]:
    """The entries of a file as a list."""
    return {ENTRIES: [{KEY: key, **entry} for key, entry in data.items() if isinstance(entry, dict)]}


def from_list(shown: dict[str, Any]) -> dict[str, Any] | None:
    """The data of a file of what a form gives back; None if an entry has no key, or two have the same."""
    items = shown.get(ENTRIES) or []
    keys = [item.get(KEY) for item in items]
    if not all(keys) or len(set(keys)) < len(keys):
        return None
    return {item[KEY]: _without_key(item) for item in items}


def _without_key(item: dict[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in item.items() if name != KEY}
