"""The blocks of a cell or a note to one line of words, of which none is lost: neither has room for blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

Json = dict[str, Any]
SPACE: Json = {"t": "Space"}
_WORDS = {"Para", "Plain"}


def one_line(blocks: Sequence[Json]) -> list[Json]:
    """The words of all blocks, and of those inside them, with a space between blocks."""
    found: list[Json] = []
    for words in _lines(blocks):
        if found and words:
            found.append(SPACE)
        found += words
    return found


def is_plain(blocks: Sequence[Json]) -> bool:
    """Whether these blocks are one paragraph at most."""
    return len(blocks) <= 1 and all(block["t"] in _WORDS for block in blocks)


def _lines(blocks: Sequence[Json]) -> Iterator[list[Json]]:
    for block in blocks:
        content: Any = block.get("c")
        match block["t"]:
            case "Para" | "Plain":
                yield content
            case "Header":
                yield content[2]
            case "CodeBlock":
                yield [{"t": "Code", "c": content}]
            case "RawBlock":
                yield [{"t": "RawInline", "c": content}]
            case "LineBlock":
                yield from content
            case "DefinitionList":
                for term, meanings in content:
                    yield term
                    for meaning in meanings:
                        yield from _lines(meaning)
            case kind:
                for part in _parts(kind, content):
                    yield from _lines(part)


def _parts(kind: str, content: Any) -> Iterator[list[Json]]:  # noqa: ANN401
    """The blocks inside a block."""
    match kind:
        case "BlockQuote":
            yield content
        case "BulletList":
            yield from content
        case "OrderedList":
            yield from content[1]
        case "Div":
            yield content[1]
        case "Figure":
            yield content[2]
            yield content[1][1]
        case "Table":
            yield content[1][1]
            for row in rows_of(content):
                for cell in row[1]:
                    yield cell[4]


def rows_of(table: Any) -> list[Any]:  # noqa: ANN401
    """Every row of a table, in the order in which they are seen."""
    _, _, _, head, bodies, foot = table
    rows = list(head[1])
    for body in bodies:
        rows += [*body[2], *body[3]]
    return [*rows, *foot[1]]
