"""What a preview adds to the pages that it shows: findings, and reloading after a rebuild.

Never a part of the published site.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from trendrapport.diagnostics import Diagnostic, Language
from trendrapport.language.labels import Labels

if TYPE_CHECKING:
    from jinja2 import Environment

MESSAGES = "/_meldingen"
"""The address of the page with all findings."""

PARTS = "/.preview/"
"""Where what a preview adds stands; no name of a page begins with a dot."""


@dataclass(frozen=True)
class Told:
    """What came of a rebuild, for who looks at its pages."""

    diagnostics: tuple[Diagnostic, ...] = ()
    language: Language = "nl"
    built: bool = False
    failure: str = ""
    """Why the report could not be built at all, if so."""
    address: str = ""
    """Where the site will stand, which its page for missing pages starts from."""


def part(name: str) -> bytes | None:
    """A file that a preview adds, by name."""
    return files(__name__).joinpath(name).read_bytes() if name in {"preview.css", "preview.js"} else None


def messages(told: Told, build: str) -> bytes:
    """The page with all findings."""
    return _render("messages", told, build)


def added(page: bytes, told: Told, build: str) -> bytes:
    """A page of the site with the number of findings and the script that reloads it, of which `build` names
    the state.
    """
    start = page.find(b">", page.find(b"<body")) + 1
    return page[:start] + _render("banner", told, build) + page[start:]


def _render(template: str, told: Told, build: str) -> bytes:
    labels = Labels(told.language)
    shown = [{"at": str(finding.location), "code": finding.code, "severity": labels(f"preview_{finding.severity}"), "sort": str(finding.severity),
              **{name: getattr(finding, name).of(told.language) for name in ("what", "why", "fix")}} for finding in told.diagnostics]
    context = {"label": labels, "told": told, "findings": shown, "summary": _summary(told, labels), "build": build,
               "messages": MESSAGES, "parts": PARTS}
    return _environment().get_template(f"{template}.html.j2").render(context).encode()


def _summary(told: Told, labels: Labels) -> str:
    """How much was found, and whether the pages show the last version."""
    counts = Counter(str(finding.severity) for finding in told.diagnostics)
    found = ", ".join(labels.count(f"count_{sort}", counts[sort]) for sort in ("error", "warning") if counts[sort])
    said = [told.failure or (f"{found}." if found else labels("preview_none"))]
    return " ".join([*said, *([] if told.built else [labels("preview_old")])])


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    settings: dict[str, Any] = {"autoescape": True, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    return Environment(loader=PackageLoader("trendrapport.site", "preview"), **settings)  # noqa: S701 - escaping is on
