"""All of a report but its texts and tables, under one name: what any page may depend on besides what it
`uses`.

An edit of a text or of a number changes no skeleton, so that only the pages that show these are made anew.
"""

from __future__ import annotations

import json

from trendrapport.runtime.cache import digest
from trendrapport.report.download_uses import download_uses
from trendrapport.runtime.fingerprint import generator
from trendrapport.model.base import Model
from trendrapport.report.report import Entry, Report


def skeleton(report: Report) -> str:
    """A digest of the settings, of every entry's fields, place and what its text shows and cites, and of
    charts and pictures.
    """
    entries = (*report.entries, *report.translations)
    fields = {entry.source.path: entry.source.yaml_text for entry in entries}
    charts = {name: chart.json for name, chart in report.charts.items()}
    packages = {name: package.json for name, package in report.packages.items()}
    images = {path: [image.digest, image.width, image.height] for path, image in report.images.items()}
    downloads = {path: download.size for path, download in report.downloads.items()}
    early = [sorted(map(str, report.early.items())), sorted(report.coming)]
    told = list(map(_told, entries))
    return digest(generator(), report.config_source.text, json.dumps([fields, told, charts, packages, images, downloads, early]))


def _told(entry: Entry[Model]) -> list[object]:
    """What others may know of an entry beside its fields."""
    return [entry.key, entry.language, entry.at, entry.outline.figures, [citation.key for citation in entry.outline.citations],
            [[use.path, use.title] for use in download_uses(entry)]]
