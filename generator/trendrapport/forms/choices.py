"""What a form lets somebody choose from: the names that a field can have, with what readers call them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trendrapport.diagnostics import shortened
from trendrapport.report.report import Report

_CALLED = ("title", "name", "term")
"""The fields that say what an entry is called."""

Choice = dict[str, str]
"""A name, as `value`, and what it is called, as `label`."""


@dataclass(frozen=True)
class Choices:
    """The names in a report; those of one edition where a field asks for that."""

    report: Report
    edition: str | None = None

    def of(self, kind: str, *, own_edition: bool = False) -> list[Choice]:
        """The names of a kind of entry or a taxonomy."""
        words = self.report.config.taxonomies.terms(kind)
        if words is not None:
            return [_choice(name, word.label) for name, word in words.items()]
        edition = self.edition if own_edition else None
        return sorted(self._entries(kind, edition), key=lambda choice: choice["label"].casefold())

    def _entries(self, kind: str, edition: str | None) -> Iterator[Choice]:
        found = {entry.slug: entry for entry in self.report.entries if entry.kind == kind}
        for name in sorted(self.report.known(kind, edition)):
            yield _choice(name, _called(found[name].data) if name in found else name)


def _called(data: Any) -> str:  # noqa: ANN401
    return next((str(getattr(data, field)) for field in _CALLED if hasattr(data, field)), "")


def _choice(name: str, label: str) -> Choice:
    return {"label": shortened(label), "value": name}
