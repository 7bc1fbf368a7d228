"""An edition to a document: all its entries in their order, its radar, and what it asks of each role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from trendrapport.documents.blocks import Align, Cell, KeyFigure, Row, Table
from trendrapport.documents.document import (
    Document,
    EditionDocument,
    Mark,
    RadarDocument,
    Reference,
    RoleDocument,
    Work,
)
from trendrapport.documents.inlines import Text
from trendrapport.documents.reading.entries import cite, document, made
from trendrapport.documents.reading.fenced import key_figure
from trendrapport.documents.reading.page_values import PageValues
from trendrapport.documents.reading.prose import Drawings
from trendrapport.documents.reading.roles import role_document
from trendrapport.model.entries.columns import Column
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.forewords import Foreword
from trendrapport.pages.analysis import roles
from trendrapport.pages.fronts.cover import Cover
from trendrapport.pages.overviews.radar import overview
from trendrapport.pages.parts.overview_figure import OverviewFigure
from trendrapport.pages.parts.radar_figure import RadarMark
from trendrapport.pages.view import Page, View
from trendrapport.report.report import Entry

Pages = Mapping[str, Page]
"""The pages of the site by path."""


@dataclass(frozen=True)
class EditionReader:
    """Reads the editions of a report."""

    view: View
    pages: Pages
    drawings: Drawings

    def read(self, edition: Entry[Edition]) -> EditionDocument:
        """All of an edition."""
        values = PageValues(
            self.view, self.view.path(edition), self.pages[self.view.path(edition)].content().context
        )
        cover: Cover = values["cover"]
        report, slug = self.view.report, edition.slug
        parts = {
            "forewords": self._documents(report.of(Foreword, slug)),
            "trends": self._documents(self.view.written(edition)),
            "talks": self._documents(self.view.interviews(edition)),
            "columns": self._documents(report.of(Column, slug)),
        }
        return EditionDocument(
            slug=slug,
            name=cover.name,
            stem=cover.stem if cover.mark else edition.data.title,
            mark=_mark(cover),
            title=edition.data.title,
            summary=edition.data.summary,
            theme=edition.data.theme or "",
            published=cover.published,
            judgement=edition.data.judgement or "",
            editors=tuple(cover.editors),
            language=self.view.labels.language,
            path=values.page,
            address=self.view.address(values.page),
            made=tuple(made(replace(values, context={"made": cover.made}))),
            cite=tuple(cite(values)),
            key_figures=self._key_figures(cover),
            works=tuple(self._works(edition)),
            roles=tuple(self._roles(edition)),
            radar=self._radar(edition),
            sources=_sources([one for part in parts.values() for one in part]),
            **parts,
        )

    def _documents(self, entries: Sequence[Entry[Any]]) -> tuple[Document, ...]:
        found = []
        for entry in entries:
            page = self.pages[self.view.path(entry)]
            found.append(document(self.view, entry, page, self.drawings))
        return tuple(found)

    def _key_figures(self, cover: Cover) -> tuple[KeyFigure, ...]:
        return tuple(key_figure(card, self.view.labels) for card in cover.key_figures)

    def _works(self, edition: Entry[Edition]) -> Iterator[Work]:
        """What the edition recommends."""
        page = self.pages.get(f"{edition.slug}/inspiration.html")
        if page is None:
            return
        label = self.view.labels
        for work in page.content().context["works"]:
            facts = (work["medium"], work["maker"], str(work["year"] or ""))
            source = f"{label('source')}: {work['source']['title']}." if work["source"] else ""
            yield Work(work["title"], work["address"] or "", tuple(filter(None, facts)), work["why"], source)

    def _roles(self, edition: Entry[Edition]) -> Iterator[RoleDocument]:
        """What the edition asks of each role that it asks something of."""
        for name in roles.asked(self.view):
            found = role_document(self.view, name)
            own = tuple(one for one in found.editions if one.edition == self.view.edition_title(edition))
            if own:
                yield replace(found, editions=own)

    def _radar(self, edition: Entry[Edition]) -> RadarDocument | None:
        shown = overview(self.view, edition)
        if shown is None:
            return None
        figure, label = shown.figure, self.view.labels
        change = label("radar_former", name=shown.former.name) if shown.former else ""
        return RadarDocument(
            title=figure.title,
            subtitle=figure.subtitle,
            key=f"{shown.words.wheel if shown.drawings else shown.words.strips} {change}".strip(),
            sentences=tuple(figure.sentences),
            marks=tuple(self._marked(edition, mark) for mark in shown.marks),
            table=_table(figure),
        )

    def _marked(self, edition: Entry[Edition], mark: RadarMark) -> Mark:
        path = next((self.view.path(one) for one in self.view.trends(edition) if one.slug == mark.slug), "")
        return Mark(
            mark.number,
            mark.title,
            path,
            self.view.address(path),
            mark.category["slug"],
            mark.ring["label"],
            mark.stance["label"] if mark.stance else "",
            mark.impact,
            tuple(mark.facts),
        )


def _mark(cover: Cover) -> str:
    """The name of an edition, where its title ends with it and it is short."""
    if cover.stem == cover.title:
        return ""
    return cover.mark or ""


def _table(figure: OverviewFigure) -> Table:
    """The table of an overview."""
    numbers = [column["number"] for column in figure.columns]
    head = tuple(_cell(column["title"], number=column["number"]) for column in figure.columns)
    rows: list[Row] = []
    for row in figure.rows:
        cells = [_cell(cell["text"], number=is_number) for cell, is_number in zip(row, numbers, strict=True)]
        cells[figure.head] = replace(cells[figure.head], head=True)
        rows.append(tuple(cells))
    return Table(head, tuple(rows))


def _cell(text: str, *, number: bool) -> Cell:
    if number:
        return Cell((Text(text),), Align.RIGHT)
    return Cell((Text(text),))


def _sources(documents: Sequence[Document]) -> tuple[Reference, ...]:
    """All that texts cite, each once, by who made it."""
    found = {source.key: source for one in documents for source in one.sources}
    return tuple(sorted(found.values(), key=lambda source: (source.who or source.title).casefold()))
