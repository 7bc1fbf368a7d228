"""A table of Statistics Netherlands (CBS StatLine), from its service in OData version 4
(https://www.cbs.nl/nl-nl/statline/odata4/general/info): figures, what they mean, and which are provisional.

Tables that this service does not have are in the former one, of version 3.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from trendrapport.charts.tables.rows import MOST_ROWS
from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.fetching.cube import NOTHING, Code, Cube, CubeRow, Dimension, Figure, Kind, Measure
from trendrapport.fetching.odata import Entity, Service
from trendrapport.fetching.selection import Wanted, selected_codes, selected_measures
from trendrapport.fetching.web import MissingError, Web

ADDRESS = "https://datasets.cbs.nl/odata/v1/CBS"
OVERRIDE = "TRENDRAPPORT_STATLINE"
"""The environment variable with another address, such as that of a copy or of a test."""
OVERRIDE_3 = "TRENDRAPPORT_STATLINE_3"
"""The same for version 3."""
_PAGE = "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/{number}/table"
_NUMBER = re.compile(r"[0-9]{4,7}[A-Za-z]{0,6}")
_IN_ADDRESS = re.compile(
    r"(?:cbs\.nl.*?/(?:dataset|CBS|odata|OData)/|^)([0-9]{4,7}[A-Za-z]{0,6})(?![0-9A-Za-z])"
)
_MOST_CODES = 40
"""More codes than these are picked here instead of by the service: an address can't be endless."""
_MOST_FIGURES = 1_000_000
_FINAL = frozenset({"", "definitief", "definitive", "final", "definite"})

_NO_VALUE = frozenset({"", "None", "Impossible"})
"""What is said of a figure that cannot exist; any other that is missing is unknown or secret."""

_UNKNOWN = Text(
    nl='CBS StatLine heeft geen tabel "{number}". Het nummer staat op de pagina van de tabel.',
    en='CBS StatLine has no table "{number}". The number is on the page of the table.',
)
_LARGE = Text(
    nl=(
        "De tabel heeft {count} cijfers, meer dan {most}. Kies een deel, zoals --where Perioden=2023* of "
        "--columns."
    ),
    en=(
        "The table has {count} figures, more than {most}. Choose a part, such as --where Perioden=2023* or "
        "--columns."
    ),
)
_ROWS = Text(
    nl="Er zijn meer dan {most} rijen. Kies een deel, zoals --where Perioden=2023*.",
    en="There are more than {most} rows. Choose a part, such as --where Perioden=2023*.",
)
_NOTHING = Text(
    nl="De tabel heeft geen cijfers bij deze keuze.", en="The table has no figures for this choice."
)
_CHANGED = Text(
    nl='De tabel heeft een waarde "{code}" die niet bij "{name}" staat. Probeer het later opnieuw.',
    en='The table has a value "{code}" that is not listed for "{name}". Try again later.',
)


def number_in(text: str) -> str:
    """The number of a table that a text is, or that an address of StatLine has in it; empty if there is
    none.
    """
    if _NUMBER.fullmatch(text):
        return text
    for root in (os.environ.get(OVERRIDE), os.environ.get(OVERRIDE_3)):
        if root and text.startswith(f"{root}/"):
            return text.removeprefix(f"{root}/").partition("/")[0]
    found = _IN_ADDRESS.search(text)
    return found[1] if found and "://" in text else ""


def cube(web: Web, number: str, asked: Wanted) -> Cube:
    """The table of this number, or the part of it that is asked for.

    Raises CannotRunError for a number that does not exist, a choice that fits nothing, or answers that cannot
    be used.
    """
    root = os.environ.get(OVERRIDE, ADDRESS)
    for name in dict.fromkeys((number, number.upper(), number.lower())):
        service = Service(web, f"{root}/{name}")
        try:
            about = service.one("Properties")
        except MissingError:
            continue
        return _Table(service, name, about, asked).read()
    from trendrapport.fetching import statline_3  # for few tables

    found = statline_3.cube(web, number, asked)
    if found is None:
        raise CannotRunError(_UNKNOWN.filled(number=number))
    return found


class _Table:
    """A table while it is read."""

    def __init__(self, service: Service, number: str, about: Entity, asked: Wanted) -> None:
        self._service = service
        self._number = number
        self._about = about
        self._asked = asked

    def read(self) -> Cube:
        dimensions = [self._dimension(one) for one in self._service.all("Dimensions")]
        measures = selected_measures(
            [_measure(one) for one in self._service.all("MeasureCodes")], self._asked
        )
        codes = selected_codes(dimensions, self._asked)
        count = int(self._about.get("ObservationCount") or 0)
        if count > _MOST_FIGURES and not (codes or self._asked.columns):
            raise CannotRunError(_LARGE.filled(count=_shown(count), most=_shown(_MOST_FIGURES)))
        query = _query(codes, measures if self._asked.columns else ())
        found = self._service.all("Observations", query)
        rows = arranged(_figures(found, dimensions, measures), dimensions, measures, codes)
        return Cube(
            number=self._number,
            title=text_of(self._about, "Title") or self._number,
            description=text_of(self._about, "Description", "Summary"),
            address=self._service.root,
            page=_PAGE.format(number=self._number),
            version=text_of(self._about, "Version", "ObservationsModified", "Modified"),
            etag=self._service.etag,
            checksum=self._service.checksum,
            dimensions=tuple(dimensions),
            measures=tuple(measures),
            rows=rows,
        )

    def _dimension(self, told: Entity) -> Dimension:
        name = text_of(told, "Identifier")
        codes = [_code(one) for one in self._service.all(f"{name}Codes")]
        return Dimension(name, text_of(told, "Title") or name, kind_of(text_of(told, "Kind")), tuple(codes))


def kind_of(told: str) -> Kind:
    """What a dimension is about."""
    if told.startswith("Time"):
        return "time"
    return "area" if told.startswith("Geo") else "other"


def _code(told: Entity) -> Code:
    code = text_of(told, "Identifier")
    return Code(code, text_of(told, "Title") or code, is_provisional(text_of(told, "Status")))


def is_provisional(status: str) -> bool:
    """Whether figures of this status may still be revised."""
    return status.casefold() not in _FINAL


def _measure(told: Entity) -> Measure:
    name, decimals = text_of(told, "Identifier"), told.get("Decimals")
    return Measure(
        name,
        text_of(told, "Title") or name,
        text_of(told, "Unit"),
        decimals if isinstance(decimals, int) else None,
        text_of(told, "DataType") == "String",
    )


def text_of(told: Entity, *names: str) -> str:
    """The first of these properties that holds something, on one line."""
    for name in names:
        value = told.get(name)
        if value not in (None, ""):
            return " ".join(str(value).split())
    return ""


def _query(codes: Mapping[str, frozenset[str]], measures: Sequence[Measure]) -> str:
    """The part of the figures to ask for; what is too long to ask for is picked afterwards."""
    chosen = dict(codes)
    if measures:
        chosen["Measure"] = frozenset(one.name for one in measures)
    parts = [either(name, values) for name, values in chosen.items() if len(values) <= _MOST_CODES]
    return f"$filter={joined(parts)}" if parts else ""


def joined(parts: Iterable[str]) -> str:
    """Conditions that all hold, as they are in an address."""
    return quote(" and ".join(parts), safe="()'")


def either(name: str, values: Iterable[str]) -> str:
    """A condition that a property has one of these values."""
    conditions = []
    for value in sorted(values):
        doubled = value.replace("'", "''")
        conditions.append(f"{name} eq '{doubled}'")
    return f"({' or '.join(conditions)})"


Figures = Iterator[tuple[tuple[str, ...], str, Figure]]
"""Codes, the name of a measure, and the figure."""


def _figures(
    found: Iterable[Entity], dimensions: Sequence[Dimension], measures: Sequence[Measure]
) -> Figures:
    known = {one.name: one for one in measures}
    for one in found:
        measure = known.get(text_of(one, "Measure"))
        if measure:
            codes = tuple(text_of(one, dimension.name) for dimension in dimensions)
            yield codes, measure.name, _figure(one, measure)


def _figure(told: Entity, measure: Measure) -> Figure:
    value = told.get("StringValue") if measure.is_text else told.get("Value")
    if value is None or value == "":
        if text_of(told, "ValueAttribute") in _NO_VALUE:
            return NOTHING
        return Figure(sign=".")
    if measure.is_text or isinstance(value, str):
        return Figure(str(value).strip())
    return Figure(number_text(value, measure.decimals))


def number_text(value: float, decimals: int | None) -> str:
    """A number with as many decimals as its measure has, or as many as it needs."""
    exact = f"{value:.15g}" if isinstance(value, float) else str(value)
    if decimals is None or "e" in exact:
        return exact
    rounded = f"{value:.{decimals}f}"
    if float(rounded) != float(exact):
        return exact
    return rounded


def arranged(
    figures: Figures,
    dimensions: Sequence[Dimension],
    measures: Sequence[Measure],
    codes: Mapping[str, frozenset[str]],
) -> tuple[CubeRow, ...]:
    """Figures as rows, in the order of the table, of those codes only."""
    rows: dict[tuple[str, ...], dict[str, Figure]] = {}
    wanted = [codes.get(one.name) for one in dimensions]
    for combination, measure, figure in figures:
        if _is_wanted(combination, wanted):
            rows.setdefault(combination, {})[measure] = figure
            if len(rows) > MOST_ROWS:
                raise CannotRunError(_ROWS.filled(most=_shown(MOST_ROWS)))
    if not rows:
        raise CannotRunError(_NOTHING)
    ordered = sorted(rows, key=_Order(dimensions).of)
    return tuple(_row(combination, rows[combination], measures) for combination in ordered)


def _is_wanted(combination: tuple[str, ...], wanted: Sequence[frozenset[str] | None]) -> bool:
    pairs = zip(combination, wanted, strict=True)
    return all(some is None or code in some for code, some in pairs)


def _row(combination: tuple[str, ...], figures: Mapping[str, Figure], measures: Sequence[Measure]) -> CubeRow:
    return CubeRow(combination, tuple(figures.get(one.name, NOTHING) for one in measures))


class _Order:
    """The order of the codes of a table."""

    def __init__(self, dimensions: Sequence[Dimension]) -> None:
        self._dimensions = dimensions
        self._numbers = [self._numbered(one) for one in dimensions]

    @staticmethod
    def _numbered(dimension: Dimension) -> dict[str, int]:
        return {code.code: number for number, code in enumerate(dimension.codes)}

    def of(self, combination: tuple[str, ...]) -> list[int]:
        """The place of a combination. Raises CannotRunError for a code that the table does not list."""
        places = []
        for code, dimension, numbers in zip(combination, self._dimensions, self._numbers, strict=True):
            if code not in numbers:
                raise CannotRunError(_CHANGED.filled(code=code, name=dimension.name))
            places.append(numbers[code])
        return places


def _shown(number: int) -> Text:
    """A whole number as people write it."""
    return Text(f"{number:,}".replace(",", "."), f"{number:,}")
