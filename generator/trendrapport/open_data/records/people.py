"""A record per person or group: who it is, and what it edited, wrote and said."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.model.config import Config
from trendrapport.model.entries.people import Person
from trendrapport.open_data.field_schemas import Schema, field_schemas
from trendrapport.open_data.fields import fields
from trendrapport.open_data.links import entry_links
from trendrapport.open_data.record import Record, described, many, record_schema, refer
from trendrapport.open_data.records.entries import entry_record
from trendrapport.pages.view import View
from trendrapport.runtime.history import Changes


def records(view: View, _changes: Changes) -> Iterator[Record]:
    """The records of all people."""
    for person in view.report.of(Person):
        made = entry_links(view, view.contributions.get(person.slug, ()))
        yield entry_record(view, person, {**fields(view, person), "contributions": made})


def schemas(_config: Config) -> dict[str, Schema]:
    """The schema of a person."""
    made = described(many(refer("Link")), "What this person edited, wrote or said.")
    more = {**field_schemas(Person), "contributions": made}
    return {"people": record_schema("people", "A person, or an organisation as an author.", more)}
