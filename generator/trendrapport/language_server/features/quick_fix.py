"""What mends a finding at once: the same as `check --fix` does."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol import types

from trendrapport.diagnostics import Diagnostic
from trendrapport.diagnostics.changes import AddKeys, Change, Edit, Move
from trendrapport.editing.adding import as_edits
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
    edits: dict[str, list[Edit]] = {}
    moves: list[_Step] = []
    for change in changes:
        match change:
            case Edit(path=path):
                edits.setdefault(path, []).append(change)
            case AddKeys(path=path):
                added = as_edits(change, server.report.bytes_of(path))
                edits.setdefault(path, []).extend(added)
            case Move(path=path, to=to):
                moves.append(types.RenameFile(server.uri(path), server.uri(to)))
            case _:
                return None
    # In one step, as each edit of a file would move what comes after it.
    steps: list[_Step] = [_edited(server, path, own) for path, own in edits.items() if own]
    return [*steps, *moves] or None


def _edited(server: Server, path: str, edits: Sequence[Edit]) -> types.TextDocumentEdit:
    file = types.OptionalVersionedTextDocumentIdentifier(server.uri(path))
    return types.TextDocumentEdit(
        file, [types.TextEdit(server.part(one.at, one.old), one.new) for one in edits]
    )
