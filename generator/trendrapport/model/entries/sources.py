"""A source in CSL-YAML, the form that Zotero and Pandoc read and write.

Keys are those of the Citation Style Language, https://docs.citationstyles.org/.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal, Self
from urllib.parse import unquote

from pydantic import AfterValidator, AliasGenerator, ConfigDict, JsonValue, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from trendrapport.diagnostics import Text
from trendrapport.model import csl
from trendrapport.model.base import Model, described
from trendrapport.model.dates import DateParts, PartialDate
from trendrapport.model.entries import Shape
from trendrapport.model.field_types import Line, WebAddress

PLACE = "sources.yml"
SHAPE = Shape.REFERENCES
ONE = Text(nl="bron", en="source")
COUNTED = (Text(nl="1 bron", en="1 source"), Text(nl="{count} bronnen", en="{count} sources"))

CslType = Literal[
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
]
"""The types of CSL 1.0.2."""


def _doi(value: str) -> str:
    """A DOI alone, without the address or the word before it."""
    bare = re.sub(
        r"^\s*(?:https?://(?:dx\.|www\.)?doi\.org/|doi:?\s*)+", "", value, flags=re.IGNORECASE
    ).strip()
    bare = unquote(bare) if bare != value.strip() else bare
    if not re.fullmatch(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+", bare):
        raise PydanticCustomError("bad-doi", "not a DOI", {"value": value})
    return bare


Doi = Annotated[str, AfterValidator(_doi), WithJsonSchema({"type": "string", "format": "doi"})]
"""The name of a publication, such as 10.1234/abc; the address of it is read too."""


class Csl(Model):
    """A part of a source, with CSL's hyphenated keys."""

    model_config = ConfigDict(alias_generator=AliasGenerator(lambda name: name.rstrip("_").replace("_", "-")))


class CslName(Csl):
    """An author or editor: a person, or an organisation as `literal`."""

    family: Line | None = described("achternaam", "family name", default=None)
    given: Line | None = described("voornamen", "given names", default=None)
    literal: Line | None = described("naam van een organisatie", "name of an organisation", default=None)
    non_dropping_particle: str | None = described(
        "tussenvoegsel dat altijd bij de achternaam hoort, zoals van",
        "particle that always goes with the family name, such as van",
        default=None,
    )
    dropping_particle: str | None = described(
        "tussenvoegsel dat wegvalt als alleen de achternaam er staat",
        "particle that is dropped when only the family name is given",
        default=None,
    )
    suffix: str | None = described("achtervoegsel, zoals jr.", "suffix, such as Jr.", default=None)


class CslDate(Csl):
    """A date as CSL's `date-parts`, with a season or doubt about it; or in words where no more is known."""

    date_parts: tuple[DateParts, ...] = described(
        "jaar, maand en dag: [[2021, 11, 25]]",
        "year, month and day: [[2021, 11, 25]]",
        max_length=2,
        default=(),
    )
    season: int | None = described(
        "jaargetijde: 1 (voorjaar) tot 4 (winter)",
        "season: 1 (spring) to 4 (winter)",
        default=None,
        ge=1,
        le=4,
    )
    literal: Line | None = described("de datum in woorden", "the date in words", default=None)
    circa: bool | None = described("ongeveer", "about", default=None)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.date_parts and not self.literal:
            raise PydanticCustomError("bad-date", "no date", {"value": ""})
        return self


class Source(Csl):
    """A publication that entries cite."""

    id: str = described(
        "sleutel waarmee u citeert: [@sleutel]",
        "key by which it is cited: [@key]",
        example="bron-2026",
        pattern=r"^[A-Za-z0-9][A-Za-z0-9_.:-]*$",
    )
    type: CslType = described(
        "soort bron volgens CSL, zoals webpage, report of dataset",
        "CSL type, such as webpage, report or dataset",
        example="webpage",
    )
    title: Line = described("titel", "title", example="Titel van de bron")
    author: tuple[CslName, ...] = described(
        "schrijvers: family en given, of literal voor een organisatie",
        "authors: family and given, or literal for an organisation",
        default=(),
        example=[{"literal": "Organisatie"}],
    )
    editor: tuple[CslName, ...] = described("redacteuren", "editors", default=())
    makers: tuple[CslName, ...] = described(
        "andere makers, zoals een regisseur of interviewer; director, host enzovoort uit Zotero",
        "other makers, such as a director or interviewer; director, host and so on from Zotero",
        default=(),
        exported=True,
    )
    issued: PartialDate | CslDate | None = described(
        "verschenen: 2021, 2021-11, 2021-11-25 of date-parts",
        "published: 2021, 2021-11, 2021-11-25 or date-parts",
        default=None,
        example="2026",
    )
    accessed: PartialDate | CslDate | None = described("geraadpleegd", "accessed", default=None)
    container_title: str | None = described(
        "tijdschrift, krant of website", "journal, newspaper or website", default=None
    )
    event_title: str | None = described("congres of bijeenkomst", "conference or event", default=None)
    publisher: str | None = described("uitgever", "publisher", default=None)
    publisher_place: str | None = described("plaats van uitgave", "place of publication", default=None)
    URL: WebAddress | None = described(
        "adres op het web", "web address", default=None, example="https://example.org/bron"
    )
    DOI: Doi | None = described("DOI, zoals 10.1234/abc", "DOI, such as 10.1234/abc", default=None)
    ISBN: str | int | None = described("ISBN", "ISBN", default=None)
    ISSN: str | int | None = described("ISSN", "ISSN", default=None)
    volume: str | int | None = described("jaargang", "volume", default=None)
    issue: str | int | None = described("nummer", "issue", default=None)
    page: str | int | None = described("bladzijden", "pages", default=None)
    number: str | int | None = described(
        "nummer van een rapport of wet", "number of a report or law", default=None
    )
    edition: str | int | None = described("druk", "edition of the book", default=None)
    version: str | int | None = described(
        "versie, van een programma of een tekst", "version, of a program or a text", default=None
    )
    genre: str | None = described("soort bron, in gewone woorden", "type, in plain words", default=None)
    language: str | None = described("taal, zoals nl", "language, such as nl", default=None)
    abstract: str | None = described("samenvatting", "abstract", default=None)
    note: str | None = described("opmerking", "note", default=None)
    keyword: str | None = described("trefwoorden", "keywords", default=None)
    title_short: str | None = described("korte titel", "short title", default=None)
    original_title: str | None = described(
        "titel van het oorspronkelijke werk", "title of the original work", default=None
    )
    original_author: tuple[CslName, ...] = described(
        "schrijvers van het oorspronkelijke werk", "authors of the original work", default=()
    )
    original_date: PartialDate | CslDate | None = described(
        "oorspronkelijk verschenen", "first published", default=None
    )
    original_publisher: str | None = described(
        "uitgever van het oorspronkelijke werk", "publisher of the original work", default=None
    )
    collection_title: str | None = described("reeks", "series", default=None)
    others: dict[str, JsonValue] = described(
        "andere CSL-velden, die geen pagina toont",
        "other CSL variables, which no page shows",
        default={},
        exported=True,
    )

    also_read: ClassVar[frozenset[str]] = csl.READ
    other_forms: ClassVar[Mapping[str, Sequence[Mapping[str, Any]]]] = csl.FORMS

    @classmethod
    def plain(cls, data: Any) -> Any:  # noqa: ANN401
        """A source as Zotero and others export it."""
        return csl.plain(data)

    @classmethod
    def place_written(cls, data: Any, path: tuple[str | int, ...]) -> tuple[str | int, ...]:  # noqa: ANN401
        """Where that is in the export."""
        return csl.written(data, path)


MODEL = Source
