"""Pictures that were put in a document to the files and the Markdown that a report has for them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from trendrapport.importing.opening import Pictures
from trendrapport.importing.pictures import ending_of, on_one_line
from trendrapport.reviewing.paragraphs import NewPicture, Paragraph
from trendrapport.reviewing.signs import plain


def placed(
    paragraphs: Sequence[Paragraph], pictures: Pictures, path: str, is_there: Callable[[str], bool]
) -> list[Paragraph]:
    """The paragraphs, in which each picture that a report can show has its bytes and the path of a new file:
    in the folder `images` beside that of the text at `path`.
    """
    folder = posixpath.join(posixpath.dirname(posixpath.dirname(path)), "images")
    slug = posixpath.basename(path).removesuffix(".md")
    numbers, found = count(1), list[Paragraph]()
    for one in paragraphs:
        if one.picture:
            raw = pictures(one.picture.address)
            if end := ending_of(raw):
                names = (f"{folder}/{slug}-{number}{end}" for number in numbers)
                name = next(name for name in names if not is_there(name))
                one = replace(one, picture=replace(one.picture, path=name, raw=raw or b""))
        found.append(one)
    return found


def address_of(picture: NewPicture) -> str:
    """How a text refers to a picture."""
    return f"../images/{posixpath.basename(picture.path)}"


def as_shown(one: Paragraph, before: str, after: str) -> Paragraph:
    """A paragraph as the entry would show it: of a picture its words, after and before these signs."""
    if one.picture is None:
        return one
    words = f"{before}{on_one_line(one.picture.alternative)}{after} {on_one_line(one.picture.caption)}"
    return replace(one, signs=plain(words.strip()))


def taken(paragraphs: Sequence[Paragraph], text: str) -> Iterator[NewPicture]:
    """The pictures to which a new text refers."""
    for one in paragraphs:
        if one.picture and one.picture.path and f"({address_of(one.picture)}" in text:
            yield one.picture
