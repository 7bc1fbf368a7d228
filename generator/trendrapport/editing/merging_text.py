"""A Markdown text that a form gives back, merged with the one that it was filled from; opens no files.

A form writes what it did not change in its own way: `_` for `*`, a table with other dashes. Paragraphs that
say the same stay as they were typed.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_APART = re.compile(r"(\n(?:[ \t]*\n)+)")


def merged_text(old: str, came: str) -> str:
    """The text that came, with the paragraphs of the old one that it has too; an empty line at its end is as
    it was in the old one.
    """
    if old.strip() == came.strip():
        return old
    before, after = _APART.split(old.strip("\n")), _APART.split(came.strip("\n"))
    made = list(after)
    matcher = SequenceMatcher(None, [_said(part) for part in before], [_said(part) for part in after], False)
    for start, there, count in matcher.get_matching_blocks():
        made[there : there + count] = before[start : start + count]
    return "".join(made) + "\n"


def _said(part: str) -> str:
    """What a reader gets of a paragraph, or itself where that is nothing."""
    # Most saved texts are not changed at all, and need no parser.
    from markdown_it import MarkdownIt

    shown: str = MarkdownIt("commonmark").enable("table").render(part)
    return shown or part.strip()
