"""A page for each language in which there are translations: what those who read it can read here."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.diagnostics import Language
from trendrapport.model.addresses import relative
from trendrapport.pages.view import Content, Page, View


def pages(view: View) -> Iterator[Page]:
    """`<language>.html`."""
    for language in view.report.languages:
        other, page = view.in_language(language), f"{language}.html"
        written = other.labels(f"languages.{view.report.config.language}")
        yield other.overview(
            page,
            "translations",
            partial(_content, view, other, page),
            summary=other.labels("translations_intro", language=written),
        )


def _content(view: View, other: View, page: str) -> Content:
    found = [entry for entry in other.report.entries if entry.language]
    own: Language = view.report.config.language
    written = other.labels(f"languages.{own}")
    groups = [
        {
            "title": other.labels(kind),
            "cards": other.cards([entry for entry in found if entry.kind == kind], page),
        }
        for kind in sorted({entry.kind for entry in found})
    ]
    return Content(
        {
            "groups": groups,
            "rest": other.labels("translations_rest", language=written),
            "home": {
                "title": view.report.config.title,
                "href": relative("index.html", page),
                "language": own,
            },
        }
    )
