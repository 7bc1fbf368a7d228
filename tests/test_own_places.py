"""What is told of each municipality: places, ties, missing values, the national figure.

Values here are invented, apart from the real charts.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.samples import chart_of, declared_jobs, table_of
from conftest import DUTCH
from trendrapport.charts.figure import figure
from trendrapport.charts.formats import svg
from trendrapport.charts.plan import Plan
from trendrapport.charts.tables.municipalities import Municipality, municipalities
from trendrapport.charts.theme import Theme
from trendrapport.language.labels import Labels
from trendrapport.pages.analysis.municipality import (
    MunicipalitySentences,
    filled,
    names_script,
    places_script,
)
from trendrapport.pipeline import Options, build, check

CODES = tuple(municipalities())
FIELDS = [("code", "string"), ("naam", "string"), ("deel", "integer")]
PLACES: dict[str, Any] = {"code": "code", "value": "deel", "sentence": "In {name} is het {value}"}


def table(values: dict[str, int | None]) -> Any:
    rows = "".join(
        f'{code},"{municipalities()[code].name}",{"" if value is None else value}\n'
        for code, value in values.items()
    )
    return table_of(f"code,naam,deel\n{rows}", FIELDS)


def words_of(values: dict[str, int | None], language: Any = "nl", **more: Any) -> dict[str, Any]:
    chart = chart_of("tile_map", fields={"code": "code", "value": "deel"}, places=PLACES | more)
    return MunicipalitySentences(chart, {"tabel": table(values)}, Labels(language)).data()


def sentences(found: dict[str, Any], code: str) -> list[str]:
    return [filled(found["texts"], sentence) for sentence in found["rows"][code][1:]]


def like(code: str, of: str) -> list[Municipality]:
    own = municipalities()[code]
    return [one for one in municipalities().values() if getattr(one, of) == getattr(own, of)]


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(st.sampled_from(CODES), st.none() | st.integers(0, 9), min_size=1),
    st.sampled_from(["highest", "lowest"]),
)
def test_the_sentence_tells_the_place_in_both_groups(values: dict[str, int | None], first: str) -> None:
    found = words_of(values, first=first)
    assert found["rows"].keys() == set(CODES)
    for code in CODES:
        name, own = municipalities()[code].name, values.get(code)
        main = sentences(found, code)[0]
        if own is None:
            assert main == f"Van {name} is er geen cijfer."
            assert found["rows"][code][0] == "geen gegevens"
            continue
        assert main.startswith(f"In {name} is het {own}: ")
        for of in ("size", "province"):
            group = [values.get(one.code) for one in like(code, of)]
            known = [value for value in group if value is not None]
            rank = 1 + sum(value > own if first == "highest" else value < own for value in known)
            shared = "gedeelde " if known.count(own) > 1 else ""
            word = (
                f"{shared}plaats {rank} van de {len(known)} "
                if len(known) > 1
                else "de enige met een cijfer "
            )
            gap = f"({len(group) - len(known)} zonder cijfer)"
            assert word in main
            assert (gap in main) or len(group) == len(known) or len(known) == 1


def test_every_municipality_has_a_province_and_a_size() -> None:
    found = municipalities().values()
    assert len(found) == 342
    assert sum(one.inhabitants for one in found) == 17_590_672
    assert Counter(one.size for one in found) == {0: 115, 1: 136, 2: 59, 3: 28, 4: 4}
    counts = {
        "Groningen": 10,
        "Fryslân": 18,
        "Drenthe": 12,
        "Overijssel": 25,
        "Flevoland": 6,
        "Gelderland": 51,
        "Utrecht": 26,
        "Noord-Holland": 44,
        "Zuid-Holland": 50,
        "Zeeland": 13,
        "Noord-Brabant": 56,
        "Limburg": 31,
    }
    assert Counter(one.province for one in found) == counts


def test_a_whole_sentence_in_both_languages() -> None:
    values = dict.fromkeys(CODES, 1) | {"GM0344": 5}
    dutch = words_of(values, without="{name} doet niet mee")
    assert sentences(dutch, "GM0344")[0] == (
        "In Utrecht is het 5: plaats 1 van de 4 gemeenten met 250.000 of meer inwoners en plaats 1 "
        "van de 26 in de provincie Utrecht."
    )
    assert dutch["nation"] == "Een landelijk cijfer staat niet in deze bron."
    english = words_of(
        values, "en", sentence="In {name} it is {value}", nation={"sentence": "Together it is {value}"}
    )
    assert sentences(english, "GM0014")[0] == (
        "In Groningen it is 1: joint rank 1 of the 28 municipalities with 100,000 to 250,000 inhabitants "
        "and joint rank 1 of the 10 in the province of Groningen."
    )
    assert english["nation"] == "Together it is 346."
    odd = words_of(dict(zip(CODES, range(1, 343), strict=True)))
    assert any(",5" in str(value) for row in odd["rows"].values() for value in row[-1][1:])
    gaps = words_of(values | {"GM0344": None}, nation={"sentence": "Samen is het {value}"})
    assert gaps["nation"] == "Samen is het 341 (zonder 1 gemeente waarvan het cijfer ontbreekt)."
    assert not re.search(r"\b(plaats|gemeenten?|inwoners|cijfer|provincie)\b", json.dumps(english))
    assert sentences(words_of({"GM0344": 5}, without="{name} doet niet mee"), "GM0014") == [
        "Groningen doet niet mee."
    ]


def test_numbers_are_those_of_the_drawing() -> None:
    text = "code,deel,heel\nGM0344,12345,\nNL,,7654321\n"
    on = table_of(text, [("code", "string"), ("deel", "integer"), ("heel", "integer")])
    nation = {
        "sentence": "Landelijk is het {value}",
        "table": "tabel",
        "column": "heel",
        "filter": {"code": "NL"},
    }
    chart = chart_of(
        "tile_map",
        fields={"code": "code", "value": "deel"},
        options={"divide_by": 1000, "unit": "MW", "classes": 3},
        places=PLACES | {"nation": nation},
    )
    found = MunicipalitySentences(chart, {"tabel": on}, Labels("nl")).data()
    assert found["rows"]["GM0344"][0] == "12,3\u00a0MW"
    assert found["nation"] == "Landelijk is het 7.654,3\u00a0MW."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In {name} is het {value}", "In Utrecht is het 5\u00a0kWp: "),
        ("In {name} is het {value} kWp", "In Utrecht is het 5 kWp: "),
    ],
)
def test_a_unit_of_the_table_stands_once_in_a_sentence(sentence: str, expected: str) -> None:
    on = table_of(
        "code,deel\nGM0344,5\n",
        [
            {"name": "code", "type": "string", "title": "Code"},
            {"name": "deel", "type": "integer", "title": "Deel", "unit": "kWp"},
        ],
    )
    chart = chart_of(
        "tile_map", fields={"code": "code", "value": "deel"}, places=PLACES | {"sentence": sentence}
    )
    assert sentences(MunicipalitySentences(chart, {"tabel": on}, Labels("nl")).data(), "GM0344")[
        0
    ].startswith(expected)


def test_a_script_is_ascii_and_hands_over_plain_data() -> None:
    hostile = "</script><b>{name}</b>\u2028\"'\\ alert(1) {value}"
    chart = chart_of(
        "tile_map", fields={"code": "code", "value": "deel"}, places=PLACES | {"sentence": hostile}
    )
    raw = places_script(chart, {"tabel": table({"GM0344": 3})}, "proef", Labels("nl"))
    assert raw.isascii()
    assert raw.count(b"\n") == 1
    data = json.loads(raw.decode().partition("||{},")[2].removesuffix(");\n"))["proef"]
    assert sentences(data, "GM0344")[0].startswith("</script><b>Utrecht</b>\u2028\"'\\ alert(1) 3: ")
    names = json.loads(names_script().decode().partition("||[],")[2].removesuffix(");\n"))
    assert ["GM0518", "'s-Gravenhage", "Den Haag"] in names
    assert len(names) == 342


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("tile_map", {"code": "code", "value": "deel"}),
        ("ranked_bars", {"category": "naam", "value": "deel"}),
        ("bars", {"category": "naam", "value": "deel"}),
        ("dots", {"category": "naam", "value": "deel"}),
        ("scatter", {"x": "deel", "y": "deel", "label": "naam"}),
    ],
)
def test_a_drawing_says_which_mark_is_whose(kind: str, fields: dict[str, str]) -> None:
    on = table({"GM0344": 3, "GM0518": 3, "GM0014": 7})
    drawn = [
        svg.write(figure(Plan("proef", chart_of(kind, fields=fields, **more), on, Theme("nl")))).decode()
        for more in ({"places": PLACES}, {})
    ]
    for code in ("GM0344", "GM0518", "GM0014"):
        (said,) = re.findall(rf'data-place="{code}"[^>]*><title>([^<]*)', drawn[0])
        assert said.startswith(municipalities()[code].name)
    assert "data-place" not in drawn[1]


def test_of_marks_that_say_the_same_each_has_its_own_municipality() -> None:
    on = table_of("code,naam,deel\nGM0344,gelijk,3\nGM0518,gelijk,3\nGM0014,anders,4\n", FIELDS)
    chart = chart_of("scatter", fields={"x": "deel", "y": "deel", "label": "naam"}, places=PLACES)
    drawn = svg.write(figure(Plan("proef", chart, on, Theme("nl")))).decode()
    assert re.findall(r'data-place="(\w+)"', drawn) == ["GM0344", "GM0518", "GM0014"]


def test_figures_tell_what_their_tables_hold() -> None:
    jobs = {job.name: job for job in declared_jobs()}
    tables = {job.table.name: job.table for job in jobs.values()}
    found = {
        name: MunicipalitySentences(job.chart, tables, Labels("nl")).data()
        for name, job in jobs.items()
        if job.chart.places
    }
    assert found.keys() == {"aardgasvrij-gemeente", "algoritmeregister-gemeenten", "zonnestroom-gemeente"}
    assert sentences(found["aardgasvrij-gemeente"], "GM0344")[0] == (
        "In Utrecht is het verzonnen aandeel 27,2\u00a0%: plaats 1 van de 4 gemeenten met 250.000 of "
        "meer inwoners en plaats 2 van de 26 "
        "in de provincie Utrecht."
    )
    assert found["aardgasvrij-gemeente"]["nation"].startswith("Landelijk is het 8,7\u00a0%, ")
    assert sentences(found["aardgasvrij-gemeente"], "GM1992")[0] == (
        "Voor Voorne aan Zee geeft dit verzinsel geen cijfer over 2022."
    )
    registered = {
        row["gemeentecode"]
        for row in csv.DictReader(
            (DUTCH / "charts/data/algoritmeregister_gemeenten_2026.csv").read_text("utf-8").splitlines()
        )
    }
    absent = [
        code
        for code in CODES
        if sentences(found["algoritmeregister-gemeenten"], code)[0].endswith(
            " heeft geen verzonnen registraties."
        )
    ]
    assert set(absent) == set(CODES) - registered
    assert len(absent) == 138


CHART = """kind: ranked_bars
data: voorbeeld
title: Verzonnen
subtitle: Aantal
description: Verzonnen.
source: {source}
fields: {{category: naam, value: aantal}}
places:
  code: {code}
  value: {value}
  sentence: {sentence}
{more}"""
DESCRIPTOR = """name: voorbeeld
title: Verzonnen
licenses: [{name: CC0-1.0}]
sources: [{title: Verzonnen}]
resources:
  - name: voorbeeld
    path: voorbeeld.csv
    schema:
      fields:
        - {name: code, type: string, title: Code}
        - {name: naam, type: string, title: Naam}
        - {name: aantal, type: integer, title: Aantal}
"""
ROWS = "code,naam,aantal\nGM0344,Utrecht,3\nGM0014,Groningen,4\nNL,Nederland,9\n"
GOOD = '"In {name} is het {value}"'


def write(
    sample: Path,
    *,
    rows: str = ROWS,
    code: str = "code",
    value: str = "aantal",
    sentence: str = GOOD,
    more: str = "",
) -> None:
    source = re.search(r"source: (\S+)", (sample / "charts/voorbeeld.yml").read_text("utf-8"))
    assert source
    text = CHART.format(source=source[1], code=code, value=value, sentence=sentence, more=more)
    for path, content in (
        ("charts/voorbeeld.yml", text),
        ("charts/data/voorbeeld.csv", rows),
        ("charts/data/voorbeeld.datapackage.yml", DESCRIPTOR),
    ):
        (sample / path).write_text(content, "utf-8")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"code": "plaats"}, ["9:9 unknown-column"]),
        ({"code": "aantal"}, ["9:9 wrong-column-type"]),
        ({"value": "naam"}, ["10:10 wrong-column-type"]),
        ({"code": "naam"}, ["9:9 no-places"]),
        ({"rows": ROWS + "GM0344,Weer Utrecht,1\n"}, ["9:9 place-twice"]),
        ({"rows": ROWS + "GM0003,Appingedam,1\n"}, ["9:9 unknown-place"]),
        ({"sentence": '"In {name} is het veel"'}, ["11:13 bad-sentence"]),
        ({"sentence": '"In {name} is het {value}."'}, ["11:13 bad-sentence"]),
        ({"sentence": '"{name} {value} {waarde}"'}, ["11:13 bad-sentence"]),
        ({"more": "  without: niets\n"}, ["12:12 bad-sentence"]),
        ({"more": "  first: most\n"}, ["12:10 unknown-choice"]),
        ({"more": "  nation: {sentence: 'Samen {value}', table: nergens}\n"}, ["12:46 unknown-table"]),
        ({"more": "  nation: {sentence: 'Samen {value}', table: voorbeeld}\n"}, ["12:46 unclear-nation"]),
        (
            {"more": "  nation: {sentence: 'Samen {value}', table: voorbeeld, filter: {land: NL}}\n"},
            ["12:66 unknown-column"],
        ),
        (
            {"more": "  nation: {sentence: 'Samen {value}', table: voorbeeld, column: naam}\n"},
            ["12:65 wrong-column-type"],
        ),
        ({"more": "  nation: {sentence: 'Samen {value}', table: voorbeeld, filter: {code: NL}}\n"}, []),
    ],
)
def test_what_does_not_fit_is_told_at_its_place(
    sample: Path, change: dict[str, str], expected: list[str]
) -> None:
    write(sample, **change)
    found = check(sample).diagnostics
    assert [f"{one.location.line}:{one.location.column} {one.code}" for one in found] == expected
    assert all(one.location.path == "charts/voorbeeld.yml" for one in found)


def test_a_code_without_its_letters_is_told_at_its_row(sample: Path) -> None:
    write(sample, rows=ROWS + "363,Amsterdam,1\n")
    found = check(sample).diagnostics
    assert [f"{one.location} {one.code}" for one in found] == ["charts/data/voorbeeld.csv:5:1 short-code"]
    assert '"GM0363"' in found[0].fix.nl


def test_a_report_without_places_has_nothing_of_it(sample: Path) -> None:
    assert build(sample, Options()).built
    assert not (sample / "site/municipality.html").exists()
    assert not (sample / "site/assets/municipalities.js").exists()
    assert "municipality.html" not in (sample / "site/index.html").read_text("utf-8")
    write(sample)
    assert build(sample, Options(strict=True)).built
    assert (sample / "site/figures/voorbeeld.places.js").is_file()
    assert "municipality.html" in (sample / "site/index.html").read_text("utf-8")
