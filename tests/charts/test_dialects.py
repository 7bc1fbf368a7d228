"""A table stays as its editor has it: what its descriptor says of how it is written is how it is read, and
readers get a tidy table with a descriptor that agrees. All is invented.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package
from hypothesis import assume, given
from hypothesis import strategies as st

from trendrapport.charts.tables.table import Table, read_table
from trendrapport.charts.tables.told_numbers import bared
from trendrapport.checks import misread_number
from trendrapport.model.charts import DataPackage
from trendrapport.model.date_patterns import is_pattern, read_date, write_date
from trendrapport.model.dialects import Dialect
from trendrapport.pipeline import check
from trendrapport.report.data_package import package as published
from trendrapport.report.data_package import written

PLACE = {"name": "gebied", "type": "string", "title": "Gebied"}
DUTCH = {"decimalChar": ",", "groupChar": "."}


def descriptor(fields: list[dict[str, Any]], **resource: Any) -> DataPackage:
    """A descriptor of these fields, with more of its file."""
    schema = {"fields": fields, **resource.pop("schema", {})}
    data = {
        "name": "tabel",
        "title": "Tabel",
        "licenses": [{"name": "CC0-1.0"}],
        "sources": [{"title": "Verzonnen"}],
        "resources": [{"name": "tabel", "path": "tabel.csv", "schema": schema, **resource}],
    }
    return DataPackage.model_validate_json(json.dumps(data))


def table(text: str, fields: list[dict[str, Any]], **resource: Any) -> Table:
    """A table that must be right."""
    made, found = read_table("tabel", "charts/data/tabel.csv", text, descriptor(fields, **resource))
    assert made, found
    return made


def one(type_: str, *cells: str, **more: Any) -> list[Any]:
    """The values of a column."""
    field = {"name": "a", "type": type_, "title": "A", **more}
    made = table("gebied;a\n" + "".join(f"x;{cell}\n" for cell in cells), [PLACE, field], dialect=SEMICOLON)
    assert table(made.text, made.package.model_dump(mode="json")["resources"][0]["schema_"]["fields"])
    return [row[1] for row in made.rows]


SEMICOLON = {"delimiter": ";"}


def test_an_export_of_a_dutch_excel_is_a_table():
    made = table(
        "Gebied;Aandeel\nSúdwest-Fryslân;12,5\nUtrecht;1.013,75\n",
        [PLACE, {"name": "aandeel", "type": "number", "title": "Aandeel", "unit": "%", **DUTCH}],
        dialect=SEMICOLON,
        encoding="windows-1252",
    )
    assert made.rows == (("Súdwest-Fryslân", 12.5), ("Utrecht", 1013.75))
    assert made.text == "gebied,aandeel\nSúdwest-Fryslân,12.5\nUtrecht,1013.75\n"
    assert made.locate(1, "aandeel").column == len("Utrecht;") + 1
    told = made.package.resources[0]
    assert (told.dialect, told.encoding, told.schema_.fields[1].decimalChar) == (None, None, None)


@pytest.mark.parametrize(
    ("type_", "cell", "more", "value"),
    [
        ("number", "1.234,5", DUTCH, 1234.5),
        ("number", "-1.234.567", DUTCH, -1234567.0),
        ("number", "1,5e3", DUTCH, 1500.0),
        ("number", "1 234,5", {"decimalChar": ",", "groupChar": " "}, 1234.5),
        ("integer", "1.234", {"groupChar": "."}, 1234),
        ("number", "12%", {"bareNumber": False}, 12.0),
        ("number", "€ 1.250,00", {**DUTCH, "bareNumber": False}, 1250.0),
        ("number", "€ 12,-", {**DUTCH, "bareNumber": False}, 12.0),
        ("number", "-€ 5", {"bareNumber": False}, -5.0),
        ("number", "€ -5", {"bareNumber": False}, -5.0),
        ("number", "5*", {"bareNumber": False}, 5.0),
        ("boolean", "ja", {"trueValues": ["ja"], "falseValues": ["nee"]}, True),
        ("boolean", "0", {}, False),
        ("date", "31-12-2024", {"format": "%d-%m-%Y"}, "2024-12-31"),
        ("date", "3 maart 2024", {"format": "%d %B %Y"}, "2024-03-03"),
        ("date", "Mar. 3, 2024", {"format": "%b %d, %Y"}, "2024-03-03"),
        ("date", "03-03-24", {"format": "%d-%m-%y"}, "2024-03-03"),
        ("date", "2024-03-03", {"format": "default"}, "2024-03-03"),
        ("date", "3-3-2024 0:00:00", {"format": "%d-%m-%Y %H:%M:%S"}, "2024-03-03"),
        ("number", "x", {"missingValues": [{"value": "x", "label": "geheim"}]}, None),
    ],
)
def test_a_cell_is_read_as_its_column_says(type_, cell, more, value):
    assert one(type_, cell, **more) == [value]


@pytest.mark.parametrize(
    ("type_", "cell", "more"),
    [
        ("number", "12.5", DUTCH),
        ("number", "1.23,5", DUTCH),
        ("number", "1.2345", DUTCH),
        ("number", "12.5", {"decimalChar": ","}),
        ("integer", "12,5", {"groupChar": "."}),
        ("number", "5 mln", {"bareNumber": False}),
        ("number", "2 miljard euro", {"bareNumber": False}),
        ("number", "<5", {"bareNumber": False}),
        ("number", "(5)", {"bareNumber": False}),
        ("number", "5-", {"bareNumber": False}),
        ("number", "COVID-19", {"bareNumber": False}),
        ("number", "12 - 15", {"bareNumber": False}),
        ("boolean", "true", {"trueValues": ["ja"], "falseValues": ["nee"]}),
        ("date", "2024-12-31", {"format": "%d-%m-%Y"}),
        ("date", "31-02-2024", {"format": "%d-%m-%Y"}),
        ("date", "12112024", {"format": "%d-%m-%Y"}),
        ("date", "1112024", {"format": "%d%m%Y"}),
        ("date", "3-3-2024 12:00:00", {"format": "%d-%m-%Y %H:%M:%S"}),
        ("number", "-", {"missingValues": ["x"]}),
    ],
)
def test_what_is_written_otherwise_is_told_and_never_guessed(type_, cell, more):
    field = {"name": "a", "type": type_, "title": "A", **more}
    text = f"gebied;a\nx;{cell}\n"
    made, found = read_table("t", "t.csv", text, descriptor([PLACE, field], dialect=SEMICOLON))
    assert made is None
    assert [(each.location.line, each.location.column) for each in found] == [(2, 3)]


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("gebied,a\nx,1\n", {}),
        ("gebied;a\r\nx;1\r\n", {"delimiter": ";"}),
        ("'gebied','a'\n'x','1'\n", {"quoteChar": "'"}),
        ("gebied::a~x::1~", {"delimiter": "::", "lineTerminator": "~"}),
        ('gebied, a\nx, "1"\n', {"skipInitialSpace": True}),
        ("x,1\n", {"header": False}),
        ("Een titel\n\ngebied,a\nx,1\n", {"headerRows": [3]}),
        ("Een titel\ngebied,a\nx,1\n", {"commentRows": [1]}),
        ('# titel, met "teken\ngebied,a\n# meer\nx,1\n', {"commentChar": "#"}),
        ("gebied,a\n\\x,1\n", {"escapeChar": "\\"}),
    ],
)
def test_each_key_of_a_dialect(text, dialect):
    number = {"name": "a", "type": "integer", "title": "A"}
    made = table(text.replace("\r\n", "\n"), [PLACE, number], dialect=dialect)
    assert made.rows == (("x", 1),)
    assert made.text == "gebied,a\nx,1\n"


def test_a_heading_of_several_rows_has_merged_cells_over_each_column():
    fields = [PLACE, *({"name": name, "type": "integer", "title": title} for name, title in PAIRS)]
    text = ";Aantal;;Deel\nGebied;2023;2024;2024\nx;1;2;3\n"
    made = table(text, fields, dialect={"delimiter": ";", "headerRows": [1, 2], "headerJoin": " in "})
    assert made.records() == [{"gebied": "x", "a": 1, "b": 2, "c": 3}]


PAIRS = (("a", "Aantal in 2023"), ("b", "Aantal in 2024"), ("c", "Deel in 2024"))


def test_nothing_stands_for_no_value_in_any_column():
    fields = [PLACE, {"name": "a", "type": "integer", "title": "A"}]
    made = table("gebied,a\n\\N,1\nx,\\N\n", fields, dialect={"nullSequence": "\\N", "escapeChar": "\\"})
    assert made.rows == ((None, 1), ("x", None))
    assert made.package.resources[0].schema_.missingValues == ("", "\\N")


def test_marks_for_missing_values_stay_with_what_they_mean():
    marks = [{"value": ".", "label": "geheim"}, {"value": "-", "label": "nihil"}]
    field = {"name": "a", "type": "number", "title": "A", **DUTCH, "missingValues": marks}
    made = table("gebied,a\nx,.\ny,-\nz,\n", [PLACE, field])
    assert made.text == "gebied,a\nx,.\ny,-\nz,\n"
    kept = made.package.model_dump(mode="json", by_alias=True, exclude_none=True)
    assert kept["resources"][0]["schema"]["fields"][1]["missingValues"] == [*marks, {"value": ""}]


def test_a_value_that_would_become_a_mark_is_told():
    field = {"name": "a", "type": "number", "title": "A", **DUTCH, "missingValues": ["1.5"]}
    _, found = read_table("t", "t.csv", 'gebied,a\nx,"1,5"\n', descriptor([PLACE, field]))
    assert [each.code for each in found] == ["csv-missing-mark"]


@pytest.mark.parametrize(
    ("column", "advice"),
    [
        (["12%", "3%"], "bareNumber: false"),
        (["€ 1.250", "€ 1.300,50"], 'decimalChar: ",", groupChar: ".", bareNumber: false'),
        (["12,5", "1.013,75"], 'decimalChar: ",", groupChar: "."'),
        (["12,5", "."], 'decimalChar: ","'),
        (["1\u00a0250,5"], r'decimalChar: ",", groupChar: "\u00a0"'),
        (["1,234"], ""),
        (["12%", "12 km"], ""),
    ],
)
def test_what_to_add_to_the_descriptor_is_certain(column, advice):
    fields = [PLACE, {"name": "a", "type": "number", "title": "A"}]
    text = "gebied;a\n" + "".join(f"x;{cell}\n" for cell in column)
    _, found = read_table("t", "t.csv", text, descriptor(fields, dialect=SEMICOLON))
    fixes = " ".join(each.fix.nl for each in found)
    assert (f"bij de kolom: {advice}. Of pas" in fixes) == bool(advice)
    assert ("Of pas de tabel aan" in fixes) == bool(advice)


def test_dates_and_truths_get_their_lines_too():
    fields = [
        {"name": "a", "type": "date", "title": "A"},
        {"name": "b", "type": "date", "title": "B"},
        {"name": "c", "type": "boolean", "title": "C"},
    ]
    text = "a,b,c\n1-3-2024,1/3/2024,Ja\n13-3-2024,2/3/2024,Nee\n"
    _, found = read_table("t", "t.csv", text, descriptor(fields))
    fixes = [each.fix.nl for each in found]
    assert 'format: "%d-%m-%Y"' in fixes[0]
    assert "format" not in fixes[1]
    assert 'trueValues: ["Ja"], falseValues: ["Nee"]' in fixes[2]


def test_different_units_in_a_column_are_told():
    field = {"name": "a", "type": "number", "title": "A", "bareNumber": False}
    made = table("gebied,a\nx,12%\ny,13%\nz,0.5\nw,5%*\n", [PLACE, field])
    found = list(misread_number._different_signs(made))
    assert [(each.code, each.location.line) for each in found] == [("different-signs", 4)]


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        ("dialect: {delimiter: ';', quoteChar: ';'}", "same-sign", "quoteChar"),
        ("dialect: {delimiter: ';', quoteChar: 'ab'}", "bad-sign", "quoteChar"),
        ("dialect: {header: false, headerRows: [2]}", "header-off", "headerRows"),
        ("dialect: {headerRows: [2, 1]}", "rows-out-of-order", "headerRows"),
        ("dialect: {headerRows: [2], commentRows: [2]}", "row-twice", "commentRows"),
        ("dialect: {separator: ';'}", "unknown-key", "separator"),
        ("encoding: utf-7", "bad-encoding", "encoding"),
    ],
)
def test_what_contradicts_itself_is_told_at_its_key(sample: Path, change, code, line):
    file = sample / "charts/data/voorbeeld.datapackage.yml"
    text = file.read_text("utf-8").replace(
        "    path: voorbeeld.csv\n", f"    path: voorbeeld.csv\n    {change}\n"
    )
    assert change in text
    file.write_text(text, "utf-8")
    found = [each for each in check(sample).diagnostics if each.code == code]
    assert len(found) == 1
    row = text.split("\n")[found[0].location.line - 1]
    assert row[found[0].location.column - 1 :].startswith((line, row.partition(f"{line}: ")[2]))


@pytest.mark.parametrize(
    ("type_", "more", "codes"),
    [
        ("string", {"groupChar": "."}, ["key-of-type"]),
        ("number", {"groupChar": "."}, ["same-sign"]),
        ("number", {"decimalChar": "1"}, ["sign-of-number"]),
        ("integer", {"groupChar": "."}, []),
        ("date", {"format": "any"}, ["bad-date-pattern"]),
        ("year", {"format": "%Y"}, ["bad-date-pattern", "key-of-type"]),
        ("boolean", {"trueValues": ["x"], "falseValues": ["x"]}, ["same-sign"]),
    ],
)
def test_a_column_that_contradicts_itself(type_, more, codes):
    from pydantic import ValidationError

    try:
        descriptor([{"name": "a", "type": type_, "title": "A", **more}])
        found = []
    except ValidationError as error:
        found = [each["type"] for each in error.errors() if each["type"] != "too_short"]
    assert set(found) <= set(codes)
    assert bool(found) == bool(codes)


EXCEL = "Gebied;Aandeel\r\nSúdwest-Fryslân;12,5\r\nUtrecht;1.013,75\r\n"


def in_report(sample: Path, raw: bytes, encoding: str) -> list[str]:
    """What is found when the sample's table is this one."""
    field = 'name: aandeel, type: number, title: Aandeel, decimalChar: ",", groupChar: "."'
    text = (
        "name: voorbeeld\ntitle: Verzonnen\nlicenses: [{name: CC0-1.0}]\nsources: [{title: Verzonnen}]\n"
        f"resources:\n  - name: voorbeeld\n    path: voorbeeld.csv\n{encoding}"
        '    dialect: {delimiter: ";"}\n    schema:\n      fields:\n'
        f"        - {{name: gebied, type: string, title: Gebied}}\n        - {{{field}}}\n"
    )
    (sample / "charts/data/voorbeeld.datapackage.yml").write_text(text, "utf-8")
    (sample / "charts/data/voorbeeld.csv").write_bytes(raw)
    chart = "data: voorbeeld\ntitle: Titel\ndescription: Verzonnen.\nsource: voorbeeldbron\n"
    (sample / "charts/voorbeeld.yml").write_text(chart, "utf-8")
    return [f"{each.location.line} {each.code} {each.fix.nl}" for each in check(sample).diagnostics]


def test_a_report_with_an_export_of_excel_is_clean(sample: Path):
    assert in_report(sample, EXCEL.encode("cp1252"), "    encoding: windows-1252\n") == []
    assert in_report(sample, EXCEL.encode("utf-16"), "    encoding: utf-16\n") == []
    assert in_report(sample, EXCEL.encode("utf-8-sig"), "") == []


def test_another_encoding_than_told_is_told(sample: Path):
    found = in_report(sample, EXCEL.encode("cp1252"), "")
    assert any("not-utf-8" in each and "encoding: windows-1252" in each for each in found)
    found = in_report(sample, f"{EXCEL}€5;1\r\n".encode("cp1252"), "    encoding: iso-8859-1\n")
    assert any("other-encoding" in each and "encoding: windows-1252" in each for each in found)
    found = in_report(sample, EXCEL.encode("utf-8"), "    encoding: windows-1252\n")
    assert any("other-encoding" in each and "Verwijder" in each for each in found)


def test_what_is_published_of_a_dialect_is_a_valid_package(tmp_path: Path):
    fields = [
        PLACE,
        {"name": "a", "type": "number", "title": "A", **DUTCH, "bareNumber": False, "missingValues": ["-"]},
        {"name": "b", "type": "date", "title": "B", "format": "%d-%m-%Y"},
        {"name": "c", "type": "boolean", "title": "C", "trueValues": ["ja"], "falseValues": ["nee"]},
    ]
    text = 'Titel\nGebied;A;B;C\nEde, "Epe";€ 1.250,50;31-12-2024;ja\nx;-;1-2-2024;nee\n;;;\n'
    dialect = {"delimiter": ";", "headerRows": [2], "quoteChar": "'"}
    made = table(text, fields, dialect=dialect, encoding="windows-1252")
    (tmp_path / "tabel.csv").write_bytes(made.text.encode())
    (tmp_path / "datapackage.json").write_text(written(published(made.package, "tabel.csv", {})), "utf-8")
    package = Package(str(tmp_path / "datapackage.json"))
    assert package.validate().valid
    rows = [list(row.to_dict().values()) for row in package.resources[0].read_rows()]
    assert [float(row[1] or 0) for row in rows] == [1250.5, 0.0]
    assert rows[0][2] == date(2024, 12, 31)


LETTERS = "abcdefzé€'\"#;,|\t\\^~ :0123.\n"
TEXTS = st.text(LETTERS, min_size=1, max_size=8).map(str.strip).filter(bool)
NUMBERS = st.decimals(-(10**9), 10**9, places=3, allow_nan=False).map(float)
WHOLES = st.integers(-(10**12), 10**12)
DAYS = st.dates(date(1970, 1, 1), date(2068, 12, 31))
PATTERNS = ["%d-%m-%Y", "%m/%d/%y", "%d%m%Y", "%d %B %Y", "%Y.%m.%d", "%b %d, %Y", "default"]
GROUPS = [None, ".", ",", " ", "\u00a0", "'"]


@st.composite
def dialects(draw: st.DrawFn) -> dict[str, Any]:
    """Any dialect that does not contradict itself."""
    keys: dict[str, Any] = {
        "delimiter": draw(st.sampled_from([",", ";", "\t", "|", "::", "\u00a4"])),
        "quoteChar": draw(st.sampled_from(['"', "'"])),
        "doubleQuote": draw(st.booleans()),
        "escapeChar": draw(st.sampled_from([None, "\\", "^"])),
        "lineTerminator": draw(st.sampled_from(["\r\n", "\n", "~", "~\n"])),
        "skipInitialSpace": draw(st.booleans()),
        "commentChar": draw(st.sampled_from([None, "#", "//"])),
        "nullSequence": draw(st.sampled_from([None, "\\N", "NULL"])),
    }
    if not keys["doubleQuote"] and not keys["escapeChar"]:
        keys["escapeChar"] = "\\"
    heading = draw(st.sampled_from([{}, {"header": False}, {"headerRows": [3]}, {"commentRows": [1, 2]}]))
    return {key: value for key, value in keys.items() if value is not None} | heading


@st.composite
def notations(draw: st.DrawFn) -> list[dict[str, Any]]:
    """A column of each type, written in any way."""
    decimal = draw(st.sampled_from([".", ","]))
    group = draw(st.sampled_from([sign for sign in GROUPS if sign != decimal]))
    number = {"decimalChar": decimal, "bareNumber": draw(st.booleans())}
    return [
        {"name": "a", "type": "string"},
        {"name": "b", "type": "number", **number, **({"groupChar": group} if group else {})},
        {"name": "c", "type": "integer", "groupChar": draw(st.sampled_from(GROUPS[1:]))},
        {"name": "d", "type": "date", "format": draw(st.sampled_from(PATTERNS))},
        {"name": "e", "type": "boolean", "trueValues": ["ja", "j"], "falseValues": ["nee, nooit"]},
    ]


ROWS = st.lists(
    st.tuples(TEXTS, *(st.none() | values for values in (NUMBERS, WHOLES, DAYS, st.booleans()))),
    min_size=1,
    max_size=4,
)


def shown(value: Any, field: dict[str, Any]) -> str:
    """A value as its column is written."""
    match value:
        case bool():
            return field["trueValues" if value else "falseValues"][-1]
        case int() | float():
            decimal, group = field.get("decimalChar", "."), field.get("groupChar", "")
            text = f"{value:,.3f}" if isinstance(value, float) else f"{value:,}"
            text = text.replace(",", "\0").replace(".", decimal).replace("\0", group)
            return f"€ {text} " if field.get("bareNumber") is False else text
        case date():
            pattern = field["format"]
            return value.isoformat() if pattern == "default" else write_date(value, pattern)
    return str(value)


def cell(text: str, told: Dialect, *, always: bool) -> str:
    """A cell in a dialect."""
    escape, quote = told.escapeChar or "", told.quoteChar
    special = [*told.delimiter, *told.lineTerminator, quote, "\n", escape, told.commentChar, " "]
    if not always and not any(sign and sign in text for sign in special):
        return text
    if escape:
        text = text.replace(escape, escape * 2)
    return quote + text.replace(quote, quote * 2 if told.doubleQuote else escape + quote) + quote


@given(dialects(), notations(), ROWS, st.booleans())
def test_any_table_in_any_dialect_reads_back_equal(dialect, fields, values, always):
    told = Dialect.model_validate_json(json.dumps(dialect))
    null = told.nullSequence or ""
    assume(not any(null and row[0] == null for row in values))
    lines = ["Een titel", "Nog iets"] if told.header and ("headerRows" in dialect or told.commentRows) else []
    if told.header:
        lines.append(told.delimiter.join(field["name"] for field in fields))
    for row in values:
        cells = []
        for value, field in zip(row, fields, strict=True):
            text = null if value is None else cell(shown(value, field), told, always=always)
            cells.append(text)
        lines.append(told.delimiter.join(cells))
    text = "".join(line + told.lineTerminator for line in lines).replace("\r\n", "\n")
    full = [{"title": field["name"].upper(), **field} for field in fields]
    made, found = read_table("t", "t.csv", text, descriptor(full, dialect=dialect))
    expected = [tuple(each.isoformat() if isinstance(each, date) else each for each in row) for row in values]
    formulas = {"csv-formula"}
    assume(not (found and {each.code for each in found} <= formulas))
    assert made, (text, found)
    assert list(made.rows) == expected
    again, found = read_table("t", "t.csv", made.text, made.package)
    assert again, (made.text, found)
    assert list(again.rows) == expected


@given(DAYS, st.sampled_from(PATTERNS[:-1]))
def test_a_date_is_read_as_it_is_written(day, pattern):
    assert is_pattern(pattern)
    assert read_date(write_date(day, pattern), pattern) == day


@pytest.mark.parametrize("pattern", ["", "%d-%m", "%d-%d-%Y", "%d-%m-%Y-%y", "%Q", "%", "%d-%m-%Y %z", "any"])
def test_half_a_pattern_is_none(pattern):
    assert not is_pattern(pattern)


@given(st.text(max_size=30))
def test_any_text_can_be_bared(text):
    bared(text)


ODD = st.text(
    st.sampled_from("a1.,;|\t\"'\\^~#\n :-%é€\0N") | st.characters(exclude_categories=["Cs"]), max_size=80
)


@given(ODD, dialects(), notations())
def test_any_text_in_any_dialect_gives_a_table_or_findings_with_a_place(text, dialect, fields):
    full = [{"title": field["name"].upper(), **field} for field in fields[:3]]
    made, found = read_table("t", "t.csv", text, descriptor(full, dialect=dialect))
    assert (made is None) == bool(found)
    lines = text.split("\n")
    for each in found:
        assert 1 <= each.location.line <= len(lines)
        assert 1 <= each.location.column <= len(lines[each.location.line - 1]) + 1
    if made:
        again, found = read_table("t", "t.csv", made.text, made.package)
        assert again, found
        assert again.rows == made.rows
