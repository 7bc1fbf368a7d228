"""A word that no dictionary has (`misspelt-word`).

A slip of the keyboard distracts readers, and whoever searches for the word does not find it. Dutch texts
are compared with the dictionary of OpenTaal, which also knows words that are joined of others, and English
ones with British and American English. Each word is told once in a text, with the words that may be meant.

Names are left alone: words with a capital inside a sentence, abbreviations, people, instruments, sources
and terms in the glossary. If a word is right, add it to `words` in `site_config.yml`:

    words: [warmteplan, warmteplannen]

This needs the libraries of `pip install "trendrapport[editors]"`; without them there is no advice on
spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from trendrapport.advice import Page, Passage, Written
from trendrapport.diagnostics import Diagnostic, Language, Text, Texts, advice, every_filled
from trendrapport.model.entries.glossary import Term
from trendrapport.model.entries.instruments import Instrument
from trendrapport.model.entries.people import Person
from trendrapport.model.entries.sources import Source
from trendrapport.model.texts import texts
from trendrapport.prose.sentences import WORD
from trendrapport.prose.spelling import is_available, is_known, lacks_accents, suggestions
from trendrapport.report.report import Report

_NO_WORDS = re.compile(r"\S*(?:://|www\.|@|\d)\S*|\w+(?:[._]\w+)+|\S*\\\S*")
"""Addresses, names of files and of places on the web, and what has digits in it."""

_NAMED = (Instrument, Person, Source, Term)
"""What has names that are often in no dictionary."""

_SHORTEST = 3

_WHY = Text(
    nl="een spelfout leidt lezers af, en wie het woord zoekt, vindt het niet",
    en="a misspelling distracts readers, and whoever searches for the word does not find it",
)
_WHAT = Text(
    nl='het woord "{word}" staat niet in het woordenboek', en='the word "{word}" is in no dictionary'
)
_MEANT = Text(nl="Bedoelt u {meant}?", en="Did you mean {meant}?")
_KEEP = Text(
    nl='Is het woord goed, zet het dan bij "words" in site_config.yml.',
    en='If the word is right, add it to "words" in site_config.yml.',
)


@dataclass(frozen=True)
class _Found:
    """A word, and where in a passage it is."""

    text: str
    passage: Passage
    at: int
    is_first: bool
    """Whether a sentence begins with it."""


@dataclass(frozen=True)
class _Own:
    """The words of a report itself."""

    written: Written

    @cached_property
    def words(self) -> frozenset[str]:
        """Those in the settings, and in names, in lower case."""
        report = self.written.report
        found = {word.casefold() for one in report.config.own_words for word in WORD.findall(one)}
        return frozenset(found.union(_names(report)))

    @cached_property
    def names(self) -> frozenset[str]:
        """Those with a capital inside a sentence."""
        every = (one for page in self.written.every for one in _words(page))
        return frozenset(one.text for one in every if one.text[0].isupper() and not one.is_first)

    def has(self, word: str) -> bool:
        """Whether a word is one of them."""
        return word.casefold() in self.words or word in self.names


def advise(written: Written) -> Iterator[Diagnostic]:
    """Every word that is in no dictionary, once in each text."""
    if not is_available():
        return
    own = _Own(written)
    for page in written.worded:
        told: set[str] = set()
        for one in _words(page):
            word = _judged(one)
            if word and word.casefold() not in told and not _is_right(word, page.language, own):
                told.add(word.casefold())
                yield advice(page.at(one.passage, one.at), "misspelt-word", _texts(word, page.language))


def _words(page: Page) -> Iterator[_Found]:
    """The words of a text that quotes nobody."""
    for passage, sentence in page.every_sentence:
        hidden = _NO_WORDS.sub(lambda match: " " * len(match[0]), sentence.text)
        is_first = True
        for match in WORD.finditer(hidden):
            yield _Found(match[0], passage, sentence.start + match.start(), is_first)
            is_first = False


def _judged(one: _Found) -> str:
    """A word as it is looked up; empty if it is a name, or too short."""
    word = one.text
    if any(letter.isupper() for letter in word[1:]) or len(word) < _SHORTEST:
        return ""
    return "" if word[0].isupper() and not one.is_first else word


def _is_right(word: str, language: Language, own: _Own) -> bool:
    """Whether a word is known: as a whole, or each of the parts between its hyphens."""
    if _is_known(word, language, own):
        return True
    if word[0].isupper() and not suggestions(word[0].lower() + word[1:], language):
        # A word like no other, with a capital: a name.
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(len(one) < _SHORTEST or _is_known(one, language, own) for one in parts)


def _is_known(word: str, language: Language, own: _Own) -> bool:
    forms = dict.fromkeys((word, word[0].lower() + word[1:]))
    if own.has(word) or any(is_known(form, language) for form in forms):
        return True
    # In Dutch, English words are usual; but some are a Dutch word without its accent.
    return language == "nl" and is_known(word, "en") and not lacks_accents(word)


def _names(report: Report) -> set[str]:
    """The words in names of people, instruments, sources and terms, in lower case."""
    found: set[str] = set()
    for entry in report.entries:
        if isinstance(entry.data, _NAMED):
            for field in texts(entry.data):
                found.update(word.casefold() for word in WORD.findall(field.text))
    return found


def _texts(word: str, language: Language) -> Texts:
    meant = [f'"{one}"' for one in suggestions(word, language)]
    fix = _KEEP
    if meant:
        choices = Text(" of ".join(meant), " or ".join(meant))
        fix = _MEANT.filled(meant=choices) + _KEEP
    return every_filled((_WHAT.filled(word=word), _WHY, fix))
