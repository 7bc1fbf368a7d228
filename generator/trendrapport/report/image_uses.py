"""The pictures that an entry names, in its text and in its fields."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from trendrapport.diagnostics import Location
from trendrapport.model.entries.interviews import Interview
from trendrapport.model.entries.people import Person
from trendrapport.prose.outline import Mark
from trendrapport.report.report import Entry


@dataclass(frozen=True)
class ImageUse:
    """A picture as an entry names it."""

    target: str
    """As it is written."""
    entry: Entry[Any]
    mark: Mark | None = None
    """Where it is in the text; None for the portrait of the entry's person."""

    @property
    def portrait(self) -> bool:
        """Whether it shows the person of the entry."""
        return self.mark is None

    @property
    def at(self) -> Location:
        """The character at which it is named, which takes time to find for a portrait."""
        return self.entry.in_text(self.mark) if self.mark else self.entry.locate("portrait", "image")

    @property
    def path(self) -> str:
        """Where the file is, from the report's root."""
        folder = posixpath.dirname(self.entry.source.path)
        return posixpath.normpath(posixpath.join(folder, unquote(self.target)))


def image_uses(entry: Entry[Any]) -> Iterator[ImageUse]:
    """Each picture that an entry names; of one with a wrong field, those that can be read."""
    for image in entry.outline.images:
        yield ImageUse(image.target, entry, image.at)
    portrait = entry.data.portrait if isinstance(entry.data, Interview | Person) else None
    if target := getattr(portrait, "image", None):
        yield ImageUse(target, entry)
