"""A municipality's own figures to slides: each beside others like it, with what it says of that one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from trendrapport.charts.tables.municipalities import Municipality
from trendrapport.documents.slides.deck import Chart, Deck, Form, Native, Series, Slide
from trendrapport.documents.slides.decks.common import cover, deck, last
from trendrapport.documents.slides.decks.figures import credit, notes
from trendrapport.documents.slides.decks.trend import actions
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.analysis.municipality import MunicipalitySentences
from trendrapport.pages.parts.figure import figure
from trendrapport.pages.view import View
from trendrapport.report.report import Entry

PAGE = "municipality.html"


class MunicipalityDecks:
    """The decks of municipalities; what all of them need is made once."""

    def __init__(self, view: View, day: int) -> None:
        self.view, self.day = view, day

    def deck(self, one: Municipality) -> Deck:
        """The deck of a municipality."""
        view = self.view
        title = view.labels("slides.own", name=one.name)
        summary = view.labels("slides.own_intro", name=one.name)
        slides: list[Slide] = [
            cover(view, title, one.province, summary, PAGE),
            *(self._figure(name, sentences, one) for name, sentences in self._sentences.items()),
            *self._actions,
            last(view, PAGE, ()),
        ]
        return deck(view, title, self.day, slides)

    @cached_property
    def _sentences(self) -> dict[str, MunicipalitySentences]:
        """What each figure says of municipalities, in the order of their titles."""
        charts, tables = self.view.report.charts, self.view.report.tables
        names = [name for name in self.view.report.shown_charts if charts[name].data.places]
        names.sort(key=lambda name: charts[name].data.title.casefold())
        return {name: MunicipalitySentences(charts[name].data, tables, self.view.labels) for name in names}

    def _figure(self, name: str, sentences: MunicipalitySentences, one: Municipality) -> Chart:
        shown = figure(self.view, name, PAGE)
        if shown is None:
            raise KeyError(name)
        compared = sentences.compared(one)
        known = one.name in compared
        series = Series(shown.title, tuple(compared.values()), 0 if known else None)
        before, after = sentences.amounts.affixes
        chart = Native(
            Form.LYING,
            tuple(compared),
            (series,),
            decimals=sentences.amounts.digits.usual,
            unit=f"{before}{{0}}{after}",
            front=(0,) if known else (),
        )
        values = "; ".join(f"{name}: {sentences.amounts.text(amount)}" for name, amount in compared.items())
        return Chart(
            title=sentences.said(one),
            unit=self.view.report.packages[self.view.report.charts[name].data.data].data.title,
            drawn=chart,
            description=values,
            below=(*shown.footnotes, credit(self.view, shown)),
            beside=" ".join(sentences.sentences(one)),
            notes=(*sentences.sentences(one), shown.title, *notes(shown)),
        )

    @cached_property
    def _actions(self) -> list[Slide]:
        """What the trends that show these figures advise, each as its newest edition has it."""
        found: list[Slide] = []
        for trend in self._trends():
            title = self.view.labels("slides.actions", title=trend.data.title)
            found += actions(self.view, trend, title)
        return found

    def _trends(self) -> Iterator[Entry[Trend]]:
        seen: set[str] = set()
        for edition in self.view.editions:
            for trend in self.view.trends(edition):
                if trend.slug not in seen and not self._sentences.keys().isdisjoint(trend.outline.figures):
                    seen.add(trend.slug)
                    yield trend
