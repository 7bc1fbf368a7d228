"""The guide for editors, from an empty folder to a published trend, in Dutch and English."""

from __future__ import annotations

import re
from pathlib import Path

from trendrapport.diagnostics import Language

HERE = Path(__file__).parent
_OTHER_PAGE = re.compile(r'<a href="[^"]*\.md">(.*?)</a>')


def text(language: Language) -> str:
    """The guide as Markdown."""
    return (HERE / f"{language}.md").read_text("utf-8")


def html(language: Language) -> str:
    """The guide as HTML, in which pages of the docs are named without a link. Its pictures are beside it."""
    from markdown_it import MarkdownIt

    return _OTHER_PAGE.sub(r"\1", MarkdownIt("commonmark").enable("table").render(text(language)))


def picture(name: str) -> bytes | None:
    """One of its pictures, by file name."""
    names = {path.name for path in HERE.glob("*.webp")}
    return (HERE / name).read_bytes() if name in names else None
