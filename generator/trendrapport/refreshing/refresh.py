"""A table of a report and its origin to what changed since, and the files that would hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from trendrapport.charts.tables.table import Table, read_table
from trendrapport.diagnostics import CannotRunError, Language, Text
from trendrapport.fetching.web import Web
from trendrapport.files.source import yaml_source
from trendrapport.files.yaml_data import DataPath
from trendrapport.intake.descriptor import descriptor
from trendrapport.intake.dialogue import Doubt
from trendrapport.intake.origin import Origin, origin_of
from trendrapport.intake.tidy import TidyColumn
from trendrapport.intake.understanding import Understanding
from trendrapport.intake.writing import Files
from trendrapport.model.charts import DataPackage, Original
from trendrapport.refreshing.change_log import path_of, with_entry
from trendrapport.refreshing.columns import with_columns, with_types
from trendrapport.refreshing.comparing import Changes, changes, is_status
from trendrapport.refreshing.quoting import Quote, quotes
from trendrapport.refreshing.renewing import renewed
from trendrapport.report.report import Entry, Report
from trendrapport.report.validation import parse

_NO_TABLE = Text(nl='Er is geen tabel "{name}".', en='There is no table "{name}".')
_NO_ORIGIN = Text(
    nl='Van tabel "{name}" is niet bekend waar ze vandaan komt: ze is niet met data add gemaakt.',
    en='It is unknown where table "{name}" comes from: it was not made with data add.',
)
_ELSEWHERE = Text(
    nl='"{path}" ligt niet in de map van het rapport. Ververs met: trendrapport data add FILE --replace.',
    en='"{path}" is not in the folder of the report. Refresh with: trendrapport data add FILE --replace.',
)
_BROKEN = Text(
    nl='Tabel "{name}" heeft nu al fouten; zie: trendrapport check',
    en='Table "{name}" already has errors; see: trendrapport check',
)
_QUESTION = Text(
    nl=(
        "Er is een nieuwe vraag: {question} Antwoord met: "
        'trendrapport data add "{place}" --name {name} --replace.'
    ),
    en=(
        "There is a new question: {question} Answer with: "
        'trendrapport data add "{place}" --name {name} --replace.'
    ),
)
_UNUSABLE = Text(
    nl="Wat er nu staat, is geen geldige tabel: {what}.", en="What is there now is not a valid table: {what}."
)


@dataclass(frozen=True)
class Refreshed:
    """What a table would become."""

    name: str
    origin: Origin
    found: Changes
    quotes: tuple[Quote, ...]
    files: Mapping[str, bytes]
    """The bytes of each file by its path from the report's root."""
    has_other_columns: bool
    """Whether the descriptor gets or loses columns, or has them in another order."""
    is_rewritten: bool
    """Whether the descriptor is written anew, so that what an editor added to it is lost."""


def refreshable(report: Report) -> list[str]:
    """The tables whose origin is an address or a file of the report."""
    return [name for name, entry in sorted(report.packages.items()) if entry.data.original]


def refresh(report: Report, name: str, root: Path, web: Web, day: str) -> Refreshed:
    """What a table would become on a day; nothing is written.

    Raises CannotRunError, in words, if its origin is unknown, does not answer, or is no table any more.
    """
    entry = report.packages.get(name)
    if entry is None:
        reason = _BROKEN if name in _unread(report) else _NO_TABLE
        raise CannotRunError(reason.filled(name=name))
    original, before = entry.data.original, report.tables.get(name)
    if original is None:
        raise CannotRunError(_NO_ORIGIN.filled(name=name))
    if before is None:
        raise CannotRunError(_BROKEN.filled(name=name))
    language = report.config.language
    origin = _origin(original, root, web)
    answers = _answers(entry.data, original)
    understood = origin.understand(answers, language)
    if understood.doubts:
        raise CannotRunError(_asked(understood.doubts[0], original.path, name))
    made = _Made(entry, before, origin, understood, day, language)
    found = changes(before, made.table)
    log = _log(root, name, found, origin, understood.checksum, day, language)
    return Refreshed(
        name,
        origin,
        found,
        tuple(quotes(report, name, (*found.values, *found.lost))),
        {path.as_posix(): text.encode() for path, text in made.files.texts.items()} | log,
        made.has_other_columns,
        made.is_rewritten,
    )


def _unread(report: Report) -> set[str]:
    return {entry.slug for entry in report.unread if entry.kind == "packages"}


def _origin(original: Original, root: Path, web: Web) -> Origin:
    place = original.path
    if "://" not in place:
        file = root / place
        if not file.is_file():
            raise CannotRunError(_ELSEWHERE.filled(path=place))
        place = str(file)
    return origin_of(place, root, web, original.where, original.columns)


def _answers(package: DataPackage, original: Original) -> dict[str, str]:
    """How the table was read, and what its descriptor says of it now."""
    said = {
        "title": package.title,
        "source": package.sources[0].title,
        "licence": package.licenses[0].name,
    }
    return {**original.answers, **said}


def _asked(doubt: Doubt, place: str, name: str) -> Text:
    return _QUESTION.filled(question=doubt.question, place=place, name=name)


class _Made:
    """The table and the descriptor as they would be."""

    def __init__(
        self,
        entry: Entry[DataPackage],
        before: Table,
        origin: Origin,
        understood: Understanding,
        day: str,
        language: Language,
    ) -> None:
        understood = _with_status(understood, before)
        name, text = entry.slug, understood.table.csv()
        original = entry.data.original
        answers = {}
        if original:
            answers = dict(original.answers)
        whole = descriptor(name, understood, origin, answers, day, language)
        kept = _kept(entry, origin, understood, day)
        columns = tuple(column.name for column in understood.table.columns)
        self.has_other_columns = columns != before.columns
        if self.has_other_columns:
            kept = with_columns(kept, whole, entry.source.path)
        usable = None
        if kept:
            # The types of columns are an editor's to choose, as long as the values fit them.
            choices = (kept, with_types(kept, whole, entry.source.path))
            files = (Files(name, text, choice) for choice in choices)
            usable = next((one for one in files if not one.findings()), None)
        self.is_rewritten = usable is None
        self.files = usable or Files(name, text, whole)
        self.table = _table(self.files)


def _with_status(understood: Understanding, before: Table) -> Understanding:
    """The same with the column that says which figures are provisional, if the table had one and none are so
    any more: charts may use it.
    """
    table = understood.table
    status = next(filter(is_status, before.fields), None)
    if status is None or any(column.name == status.name for column in table.columns):
        return understood
    values = ("false",) * len(table.columns[0].values)
    column = TidyColumn(status.name, status.title, "boolean", "", values, required=False)
    return replace(understood, table=replace(table, columns=(*table.columns, column)))


def _kept(entry: Entry[DataPackage], origin: Origin, understood: Understanding, day: str) -> str:
    """The descriptor as it was, with another day and another version of its origin."""
    values: dict[DataPath, str] = {
        ("created",): day,
        ("original", "hash"): f"sha256:{understood.checksum}",
        ("original", "etag"): origin.etag,
        ("original", "version"): origin.version,
    }
    return renewed(entry.source, values)


def _table(files: Files) -> Table:
    """The table in two texts. Raises CannotRunError if there is something wrong with them."""
    path = f"charts/data/{files.name}"
    source, found = yaml_source(f"{path}.datapackage.yml", files.descriptor)
    package = None
    if source is not None:
        package, found = parse(DataPackage, source, source.data)
    table = None
    if package is not None:
        table, found = read_table(files.name, f"{path}.csv", files.table, package)
    if table is None:
        raise CannotRunError(_UNUSABLE.filled(what=found[0].what))
    return table


def _log(
    root: Path, name: str, found: Changes, origin: Origin, checksum: str, day: str, language: Language
) -> dict[str, bytes]:
    """The file that keeps what changed, if anything did."""
    if found.nothing:
        return {}
    path = path_of(name)
    former = ""
    if (root / path).is_file():
        former = (root / path).read_text("utf-8", "replace")
    return {path: with_entry(former, found, origin, checksum, day, language).encode()}
