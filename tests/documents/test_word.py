"""Documents for a word processor: styles, footnotes, alternatives, and nothing but text from editors. All
content is invented.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document as WordDocument
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trendrapport.documents.blocks import Cell, CodeBlock, Heading, Paragraph, Table
from trendrapport.documents.document import Document
from trendrapport.documents.drawings import paper_colours
from trendrapport.documents.inlines import Link, Text
from trendrapport.documents.material import Material
from trendrapport.documents.radar import wheel
from trendrapport.documents.word.made import entry_file
from trendrapport.documents.word.of_pages import OnePageFile, WordFile

from .invented_entries import Made, made, made_now, write
from .test_pdf import DAY, HOSTILE, PAGES, PICTURES
from .test_reading import all_text, words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SORTS = ["trend", "interview", "column", "foreword", "edition", "translation"]


def material(report: Made, language: str | None = None) -> Material:
    view = report.view.in_language(language) if language else report.view
    files = {name: (report.root / "content/2026/images/plaat.png").read_bytes() for name in PICTURES}
    return Material(view, report.drawings, files, DAY)


def word_file(report: Made, path: str, language: str | None = None) -> WordFile:
    given_to = material(report, language)
    entries = {given_to.view.path(entry): entry for entry in given_to.view.entries}
    return WordFile(given_to, report.pages, report.pages[path], entries[path], made_now)


@pytest.fixture(scope="module")
def written(everything: Made) -> dict[str, bytes]:
    """The document of each sort of entry and of an edition, and that of a translation."""
    found = {name: word_file(everything, PAGES[name]).read() for name in SORTS[:-1]}
    return {**found, "translation": word_file(everything, "2026/trends/alles.en.html", "en").read()}


def opened(raw: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(raw))


def part(raw: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return ElementTree.fromstring(archive.read(name))


def body(raw: bytes) -> ElementTree.Element:
    return part(raw, "word/document.xml")


def said(element: ElementTree.Element) -> str:
    """The text of an element, a paragraph on a line."""
    lines = []
    for one in element.iter(f"{W}p"):
        pieces = []
        for piece in one.iter():
            if piece.tag == f"{W}t":
                pieces.append(piece.text or "")
            elif piece.tag in {f"{W}br", f"{W}tab"} or piece.get(f"{W}val") == "FootnoteReference":
                pieces.append(" ")
            elif piece.tag == f"{W}noBreakHyphen":
                pieces.append("-")
        lines.append("".join(pieces))
    return "\n".join(lines)


def all_said(raw: bytes) -> str:
    names = zipfile.ZipFile(io.BytesIO(raw)).namelist()
    notes = said(part(raw, "word/footnotes.xml")) if "word/footnotes.xml" in names else ""
    alternatives = [one.get("descr", "") for one in body(raw).iter() if one.get("descr")]
    return "\n".join([said(body(raw)), notes, *alternatives])


@pytest.mark.parametrize("slug", ["alles", "gesprek", "kolom", "foreword"])
def test_no_word_is_lost(everything: Made, written: dict[str, bytes], slug: str) -> None:
    """Every word of an entry is in its document; numbers of sources become those of footnotes."""
    sort = {"alles": "trend", "gesprek": "interview", "kolom": "column"}.get(slug, slug)
    expected = words(" ".join(all_text(everything.document(slug))))
    lost = set(expected - words(all_said(written[sort])))
    assert {word for word in lost if not word.isdigit()} <= WITHOUT_MEANING


WITHOUT_MEANING = {"a", "voorbeeld", "editie", "Editie", "2026", "Let", "op", "Uitgeschreven", "tekst"}
"""The letter of a note and the names of a chart and an edition, which are no text or are in the header; and
labels for callouts and videos, which those with a title and without a transcript do not show.
"""


@pytest.mark.parametrize("sort", SORTS)
def test_it_says_what_it_is(written: dict[str, bytes], sort: str) -> None:
    core = opened(written[sort]).core_properties
    assert core.title == said(body(written[sort])).split("\n")[1]
    assert core.subject
    assert core.author in {"Mijn organisatie", "Wie dit maakt", "Ada van der Verzonnen"}
    assert core.language == ("en-GB" if sort == "translation" else "nl-NL")
    default = part(written[sort], "word/styles.xml").find(f".//{W}rPrDefault//{W}lang")
    assert default is not None
    assert default.get(f"{W}val") == core.language
    assert core.created.year == 2023


@pytest.mark.parametrize("sort", SORTS)
def test_everything_is_in_a_style(written: dict[str, bytes], sort: str) -> None:
    known = {one.get(f"{W}styleId") for one in part(written[sort], "word/styles.xml").iter(f"{W}style")}
    for one in body(written[sort]).iter(f"{W}p"):
        style = one.find(f"{W}pPr/{W}pStyle")
        assert style is not None
        assert style.get(f"{W}val") in known
    used = [one.get(f"{W}val") for one in body(written[sort]).iter(f"{W}rStyle")]
    assert set(used) <= known
    assert not list(body(written[sort]).iter(f"{W}sz"))


def test_headings_are_not_skipped(written: dict[str, bytes]) -> None:
    for raw in written.values():
        before = 0
        for one in opened(raw).paragraphs:
            found = re.fullmatch(r"heading (\d)", one.style.name, re.IGNORECASE)
            if found:
                assert int(found[1]) <= before + 1
                before = int(found[1])


def test_pictures_have_alternatives(written: dict[str, bytes]) -> None:
    found = [one.get("descr") for one in body(written["trend"]).iter() if one.tag.endswith("docPr")]
    assert found[0].startswith("Verzonnen cijfers lopen op. Staafdiagram")
    assert found[1:] == ["Een plaatje", "een tweede plaatje"]
    [portrait] = [one.get("descr") for one in body(written["interview"]).iter() if one.tag.endswith("docPr")]
    assert portrait == "Portret van Ada."


def test_a_radar_asks_only_for_letters_that_come_along(everything: Made) -> None:
    """Another weight would be that of a font of the machine, where it has one: other bytes elsewhere."""
    view = material(everything).view
    for edition in view.editions:
        drawn = wheel(view, edition, paper_colours(view.report.config))
        assert set(re.findall(r'font-weight[=:]\s*"?(\w+)', drawn)) == {"400", "600"}


def test_figures_are_counted_and_mentioned_by_number(written: dict[str, bytes]) -> None:
    captions = [one for one in opened(written["trend"]).paragraphs if one.style.style_id == "Caption"]
    table, caption = captions
    assert table.text == "Tabel 1. Een tabel met een bijschrift"
    assert caption.text == "Figuur 1. Verzonnen cijfers lopen op"
    codes = [(one.text or "").strip() for one in body(written["trend"]).iter(f"{W}instrText")]
    assert "SEQ Figuur \\* ARABIC" in codes
    [mention] = [one for one in codes if one.startswith("REF")]
    marks = {one.get(f"{W}name") for one in body(written["trend"]).iter(f"{W}bookmarkStart")}
    assert mention.split()[1] in marks


def test_every_way_within_it_leads_somewhere(written: dict[str, bytes]) -> None:
    for raw in written.values():
        names = [one.get(f"{W}name") for one in body(raw).iter(f"{W}bookmarkStart")]
        assert len(names) == len(set(names))
        ways = {one.get(f"{W}anchor") for one in body(raw).iter(f"{W}hyperlink")} - {None}
        codes = [(one.text or "").split() for one in body(raw).iter(f"{W}instrText")]
        ways |= {code[1] for code in codes if code[0] in {"REF", "NOTEREF"}}
        assert ways <= set(names)


def test_any_address_is_one_for_word_too(everything: Made) -> None:
    link = Link((Text("elders"),), "https://example.org/100%?a={b}|[c]&d=%41#een#twee")
    document = replace(everything.document("alles"), blocks=(Paragraph((link,)),))
    relations = part(entry_file(material(everything), document, made_now), "word/_rels/document.xml.rels")
    targets = {one.get("Target") for one in relations}
    assert "https://example.org/100%25?a=%7Bb%7D%7C%5Bc%5D&d=%41#een%23twee" in targets


def test_sources_are_footnotes_with_links(everything: Made) -> None:
    document = everything.document("alles")
    sources = tuple(replace(one, address="https://example.org/bron?a=1&b=2") for one in document.sources)
    raw = entry_file(material(everything), replace(document, sources=sources), made_now)
    notes = [said(one) for one in part(raw, "word/footnotes.xml") if one.get(f"{W}type") is None]
    marks = [one.get(f"{W}id") for one in body(raw).iter(f"{W}footnoteReference")]
    assert marks == [str(number) for number in range(1, len(notes) + 1)]
    assert any("p. 3." in one for one in notes)
    assert any("De noot zelf, met nadruk." in one for one in notes)
    links = part(raw, "word/_rels/footnotes.xml.rels")
    assert {one.get("Target") for one in links} == {"https://example.org/bron?a=1&b=2"}
    assert any("NOTEREF" in (one.text or "") for one in body(raw).iter(f"{W}instrText"))


def test_tables_mark_their_headings(written: dict[str, bytes]) -> None:
    for table in opened(written["trend"]).tables:
        first = table.rows[0]._tr
        assert first.find(f".//{W}tblHeader") is not None


def test_a_table_of_many_columns_is_several(everything: Made) -> None:
    row = tuple(Cell((Text(f"Kolom {column}"),), head=not column) for column in range(40))
    document = replace(everything.document("alles"), blocks=(Table(row, (row,) * 3),))
    found = body(entry_file(material(everything), document, made_now))
    wide = [one for one in found.iter(f"{W}tbl") if "Kolom 0" in said(one)]
    assert [len(list(one.iter(f"{W}gridCol"))) for one in wide] == [10, 10, 10, 10, 4]
    assert all(said(one).count("Kolom 0") == 4 for one in wide)


def test_lists_are_lists(written: dict[str, bytes]) -> None:
    starts = [int(one.get(f"{W}val")) for one in part(written["trend"], "word/numbering.xml").iter(
        f"{W}startOverride")]  # fmt: skip
    assert set(starts) == {3}
    listed = [one.text for one in opened(written["trend"]).paragraphs if one.style.style_id == "ListNumber"]
    assert listed == ["drie", "vier"]


def test_a_figure_in_another_language_says_so(written: dict[str, bytes]) -> None:
    languages = [one.get(f"{W}val") for one in body(written["translation"]).iter(f"{W}lang")]
    assert set(languages) == {"nl"}


def test_a_long_text_has_a_table_of_contents(written: dict[str, bytes]) -> None:
    codes = [(one.text or "").strip() for one in body(written["trend"]).iter(f"{W}instrText")]
    assert [one for one in codes if one.startswith("TOC")] == ['TOC \\o "1-1" \\h \\z \\u']
    headings = [one.text for one in opened(written["trend"]).paragraphs if one.style.style_id == "Heading1"]
    listed = list(body(written["trend"]).iter(f"{W}sdt"))
    assert said(listed[0]).split("\n")[1:] == headings


@pytest.mark.parametrize("sort", ["trend", "edition"])
def test_its_table_of_contents_is_filled_and_nothing_is_asked(written: dict[str, bytes], sort: str) -> None:
    raw = written[sort]
    [table] = body(raw).iter(f"{W}sdt")
    anchors = [one.get(f"{W}anchor") for one in table.iter(f"{W}hyperlink")]
    places = [one.get(f"{W}name") for one in body(raw).iter(f"{W}bookmarkStart")]
    assert anchors
    assert len(set(anchors)) == len(anchors)
    assert set(anchors) <= set(places)
    assert part(raw, "word/settings.xml").find(f"{W}updateFields") is None
    assert not [one for one in body(raw).iter(f"{W}fldChar") if one.get(f"{W}dirty")]
    kinds = [one.get(f"{W}fldCharType") for one in table.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"]


def test_a_foreword_with_the_title_of_its_part_is_that_part(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / "content/2026/foreword.md"
    path.write_text(path.read_text("utf-8").replace("title: Vooraf", "title: Voorwoord"), "utf-8")
    with made(tmp_path) as report:
        edition = opened(word_file(report, PAGES["edition"]).read())
    titled = [one.style.style_id for one in edition.paragraphs if one.text == "Voorwoord"]
    assert [one for one in titled if one.startswith("Heading")] == ["Heading1"]


def test_an_edition_has_all_its_texts(everything: Made, written: dict[str, bytes]) -> None:
    edition = written["edition"]
    headings = [one for one in opened(edition).paragraphs if one.style.style_id.startswith("Heading")]
    first = [one.text for one in headings if one.style.style_id == "Heading1"]
    assert [one for one in first if one in PARTS] == PARTS
    titles = {one.text for one in headings}
    texts = [everything.document(slug) for slug in ("alles", "gesprek", "kolom", "foreword")]
    assert {one.title for one in texts} <= titles
    expected = words(" ".join(text for one in texts for text in all_text(one.blocks)))
    assert {word for word in expected - words(all_said(edition)) if not word.isdigit()} <= WITHOUT_MEANING
    assert any("trends van 2026 staan" in (one.get("descr") or "") for one in body(edition).iter())


PARTS = ["Voorwoord", "Trends", "Interviews", "Columns", "Kerncijfers", "Wat kan wie doen?"]
PARTS += ["De cijfers bij de figuren", "Begrippen", "Alle bronnen", "Colofon"]


def test_the_same_text_gives_the_same_bytes(everything: Made, written: dict[str, bytes]) -> None:
    again = word_file(everything, PAGES["trend"])
    assert again.read() == written["trend"]
    with zipfile.ZipFile(io.BytesIO(written["trend"])) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_another_word_is_another_name(everything: Made) -> None:
    file = word_file(everything, PAGES["trend"])
    other = word_file(everything, PAGES["trend"])
    other.__dict__["shown"] = replace(everything.document("alles"), summary="Anders.")
    assert file.name() != other.name()


def test_it_has_nothing_of_another_text(written: dict[str, bytes]) -> None:
    for raw in written.values():
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            assert not any(b"Geheim" in archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize(("path", "language"), [(PAGES["trend"], None), ("2026/trends/alles.en.html", "en")])
def test_a_trend_on_one_page(everything: Made, path: str, language: str | None) -> None:
    file = word_file(everything, path, language)
    one = OnePageFile(file.material, file.pages, file.page, file.entry, made_now)
    raw = one.read()
    assert raw == one.read()
    heads = [row for row in body(raw).iter(f"{W}tr") if row.find(f".//{W}tblHeader") is not None]
    assert len(heads) == 2
    shown = all_said(raw)
    for text in (file.shown.title, file.shown.summary, file.shown.address):
        assert text in shown
    alternatives = [one.get("descr") or "" for one in body(raw).iter() if one.tag.endswith("docPr")]
    assert alternatives[0].startswith("Verzonnen cijfers lopen op.")
    assert alternatives[-1].endswith(file.shown.address)
    bands = [one.get(f"{W}num") for one in body(raw).iter(f"{W}cols")]
    assert "2" in bands
    assert len(list(body(raw).iter(f"{W}headerReference"))) == len(bands)


def hostile(report: Made, text: str) -> Document:
    """A trend that says a text wherever it can."""
    document = report.document("alles")
    blocks = (
        Heading(2, (Text(text),), "kop"),
        Paragraph((Text(text),)),
        CodeBlock(text),
        *(block for block in document.blocks if isinstance(block, Table)),
    )
    return replace(document, title=f"x{text}", summary=text, blocks=blocks, facts=(text,))


VISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\xad\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]|\\s")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(everything: Made, text: str) -> None:
    _stays(everything, text)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(max_size=60))
def test_any_text_stays_text(everything: Made, text: str) -> None:
    _stays(everything, text)


def _stays(report: Made, text: str) -> None:
    raw = entry_file(material(report), hostile(report, text), made_now)
    assert opened(raw).core_properties.title.startswith("x")
    expected = Counter(VISIBLE.sub("", text).replace("\u2011", "-"))
    assert not expected - Counter(VISIBLE.sub("", all_said(raw)))
