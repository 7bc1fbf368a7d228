"""Every web address that editors wrote: in texts and their blocks, front matter, lists, descriptors of
tables, charts and the settings, each with its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trendrapport.diagnostics import Location
from trendrapport.fetching.reaching import host_of
from trendrapport.files.source import Source
from trendrapport.model.texts import FieldText, texts
from trendrapport.prose.addresses import without_end
from trendrapport.report.report import Entry, Report

_DOI = "https://doi.org/"
_ADDRESS = re.compile(r"https?://[^\s<>\"`\\|]+", re.IGNORECASE)
_WHOLE = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Written:
    """An address at a place in a file."""

    at: Location
    address: str
    typed: str
    """What is typed at the place; empty if that is something else than the address, such as a DOI."""


def written(report: Report) -> tuple[Written, ...]:
    """Every address in a report but that of its own site, by place."""
    found: set[Written] = set()
    for entry in report.texts:
        found.update(in_text(entry))
    for entry in (*report.entries, *report.translations):
        found.update(_in_fields(entry.source, entry.at, entry.data))
    for chart in report.charts.values():
        found.update(_in_fields(chart.source, chart.at, chart.data))
    for package in report.packages.values():
        found.update(_in_fields(package.source, package.at, package.data))
    if report.config_source.path not in report.broken:
        own = report.config.address
        found.update(one for one in _in_fields(report.config_source, (), report.config) if one.address != own)
    return tuple(sorted(one for one in found if host_of(one.address)))


def in_text(entry: Entry[Any]) -> Iterator[Written]:
    """The links of a text, and the addresses in its blocks."""
    for link in entry.outline.links:
        if host_of(link.target):
            yield _placed(entry.source, entry.in_text(link.at), link.target)
    for block in entry.outline.blocks:
        at = entry.in_text(block.at)
        for address in _addresses(block.text):
            yield _placed(entry.source, at, address)


def _in_fields(source: Source, start: tuple[str | int, ...], data: Any) -> Iterator[Written]:  # noqa: ANN401
    """The addresses in fields, as far as they are in this file: a translation has others of its original."""
    for field in texts(data):
        path = (*start, *field.path)
        if path in source.positions:
            at = source.locate(path)
            for address in _addresses_of(field):
                yield _placed(source, at, address)


def _addresses_of(field: FieldText) -> Iterator[str]:
    if field.field == "DOI":
        yield _DOI + field.text.removeprefix(_DOI)
        return
    yield from _addresses(field.text)


def _addresses(text: str) -> Iterator[str]:
    """The addresses in a text; one that is the whole text is taken as it is."""
    if _WHOLE.fullmatch(text):
        yield text
        return
    for match in _ADDRESS.finditer(text):
        yield without_end(match[0])


def _placed(source: Source, start: Location, address: str) -> Written:
    """An address where it is typed, at or behind a place in a file."""
    lines = source.text.split("\n")
    typed = re.compile(rf"{re.escape(address)}(?![\w/%?#&=+~-])")
    for number in range(start.line, len(lines) + 1):
        match = typed.search(lines[number - 1], start.column - 1 if number == start.line else 0)
        if match:
            return Written(Location(start.path, number, match.start() + 1), address, address)
    return Written(start, address, "")
