"""The pages of a preview for those who write: how far each text is, and all that was found with advice.

The report is only looked at when one of them is asked for, so that a save is not shown later for it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from urllib.parse import parse_qs

from trendrapport.board.rows import row, title
from trendrapport.board.standing import Group, Look
from trendrapport.diagnostics import Location
from trendrapport.language.labels import Labels
from trendrapport.model.addresses import page_path
from trendrapport.site import preview

_NUMBERS = ("words", "figures", "sources", "ease", "findings")


class Desk:
    """The pages; what they say is kept until the report is built again."""

    def __init__(self, look: Callable[[], Look] = Look) -> None:
        self._look = look
        self._looking = threading.Lock()
        self._build = ""
        self._kept = Look()

    def board(self, outcome: preview.Outcome, build: str) -> bytes:
        """The page with how far each text is."""
        labels = Labels(outcome.language)
        groups = [_group(group, outcome, labels) for group in self._seen(build).groups]
        return preview.rendered("board", outcome, build, {"groups": groups, "numbers": _NUMBERS})

    def messages(self, outcome: preview.Outcome, build: str) -> bytes:
        """The page with all that was found, and advice below it."""
        return preview.messages(outcome, build, self._seen(build).advice)

    def beside(self, query: str, outcome: preview.Outcome, build: str) -> bytes:
        """The advice on the text of a page that a query names, as `page=/2026/trends/name.html`."""
        page = next(iter(parse_qs(query).get("page", [])), "").removeprefix("/")
        if page.endswith("/") or not page:
            page = f"{page}index.html"
        found = [one for one in self._seen(build).advice if page_path(one.location.path) == page]
        return preview.beside(outcome, found)

    def _seen(self, build: str) -> Look:
        with self._looking:
            if build != self._build:
                self._kept, self._build = self._look(), build
            return self._kept


def _group(group: Group, outcome: preview.Outcome, labels: Labels) -> Mapping[str, object]:
    return {"title": title(group, labels), "rows": list(_rows(group, outcome, labels))}


def _rows(group: Group, outcome: preview.Outcome, labels: Labels) -> Iterator[Mapping[str, object]]:
    for one in group.standings:
        shown = row(one, labels)
        address = preview.in_editor(Location(one.path), outcome)
        yield {**asdict(shown), "notes": shown.notes, "sort": one.state, "path": one.path, "address": address}
