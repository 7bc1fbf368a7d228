"""What can be written where the cursor is."""

from __future__ import annotations

from lsprotocol import types

from trendrapport.language_server.choices import Choice, choices
from trendrapport.language_server.features import Server, lines

_BEFORE = [" ", ":", "@", "[", ",", "-", "`", "{"]
"""Signs after which an editor asks at once what can follow."""


def register(server: Server) -> None:
    """Answers what can be written at a cursor."""

    @server.protocol.feature(
        types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=_BEFORE)
    )
    def complete(params: types.CompletionParams) -> list[types.CompletionItem]:
        uri = params.text_document.uri
        found = server.spot(uri, params.position)
        if found is None:
            return []
        start = types.Position(params.position.line, params.position.character - len(found.typed))
        replaced = types.Range(start, params.position)
        offered = choices(found, lines(server, uri), server.report.report, server.report.language)
        return [_item(one, replaced) for one in offered]


def _item(choice: Choice, replaced: types.Range) -> types.CompletionItem:
    written, kind = choice.written, types.CompletionItemKind.Value
    if choice.is_key:
        written, kind = f"{choice.written}: ", types.CompletionItemKind.Property
    return types.CompletionItem(
        label=choice.written,
        kind=kind,
        detail=choice.title or None,
        documentation=choice.explanation or None,
        filter_text=f"{choice.written} {choice.title}",
        text_edit=types.TextEdit(replaced, written),
    )
