"""A title to a starter file that explains every field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from trendrapport.charts.tables.table import Table
from trendrapport.checks.taken_address import taken
from trendrapport.checks.unusable_name import wrong_name
from trendrapport.diagnostics import CannotRunError, Language, Text, choose_from
from trendrapport.files.links import is_inside, leading_out
from trendrapport.model import entries
from trendrapport.model.addresses import slug_of
from trendrapport.model.base import Model
from trendrapport.model.charts import Chart
from trendrapport.model.entries import Shape
from trendrapport.model.entries.editions import Edition
from trendrapport.model.judgement import model_of
from trendrapport.model.shared_fields import Status
from trendrapport.model.starter_fields import BODY, NAME, Words, fields, required_references
from trendrapport.model.taxonomies import STANDING
from trendrapport.model.vocabulary import singular
from trendrapport.report.identity import current_edition
from trendrapport.report.load import load
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.cache import with_store
from trendrapport.runtime.lock import alone
from trendrapport.runtime.plugins import modules
from trendrapport.starters.new_report import sample
from trendrapport.starters.saving import ALREADY_THERE, save_entry, save_new

_NO_KIND = Text(nl='De soort "{kind}" bestaat niet.', en='The kind "{kind}" does not exist.')
_NO_EDITION = Text(nl='De editie "{name}" bestaat niet.', en='The edition "{name}" does not exist.')
_NONE = Text(
    nl="Er is nog geen editie; begin met: trendrapport new edition 2026",
    en="There is no edition yet; start with: trendrapport new edition 2026",
)
_TAKEN = Text(
    nl=(
        'Een editie kan niet "{name}" heten: op dat adres staat al een ander deel van de site. '
        "Noem de editie naar het jaar, zoals 2026."
    ),
    en=(
        'An edition cannot be called "{name}": another part of the site already has that '
        "address. Name the edition after the year, such as 2026."
    ),
)
_NO_SLUG = Text(
    nl=(
        'Van de titel "{title}" kan geen bestandsnaam worden gemaakt. Schrijf een titel met '
        "letters (a-z) of cijfers, en geen pad."
    ),
    en=(
        'The title "{title}" cannot be turned into a file name. Write a title with letters (a-z) '
        "or digits, and no path."
    ),
)
_LINK = Text(
    nl='de koppeling "{link}" leidt buiten het rapport; zie: trendrapport check',
    en='the symbolic link "{link}" leads outside the report; see: trendrapport check',
)


_NO_NAME = Text(nl="Dit kan niet: {what}; {why}.", en="This is not possible: {what}; {why}.")


NOTHING: Mapping[str, str] = MappingProxyType({})


def kinds() -> dict[str, str]:
    """What an editor calls one entry ("key-figure"), and its kind ("key_figures")."""
    return {_singular(kind): kind for kind in modules(entries)}


def _singular(kind: str) -> str:
    return singular(kind).en.replace(" ", "-")


def write(root: Path, kind: str, title: str, edition: str | None = None) -> list[Path]:
    """Writes a starter file, or adds to a file that holds several entries, and before that what it must refer
    to.

    Returns the paths written. Raises CannotRunError for a kind or edition that is not there, for a name that
    is, and when something could be written outside the report.
    """
    found, slug = kind_of(kind), slug_of_title(title)
    start = read(root)
    in_edition = start.edition_for(found, slug, edition)
    needed = start.missing(found)
    if needed == "tables":
        return [*start.table(), *write(root, kind, title, edition)]
    if needed:
        return [*write(root, needed, NAME.of(start.language)), *write(root, kind, title, edition)]
    if found == "charts":
        return [start.chart(title, slug)]
    return [start.entry(found, title, slug, in_edition)]


def read(root: Path) -> Start:
    """The report in a folder; raises CannotRunError when something could be written outside it."""
    for name in ("content", "charts"):
        _stays_inside(root.resolve() / name)
    work = root / "build"
    with alone(work):
        report, _ = with_store(work / "cache.sqlite", partial(load, root))
    return Start(root, report)


def _stays_inside(folder: Path) -> None:
    link: Path | None = folder
    if is_inside(folder, folder):
        link = leading_out(folder)
    if link:
        raise CannotRunError(_LINK.filled(link=link))


def kind_of(wanted: str) -> str:
    """The kind that an editor means, who may write one or many, and a hyphen or an underscore."""
    known = kinds() | {"chart": "charts"}
    plain = wanted.strip().lower().replace("_", "-")
    in_plural = {kind.replace("_", "-"): kind for kind in known.values()}
    found = known.get(plain) or in_plural.get(plain)
    if found is None:
        raise CannotRunError(_NO_KIND.filled(kind=wanted) + choose_from(plain, known))
    return found


def slug_of_title(title: str) -> str:
    """The name that a title gives; a path is no title. Raises CannotRunError for one that gives no name, or a
    name that no file can have.
    """
    slug = slug_of(title, otherwise="")
    if not slug or re.search(r"(^|[\\/])\.{1,2}[\\/]", title):
        raise CannotRunError(_NO_SLUG.filled(title=title))
    if wrong := wrong_name(slug):
        _, (what, why, fix) = wrong
        raise CannotRunError(_NO_NAME.filled(what=what.filled(name=slug), why=why) + fix)
    return slug


@dataclass(frozen=True)
class Start:
    """A report to which something is added."""

    root: Path
    report: Report

    @property
    def language(self) -> Language:
        """The language of explanations and examples."""
        return self.report.config.language

    def missing(self, kind: str) -> str | None:
        """A kind that such an entry must name one of while there is none."""
        model = Chart if kind == "charts" else self._model(kind)
        for needed in required_references(model):
            if needed not in self.report.unknown and not self.report.known(needed):
                return needed
        return None

    def edition_for(self, kind: str, slug: str, wanted: str | None) -> str | None:
        """The edition in which an entry is put, if it belongs to one; refused when it cannot be there."""
        chosen = None
        if wanted or _is_in_edition(kind):
            chosen = self._edition(wanted)
        if kind == "editions":
            chosen = slug
        elif not _is_in_edition(kind):
            chosen = None
        if (kind, chosen, slug) in self.report.names:
            raise CannotRunError(ALREADY_THERE.filled(name=slug))
        if kind == "editions" and slug in taken(self.report):
            raise CannotRunError(_TAKEN.filled(name=slug))
        return chosen

    def entry(
        self,
        kind: str,
        title: str,
        slug: str,
        edition: str | None,
        more: Mapping[str, str] = NOTHING,
        body: str = "",
    ) -> Path:
        """A new entry in its file, with the values of `more` fields and the `body` that are known already."""
        module, model = modules(entries)[kind], self._model(kind)
        given: dict[str, Any] = {
            name: title for name in ("title", "name", "term") if name in model.model_fields
        }
        if kind == "editions" and re.fullmatch("[0-9]{4}(-[0-9]{2}){0,2}", slug):
            given["published"] = slug
        if module.SHAPE is Shape.REFERENCES:
            given["id"] = slug
        given |= {name: value for name, value in more.items() if name in model.model_fields}
        made = fields(model, given, self.words(edition))
        return save_entry(self.file(kind, slug, edition), module, slug, made, body or BODY.of(self.language))

    def _model(self, kind: str) -> type[Model]:
        """The model of a kind in this report."""
        return model_of(modules(entries)[kind], self.report.config)

    def file(self, kind: str, slug: str, edition: str | None) -> Path:
        """Where an entry is."""
        path: str = modules(entries)[kind].PLACE.format(edition=edition, slug=slug)
        return self.root / "content" / path

    def chart(self, title: str, slug: str) -> Path:
        """A chart of the first table, with the columns that its kind needs."""
        given: dict[str, Any] = {"title": title}
        shown: dict[str, Any] = {}
        if self.report.tables:
            name, table = min(self.report.tables.items())
            given |= {"kind": "bars", "data": name, "fields": _bars(table)}
            if table.rows:
                shown = {"filter": {table.columns[0]: [table.rows[0][0]]}}
        made = fields(Chart, given, self.words(), shown)
        return save_new(self.root / "charts" / f"{slug}.yml", made)

    def table(self) -> list[Path]:
        """The sample's table, for a chart to start from."""
        folder = self.root / "charts" / "data"
        files = sorted(sample(self.language).glob("charts/data/*"))
        return [save_new(folder / file.name, file.read_text("utf-8")) for file in files]

    def words(self, edition: str | None = None) -> Words:
        """The language and the names for starter texts, in an edition or in all."""

        def names(kind: str, own: bool) -> list[str]:  # noqa: FBT001
            return self._names(kind, edition if own else None)

        return Words(self.language, names, frozenset({*STANDING, *self.report.config.taxonomies.own}))

    def _names(self, kind: str, edition: str | None = None) -> list[str]:
        """The names to refer to: words of a taxonomy in their own order."""
        known = self.report.known(kind, edition)
        if isinstance(known, dict):
            return list(known)
        return sorted(known)

    def _edition(self, wanted: str | None) -> str:
        """The edition that is asked for, by its name or a former one, or the newest."""
        there = self._names("editions")
        if not there:
            raise CannotRunError(_NONE)
        now = None
        if wanted:
            now = current_edition(self.report, wanted)
        if wanted and now not in there:
            raise CannotRunError(_NO_EDITION.filled(name=wanted) + choose_from(wanted, there))
        if now:
            return now
        # An edition that could not be read has a name, but no date.
        newest = max(self.report.of(Edition), key=_age, default=None)
        if newest:
            return newest.slug
        return there[-1]


def _age(edition: Entry[Edition]) -> tuple[str, bool, str]:
    """The date of an edition; of two of the same date, one that is still a draft is not the newest."""
    return edition.data.published, edition.data.status is Status.FINAL, edition.slug


def _is_in_edition(kind: str) -> bool:
    if kind in ("editions", "charts"):
        return False
    path: str = modules(entries)[kind].PLACE
    return path.startswith("{edition}/")


def _bars(table: Table) -> dict[str, str]:
    """The columns of a table for bars: what they are of, and the first other column with numbers."""
    category, *others = table.fields
    fields = {"category": category.name}
    for field in others:
        if field.type in {"integer", "number"}:
            return {**fields, "value": field.name}
    return fields
