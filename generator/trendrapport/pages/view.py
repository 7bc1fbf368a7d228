"""The report as its pages see it: links, cards, texts and sources as plain values for templates.

Everything here is a value that can be written as JSON, so that a page's name in the cache says
all that the page depends on. Knows no templates and no files.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import ceil
from typing import Any

from trendrapport.charts.pictures.entry_card import EntryCard
from trendrapport.diagnostics import Language
from trendrapport.files.downloads import end_of
from trendrapport.language.labels import Labels
from trendrapport.model.addresses import page_path, relative
from trendrapport.model.base import Model
from trendrapport.model.config import Term
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.glossary import Term as GlossaryTerm
from trendrapport.model.entries.instruments import Instrument
from trendrapport.model.entries.interviews import Interview
from trendrapport.model.entries.key_figures import KeyFigure
from trendrapport.model.entries.people import Person
from trendrapport.model.entries.sources import Source
from trendrapport.model.entries.trends import Trend
from trendrapport.model.publishable import Publishable, Status
from trendrapport.pages.picture_files import shown
from trendrapport.prose.html import FIGURE
from trendrapport.prose.terms import Terms, terms
from trendrapport.report.citing import reference
from trendrapport.report.identity import identities
from trendrapport.report.report import Download, Entry, Key, Report

WORDS_PER_MINUTE = 200
"""Reading speed for a text on a screen; Brysbaert (2019) finds 238 for adults, less for dense prose."""

Value = dict[str, Any]
"""What a template shows of one thing."""


@dataclass(frozen=True)
class Body:
    """An entry's text as HTML: a name for all that it depends on, and how it is made when it must be."""

    key: str
    html: Callable[[], str] = field(compare=False)


@dataclass(frozen=True)
class Content:
    """All that stands on a page and beside it."""

    context: Value
    """What its template shows."""
    body: Body | None = None
    crumbs: tuple[Value, ...] = ()
    about: tuple[Value, ...] = ()
    """What the page is about, as things of schema.org."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Files that stand beside the page, such as the table of an overview: path from the site's root to text.
    """


@dataclass(frozen=True)
class Page:
    """One page of the site: what other pages and lists tell of it, and how its content is made when it must
    be.
    """

    path: str
    """From the site's root."""
    template: str
    """The file's name in `templates/`, without `.html.j2`."""
    title: str
    summary: str
    section: str
    """The part of the main menu that it belongs to."""
    content: Callable[[], Content] = field(compare=False)
    uses: tuple[str, ...] = ()
    """The texts (of entries, whole) and the tables (digests) that its content is made of; of all else in the
    report it may use anything.
    """
    whole: bool = False
    """Whether the template is a whole document, which needs no theme around it."""
    language: Language | None = None
    """The page's language where that is not the report's."""
    versions: tuple[Value, ...] = ()
    """The same page in each language that it has, in the order of the menu of languages; empty when there is
    only one.
    """
    card: EntryCard | None = None
    """What stands on the page's own card for social media."""
    edition: str | None = None
    """The edition that an entry is in, as readers call it: two editions can have an entry of the same title.
    """

    @property
    def card_path(self) -> str:
        """Where the picture of the page's card stands, from the site's root."""
        return self.path.removesuffix(".html") + ".card.png"


@dataclass(frozen=True)
class View:
    """A published report, in its own language or with all that is translated in another."""

    report: Report
    language: Language | None = None
    """The language of the pages where that is not the report's."""

    @cached_property
    def labels(self) -> Labels:
        """The words of the pages' language."""
        return Labels(self.language or self.report.config.language)

    def in_language(self, language: Language) -> View:
        """The same report as those see it who read another language."""
        return View(self.report.in_language(language), language)

    @property
    def opens_in_excel(self) -> bool:
        """Whether tables also come as a Dutch Excel opens them: an English one opens the plain ones."""
        return self.report.config.language == "nl"

    @cached_property
    def editions(self) -> tuple[Entry[Edition], ...]:
        """The editions, the newest first."""
        return tuple(sorted(self.report.of(Edition), key=lambda e: (e.data.published, e.slug), reverse=True))

    @cached_property
    def files(self) -> frozenset[str]:
        """The content files that readers get a page of."""
        return frozenset(entry.source.path for entry in (*self.report.entries, *self.report.translations))

    @property
    def latest(self) -> Entry[Edition] | None:
        """The newest edition."""
        return self.editions[0] if self.editions else None

    @cached_property
    def terms(self) -> Terms:
        """What the glossary explains, in its own language; of a name that two terms have, the first one's."""
        if self.language:
            return Terms({})
        return terms({term.slug: term.data.names for term in self.report.of(GlossaryTerm)})

    def form(self, download: Download) -> str:
        """The type and the size of a file to download, as "PDF, 1,2 MB"."""
        return f"{end_of(download.path)[1:].upper()}, {self.labels.size(download.size)}"

    # --- links and cards ---

    def name(self, entry: Entry[Model]) -> str | None:
        """What a reader's own list calls an entry, its address without the ending; None for what has no page
        of its own.
        """
        return (
            page_path(entry.source.path).removesuffix(".html") if entry.source.path.endswith(".md") else None
        )

    def path(self, entry: Entry[Model]) -> str:
        """Where an entry is shown, from the site's root; with an anchor if it shares its page."""
        page = page_path(entry.source.path)
        return page if not entry.at else f"{page}#{entry.slug}"

    def address(self, path: str) -> str:
        """Where a file of the site (from its root) will stand on the web."""
        return f"{self.report.config.address.rstrip('/')}/{path}"

    def link(self, entry: Entry[Model], page: str) -> Value:
        """An entry's title and its address as seen from a page."""
        title = getattr(entry.data, "title", None) or getattr(entry.data, "name", None) or entry.slug
        return {
            "title": title,
            "href": relative(self.path(entry), page),
            "early": self.early(entry),
            **self.other(entry),
        }

    def early(self, entry: Entry[Model]) -> str | None:
        """Why readers do not get an entry yet, in the words of a tag; None for one that they get."""
        why = self.report.early.get(entry.name)
        if not why:
            return None
        return (
            self.labels("draft")
            if why == Status.DRAFT
            else self.labels("coming_on", date=self.labels.date(why))
        )

    @cached_property
    def early_pages(self) -> dict[str, str]:
        """Why readers do not get a page yet, by its path; under an edition's folder, that of the edition."""
        early = [
            (entry, why)
            for entry in (*self.report.entries, *self.report.translations)
            if (why := self.early(entry))
        ]
        folders = {f"{entry.slug}/": why for entry, why in early if entry.kind == "editions"}
        return folders | {self.path(entry): why for entry, why in early}

    def why_early(self, path: str) -> str | None:
        """Why readers do not get the page at a path from the site's root; None for one that they get."""
        return self.early_pages.get(path) or self.early_pages.get(path.partition("/")[0] + "/")

    def other(self, entry: Entry[Model]) -> Value:
        """The language of an entry and what readers are told of it, both None where it is the pages' own."""
        language = entry.language or self.report.config.language
        if language == self.labels.language:
            return {"language": None, "in_language": None}
        return {
            "language": language,
            "in_language": self.labels("in_language", language=self.labels(f"languages.{language}")),
        }

    def versions(self, entry: Entry[Model]) -> tuple[Value, ...]:
        """An entry in each language that it has, the report's own first: language, its name and the path from
        the site's root.
        """
        own = self.report.config.language
        found = {
            one.language or own: page_path(one.source.path) for one in self.report.every_language(entry.key)
        }
        return (
            tuple(
                {"language": language, "name": Labels(language)("language_name"), "path": path}
                for language, path in sorted(found.items(), key=lambda item: (item[0] != own, item[0]))
            )
            if len(found) > 1
            else ()
        )

    def card(self, entry: Entry[Publishable], page: str) -> Value:
        """What a list shows of an entry."""
        card = self.link(entry, page) | {"summary": entry.data.summary, "save": self.name(entry)}
        if isinstance(entry.data, Trend):
            data = entry.data
            card |= {
                "form": self.labels(f"form.{data.kind}"),
                "categories": self.categories(data),
                "stance": self.term("stances", data.stance)["label"],
                "horizon": self.term("horizons", data.horizon)["label"],
            }
        if isinstance(entry.data, Interview):
            card |= {"person": self.person(entry.data.person, entry.data), "quote": self._quote(entry.data)}
        return card

    def _quote(self, interview: Interview) -> str | None:
        return interview.quotes[0].text if interview.quotes else None

    def cards(self, entries: Iterable[Entry[Any]], page: str) -> list[Value]:
        """The cards of several entries."""
        return [self.card(entry, page) for entry in entries]

    def term(self, taxonomy: str, name: str) -> Value:
        """A word of a taxonomy."""
        terms: dict[str, Term] = getattr(self.report.config.taxonomies, taxonomy)
        term = terms[name]
        words = (self.language and term.translations.get(self.language)) or term
        return {"slug": name, "label": words.label, "explanation": words.explanation}

    def categories(self, trend: Trend) -> list[Value]:
        """A trend's categories."""
        return [self.term("categories", name) for name in trend.categories]

    def person(self, slug: str, interview: Interview | None = None) -> Value:
        """A person's name, role and organisation; those at the time of an interview come first."""
        found = self.report.get(Person, slug)
        data = found.data if found else Person(name=slug)
        role = (interview and interview.role) or data.role
        organisation = (interview and interview.organisation) or data.organisation
        return {
            "name": data.name,
            "role": role,
            "organisation": organisation,
            "address": data.address,
            "type": "Organization" if data.group else "Person",
        }

    @cached_property
    def contributions(self) -> dict[str, list[Entry[Any]]]:
        """What each person edited, wrote or said, by the person's slug, in the order of files."""
        found: dict[str, dict[Key, Entry[Any]]] = {}
        for entry in self.report.entries:
            for named in entry.references:
                if named.to == "people":
                    found.setdefault(named.name, {})[entry.key] = entry
        return {slug: list(entries.values()) for slug, entries in found.items()}

    def person_path(self, slug: str) -> str | None:
        """A person's page, from the site's root; None for one who did nothing in the report but be quoted."""
        return f"people/{slug}.html" if slug in self.contributions else None

    def author(self, slug: str) -> Value:
        """Who wrote something, with an address if there is one."""
        person = self.person(slug)
        return {"name": person["name"], "url": person["address"]}

    def named(self, model: type[Model], slugs: Iterable[str], page: str, edition: str | None) -> list[Value]:
        """Links to entries by slug; what is not published is left out."""
        found = [
            self.trend(slug, edition) if model is Trend else self.report.get(model, slug, edition)
            for slug in slugs
        ]
        return [self.link(entry, page) for entry in found if entry]

    # --- parts of editions ---

    def trends(self, edition: Entry[Edition]) -> list[Entry[Trend]]:
        """An edition's trends in the order that it gives, the others after them."""
        return _in_order(self.report.of(Trend, edition.slug), edition.data.trends)

    @cached_property
    def _identities(self) -> dict[str, str]:
        return identities(self.report.of(Trend))

    def identity(self, slug: str) -> str:
        """The name by which a trend is known in all editions, of a name that it has or had in one."""
        return self._identities.get(slug, slug)

    @cached_property
    def trend_pages(self) -> dict[str, Entry[Trend]]:
        """The trends by the path of their page."""
        return {self.path(trend): trend for trend in self.report.of(Trend)}

    def trend(self, slug: str, edition: str | None) -> Entry[Trend] | None:
        """The trend that has or had a name: in this edition, else in the newest that has it."""
        history = self.lineage.get(self.identity(slug), [])
        here = [trend for _, trend in history if trend.edition == edition]
        own = [trend for trend in here if trend.slug == slug]
        return next(iter([*own, *here, *(trend for _, trend in reversed(history))]), None)

    def history(self, trend: Entry[Trend]) -> list[tuple[Entry[Edition], Entry[Trend]]]:
        """A trend in all editions that have it, under whatever name, the oldest first."""
        return self.lineage[self.identity(trend.slug)]

    @cached_property
    def lineage(self) -> dict[str, list[tuple[Entry[Edition], Entry[Trend]]]]:
        """Each trend, by the name that it is known by, in all editions that have it, the oldest first."""
        found: dict[str, list[tuple[Entry[Edition], Entry[Trend]]]] = {}
        editions = {edition.slug: edition for edition in reversed(self.editions)}
        for trend in self.report.of(Trend):
            if trend.edition in editions:
                found.setdefault(self.identity(trend.slug), []).append((editions[trend.edition], trend))
        order = list(editions)
        return {
            slug: sorted(pairs, key=lambda pair: order.index(pair[0].slug)) for slug, pairs in found.items()
        }

    @cached_property
    def _naming(self) -> dict[tuple[type[Model], str | None, str], list[Entry[Any]]]:
        """The key figures and instruments that name a trend: by model, their edition, and the name that the
        trend is known by.
        """
        found: dict[tuple[type[Model], str | None, str], list[Entry[Any]]] = {}
        naming: list[Entry[Any]] = [*self.report.of(KeyFigure), *self.report.of(Instrument)]
        for entry in naming:
            for name in dict.fromkeys(map(self.identity, entry.data.trends)):
                found.setdefault((type(entry.data), entry.edition, name), []).append(entry)
        return found

    def key_figures(self, trend: Entry[Trend]) -> list[Entry[KeyFigure]]:
        """The key figures of a trend: those that it names, then those of its edition that name it."""
        named = [
            found
            for slug in trend.data.key_figures
            if (found := self.report.get(KeyFigure, slug, trend.edition))
        ]
        naming = self._naming.get((KeyFigure, trend.edition, self.identity(trend.slug)), [])
        return list({figure.key: figure for figure in (*named, *naming)}.values())

    def instruments(self, trend: Entry[Trend]) -> list[Entry[Instrument]]:
        """The instruments that help with a trend: those that it names, then those that name it."""
        named = [found for slug in trend.data.instruments if (found := self.report.get(Instrument, slug))]
        naming = self._naming.get((Instrument, None, self.identity(trend.slug)), [])
        return list({instrument.key: instrument for instrument in (*named, *naming)}.values())

    def interviews(self, edition: Entry[Edition]) -> list[Entry[Interview]]:
        """An edition's interviews in the order that it gives, the others after them."""
        return _in_order(self.report.of(Interview, edition.slug), edition.data.interviews)

    @cached_property
    def talks(self) -> dict[tuple[str | None, str], list[Entry[Interview]]]:
        """The interviews about each trend, by edition and the trend's slug."""
        found: dict[tuple[str | None, str], list[Entry[Interview]]] = {}
        for talk in self.report.of(Interview):
            for trend in talk.data.trends:
                found.setdefault((talk.edition, trend), []).append(talk)
        return found

    def edition_of(self, entry: Entry[Model]) -> Entry[Edition] | None:
        """The edition that an entry is in."""
        return next((edition for edition in self.editions if edition.slug == entry.edition), None)

    def of_edition(self, entry: Entry[Any], name: str) -> str | None:
        """A field that an entry has, else its edition for all its texts."""
        edition = self.edition_of(entry)
        own: str | None = getattr(entry.data, name)
        return own or (getattr(edition.data, name) if edition else None)

    def day(self, entry: Entry[Publishable]) -> str | None:
        """When an entry appeared here, as exact as it is known: its own day, else that of its edition."""
        edition = self.edition_of(entry)
        day = entry.data.publish or self.of_edition(entry, "written")
        return day or (edition.data.published if edition else None)

    def edition_title(self, edition: Entry[Edition]) -> str:
        """What an edition is called in running text: "Editie 2023"."""
        return f"{self.labels('edition')} {edition.slug}"

    def key_figure(self, entry: Entry[KeyFigure], page: str) -> Value:
        """A key figure with its number as readers see it."""
        data = entry.data
        return {
            "slug": entry.slug,
            "title": data.title,
            "explanation": data.explanation,
            **self.other(entry),
            "amount": self.labels.amount(data.value, data.decimals, data.currency, data.unit),
            "number": self.labels.amount(data.value, data.decimals, data.currency, None),
            "unit": self.labels.unit(data.unit),
            "period": data.period and self.labels.date(data.period),
            "source": self.source(data.source, page),
            "href": relative(self.path(entry), page),
            "trends": [self.link(trend, page) for trend in self._of_figure(entry)],
        }

    def _of_figure(self, figure: Entry[KeyFigure]) -> list[Entry[Trend]]:
        """The trends of a key figure: those that it names, then those of its edition that name it."""
        named = [found for slug in figure.data.trends if (found := self.trend(slug, figure.edition))]
        naming = [
            trend for trend in self.report.of(Trend, figure.edition) if figure.slug in trend.data.key_figures
        ]
        return list({trend.key: trend for trend in (*named, *naming)}.values())

    # --- sources ---

    def source(self, key: str, page: str) -> Value | None:
        """A source as it is named in a list, with its place in the list of all sources."""
        found = self.report.get(Source, key)
        if found is None:
            return None
        return reference(found.data, self.labels) | {"href": relative(f"sources.html#{key}", page)}

    def sources(self, entry: Entry[Publishable], page: str) -> list[Value]:
        """What an entry cites, in the order of the text, then what its fields name."""
        cited = Counter(citation.key for citation in entry.outline.citations)
        return [
            {**source, "number": number, "mentions": list(range(1, cited[key] + 1))}
            for key, number in self.numbers(entry).items()
            if (source := self.source(key, page))
        ]

    def numbers(self, entry: Entry[Any]) -> dict[str, int]:
        """The number that each source of an entry has on its page."""
        keys = [citation.key for citation in entry.outline.citations if not citation.key.startswith(FIGURE)]
        keys += [reference.name for reference in entry.references if reference.to == "sources"]
        found = dict.fromkeys(key for key in keys if self.report.get(Source, key))
        return {key: number for number, key in enumerate(found, 1)}

    # --- pages ---

    def crumbs(self, page: str, *steps: tuple[str, str]) -> tuple[Value, ...]:
        """The way from home to a page: (title, path) pairs."""
        return tuple(
            {"title": title, "href": relative(path, page)}
            for title, path in ((self.labels("home"), "index.html"), *steps)
        )

    def within(self, entry: Entry[Model], page: str, *steps: tuple[str, str]) -> tuple[Value, ...]:
        """The way to a page of an entry: through its edition if it has one."""
        edition = self.edition_of(entry)
        first = ((self.edition_title(edition), self.path(edition)),) if edition else ()
        return self.crumbs(page, *first, *steps)

    def minutes(self, entry: Entry[Model]) -> str:
        """The time that reading an entry takes."""
        return self.labels.count("minutes", max(1, ceil(entry.outline.words / WORDS_PER_MINUTE)))

    def contents(self, entry: Entry[Model]) -> list[Value]:
        """The headings of the text's first level."""
        return [{"title": h.text, "href": f"#{h.anchor}"} for h in entry.outline.headings if h.level == 2]  # noqa: PLR2004

    def title_in(self, edition: Entry[Edition], name: str) -> str:
        """The title of what a label names, in an edition."""
        return f"{self.labels(name)}, {self.edition_title(edition).lower()}"

    def overview(
        self,
        path: str,
        template: str,
        content: Callable[[], Content],
        *,
        title: str = "",
        summary: str = "",  # noqa: PLR0913
        section: str = "",
        uses: tuple[str, ...] = (),
    ) -> Page:
        """A page that is not one entry's: its title, introduction and section are its template's, its way
        from home one step, unless given.
        """
        title, summary = title or self.labels(template), summary or self.labels(f"{template}_intro")

        def whole() -> Content:
            made = content()
            return replace(
                made,
                context={"title": title, "summary": summary, **made.context},
                crumbs=made.crumbs or self.crumbs(path),
            )

        return Page(path, template, title, summary, section or template, whole, uses, language=self.language)

    def image(
        self, target: str, entry: Entry[Model], page: str, text: str, *, portrait: bool = False
    ) -> Value | None:
        """A picture named in an entry's file, or None when there is none that can be shown."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(entry.source.path), target))
        image = self.report.images.get(path)
        if image is None or image.width is None:
            return None
        return shown(image, page, portrait=portrait) | {"text": text}


def _in_order(entries: Iterable[Entry[Any]], order: tuple[str, ...]) -> list[Any]:
    places = {slug: place for place, slug in enumerate(order)}
    return sorted(entries, key=lambda entry: (places.get(entry.slug, len(places)), entry.slug))
