"""A file per form in which readers can follow the report: what is new and what was corrected, the newest
first.

A module here holds three names and nothing registers it elsewhere:

- `ENDING`: how its files end, without a dot;
- `TYPE`: their media type;
- `write(feed)`: a feed as text, the same for the same news.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any, Protocol

from trendrapport.pages.analysis.news import Item, News, corrections, news
from trendrapport.pages.parts.entry_text import body
from trendrapport.pages.view import Page, View
from trendrapport.report.report import Entry
from trendrapport.runtime.cache import Cache, digest
from trendrapport.runtime.fingerprint import generator
from trendrapport.runtime.history import UNKNOWN, Changes
from trendrapport.runtime.plugins import modules

if TYPE_CHECKING:
    from feedgenerator import SyndicationFeed

NEWS, CORRECTIONS = "feed", "corrections"
"""What the feeds are called: that of all texts, and that of corrections."""


@dataclass(frozen=True)
class Feed:
    """What one file holds."""

    news: News
    path: str
    """The file, from the site's root."""
    texts: Mapping[str, str]
    """The whole text of each item as HTML, by the item's address."""


class Form(Protocol):
    """What each module in this folder holds."""

    ENDING: str
    TYPE: str

    def write(self, feed: Feed) -> str:
        """The feed as text."""


def _forms() -> Mapping[str, Any]:
    from trendrapport.open_data import feeds as package

    return {module.ENDING: module for module in modules(package).values()}


def types() -> dict[str, str]:
    """The media type of each feed, by path from the site's root."""
    found: dict[str, str] = {}
    for name in (NEWS, CORRECTIONS):
        found |= {f"{name}.{ending}": form.TYPE for ending, form in _forms().items()}
    return found


def feeds(
    view: View, pages: Iterable[Page], cache: Cache, state: str, changes: Changes = UNKNOWN
) -> dict[str, str]:
    """Each feed as text, by path from the site's root; none of a report in which nothing has appeared.

    `state` is a name for all of the report that its pages may depend on besides what they use.
    """
    appeared = news(view, changes)
    if not appeared.items:
        return {}
    uses = {page.path: page.uses for page in pages}
    texts = {}
    for item in appeared.items:
        path = view.path(item.entry)
        texts[item.address] = _text(view, item.entry, cache, digest("uses", state, path, *uses[path]))
    found = {}
    for name, items in ((NEWS, appeared), (CORRECTIONS, corrections(view, appeared))):
        for ending, form in _forms().items():
            path = f"{name}.{ending}"
            found[path] = form.write(Feed(items, path, texts))
    return found


def _text(view: View, entry: Entry[Any], cache: Cache, uses: str) -> str:
    """A whole text as HTML, kept under a name for all that it depends on; that name under a name for all that
    it may depend on, as it takes long to make.
    """
    key = cache.made(digest("body", uses), lambda: body(view, entry, view.path(entry)).key.encode())
    name = digest("feed", generator(), view.report.config.address, repr(view.labels), key)
    return cache.made(name, partial(_html, view, entry)).decode()


def _html(view: View, entry: Entry[Any]) -> bytes:
    # Loaded only for a text that changed.
    from trendrapport.documents.plain import html
    from trendrapport.documents.reading.prose import prose_of

    return html.write(prose_of(view, entry, {}).blocks, view.address("")).encode()


def xml(form: type[SyndicationFeed], feed: Feed) -> str:
    """A feed in a form that feedgenerator knows."""
    shown = feed.news
    made = _dated(form, shown.since)(
        shown.title,
        shown.home,
        shown.description,
        language=shown.language,
        author_name=shown.author,
        feed_url=shown.home + feed.path,
    )
    for item in shown.items:
        made.add_item(
            item.title,
            item.address,
            # Readers of feeds take a summary for HTML.
            escape(item.summary, quote=False),
            pubdate=item.appeared,
            updateddate=item.changed,
            unique_id=item.address,
            unique_id_is_permalink=True,
            categories=tags(item),
            author_name=", ".join(item.authors) or None,
            content=feed.texts.get(item.address),
        )
    return str(made.writeString("utf-8"))


def _dated(form: type[SyndicationFeed], since: datetime) -> type[SyndicationFeed]:
    """A form whose feeds without items are of a day that is known, and not of the moment of the build."""

    class Dated(form):  # type: ignore[misc]
        def latest_post_date(self) -> datetime:
            return max((item["updateddate"] for item in self.items), default=since)

    return Dated


def tags(item: Item) -> tuple[str, ...]:
    """The kind of an item and its edition."""
    return (item.kind, item.edition) if item.edition else (item.kind,)
