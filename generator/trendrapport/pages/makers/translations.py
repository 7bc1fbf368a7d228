"""A page for each language with translations: everything that can be read in that language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import cast

from trendrapport.model.addresses import relative
from trendrapport.model.shared_fields import Publishable
from trendrapport.pages.view import Card, Content, Page, Value, View
from trendrapport.report.report import Entry


def pages(view: View) -> Iterator[Page]:
    """`<language>.html`."""
    for language in view.report.languages:
        other, page = view.in_language(language), f"{language}.html"
        yield other.overview(
            page,
            "translations",
            partial(_content, view, other, page),
            summary=other.labels("translations_intro", language=_own_language(view, other)),
        )


def _content(view: View, other: View, page: str) -> Content:
    home = {
        "title": view.report.config.title,
        "href": relative("index.html", page),
        "language": view.report.config.language,
    }
    return Content(
        {
            "groups": _groups(other, page),
            "rest": other.labels("translations_rest", language=_own_language(view, other)),
            "home": home,
        }
    )


def _groups(other: View, page: str) -> list[Value]:
    """The entries of each kind that are translated."""
    cards: dict[str, list[Card]] = {}
    for entry in other.report.entries:
        if entry.language:
            text = cast("Entry[Publishable]", entry)
            cards.setdefault(entry.kind, []).append(other.card(text, page))
    return [{"title": other.labels(kind), "cards": found} for kind, found in sorted(cards.items())]


def _own_language(view: View, other: View) -> str:
    """The report's own language, as those who read another call it."""
    return other.labels.language_named(view.report.config.language)
