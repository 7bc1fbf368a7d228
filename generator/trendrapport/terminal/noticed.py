"""Prints what a reader would notice between two sites."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import Language
from trendrapport.diagnostics.visible import visible
from trendrapport.terminal.reviewing import marked

if TYPE_CHECKING:
    from trendrapport.inspecting.noticed import Noticed
    from trendrapport.inspecting.sections import Item


def lines(noticed: Noticed, language: Language) -> Iterator[str]:
    """All of it, a line or paragraph at a time."""
    from trendrapport.inspecting.sections import NOTHING, sections

    if noticed.is_nothing:
        yield NOTHING.of(language)
    for number, section in enumerate(sections(noticed)):
        space = "\n" if number else ""
        yield space + click.style(section.heading.of(language), bold=True, underline=True)
        for item in section.items:
            yield from _item(item, language)


def _item(item: Item, language: Language) -> Iterator[str]:
    parts = [
        click.style(visible(item.name), bold=True),
        visible(item.path),
        visible(item.remark.of(language)),
    ]
    yield "  ".join(filter(None, parts))
    for words in item.words:
        yield f"  {marked(words.parts)}"
    for cell in item.cells:
        before = click.style(f"[-{visible(cell.before)}-]", fg="red") if cell.before else ""
        after = click.style(f"{{+{visible(cell.after)}+}}", fg="green") if cell.after else ""
        yield f"  {visible(cell.row)}, {visible(cell.column)}: {before}{after}"
    for path in item.lost:
        yield f"  {visible(path)}"
