"""All of a report but its texts and tables, under one name: what any page may depend on besides what it
`uses`.

An edit of a text or of a number doesn't change this name, so that only the pages that show it are made again.
"""

from __future__ import annotations

import json

from trendrapport.model.base import Model
from trendrapport.report.download_uses import download_uses
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.cache import digest
from trendrapport.runtime.fingerprint import generator


def shared_state(report: Report) -> str:
    """A digest of the settings, of every entry's fields and what its text shows and cites, and of charts and
    pictures.
    """
    entries = (*report.entries, *report.translations)
    state = {
        "fields": {entry.source.path: entry.source.yaml_text for entry in entries},
        "entries": [_metadata(entry) for entry in entries],
        "charts": {name: chart.json for name, chart in report.charts.items()},
        "packages": {name: package.json for name, package in report.packages.items()},
        "images": {path: [image.digest, image.width, image.height] for path, image in report.images.items()},
        "downloads": {path: download.size for path, download in report.downloads.items()},
        "outputs": report.config.outputs,
        "municipalities": report.config.municipalities,
        "early": [sorted(map(str, report.early.items())), sorted(report.coming)],
    }
    return digest(generator(), report.config_source.text, json.dumps(state))


def _metadata(entry: Entry[Model]) -> list[object]:
    """What pages of others may show of an entry beside its fields."""
    outline = entry.outline
    citations = [citation.key for citation in outline.citations]
    downloads = [[use.path, use.title] for use in download_uses(entry)]
    return [entry.key, entry.language, entry.at, outline.figures, citations, downloads]
