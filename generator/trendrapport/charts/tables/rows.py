"""The rows of a CSV text to typed values by a descriptor, each finding with its line and column; knows no
files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trendrapport.charts.tables.cell_checks import LONGEST, CellChecks
from trendrapport.charts.tables.column import Column
from trendrapport.charts.tables.form import form_of, parted
from trendrapport.charts.tables.heading import UNREADABLE, heading_findings
from trendrapport.charts.tables.laid_out import is_of_units, layout_findings
from trendrapport.charts.tables.layout import Layout, layout, trimmed
from trendrapport.diagnostics import (
    Diagnostic,
    Location,
    Text,
    Texts,
    counted,
    every_filled,
    finding,
)
from trendrapport.files.cells import BrokenQuote, Cell, Row
from trendrapport.model.charts import DataPackage, Scalar

_CELLS = Text(nl="1 cel", en="1 cell"), Text(nl="{count} cellen", en="{count} cells")
_COLUMNS = (
    Text(nl="er is 1 kolom", en="there is 1 column"),
    Text(nl="er zijn {count} kolommen", en="there are {count} columns"),
)
_RAGGED = (
    Text(nl="deze rij heeft {seen}, maar {wanted}", en="this row has {seen}, but {wanted}"),
    Text(
        nl="het is niet duidelijk welke waarde bij welke kolom hoort",
        en="it is unclear which value belongs to which column",
    ),
    Text(
        nl='Vul de rij aan, of zet een waarde die "{sign}" bevat tussen aanhalingstekens ({quote}).',
        en='Complete the row, or put a value that contains "{sign}" in quotation marks ({quote}).',
    ),
)
_NOTE = (
    Text(nl="hier staat een toelichting en geen rij", en="this is a note, not a row"),
    Text(
        nl="de toelichting zou als een waarde in de tabel komen",
        en="the note would become a value in the table",
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
        nl="onder de kopregel staat een regel met eenheden",
        en="there is a line with units below the header row",
    ),
    Text(nl="een eenheid zou als waarde worden gelezen", en="a unit would be read as a value"),
    Text(
        nl=("Verwijder de regel, en zet elke eenheid in het .datapackage.yml-bestand bij de kolom (unit)."),
        en="Remove the line, and add each unit to its column in the .datapackage.yml file (unit).",
    ),
)
_EMPTY_COLUMNS = (
    Text(
        nl="rechts van de laatste kolom staan lege cellen",
        en="there are empty cells to the right of the last column",
    ),
    Text(
        nl="wie de tabel downloadt, krijgt kolommen zonder naam",
        en="anyone who downloads the table gets columns without a name",
    ),
    Text(
        nl=(
            "Verwijder in uw spreadsheetprogramma de lege kolommen, of verwijder de scheidingstekens "
            '("{sign}") aan het eind van de regels.'
        ),
        en=(
            'In your spreadsheet program, remove the empty columns, or remove the separators ("{sign}") at '
            "the ends of lines."
        ),
    ),
)
_MANY_ROWS = (
    Text(nl="er zijn meer dan {most} rijen", en="there are more than {most} rows"),
    Text(
        nl="een grafiek tekent er hoogstens 2.000, en lezers kunnen de hele tabel downloaden",
        en="a chart draws at most 2,000, and readers can download the whole table",
    ),
    Text(
        nl="Maak een tabel met sommen of gemiddelden, of met alleen de jaren en groepen die ertoe doen.",
        en="Make a table of sums or averages, or of only the years and groups that matter.",
    ),
)
_OPEN = (
    Text(nl="dit aanhalingsteken is niet gesloten", en="this quotation mark is not closed"),
    Text(
        nl="vanaf hier is niet duidelijk waar een cel eindigt",
        en="from here on it is unclear where a cell ends",
    ),
    Text(nl="Sluit de cel met {quote}.", en="Close the cell with {quote}."),
)
_STRAY = (
    Text(
        nl="hier mag geen aanhalingsteken staan, of er mag geen tekst op volgen",
        en="a quotation mark is not allowed here, or text may not follow it",
    ),
    _OPEN[1],
    Text(
        nl="Zet de hele cel tussen aanhalingstekens, en schrijf {quote}{quote} voor elke {quote} daarbinnen.",
        en="Put the whole cell in quotation marks, and write {quote}{quote} for each {quote} inside it.",
    ),
)
_EMPTY = (
    Text(nl="deze tabel heeft geen rijen", en="this table has no rows"),
    Text(nl="er valt niets te tekenen", en="there is nothing to draw"),
    Text(nl="Voeg rijen toe, of verwijder de tabel.", en="Add rows, or remove the table."),
)

MOST_ROWS = 100_000
"""More rows are those of a database; a chart draws 2,000 at most."""
_TAB = Text(nl="tab", en="tab")
_NOTED = re.compile(
    r"(?:bron|bronnen|source|sources|noot|noten|note|notes|toelichting|voetnoot|copyright)\s*:|\u00a9",
    re.IGNORECASE,
)


class Reading:
    """One pass over a CSV text."""

    def __init__(self, path: str, package: DataPackage) -> None:
        self.rows: list[tuple[Scalar, ...]] = []
        self._path = path
        self._resource = package.resources[0]
        self._form = form_of(package)
        self._signs = self._form.signs
        self._fields = self._resource.schema_.fields
        self._columns = [Column(field, self._resource) for field in self._fields]
        self._cells = CellChecks(path)
        self._odd: dict[int, list[Cell]] = {}
        self._notations: dict[str, str] = {}
        self._padded: Cell | None = None

    def findings(self, text: str) -> Iterator[Diagnostic]:
        """Reads all rows into `rows` and yields what is wrong with them."""
        if text.count(self._form.signs.end) > MOST_ROWS + 1:
            at = Location(self._path, MOST_ROWS + 2 if self._form.signs.end == "\n" else 1)
            yield finding(at, "csv-rows", every_filled(_MANY_ROWS, most=MOST_ROWS))
            return
        found = layout(text, self._fields, self._form)
        self._signs = found.form.signs
        parts = parted(text, found.form)
        if found.form.header and parts.heading is None:
            yield finding(Location(self._path), "csv-empty", _EMPTY)
        elif isinstance(parts.heading, BrokenQuote):
            yield self._broken(parts.heading)
        else:
            yield from self._below(text, found, parts.heading, parts.body)
            if not found.plain:
                yield from layout_findings(self._path, text, self._resource, found, self._notations)

    def _below(
        self, text: str, found: Layout, heading: list[Cell] | None, body: Iterator[Row]
    ) -> Iterator[Diagnostic]:
        """What is wrong with the heading and, if it says which column is which, the rows below it."""
        if heading:
            wrong = list(heading_findings(self._path, trimmed(heading), self._fields, found))
            yield from wrong
            if any(one.code in UNREADABLE for one in wrong):
                return
        yield from self._body(body)
        yield from sorted(self._odd_cells(text, found), key=lambda one: one.location)

    def _body(self, body: Iterator[Row]) -> Iterator[Diagnostic]:
        """Reads the rows below the heading."""
        notes: list[Cell] = []
        for number, row in enumerate(body):
            if isinstance(row, BrokenQuote):
                yield self._broken(row)
                return
            if _is_note(row, len(self._columns)):
                notes.append(row[0])
            elif number == 0 and is_of_units(row, self._resource):
                yield self._at(row[0], "csv-units", _UNITS)
            else:
                yield from self._row(row)
        if notes:
            yield self._at(notes[0], "csv-note", _NOTE)
        if self._padded:
            yield self._at(self._padded, "csv-empty-columns", _EMPTY_COLUMNS)
        if not self.rows:
            yield finding(Location(self._path), "csv-empty", _EMPTY)

    def _row(self, cells: list[Cell]) -> Iterator[Diagnostic]:
        """Reads one row."""
        wanted = len(self._columns)
        if len(cells) > wanted:
            cells = self._unpadded(cells, wanted)
        if len(cells) != wanted:
            self.rows.append(())
            yield self._ragged(cells, wanted)
            return
        values = []
        for index, (cell, column) in enumerate(zip(cells, self._columns, strict=True)):
            text = cell.text.strip()
            value, problem = column.read(text)
            values.append(value)
            if problem and problem.code == "csv-type":
                self._odd.setdefault(index, []).append(cell)
            elif problem or column.field.constraints or len(text) > LONGEST:
                yield from self._cells.check(cell, column.field, value, problem)
        self.rows.append(tuple(values))

    def _unpadded(self, cells: list[Cell], wanted: int) -> list[Cell]:
        """A row without the empty cells beyond the last column; the first such cell is kept for a finding."""
        if len(trimmed(cells)) > wanted:
            return cells
        self._padded = self._padded or cells[wanted]
        return cells[:wanted]

    def _ragged(self, cells: list[Cell], wanted: int) -> Diagnostic:
        """A row with more or fewer cells than there are columns."""
        here = cells[min(wanted, len(cells) - 1)]
        counts = {"seen": counted(len(cells), *_CELLS), "wanted": counted(wanted, *_COLUMNS)}
        return self._at(here, "csv-ragged", _RAGGED, **counts)

    def _odd_cells(self, text: str, found: Layout) -> Iterator[Diagnostic]:
        """The cells that are no values, and what to say of them in the descriptor."""
        if not self._odd:
            return
        # Most tables do without.
        from trendrapport.charts.tables.odd_columns import OddColumn, cells_of_columns

        for index, cells in cells_of_columns(text, found.form, self._odd, len(self._columns)).items():
            odd = OddColumn(self._columns[index], index, self._odd[index], cells)
            # How numbers are written is told with the separator.
            if found.has_other_separator and odd.notation:
                self._notations[odd.field.name] = odd.notation
                yield from odd.findings(self._path, reported=frozenset({"thousands"}))
            else:
                yield from odd.findings(self._path)

    def _broken(self, quote: BrokenQuote) -> Diagnostic:
        return self._at(quote, "csv-quote", _OPEN if quote.kind == "open" else _STRAY)

    def _at(self, cell: Cell | BrokenQuote, code: str, texts: Texts, **values: object) -> Diagnostic:
        signs = self._signs
        shown = {"sign": _TAB if signs.delimiter == "\t" else signs.delimiter, "quote": signs.quote}
        filled = every_filled(texts, **shown, **values)
        return finding(Location(self._path, cell.line, cell.column), code, filled)


def _is_note(row: list[Cell], wanted: int) -> bool:
    """Whether a row is a note, as spreadsheets have below their rows."""
    return wanted > 1 and len(trimmed(row)) == 1 and bool(_NOTED.match(row[0].text.strip()))
