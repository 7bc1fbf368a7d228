"""The records of all documents to one index: every word in groups with one stem, and which documents have a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trendrapport.search.records import Record


@dataclass(frozen=True)
class Index:
    """Words and where they stand."""

    groups: tuple[tuple[str, ...], ...]
    """The words of each stem, in the order of the alphabet."""
    postings: tuple[tuple[int, ...], ...]
    """For each group its documents, each as the distance to the one before and the word's weight there."""


def index(records: Sequence[Record]) -> Index:
    """The index of documents by their number."""
    words: dict[str, set[str]] = {}
    found: dict[str, list[int]] = {}
    last: dict[str, int] = {}
    for number, one in enumerate(records):
        for word, stem in one.stems.items():
            words.setdefault(stem, set()).add(word)
        for stem, weight in one.weights.items():
            found.setdefault(stem, []).extend((number - last.get(stem, 0), weight))
            last[stem] = number
    ordered = sorted((tuple(sorted(group)), stem) for stem, group in words.items())
    return Index(tuple(group for group, _ in ordered), tuple(tuple(found[stem]) for _, stem in ordered))
