"""The published report in one language: its words, its editions, and the addresses of its entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self, TypeVar

from trendrapport.charts.tables.municipalities import Municipality, municipality
from trendrapport.diagnostics import Language
from trendrapport.files.downloads import end_of
from trendrapport.language.facts import within_sentence
from trendrapport.language.labels import Labels
from trendrapport.model.addresses import hyphenated, page_path, relative
from trendrapport.model.base import Model
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.glossary import Term
from trendrapport.model.shared_fields import Publishable
from trendrapport.model.taxonomies import Judged
from trendrapport.pages.includes import size_of
from trendrapport.pages.view.glossary_parts import GlossaryPart, parts
from trendrapport.pages.view.offers import Offer, Offered, Taken, form
from trendrapport.prose.terms import Terms, terms
from trendrapport.report.report import Download, Entry, Report

Data = TypeVar("Data", bound=Model)


@dataclass(frozen=True)
class Base:
    """A published report, in its own language or with all that is translated in another."""

    report: Report
    language: Language | None = None
    """The language of the pages where that is not the report's."""
    offers: tuple[Offer, ...] = ()
    """The files that the pages offer."""

    @cached_property
    def labels(self) -> Labels:
        """The words of the pages' language."""
        return self.report.config.words(self.language)

    def in_language(self, language: Language) -> Self:
        """The report as readers of another language see it."""
        return type(self)(self.report.in_language(language), language, self.offers)

    @property
    def opens_in_excel(self) -> bool:
        """Whether tables also come as a Dutch Excel opens them: an English one opens the plain ones."""
        return self.report.config.language == "nl"

    @cached_property
    def worked_out(self) -> dict[str, object]:
        """What takes long and is the same for all pages, by name; who works it out puts it here."""
        return {}

    @cached_property
    def entries(self) -> tuple[Entry[Any], ...]:
        """All entries, also those in other languages."""
        return (*self.report.entries, *self.report.translations)

    @cached_property
    def files(self) -> frozenset[str]:
        """The content files that readers get a page of."""
        return frozenset(entry.source.path for entry in self.entries)

    @cached_property
    def terms(self) -> Terms:
        """What the glossary explains, in its own language; of a name that two terms have, the first one's."""
        if self.language:
            return Terms({})
        return terms({term.slug: term.data.names for term in self.report.of(Term)})

    def intro(self, name: str) -> str:
        """What a page or a file is for (the label `<name>_intro`), in the words that fit what the report says
        of trends.
        """
        config = self.report.config
        usual = {
            "radar": config.radar.rings == "horizons",
            "trends": {Judged.HORIZON, Judged.STANCE} <= set(config.judgement),
            "one_page": {Judged.STANCE, Judged.ROLES} <= set(config.judgement),
        }
        return self.labels(f"{name}_intro" if usual.get(name, True) else f"{name}_intro_own")

    def form(self, download: Download) -> str:
        """The type and the size of a file to download, as "PDF, 1,2 MB"."""
        return f"{end_of(download.path)[1:].upper()}, {self.labels.size(download.size)}"

    def name(self, entry: Entry[Model]) -> str | None:
        """The name of an entry in a reader's own list: its address without the ending. None for an entry
        without a page of its own.
        """
        if not entry.source.path.endswith(".md"):
            return None
        return page_path(entry.source.path).removesuffix(".html")

    def path(self, entry: Entry[Model]) -> str:
        """The page that shows an entry, from the site's root; with an anchor if it shares its page."""
        page = page_path(entry.source.path)
        if entry.kind == "glossary":
            page = self._glossary_pages.get(entry.slug, page)
        return f"{page}#{entry.slug}" if entry.at else page

    @cached_property
    def glossary_parts(self) -> tuple[GlossaryPart, ...]:
        """The pages of the glossary where it is too long for one."""
        return parts(self.report.of(Term))

    @cached_property
    def _glossary_pages(self) -> dict[str, str]:
        pages: dict[str, str] = {}
        for part in self.glossary_parts:
            pages |= dict.fromkeys((term.slug for term in part.terms), part.path)
        return pages

    def address(self, path: str) -> str:
        """The address on the web of a file of the site, given its path from the site's root."""
        return f"{self.report.config.address.rstrip('/')}/{path}"

    def names(self, page: str) -> dict[str, str]:
        """The names from which the paths of a page's files are made: `page`, its path without the ending;
        `name`, the last part of that, and `folder`, the first; and `stem`, the path of a file beside it. For
        an edition, that is called after it: 2023/editie-2023, as readers keep files in one folder.
        """
        path = page.removesuffix(".html")
        folder, _, name = path.rpartition("/")
        names = {"page": path, "name": name, "folder": path.partition("/")[0], "stem": path}
        edition = self.edition_by_slug.get(folder)
        if edition and name == "index":
            called = hyphenated(f"{self.labels('edition')} {folder}")
            names |= {"name": folder, "stem": f"{folder}/{called}"}
        return names

    def along(self, kind: str, page: str, seen_from: str = "") -> list[Taken]:
        """What readers can take with them from a page of a kind, as that page shows it, or another."""
        taken = []
        for offer in self.offers:
            if offer.kind == kind:
                taken += [self._taken(offer, file, seen_from or page) for file in self.files_of(offer, page)]
        return taken

    def files_of(self, offer: Offer, page: str) -> list[Offered]:
        """The files that a page offers."""
        names = self.names(page)
        if "{municipality}" not in offer.pattern:
            return [Offered(offer.pattern.format(**names))]
        found = []
        for one in self.municipalities:
            found.append(Offered(offer.pattern.format(**names, municipality=hyphenated(one.name)), one))
        return found

    @cached_property
    def municipalities(self) -> tuple[Municipality, ...]:
        """The municipalities that have files of their own, each once."""
        found = filter(None, map(municipality, self.report.config.municipalities))
        return tuple(dict.fromkeys(found))

    def _taken(self, offer: Offer, file: Offered, seen_from: str) -> Taken:
        path, title = file.path, self.labels(offer.output)
        language: Language = self.labels.language
        alike = [one for one in self.offers if (one.output, one.kind) == (offer.output, offer.kind)]
        if file.municipality:
            title += f": {file.municipality.name}"
        elif len(alike) > 1:
            title += f" ({form(path)})"
        return Taken(
            title=title,
            explanation=self.intro(offer.output),
            form=form(path),
            size=size_of(path, language),
            language=language,
            in_language=self.labels("language_name"),
            href=relative(path, seen_from),
        )

    @cached_property
    def editions(self) -> tuple[Entry[Edition], ...]:
        """The editions, the newest first."""
        by_date = sorted(self.report.of(Edition), key=lambda edition: (edition.data.published, edition.slug))
        return tuple(reversed(by_date))

    @cached_property
    def edition_by_slug(self) -> dict[str, Entry[Edition]]:
        """The editions by their names in addresses, the newest first."""
        return {edition.slug: edition for edition in self.editions}

    @property
    def latest(self) -> Entry[Edition] | None:
        """The newest edition."""
        return self.editions[0] if self.editions else None

    def edition_of(self, entry: Entry[Model]) -> Entry[Edition] | None:
        """The edition that an entry is in."""
        return self.edition_by_slug.get(entry.edition or "")

    def edition_title(self, edition: Entry[Edition]) -> str:
        """What an edition is called in running text: "Editie 2023"."""
        return f"{self.labels('edition')} {self.short_name(edition)}"

    def edition_named(self, edition: Entry[Edition]) -> str:
        """The same within a sentence: "editie 2023"."""
        word = within_sentence(self.labels("edition"), self.labels.language)
        return f"{word} {self.short_name(edition)}"

    def short_name(self, edition: Entry[Edition]) -> str:
        """What an edition is called without the word for an edition: 2023."""
        return edition.data.short_name or edition.slug

    def short_name_of(self, edition: str | None) -> str | None:
        """The same of the edition of that folder; None outside the editions."""
        found = self.edition_by_slug.get(edition or "")
        return self.short_name(found) if found else edition

    def title_in(self, edition: Entry[Edition], name: str) -> str:
        """The title of what a label names, in an edition."""
        return f"{self.labels(name)}, {self.edition_named(edition)}"

    def of_edition(self, entry: Entry[Any], name: str) -> str | None:
        """A field of an entry, or of its edition, which holds for all texts that leave it out."""
        own: str | None = getattr(entry.data, name)
        edition = self.edition_of(entry)
        if own or edition is None:
            return own
        shared: str | None = getattr(edition.data, name)
        return shared

    def day(self, entry: Entry[Publishable]) -> str | None:
        """When an entry appeared here, as exact as it is known: its own day, else that of its edition."""
        day = entry.data.publish or self.of_edition(entry, "written")
        edition = self.edition_of(entry)
        if day or edition is None:
            return day
        return edition.data.published


def in_order(entries: Iterable[Entry[Data]], order: tuple[str, ...]) -> list[Entry[Data]]:
    """Entries in the order in which an edition names them, the others after them by name."""
    ranks = {slug: rank for rank, slug in enumerate(order)}
    return sorted(entries, key=lambda entry: (ranks.get(entry.slug, len(ranks)), entry.slug))
