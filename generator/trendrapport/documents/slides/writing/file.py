"""The file of a deck: the same bytes for the same deck, whatever the day."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from trendrapport.documents.slides.deck import Deck
from trendrapport.documents.slides.writing.cleaning import clean
from trendrapport.documents.slides.writing.slides import Slides
from trendrapport.documents.slides.writing.template import blank
from trendrapport.language.facts import tag_of

FIRST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can hold."""
_MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def written(deck: Deck) -> bytes:
    """The deck as a file of PowerPoint."""
    made = blank(deck)
    slides = Slides(made, deck)
    for slide in deck.slides:
        slides.add(slide)
    day = datetime.fromtimestamp(deck.day, UTC).replace(tzinfo=None)
    _describe(made.core_properties, deck, day)
    file = BytesIO()
    made.save(file)
    return _undated(file.getvalue(), f"{day.isoformat()}Z".encode())


def _describe(properties: Any, deck: Deck, day: datetime) -> None:  # noqa: ANN401
    """What the file says of itself."""
    properties.title, properties.author = clean(deck.title)[:255], clean(deck.author)[:255]
    properties.last_modified_by, properties.comments = properties.author, clean(deck.report)[:255]
    properties.subject, properties.keywords = "", ""
    properties.language = tag_of(deck.language)
    properties.created = properties.modified = day
    properties.revision = 1


def _undated(raw: bytes, day: bytes) -> bytes:
    """A zip with one moment for all of its files, those of workbooks in it included."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as former, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in former.namelist():
            content = former.read(name)
            if name.endswith(".xlsx"):
                content = _undated(content, day)
            elif name.endswith("docProps/core.xml"):
                content = _MOMENT.sub(day, content)
            new.writestr(_member(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, FIRST)
    member.create_system, member.external_attr = 3, 0o644 << 16
    return member
