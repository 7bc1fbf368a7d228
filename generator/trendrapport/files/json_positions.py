"""A JSON text to the position of each of its values; Python's parser only gives that of a syntax error."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from trendrapport.files.yaml_data import DataPath

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


def places(text: str) -> dict[DataPath, int]:
    """The offset of each value by its path, in a valid JSON text; the last of equal keys counts."""
    return dict(_values(((found[0], found.start()) for found in _TOKEN.finditer(text)), ()))


def _values(
    tokens: Iterator[tuple[str, int]], path: DataPath, first: tuple[str, int] | None = None
) -> Iterator[tuple[DataPath, int]]:
    word, at = first or next(tokens)
    yield path, at
    if word == "[":
        yield from _items(tokens, path)
    elif word == "{":
        for key, _ in tokens:
            if key == "}":
                return
            if key != ",":
                next(tokens)
                yield from _values(tokens, (*path, json.loads(key)))


def _items(tokens: Iterator[tuple[str, int]], path: DataPath) -> Iterator[tuple[DataPath, int]]:
    index = 0
    for word in tokens:
        if word[0] == "]":
            return
        if word[0] != ",":
            yield from _values(tokens, (*path, index), word)
            index += 1
