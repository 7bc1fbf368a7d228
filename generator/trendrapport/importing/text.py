"""A file of a word processor to a text for an entry: title, summary, Markdown, and what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trendrapport.diagnostics import Language, Text
from trendrapport.importing.blocks import CAPTION, Block, read
from trendrapport.importing.inlines import Words, text_of
from trendrapport.importing.kept import CLOSE, COMMENTS, OPEN, Cited, Grid, Kept, Picture
from trendrapport.importing.opening import opened, written

TITLE, SUMMARY = 120, 400
"""The most letters of a title and of a summary."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\"'\u00c0-\u00de])")
_MARK = re.compile(f"{OPEN}(picture|source|note)([0-9]+){CLOSE}")

_TABLE = re.compile(f"{OPEN}table([0-9]+){CLOSE}\n\n(.*?)\n\n{OPEN}end[0-9]+{CLOSE}", re.DOTALL)


@dataclass(frozen=True)
class Imported:
    """A text as it was understood."""

    title: str
    summary: str
    markdown: str
    """The text, with a mark for each picture, source and note."""
    pictures: tuple[Picture, ...]
    cited: tuple[Cited, ...]
    notes: tuple[str, ...]
    tables: tuple[Grid, ...]
    told: tuple[Text, ...]
    """What an editor has to know."""

    def body(
        self, pictures: Sequence[str], keys: Sequence[str], figures: Mapping[int, str] | None = None
    ) -> str:
        """The text with the Markdown of each picture and the key of each source in their places; `figures`
        has the charts that come in the place of tables, by their number from 0.
        """
        shown_figures = figures or {}

        def table(found: re.Match[str]) -> str:
            name = shown_figures.get(int(found[1]))
            if name is None:
                return found[2]
            return f"```figure {name}\n```"

        markdown = _TABLE.sub(table, self.markdown)
        shown = {
            "picture": list(pictures),
            "source": [f"[@{key}]" for key in keys],
            "note": [_comment(note) for note in self.notes],
        }
        return _MARK.sub(lambda found: shown[found[1]][int(found[2])], markdown)


def imported(path: Path, language: Language) -> Imported:
    """The text in a file. Raises CannotRunError, with what to do, if it cannot be read."""
    tree, pictures = opened(path)
    kept = Kept()
    words = Words(kept, pictures, _in(language))
    title, summary, blocks = _front(tree, path.stem)
    found = read(blocks, words)
    markdown = written({**tree, "meta": {}, "blocks": found})
    if kept.notes:
        kept.told[COMMENTS] = len(kept.notes)
    told = tuple(what.filled(count=count) for what, count in kept.told.items())
    return Imported(
        title,
        summary or _first_sentences(blocks),
        markdown,
        tuple(kept.pictures),
        tuple(kept.cited),
        tuple(kept.notes),
        tuple(kept.tables),
        told,
    )


def _in(language: Language) -> Callable[[Text], str]:
    return lambda text: text.of(language)


def _front(tree: dict[str, Any], name: str) -> tuple[str, str, list[Block]]:
    """The title and summary that a file has by its styles, and the other blocks; else the title is the first
    heading, if no other has its level, or a first line that is no sentence, or the name of the file.
    """
    meta, blocks = tree.get("meta", {}), list(tree["blocks"])
    title, summary = _meta(meta, "title"), _meta(meta, "subtitle") or _meta(meta, "abstract")
    if title:
        return title, summary, blocks
    start: Block = blocks[0] if blocks else {"t": ""}
    if _is_title(start, blocks):
        content = start["c"][2] if start["t"] == "Header" else start["c"]
        return _line(text_of(content)), summary, blocks[1:]
    return _line(name.replace("_", " ")), summary, blocks


def _is_title(start: Block, blocks: Sequence[Block]) -> bool:
    """Whether the first block is the only heading of its level, or a line that is no sentence."""
    if start["t"] == "Header":
        levels = [block["c"][0] for block in blocks if block["t"] == "Header"]
        return levels.count(start["c"][0]) == 1
    if start["t"] != "Para":
        return False
    text = _line(text_of(start["c"]))
    return 0 < len(text) <= TITLE and not text.endswith((".", "?", "!", ":", ";", ","))


def _meta(meta: dict[str, Any], name: str) -> str:
    found = meta.get(name, {})
    if found.get("t") == "MetaInlines":
        return _line(text_of(found["c"]))
    if found.get("t") == "MetaBlocks":
        return _line(" ".join(text_of(block["c"]) for block in found["c"] if block["t"] == "Para"))
    return ""


def _first_sentences(blocks: Sequence[Block]) -> str:
    """The first sentence of the first paragraph, and the next if both are short enough."""
    texts = [_line(text_of(block["c"])) for block in blocks if block["t"] == "Para"]
    running = [text for text in texts if text and not CAPTION.match(text)]
    first, *others = _SENTENCE.split(next(iter(running), ""))
    both = " ".join([first, *others[:1]])
    if len(both) > SUMMARY:
        return first[:SUMMARY]
    return both


def _line(text: str) -> str:
    return " ".join(text.split())


def _comment(note: str) -> str:
    """A note that readers do not see; nothing in it ends it."""
    return f"<!-- {_line(note).replace('--', '- -').replace('>', '&gt;')} -->"
