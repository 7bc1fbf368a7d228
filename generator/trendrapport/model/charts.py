"""What an editor writes about a chart (`charts/<name>.yml`) and about a table
(`charts/data/<name>.datapackage.yml`).

Knows no drawing: these are the models, with the same rules as entries.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import JsonValue, model_validator

from trendrapport.model.annotation import Annotation
from trendrapport.model.base import Model, described
from trendrapport.model.data_themes import DataTheme
from trendrapport.model.dates import FullDate, PartialDate
from trendrapport.model.dialects import Dialect, Encoding, Missing, Notation, refuse
from trendrapport.model.field_types import Known, Line, Name, WebAddress, sentence

Scalar = str | int | float | bool | None
"""What a cell of a table holds after its text is read as its field's type; None is a missing value."""

Named = Annotated[str, sentence("name")]
Valued = Annotated[str, sentence("value")]
NamedAndValued = Annotated[str, sentence("name", "value")]


class Nation(Model):
    """The figure for the whole country: from a row of its own in a table, or else the sum of all
    municipalities.

    A mean of municipalities is no national mean, so that is never made.
    """

    sentence: Valued = described(
        "zin met {value}, zonder punt",
        "sentence with {value}, without a full stop",
        example="Landelijk is het {value}",
    )
    table: Known | None = described(
        "tabel met het landelijke cijfer; zonder tabel: de som van de gemeenten",
        "table with the national figure; without one: the sum of the municipalities",
        default=None,
        to="tables",
    )
    column: Known | None = described(
        "kolom in die tabel; anders dezelfde als bij value",
        "column of that table; otherwise the same as under value",
        default=None,
    )
    filter: dict[Known, Scalar | tuple[Scalar, ...]] = described(
        "de ene rij van die tabel", "the one row of that table", default={}
    )


class Places(Model):
    """What a chart tells readers about their own municipality."""

    code: Known = described(
        "kolom met de CBS-code van de gemeente (GM0344)",
        "column with the CBS code of the municipality (GM0344)",
        example="gemeentecode",
    )
    value: Known = described("kolom met het cijfer", "column with the figure", example="aandeel")
    sentence: NamedAndValued = described(
        "zin met {name} en {value}, zonder punt",
        "sentence with {name} and {value}, without a full stop",
        example="In {name} is het {value}",
    )
    first: Literal["highest", "lowest"] = described(
        "welk cijfer plaats 1 krijgt: highest (hoogste) of lowest (laagste)",
        "which figure gets rank 1: highest or lowest",
        default="highest",
    )
    without: Named | None = described(
        "zin met {name} voor een gemeente zonder cijfer, zonder punt",
        "sentence with {name} for a municipality without a figure, without a full stop",
        default=None,
    )
    nation: Nation | None = described(
        "het landelijke cijfer; zonder deze sleutel meldt de site dat er geen is",
        "the national figure; without this key, the site says that there is none",
        default=None,
    )


Explore = Literal["series", "period", "zoom"]
"""What a reader can choose: which series, which moments, or how near."""


class FigureLinks(Model):
    """Where what is behind a figure can be read."""

    code: WebAddress | None = described(
        "adres van de code waarmee de cijfers zijn gemaakt, zoals een zoekvraag of een notitieboek",
        "address of the code that made the figures, such as a query or a notebook",
        default=None,
    )
    data: WebAddress | None = described(
        "adres van de cijfers waaruit die zijn gemaakt",
        "address of the data that they were made of",
        default=None,
    )


class Chart(Model):
    """A chart and everything a reader needs beside it."""

    kind: Known = described(
        (
            "soort grafiek, zoals bars, lines of tile_map (alle soorten staan in docs/charts.md); "
            "anders volgt de soort uit de velden"
        ),
        (
            "kind of chart, such as bars, lines or tile_map (docs/charts.md lists all kinds); "
            "otherwise it follows from the fields"
        ),
        example="bars",
        default="",
    )
    data: Known = described(
        "naam van de tabel in charts/data/", "name of the table in charts/data/", example="tabel", to="tables"
    )
    title: Line = described(
        "titel die zegt wat de grafiek laat zien",
        "title that says what the chart shows",
        example="De bevinding",
        max_length=140,
    )
    subtitle: Line = described(
        "wat er is gemeten, de eenheid en de periode; anders zoals in de tabel",
        "what is measured, the unit and the period; otherwise as in the table",
        example="Wat er gemeten is, % van het totaal, 2024",
        default="",
    )
    description: Line = described(
        "tekstalternatief: wat iemand hoort die de grafiek niet kan zien",
        "text alternative: what people hear who cannot see the chart",
        example="Wat de grafiek laat zien, met de belangrijkste waarden.",
    )
    caption: Line | None = described(
        "bijschrift: trendbreuken, voorlopige cijfers, afbakening",
        "caption: breaks, provisional figures, definitions",
        default=None,
    )
    long_description: Line | None = described(
        "lange beschrijving, in plaats van de zinnen die uit de cijfers volgen",
        "long description, instead of the sentences that follow from the figures",
        default=None,
    )
    source: Known = described("sleutel van de bron", "key of the source", example="bron-2026", to="sources")
    fields: dict[Known, Known | tuple[Known, ...]] = described(
        "welke kolom waarvoor dient; anders volgt dat uit de tabel",
        "which column is used for what; otherwise this follows from the table",
        default={},
        example={"category": "kolom", "value": "kolom2"},
    )
    options: dict[Known, JsonValue] = described(
        "instellingen van deze soort grafiek",
        "options of this kind of chart",
        default={},
        example={"decimals": 0},
    )
    filter: dict[Known, Scalar | tuple[Scalar, ...]] = described(
        "alleen rijen met deze waarden", "only rows with these values", default={}
    )
    limit: int | None = described(
        "grootste aantal in de tekening, na sorteren; de tabel eronder toont alles",
        "maximum number in the drawing, after sorting; the table below it shows all of them",
        default=None,
        ge=1,
    )
    places: Places | None = described(
        "wat de figuur lezers over hun eigen gemeente vertelt",
        "what the figure tells readers about their own municipality",
        default=None,
    )
    annotations: tuple[Annotation, ...] = described(
        "wat in de grafiek wordt gemarkeerd: gebeurtenissen, perioden, hulplijnen en punten",
        "what is marked in the chart: events, ranges, reference lines and points",
        default=(),
    )
    links: FigureLinks | None = described(
        "waar de code en de gegevens achter de figuur staan",
        "where the code and the data behind the figure are",
        default=None,
    )
    explore: tuple[Explore, ...] = described(
        (
            "wat lezers kunnen kiezen als ze de grafiek verkennen: series, period of zoom; "
            "docs/charts.md zegt wat elke soort toestaat"
        ),
        (
            "what readers can choose when they explore the chart: series, period or zoom; "
            "docs/charts.md says what each kind allows"
        ),
        default=(),
    )
    formerly: tuple[Name, ...] = described(
        "eerdere namen van deze grafiek; het adres van de figuur blijft dan werken",
        "former names of this chart; the address of its figure then keeps working",
        default=(),
    )


DeclaredType = Literal["string", "integer", "number", "boolean", "date", "year", "yearmonth"]
"""The Table Schema types that a descriptor can give a column."""

FieldType = Literal[DeclaredType, "quarter", "week"]
"""The same, and what a column of text turns out to be when all its values are quarters or weeks (see
`periods`).
"""


class Constraints(Model):
    """Rules for a field's values, as in Table Schema."""

    required: bool = described("elke rij heeft een waarde", "every row has a value", default=False)
    unique: bool = described("geen waarde komt twee keer voor", "no value occurs twice", default=False)
    minimum: float | None = described("kleinste waarde die mag", "smallest value allowed", default=None)
    maximum: float | None = described("grootste waarde die mag", "largest value allowed", default=None)
    enum: tuple[str, ...] | None = described("de waarden die mogen", "the values allowed", default=None)


class TableField(Notation):
    """A column with its unit, whose type says what its values turn out to be."""

    name: Name = described(
        "kolomnaam, zoals in de kopregel van de CSV",
        "column name, as in the header row of the CSV",
        example="jaar",
    )
    type: FieldType = described("soort waarden", "sort of values")
    title: Line = described("kop van de kolom voor lezers", "column heading for readers", example="Jaar")
    unit: Line | None = described("eenheid", "unit", default=None)
    description: str | None = described("uitleg", "explanation", default=None)
    constraints: Constraints | None = described(
        "regels voor de waarden", "rules for the values", default=None
    )

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        wrong = list(self.contradictions(self.type))
        if wrong:
            refuse(self, wrong)
        return self


class DeclaredField(TableField):
    """A column as a descriptor declares it, as in Table Schema."""

    type: DeclaredType = described(
        "string, integer, number, boolean, date, year of yearmonth",
        "string, integer, number, boolean, date, year or yearmonth",
        example="year",
    )


class TableSchema(Model):
    """The columns of a table, in order; empty cells and `missingValues` are missing values."""

    fields: tuple[DeclaredField, ...] = described(
        "de kolommen, in volgorde", "the columns, in order", min_length=1
    )
    missingValues: tuple[Missing, ...] = described(  # noqa: N815 - the standard's name
        "tekens voor een ontbrekende waarde, elk met een betekenis (value en label) of zonder",
        "marks for a missing value, each with what it means (value and label) or without",
        default=("",),
    )


class Resource(Model):
    """The file of a data package."""

    name: Name = described("naam van de tabel", "name of the table", example="tabel")
    path: Line = described("bestandsnaam", "file name", example="tabel.csv")
    encoding: Encoding | None = described(
        "tekenset van het bestand, zoals windows-1252; anders utf-8",
        "encoding of the file, such as windows-1252; otherwise utf-8",
        default=None,
    )
    dialect: Dialect | None = described(
        "hoe het bestand is geschreven; anders met komma's en een kopregel",
        "how the file is written; otherwise with commas and a header row",
        default=None,
    )
    schema_: TableSchema = described("de kolommen", "the columns", alias="schema")


class DataSource(Model):
    """Where the figures come from."""

    title: Line = described("naam van de bron", "name of the source", example="CBS StatLine")
    path: WebAddress | None = described("adres van de bron", "address of the source", default=None)


class Licence(Model):
    """Under which licence the data may be used again."""

    name: Line = described("kenmerk, zoals CC-BY-4.0", "identifier, such as CC-BY-4.0", example="CC-BY-4.0")
    title: Line | None = described("naam", "name", default=None)
    path: WebAddress | None = described("adres", "address", default=None)


class Original(Model):
    """The file or the address from which a table was made, and how that was read, so that a newer one can be
    read the same way.
    """

    path: Line = described(
        "naam of plaats van het bestand, of het adres", "name or place of the file, or the address"
    )
    hash: Line = described("controlegetal: sha256:...", "checksum: sha256:...")
    etag: Line | None = described(
        "kenmerk dat de server aan deze uitgave gaf", "mark that the server gave to this issue", default=None
    )
    version: Line | None = described(
        "versie of datum van wijziging, zoals de uitgever die noemt",
        "version or date of change, as its publisher says",
        default=None,
    )
    sheet: Line | None = described("blad in een spreadsheet", "sheet in a spreadsheet", default=None)
    where: tuple[Line, ...] = described(
        "welk deel van een tabel van CBS StatLine, zoals Perioden=2021*",
        "which part of a table of Statistics Netherlands, such as Perioden=2021*",
        default=(),
    )
    columns: tuple[Line, ...] = described(
        "welke onderwerpen van een tabel van CBS StatLine",
        "which measures of a table of Statistics Netherlands",
        default=(),
    )
    answers: dict[str, str] = described(
        "hoe het is gelezen: antwoorden per vraag", "how it was read: answers by question", default={}
    )


class DataPackage(Model):
    """A table's descriptor in the Data Package standard, https://datapackage.org/standard/data-package/."""

    name: Name = described(
        "naam, gelijk aan de bestandsnaam", "name, the same as the file name", example="tabel"
    )
    title: Line = described("titel van de tabel", "title of the table", example="Titel van de tabel")
    description: str | None = described(
        "uitleg, afbakening, trendbreuken", "explanation, definitions, breaks", default=None
    )
    licenses: tuple[Licence, ...] = described("licenties", "licences", min_length=1)
    sources: tuple[DataSource, ...] = described("bronnen", "sources", min_length=1)
    created: PartialDate | None = described(
        "datum waarop de cijfers zijn opgehaald of geteld",
        "date on which the figures were retrieved or counted",
        default=None,
    )
    theme: DataTheme | None = described(
        "thema op dataportalen, zoals GOVE; anders dat van de instellingen",
        "theme on data portals, such as GOVE; otherwise that of the settings",
        default=None,
    )
    original: Original | None = described(
        "het bestand waaruit de tabel is gemaakt; trendrapport data add schrijft dit",
        "the file from which the table was made; trendrapport data add writes this",
        default=None,
        exported=True,
    )
    next_update: FullDate | None = described(
        "dag van de volgende bijwerking", "day of the next update", default=None
    )
    resources: tuple[Resource, ...] = described("het bestand", "the file", min_length=1, max_length=1)
