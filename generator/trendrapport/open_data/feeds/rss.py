"""RSS 2.0, for readers of feeds that know nothing else; whole texts as in its module `content`
(https://web.resource.org/rss/1.0/modules/content/).
"""

from __future__ import annotations

from typing import Any

from feedgenerator import Rss201rev2Feed

from trendrapport.open_data.feeds import Feed, xml

ENDING = "rss"
TYPE = "application/rss+xml"


class _WithTexts(Rss201rev2Feed):  # type: ignore[misc]
    """RSS with the whole text of an item."""

    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), "xmlns:content": "http://purl.org/rss/1.0/modules/content/"}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:  # noqa: ANN401
        super().add_item_elements(handler, item)
        if item["content"] is not None:
            handler.addQuickElement("content:encoded", item["content"])


def write(feed: Feed) -> str:
    """The feed as RSS."""
    return xml(_WithTexts, feed)
