"""What Pandoc leaves out of an OpenDocument text: tracked changes and comments, put into its tree as those of
a DOCX are.

Before Pandoc reads the file, each gets a mark among the words; afterwards the marks become spans.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trendrapport.importing.kept import CLOSE, OPEN

CONTENT = "content.xml"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MARK = re.compile(f"{OPEN}mark([0-9]+){CLOSE}")
Json = Any
"""What Pandoc says in JSON, and elements of lxml, which has no types."""


@dataclass
class Marks:
    """The spans that take the place of marks, by number."""

    spans: list[Json] = field(default_factory=list)

    def keep(self, name: str, inner: list[Json], **values: str) -> str:
        """Keeps a span of this class; returns its mark."""
        pairs = [list(pair) for pair in values.items()]
        self.spans.append({"t": "Span", "c": [["", [name], pairs], inner]})
        return f"{OPEN}mark{len(self.spans) - 1}{CLOSE}"


def marked(path: Path) -> tuple[bytes, Marks]:
    """The bytes of a text with a mark for each tracked change and comment. Raises what `zipfile` and lxml do
    for one that is damaged.
    """
    from lxml import etree

    marks, made = Marks(), io.BytesIO()
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(made, "w") as new:
        for name in archive.namelist():
            raw = archive.read(name)
            if name == CONTENT:
                root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))
                _mark(root, marks)
                raw = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
            new.writestr(name, raw)
    return made.getvalue(), marks


def _mark(root: Json, marks: Marks) -> None:
    changes = dict(_changes(root))
    for element in list(root.iter(f"{_TEXT}change", f"{_TEXT}change-start")):
        name, author = changes.get(element.get(f"{_TEXT}change-id"), ("", ""))
        _replace(element, marks.keep(name, [], author=author) if name else "")
    for element in list(root.iter(f"{_OFFICE}annotation")):
        _replace(element, _comment(element, marks))
    for element in list(root.iter(f"{_OFFICE}annotation-end")):
        _replace(element, marks.keep("comment-end", [], id=element.get(f"{_OFFICE}name", "")))


def _changes(root: Json) -> Iterator[tuple[str, tuple[str, str]]]:
    """What each tracked change is, and whose; a change of looks alone is none."""
    for region in root.iter(f"{_TEXT}changed-region"):
        for kind in ("insertion", "deletion"):
            if region.find(f"{_TEXT}{kind}") is not None:
                ids = [value for key, value in region.attrib.items() if key.endswith("}id")]
                for name in ids:
                    yield name, (kind, region.findtext(f".//{_DC}creator", ""))


def _comment(element: Json, marks: Marks) -> str:
    texts = ["".join(one.itertext()) for one in element.iter(f"{_TEXT}p")]
    inner = [{"t": "Str", "c": " ".join(" ".join(texts).split())}]
    name = element.get(f"{_OFFICE}name", "")
    author, date = element.findtext(f"{_DC}creator", ""), element.findtext(f"{_DC}date", "")
    start = marks.keep("comment-start", inner, id=name, author=author, date=date)
    if name:
        return start
    return start + marks.keep("comment-end", [], id=name)


def _replace(element: Json, text: str) -> None:
    """Puts a text in the place of an element."""
    parent, before = element.getparent(), element.getprevious()
    text += element.tail or ""
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text
    parent.remove(element)


def with_spans(value: Json, marks: Marks) -> Json:
    """A tree in which marks are the spans that they stand for."""
    if isinstance(value, dict):
        return {key: with_spans(one, marks) for key, one in value.items()}
    if not isinstance(value, list):
        return value
    found: list[Json] = []
    for one in value:
        if isinstance(one, dict) and one.get("t") == "Str" and OPEN in one["c"]:
            found += _split(one["c"], marks)
        else:
            found.append(with_spans(one, marks))
    return found


def _split(text: str, marks: Marks) -> Iterator[Json]:
    parts = _MARK.split(text)
    for place, part in enumerate(parts):
        if place % 2:
            yield marks.spans[int(part)]
        elif part:
            yield {"t": "Str", "c": part}
