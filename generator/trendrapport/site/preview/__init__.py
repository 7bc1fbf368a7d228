"""What a preview adds to the pages that it shows: findings, and reloading after a rebuild.

Never a part of the published site.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from trendrapport.diagnostics import Diagnostic, Language, Location
from trendrapport.language.labels import Labels
from trendrapport.manual import guide
from trendrapport.site.page_templates import templates_of

MESSAGES = "/_meldingen"
"""The address of the page with all findings."""

BOARD = "/_stand"
"""The address of the page with how far each text is."""

GUIDE = "/_handleiding/"
"""The address of the guide for editors; its pictures are below it."""

NEW_CHART = "/_new-chart/"
"""The address of the page with the charts that a table can become."""

PARTS = "/.preview/"
"""The folder of what a preview adds; no name of a page begins with a dot."""

REBUILDS = "/.preview/rebuilds"
"""Where pages hear of each rebuild."""

BESIDE = "/.preview/advice"
"""Where a page asks for the advice on its text."""

EDITORS = {
    "vscode": "vscode://file{path}:{line}:{column}",
    "zed": "zed://file{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
    "sublime": "subl://open?url=file://{path}&line={line}&column={column}",
}
"""Addresses at which text editors open a file, as their manuals give them; the path begins with a slash."""

_FILES = ("preview.css", "preview.js")


@dataclass(frozen=True)
class Outcome:
    """What came of a rebuild, for those who look at its pages."""

    diagnostics: tuple[Diagnostic, ...] = ()
    language: Language = "nl"
    built: bool = False
    failure: str = ""
    """Why the report could not be built at all, if so."""
    address: str = ""
    """The site's address on the web, from which its page for missing pages starts."""
    root: Path = Path()
    """The report's folder."""
    editor: str = ""
    """The text editor in which findings open, one of `EDITORS`; empty for none."""


def part(name: str) -> bytes | None:
    """A file that a preview adds, by name."""
    return files(__name__).joinpath(name).read_bytes() if name in _FILES else None


def messages(outcome: Outcome, build: str, advice: Iterable[Diagnostic] = ()) -> bytes:
    """The page with all findings, and advice below them."""
    return _render("messages", outcome, build, advice)


def guide_page(outcome: Outcome, name: str) -> bytes | None:
    """The guide for editors in the report's language, or a picture of it by name."""
    if name:
        return guide.picture(name)
    return rendered("guide", outcome, "", {"text": guide.html(outcome.language)})


def beside(outcome: Outcome, advice: Iterable[Diagnostic]) -> bytes:
    """What a page shows of the advice on its text."""
    return _render("beside", outcome, "", advice)


def added(page: bytes, outcome: Outcome, build: str) -> bytes:
    """A page of the site with the number of findings, the ways to the pages for editors, and the script that
    reloads it when the name `build` changes.
    """
    start = page.find(b">", page.find(b"<body")) + 1
    # Behind all of the page, so that the keyboard reaches the page's own links first.
    end = page.rfind(b"</body>")
    end = end if end >= start else len(page)
    banner, corner = _render("banner", outcome, build), rendered("corner", outcome, build, {})
    return page[:start] + banner + page[start:end] + corner + page[end:]


def _render(template: str, outcome: Outcome, build: str, advice: Iterable[Diagnostic] = ()) -> bytes:
    labels = Labels(outcome.language)
    findings = [_finding(finding, outcome, labels) for finding in outcome.diagnostics]
    advised = [_finding(finding, outcome, labels) for finding in advice]
    return rendered(template, outcome, build, {"findings": findings, "advice": advised})


def rendered(template: str, outcome: Outcome, build: str, more: Mapping[str, object]) -> bytes:
    """A template of this folder, with the values that all have and its own."""
    labels = Labels(outcome.language)
    context = {
        "label": labels,
        "outcome": outcome,
        "summary": summary(outcome),
        "build": build,
        "messages": MESSAGES,
        "board": BOARD,
        "beside": BESIDE,
        "entrances": _entrances(labels),
        "parts": PARTS,
        **more,
    }
    return templates_of(__name__).get_template(f"{template}.html.j2").render(context).encode()


def _entrances(labels: Labels) -> list[tuple[str, str]]:
    """The address and the name of each page for editors."""
    return [
        (MESSAGES, labels("preview_title")),
        (BOARD, labels("board_see")),
        (NEW_CHART, labels("preview_new_chart")),
        (GUIDE, labels("preview_guide")),
    ]


def _finding(finding: Diagnostic, outcome: Outcome, labels: Labels) -> dict[str, str]:
    return {
        "at": str(finding.location),
        "address": in_editor(finding.location, outcome),
        "code": finding.code,
        "severity": labels(f"preview_{finding.severity}"),
        "sort": str(finding.severity),
        "what": finding.what.of(labels.language),
        "why": finding.why.of(labels.language),
        "fix": finding.fix.of(labels.language),
    }


def in_editor(at: Location, outcome: Outcome) -> str:
    """The address that opens a text editor at a character; empty without an editor."""
    if not outcome.editor:
        return ""
    path = quote("/" + (outcome.root.resolve() / at.path).as_posix().lstrip("/"))
    return EDITORS[outcome.editor].format(path=path, line=at.line, column=at.column)


def summary(outcome: Outcome) -> str:
    """How much was found, and whether the pages show the last version."""
    labels = Labels(outcome.language)
    sentences = [outcome.failure or _counts(outcome, labels)]
    if not outcome.built:
        sentences.append(labels("preview_old"))
    return " ".join(sentences)


def _counts(outcome: Outcome, labels: Labels) -> str:
    counts = Counter(str(finding.severity) for finding in outcome.diagnostics)
    found = [labels.count(f"count_{sort}", counts[sort]) for sort in ("error", "warning") if counts[sort]]
    return f"{', '.join(found)}." if found else labels("preview_none")
