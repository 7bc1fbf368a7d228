"""Word documents that colleagues review, and what comes back. All content here is invented."""

from __future__ import annotations

import random
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from click.testing import CliRunner, Result
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from conftest import DUTCH, dutch_report
from test_importing import tracked_text
from trendrapport.cli import main
from trendrapport.files.source import markdown_source
from trendrapport.importing.opening import opened
from trendrapport.report.load import load
from trendrapport.report.report import Report
from trendrapport.reviewing.compared import Compared
from trendrapport.reviewing.comparing import compare
from trendrapport.reviewing.looks import seen, seen_after
from trendrapport.reviewing.paragraphs import NOTES, Paragraph, Returned
from trendrapport.reviewing.pictures import placed
from trendrapport.reviewing.pieces import Kind, Piece
from trendrapport.reviewing.returned import returned
from trendrapport.reviewing.reviewed import Reviewed, reviewed
from trendrapport.reviewing.signs import DELETED, EMPHASIS, NOTE, STRONG, plain, settled, text_of
from trendrapport.reviewing.word import word_file
from trendrapport.reviewing.wording import turns
from trendrapport.runtime.cache import Cache

PATH = "content/2023/trends/digitale-veiligheid.md"
TEXT = """---
# Een opmerking die blijft.
title: Een verzonnen titel   # van de redactie
summary: >-
  Een samenvatting die over
  twee regels loopt.
kind: analysis
categories: [maatschappelijk]
horizon: nu
impact: 3
certainty: 3
stance: watch
actions:
  raad:
    - Vraag om een plan.   # eerste
    - "Lees: het plan."
  college: [Doe iets., Doe meer.]
drivers:
  - Alleen dit.
key_figures: [woo-budget]
---
Een alinea met **vet werk**, *nadruk* en een [verwijzing](../trends/algoritmen.md) naar iets [@bron-1].
Deze zin staat op een tweede regel, met [een link](https://example.org/a) en `code`.

<!-- Niemand ziet dit. -->

## Een kop

- eerste punt
- tweede punt[^noot]
  - dieper

1. een
2. twee

| naam | aantal |
|------|-------:|
| a    | 1      |
| b    | 12     |

> [!TIP] Let op
> Een kader met *woorden*.

```figure woningen
```

Slot met \\*ster en &amp; teken.

[^noot]: Een noot met **vet**.
"""


@pytest.fixture(scope="module")
def report() -> Report:
    """The invented report in `tests/dutch`."""
    return read(DUTCH)


def read(root: Path) -> Report:
    with TemporaryDirectory() as kept, Cache(Path(kept) / "cache.sqlite") as cache:
        return load(root, cache)[0]


def written(report: Report, text: str) -> Reviewed:
    """An entry with this text."""
    source, _ = markdown_source(PATH, text)
    assert source
    return reviewed(report, replace(report.by_path[PATH], source=source))


def came_back(
    report: Report, one: Reviewed, folder: Path, change: Callable[[WordDocument], None]
) -> Compared:
    """What a document says after somebody changed it."""
    path = folder / "terug.docx"
    path.write_bytes(word_file(report, one))
    document = docx.Document(str(path))
    change(document)
    document.save(str(path))
    return compared(report, one, path)


def compared(report: Report, one: Reviewed, path: Path) -> Compared:
    tree, _ = opened(path)
    return compare(report, one, returned(tree))


def with_text(document: WordDocument, text: str) -> WordParagraph:
    body = document.element.body.iter(qn("w:p"))
    return next(one for one in (WordParagraph(found, document) for found in body) if text in one.text)


def changing(old: str, new: str) -> Callable[[WordDocument], None]:
    """Somebody who puts something in the place of words that look the same."""

    def change(document: WordDocument) -> None:
        for run in with_text(document, old).runs:
            if old in run.text:
                run.text = run.text.replace(old, new)

    return change


def removing(text: str) -> Callable[[WordDocument], None]:
    def change(document: WordDocument) -> None:
        element = with_text(document, text)._p  # noqa: SLF001
        element.getparent().remove(element)

    return change


def adding(after: str, like: str, text: str) -> Callable[[WordDocument], None]:
    """Somebody who writes a paragraph in the style of another."""

    def change(document: WordDocument) -> None:
        made = document.add_paragraph(text, style=with_text(document, like).style)
        properties = with_text(document, like)._p.pPr  # noqa: SLF001
        made._p.replace(made._p.pPr, properties.__copy__())  # noqa: SLF001
        with_text(document, after)._p.addnext(made._p)  # noqa: SLF001

    return change


def diff(found: Compared, before: str = TEXT) -> tuple[list[str], list[str]]:
    """The lines that go and come."""
    after = found.texts.get(PATH, before)
    old, new = before.split("\n"), after.split("\n")
    return [line for line in old if line not in new], [line for line in new if line not in old]


FIRST = TEXT.split("---\n")[2].split("\n")[0]
CHANGES = {
    "a word beside markup": (
        changing("Een alinea met", "Deze alinea heeft"),
        FIRST,
        FIRST.replace("Een alinea met", "Deze alinea heeft"),
    ),
    "a word within markup": (
        changing("vet werk", "dik werk"),
        FIRST,
        FIRST.replace("vet werk", "dik werk"),
    ),
    "signs that mean something in Markdown": (
        changing("tweede regel", "2*3 regel [x] <b> _nadruk_"),
        "Deze zin staat op een tweede regel, met [een link](https://example.org/a) en `code`.",
        "Deze zin staat op een 2\\*3 regel \\[x\\] \\<b> \\_nadruk\\_, met [een link](https://example.org/a) "
        "en `code`.",
    ),
    "a title with a comment": (
        changing("verzonnen titel", "verzonnen: titel"),
        "title: Een verzonnen titel   # van de redactie",
        'title: "Een verzonnen: titel"   # van de redactie',
    ),
    "a folded summary": (
        changing("twee regels loopt", "meer dan twee regels loopt"),
        "  twee regels loopt.",
        "  meer dan twee regels\n  loopt.",
    ),
    "an item between quotation marks": (
        changing("het plan.", 'het "plan".'),
        '    - "Lees: het plan."',
        '    - "Lees: het \\"plan\\"."',
    ),
    "an item of a list in brackets": (
        changing("Doe meer.", "Doe veel meer."),
        "  college: [Doe iets., Doe meer.]",
        "  college: [Doe iets., Doe veel meer.]",
    ),
    "a cell": (changing("12", "13"), "| b    | 12     |", "| b    | 13     |"),
    "a heading": (changing("Een kop", "Een #andere kop"), "## Een kop", "## Een #andere kop"),
    "a frame": (
        changing("woorden", "veel woorden"),
        "> Een kader met *woorden*.",
        "> Een kader met *veel woorden*.",
    ),
    "a new item": (
        adding("eerste punt", "eerste punt", "1. nieuw"),
        "",
        "- 1\\. nieuw",
    ),
    "a new action": (adding("Lees: het plan", "Vraag om", "Nog iets: doen."), "", '    - "Nog iets: doen."'),
    "a new paragraph": (adding("tweede regel", "tweede regel", "# Geen kop."), "", "\\# Geen kop."),
    "an item that goes": (removing("eerste punt"), "- eerste punt", ""),
    "an action that goes": (removing("Lees: het plan"), '    - "Lees: het plan."', ""),
    "a paragraph that goes": (removing("Slot met"), "Slot met \\*ster en &amp; teken.", ""),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_written_where_it_belongs(report: Report, tmp_path: Path, name: str) -> None:
    change, gone, come = CHANGES[name]
    found = came_back(report, written(report, TEXT), tmp_path, change)
    assert (found.left, found.is_older) == ((), False)
    assert len(found.changes) == 1
    assert diff(found) == (gone.split("\n") if gone else [], come.split("\n") if come else [])


def test_a_note_is_changed_where_it_is_written(report: Report, tmp_path: Path) -> None:
    one, path = written(report, TEXT), tmp_path / "terug.docx"
    path.write_bytes(word_file(report, one))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    notes = "word/footnotes.xml"
    parts[notes] = parts[notes].replace(b"Een noot", b"Een voetnoot").replace(b"Verzonnen bron", b"Mijn bron")
    with zipfile.ZipFile(path, "w") as archive:
        for name, raw in parts.items():
            archive.writestr(name, raw)
    found = compared(report, one, path)
    assert diff(found) == (["[^noot]: Een noot met **vet**."], ["[^noot]: Een voetnoot met **vet**."])
    [left] = found.left
    assert "sources.yml" in left.why.nl


def test_a_key_figure_is_changed_in_its_own_file(tmp_path: Path) -> None:
    root = tmp_path / "report"
    dutch_report(root)
    name = next(
        iter(re.findall(r"^([a-z0-9-]+):$", (root / "content/2023/key_figures.yml").read_text("utf-8"), re.M))
    )
    report = read(root)
    one = written(report, TEXT.replace("woo-budget", name))
    title = next(piece for piece in one.pieces if piece.path.endswith("key_figures.yml")).key
    found = came_back(report, one, tmp_path, changing(title, "Een andere naam"))
    [path] = found.texts
    assert path == "content/2023/key_figures.yml"
    assert "title: Een andere naam\n" in found.texts[path]


LEFT = {
    "a block of the report": (removing("[Figuur"), "blok"),
    "the only item of a list": (removing("Alleen dit."), "enige punt"),
    "a label": (changing("Gemeenteraad", "Raad"), "kopje van het document"),
    "an item of a list in brackets": (removing("Doe meer."), "bijzondere vorm"),
    "the title": (removing("Een verzonnen titel"), "veld"),
    "a label that goes": (removing("Gemeenteraad"), "kopje van het document"),
}


@pytest.mark.parametrize("name", LEFT)
def test_what_cannot_be_taken_back_is_told(report: Report, tmp_path: Path, name: str) -> None:
    change, why = LEFT[name]
    found = came_back(report, written(report, TEXT), tmp_path, change)
    assert found.texts == {}
    [left] = found.left
    assert why in left.why.nl
    assert left.spot.path == PATH
    assert left.why.nl != left.why.en


def test_rows_and_looks_where_a_file_has_none_are_told(report: Report, tmp_path: Path) -> None:
    def change(document: WordDocument) -> None:
        with_text(document, "Lees: het plan").runs[0].bold = True
        table = document.tables[0]
        row = table.add_row()
        row.cells[0].text, row.cells[1].text = "c", "3"

    found = came_back(report, written(report, TEXT), tmp_path, change)
    reasons = " ".join(left.why.nl for left in found.left)
    for part in ("opmaak", "rijen"):
        assert part in reasons
    assert (found.changes, found.texts) == ((), {})


def bold(text: str) -> Callable[[WordDocument], None]:
    """Somebody who makes words bold that look alike, and no others."""

    def change(document: WordDocument) -> None:
        run = next(run for run in with_text(document, text).runs if text in run.text)
        before, after = run.text.split(text)
        for words, is_bold in ((after, False), (text, True)):
            copied = run._r.__copy__()  # noqa: SLF001
            run._r.addnext(copied)  # noqa: SLF001
            made = type(run)(copied, run._parent)  # noqa: SLF001
            made.text, made.bold = words, is_bold or None
        run.text = before

    return change


def plainly(text: str) -> Callable[[WordDocument], None]:
    """Somebody who takes all looks from words."""

    def change(document: WordDocument) -> None:
        run = next(run for run in with_text(document, text).runs if text in run.text)
        run._r.remove(run._r.rPr)  # noqa: SLF001

    return change


def leading(address: str) -> Callable[[WordDocument], None]:
    """Somebody who makes the first link lead elsewhere."""

    def change(document: WordDocument) -> None:
        relation = next(one for one in document.part.rels.values() if one.is_external)
        relation._target = address  # noqa: SLF001

    return change


def unlinked(document: WordDocument) -> None:
    link = next(document.element.body.iter(qn("w:hyperlink")))
    for run in list(link):
        link.addprevious(run)
    link.getparent().remove(link)


def like(text: str, other: str) -> Callable[[WordDocument], None]:
    """Somebody who makes a paragraph one of the sort of another."""

    def change(document: WordDocument) -> None:
        paragraph, model = (with_text(document, one)._p for one in (text, other))  # noqa: SLF001
        paragraph.replace(paragraph.pPr, model.pPr.__copy__())

    return change


SECOND = "Deze zin staat op een tweede regel, met [een link](https://example.org/a) en `code`."
LOOKS = {
    "bold words": (bold("tweede regel"), SECOND, SECOND.replace("tweede regel", "**tweede regel**")),
    "bold words over the end of a line": (
        bold("iets"),
        FIRST,
        FIRST.replace("iets", "**iets**"),
    ),
    "words that are bold no longer": (plainly("vet werk"), FIRST, FIRST.replace("**", "")),
    "bold in an item": (bold("dieper"), "  - dieper", "  - **dieper**"),
    "bold in a frame": (bold("kader"), "> Een kader met *woorden*.", "> Een **kader** met *woorden*."),
    "bold in a cell": (bold("12"), "| b    | 12     |", "| b    | **12**     |"),
    "another link": (
        leading("https://example.org/elders_(b)"),
        SECOND,
        SECOND.replace("https://example.org/a", "https://example.org/elders_%28b%29"),
    ),
    "a link that is gone": (
        unlinked,
        SECOND,
        SECOND.replace("[een link](https://example.org/a)", "een link"),
    ),
    "a paragraph that became a heading": (
        like("Slot met", "Een kop"),
        "Slot met \\*ster en &amp; teken.",
        "## Slot met \\*ster en &amp; teken.",
    ),
    "a paragraph that became an item": (
        like("Slot met", "eerste punt"),
        "Slot met \\*ster en &amp; teken.",
        "- Slot met \\*ster en &amp; teken.",
    ),
    "an item that became a paragraph": (like("eerste punt", "Slot met"), "- eerste punt", "eerste punt"),
    "a heading that became a paragraph": (like("Een kop", "Slot met"), "## Een kop", "Een kop"),
}


@pytest.mark.parametrize("name", LOOKS)
def test_how_words_look_and_lead_is_taken(report: Report, tmp_path: Path, name: str) -> None:
    change, gone, come = LOOKS[name]
    found = came_back(report, written(report, TEXT), tmp_path, change)
    assert found.left == ()
    assert len(found.changes) == 1
    assert diff(found) == ([gone], [come])


def test_new_words_and_looks_of_a_paragraph_are_taken_together(report: Report, tmp_path: Path) -> None:
    def change(document: WordDocument) -> None:
        changing("Een alinea met", "Deze alinea heeft")(document)
        plainly("vet werk")(document)
        bold("tweede regel")(document)

    found = came_back(report, written(report, TEXT), tmp_path, change)
    assert (len(found.changes), found.left) == (1, ())
    assert diff(found)[1] == [
        FIRST.replace("Een alinea met **vet werk**", "Deze alinea heeft vet werk"),
        SECOND.replace("tweede regel", "**tweede regel**"),
    ]


def test_paragraphs_that_became_items_are_one_list(report: Report, tmp_path: Path) -> None:
    text = TEXT.replace("Slot met", "Een slot.\n\nNog een slot.\n\nSlot met")

    def change(document: WordDocument) -> None:
        for words in ("Een slot.", "Nog een slot.", "Slot met"):
            like(words, "eerste punt")(document)

    found = came_back(report, written(report, text), tmp_path, change)
    assert (len(found.changes), found.left) == (3, ())
    assert "\n\n- Een slot.\n- Nog een slot.\n- Slot met \\*ster en &amp; teken.\n\n" in found.texts[PATH]


@pytest.mark.parametrize("comment", ["Slot <!-- stil --> met", "Slot<!-- stil --> met"])
def test_a_comment_in_a_paragraph_is_not_lost(report: Report, tmp_path: Path, comment: str) -> None:
    """It stays where it is, or it is told that the paragraph cannot be written anew."""
    text = TEXT.replace("Slot met", comment)
    found = came_back(report, written(report, text), tmp_path, bold("teken"))
    assert comment in found.texts.get(PATH, text)
    assert len(found.changes) + len(found.left) == 1


def test_comments_have_their_place(report: Report, tmp_path: Path) -> None:
    def change(document: WordDocument) -> None:
        document.add_comment(with_text(document, "tweede punt").runs[0], "Klopt dit?", "Jan Jansen", "JJ")
        cell = document.tables[0].rows[2].cells[1].paragraphs[0]
        document.add_comment(cell.runs, "En dit?", "Piet", "P")

    found = came_back(report, written(report, TEXT), tmp_path, change)
    assert (found.changes, found.left) == ((), ())
    lines = TEXT.split("\n")
    told = [(said.comment.author, said.comment.text, lines[said.spot.line - 1]) for said in found.comments]
    assert told == [
        ("Jan Jansen", "Klopt dit?", "- tweede punt[^noot]"),
        ("Piet", "En dit?", "| b    | 12     |"),
    ]
    assert [said.comment.about for said in found.comments] == ["tweede punt", "12"]


def track(document: WordDocument) -> None:
    """Word's own marks of an insertion, a deletion and a paragraph end that is gone."""
    run = with_text(document, "Slot met").runs[0]._r  # noqa: SLF001
    who = {qn("w:id"): "1", qn("w:author"): "Jan", qn("w:date"): "2026-01-01T00:00:00Z"}
    text = run.find(qn("w:t"))
    deleted, inserted = (run.makeelement(qn(f"w:{tag}"), who) for tag in ("del", "ins"))
    gone, come = run.__copy__(), run.__copy__()
    gone[-1].text, gone[-1].tag = "Slot", qn("w:delText")
    come.find(qn("w:t")).text = "Einde"
    deleted.append(gone)
    inserted.append(come)
    text.text = text.text.removeprefix("Slot")
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.addprevious(deleted)
    run.addprevious(inserted)


def test_tracked_changes_are_read_as_accepted_and_counted(report: Report, tmp_path: Path) -> None:
    found = came_back(report, written(report, TEXT), tmp_path, track)
    assert found.tracked == (("Jan", 2),)
    assert diff(found) == (["Slot met \\*ster en &amp; teken."], ["Einde met \\*ster en &amp; teken."])


def test_changes_and_comments_of_an_opendocument_text_are_those_of_word(tmp_path: Path) -> None:
    came = returned(opened(tracked_text(tmp_path))[0])
    assert [paragraph.key for paragraph in came.paragraphs][1] == "Een nieuw woord staat hier."
    assert dict(came.tracked) == {"Jan": 1, "Piet": 1}
    [comment] = came.comments
    assert (comment.author, comment.day, comment.about) == ("Piet", "2026-01-02", "woord")


def test_an_older_document_is_told(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "terug.docx"
    path.write_bytes(word_file(report, written(report, TEXT)))
    newer = written(report, TEXT.replace("eerste punt", "ander punt"))
    found = compared(report, newer, path)
    assert found.is_older
    assert found.stamped == PATH
    assert len(found.changes) == 1


def test_every_text_of_a_report_comes_back_as_it_went(report: Report, tmp_path: Path) -> None:
    unchanged(report, tmp_path)


def unchanged(report: Report, folder: Path) -> None:
    """Holds for every text of a report."""
    path = folder / "terug.docx"
    for entry in report.texts:
        if entry.source.path.endswith(".md"):
            one = reviewed(report, entry)
            path.write_bytes(word_file(report, one))
            found = compared(report, one, path)
            assert (found.says_nothing, found.texts, found.is_older) == (True, {}, False), entry.source.path


FRAGMENTS = (
    "woord", "en nog een", "**vet**", "*schuin*", "_laag_", "~~weg~~", "`code x`", "a_b_c", "2*3",
    "[link](https://example.org/a(b)?c=d&e)", "[naar](../trends/algoritmen.md)", "<https://example.org>",
    "www.example.org", "[@bron-1]", "[@bron-1; @bron-9, p. 3]", "[@fig:woningen]", "[^noot]", "\\*ster\\*",
    "&amp;", "&euro;", "&nbsp;", "niet\u00a0breken", "zacht\u00adstreepje", "\u201caanhaling\u201d", "'s",
    "m²",
    "<!-- stil -->", "<b>", "![beeld](x.png)", '![beeld](x.png "Een bijschrift | Jan")', "é", "\U0001f600",
    "…", "***beide***", "**vet *en schuin***", "[**vet** in link](https://example.org/)", "\\", "|",
    "\t", "  ",
    "www", "1.", "#", "-", "`` ` ``", "[x]", "[a][b]",
)  # fmt: skip
BLOCKS = (
    "{0}", "## {0}", "- {0}\n- {1}\n  - {2}", "1. {0}\n2. {1}", "> {0}", "> [!NOTE] {0}\n> {1}",
    "| {0} | b |\n|---|---|\n| {1} | {2} |", "{0}\n: {1}", "```figure woningen\n```", "    code", "---",
    "<!-- {0} -->", "- {0}\n\n  {1}", "{0}\n{1}\n{2}", "{0}\\\n{1}", "<div>{0}</div>", "Kop\n---",
)  # fmt: skip
LINES = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=6).map(" ".join)
BODIES = st.lists(st.tuples(st.sampled_from(BLOCKS), LINES, LINES, LINES), min_size=1, max_size=6)
FRONT = TEXT.partition("\nEen alinea")[0]


def body_of(blocks: list[tuple[str, str, str, str]]) -> str:
    made = "\n\n".join(block.format(*lines) for block, *lines in blocks)
    return f"{FRONT}\n{made}\n\n[^noot]: Een noot.\n"


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(BODIES)
def test_any_text_comes_back_as_it_went(
    report: Report, tmp_path: Path, blocks: list[tuple[str, str, str, str]]
) -> None:
    one, path = written(report, body_of(blocks)), tmp_path / "terug.docx"
    path.write_bytes(word_file(report, one))
    found = compared(report, one, path)
    assert (found.changes, found.left, found.comments, found.texts) == ((), (), (), {})


def shown(one: Reviewed) -> list[Piece]:
    return [piece for piece in one.pieces if piece.key]


def as_returned(one: Reviewed) -> Returned:
    """A document that came back as it went, without Word and Pandoc."""
    came = Returned()
    for piece in shown(one):
        signs = []
        for sign in piece.compared:
            if sign.is_note:
                came.notes.append(one.notes[sign.shown.removeprefix(NOTE)].compared)
                sign = replace(sign, shown=f"{NOTE}{NOTES + len(came.notes) - 1}")
            signs.append(sign)
        cell = piece.cell
        place = {"table": cell.table, "row": cell.row, "column": cell.column} if cell else {}
        came.paragraphs.append(Paragraph(piece.kind, tuple(signs), piece.level - 1, **place))
    return came


TYPED = st.text("ab *_[]<>`#-|\\&;1.:\"'{}@!~\n\u201c\u00e9", min_size=1, max_size=12)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(BODIES, TYPED, st.randoms(use_true_random=False))
def test_nothing_is_lost_and_nothing_else_changes(
    report: Report, blocks: list[tuple[str, str, str, str]], typed: str, chance: random.Random
) -> None:
    """Whatever somebody types somewhere is in the file or told, and the lines of other pieces stay."""
    text = body_of(blocks)
    one = written(report, text)
    came = as_returned(one)
    number = chance.randrange(len(came.paragraphs))
    paragraph, piece = came.paragraphs[number], shown(one)[number]
    place = chance.randrange(len(paragraph.signs) + 1)
    end = min(len(paragraph.signs), place + chance.choice((0, 0, 3, 40)))
    new = settled([*paragraph.signs[:place], *plain(typed), *paragraph.signs[end:]])
    came.paragraphs[number] = replace(paragraph, signs=new)
    found = compare(report, one, came)
    if new != paragraph.signs and piece.key != replace(paragraph, signs=new).key:
        assert found.changes or found.left or not new
    for path, after in found.texts.items():
        assert path == PATH
        again = written(report, after)
        assert [other.key for other in others(again, number)] == [other.key for other in others(one, number)]
        assert again.entry.source.data["kind"] == "analysis"
        assert "# Een opmerking die blijft." in after


FACES = st.sampled_from([{STRONG}, {EMPHASIS}, {DELETED}, {STRONG, EMPHASIS}, set[str]()])
ADDRESSES = st.sampled_from(["", "https://example.org/nieuw", "https://example.org/a(b)", "mailto:a@b.nl"])
SORTS = st.sampled_from([(Kind.HEADING, 1), (Kind.HEADING, 2), (Kind.ITEM, 0), (Kind.PARAGRAPH, 0), None])


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(BODIES, FACES, ADDRESSES, SORTS, st.booleans(), st.randoms(use_true_random=False))
def test_looks_and_sorts_are_taken_or_told(
    report: Report,
    blocks: list[tuple[str, str, str, str]],
    faces: set[str],
    address: str,
    sort: tuple[Kind, int] | None,
    leads: bool,  # noqa: FBT001
    chance: random.Random,
) -> None:
    """Whatever somebody makes of words: it is in the file as wanted, or told, and nothing else changes."""
    text = body_of(blocks)
    one = written(report, text)
    came, number = as_returned(one), chance.randrange(len(shown(one)))
    paragraph, piece = came.paragraphs[number], shown(one)[number]
    start = chance.randrange(len(paragraph.signs))
    end = start + chance.choice((1, 5, 40))
    made = []
    for place, sign in enumerate(paragraph.signs):
        if start <= place < end and not sign.is_note:
            sign = replace(sign, face=frozenset(faces), link=address if leads else sign.link)
        made.append(sign)
    new = replace(paragraph, signs=tuple(made))
    if sort and paragraph.kind is not Kind.CELL:
        new = replace(new, kind=sort[0], level=sort[1])
    came.paragraphs[number] = new
    found = compare(report, one, came)
    after = found.texts.get(PATH, text)
    again = written(report, after)
    assert [other.key for other in shown(again)] == [other.key for other in shown(one)]
    looks = [
        (seen(was.compared), seen(now.compared)) for was, now in zip(shown(one), shown(again), strict=True)
    ]
    assert [was for place, (was, _) in enumerate(looks) if place != number] == [
        now for place, (_, now) in enumerate(looks) if place != number
    ]
    assert after.count("<!-- stil -->") == text.count("<!-- stil -->")
    assert after.count("(../trends/algoritmen.md)") == text.count("(../trends/algoritmen.md)") or leads
    if found.changes and not found.left and piece.at is None:
        wanted = turns(piece.compared, new.signs)
        is_quiet = piece.kind is Kind.HEADING or piece.style == "CalloutTitle" or piece.style == "Term"
        is_head = piece.cell is not None and piece.cell.row == 1
        assert looks[number][1] == seen_after(wanted) or is_quiet or is_head


def others(one: Reviewed, number: int) -> Iterator[Piece]:
    for place, piece in enumerate(shown(one)):
        if place != number:
            yield piece


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--root", str(root)])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    root = tmp_path / "report"
    dutch_report(root)
    shutil.rmtree(root / "build", ignore_errors=True)
    return root


def test_a_text_goes_out_and_comes_back(copy: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit"
    made = run(copy, "export-word", "2023/trends/digitale-veiligheid", "--output", str(out))
    assert (made.exit_code, made.stdout) == (0, f"{out / 'digitale-veiligheid.docx'}\n")
    file, before = out / "digitale-veiligheid.docx", (copy / PATH).read_bytes()
    same = run(copy, "import", str(file), "--into", PATH, "--write")
    assert (same.exit_code, (copy / PATH).read_bytes()) == (0, before)
    document = docx.Document(str(file))
    changing("Een kort verzinsel", "Een lang verzinsel")(document)
    document.save(str(file))
    shown = run(copy, "import", str(file), "--into", PATH)
    assert (shown.exit_code, (copy / PATH).read_bytes()) == (1, before)
    assert (
        f"{PATH}:3 Samenvatting\n  Een [-kort-]{{+lang+}} verzinsel met een duidelijke les." in shown.output
    )
    assert "--write" in shown.output
    done = run(copy, "import", str(file), "--into", PATH, "--write")
    after = before.replace(b"Een kort verzinsel", b"Een lang verzinsel")
    assert (done.exit_code, (copy / PATH).read_bytes()) == (0, after)
    again = run(copy, "export-word", "2023/trends/digitale-veiligheid", "--output", str(out))
    assert again.exit_code == 2
    assert "bestaat al" in again.output


def test_an_older_document_is_not_written_by_itself(copy: Path, tmp_path: Path) -> None:
    run(copy, "export-word", PATH, "--output", str(tmp_path))
    file = tmp_path / "digitale-veiligheid.docx"
    text = (copy / PATH).read_text("utf-8")
    (copy / PATH).write_text(text.replace("duidelijke les", "andere les"), "utf-8")
    refused = run(copy, "import", str(file), "--into", PATH, "--write")
    assert (refused.exit_code, "andere les" in (copy / PATH).read_text("utf-8")) == (2, True)
    assert "--older" in refused.output
    run(copy, "import", str(file), "--into", PATH, "--write", "--older")
    assert (copy / PATH).read_text("utf-8") == text


def test_line_ends_and_the_mark_of_a_file_stay(copy: Path, tmp_path: Path) -> None:
    raw = (copy / PATH).read_bytes()
    windows = b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n")
    (copy / PATH).write_bytes(windows)
    run(copy, "export-word", PATH, "--output", str(tmp_path))
    file = tmp_path / "digitale-veiligheid.docx"
    document = docx.Document(str(file))
    changing("Een kort verzinsel", "Een lang verzinsel")(document)
    document.save(str(file))
    run(copy, "import", str(file), "--into", PATH, "--write")
    assert (copy / PATH).read_bytes() == windows.replace(b"Een kort", b"Een lang")


def test_an_edition_is_written_in_folders(copy: Path, tmp_path: Path) -> None:
    made = run(copy, "export-word", "--edition", "2020", "--output", str(tmp_path / "uit"))
    assert made.exit_code == 0
    paths = sorted(
        file.relative_to(tmp_path / "uit").as_posix() for file in (tmp_path / "uit").rglob("*.docx")
    )
    texts = sorted((copy / "content/2020").rglob("*.md"))
    assert paths == [file.relative_to(copy / "content").with_suffix(".docx").as_posix() for file in texts]


@pytest.mark.parametrize(
    ("line", "told"),
    [("status: draft", "(concept)"), ("publish: 2999-01-01", "(nog niet gepubliceerd: vanaf 2999-01-01)")],
)
def test_what_readers_do_not_get_yet_is_told(copy: Path, tmp_path: Path, line: str, told: str) -> None:
    text = (copy / PATH).read_text("utf-8").replace("status: final\n", "")
    (copy / PATH).write_text(text.replace("kind: analysis\n", f"kind: analysis\n{line}\n"), "utf-8")
    made = run(copy, "export-word", PATH, "--output", str(tmp_path))
    assert (made.exit_code, told in made.stdout) == (0, True), made.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Noem een tekst"),
        (("bestaat-niet",), "bestaat niet"),
        (("digitale-veiligheid",), "kan meer teksten zijn"),
        (("--edition", "1999"), "bestaat niet"),
    ],
)
def test_what_cannot_be_exported_is_told(copy: Path, arguments: tuple[str, ...], message: str) -> None:
    told = run(copy, "export-word", *arguments, "--output", str(copy / "uit"))
    assert told.exit_code == 2
    assert message in told.output
    assert not (copy / "uit").exists()


def test_a_text_that_the_report_cannot_take_is_no_unknown_one(copy: Path) -> None:
    (copy / "content/2023/trends/caf\u00e9.md").write_text(TEXT, "utf-8")
    told = run(copy, "export-word", "caf\u00e9", "--output", str(copy / "uit"))
    assert (told.exit_code, "staat een fout" in told.output) == (2, True), told.output


def test_changes_are_tracked_and_bytes_are_the_same_each_time(report: Report, tmp_path: Path) -> None:
    one = written(report, TEXT)
    raw = word_file(report, one)
    assert raw == word_file(report, one)
    path = tmp_path / "uit.docx"
    path.write_bytes(raw)
    with zipfile.ZipFile(path) as archive:
        assert b"<w:trackRevisions/>" in archive.read("word/settings.xml")


def test_no_number_is_taken_of_a_table_with_merged_cells(report: Report, tmp_path: Path) -> None:
    """What is in which column is then unsure: a number would come twice, or in the wrong column."""

    def across(document: WordDocument) -> None:
        cells = document.tables[0].rows[2].cells
        cells[0].merge(cells[1])

    def down(document: WordDocument) -> None:
        rows = document.tables[0].rows
        rows[1].cells[0].merge(rows[2].cells[0])

    for change in (across, down):
        found = came_back(report, written(report, TEXT), tmp_path, change)
        assert (found.changes, found.texts) == ((), {})
        assert "samengevoegd" in " ".join(left.why.nl for left in found.left)


def test_a_list_from_which_every_item_goes_stays(report: Report, tmp_path: Path) -> None:
    def change(document: WordDocument) -> None:
        for text in ("Vraag om een plan.", "Lees: het plan"):
            removing(text)(document)

    found = came_back(report, written(report, TEXT), tmp_path, change)
    assert (found.changes, found.texts) == ((), {})
    assert ["geen punt" in left.why.nl for left in found.left] == [True, True]


def test_a_document_of_another_text_is_not_written_by_itself(copy: Path, tmp_path: Path) -> None:
    """Nor one of which nobody knows of what text it is, or a web page."""
    other = "content/2023/trends/algoritmen.md"
    run(copy, "export-word", other, "--output", str(tmp_path))
    strange, page = tmp_path / "brief.docx", tmp_path / "brief.html"
    document = docx.Document()
    document.add_paragraph("Een brief over iets anders.")
    document.save(str(strange))
    page.write_text("<p>Een brief over iets anders.</p>", "utf-8")
    before = (copy / PATH).read_bytes()
    for file, told in (
        (tmp_path / "algoritmen.docx", f'gemaakt van "{other}"'),
        (strange, "laatste regel"),
        (page, "webpagina"),
    ):
        refused = run(copy, "import", str(file), "--into", PATH, "--write")
        assert (refused.exit_code, (copy / PATH).read_bytes()) == (2, before)
        assert told in refused.output
    assert "laatste regel" in run(copy, "import", str(strange), "--into", PATH).output


def a_picture(folder: Path, form: str = "PNG") -> Path:
    path = folder / f"foto.{form.lower()}"
    Image.new("RGB", (60, 40), "red").save(path, form)
    return path


def picturing(near: str, picture: Path, alternative: str) -> Callable[[WordDocument], None]:
    """Somebody who puts a picture in, before a paragraph, with a text alternative."""

    def change(document: WordDocument) -> None:
        run = with_text(document, near).insert_paragraph_before().add_run()
        shape = run.add_picture(str(picture))
        shape._inline.docPr.set("descr", alternative)  # noqa: SLF001

    return change


def test_a_new_picture_is_taken_with_its_alternative(copy: Path, tmp_path: Path) -> None:
    run(copy, "export-word", PATH, "--output", str(tmp_path))
    file, picture = tmp_path / "digitale-veiligheid.docx", a_picture(tmp_path)
    document = docx.Document(str(file))
    first = next(one.text for one in document.paragraphs if one.style.name == "Body Text")
    picturing(first, picture, "Een [rood] vlak | verzonnen")(document)
    picturing(first, picture, "")(document)
    document.save(str(file))
    shown = run(copy, "import", str(file), "--into", PATH)
    assert "[Afbeelding: Een [rood] vlak / verzonnen]" in shown.output
    assert not (copy / "content/2023/images/digitale-veiligheid-1.png").exists()
    done = run(copy, "import", str(file), "--into", PATH, "--write")
    assert done.exit_code == 0, done.output
    assert "Afbeeldingen zonder tekstalternatief: 1" in done.output
    text = (copy / PATH).read_text("utf-8")
    assert (
        "![Een \\[rood\\] vlak / verzonnen](../images/digitale-veiligheid-1.png)\n\n"
        "![](../images/digitale-veiligheid-2.png)\n\n"
    ) in text
    for number in (1, 2):
        written_file = copy / f"content/2023/images/digitale-veiligheid-{number}.png"
        assert written_file.read_bytes() == picture.read_bytes()
    assert "no-text-alternative" in run(copy, "check").output


@pytest.mark.parametrize(
    ("near", "form"), [("Lees: het plan", "PNG"), ("Slot met", "BMP")], ids=["in a field", "of another form"]
)
def test_a_picture_that_has_no_place_is_told(report: Report, tmp_path: Path, near: str, form: str) -> None:
    path, one = tmp_path / "terug.docx", written(report, TEXT)
    path.write_bytes(word_file(report, one))
    document = docx.Document(str(path))
    picturing(near, a_picture(tmp_path, form), "Een vlak")(document)
    document.tables[0].rows[1].cells[0].paragraphs[0].add_run().add_picture(str(a_picture(tmp_path)))
    document.save(str(path))
    tree, pictures = opened(path)
    came = returned(tree)
    came.paragraphs = placed(came.paragraphs, pictures, PATH, lambda name: False)
    found = compare(report, one, came)
    assert (found.changes, found.texts, found.pictures) == ((), {}, ())
    assert len(found.left) == 2


def moving(text: str, after: str) -> Callable[[WordDocument], None]:
    def change(document: WordDocument) -> None:
        with_text(document, after)._p.addnext(with_text(document, text)._p)  # noqa: SLF001

    return change


@pytest.mark.parametrize(
    ("text", "after"),
    [("Vraag om een plan", "Doe iets"), ("tweede punt", "Slot met"), ("Een kader", "eerste punt")],
)
def test_a_move_is_made_as_a_whole_or_not_at_all(
    report: Report, tmp_path: Path, text: str, after: str
) -> None:
    """Its words are never in the file twice, nor nowhere."""
    found = came_back(report, written(report, TEXT), tmp_path, moving(text, after))
    assert found.texts.get(PATH, TEXT).count(text) == TEXT.count(text) == 1
    assert {left.why.nl != left.why.en for left in found.left} <= {True}
    assert bool(found.left) != bool(found.texts)


def test_rows_that_went_are_told_once_each(report: Report, tmp_path: Path) -> None:
    def change(document: WordDocument) -> None:
        rows = document.tables[0].rows
        rows[1]._tr.getparent().remove(rows[1]._tr)  # noqa: SLF001

    [left] = came_back(report, written(report, TEXT), tmp_path, change).left
    assert text_of(left.turns[0].old) == "a | 1"

    def remove(document: WordDocument) -> None:
        table = document.tables[0]._tbl  # noqa: SLF001
        table.getparent().remove(table)

    [left] = came_back(report, written(report, TEXT), tmp_path, remove).left
    assert text_of(left.turns[0].old) == "naam | aantal | a | 1 | b | 12"
