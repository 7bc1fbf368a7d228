"""The entries that show a figure or cite a source, as links that name their edition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trendrapport.model.base import Model
from trendrapport.pages.view import Link, View
from trendrapport.report.report import Entry


@dataclass(frozen=True, kw_only=True)
class Use(Link):
    """An entry that uses something."""

    edition: str | None


def uses(view: View, entries: Iterable[Entry[Model]], page: str) -> list[Use]:
    """The links from a page to these entries."""
    return [
        Use(**vars(view.link(entry, page)), edition=view.short_name_of(entry.edition)) for entry in entries
    ]
