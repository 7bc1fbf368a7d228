"""A key figure: one number that says much, with its unit, period and source."""

from __future__ import annotations

from trendrapport.diagnostics import Text
from trendrapport.model.base import Model, described
from trendrapport.model.dates import PartialDate
from trendrapport.model.entries import Shape
from trendrapport.model.field_types import Known, Line

PLACE = "{edition}/key_figures.yml"
SHAPE = Shape.MAPPING
ONE = Text(nl="kerncijfer", en="key figure")
COUNTED = (
    Text(nl="1 kerncijfer", en="1 key figure"),
    Text(nl="{count} kerncijfers", en="{count} key figures"),
)


class KeyFigure(Model):
    """A number with everything needed to quote it."""

    title: Line = described(
        "wat het getal telt", "what the number counts", example="Wat dit getal telt", max_length=160
    )
    value: float = described(
        "het getal, met een punt als decimaalteken",
        "the number, with a decimal point",
        example=12.5,
        allow_inf_nan=False,
    )
    decimals: int | None = described(
        "aantal decimalen op de site; anders dat van het getal zelf",
        "number of decimals shown; otherwise as in the number itself",
        default=None,
        ge=0,
        le=6,
    )
    signed: bool = described(
        "een getal boven 0 krijgt een plus, zoals +27 %, omdat het een verandering is",
        "a number above 0 has a plus, such as +27%, as it is a change",
        default=False,
    )
    currency: str | None = described(
        "munteenheid volgens ISO 4217, zoals EUR",
        "ISO 4217 currency, such as EUR",
        default=None,
        example="EUR",
        pattern=r"^[A-Z]{3}$",
    )
    unit: Line | None = described(
        "eenheid achter het getal, zoals miljoen of %",
        "unit after the number, such as million or %",
        default=None,
    )
    period: PartialDate | None = described(
        "jaar, maand of dag waarover het getal gaat",
        "year, month or day that the number is about",
        default=None,
    )
    explanation: Line = described(
        "wat het getal betekent", "what the number means", example="Wat dit getal betekent."
    )
    source: Known = described("sleutel van de bron", "key of the source", example="bron-2026", to="sources")
    trends: tuple[Known, ...] = described(
        "trends waar het getal bij hoort", "trends that the number belongs to", default=(), to="trends"
    )


MODEL = KeyFigure
