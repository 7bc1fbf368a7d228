"""The words of a tree to words that a text of a report can hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from trendrapport.diagnostics import Text
from trendrapport.importing.kept import NO_LINK, NO_PICTURE, RAW, TRACKED, Cited, Kept, Picture
from trendrapport.importing.lines import SPACE, one_line
from trendrapport.importing.mending import described, lowered, mended, raised
from trendrapport.importing.opening import Pictures
from trendrapport.importing.pictures import ending_of

Inline = dict[str, Any]
Inlines = Sequence[Inline]

_ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")
_SEE = re.compile(r"^(?:zie(?: ook)?|bron|see(?: also)?|source)\b[:\s]*", re.IGNORECASE)
"""What comes before the name of a source in a footnote."""
_BACKSLASH = re.compile(r"(?<=\\)(?=.)")
"""Behind a backslash: Pandoc loses a colon or another sign there within a word, and not between two."""
_MARKED = {"Emph", "Strong", "Strikeout"}
_PLAIN = {"Underline", "SmallCaps"}
_COMMENT = Text(nl="Opmerking van {author}: {text}", en="Comment by {author}: {text}")
_SOMEBODY = Text(nl="iemand", en="somebody")


def text_of(inlines: Inlines) -> str:
    """The words alone."""
    parts = []
    for one in inlines:
        match one:
            case {"t": "Str", "c": str(words)}:
                parts.append(words)
            case {"t": "Space" | "SoftBreak" | "LineBreak"}:
                parts.append(" ")
            case {"t": "Code" | "Math" | "RawInline", "c": [_, str(words)]}:
                parts.append(words)
            case {"t": "Note" | "RawInline" | "Image"}:
                pass
            case {"c": [*_, list(inner)]} if one["t"] in {"Span", "Quoted", "Cite"}:
                parts.append(text_of(inner))
            case {"t": "Link", "c": [_, list(inner), _]}:
                parts.append(text_of(inner))
            case {"c": list(inner)}:
                parts.append(text_of(inner))
    return mended("".join(parts))


class Words:
    """Reads the words of one file, and keeps what is apart from them."""

    def __init__(self, kept: Kept, pictures: Pictures, language_of: Callable[[Text], str]) -> None:
        self.kept = kept
        self._pictures = pictures
        self._in_words = language_of
        self.waiting: list[str] = []
        """The marks of notes that come after the block in which they were found."""

    def read(self, inlines: Inlines) -> list[Inline]:
        """The same words as they are typed, without spaces at their ends."""
        found: list[Inline] = []
        for one in inlines:
            found += self._one(one)
        return _trimmed(_joined(found))

    def _one(self, one: Inline) -> Iterator[Inline]:
        kind: str = one["t"]
        content: Any = one.get("c")
        if kind == "Str":
            yield from _words(mended(content))
        elif kind in {"Space", "SoftBreak"}:
            yield SPACE
        elif kind == "LineBreak":
            yield one
        elif kind in _MARKED:
            yield from _around(kind, self._all(content))
        elif kind in _PLAIN:
            yield from self._all(content)
        elif kind in {"Superscript", "Subscript"}:
            signs = lowered
            if kind == "Superscript":
                signs = raised
            yield from _words(signs(text_of(content)))
        elif kind == "Quoted":
            sign = "'"
            if content[0]["t"] == "DoubleQuote":
                sign = '"'
            yield from [_word(sign), *self.read(content[1]), _word(sign)]
        else:
            yield from self._part(kind, content)

    def _part(self, kind: str, content: Any) -> Iterator[Inline]:  # noqa: ANN401
        if kind == "Span":
            yield from self._span(*content)
        elif kind == "Link":
            yield from self._link(content[1], content[2][0])
        elif kind == "Image":
            yield from self._picture(text_of(content[1]), content[2][0])
        elif kind == "Note":
            yield from self._note(content)
        elif kind == "Cite":
            yield from self._all(content[1])
        elif kind == "Code":
            yield {"t": "Code", "c": [["", [], []], mended(content[1])]}
        elif kind == "Math":
            yield from _words(mended(content[1]))
        elif kind == "RawInline":
            self.kept.tell(RAW)

    def _all(self, inlines: Inlines) -> list[Inline]:
        """Words within others, with the spaces at their ends."""
        found: list[Inline] = []
        for one in inlines:
            found += self._one(one)
        return _joined(found)

    def _span(self, attributes: Any, inner: Inlines) -> Iterator[Inline]:  # noqa: ANN401
        classes, values = attributes[1], dict(attributes[2])
        if "deletion" in classes:
            self.kept.tell(TRACKED)
        elif "comment-start" in classes:
            self._comment(values.get("author", ""), text_of(inner))
        else:
            if "insertion" in classes:
                self.kept.tell(TRACKED)
            yield from self._all(inner)

    def _comment(self, author: str, text: str) -> None:
        name = mended(author) or self._in_words(_SOMEBODY)
        said = self._in_words(_COMMENT.filled(author=name, text=text))
        self.waiting.append(self.kept.note(said))

    def _link(self, inner: Inlines, address: str) -> Iterator[Inline]:
        words = self._all(inner)
        target = mended(address).strip()
        if not re.match(r"(?:https?://|mailto:)\S+$", target):
            self.kept.tell(NO_LINK)
            yield from words
        elif words:
            yield {"t": "Link", "c": [["", [], []], words, [target, ""]]}

    def _picture(self, alt: str, address: str) -> Iterator[Inline]:
        raw = self._pictures(address)
        end = ending_of(raw)
        if not raw or not end:
            self.kept.tell(NO_PICTURE)
            self.waiting.append(
                self.kept.note(f"{PurePosixPath(address).name[:80]} {described(alt)}".strip())
            )
            return
        mark = self.kept.picture(Picture(end, raw, described(alt)))
        yield _word(mark)

    def _note(self, blocks: Sequence[Any]) -> Iterator[Inline]:
        """A footnote: about one address on the web a source, any other a note."""
        inlines = one_line(blocks)
        text = text_of(inlines)
        addresses = list(dict.fromkeys([*_targets(inlines), *_ADDRESS.findall(text)]))
        if len(addresses) == 1:
            title = _SEE.sub("", " ".join(text.replace(addresses[0], " ").split())).strip(" .,;:()<>")
            yield SPACE
            yield _word(self.kept.source(Cited(title or addresses[0], addresses[0])))
        elif text.strip():
            yield {"t": "Note", "c": [{"t": "Para", "c": self.read(inlines)}]}


def _targets(inlines: Inlines) -> Iterator[str]:
    """The addresses of the links in these words."""
    for one in inlines:
        if one["t"] == "Link":
            target = mended(one["c"][2][0]).strip()
            if _ADDRESS.fullmatch(target):
                yield target
        elif one["t"] in _MARKED | _PLAIN:
            yield from _targets(one["c"])
        elif one["t"] == "Span":
            yield from _targets(one["c"][1])


def _word(text: str) -> Inline:
    return {"t": "Str", "c": text}


def _words(text: str) -> Iterator[Inline]:
    """A text with spaces in it as words."""
    for index, word in enumerate(text.split(" ")):
        if index:
            yield SPACE
        for part in filter(None, _BACKSLASH.split(word)):
            yield _word(part)


def _around(kind: str, inner: list[Inline]) -> Iterator[Inline]:
    """Marked words; the spaces at their ends come outside the marks, which they would undo."""
    words = _trimmed(inner)
    if inner and inner[0] == SPACE:
        yield SPACE
    if words:
        yield {"t": kind, "c": words}
    if inner and inner[-1] == SPACE:
        yield SPACE


def _joined(inlines: Inlines) -> list[Inline]:
    """The same with one space where there are more, and one mark where the same comes twice in a row."""
    found: list[Inline] = []
    for one in inlines:
        last = None
        if found:
            last = found[-1]
        if one == SPACE and last == SPACE:
            continue
        if last and last["t"] == one["t"] and one["t"] in _MARKED:
            found[-1] = {"t": one["t"], "c": _joined([*last["c"], *one["c"]])}
        else:
            found.append(one)
    return found


def _trimmed(inlines: Inlines) -> list[Inline]:
    found = list(inlines)
    while found and found[0]["t"] in {"Space", "LineBreak"}:
        found.pop(0)
    while found and found[-1]["t"] in {"Space", "LineBreak"}:
        found.pop()
    return found
