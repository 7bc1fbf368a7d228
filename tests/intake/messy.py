"""Files as offices have them, all invented: each with the answers that whoever has it would give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any

from odfdo import Cell, Document, Row, Table
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True)
class Messy:
    """A file, what is asked about it, and the answers."""

    file: str
    raw: bytes
    answers: Mapping[str, str] = field(default_factory=dict)
    """Answers to what is not proposed, or proposed otherwise."""

    @property
    def name(self) -> str:
        """Its name without what follows the last point."""
        return self.file.rpartition(".")[0]


def workbook(book: Workbook) -> bytes:
    """The bytes of an XLSX file."""
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def filled(sheet: Worksheet, rows: Iterable[Iterable[object]]) -> Worksheet:
    """A sheet with rows."""
    for row in rows:
        sheet.append(list(row))
    return sheet


def book_of(rows: Iterable[Iterable[object]], title: str = "Blad1") -> Workbook:
    """A workbook with one sheet."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = title
    filled(sheet, rows)
    return book


def formatted(sheet: Any, area: str, form: str) -> None:
    """Gives the cells of an area a number format."""
    for row in sheet[area]:
        for cell in row:
            cell.number_format = form


def document(*tables: Table) -> bytes:
    """The bytes of an ODS file."""
    made, packed = Document("ods"), BytesIO()
    made.body.clear()
    for table in tables:
        made.body.append(table)
    made.save(packed)
    return packed.getvalue()


def table_of(name: str, rows: Iterable[Iterable[object]]) -> Table:
    """A sheet of an ODS file; a cell may also be given itself."""
    table = Table(name)
    for values in rows:
        row = Row()
        for value in values:
            row.append_cell(value if isinstance(value, Cell) else Cell(value))
        table.append_row(row)
    return table


def percentage(part: float, text: str) -> Cell:
    """A cell with a percentage."""
    cell = Cell(part)
    cell.type = "percentage"
    cell.set_attribute("office:value", str(part))
    cell.clear_paragraphs() if hasattr(cell, "clear_paragraphs") else None
    cell.text_content = text
    return cell


def spanning(value: object, *, rows: int = 1, columns: int = 1) -> Cell:
    """A cell that is merged with those below it or to its right."""
    cell = Cell(value)
    cell.set_attribute("table:number-rows-spanned", str(rows))
    cell.set_attribute("table:number-columns-spanned", str(columns))
    return cell


def covered() -> Cell:
    """A cell that a merged one covers."""
    cell = Cell()
    cell.tag = "table:covered-table-cell"
    return cell


def _groups() -> bytes:
    book = book_of(
        [
            ["Leeftijd", "2021", "2022", "Hulp"],
            ["Mannen", None, None, None],
            ["15 tot 25 jaar", 12.5, 13.25, 1],
            ["25 tot 45 jaar", 22, 23, 2],
            ["Vrouwen", None, None, None],
            ["15 tot 25 jaar", 14, 15.5, 3],
            ["25 tot 45 jaar", 24, 25, 4],
        ]
    )
    book["Blad1"].column_dimensions["D"].hidden = True
    return workbook(book)


def _two_levels() -> bytes:
    book = book_of(
        [
            ["Aanvragen per regio (verzonnen)"],
            [],
            ["Regio", "2022", None, "2023*", None],
            [None, "aantal", "aandeel", "aantal", "aandeel"],
            ["Noord", 1000, 0.125, 2000, 0.25],
            ["Zuid", 7000, 0.875, 6000, 0.75],
            ["Totaal", 8000, 1, 8000, 1],
            [],
            ["Bron: CBS StatLine, https://opendata.cbs.nl/voorbeeld"],
            ["* voorlopig cijfer"],
        ],
        "Aanvragen",
    )
    sheet = book["Aanvragen"]
    for area in ("A1:E1", "B3:C3", "D3:E3"):
        sheet.merge_cells(area)
    formatted(sheet, "C5:C7", "0.0%")
    formatted(sheet, "E5:E7", "0%")
    return workbook(book)


def _formats() -> bytes:
    rows: list[list[object]] = [["Peildatum", "Bedrag", "Maand", "Geslaagd", "Vermogen"]]
    for month in (1, 2, 3):
        moment = datetime(2021, month, 1)
        rows.append([moment, 1234.5 * month, moment, month > 1, 0.1 * month + 0.2])
    book = book_of(rows)
    formatted(book["Blad1"], "B2:B4", "[$€-413] #,##0.00")
    formatted(book["Blad1"], "C2:C4", "mmm-yy")
    formatted(book["Blad1"], "E2:E4", '0.0" kWh"')
    return workbook(book)


def _codes() -> bytes:
    return workbook(
        book_of(
            [
                ["Gemeentecode", "Gemeente", "Inwoners"],
                [14, "Groningen", 234950],
                [373, "Bergen", 29723],
                [893, "Bergen", 13106],
                [518, "Den Haag", 553417],
            ]
        )
    )


def _failed() -> bytes:
    return workbook(
        book_of(
            [
                ["Wijk", "Groei"],
                ["Centrum", 12],
                ["Noord", "#DIV/0!"],
                ["Zuid", 7],
            ]
        )
    )


def _hidden() -> bytes:
    book = book_of(
        [["Dag", "Meldingen"], [date(2021, 3, 1), 4], [date(2021, 3, 2), 9], [date(2021, 3, 3), 16]], "Dagen"
    )
    book.epoch = datetime(1904, 1, 1)  # as Excel on a Mac once counted
    filled(book.create_sheet("Rekenblad"), [["a", "b"], [1, 2], [3, 4]]).sheet_state = "hidden"
    filled(book.create_sheet("Uitleg"), [["Deze cijfers zijn verzonnen."]])
    return workbook(book)


def _several_sheets() -> bytes:
    about = table_of("Toelichting", [["Deze cijfers zijn verzonnen."], ["Peildatum 1 januari."]])
    figures = table_of(
        "Cijfers",
        [
            ["Jaar", "Aandeel", "Aantal"],
            [2021, percentage(0.125, "12,5%"), 10],
            [2022, percentage(0.07, "7,0%"), 20],
            [2023, percentage(0.5, "50,0%"), 30],
        ],
    )
    empty = Row()
    empty.repeated = 1_048_000
    figures.append_row(empty)
    return document(about, figures)


def _merged_names() -> bytes:
    return document(
        table_of(
            "Cijfers",
            [
                ["Sector", "Soort", "Meldingen"],
                [spanning("Zorg", rows=2), "Hacking", 10],
                [covered(), "Verlies", 20],
                [spanning("Bestuur", rows=2), "Hacking", 5],
                [covered(), "Verlies", 7],
            ],
        )
    )


def messy_files() -> list[Messy]:
    """The files, each with its own sort of mess."""
    return [
        Messy(
            "excel_nl.csv",
            "\ufeffGebied;Aandeel;Bedrag\r\nNoord;12,5;1.250,00\r\nZuid;7,25;12.013,75\r\n".encode(),
        ),
        Messy(
            "statline.csv",
            (
                '"Zuivering van afvalwater; per provincie"\n"Perioden";"Regio\'s";"Capaciteit"\n'
                '"";"";"1 000 i.e."\n"2021";"Groningen (PV)";"1020"\n'
                '"2021";"Fryslân (PV)";"1310"\n"Bron: CBS"\n'
            ).encode(),
        ),
        Messy(
            "jaren_breed.csv",
            (
                "Kerncijfers;;;\n;;;\nWijk;2021;2022;2023\nCentrum;1.234;x;1.300\nNoord;.;2.500;2.600\n"
                "Zuid;10;20;30\n;;;\nBron: eigen telling\nx = geheim; . = onbekend\n"
            ).encode("cp1252"),
        ),
        Messy("twee_koppen.xlsx", _two_levels()),
        Messy("opmaak.xlsx", _formats()),
        Messy(
            "gemeenten.csv",
            (
                b"Gemeente,Aantal\nGemeente Utrecht,1\nBergen,2\nWeesp,3\nSudwest-Fryslan,4\nAMSTERDAM,5\n"
                b"Den Bosch,6\nGroninge,7\n"
            ),
            {"gemeente.Bergen": "GM0373"},
        ),
        Messy("codes.xlsx", _codes()),
        Messy(
            "perioden.csv",
            (
                b"Perioden,Onderwerp,Waarde\n2021JJ00,a,10\n2021KW01,a,2\n2021KW02,a,3\n2022JJ00,a,11\n"
                b"2022KW01,a,4\n2022KW02,a,5\n"
            ),
            {"perioden.periods": "quarter"},
        ),
        Messy("maanden.tsv", "Maand\tAantal\n2021MM01\t10\n2021MM02\t20*\n2021MM03\t30*\n".encode("utf-16")),
        Messy("groepen.xlsx", _groups(), {"hidden": "drop"}),
        Messy(
            "tekens.csv",
            (
                "Post;Aandeel;Saldo;Verbruik\nA;12,5%;€ 1.250,-;10 kWh\nB;7%;€ (1.200);12 kWh\n"
                "C;-0,5%;€ 30;8 kWh\n"
            ).encode("cp1252"),
        ),
        Messy(
            "datums.csv",
            b"Datum;Actief;Meldingen\n01-02-2021;ja;3\n13-02-2021;nee;4\n1-12-2021;ja;5\n",
        ),
        Messy(
            "schuine_strepen.csv",
            b"datum,meldingen\n3/4/2021,1\n5/6/2021,2\n7/8/2021,3\n",
            {"datum.dates": "day"},
        ),
        Messy("bladen.ods", _several_sheets()),
        Messy("samengevoegd.ods", _merged_names()),
        Messy(
            "twee_tabellen.csv",
            (
                b"Tabel 1 Noord;;\nJaar;Aantal;Deel\n2021;1;0,5\n2022;2;0,6\n;;\nTabel 2 Zuid;;\n;;\n"
                b"Jaar;Aantal;Deel\n2021;3;0,7\n2022;4;0,8\n"
            ),
            {"table": "2"},
        ),
        Messy(
            "rommel.csv",
            (
                b"Overzicht wijken;;;;\n;;;;\n;Wijk;;Aantal;Aandeel (%)\n;Centrum;;10;50\n"
                b";;;;\n;Noord;;6;30\n"
                b";Wijk;;Aantal;Aandeel (%)\n;Zuid;;4;20\n;Totaal;;20;100\n;;;;\n"
                b";Bron: https://example.org/wijken;;;\n"
                b";Deze cijfers zijn verzonnen en gelden per 1 januari;;;\n"
            ),
        ),
        Messy("fouten.xlsx", _failed()),
        Messy("duizend.csv", b"jaar,aantal\n2023,1.234\n2024,2.345\n2025,3.456\n", {"numbers": "comma"}),
        Messy(
            "oud_programma.txt",
            "Café|Bezoekers|Opmerking\nCoöperatie|ca. 500|=groot\nMaïs|120|-5 tot 0\nÉén|80|\n".encode(
                "cp850"
            ),
            {"bezoekers.B2": "500"},
        ),
        Messy("verborgen.xlsx", _hidden(), {"sheet": "Dagen"}),
    ]
