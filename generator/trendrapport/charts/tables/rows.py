"""The rows of a CSV text to typed values by a descriptor, with the place of every finding; knows no files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from trendrapport.charts.tables.cell_values import missing, read_cell
from trendrapport.charts.tables.layout import Layout, layout, out_of_place, same_columns, trimmed
from trendrapport.charts.tables.meant import Cause, habits, in_thousands, meant
from trendrapport.charts.tables.odd_cells import odd_cells
from trendrapport.diagnostics import (
    LANGUAGES,
    Diagnostic,
    Location,
    Text,
    Texts,
    counted,
    did_you_mean,
    every_filled,
    finding,
    shortened,
)
from trendrapport.files.cells import BrokenQuote, Cell, filled, rows
from trendrapport.model.charts import DataPackage, Scalar, TableField

_CELLS = Text(nl="1 cel", en="1 cell"), Text(nl="{count} cellen", en="{count} cells")
_COLUMNS = (
    Text(nl="er is 1 kolom", en="there is 1 column"),
    Text(nl="er zijn {count} kolommen", en="there are {count} columns"),
)
_RAGGED = (
    Text(nl="deze rij heeft {seen}, maar {wanted}", en="this row has {seen}, but {wanted}"),
    Text(
        nl="zo is niet te zien welke waarde bij welke kolom hoort",
        en="it cannot be seen which value goes with which column",
    ),
    Text(
        nl="Vul de rij aan, of zet een waarde met een komma tussen aanhalingstekens.",
        en="Complete the row, or put a value with a comma between quotation marks.",
    ),
)
_SEPARATOR = (
    Text(nl="de kolommen zijn gescheiden door {sign}", en="the columns are separated by {sign}"),
    Text(
        nl="een tabel heeft komma's tussen de kolommen, en een punt in getallen",
        en="a table has commas between its columns, and a point in numbers",
    ),
    Text(
        nl="Vervang in een teksteditor, in deze volgorde: punten tussen duizendtallen door niets, "
        "komma's in getallen door punten, {sign} "
        "door komma's. Tekst met een komma komt tussen aanhalingstekens.{example}",
        en="Replace in a text editor, in this order: marks between thousands by nothing, commas in "
        "numbers by points, {sign} by commas. "
        "Text with a comma goes between quotation marks.{example}",
    ),
)
_SIGNS = {
    ";": Text(nl="puntkomma's", en="semicolons"),
    "\t": Text(nl="tabs", en="tabs"),
    "|": Text(nl="verticale strepen", en="bars"),
}
_EXAMPLE = Text(nl=" Regel {line} wordt: {row}", en=" Line {line} becomes: {row}")
_NO_SEP = Text(nl=' Haal de regel "{line}" weg.', en=' Remove the line "{line}".')
_ABOVE = (
    Text(
        nl="boven de kopregel (regel {heading}) staat nog iets",
        en=("something stands above the heading (line {heading})"),
    ),
    Text(
        nl="een tabel begint met de namen van de kolommen",
        en=("a table starts with the names of its columns"),
    ),
    Text(
        nl=(
            "Verwijder wat boven regel {heading} staat; een titel of toelichting hoort in het "
            ".datapackage.yml-bestand (title, description)."
        ),
        en=(
            "Remove what stands above line {heading}; a title or an explanation belongs in the "
            ".datapackage.yml file (title, description)."
        ),
    ),
)
_NOTE = (
    Text(nl="hier staat een toelichting en geen rij", en="this is a note and no row"),
    Text(
        nl="de noot zou als een waarde in de tabel staan", en=("the note would stand in the table as a value")
    ),
    Text(
        nl=(
            "Verwijder de regel; een toelichting hoort in het .datapackage.yml-bestand (description, "
            "sources)."
        ),
        en="Remove the line; a note belongs in the .datapackage.yml file (description, sources).",
    ),
)
_UNITS = (
    Text(
        nl=("onder de kopregel staat een regel met eenheden"), en="a line of units stands below the heading"
    ),
    Text(nl="een eenheid zou als een waarde gelezen worden", en="a unit would be read as a value"),
    Text(
        nl=("Verwijder de regel, en zet elke eenheid in het .datapackage.yml-bestand bij de kolom (unit)."),
        en="Remove the line, and put each unit at its column in the .datapackage.yml file (unit).",
    ),
)
_HEADING = (
    Text(
        nl='de kopregel heeft "{seen}" waar de beschrijving "{name}" heeft',
        en='the heading has "{seen}" where the descriptor has "{name}"',
    ),
    Text(nl=("de namen van kolommen worden precies vergeleken"), en="names of columns are compared exactly"),
    Text(nl="Schrijf als kopregel: {heading}", en="Write as heading: {heading}"),
)
_EMPTY_COLUMNS = (
    Text(
        nl="rechts van de laatste kolom staan lege cellen",
        en=("there are empty cells to the right of the last column"),
    ),
    Text(
        nl="wie de tabel downloadt, krijgt kolommen zonder naam",
        en=("anyone who downloads the table gets columns without a name"),
    ),
    Text(
        nl=(
            "Verwijder in het spreadsheet de lege kolommen, of haal de komma's aan het eind "
            "van de regels weg."
        ),
        en="Remove the empty columns in the spreadsheet, or the commas at the end of lines.",
    ),
)
_MANY_ROWS = (
    Text(nl="er zijn meer dan {most} rijen", en="there are more than {most} rows"),
    Text(
        nl="een grafiek tekent er hoogstens 2.000, en elke lezer kan de tabel downloaden",
        en="a chart draws 2,000 at most, and every reader can download the table",
    ),
    Text(
        nl=(
            "Maak een tabel waarin rijen zijn opgeteld of gemiddeld, of met alleen de jaren en "
            "groepen die ertoe doen."
        ),
        en=(
            "Make a table in which rows are added up or averaged, or with only the years and "
            "groups that matter."
        ),
    ),
)
_LONG = (
    Text(
        nl='een cel in kolom "{column}" heeft {count} tekens, meer dan {most}',
        en='a cell in column "{column}" has {count} characters, more than {most}',
    ),
    Text(nl="zo'n naam past in geen tekening of tabel", en="such a name fits in no drawing or table"),
    Text(
        nl="Kort de tekst in; een toelichting hoort in de tekst bij de figuur.",
        en="Shorten it; an explanation belongs in the text beside the figure.",
    ),
)
_MANY_COLUMNS = (
    Text(nl="er zijn {count} kolommen, meer dan {most}", en=("there are {count} columns, more than {most}")),
    Text(nl="een grafiek gebruikt er een paar", en="a chart uses a few of them"),
    Text(
        nl=(
            "Zet in de tabel alleen de kolommen die een grafiek gebruikt; zet jaren onder "
            "elkaar in een kolom, niet naast elkaar."
        ),
        en=(
            "Put only the columns in the table that a chart uses; put years below each "
            "other in one column, not side by side."
        ),
    ),
)
_MISSING = (
    Text(nl='de kolom "{column}" ontbreekt', en='the column "{column}" is missing'),
    Text(nl=("de beschrijving van de tabel noemt deze kolom"), en="the table's descriptor names this column"),
    Text(
        nl="Voeg de kolom toe, of haal die weg uit het .datapackage.yml-bestand.",
        en="Add the column, or remove it from the .datapackage.yml file.",
    ),
)
_UNKNOWN = (
    Text(
        nl='de kolom "{column}" staat niet in de beschrijving',
        en='the column "{column}" is not in the descriptor',
    ),
    Text(
        nl="zonder type en titel kan de kolom niet getoond worden",
        en="without type and title the column cannot be shown",
    ),
    Text(
        nl="Beschrijf de kolom in het .datapackage.yml-bestand, of verwijder die.",
        en="Describe the column in the .datapackage.yml file, or remove it.",
    ),
)
_TWICE = (
    Text(nl='de kolom "{column}" staat er twee keer', en='the column "{column}" stands here twice'),
    Text(nl="een grafiek kan maar één van beide bedoelen", en="a chart can only mean one of them"),
    Text(
        nl=("Verwijder een van beide, of geef die een andere naam."), en="Remove one of them, or rename it."
    ),
)
_ORDER = (
    Text(
        nl='de kolom "{column}" staat op een andere plaats dan in de beschrijving',
        en='the column "{column}" stands at another place than in the descriptor',
    ),
    Text(
        nl="de volgorde is deel van de afspraak met wie de tabel gebruikt",
        en="the order is part of the contract with who uses the table",
    ),
    Text(nl="Zet de kolommen in deze volgorde: {columns}.", en=("Put the columns in this order: {columns}.")),
)
_UNIQUE = (
    Text(
        nl='"{value}" staat al op regel {line} in kolom "{column}"',
        en='"{value}" stands in column "{column}" on line {line} already',
    ),
    Text(nl=("in deze kolom mag elke waarde één keer staan"), en="each value may stand once in this column"),
    Text(nl="Verwijder of verbeter de rij.", en="Remove or correct the row."),
)
_OPEN = (
    Text(nl="dit aanhalingsteken wordt niet gesloten", en="this quotation mark is not closed"),
    Text(
        nl="vanaf hier is niet te zien waar een cel eindigt",
        en="from here on it cannot be seen where a cell ends",
    ),
    Text(nl='Sluit de cel met een ".', en='Close the cell with a ".'),
)
_STRAY = (
    Text(
        nl="hier kan geen aanhalingsteken staan, of er volgt tekst op",
        en="a quotation mark cannot stand here, or be followed by text",
    ),
    _OPEN[1],
    Text(
        nl='Zet de hele cel tussen aanhalingstekens, en schrijf een " daarbinnen als "".',
        en='Put the whole cell between quotation marks, and write a " in it as "".',
    ),
)
_EMPTY = (
    Text(nl="er staan geen rijen in deze tabel", en="there are no rows in this table"),
    Text(nl="er is niets om te tekenen", en="there is nothing to draw"),
    Text(nl="Voeg rijen toe, of verwijder de tabel.", en="Add rows, or remove the table."),
)


MOST_COLUMNS, MOST_ROWS, LONGEST = 200, 100_000, 1_000
"""More columns, rows and characters in a cell are those of a database; a chart draws 2,000 rows at most."""
LOOKED_AT = 5_000
"""So many cells show how a column is written."""
_NOTED = re.compile(
    r"(?:bron|bronnen|source|sources|noot|noten|note|notes|toelichting|voetnoot|copyright)\s*:|\u00a9",
    re.IGNORECASE,
)
_UNREADABLE = frozenset(
    {"csv-columns", "csv-unknown-column", "csv-duplicate-column", "csv-missing-column", "csv-order"}
)
"""What is wrong with a heading when it is not sure which column holds what."""


class Reading:
    """One pass over a CSV text."""

    def __init__(self, path: str, package: DataPackage) -> None:
        self.rows: list[tuple[Scalar, ...]] = []
        self._path = path
        self._schema = package.resources[0].schema_
        self._missing = {"", *self._schema.missingValues}
        self._lines: dict[tuple[str, Scalar], int] = {}
        self._odd: dict[int, list[Cell]] = {}
        self._padded: Cell | None = None

    def findings(self, text: str) -> Iterator[Diagnostic]:
        """Reads all rows into `rows` and yields what is wrong with them."""
        if text.count("\n") > MOST_ROWS + 1:
            yield finding(
                Location(self._path, MOST_ROWS + 2), "csv-rows", every_filled(_MANY_ROWS, most=MOST_ROWS)
            )
            return
        found = layout(text, self._schema.fields)
        every = filter(_is_row, rows(text, found.separator))
        above = list(islice(every, found.above))
        heading = next(every, None)
        if isinstance(heading, BrokenQuote):
            yield self._broken(heading)
        elif heading is None:
            yield finding(Location(self._path), "csv-empty", _EMPTY)
        else:
            problems = list(self._heading(trimmed(heading), found))
            yield from problems
            if not any(problem.code in _UNREADABLE for problem in problems):
                yield from self._body(every)
                yield from sorted(self._told_odd(text, found), key=lambda one: one.location)
            if not found.plain:
                yield from self._laid_out(text, found, above, heading)

    def _body(self, every: Iterator[list[Cell] | BrokenQuote]) -> Iterator[Diagnostic]:
        """Reads the rows below the heading."""
        notes: list[Cell] = []
        for number, row in enumerate(every):
            if isinstance(row, BrokenQuote):
                yield self._broken(row)
                return
            if _is_note(row, len(self._schema.fields)):
                notes.append(row[0])
            elif number == 0 and self._is_of_units(row):
                yield self._at(row[0], "csv-units", _UNITS)
            else:
                yield from self._row(row)
        if notes:
            yield self._at(notes[0], "csv-note", _NOTE)
        if self._padded:
            yield self._at(self._padded, "csv-empty-columns", _EMPTY_COLUMNS)
        if not self.rows:
            yield finding(Location(self._path), "csv-empty", _EMPTY)

    def _laid_out(
        self, text: str, found: Layout, above: list[list[Cell] | BrokenQuote], heading: list[Cell]
    ) -> Iterator[Diagnostic]:
        """What is wrong with the layout, each thing once."""
        if found.separator != ",":
            first = heading[0]
            cut = Cell(found.separator, first.line, first.column + _after(first, text, found.separator))
            line = _NO_SEP.filled(line=text.partition("\n")[0].strip()) if found.declared else Text("", "")
            fix = Text(
                *(
                    (
                        _SEPARATOR[2]
                        .filled(sign=_SIGNS[found.separator], example=self._example(text, found))
                        .of(language)
                        + line.of(language)
                    )
                    for language in LANGUAGES
                )
            )
            yield self._at(
                cut, "csv-separator", (_SEPARATOR[0].filled(sign=_SIGNS[found.separator]), _SEPARATOR[1], fix)
            )
        told_of = int(found.declared and found.separator != ",")
        titles = [row for row in above[told_of:] if not isinstance(row, BrokenQuote)]
        if titles:
            yield self._at(titles[0][0], "csv-above-heading", every_filled(_ABOVE, heading=heading[0].line))

    def _example(self, text: str, found: Layout) -> Text:
        """How the first row should be written, if that can be told of each cell."""
        below = islice(filter(_is_row, rows(text, found.separator)), found.above + 1, None)
        for row in below:
            if isinstance(row, BrokenQuote):
                break
            if len(row) == len(self._schema.fields) and not self._is_of_units(row):
                written = [self._rewritten(cell.text.strip(), index) for index, cell in enumerate(row)]
                if all(cell is not None for cell in written):
                    return _EXAMPLE.filled(
                        line=row[0].line, row=",".join(_quoted(cell or "") for cell in written)
                    )
                break
        return Text("", "")

    def _rewritten(self, text: str, index: int) -> str | None:
        """What to write for a cell; None if that cannot be told."""
        field = self._schema.fields[index]
        if text in self._missing or not read_cell(text, field)[1]:
            return text
        seen = meant(text, field.type, habits([text]))
        return seen.write[0] if seen and len(seen.write) == 1 else None

    def _heading(self, cells: list[Cell], found: Layout) -> Iterator[Diagnostic]:
        names = [field.name for field in self._schema.fields]
        seen = [cell.text for cell in cells]
        if len(cells) > max(MOST_COLUMNS, len(names)):
            here = cells[len(names)]
            yield self._at(
                here, "csv-columns", every_filled(_MANY_COLUMNS, count=len(cells), most=MOST_COLUMNS)
            )
        elif seen != names and self._is_written_otherwise(cells, found):
            cell, name = next(
                (cell, name) for cell, name in zip(cells, names, strict=True) if cell.text != name
            )
            heading = ",".join(map(_quoted, names))
            yield self._at(
                cell,
                "csv-heading",
                every_filled(_HEADING, seen=shortened(cell.text), name=name, heading=heading),
            )
        else:
            yield from self._names(cells, names, seen)

    def _is_written_otherwise(self, cells: list[Cell], found: Layout) -> bool:
        """Whether a heading means the declared columns, in their order."""
        fields = self._schema.fields
        return same_columns(cells, fields) or (
            not found.plain and len(cells) == len(fields) and not out_of_place(cells, fields)
        )

    def _names(self, cells: list[Cell], names: list[str], seen: list[str]) -> Iterator[Diagnostic]:
        """The names of a heading, each against those that the descriptor has."""
        for index, cell in enumerate(cells):
            if cell.text not in names:
                fix = did_you_mean(cell.text, set(names) - set(seen), _UNKNOWN[2])
                yield self._at(cell, "csv-unknown-column", (*_UNKNOWN[:2], fix), column=shortened(cell.text))
            elif cell.text in seen[:index]:
                yield self._at(cell, "csv-duplicate-column", _TWICE, column=shortened(cell.text))
        for name in names:
            if name not in seen:
                yield finding(Location(self._path), "csv-missing-column", _MISSING, column=name)
        if sorted(seen) == sorted(names) and seen != names:
            cell = next(cell for cell, name in zip(cells, names, strict=True) if cell.text != name)
            texts = (*_ORDER[:2], _ORDER[2].filled(columns=", ".join(names)))
            yield self._at(cell, "csv-order", texts, column=cell.text)

    def _is_of_units(self, row: list[Cell]) -> bool:
        """Whether a row has units, or nothing, where values should stand, and at least one unit."""
        if len(row) != len(self._schema.fields):
            return False
        texts = [(cell.text.strip(), field) for cell, field in zip(row, self._schema.fields, strict=True)]
        given = [(text, field) for text, field in texts if text not in self._missing]
        return 0 < len(given) < len(texts) and all(
            field.type != "string" and read_cell(text, field)[1] for text, field in given
        )

    def _told_odd(self, text: str, found: Layout) -> Iterator[Diagnostic]:
        """What is told of the cells that are no values, by how the rest of their columns is written."""
        if not self._odd:
            return
        columns: dict[int, list[Cell]] = {index: [] for index in self._odd}
        for row in islice(filter(_is_row, rows(text, found.separator)), found.above + 1, None):
            if not isinstance(row, BrokenQuote) and len(row) >= len(self._schema.fields):
                for index, cells in columns.items():
                    cells.append(row[index])
        for index, odd in self._odd.items():
            field = self._schema.fields[index]
            seen = habits(cell.text.strip() for cell in columns[index][:LOOKED_AT])
            # When a point stands between thousands, 1.250 is no decimal either.
            doubted = odd
            if seen.thousands and field.type == "number":
                doubted = sorted(
                    {*odd, *(cell for cell in columns[index] if in_thousands(cell.text.strip()))},
                    key=lambda cell: cell.line,
                )
            # How to write numbers in a table with commas is told with the separator.
            told: frozenset[Cause] = frozenset() if found.separator == "," else frozenset({"thousands"})
            yield from odd_cells(self._path, field, doubted, seen, told=told)

    def _row(self, cells: list[Cell]) -> Iterator[Diagnostic]:
        wanted = len(self._schema.fields)
        if len(cells) > wanted and len(trimmed(cells)) <= wanted:
            self._padded = self._padded or cells[wanted]
            cells = cells[:wanted]
        if len(cells) != wanted:
            here = cells[min(wanted, len(cells) - 1)]
            self.rows.append(())
            yield self._at(
                here,
                "csv-ragged",
                _RAGGED,
                seen=counted(len(cells), *_CELLS),
                wanted=counted(wanted, *_COLUMNS),
            )
            return
        values = []
        for index, (cell, field) in enumerate(zip(cells, self._schema.fields, strict=True)):
            text = cell.text.strip()
            value, problem = (None, missing(field)) if text in self._missing else read_cell(text, field)
            values.append(value)
            if len(text) > LONGEST and field.type == "string":
                yield self._at(
                    cell, "csv-long", every_filled(_LONG, column=field.name, count=len(text), most=LONGEST)
                )
            elif problem and problem.code == "csv-type":
                self._odd.setdefault(index, []).append(cell)
            elif problem:
                yield Diagnostic(Location(self._path, cell.line, cell.column), *problem)
            elif value is not None and field.constraints and field.constraints.unique:
                yield from self._repeated(cell, field, value)
        self.rows.append(tuple(values))

    def _repeated(self, cell: Cell, field: TableField, value: Scalar) -> Iterator[Diagnostic]:
        first = self._lines.setdefault((field.name, value), cell.line)
        if first != cell.line:
            yield self._at(
                cell, "csv-unique", _UNIQUE, value=shortened(cell.text), column=field.name, line=first
            )

    def _broken(self, quote: BrokenQuote) -> Diagnostic:
        return self._at(quote, "csv-quote", _OPEN if quote.kind == "open" else _STRAY)

    def _at(self, place: Cell | BrokenQuote, code: str, texts: Texts, **values: object) -> Diagnostic:
        return finding(Location(self._path, place.line, place.column), code, texts, **values)


def _is_row(row: list[Cell] | BrokenQuote) -> bool:
    return isinstance(row, BrokenQuote) or filled(row)


def _is_note(row: list[Cell], wanted: int) -> bool:
    """Whether a row is a note, as stands below the rows of a spreadsheet."""
    return wanted > 1 and len(trimmed(row)) == 1 and bool(_NOTED.match(row[0].text.strip()))


def _quoted(text: str) -> str:
    """A cell as it is written in a table."""
    return '"' + text.replace('"', '""') + '"' if re.search(r'[,"\n]', text) else text


def _after(cell: Cell, text: str, separator: str) -> int:
    """How many characters after the start of a cell the first separator stands."""
    line = text.split("\n")[cell.line - 1]
    return max(0, line[cell.column - 1 :].find(separator))
