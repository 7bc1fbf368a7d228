"""A folder on this computer or a network disk: readers see the former site or the next one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from trendrapport.diagnostics import CannotRunError
from trendrapport.runtime.cache import Kept, digest
from trendrapport.sending.changes import Changes, changes
from trendrapport.sending.places import Place, Progress, Sender
from trendrapport.site.generation import renewed
from trendrapport.site.listing import sha256
from trendrapport.site.stage import paths
from trendrapport.site.target import refusal

SCHEMES = ("",)
NEEDS: tuple[str, ...] = ()
EXAMPLE = "/srv/www/trends"


class _Folder:
    def __init__(self, folder: Path, sender: Sender) -> None:
        self._folder = folder
        self._notes = sender.work / "published" / f"{digest(str(folder.resolve()))}.json"
        why = refusal(sender.root, folder, sender.work, named=True)
        if why:
            raise CannotRunError(why)

    def changes(self, site: Path) -> Changes:
        """What has to be sent."""
        return changes(_digests(self._folder), _digests(site))

    def send(self, site: Path, _changes: Changes, progress: Progress) -> None:
        """Prepares the site beside what readers see, and exchanges the two."""
        every = sorted(paths(site))
        files = {path: Kept(path, partial(Path.read_bytes, site / path)) for path in every}
        with renewed(self._folder, self._notes) as new:
            # Its notes name what was put there by path alone, so each file is compared by its bytes.
            new.before = {}
            new.fill(files)
        progress(len(every), len(every))


def place(address: str, sender: Sender) -> Place:
    """A folder that is new, empty or a site."""
    return _Folder(Path(address), sender)


def _digests(folder: Path) -> dict[str, str]:
    return {path: sha256((folder / path).read_bytes()) for path in paths(folder)}
