"""An edition to slides: all its trends in a table, each trend with its figures, and what each role can do."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.documents.slides.deck import Deck, Paragraph, Rows, Section, Slide, Words
from trendrapport.documents.slides.decks.common import cover, deck, last
from trendrapport.documents.slides.decks.figures import Drawings, chart_slide
from trendrapport.documents.slides.decks.trend import section
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.view import View
from trendrapport.report.report import Entry

COLUMNS = {"trend": 6, "stance": 2, "horizon": 3, "impact": 2}
"""The columns of the table of trends, by label, with their widths."""


def edition_deck(view: View, edition: Entry[Edition], drawings: Drawings, day: int) -> Deck:
    """The deck of an edition."""
    page, data = view.path(edition), edition.data
    slides: list[Slide] = [
        cover(view, data.title, view.edition_title(edition), data.summary, page),
        *_theme(view, edition),
        *_table(view, edition),
        *_trends(view, edition, drawings),
        *_roles(view, edition),
        last(view, page, ()),
    ]
    return deck(view, data.title, day, slides)


def _theme(view: View, edition: Entry[Edition]) -> Iterator[Slide]:
    """What the edition is about, if it says so."""
    if edition.data.theme:
        yield Section(title=edition.data.theme, above=view.title_in(edition, "theme"), summary="")


def _table(view: View, edition: Entry[Edition]) -> Iterator[Slide]:
    """The trends side by side."""
    label, rows = view.labels, []
    for trend in view.trends(edition):
        data = trend.data
        stance, horizon = view.term("stances", data.stance), view.term("horizons", data.horizon)
        score = label("slides.of_five", score=data.impact)
        rows.append((data.title, stance["label"], horizon["label"], score))
    if rows:
        yield Rows(
            title=view.title_in(edition, "trends"),
            head=tuple(map(label, COLUMNS)),
            rows=tuple(rows),
            widths=tuple(COLUMNS.values()),
            description=label("slides.table_told", count=label.count("count_trends", len(rows))),
            notes=(edition.data.judgement,) if edition.data.judgement else (),
        )


def _trends(view: View, edition: Entry[Edition], drawings: Drawings) -> Iterator[Slide]:
    """Each trend, and the figures that no trend before it showed."""
    shown: set[str] = set()
    for trend in view.trends(edition):
        yield section(view, trend)
        for name in dict.fromkeys(trend.outline.figures):
            slide = None if name in shown else chart_slide(view, name, drawings)
            if slide:
                shown.add(name)
                yield slide


def _roles(view: View, edition: Entry[Edition]) -> Iterator[Slide]:
    """What each role can do, trend by trend."""
    for name in view.report.config.taxonomies.roles:
        paragraphs = []
        for trend in view.trends(edition):
            asked = trend.data.actions.get(name, ())
            if asked:
                paragraphs.append(Paragraph(trend.data.title, strong=True))
                paragraphs += [Paragraph(action, 1) for action in asked]
        if paragraphs:
            title = view.labels("role_title", role=view.term("roles", name)["label"])
            yield Words(title=title, paragraphs=tuple(paragraphs))
