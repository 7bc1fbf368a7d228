"""A document that came back, as Pandoc reads it, to paragraphs of signs and the comments in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from trendrapport.importing.lines import rows_of
from trendrapport.importing.mending import described, lowered, raised
from trendrapport.importing.opening import AS_LINK, Tree
from trendrapport.reviewing.paragraphs import NOTES, Comment, NewPicture, Paragraph, Returned
from trendrapport.reviewing.pieces import Kind
from trendrapport.reviewing.signs import (
    BREAK,
    DELETED,
    EMPHASIS,
    NOTE,
    STRONG,
    UNSURE,
    Sign,
    settled,
)

Json = Any
"""What Pandoc says in JSON."""
_FACES = {"Strong": STRONG, "Emph": EMPHASIS, "Strikeout": DELETED}
_SIGNS = {"Superscript": raised, "Subscript": lowered}
_INSIDE = {"Underline", "SmallCaps", *_SIGNS, *_FACES}


@dataclass
class _Said:
    """A comment while its words are read."""

    author: str
    day: str
    text: str
    paragraph: int
    about: list[str] = field(default_factory=list)


def returned(tree: Tree) -> Returned:
    """What a tree holds, in its order; the title and the subtitle come first."""
    reader = _Reader()
    for name in ("title", "subtitle"):
        for inlines in _lines(tree.get("meta", {}).get(name, {})):
            reader.paragraph(inlines, Kind.PARAGRAPH)
    reader.blocks(tree["blocks"])
    reader.end()
    return reader.found


def _lines(value: Json) -> Iterator[Sequence[Json]]:
    if value.get("t") == "MetaInlines":
        yield value["c"]
    elif value.get("t") == "MetaBlocks":
        for block in value["c"]:
            yield block.get("c", [])


class _Reader:
    def __init__(self) -> None:
        self.found = Returned()
        self._open: dict[str, _Said] = {}
        self._signs: list[Sign] = []
        self._pictures: list[NewPicture] = []
        self._goes_on = False
        """Whether somebody took away the end of the paragraph before."""
        self._tables = 0
        self._cells = 0
        """How many paragraphs there are before the cell that is read."""
        self._where: dict[str, Any] = {}

    def end(self) -> None:
        """Keeps the comments of which no end was found, and a paragraph that went on."""
        for number in list(self._open):
            self._close(number)
        signs = settled(self._signs)
        if self._goes_on and signs:
            self.found.paragraphs.append(Paragraph(self._where.pop("kind"), signs, **self._where))
        self._keep_pictures()

    def blocks(self, blocks: Sequence[Json], kind: Kind = Kind.PARAGRAPH, **where: Json) -> None:
        """Reads these blocks; the first paragraph is of this kind, at this place."""
        for block in blocks:
            content: Any = block.get("c")
            match block["t"]:
                case "Para" | "Plain":
                    self.paragraph(content, kind, **where)
                case "Header":
                    self.paragraph(content[2], Kind.HEADING, level=content[0])
                case "BulletList":
                    self._items(content, ordered=False, where=where)
                case "OrderedList":
                    self._items(content[1], ordered=True, where=where)
                case "Table":
                    self._table(content)
                case "CodeBlock":
                    self.paragraph([{"t": "Str", "c": content[1]}], kind, **where)
                case "LineBlock":
                    for line in content:
                        self.paragraph(line, kind, **where)
                case _:
                    self._others(block["t"], content, kind, where)
            if kind is Kind.ITEM:
                kind = Kind.PARAGRAPH

    def _others(self, name: str, content: Json, kind: Kind, where: dict[str, Any]) -> None:
        if name in {"BlockQuote"}:
            self.blocks(content, kind, **where)
        elif name == "Figure":
            self._figure(content[1][1], content[2])
        elif name == "Div":
            self.blocks(content[-1], kind, **where)
        elif name == "DefinitionList":
            for term, meanings in content:
                self.paragraph(term, Kind.PARAGRAPH)
                for meaning in meanings:
                    self.blocks(meaning)

    def _items(self, items: Sequence[Json], *, ordered: bool, where: dict[str, Any]) -> None:
        depth = int(where.get("depth", -1)) + 1
        for item in items:
            self.blocks(item, Kind.ITEM, depth=depth, ordered=ordered)

    def _table(self, content: Json) -> None:
        self._tables += 1
        rows = rows_of(content)
        is_merged = any(map(_has_merged, rows))
        for number, row in enumerate(rows, 1):
            column = 1
            for _, _, _, across, blocks in row[1]:
                self._cell(blocks, number, column, is_merged=is_merged)
                column += across

    def _cell(self, blocks: Sequence[Json], row: int, column: int, *, is_merged: bool) -> None:
        """A cell as one paragraph."""
        outer, self.found.paragraphs = self.found.paragraphs, []
        self._cells = len(outer)
        self.blocks(blocks)
        self._cells = 0
        inner, self.found.paragraphs = self._without_pictures(self.found.paragraphs), outer
        signs: list[Sign] = []
        for one in inner:
            signs += [Sign(" "), *one.signs]
        made = Paragraph(
            Kind.CELL, settled(signs), table=self._tables, row=row, column=column, is_merged=is_merged
        )
        self.found.paragraphs.append(made)

    def _without_pictures(self, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
        """The paragraphs of a cell or note; a picture in it is only counted."""
        found = [one for one in paragraphs if one.picture is None]
        self.found.pictures += len(paragraphs) - len(found)
        return found

    def paragraph(self, inlines: Sequence[Json], kind: Kind, **where: Json) -> None:
        """Reads a paragraph; it goes on in the one before if somebody took away what parts them."""
        if not self._goes_on:
            self._signs = []
        elif self._signs:
            kind, where = self._where.pop("kind", kind), self._where
        self._goes_on = False
        self._inlines(inlines, frozenset(), "")
        if self._goes_on:
            self._where = {"kind": kind, **where}
            return
        signs = settled(self._signs)
        if signs:
            self.found.paragraphs.append(Paragraph(kind, signs, **where))
        self._keep_pictures()

    def _keep_pictures(self) -> None:
        """Keeps the pictures of a paragraph behind it."""
        for one in self._pictures:
            self.found.paragraphs.append(Paragraph(Kind.PICTURE, (), picture=one))
        self._pictures = []

    def _figure(self, caption: Sequence[Json], blocks: Sequence[Json]) -> None:
        """A picture with the words below it."""
        place = len(self.found.paragraphs)
        self.blocks(blocks)
        pictures = [one for one in self.found.paragraphs[place:] if one.picture]
        if len(pictures) != 1 or pictures[0].picture is None:
            self.blocks(caption)
            return
        words = " ".join(_text(block["c"]) for block in caption if block["t"] in {"Para", "Plain"})
        made = replace(pictures[0], picture=replace(pictures[0].picture, caption=words))
        self.found.paragraphs[self.found.paragraphs.index(pictures[0], place)] = made

    def _inlines(self, inlines: Sequence[Json], face: frozenset[str], link: str) -> None:
        for one in inlines:
            self._inline(one, face, link)

    def _inline(self, one: Json, face: frozenset[str], link: str) -> None:
        name, content = one["t"], one.get("c")
        if name == "Str":
            self._add(content, face, link)
        elif name in {"Space", "SoftBreak"}:
            self._add(" ", face, link)
        elif name == "LineBreak":
            self._add(BREAK, face, link)
        elif name in _SIGNS:
            self._add(_SIGNS[name](_text(content)), face, link)
        elif name in _INSIDE:
            more = {_FACES[name]} if name in _FACES else set()
            self._inlines(content, face | more, link)
        elif name == "Link":
            self._inlines(content[1], face, content[2][0])
        elif name == "Note":
            self._note(content)
        else:
            self._other(name, content, face, link)

    def _other(self, name: str, content: Json, face: frozenset[str], link: str) -> None:
        if name == "Span":
            self._span(content[0], content[1], face, link)
        elif name == "Quoted":
            sign = "'" if content[0]["t"] == "SingleQuote" else '"'
            self._add(sign, face, link)
            self._inlines(content[1], face, link)
            self._add(sign, face, link)
        elif name == "Cite":
            self._inlines(content[1], face, link)
        elif name in {"Code", "Math"}:
            self._add(content[1], face, link)
        elif name == "Image":
            self._pictures.append(NewPicture(content[2][0], described(_text(content[1]))))

    def _add(self, text: str, face: frozenset[str], link: str) -> None:
        self._signs += [Sign(sign, face=face, link=link) for sign in text]
        for said in self._open.values():
            said.about.append(text)

    def _note(self, blocks: Sequence[Json]) -> None:
        inner = _Reader()
        inner.blocks(blocks)
        signs: list[Sign] = []
        for one in self._without_pictures(inner.found.paragraphs):
            signs += [Sign(" "), *one.signs]
        self.found.tracked += inner.found.tracked
        for comment in inner.found.comments:
            self.found.comments.append(replace(comment, paragraph=len(self.found.paragraphs)))
        self._signs.append(Sign(f"{NOTE}{NOTES + len(self.found.notes)}"))
        self.found.notes.append(settled(signs))

    def _span(self, attributes: Json, inner: Sequence[Json], face: frozenset[str], link: str) -> None:
        _, classes, values = attributes
        known = dict(values)
        author = str(known.get("author", ""))
        if "deletion" in classes:
            self.found.tracked[author] += 1
        elif "paragraph-deletion" in classes:
            self.found.tracked[author] += 1
            self._goes_on = True
        elif "paragraph-insertion" in classes:
            self.found.tracked[author] += 1
        elif "comment-start" in classes:
            day = str(known.get("date", ""))[:10]
            number = self._cells or len(self.found.paragraphs)
            self._open[str(known.get("id"))] = _Said(author, day, _text(inner), number)
        elif "comment-end" in classes:
            self._close(str(known.get("id")))
        else:
            if AS_LINK in classes:
                face = face | {UNSURE}
            if "insertion" in classes:
                self.found.tracked[author] += 1
            self._inlines(inner, face, link)

    def _close(self, number: str) -> None:
        said = self._open.pop(number, None)
        if said:
            about = " ".join("".join(said.about).split())
            made = Comment(said.author, said.day, " ".join(said.text.split()), about, said.paragraph)
            self.found.comments.append(made)


def _has_merged(row: Json) -> bool:
    """Whether a cell of a row takes the place of several."""
    return any(down > 1 or across > 1 for _, _, down, across, _ in row[1])


def _text(inlines: Sequence[Json]) -> str:
    """The words alone."""
    parts = []
    for one in inlines:
        content: Any = one.get("c")
        if one["t"] == "Str":
            parts.append(content)
        elif one["t"] in {"Space", "SoftBreak", "LineBreak"}:
            parts.append(" ")
        elif one["t"] == "Link" or one["t"] == "Span":
            parts.append(_text(content[1]))
        elif one["t"] in _INSIDE:
            parts.append(_text(content))
    return "".join(parts)
