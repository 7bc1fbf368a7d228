"""Texts from word processors as entries. All content here is invented; Pandoc makes the files."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pypandoc
import pytest
import yaml
from click.testing import CliRunner, Result
from docx import Document
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from conftest import files
from trendrapport.cli import main
from trendrapport.diagnostics import CannotRunError
from trendrapport.importing.mending import mended
from trendrapport.importing.opening import written
from trendrapport.importing.text import Imported, imported
from trendrapport.pipeline import check

TEXT = """---
title: Een verzonnen titel
subtitle: Wat er in het kort staat.
---

# Wat is er?

Gewone tekst met **vet**, *nadruk* en ~~weg~~ , m^2^, CO~2~ en \u201caanhaling\u201d
met een zachte\u00adhyphen.^[Zie: Bureau, Cijfers, <https://example.org/cijfers>.]
Nog een keer^[https://example.org/cijfers] en een gewone noot^[Zonder adres, met [@jansen].].

### Een niveau te diep

Oud [nieuw]{.insertion author="Jan" date="2026-01-01T00:00:00Z"}[weggehaald]{.deletion author="Jan"
date="2026-01-01T00:00:00Z"}.

[Klopt dit -- echt?]{.comment-start id="0" author="Piet" date="2026-01-02T00:00:00Z"}Een
zin[]{.comment-end id="0"}.

- een
- twee
    1. drie
    2. vier

| naam | aantal |
|------|--------|
| a    | 1      |
| b    | 2      |

![Een verzonnen beeld](beeld.png)

![](beeld.png)

Een [link](https://example.org/) en een [plaats](#wat-is-er).
"""


def pandoc(source: str | bytes, *arguments: str, folder: Path | None = None) -> bytes:
    raw = source.encode() if isinstance(source, str) else source
    command = [pypandoc.get_pandoc_path(), *arguments]
    return subprocess.run(command, input=raw, capture_output=True, check=True, cwd=folder).stdout


def document(folder: Path, text: str = TEXT, end: str = ".docx") -> Path:
    """A file of a word processor with this text, and with a picture."""
    Image.new("RGB", (40, 30), "teal").save(folder / "beeld.png")
    path = folder / f"tekst{end}"
    more = ["--standalone"] if end == ".html" else []
    pandoc(text, "--from", "markdown", "--output", str(path), *more, folder=folder)
    return path


def paragraphs(folder: Path, *texts: str) -> Path:
    """A DOCX of these paragraphs, with their words as they are."""
    blocks = [{"t": "Para", "c": words(text)} for text in texts]
    tree = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks}
    path = folder / "alineas.docx"
    pandoc(json.dumps(tree), "--from", "json", "--output", str(path))
    return path


def words(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for word in text.split(" "):
        found += [{"t": "Space"}, {"t": "Str", "c": word}]
    return found[1:]


def body(text: Imported) -> str:
    shown = [f"![{one.alt}](x{index}.png)" for index, one in enumerate(text.pictures)]
    return text.body(shown, [f"bron-{index}" for index, _ in enumerate(text.cited)])


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    """The text above, read from a DOCX."""
    return imported(document(tmp_path_factory.mktemp("word")), "nl")


def test_title_and_summary_are_those_of_the_styles(read: Imported) -> None:
    assert (read.title, read.summary) == ("Een verzonnen titel", "Wat er in het kort staat.")


@pytest.mark.parametrize(
    "line",
    [
        "## Wat is er?",
        "### Een niveau te diep",
        'Gewone tekst met **vet**, *nadruk* en ~~weg~~ , m², CO₂ en "aanhaling" met een zachtehyphen. '
        "[@bron-0] Nog een keer [@bron-0] en een gewone noot[^1].",
        r"[^1]: Zonder adres, met \[@jansen\].",
        "Oud nieuw.",
        "- een",
        "  1.  drie",
        "| a | 1 |",
        "![Een verzonnen beeld](x0.png)",
        "![](x1.png)",
        "Een [link](https://example.org/) en een plaats.",
        "<!-- Opmerking van Piet: Klopt dit – echt? -->",
    ],
)  # fmt: skip
def test_each_part_becomes_what_a_text_can_hold(read: Imported, line: str) -> None:
    lines = [re.sub(r" +(?=\|)|(?<=\|) +", " ", one) for one in body(read).splitlines()]
    assert line in lines, body(read)


def test_a_note_comes_after_its_paragraph(read: Imported) -> None:
    assert re.search(r"\nEen zin\.\n\n<!-- [^\n]+ -->\n\n- een\n", body(read))


def test_what_was_changed_is_told(read: Imported) -> None:
    told = " ".join(what.nl for what in read.told)
    assert "Bijgehouden wijzigingen: 2 overgenomen" in told
    assert "Opmerkingen: 1." in told
    assert "Koppen: 1 op een ander niveau" in told
    assert "Links: 1 niet overgenomen" in told


def test_a_source_is_kept_once(read: Imported) -> None:
    assert [(one.title, one.address) for one in read.cited] == [
        ("Bureau, Cijfers", "https://example.org/cijfers")
    ]


@pytest.mark.parametrize("end", [".odt", ".html"])
def test_other_files_give_the_same_text(tmp_path: Path, end: str) -> None:
    text = TEXT.replace("[weggehaald]{.deletion", "[]{.deletion").split("[Klopt dit")[0]
    found, known = imported(document(tmp_path, text, end), "nl"), imported(document(tmp_path, text), "nl")
    assert found.title == known.title
    for line in ("## Wat is er?", "### Een niveau te diep", "Oud nieuw."):
        assert line in body(found).splitlines()


def test_typed_lists_become_lists(tmp_path: Path) -> None:
    path = paragraphs(
        tmp_path, "Een zin vooraf.", "\u2022 eerste", "\u2022 tweede", "1. een", "2. twee", "- los", "Slot."
    )
    assert body(imported(path, "nl")).strip() == (
        "Een zin vooraf.\n\n- eerste\n- tweede\n\n1.  een\n2.  twee\n\n- los\n\nSlot."
    )


@pytest.mark.parametrize(
    ("first", "title"),
    [("Een kop zonder stijl", "Een kop zonder stijl"), ("Dit is al een zin.", "alineas")],
)
def test_without_styles_a_first_line_is_the_title(tmp_path: Path, first: str, title: str) -> None:
    text = imported(paragraphs(tmp_path, first, "De eerste zin. De tweede zin. De derde."), "nl")
    assert text.title == title


def test_merged_cells_are_kept_and_told(tmp_path: Path) -> None:
    page = (
        "<h1>T</h1><table><tr><th colspan=2>kop</th></tr><tr><td rowspan=2>a</td><td>1</td></tr>"
        "<tr><td>2<p>3</td></tr></table>"
    )
    (tmp_path / "tabel.html").write_text(page, "utf-8")
    text = imported(tmp_path / "tabel.html", "nl")
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]] for line in body(text).splitlines() if "|" in line
    ]
    assert [rows[0], *rows[2:]] == [["kop", ""], ["a", "1"], ["", "2 3"]]
    assert any("samengevoegde cellen" in what.nl for what in text.told)


def test_no_word_of_a_cell_or_a_note_is_lost(tmp_path: Path) -> None:
    """Whatever an office puts into them: headings, lists, quotations, code, other tables."""
    document = Document()
    table = document.add_table(2, 1)
    table.cell(0, 0).text, cell = "kop", table.cell(1, 0)
    cell.paragraphs[0].text = "een"
    cell.paragraphs[0].style = document.styles["Heading 2"]
    for style, word in (("List Bullet", "twee"), ("Intense Quote", "drie"), ("macro", "vier")):
        cell.add_paragraph(word, style)
    cell.add_table(1, 2).cell(0, 1).text = "vijf"
    document.save(str(tmp_path / "cel.docx"))
    text = imported(tmp_path / "cel.docx", "nl")
    [row] = [line for line in body(text).splitlines() if "een" in line]
    assert row.strip("| ").replace("`", "") == "een twee drie vier vijf"
    assert any("meer alinea's" in what.nl for what in text.told)
    note = {"t": "Note", "c": [{"t": "BulletList", "c": [[{"t": "Plain", "c": words("in een lijst")}]]}]}
    tree = {
        "pandoc-api-version": [1, 23],
        "meta": {},
        "blocks": [{"t": "Para", "c": [*words("Slot."), note]}],
    }
    pandoc(json.dumps(tree), "--from", "json", "--output", str(tmp_path / "noot.docx"))
    assert "in een lijst" in body(imported(tmp_path / "noot.docx", "nl"))


def test_the_words_of_simple_fields_are_kept(tmp_path: Path) -> None:
    """As the number that Word puts into a caption, which Pandoc leaves out."""
    field = '<w:fldSimple w:instr=" SEQ Tabel "><w:r><w:t>zeven</w:t></w:r></w:fldSimple>'
    ruby = (
        "<w:r><w:ruby><w:rt><w:r><w:t>boven</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>acht</w:t></w:r>"
        "</w:rubyBase></w:ruby></w:r>"
    )
    path = paragraphs(tmp_path, "Tabel VELD laat het zien.")
    rewritten(path, "word/document.xml", lambda text: text.replace("</w:p>", f"{field}{ruby}</w:p>"))
    text = imported(path, "nl")
    assert "zienzevenacht" in (text.title + text.markdown).replace(".", "").replace(" ", "")


def test_a_part_that_is_too_large_is_not_unpacked(tmp_path: Path) -> None:
    path = paragraphs(tmp_path, "Een zin.")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/bom.bin", bytes(61_000_000))
    with pytest.raises(CannotRunError, match="60 MB"):
        imported(path, "nl")


def test_pictures_from_elsewhere_are_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "geheim.png").write_bytes(b"\x89PNG geheim")
    (tmp_path / "map").mkdir()
    inside = base64.b64encode(b"\x89PNG erin").decode()
    page = "".join(
        f'<p><img src="{address}"></p>'
        for address in (
            "../geheim.png",
            "http://127.0.0.1:9/x.png",
            "file:///etc/passwd",
            f"data:image/png;base64,{inside}",
        )
    )
    (tmp_path / "map/tekst.html").write_text(f"<h1>T</h1>{page}<script>alert(1)</script>", "utf-8")
    text = imported(tmp_path / "map/tekst.html", "nl")
    assert [one.raw for one in text.pictures] == [b"\x89PNG erin"]
    assert "script" not in body(text)


def test_a_caption_stays_with_its_picture(sample: Path, tmp_path: Path) -> None:
    Image.new("RGB", (40, 30), "teal").save(tmp_path / "beeld.png")
    made = Document()
    made.add_heading("Stuk", 0)
    made.add_picture(str(tmp_path / "beeld.png"))
    made.add_paragraph('Figuur 3. Het "beeld" | hier', "Caption")
    made.save(str(tmp_path / "stuk.docx"))
    assert command(sample, str(tmp_path / "stuk.docx"), "--yes").exit_code == 0
    text = (sample / "content/2026/trends/stuk.md").read_text("utf-8")
    assert r'![](../images/stuk-1.png "Het \"beeld\" / hier")' in text


def test_lists_of_one_sort_in_a_row_are_one(tmp_path: Path) -> None:
    made = Document()
    for style in ("List Bullet", "List Bullet 2", "List Number", "List Number"):
        made.add_paragraph(f"in {style}", style)
    made.save(str(tmp_path / "lijst.docx"))
    assert body(imported(tmp_path / "lijst.docx", "nl")).strip() == (
        "- in List Bullet\n- in List Bullet 2\n\n1.  in List Number\n2.  in List Number"
    )


def test_a_note_cannot_end_itself(tmp_path: Path) -> None:
    said = '[--> <script>alert(1)</script>]{.comment-start id="0" author="--> A" date="2026-01-02T00:00:00Z"}'
    path = document(tmp_path, f'X {said}y[]{{.comment-end id="0"}}.\n')
    lines = [line for line in body(imported(path, "nl")).splitlines() if line.startswith("<!--")]
    assert len(lines) == 1
    assert lines[0].count("-->") == 1
    assert lines[0].endswith("-->")


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("weg.docx", None, "bestaat niet"),
        ("oud.doc", b"\xd0\xcf\x11\xe0", ".docx"),
        ("kapot.docx", b"geen archief", "beschadigd"),
        ("slot.docx", b"\xd0\xcf\x11\xe0", "wachtwoord"),
        ("leeg.odt", b"", "beschadigd"),
    ],
)
def test_what_cannot_be_read_is_told(
    sample: Path, tmp_path: Path, name: str, raw: bytes | None, told: str
) -> None:
    if raw is not None:
        (tmp_path / name).write_bytes(raw)
    before = files(sample / "content")
    result = command(sample, str(tmp_path / name), "--yes")
    assert result.exit_code == 2
    assert told in result.stderr
    assert "Traceback" not in result.stderr
    assert files(sample / "content") == before


def test_an_archive_without_a_text_is_damaged(sample: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("x", "y")
    result = command(sample, str(tmp_path / "a.docx"), "--yes")
    assert result.exit_code == 2
    assert "beschadigd" in result.stderr


def command(report: Path, *arguments: str, answers: str | None = None) -> Result:
    return CliRunner().invoke(main, ["import", *arguments, "--root", str(report)], input=answers)


def test_an_entry_is_written_that_check_accepts_but_for_pictures(sample: Path, tmp_path: Path) -> None:
    before = {(one.code, str(one.location)) for one in check(sample).diagnostics}
    result = command(sample, str(document(tmp_path)), "--yes")
    assert result.exit_code == 0, result.output
    written_paths = [Path(line).relative_to(sample).as_posix() for line in result.stdout.splitlines()]
    assert written_paths == [
        "content/2026/images/een-verzonnen-titel-1.png",
        "content/2026/images/een-verzonnen-titel-2.png",
        "content/sources.yml",
        "content/2026/trends/een-verzonnen-titel.md",
    ]
    text = (sample / written_paths[-1]).read_text("utf-8")
    front = yaml.safe_load(text.split("---\n")[1])
    assert (front["title"], front["summary"], front["status"]) == (
        "Een verzonnen titel",
        "Wat er in het kort staat.",
        "draft",
    )
    assert "[@bureau-cijfers]" in text
    assert "![Een verzonnen beeld](../images/een-verzonnen-titel-1.png)" in text
    found = {(one.code, str(one.location)) for one in check(sample).diagnostics} - before
    assert {code for code, _ in found} == {"no-text-alternative"}


def test_somebody_answers(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trendrapport.commands.import_.can_ask", lambda: True)
    answers = "Een andere titel\n\nWat er op staat [echt]\n\n"
    result = command(sample, str(document(tmp_path)), answers=answers)
    assert result.exit_code == 0, result.output
    text = (sample / "content/2026/trends/een-andere-titel.md").read_text("utf-8")
    assert 'summary: "Wat er in het kort staat."' in text
    assert r"![Wat er op staat \[echt\]](../images/een-andere-titel-2.png)" in text


def test_a_known_source_is_used_and_nothing_is_replaced(sample: Path, tmp_path: Path) -> None:
    sources = sample / "content/sources.yml"
    sources.write_text(
        f"{sources.read_text('utf-8')}  - {{id: er-al, type: webpage, title: X, URL: 'https://example.org/cijfers/'}}\n",
        "utf-8",
    )
    before = files(sample / "content")
    path = document(tmp_path)
    assert command(sample, str(path), "--yes").exit_code == 0
    first = files(sample / "content")
    assert b"[@er-al]" in first["2026/trends/een-verzonnen-titel.md"]
    assert {name: first[name] for name in before} == before
    again = command(sample, str(path), "--yes")
    assert again.exit_code == 2
    assert "bestaat al" in again.stderr
    assert files(sample / "content") == first


@pytest.mark.parametrize("kind", ["page", "column", "interview", "instrument"])
def test_every_kind_of_text_can_be_imported(sample: Path, tmp_path: Path, kind: str) -> None:
    result = command(sample, str(document(tmp_path)), "--yes", "--kind", kind)
    assert result.exit_code == 0, result.output
    codes = {one.code for one in check(sample).diagnostics if one.severity.value == "error"}
    assert codes <= {"no-text-alternative"}


def test_a_kind_without_text_is_refused(sample: Path, tmp_path: Path) -> None:
    result = command(sample, str(document(tmp_path)), "--yes", "--kind", "person")
    assert result.exit_code == 2
    assert "heeft geen tekst" in result.stderr


@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=5))
@example(["\\:", "\\;"])
@settings(max_examples=15)
def test_no_words_are_lost_and_none_become_markup(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    """The Markdown of any words says these words, read back by another reader of CommonMark."""
    folder = tmp_path_factory.mktemp("woorden")
    plain = [" ".join(mended("".join(sign for sign in text if sign.isprintable())).split()) for text in texts]
    given_words = [f"Woord {text} einde." for text in plain]
    text = imported(paragraphs(folder, "Kop.", *given_words), "nl")
    tree = json.loads(pandoc(body(text), "--from", "commonmark", "--to", "json"))
    said = tree["blocks"][1:]
    assert [block["t"] for block in said] == ["Para"] * len(given_words)
    read = pandoc(json.dumps({**tree, "blocks": said}), "--from", "json", "--to", "plain", "--wrap=none")
    # Pandoc writes signs that are the same to Unicode in one way.
    assert normalize("NFC", read.decode()).split() == normalize("NFC", " ".join(given_words)).split()


def test_a_tree_is_written_without_markup_of_other_programs() -> None:
    tree = {
        "pandoc-api-version": [1, 23, 1],
        "meta": {},
        "blocks": [{"t": "Para", "c": words("<b> [@x] ![y](z) `q`")}],
    }
    assert "<b>" not in written(tree)
    assert "[@x]" not in written(tree)


TABLES = """---
title: Een verzonnen notitie
---

# Wat is er?

Tabel 1: Aanvragen per jaar

| jaar | aantal |
|------|--------|
| 2020 | 1.200  |
| 2021 | 1.350  |

Tekst erna.

| naam | functie   |
|------|-----------|
| Jan  | wethouder |
"""


def test_a_table_becomes_data_with_a_chart_when_told(sample: Path, tmp_path: Path) -> None:
    path = document(tmp_path, TABLES)
    told = command(sample, str(path), "--data", "1=aanvragen", "--set", "1.numbers=comma", "--yes")
    assert told.exit_code == 0, told.output
    assert (sample / "charts/data/aanvragen.csv").read_text("utf-8") == "jaar,aantal\n2020,1200\n2021,1350\n"
    descriptor = yaml.safe_load((sample / "charts/data/aanvragen.datapackage.yml").read_text("utf-8"))
    assert (descriptor["title"], descriptor["original"]["path"]) == (
        "Aanvragen per jaar",
        "tekst.docx, tabel 1",
    )
    assert 'title: "Aanvragen per jaar"' in (sample / "charts/aanvragen.yml").read_text("utf-8")
    [text] = sample.glob("content/*/trends/een-verzonnen-notitie.md")
    body = text.read_text("utf-8")
    assert "```figure aanvragen\n```\n\nTekst erna." in body
    assert "Tabel 1" not in body
    assert "| naam | functie" in body
    assert [one.code for one in check(sample).diagnostics] == []


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--data", "1=aanvragen"), 1, "1.numbers=comma"),
        (("--data", "3=aanvragen"), 2, "tabel 3"),
        (("--data", "aanvragen"), 2, "--data 1=aanvragen"),
        (("--data", "1=voorbeeldtabel"), 2, "bestaat al"),
        (("--data", "1=a", "--data", "1=b"), 2, "twee keer"),
        (("--data", "1=a", "--set", "2.numbers=comma"), 2, "2.numbers=comma"),
        (("--set", "1.numbers=comma"), 2, "geen gegevens wordt"),
    ],
)
def test_a_table_that_is_doubtful_or_not_there_writes_nothing(
    sample: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    (sample / "charts/data/voorbeeldtabel.csv").write_text("a,b\n", "utf-8")
    before, path = files(sample), document(tmp_path, TABLES)
    told = command(sample, str(path), *arguments)
    assert (told.exit_code, message in told.output) == (code, True), told.output
    assert {name: raw for name, raw in files(sample).items() if not name.startswith("build/")} == before


def test_without_being_told_tables_stay_tables(sample: Path, tmp_path: Path) -> None:
    text = imported(document(tmp_path, TABLES), "nl")
    assert [grid.has_numbers for grid in text.tables] == [True, False]
    shown = text.body([], [])
    assert "Tabel 1: Aanvragen per jaar\n\n| jaar | aantal |" in shown
    assert "\ufdd0" not in shown


CHANGED = """<text:tracked-changes>
<text:changed-region xml:id="ct1" text:id="ct1"><text:insertion><office:change-info>
<dc:creator>Jan</dc:creator><dc:date>2026-01-01T00:00:00</dc:date></office:change-info></text:insertion>
</text:changed-region>
<text:changed-region xml:id="ct2" text:id="ct2"><text:deletion><office:change-info>
<dc:creator>Piet</dc:creator><dc:date>2026-01-01T00:00:00</dc:date></office:change-info>
<text:p>oud</text:p></text:deletion></text:changed-region></text:tracked-changes>"""
COMMENT = (
    '<office:annotation office:name="c1"><dc:creator>Piet</dc:creator><dc:date>2026-01-02T00:00:00</dc:date>'
    "<text:p>Klopt dit?</text:p><text:p>Echt?</text:p></office:annotation>woord"
    '<office:annotation-end office:name="c1"/>'
)


def rewritten(path: Path, name: str, change: Callable[[str], str]) -> None:
    """Changes a part of a file of a word processor."""
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts[name] = change(parts[name].decode()).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for part, raw in parts.items():
            archive.writestr(part, raw)


def tracked_text(folder: Path) -> Path:
    """An OpenDocument text with a tracked insertion and deletion, and a comment."""

    def change(content: str) -> str:
        marks = '<text:change text:change-id="ct2"/><text:change-start text:change-id="ct1"/>nieuw'
        marks += '<text:change-end text:change-id="ct1"/>'
        content = content.replace("Een oud woord", f"Een {marks} {COMMENT}")
        return re.sub(r"(<office:text[^>]*>)", rf"\1{CHANGED}", content)

    path = document(folder, "# Kop\n\nEen oud woord staat hier.\n\nTweede alinea.\n", ".odt")
    rewritten(path, "content.xml", change)
    return path


def test_changes_and_comments_of_an_opendocument_text_are_those_of_word(tmp_path: Path) -> None:
    text = imported(tracked_text(tmp_path), "nl")
    assert "Een nieuw woord staat hier." in body(text)
    assert text.notes == ("Opmerking van Piet: Klopt dit? Echt?",)
    assert [told.nl for told in text.told] == [
        "Bijgehouden wijzigingen: 2 overgenomen, alsof u ze allemaal accepteert.",
        "Opmerkingen: 1. Ze staan in de tekst als <!-- ... -->, wat lezers niet zien.",
    ]


GOOGLE = """<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type">
<style type="text/css">
.lst-kix_ab12-0>li:before{content:"\\0025cf "}ol{margin:0;padding:0}.c1{font-weight:700}
.c2{color:#000000;font-style:italic;font-weight:400}.c3{font-weight:400}.title{padding-top:0pt}</style>
<title>Bestandsnaam</title></head><body class="c9 doc-content">
<p class="c4 title" id="h.abc"><span class="c3">Een verzonnen titel</span></p>
<p class="c4 subtitle" id="h.def"><span class="c3">Wat er in het &quot;kort&quot; staat.</span></p>
<h1 class="c5" id="h.ghi"><span class="c1">Wat is er?</span></h1>
<p class="c4"><span class="c3">Gewone tekst met&nbsp;</span><span class="c1">vet</span>
<span class="c3"> en </span><span class="c2">schuin</span><span class="c3"> en een </span><span class="c6"><a
class="c7" href="https://www.google.com/url?q=https://example.org/a?b%3D1%26c%3D2&amp;sa=D&amp;ust=17&amp;usg=AO">link</a></span><span
class="c3">.</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><sup><a href="#ftnt1"
id="ftnt_ref1">[1]</a></sup></p><p class="c4 c8"><span class="c3"></span></p>
<ul class="c0 lst-kix_ab12-0 start"><li class="c4 li-bullet-0"><span class="c3">een</span></li></ul>
<ul class="c0 lst-kix_ab12-1 start"><li class="c4 li-bullet-0"><span class="c3">dieper</span></li></ul>
<ul class="c0 lst-kix_ab12-0"><li class="c4 li-bullet-0"><span class="c3">twee</span></li></ul>
<p class="c4"><span><img alt="" src="images/image1.png" title=""></span></p>
<hr class="c10"><div><p class="c11"><a href="#ftnt_ref1" id="ftnt1">[1]</a><span class="c3">&nbsp;Een gewone
noot.</span></p></div>
<div class="c12"><p class="c11"><a href="#cmnt_ref1" id="cmnt1">[a]</a><span class="c3">Klopt
dit?</span></p></div></body></html>"""
"""A page with all that Google Docs writes in its own way; the text is invented."""


@pytest.mark.parametrize("end", [".html", ".zip"])
def test_a_page_of_google_docs_is_read_as_it_was_meant(tmp_path: Path, end: str) -> None:
    (tmp_path / "images").mkdir()
    Image.new("RGB", (40, 30), "teal").save(tmp_path / "images/image1.png")
    path = tmp_path / f"tekst{end}"
    if end == ".html":
        path.write_text(GOOGLE, "utf-8")
    else:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("Bestandsnaam.html", GOOGLE)
            archive.write(tmp_path / "images/image1.png", "images/image1.png")
    text = imported(path, "nl")
    assert (text.title, text.summary) == ("Een verzonnen titel", 'Wat er in het "kort" staat.')
    assert len(text.pictures) == 1
    assert text.notes == ("Opmerking van iemand: Klopt dit?",)
    assert body(text) == (
        "## Wat is er?\n\n"
        "Gewone tekst met **vet** en *schuin* en een [link](https://example.org/a?b=1&c=2).[^1]\n\n"
        "<!-- Opmerking van iemand: Klopt dit? -->\n\n"
        "- een\n  - dieper\n- twee\n\n"
        "![](x0.png)\n\n"
        "[^1]: Een gewone noot.\n"
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("oud.doc", "voor 2007"),
        ("oud.pdf", "PDF"),
        ("cijfers.xls", "data add"),
        ("iets.rtf", "geen DOCX"),
        ("leeg.zip", "Google Docs"),
    ],
)
def test_other_files_are_refused_with_what_to_do(
    sample: Path, tmp_path: Path, name: str, message: str
) -> None:
    with zipfile.ZipFile(tmp_path / name, "w") as archive:
        archive.writestr("a.txt", "")
    told = command(sample, str(tmp_path / name))
    assert (told.exit_code, message in told.output) == (2, True), told.output
    assert ".docx" in told.output or "data add" in told.output


def test_markdown_of_another_program_is_imported(sample: Path, tmp_path: Path) -> None:
    """Such as Google Docs saves it, with its pictures in it, or an old Windows program in its encoding."""
    picture = base64.b64encode(b"\x89PNG erin").decode()
    blocks = [
        "# Een verzonnen stuk",
        "Tekst over caf\u00e9s met **vet** en een noot.[^1]",
        "![Een vlak][image1]",
        "| a | b |\r\n|---|---|\r\n| c | d |",
        "[^1]: Zomaar.",
        f"[image1]: <data:image/png;base64,{picture}>",
    ]
    (tmp_path / "stuk.md").write_bytes("\r\n\r\n".join(blocks).encode("cp1252"))
    result = command(sample, str(tmp_path / "stuk.md"), "--yes")
    assert result.exit_code == 0, result.output
    made = next(sample.glob("content/*/trends/een-verzonnen-stuk.md")).read_text("utf-8")
    assert "Tekst over caf\u00e9s met **vet** en een noot.[^1]" in made
    assert "![Een vlak](../images/een-verzonnen-stuk-1.png)" in made
    assert "| c" in made
