"""What an entry's text refers to, as values: links, files, pictures, citations, terms and blocks.

The page of the entry answers the same questions in HTML (`pages/parts/entry_text.py`).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import unquote, urlsplit

from trendrapport.documents.inlines import Citation, Cited, Inline, Link, Mention, Picture, Term, Text
from trendrapport.documents.punctuation import ended
from trendrapport.model.addresses import image_path, page_path
from trendrapport.model.entries.glossary import Term as GlossaryTerm
from trendrapport.pages.parts.figure import address, path
from trendrapport.pages.view import View
from trendrapport.prose.captions import Caption
from trendrapport.prose.html import FIGURE
from trendrapport.report.download_uses import file_of
from trendrapport.report.report import Entry


@dataclass(frozen=True)
class References:
    """The answers for one entry."""

    view: View
    entry: Entry[Any]

    def way(self, target: str) -> Link | None:
        """A link without its words; None for an entry that readers do not get."""
        written, _, anchor = unquote(target).partition("#")
        if urlsplit(target).scheme:
            return Link((), target)
        if not written:
            return self._to(self.view.path(self.entry), anchor)
        download = self.view.report.downloads.get(file_of(target, self.entry.source.path))
        if download:
            file = image_path(download.path)
            return Link((), self.view.address(file), form=self.view.form(download))
        file = posixpath.normpath(posixpath.join(posixpath.dirname(self.entry.source.path), written))
        if file not in self.view.files:
            return None
        return self._to(page_path(file), anchor)

    def _to(self, page: str, anchor: str) -> Link:
        """A link to a page of the report."""
        found = f"{page}#{anchor}" if anchor else page
        return Link((), self.view.address(found), found)

    def picture(self, target: str, text: str, caption: Caption) -> Picture | None:
        """A picture; None where there is none that can be shown."""
        found = self.view.image(unquote(target), self.entry, "", text)
        if found is None:
            return None
        if not caption.credit:
            return Picture(unquote(found["src"]), text, caption.caption)
        credit = self.view.labels("picture_by", name=caption.credit)
        return Picture(unquote(found["src"]), text, ended(caption.caption), credit)

    def citation(self, cited: Sequence[tuple[str, str]]) -> Iterator[Inline]:
        """Figures that the text points at, by name, and the numbers of sources."""
        sources: list[Cited] = []
        figures: list[Mention] = []
        for key, place in cited:
            if not key.startswith(FIGURE):
                sources.append(Cited(key, self._numbers.get(key), place))
            elif mention := self._mention(key.removeprefix(FIGURE)):
                figures.append(mention)
        for index, figure in enumerate(figures):
            if index:
                yield Text(", ")
            yield figure
        if sources:
            yield Citation(tuple(sources))

    def cited(self, key: str | None) -> Citation | None:
        """A source that a field names, by its number; None without one."""
        number = self._numbers.get(key or "")
        if key is None or number is None:
            return None
        return Citation((Cited(key, number),))

    def _mention(self, name: str) -> Mention | None:
        chart = self.view.report.charts.get(name)
        if chart is None:
            return None
        number = self.figures.get(name)
        if number is None:
            return Mention(name, None, chart.data.title, self.view.address(path(name)))
        words = self.view.labels("figure_mention", number=number)
        return Mention(name, number, words, address(self.view, name))

    @cached_property
    def figures(self) -> Mapping[str, int]:
        """The number that each figure of the entry has."""
        return {name: number for number, name in enumerate(self.entry.outline.figures, 1)}

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return self.view.numbers(self.entry)

    def term(self, slug: str, text: str) -> Term:
        """A term of the glossary as it is written in the text."""
        found = self.view.report.get(GlossaryTerm, slug)
        if found is None:
            return Term(text, slug, slug, "")
        return Term(text, slug, found.data.term, found.data.definition)
