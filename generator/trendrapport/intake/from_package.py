"""A table of a Data Package (https://datapackage.org/standard/data-package/) to what is understood of it: its
descriptor says what is in it, so nothing is guessed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from trendrapport.charts.tables.form import PLAIN, parted
from trendrapport.charts.tables.table import Table, read_table
from trendrapport.charts.tables.tidied import mark, marks
from trendrapport.diagnostics import CannotRunError, Language, Text, shortened
from trendrapport.files.cells import BrokenQuote
from trendrapport.files.decoding import decode_table
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt
from trendrapport.intake.provenance import UNSTATED, Provenance, licence_of
from trendrapport.intake.sheet import Place
from trendrapport.intake.tidy import name_of, tidied
from trendrapport.intake.typed import Typed
from trendrapport.intake.understanding import Understanding
from trendrapport.model.charts import DataPackage, DeclaredField, Licence
from trendrapport.model.dialects import Dialect, Notation, codec

Json = dict[str, Any]
Read = Callable[[str], bytes]
"""The bytes of a file by its path beside the descriptor, or by its address."""

_TYPES = frozenset({"string", "integer", "number", "boolean", "date", "year", "yearmonth"})
_NO_PACKAGE = Text(nl='"{name}" is geen Data Package: {why}.', en='"{name}" is not a data package: {why}.')
_NO_JSON = Text(nl="het is geen JSON", en="it is not JSON")
_NO_TABLES = Text(nl="er staat geen tabel met kolommen in", en="it has no table with columns")
_PATH = Text(
    nl='de tabel "{path}" ligt niet naast de beschrijving',
    en='the table "{path}" is not beside the descriptor',
)
_FIELD = Text(nl="de beschrijving van een kolom klopt niet", en="the descriptor of a column is wrong")
_ENCODING = Text(nl='de tekenset "{encoding}" is onbekend', en='the encoding "{encoding}" is unknown')
_WRONG = Text(
    nl='De tabel "{path}" klopt niet met haar beschrijving: regel {line}: {what}.',
    en='The table "{path}" does not agree with its descriptor: line {line}: {what}.',
)
_WHICH = Text(nl="Er zijn meer tabellen. Welke?", en="There are several tables. Which one?")
_AS_TEXT = Text(nl='kolom "{column}": {type} wordt tekst', en='column "{column}": {type} becomes text')
_LICENCE = Text(nl="Licentie niet vermeld", en="Licence not stated")


def understand_package(
    name: str, raw: bytes, read: Read, answers: Mapping[str, str], language: Language = "nl"
) -> Understanding:
    """What is understood of a package with these answers; `raw` is its descriptor.

    Raises CannotRunError for what is no package, or a table that does not agree with its descriptor.
    """
    dialogue = Dialogue(answers)
    package = _json(name, raw)
    resource = _resource(name, package, read, dialogue)
    path = str(resource["path"])
    text_bytes = read(_safe(name, path))
    table = _table(name, path, text_bytes, resource, dialogue)
    columns = _columns(table)
    found = tidied(columns, _signs(table), language, dialogue)
    around = _provenance(name, package, resource, dialogue, language)
    dialogue.check_answers()
    checksum = hashlib.sha256(raw + text_bytes).hexdigest()
    return Understanding(found, around, "", checksum, tuple(dialogue.understood), tuple(dialogue.doubts))


def _json(name: str, raw: bytes) -> Json:
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise CannotRunError(_NO_PACKAGE.filled(name=name, why=_NO_JSON)) from error
    if not isinstance(found, dict) or not isinstance(found.get("resources"), list):
        raise CannotRunError(_NO_PACKAGE.filled(name=name, why=_NO_TABLES))
    return found


def _resource(name: str, package: Json, read: Read, dialogue: Dialogue) -> Json:
    """The table in a package; of several the one that is answered."""
    tables: dict[str, Json] = {}
    for number, one in enumerate(package["resources"], 1):
        if isinstance(one, dict) and isinstance(one.get("path"), str):
            made = {**one, "schema": _part(name, one.get("schema"), read)}
            made["dialect"] = _part(name, one.get("dialect"), read)
            if isinstance(made["schema"].get("fields"), list) and made["schema"]["fields"]:
                tables[str(one.get("name") or number)] = made
    if not tables:
        raise CannotRunError(_NO_PACKAGE.filled(name=name, why=_NO_TABLES))
    if len(tables) == 1:
        return next(iter(tables.values()))
    choices = tuple(Choice(key, _text(one.get("title") or key)) for key, one in tables.items())
    return tables[dialogue.ask(Doubt("resource", Place(), _WHICH, choices))]


def _text(value: object) -> Text:
    shown = shortened(str(value))
    return Text(shown, shown)


def _part(name: str, part: object, read: Read) -> Json:
    """A part of a descriptor, which may be in a file of its own."""
    if isinstance(part, str):
        part = _json_part(name, read(_safe(name, part)))
    if isinstance(part, dict):
        return part
    return {}


def _json_part(name: str, raw: bytes) -> object:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise CannotRunError(_NO_PACKAGE.filled(name=name, why=_NO_JSON)) from error


def _safe(name: str, path: str) -> str:
    """A path, if it is beside the descriptor as the standard asks, or an address."""
    parts = path.replace("\\", "/").split("/")
    is_address = path.startswith(("https://", "http://"))
    if not is_address and (".." in parts or parts[0] in ("", "~") or ":" in path):
        raise CannotRunError(_NO_PACKAGE.filled(name=name, why=_PATH.filled(path=shortened(path))))
    return path


def _table(name: str, path: str, raw: bytes, resource: Json, dialogue: Dialogue) -> Table:
    """The table as the descriptor says that it is."""
    package = _package(name, path, resource, dialogue)
    encoding = str(resource.get("encoding") or "utf-8")
    if not codec(encoding):
        raise CannotRunError(
            _NO_PACKAGE.filled(name=name, why=_ENCODING.filled(encoding=shortened(encoding)))
        )
    text, found = decode_table(path, raw, codec(encoding))
    table = None
    if text is not None:
        table, found = read_table("table", path, text, package)
    if table is None:
        first = found[0]
        line = first.location.line
        raise CannotRunError(_WRONG.filled(path=shortened(path), line=line, what=first.what))
    return table


def _package(name: str, path: str, resource: Json, dialogue: Dialogue) -> DataPackage:
    """The descriptor in the words of a report. The names of columns are those of the file."""
    schema = resource["schema"]
    fields = [_field(one, dialogue) for one in schema["fields"] if isinstance(one, dict)]
    dialect = {key: value for key, value in resource["dialect"].items() if key in Dialect.model_fields}
    told = {
        "name": "table",
        "title": "table",
        "licenses": [{"name": UNSTATED}],
        "sources": [{"title": "table"}],
        "resources": [
            {
                "name": "table",
                "path": path,
                "dialect": dialect,
                "schema": {"fields": fields, "missingValues": schema.get("missingValues", [""])},
            }
        ],
    }
    try:
        return DataPackage.model_validate_json(json.dumps(told))
    except ValidationError as error:
        raise CannotRunError(_NO_PACKAGE.filled(name=name, why=_FIELD)) from error


def _field(told: Json, dialogue: Dialogue) -> Json:
    """A column whose title is what its heading says, so that it is found there."""
    heading = str(told.get("name") or "")
    sort = told.get("type") or "string"
    if sort not in _TYPES:
        dialogue.tell(name_of(heading), Place(), _AS_TEXT.filled(column=heading, type=sort))
        sort = "string"
    kept = {key: told[key] for key in Notation.model_fields if key in told}
    if sort != "date":
        kept.pop("format", None)
    made = {"name": name_of(heading), "type": sort, "title": heading, **kept}
    shown = told.get("title")
    if shown:
        return {**made, "description": str(shown)}
    return made


def _columns(table: Table) -> list[Typed]:
    """The columns of a table; the title of each is what readers see, if its descriptor says it."""
    rows = [row for row in parted(table.text, PLAIN).body if not isinstance(row, BrokenQuote)]
    resource = table.package.resources[0]
    columns = []
    for number, field in enumerate(resource.schema_.fields):
        signs = marks(field, resource.schema_, None)
        places: list[Place] = []
        values: list[str] = []
        missing: list[str] = []
        for at, row in enumerate(rows):
            cell = row[number].text
            is_missing = cell in signs
            places.append(Place(at + 2, number + 1))
            values.append("" if is_missing else cell)
            missing.append(cell if is_missing else "")
        columns.append(_typed(field, tuple(values), tuple(missing), tuple(places)))
    return columns


def _typed(
    field: DeclaredField, values: tuple[str, ...], missing: tuple[str, ...], places: tuple[Place, ...]
) -> Typed:
    return Typed(
        field.name,
        field.description or field.title,
        field.type,
        values,
        places,
        unit=field.unit or "",
        marks=missing if any(missing) else (),
        key_column=field.type not in ("number", "integer", "boolean"),
    )


def _signs(table: Table) -> dict[str, str]:
    """What marks for missing values mean, as the descriptor says."""
    schema = table.declared.resources[0].schema_
    marks_ = list(schema.missingValues)
    for field in schema.fields:
        marks_ += field.missingValues or ()
    found: dict[str, str] = {}
    for one in marks_:
        if not isinstance(one, str) and one.label:
            found[mark(one)] = one.label
    return found


def _provenance(
    name: str, package: Json, resource: Json, dialogue: Dialogue, language: Language
) -> Provenance:
    """Where the table comes from, as its descriptor says."""
    sources = _listed(resource.get("sources") or package.get("sources"))
    licences = _listed(resource.get("licenses") or package.get("licenses"))
    first = {}
    if sources:
        first = sources[0]
    of_package = str(package.get("title") or name)
    title = dialogue.given("title") or str(resource.get("title") or of_package)
    source = dialogue.given("source") or str(first.get("title") or of_package)
    licence = _licence(licences, dialogue.given("licence"), language)
    described = str(resource.get("description") or package.get("description") or "")
    about = " ".join(described.split())
    address = _address(first.get("path")) or _address(package.get("homepage"))
    return Provenance(title, about, source, address, licence.name, licence.title, licence.path)


def _licence(told: Sequence[Json], answer: str | None, language: Language) -> Licence:
    if answer or not told:
        return licence_of(answer or UNSTATED, language)
    first = told[0]
    known = licence_of(str(first.get("name") or UNSTATED), language)
    title = str(first.get("title") or "") or known.title
    return Licence(name=known.name, title=title, path=_address(first.get("path")) or known.path)


def _listed(value: object) -> list[Json]:
    if isinstance(value, list):
        return [one for one in value if isinstance(one, dict)]
    return []


def _address(value: object) -> str | None:
    if isinstance(value, str) and value.startswith(("https://", "http://")):
        return value
    return None
