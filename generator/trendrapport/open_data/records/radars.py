"""A record per edition of its radar: where each trend is, and what moved since the edition before."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.model.config import Config
from trendrapport.model.entries.editions import Edition
from trendrapport.open_data.field_schemas import Schema
from trendrapport.open_data.judgement import reading, reading_schemas
from trendrapport.open_data.known import known
from trendrapport.open_data.links import entry_link
from trendrapport.open_data.record import Record, described, many, mapping, record_schema, refer
from trendrapport.pages.analysis.changes import STATUSES
from trendrapport.pages.overviews.radar import edition_path as radar_path
from trendrapport.pages.overviews.radar import radar
from trendrapport.pages.parts.radar_figure import RadarMark
from trendrapport.pages.view import Value, View
from trendrapport.report.report import Entry
from trendrapport.runtime.history import Changes


def records(view: View, _changes: Changes) -> Iterator[Record]:
    """The radar of each edition that has trends."""
    language = view.report.config.language
    for edition in view.editions:
        page = radar_path(edition)
        shown = radar(view, edition, page, ())
        if shown:
            more = {"positions": list(_positions(view, edition, shown.marks))}
            link = entry_link(view, edition)
            yield Record("radars", edition.slug, shown.title, language, page, link, more)


def _positions(view: View, edition: Entry[Edition], marks: list[RadarMark]) -> Iterator[Value]:
    """The marks in the order of their numbers. Unless the settings say otherwise, the sector is the first
    category and the ring the horizon; the size is the impact.
    """
    trends = {trend.slug: trend for trend in view.trends(edition)}
    for mark in marks:
        trend = trends[mark.slug]
        details = {"number": mark.number, "trend": entry_link(view, trend), **reading(view, trend.data)}
        yield known({**details, "status": mark.status})


def schemas(config: Config) -> dict[str, Schema]:
    """The schema of a radar."""
    position = {
        "number": {"type": "integer", "minimum": 1},
        "trend": refer("Link"),
        **reading_schemas(config),
        "status": described(
            {"type": "string", "enum": list(STATUSES)}, "What happened since the edition before."
        ),
    }
    required = tuple(name for name in position if name not in {"status", "words"})
    positions = described(many(mapping(position, required)), "In the order of the numbers on the radar.")
    text = "Where the trends of an edition stand on its radar."
    return {"radars": record_schema("radars", text, {"positions": positions})}
