"""What has been read of a report's files so far, and how a file's bytes become text and data.

What a file's bytes were parsed to is kept in the cache.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from trendrapport.diagnostics import Diagnostic, Language, Location, Texts, finding
from trendrapport.files.contents import Files
from trendrapport.files.decoding import decode
from trendrapport.files.source import Source, markdown_source, yaml_source
from trendrapport.language.facts import BUILT_IN
from trendrapport.model.base import Model
from trendrapport.model.config import Config
from trendrapport.model.entries import Kind
from trendrapport.model.entries.trends import Trend
from trendrapport.model.judgement import model_of, unsure_trend
from trendrapport.report.report import Entry, Key
from trendrapport.runtime.cache import Cache, digest
from trendrapport.runtime.fingerprint import generator

_KEPT = ("text", "data", "body", "body_line", "yaml_text", "yaml_line")
"""The parts of a source that the cache keeps."""

_TRANSLATION = re.compile(r"(?P<original>.+)\.(?P<language>[a-z]{2})\.md", re.DOTALL)


@dataclass(frozen=True)
class Translation:
    """A file with a translation, as it was read."""

    model: type[Model]
    key: Key
    """The name of the entry that it translates."""
    language: Language
    source: Source


@dataclass
class Reading:
    """What has been read so far; only the modules of this folder change it."""

    root: Path
    cache: Cache
    typed: Files = field(default_factory=dict)
    """What is read instead of files, by path."""
    config: Config | None = None
    unsure: bool = False
    """Whether the settings have a mistake where they say what the report uses."""
    """The settings, once they are read."""
    found: list[Diagnostic] = field(default_factory=list)
    entries: list[Entry[Model]] = field(default_factory=list)
    unread: list[Entry[Model]] = field(default_factory=list)
    translations: list[Translation] = field(default_factory=list)
    """Every file with one; `translated` has those that could be joined with their original."""
    translated: list[Entry[Model]] = field(default_factory=list)
    unknown: set[str] = field(default_factory=set)
    names: dict[Key, Location] = field(default_factory=dict)

    def model(self, kind: Kind) -> type[Model]:
        """The model of a kind of entry in this report."""
        if not self.config:
            return kind.MODEL
        if self.unsure and kind.MODEL is Trend:
            return unsure_trend()
        return model_of(kind, self.config)

    def add(self, at: Location, code: str, texts: Texts) -> None:
        """Adds something that is wrong."""
        self.found.append(finding(at, code, texts))


def text_of(reading: Reading, path: str, raw: bytes) -> str | None:
    """A file's text, or None and a finding."""
    text, found = decode(path, raw)
    reading.found += found
    return text


def source_of(reading: Reading, path: str, raw: bytes) -> Source | None:
    """A file's text and data; what was read without a finding is not parsed again."""
    name = digest("source", generator(), PurePosixPath(path).suffix, raw)
    if kept := reading.cache.get(name):
        return Source(path, **json.loads(kept))
    text = text_of(reading, path, raw)
    if text is None:
        return None
    read = markdown_source if path.endswith(".md") else yaml_source
    source, found = read(path, text)
    reading.found += found
    if source and not found and text.encode() == raw:
        kept_parts = {part: getattr(source, part) for part in _KEPT}
        reading.cache.put(name, json.dumps(kept_parts).encode())
    return source


def split(path: str) -> tuple[str, Language | None]:
    """The path of a text, or of the text of which this is a translation, and the language of that:
    `<slug>.<language>.md`.
    """
    found = _TRANSLATION.fullmatch(path)
    if not found or found["language"] not in BUILT_IN:
        return path, None
    return f"{found['original']}.md", found["language"]
