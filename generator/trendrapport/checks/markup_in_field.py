"""Markdown in a field, a quotation or the words of a video, which are plain text (`markup-in-field`).

The text below the front matter is Markdown. Fields such as `title`, `summary` and `actions`, and all fields
of charts, are shown as they are written. With `summary: "Zie [Haven](haven.md), **nu** [@bron]"`, readers
would see the brackets, the asterisks and the key. Write plain words, and put links, sources and notes in the
text. The same applies to the text in a block ```` ```quote name ```` or ```` ```video ````.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from trendrapport.checks import Part
from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, shortened, warning
from trendrapport.model.texts import texts
from trendrapport.prose.html import WITH_TEXT
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.cache import digest

_TEXTS: Texts = (
    Text(nl='"{shown}" heeft hier geen betekenis', en='"{shown}" means nothing here'),
    Text(
        nl=("velden, citaten en de tekst van een video zijn gewone tekst: lezers zien de tekens precies zo"),
        en=(
            "fields, quotations and the transcript of a video are plain text: readers see the "
            "characters exactly as they are here"
        ),
    ),
    Text(
        nl="Schrijf gewone woorden; zet links, bronnen en noten in de tekst zelf.",
        en="Write plain words; put links, sources and notes in the text itself.",
    ),
)
MARKS = re.compile(
    r"!?\[[^\[\]\n]{1,200}\]\((?:<[^<>\n]{1,300}>|[^()\s<>]{1,300}(?:\([^()\s]{0,100}\)[^()\s]{0,100})?)"
    r"(?:[ ]+(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'))?\)"
    r"|\[[^\[\]\n]{1,80}\]\[[^\[\]\n]{0,80}\]"
    r"|<https?://[^<>\s]{1,300}>"
    r"|\[@[^\[\]\n]{1,100}\]"
    r"|\[\^[^\[\]\s]{1,80}\]"
    r"|\*\*[^*\n]{1,200}\*\*"
    r"|(?<![\w*])\*[^\s*][^*\n]{0,200}(?<!\s)\*(?![\w*])"
    r"|(?<![\w_/])__[^\s_][^_\n]{0,200}__(?![\w_/])"
    r"|~~[^~\n]{1,200}~~"
    r"|(?<![\w`])`[^`\n]{1,200}`(?![\w`])"
    r"|\{\{[^{}\n]{0,200}\}\}|\{%[^{}\n]{0,200}%\}"
    r"|</?(?:a|b|br|em|i|strong|sub|sup|u)(?:\s[^<>]{0,200})?/?>"
)


def parts(report: Report) -> Iterator[Part]:
    """Each entry and each chart."""
    for entry in (*report.entries, *report.translations, *report.charts.values()):
        yield Part(digest(entry.kind, entry.json, entry.source.body), partial(_of_entry, entry))


def _of_entry(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """The first such mark in each field, and in each block with words of its own."""
    yield from _in_fields(entry)
    yield from _in_blocks(entry)


def _in_fields(entry: Entry[Any]) -> Iterator[Diagnostic]:
    for found in texts(entry.data):
        if mark := MARKS.search(found.text):
            yield _markup(entry, entry.locate(*found.path), mark[0])


def _in_blocks(entry: Entry[Any]) -> Iterator[Diagnostic]:
    for block in entry.outline.blocks:
        mark = MARKS.search(block.text) if block.word in WITH_TEXT else None
        if mark:
            line = block.at.line + 1 + block.text.count("\n", 0, mark.start())
            yield _markup(entry, Location(entry.source.path, line), mark[0])


def _markup(entry: Entry[Any], start: Location, mark: str) -> Diagnostic:
    return warning(entry.source.within(start, mark), "markup-in-field", _TEXTS, shown=shortened(mark))
