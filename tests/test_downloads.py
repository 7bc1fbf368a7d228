"""Files beside a text: which are published, how readers see them, and what is told of the others.

All content here is invented.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import shown
from invented import packed, trend
from trendrapport.files.downloads import MOST, fault
from trendrapport.language.labels import Labels
from trendrapport.pipeline import Options, build, check
from trendrapport.runtime.plugins import modules
from trendrapport.site import responses, servers

PLACE = "content/2026/trends/proef.md"
PDF = b"%PDF-1.7\n%%EOF\n"


XLSX = packed("[Content_Types].xml", "xl/workbook.xml")


@pytest.mark.parametrize(
    ("path", "raw", "wrong"),
    [
        ("a.pdf", PDF, None),
        ("a.PDF", b"kop\n" + PDF, None),
        ("a.pdf", XLSX, "broken"),
        ("a.pdf", b"", "broken"),
        ("a.xlsx", XLSX, None),
        ("a.docx", PDF, "broken"),
        ("a.xlsx", packed("xl/workbook.xml"), "broken"),
        ("a.odt", packed("content.xml"), None),
        ("a.ods", XLSX, "broken"),
        ("a.zip", packed("foto.jpg"), None),
        ("a.zip", packed("../foto.jpg"), "broken"),
        ("a.zip", b"PK", "broken"),
        ("a.xlsx", packed("[Content_Types].xml", "xl/vbaProject.bin"), "macros"),
        ("a.xlsm", XLSX, "macros"),
        ("a.doc", b"", "former"),
        ("a.odt", packed("content.xml", "Basic/script-lc.xml"), "macros"),
        ("a.pdf", PDF + bytes(MOST), "large"),
    ],
)
def test_what_a_file_must_be(path: str, raw: bytes, wrong: str | None) -> None:
    assert fault(path, raw) == wrong


@given(st.binary(max_size=200), st.sampled_from([".pdf", ".zip", ".docx", ".ods"]))
def test_any_bytes_have_an_answer(raw: bytes, end: str) -> None:
    assert fault(f"a{end}", raw) in {None, "broken"}
    assert fault(f"a{end}", b"PK\x03\x04" + raw) in {None, "broken"}


@pytest.mark.parametrize(
    ("name", "raw", "body", "expected"),
    [
        ("2026/trends/rapport.pdf", PDF, "[Rapport](rapport.pdf)\n", []),
        ("files/een map/rapport.pdf", PDF, "[Rapport](../../files/een%20map/rapport.pdf#page=2)\n", []),
        ("files/rapport.pdf", PDF, "", ["content/files/rapport.pdf:1:1 unused-download"]),
        (
            "files/rapport.xlsm",
            XLSX,
            "[Cijfers](../../files/rapport.xlsm)\n",
            ["content/files/rapport.xlsm:1:1 download-macros"],
        ),
        ("files/rapport.doc", b"x", "", ["content/files/rapport.doc:1:1 download-former"]),
        (
            "files/rapport.docx",
            PDF,
            "[Tekst](../../files/rapport.docx)\n",
            ["content/files/rapport.docx:1:1 download-broken"],
        ),
        (
            "files/groot.pdf",
            PDF + bytes(MOST),
            "[Tekst](../../files/groot.pdf)\n",
            ["content/files/groot.pdf:1:1 download-large"],
        ),
        (
            "figures/a.zip",
            packed("a"),
            "[Tekst](../../figures/a.zip)\n",
            ["content/figures/a.zip:1:1 download-place"],
        ),
        (
            "files/rapport.pdf",
            PDF,
            "[a](../../files/raport.pdf) [b](../../files/rapport.pdf)\n",
            [f"{PLACE}:11:1 broken-link"],
        ),
        ("files/notitie.rtf", b"x", "", ["content/files/notitie.rtf:1:1 stray-file"]),
    ],
)
def test_what_is_told(sample: Path, name: str, raw: bytes, body: str, expected: list[str]) -> None:
    file = sample / "content" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)
    (sample / PLACE).write_text(trend(body=body or "Tekst.\n"), "utf-8")
    found = check(sample).diagnostics
    assert [shown(one) for one in found] == expected
    assert not any(".md" in one.fix.nl and "als .md" not in one.fix.nl for one in found), (
        "a file is no text by another name"
    )


@pytest.mark.parametrize(
    ("target", "advice"),
    [
        ("weg.pdf", "../files/naam.pdf"),
        ("foto.jpg", "![wat er te zien is]"),
        ("../../../charts/data/voorbeeld.csv", "```figure"),
    ],
)
def test_a_link_to_a_file_says_what_to_write(sample: Path, target: str, advice: str) -> None:
    (sample / PLACE).write_text(trend(body=f"[Bestand]({target})\n"), "utf-8")
    (found,) = check(sample).diagnostics
    assert advice in found.fix.nl


@pytest.mark.parametrize(
    ("size", "nl", "en"),
    [(12, "1 kB", "1 kB"), (311_700, "312 kB", "312 kB"), (1_234_567, "1,2 MB", "1.2 MB")],
)
def test_sizes(size: int, nl: str, en: str) -> None:
    assert (Labels("nl").size(size), Labels("en").size(size)) == (
        nl.replace(" ", "\u00a0"),
        en.replace(" ", "\u00a0"),
    )


def test_readers_get_what_a_published_page_links_to(sample: Path) -> None:
    files = sample / "content/files"
    files.mkdir()
    (files / "rapport.pdf").write_bytes(PDF)
    (files / "cijfers 2026.xlsx").write_bytes(XLSX)
    (files / "geheim.pdf").write_bytes(PDF + b"geheim")
    (sample / PLACE).write_text(
        trend(
            body="Lees [het **hele** rapport](../../files/rapport.pdf#page=3).\n"
            "En [cijfers](../../files/cijfers%202026.xlsx).\n"
        ),
        "utf-8",
    )
    (sample / "content/2026/trends/later.md").write_text(
        trend("status: draft\n", body="[Niet](../../files/geheim.pdf)\n"), "utf-8"
    )
    config = (sample / "site_config.yml").read_text("utf-8") + "\npictures: false\n"
    (sample / "site_config.yml").write_text(config, "utf-8")
    assert build(sample, Options()).built
    site = sample / "site"
    assert (site / "files/rapport.pdf").read_bytes() == PDF
    assert (site / "files/cijfers 2026.xlsx").read_bytes() == XLSX
    assert not (site / "files/geheim.pdf").exists()
    page = (site / "2026/trends/proef.html").read_text("utf-8")
    link = (
        '<a download href="../../files/rapport.pdf#page=3">het <strong>hele</strong> rapport <span '
        'class="form">'
        "(PDF, 1\u00a0kB)</span></a>"
    )
    assert link in page
    assert 'href="../../files/cijfers%202026.xlsx"' in page
    front = (site / "2026/index.html").read_text("utf-8")
    assert re.search(
        (
            r'<a href="\.\./files/rapport\.pdf" download>Het hele rapport</a> <span class="note">PDF, '
            r"1\u00a0kB"
        ),
        front,
    )
    (sample / PLACE).write_text(trend(body="Geen links meer.\n"), "utf-8")
    assert build(sample, Options()).built
    assert not (site / "files/rapport.pdf").exists()
    assert "Het hele rapport" not in (site / "2026/index.html").read_text("utf-8")


def test_servers_let_office_files_be_saved(sample: Path) -> None:
    config = responses.site(
        _config(sample), ["index.md", "files/een map/a.xlsx", "files/b.pdf", "figures/c.zip"]
    )
    texts = {name: module.configuration(config) for name, module in modules(servers).items()}
    assert all("attachment" in text for text in texts.values())
    assert all(responses.TYPES["xlsx"] in text for name, text in texts.items() if name != "netlify")
    assert "/files/een%20map/a.xlsx\n  Content-Disposition: attachment\n" in texts["netlify"]
    assert texts["netlify"].count("Content-Disposition") == 1
    assert json.loads(json.dumps(dict(responses.SAVED.headers)))["X-Content-Type-Options"] == "nosniff"


def _config(folder: Path) -> responses.Config:
    from trendrapport.report.load import load
    from trendrapport.runtime.cache import Cache

    with Cache(folder / "build/cache.sqlite") as cache:
        return load(folder, cache)[0].config
