"""An instrument: something that exists already and helps a municipality."""

from __future__ import annotations

from trendrapport.diagnostics import Text
from trendrapport.model.base import described
from trendrapport.model.entries import Shape
from trendrapport.model.field_types import Known, Line, WebAddress
from trendrapport.model.shared_fields import Named

PLACE = "instruments/{slug}.md"
SHAPE = Shape.TEXT
ONE = Text(nl="instrument", en="instrument")


class Instrument(Named):
    """What it is, who runs it and which trends it serves."""

    owner: Line = described("wie het instrument beheert", "who maintains it", example="Beheerder")
    type: Line = described(
        "soort instrument, in een of twee woorden",
        "type of instrument, in a word or two",
        example="dashboard",
    )
    address: WebAddress | None = described("website", "website", default=None)
    trends: tuple[Known, ...] = described(
        "trends waarvoor het helpt", "trends that it helps with", default=(), to="trends"
    )


MODEL = Instrument
