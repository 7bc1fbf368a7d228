"""A report as it is on disk and in the editor: what is typed counts before what was saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trendrapport.diagnostics import Diagnostic, Language
from trendrapport.editing.mending import Seen
from trendrapport.editing.renaming.renamed import Renamed, renamed
from trendrapport.files.contents import Files
from trendrapport.pipeline.checking import Also, checked_report
from trendrapport.pipeline.mending import bytes_in, seen
from trendrapport.report.report import Report
from trendrapport.runtime.cache import Cache


@dataclass
class Workspace:
    """A report that is being edited."""

    root: Path
    typed: dict[str, str] = field(default_factory=dict)
    """The text of each file that is open in the editor, by its path from the root."""
    report: Report | None = None
    """The report as it was last checked."""
    found: Sequence[Diagnostic] = ()
    """What was found then."""
    language: Language = "nl"
    _cache: Cache | None = None

    @property
    def _unsaved(self) -> dict[str, bytes]:
        return {path: text.encode() for path, text in self.typed.items()}

    @property
    def _store(self) -> Cache:
        if self._cache is None:
            self._cache = Cache(None)
        return self._cache

    def check(self) -> Sequence[Diagnostic]:
        """Reads and checks the report. Always called in the same thread, as its store is of one."""
        self.report, result = checked_report(self.root, self._store, self._unsaved, also=Also(advice=True))
        self.language, self.found = result.language, result.diagnostics
        return result.diagnostics

    def rename(self, kind: str, old: str, new: str) -> Renamed:
        """What changes when something of a kind gets another name; in the same thread as `check`.

        Raises CannotRunError if that cannot be done as a whole.
        """
        unsaved = self._unsaved

        def look(files: Files) -> Seen:
            return seen(self.root, self._store, {**unsaved, **files})

        def read(path: str) -> bytes | None:
            return unsaved.get(path) or bytes_in(self.root, path)

        return renamed(look, read, f"{kind}/{old}", new, None)

    def bytes_of(self, path: str) -> bytes:
        """The bytes of a file as they are typed, or else saved; none of one that is not there."""
        return self._unsaved.get(path) or bytes_in(self.root, path) or b""

    def path(self, file: str | None) -> str | None:
        """The path from the root of a file on disk; None for one elsewhere."""
        if file is None:
            return None
        place = Path(file)
        return place.relative_to(self.root).as_posix() if place.is_relative_to(self.root) else None
