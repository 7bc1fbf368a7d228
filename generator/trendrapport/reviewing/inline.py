"""Words in Markdown to signs that know which characters make them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Protocol

from markdown_it.token import Token

from trendrapport.importing.mending import lowered, raised
from trendrapport.prose.captions import caption_of
from trendrapport.prose.html import is_comment
from trendrapport.reviewing.signs import BREAK, CODE, DELETED, EMPHASIS, NOTE, STRONG, Sign, Signs, Wrapper

_FACES = {"em": EMPHASIS, "strong": STRONG, "s": DELETED}
_SMALL = {"sup": raised, "sub": lowered}
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SOFT, _HARD = re.compile(r"[ \t]*\n[ \t]*"), re.compile(r"(?:\\| {2,})\n[ \t]*")
_SIGN = re.compile(r"\\[!-/:-@\[-`{-~]|.", re.DOTALL)
"""A sign, or one that a backslash makes mean nothing more (CommonMark, 2.4)."""
_ON_THE_WEB = re.compile(r"(?:https?://|mailto:)\S+$")


class Meanings(Protocol):
    """What the text of an entry refers to, in words."""

    def cited(self, token: Token) -> str | None:
        """The words for a citation of figures or within a note; None for one that is a note."""

    def picture(self, alt: str) -> tuple[str, str]:
        """What comes before and after the alternative of a picture."""


class UnmappedError(Exception):
    """A text of which not every sign can be found in its file."""


@dataclass
class Walk:
    """The way through a text: its tokens in order, each at its characters."""

    source: str
    means: Meanings
    in_note: bool = False
    at: int = 0
    signs: list[Sign] = field(default_factory=list)
    wrappers: list[Wrapper] = field(default_factory=list)
    faces: list[tuple[str, tuple[int, int]]] = field(default_factory=list)
    small: tuple[str, int, int] | None = None
    """Which small letters are open, and where they begin and end."""
    links: list[tuple[str, int, int]] = field(default_factory=list)
    """The address of each open link, where its words begin and where it ends."""

    def through(self, tokens: Sequence[Token]) -> tuple[Signs, tuple[Wrapper, ...]]:
        """The signs of these tokens, and what sets some of them apart. Raises UnmappedError."""
        for token in tokens:
            self._token(token)
        return tuple(self.signs), tuple(self.wrappers)

    def _token(self, token: Token) -> None:
        name, _, side = token.type.partition("_")
        if name in _SMALL:
            self._small(name, token, side)
        elif token.type == "text" and self.small:
            self._fixed(_SMALL[self.small[0]](token.content), *self.small[1:])
        elif token.type == "text":
            self._text(token.content)
        elif token.type == "softbreak":
            self._line_end(_SOFT, " ")
        elif token.type == "hardbreak":
            self._line_end(_HARD, BREAK)
        elif name in _FACES:
            self._face(_FACES[name], token.markup, side)
        elif token.type == "link_open":
            self._open_link(token)
        elif token.type == "link_close":
            self._close_link()
        else:
            self._whole(token)

    def _add(self, shown: str, start: int, end: int, *, fixed: bool = False) -> None:
        face = frozenset(face for face, _ in self.faces)
        link = ""
        if self.links:
            link = self.links[-1][0]
        self.signs.append(Sign(shown, start, end, face, link, fixed))

    def _fixed(self, text: str, start: int, end: int) -> None:
        for sign in text:
            self._add(sign, start, end, fixed=True)

    def _text(self, text: str) -> None:
        left = text
        while left:
            shown, end = self._next(left)
            for sign in shown:
                self._add(sign, self.at, end, fixed=len(shown) > 1)
            left, self.at = left[len(shown) :], end

    def _next(self, left: str) -> tuple[str, int]:
        """What the next characters show, and where these end."""
        source, at = self.source, self.at
        if source.startswith("\\", at) and source[at + 1 : at + 2] == left[0]:
            return left[0], at + 2
        entity = _ENTITY.match(source, at)
        if entity:
            shown = unescape(entity[0])
            if shown != entity[0] and left.startswith(shown):
                return shown, entity.end()
        if source[at : at + 1] == left[0]:
            return left[0], at + 1
        raise UnmappedError

    def _line_end(self, form: re.Pattern[str], shown: str) -> None:
        found = form.match(self.source, self.at)
        if not found:
            raise UnmappedError
        self._add(shown, self.at, found.end())
        self.at = found.end()

    def _face(self, face: str, markup: str, side: str) -> None:
        if not self.source.startswith(markup, self.at):
            raise UnmappedError
        place = (self.at, self.at + len(markup))
        self.at = place[1]
        if side == "open":
            self.faces.append((face, place))
        else:
            _, opening = self.faces.pop()
            self.wrappers.append(Wrapper(opening, place, face))

    def _small(self, name: str, token: Token, side: str) -> None:
        """Small letters, which come back as signs of their own where there are some."""
        if side == "open":
            self.small = (name, *self._place_of(token))
        elif self.small:
            self.at, self.small = self.small[2], None

    def _open_link(self, token: Token) -> None:
        start, end = self._place_of(token)
        address = str(token.attrs["href"])
        if not _ON_THE_WEB.match(address):
            address = ""
        if token.markup != "bare":
            self.at += 1
        self.links.append((address, start, end))

    def _close_link(self) -> None:
        _, start, end = self.links.pop()
        if self.at < end:
            opening = start + 1
            self.wrappers.append(Wrapper((start, opening), (self.at, end)))
        self.at = end

    def _place_of(self, token: Token) -> tuple[int, int]:
        start, end = token.meta.get("at", -1), token.meta.get("end", -1)
        if start != self.at or end <= start:
            raise UnmappedError
        return start, end

    def _whole(self, token: Token) -> None:
        """What is one thing, whatever its characters are."""
        start, end = self._place_of(token)
        if token.type == "code_inline":
            self._code(token.content, start, end)
        elif token.type == "citation":
            said = self.means.cited(token)
            if said is None and not self.in_note:
                self._add(NOTE + self.source[start:end], start, end)
            else:
                self._fixed(said or self.source[start:end], start, end)
        elif token.type == "footnote_ref" and not self.in_note:
            self._add(NOTE + self.source[start:end], start, end)
        elif token.type == "pointer":
            self._fixed(self.source[start:end], start, end)
        elif token.type == "image":
            self._picture(token, start, end)
        elif token.type == "html_inline":
            if not is_comment(token.content):
                self._fixed(token.content, start, end)
        else:
            raise UnmappedError
        self.at = end

    def _code(self, content: str, start: int, end: int) -> None:
        first = self.source[start:end].replace("\n", " ").find(content)
        if first < 0 or not content:
            raise UnmappedError
        self.faces.append((CODE, (start, start + first)))
        for place, sign in enumerate(content, start + first):
            self._add(sign, place, place + 1)
        _, opening = self.faces.pop()
        self.wrappers.append(Wrapper(opening, (start + first + len(content), end), CODE))

    def _picture(self, token: Token, start: int, end: int) -> None:
        """The alternative of a picture, and the words below it."""
        before, after = self.means.picture(token.content)
        self._fixed(before, start + 2, start + 2)
        self._part(token.content, start, end)
        self._fixed(after, start + 2 + len(token.content), start + 2 + len(token.content))
        caption = caption_of(token)
        for text in (caption.caption, caption.credit):
            if text:
                self._fixed(" ", end, end)
                self._part(text, start + 2 + len(token.content), end)

    def _part(self, text: str, start: int, end: int) -> None:
        """Words within a picture; those that are written in another way there cannot be changed."""
        first = self.source.find(text, start, end)
        if first < 0:
            self._fixed(text, start, start)
            return
        for found in _SIGN.finditer(self.source, first, first + len(text)):
            self._add(found[0][-1], found.start(), found.end())
