"""A page as HTML to what a reader gets of it: its paragraphs in order, and the tables of a figure.

Left out is what readers do not read from beginning to end, such as menus and ways to share, and what changes
with the rest, such as the numbers of sources and the sizes of downloads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from trendrapport.reviewing.pairing import Shown

Row = tuple[str, ...]

_NOT_READ = frozenset({"script", "style", "template", "svg", "nav", "button", "head"})
_NOT_READ_CLASSES = frozenset({"along", "back", "cite", "citations", "contents", "keys", "share", "unseen"})
_DETAILS_OF_FIGURE = frozenset({"drawing", "words", "data", "places"})
"""What of a figure is on its own page, where it is compared."""
_ALONE = "alone"
"""The class of a figure on its own page."""
_WITHIN = frozenset(
    {
        *(
            "a",
            "abbr",
            "b",
            "bdi",
            "bdo",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "i",
            "ins",
            "kbd",
            "label",
        ),
        *("mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var"),
    }
)
"""The elements within a paragraph; any other begins a new one."""
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
_CELLS = frozenset({"td", "th"})
_NO_ADDRESS = ""


@dataclass(frozen=True)
class PageText:
    """What a reader gets of a page."""

    title: str
    blocks: tuple[Shown, ...]
    tables: tuple[tuple[Row, ...], ...] = ()
    """The rows of each table of a figure on its own page; those of other tables are blocks."""
    moved_to: str = _NO_ADDRESS
    """The address to which the page leads on at once."""


def page_text(raw: bytes) -> PageText:
    """What a reader gets of a page; anything at all can be in it."""
    reader = _Reader()
    reader.feed(raw.decode("utf-8", "replace"))
    reader.close()
    reader.end_block()
    title = next(
        (block.text for block in reader.blocks if block.kind == "h1"), " ".join(reader.title.split())
    )
    tables = tuple(tuple(table) for table in reader.tables)
    return PageText(title, tuple(reader.blocks), tables, reader.moved_to)


@dataclass
class _Open:
    """An element that is open."""

    tag: str
    classes: frozenset[str]
    is_read: bool


class _Reader(HTMLParser):
    """Goes through a page, and keeps what is read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Shown] = []
        self.tables: list[list[Row]] = []
        self.title = ""
        self.moved_to = _NO_ADDRESS
        self._open: list[_Open] = []
        self._words: list[str] = []
        self._cells: list[str] = []
        self._kind = "p"
        self._link = _NO_ADDRESS

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        values = {name: value or "" for name, value in attrs}
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.moved_to = values.get("content", "").partition("url=")[2]
        if tag in _VOID:
            self._void(tag, values)
            return
        if tag not in _WITHIN:
            self.end_block()
            self._kind = tag
        self._begin(tag, values)
        if tag == "a" and values.get("href", "").startswith(("http://", "https://")):
            self._link = values["href"]
        if tag == "table" and self._in_figure_alone():
            self.tables.append([])

    def _begin(self, tag: str, values: Mapping[str, str]) -> None:
        """Keeps that an element is open, and whether what is in it is read."""
        classes = frozenset(values.get("class", "").split())
        is_read = (self._is_read() or tag == "main") and not self._is_left_out(tag, classes, values)
        self._open.append(_Open(tag, classes, is_read))

    def handle_endtag(self, tag: str) -> None:
        """An element ends, and with it those in it that nobody closed."""
        if tag not in [one.tag for one in self._open]:
            return
        if tag == "a":
            self._end_link()
        if tag in _CELLS and self._is_read():
            self._cells.append(self._taken())
        if tag == "tr":
            self._end_row()
        if tag not in _WITHIN:
            self.end_block()
        while self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Words."""
        if self._open and self._open[-1].tag == "title":
            self.title += data
        if self._is_read():
            self._words.append(data)

    def end_block(self) -> None:
        """Keeps the words of a paragraph."""
        text = self._taken()
        if text:
            self.blocks.append(Shown(text, self._kind))

    def _void(self, tag: str, values: Mapping[str, str]) -> None:
        """An element without content: a picture is read by what it shows."""
        if tag == "img" and values.get("alt") and self._is_read():
            self.end_block()
            self.blocks.append(Shown(f"[{values['alt']}]", tag))
        if tag == "br":
            self._words.append(" ")

    def _is_left_out(self, tag: str, classes: frozenset[str], values: Mapping[str, str]) -> bool:
        hidden = "hidden" in values or values.get("aria-hidden") == "true"
        in_figure = any("figure" in one.classes for one in self._open)
        elsewhere = in_figure and not self._in_figure_alone() and not classes.isdisjoint(_DETAILS_OF_FIGURE)
        return hidden or tag in _NOT_READ or not classes.isdisjoint(_NOT_READ_CLASSES) or elsewhere

    def _in_figure_alone(self) -> bool:
        return any(_ALONE in one.classes for one in self._open)

    def _is_read(self) -> bool:
        return bool(self._open) and self._open[-1].is_read

    def _taken(self) -> str:
        """The words since the last block, with single spaces between them."""
        text = " ".join("".join(self._words).split())
        self._words.clear()
        return text

    def _end_link(self) -> None:
        """Says where a link to another site leads, as readers notice another address too."""
        if self._link and self._is_read():
            self._words.append(f" <{self._link}>")
        self._link = _NO_ADDRESS

    def _end_row(self) -> None:
        row, self._cells = tuple(self._cells), []
        if not any(row):
            return
        if self._in_figure_alone() and self.tables:
            self.tables[-1].append(row)
        else:
            self.blocks.append(Shown(" | ".join(row), "tr"))
