"""A report to its texts by edition, and how far each of them is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from trendrapport.board.changed import Days
from trendrapport.board.standing import UNREADABLE, Group, Standing, Translated
from trendrapport.diagnostics import Diagnostic
from trendrapport.model import entries
from trendrapport.model.base import Model
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.people import Person
from trendrapport.model.shared_fields import UNFINISHED, Publishable
from trendrapport.prose.html import FIGURE
from trendrapport.prose.reading_ease import reading_ease
from trendrapport.prose.sentences import paragraphs
from trendrapport.report.report import Entry, Key, Report
from trendrapport.runtime.plugins import modules

_FIRST = ("editions", "forewords", "trends", "interviews", "columns")
"""The kinds that come first in an edition, in their order; the others follow by name."""


def groups(report: Report, found: Iterable[Diagnostic], days: Days, today: str) -> tuple[Group, ...]:
    """Every text with a page of its own by edition, the newest first; those outside the editions come last.

    `found` is all that is wrong with the report; advice does not count.
    """
    seen = _Seen(report, Counter(one.location.path for one in found), days, today)
    every = [*map(seen.standing, seen.texts()), *seen.unreadable()]
    by_edition: dict[str | None, list[Standing]] = {}
    for one in sorted(every, key=_order):
        by_edition.setdefault(one.edition, []).append(one)
    slugs = sorted(by_edition, key=lambda slug: _age(report, slug), reverse=True)
    return tuple(Group(slug, _title(report, slug), tuple(by_edition[slug])) for slug in slugs)


def _order(one: Standing) -> tuple[int, str, str, str]:
    place = _FIRST.index(one.kind) if one.kind in _FIRST else len(_FIRST)
    return place, one.kind, one.title.casefold(), one.path


def _age(report: Report, slug: str | None) -> tuple[bool, str, str]:
    edition = report.get(Edition, slug, slug) if slug else None
    return slug is not None, edition.data.published if edition else slug or "", slug or ""


def _title(report: Report, slug: str | None) -> str:
    edition = report.get(Edition, slug, slug) if slug else None
    return edition.data.title if edition else slug or ""


@dataclass(frozen=True)
class _Seen:
    """A report, and what else is known of it."""

    report: Report
    findings: Mapping[str, int]
    days: Days
    today: str

    def texts(self) -> Iterator[Entry[Any]]:
        """Every original that could be read, also with a mistake in its fields."""
        for entry in (*self.report.entries, *self.report.unread):
            if isinstance(entry.data, Publishable) and entry.language is None:
                yield entry

    def standing(self, entry: Entry[Any]) -> Standing:
        """How far a text is."""
        source, outline, data = entry.source, entry.outline, entry.data
        cited = {one.key for one in outline.citations if not one.key.startswith(FIGURE)}
        changed = self.days.of(source.path)
        return Standing(
            source.path,
            entry.kind,
            _edition(entry.key),
            getattr(data, "title", None) or entry.slug,
            self._state(entry),
            tuple(self._person(slug) for slug in data.authors),
            self.findings.get(source.path, 0),
            tuple(_missing(entry)),
            outline.words,
            len(outline.figures),
            len(cited | set(data.sources)),
            tuple(self._translations(entry)),
            reading_ease(paragraphs(source.body, source.body_line), self.report.config.language),
            changed,
            self._days_since(changed),
        )

    def unreadable(self) -> Iterator[Standing]:
        """The texts whose front matter cannot be read at all."""
        read = {entry.key for entry in (*self.report.entries, *self.report.unread)}
        for key in sorted(self.report.names - read, key=str):
            path = _path(key)
            if path:
                changed = self.days.of(path)
                found = self.findings.get(path, 0)
                yield Standing(
                    path,
                    key[0],
                    _edition(key),
                    key[2],
                    UNREADABLE,
                    findings=found,
                    changed=changed,
                    age=self._days_since(changed),
                )

    def _state(self, entry: Entry[Any]) -> str:
        """What the text's own fields say of it."""
        if entry.data.status in UNFINISHED:
            return str(entry.data.status)
        publish: str | None = entry.data.publish
        return publish if publish and publish > self.today else str(entry.data.status)

    def _person(self, slug: str) -> str:
        person = self.report.get(Person, slug)
        return person.data.name if person else slug

    def _translations(self, entry: Entry[Any]) -> Iterator[Translated]:
        for one in self.report.every_language(entry.key):
            if one.language:
                behind = self.days.is_behind(one.source.path, entry.source.path)
                yield Translated(one.language, one.source.path, behind)

    def _days_since(self, day: str | None) -> int | None:
        if day is None:
            return None
        return max((date.fromisoformat(self.today) - date.fromisoformat(day)).days, 0)


def _edition(key: Key) -> str | None:
    """The edition that a text is in, or that it is about."""
    kind, edition, slug = key
    return slug if kind == "editions" else edition


def _missing(entry: Entry[Model]) -> Iterator[str]:
    """The required fields that a text does not have."""
    data = entry.source.data
    for part in entry.at:
        data = data[part]
    for name, field in type(entry.data).model_fields.items():
        if field.is_required() and (not isinstance(data, dict) or (field.alias or name) not in data):
            yield field.alias or name


def _path(key: Key) -> str | None:
    """The file of a text with a page of its own, by its name; None for what is no such text."""
    kind, edition, slug = key
    module = modules(entries).get(kind)
    if module is None or not issubclass(module.MODEL, Publishable):
        return None
    place: str = module.PLACE
    return "content/" + place.format(edition=edition or slug, slug=slug)
