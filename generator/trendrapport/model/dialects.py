"""How a table's file is written, as Table Dialect and Table Schema have it
(https://datapackage.org/standard/table-dialect/, .../table-schema/).

Knows no tables: these are the words of a descriptor, and what contradicts itself in them.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple, NoReturn, Self

from pydantic import AfterValidator, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from trendrapport.model.base import Model, described
from trendrapport.model.date_patterns import is_pattern

LINE_ENDS = frozenset({"\r\n", "\n", "\r"})
"""What ends a line on any system; each is read as the others are."""
_ENCODINGS = frozenset(
    {
        "ascii",
        "cp1250",
        "cp1252",
        "cp437",
        "cp850",
        "iso8859-1",
        "iso8859-15",
        "iso8859-2",
        "mac-roman",
        "utf-16",
        "utf-16-be",
        "utf-16-le",
        "utf-8",
        "utf-8-sig",
    }
)
"""Python's names of the encodings in which offices save tables."""


def codec(encoding: str) -> str:
    """Python's name of an encoding that a table can have; empty for any other."""
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        return ""
    return name if name in _ENCODINGS else ""


def _encoding(value: str) -> str:
    if not codec(value):
        raise PydanticCustomError("bad-encoding", "an encoding that tables do not have", {"value": value})
    return value


def _sign(value: str) -> str:
    if len(value) != 1 or value in "\r\n":
        raise PydanticCustomError("bad-sign", "not one character", {"value": value})
    return value


def _signs(value: str) -> str:
    if not value:
        raise PydanticCustomError("bad-sign", "no character", {"value": value})
    return value


def _pattern(value: str) -> str:
    if value != "default" and not is_pattern(value):
        raise PydanticCustomError("bad-date-pattern", "not the pattern of a date", {"value": value})
    return value


Encoding = Annotated[str, AfterValidator(_encoding)]
Sign = Annotated[str, AfterValidator(_sign), Field(json_schema_extra={"minLength": 1, "maxLength": 1})]
Signs = Annotated[str, AfterValidator(_signs), Field(json_schema_extra={"minLength": 1})]
DatePattern = Annotated[str, AfterValidator(_pattern)]
RowNumber = Annotated[int, Field(ge=1)]


class MissingValue(Model):
    """A mark for a missing value, with what it means."""

    value: str = described("het teken in de tabel", "the mark in the table", example=".")
    label: str | None = described("wat het betekent", "what it means", default=None, example="geheim")


Missing = str | MissingValue


class Wrong(NamedTuple):
    """A key that contradicts another one."""

    key: str
    code: str
    says: dict[str, Any]


def refuse(model: Model, wrong: list[Wrong]) -> NoReturn:
    """Refuses a model, each finding at its own key."""
    errors = []
    for key, code, says in wrong:
        error = PydanticCustomError(code, "contradicts another key", says)
        errors.append(InitErrorDetails(type=error, loc=(key,), input=getattr(model, key)))
    raise ValidationError.from_exception_data(type(model).__name__, errors)


class Dialect(Model):
    """How a table's file parts its rows and cells."""

    delimiter: Signs = described("wat de kolommen scheidt", "what separates columns", default=",")
    lineTerminator: Signs = described(  # noqa: N815 - the standard's name
        "wat een rij afsluit", "what ends a row", default="\r\n"
    )
    quoteChar: Sign = described(  # noqa: N815
        "het aanhalingsteken om een cel", "the quotation mark around a cell", default='"'
    )
    doubleQuote: bool = described(  # noqa: N815
        "twee aanhalingstekens binnen een cel zijn er één",
        "two quotation marks within a cell are one",
        default=True,
    )
    escapeChar: Sign | None = described(  # noqa: N815
        "teken dat het volgende teken zijn betekenis ontneemt",
        "character that takes the meaning from the next one",
        default=None,
    )
    nullSequence: str | None = described(  # noqa: N815
        r"teken voor een ontbrekende waarde in elke kolom, zoals \N",
        r"mark for a missing value in any column, such as \N",
        default=None,
    )
    skipInitialSpace: bool = described(  # noqa: N815
        "spaties na een scheidingsteken tellen niet mee",
        "spaces after a delimiter do not count",
        default=False,
    )
    header: bool = described("er is een kopregel", "there is a header row", default=True)
    headerRows: tuple[RowNumber, ...] = described(  # noqa: N815
        "de nummers van de rijen die samen de kopregel zijn; wat erboven staat, telt niet mee",
        "the numbers of the rows that are the header row together; what is above them does not count",
        default=(1,),
        min_length=1,
    )
    headerJoin: str = described(  # noqa: N815
        "wat tussen de delen van een kop komt", "what joins the parts of a heading", default=" "
    )
    commentRows: tuple[RowNumber, ...] = described(  # noqa: N815
        "de nummers van rijen die niet meetellen", "the numbers of rows that do not count", default=()
    )
    commentChar: Signs | None = described(  # noqa: N815
        "hoe een regel begint die niet meetelt", "how a line starts that does not count", default=None
    )

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        wrong = [*self._same_signs(), *self._wrong_rows()]
        if wrong:
            refuse(self, wrong)
        return self

    def _same_signs(self) -> Iterator[Wrong]:
        """Signs with two meanings."""
        signs = {"delimiter": self.delimiter, "lineTerminator": self.lineTerminator}
        signs |= {"quoteChar": self.quoteChar}
        signs |= {key: sign for key in ("escapeChar", "commentChar") if (sign := getattr(self, key))}
        if self.skipInitialSpace:
            signs["skipInitialSpace"] = " "
        seen: dict[str, str] = {}
        for key, sign in signs.items():
            other = seen.setdefault(sign, key)
            if other != key:
                yield Wrong(key, "same-sign", {"other": other, "sign": sign})
        if self.delimiter in LINE_ENDS:
            yield Wrong("delimiter", "same-sign", {"other": "lineTerminator", "sign": r"\n"})

    def _wrong_rows(self) -> Iterator[Wrong]:
        """Rows that are two things, or are named where there are none."""
        if not self.header and "headerRows" in self.model_fields_set:
            yield Wrong("headerRows", "header-off", {})
        if list(self.headerRows) != sorted(set(self.headerRows)):
            yield Wrong("headerRows", "rows-out-of-order", {})
        both = sorted({*self.headerRows} & {*self.commentRows})
        if self.header and both and "headerRows" in self.model_fields_set:
            yield Wrong("commentRows", "row-twice", {"row": both[0], "other": "headerRows"})


class Notation(Model):
    """How the values of a column are written."""

    decimalChar: Sign | None = described(  # noqa: N815
        'het decimaalteken; "." zegt dat ook 1.234 een decimale punt heeft',
        'the decimal point; "." says that 1.234 too has a decimal point',
        default=None,
    )
    groupChar: Sign | None = described(  # noqa: N815
        "wat duizendtallen scheidt", "what separates thousands", default=None
    )
    bareNumber: bool | None = described(  # noqa: N815
        "false: om het getal staat iets dat niet meetelt, zoals % of €",
        "false: around the number is something that does not count, such as % or €",
        default=None,
    )
    trueValues: tuple[Signs, ...] | None = described(  # noqa: N815
        "wat in de tabel waar betekent, zoals ja", "what means true in the table, such as yes", default=None
    )
    falseValues: tuple[Signs, ...] | None = described(  # noqa: N815
        "wat in de tabel onwaar betekent, zoals nee",
        "what means false in the table, such as no",
        default=None,
    )
    format: DatePattern | None = described(
        'hoe een datum is geschreven, zoals "%d-%m-%Y"',
        'how a date is written, such as "%d-%m-%Y"',
        default=None,
    )
    missingValues: tuple[Missing, ...] | None = described(  # noqa: N815
        "tekens voor een ontbrekende waarde in deze kolom, elk met een betekenis (value en label) of zonder",
        "marks for a missing value in this column, each with what it means (value and label) or without",
        default=None,
    )

    def contradictions(self, type_: str) -> Iterator[Wrong]:
        """The keys that a column of a type cannot have, or that say two things."""
        for key, types in _TYPES.items():
            if getattr(self, key) is not None and type_ not in types:
                yield Wrong(key, "key-of-type", {"type": type_, "types": ", ".join(types)})
        yield from self._wrong_signs(type_)
        both = sorted({*(self.trueValues or ())} & {*(self.falseValues or ())})
        if both:
            yield Wrong("falseValues", "same-sign", {"other": "trueValues", "sign": both[0]})

    def _wrong_signs(self, type_: str) -> Iterator[Wrong]:
        """The signs in numbers that mean something else, or two things."""
        if type_ == "number" and self.groupChar == (self.decimalChar or "."):
            yield Wrong("groupChar", "same-sign", {"other": "decimalChar", "sign": self.groupChar})
        for key, sign in (("decimalChar", self.decimalChar), ("groupChar", self.groupChar)):
            if sign and (sign.isalnum() or sign in "+-"):
                yield Wrong(key, "sign-of-number", {"sign": sign})


_TYPES = {
    "decimalChar": ("number",),
    "groupChar": ("number", "integer"),
    "bareNumber": ("number", "integer"),
    "trueValues": ("boolean",),
    "falseValues": ("boolean",),
    "format": ("date",),
}
"""By key of a notation: the types of columns that can have it."""
