"""Places in a document that links lead to: bookmarks, each with a name that programs accept."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from trendrapport.documents.word.elements import Element, w


@dataclass
class Places:
    """The places of one document; a place is known before it is written, so that links can lead ahead."""

    numbers: dict[str, int] = field(default_factory=dict)
    written: set[str] = field(default_factory=set)
    _next: count[int] = field(default_factory=lambda: count(1))

    def name(self, place: str) -> str:
        """The bookmark of a place; `_` in front hides it from the list of bookmarks."""
        if place not in self.numbers:
            self.numbers[place] = next(self._next)
        return f"_Place{self.numbers[place]}"

    def mark(self, place: str, *inside: Element) -> list[Element]:
        """These elements as that place; only the first time, for a name is given once."""
        if place in self.written:
            return list(inside)
        self.written.add(place)
        name = self.name(place)
        number = self.numbers[place]
        return [w("bookmarkStart", id=number, name=name), *inside, w("bookmarkEnd", id=number)]
