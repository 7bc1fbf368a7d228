"""What has to be sent so that a place holds just the files of a site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_FRONT = "index.html"


@dataclass(frozen=True)
class Changes:
    """The paths of files that a place does not have, has otherwise, and has too many."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def are_none(self) -> bool:
        """Whether the place holds the site already."""
        return not (self.new or self.changed or self.removed)

    @property
    def in_order(self) -> list[list[str]]:
        """What is sent, part after part: what no page asks for yet, what pages are shown with, the pages, and
        last the front page.
        """
        fresh = [path for path in self.new if not path.endswith(".html")]
        others = [path for path in self.changed if not path.endswith(".html")]
        pages = [path for path in (*self.new, *self.changed) if path.endswith(".html") and path != _FRONT]
        front = [path for path in (*self.new, *self.changed) if path == _FRONT]
        return [part for part in (fresh, others, pages, front) if part]


def changes(there: Mapping[str, str], wanted: Mapping[str, str]) -> Changes:
    """What differs between two sets of files, each with a digest by path."""
    return Changes(
        new=tuple(sorted(wanted.keys() - there.keys())),
        changed=tuple(sorted(path for path in wanted.keys() & there.keys() if wanted[path] != there[path])),
        removed=tuple(sorted(there.keys() - wanted.keys())),
    )
