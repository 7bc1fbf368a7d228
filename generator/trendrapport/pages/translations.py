"""A page for each language in which there are translations: what those who read it can read here."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.addresses import relative
from trendrapport.diagnostics import Language
from trendrapport.view import Page, View


def pages(view: View) -> Iterator[Page]:
    """`<language>.html`."""
    for language in view.report.languages:
        yield _page(view, view.in_language(language), f"{language}.html")


def _page(view: View, other: View, page: str) -> Page:
    found = [entry for entry in other.report.entries if entry.language]
    own: Language = view.report.config.language
    written = other.labels(f"languages.{own}")
    groups = [{"title": other.labels(kind), "cards": other.cards([entry for entry in found if entry.kind == kind], page)}
              for kind in sorted({entry.kind for entry in found})]
    return other.overview(page, "translations", summary=other.labels("translations_intro", language=written), groups=groups,
                          rest=other.labels("translations_rest", language=written),
                          home={"title": view.report.config.title, "href": relative("index.html", page), "language": own})
