"""Cards of entries in lists, and the small things that cards and pages name: words, people, key figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypedDict

from trendrapport.language.units import after_number
from trendrapport.model.addresses import relative
from trendrapport.model.entries.interviews import Interview
from trendrapport.model.entries.key_figures import KeyFigure
from trendrapport.model.entries.people import Person
from trendrapport.model.entries.trends import ON_CARDS, Trend
from trendrapport.model.references import target
from trendrapport.model.shared_fields import Publishable
from trendrapport.model.taxonomies import FIELD_OF, Term, words_of
from trendrapport.pages.view.links import Link
from trendrapport.pages.view.page import Value
from trendrapport.pages.view.sources import Sources
from trendrapport.report.report import Entry


class Word(TypedDict):
    """A word of a taxonomy, such as a category or a stance."""

    slug: str
    label: str
    explanation: str | None


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What the editors say of a trend in one field, in words."""

    field: str
    name: str
    label: str
    phrase: str
    """The same where nothing else says which field it is."""
    explanation: str | None = None
    score: int | None = None
    of: str | None = None
    """The score in words."""


@dataclass(frozen=True, kw_only=True)
class PersonFacts:
    """A person or a group, as it was known when it said something."""

    name: str
    role: str | None
    organisation: str | None
    address: str | None
    type: Literal["Person", "Organization"]
    """The type of schema.org."""

    @property
    def facts(self) -> list[str]:
        """Role and organisation, as far as they are known."""
        return [fact for fact in (self.role, self.organisation) if fact]


@dataclass(frozen=True, kw_only=True)
class Card(Link):
    """What a list shows of an entry."""

    summary: str
    save: str | None
    """The entry's name in a reader's own list."""


@dataclass(frozen=True, kw_only=True)
class TrendCard(Card):
    """What a list shows of a trend."""

    form: str
    categories: list[Word]
    readings: list[Reading]


@dataclass(frozen=True, kw_only=True)
class TalkCard(Card):
    """What a list shows of an interview."""

    person: PersonFacts
    quote: str | None


@dataclass(frozen=True, kw_only=True)
class KeyFigureCard:
    """A key figure with its number as readers see it."""

    slug: str
    title: str
    explanation: str
    language: str | None
    in_language: str | None
    amount: str
    number: str
    unit: str | None
    period: str | None
    source: Value | None
    href: str
    trends: list[Link]


class Cards(Sources):
    """What lists show of entries."""

    def card(self, entry: Entry[Publishable], page: str) -> Card:
        """What a list shows of an entry; of a trend and an interview also what only these have."""
        link = self.link(entry, page)
        card = Card(**vars(link), summary=entry.data.summary, save=self.name(entry))
        match entry.data:
            case Trend():
                return self._trend_card(card, entry.data)
            case Interview():
                return self._talk_card(card, entry.data)
        return card

    def trend_card(self, trend: Entry[Trend], page: str) -> TrendCard:
        """What a list shows of a trend."""
        card = self.card(trend, page)
        assert isinstance(card, TrendCard)  # noqa: S101 - as the entry is one
        return card

    def talk_card(self, talk: Entry[Interview], page: str) -> TalkCard:
        """What a list shows of an interview."""
        card = self.card(talk, page)
        assert isinstance(card, TalkCard)  # noqa: S101 - as the entry is one
        return card

    def _trend_card(self, card: Card, trend: Trend) -> TrendCard:
        return TrendCard(
            **vars(card),
            form=self.labels(f"form.{trend.kind}"),
            categories=self.categories(trend),
            readings=list(self.readings(trend, ON_CARDS)),
        )

    def readings(self, trend: Trend, fields: Iterable[str]) -> Iterator[Reading]:
        """What the editors say of a trend in these fields and in those of the report's own, without what they
        left out.
        """
        for field in (*fields, *self.report.config.taxonomies.own):
            value = getattr(trend, field)
            if value is not None:
                yield self._reading(field, value)

    def _reading(self, field: str, value: str | int) -> Reading:
        own = field in self.report.config.taxonomies.own
        name = self.taxonomy_name(field) if own else self.labels(field)
        if isinstance(value, int):
            return self._score(field, name, value)
        taxonomy = field if own else target(Trend, field)
        if taxonomy is None:
            return Reading(field=field, name=name, label=value, phrase=f"{name}: {value}")
        word = self.term(taxonomy, value)
        label = word["label"]
        return Reading(field=field, name=name, label=label, phrase=label, explanation=word["explanation"])

    def _score(self, field: str, name: str, score: int) -> Reading:
        label, of = self.labels(f"scale.{field}.{score}.label"), self.labels("of_five", score=score)
        return Reading(
            field=field,
            name=name,
            label=label,
            phrase=f"{name}: {of}",
            explanation=self.labels(f"scale.{field}.{score}.explanation"),
            score=score,
            of=of,
        )

    def _talk_card(self, card: Card, talk: Interview) -> TalkCard:
        quote = talk.quotes[0].text if talk.quotes else None
        return TalkCard(**vars(card), person=self.person(talk.person, talk), quote=quote)

    def cards(self, entries: Iterable[Entry[Any]], page: str) -> list[Card]:
        """The cards of several entries."""
        return [self.card(entry, page) for entry in entries]

    def facts(self, trend: Trend, taxonomies: Iterable[str]) -> list[str]:
        """The words of these taxonomies that a trend has, and its impact, in words."""
        found: list[str] = []
        for taxonomy in taxonomies:
            labels = [self.term(taxonomy, name)["label"] for name in words_of(trend, taxonomy)]
            found.append(", ".join(labels))
        return [fact for fact in (*found, self.impact(trend)) if fact]

    def impact(self, trend: Trend) -> str | None:
        """The impact of a trend in words."""
        if trend.impact is None:
            return None
        return self.labels("impact_of_five", score=trend.impact)

    def term(self, taxonomy: str, name: str) -> Word:
        """A word of a taxonomy, in the pages' language where it is translated."""
        terms: Mapping[str, Term] = self.report.config.taxonomies.terms(taxonomy) or {}
        term = terms[name]
        translation = term.translations.get(self.language) if self.language else None
        words = translation or term
        return {"slug": name, "label": words.label, "explanation": words.explanation}

    def taxonomy_name(self, name: str) -> str:
        """What readers call a taxonomy that has one word for a trend, such as its horizon."""
        own = self.report.config.taxonomies.own.get(name)
        if own is None:
            return self.labels("category" if name == "categories" else FIELD_OF[name])
        translation = own.translations.get(self.language) if self.language else None
        return (translation or own).label

    @cached_property
    def rings(self) -> list[Word]:
        """The rings of the radar from the middle; none for a report that uses none."""
        return self.words(self.report.config.radar.rings)

    @cached_property
    def sectors(self) -> list[Word]:
        """The sectors of the radar; none for a report that does not use that list."""
        return self.words(self.report.config.radar.sectors)

    def words(self, taxonomy: str) -> list[Word]:
        """The words of a taxonomy that the report uses, in the order of the settings."""
        return [self.term(taxonomy, name) for name in self.report.config.used_words(taxonomy)]

    def ring(self, trend: Trend) -> Word | None:
        """The ring of the radar that a trend is in."""
        return self._first(trend, self.report.config.radar.rings)

    def sector(self, trend: Trend) -> Word | None:
        """The sector of the radar that a trend is in: of several categories, the first."""
        return self._first(trend, self.report.config.radar.sectors)

    @property
    def rings_are_horizons(self) -> bool:
        """Whether the rings of the radar say when a trend matters."""
        return self.report.config.radar.rings == "horizons"

    def status_words(self, status: str) -> str:
        """What happened to a trend since the former edition."""
        if status == "unchanged" and not self.rings_are_horizons:
            return self.labels("status_same_ring")
        return self.labels(f"status.{status}")

    @property
    def ring_field(self) -> str:
        """The field of a trend that says its ring."""
        rings = self.report.config.radar.rings
        return FIELD_OF.get(rings, rings)

    def ring_number(self, trend: Trend) -> int:
        """The ring of a trend as a number, the innermost 0; 0 for all where there are none."""
        ring = self.ring(trend)
        return self._ring_numbers[ring["slug"]] if ring else 0

    @cached_property
    def _ring_numbers(self) -> dict[str, int]:
        return {ring["slug"]: number for number, ring in enumerate(self.rings)}

    def _first(self, trend: Trend, taxonomy: str) -> Word | None:
        return next((self.term(taxonomy, name) for name in words_of(trend, taxonomy)), None)

    def categories(self, trend: Trend) -> list[Word]:
        """A trend's categories."""
        return [self.term("categories", name) for name in trend.categories]

    def person(self, slug: str, interview: Interview | None = None) -> PersonFacts:
        """A person's name, role and organisation; those at the time of an interview come first."""
        found = self.report.get(Person, slug)
        data = found.data if found else Person(name=slug)
        return PersonFacts(
            name=data.name,
            role=(interview and interview.role) or data.role,
            organisation=(interview and interview.organisation) or data.organisation,
            address=data.address,
            type="Organization" if data.group else "Person",
        )

    def key_figure(self, entry: Entry[KeyFigure], page: str) -> KeyFigureCard:
        """A key figure with its number as readers see it."""
        data, labels = entry.data, self.labels
        written = data.value, data.decimals, data.currency
        return KeyFigureCard(
            slug=entry.slug,
            title=data.title,
            explanation=data.explanation,
            **self.language_note(entry),
            amount=labels.amount(*written, data.unit, signed=data.signed),
            number=labels.amount(*written, None, signed=data.signed),
            unit=after_number(data.unit, labels.language),
            period=data.period and labels.date(data.period),
            source=self.source(data.source, page),
            href=relative(self.path(entry), page),
            trends=self.links(self.trends_of_key_figure(entry), page),
        )
