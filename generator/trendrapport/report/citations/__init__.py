"""A file for each form in which reference managers import a publication: a CSL item to the text of a file.

A module here holds five names and nothing registers it elsewhere:

- `NAME`: what the form is called;
- `ENDING`: how its files end, without a dot;
- `TYPE`: their media type;
- `write`: the file of one item;
- `write_all`: the file of several.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from trendrapport.model.entries.sources import CslDate, CslName, Source
from trendrapport.runtime.plugins import modules


class Form(Protocol):
    """What each module in this folder holds."""

    NAME: str
    ENDING: str
    TYPE: str

    def write(self, item: Source) -> str:
        """The text of a file with this item."""

    def write_all(self, items: Sequence[Source]) -> str:
        """The text of a file with all these items."""


def types() -> dict[str, str]:
    """The media type of each form, by the end of its files' names."""
    from trendrapport.report import citations as package

    return {module.ENDING: module.TYPE for module in modules(package).values()}


def date_parts(value: str | CslDate | None) -> list[int]:
    """A date as year, month and day, as far as they are known; of a range its start, of a date in words
    nothing.
    """
    if isinstance(value, CslDate):
        return list(value.date_parts[0]) if value.date_parts else []
    return [int(part) for part in value.split("-")] if value else []


def inverted(name: CslName) -> str:
    """A person's name with the family name first: "van der Berg, Jan"."""
    family = " ".join(
        part for part in (name.dropping_particle, name.non_dropping_particle, name.family) if part
    )
    return ", ".join(part for part in (family, name.given, name.suffix) if part)
