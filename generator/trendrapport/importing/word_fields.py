"""What Pandoc leaves out of a DOCX: the words of simple fields, such as the number of a caption or a
cross-reference, and those below furigana. They become runs as any other (ECMA-376, 17.16.19 and 17.3.3.25).
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS = {"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"}
_LEFT_OUT = (b"fldSimple", b"rubyBase")
Element = Any
"""An element of lxml, which has no types."""


def with_field_words(path: Path) -> bytes:
    """The bytes of a file in which nothing is left out. Raises what `zipfile` and lxml do for one that is
    damaged.
    """
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        changed = {name: _changed(archive.read(name)) for name in names if name in _PARTS}
        if not any(changed.values()):
            return path.read_bytes()
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as new:
            for name in names:
                new.writestr(name, changed.get(name) or archive.read(name))
    return made.getvalue()


def _changed(raw: bytes) -> bytes:
    """A part with runs instead of what is left out; nothing if it has none."""
    if not any(name in raw for name in _LEFT_OUT):
        return b""
    from lxml import etree

    root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))
    for field in list(root.iter(f"{_W}fldSimple")):
        _put(field, list(field))
        field.getparent().remove(field)
    for ruby in list(root.iter(f"{_W}ruby")):
        run = ruby.getparent()
        _put(run, list(ruby.iterfind(f"{_W}rubyBase/{_W}r")))
        run.remove(ruby)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def _put(place: Element, runs: list[Element]) -> None:
    """Puts runs behind an element, in their order."""
    for run in reversed(runs):
        place.addnext(run)
