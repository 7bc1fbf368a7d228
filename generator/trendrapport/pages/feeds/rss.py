"""RSS 2.0, for readers of feeds that know nothing else."""

from __future__ import annotations

from feedgenerator import Rss201rev2Feed

from trendrapport.pages.analysis.news import News
from trendrapport.pages.feeds import xml

PATH = "feed.rss"
TYPE = "application/rss+xml"


def write(news: News) -> str:
    """The news as RSS."""
    return xml(Rss201rev2Feed, news, PATH)
