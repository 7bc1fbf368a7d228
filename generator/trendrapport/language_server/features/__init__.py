"""A file per thing that a text editor can ask. A module here holds `register(server)`, which adds the answer
to that to a server, and nothing registers it elsewhere.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path
from pygls.workspace import ServerTextPosition, ServerTextRange, TextDocument

from trendrapport.diagnostics import Diagnostic, Location, Severity
from trendrapport.language_server.names import Named, find
from trendrapport.language_server.spot import Spot, spot, whole_word
from trendrapport.language_server.workspace import Workspace
from trendrapport.model.entries.trends import Trend
from trendrapport.model.judgement import trend_model

_WORD = re.compile(r"[^\s,\[\]{}()]+")
Made = TypeVar("Made")
FindSpot = Callable[[str, Sequence[str], int, int, type[Trend] | None], Spot | None]
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.ADVICE: types.DiagnosticSeverity.Hint,
}


@dataclass
class Server:
    """What features work with: the connection to the editor, and the report that is edited."""

    protocol: LanguageServer
    report: Workspace
    _one_at_a_time: ThreadPoolExecutor = field(default_factory=partial(ThreadPoolExecutor, max_workers=1))

    async def in_turn(self, work: Callable[..., Made], *arguments: str) -> Made:
        """What is made of the report, one thing at a time and beside what the editor asks meanwhile."""
        return await asyncio.get_running_loop().run_in_executor(self._one_at_a_time, work, *arguments)

    def path(self, uri: str) -> str | None:
        """The path from the report's root of a file; None for one elsewhere."""
        return self.report.path(to_fs_path(uri))

    def document(self, uri: str) -> TextDocument:
        """A file as it is in the editor, or else on disk."""
        return self.protocol.workspace.get_text_document(uri)

    def spot(self, uri: str, position: types.Position) -> Spot | None:
        """What is before a cursor."""
        return self._found(spot, uri, position)

    def word(self, uri: str, position: types.Position) -> Spot | None:
        """The whole word that a cursor is in."""
        return self._found(whole_word, uri, position)

    def _found(self, find: FindSpot, uri: str, position: types.Position) -> Spot | None:
        path, document = self.path(uri), self.document(uri)
        if path is None:
            return None
        at = document.position_from_client_units(position)
        report = self.report.report
        trend = trend_model(report.config) if report else None
        return find(path, _lines(document), at.line, at.character, trend)

    def named(self, uri: str, position: types.Position) -> Named | None:
        """What the word that a cursor is in names."""
        found, report = self.word(uri, position), self.report.report
        if found is None or report is None or not found.to:
            return None
        return find(report, found.to, found.typed, found.edition)

    def uri(self, path: str) -> str:
        """The address of a file, by its path from the report's root."""
        return from_fs_path(str(self.report.root / path)) or ""

    def place(self, at: Location) -> types.Location:
        """The word that begins at a character of a file, as the editor knows it."""
        # An empty file has a first character to report all the same.
        line = [*lines(self, self.uri(at.path)), ""][at.line - 1]
        word = _WORD.match(line, at.column - 1)
        return types.Location(self.uri(at.path), self.part(at, word[0] if word else ""))

    def part(self, at: Location, text: str) -> types.Range:
        """Where a text is in a file that begins at a character, as the editor counts."""
        *before, last = text.split("\n")
        column = len(last) if before else at.column - 1 + len(last)
        start = ServerTextPosition(at.line - 1, at.column - 1)
        end = ServerTextPosition(at.line - 1 + len(before), column)
        return self.document(self.uri(at.path)).range_to_client_units(ServerTextRange(start, end))

    def diagnostic(self, finding: Diagnostic) -> types.Diagnostic:
        """A finding as the editor shows it: what, why and how to fix it, from its character to the end of the
        word.
        """
        language = self.report.language
        sentences = (finding.what, finding.why, finding.fix)
        return types.Diagnostic(
            range=self.place(finding.location).range,
            message="\n".join(sentence.of(language) for sentence in sentences),
            severity=_SEVERITIES[finding.severity],
            code=finding.code,
            source="trendrapport",
        )


def lines(server: Server, uri: str) -> list[str]:
    """The lines of a file as it is in the editor."""
    return _lines(server.document(uri))


def _lines(document: TextDocument) -> list[str]:
    try:
        return document.source.split("\n")
    except (OSError, UnicodeDecodeError):
        return [""]
