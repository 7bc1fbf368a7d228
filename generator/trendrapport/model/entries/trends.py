"""A trend: a development that matters to whom the report is for, with the editors' reading of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar

from trendrapport.diagnostics import Text
from trendrapport.model.base import Model, described
from trendrapport.model.entries import Shape
from trendrapport.model.field_types import Known, Line, Score
from trendrapport.model.shared_fields import Named

PLACE = "{edition}/trends/{slug}.md"
SHAPE = Shape.TEXT
ONE = Text(nl="trend", en="trend")


class Form(StrEnum):
    """An analysis is a chapter; an update tells what is new about a known trend."""

    ANALYSIS = "analysis"
    UPDATE = "update"


class Effect(StrEnum):
    """What a trend does to a public value."""

    STRENGTHENED = "strengthened"
    PRESSURED = "pressured"
    MIXED = "mixed"


class ValueEffect(Model):
    """How a trend touches one public value."""

    value: Known = described(
        "de publieke waarde, uit taxonomies.values",
        "the public value, from taxonomies.values",
        example="privacy",
        to="values",
    )
    effect: Effect = described(
        "strengthened (versterkt), pressured (onder druk) of mixed (wisselend)",
        "strengthened, pressured or mixed",
        example="mixed",
    )
    why: Line = described("waarom, in één zin", "why, in one sentence", example="Eén zin die dit uitlegt.")
    source: Known | None = described("sleutel van een bron", "key of a source", default=None, to="sources")


class Relation(Model):
    """Another trend that this one has to do with."""

    trend: Known = described(
        "slug van de andere trend", "slug of the other trend", example="digitale-veiligheid", to="trends"
    )
    why: Line = described(
        "wat de twee trends met elkaar te maken hebben",
        "how the two trends are related",
        example="Eén zin die het verband uitlegt.",
    )


class Trend(Named):
    """A development in the information society, in one edition."""

    # What a report says of its trends is in its settings: `model/judgement.py` makes the model of its own, in
    # which that is required and all else is not there.
    unused: ClassVar[frozenset[str]] = frozenset()
    """The fields that the report at hand does not use; `plain` leaves them out."""

    @classmethod
    def plain(cls, data: Any) -> Any:  # noqa: ANN401
        """The data of a file without what the report does not use, which a check tells."""
        if not cls.unused or not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if key not in cls.unused}

    kind: Form = described(
        "analysis (analyse) of update (wat er nieuw is)",
        "analysis, or update (what is new)",
        example="analysis",
    )
    categories: tuple[Known, ...] = described(
        "een of meer categorieën, uit taxonomies.categories",
        "one or more categories, from taxonomies.categories",
        example=["maatschappelijk"],
        min_length=1,
        to="categories",
    )
    horizon: Known | None = described(
        "wanneer de trend speelt, uit taxonomies.horizons",
        "when the trend matters, from taxonomies.horizons",
        default=None,
        example="nu",
        to="horizons",
    )
    impact: Score | None = described(
        "hoe groot de gevolgen zijn, van 1 (klein) tot 5 (groot)",
        "how large the effects are, from 1 (small) to 5 (large)",
        default=None,
        example=3,
    )
    certainty: Score | None = described(
        "hoe zeker de ontwikkeling is, van 1 (onzeker) tot 5 (zeker)",
        "how certain the development is, from 1 (uncertain) to 5 (certain)",
        default=None,
        example=3,
    )
    stance: Known | None = described(
        "wat het rapport aanraadt, uit taxonomies.stances",
        "what the report advises, from taxonomies.stances",
        default=None,
        example="watch",
        to="stances",
    )
    actions: dict[Known, tuple[Line, ...]] = described(
        "wat elke rol kan doen, uit taxonomies.roles",
        "what each role can do, from taxonomies.roles",
        default={},
        example={"college": ["Een ding dat het college kan doen."]},
        to="roles",
        translated=True,
    )
    questions: dict[Known, tuple[Line, ...]] = described(
        "vragen om samen te bespreken, voor elke rol uit taxonomies.roles",
        "questions to discuss, for each role from taxonomies.roles",
        default={},
        example={"college": ["Wat betekent dit voor onze gemeente?"]},
        to="roles",
        translated=True,
    )
    drivers: tuple[Line, ...] = described(
        "wat de trend aanjaagt",
        "what drives the trend",
        default=(),
        example=["Een aanjager."],
        translated=True,
    )
    brakes: tuple[Line, ...] = described(
        "wat de trend remt", "what slows the trend", default=(), example=["Een rem."], translated=True
    )
    values: tuple[ValueEffect, ...] = described(
        "wat de trend met publieke waarden doet",
        "what the trend does to public values",
        default=(),
        translated=True,
    )
    related: tuple[Relation, ...] = described(
        "verwante trends", "related trends", default=(), translated=True
    )
    instruments: tuple[Known, ...] = described(
        "instrumenten die helpen", "instruments that help", default=(), to="instruments"
    )
    key_figures: tuple[Known, ...] = described(
        "kerncijfers uit key_figures.yml van deze editie",
        "key figures from this edition's key_figures.yml",
        default=(),
        to="key_figures",
        own_edition=True,
    )
    new: bool | None = described(
        "true als de trend nieuw is in de eerste editie van het rapport; in latere edities volgt dat vanzelf",
        "true if the trend is new in the first edition of the report; in later ones that follows by itself",
        default=None,
    )
    ended: Line | None = described(
        "waarom de trend met deze editie ophoudt; de radar en latere edities hebben hem dan niet meer",
        "why the trend ends with this edition; the radar and later editions then no longer have it",
        default=None,
        example="Dit is overal gewoon geworden.",
        translated=True,
    )
    tags: tuple[Line, ...] = described("trefwoorden", "keywords", default=(), example=["privacy"])


MODEL = Trend

IN_BRIEF = ("ended", "stance", "horizon", "impact", "certainty")
"""The fields of the summary box "In brief", in their order. A field here or below is a word of a taxonomy, a
score or a line of text.
"""

ON_CARDS = ("ended", "stance", "horizon")
"""The fields that lists show of a trend."""
