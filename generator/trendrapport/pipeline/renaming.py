"""A report in which something has another name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from trendrapport.editing.renaming.renamed import Renamed, renamed
from trendrapport.editing.writing import write
from trendrapport.files.contents import Files
from trendrapport.pipeline.mending import bytes_in, seen
from trendrapport.pipeline.results import WORK
from trendrapport.pipeline.work import Tell, alone_in, silent, with_store_in, work_folder
from trendrapport.runtime.cache import Cache


@dataclass(frozen=True)
class Name:
    """What is renamed to what, in which edition or in all."""

    old: str
    new: str
    edition: str | None = None


def rename(
    root: Path, name: Name, tell: Tell = silent, work: str = WORK, *, write_files: bool = True
) -> tuple[Renamed, Files]:
    """Gives something another name, with all that refers to it; and the bytes that its files had.

    Raises CannotRunError if that cannot be done as a whole; nothing is then written.
    """
    folder = work_folder(root, work)

    def make(cache: Cache) -> tuple[Renamed, Files]:
        read = partial(bytes_in, root)
        made = renamed(partial(seen, root, cache), read, name.old, name.new, name.edition)
        former = {path: read(path) for path in made.files}
        if write_files:
            write(root, made.files)
        return made, former

    with alone_in(folder, tell):
        return with_store_in(folder, make, tell)
