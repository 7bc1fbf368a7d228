"""What mends a finding at once: the same as `check --fix` does."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol import types

from trendrapport.diagnostics import Diagnostic
from trendrapport.diagnostics.changes import Change, Edit, Move
from trendrapport.language_server.features import Server

_FIX = types.CodeActionKind.QuickFix
_Step = types.TextDocumentEdit | types.RenameFile


def register(server: Server) -> None:
    """Answers what mends the findings in a part of a file."""

    @server.protocol.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([_FIX]))
    def offer(params: types.CodeActionParams) -> list[types.CodeAction]:
        path = server.path(params.text_document.uri)
        shown = [(one.code, one.range.start) for one in params.context.diagnostics]
        offered = []
        for finding in server.report.found:
            if finding.location.path != path or not finding.changes:
                continue
            diagnostic = server.diagnostic(finding)
            if (diagnostic.code, diagnostic.range.start) in shown:
                offered += _action(server, finding, diagnostic)
        return offered


def _action(server: Server, finding: Diagnostic, diagnostic: types.Diagnostic) -> list[types.CodeAction]:
    """The one thing that mends a finding, if an editor can do it."""
    steps = _steps(server, finding.changes)
    if steps is None:
        return []
    title = finding.fix.of(server.report.language)
    edit = types.WorkspaceEdit(document_changes=[*steps])
    return [types.CodeAction(title, kind=_FIX, diagnostics=[diagnostic], edit=edit, is_preferred=True)]


def _steps(server: Server, changes: Sequence[Change]) -> list[_Step] | None:
    """What an editor does for these changes; None if one is not about text, such as a picture."""
    steps: list[_Step] = []
    for change in changes:
        match change:
            case Edit():
                steps.append(_edit(server, change))
            case Move():
                steps.append(types.RenameFile(server.uri(change.path), server.uri(change.to)))
            case _:
                return None
    return steps


def _edit(server: Server, change: Edit) -> types.TextDocumentEdit:
    uri = server.uri(change.path)
    file = types.OptionalVersionedTextDocumentIdentifier(uri)
    replaced = server.part(change.at, change.old)
    return types.TextDocumentEdit(file, [types.TextEdit(replaced, change.new)])
