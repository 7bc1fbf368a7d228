"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), for programs."""

from __future__ import annotations

import json

from trendrapport.open_data.feeds import Feed, tags
from trendrapport.open_data.known import known
from trendrapport.pages.analysis.news import Item

ENDING = "json"
TYPE = "application/feed+json"


def write(feed: Feed) -> str:
    """The feed as JSON."""
    news = feed.news
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": news.title,
        "description": news.description,
        "home_page_url": news.home,
        "feed_url": news.home + feed.path,
        "language": news.language,
        "authors": [{"name": news.author}],
        "items": [_item(item, feed.texts.get(item.address)) for item in news.items],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _item(item: Item, text: str | None) -> dict[str, object]:
    """An item; what is not known is absent."""
    details = {
        "content_html": text,
        "content_text": None if text else item.summary,
        "date_published": item.appeared and item.appeared.isoformat(),
        "date_modified": item.modified and item.modified.isoformat(),
    }
    named = {"id": item.address, "url": item.address, "title": item.title, "summary": item.summary}
    authors = [{"name": name} for name in item.authors]
    return known({**named, **details, "authors": authors or None, "tags": tags(item)})
