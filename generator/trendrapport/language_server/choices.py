"""What can be written at a spot, with what each choice means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from trendrapport.charts import kinds
from trendrapport.diagnostics import Language, Text
from trendrapport.language_server.fields import Field, Form, alternatives, explanation
from trendrapport.language_server.names import named
from trendrapport.language_server.spot import Spot
from trendrapport.model.vocabulary import singular
from trendrapport.prose.html import BLOCKS
from trendrapport.report.report import Report
from trendrapport.runtime.plugins import modules

_REQUIRED = Text(nl="verplicht", en="required")
_COLUMN = Text(nl="kolom", en="column")
_KIND = Text(nl="soort grafiek", en="kind of chart")


@dataclass(frozen=True)
class Choice:
    """A key, a value or a name that can be written."""

    written: str
    title: str = ""
    """What it is, in a few words."""
    explanation: str = ""
    is_key: bool = False


def choices(spot: Spot, lines: Sequence[str], report: Report | None, language: Language) -> list[Choice]:
    """All that can be written at a spot in a file with these lines."""
    if spot.to == "blocks":
        return [Choice(word) for word in BLOCKS]
    if spot.form.name == "chart" and (own := _of_chart(spot, lines, report, language)):
        return own
    found: list[Choice] = []
    if spot.to and report:
        found += _names(spot, report, language)
    if spot.field:
        found += _keys(spot.field, language)
        found += [Choice(value) for value in spot.field.choices]
    return found


def _names(spot: Spot, report: Report, language: Language) -> Iterator[Choice]:
    """The names of a kind or taxonomy; in a mapping they are its keys."""
    in_mapping = spot.field is not None and any("additionalProperties" in one for one in spot.field.schemas)
    for one in named(report, spot.to, spot.edition):
        explanation = one.explanation or singular(spot.to).of(language)
        yield Choice(one.name, one.title, explanation, is_key=in_mapping)


def _keys(field: Field, language: Language) -> Iterator[Choice]:
    for key, schema in field.keys.items():
        title = _REQUIRED.of(language) if key in field.required else ""
        yield Choice(key, title, explanation(schema, language), is_key=True)


def _of_chart(spot: Spot, lines: Sequence[str], report: Report | None, language: Language) -> list[Choice]:
    """What depends on the kind and the table of a chart: its kinds, roles, options and columns."""
    kind = modules(kinds).get(_value(lines, "kind"))
    match spot.at:
        case ("kind",):
            return [Choice(name, _KIND.of(language), _manual(name)) for name in modules(kinds)]
        case ("fields",) if kind is not None:
            return [Choice(role, is_key=True) for role in kind.FIELDS]
        case ("fields", *_) | ("places", "code") | ("places", "value"):
            return _columns(report, _value(lines, "data"), language)
        case ("options", *inner) if kind is not None:
            return list(_options(Form("options", None, kind.OPTIONS.model_json_schema()), inner, language))
    return []


def _options(form: Form, inner: Sequence[str | int], language: Language) -> Iterator[Choice]:
    field = Field(form, tuple(alternatives(form.schema, form.schema)))
    for name in inner:
        field = field.within(name)
    yield from _keys(field, language)
    yield from map(Choice, field.choices)


def _columns(report: Report | None, table: str, language: Language) -> list[Choice]:
    """The columns of a table, as its descriptor names them."""
    package = report.packages.get(table) if report else None
    if package is None:
        return []
    columns = package.data.resources[0].schema_.fields
    column = partial(Choice, title=_COLUMN.of(language))
    return [column(one.name, explanation=one.title) for one in columns]


def _manual(kind: str) -> str:
    """The first paragraph of the manual page of a kind of chart."""
    text = modules(kinds)[kind].__doc__ or ""
    return text.partition("\n\n")[0]


def _value(lines: Sequence[str], key: str) -> str:
    """The value of a key at the top level, also in a file that cannot be parsed yet."""
    for line in lines:
        found = re.match(rf"{key}:\s*[\"']?([\w-]+)", line)
        if found:
            return found[1]
    return ""
