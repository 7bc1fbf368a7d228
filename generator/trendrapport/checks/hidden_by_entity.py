"""A character that hides or reverses text, written as a number or name (`hidden-character`).

`&#x202E;` in a text reverses the order of the letters after it, and `&#8203;` is invisible. If such
characters are typed directly, they are reported when the file is read; written this way, they would still
reach readers. Remove them. Code between backticks may contain them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from trendrapport.diagnostics import Diagnostic, Location, finding
from trendrapport.files.decoding import unwanted
from trendrapport.prose.markdown import parse
from trendrapport.report.report import Report

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});", re.ASCII)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every such character in a text."""
    for entry in report.texts:
        body = entry.source.body
        if "&" not in body or not _reaches_readers(body):
            continue
        for row, line in enumerate(body.split("\n")):
            for entity in _ENTITY.finditer(line):
                if wrong := unwanted(unescapeAll(entity[0])):
                    at = Location(entry.source.path, entry.source.body_line + row, entity.start() + 1)
                    yield finding(at, wrong.code, wrong.texts)


def _reaches_readers(body: str) -> bool:
    """Whether such a character comes out of a text, rather than being in code as it was typed."""
    entities = map(unescapeAll, _ENTITY.findall(body))
    return any(map(unwanted, entities)) and any(map(_shows, parse(body).tokens))


def _shows(token: Token) -> bool:
    shown = [str(value) for value in token.attrs.values()]
    if token.type == "text":
        shown.append(token.content)
    return any(map(unwanted, shown)) or any(map(_shows, token.children or ()))
