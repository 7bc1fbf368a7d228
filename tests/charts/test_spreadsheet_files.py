"""What a spreadsheet, a statistics office or a person writes in a table is recognised, and told once with
what to write. All is invented.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import packed
from trendrapport.charts.tables.meaning import Habits
from trendrapport.charts.tables.suggestions import habits, meant
from trendrapport.charts.tables.table import read_table

from .samples import package, table_findings

FIELDS = [("gebied", "string"), ("deel", "number")]
YEARS = [("jaar", "year"), ("gebied", "string"), ("deel", "number")]


def fixes(text: str, fields=FIELDS) -> str:
    _, found = read_table("t", "t.csv", text, package(fields))
    return " | ".join(one.fix.nl for one in found)


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        ("Gebied;Deel\na;12,5\nb;1.013,75\n", FIELDS, ["1:7 csv-separator"]),
        ("gebied;deel\na;12\n", FIELDS, ["1:7 csv-separator"]),
        ("gebied\tdeel\na\t12\n", FIELDS, ["1:7 csv-separator"]),
        ("gebied|deel\na|12\n", FIELDS, ["1:7 csv-separator"]),
        ("sep=;\ngebied;deel\na;12\n", FIELDS, ["2:7 csv-separator"]),
        ("sep=,\ngebied,deel\na,12\n", FIELDS, ["1:1 csv-above-heading"]),
        (
            '"Een titel; met puntkomma"\n"Regio\'s";"Aandeel (%)"\n"a";"12"\n"b";"13"\n',
            FIELDS,
            ["1:1 csv-above-heading", "2:1 csv-heading", "2:10 csv-separator"],
        ),
        ("Een titel,\n,\ngebied,deel\na,12\n", FIELDS, ["1:1 csv-above-heading"]),
        ("Gebied,Deel\na,12\n", FIELDS, ["1:1 csv-heading"]),
        ("gebied, deel\na,12\n", FIELDS, ["1:8 csv-heading"]),
        ("gebied,deel\n,%\na,12\n", FIELDS, ["2:1 csv-units"]),
        ("gebied,deel\na,12\nBron: CBS\n", FIELDS, ["3:1 csv-note"]),
        ("gebied,deel\na,12\n\u00a9 CBS,\nBron: CBS,\n", FIELDS, ["3:1 csv-note"]),
        ("gebied,deel,,\na,12,,\nb,13,,\n", FIELDS, ["2:6 csv-empty-columns"]),
        ("gebied,deel\na,12\n,\nb,13\n,,,\n", FIELDS, []),
        (
            "jaar;gebied;deel\n2024;a;1,5\n2025;b;x\n",
            YEARS,
            ["1:5 csv-separator", "3:8 csv-type"],
        ),
        ("gebied,deel\nBron van inkomsten,\na,1\n", FIELDS, []),
    ],
)
def test_a_layout_is_told_for_what_it_is(text, fields, expected):
    assert table_findings(text, fields) == expected


def test_a_statistics_office_exports_more_than_a_table():
    text = (
        '"Zuivering; per provincie"\n"Perioden";"Regio\'s";"Capaciteit (1 000 i.e.)"\n"";"";"1 000 '
        'i.e."\n'
        '"2021";"Groningen (PV)";"1020"\n"Bron: CBS"\n'
    )
    fields = [("perioden", "year"), ("regio", "string"), ("capaciteit", "integer")]
    assert table_findings(text, fields) == [
        "1:1 csv-above-heading",
        "2:11 csv-separator",
        "2:12 csv-heading",
        "3:1 csv-units",
        "5:1 csv-note",
    ]
    assert "Maak hiervan de kopregel: perioden;regio;capaciteit" in fixes(text, fields)
    assert 'dialect: {delimiter: ";", headerRows: [2]}' in fixes(text, fields)


def test_what_the_descriptor_can_say_is_told_if_it_is_certain():
    fix = fixes("gebied;deel\nEde, en Epe;1.013,75\n")
    assert 'dialect: {delimiter: ";"}' in fix
    assert 'decimalChar: ",", groupChar: "."' in fix
    assert "bij de kolom" not in fixes("gebied;deel\na;veel\n")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("12%|.|x", ["2:3 csv-sign 12", '3:3 csv-type missingValues: ["", ".", "x"]']),
        ("\u20ac 1.250|1.300|1.400", ["2:3 csv-sign 1250", "3:3 csv-type 1300"]),
        ("12.5|1.013.75|1.250", ["3:3 csv-type 1250"]),
        ("12,5|1.250", ['2:3 csv-type 1250 voor "1.250"']),
        ("1,234", ["2:3 csv-type 1234 of 1.234"]),
        ("1,234|12.5", ["2:3 csv-type Schrijf 1234 voor"]),
        ("\u22125|\u201312,5", ['2:3 csv-type -5 voor "\u22125"']),
        ("1\u00a0250|1 250,5", ["2:3 csv-type Schrijf 1250 voor"]),
        ("12 km|3*", ["2:3 csv-sign Schrijf 12 voor", "3:3 csv-sign Schrijf 3 voor"]),
        ("veel|weinig", ["2:3 csv-type Verbeter de waarde", "3:3 csv-type Verbeter de waarde"]),
    ],
)
def test_numbers_get_what_to_write_once_for_each_cause(cells, expected):
    text = "gebied,deel\n" + "".join(f'a,"{cell}"\n' for cell in cells.split("|"))
    _, found = read_table("t", "t.csv", text, package(FIELDS))
    assert len(found) == len(expected)
    for one, wanted in zip(sorted(found, key=lambda one: one.location), expected, strict=True):
        place, code, part = wanted.split(" ", 2)
        assert (f"{one.location.line}:{one.location.column}", one.code) == (place, code)
        assert part in one.fix.nl


@pytest.mark.parametrize(
    ("cell", "sort", "write"),
    [
        ("01-03-2024", "date", "2024-03-01"),
        ("1-3-24", "date", "2024-03-01"),
        ("13/3/2024", "date", "2024-03-13"),
        ("3/13/2024", "date", "2024-03-13"),
        ("1 maart 2024", "date", "2024-03-01"),
        ("March 1, 2024", "date", "2024-03-01"),
        ("20240301", "date", "2024-03-01"),
        ("45352", "date", "2024-03-01"),
        ("2024-03-01T00:00:00", "date", "2024-03-01"),
        ("2024/3/1", "date", "2024-03-01"),
        ("2024-03", "date", "2024-03"),
        ("2021JJ00", "date", "2021"),
        ("2021KW01", "date", "2021-Q1"),
        ("03-2024", "yearmonth", "2024-03"),
        ("mrt-24", "yearmonth", "2024-03"),
        ("2024MM03", "yearmonth", "2024-03"),
        ("2024-03-01", "yearmonth", "2024-03"),
        ("2024-03", "year", "2024"),
        ("2024*", "year", "2024"),
        ("2.024", "year", "2024"),
        ("2024.0", "year", "2024"),
        ("2024-01-01", "year", "2024"),
        ("ja", "boolean", "true"),
        ("ONWAAR", "boolean", "false"),
        ("1.5", "integer", "1.5"),
        ("1,234", "integer", "1234"),
        ("12,5", "integer", "12.5"),
    ],
)
def test_what_to_write(cell, sort, write):
    found = meant(cell, sort, habits([cell]))
    assert found
    assert found.write == (write,)


@pytest.mark.parametrize(
    ("cells", "sort", "advice"),
    [
        (
            ["2024"],
            "date",
            (
                "Vul aan wat ontbreekt. Is dat niet bekend, geef de kolom dan in het "
                ".datapackage.yml-bestand "
                "type: year."
            ),
        ),
        (
            ["2024-03"],
            "date",
            (
                "Vul aan wat ontbreekt. Is dat niet bekend, geef de kolom dan in het "
                ".datapackage.yml-bestand "
                "type: yearmonth."
            ),
        ),
        (
            ["2024-03", "2023JJ00"],
            "date",
            "Vul aan wat ontbreekt. Is dat niet bekend, geef de kolom dan in het .datapackage.yml-bestand "
            "type: "
            "year. "
            'Schrijf dan 2023 voor "2023JJ00".',
        ),
        (
            ["2024"],
            "yearmonth",
            (
                "Vul aan wat ontbreekt. Is dat niet bekend, geef de kolom dan in het "
                ".datapackage.yml-bestand "
                "type: year."
            ),
        ),
        (
            ["2024-03-01"],
            "year",
            'Schrijf 2024 voor "2024-03-01". '
            "Moet die blijven staan, geef de kolom dan in het .datapackage.yml-bestand type: "
            "yearmonth of type: date.",
        ),
        (
            ["2024-03-01"],
            "yearmonth",
            'Schrijf 2024-03 voor "2024-03-01". '
            "Moet die blijven staan, geef de kolom dan in het .datapackage.yml-bestand "
            "type: date.",
        ),
        (
            ["2024MM03"],
            "year",
            'Schrijf 2024 voor "2024MM03". '
            "Moet die blijven staan, geef de kolom dan in het .datapackage.yml-bestand type: "
            "yearmonth of type: date.",
        ),
    ],
)
def test_a_moment_that_says_less_or_more_than_its_column_gets_both_ways_out(cells, sort, advice):
    _, found = read_table(
        "t", "t.csv", "wanneer\n" + "".join(f"{cell}\n" for cell in cells), package([("wanneer", sort)])
    )
    assert [(one.code, one.fix.nl) for one in found] == [("csv-moment", advice)]


@pytest.mark.parametrize(
    ("cell", "sort"),
    [
        ("31-02-2024", "date"),
        ("gisteren", "date"),
        ("2024/25", "year"),
        ("<5", "number"),
        ("1,2,3", "number"),
        ("misschien", "boolean"),
        ("2 van 3", "number"),
    ],
)
def test_what_cannot_be_told_is_not_guessed(cell, sort):
    assert meant(cell, sort, habits([cell])) is None


def test_which_comes_first_in_a_date_follows_from_the_others():
    assert meant("1/3/2024", "date", Habits()).write == ("2024-03-01", "2024-01-03")
    assert meant("1/3/2024", "date", habits(["1/3/2024", "13/3/2024"])).write == ("2024-03-01",)
    assert meant("1/3/2024", "date", habits(["1/3/2024", "1/13/2024"])).write == ("2024-01-03",)


DUTCH = st.decimals(-(10**9), 10**9, places=2, allow_nan=False)


@given(DUTCH, st.booleans())
def test_a_dutch_number_is_read_as_it_is_written(value, grouped):
    shown = f"{value:,.2f}" if grouped else f"{value:.2f}"
    cell = shown.translate(str.maketrans(",.", ".,"))
    found = meant(cell, "number", habits([cell]))
    assert found
    assert [float(one) for one in found.write] == [float(value)]


@given(
    st.text("0123456789.,-% \u20ac\u2212km\u0663/*", max_size=14),
    st.sampled_from(["number", "integer", "date", "year", "yearmonth", "boolean"]),
)
def test_what_is_to_be_written_is_a_value(cell, sort):
    found = meant(cell, sort, habits([cell]))
    for write in found.write if found else ():
        kind = {"fraction": "number"}.get(found.cause, sort)
        if found.cause not in {"coarse", "period"} and "e" not in write:
            table, problems = read_table(
                "t", "t.csv", f"a,b\nx,{write}\n", package([("a", "string"), ("b", kind)])
            )
            assert table or {one.code for one in problems} == {"csv-number"}, (cell, write)


@given(st.text(st.sampled_from('ab,;\t|"\n =sep1.') | st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_layout_gives_findings_with_a_place(text):
    table, found = read_table("t", "t.csv", text, package([("a", "string"), ("b", "number")]))
    assert (table is None) == bool(found)
    lines = text.split("\n")
    for one in found:
        assert 1 <= one.location.line <= len(lines)
        assert 1 <= one.location.column <= len(lines[one.location.line - 1]) + 1


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (packed("[Content_Types].xml", "xl/workbook.xml"), "Excel-bestand (xlsx)"),
        (packed("iets.txt"), "ingepakt bestand"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 40, "ouder Excel-bestand"),
        (b"%PDF-1.7\n", "een PDF"),
        (b"\n<html><body>", "webpagina"),
    ],
)
def test_another_file_is_no_table_for_being_called_one(findings, sample, raw, said):
    from trendrapport.pipeline import check

    assert findings(csv=raw) == ["charts/data/voorbeeld.csv:1:1 spreadsheet-file"]
    assert said in check(sample).diagnostics[0].what.nl


@pytest.mark.parametrize("ending", ["xlsx", "ods", "XLS", "tsv"])
def test_a_file_of_a_spreadsheet_beside_the_tables(findings, ending):
    assert findings(**{f"charts/data/cijfers.{ending}": b"x"}) == [
        f"charts/data/cijfers.{ending}:1:1 spreadsheet-file"
    ]


def test_what_windows_adds_to_a_table_is_no_mistake(findings):
    assert findings(csv="\ufeffjaar,aantal\r\n2023,3\r\n2024,4\r\n".encode()) == []
