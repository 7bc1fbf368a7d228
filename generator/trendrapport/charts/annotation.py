"""What an editor marks in a chart: a moment, a range of time, a value, or one of the points."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict
from pydantic_core import PydanticCustomError

from trendrapport.model import Known, Line, Model, PartialDate, described

Form = Literal["moment", "range", "value", "point"]


def _moment(value: str | int) -> str | int:
    if isinstance(value, int) and not 0 < value <= 9999:  # noqa: PLR2004 - the years of ISO 8601
        raise PydanticCustomError("bad-date", "not a year", {"value": value})
    return value


Moment = PartialDate | Annotated[int, AfterValidator(_moment)]
"""A year as a number, or a date as exact as it is known."""


class Annotation(Model):
    """One mark with its label; `at`, `from` and `to`, `value`, `point` or `milestone` says where."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"value": 50, "label": "de helft"}]})

    at: Moment | None = described("moment van een gebeurtenis: 2021, 2021-11 of 2021-11-25",
                                  "moment of an event: 2021, 2021-11 or 2021-11-25", default=None)
    start: Moment | None = described("begin van een periode", "start of a range", default=None, alias="from")
    to: Moment | None = described("eind van een periode", "end of a range", default=None)
    value: float | None = described("waarde van een hulplijn, zoals die op de as staat", "value of a reference line, as it is on the axis",
                                    default=None)
    point: str | int | None = described("plaats van een punt: een waarde uit de kolom bij x, category of label",
                                        "place of a point: a value from the column at x, category or label", default=None)
    series: str | int | None = described("de reeks waarin het punt ligt", "the series in which the point lies", default=None)
    milestone: Known | None = described("een mijlpaal uit content/milestones.yml: geeft moment en tekst",
                                        "a milestone from content/milestones.yml: gives moment and text", default=None, to="milestones")
    label: Line | None = described("wat erbij staat, in een paar woorden", "what stands beside it, in a few words", default=None,
                                   max_length=80)

    @property
    def form(self) -> Form | None:
        """What is marked; None if the declaration names nothing or more than one thing."""
        found: list[tuple[Form, bool]] = [
            ("moment", self.milestone is not None or self.at is not None), ("range", self.start is not None or self.to is not None),
            ("value", self.value is not None), ("point", self.point is not None)]
        forms = [form for form, given in found if given]
        half = forms == ["range"] and (self.start is None or self.to is None)
        return forms[0] if len(forms) == 1 and not half else None
