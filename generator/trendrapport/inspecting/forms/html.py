"""What a reader would notice as a page of its own, with the drawings of figures side by side."""

from __future__ import annotations

from base64 import b64encode

from trendrapport.diagnostics import Language
from trendrapport.inspecting.noticed import Noticed
from trendrapport.inspecting.sections import AFTER, BEFORE, COLUMN, NOTHING, ROW, TITLE, sections
from trendrapport.site.page_templates import templates_of

_WORDS = {"title": TITLE, "nothing": NOTHING, "before": BEFORE, "after": AFTER, "row": ROW, "column": COLUMN}


def written(noticed: Noticed, language: Language) -> str:
    """The page, which needs no other file. Drawings are pictures in it, and nothing in them runs."""
    template = templates_of("trendrapport.inspecting.forms").get_template("page.html.j2")
    words = {name: text.of(language) for name, text in _WORDS.items()}
    return (
        template.render(language=language, words=words, sections=sections(noticed), picture=_picture) + "\n"
    )


def _picture(drawing: bytes) -> str:
    return f"data:image/svg+xml;base64,{b64encode(drawing).decode()}"
