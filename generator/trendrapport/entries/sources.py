"""A source in CSL-YAML, the form that Zotero and Pandoc read and write.

Keys are those of the Citation Style Language, https://docs.citationstyles.org/.
"""

from __future__ import annotations

from typing import Literal

from pydantic import AliasGenerator, ConfigDict

from trendrapport.entries import Shape
from trendrapport.model import DateParts, Line, Model, PartialDate, WebAddress, described

PLACE = "sources.yml"
SHAPE = Shape.REFERENCES

CslType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "dataset", "document", "entry-encyclopedia", "figure", "graphic", "hearing", "interview", "legal_case", "legislation",
    "manuscript", "motion_picture", "pamphlet", "paper-conference", "periodical", "personal_communication", "post",
    "post-weblog", "regulation", "report", "review", "software", "speech", "standard", "thesis", "treaty", "webpage",
]


class Csl(Model):
    """A part of a source, with CSL's hyphenated keys."""

    model_config = ConfigDict(alias_generator=AliasGenerator(lambda name: name.rstrip("_").replace("_", "-")))


class CslName(Csl):
    """An author or editor: a person, or an organisation as `literal`."""

    family: Line | None = described("achternaam", "family name", default=None)
    given: Line | None = described("voornamen", "given names", default=None)
    literal: Line | None = described("naam van een organisatie", "name of an organisation", default=None)
    non_dropping_particle: str | None = described("tussenvoegsel dat voor de achternaam blijft, zoals van",
                                                  "particle that stays before the family name, such as van", default=None)
    dropping_particle: str | None = described("tussenvoegsel dat bij sorteren wegvalt", "particle that is left out in sorting",
                                              default=None)
    suffix: str | None = described("achtervoegsel, zoals jr.", "suffix, such as Jr.", default=None)


class CslDate(Csl):
    """A date as CSL's `date-parts`."""

    date_parts: tuple[DateParts, ...] = described(
        "jaar, maand en dag: [[2021, 11, 25]]", "year, month and day: [[2021, 11, 25]]", min_length=1, max_length=2)
    circa: bool | None = described("ongeveer", "about", default=None)


class Source(Csl):
    """A publication that entries cite."""

    id: str = described("sleutel waarmee u citeert: [@sleutel]", "key by which it is cited: [@key]", example="bron-2026",
                        pattern=r"^[A-Za-z0-9][A-Za-z0-9_.:-]*$")
    type: CslType = described("soort bron volgens CSL, zoals webpage, report of dataset",
                              "CSL type, such as webpage, report or dataset", example="webpage")
    title: Line = described("titel", "title", example="Titel van de bron")
    author: tuple[CslName, ...] = described("schrijvers: family en given, of literal voor een organisatie",
                                            "authors: family and given, or literal for an organisation", default=(),
                                            example=[{"literal": "Organisatie"}])
    editor: tuple[CslName, ...] = described("redacteuren", "editors", default=())
    issued: PartialDate | CslDate | None = described("verschenen: 2021, 2021-11, 2021-11-25 of date-parts",
                                                     "published: 2021, 2021-11, 2021-11-25 or date-parts", default=None,
                                                     example="2026")
    accessed: PartialDate | CslDate | None = described("geraadpleegd", "accessed", default=None)
    container_title: str | None = described("tijdschrift, krant of website", "journal, newspaper or website", default=None)
    publisher: str | None = described("uitgever", "publisher", default=None)
    publisher_place: str | None = described("plaats van uitgave", "place of publication", default=None)
    URL: WebAddress | None = described("adres op het web", "web address", default=None, example="https://example.org/bron")
    DOI: str | None = described("DOI", "DOI", default=None)
    ISBN: str | None = described("ISBN", "ISBN", default=None)
    ISSN: str | None = described("ISSN", "ISSN", default=None)
    volume: str | int | None = described("jaargang", "volume", default=None)
    issue: str | int | None = described("nummer", "issue", default=None)
    page: str | int | None = described("bladzijden", "pages", default=None)
    number: str | int | None = described("nummer van een rapport of wet", "number of a report or law", default=None)
    edition: str | int | None = described("druk", "edition of the book", default=None)
    version: str | int | None = described("versie, van een programma of een tekst", "version, of a program or a text", default=None)
    genre: str | None = described("soort, in gewone woorden", "sort, in plain words", default=None)
    language: str | None = described("taal, zoals nl", "language, such as nl", default=None)
    abstract: str | None = described("samenvatting", "abstract", default=None)
    note: str | None = described("opmerking", "note", default=None)
    keyword: str | None = described("trefwoorden", "keywords", default=None)
    title_short: str | None = described("korte titel", "short title", default=None)
    original_title: str | None = described("titel van het oorspronkelijke werk", "title of the original work", default=None)
    original_author: tuple[CslName, ...] = described("schrijvers van het oorspronkelijke werk", "authors of the original work", default=())
    original_date: PartialDate | CslDate | None = described("oorspronkelijk verschenen", "first published", default=None)
    original_publisher: str | None = described("uitgever van het oorspronkelijke werk", "publisher of the original work", default=None)
    collection_title: str | None = described("reeks", "series", default=None)


MODEL = Source
