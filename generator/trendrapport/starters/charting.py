"""A table to a new chart: which kinds fit, and the declaration of one of them with its source."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path, PurePosixPath

from trendrapport.charts import kinds
from trendrapport.charts.choosing.unclear import instructions
from trendrapport.charts.proposing.proposals import Proposal, kinds_of_tables, proposal_of, proposals
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import CannotRunError, Text, choose_from
from trendrapport.model.charts import Chart, DataSource
from trendrapport.model.entries import sources
from trendrapport.model.starter_fields import fields
from trendrapport.runtime.plugins import modules
from trendrapport.starters.saving import ALREADY_THERE, refuse_existing, save_files, with_items
from trendrapport.starters.sources import known_source, new_key
from trendrapport.starters.writing import Start, read, slug_of_title

ENDS = (".csv", ".datapackage.yml", ".tsv", ".txt", ".xlsx", ".xls", ".ods")
"""How the names of a table's files end, and of files of which a table can be made."""
BASE = 60
"""The most letters of a name to which the kind is added."""

_NO_TABLE = Text(
    nl='Er is geen tabel "{name}" in charts/data.', en='There is no table "{name}" in charts/data.'
)
_ADD = Text(
    nl='Maak van het bestand eerst een tabel: trendrapport data add "{path}"',
    en='First make a table of the file: trendrapport data add "{path}"',
)
_NOT_RIGHT = Text(
    nl='De tabel "{name}" kan nog niet worden gelezen; zie: trendrapport check',
    en='The table "{name}" cannot be read yet; see: trendrapport check',
)
_NONE = Text(
    nl='Bij de tabel "{name}" past geen soort grafiek vanzelf.',
    en='No kind of chart fits the table "{name}" by itself.',
)
_UNFIT = Text(
    nl='De tabel "{name}" past niet bij de soort "{kind}".',
    en='The table "{name}" does not fit the kind "{kind}".',
)
_OWN_FILE = Text(
    nl='Een grafiek van de soort "{kind}" schrijft u zelf; zie: trendrapport explain docs/charts.md',
    en='You write a chart of kind "{kind}" yourself; see: trendrapport explain docs/charts.md',
)
_UNREAD = Text(
    nl="Niet alle bronnen konden worden gelezen; zie: trendrapport check",
    en="Not all sources could be read; see: trendrapport check",
)


@dataclass(frozen=True)
class ChartOfTable:
    """A table of a report from which a chart is made."""

    start: Start
    table: Table

    def proposals(self) -> list[Proposal]:
        """What fits, the best first. Raises CannotRunError, with what to do, if nothing does."""
        found = proposals(self.table)
        if not found:
            raise CannotRunError(self._why_none())
        return found

    def proposal(self, kind: str) -> Proposal:
        """A chart of one kind; raises CannotRunError if that would be wrong."""
        found = None
        if kind in kinds_of_tables():
            found = proposal_of(kind, self.table)
        if found:
            return found
        others = [one.chart.kind for one in self.proposals()]
        if kind in modules(kinds) and kind not in kinds_of_tables():
            raise CannotRunError(_OWN_FILE.filled(kind=kind))
        raise CannotRunError(_UNFIT.filled(name=self.table.name, kind=kind) + choose_from(kind, others))

    def _why_none(self) -> Text:
        blank = Chart.model_construct(kind="", data=self.table.name, title="", description="", source="")
        return _NONE.filled(name=self.table.name) + instructions(blank, self.table)

    def write(self, proposal: Proposal, title: str = "", name: str = "") -> list[Path]:
        """Saves the declaration and, if the report does not have it yet, its source; returns the paths.

        What only an editor can say is left as in any starter file. Raises CannotRunError for a `name` that is
        taken.
        """
        title = _line(title)
        path = self._path(slug_of_title(name or title or self.table.name), proposal, free=not name)
        key, added = self._source()
        given = {
            "kind": proposal.chart.kind,
            "data": self.table.name,
            "fields": proposal.chart.fields,
            "source": key,
        }
        if title:
            given["title"] = title
        if proposal.chart.filter:
            given["filter"] = proposal.chart.filter
        made = fields(Chart, given, self.start.words())
        refuse_existing(path)
        texts = {path: made}
        if added:
            texts = {self._sources: added, path: made}
        return save_files({file: text.encode() for file, text in texts.items()})

    def _path(self, name: str, proposal: Proposal, *, free: bool) -> Path:
        """The file of a chart of that name; or else of the first name that is `free`, with the kind in it."""
        for other in _names(name, proposal.chart.kind) if free else [name]:
            if not any(self.start.root.glob(f"charts/{other}.*")):
                return self.start.root / "charts" / f"{other}.yml"
        raise CannotRunError(ALREADY_THERE.filled(name=name))

    @property
    def _sources(self) -> Path:
        return self.start.root / "content" / sources.PLACE

    def _source(self) -> tuple[str, str]:
        """The key of the table's first source; and the new text of the file of sources if it lacks that."""
        report, first = self.start.report, self.table.package.sources[0]
        if "sources" in report.unknown:
            raise CannotRunError(_UNREAD)
        known = known_source(report, first.title, first.path)
        if known:
            return known, ""
        key = new_key(first.title, report.known("sources"))
        return key, with_items(self._sources, [_item(key, first, self.table.package.created)])


def chart_of(root: Path, word: str) -> ChartOfTable | None:
    """The table that a word names, or the path of its file; None if it is neither, and so a title.

    Raises CannotRunError for a path without a table, and for a table that cannot be read.
    """
    start = read(root)
    there = sorted(name for kind, _, name in start.report.names if kind == "tables")
    name = _named(word)
    if name not in there:
        if name == word:
            return None
        what_to_do = _ADD.filled(path=word) if Path(word).is_file() else choose_from(name, there)
        raise CannotRunError(_NO_TABLE.filled(name=word) + what_to_do)
    table = start.report.tables.get(name)
    if table is None:
        raise CannotRunError(_NOT_RIGHT.filled(name=name))
    return ChartOfTable(start, table)


def _named(word: str) -> str:
    """The name in the path of a table's file; any other word is as it is."""
    path = word.replace("\\", "/")
    for end in ENDS:
        if path.casefold().endswith(end):
            return PurePosixPath(path).name[: -len(end)]
    return word


def _line(title: str) -> str:
    """A title on one line, without characters that nobody sees."""
    seen = "".join(" " if unicodedata.category(sign).startswith("C") else sign for sign in title)
    return " ".join(seen.split())


def _names(name: str, kind: str) -> Iterator[str]:
    """Names for a chart, the shortest first."""
    with_kind = f"{name[:BASE].rstrip('-')}-{kind.replace('_', '-')}"
    yield from (name, with_kind)
    for number in count(2):
        yield f"{with_kind}-{number}"


def _item(key: str, source: DataSource, created: str | None) -> dict[str, str]:
    """A source in CSL, with what a descriptor says of it."""
    item = {"id": key, "type": "dataset", "title": source.title}
    if source.path:
        item["URL"] = source.path
    if source.path and created:
        item["accessed"] = created
    return item
