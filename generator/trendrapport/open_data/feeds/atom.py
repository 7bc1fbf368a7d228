"""Atom (RFC 4287), which most readers of feeds prefer."""

from __future__ import annotations

from feedgenerator import Atom1Feed

from trendrapport.open_data.feeds import Feed, xml

ENDING = "atom"
TYPE = "application/atom+xml"


def write(feed: Feed) -> str:
    """The feed as Atom."""
    return xml(Atom1Feed, feed)
