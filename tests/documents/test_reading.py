"""Entries as values: every word of a page is in its document, with what it means. All content is invented."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from markupsafe import Markup

from conftest import english_report
from trendrapport.documents import blocks
from trendrapport.documents.blocks import Actions, Align, Callout, Figure, Question, Quote, Table, Video
from trendrapport.documents.inlines import Citation, Link, Mention, NoteMark, Picture, Term, words_of
from trendrapport.documents.plain import text
from trendrapport.documents.reading.entries import document
from trendrapport.documents.reading.inlines import Text
from trendrapport.model.addresses import page_path
from trendrapport.pages.browser.templating import render
from trendrapport.pages.includes import filled

from .invented_entries import Made, made

NO_WORDS = {
    "address",
    "path",
    "key",
    "slug",
    "anchor",
    "role",
    "kind",
    "file",
    "portrait",
    "category",
    "colour",
    "monogram",
    "field",
    "language",
    "own_labels",
}
"""Fields that say where something is, and are not read."""
UNSEEN = {
    "crumbs",
    "rail",
    "browse",
    "share",
    "copy",
    "ways",
    "back",
    "keys",
    "explore",
    "where",
    "rest",
    "as",
    "cite",
    "face",
    "drawing",
}
"""What a page has for its own use: ways around it and what can be done with it."""
ONLY_ON_A_PAGE = {
    "In",
    "het",
    "kort",
    "Bronnen",
    "Voetnoten",
    "Alle",
    "publieke",
    "waarden",
    "in",
    "één",
    "overzicht",
    *("Naar", "de", "website", "van"),
    *("Geschreven", "door"),
}
"""Headings of what a document has as values of its own, and the words of a button."""

OF_A_SCREEN = re.compile(r"this page|click|button|below|To the website|read the interview here", re.I)
"""What nobody should read on paper."""


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[\w’'-]+", text.replace("\u00ad", "")))


def all_text(value: Any) -> Iterator[str]:
    """All words in a document, wherever they are."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from all_text(one)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in NO_WORDS:
                yield from all_text(getattr(value, field.name))


def found(value: Any, sort: type) -> list[Any]:
    """Everything of a sort in a document, in its order."""
    if isinstance(value, sort):
        return [value, *(one for field in fields(value) for one in found(getattr(value, field.name), sort))]
    if isinstance(value, tuple):
        return [one for part in value for one in found(part, sort)]
    if is_dataclass(value):
        return [one for field in fields(value) for one in found(getattr(value, field.name), sort)]
    return []


def seen(element: Element) -> Iterator[str]:
    """What readers see of a page, as one string for each piece of text."""
    classes = set((element.get("class") or "").split())
    hidden = element.get("aria-hidden") or element.get("hidden") is not None
    if not (classes & UNSEEN or hidden or element.tag in {"nav", "template", "summary"}):
        yield element.text or ""
        if element.tag == "img":
            yield element.get("alt") or ""
        for child in element:
            yield from seen(child)
            yield child.tail or ""


def page_words(made: Made, path: str) -> Counter[str]:
    """The words of the article on an entry's page."""
    page = made.pages[path]
    content = page.content()
    assert content.body
    body = filled(content.body.html().encode(), lambda slot: slot_of(made, slot)).decode()
    context = {**content.context, "body": Markup(body), "crumbs": (), "label": made.view.labels}
    html = render(page.template, **context)
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    [article] = tree.iter("article")
    return words(" ".join(seen(article)))


def slot_of(made: Made, slot: str) -> bytes:
    name, _, wanted = slot.partition(".")
    if name not in made.drawings:  # such as the size of a file
        return b""
    return str(dict(made.drawings[name].texts).get(wanted, "")).encode()


@pytest.mark.parametrize("slug", ["alles", "gesprek", "kolom", "hulpmiddel", "foreword"])
def test_no_word_of_a_page_is_lost(everything: Made, slug: str) -> None:
    [entry] = [one for one in everything.view.report.by_path.values() if one.slug == slug]
    expected = page_words(everything, page_path(entry.source.path))
    lost = expected - words(" ".join(all_text(everything.document(slug))))
    assert {word for word in lost if not word.isdigit()} <= ONLY_ON_A_PAGE


def test_it_can_be_read_on_paper(tmp_path: Path) -> None:
    english_report(tmp_path)
    with made(tmp_path) as report:
        for entry in report.view.entries:
            path = report.view.path(entry)
            if entry.kind in {"trends", "interviews", "columns", "forewords", "instruments"}:
                read = document(report.view, entry, report.pages[path], report.drawings)
                said = text.write(replace(read, title=""))
                assert not OF_A_SCREEN.search(said), path
                assert f"On the web: {read.address}" in said
                assert not re.search(r"\S {2,}\S", said), path


def test_a_trend_that_shares_something_says_once_which_it_is(tmp_path: Path) -> None:
    english_report(tmp_path)
    with made(tmp_path) as report:
        said = text.write(report.document("example-trend"))
    assert ">: \u2018Both are invented\u2019; both touch the value Privacy" in said.replace("\n  ", " ")


def test_no_word_is_invented(everything: Made) -> None:
    """Beside the page's own words there are the names of a chart and an edition, headings of a table, labels
    for callouts and transcripts, and the meanings of terms.
    """
    document = replace(everything.document("alles"), cite=(), figures=())
    extra = words(" ".join(all_text(document))) - page_words(everything, document.path)
    meanings = "Sensor Een apparaat dat iets meet. Editie 2026 a voorbeeld Let op Uitgeschreven tekst"
    assert set(extra) <= set(words(f"{meanings} Waarde Richting Waarom"))


def test_every_sort_of_block_is_read(everything: Made) -> None:
    document, talk = everything.document("alles"), everything.document("gesprek")
    sorts = blocks.Block.__args__
    missing = [sort.__name__ for sort in sorts if not found(document, sort) and not found(talk, sort)]
    assert missing == []


def test_links_lead_to_pages_and_say_what_can_be_downloaded(everything: Made) -> None:
    links = {words_of(link.inside): link for link in found(everything.document("alles"), Link)}
    assert links["link elders"].address == "https://example.org/pad?a=1&b=2"
    assert links["link elders"].path == ""
    assert links["andere trend"].path == "2026/trends/voorbeeldtrend.html"
    assert links["andere trend"].address.endswith("/2026/trends/voorbeeldtrend.html")
    assert links["een bestand"].form == "PDF, 1\u00a0kB"


def test_what_is_cited_has_its_number_and_page(everything: Made) -> None:
    document = everything.document("alles")
    [first, *_] = found(document.blocks, Citation)
    assert [(one.number, one.place) for one in first.cited] == [(1, "p. 3")]
    assert [source.number for source in document.sources] == [1]
    [mention] = found(document, Mention)
    assert (mention.text, mention.number) == ("figuur 1", 1)
    [mark], [note] = found(document.blocks, NoteMark), document.notes
    assert mark.letter == note.letter == "a"
    [term] = found(document, Term)
    assert term.definition == "Een apparaat dat iets meet."


def test_a_figure_has_all_that_a_page_says_of_it(everything: Made) -> None:
    [figure] = found(everything.document("alles"), Figure)
    assert (figure.label, figure.title) == ("Figuur 1", "Verzonnen cijfers lopen op")
    assert figure.description.startswith("Staafdiagram met verzonnen cijfers")
    assert figure.sentences
    assert figure.table
    assert [words_of(cell.inside) for cell in figure.table.rows[0]][0] == "2024"
    assert figure.table.rows[0][0].head
    assert figure.table.rows[0][1].align is Align.RIGHT
    assert figure.language == ""


def test_a_figure_in_a_translation_says_its_language(everything: Made) -> None:
    document = everything.document("alles", "en")
    [figure] = found(document, Figure)
    assert document.title == "All together"
    assert (figure.language, figure.label) == ("nl", "Figuur 1")


def test_a_table_keeps_its_alignment(everything: Made) -> None:
    [table] = [
        one for one in found(everything.document("alles"), Table) if len(one.head) == 3 and one.rows[1:]
    ][:1]
    assert [cell.align for cell in table.head] == [Align.LEFT, Align.CENTER, Align.RIGHT]


def test_a_talk_has_its_speaker_and_its_questions(everything: Made) -> None:
    talk = everything.document("gesprek")
    assert talk.speaker
    assert talk.speaker.name == "Ada van der Verzonnen"
    assert talk.speaker.facts == ("wethouder", "Gemeente Nergens")
    assert talk.speaker.portrait.startswith("assets/pictures/")
    assert talk.speaker.caption == "Op kantoor. Beeld: Verzonnen Fotograaf"
    asked = [(words_of(one.inside), one.level) for one in found(talk, Question)]
    assert asked == [("Wat vraagt dit van een wethouder?", 2), ("En van de raad?", 0)]
    [quote] = found(talk, Quote)
    assert (quote.text, quote.cited.cited[0].number) == ("Dit zei ik letterlijk.", 1)


def test_callouts_videos_actions_and_pictures(everything: Made) -> None:
    document = everything.document("alles")
    first, second = found(document, Callout)
    assert words_of(first.title) == "Kijk hier eerst naar"
    assert (second.title, second.label) == ((), "Opmerking")
    video, other = found(document, Video)
    assert video.facts == ("Video", "Verzonnen Omroep", "mei 2024", "4:32 minuten", "op example.org")
    assert video.transcript.form == "PDF, 1\u00a0kB"
    assert other.spoken == ("Eerst wordt dit gezegd.", "En dan dit.")
    assert [one.items for one in found(document, Actions)][0] == ("Doe dit eerst.", "Doe dat daarna.")
    alone, within = found(document, Picture)
    assert (alone.caption, alone.credit, alone.file) == (
        "Met een bijschrift.",
        "Beeld: Ada",
        "2026/images/plaat.png",
    )
    assert within.text == "een tweede plaatje"


def test_html_is_text(everything: Made) -> None:
    texts = [one.text for one in found(everything.document("alles"), Text)]
    assert any("<b>HTML als tekst</b>" in text for text in texts)


def test_a_draft_has_no_document(everything: Made) -> None:
    assert all("geheim" not in path for path in everything.pages)
    for slug in ("alles", "gesprek", "kolom"):
        assert "Geheim" not in " ".join(all_text(everything.document(slug)))
