"""The slides of a deck, each by its sort."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import singledispatchmethod
from typing import TYPE_CHECKING, TypeVar

from trendrapport.diagnostics import Language
from trendrapport.documents.slides.deck import (
    Amount,
    Amounts,
    Chart,
    Cover,
    Deck,
    Native,
    Picture,
    Rows,
    Section,
    Slide,
    Words,
)
from trendrapport.documents.slides.writing.charts import add_chart
from trendrapport.documents.slides.writing.cleaning import clean
from trendrapport.documents.slides.writing.library import Made, say_language, without_bullet
from trendrapport.documents.slides.writing.places import (
    ASIDE,
    BETWEEN,
    BODY,
    BOTTOM,
    CHART_TOP,
    FOOTNOTE,
    MARGIN,
    ROOM,
    Box,
    Part,
    columns,
    fitting,
    height_of,
    parts,
    rows_that_fit,
    size_at,
    size_in,
    size_of_title,
)
from trendrapport.documents.slides.writing.shapes import (
    add_foot,
    add_picture,
    is_high,
    move,
    place_of,
    placeholder,
    read_after,
    remove,
    sides,
    tell,
)
from trendrapport.documents.slides.writing.template import (
    ABOVE,
    BELOW,
    BESIDE,
    CHART,
    COVER,
    LAYOUTS,
    LIST,
    PLAIN,
    POINT,
    SECTION,
    SUMMARY,
    WORDS,
)
from trendrapport.language.facts import tag_of
from trendrapport.language.labels import Labels

if TYPE_CHECKING:
    from pptx.presentation import Presentation

SIZES = (44, 38, 34, 30, 28, 26, 24, 22, 20, 18, 16, 14)
"""The sizes of titles."""
AMOUNTS = (44, 36, 30, 24, 20)
"""The sizes of numbers in large."""
APART = 12
"""The room between a number and what it is of."""
CELL = 14
"""The size of text in tables."""

S = TypeVar("S", bound=Slide)


class Slides:
    """Adds slides to a presentation."""

    def __init__(self, made: Presentation, deck: Deck) -> None:
        self.made, self.deck, self.labels = made, deck, Labels(deck.language, deck.own_labels)

    @singledispatchmethod
    def add(self, slide: Slide) -> None:
        """Adds a slide of any sort; one with more than fits becomes several."""
        raise TypeError(slide)

    @add.register
    def _(self, slide: Cover) -> None:
        made = self._new(COVER, slide)
        self._put(made, ABOVE, [slide.above], slide)
        self._put(made, SUMMARY, [slide.summary], slide)
        self._put(made, BELOW, slide.terms, slide)

    @add.register
    def _(self, slide: Section) -> None:
        made = self._new(SECTION, slide)
        self._put(made, ABOVE, [slide.above], slide)
        self._put(made, SUMMARY, [slide.summary], slide)
        self._put(made, LIST, slide.facts, slide)

    @add.register
    def _(self, slide: Words) -> None:
        found = parts(slide.paragraphs, BODY, self._language(slide))
        for part, titled in zip(found, self._titled(slide, len(found)), strict=True):
            self._write(self._new(WORDS, titled), part, slide)

    @add.register
    def _(self, slide: Chart) -> None:
        if slide.beside:
            self._add_beside(slide, [slide.beside])
        elif isinstance(slide.drawn, Picture) and is_high(slide.drawn):
            self._add_beside(slide, [slide.description, *slide.below[:-1]])
        else:
            self._add_below(slide)

    @add.register
    def _(self, slide: Rows) -> None:
        chunks = rows_that_fit(slide.rows, slide.widths, CELL, self._language(slide))
        for chunk, titled in zip(chunks, self._titled(slide, len(chunks)), strict=True):
            made = self._new(PLAIN, titled)
            frame = self._add_table(made, slide, chunk)
            tell(frame, slide.title, slide.description)
            read_after(frame, made.shapes.title)

    @add.register
    def _(self, slide: Amounts) -> None:
        made = self._new(PLAIN, slide)
        boxes = columns(len(slide.amounts))
        texts = [clean(amount.amount) for amount in slide.amounts]
        size = min(size_of_title(text, boxes[0], AMOUNTS, self._language(slide), 1) for text in texts)
        for amount, box in zip(slide.amounts, boxes, strict=True):
            self._write_amount(made, amount, box, slide, size)

    # --- parts of slides ---

    def _language(self, slide: Slide) -> Language:
        return slide.language or self.deck.language

    def _titled(self, slide: S, count: int) -> Iterator[S]:
        """The slide under a title of its own for each of a number of parts."""
        if count == 1:
            yield slide
            return
        for number in range(1, count + 1):
            title = self.labels("slides.part", title=slide.title, number=number, of=count)
            yield replace(slide, title=title)

    def _new(self, layout: int, slide: Slide) -> Made:
        """A slide with its title, its foot and its notes."""
        made = self.made.slides.add_slide(self.made.slide_layouts[layout])
        place = LAYOUTS[layout][1][0]
        sizes = [size for size in SIZES if size <= place.size]
        run = self._run(made.shapes.title.text_frame.paragraphs[0], slide.title, slide)
        run.font.size = size_of_title(clean(slide.title), place.box, sizes, self._language(slide)) * POINT
        if layout != COVER:
            add_foot(made, clean(self.deck.report), tag_of(self.deck.language))
        if slide.notes:
            self._write_lines(made.notes_slide.notes_text_frame, slide.notes, slide)
        return made

    def _run(self, paragraph: Made, text: str, slide: Slide) -> Made:
        """Text in a paragraph, which says its language."""
        run = paragraph.add_run()
        run.text = clean(text)
        say_language(run, tag_of(self._language(slide)))
        return run

    def _write_lines(self, frame: Made, texts: Sequence[str], slide: Slide) -> list[Made]:
        """Writes texts as paragraphs, and returns their runs."""
        runs = []
        for place, text in enumerate(texts):
            paragraph = frame.add_paragraph() if place else frame.paragraphs[0]
            runs.append(self._run(paragraph, text, slide))
        return runs

    def _put(self, made: Made, number: int, texts: Sequence[str], slide: Slide) -> None:
        """Texts in a placeholder, smaller where they would not fit; an empty one goes."""
        shape, place = placeholder(made, number), place_of(made, number)
        wanted = [text for text in map(clean, texts) if text]
        if not wanted:
            remove(shape)
            return
        size = size_in(wanted, place.box, place.size, self._language(slide))
        for run in self._write_lines(shape.text_frame, wanted, slide):
            if size != place.size:
                run.font.size = round(size * POINT)

    def _write(self, made: Made, part: Part, slide: Slide) -> None:
        """Paragraphs in the body of a slide."""
        frame = placeholder(made, LIST).text_frame
        runs = self._write_lines(frame, [paragraph.text for paragraph in part.paragraphs], slide)
        for run, line, paragraph in zip(runs, frame.paragraphs, part.paragraphs, strict=True):
            line.level = paragraph.level
            run.font.size = round(size_at(part.size, paragraph) * POINT)
            if paragraph.strong:
                run.font.bold = True
                without_bullet(line)

    def _add_below(self, slide: Chart) -> None:
        """A chart below its title, with footnotes and source below it."""
        made, language = self._new(CHART, slide), self._language(slide)
        below = fitting(list(map(clean, slide.below)), language)
        top = BOTTOM - height_of(below, FOOTNOTE, language)
        self._put(made, ABOVE, [slide.unit], slide)
        self._put(made, BELOW, below, slide)
        if below:
            move(placeholder(made, BELOW), Box(MARGIN, top, ROOM, BOTTOM - top))
        shape = self._add_drawn(made, slide, Box(MARGIN, CHART_TOP, ROOM, top - CHART_TOP - 10))
        tell(shape, slide.title, slide.description)
        read_after(shape, placeholder(made, ABOVE) if clean(slide.unit) else made.shapes.title)

    def _add_beside(self, slide: Chart, words: Sequence[str]) -> None:
        """Words beside a chart, as a high one would be small below them."""
        made = self._new(BESIDE, slide)
        self._put(made, ABOVE, [slide.unit], slide)
        self._put(made, SUMMARY, words, slide)
        self._put(made, BELOW, slide.below[-1:], slide)
        shape = self._add_drawn(made, slide, ASIDE)
        tell(shape, slide.title, slide.description)
        read_after(shape, placeholder(made, SUMMARY))

    def _add_drawn(self, made: Made, slide: Chart, room: Box) -> Made:
        match slide.drawn:
            case Native() as chart:
                return add_chart(made.shapes, chart, room, self.deck.colours, self._language(slide))
            case Picture() as picture:
                return add_picture(made, picture, room)

    def _add_table(self, made: Made, slide: Rows, rows: Sequence[Sequence[str]]) -> Made:
        box = Box(MARGIN, BODY.top, ROOM, 30 * (len(rows) + 1))
        frame = made.shapes.add_table(len(rows) + 1, len(slide.head), *sides(box))
        for column, width in zip(frame.table.columns, slide.widths, strict=True):
            column.width = round(ROOM * POINT * width / sum(slide.widths))
        for row, texts in zip(frame.table.rows, [slide.head, *rows], strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                self._run(cell.text_frame.paragraphs[0], text, slide).font.size = CELL * POINT
        return frame

    def _write_amount(self, made: Made, amount: Amount, box: Box, slide: Slide, size: int) -> None:
        """A number in large above what it is of."""
        from pptx.enum.dml import MSO_THEME_COLOR

        frame = made.shapes.add_textbox(*sides(box)).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = 0
        texts = [amount.amount, amount.title, amount.explanation]
        looks = ((size, True, "HYPERLINK"), (18, True, "TEXT_1"), (14, False, "TEXT_2"))
        own = replace(slide, language=amount.language or slide.language)
        runs = self._write_lines(frame, texts, own)
        for run, line, (points, bold, colour) in zip(runs, frame.paragraphs, looks, strict=True):
            line.space_before = round(max(BETWEEN * points, APART) * POINT)
            run.font.size, run.font.bold = points * POINT, bold
            run.font.color.theme_color = MSO_THEME_COLOR[colour]
