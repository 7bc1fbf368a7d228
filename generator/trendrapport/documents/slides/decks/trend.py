"""A trend to slides: what the report advises, its figures, its key figures and what each role can do."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.documents.slides.deck import Amount, Amounts, Deck, Paragraph, Section, Slide, Words
from trendrapport.documents.slides.decks.common import cover, deck, last, references
from trendrapport.documents.slides.decks.figures import Drawings, chart_slide
from trendrapport.language.facts import within_sentence
from trendrapport.model.entries.trends import IN_BRIEF, Trend
from trendrapport.pages.view import KeyFigureCard, View
from trendrapport.report.report import Entry

ON_A_SLIDE = 3
"""The key figures on a slide."""


def trend_deck(view: View, trend: Entry[Trend], drawings: Drawings, day: int) -> Deck:
    """The deck of a trend; `view` is the report in its language."""
    page = view.path(trend)
    slides: list[Slide] = [
        cover(view, trend.data.title, _above(view, trend), trend.data.summary, page),
        *_advice(view, trend),
        *figures(view, trend, drawings),
        *_key_figures(view, trend),
        *actions(view, trend),
        last(view, page, view.sources(trend, page)),
    ]
    return deck(view, trend.data.title, day, slides)


def _above(view: View, trend: Entry[Trend]) -> str:
    """The categories of a trend, and its edition."""
    words, edition = [_categories(view, trend)], view.edition_of(trend)
    if edition:
        words.append(view.edition_title(edition))
    return " \u00b7 ".join(words)


def _categories(view: View, trend: Entry[Trend]) -> str:
    return ", ".join(category["label"] for category in view.categories(trend.data))


def section(view: View, trend: Entry[Trend]) -> Section:
    """A trend among others, on one slide."""
    page = view.path(trend)
    facts = [f"{reading.name}: {reading.label}" for reading in view.readings(trend.data, IN_BRIEF)]
    return Section(
        title=trend.data.title,
        above=_categories(view, trend),
        summary=trend.data.summary,
        facts=tuple(facts),
        notes=(view.address(page), *references(view, view.sources(trend, page))),
    )


def _advice(view: View, trend: Entry[Trend]) -> Iterator[Slide]:
    """What the editors say of the trend, with the reasons; the advice is the title."""
    edition = view.edition_of(trend)
    paragraphs = []
    for reading in view.readings(trend.data, IN_BRIEF):
        paragraphs.append(Paragraph(f"{reading.name}: {reading.label}", strong=True))
        text = reading.of or reading.explanation
        if text:
            paragraphs.append(Paragraph(text, 1))
    if not paragraphs:
        return
    judgement = edition.data.judgement if edition else None
    yield Words(
        title=_title_of_advice(view, trend),
        paragraphs=tuple(paragraphs),
        notes=(judgement,) if judgement else (),
    )


def _title_of_advice(view: View, trend: Entry[Trend]) -> str:
    """The advice itself; in a report that gives none, what its pages call the editors' reading."""
    if trend.data.stance is None:
        return view.labels("brief")
    stance = view.term("stances", trend.data.stance)["label"]
    return view.labels("slides.advice", stance=within_sentence(stance, view.labels.language))


def figures(view: View, trend: Entry[Trend], drawings: Drawings) -> Iterator[Slide]:
    """A slide for each figure that the text shows."""
    for name in dict.fromkeys(trend.outline.figures):
        slide = chart_slide(view, name, drawings)
        if slide:
            yield slide


def _key_figures(view: View, trend: Entry[Trend]) -> Iterator[Slide]:
    """The trend's key figures, a few on a slide."""
    page = view.path(trend)
    cards = [view.key_figure(figure, page) for figure in view.key_figures(trend)]
    for start in range(0, len(cards), ON_A_SLIDE):
        shown = cards[start : start + ON_A_SLIDE]
        amounts = [_amount(card) for card in shown]
        sources = [card.source for card in shown if card.source]
        title = view.labels("slides.key_figures", title=trend.data.title)
        yield Amounts(title=title, amounts=tuple(amounts), notes=tuple(references(view, sources)))


def _amount(card: KeyFigureCard) -> Amount:
    """A key figure; one without a translation stays in its own language."""
    return Amount(card.amount, card.title, card.explanation, card.language or None)


def actions(view: View, trend: Entry[Trend], title: str = "") -> Iterator[Slide]:
    """What each role can do, under another title if need be."""
    paragraphs = []
    for name in view.report.config.taxonomies.roles:
        asked = trend.data.actions.get(name)
        if asked:
            paragraphs.append(Paragraph(view.term("roles", name)["label"], strong=True))
            paragraphs += [Paragraph(action, 1) for action in asked]
    if paragraphs:
        notes = (f"{trend.data.title}: {view.address(view.path(trend))}",)
        yield Words(title=title or view.labels("actions"), paragraphs=tuple(paragraphs), notes=notes)
