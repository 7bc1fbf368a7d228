"""The sources of a text: numbered in the order in which it cites them, and as a list shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from trendrapport.model.addresses import relative
from trendrapport.model.entries.sources import Source
from trendrapport.model.shared_fields import Publishable
from trendrapport.pages.view.links import Links
from trendrapport.pages.view.page import Value
from trendrapport.prose.html import FIGURE
from trendrapport.report.citing import reference
from trendrapport.report.report import Entry


class Sources(Links):
    """What the texts of a report cite."""

    def source(self, key: str, page: str) -> Value | None:
        """A source as a list names it, with its address in the list of all sources."""
        found = self.report.get(Source, key)
        if found is None:
            return None
        return reference(found.data, self.labels) | {"href": relative(f"sources.html#{key}", page)}

    def sources(self, entry: Entry[Publishable], page: str) -> list[Value]:
        """What an entry cites, in the order of the text, then what its fields name."""
        mentions = Counter(citation.key for citation in entry.outline.citations)
        found = []
        for key, number in self.numbers(entry).items():
            source = self.source(key, page)
            if source:
                numbered = list(range(1, mentions[key] + 1))
                found.append({**source, "number": number, "mentions": numbered})
        return found

    def numbers(self, entry: Entry[Any]) -> dict[str, int]:
        """The number that each source of an entry has on its page."""
        numbers: dict[str, int] = {}
        for key in self._cited(entry):
            if key not in numbers and self.report.get(Source, key):
                numbers[key] = len(numbers) + 1
        return numbers

    def _cited(self, entry: Entry[Any]) -> Iterator[str]:
        """What the text of an entry cites, then what its fields name."""
        for citation in entry.outline.citations:
            if not citation.key.startswith(FIGURE):
                yield citation.key
        for named in entry.references:
            if named.to == "sources":
                yield named.name
