"""HTML in the text (`raw-html`).

Texts are Markdown and nothing else: HTML is shown as the characters that were typed, never
passed on to the reader's browser. Use Markdown, or a block such as ```` ```figure name ````.
Comments (`<!-- ... -->`) may be used; readers do not get them.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Location, Text
from trendrapport.report import Report

_WHAT = Text(nl="hier staat HTML in de tekst", en="there is HTML in the text here")
_WHY = Text(nl="lezers zouden de HTML-code zien; inhoud wordt nooit uitgevoerd",
            en="readers would see the HTML code; content is never run")
_FIX = Text(nl="Gebruik Markdown, of zet \\ voor het teken <.", en="Use Markdown, or put \\ before the < sign.")


def check(report: Report) -> Iterator[Diagnostic]:
    """Every place where a text holds HTML."""
    for entry in report.texts:
        for at in entry.outline.html:
            yield Diagnostic(Location(entry.source.path, at.line, at.column), "raw-html", _WHAT, _WHY, _FIX)
