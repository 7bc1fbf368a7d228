"""A file for each kind of place to which a site can be sent, found by how its address begins.

A module here holds these, and nothing registers it elsewhere:

    SCHEMES: tuple[str, ...]    # how addresses begin, such as "s3"; "" for a path
    NEEDS: tuple[str, ...]      # what `trendrapport[publish]` installs for it, as pip calls it
    EXAMPLE: str                # an address
    def place(address: str, sender: Sender) -> Place: ...

`place` raises CannotRunError for an address that cannot be one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from trendrapport.sending.changes import Changes

Progress = Callable[[int, int], None]
"""Called with how many files were sent, and of how many."""


@dataclass(frozen=True)
class Sender:
    """Who sends: the report's folder, and the one in which its runs keep what they make."""

    root: Path
    work: Path


class Place(Protocol):
    """Somewhere readers get a site from."""

    def changes(self, site: Path) -> Changes:
        """What has to be sent. Raises CannotRunError for a place with something else in it, or that cannot be
        reached.
        """

    def send(self, site: Path, changes: Changes, progress: Progress) -> None:
        """Sends it. What fails or is interrupted is finished by the next run. Raises CannotRunError."""
