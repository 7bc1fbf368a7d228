"""Pages as MkDocs will read them: HTML in Markdown files with front matter for the theme.

A page is kept under a name for everything that it depends on. While the shared state of the report and what
the page uses are the same, not even its content is made; while its content is the same, it is not rendered.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from trendrapport.diagnostics import Language
from trendrapport.language.labels import Labels
from trendrapport.model.addresses import relative
from trendrapport.open_data.pages import records_of_pages
from trendrapport.pages.browser.page_files import ENDS, asked
from trendrapport.pages.browser.templating import render
from trendrapport.pages.parts.edition_switch import edition_of, switch
from trendrapport.pages.parts.kept_wheels import keep_wheels
from trendrapport.pages.parts.schema_org import written
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.runtime.cache import Cache, digest
from trendrapport.runtime.fingerprint import generator
from trendrapport.site.stage import Tree


def staged_pages(view: View, pages: Sequence[Page], cache: Cache, shared: str) -> Tree:
    """All pages, and the files beside them; `shared` is a name for the state that they share."""
    paths = frozenset(page.path for page in pages)
    records = records_of_pages(view) if "api" in view.report.config.outputs else {}
    keep = keep_wheels(view, cache)
    made: Tree = {}
    for page in pages:
        made |= _Staging(view, page, paths, records.get(page.path)).files(cache, shared)
    keep()
    return made


@dataclass(frozen=True)
class _Staging:
    """The making of one page."""

    view: View
    page: Page
    paths: frozenset[str]
    """The paths of all pages."""
    record: str | None
    """The file for programs that says what the page shows, from the site's root."""

    def files(self, cache: Cache, shared: str) -> Tree:
        """The page and the files beside it, made again only when something changed."""
        page = self.page
        name = digest("content", shared, page.path, *page.uses)
        kept = cache.get(name)
        rendering, beside = json.loads(kept) if kept else ("", {})
        staged = cache.get(rendering) if kept else None
        if staged is None:
            content = page.content()
            about = written(self.view, self.page, content)
            rendering, beside = self._name(content, about), dict(content.files)
            staged = cache.made(rendering, partial(self._rendered, content, about))
            cache.put(name, json.dumps([rendering, beside]).encode())
        texts = {path: text.encode() for path, text in beside.items()}
        return {self._staged_path: staged, **texts}

    @property
    def _staged_path(self) -> str:
        """The page's path in the tree: as it is when it is a whole document."""
        if self.page.whole:
            return self.page.path
        return self.page.path.removesuffix(".html") + ".md"

    @property
    def _language(self) -> Language:
        return self.page.language or self.view.report.config.language

    @property
    def _words(self) -> Labels:
        return self.view.report.config.words(self._language)

    def _theme_values(self, html: str = "", about: str = "") -> Value:
        """What the theme around the page needs to know of it and of its HTML; the title comes first."""
        page, early = self.page, self.view.why_early(self.page.path)
        values = {
            "title": page.title,
            "description": page.summary,
            "section": page.section,
            "about": about,
            "language": self._language,
            "versions": page.versions,
            "edition": page.edition,
            "card": self._card,
            **{part: asked(html, part) for part in ENDS},
            **self._edition_values,
        }
        known = {"record": self.record, "early": early}
        return values | {name: value for name, value in known.items() if value}

    @cached_property
    def _edition_values(self) -> Value:
        """The page's edition, and links to the others."""
        path = self.page.path
        return {"of": edition_of(self.view, path), "editions": switch(self.view, path, self.paths)}

    @property
    def _card(self) -> str | None:
        """The page's picture for social media, else that of the newest edition: its path from the site's
        root.
        """
        if self.page.card:
            return self.page.card_path
        if self.view.latest and self.view.report.config.pictures:
            return self.view.path(self.view.latest).replace(".html", ".card.png")
        return None

    def _name(self, content: Content, about: str) -> str:
        """A name for all that the page shows, and all that it says to programs."""
        values = [content.context, content.crumbs, about, self._theme_values()]
        shown = [self.page.template, *values, self._words.own]
        # The values of a page are mappings, lists and dataclasses.
        text = json.dumps(shown, ensure_ascii=False, sort_keys=True, default=vars)
        body = content.body.key if content.body else ""
        return digest("page", generator(), self.page.path, text, body)

    def _rendered(self, content: Content, about: str) -> bytes:
        from markupsafe import Markup

        body = content.body.html() if content.body else ""
        html = render(
            self.page.template,
            **content.context,
            body=Markup(body),  # noqa: S704 - made by the Markdown renderer, which escapes
            crumbs=content.crumbs,
            label=self._words,
            about=Markup(about),  # noqa: S704 - JSON without any sign of markup
            record=self.record and relative(self.record, self.page.path),
        )
        if self.page.whole:
            return html.encode()
        values = self._theme_values(html, about)
        # MkDocs reads JSON as YAML.
        front = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items()]
        return f'---\n{"".join(front)}---\n\n<div class="made">\n{html}\n</div>\n'.encode()
