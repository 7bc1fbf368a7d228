"""Shapes on a slide: where they are, what they say of themselves, and in which order they are read."""

from __future__ import annotations

from copy import deepcopy
from functools import lru_cache
from io import BytesIO

from trendrapport.charts.formats import standalone
from trendrapport.charts.pictures import painting
from trendrapport.charts.pictures.framing import Frame, inside
from trendrapport.documents.slides.deck import Picture
from trendrapport.documents.slides.writing.cleaning import clean
from trendrapport.documents.slides.writing.library import Made, element, say_language
from trendrapport.documents.slides.writing.places import Box
from trendrapport.documents.slides.writing.template import LAYOUTS, POINT, Place

SCALE = 3.0
"""The pixels to a unit of a drawing: sharp on a wall."""
HIGH = 0.9
"""A drawing of which the height is more than this part of its width is beside the words."""


def placeholder(made: Made, number: int) -> Made:
    """The placeholder of a slide with that number."""
    return next(one for one in made.placeholders if one.placeholder_format.idx == number)


def place_of(made: Made, number: int) -> Place:
    """What its layout says of it."""
    _, places = next(layout for layout in LAYOUTS.values() if layout[0] == made.slide_layout.name)
    return next(place for place in places if place.number == number)


def sides(box: Box) -> list[int]:
    """The left, top, width and height of a box in the units of the format."""
    return [round(side * POINT) for side in (box.left, box.top, box.width, box.height)]


def move(shape: Made, box: Box) -> None:
    """Gives a shape another place."""
    shape.left, shape.top, shape.width, shape.height = sides(box)


def remove(shape: Made) -> None:
    """Takes a shape from its slide."""
    element(shape).getparent().remove(element(shape))


def tell(shape: Made, name: str, description: str) -> None:
    """The name and the text alternative of a chart, a table or a picture."""
    about = element(shape).find(".//{*}cNvPr")
    about.set("name", clean(name))
    about.set("descr", clean(description))


def read_after(shape: Made, other: Made) -> None:
    """Puts a shape behind another in the order in which they are read."""
    element(other).addnext(element(shape))


def add_foot(made: Made, report: str, tag: str) -> None:
    """The report's title and the number of the slide, which the library leaves to its users."""
    for shape in made.slide_layout.placeholders:
        kind = element(shape).find(".//{*}ph").get("type")
        if kind in {"ftr", "sldNum"}:
            element(made.shapes).append(deepcopy(element(shape)))
        if kind == "ftr":
            run = made.shapes[-1].text_frame.paragraphs[0].add_run()
            run.text = report
            say_language(run, tag)


def add_picture(made: Made, picture: Picture, room: Box) -> Made:
    """A drawing as large as its room allows, in the middle of it."""
    shape = made.shapes.add_picture(BytesIO(_painted(picture)), 0, 0)
    scale = min(room.width / shape.width, room.height / shape.height)
    width, height = shape.width * scale, shape.height * scale
    move(shape, Box(room.left + (room.width - width) / 2, room.top, width, height))
    return shape


def is_high(picture: Picture) -> bool:
    """Whether a drawing would be small below words."""
    drawn = inside(picture.svg())
    return drawn.height > HIGH * drawn.width


@lru_cache(maxsize=64)
def _painted(picture: Picture) -> bytes:
    """The drawing of a chart without words around it, as PNG; several decks show the same one."""
    sheet = standalone.sheet(picture.svg(), Frame("", "", "", colours=picture.colours))
    return painting.pictures([(sheet, SCALE)])[0]
