"""An interview: a person, what the talk is about, and the trends that it throws light on."""

from __future__ import annotations

from trendrapport.diagnostics import Text
from trendrapport.model.base import Model, described
from trendrapport.model.dates import PartialDate
from trendrapport.model.entries import Shape
from trendrapport.model.field_types import Known, Line
from trendrapport.model.portraits import Portrait
from trendrapport.model.shared_fields import Named

PLACE = "{edition}/interviews/{slug}.md"
SHAPE = Shape.TEXT
ONE = Text(nl="interview", en="interview")


class Quote(Model):
    """Words that the person said or wrote, to the letter."""

    text: Line = described(
        "het citaat, letterlijk", "the quotation, word for word", example="Letterlijk citaat."
    )
    source: Known | None = described(
        "sleutel van de bron waar het citaat staat",
        "key of the source of the quotation",
        default=None,
        to="sources",
    )


class Interview(Named):
    """A talk with one person, in one edition."""

    person: Known = described(
        "wie er spreekt, uit people.yml", "who speaks, from people.yml", example="naam", to="people"
    )
    role: Line | None = described(
        "functie ten tijde van het gesprek, als die afwijkt van people.yml",
        "role at the time, where it differs from people.yml",
        default=None,
        translated=True,
    )
    organisation: Line | None = described(
        "organisatie ten tijde van het gesprek, als die afwijkt van people.yml",
        "organisation at the time, where it differs from people.yml",
        default=None,
        translated=True,
    )
    portrait: Portrait | None = described(
        "foto met tekstalternatief", "photo with text alternative", default=None, translated=True
    )
    date: PartialDate | None = described(
        "datum van het gesprek: 2021, 2021-11 of 2021-11-25",
        "date of the interview: 2021, 2021-11 or 2021-11-25",
        default=None,
    )
    quotes: tuple[Quote, ...] = described("uitgelichte citaten", "pull quotes", default=(), translated=True)
    trends: tuple[Known, ...] = described(
        "trends waar het gesprek over gaat", "trends that the interview is about", default=(), to="trends"
    )


MODEL = Interview
