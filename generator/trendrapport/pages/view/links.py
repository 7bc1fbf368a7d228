"""Links to entries: title and address as seen from a page, and what a reader should know before following."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypedDict

from trendrapport.diagnostics import Language
from trendrapport.language.labels import Labels
from trendrapport.model.addresses import page_path, relative
from trendrapport.model.base import Model
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.model.shared_fields import UNFINISHED
from trendrapport.pages.view.page import Value
from trendrapport.pages.view.trends import Trends
from trendrapport.report.report import Entry

CHAPTER = 2
"""The level of the first headings in a text; the title of the page is above them."""


class LanguageNote(TypedDict):
    """The language of an entry and a note on it for readers; both None where it is the pages' own."""

    language: Language | None
    in_language: str | None


@dataclass(frozen=True, kw_only=True)
class Link:
    """An entry's title, and its address as seen from a page."""

    title: str
    href: str
    early: str | None
    """Why readers do not get the entry yet, in the words of a tag."""
    language: Language | None
    in_language: str | None


@dataclass(frozen=True, kw_only=True)
class NamedLink(Link):
    """A link to an edition with what readers call that, such as a year; its title may be another."""

    name: str


class Links(Trends):
    """The links from one page to another."""

    def link(self, entry: Entry[Model], page: str) -> Link:
        """An entry's title and its address as seen from a page."""
        return Link(
            title=title_of(entry),
            href=relative(self.path(entry), page),
            early=self.early(entry),
            **self.language_note(entry),
        )

    def named_link(self, edition: Entry[Edition], page: str, name: str | None = None) -> NamedLink:
        """The link to an edition with its name in running text, unless another is given."""
        called = name or self.edition_named(edition)
        return NamedLink(**vars(self.link(edition, page)), name=called)

    def links(self, entries: Iterable[Entry[Any]], page: str) -> list[Link]:
        """The links from a page to several entries."""
        return [self.link(entry, page) for entry in entries]

    def named(self, model: type[Model], slugs: Iterable[str], page: str, edition: str | None) -> list[Link]:
        """Links to entries by slug; what is not published is left out."""
        if model is Trend:
            return self.links(self.trends_named(slugs, edition), page)
        return self.links(self.entries_named(model, slugs, edition), page)

    def person_path(self, slug: str) -> str | None:
        """A person's page, from the site's root; None for one who did nothing in the report but be quoted."""
        return f"people/{slug}.html" if slug in self.contributions else None

    def early(self, entry: Entry[Model]) -> str | None:
        """Why readers do not get an entry yet, in the words of a tag; None for one that they get."""
        why = self.report.early.get(entry.name)
        if not why:
            return None
        if why in UNFINISHED:
            return self.labels(why)
        return self.labels("coming_on", date=self.labels.date(why))

    @cached_property
    def early_pages(self) -> dict[str, str]:
        """Why readers do not get a page yet, by its path; under an edition's folder, that of the edition."""
        folders: dict[str, str] = {}
        pages: dict[str, str] = {}
        for entry in self.entries:
            why = self.early(entry)
            if why and entry.kind == "editions":
                folders[f"{entry.slug}/"] = why
            if why:
                pages[self.path(entry)] = why
        return folders | pages

    def why_early(self, path: str) -> str | None:
        """Why readers do not get the page at a path from the site's root; None for one that they get."""
        return self.early_pages.get(path) or self.early_pages.get(path.partition("/")[0] + "/")

    def language_note(self, entry: Entry[Model]) -> LanguageNote:
        """The language of an entry and a note on it, both None where it is the pages' own."""
        language = entry.language or self.report.config.language
        if language == self.labels.language:
            return {"language": None, "in_language": None}
        name = self.labels.language_named(language)
        return {"language": language, "in_language": self.labels("in_language", language=name)}

    def versions(self, entry: Entry[Model]) -> tuple[Value, ...]:
        """An entry in each language that it has, the report's own first: language, its name and the path from
        the site's root; empty for an entry in one language.
        """
        own = self.report.config.language
        every = self.report.every_language(entry.key)
        paths = {one.language or own: page_path(one.source.path) for one in every}
        if len(paths) < 2:  # noqa: PLR2004
            return ()
        languages = sorted(paths, key=lambda language: (language != own, language))
        return tuple(_version(language, paths[language]) for language in languages)

    def crumbs(self, page: str, *steps: tuple[str, str]) -> tuple[Value, ...]:
        """The way from home to a page: (title, path) pairs."""
        way = ((self.labels("home"), "index.html"), *steps)
        return tuple({"title": title, "href": relative(path, page)} for title, path in way)

    def within(self, entry: Entry[Model], page: str, *steps: tuple[str, str]) -> tuple[Value, ...]:
        """The link to a page of an entry: through its edition if it has one."""
        edition = self.edition_of(entry)
        if edition is None:
            return self.crumbs(page, *steps)
        return self.crumbs(page, (self.edition_title(edition), self.path(edition)), *steps)

    def contents(self, entry: Entry[Model]) -> list[Value]:
        """The headings of the text's first level, each with those of the second level below it."""
        contents: list[Value] = []
        for heading in entry.outline.headings:
            line = {"title": heading.text, "href": f"#{heading.anchor}"}
            if heading.level == CHAPTER:
                contents.append({**line, "inside": []})
            elif heading.level == CHAPTER + 1 and contents:
                contents[-1]["inside"].append(line)
        for chapter in contents:
            chapter["parts"] = self.labels.count("count_parts", len(chapter["inside"]))
        return contents


def title_of(entry: Entry[Model]) -> str:
    """What an entry is called: its title or name, whichever its kind has."""
    title: str | None = getattr(entry.data, "title", None) or getattr(entry.data, "name", None)
    return title or entry.slug


def _version(language: Language, path: str) -> Value:
    return {"language": language, "name": Labels(language)("language_name"), "path": path}
