"""A list of all published files, with their digests and what they are made of, and of what made them."""

from __future__ import annotations

import platform
from collections.abc import Collection, Mapping
from pathlib import Path

from trendrapport import __version__
from trendrapport.model.addresses import image_path
from trendrapport.pages.picture_files import picture_files
from trendrapport.pages.view import View
from trendrapport.report import origins
from trendrapport.runtime.cache import digest
from trendrapport.site import listing
from trendrapport.site.components import PATH as BILL
from trendrapport.site.components import bill
from trendrapport.site.generation import Next
from trendrapport.site.listing import Listed, Listing, sha256
from trendrapport.site.outputs import Parts
from trendrapport.site.responses import HIDDEN_PATH, media_type
from trendrapport.site.stage import Tree, paths, remember, remembered, write

OFFERS: dict[str, str] = {}
LAST = True
"""It comes when everything else is ready."""
_NOTES = "manifest.json"
"""The file that keeps the digests between runs, in the output's own folder of work."""


def make(_view: View, _tree: Tree, work: Path, _day: int) -> int:
    """Nothing yet: it lists what is made."""
    work.mkdir(parents=True, exist_ok=True)
    return 0


def publish(view: View, parts: Parts, work: Path, new: Next) -> None:
    """The list of the files that are ready by now, and the bill of what made them."""
    write(new.folder / BILL, bill())
    shown = sorted(paths(new.folder) - {listing.PATH})
    sums = _sums(shown, work / _NOTES, new)
    made_of = _Origins(view)
    files = {}
    for path in shown:
        size, sum_ = sums[path]
        served = not HIDDEN_PATH.fullmatch(path)
        files[path] = Listed(size, sum_, media_type(path), tuple(sorted(made_of(path))), served)
    version = f"trendrapport {__version__}"
    made = Listing(view.report.config.address, version, platform.python_version(), files)
    write(new.folder / listing.PATH, listing.written(made))


def _sums(shown: Collection[str], notes: Path, new: Next) -> dict[str, tuple[int, str]]:
    """The bytes and the digest of each file; one that is as it was is not read again."""
    before = remembered(notes)
    after = {}
    for path in shown:
        name = digest(new.names.get(path, ""))
        known = before.get(path)
        if path not in new.names or not known or known["name"] != name:
            raw = (new.folder / path).read_bytes()
            known = {"name": name, "bytes": len(raw), "sha256": sha256(raw)}
        after[path] = known
    remember(notes, after)
    return {path: (known["bytes"], known["sha256"]) for path, known in after.items()}


class _Origins:
    """What the files of a site are made of: those of one entry, figure or table, by the beginning of their
    names.
    """

    def __init__(self, view: View) -> None:
        report = view.report
        self._whole = _of_files(view)
        self._beginnings = {
            _stem(view.path(entry)): origins.of_entry(report, entry)
            for entry in (*report.by_path.values(), *report.translations, *view.editions)
        }
        for name in report.shown_charts:
            self._beginnings[f"figures/{name}"] = origins.of_chart(report, report.charts[name])
        for name in report.tables:
            self._beginnings[f"charts/data/{name}"] = origins.of_table(report, name)

    def __call__(self, path: str) -> Collection[str]:
        """The files of the report that a file is made of; none where it is made of the whole report."""
        if path in self._whole:
            return self._whole[path]
        folder, _, name = path.rpartition("/")
        parts = name.split(".")
        # The longest name first: a translation has the language behind the name of its original.
        for count in range(len(parts), 0, -1):
            found = self._beginnings.get(f"{folder}/{'.'.join(parts[:count])}")
            if found:
                return found
        return ()


def _stem(page: str) -> str:
    return page.removesuffix(".html")


def _of_files(view: View) -> Mapping[str, Collection[str]]:
    """What is made of a single file: the versions of a picture, and what readers download as it is."""
    pictures = {path: (image.path,) for path, (image, _) in picture_files(view.report).items()}
    downloads = {image_path(path): (path,) for path in view.report.downloads}
    return {**pictures, **downloads}
