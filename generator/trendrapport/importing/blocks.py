"""The blocks of a tree to blocks that a text of a report can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from trendrapport.importing.inlines import Inline, Words, text_of
from trendrapport.importing.kept import CELLS, HEADINGS, LISTS, RAW, Grid
from trendrapport.importing.lines import SPACE, is_plain, one_line, rows_of
from trendrapport.importing.mending import BULLET, NUMBER

Block = dict[str, Any]
Blocks = Sequence[Block]

_NUMBERED = re.compile(r"^(?:figuur|afbeelding|figure|image)\s+\d+\s*[.:]?\s*", re.IGNORECASE)
"""What Word puts before a caption."""
CAPTION = re.compile(r"^(?:tabel|table)\s+\d+\s*[.:]?\s*", re.IGNORECASE)
"""What Word puts before the caption of a table."""
TOP = 2
"""The level of the first heading: that above it is the title of the page."""
_ATTRIBUTES = ["", [], []]


def read(blocks: Blocks, words: Words) -> list[Block]:
    """The blocks of a file, each followed by the notes that were found in it."""
    return list(_with_marks(_levelled(_inner(blocks, words), words), words))


def _with_marks(blocks: Sequence[Block], words: Words) -> Iterator[Block]:
    """The blocks with a mark before and after each table, and its caption if that is above it."""
    for place, block in enumerate(blocks):
        following = blocks[place + 1 : place + 2]
        if block["t"] == "Para" and following and following[0]["t"] == "Table" and _caption(block):
            continue
        if block["t"] != "Table":
            yield block
            continue
        above = blocks[place - 1 : place] if place else []
        captions = [one for one in above if one["t"] == "Para" and _caption(one)]
        caption = "".join(map(_caption, captions))
        before, after = words.kept.table(Grid(caption, _texts(block)))
        yield from [_mark(before), *captions, block, _mark(after)]


def _mark(mark: str) -> Block:
    return {"t": "Para", "c": [{"t": "Str", "c": mark}]}


def _caption(block: Block) -> str:
    """The words of a paragraph that says which table it is about."""
    text = " ".join(text_of(block["c"]).split())
    found = CAPTION.match(text)
    if not found:
        return ""
    return text[found.end() :] or text


def _texts(block: Block) -> tuple[tuple[str, ...], ...]:
    """The words of each cell of a table that was read."""
    _, _, _, head, [body], _ = block["c"]
    found = []
    for row in [*head[1], *body[3]]:
        found.append(tuple(_cell_text(cell) for cell in row[1]))
    return tuple(found)


def _cell_text(cell: list[Any]) -> str:
    blocks = cell[4]
    if not blocks:
        return ""
    return " ".join(text_of(blocks[0]["c"]).split())


def _inner(blocks: Blocks, words: Words) -> list[Block]:
    """The blocks of a file, or of a part of it, with lists made of what was typed as one."""
    return _listed(list(_each(blocks, words)), words)


def _each(blocks: Blocks, words: Words) -> Iterator[Block]:
    for block in blocks:
        yield from _one(block, words)
        marks, words.waiting = words.waiting, []
        for mark in marks:
            yield {"t": "Para", "c": [{"t": "Str", "c": mark}]}


def _one(block: Block, words: Words) -> Iterator[Block]:
    kind: str = block["t"]
    content: Any = block.get("c")
    if kind in {"Para", "Plain"}:
        yield from _paragraph(content, words)
    elif kind == "Header":
        inlines = [one for one in words.read(content[2]) if one["t"] != "LineBreak"]
        if text_of(inlines).strip():
            yield {"t": "Header", "c": [content[0], _ATTRIBUTES, inlines]}
    elif kind == "BulletList":
        yield {"t": "BulletList", "c": _items(content, words)}
    elif kind == "OrderedList":
        yield {
            "t": "OrderedList",
            "c": [[content[0][0], {"t": "Decimal"}, {"t": "Period"}], _items(content[1], words)],
        }
    elif kind == "Table":
        yield from _table(content, words)
    else:
        yield from _other(kind, content, words)


def _other(kind: str, content: Any, words: Words) -> Iterator[Block]:  # noqa: ANN401
    if kind == "BlockQuote":
        yield {"t": kind, "c": _inner(content, words)}
    elif kind == "Figure":
        yield from _figure(content, words)
    elif kind == "Div":
        yield from _inner(content[-1], words)
    elif kind == "LineBlock":
        for line in content:
            yield from _paragraph(line, words)
    elif kind == "DefinitionList":
        for term, meanings in content:
            yield from _paragraph([{"t": "Strong", "c": term}], words)
            for meaning in meanings:
                yield from _inner(meaning, words)
    elif kind == "CodeBlock":
        yield {"t": kind, "c": [_ATTRIBUTES, content[1]]}
    elif kind == "RawBlock":
        words.kept.tell(RAW)


def _figure(content: Any, words: Words) -> Iterator[Block]:  # noqa: ANN401
    """A picture with its caption; a caption of more than one picture, or of none, is a paragraph."""
    pictures = words.kept.pictures
    before = len(pictures)
    yield from _inner(content[2], words)
    caption = _inner(content[1][1], words)
    said = _NUMBERED.sub(
        "", " ".join(text_of(block["c"]) for block in caption if block["t"] in {"Para", "Plain"})
    )
    if len(pictures) == before + 1:
        words_of_it = " ".join(said.split())
        if words_of_it == pictures[-1].alt:
            words_of_it = ""
        pictures[-1] = replace(pictures[-1], caption=words_of_it)
    else:
        yield from caption


def _paragraph(inlines: Sequence[Inline], words: Words) -> Iterator[Block]:
    """A paragraph; that of a bullet or number that was typed says so, until all are read."""
    typed = _typed(inlines)
    found = words.read(inlines)
    if found:
        block = {"t": "Para", "c": found}
        if typed:
            block["typed"] = typed
        yield block


def _typed(inlines: Sequence[Inline]) -> str:
    """The bullet or number with which somebody began a paragraph."""
    start = ""
    for one in inlines[:3]:
        if one["t"] not in {"Str", "Space"}:
            break
        start += one.get("c", " ")
    found = BULLET.match(start) or NUMBER.match(start)
    if not found or (found[0] == start and len(inlines) <= len(start.split())):
        return ""
    return found[0]


def _items(items: Sequence[Blocks], words: Words) -> list[list[Block]]:
    """The items of a list that are not empty."""
    found = [_tight(_inner(item, words)) for item in items]
    return [item for item in found if item]


def _tight(item: list[Block]) -> list[Block]:
    """An item whose words are not paragraphs, so that no empty lines come between items."""
    if item and item[0]["t"] == "Para":
        return [{**item[0], "t": "Plain"}, *item[1:]]
    return item


def _listed(blocks: list[Block], words: Words) -> list[Block]:
    """Paragraphs in a row that begin with a typed bullet or number, as a list."""
    found: list[Block] = []
    for block in blocks:
        typed = block.pop("typed", "")
        if not typed:
            found.append(block)
            continue
        ordered = bool(NUMBER.match(typed))
        item = [{"t": "Plain", "c": _without(block["c"], typed)}]
        last = None
        if found:
            last = found[-1]
        if last and last.get("made") is ordered:
            _items_of(last).append(item)
            continue
        words.kept.tell(LISTS)
        made: Block = {"t": "BulletList", "c": [item]}
        if ordered:
            number = int(typed.split(".")[0].split(")")[0])
            made = {"t": "OrderedList", "c": [[number, {"t": "Decimal"}, {"t": "Period"}], [item]]}
        found.append({**made, "made": ordered})
    for block in found:
        block.pop("made", None)
    return list(_united(found))


def _united(blocks: Sequence[Block]) -> Iterator[Block]:
    """Lists in a row as one: Word has a list for each style of bullet, and for each number that goes on."""
    last: Block | None = None
    for block in blocks:
        if last and last["t"] == block["t"] and _goes_on(last, block):
            _items_of(last).extend(_items_of(block))
            continue
        if last:
            yield last
        last = block
    if last:
        yield last


def _goes_on(last: Block, block: Block) -> bool:
    if block["t"] == "OrderedList":
        start: int = block["c"][0][0]
        first: int = last["c"][0][0]
        return start == first + len(_items_of(last))
    return bool(block["t"] == "BulletList")


def _items_of(block: Block) -> list[list[Block]]:
    items: list[list[Block]] = block["c"]
    if block["t"] == "OrderedList":
        items = block["c"][1]
    return items


def _without(inlines: list[Inline], typed: str) -> list[Inline]:
    """The words behind a bullet or number."""
    rest = typed.strip()
    found = list(inlines)
    while rest and found and found[0]["t"] == "Str":
        word = found[0]["c"]
        if not word.startswith(rest) and not rest.startswith(word):
            break
        found.pop(0)
        if len(word) > len(rest):
            found.insert(0, {"t": "Str", "c": word[len(rest) :]})
        rest = rest[len(word) :]
    while found and found[0] == SPACE:
        found.pop(0)
    return found


def _levelled(blocks: list[Block], words: Words) -> list[Block]:
    """Headings from the second level on, of which each is at most one deeper than the one before."""
    levels = [block["c"][0] for block in blocks if block["t"] == "Header"]
    highest, before = min(levels, default=1), TOP - 1
    for block in blocks:
        if block["t"] == "Header":
            wanted = block["c"][0] - highest + TOP
            level = min(wanted, before + 1, 6)
            if level != wanted:
                words.kept.tell(HEADINGS)
            block["c"][0] = before = level
    return blocks


def _table(content: Any, words: Words) -> Iterator[Block]:  # noqa: ANN401
    """A table of plain cells, with a heading; what is merged stays in its first cell."""
    caption, columns = content[1:3]
    yield from _inner(caption[1], words)
    cells = _grid(rows_of(content), len(columns), words)
    if not cells:
        return
    first, *others = cells
    header = [_ATTRIBUTES, [_row(first)]]
    aligned = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}] for _ in columns]
    body = [_ATTRIBUTES, 0, [], [_row(row) for row in others]]
    yield {"t": "Table", "c": [_ATTRIBUTES, [None, []], aligned, header, [body], [_ATTRIBUTES, []]]}


def _grid(rows: Sequence[Any], width: int, words: Words) -> list[list[list[Inline]]]:
    """The words of each cell, in rows of one width."""
    found: list[list[list[Inline]]] = []
    below: dict[int, int] = {}
    doubtful = False
    for row in rows:
        cells: list[list[Inline]] = []
        for _, _, down, across, blocks in row[1]:
            _fill(cells, below)
            doubtful = doubtful or down > 1 or across > 1 or not is_plain(blocks)
            below.update(dict.fromkeys(range(len(cells), len(cells) + across), down - 1))
            cells += [_flat(blocks, words), *([] for _ in range(across - 1))]
        _fill(cells, below)
        found.append([*cells, *([] for _ in range(width - len(cells)))][:width])
    if doubtful:
        words.kept.tell(CELLS)
    return [row for row in found if any(row)]


def _fill(cells: list[list[Inline]], below: dict[int, int]) -> None:
    """Adds an empty cell wherever one from above reaches."""
    while below.get(len(cells), 0) > 0:
        below[len(cells)] -= 1
        cells.append([])


def _flat(blocks: Blocks, words: Words) -> list[Inline]:
    """The words of a cell on one line."""
    return [SPACE if one["t"] == "LineBreak" else one for one in words.read(one_line(blocks))]


def _row(cells: Sequence[list[Inline]]) -> list[Any]:
    return [_ATTRIBUTES, [_cell(cell) for cell in cells]]


def _cell(inlines: list[Inline]) -> list[Any]:
    blocks = []
    if inlines:
        blocks.append({"t": "Plain", "c": inlines})
    return [_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, blocks]
