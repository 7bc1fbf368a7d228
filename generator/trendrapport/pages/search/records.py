"""A document to what the index needs of it, which depends on that document alone and is therefore kept
between builds.

A word counts more the rarer it is in the report, the more often a document has it, and the more the place
says of what a
document is about: BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields",
2004;
Robertson and Zaragoza, "The probabilistic relevance framework: BM25 and beyond", 2009). Two things differ, so
that an edit
of one page changes no other record: a field's usual length is a constant, not the mean of the report; and
rareness is
reckoned in the browser, which knows in how many documents it finds a word. Weights are rounded to small whole
numbers, as in
impact-sorted indexes (Anh, de Kretser and Moffat, "Vector-space ranking with effective early termination",
2001).
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from math import ceil

from trendrapport.diagnostics import Language
from trendrapport.pages.search.documents import Document
from trendrapport.pages.search.passages import Passage, passages
from trendrapport.pages.search.synonyms import NONE, Synonyms
from trendrapport.pages.search.words import stemmer, words
from trendrapport.runtime.cache import Cache, digest
from trendrapport.runtime.fingerprint import generator

HIGHEST = 63
"""The weight of a word that fills a document."""

SATURATION = 1.2
"""k1 of BM25: from how many mentions on more of them hardly count."""

FIELDS = {
    "title": (9.0, 0.3, 6),
    "summary": (4.0, 0.4, 25),
    "headings": (2.5, 0.4, 20),
    "body": (1.0, 0.6, 500),
    "names": (0.7, 0.6, 40),
}
"""For each part of a document: what a mention there counts for, how much its length matters (b of BM25), and
its usual length in words.
"""


plain = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""A plain value as JSON without blanks."""


@dataclass(frozen=True)
class Record:
    """What the index needs of a document."""

    weights: dict[str, int]
    """Each stem, and how much of the document it is: 1 to `HIGHEST`."""
    stems: dict[str, str]
    """Each word as it stands in the document, and its stem; in a translation with its language before it, as
    a form may have other stems there.
    """
    text: str
    """Anchor, heading and text of each passage, as readers see them, written as JSON; the first is the
    summary.
    """


def record(document: Document, language: Language, cache: Cache, synonyms: Synonyms = NONE) -> Record:
    """A document's record, from the cache if nothing of the document changed."""
    known = NONE if document.language else synonyms  # the glossary is in the report's own language
    key = digest("search", generator(), language, repr(document), document.body, known.name)
    if kept := cache.get(key):
        return Record(*json.loads(kept))
    made = _record(document, language, known)
    cache.put(key, plain([made.weights, made.stems, made.text]).encode())
    return made


def _record(document: Document, language: Language, synonyms: Synonyms) -> Record:
    others = [Passage("", "", " · ".join(document.lines))] if document.lines else []
    parts = [Passage("", "", document.summary), *passages(document.body), *others]
    found = {name: words(text) for name, text in _fields(document, parts).items()}
    found["names"] += [word for name in synonyms.missing(chain(*found.values())) for word in name.split()]
    stem, before = (
        stemmer(document.language or language),
        f"{document.language} " if document.language else "",
    )
    stems = {
        word: before + stem(word) for word in sorted({word for field in found.values() for word in field})
    }
    counts = {name: Counter(stems[word] for word in field) for name, field in found.items()}
    weights = {
        one: _weight(
            {name: count[one] for name, count in counts.items()},
            {name: len(field) for name, field in found.items()},
        )
        for one in sorted(set(stems.values()))
    }
    return Record(weights, stems, plain([[one.anchor, one.heading, one.text] for one in parts]))


def _fields(document: Document, parts: list[Passage]) -> dict[str, str]:
    return {
        "title": document.title,
        "summary": document.summary,
        "headings": "\n".join(one.heading for one in parts),
        "body": "\n".join(one.text for one in parts[1:]),
        "names": "\n".join(document.names),
    }


def _weight(counts: dict[str, int], lengths: dict[str, int]) -> int:
    """BM25F's weight of a word without its rareness: its mentions in all fields together, saturated."""
    mentions = sum(
        worth * counts[name] / (1 - share + share * lengths[name] / usual)
        for name, (worth, share, usual) in FIELDS.items()
        if counts[name]
    )
    return ceil(HIGHEST * mentions / (mentions + SATURATION))
