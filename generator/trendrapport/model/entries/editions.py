"""An edition: one published trend report."""

from __future__ import annotations

from trendrapport.diagnostics import Text
from trendrapport.model.base import described
from trendrapport.model.dates import PartialDate
from trendrapport.model.entries import Shape
from trendrapport.model.field_types import Known, Line, Slug, WebAddress
from trendrapport.model.shared_fields import Named

PLACE = "{edition}/edition.yml"
SHAPE = Shape.SINGLE
ONE = Text(nl="editie", en="edition")


class Edition(Named):
    """An edition's title, date, order and makers. Its name, the folder's, is its address."""

    published: PartialDate = described(
        "wanneer de editie verscheen, als datum voor lezers: 2021, 2021-11 of 2021-11-25",
        "when the edition appeared, as a date for readers: 2021, 2021-11 or 2021-11-25",
        example="2026",
    )
    short_name: Line | None = described(
        "korte naam na het woord Editie, in titels, menu's en knoppen; anders die van de map",
        "short name, after the word Edition",
        default=None,
        example="zomer 2026",
        max_length=40,
        translated=True,
    )
    theme: Line | None = described(
        "waar deze editie over gaat, in één zin",
        "what this edition is about, in one sentence",
        default=None,
    )
    trends: tuple[Known, ...] = described(
        "volgorde van de trends", "order of the trends", default=(), to="trends", own_edition=True
    )
    interviews: tuple[Known, ...] = described(
        "volgorde van de interviews", "order of the interviews", default=(), to="interviews", own_edition=True
    )
    editors: tuple[Known, ...] = described(
        "redactie, uit people.yml", "editors, from people.yml", default=(), to="people"
    )
    address: WebAddress | None = described(
        "adres van de oorspronkelijke uitgave", "address of the original edition", default=None
    )
    judgement: Line | None = described(
        "van wie de duiding is (houding, horizon, impact, zekerheid, waarden)",
        "whose assessment this is (stance, horizon, impact, certainty, values)",
        default=None,
    )

    formerly: tuple[Slug, ...] = described(
        (
            "eerdere namen van de map van deze editie; de oude adressen van alle pagina's leiden dan "
            "naar de nieuwe"
        ),
        (
            "former names of this edition's folder; the old addresses of all its pages then lead to "
            "the new ones"
        ),
        default=(),
        example=["2025-concept"],
    )

    @property
    def credited(self) -> tuple[str, ...]:
        """Who is named as the author of the whole: its authors, else its editors."""
        return self.authors or self.editors


MODEL = Edition
