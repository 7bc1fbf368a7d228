"""What a message says: the real reason, once, and what mends it. All content here is invented."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import shown
from invented import picture
from test_diagnostics import CHART, PLACE, trend
from trendrapport.diagnostics import Diagnostic, Text, choose_from, did_you_mean, nearest_file
from trendrapport.files import decoding, value_advice
from trendrapport.files.yaml_data import read_yaml
from trendrapport.files.yaml_quoting import quoted
from trendrapport.pipeline import check

ALTAIR = CHART.replace("bars", "altair").replace("fields:", "#")
NUMBERS = """name: voorbeeld
title: Verzonnen cijfers
licenses: [{name: CC0-1.0}]
sources: [{title: Verzonnen}]
resources:
  - name: voorbeeld
    path: voorbeeld.csv
    schema:
      fields:
        - {name: jaar, type: year, title: Jaar}
        - {name: aantal, type: number, title: Aantal, constraints: {minimum: -2.5, maximum: 5}}
"""


def diagnostics_of(sample: Path, **files: str | bytes) -> list[Diagnostic]:
    for name, text in files.items():
        (sample / name).parent.mkdir(parents=True, exist_ok=True)
        (sample / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(check(sample).diagnostics)


def only(sample: Path, **files: str | bytes) -> Diagnostic:
    (found,) = diagnostics_of(sample, **files)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (trend(title="title: a\u202eb"), "2:9 hidden-character"),
        (trend(title='title: "a\\u202Eb"'), "2:8 hidden-character"),
        (trend(title="title: a\u2066b"), "2:9 hidden-character"),
        (trend(title="title: a\u200bb"), "2:9 hidden-character"),
        (trend(title="title: a\ufffe\uffffb"), "2:9 control-character"),
        (trend(title='title: "a\\uFFFE\\uFFFFb"'), "2:8 control-character"),
        (trend(title="title: a\U0001fffeb"), "2:9 control-character"),
        (trend(title="title: a\ufdd0b"), "2:9 control-character"),
        (trend(body="Tekst \u202e.\n"), "11:7 hidden-character"),
        (trend('"a\\u202E": b\n'), "10:1 hidden-character"),
        (trend(title=f"title: {'[' * 5000}{']' * 5000}"), "2:1007 yaml-depth"),
        (trend(impact="impact: " + "1" * 35), "7:9 yaml-number"),
        (trend(body="[a](www.vng.nl)\n"), "11:1 bad-address"),
        (trend(body="[a](vng.nl/x?y)\n"), "11:1 bad-address"),
        (trend(body="Zie [a](https://exa mple.org).\n"), "11:5 blank-in-address"),
        (trend(body="> x\n> y ![a](foto een.png) z\n"), "12:5 blank-in-address"),
        (trend(body='[a](voorbeeldtrend.md "titel")\n'), ""),
        (trend(body="`[a](b c)` \\[a\\](b c) [a] (b c)\n"), ""),
        (trend(body="[a](<voorbeeld trend.md>)\n"), "11:1 broken-link"),
        (trend(body="![a](https://example.org/a.png)\n"), "11:1 remote-image"),
        (trend(body="![a](data:image/png;base64,iVBORw0KGgo=)\n"), "11:1 remote-image"),
    ],
)
def test_place_and_code(findings, text: str, expected: str) -> None:
    assert findings(trend=text) == ([f"{PLACE}:{expected}"] if expected else [])


@given(st.text())
def test_no_hidden_or_reserved_character_gets_through(text: str) -> None:
    read, found = decoding.decode("x", text.encode("utf-8", "surrogatepass"))
    assert found or (read is not None and decoding.unwanted(read) is None)
    assert not any(
        0xFDD0 <= ord(one) <= 0xFDEF or ord(one) & 0xFFFE == 0xFFFE or "\u202a" <= one <= "\u202e"
        for one in read or ""
    )


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_any_depth_of_yaml_is_told(opening: str) -> None:
    found = read_yaml("x", opening * 5000)[1]
    assert [one.code for one in found] in (["yaml-depth"], ["yaml-key"], ["yaml-indent"])


@pytest.mark.parametrize(
    ("name", "text", "nl", "en"),
    [
        (PLACE, trend(impact="impact: 9"), "hoogstens 5", "at most 5"),
        (PLACE, trend(impact="impact: 0"), "minstens 1", "at least 1"),
        (
            "charts/data/voorbeeld.csv",
            f"jaar,aantal\n2024,{'1' * 35}\n",
            "te veel cijfers",
            "too many digits",
        ),
        (PLACE, trend(body="# A\n"), "mag alleen niveau 2", "only level 2 is allowed"),
        (
            PLACE,
            trend(body="## A\n\n#### B\n"),
            "mag niveau 2 tot en met 3",
            "only levels 2 to 3 are allowed",
        ),
    ],
)
def test_what_it_says(sample: Path, name: str, text: str, nl: str, en: str) -> None:
    found = only(sample, **{name: text})
    assert nl in found.what.nl
    assert en in found.what.en


@pytest.mark.parametrize(
    ("cell", "code", "nl", "en"),
    [
        ("1e308", "csv-number", "te groot", "too large"),
        ("1" * 5000, "csv-number", "te veel cijfers", "too many digits"),
        ("0." + "1" * 20, "csv-number", "te veel cijfers", "too many digits"),
        ("veel", "csv-type", "geen getal", "not a number"),
        ("6", "csv-range", "meer dan 5", "more than 5"),
        ("-3", "csv-range", "minder dan -2.5", "less than -2.5"),
    ],
)
def test_numbers_in_a_table(sample: Path, cell: str, code: str, nl: str, en: str) -> None:
    found = only(
        sample,
        **{
            "charts/data/voorbeeld.datapackage.yml": NUMBERS,
            "charts/data/voorbeeld.csv": f"jaar,aantal\n2024,{cell}\n",
        },
    )
    assert shown(found) == f"charts/data/voorbeeld.csv:2:6 {code}"
    assert nl in found.what.nl
    assert en in found.what.en
    assert len(found.what.nl) < 160


def test_a_column_that_stands_twice(findings) -> None:
    assert findings(csv="jaar,aantal,aantal\n2024,1,1\n") == [
        "charts/data/voorbeeld.csv:1:13 csv-duplicate-column"
    ]


@pytest.mark.parametrize("long", ["x" * 5000, "9" * 5000, "a.b/" * 2000])
def test_no_message_shows_a_long_value_in_full(sample: Path, long: str) -> None:
    body = f"# {long}\n[a]({long}) ![a]({long}) [@{long}]\n\n```{long} a\n```\n"
    files = {
        PLACE: trend(f"sources: ['{long}']\npublish: '{long}'\n{long[:900]}: 1\n", body=body),
        "charts/data/voorbeeld.csv": f"jaar,{long}\n{long},3\n",
    }
    found = diagnostics_of(sample, **files)
    assert len(found) > 5
    assert [
        one.code for one in found for text in (one.what, one.why) if max(len(text.nl), len(text.en)) > 300
    ] == []


@pytest.mark.parametrize(
    ("body", "fix"),
    [
        ("[a](www.vng.nl)", 'Zet https:// voor het adres: "https://www.vng.nl".'),
        ("[a](voorbeeldtrend.html)", 'Bedoelt u "voorbeeldtrend.md"?'),
        ("[a](Voorbeeldtrend.md)", 'Bedoelt u "voorbeeldtrend.md"?'),
        ("[a](https://exa mple.org)", "Verwijder de spatie, of schrijf %20 op die plaats."),
    ],
)
def test_how_to_mend_a_link(sample: Path, body: str, fix: str) -> None:
    assert only(sample, **{PLACE: trend(body=f"{body}\n")}).fix.nl.startswith(fix)


def test_the_picture_that_was_meant(sample: Path) -> None:
    files = {f"content/2026/trends/{name}.png": picture() for name in ("goed", "svg")}
    found = [
        one
        for one in diagnostics_of(sample, **files, **{PLACE: trend(body="![a](weg.png) ![a](GOED.png)\n")})
        if one.code == "missing-image"
    ]
    assert [one.fix.nl.startswith("Bedoelt u") for one in found] == [False, True]
    assert '"goed.png"' in found[1].fix.nl


@given(st.lists(st.text(min_size=1), min_size=1), st.data())
def test_a_name_in_other_capitals_is_the_nearest(names: list[str], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(names))
    said = {did_you_mean(name.upper().lower(), [one], Text("", "")).nl for one in names}
    assert did_you_mean(name, names, Text("", "")).nl in said | {
        did_you_mean(one, [one], Text("", "")).nl for one in names
    }


def test_the_suffix_of_a_file_is_no_part_of_its_name() -> None:
    assert nearest_file("weg.png", ["svg.png"], Text("-", "-")).nl == "-"
    assert "haven.md" in nearest_file("haven.html", ["haven.md", "heven.html2"], Text("-", "-")).nl


def test_an_edition_without_its_file(sample: Path) -> None:
    found = only(sample, **{"content/2025/trends/x.md": trend()})
    assert shown(found) == "content/2025/edition.yml:1:1 missing-file"
    assert 'trendrapport new edition "2025"' in found.fix.nl


def test_a_stray_file_is_told_of_the_nearest_places(sample: Path) -> None:
    found = only(sample, **{"content/2026/trend/x.md": trend()})
    assert shown(found) == "content/2026/trend/x.md:1:1 stray-file"
    assert found.fix.nl == (
        "Zet het bestand op de juiste plaats, zoals content/2026/trends/x.md, "
        "content/2026/foreword.md, "
        "content/2026/columns/x.md, of verwijder het."
    )


def test_pictures_of_other_types_are_told_once(findings) -> None:
    found = findings(
        trend=trend(body="![a](a.svg)\n![a](a.svg)\n"),
        **{"content/2026/trends/a.svg": "<svg/>", "content/2026/trends/b.tiff": b"x"},
    )
    assert found == [
        "content/2026/trends/b.tiff:1:1 image-type",
        f"{PLACE}:11:1 image-type",
        f"{PLACE}:12:1 image-type",
    ]


def test_why_a_picture_cannot_be_used(sample: Path) -> None:
    pictures = ("a.svg", "../../../buiten.png", "https://example.org/a.png", "data:image/png;base64,aaaa")
    body = "".join(f"![a]({picture})\n" for picture in pictures)
    found = diagnostics_of(
        sample, **{"content/2026/trends/a.svg": "<svg/>", "buiten.png": picture(), PLACE: trend(body=body)}
    )
    assert [shown(one) for one in found] == [
        f"{PLACE}:{11 + line}:1 {code}"
        for line, code in enumerate(["image-type", "link-outside", "remote-image", "remote-image"])
    ]
    for one, nl, en in zip(
        found,
        ["een SVG", "buiten de map content", "andere site", "in de tekst zelf"],
        ["an SVG", "outside the content", "another site", "in the text itself"],
        strict=True,
    ):
        assert nl in one.what.nl
        assert en in one.what.en


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make a symbolic link")
def test_a_picture_that_is_a_link_out_of_the_report_is_told_once(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "buiten.png").write_bytes(picture())
    (sample / "content/2026/trends/foto.png").symlink_to(tmp_path / "buiten.png")
    assert shown(only(sample, **{PLACE: trend(body="![a](foto.png)\n")})) == (
        "content/2026/trends/foto.png:1:1 link-outside"
    )


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", "1:1 empty-file"),
        ("# \u00e9\n".encode("latin-1"), "1:3 not-utf-8"),
        (b"a\0b", "1:2 control-character"),
    ],
)
def test_code_that_cannot_be_read_is_not_missing(findings, raw: bytes, expected: str) -> None:
    assert findings(**{"chart": ALTAIR, "charts/voorbeeld.py": raw}) == [f"charts/voorbeeld.py:{expected}"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: Verzonnen\nsub", "title: [Ver\nsub", "3:8 yaml-bracket"),
        ("fields: {", "fields: {a: b: ", "7:14 yaml-bracket"),
        ("source: voor", 'source: "voor', "6:9 yaml-quote"),
        ("kind: bars", "kind: bars: a", "1:11 yaml-colon"),
    ],
)
def test_a_mistake_in_a_declaration_has_its_column(findings, old: str, new: str, expected: str) -> None:
    assert [one for one in findings(chart=CHART.replace(old, new)) if "voorbeeld.yml" in one] == [
        f"charts/voorbeeld.yml:{expected}"
    ]


@pytest.mark.parametrize(
    ("extra", "edition", "expected"),
    [("status: draft\n", "final", ["link-to-draft"]), ("", "draft", ["link-to-draft"]), ("", "final", [])],
)
def test_a_link_to_a_draft(sample: Path, extra: str, edition: str, expected: list[str]) -> None:
    files = {
        "content/2025/edition.yml": f'title: A\nsummary: B\npublished: "2025"\nstatus: {edition}\n',
        "content/2025/trends/oud.md": trend(extra, title="title: Oud"),
        PLACE: trend(body="Zie [a](../../2025/trends/oud.md#x)\n"),
        "content/2025/trends/ander.md": trend("status: draft\n", "[a](oud.md)\n", title="title: Ander"),
    }
    found = [one for one in diagnostics_of(sample, **files) if one.code != "broken-anchor"]
    assert [shown(one) for one in found] == [f"{PLACE}:11:5 {code}" for code in expected]
    assert {one.severity for one in found} <= {"warning"}


def test_a_folder_that_is_called_like_a_file(sample: Path) -> None:
    (sample / "content/2026/trends/leeg.md").mkdir()
    assert [shown(one) for one in diagnostics_of(sample, **{"content/2026/map.md/x.txt": "a"})] == [
        "content/2026/map.md:1:1 folder-as-file",
        "content/2026/trends/leeg.md:1:1 folder-as-file",
    ]


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("title: 0344", '"0344"'),
        ('title: "Slim" toezicht', "'\"Slim\" toezicht'"),
        ("title: [concept] Toezicht", '"[concept] Toezicht"'),
        ("title: *Slim* toezicht", '"*Slim* toezicht"'),
        ("title: 's Avonds \\ open", "'''s Avonds \\ open'"),
        ("title: > tekst", '"> tekst"'),
        ("title: @team", '"@team"'),
    ],
)
def test_a_value_is_quoted_as_it_was_written(sample: Path, line: str, advice: str) -> None:
    found = only(sample, **{PLACE: trend(title=line)})
    assert found.location.column == len("title: ") + 1
    assert advice in found.fix.nl
    assert advice in found.fix.en


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_what_is_advised_reads_back(value: str) -> None:
    assert read_yaml("a.yml", f"title: {quoted(value)}") == ({"title": value}, [])


def test_the_word_that_readers_see_leads_to_the_key(sample: Path) -> None:
    found = only(sample, **{PLACE: trend(stance="stance: Verkennen")})
    assert 'Bedoelt u "explore"?' in found.fix.nl
    assert "act (Handelen), explore (Verkennen)" in found.fix.nl


def test_the_title_of_a_trend_leads_to_its_name(sample: Path) -> None:
    found = only(sample, **{PLACE: trend("related:\n  - {trend: Een voorbeeldtrend, why: x}\n")})
    assert found.code == "unknown-trend"
    assert '"voorbeeldtrend"' in found.fix.nl


def test_one_colour(sample: Path) -> None:
    config = (
        (sample / "site_config.yml")
        .read_text("utf-8")
        .replace('accent: ["#0b5c66",', 'accent: "#0b5c66" # [')
    )
    found = only(sample, **{"site_config.yml": config})
    assert (found.code, found.location.column) == ("one-colour", 11)
    assert '["#0b5c66", "#..."]' in found.fix.nl


def test_a_list_of_sources_that_is_gone_is_told_once(sample: Path) -> None:
    (sample / "content/sources.yml").unlink()
    found = only(sample, **{PLACE: trend(body="Tekst [@een; @twee].\n")})
    assert shown(found) == "content/sources.yml:1:1 none-of-kind"
    assert "trendrapport new source" in found.fix.nl


def test_one_source_that_is_not_there_is_told_where_it_is_named(sample: Path) -> None:
    assert only(sample, **{PLACE: trend(body="Tekst [@een].\n")}).code == "unknown-source"


@pytest.mark.parametrize(
    ("chosen", "advice"),
    [
        ("{code: [344]}", '"0344"'),
        ("{code: [2024]}", '"2024"'),
        ('{aantal: "12"}', ": 12."),
        ('{aantal: "13"}', "Kies uit: 12, 5"),
        ("{code: [345]}", "Kies uit: 0344, 2024"),
    ],
)
def test_a_filter_of_another_type(sample: Path, chosen: str, advice: str) -> None:
    package = (
        NUMBERS.replace("name: jaar, type: year, title: Jaar", "name: code, type: string, title: Code")
        .replace(", constraints: {minimum: -2.5, maximum: 5}", "")
        .replace("number", "integer")
    )
    chart = CHART.replace("category: jaar", "category: code") + f"filter: {chosen}\n"
    found = only(
        sample,
        **{
            "charts/data/voorbeeld.csv": "code,aantal\n0344,12\n2024,5\n",
            "charts/voorbeeld.yml": chart,
            "charts/data/voorbeeld.datapackage.yml": package,
        },
    )
    assert found.code == "unknown-filter-value"
    assert advice in found.fix.nl


def test_no_list_to_choose_from_is_empty(sample: Path) -> None:
    package = NUMBERS.replace("type: year", "type: string").replace(
        ", constraints: {minimum: -2.5, maximum: 5}", ""
    )
    chart = CHART.replace("kind: bars", "kind: lines").replace("category: jaar, value", "x: jaar, y")
    told_of = diagnostics_of(
        sample,
        **{
            "charts/data/voorbeeld.csv": "jaar,aantal\nnu,12\nstraks,5\n",
            "charts/voorbeeld.yml": chart,
            "charts/data/voorbeeld.datapackage.yml": package,
        },
    )
    found = next(one for one in told_of if one.code == "wrong-column-type")
    assert ": ." not in found.fix.nl
    assert "charts/data/voorbeeld.datapackage.yml" in found.fix.nl
    assert choose_from("a", []).nl.startswith("Er valt hier niets")


@pytest.mark.parametrize(
    ("body", "advice"),
    [
        ("<table>\n<tr><td>a</td></tr>\n\n<tr><td>b</td></tr>\n</table>\n", "| --- |"),
        ("Een <b>woord</b>.\n", "**tekst**"),
        ("Een<br>twee\n", "nieuwe regel"),
        ('<div>\n<iframe src="https://a.nl"></iframe>\n</div>\n', "video"),
        ('<p align="center">Tekst</p>\n', "nieuwe alinea"),
        ("Een <foo>x\n", "\\"),
    ],
)
def test_what_to_write_in_the_place_of_html(sample: Path, body: str, advice: str) -> None:
    found = only(sample, **{PLACE: trend(body=body)})
    assert found.code == "raw-html"
    assert advice in found.fix.nl


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("31-12-2026", "2026-12-31"),
        ("2026/1/5", "2026-01-05"),
        ("1 mei 2024", "2024-05-01"),
        ("3. okt. 2024", "2024-10-03"),
        ("mei 2024", "2024-05"),
        ("5 March 2024", "2024-03-05"),
        ("31-02-2026", None),
        ("ooit", None),
        ("13/13/2026", None),
        ("2024", None),
    ],
)
def test_a_date_as_it_may_have_been_meant(value: str, meant: str | None) -> None:
    advice = value_advice.day(value)
    assert (advice.nl if advice else None) == (f'Bedoelt u "{meant}"?' if meant else None)


@pytest.mark.parametrize(
    ("value", "whole", "meant"),
    [
        ("12%", False, "12"),
        ("€ 12,50", False, "12.50"),
        ("12,5", True, None),
        ("1.250", False, None),
        ("−3", True, "-3"),
        ("3 tot 5", True, None),
        ("veel", False, None),
        (3.5, True, None),
    ],
)
def test_a_number_as_it_may_have_been_meant(value: object, whole: bool, meant: str | None) -> None:
    advice = value_advice.number(value, whole=whole)
    assert (advice is None) == (meant is None)
    assert meant is None or advice is None or f": {meant}." in advice.nl


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (
            "actions:\n  college:\n    - Maak budget vrij: nu\n",
            'elk lijstpunt van "college" moet tekst zijn, maar dit is een blok met sleutels',
        ),
        ("tags: [2024]\n", 'elk lijstpunt van "tags" moet tekst zijn, maar dit is 2024'),
        ("publish: 2026\n", '"publish" moet tekst zijn, maar is 2026'),
    ],
)
def test_a_wrong_item_is_told_as_one_of_its_list(sample: Path, line: str, what: str) -> None:
    assert only(sample, **{PLACE: trend(line)}).what.nl == what


@pytest.mark.parametrize(
    ("text", "code", "advice"),
    [
        (trend("values: [privacy]\n"), "wrong-type", "{value: privacy, effect: ..., why: ...}"),
        (trend(categories="categories: maatschappelijk"), "wrong-type", "[maatschappelijk]"),
        (trend("tags:\n  – een\n"), "wrong-type", 'gewoon streepje en een spatie: "- "'),
        (trend(impact="impact: hoog"), "wrong-type", "1 (klein) tot 5 (groot)"),
        (trend(title="titel: Proef"), "unknown-key", 'Bedoelt u "title"?'),
        (trend("status: Concept\n"), "unknown-choice", "draft (concept), review (ter beoordeling)"),
        (trend("publish: 2026\n"), "wrong-type", "2021-11-25"),
        (trend("publish: 31-12-2026\n"), "bad-date", '"2026-12-31"? Schrijf jaar, maand en dag'),
        ("\n" + trend(), "no-front-matter", "Verwijder alles"),
        (trend(body="```figure\n```\n"), "block-without-name", "```figure, een spatie en een naam"),
        (trend(body="```grafiek voorbeeld\n```\n"), "unknown-block", 'Bedoelt u "figure"?'),
        (trend("sources: [https://vng.nl]\n"), "unknown-source", "een sleutel uit content/sources.yml"),
        (trend(body="[a](info@vng.nl)\n"), "bad-address", "mailto:info@vng.nl"),
        (trend(body="[a]()\n"), "bad-address", "tussen ( en )"),
        (trend(body="[a](/2026/trends/voorbeeldtrend.html)\n"), "broken-link", '"voorbeeldtrend.md"'),
        (trend(body="[a](voorbeeldtrnd.md#een-kop)\n"), "broken-link", '"voorbeeldtrend.md#een-kop"'),
        (trend(body="Zo is het [voorbeeldbron].\n"), "unread-citation", '"[@voorbeeldbron]"'),
        (trend(body="Zo is het [voorbeeldbron, p. 3].\n"), "unread-citation", '"[@voorbeeldbron, p. 3]"'),
        (trend(body="| a |\n| --- |\n| b [voorbeeldbron] |\n"), "unread-citation", '"[@voorbeeldbron]"'),
        ("-" + trend(), "no-front-matter", "precies drie streepjes"),
    ],
)
def test_one_mistake_has_one_message_that_says_what_to_write(
    sample: Path, text: str, code: str, advice: str
) -> None:
    found = only(sample, **{PLACE: text})
    assert found.code == code
    assert advice in found.fix.nl


def test_a_source_without_its_key_is_told_once(sample: Path) -> None:
    found = only(sample, **{"content/sources.yml": "references:\n  - {type: document, title: A}\n"})
    assert shown(found) == "content/sources.yml:2:5 missing-key"


def test_a_table_with_its_ending_is_told_once(sample: Path) -> None:
    chart = (sample / "charts/voorbeeld.yml").read_text("utf-8")
    found = only(sample, **{"charts/voorbeeld.yml": chart.replace("data: voorbeeld", "data: voorbeeld.csv")})
    assert (found.code, '"voorbeeld"' in found.fix.nl) == ("unknown-table", True)


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("1.250", ["figure-thousands"]),
        ("1.250\n  decimals: 3", []),
        ("1250", []),
        ("0.125", []),
        ("1.25", []),
        ("12.5", []),
        ("-1.250", ["figure-thousands"]),
    ],
)
def test_a_key_figure_with_a_point_between_thousands(sample: Path, value: str, codes: list[str]) -> None:
    text = f"huishoudens:\n  title: A\n  value: {value}\n  explanation: B\n  source: voorbeeldbron\n"
    found = diagnostics_of(sample, **{"content/2026/key_figures.yml": text})
    assert [one.code for one in found] == codes
    assert all("1250" in one.fix.nl for one in found)


@pytest.mark.parametrize(
    ("text", "place", "advice"),
    [
        ("title = Proef\nsummary: A", "1:7", '"title: Proef"'),
        ("title: A\nsummary B\nkind: C", "2:1", "twee spaties inspringen"),
        ("title: A\nsummary", "2:1", "sleutel: waarde"),
        (("summary: Een regel\n  en nog een\n  met: dubbele punt"), "3:6", "dubbele punt"),
        ('accent: [#0b5c66, "#6cc5cf"]\ncard: B', "1:10", '"#0b5c66"'),
        ('accent: ["#0b5c66", #6cc5cf]\ncard: B', "1:21", '"#6cc5cf"'),
        ("contact:\n  email a@b.nl\n  address: C", "2:3", "sleutel: waarde"),
    ],
)
def test_a_line_that_yaml_cannot_read_is_told_where_it_stands(text: str, place: str, advice: str) -> None:
    (found,) = read_yaml("a.yml", text)[1]
    assert str(found.location) == f"a.yml:{place}"
    assert advice in found.fix.nl


@pytest.mark.parametrize(
    ("name", "before", "after", "meant"),
    [
        ("charts/voorbeeld.yml", "kind: bars", "kind: Staafdiagram", "bars"),
        ("charts/voorbeeld.yml", "kind: bars", "kind: column chart", "bars"),
        ("charts/voorbeeld.yml", "kind: bars", "kind: lijngrafiek", "lines"),
        ("charts/voorbeeld.yml", "kind: bars", "kind: taartdiagram", "waffle"),
        ("charts/voorbeeld.yml", "category: jaar", "categorie: jaar", "category"),
        ("charts/voorbeeld.yml", "value: aantal", "waarde: aantal", "value"),
        ("charts/voorbeeld.yml", "category: jaar", "category: year", "jaar"),
        ("charts/voorbeeld.yml", "data:", "tabel:", "data"),
        (PLACE, "summary:", "samenvatting:", "summary"),
        (PLACE, "summary:", "Samenvatting:", "summary"),
        (PLACE, "stance:", "houding:", "stance"),
        (PLACE, "impact: 3", "impact: 3\nstatus: concept", "draft"),
        (PLACE, "impact: 3", "impact: 3\nauteur: [iemand]", "authors"),
        ("charts/data/voorbeeld.datapackage.yml", "type: year", "type: jaar", "year"),
        (PLACE, "watch\n---\n", "watch\n---\n```grafiek voorbeeld\n```\n", "figure"),
        (PLACE, "watch\n---\n", "watch\n---\n```chart voorbeeld\n```\n", "figure"),
    ],
)
def test_a_word_in_another_language_or_of_another_program_leads_to_the_name(
    sample: Path, name: str, before: str, after: str, meant: str
) -> None:
    text = trend() if name == PLACE else (sample / name).read_text("utf-8")
    assert before in text
    found = diagnostics_of(sample, **{name: text.replace(before, after, 1)})
    wrong = [one for one in found if one.fix.nl.startswith(f'Bedoelt u "{meant}"?')]
    assert [one.fix.en.startswith(f'Did you mean "{meant}"?') for one in wrong] == [True], found


def test_a_list_shows_what_each_name_is_called_in_the_language_of_the_message(sample: Path) -> None:
    found = only(sample, **{PLACE: trend(body="```tekening x\n```\n")})
    assert "figure (grafiek), key-figure (kerncijfer)" in found.fix.nl
    assert "figure (chart), key-figure (key figure)" in found.fix.en
