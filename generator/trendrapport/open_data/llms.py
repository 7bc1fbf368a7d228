"""`llms.txt`: what a report holds, in Markdown, for programs that answer questions with it
(https://llmstxt.org): each text with its address and summary, edition by edition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from trendrapport.documents.plain.markdown import escaped, web_address
from trendrapport.open_data.addresses import BASE, OPENAPI
from trendrapport.pages.view import View
from trendrapport.report.report import Entry

INDEX, WHOLE = "llms.txt", "llms-full.txt"

_KINDS = ("trends", "interviews", "columns", "forewords")
"""What is in an edition, in this order."""


def texts(view: View) -> list[Entry[Any]]:
    """Every text of the report in its own language: edition by edition, the newest first, and then what
    belongs to none.
    """
    found: list[Entry[Any]] = []
    for edition in view.editions:
        found += _of_edition(view, edition.slug)
    return [*found, *_others(view)]


def _of_edition(view: View, edition: str) -> list[Entry[Any]]:
    whole = view.edition_by_slug[edition]
    inside = [entry for entry in view.report.by_path.values() if entry.edition == edition]
    ordered: list[Entry[Any]] = [*view.trends(whole), *view.interviews(whole)]
    others = [entry for entry in inside if entry.kind in _KINDS[2:]]
    return [*ordered, *sorted(others, key=lambda entry: _KINDS.index(entry.kind))]


def _others(view: View) -> list[Entry[Any]]:
    found = [entry for entry in view.report.by_path.values() if entry.edition is None]
    return sorted(found, key=lambda entry: (entry.kind, entry.slug))


def index(view: View) -> str:
    """The list of all texts."""
    config = view.report.config
    licence = f" {config.licence.name}." if config.licence else ""
    lines = [
        f"# {escaped(config.title)}",
        "",
        f"> {escaped(config.description)}",
        "",
        f"{escaped(config.publisher.name)}.{escaped(licence)}",
        "",
    ]
    for edition in view.editions:
        texts_inside = _of_edition(view, edition.slug)
        lines += _section(view, view.edition_title(edition), texts_inside)
    for kind, name in (("instruments", "instruments"), ("pages", "about_site")):
        others = [entry for entry in _others(view) if entry.kind == kind]
        lines += _section(view, view.labels(name), others)
    return "\n".join([*lines, *_for_programs(view)])


def _section(view: View, title: str, entries: Sequence[Entry[Any]]) -> Iterator[str]:
    if entries:
        yield f"## {escaped(title)}"
        yield ""
        yield from (_line(view, entry) for entry in entries)
        yield ""


def _line(view: View, entry: Entry[Any]) -> str:
    """A text: its Markdown where the report offers that, else its page."""
    page = view.path(entry)
    path = page.removesuffix(".html") + ".md" if "markdown" in view.report.config.outputs else page
    return (
        f"- [{escaped(entry.data.title)}]({web_address(view.address(path))}): {escaped(entry.data.summary)}"
    )


def _for_programs(view: View) -> Iterator[str]:
    """What else programs can read, which they may leave out."""
    yield "## Optional"
    yield ""
    yield f"- [{WHOLE}]({web_address(view.address(WHOLE))})"
    if "api" in view.report.config.outputs:
        yield f"- [{escaped(view.labels('api'))}]({web_address(view.address(f'{BASE}/{OPENAPI}'))})"
    yield ""
