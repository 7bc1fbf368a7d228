"""The weight of each word in a document, which depends on that document alone and is therefore kept between
builds.

A word counts more the rarer it is in the report, the more often a document has it, and the more the place
says of what a document is about: BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple
weighted fields", 2004; Robertson and Zaragoza, "The probabilistic relevance framework: BM25 and beyond",
2009). Two things differ, so that an edit of one page changes no other record: a field's usual length is a
constant, not the mean of the report; and rareness is computed in the browser, which knows in how many
documents it finds a word. Weights are rounded to small whole numbers, as in impact-sorted indexes (Anh, de
Kretser and Moffat, "Vector-space ranking with effective early termination", 2001).
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
from trendrapport.pages.search.words import stemmer, wholes, words
from trendrapport.runtime.cache import Cache, digest
from trendrapport.runtime.fingerprint import generator

HIGHEST = 63
"""The weight of a word that fills a document."""

SATURATION = 1.2
"""k1 of BM25: from how many mentions on more of them hardly count."""


@dataclass(frozen=True)
class Field:
    """How a part of a document counts."""

    worth: float
    """What a mention there counts for."""
    share: float
    """How much its length matters (b of BM25)."""
    usual: int
    """Its usual length in words."""


FIELDS = {
    "title": Field(9.0, 0.3, 6),
    "summary": Field(4.0, 0.4, 25),
    "headings": Field(2.5, 0.4, 20),
    "body": Field(1.0, 0.6, 500),
    "names": Field(0.7, 0.6, 40),
}

plain = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""A plain value as JSON without spaces."""


@dataclass(frozen=True)
class Record:
    """What the index needs of a document."""

    weights: dict[str, int]
    """Each stem, and how much of the document it is: 1 to `HIGHEST`."""
    stems: dict[str, str]
    """Each word of the document, and its stem; in a translation with its language before it, as a form may
    have other stems there.
    """
    text: str
    """Anchor, heading and text of each passage, as readers see them, written as JSON; the first is the
    summary.
    """


def record(document: Document, language: Language, cache: Cache, synonyms: Synonyms = NONE) -> Record:
    """A document's record, from the cache if nothing of the document changed."""
    known = NONE if document.language else synonyms  # the glossary is in the report's own language
    key = digest("search", generator(), language, repr(document), document.body, known.name)
    kept = cache.get(key)
    if kept:
        return Record(*json.loads(kept))
    made = _record(document, language, known)
    cache.put(key, plain([made.weights, made.stems, made.text]).encode())
    return made


def _record(document: Document, language: Language, synonyms: Synonyms) -> Record:
    parts = _parts(document)
    texts = _fields(document, parts)
    fields = {name: words(text) for name, text in texts.items()}
    for name in synonyms.missing(chain(*fields.values())):
        fields["names"] += name.split()
    for name, text in texts.items():
        fields[name] += wholes(text)
    stems = _stems(document, language, set(chain(*fields.values())))
    shown = [[part.anchor, part.heading, part.text] for part in parts]
    return Record(_weights(fields, stems), stems, plain(shown))


def _parts(document: Document) -> list[Passage]:
    """The passages of a document: its summary, its text, and the texts of its fields."""
    parts = [Passage("", "", document.summary), *passages(document.body)]
    if document.lines:
        parts.append(Passage("", "", " · ".join(document.lines)))
    return parts


def _fields(document: Document, parts: list[Passage]) -> dict[str, str]:
    return {
        "title": document.title,
        "summary": document.summary,
        "headings": "\n".join(part.heading for part in parts),
        "body": "\n".join(part.text for part in parts[1:]),
        "names": "\n".join(document.names),
    }


def _stems(document: Document, language: Language, words: set[str]) -> dict[str, str]:
    stem = stemmer(document.language or language)
    before = f"{document.language} " if document.language else ""
    return {word: before + stem(word) for word in sorted(words)}


def _weights(fields: dict[str, list[str]], stems: dict[str, str]) -> dict[str, int]:
    """The weight of each stem in a document."""
    mentions: dict[str, float] = dict.fromkeys(sorted(set(stems.values())), 0.0)
    for name, field in FIELDS.items():
        found = fields[name]
        length = 1 - field.share + field.share * len(found) / field.usual
        for stem, count in Counter(stems[word] for word in found).items():
            mentions[stem] += field.worth * count / length
    return {stem: _weight(worth) for stem, worth in mentions.items()}


def _weight(mentions: float) -> int:
    """BM25F's weight of a word without its rareness: its mentions in all fields together, saturated."""
    return ceil(HIGHEST * mentions / (mentions + SATURATION))
