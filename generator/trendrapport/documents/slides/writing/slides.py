"""The slides of a deck, each by its sort."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, singledispatchmethod
from io import BytesIO
from typing import TYPE_CHECKING, Any

from trendrapport.charts.formats import standalone
from trendrapport.charts.pictures import painting
from trendrapport.charts.pictures.framing import Frame, inside
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
from trendrapport.documents.slides.writing.places import (
    ASIDE,
    BETWEEN,
    BODY,
    BOTTOM,
    CHART_TOP,
    MARGIN,
    ROOM,
    SPACING,
    Box,
    Part,
    lines,
    parts,
    size_at,
    size_of_title,
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
    TAGS,
    WORDS,
)
from trendrapport.language.labels import Labels

if TYPE_CHECKING:
    from pptx.presentation import Presentation

HIGH = 0.9
"""A drawing of which the height is more than this part of its width stands beside the words."""
SCALE = 3.0
"""The pixels to a unit of a drawing: sharp on a wall."""
MOST_BELOW = 5
"""The most lines below a chart; the notes have all."""
FOOTNOTE = 12
ROWS, ROW = 11, 30
"""The most rows of a table on a slide, and the height of one (points)."""
GAP = 24
"""The room between columns."""


class Slides:
    """Adds slides to a presentation."""

    def __init__(self, made: Presentation, deck: Deck) -> None:
        self.made, self.deck, self.labels = made, deck, Labels(deck.language)

    def add(self, slide: Slide) -> None:
        """Adds a slide of any sort; one with more than fits becomes several."""
        self._add(slide)

    @singledispatchmethod
    def _add(self, slide: Slide) -> None:
        raise TypeError(slide)

    @_add.register
    def _(self, slide: Cover) -> None:
        made = self._new(COVER, slide)
        self._put(made, ABOVE, [slide.above], slide)
        self._put(made, SUMMARY, [slide.summary], slide)
        self._put(made, BELOW, slide.terms, slide)

    @_add.register
    def _(self, slide: Section) -> None:
        made = self._new(SECTION, slide)
        self._put(made, ABOVE, [slide.above], slide)
        self._put(made, SUMMARY, [slide.summary], slide)
        self._put(made, LIST, slide.facts, slide)

    @_add.register
    def _(self, slide: Words) -> None:
        found = parts(slide.paragraphs, BODY, self._language(slide))
        for part, titled in zip(found, self._titled(slide, len(found)), strict=True):
            self._put_part(self._new(WORDS, titled), part, slide)

    @_add.register
    def _(self, slide: Chart) -> None:
        if slide.beside:
            self._add_beside(slide, slide.beside)
            return
        if isinstance(slide.drawn, Picture) and _is_high(slide.drawn):
            self._add_beside(slide, slide.description)
            return
        made = self._new(CHART, slide)
        self._put(made, ABOVE, [slide.unit], slide)
        below = _fitting(slide.below, self._language(slide))
        self._put(made, BELOW, below, slide)
        top = BOTTOM - sum(lines(text, ROOM, FOOTNOTE, self._language(slide)) for text in below) * 15
        self._place(made, BELOW, Box(MARGIN, top, ROOM, BOTTOM - top))
        room = Box(MARGIN, CHART_TOP, ROOM, top - CHART_TOP - 10)
        shape = self._drawn(made, slide, room)
        _tell(shape, slide.title, slide.description)
        _read_after(shape, _placeholder(made, ABOVE))

    @_add.register
    def _(self, slide: Rows) -> None:
        chunks = [slide.rows[start : start + ROWS] for start in range(0, len(slide.rows), ROWS)]
        for chunk, titled in zip(chunks, self._titled(slide, len(chunks)), strict=True):
            made = self._new(PLAIN, titled)
            frame = self._table(made, slide, chunk)
            _tell(frame, slide.title, slide.description)
            _read_after(frame, made.shapes.title)

    @_add.register
    def _(self, slide: Amounts) -> None:
        made = self._new(PLAIN, slide)
        width = (ROOM - GAP * (len(slide.amounts) - 1)) / len(slide.amounts)
        for place, amount in enumerate(slide.amounts):
            box = Box(MARGIN + place * (width + GAP), BODY.top + 30, width, BODY.height - 40)
            self._write_amount(made, amount, box, slide)

    def _add_beside(self, slide: Chart, words: str) -> None:
        """Words beside a chart, as a high one would be small below them."""
        made = self._new(BESIDE, slide)
        self._put(made, ABOVE, [slide.unit], slide)
        self._put(made, SUMMARY, [words], slide)
        self._put(made, BELOW, slide.below[-1:], slide)
        shape = self._drawn(made, slide, ASIDE)
        _tell(shape, slide.title, slide.description)
        _read_after(shape, _placeholder(made, SUMMARY))

    # --- parts of slides ---

    def _language(self, slide: Slide) -> Language:
        return slide.language or self.deck.language

    def _titled(self, slide: Slide, count: int) -> Iterator[Any]:
        """The slide under a title of its own for each of a number of parts."""
        for number in range(1, count + 1):
            told = self.labels("slides.part", title=slide.title, number=number, of=count)
            yield replace(slide, title=told if count > 1 else slide.title)

    def _new(self, layout: int, slide: Slide) -> Any:  # noqa: ANN401
        """A slide with its title, its foot and its notes."""
        made = self.made.slides.add_slide(self.made.slide_layouts[layout])
        place = LAYOUTS[layout][1][0]
        sizes = [size for size in (44, 38, 34, 30, 28, 26, 24, 22, 20, 18) if size <= place.size]
        size = size_of_title(clean(slide.title), place.box, sizes, self._language(slide))
        run = self._run(made.shapes.title.text_frame.paragraphs[0], slide.title, slide)
        if size != place.size:
            run.font.size = size * POINT
        if layout != COVER:
            _add_foot(
                made, self.made.slide_layouts[layout], clean(self.deck.report), TAGS[self.deck.language]
            )
        if slide.notes:
            self._write_notes(made, slide)
        return made

    def _run(self, paragraph: Any, text: str, slide: Slide) -> Any:  # noqa: ANN401
        """Text in a paragraph, which says its language."""
        run = paragraph.add_run()
        run.text = clean(text)
        run._r.get_or_add_rPr().set("lang", TAGS[self._language(slide)])  # noqa: SLF001
        return run

    def _write_notes(self, made: Any, slide: Slide) -> None:  # noqa: ANN401
        frame = made.notes_slide.notes_text_frame
        for place, text in enumerate(slide.notes):
            paragraph = frame.add_paragraph() if place else frame.paragraphs[0]
            self._run(paragraph, text, slide)

    def _put(self, made: Any, number: int, texts: Sequence[str], slide: Slide) -> None:  # noqa: ANN401
        """Texts in a placeholder, smaller where they would not fit; an empty one goes."""
        shape, place = _placeholder(made, number), _place_of(made, number, self.made)
        wanted = [clean(text) for text in texts if clean(text)]
        if not wanted:
            shape._element.getparent().remove(shape._element)  # noqa: SLF001
            return
        size = self._size(wanted, place.box, place.size, slide)
        for index, text in enumerate(wanted):
            paragraph = shape.text_frame.add_paragraph() if index else shape.text_frame.paragraphs[0]
            run = self._run(paragraph, text, slide)
            if size != place.size:
                run.font.size = round(size * POINT)

    def _size(self, texts: Sequence[str], box: Box, size: float, slide: Slide) -> float:
        """The size at which texts fit in a box, no smaller than what can be read."""
        language = self._language(slide)
        while size > FOOTNOTE:
            height = sum(lines(text, box.width, size, language) * size * SPACING for text in texts)
            if height <= box.height:
                break
            size -= 1
        return size

    def _put_part(self, made: Any, part: Part, slide: Slide) -> None:  # noqa: ANN401
        shape = _placeholder(made, LIST)
        for index, paragraph in enumerate(part.paragraphs):
            line = shape.text_frame.add_paragraph() if index else shape.text_frame.paragraphs[0]
            line.level = paragraph.level
            run = self._run(line, paragraph.text, slide)
            run.font.size, run.font.bold = (
                round(size_at(part.size, paragraph) * POINT),
                paragraph.strong or None,
            )
            if paragraph.strong:
                _without_bullet(line)

    def _place(self, made: Any, number: int, box: Box) -> None:  # noqa: ANN401
        shape = next((one for one in made.placeholders if one.placeholder_format.idx == number), None)
        if shape is not None:
            sides = (round(side * POINT) for side in vars(box).values())
            shape.left, shape.top, shape.width, shape.height = sides

    def _drawn(self, made: Any, slide: Chart, room: Box) -> Any:  # noqa: ANN401
        match slide.drawn:
            case Native() as chart:
                return add_chart(made.shapes, chart, room, self.deck.colours, self._language(slide))
            case Picture() as picture:
                return _add_picture(made, painted(picture.name, picture), room)

    def _table(self, made: Any, slide: Rows, rows: Sequence[Sequence[str]]) -> Any:  # noqa: ANN401
        frame = made.shapes.add_table(
            len(rows) + 1,
            len(slide.head),
            *(round(side * POINT) for side in (MARGIN, BODY.top, ROOM, ROW * (len(rows) + 1))),
        )
        table, whole = frame.table, sum(slide.widths)
        for place, width in enumerate(slide.widths):
            table.columns[place].width = round(ROOM * POINT * width / whole)
        for number, cells in enumerate([slide.head, *rows]):
            for place, text in enumerate(cells):
                run = self._run(table.cell(number, place).text_frame.paragraphs[0], text, slide)
                run.font.size = 14 * POINT
        return frame

    def _write_amount(self, made: Any, amount: Amount, box: Box, slide: Slide) -> None:  # noqa: ANN401
        """A number in large above what it is of."""
        from pptx.enum.dml import MSO_THEME_COLOR

        shape = made.shapes.add_textbox(*(round(side * POINT) for side in vars(box).values()))
        frame = shape.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = 0
        language = self._language(slide)
        size = size_of_title(
            clean(amount.amount), Box(0, 0, box.width, 60), (44, 36, 30, 24, 20, 16), language
        )
        looks = ((amount.amount, size, True, "HYPERLINK"), (amount.title, 18, True, "TEXT_1"))
        for text, points, bold, colour in (*looks, (amount.explanation, 14, False, "TEXT_2")):
            paragraph = frame.paragraphs[0] if text is amount.amount else frame.add_paragraph()
            paragraph.space_before = round(BETWEEN * points * POINT)
            run = self._run(paragraph, text, slide)
            run.font.size, run.font.bold = points * POINT, bold
            run.font.color.theme_color = MSO_THEME_COLOR[colour]


def _is_high(picture: Picture) -> bool:
    drawn = inside(picture.svg())
    return drawn.height > HIGH * drawn.width


def _fitting(texts: Sequence[str], language: Language) -> list[str]:
    """The texts below a chart for which there is room: the last, which is the source, and the first ones."""
    kept = list(map(clean, texts))
    while len(kept) > 1 and sum(lines(text, ROOM, FOOTNOTE, language) for text in kept) > MOST_BELOW:
        kept.pop(-2)
    return kept


def _placeholder(made: Any, number: int) -> Any:  # noqa: ANN401
    return next((one for one in made.placeholders if one.placeholder_format.idx == number), made.shapes.title)


def _place_of(made: Any, number: int, presentation: Presentation) -> Any:  # noqa: ANN401
    layouts = list(presentation.slide_layouts)
    _, places = LAYOUTS[layouts.index(made.slide_layout)]
    return next(place for place in places if place.number == number)


def _add_foot(made: Any, layout: Any, report: str, language: str) -> None:  # noqa: ANN401
    """The report's title and the number of the slide, which the library leaves to its users."""
    from copy import deepcopy

    for shape in layout.placeholders:
        kind = shape.element.find(".//{*}ph").get("type")
        if kind in {"ftr", "sldNum"}:
            made.shapes._spTree.append(deepcopy(shape.element))  # noqa: SLF001
        if kind == "ftr":
            run = made.shapes[-1].text_frame.paragraphs[0].add_run()
            run.text = report
            run._r.get_or_add_rPr().set("lang", language)  # noqa: SLF001


def _without_bullet(paragraph: Any) -> None:  # noqa: ANN401
    """A heading among paragraphs has no bullet, and starts at the left."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    look = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    look.set("marL", "0")
    look.set("indent", "0")
    look.append(parse_xml(f"<a:buNone {nsdecls('a')}/>"))


def _tell(shape: Any, name: str, description: str) -> None:  # noqa: ANN401
    """The name and the text alternative of a chart, a table or a picture."""
    told = shape._element.find(".//{*}cNvPr")  # noqa: SLF001
    told.set("name", clean(name))
    told.set("descr", clean(description))


def _read_after(shape: Any, other: Any) -> None:  # noqa: ANN401
    """Puts a shape behind another in the order in which they are read."""
    other._element.addnext(shape._element)  # noqa: SLF001


def _add_picture(made: Any, raw: bytes, room: Box) -> Any:  # noqa: ANN401
    """A picture as large as its room allows, in the middle of it."""
    shape = made.shapes.add_picture(BytesIO(raw), 0, 0)
    scale = min(room.width * POINT / shape.width, room.height * POINT / shape.height)
    width, height = round(shape.width * scale), round(shape.height * scale)
    left = round(room.left * POINT + (room.width * POINT - width) / 2)
    shape.left, shape.top, shape.width, shape.height = left, round(room.top * POINT), width, height
    return shape


@lru_cache(maxsize=64)
def painted(_name: str, picture: Picture) -> bytes:
    """The drawing of a chart without words around it, as PNG; several decks show the same one."""
    sheet = standalone.sheet(picture.svg(), Frame("", "", ""))
    return painting.pictures([(sheet, SCALE)])[0]
