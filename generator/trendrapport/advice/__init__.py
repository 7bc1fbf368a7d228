"""A file per piece of advice: a report to diagnostics that never stop anything.

A module here holds one function and nothing registers it elsewhere:

    def advise(written: Written) -> Iterator[Diagnostic]: ...

The module is named after what could be better. Its docstring is its manual page: what that is, why it matters
to readers, and what to do instead. Advice is for the editor to judge, so it says nothing that is mostly
wrong. It reads no files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from trendrapport.diagnostics import LANGUAGES, Diagnostic, Language, Location
from trendrapport.prose.sentences import FieldText, Paragraph, Sentence, paragraphs
from trendrapport.report.field_prose import field_prose
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.plugins import modules

Passage = Paragraph | FieldText
"""Running text."""


@dataclass(frozen=True)
class Page:
    """A text in the words of the report's own editors."""

    entry: Entry[Any]
    language: Language

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs."""
        return paragraphs(self.entry.source.body, self.entry.source.body_line)

    @property
    def own(self) -> Iterator[Paragraph]:
        """Those that quote nobody."""
        return (one for one in self.paragraphs if not one.is_quoted)

    @property
    def sentences(self) -> Iterator[tuple[Passage, Sentence]]:
        """The sentences that quote nobody."""
        for paragraph in self.own:
            for sentence in paragraph.sentences:
                yield paragraph, sentence

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The paragraphs that quote nobody, and what readers read of the fields and text alternatives."""
        return (*field_prose(self.entry), *self.own)

    @property
    def every_sentence(self) -> Iterator[tuple[Passage, Sentence]]:
        """The sentences of all of those."""
        for passage in self.passages:
            for sentence in passage.sentences:
                yield passage, sentence

    def at(self, passage: Passage, index: int) -> Location:
        """The character of a passage in its file."""
        return self.entry.in_text(passage.mark(index))


@dataclass(frozen=True)
class Written:
    """A report, and its texts as sentences."""

    report: Report

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every text in Markdown, translations too."""
        own = self.report.config.language
        return tuple(
            Page(entry, entry.language or own) for entry in self.report.texts if entry.source.body.strip()
        )

    @cached_property
    def every(self) -> tuple[Page, ...]:
        """The same, and what has words in fields alone: lists, charts and descriptors of tables."""
        report = self.report
        own = report.config.language
        known = {page.entry.name for page in self.pages}
        others = (*report.entries, *report.translations, *report.charts.values(), *report.packages.values())
        rest = (Page(entry, entry.language or own) for entry in others if entry.name not in known)
        return (*self.pages, *rest)

    @cached_property
    def worded(self) -> tuple[Page, ...]:
        """Those in a language of which advice knows the words."""
        return tuple(page for page in self.every if page.language in LANGUAGES)


def advice(report: Report) -> list[Diagnostic]:
    """All advice on a report. On one whose settings cannot be read there is none."""
    from trendrapport import advice as room

    if report.config_source.path in report.broken:
        return []
    written = Written(report)
    found: list[Diagnostic] = []
    for module in modules(room).values():
        found += module.advise(written)
    return found
