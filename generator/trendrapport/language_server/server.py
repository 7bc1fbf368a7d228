"""The language server: it listens to a text editor, checks what is typed and answers with the features."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from trendrapport import __version__
from trendrapport.diagnostics import Diagnostic
from trendrapport.language_server import features
from trendrapport.language_server.features import Server
from trendrapport.language_server.workspace import Workspace
from trendrapport.runtime.plugins import modules

PAUSE = 0.25
"""Seconds without typing after which the report is checked."""


class _Server(Server):
    """A server for one report."""

    def __init__(self, root: Path) -> None:
        super().__init__(LanguageServer("trendrapport", __version__), Workspace(root.resolve()))
        self._due: asyncio.TimerHandle | None = None
        self._shown: set[str] = set()

    def open(self, document: TextDocument) -> None:
        """Takes over the text of an open file, and has the report checked after a pause."""
        path = self.path(document.uri)
        if path is not None:
            self.report.typed[path] = document.source
        self.check_soon()

    def close(self, uri: str) -> None:
        """From now on what is on disk counts."""
        self.report.typed.pop(self.path(uri) or "", None)
        self.check_soon()

    def check_soon(self) -> None:
        """Has the report checked when nothing has been typed for a moment."""
        if self._due is not None:
            self._due.cancel()
        loop = asyncio.get_running_loop()
        self._due = loop.call_later(PAUSE, lambda: loop.create_task(self._check()))

    async def _check(self) -> None:
        try:
            found = await self.in_turn(self.report.check)
        except OSError as error:
            self.protocol.window_log_message(types.LogMessageParams(types.MessageType.Error, str(error)))
            return
        self._show(found)

    def _show(self, found: Sequence[Diagnostic]) -> None:
        by_path: dict[str, list[Diagnostic]] = {}
        for one in found:
            by_path.setdefault(one.location.path, []).append(one)
        for path in sorted(self._shown | set(by_path)):
            shown = [self.diagnostic(one) for one in by_path.get(path, ())]
            answer = types.PublishDiagnosticsParams(self.uri(path), shown)
            self.protocol.text_document_publish_diagnostics(answer)
        self._shown = set(by_path)


def start(root: Path) -> None:
    """Serves a text editor over standard input and output until it stops."""
    server = serve(root)
    server.protocol.start_io()


def serve(root: Path) -> Server:
    """A server for the report in a folder, with every feature."""
    server = _Server(root)
    protocol = server.protocol

    @protocol.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(_: LanguageServer, params: types.DidOpenTextDocumentParams) -> None:
        server.open(protocol.workspace.get_text_document(params.text_document.uri))

    @protocol.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(_: LanguageServer, params: types.DidChangeTextDocumentParams) -> None:
        server.open(protocol.workspace.get_text_document(params.text_document.uri))

    @protocol.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(_: LanguageServer, params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)

    @protocol.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: LanguageServer, _params: types.DidSaveTextDocumentParams) -> None:
        server.check_soon()

    @protocol.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(_: LanguageServer, _params: types.DidChangeWatchedFilesParams) -> None:
        server.check_soon()

    for feature in modules(features).values():
        feature.register(server)
    return server
