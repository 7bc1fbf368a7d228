"""An edition to slides: all its trends in a table, each trend with its figures, and what each role can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trendrapport.documents.slides.deck import Deck, Paragraph, Rows, Section, Slide, Words
from trendrapport.documents.slides.decks.common import cover, deck, last
from trendrapport.documents.slides.decks.figures import Drawings, chart_slide
from trendrapport.documents.slides.decks.trend import section
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.model.taxonomies import Judged, words_of
from trendrapport.pages.view import View
from trendrapport.report.report import Entry

TREND, IMPACT, WIDTHS = 6, 2, {"stances": 2}
"""The widths of the columns of the table of trends: the trend, its impact, and the words of a taxonomy."""
WORD = 3
"""The width of the words of any other taxonomy."""


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
    label, config = view.labels, view.report.config
    shown = [name for name in ("stances", "horizons", *config.taxonomies.own) if config.used_words(name)]
    rows = [_row(view, trend.data, shown) for trend in view.trends(edition)]
    head = [label("trend"), *map(view.taxonomy_name, shown)]
    widths = [TREND, *(WIDTHS.get(name, WORD) for name in shown)]
    if Judged.IMPACT in config.judgement:
        head.append(label("impact"))
        widths.append(IMPACT)
    if rows:
        yield Rows(
            title=view.title_in(edition, "trends"),
            head=tuple(head),
            rows=tuple(rows),
            widths=tuple(widths),
            description=_told(view, len(rows), head),
            notes=(edition.data.judgement,) if edition.data.judgement else (),
        )


def _row(view: View, trend: Trend, taxonomies: Sequence[str]) -> tuple[str, ...]:
    """A trend, its words of these taxonomies, and its impact if the report gives that."""
    cells = [trend.title]
    for taxonomy in taxonomies:
        cells.append(", ".join(view.term(taxonomy, name)["label"] for name in words_of(trend, taxonomy)))
    if trend.impact is not None:
        cells.append(view.labels("slides.of_five", score=trend.impact))
    return tuple(cells)


def _told(view: View, count: int, head: Sequence[str]) -> str:
    """The table in words."""
    label, config = view.labels, view.report.config
    counted = label.count("count_trends", count)
    usual = {Judged.STANCE, Judged.HORIZON, Judged.IMPACT} <= set(config.judgement)
    if usual and not config.taxonomies.own:
        return label("slides.table_told", count=counted)
    return label("slides.table_told_own", count=counted, columns=label.listed(head))


def _trends(view: View, edition: Entry[Edition], drawings: Drawings) -> Iterator[Slide]:
    """Each trend, and the figures that no trend before it showed."""
    shown: set[str] = set()
    for trend in view.written(edition):
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
        for trend in view.written(edition):
            asked = trend.data.actions.get(name, ())
            if asked:
                paragraphs.append(Paragraph(trend.data.title, strong=True))
                paragraphs += [Paragraph(action, 1) for action in asked]
        if paragraphs:
            title = view.labels("role_title", role=view.term("roles", name)["label"])
            yield Words(title=title, paragraphs=tuple(paragraphs))
