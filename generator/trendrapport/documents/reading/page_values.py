"""What an entry's page shows of its fields, and where its links lead, seen from nowhere."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from trendrapport.documents.inlines import Link, Text
from trendrapport.pages.view import Value, View


@dataclass(frozen=True)
class PageValues:
    """The context of a page."""

    view: View
    page: str
    """The page's path from the site's root."""
    context: Value

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401
        return self.context[name]

    def get(self, name: str) -> Any:  # noqa: ANN401
        """What the page shows under a name; None where it has no such thing."""
        return self.context.get(name)

    def path(self, href: str) -> str:
        """The path from the site's root of what a page links to; empty for an address elsewhere."""
        if urlsplit(href).scheme:
            return ""
        file, hash_, anchor = href.partition("#")
        if not file:
            return f"{self.page}{hash_}{anchor}"
        found = posixpath.normpath(posixpath.join(posixpath.dirname(self.page), unquote(file)))
        return f"{found}{hash_}{anchor}"

    def address(self, href: str) -> str:
        """The address on the web of what a page links to."""
        path = self.path(href)
        return self.view.address(path) if path else href

    def link(self, href: str, words: str) -> Link:
        """Words that lead to what a page links to."""
        return Link((Text(words),), self.address(href), self.path(href))
