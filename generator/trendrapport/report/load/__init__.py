"""A report's folder to a `Report` and what is wrong with its files.

Every file is read, also when another is broken, so that one run finds every problem.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

from trendrapport.diagnostics import Diagnostic, Severity
from trendrapport.files.downloads import DOWNLOADS, REFUSED
from trendrapport.files.source import Source
from trendrapport.model.config import CONFIG_PATH, Config, Taxonomies
from trendrapport.model.entries.milestones import Milestone
from trendrapport.report.load.charts import Charts
from trendrapport.report.load.content import missing_editions, read_content
from trendrapport.report.load.downloads import download
from trendrapport.report.load.images import image
from trendrapport.report.load.reading import Reading, bytes_of, contents_of, source_of
from trendrapport.report.load.translations import add_translations
from trendrapport.report.partial import partial
from trendrapport.report.report import IMAGES, OTHER_PICTURES, Report
from trendrapport.report.validation import parse
from trendrapport.runtime.cache import Cache


def load(root: Path, cache: Cache) -> tuple[Report, list[Diagnostic]]:
    """The report in a folder, as far as it can be read; and every finding of reading."""
    reading = Reading(root, cache)
    config_source, config = _config(reading)
    contents = dict(contents_of(reading, "content"))
    for path in sorted(contents):
        if _suffix(path) not in IMAGES | OTHER_PICTURES | DOWNLOADS | REFUSED:
            read_content(reading, path, contents[path])
    add_translations(reading, config.language)
    charts = Charts(reading, dict(contents_of(reading, "charts")))
    milestones = {entry.slug: entry.data for entry in reading.entries if isinstance(entry.data, Milestone)}
    charts.complete(config.language, milestones)
    images = {path: image(cache, path, raw) for path, raw in contents.items() if _suffix(path) in IMAGES}
    others = frozenset(path for path in contents if _suffix(path) in OTHER_PICTURES)
    downloads = {
        path: download(cache, path, raw)
        for path, raw in contents.items()
        if _suffix(path) in DOWNLOADS | REFUSED
    }
    missing_editions(reading)
    ordered = sorted(reading.entries, key=lambda entry: entry.kind)
    return Report(
        config,
        config_source,
        tuple(ordered),
        frozenset(reading.names),
        charts.charts,
        charts.packages,
        charts.tables,
        charts.code,
        images,
        others,
        downloads,
        tuple(reading.unread),
        frozenset(reading.unknown),
        _broken(reading.found),
        tuple(reading.translated),
    ), reading.found


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def _broken(found: list[Diagnostic]) -> frozenset[str]:
    return frozenset(finding.location.path for finding in found if finding.severity is Severity.ERROR)


def _config(reading: Reading) -> tuple[Source, Config]:
    """The settings; with a mistake in them as far as they can be read."""
    raw = bytes_of(reading, CONFIG_PATH)
    source = (None if raw is None else source_of(reading, CONFIG_PATH, raw)) or Source(CONFIG_PATH, "", {})
    config = None
    if source.text:
        config, found = parse(Config, source, source.data)
        reading.found += found
    return source, config or _partial_config(reading, source.data)


def _partial_config(reading: Reading, data: Any) -> Config:  # noqa: ANN401
    """What can be read of settings with a mistake; of a taxonomy with a wrong term in it, no name is sure."""
    config = partial(Config, data)
    words = getattr(config, "taxonomies", Taxonomies.model_construct())
    for name in Taxonomies.model_fields:
        if list(getattr(words, name, ())) != list(data["taxonomies"][name] if hasattr(words, name) else "?"):
            reading.unknown.add(name)
    words = words.model_copy(update={name: getattr(words, name, {}) for name in Taxonomies.model_fields})
    return config.model_copy(
        update={
            "language": getattr(config, "language", "nl"),
            "address": getattr(config, "address", ""),
            "taxonomies": words,
        }
    )
