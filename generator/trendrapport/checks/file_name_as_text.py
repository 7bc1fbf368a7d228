"""A text alternative that is a file name or only says that there is an image (`file-name-as-text`).

Anyone who cannot see an image hears its text alternative. `![IMG_2041.jpg](IMG_2041.jpg)` and
`![foto](dijk.jpg)` say nothing. Write what the image shows, such as
`![De dijk bij Lent, met zandzakken](dijk.jpg)`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from functools import partial
from urllib.parse import unquote

from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, shortened, warning
from trendrapport.model.base import Model
from trendrapport.model.entries.interviews import Interview
from trendrapport.report.report import Entry, Report

_TEXTS: Texts = (
    Text(
        nl='het tekstalternatief "{text}" zegt niet wat er op de afbeelding staat',
        en='the text alternative "{text}" does not say what the image shows',
    ),
    Text(
        nl="wie de afbeelding niet ziet, krijgt alleen deze woorden",
        en="anyone who cannot see the image gets only these words",
    ),
    Text(nl="Schrijf in één zin wat erop staat.", en="Say in one sentence what it shows."),
)
_ENDING = re.compile(r"\S+\.(?:png|jpe?g|jfif|webp|gif|avif|svg|tiff?|heic|bmp)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:img|dsc[nf]?|pxl|mvi|image|picture|photo|pic|foto|afbeelding|plaatje|figuur|figure|screenshot|scan"
    r"|schermafbeelding|schermopname|whatsapp image)[\W\d_]*",
    re.IGNORECASE,
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every such text alternative of a picture in a text, and of a portrait."""
    for entry in report.texts:
        for at, target, text in _alternatives(entry):
            if _says_nothing(text.strip(), target):
                yield warning(at(), "file-name-as-text", _TEXTS, text=shortened(text.strip()))


def _alternatives(entry: Entry[Model]) -> Iterator[tuple[Callable[[], Location], str, str]]:
    """For each picture of an entry: what finds where its text alternative is written, its file and that
    text.
    """
    for image in entry.outline.images:
        yield partial(entry.in_text, image.at), image.target, image.text
    portrait = getattr(entry.data, "portrait", None) if isinstance(entry.data, Interview) else None
    target, text = getattr(portrait, "image", None), getattr(portrait, "text", None)
    if target and text:
        yield partial(entry.locate, "portrait", "text"), target, text


def _says_nothing(text: str, target: str) -> bool:
    stem = posixpath.splitext(posixpath.basename(unquote(target)))[0]
    is_stem = text == stem and re.search(r"[\d_-]", stem) is not None
    return bool(is_stem or _ENDING.fullmatch(text) or _NUMBERED.fullmatch(text))
