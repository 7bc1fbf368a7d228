"""What the word under the pointer means."""

from __future__ import annotations

from lsprotocol import types

from trendrapport.language_server.choices import choices
from trendrapport.language_server.features import Server, lines


def register(server: Server) -> None:
    """Answers what a key, a value or a name means."""

    @server.protocol.feature(types.TEXT_DOCUMENT_HOVER)
    def explain(params: types.HoverParams) -> types.Hover | None:
        uri = params.text_document.uri
        found = server.word(uri, params.position)
        if found is None:
            return None
        for choice in choices(found, lines(server, uri), server.report.report, server.report.language):
            if choice.written == found.typed:
                said = [line for line in (choice.title, choice.explanation) if line]
                content = types.MarkupContent(types.MarkupKind.PlainText, "\n\n".join(said))
                return types.Hover(content) if said else None
        return None
