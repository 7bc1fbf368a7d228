"""A report's folder to a `Report` and what is wrong with its files.

Every file is read, also when another is broken, so that one run finds every problem.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Diagnostic, Severity, nearest
from trendrapport.files.contents import NOTHING, Files
from trendrapport.files.downloads import DOWNLOADS, REFUSED
from trendrapport.files.source import Source
from trendrapport.model.config import CONFIG_PATH, Config
from trendrapport.model.entries.milestones import Milestone
from trendrapport.model.judgement import config_model
from trendrapport.model.taxonomies import STANDING, Taxonomies
from trendrapport.report.load.charts import Charts
from trendrapport.report.load.content import missing_editions, read_content
from trendrapport.report.load.downloads import download
from trendrapport.report.load.folder import bytes_of, contents_of
from trendrapport.report.load.images import image
from trendrapport.report.load.reading import Reading, source_of
from trendrapport.report.load.translations import add_translations
from trendrapport.report.partial import partial
from trendrapport.report.report import IMAGES, OTHER_PICTURES, Report
from trendrapport.report.validation import parse
from trendrapport.runtime.cache import Cache

_DOWNLOADS = DOWNLOADS | REFUSED
_DECIDING = frozenset({"judgement", "radar", "taxonomies"})
"""The settings that decide which fields a trend has."""
_NO_ENTRIES = IMAGES | OTHER_PICTURES | _DOWNLOADS
"""The ends of names of files that hold no entries."""


def load(root: Path, cache: Cache, typed: Files = NOTHING) -> tuple[Report, list[Diagnostic]]:
    """The report in a folder, as far as it can be read; and every finding of reading.

    `typed` is read instead of the files at those paths, such as what an editor has not saved yet.
    """
    reading = Reading(root, cache, typed)
    config_source, config = _config(reading)
    reading.config = config
    contents = dict(contents_of(reading, "content"))
    for path in sorted(contents):
        if _suffix(path) not in _NO_ENTRIES:
            read_content(reading, path, contents[path])
    add_translations(reading, config.language)
    charts = Charts(reading, dict(contents_of(reading, "charts")))
    milestones = {entry.slug: entry.data for entry in reading.entries if isinstance(entry.data, Milestone)}
    charts.complete(config.language, milestones)
    missing_editions(reading)
    report = Report(
        config,
        config_source,
        entries=tuple(sorted(reading.entries, key=lambda entry: entry.kind)),
        names=frozenset(reading.names),
        charts=charts.charts,
        packages=charts.packages,
        tables=charts.tables,
        code=charts.code,
        images={path: image(cache, path, contents[path]) for path in _of_type(contents, IMAGES)},
        other_pictures=frozenset(_of_type(contents, OTHER_PICTURES)),
        downloads={path: download(cache, path, contents[path]) for path in _of_type(contents, _DOWNLOADS)},
        unread=tuple(reading.unread),
        unknown=frozenset(reading.unknown),
        broken=_broken(reading.found),
        translations=tuple(reading.translated),
    )
    return report, reading.found


def tables_in(root: Path) -> dict[str, Table]:
    """The tables of a report that can be read, by name; looks at nothing else."""
    with Cache(None) as cache:
        reading = Reading(root, cache, NOTHING)
        return Charts(reading, dict(contents_of(reading, "charts"))).tables


def settings_in(root: Path) -> Config | None:
    """The settings of a report, as far as they can be read; None for a folder without any."""
    if not (root / CONFIG_PATH).is_file():
        return None
    with Cache(None) as cache:
        _, config = _config(Reading(root, cache, NOTHING))
    return config


def _of_type(paths: Iterable[str], suffixes: Collection[str]) -> list[str]:
    """The files whose names end in one of these."""
    return [path for path in paths if _suffix(path) in suffixes]


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
        config, found = parse(config_model(source.data), source, source.data)
        reading.found += found
    return source, config or _partial_config(reading, source.data)


def _partial_config(reading: Reading, data: Any) -> Config:  # noqa: ANN401
    """What can be read of settings with a mistake; of a taxonomy with a wrong term in it, no name is sure."""
    config = partial(Config, data)
    taxonomies = getattr(config, "taxonomies", Taxonomies.model_construct())
    read: dict[str, Any] = {}
    for name in STANDING:
        read[name] = getattr(taxonomies, name, {})
        if list(read[name]) != _names_in(data, name):
            reading.unknown.add(name)
    reading.unsure = not _says_what_it_uses(config, taxonomies, data)
    if reading.unsure:
        reading.unknown.add("own")
    known = {
        "language": getattr(config, "language", "nl"),
        "address": getattr(config, "address", ""),
        "taxonomies": taxonomies.model_copy(update=read),
    }
    return config.model_copy(update=known)


def _says_what_it_uses(config: Config, taxonomies: Taxonomies, data: Any) -> bool:  # noqa: ANN401
    """Whether everything could be read that decides which fields a trend has."""
    if not isinstance(data, dict) or not data:
        return False
    if any(nearest(key, _DECIDING) for key in data.keys() - _DECIDING):
        return False
    given = data.get("taxonomies", {})
    lists = given.keys() if isinstance(given, dict) else set()
    if ("radar" in data and "radar" not in config.model_fields_set) or lists - Taxonomies.model_fields.keys():
        return False
    own = _names_in(data, "own") or []
    return (
        list(config.judgement) == data.get("judgement", list(config.judgement))
        and list(taxonomies.own) == own
    )


def _names_in(data: Any, taxonomy: str) -> list[str] | None:  # noqa: ANN401
    """The names that the settings give to the words of a taxonomy; None where they cannot be read."""
    given = data.get("taxonomies") if isinstance(data, dict) else None
    words = given.get(taxonomy) if isinstance(given, dict) else None
    return list(words) if isinstance(words, dict) else None
