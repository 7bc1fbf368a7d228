"""The report as its pages see it: links, cards, texts and sources as values for templates.

Each file adds to the one before: base (words, editions, addresses) < trends < links < sources < cards < View.
All values can be written as JSON, so that a page's name in the cache says all that the page depends on. Knows
no templates and no files.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from math import ceil

from trendrapport.model.base import Model
from trendrapport.pages.picture_files import shown
from trendrapport.pages.view.cards import (
    Card,
    Cards,
    KeyFigureCard,
    PersonFacts,
    Reading,
    TalkCard,
    TrendCard,
    Word,
)
from trendrapport.pages.view.links import Link, NamedLink
from trendrapport.pages.view.offers import Offer, Taken
from trendrapport.pages.view.page import Body, Content, Page, Value
from trendrapport.pages.view.trends import Appearance, once
from trendrapport.report.report import Entry

__all__ = [
    "Appearance",
    "Body",
    "Card",
    "Content",
    "KeyFigureCard",
    "Link",
    "NamedLink",
    "Offer",
    "Page",
    "PersonFacts",
    "Reading",
    "Taken",
    "TalkCard",
    "TrendCard",
    "Value",
    "View",
    "Word",
    "once",
]

WORDS_PER_MINUTE = 200
"""Reading speed for a text on a screen; Brysbaert (2019) finds 238 for adults, less for dense prose."""


class View(Cards):
    """A published report as its pages see it."""

    def minutes(self, entry: Entry[Model]) -> str:
        """The time that reading an entry takes."""
        return self.labels.count("minutes", max(1, ceil(entry.outline.words / WORDS_PER_MINUTE)))

    def image(
        self, target: str, entry: Entry[Model], page: str, text: str, *, portrait: bool = False
    ) -> Value | None:
        """A picture named in an entry's file, or None when there is none that can be shown."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(entry.source.path), target))
        image = self.report.images.get(path)
        if image is None or image.width is None:
            return None
        return shown(image, page, portrait=portrait) | {"text": text}

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
        title = title or self.labels(template)
        summary = summary or self.intro(template)
        whole = partial(self._headed, path, title, summary, content)
        return Page(path, template, title, summary, section or template, whole, uses, language=self.language)

    def _headed(self, path: str, title: str, summary: str, content: Callable[[], Content]) -> Content:
        """Content with a title, an introduction and a way from home."""
        made = content()
        return replace(
            made,
            context={"title": title, "summary": summary, **made.context},
            crumbs=made.crumbs or self.crumbs(path),
        )
