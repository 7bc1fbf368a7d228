"""A table of Statistics Netherlands to what is understood of it, by the same steps as a sheet: areas, former
municipalities and totals are handled, and what can be meant in more than one way is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from trendrapport.charts.fit.areas import area_of_code
from trendrapport.charts.tables.names import folded
from trendrapport.diagnostics import Language, Text
from trendrapport.fetching.cube import Code, Cube, CubeRow, Dimension, Measure
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt
from trendrapport.intake.former_areas import with_former
from trendrapport.intake.provenance import CC_BY, Provenance, licence_of
from trendrapport.intake.sheet import Place
from trendrapport.intake.tidy import name_of, tidied
from trendrapport.intake.totals import without_totals
from trendrapport.intake.typed import Typed
from trendrapport.intake.understanding import Understanding
from trendrapport.intake.words import CODE
from trendrapport.model.charts import DeclaredType
from trendrapport.model.periods import PeriodSort, period

_SOURCE = Text(nl="CBS StatLine, tabel {number}", en="Statistics Netherlands (StatLine), table {number}")
_ALWAYS = Text(nl="{title}: {label}.", en="{title}: {label}.")
_DROPPED = Text(
    nl='"{title}" is overal "{label}": geen kolom, maar in de beschrijving',
    en='"{title}" is "{label}" everywhere: no column, but in the description',
)
_WHICH = Text(
    nl="De tabel heeft perioden van verschillende lengte. Welke?",
    en="The table has periods of different lengths. Which ones?",
)
_SORTS: Mapping[PeriodSort, Text] = {
    "year": Text(nl="jaren ({count} rijen)", en="years ({count} rows)"),
    "quarter": Text(nl="kwartalen ({count} rijen)", en="quarters ({count} rows)"),
    "yearmonth": Text(nl="maanden ({count} rijen)", en="months ({count} rows)"),
    "week": Text(nl="weken ({count} rijen)", en="weeks ({count} rows)"),
}
_TYPES: Mapping[PeriodSort, DeclaredType] = {
    "year": "year",
    "yearmonth": "yearmonth",
    "quarter": "string",
    "week": "string",
}
_AREA_CODE = "Regiocode"
_LONGEST = 600


def understand_cube(cube: Cube, answers: Mapping[str, str], language: Language = "nl") -> Understanding:
    """What is understood of a table with these answers.

    Raises CannotRunError for answers that fit no question.
    """
    dialogue = Dialogue(answers)
    rows = _of_one_length(cube, dialogue)
    columns, notes = _columns(cube, rows, dialogue)
    columns = without_totals(with_former(columns, dialogue), dialogue)
    table = tidied(columns, {}, language, dialogue)
    around = _provenance(cube, notes, dialogue, language)
    dialogue.check_answers()
    return Understanding(table, around, "", cube.checksum, tuple(dialogue.understood), tuple(dialogue.doubts))


def _of_one_length(cube: Cube, dialogue: Dialogue) -> tuple[CubeRow, ...]:
    """The rows with periods of one length; of several it is asked which."""
    number = next((number for number, one in enumerate(cube.dimensions) if one.kind == "time"), None)
    if number is None:
        return cube.rows
    sorts = [_sort(row.codes[number]) for row in cube.rows]
    counts = Counter(sort for sort in sorts if sort)
    if len(counts) < 2:  # noqa: PLR2004 - lengths
        return cube.rows
    found: list[PeriodSort] = [sort for sort in _SORTS if counts[sort]]
    choices = tuple(Choice(sort, _SORTS[sort].filled(count=counts[sort])) for sort in found)
    chosen = dialogue.ask(Doubt("periods", Place(), _WHICH, choices, found[0]))
    return tuple(row for row, sort in zip(cube.rows, sorts, strict=True) if sort == chosen)


def _sort(code: str) -> PeriodSort | None:
    found = period(code)
    if found:
        return found.sort
    return None


def _columns(cube: Cube, rows: Sequence[CubeRow], dialogue: Dialogue) -> tuple[list[Typed], list[Text]]:
    """The columns of a table, and what is the same in all of its rows."""
    columns: list[Typed] = []
    notes: list[Text] = []
    for number, dimension in enumerate(cube.dimensions):
        codes = [row.codes[number] for row in rows]
        if dimension.kind == "other" and len(set(codes)) == 1 and len(cube.dimensions) > 1:
            label = _labels(dimension)[codes[0]]
            notes.append(_ALWAYS.filled(title=dimension.title, label=label))
            told = _DROPPED.filled(title=dimension.title, label=label)
            dialogue.tell(name_of(dimension.title), _place(len(columns), 0), told)
        else:
            columns += _of_dimension(dimension, codes, len(columns))
    provisional = _provisional(cube.dimensions, rows)
    for number, measure in enumerate(cube.measures):
        columns.append(_of_measure(measure, rows, number, len(columns), provisional))
    return _with_own_keys(columns), notes


def _with_own_keys(columns: Sequence[Typed]) -> list[Typed]:
    """The columns, each with a key of its own: answers go by them."""
    made: list[Typed] = []
    for column in columns:
        key, number = column.key, 2
        while any(key == other.key for other in made):
            key, number = f"{column.key}_{number}", number + 1
        made.append(replace(column, key=key))
    return made


def _of_dimension(dimension: Dimension, codes: Sequence[str], at: int) -> list[Typed]:
    """The columns of a dimension: an area has its code beside its name."""
    places = _places(at, len(codes))
    if dimension.kind == "time":
        return [_of_time(dimension, codes, places)]
    labels = tuple(map(_labels(dimension).__getitem__, codes))
    names = Typed(name_of(dimension.title), dimension.title, "string", labels, places, key_column=True)
    if dimension.kind == "other":
        return [names]
    title = _AREA_CODE
    if all(code.startswith("GM") for code in codes):
        title = CODE
    return [Typed("code", title, "string", tuple(codes), places, key_column=True), names]


def _of_time(dimension: Dimension, codes: Sequence[str], places: tuple[Place, ...]) -> Typed:
    """A column of periods; of the labels, if these have no length that is known."""
    found = list(filter(None, map(period, codes)))
    sorts = {one.sort for one in found}
    if len(found) < len(codes) or len(sorts) != 1:
        labels = tuple(map(_labels(dimension).__getitem__, codes))
        return Typed("perioden", dimension.title, "string", labels, places, key_column=True)
    sort = sorts.pop()
    moments = tuple(one.iso for one in found)
    return Typed("perioden", f"@{sort}", _TYPES[sort], moments, places, sort=sort, key_column=True)


def _labels(dimension: Dimension) -> dict[str, str]:
    """The label of each code; of codes with the same one, with the code behind it. Municipalities and
    provinces have the names by which a report knows them.
    """
    if dimension.kind == "area":
        return {code.code: _area(code) for code in dimension.codes}
    counts = Counter(folded(code.title) for code in dimension.codes)
    return {code.code: _label(code, counts) for code in dimension.codes}


def _area(code: Code) -> str:
    if not code.code.startswith(("GM", "PV")):
        return code.title
    known = area_of_code(code.code, provinces=code.code.startswith("PV"))
    if known:
        return known.name
    return code.title


def _label(code: Code, counts: Mapping[str, int]) -> str:
    if counts[folded(code.title)] > 1:
        return f"{code.title} ({code.code})"
    return code.title


def _provisional(dimensions: Sequence[Dimension], rows: Sequence[CubeRow]) -> tuple[bool, ...]:
    """Whether the figures of each row may still be revised."""
    statuses = [_statuses(one) for one in dimensions]
    found = []
    for row in rows:
        found.append(any(known[code] for known, code in zip(statuses, row.codes, strict=True)))
    return tuple(found)


def _statuses(dimension: Dimension) -> dict[str, bool]:
    """By code, whether what it stands for may still be revised."""
    return {code.code: code.provisional for code in dimension.codes}


def _of_measure(
    measure: Measure, rows: Sequence[CubeRow], number: int, at: int, provisional: tuple[bool, ...]
) -> Typed:
    figures = [row.figures[number] for row in rows]
    values = tuple(figure.text for figure in figures)
    made = Typed(
        name_of(measure.title),
        measure.title,
        _type_of(measure, values),
        values,
        _places(at, len(rows)),
        unit=measure.unit,
        marks=tuple(figure.sign for figure in figures),
    )
    if any(provisional):
        return replace(made, provisional=provisional)
    return made


def _type_of(measure: Measure, values: Sequence[str]) -> DeclaredType:
    if measure.is_text:
        return "string"
    if measure.decimals == 0 and all(map(_is_whole, values)):
        return "integer"
    return "number"


def _is_whole(value: str) -> bool:
    return not value or value.lstrip("-").isdecimal()


def _place(column: int, row: int) -> Place:
    return Place(row + 2, column + 1)


def _places(column: int, rows: int) -> tuple[Place, ...]:
    """The places of the rows of a column."""
    return tuple(_place(column, row) for row in range(rows))


def _provenance(cube: Cube, notes: Sequence[Text], dialogue: Dialogue, language: Language) -> Provenance:
    """Where the table comes from, which it says itself."""
    source = dialogue.given("source") or _SOURCE.filled(number=cube.number).of(language)
    title = dialogue.given("title") or cube.title
    licence = licence_of(dialogue.given("licence") or CC_BY, language)
    described = [cube.description[:_LONGEST], *(note.of(language) for note in notes)]
    about = " ".join(filter(None, described))
    return Provenance(title, about, source, cube.page, licence.name, licence.title, licence.path)
