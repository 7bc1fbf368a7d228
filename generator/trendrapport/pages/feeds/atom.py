"""Atom (RFC 4287), which most readers of feeds prefer."""

from __future__ import annotations

from feedgenerator import Atom1Feed

from trendrapport.pages.analysis.news import News
from trendrapport.pages.feeds import xml

PATH = "feed.atom"
TYPE = "application/atom+xml"


def write(news: News) -> str:
    """The news as Atom."""
    return xml(Atom1Feed, news, PATH)
