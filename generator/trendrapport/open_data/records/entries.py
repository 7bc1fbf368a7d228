"""A record per entry of each kind without a module of its own: all its fields, and where its text is from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from trendrapport.model import entries
from trendrapport.model.base import Model
from trendrapport.model.config import Config
from trendrapport.model.entries.trends import Trend
from trendrapport.model.judgement import model_of
from trendrapport.model.shared_fields import Publishable
from trendrapport.open_data import records as package
from trendrapport.open_data.addresses import collection_of, entry_id
from trendrapport.open_data.field_schemas import Schema, field_schemas
from trendrapport.open_data.fields import fields
from trendrapport.open_data.judgement import own_word_schemas, own_words
from trendrapport.open_data.links import entry_link, page_of, title
from trendrapport.open_data.record import Record, record_schema
from trendrapport.open_data.texts import OWN_FIELDS, TEXT_SCHEMAS, text_fields
from trendrapport.pages.view import Value, View
from trendrapport.report.report import Entry
from trendrapport.runtime.history import Changes
from trendrapport.runtime.plugins import modules

_NAMED_ALREADY = frozenset({"title"})


def records(view: View, changes: Changes) -> Iterator[Record]:
    """The records of all entries, each also in the other languages that it has."""
    for entry in view.report.entries:
        if entry.kind in _kinds():
            yield _record(view, entry, changes)
    for language in view.report.languages:
        translated = view.in_language(language)
        for entry in translated.report.entries:
            if entry.language and entry.kind in _kinds():
                yield _record(translated, entry, changes)


def _kinds() -> list[str]:
    return [kind for kind in modules(entries) if kind not in modules(package)]


def _record(view: View, entry: Entry[Any], changes: Changes) -> Record:
    return entry_record(view, entry, _more(view, entry, changes))


def entry_record(view: View, entry: Entry[Any], more: Mapping[str, Any]) -> Record:
    """The record of an entry, with what its collection adds."""
    edition = view.edition_of(entry)
    inside = edition is not None and edition.key != entry.key
    return Record(
        collection_of(entry.kind),
        entry_id(entry),
        title(entry),
        entry.language or view.report.config.language,
        page_of(view, entry),
        entry_link(view, edition) if edition and inside else None,
        more,
    )


def _more(view: View, entry: Entry[Any], changes: Changes) -> Value:
    if isinstance(entry.data, Trend):
        own = view.report.config.taxonomies.own.keys()
        words = own_words(view, entry.data)
        return {**text_fields(view, entry, changes), **fields(view, entry, OWN_FIELDS | own), **words}
    if isinstance(entry.data, Publishable):
        return {**text_fields(view, entry, changes), **fields(view, entry, OWN_FIELDS)}
    return fields(view, entry, _NAMED_ALREADY)


def schemas(config: Config) -> dict[str, Schema]:
    """The schema of each kind, after its model."""
    found = {}
    for kind in _kinds():
        model = model_of(modules(entries)[kind], config)
        collection = collection_of(kind)
        found[collection] = record_schema(collection, model.__doc__ or "", _schemas(model, config))
    return found


def _schemas(model: type[Model], config: Config) -> dict[str, Schema]:
    if issubclass(model, Trend):
        without = OWN_FIELDS | config.taxonomies.own.keys()
        return {**TEXT_SCHEMAS, **field_schemas(model, without), **own_word_schemas(config)}
    if issubclass(model, Publishable):
        return {**TEXT_SCHEMAS, **field_schemas(model, OWN_FIELDS)}
    return field_schemas(model, _NAMED_ALREADY)
