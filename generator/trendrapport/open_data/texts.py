"""What a record says of a text that was written and published: by whom, when, after what, and which sources
it cites.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trendrapport.files.media_types import MEDIA_TYPES
from trendrapport.model.entries.people import Person
from trendrapport.model.entries.sources import Source
from trendrapport.model.shared_fields import Named, Publishable
from trendrapport.open_data.field_schemas import Schema
from trendrapport.open_data.links import entry_link, entry_links, figure_link
from trendrapport.open_data.record import ADDRESS, LANGUAGE, TEXT, described, many, mapping, refer
from trendrapport.pages.analysis.changed import changed
from trendrapport.pages.analysis.origin import origin
from trendrapport.pages.view import Value, View
from trendrapport.report import citations
from trendrapport.report.person_names import full_name
from trendrapport.report.report import Entry
from trendrapport.runtime.history import Changes
from trendrapport.runtime.plugins import modules

ROLES = {"editor": "editors", "reviewer": "reviewers", "analyst": "analysts"}
"""The roles of those who contributed without being the author, and their fields."""

OWN_FIELDS = frozenset({*Publishable.model_fields, *Named.model_fields})
"""The fields of a text that a record has in another form, or not at all."""


def text_fields(view: View, entry: Entry[Any], changes: Changes) -> Value:
    """What a record says of a text besides its own fields; what is not known is absent."""
    return {
        "summary": entry.data.summary,
        "published": view.day(entry),
        "modified": changed(view, entry, changes) or None,
        "written": view.of_edition(entry, "written"),
        "version": view.of_edition(entry, "version"),
        "corrections": [one.model_dump() for one in entry.data.corrections] or None,
        "early": view.early(entry),
        "authors": _authors(view, entry),
        "contributors": _contributors(view, entry) or None,
        "basedOn": _work(view, entry),
        "sources": _sources(view, entry),
        "figures": _figures(view, entry),
        "translations": _translations(view, entry),
        "files": [*_offered(view, entry), *_citations(view, entry)],
    }


def _authors(view: View, entry: Entry[Any]) -> list[Value]:
    """Who wrote a text, with the link to each who is named in the report's list of people."""
    return _people(view, entry.data.credited) or [
        {"name": full_name(name)} for name in origin(view, entry).authors
    ]


def _people(view: View, slugs: tuple[str, ...]) -> list[Value]:
    """People of the report's list, each with the link to their record."""
    named = view.entries_named(Person, slugs)
    return [{"name": person.data.name, "person": entry_link(view, person)} for person in named]


def _contributors(view: View, entry: Entry[Any]) -> list[Value]:
    """Who edited, reviewed or analysed, with that role; an edition's editors are its authors."""
    found = []
    for role, field in ROLES.items():
        if getattr(entry.data, field) != entry.data.credited:
            found += [{"role": role, **person} for person in _people(view, getattr(entry.data, field))]
    return found


def _work(view: View, entry: Entry[Any]) -> Value | None:
    """The work that a text is based on."""
    key = view.of_edition(entry, "based_on")
    work = view.report.get(Source, key) if key else None
    return entry_link(view, work) if work else None


def _sources(view: View, entry: Entry[Any]) -> list[Value]:
    """What a text cites, in that order."""
    return entry_links(view, view.entries_named(Source, view.numbers(entry)))


def _figures(view: View, entry: Entry[Any]) -> list[Value]:
    """The figures that a text shows."""
    charts = view.report.charts
    return [figure_link(view, charts[name]) for name in entry.outline.figures if name in charts]


def _translations(view: View, entry: Entry[Any]) -> list[Value]:
    """The same text in other languages."""
    found = []
    own = view.report.config.language
    for other in view.report.every_language(entry.key):
        if other.language != entry.language:
            found.append({"language": other.language or own, **entry_link(view, other)})
    return found


def _offered(view: View, entry: Entry[Any]) -> Iterator[Value]:
    """The files that the page of a text offers, such as its PDF."""
    page = view.path(entry)
    template = "edition" if entry.kind == "editions" else entry.kind
    for offer in view.offers:
        if offer.kind == template:
            for file in view.files_of(offer, page):
                end = file.path.rpartition(".")[2]
                yield {"url": view.address(file.path), "mediaType": MEDIA_TYPES[end]}


def _citations(view: View, entry: Entry[Any]) -> list[Value]:
    """The files for reference managers."""
    if entry.kind == "pages":
        return []
    stem = view.path(entry).removesuffix(".html")
    found = []
    for form in modules(citations).values():
        found.append({"url": view.address(f"{stem}.{form.ENDING}"), "mediaType": form.TYPE})
    return found


_DAY: Schema = {"type": "string", "format": "date"}
_MOMENT: Schema = {
    "type": "string",
    "description": "The day or the moment at which the text last changed, in UTC.",
    "anyOf": [{"format": "date"}, {"format": "date-time"}],
}

TEXT_SCHEMAS: dict[str, Schema] = {
    "summary": TEXT,
    "published": described(refer("PartialDate"), "When the text appeared here."),
    "modified": _MOMENT,
    "written": described(refer("PartialDate"), "The day of this text, where that is not its edition's."),
    "version": TEXT,
    "corrections": described(
        many(mapping({"date": _DAY, "what": TEXT, "why": TEXT}, ("date", "what", "why"))),
        "What was corrected after the text appeared.",
    ),
    "early": described(TEXT, "Why readers do not get this yet; only in a build with drafts."),
    "authors": many(mapping({"name": TEXT, "person": refer("Link")}, ("name",))),
    "contributors": described(
        many(
            mapping({"role": {"enum": list(ROLES)}, "name": TEXT, "person": refer("Link")}, ("role", "name"))
        ),
        "Who contributed without being the author.",
    ),
    "basedOn": described(refer("Link"), "The source after which the text was written."),
    "sources": described(many(refer("Link")), "The sources that the text cites, in that order."),
    "figures": described(many(refer("Link")), "The figures that the text shows."),
    "translations": many(
        mapping(
            {"language": LANGUAGE, "id": TEXT, "title": TEXT, "url": ADDRESS, "page": ADDRESS},
            ("language", "id", "title", "url"),
        )
    ),
    "files": described(many(refer("File")), "The same in other forms."),
}
"""The schemas of those, by their names in a record."""
