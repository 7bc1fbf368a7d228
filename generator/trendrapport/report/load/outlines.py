"""What an entry's text holds, kept in the cache by the text."""

from __future__ import annotations

from pydantic import TypeAdapter

from trendrapport.files.source import Source
from trendrapport.prose.markdown import parse as parse_prose
from trendrapport.prose.outline import Outline
from trendrapport.runtime.cache import Cache, digest
from trendrapport.runtime.fingerprint import generator

_OUTLINE = TypeAdapter(Outline)


def outline(cache: Cache, source: Source) -> Outline:
    """The headings, links, pictures, citations and blocks of a text, and how many words it has."""
    name = digest("outline", generator(), str(source.body_line), source.body)
    if kept := cache.get(name):
        return _OUTLINE.validate_json(kept)
    found = parse_prose(source.body, source.body_line).outline()
    cache.put(name, _OUTLINE.dump_json(found))
    return found
