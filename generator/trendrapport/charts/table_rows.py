"""The rows of a CSV text to typed values by a descriptor, with the place of every finding; knows no files."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.charts.cell_values import missing, read_cell
from trendrapport.charts.cells import BrokenQuote, Cell, filled, rows
from trendrapport.charts.declaration import DataPackage, Scalar, TableField
from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, counted, did_you_mean, finding, shortened

_CELLS = Text(nl="1 cel", en="1 cell"), Text(nl="{count} cellen", en="{count} cells")
_COLUMNS = Text(nl="er is 1 kolom", en="there is 1 column"), Text(nl="er zijn {count} kolommen", en="there are {count} columns")
_RAGGED = (Text(nl="deze rij heeft {seen}, maar {wanted}", en="this row has {seen}, but {wanted}"),
           Text(nl="zo is niet te zien welke waarde bij welke kolom hoort",
                en="it cannot be seen which value goes with which column"),
           Text(nl="Vul de rij aan, of zet een waarde met een komma tussen aanhalingstekens.",
                en="Complete the row, or put a value with a comma between quotation marks."))
_SEPARATOR = (Text(nl="de kolommen zijn gescheiden door een puntkomma", en="the columns are separated by a semicolon"),
              Text(nl="een tabel heeft komma's tussen de kolommen, en een punt in getallen",
                   en="a table has commas between its columns, and a point in numbers"),
              Text(nl="Een Nederlandse Excel bewaart altijd met puntkomma's. Vervang in een teksteditor eerst elke komma in een getal door een punt, "
                      "dan elke puntkomma door een komma.",
                   en="A spreadsheet in many languages always saves with semicolons. Replace in a text editor first each comma in a number "
                      "by a point, then each semicolon by a comma."))
_MISSING = (Text(nl='de kolom "{column}" ontbreekt', en='the column "{column}" is missing'),
            Text(nl="de beschrijving van de tabel noemt deze kolom", en="the table's descriptor names this column"),
            Text(nl="Voeg de kolom toe, of haal die weg uit het .datapackage.yml-bestand.",
                 en="Add the column, or remove it from the .datapackage.yml file."))
_UNKNOWN = (Text(nl='de kolom "{column}" staat niet in de beschrijving',
                 en='the column "{column}" is not in the descriptor'),
            Text(nl="zonder type en titel kan de kolom niet getoond worden",
                 en="without type and title the column cannot be shown"),
            Text(nl="Beschrijf de kolom in het .datapackage.yml-bestand, of verwijder die.",
                 en="Describe the column in the .datapackage.yml file, or remove it."))
_TWICE = (Text(nl='de kolom "{column}" staat er twee keer', en='the column "{column}" stands here twice'),
          Text(nl="een grafiek kan maar één van beide bedoelen", en="a chart can only mean one of them"),
          Text(nl="Verwijder een van beide, of geef die een andere naam.", en="Remove one of them, or rename it."))
_ORDER = (Text(nl='de kolom "{column}" staat op een andere plaats dan in de beschrijving',
               en='the column "{column}" stands at another place than in the descriptor'),
          Text(nl="de volgorde is deel van de afspraak met wie de tabel gebruikt",
               en="the order is part of the contract with who uses the table"),
          Text(nl="Zet de kolommen in deze volgorde: {columns}.", en="Put the columns in this order: {columns}."))
_UNIQUE = (Text(nl='"{value}" staat al op regel {line} in kolom "{column}"',
                en='"{value}" stands in column "{column}" on line {line} already'),
           Text(nl="in deze kolom mag elke waarde één keer staan", en="each value may stand once in this column"),
           Text(nl="Verwijder of verbeter de rij.", en="Remove or correct the row."))
_OPEN = (Text(nl="dit aanhalingsteken wordt niet gesloten", en="this quotation mark is not closed"),
         Text(nl="vanaf hier is niet te zien waar een cel eindigt",
              en="from here on it cannot be seen where a cell ends"),
         Text(nl='Sluit de cel met een ".', en='Close the cell with a ".'))
_STRAY = (Text(nl="hier kan geen aanhalingsteken staan, of er volgt tekst op",
               en="a quotation mark cannot stand here, or be followed by text"),
          _OPEN[1], Text(nl='Zet de hele cel tussen aanhalingstekens, en schrijf een " daarbinnen als "".',
                         en='Put the whole cell between quotation marks, and write a " in it as "".'))
_EMPTY = (Text(nl="er staan geen rijen in deze tabel", en="there are no rows in this table"),
          Text(nl="er is niets om te tekenen", en="there is nothing to draw"),
          Text(nl="Voeg rijen toe, of verwijder de tabel.", en="Add rows, or remove the table."))


class Reading:
    """One pass over a CSV text."""

    def __init__(self, path: str, package: DataPackage) -> None:
        self.rows: list[tuple[Scalar, ...]] = []
        self._path = path
        self._schema = package.resources[0].schema_
        self._missing = {"", *self._schema.missingValues}
        self._lines: dict[tuple[str, Scalar], int] = {}

    def findings(self, text: str) -> Iterator[Diagnostic]:
        """Reads all rows into `rows` and yields what is wrong with them."""
        header = False
        for row in rows(text):
            if isinstance(row, BrokenQuote):
                yield self._at(row, "csv-quote", _OPEN if row.kind == "open" else _STRAY)
                return
            if not filled(row):
                continue
            problems = list(self._row(row) if header else self._header(row))
            yield from problems
            if problems and not header:
                return
            header = True
        if not self.rows:
            yield finding(Location(self._path), "csv-empty", _EMPTY)

    def _header(self, cells: list[Cell]) -> Iterator[Diagnostic]:
        names = [field.name for field in self._schema.fields]
        seen = [cell.text for cell in cells]
        if len(cells) == 1 and sorted(seen[0].split(";")) == sorted(names) != seen:
            cut = Cell(";", cells[0].line, cells[0].column + seen[0].index(";"))
            yield self._at(cut, "csv-separator", _SEPARATOR)
            return
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

    def _row(self, cells: list[Cell]) -> Iterator[Diagnostic]:
        wanted = len(self._schema.fields)
        if len(cells) != wanted:
            here = cells[min(wanted, len(cells) - 1)]
            self.rows.append(())
            yield self._at(here, "csv-ragged", _RAGGED, seen=counted(len(cells), *_CELLS), wanted=counted(wanted, *_COLUMNS))
            return
        values = []
        for cell, field in zip(cells, self._schema.fields, strict=True):
            text = cell.text.strip()
            value, problem = (None, missing(field)) if text in self._missing else read_cell(text, field)
            values.append(value)
            if problem:
                yield Diagnostic(Location(self._path, cell.line, cell.column), *problem)
            elif value is not None and field.constraints and field.constraints.unique:
                yield from self._repeated(cell, field, value)
        self.rows.append(tuple(values))

    def _repeated(self, cell: Cell, field: TableField, value: Scalar) -> Iterator[Diagnostic]:
        first = self._lines.setdefault((field.name, value), cell.line)
        if first != cell.line:
            yield self._at(cell, "csv-unique", _UNIQUE, value=shortened(cell.text), column=field.name, line=first)

    def _at(self, place: Cell | BrokenQuote, code: str, texts: Texts, **values: object) -> Diagnostic:
        return finding(Location(self._path, place.line, place.column), code, texts, **values)
