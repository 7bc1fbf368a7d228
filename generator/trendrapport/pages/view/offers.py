"""What readers can take with them from a page: the files that outputs make of it."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from trendrapport.charts.tables.municipalities import Municipality
from trendrapport.diagnostics import Language


@dataclass(frozen=True)
class Offer:
    """A file that an output makes of each page of a kind, and that these pages offer."""

    output: str
    """The labels `<output>` and `<output>_intro` say what it is called and what it is for."""
    kind: str
    """The template of the pages, such as `trends`, `edition`, `figure`, `role` or `home`."""
    pattern: str
    """Its path from the site's root, with names in braces (`Base.names`); with `{municipality}` there is a
    file for each municipality that the settings or the command name.
    """


@dataclass(frozen=True)
class Offered:
    """A file that a page offers."""

    path: str
    municipality: Municipality | None = None
    """The municipality that it is for, if it is for one."""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A file as the page that offers it shows it."""

    title: str
    explanation: str
    form: str
    """Its type, such as PDF."""
    size: str
    """A slot, which is filled when the file is made."""
    language: Language
    in_language: str
    href: str


def form(path: str) -> str:
    """The type of a file as readers call it: the end of its name, in capitals."""
    return posixpath.splitext(path)[1].removeprefix(".").upper()
