"""Another name for what the cursor is on, with all that refers to it: the same as `trendrapport rename`."""

from __future__ import annotations

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from trendrapport.diagnostics import CannotRunError
from trendrapport.editing.renaming.renamed import Renamed
from trendrapport.files.contents import Files
from trendrapport.language_server.features import Server

_Step = types.TextDocumentEdit | types.RenameFile
_FAILED = types.LSPErrorCodes.RequestFailed.value
_END = types.Position(2**31 - 1, 0)
"""Behind the last line of any file, as the protocol has it."""


def register(server: Server) -> None:
    """Answers what changes in which files when something gets another name."""

    @server.protocol.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    async def rename(params: types.RenameParams) -> types.WorkspaceEdit | None:
        found = server.word(params.text_document.uri, params.position)
        if found is None or not found.to:
            return None
        try:
            renamed = await server.in_turn(server.report.rename, found.to, found.typed, params.new_name)
        except CannotRunError as error:
            raise JsonRpcException(str(error), _FAILED) from error
        return types.WorkspaceEdit(document_changes=_steps(server, renamed))

    @server.protocol.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        found = server.word(params.text_document.uri, params.position)
        if found is None or server.named(params.text_document.uri, params.position) is None:
            return None
        return types.PrepareRenamePlaceholder(types.Range(params.position, params.position), found.typed)


def _steps(server: Server, renamed: Renamed) -> list[_Step | types.CreateFile | types.DeleteFile]:
    """First what changes in files, then their new places: an editor takes the steps in this order."""
    steps: list[_Step | types.CreateFile | types.DeleteFile] = []
    for path, text in _texts(renamed.files, renamed.moved).items():
        file = types.OptionalVersionedTextDocumentIdentifier(server.uri(path))
        whole = types.Range(types.Position(0, 0), _END)
        steps.append(types.TextDocumentEdit(file, [types.TextEdit(whole, text)]))
    for path, to in renamed.moved.items():
        steps.append(types.RenameFile(server.uri(path), server.uri(to)))
    return steps


def _texts(files: Files, moved: dict[str, str]) -> dict[str, str]:
    """The new text of each file that is a text, by the path that it still has."""
    former = {to: path for path, to in moved.items()}
    found: dict[str, str] = {}
    for path, raw in files.items():
        if raw is not None and path.endswith((".md", ".yml", ".py", ".json", ".csv")):
            found[former.get(path, path)] = raw.decode()
    return found
