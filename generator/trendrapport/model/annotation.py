"""What an editor marks in a chart: a moment, a range of time, a value, or one of the points."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError

from trendrapport.model.base import Model, described
from trendrapport.model.dates import FIRST_YEAR, LAST_YEAR, partial_date
from trendrapport.model.field_types import Known, Line
from trendrapport.model.periods import period

Form = Literal["moment", "range", "value", "point"]


def _moment(value: str | int) -> str | int:
    """A moment as the charts read it: a quarter or week as ISO 8601 would write it, whatever the notation."""
    if isinstance(value, int) and not 0 < value <= 9999:
        raise PydanticCustomError("bad-moment", "not a year", {"value": value})
    if isinstance(value, int) and value < FIRST_YEAR:
        return value
    text = str(value)
    found = period(text)
    if found and found.sort in {"quarter", "week"} and FIRST_YEAR <= found.year <= LAST_YEAR:
        return found.iso
    try:
        return partial_date(text)
    except PydanticCustomError as error:
        code = "bad-moment" if error.type == "bad-date" else error.type
        raise PydanticCustomError(code, "not a moment", error.context) from error


_PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?|(-?Q|KW0)[1-4]|-?W[0-5][0-9])?$"
Moment = Annotated[
    str | int,
    AfterValidator(_moment),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": _PATTERN,
            "minimum": 1,
            "maximum": 9999,
            "examples": ["2026-01", "2026-Q1", "2026-W05"],
        }
    ),
]
"""A year, month, day, quarter or week; a year may be a whole number."""


class Annotation(Model):
    """One mark with its label; `at`, `from` and `to`, `value`, `point` or `milestone` says where."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"value": 50, "label": "de helft"}]})

    at: Moment | None = described(
        "moment van een gebeurtenis: 2021, 2021-11, 2021-11-25, 2021-Q4 of 2021-W47",
        "moment of an event: 2021, 2021-11, 2021-11-25, 2021-Q4 or 2021-W47",
        default=None,
    )
    start: Moment | None = described("begin van een periode", "start of a range", default=None, alias="from")
    to: Moment | None = described("eind van een periode", "end of a range", default=None)
    value: float | None = described(
        "waarde van een hulplijn, zoals die op de as staat",
        "value of a reference line, as it is on the axis",
        default=None,
    )
    point: str | int | None = described(
        "het punt: een waarde uit de kolom bij x, category of label",
        "the point: a value from the column under x, category or label",
        default=None,
    )
    series: str | int | None = described(
        "de reeks waar het punt bij hoort", "the series that the point belongs to", default=None
    )
    milestone: Known | None = described(
        "een mijlpaal uit content/milestones.yml, voor het moment en de tekst",
        "a milestone from content/milestones.yml, for the moment and the text",
        default=None,
        to="milestones",
    )
    label: Line | None = described(
        "het label erbij, in een paar woorden",
        "the label beside it, in a few words",
        default=None,
        max_length=80,
    )

    @property
    def form(self) -> Form | None:
        """What is marked; None if the declaration names nothing or more than one thing."""
        found: list[tuple[Form, bool]] = [
            ("moment", self.milestone is not None or self.at is not None),
            ("range", self.start is not None or self.to is not None),
            ("value", self.value is not None),
            ("point", self.point is not None),
        ]
        forms = [form for form, given in found if given]
        half = forms == ["range"] and (self.start is None or self.to is None)
        return forms[0] if len(forms) == 1 and not half else None
