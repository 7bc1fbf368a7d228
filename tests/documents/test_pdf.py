"""PDFs of entries, editions and roles: for archives and for who listens, and with nothing but text from
editors. All content is invented.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import page as conformance
import pikepdf
import pypdfium2
import pytest
import segno
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invented import edition
from trendrapport.documents.blocks import Actions, Cell, Figure, Heading, Listing, Paragraph, Quote, Table
from trendrapport.documents.inlines import Text
from trendrapport.documents.material import Material
from trendrapport.documents.pdf import of_pages
from trendrapport.documents.pdf.letters import shown
from trendrapport.documents.pdf.of_editions import edition_sheet
from trendrapport.documents.pdf.of_entries import entry_sheet
from trendrapport.documents.pdf.of_pages import OnePagePdf, PdfFile, WorkshopPdf
from trendrapport.documents.pdf.one_page import one_page_sheet, qr
from trendrapport.documents.pdf.typesetting import typeset
from trendrapport.documents.pdf.workshop import workshop_sheet
from trendrapport.documents.reading.editions import EditionReader
from trendrapport.documents.reading.prose import prose_of
from trendrapport.pipeline import Options, build
from trendrapport.prose.markdown import parse
from trendrapport.starters import new_report

from .invented_entries import Made, made, made_now, write

DAY = 1_700_000_000
A4, A3, A1 = (595, 842), (1191, 842), (1684, 2384)
"""In points."""
HOSTILE = [
    '#panic("x") #read("/etc/passwd") $x^2$ *vet* _schuin_ @bron <label> `code` \\ // weg /* weg */',
    "= Kop\n- lijst\n+ lijst\n/ term: uitleg",
    "w" * 400,
    "\u202eomgekeerd\u202c en \u0000\u0007\u001b stuurtekens",
    "שלום עולם مرحبا بالعالم",
    "中文 😀 \ue000 \U0010ffff",
    "Z\u0338\u0322\u0354a\u0336\u030cl\u032b \u1ea1\u0308 a\u0300\u0488",
    "\u0600 \u1680 \u2028 \U0001f468\u200d\U0001f469",
    "<script>alert(1)</script> &amp; ]]> %PDF-1.7 endobj (haakjes",
]


def pdf_file(report: Made, path: str, language: str | None = None, form: type[PdfFile] = PdfFile) -> PdfFile:
    """The PDF of a page, of which pictures are read from the report itself."""
    view = report.view.in_language(language) if language else report.view
    picture = report.root / "content/2026/images/plaat.png"
    files = {name: picture.read_bytes() for name in PICTURES if picture.exists()}
    entries = {view.path(entry): entry for entry in view.entries}
    material = Material(view, report.drawings, files, DAY)
    return form(material, report.pages, report.pages[path], entries.get(path), made_now)


PICTURES = ("2026/images/plaat.png", "assets/pictures/4bd890ba50339f9efd59-4.png")
PAGES = {
    "trend": "2026/trends/alles.html",
    "interview": "2026/interviews/gesprek.html",
    "column": "2026/columns/kolom.html",
    "foreword": "2026/foreword.html",
    "instrument": "instruments/hulpmiddel.html",
    "role": "roles/college.html",
    "edition": "2026/index.html",
}


@pytest.fixture(scope="module")
def printed(everything: Made) -> dict[str, bytes]:
    """The PDF of each sort of page, and that of a translation."""
    found = {name: pdf_file(everything, path).read() for name, path in PAGES.items()}
    translation = "2026/trends/alles.en.html"
    return found | {
        "translation": pdf_file(everything, translation, "en").read(),
        "one page": pdf_file(everything, PAGES["trend"], form=OnePagePdf).read(),
        "workshop": pdf_file(everything, PAGES["edition"], form=WorkshopPdf).read(),
        "one page, translated": pdf_file(everything, translation, "en", OnePagePdf).read(),
    }


SORTS = [*PAGES, "translation", "workshop", "one page", "one page, translated"]


def text_of(raw: bytes) -> str:
    document = pypdfium2.PdfDocument(raw)
    return "\n".join(one.get_textpage().get_text_range() for one in document)


@dataclass(frozen=True)
class Element:
    """An element of the structure of a PDF."""

    sort: str
    alt: str
    scopes: frozenset[str]


def elements(raw: bytes) -> list[Element]:
    """Every element of the structure of a PDF."""
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        return [element(one) for one in structure(pdf)]


def structure(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every element of the structure of an open PDF."""
    waiting: list[Any] = [pdf.Root.StructTreeRoot]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting += list(one)
        elif isinstance(one, pikepdf.Dictionary):
            if "/S" in one:
                yield one
            if "/K" in one:
                waiting.append(one.K)


def element(one: Any) -> Element:
    attributes = one.get("/A", [])
    each = attributes if isinstance(attributes, (list, pikepdf.Array)) else [attributes]
    scopes = frozenset(str(part.Scope)[1:] for part in each if "/Scope" in part)
    return Element(str(one.S)[1:], str(one.get("/Alt", "")), scopes)


def wrong(raw: bytes, profile: str) -> list[str]:
    """The rules of a profile that a PDF breaks.

    A stream may end with a carriage return, before the line end that belongs to no stream (ISO
    32000-1, 7.3.8.1); the validator takes both for one line end, and finds it a byte too short.
    """
    report = conformance.validate_pdf_bytes(raw, profile=profile)
    found = {one.rule_id for one in report.failures}
    if b"\r\nendstream" in raw:
        found.discard("PDFA2A-STREAM-LENGTH-001")
    return sorted(found)


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_it_is_for_archives_and_for_who_listens(printed: dict[str, bytes], sort: str, profile: str) -> None:
    assert wrong(printed[sort], profile) == []


@pytest.mark.parametrize("sort", SORTS)
def test_it_says_what_it_is(printed: dict[str, bytes], sort: str) -> None:
    with pikepdf.open(io.BytesIO(printed[sort])) as pdf:
        assert str(pdf.Root.Lang) == ("en" if "transl" in sort else "nl")
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo.Title)
        with pdf.open_outline() as outline:
            assert outline.root
        sizes = {tuple(round(float(side)) for side in one.MediaBox[2:]) for one in pdf.pages}
        assert sizes == ({A4, A3, A1} if sort == "workshop" else {A4})


@pytest.mark.parametrize("sort", SORTS)
def test_every_page_has_text(printed: dict[str, bytes], sort: str) -> None:
    pages = pypdfium2.PdfDocument(printed[sort])
    assert min(len(one.get_textpage().get_text_range()) for one in pages) > 60


@pytest.mark.parametrize("sort", ["trend", "edition", "interview"])
def test_what_is_drawn_is_told(printed: dict[str, bytes], sort: str) -> None:
    figures = [one.alt for one in elements(printed[sort]) if one.sort == "Figure"]
    expected = {
        "trend": "Verzonnen cijfers lopen op. Staafdiagram met verzonnen cijfers",
        "edition": "Verzonnen cijfers lopen op. Staafdiagram met verzonnen cijfers",
        "interview": "Portret van Ada.",
    }
    assert any(alt.startswith(expected[sort]) for alt in figures)


def test_tables_have_headings(printed: dict[str, bytes]) -> None:
    heads = [one for one in elements(printed["trend"]) if one.sort == "TH"]
    assert {scope for head in heads for scope in head.scopes} == {"Column", "Row"}
    assert all(head.scopes for head in heads)


@pytest.mark.parametrize("sort", ["trend", "edition", "workshop"])
def test_each_cell_has_a_heading_for_its_row_and_column(printed: dict[str, bytes], sort: str) -> None:
    with pikepdf.open(io.BytesIO(printed[sort])) as pdf:
        rows = [one for one in structure(pdf) if one.S == "/TR"]
        assert rows
        for row in rows:
            cells = list(row.K)
            names = [cell for cell in cells if cell.S == "/TH" and cell.A[0].Scope == "/Row"]
            assert len(names) <= 1
            assert not names or not any("/Headers" in cell.A[0] for cell in cells)
        assert sum(cell.S == "/TH" and cell.A[0].Scope == "/Row" for row in rows for cell in row.K) > 2
        assert not any(one.S == "/Quote" for one in structure(pdf))


def test_headings_follow_each_other(printed: dict[str, bytes]) -> None:
    for raw in printed.values():
        levels = {int(one.sort[1]) for one in elements(raw) if re.fullmatch("H[1-6]", one.sort)}
        assert 1 in levels
        assert max(levels) == len(levels)


def test_links_are_real(printed: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(printed["trend"])) as pdf:
        notes = [note for one in pdf.pages for note in one.get("/Annots", [])]
        addresses = {str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A}
        within = [note for note in notes if "/Dest" in note or ("/A" in note and "/D" in note.A)]
    assert "https://example.org/pad?a=1&b=2" in addresses
    assert any(address.endswith("/2026/trends/voorbeeldtrend.html") for address in addresses)
    assert within


def test_an_edition_has_all_of_it(printed: dict[str, bytes]) -> None:
    text = text_of(printed["edition"])
    for title in ("Alles bij elkaar", "Een verzonnen gesprek", "Een verzonnen column", "Vooraf"):
        assert text.count(title) >= 2, title
    for part in (
        "Inhoud",
        "Begrippen",
        "Alle bronnen",
        "Colofon",
        "De cijfers bij de figuren",
        "Bomen per straat",
    ):
        assert part in text, part
    assert re.search(r"andere\s+trend\s+\(p\.\s[0-9]+\)", text)


def test_an_edition_with_a_theme_has_its_summary_too(everything: Made) -> None:
    view = everything.view
    [entry] = view.editions
    read = EditionReader(view, everything.pages, everything.drawings).read(entry)
    said = replace(read, theme="Waar het om draait.", summary="Een verzonnen samenvatting.")
    material = Material(view, everything.drawings, {}, DAY)
    text = text_of(typeset(edition_sheet(material, entry, said)))
    assert "Waar het om draait." in text
    assert "Een verzonnen samenvatting." in text


def test_a_foreword_with_the_title_of_its_part_is_that_part(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / "content/2026/foreword.md"
    text = path.read_text("utf-8").replace("title: Vooraf", "title: Voorwoord")
    path.write_text(f"{text}\n## Een kop in het voorwoord\n\nEn nog een zin.\n", "utf-8")
    with made(tmp_path) as report:
        raw = pdf_file(report, PAGES["edition"]).read()
    assert wrong(raw, "ua1") == []
    with pikepdf.open(io.BytesIO(raw)) as pdf, pdf.open_outline() as outline:
        titles = [one.title for one in outline.root]
        [foreword] = [one for one in outline.root if one.title == "Voorwoord"]
        assert [one.title for one in foreword.children] == ["Een kop in het voorwoord"]
    assert titles.index("Voorwoord") < titles.index("Trends")


def test_a_trend_is_on_one_page(printed: dict[str, bytes]) -> None:
    assert len(pypdfium2.PdfDocument(printed["one page"])) == 1
    text = text_of(printed["one page"])
    for part in (
        "Alles bij elkaar",
        "Een verzonnen trend met elk soort blok",
        "Verzonnen cijfers lopen op",
        "12,5",
    ):
        assert part in text, part
    for part in (
        "Handelen",
        "Doe dit eerst.",
        "Vraag ernaar.",
        "https://trends.example.org/2026/trends/alles.html",
    ):
        assert part in text.replace("\r\n", ""), part


def test_one_page_explains_the_marks_of_its_drawing(everything: Made) -> None:
    document, blocks = everything.document("alles"), []
    for one in document.blocks:
        blocks.append(replace(one, notes=("* Voorlopig.",)) if isinstance(one, Figure) else one)
    material = Material(everything.view, everything.drawings, {}, DAY)
    raw = typeset(one_page_sheet(material, replace(document, blocks=tuple(blocks))))
    assert "* Voorlopig." in text_of(raw)


@pytest.mark.parametrize(("count", "length"), [(1, 10), (3, 80), (12, 120), (60, 300), (2, 4000)])
def test_it_stays_on_one_page(everything: Made, count: int, length: int) -> None:
    """With a few short actions for each role, and with so many or so long ones that some are left out."""
    words = "Verzonnen woorden. " * (length // 19 + 1)
    actions = tuple(Actions(f"rol-{role}", f"Rol {role}", (words,) * count) for role in range(7))
    document = replace(everything.document("alles"), title="T" * 120, summary=words[:400], blocks=actions)
    raw = typeset(one_page_sheet(Material(everything.view, everything.drawings, {}, DAY), document))
    assert len(pypdfium2.PdfDocument(raw)) == 1
    assert "https://trends.example.org" in text_of(raw)


def test_it_has_as_much_of_what_drives_a_trend_as_fits(everything: Made) -> None:
    forces = tuple((Paragraph((Text(f"Kracht {number}."),)),) for number in range(90))
    headings = (Heading(2, (Text("Krachten"),), "forces"), Heading(3, (Text("Aanjagers"),), ""))
    blocks = (*headings, Listing(forces))
    document = replace(everything.document("alles"), blocks=blocks)
    raw = typeset(one_page_sheet(Material(everything.view, everything.drawings, {}, DAY), document))
    assert "Kracht 0." in text_of(raw)
    assert "Kracht 89." not in text_of(raw)
    assert sticking_out(raw) == []


def sticking_out(raw: bytes) -> list[str]:
    """Characters outside a page's margins."""
    found = []
    for page in pypdfium2.PdfDocument(raw):
        text = page.get_textpage()
        for place in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(place)
            if left < 20 or bottom < 8 or right > page.get_width() - 20 or top > page.get_height() - 8:
                found.append(text.get_text_range(place, 1))
    return [one for one in found if one.strip()]


def test_what_is_longer_or_wider_than_a_page_goes_on(everything: Made) -> None:
    words = ("Verzonnen woorden. " * 5,)
    row = tuple(Cell((Text(f"Kolom {column}"),), head=not column) for column in range(40))
    blocks = (
        Actions("raad", "Raad", words * 60),
        Actions("college", "College", words * 90),
        Table(row, (row,) * 3),
        Quote(words[0] * 80, "Niemand"),
    )
    document = replace(everything.document("alles"), blocks=blocks)
    raw = typeset(entry_sheet(Material(everything.view, everything.drawings, {}, DAY), document))
    assert sticking_out(raw) == []
    letters = "".join(text_of(raw).split())
    assert letters.count("Kolom0") == 4 * 5, "the name of a row is in each part of the table"
    assert "Kolom39" in letters
    assert wrong(raw, "2a") == wrong(raw, "ua1") == []


def test_its_code_leads_to_the_page(everything: Made) -> None:
    address = everything.document("alles").address
    code = qr(address, "#000000")
    assert code == qr(address, "#000000")
    assert ElementTree.fromstring(code).tag.endswith("svg")
    assert segno.make(address, error="m", micro=False).matrix == segno.make(address, error="m").matrix


def test_a_session_has_what_it_needs(everything: Made, printed: dict[str, bytes]) -> None:
    pages = [one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(printed["workshop"])]
    guide, front, back = pages[0], *(page for page in pages if "kant van de kaarten" in page)
    assert re.search(r"Kaarten \(pagina 3 tot en met 4\)", " ".join(guide.split()))
    assert "Alles bij elkaar" in front
    assert "Handelen" in front
    assert "Wie merkt dit het eerst?" in back
    assert "12,5" in back
    every_page = " ".join(pages)
    for words in (
        "Doe dit eerst.",
        "Vraag ernaar.",
        "Mijn scores",
        "Samen scoren",
        "Wie merkt dit het eerst?",
    ):
        assert words in every_page, words
    assert pdf_file(everything, PAGES["edition"], form=WorkshopPdf).read() == printed["workshop"]


@pytest.mark.parametrize("count", [1, 9, 40])
def test_a_card_keeps_its_size(everything: Made, count: int) -> None:
    """However much there is to say; four to a sheet, and a sheet for each four with its backs."""
    view = everything.view
    [entry] = view.editions
    read = EditionReader(view, everything.pages, everything.drawings).read(entry)
    long = replace(read.trends[0], title="Verzonnen woorden. " * 6, summary="Verzonnen woorden. " * 21)
    trends = tuple(replace(long, path=f"2026/trends/{number}.html") for number in range(count))
    sheet = workshop_sheet(Material(view, everything.drawings, {}, DAY), entry, replace(read, trends=trends))
    pages = [one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(typeset(sheet))]
    assert sum("kant van de kaarten" in page for page in pages) == 2 * -(-(count + 1) // 4)


@pytest.mark.parametrize("count", [0, 30])
def test_an_edition_of_any_size(tmp_path: Path, count: int) -> None:
    new_report.init(tmp_path)
    trends = {f"trend-{number}": {"title": f"Verzonnen trend {number}"} for number in range(count)}
    edition(tmp_path, "2025", trends)
    with made(tmp_path) as report:
        for form in (PdfFile, WorkshopPdf):
            raw = pdf_file(report, "2025/index.html", form=form).read()
            assert wrong(raw, "2a") == wrong(raw, "ua1") == []
            assert min(len(one.get_textpage().get_text_range()) for one in pypdfium2.PdfDocument(raw)) > 60


def test_what_is_not_published_is_in_none(printed: dict[str, bytes]) -> None:
    for raw in printed.values():
        assert "Geheim" not in text_of(raw)


def test_the_same_again(everything: Made, printed: dict[str, bytes], tmp_path: Path) -> None:
    """In another folder too."""
    write(tmp_path)
    with made(tmp_path) as again:
        for sort in ("trend", "edition", "role"):
            assert pdf_file(again, PAGES[sort]).read() == printed[sort]
            assert pdf_file(again, PAGES[sort]).name() == pdf_file(everything, PAGES[sort]).name()


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(everything: Made, text: str) -> None:
    document = everything.document("alles")
    changed = replace(document, title=text, summary=text, blocks=(Paragraph((Text(text),)), *document.blocks))
    view = everything.view
    raw = typeset(entry_sheet(Material(view, everything.drawings, {}, DAY), changed))
    for profile in ("2a", "ua1"):
        assert wrong(raw, profile) == []
    if text.isascii():
        letters = "".join(text_of(raw).split()).replace("\ufffe", "").replace("-", "")
        assert "".join(shown(text).split()).replace("-", "")[:60] in letters


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_can_be_set(everything: Made, text: str) -> None:
    document = replace(everything.document("foreword"), blocks=(Paragraph((Text(text),)),))
    material = Material(everything.view, everything.drawings, {}, DAY)
    assert typeset(entry_sheet(material, document)).startswith(b"%PDF")


PIECES = (
    "Een zin [@voorbeeldbron] met een noot[^1] en [@fig:voorbeeld].",
    "## Een kop met een bron [@voorbeeldbron]",
    "#### Een diepe kop",
    "```figure voorbeeld\n```",
    "```key-figure bomen\n```",
    "```actions college\n```",
    "```quote ada\nGezegd.\n```",
    "| a [@voorbeeldbron] | b[^1] |\n| --- | --: |\n| 1 | 2[^2] |",
    "| "
    + " | ".join("abcdefghijkl")
    + " |\n"
    + "| --- " * 12
    + "|\n"
    + "| "
    + " | ".join("0123456789kl")
    + " |",
    "> [!TIP] Let op\n> Iets.",
    "Woord\n: betekenis [@voorbeeldbron]",
    '![Een plaatje](../images/plaat.png "Bij | Ada")',
    "[elders](gesprek.md) en [een kop](#een-kop) en [een trend](voorbeeldtrend.md#wat-is-het-verschijnsel)",
    "```\ncode `met` #alles\n```",
    "---",
)
NOTES = "\n\n[^1]: De eerste noot[^2], met [@voorbeeldbron].\n\n[^2]: De tweede.\n"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(["", "> ", "- ", "> > ", "1. "]), st.sampled_from(PIECES)), max_size=7)
)
def test_any_blocks_in_any_order_can_be_set(everything: Made, pieces: list[tuple[str, str]]) -> None:
    text = "\n\n".join(inside(mark, piece) for mark, piece in pieces) + NOTES
    assert wrong(set_text(everything, text), "ua1") == []


@pytest.mark.parametrize("heading", ["## ", "### ![Een plaatje](../images/plaat.png)", "## [^1]"])
def test_a_heading_without_words_is_none(everything: Made, heading: str) -> None:
    raw = set_text(everything, f"Voor.\n\n{heading}\n\nNa.{NOTES}")
    assert wrong(raw, "ua1") == []
    assert "Voor." in text_of(raw)


def set_text(report: Made, text: str) -> bytes:
    """The PDF of a trend with another text."""
    view, path = report.view, PAGES["trend"]
    [entry] = [one for one in view.entries if view.path(one) == path]
    changed = replace(entry, source=replace(entry.source, body=text), outline=parse(text).outline())
    prose = prose_of(view, changed, report.drawings)
    document = replace(report.document("alles"), blocks=prose.blocks, notes=prose.notes)
    return typeset(entry_sheet(Material(view, report.drawings, {}, DAY), document))


def inside(mark: str, piece: str) -> str:
    """A piece of a text within a list or a quotation."""
    rest = "".join(letter if letter == ">" else " " for letter in mark)
    return mark + piece.replace("\n", f"\n{rest}")


@pytest.mark.parametrize("text", [text for text in HOSTILE if not text.isascii()])
def test_a_drawing_has_letters_for_any_text(everything: Made, text: str) -> None:
    """In every weight, and as a heading too."""
    words = escape("".join(letter for letter in text if letter.isprintable() or letter.isspace()))
    document = replace(everything.document("alles"), title=text, summary=text)
    sheet = entry_sheet(Material(everything.view, everything.drawings, {}, DAY), document)
    lettered = {}
    for path, raw in sheet.files.items():
        lettered[path] = raw.replace(b"</svg>", f"<text>{words}</text></svg>".encode())
    raw = typeset(replace(sheet, files=lettered))
    assert wrong(raw, "2a") == wrong(raw, "ua1") == []


@pytest.mark.parametrize("text", ["💡", "🔒", "✓", "⚖", "שלום", "नमस्ते"])
def test_signs_and_other_scripts_have_letters(everything: Made, text: str) -> None:
    document = replace(everything.document("alles"), blocks=(Paragraph((Text(f"Ziehier: {text}."),)),))
    raw = typeset(entry_sheet(Material(everything.view, everything.drawings, {}, DAY), document))
    assert shown(text) == text
    assert wrong(raw, "2a") == []
    assert "[U+" not in text_of(raw)


def test_a_character_without_a_letter_is_its_number() -> None:
    assert shown("a中b") == "a[U+4E2D]b"
    assert shown("Привет, שלום") == "Привет, שלום"
    assert shown("a\u0000\u202eb") == "ab"
    assert max(map(len, shown("中" * 20).split("\u200b"))) <= 10, "a row of numbers can be broken"


def test_pages_offer_what_is_built_and_only_what_changed_is_made_again(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = sample / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("  - site\n", "  - site\n  - pdf\n"), "utf-8")
    assert build(sample, Options(strict=True)).built
    file = sample / "site/2026/trends/voorbeeldtrend.pdf"
    before = file.read_bytes()
    assert before.startswith(b"%PDF")
    assert 'href="voorbeeldtrend.pdf"' in (sample / "site/2026/trends/voorbeeldtrend.html").read_text("utf-8")

    made: list[str] = []
    monkeypatch.setattr(of_pages, "typeset", lambda sheet: made.append(sheet.template) or typeset(sheet))
    about, trend = sample / "content/pages/about.md", sample / "content/2026/trends/voorbeeldtrend.md"
    about.write_text(about.read_text("utf-8") + "\nNog een zin.\n", "utf-8")
    assert build(sample, Options(strict=True)).built
    assert made == []
    trend.write_text(trend.read_text("utf-8").replace("uw eigen tekst", "uw eigen woorden"), "utf-8")
    assert build(sample, Options(strict=True)).built
    assert sorted(made) == ["edition", "one"]
    assert "uw eigen woorden" in text_of(file.read_bytes())


def test_a_table_has_its_caption_and_who_is_quoted_is_named(printed: dict[str, bytes]) -> None:
    letters = " ".join(text_of(printed["trend"]).split())
    assert "Tabel 1. Een tabel met een bijschrift" in letters
    assert "Verzonnen Instituut, Jaarbericht" in letters
