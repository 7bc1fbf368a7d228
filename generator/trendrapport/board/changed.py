"""When each file of a report was last changed: in a commit, or else on disk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from trendrapport.runtime.history import UNKNOWN, Changes, changes, commit


@dataclass(frozen=True)
class Days:
    """The days on which files were last changed."""

    root: Path
    commits: Changes

    def of(self, path: str) -> str | None:
        """The day (YYYY-MM-DD) of a file's last commit, or else that of the file; None without a file."""
        moment = self.commits.get(path) or self._on_disk(path)
        return datetime.fromtimestamp(moment, UTC).date().isoformat() if moment else None

    def is_behind(self, path: str, original: str) -> bool:
        """Whether an original was changed after another file: both in commits, or neither in one."""
        commits = self.commits.get(path), self.commits.get(original)
        if None in commits:
            commits = (None, None) if any(commits) else (self._on_disk(path), self._on_disk(original))
        own, other = commits
        return own is not None and other is not None and other > own

    def _on_disk(self, path: str) -> int | None:
        try:
            return int((self.root / path).stat().st_mtime)
        except OSError:
            return None


def days(root: Path) -> Days:
    """When the files of a report were changed. Where git does not know all commits, those say nothing."""
    return Days(root, changes(root) if commit(root) else UNKNOWN)
