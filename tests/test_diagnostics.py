"""Each kind of bad input: the file, line, column and code that an editor gets.

All content here is invented.
"""

from __future__ import annotations

import os
import re
import sys
import zlib
from pathlib import Path

import pytest

from conftest import shown
from invented import picture, trend
from trendrapport import checks
from trendrapport.pipeline import check
from trendrapport.runtime.plugins import modules

PLACE = "content/2026/trends/proef.md"
CHART = """kind: bars
data: voorbeeld
title: Verzonnen
subtitle: Verzonnen
description: Verzonnen.
source: voorbeeldbron
fields: {category: jaar, value: aantal}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (trend(title="titel: Proef"), ["2:1 unknown-key"]),
        (trend(title='title: "open'), ["2:8 yaml-quote"]),
        (trend(title="title: a: b"), ["2:9 yaml-colon"]),
        (trend(title="\ttitle: a"), ["2:1 yaml-tab"]),
        (trend(title="title: a\ntitle: b"), ["3:1 duplicate-key"]),
        (trend(title="title: &a b"), ["2:8 yaml-anchor"]),
        (trend(title="title: !!python/object:os.system b"), ["2:8 yaml-tag"]),
        (trend(title='title: "een\\0ander"'), ["2:8 control-character"]),
        (trend(title='title: "een\\x1Bander"'), ["2:8 control-character"]),
        (trend(title="title: 5"), ["2:8 wrong-type"]),
        (trend(title="title: !!str 5"), []),
        (trend(title="title: !!null 5"), ["2:8 yaml-tag"]),
        (trend(title="title: !eigen 5"), ["2:8 yaml-tag"]),
        (trend(impact="impact: !!int drie"), ["7:9 yaml-tag"]),
        (trend(impact="impact: !!int 3"), []),
        (trend(impact="impact: !!int ３"), ["7:9 yaml-tag"]),
        (trend(impact="impact: !!float x"), ["7:9 yaml-tag"]),
        (trend(impact="impact: !!bool ja"), ["7:9 yaml-tag"]),
        (trend(impact="impact: ３"), ["7:9 wrong-type"]),
        (trend(title="title:"), ["2:7 wrong-type"]),
        (trend(title='title: "a\\eb"'), ["2:8 control-character"]),
        (trend(title="title: a\x9bb"), ["2:9 control-character"]),
        (trend('"a\\0": b\n'), ["10:1 control-character"]),
        (trend(title="title: [a"), ["2:8 yaml-bracket"]),
        (trend(title="title: @a"), ["2:8 yaml-character"]),
        (trend(title="title: &a b\nsummary2: *a"), ["2:8 yaml-anchor", "3:1 yaml-alias"]),
        (trend(title="[a, b]: c"), ["2:1 yaml-key"]),
        (trend(title="%title: a"), ["2:7 yaml-syntax"]),
        (trend(title=f"title: {'[' * 50}{']' * 50}"), ["2:48 yaml-depth"]),
        (trend(title='title: " "'), ["2:8 empty-text"]),
        (trend(title='title: "Een **vet** woord"'), ["2:13 markup-in-field"]),
        (trend("drivers:\n  - Zie [Haven](../haven.md).\n"), ["11:9 markup-in-field"]),
        (
            trend("drivers: ['Bron ''s [@voorbeeldbron]', 2 * 3 * 4 is 24, a_b_c en C*]\n"),
            ["10:21 markup-in-field"],
        ),
        (trend("drivers:\n  - >-\n    Een *cursief* woord.\n"), ["11:5 markup-in-field"]),
        (trend(title=f"title: {'a' * 121}"), ["2:8 too-long"]),
        (trend(impact="impact: .inf"), ["7:9 yaml-number"]),
        (trend(impact="impact: 6"), ["7:9 out-of-range"]),
        (trend(impact='impact: "3"'), ["7:9 wrong-type"]),
        (trend(kind="kind: analyse"), ["4:7 unknown-choice"]),
        (trend(categories="categories: [maatschapelijk]"), ["5:14 unknown-category"]),
        (trend(categories="categories: []"), ["5:13 too-few"]),
        (trend(categories="categories: [Maatschappelijk]"), ["5:14 unknown-category"]),
        (trend(horizon="horizon: ooit"), ["6:10 unknown-horizon"]),
        (trend(stance="stance: wacht"), ["9:9 unknown-stance"]),
        (trend("publish: 2026-13-01\n"), ["10:10 bad-date"]),
        (trend("publish: ２０２６-01-01\n"), ["10:10 bad-date"]),
        (trend("publish: 9999-12-31\n"), ["10:10 date-range"]),
        (trend("publish: 0000-01-01\n"), ["10:10 bad-date"]),
        (trend("publish: 0999-01-01\n"), ["10:10 date-range"]),
        (trend("publish: 2026-11\n"), ["10:10 incomplete-date"]),
        (trend("publish: 2026\n"), ["10:10 wrong-type"]),
        (trend("authors: [niemand]\n"), ["10:11 unknown-person"]),
        (trend("sources: [niets]\n"), ["10:11 unknown-source"]),
        (trend("actions:\n  koning: [x]\n"), ["11:3 unknown-role"]),
        (trend("values:\n  - {value: geluk, effect: mixed, why: x}\n"), ["11:13 unknown-value"]),
        (trend("related:\n  - trend: voorbeeldtrent\n    why: x\n"), ["11:12 unknown-trend"]),
        (trend("instruments: [hamer]\n"), ["10:15 unknown-instrument"]),
        (trend("key_figures: [nul]\n"), ["10:15 unknown-key-figure"]),
        (trend(body="Tekst [@nergens].\n"), ["11:7 unknown-source"]),
        (trend(body="```figure nergens\n```\n"), ["11:11 unknown-chart"]),
        (trend(body="```figure voorbeeld\n```\n\n```figure voorbeeld\n```\n"), ["14:11 figure-twice"]),
        (trend(body="```actions college\n```\n"), ["11:12 block-without-actions"]),
        (trend("actions: {college: [Doe iets.]}\n", body="```actions college\n```\n"), []),
        (
            trend(body="CafÃ© en iemandâ€™s\nen 5 â‚¬.\nEn weg\ufffd, Â°C. Ångström à â Ä en Ã.\n"),
            ["11:4 garbled-letters", "13:7 garbled-letters"],
        ),
        (trend(title="title: coÃ¶peratie"), ["2:10 garbled-letters"]),
        (trend(body="```figuur voorbeeld\n```\n"), ["11:11 unknown-block"]),
        (trend(body="[a](weg.md)\n"), ["11:1 broken-link"]),
        (trend(body="[a](voorbeeldtrend.md#weg)\n"), ["11:1 broken-anchor"]),
        (trend(body="[a](voorbeeldtrend.md#wat-is-het-verschijnsel)\n"), []),
        (trend(body="[a](../../../../geheim.md)\n"), ["11:1 link-outside"]),
        (trend(body="[a](javascript:alert(1))\n"), ["11:1 bad-address"]),
        (trend(body="[a](https://)\n"), ["11:1 bad-address"]),
        (trend(body="[a](https://iemand:geheim@example.org/)\n"), ["11:1 address-with-user"]),
        (trend(body="[a](https://bank.example@example.org)\n"), ["11:1 address-with-user"]),
        (trend(body="[a](https://example.org/@iemand?x=a@b)\n"), []),
        (
            trend(body="Tekst\nen &#x202E;tekst &#8203;.\n"),
            ["12:4 hidden-character", "12:18 hidden-character"],
        ),
        (trend(body="[a](https://example.org/&#x202e;)\n"), ["11:25 hidden-character"]),
        (trend(body="Schrijf `&#x202E;` nooit, en &amp; of &eacute; of &lrm; wel.\n\n    &#x202E;\n"), []),
        (trend(body="[a](/weg.md)\n"), ["11:1 broken-link"]),
        (trend(body="![wie](weg.png)\n"), ["11:1 missing-image"]),
        (trend(body="![wie](weg.svg)\n"), ["11:1 image-type"]),
        (trend(body="![wie](../../../weg.png)\n"), ["11:1 link-outside"]),
        (trend(body="Zie <script>alert(1)</script>\n"), ["11:5 raw-html"]),
        (trend(body="# Kop\n"), ["11:1 heading-order"]),
        (trend(body="## Kop\n\n#### Diep\n"), ["13:1 heading-order"]),
        (trend(body="### Diep\n\n# Kop\n\n### Onder\n"), ["11:1 heading-order", "13:1 heading-order"]),
        (trend(title='title: "Slim" toezicht'), ["2:8 yaml-quote"]),
        (trend(title="title: [concept] Toezicht"), ["2:8 yaml-quote"]),
        (trend(title="title: *Slim* toezicht"), ["2:8 yaml-quote"]),
        (trend(title="title: 's Avonds open"), ["2:8 yaml-quote"]),
        (trend(title="title: > tekst"), ["2:8 yaml-quote"]),
        (trend('tags:\n  - "een" ding\n'), ["11:5 yaml-quote"]),
        (trend("tags:\n  * een\n  * twee\n"), ["11:3 yaml-indent"]),
        (trend(stance="stance: Verkennen"), ["9:9 unknown-stance"]),
        (trend(body="Een [a](#weg).\n"), ["11:5 broken-anchor"]),
        ("---\ntekst\n---\n", ["2:1 wrong-type"]),
        (
            trend(impact="impact: 9", body="[a](weg.md) [@nergens] ![b](weg.png)\n"),
            ["7:9 out-of-range", "11:1 broken-link", "11:13 unknown-source", "11:24 missing-image"],
        ),
        ("geen front matter\n", ["1:1 no-front-matter"]),
        ("---\ntitle: x\n", ["1:1 open-front-matter"]),
        ("", ["1:1 empty-file"]),
        ("\ufeff" + trend(), []),
        (trend().replace("\n", "\r\n"), []),
        ("\ufeff" + trend(impact="impact: 6").replace("\n", "\r\n"), ["7:9 out-of-range"]),
    ],
)
def test_trend(findings, text: str, expected: list[str]) -> None:
    assert findings(trend=text) == [f"{PLACE}:{one}" for one in expected]


def test_escapes_of_json_hide_nothing(findings) -> None:
    text = (
        '{"mark": {"type": "bar", "description": "a\\\\u202e \\u00e9 \\ud83d\\ude00 \\u202eb"},\n '
        '"encoding": {"x": {"field": "\\u0000"}}}'
    )
    found = findings(**{"charts/voorbeeld.vl.json": text})
    assert [one for one in found if "-character" in one] == [
        "charts/voorbeeld.vl.json:1:71 hidden-character",
        "charts/voorbeeld.vl.json:2:31 control-character",
    ]


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://user:geheim@example.org/", "address-with-user"),
        ("https://example.org/x?y=1", "address-with-query"),
        ("https://example.org/x#z", "address-with-query"),
        ("https://example.org/?", "address-with-query"),
        ("https://example.org/a/../b/", "address-with-sign"),
        ("https://example.org/a%20b/", "address-with-sign"),
        ('https://example.org/";}/', "address-with-sign"),
        ("https://example.org/$uri/", "address-with-sign"),
    ],
)
def test_the_address_of_a_site_is_a_host_and_a_path(sample: Path, address: str, code: str) -> None:
    path = sample / "site_config.yml"
    path.write_text(re.sub(r"(?m)^address: .*$", f"address: '{address}'", path.read_text("utf-8")), "utf-8")
    assert [one.code for one in check(sample).diagnostics] == [code]


def test_byte_that_is_not_utf8_is_named(sample: Path) -> None:
    file = sample / PLACE
    file.write_bytes(trend(title="title: Café").encode("cp1252"))
    (found,) = check(sample).diagnostics
    assert (found.location.line, found.location.column, found.code) == (2, 11, "not-utf-8")
    assert "0xe9" in found.what.nl
    assert "1252" in found.what.nl


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("csv", "jaar,aantal\n2024,3,9\n", ["charts/data/voorbeeld.csv:2:8 csv-ragged"]),
        ("csv", "jaar,aantal\n2024,veel\n", ["charts/data/voorbeeld.csv:2:6 csv-type"]),
        ("csv", "jaar;aantal\n2024;3\n", ["charts/data/voorbeeld.csv:1:5 csv-separator"]),
        ("csv", "jaar\n2024\n", ["charts/data/voorbeeld.csv:1:1 csv-missing-column"]),
        (
            "sources",
            (
                "references:\n  - {id: voorbeeldbron, type: document, title: A, issued: {date-parts: [[2021, "
                "13]]}}\n"
            ),
            ["content/sources.yml:2:73 bad-date"],
        ),
        (
            "sources",
            (
                "references:\n  - {id: voorbeeldbron, type: document, title: A, issued: {date-parts: "
                "[[2021, 2, "
                "30]]}}\n"
            ),
            ["content/sources.yml:2:73 bad-date"],
        ),
        (
            "sources",
            (
                "references:\n  - {id: voorbeeldbron, type: document, title: A, issued: {date-parts: "
                "[[99999999999]]}}\n"
            ),
            ["content/sources.yml:2:73 bad-date"],
        ),
        (
            "sources",
            (
                "references:\n  - {id: voorbeeldbron, type: document, title: A, issued: {date-parts: [[2021, "
                "2], [2021, 3, 1]]}}\n"
            ),
            [],
        ),
        (
            "edition",
            "title: Editie 2026\nsummary: Verzonnen.\npublished: 9999-12-31\n",
            ["content/2026/edition.yml:3:12 date-range"],
        ),
        (
            "sources",
            "references:\n  - {id: voorbeeldbron, type: document, title: A, URL: www.x}\n",
            ["content/sources.yml:2:56 bad-address"],
        ),
        (
            "sources",
            (
                "references:\n  - {id: voorbeeldbron, type: document, title: A}\n  - {id: voorbeeldbron, "
                "type: "
                "document, title: B}\n"
            ),
            ["content/sources.yml:3:5 duplicate-slug"],
        ),
        (
            "content/glossary.yml",
            (
                "een: {term: Proef, forms: [proeven], definition: A}\ntwee: {term: Test, also: [Proeven], "
                "definition: B}\n"
            ),
            ["content/glossary.yml:2:27 ambiguous-term"],
        ),
        (
            "content/glossary.yml",
            "een: {term: Proef, also: [proef], definition: A}\ntwee: {term: PROEF, definition: B}\n",
            [],
        ),
        ("people", "iemand:\n  name: Verzonnen Persoon\n", ["content/people.yml:1:1 unused-person"]),
        (
            "edition",
            'title: A\nsummary: B\npublished: "2026"\ntrends: [weg]\n',
            ["content/2026/edition.yml:4:10 unknown-trend"],
        ),
        ("edition", "title: A\nsummary: B\npublished: 2026\n", []),
        ("edition", "title: A\nsummary: B\npublished: 26\n", ["content/2026/edition.yml:3:12 wrong-type"]),
        ("edition", "title: A\nsummary: B\npublished: 20260\n", ["content/2026/edition.yml:3:12 wrong-type"]),
        ("edition", "title: A\nsummary: B\npublished: true\n", ["content/2026/edition.yml:3:12 wrong-type"]),
        ("content/2026/trend/x.md", "---\n---\n", ["content/2026/trend/x.md:1:1 stray-file"]),
        ("content/2026/trends/Één.md", "---\n---\n", ["content/2026/trends/Één.md:1:1 bad-file-name"]),
        ("content/2026/foto.png", b"geen plaatje", ["content/2026/foto.png:1:1 unused-image"]),
        ("charts/los.py", "x = 1\n", ["charts/los.py:1:1 missing-file"]),
        (
            "charts/voorbeeld.py",
            "def draw(table, theme):\n    return (\n",
            ["charts/voorbeeld.py:2:12 broken-code"],
        ),
        (
            "content/figures/edition.yml",
            'title: A\nsummary: B\npublished: "2026"\n',
            ["content/figures/edition.yml:1:1 taken-address"],
        ),
        ("content/2025/trends/x.md", trend(), ["content/2025/edition.yml:1:1 missing-file"]),
        (
            "content/2026/interviews/x.md",
            "---\ntitle: A\nsummary: B\nperson: niemand\n---\n\nTekst.\n",
            ["content/2026/interviews/x.md:4:9 unknown-person"],
        ),
        ("content/people.yml", "- iemand\n", ["content/people.yml:1:1 wrong-type"]),
        (
            "content/people.yml",
            "Iemand Anders:\n  name: A\n",
            ["content/people.yml:1:1 bad-name", "content/people.yml:1:1 unused-person"],
        ),
        (
            "content/sources.yml",
            (
                "references:\n  - {id: voorbeeldbron, type: document, title: A}\n  - {id: ander, type: "
                "document, title: B}\n"
            ),
            ["content/sources.yml:3:10 unused-source"],
        ),
        ("edition", "title: A\n---\nsummary: B\n", ["content/2026/edition.yml:2:1 yaml-documents"]),
        ("charts/ander.yml", CHART, ["charts/ander.yml:1:1 unused-chart"]),
        (
            "charts/voorbeeld.yml",
            CHART.replace("data: voorbeeld", "data: weg"),
            [
                "charts/data/voorbeeld.datapackage.yml:1:1 unused-table",
                "charts/voorbeeld.yml:2:7 unknown-table",
            ],
        ),
        (
            "charts/voorbeeld.yml",
            CHART.replace("bars", "altair").replace("fields:", "#"),
            ["charts/voorbeeld.yml:1:7 missing-code"],
        ),
        ("content/2026/trends/proef.md~", "kopie van een tekstverwerker", []),
    ],
)
def test_file(findings, name: str, text: str | bytes, expected: list[str]) -> None:
    assert findings(**{name: text}) == expected


def test_everything_is_told_in_one_run(findings) -> None:
    found = findings(trend=trend(impact="impact: 9"), sources="references: nee\n", csv="jaar\n1\n")
    assert {one.split(":")[0] for one in found} >= {PLACE, "content/sources.yml", "charts/data/voorbeeld.csv"}


@pytest.mark.parametrize("broken", [trend(impact="impact: 9"), trend(title='title: "a'), "geen front matter"])
def test_a_link_to_an_entry_with_a_mistake_is_no_mistake(findings, broken: str) -> None:
    found = findings(trend=broken, **{"content/2026/trends/ander.md": trend(body="[a](proef.md)\n")})
    assert {one.split(":")[0] for one in found} == {PLACE}


def test_unreadable_image_is_told(findings) -> None:
    found = findings(trend=trend(body="![wie](../foto.png)\n"), **{"content/2026/foto.png": b"geen plaatje"})
    assert found == [f"{PLACE}:11:1 unreadable-image"]


def test_image_without_text_is_told(findings) -> None:
    found = findings(trend=trend(body="![](../foto.png)\n"), **{"content/2026/foto.png": picture("PNG")})
    assert found == [f"{PLACE}:11:1 no-text-alternative"]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("PNG", "a.png"),
        ("JPEG", "a.jpg"),
        ("JPEG", "a.JPEG"),
        ("GIF", "a.gif"),
        ("WEBP", "a.webp"),
        ("AVIF", "a.avif"),
        ("MPO", "a.jpg"),
    ],
)
def test_each_format_under_its_own_name_is_right(findings, kind: str, name: str) -> None:
    assert findings(trend=trend(body=f"![wie](../{name})\n"), **{f"content/2026/{name}": picture(kind)}) == []


@pytest.mark.parametrize("kind", ["EPS", "TIFF", "BMP", "ICO", "PDF", "JPEG", "WEBP", "AVIF", "GIF"])
def test_a_picture_that_is_another_inside_is_told_and_starts_no_program(
    sample: Path, monkeypatch, kind: str
) -> None:
    """Pillow would give an EPS to Ghostscript, whatever the file is called."""
    started = sample / "started"
    program = sample / "bin" / "gs"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\ntouch {started}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    (sample / "content/2026/foto.png").write_bytes(picture(kind))
    (sample / PLACE).write_text(trend(body="![wie](../foto.png)\n"))
    (found,) = check(sample).diagnostics
    assert shown(found) == f"{PLACE}:11:1 disguised-image"
    assert found.what.en.endswith(f"is actually {kind}")
    assert ('"foto.jpg"' in found.fix.nl) is (kind == "JPEG")
    assert not started.exists()


def test_a_picture_of_too_many_pixels_is_told_by_its_start(findings) -> None:
    """What follows the start of this file is not even there."""
    raw = picture("PNG")
    huge = raw[:16] + (13_300).to_bytes(4, "big") * 2 + raw[24:29]
    raw = huge + zlib.crc32(huge[12:29]).to_bytes(4, "big") + raw[33:]
    found = findings(trend=trend(body="![wie](../foto.png)\n"), **{"content/2026/foto.png": raw})
    assert found == [f"{PLACE}:11:1 image-size"]


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make a symbolic link")
def test_symbolic_link_that_leaves_is_told(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "geheim.md").write_text("geheim")
    (sample / "content/2026/trends/los.md").symlink_to(tmp_path / "geheim.md")
    assert [one.code for one in check(sample).diagnostics] == ["link-outside"]


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make a symbolic link")
@pytest.mark.parametrize(
    ("path", "to", "code"),
    [
        ("content/2026/trends/los.md", "los.md", "unreadable-file"),
        ("content/2027", "2026", "link-to-folder"),
        ("content/2026/trends/los.md", "weg.md", "unreadable-file"),
    ],
)
def test_symbolic_link_that_leads_nowhere_or_twice(sample: Path, path: str, to: str, code: str) -> None:
    (sample / path).symlink_to(to)
    assert [shown(one) for one in check(sample).diagnostics] == [f"{path}:1:1 {code}"]


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make a symbolic link")
def test_a_whole_folder_that_lies_elsewhere_is_told(sample: Path, tmp_path: Path) -> None:
    (sample / "charts").rename(tmp_path / "elders")
    (sample / "charts").symlink_to(tmp_path / "elders")
    assert "charts:1:1 link-outside" in [shown(one) for one in check(sample).diagnostics]


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make a symbolic link")
def test_settings_that_lie_elsewhere_are_told(sample: Path, tmp_path: Path) -> None:
    (sample / "site_config.yml").rename(tmp_path / "elders.yml")
    (sample / "site_config.yml").symlink_to(tmp_path / "elders.yml")
    assert "site_config.yml:1:1 link-outside" in [shown(one) for one in check(sample).diagnostics]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("content/instruments/index.md", "taken-name"),
        ("content/instruments/con.md", "reserved-name"),
        ("content/pages/nul.md", "reserved-name"),
        ("content/pages/com1.md", "reserved-name"),
        (f"content/pages/{'a' * 81}.md", "long-name"),
        (f"content/pages/{'a' * 250}.md", "long-name"),
    ],
)
def test_a_name_that_is_no_address_is_told(findings, path: str, code: str) -> None:
    text = "---\ntitle: Verzonnen\nsummary: Verzonnen.\n---\n\nTekst.\n"
    assert (
        findings(
            **{
                path: text
                if "pages" in path
                else text.replace("---\n\n", "owner: Niemand\ntype: tool\n---\n\n")
            }
        )[0]
        == f"{path}:1:1 {code}"
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize(
    "name", ["con.png", "AUX.foto.png", "a:b.png", "vraag?.png", "a\\b.png", f"{'é' * 60}.png"]
)
def test_a_name_of_a_picture_that_is_no_file_elsewhere_is_told(findings, name: str) -> None:
    found = findings(**{f"content/pages/{name}": picture("PNG")})
    code = "long-name" if "é" in name else "reserved-name"
    assert f"content/pages/{name}:1:1 {code}" in found


def test_two_names_that_are_one_elsewhere_are_told(findings) -> None:
    found = findings(**{"content/pages/foto.png": picture("PNG"), "content/pages/Foto.png": picture("PNG")})
    assert [one for one in found if "same-name" in one] == ["content/pages/foto.png:1:1 same-name"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_text_is_told(sample: Path) -> None:
    (sample / os.fsdecode(b"content/2026/trends/caf\xe9.md")).write_text(trend())
    (sample / os.fsdecode(b"charts/\xff")).mkdir()
    (sample / os.fsdecode(b"charts/\xff/x.csv")).write_text("a")
    (sample / os.fsdecode(b"charts/\xff.yml")).write_text("a")
    assert [shown(one) for one in check(sample).diagnostics] == [
        "charts/\\xff.yml:1:1 bad-file-name",
        "charts/\\xff/x.csv:1:1 bad-file-name",
        "content/2026/trends/caf\\xe9.md:1:1 bad-file-name",
    ]


def test_the_language_is_known_although_the_settings_are_broken(sample: Path) -> None:
    config = (
        (sample / "site_config.yml")
        .read_text("utf-8")
        .replace("language: nl", "language: en")
        .replace("article: de", "article: a")
        .replace('"#fbfaf6"', '"geel"')
    )
    (sample / "site_config.yml").write_text(config, "utf-8")
    result = check(sample)
    assert result.language == "en"
    assert [shown(one) for one in result.diagnostics] == ["site_config.yml:18:11 bad-colour"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_pipe_is_no_file(sample: Path) -> None:
    os.mkfifo(sample / "content/2026/trends/pijp.md")
    os.mkfifo(sample / "charts/pijp.yml")
    assert [shown(one) for one in check(sample).diagnostics] == [
        "charts/pijp.yml:1:1 no-ordinary-file",
        "content/2026/trends/pijp.md:1:1 no-ordinary-file",
    ]


def test_a_failure_of_the_system_is_told_in_the_report_s_language(sample: Path) -> None:
    (sample / "content/2026/trends/weg.md").symlink_to("bestaat-niet.md")
    (found,) = check(sample).diagnostics
    assert found.what.nl == '"content/2026/trends/weg.md" kan niet worden gelezen: het bestaat niet'
    assert found.what.en.endswith("cannot be read: it does not exist")


def test_bytes_that_are_no_text(sample: Path) -> None:
    (sample / PLACE).write_bytes(bytes(range(128, 256)) * 8)
    (found,) = check(sample).diagnostics
    assert "binary" not in found.what.nl


def test_nearest_name_is_offered(sample: Path) -> None:
    (sample / PLACE).write_text(trend(categories="categories: [maatschapelijk]"))
    assert '"maatschappelijk"' in check(sample).diagnostics[0].fix.nl


def test_config_errors_come_with_those_of_content(findings, sample: Path) -> None:
    config = (sample / "site_config.yml").read_text().replace("language: nl", "language: qq")
    found = findings(config=config, trend=trend(impact="impact: 9"))
    assert found == [f"{PLACE}:7:9 out-of-range", "site_config.yml:6:11 unknown-choice"]


def test_markdown_in_a_quotation_is_told(findings) -> None:
    text = trend(body="Tekst.\n\n```quote iemand\nEen citaat,\nmet *nadruk*.\n```\n")
    assert findings(trend=text, people="iemand: {name: Verzonnen Persoon}\n") == [
        f"{PLACE}:15:5 markup-in-field"
    ]


@pytest.mark.parametrize(
    ("text", "target", "told"),
    [
        ("foto.png", "a.png", True),
        ("IMG_2041", "IMG_2041.png", True),
        ("Foto", "a.png", True),
        ("Schermafbeelding 2024-01-31", "a.png", True),
        ("dijk-bij-lent", "dijk-bij-lent.png", True),
        ("image1", "a.png", True),
        ("Dijk", "Dijk.png", False),
        ("Foto van de dijk", "a.png", False),
        ("Figuur met drie pijlen", "a.png", False),
        ("De dijk bij Lent.", "a.png", False),
    ],
)
def test_text_alternative_that_tells_nothing(findings, text: str, target: str, told: bool) -> None:
    found = findings(trend=trend(body=f"Zie ![{text}]({target})\n"))
    assert found == [
        f"{PLACE}:11:5 {code}" for code in (["file-name-as-text"] if told else []) + ["missing-image"]
    ]


def test_portrait_with_a_file_name_for_its_text(findings) -> None:
    text = (
        "---\ntitle: A\nsummary: B\nperson: iemand\nportrait: {image: a.png, text: P1.jpg}\n---\n\nTekst.\n"
    )
    found = findings(interview=text, people="iemand: {name: Verzonnen Persoon}\n")
    assert found == [
        f"content/2026/interviews/proef.md:5:{place}"
        for place in ("19 missing-image", "32 file-name-as-text")
    ]


def test_a_mistake_of_each_check_is_tried() -> None:
    tried = "".join(file.read_text("utf-8") for file in Path(__file__).parent.rglob("test_*.py"))
    for name, module in modules(checks).items():
        codes = re.findall(r"`([a-z]+(?:-[a-z]+)+)`", module.__doc__ or "")
        assert codes, name
        assert [code for code in codes if f' {code}"' not in tried and f'"{code}"' not in tried] == [], name


def test_an_output_that_does_not_exist(sample: Path) -> None:
    config = (sample / "site_config.yml").read_text("utf-8")
    (sample / "site_config.yml").write_text(config.replace("  - site\n", "  - site\n  - siet\n"), "utf-8")
    found = [finding for finding in check(sample).diagnostics if finding.code == "unknown-output"]
    assert [str(finding.location) for finding in found] == ["site_config.yml:17:5"]
    assert '"site"' in found[0].fix.nl
