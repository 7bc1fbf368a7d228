"""A milestone: a dated event, such as a resolution, a law or a circular."""

from __future__ import annotations

from enum import StrEnum

from trendrapport.diagnostics import Text
from trendrapport.model.base import Model, described
from trendrapport.model.dates import PartialDate
from trendrapport.model.entries import Shape
from trendrapport.model.field_types import Known, Line, WebAddress

PLACE = "milestones.yml"
SHAPE = Shape.MAPPING
ONE = Text(nl="mijlpaal", en="milestone")
COUNTED = (Text(nl="1 mijlpaal", en="1 milestone"), Text(nl="{count} mijlpalen", en="{count} milestones"))


class MilestoneType(StrEnum):
    """What sort of event it is."""

    LAW = "law"
    RESOLUTION = "resolution"
    CIRCULAR = "circular"
    STRATEGY = "strategy"
    REGISTER = "register"
    PUBLICATION = "publication"
    INCIDENT = "incident"


class Milestone(Model):
    """What happened, when, and what it has to do with the trends."""

    title: Line = described("wat er gebeurde", "what happened", example="Wat er gebeurde", max_length=160)
    date: PartialDate = described(
        "wanneer: 2021, 2021-11 of 2021-11-25", "when: 2021, 2021-11 or 2021-11-25", example="2026-01"
    )
    type: MilestoneType = described(
        "soort: law (wet), resolution (resolutie), circular (circulaire), strategy, "
        "register, "
        "publication (publicatie) of incident",
        "law, resolution, circular, strategy, register, publication or incident",
        example="law",
    )
    explanation: Line = described("wat het betekent", "what it means", example="Wat dit betekent.")
    trends: tuple[Known, ...] = described(
        "trends waar dit bij hoort", "trends that this belongs to", default=(), to="trends"
    )
    instruments: tuple[Known, ...] = described(
        "instrumenten waar dit bij hoort", "instruments that this belongs to", default=(), to="instruments"
    )
    address: WebAddress | None = described(
        "adres met meer informatie", "address with more information", default=None
    )
    sources: tuple[Known, ...] = described(
        "sleutels van bronnen", "keys of sources", example=["bron-2026"], min_length=1, to="sources"
    )


MODEL = Milestone
