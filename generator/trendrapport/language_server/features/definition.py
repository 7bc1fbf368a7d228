"""Where what is named under the cursor was written."""

from __future__ import annotations

from lsprotocol import types

from trendrapport.language_server.features import Server


def register(server: Server) -> None:
    """Answers where the entry, chart, table or word is that a name means."""

    @server.protocol.feature(types.TEXT_DOCUMENT_DEFINITION)
    def define(params: types.DefinitionParams) -> types.Location | None:
        found = server.named(params.text_document.uri, params.position)
        return server.place(found.at) if found else None
