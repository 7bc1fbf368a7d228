"""A report's folder to a `Report` and what is wrong with its files.

Every file is read, also when another is broken, so that one run finds every problem.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from trendrapport.cache import Cache
from trendrapport.config import CONFIG_PATH, Config
from trendrapport.diagnostics import Diagnostic, Language, Severity
from trendrapport.entries.milestones import Milestone
from trendrapport.load.charts import Charts
from trendrapport.load.content import missing_editions, read_content
from trendrapport.load.images import image
from trendrapport.load.reading import Reading, bytes_of, contents_of, source_of
from trendrapport.report import IMAGES, Report
from trendrapport.source import Source
from trendrapport.validation import parse


def load(root: Path, cache: Cache) -> tuple[Report | None, list[Diagnostic]]:
    """The report in a folder, or None when its settings cannot be read; and every finding of reading."""
    reading = Reading(root, cache)
    config_source, config = _config(reading)
    contents = dict(contents_of(reading, "content"))
    for path in sorted(contents):
        if PurePosixPath(path).suffix.lower() not in IMAGES:
            read_content(reading, path, contents[path])
    charts = Charts(reading, dict(contents_of(reading, "charts")))
    milestones = {entry.slug: entry.data for entry in reading.entries if isinstance(entry.data, Milestone)}
    charts.complete(config.language if config else "nl", milestones)
    images = {path: image(cache, path, raw) for path, raw in contents.items()
              if PurePosixPath(path).suffix.lower() in IMAGES}
    missing_editions(reading)
    if config is None or config_source is None:
        return None, reading.found
    ordered = sorted(reading.entries, key=lambda entry: entry.kind)
    return Report(config, config_source, tuple(ordered), frozenset(reading.names), charts.charts, charts.packages,
                  charts.tables, charts.code, images, tuple(reading.unread), _broken(reading.found)), reading.found


def _broken(found: list[Diagnostic]) -> frozenset[str]:
    return frozenset(finding.location.path for finding in found if finding.severity is Severity.ERROR)


def language_of(root: Path, cache: Cache) -> Language:
    """What the settings say of the language, also when something else in them is wrong."""
    source, _ = _config(Reading(root, cache))
    data = source.data if source else None
    return "en" if isinstance(data, dict) and data.get("language") == "en" else "nl"


def _config(reading: Reading) -> tuple[Source | None, Config | None]:
    raw = bytes_of(reading, CONFIG_PATH)
    source = None if raw is None else source_of(reading, CONFIG_PATH, raw)
    if source is None:
        return None, None
    config, found = parse(Config, source, source.data)
    reading.found += found
    return source, config
