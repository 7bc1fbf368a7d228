"""A video on another site, as a card that loads nothing from there: its fields and their mistakes."""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from trendrapport.diagnostics import Diagnostic
from trendrapport.files.source import Source
from trendrapport.files.yaml_data import read_yaml
from trendrapport.model.base import Model, described
from trendrapport.model.dates import PartialDate
from trendrapport.model.field_types import Line, WebAddress
from trendrapport.prose.video_block import data_of, fields_of
from trendrapport.report.validation import parse

_CLOCK = re.compile(
    r"(?:(?P<hours>[0-9]{1,2}):(?=[0-9]{2}:))?(?P<minutes>[0-9]{1,2}):(?P<seconds>[0-5][0-9])"
)


def _duration(value: object) -> object:
    match = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    if not match or (match["hours"] and int(match["minutes"]) > 59):
        raise PydanticCustomError("bad-duration", "not a duration", {"value": str(value)})
    return value


Duration = Annotated[
    str,
    BeforeValidator(_duration),
    WithJsonSchema({"type": "string", "pattern": r"^(\d{1,2}:)?\d{1,2}:\d{2}$"}),
]
"""Minutes and seconds, as 4:32, or hours too, as 1:02:15."""


class Video(Model):
    """What readers learn of a video before they leave for it."""

    title: Line = described("titel van de video", "title of the video")
    address: WebAddress = described("adres van de video", "address of the video")
    source: Line = described("wie de video heeft gemaakt of uitgegeven", "who made or published the video")
    duration: Duration = described(
        "hoe lang de video duurt, zoals 4:32 of 1:02:15", "length of the video, such as 4:32 or 1:02:15"
    )
    published: PartialDate | None = described(
        "verschenen: 2021, 2021-11 of 2021-11-25", "published: 2021, 2021-11 or 2021-11-25", default=None
    )
    language: Line | None = described(
        "taal, zoals nl of en, als die anders is dan die van de tekst",
        "language, such as nl or en, if it differs from that of the text",
        default=None,
    )
    transcript: Line | None = described(
        "uitgeschreven tekst: een pad vanaf dit bestand, of een webadres",
        "transcript: a path from this file, or a web address",
        default=None,
    )

    @property
    def host(self) -> str:
        """The site to which readers go, without www."""
        return (urlsplit(self.address).hostname or "").removeprefix("www.")

    @property
    def iso_duration(self) -> str:
        """The duration as ISO 8601 has it, such as PT4M32S."""
        parts = [int(part) for part in self.duration.split(":")]
        named = zip(parts, "HMS"[-len(parts) :], strict=True)
        return "PT" + ("".join(f"{part}{name}" for part, name in named if part) or "0S")


def video_of(text: str) -> Video | None:
    """The video of a block; None of one with a mistake."""
    data: Any = data_of(text)
    return parse(Video, Source("", "", data), data)[0]


def mistakes(path: str, text: str, line: int) -> list[Diagnostic]:
    """What is wrong with the fields of a block whose first line is the file's `line`."""
    written = fields_of(text)
    data, found = read_yaml(path, written, line=line)
    source = Source(path, written, data, yaml_text=written, yaml_line=line)
    return found or parse(Video, source, data if data is not None else {})[1]
