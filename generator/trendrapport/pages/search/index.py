"""The records of all documents to one index: every word in groups with one stem, and which documents have a
group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from trendrapport.pages.search.weights import HIGHEST, Record

STEP = HIGHEST + 1
"""A posting is one number: this times the document, plus the word's weight in it."""


@dataclass(frozen=True)
class Index:
    """Words, and the documents that have them."""

    groups: tuple[tuple[str, ...], ...]
    """The words of each stem, in the order of the alphabet."""
    postings: tuple[list[int], ...]
    """For each group its postings, each document as the distance to the one before."""


def index(records: Sequence[Record]) -> Index:
    """The index of documents by their number."""
    words = _words_by_stem(records)
    postings = _postings_by_stem(records)
    ordered = sorted((tuple(group), stem) for stem, group in words.items())
    return Index(
        tuple(group for group, _ in ordered),
        tuple(_distances(postings[stem]) for _, stem in ordered),
    )


def _words_by_stem(records: Sequence[Record]) -> dict[str, list[str]]:
    stems: set[tuple[str, str]] = set()
    for record in records:
        stems.update(record.stems.items())
    words: dict[str, list[str]] = defaultdict(list)
    for word, stem in sorted(stems):
        words[stem].append(word)
    return words


def _postings_by_stem(records: Sequence[Record]) -> dict[str, list[int]]:
    postings: dict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for stem, weight in record.weights.items():
            postings[stem].append(number * STEP + weight)
    return postings


def _distances(postings: list[int]) -> list[int]:
    return [one - before // STEP * STEP for before, one in zip([0, *postings], postings, strict=False)]
