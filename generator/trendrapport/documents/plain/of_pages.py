"""The plain text of each page that offers one, and of all of them in one file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from trendrapport.documents.document import Document
from trendrapport.documents.naming import Contents, Names, Wanted
from trendrapport.documents.plain import markdown
from trendrapport.documents.reading.entries import document
from trendrapport.runtime.cache import Kept, digest

Write = Callable[[Document], str]


def plain_files(
    contents: Contents, wanted: Sequence[Wanted], form: str, write: Write, state: str
) -> dict[str, Kept]:
    """A file for each page that offers one; `state` names all of the report but texts and tables."""
    names = Names(form, contents, state)
    return {one.path: _kept(names, _Plain(contents, one, write)) for one in wanted}


def in_one(contents: Contents, wanted: Sequence[Wanted], form: str, state: str) -> Kept:
    """All of them in Markdown, one after the other with a line between; the footnotes of each have its number
    before their own.
    """
    names = Names(form, contents, state)
    texts = []
    for number, one in enumerate(wanted, 1):
        texts.append(_Plain(contents, one, partial(markdown.write, before=f"{number}-")))
    name = digest(*(_kept(names, text).name for text in texts))
    return Kept(name, partial(_joined, texts))


def _kept(names: Names, text: _Plain) -> Kept:
    return Kept(names.of(text.wanted, text.name), text.read)


def _joined(texts: Sequence[_Plain]) -> bytes:
    return b"\n---\n\n".join(text.read() for text in texts)


@dataclass(frozen=True)
class _Plain:
    """The text of one page; it is read only when it is asked for."""

    contents: Contents
    wanted: Wanted
    write: Write

    @cached_property
    def _text(self) -> bytes:
        entry: Any = self.wanted.entry
        shown = document(self.wanted.view, entry, self.wanted.page, self.contents.drawings)
        return self.write(shown).encode()

    def name(self) -> bytes:
        """A digest of all that it says."""
        return digest(self._text).encode()

    def read(self) -> bytes:
        """Its bytes, in UTF-8."""
        return self._text
