"""A page of the site: what other pages and lists say of it, and how its content is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from trendrapport.charts.pictures.entry_card import EntryCard
from trendrapport.diagnostics import Language

Value = dict[str, Any]
"""What a template shows of one thing."""


@dataclass(frozen=True)
class Body:
    """An entry's text as HTML: a name for all that it depends on, and the function that makes it."""

    key: str
    html: Callable[[], str] = field(compare=False)


@dataclass(frozen=True)
class Content:
    """What a page shows, and the files beside it."""

    context: Value
    """What its template shows."""
    body: Body | None = None
    crumbs: tuple[Value, ...] = ()
    about: tuple[Value, ...] = ()
    """What the page is about, as things of schema.org."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Files beside the page, such as the table of an overview: path from the site's root to text."""


@dataclass(frozen=True)
class Page:
    """One page of the site. Its content is made only when something that it depends on has changed."""

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
    """The texts (of entries, whole) and the tables (digests) that its content is made of. It may use anything
    else in the report without naming it.
    """
    whole: bool = False
    """Whether the template is a whole document, which needs no theme around it."""
    language: Language | None = None
    """The page's language where that is not the report's."""
    versions: tuple[Value, ...] = ()
    """The same page in each language that it has, in the order of the language menu; empty when there is only
    one.
    """
    card: EntryCard | None = None
    """What the page's picture for social media shows."""
    edition: str | None = None
    """The edition that an entry is in, as readers call it: two editions can have an entry of the same title.
    """

    @property
    def card_path(self) -> str:
        """The path of the page's picture for social media, from the site's root."""
        return self.path.removesuffix(".html") + ".card.png"
