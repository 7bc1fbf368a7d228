"""A file per form in which readers can follow the report: what is new, the newest first.

A module here holds three names and nothing registers it elsewhere:

- `PATH`: the file, from the site's root;
- `TYPE`: its media type;
- `write(news)`: the feed as text, the same for the same news.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Protocol

from trendrapport.pages.analysis.news import Item, News, news
from trendrapport.pages.view import View
from trendrapport.runtime.history import UNKNOWN, Changes
from trendrapport.runtime.plugins import modules

if TYPE_CHECKING:
    from feedgenerator import SyndicationFeed


class Feed(Protocol):
    """What each module in this folder holds."""

    PATH: str
    TYPE: str

    def write(self, news: News) -> str:
        """The feed as text."""


def types() -> dict[str, str]:
    """The media type of each feed, by path from the site's root."""
    from trendrapport.pages import feeds as package

    return {module.PATH: module.TYPE for module in modules(package).values()}


def feeds(view: View, changes: Changes = UNKNOWN) -> dict[str, str]:
    """Each feed as text, by path from the site's root; none of a report in which nothing has appeared."""
    from trendrapport.pages import feeds as package

    found = news(view, changes)
    if not found.items:
        return {}
    return {module.PATH: module.write(found) for module in modules(package).values()}


def xml(form: type[SyndicationFeed], news: News, path: str) -> str:
    """The news in a form that feedgenerator knows."""
    feed = form(
        news.title,
        news.home,
        news.description,
        language=news.language,
        author_name=news.author,
        feed_url=news.home + path,
    )
    for item in news.items:
        feed.add_item(
            item.title,
            item.address,
            # Readers of feeds take a summary for HTML.
            escape(item.summary, quote=False),
            pubdate=item.appeared,
            updateddate=item.changed,
            unique_id=item.address,
            unique_id_is_permalink=True,
            categories=tags(item),
        )
    return str(feed.writeString("utf-8"))


def tags(item: Item) -> tuple[str, ...]:
    """The kind of an item and its edition."""
    return (item.kind, item.edition) if item.edition else (item.kind,)
