"""The values within JSON, by their paths, and the same JSON without some of them."""

from __future__ import annotations

from typing import Any

from trendrapport.files.yaml_data import DataPath


def value_at(whole: Any, path: DataPath) -> Any:  # noqa: ANN401 - as JSON is read
    """The value at a path."""
    for step in path:
        whole = whole[step]
    return whole


def children(whole: Any, path: DataPath) -> list[DataPath]:  # noqa: ANN401 - as JSON is read
    """The paths of the values within the one at a path."""
    value = value_at(whole, path)
    if isinstance(value, dict):
        return [(*path, key) for key in value]
    if isinstance(value, list):
        return [(*path, index) for index in range(len(value))]
    return []


def without(value: Any, removed: set[DataPath], path: DataPath = ()) -> Any:  # noqa: ANN401 - as JSON is read
    """A value, which is at a path, without what is at the removed paths."""
    if isinstance(value, dict):
        kept = {key: (*path, key) for key in value if (*path, key) not in removed}
        return {key: without(value[key], removed, at) for key, at in kept.items()}
    if isinstance(value, list):
        items = []
        for index, item in enumerate(value):
            at = (*path, index)
            if at not in removed:
                items.append(without(item, removed, at))
        return items
    return value
