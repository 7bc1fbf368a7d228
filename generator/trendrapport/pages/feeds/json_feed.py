"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), for programs."""

from __future__ import annotations

import json

from trendrapport.pages.analysis.news import Item, News
from trendrapport.pages.feeds import tags

PATH = "feed.json"
TYPE = "application/feed+json"


def write(news: News) -> str:
    """The news as JSON."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": news.title,
        "description": news.description,
        "home_page_url": news.home,
        "feed_url": news.home + PATH,
        "language": news.language,
        "authors": [{"name": news.author}],
        "items": [_item(item) for item in news.items],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _item(item: Item) -> dict[str, object]:
    published = {"date_published": item.appeared.isoformat()} if item.appeared else {}
    return {
        "id": item.address,
        "url": item.address,
        "title": item.title,
        "summary": item.summary,
        "content_text": item.summary,
        **published,
        "date_modified": item.changed.isoformat(),
        "tags": tags(item),
    }
