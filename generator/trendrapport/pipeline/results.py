"""What a publisher asks of a run, and what comes of one."""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.diagnostics import Diagnostic, Language

SITE = "site"
"""The output that others are made beside."""

OUTPUT = "site"
"""The folder, from the report's, for the site, unless another is asked for."""

WORK = "build"
"""The folder, from the report's, in which runs keep what they make, unless another is asked for."""


@dataclass(frozen=True)
class Options:
    """What a publisher asks of a build."""

    strict: bool = False
    drafts: bool = False
    editions: tuple[str, ...] = ()
    output: str = OUTPUT
    work: str = WORK
    verify: bool = False
    """Whether all is read again that was published or kept and has no checksum."""
    municipalities: tuple[str, ...] = ()
    """The municipalities that get files of their own, besides those in the settings."""
    code: bool = True
    """Whether the Python of charts may be run, which is its author's to say."""
    documents: bool = True
    """Whether the files of other outputs than the site are made; a preview shows pages sooner without."""
    as_of: str = ""
    """The day (YYYY-MM-DD) on which the site is what is built; today if empty."""
    in_place: bool = False
    """Whether files are published one by one, which is sooner, rather than all in one moment."""

    @property
    def whole(self) -> bool:
        """Whether all is built that the report publishes."""
        return self.documents and not self.editions


@dataclass(frozen=True)
class Result:
    """What came of a run."""

    diagnostics: tuple[Diagnostic, ...]
    language: Language = "nl"
    built: bool = False
    parts: int = 0
    """How many entries were looked at."""
    pages: int = 0
    charts: int = 0
    links: int = 0
    """How many web addresses were asked for, in this run or a little earlier."""
    address: str = ""
    """The site's address on the web; empty when the settings cannot be read."""
    left_out: str = ""
    """What readers do not get yet and why, in the report's language."""
