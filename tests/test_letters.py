"""Characters that show as an empty box in a picture are told at their place. All content is invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from trendrapport.charts.pictures import fonts
from trendrapport.charts.pictures.lettered import lacking, plainer
from trendrapport.pipeline import check

CHART, TABLE, TREND = (
    "charts/voorbeeld.yml",
    "charts/data/voorbeeld.csv",
    "content/2026/trends/voorbeeldtrend.md",
)


def edited(sample: Path, path: str, old: str, new: str) -> list[str]:
    file = sample / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return [
        f"{one.location.path}:{one.location.line}:{one.location.column} {one.severity.value} {one.code}"
        for one in check(sample).diagnostics
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (("Gewone tekst, coöperatie – 12,5 % “zo” € ≥ → α ŵ"), []),
        ("🚀 raket", [0]),
        ("de Ĳssel", [3]),
        ("中文", [0, 1]),
        ("שלום", [0, 1, 2, 3]),
        ("zacht\u00adbreekbaar en e\u0301", []),
        ("\u200b", []),
    ],
)
def test_only_letters_that_no_picture_has_are_told(text, places):
    assert lacking(text) == places


def test_what_has_a_plainer_form_gets_it():
    assert plainer("Ĳ") == "IJ"
    assert not plainer("🚀")


@given(st.characters(max_codepoint=0x2FFF, categories=["L", "N", "P", "S"]))
def test_a_letter_is_lacking_when_a_font_draws_its_box(letter):
    def boxed(name):
        font = ImageFont.truetype(str(fonts.files()[name]), 24, layout_engine=ImageFont.Layout.BASIC)
        return bytes(font.getmask(letter)) == bytes(font.getmask("\U0010ffff"))

    assert bool(lacking(letter)) == any(boxed(name) for name in fonts.files())


def test_a_title_is_told_at_the_character(sample: Path):
    line = next(
        line for line in (sample / CHART).read_text("utf-8").splitlines() if line.startswith("title:")
    )
    assert edited(sample, CHART, line, f"{line} 🚀") == [
        f"{CHART}:{place(sample, CHART, '🚀')} warning letter-without-font"
    ]


def test_an_entry_a_name_in_a_table_and_a_title_of_a_column_are_told(sample: Path):
    (sample / CHART).write_text(
        "kind: ranked_bars\ndata: voorbeeld\ntitle: Een bevinding\ndescription: Wat te zien is.\nsource: "
        "voorbeeldbron\n"
        "fields: {category: naam, value: aantal}\n",
        "utf-8",
    )
    (sample / TABLE).write_text('naam,aantal,los\nNoord,3,中\n"Zuid, 🚀",4,中\n', "utf-8")
    package = sample / "charts/data/voorbeeld.datapackage.yml"
    text = package.read_text("utf-8")
    start = text.index("fields:")
    columns = [
        "{name: naam, type: string, title: Naam}",
        "{name: aantal, type: integer, title: Aantal ☃️}",
        "{name: los, type: string, title: Los 中}",
    ]
    package.write_text(
        text[:start] + "fields:\n" + "".join(f"        - {column}\n" for column in columns), "utf-8"
    )
    (sample / TREND).write_text(
        (sample / TREND).read_text("utf-8").replace("title: ", "title: Ĳs en ", 1), "utf-8"
    )
    found = check(sample).diagnostics
    assert [
        (one.location.path, one.location.line, one.location.column)
        for one in found
        if one.code == "letter-without-font"
    ] == [
        (TABLE, 3, 8),
        (
            "charts/data/voorbeeld.datapackage.yml",
            *map(int, place(sample, "charts/data/voorbeeld.datapackage.yml", "☃").split(":")),
        ),
        (TREND, 2, 8),
    ]
    assert next(one for one in found if one.location.path == TREND).fix.nl == 'Schrijf "IJ".'


def test_all_such_characters_are_told_in_one_run(sample: Path):
    (sample / CHART).write_text(
        "kind: ranked_bars\ndata: voorbeeld\ntitle: Een bevinding\ndescription: Wat te zien is.\nsource: "
        "voorbeeldbron\n"
        "fields: {category: naam, value: aantal}\n",
        "utf-8",
    )
    (sample / TABLE).write_text(
        "naam,aantal\n\U0001f680 Noord \u0132,3\n\u4e2d\u6587\u6807\u7b7e,4\n", "utf-8"
    )
    package = sample / "charts/data/voorbeeld.datapackage.yml"
    start = (text := package.read_text("utf-8")).index("fields:")
    package.write_text(
        text[:start] + "fields:\n        - {name: naam, type: string, title: Naam}\n"
        "        - {name: aantal, type: integer, title: Aantal}\n",
        "utf-8",
    )
    found = [one for one in check(sample).diagnostics if one.code == "letter-without-font"]
    assert [(one.location.line, one.location.column) for one in found] == [(2, 1), (3, 1)]
    assert found[0].what.nl == (
        'de tekens "\U0001f680" (U+1F680) en "\u0132" (U+0132) ontbreken in het lettertype voor afbeeldingen'
    )
    assert found[0].fix.nl.startswith('Schrijf "IJ" voor "\u0132". Gebruik een ander woord')
    assert found[1].what.en == (
        'the characters "\u4e2d" (U+4E2D), "\u6587" (U+6587), "\u6807" (U+6807) and 1 '
        "more "
        "are missing from the font for images"
    )


def test_without_pictures_nothing_is_told(sample: Path):
    settings = sample / "site_config.yml"
    settings.write_text(settings.read_text("utf-8") + "\npictures: false\n", "utf-8")
    assert edited(sample, CHART, "title: ", "title: 🚀 ") == []


def place(sample: Path, path: str, letter: str) -> str:
    text = (sample / path).read_text("utf-8")
    before = text[: text.index(letter)]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
