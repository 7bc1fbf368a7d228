"""The files of a picture: the versions that the site has, their paths, and how a page names them."""

from __future__ import annotations

from typing import Any

from trendrapport.files.photos import PORTRAIT, TEXT, Seen, Version, versions
from trendrapport.model.addresses import image_path, relative
from trendrapport.report.image_uses import image_uses
from trendrapport.report.marks_of_publisher import ICON, publisher_marks
from trendrapport.report.report import Image, Report

COLUMN = 544
"""The width of a picture in a text, in pixels of CSS; `styles/on_demand/entry/text.css` has it as 34 rem."""

FACE = 160
"""The same of a portrait."""

FOLDER = "assets/pictures"

LOGO_HEIGHT = 80
"""The height of the file of a logo (pixels): sharp at the 40 at which a page shows it."""

ICON_SIZES = (192, 512)
"""The icons (pixels) that a manifest must name for a site to be put on a home screen."""


def picture_files(report: Report) -> dict[str, tuple[Image, Version]]:
    """The picture and the version of each file that the pictures of a report need, by path from the site's
    root.
    """
    found: dict[str, tuple[Image, Version]] = {}
    for path, portrait in sorted(_uses(report)):
        image = report.images.get(path)
        if image and image.width:
            for version in _versions(image, portrait=portrait):
                found[_path(image, version, portrait=portrait)] = image, version
    return found | _of_publisher(report)


def _of_publisher(report: Report) -> dict[str, tuple[Image, Version]]:
    """The files of the logo, whose names say how large they are, and of the icon."""
    found: dict[str, tuple[Image, Version]] = {}
    for mark in publisher_marks(report.config):
        image = report.images.get(mark.path)
        if image is None or not image.width or not image.height:
            continue
        if mark.name == ICON:
            for size in ICON_SIZES:
                found[f"assets/icon-{size}.png"] = image, Version("PNG", size, size)
            continue
        height = min(LOGO_HEIGHT, image.height)
        version = Version(image.format, round(image.width * height / image.height) or 1, height)
        found[f"assets/{mark.name}-{version.width}x{version.height}.{version.end}"] = image, version
    return found


def _uses(report: Report) -> set[tuple[str, bool]]:
    """The pictures that entries show, and whether as a portrait."""
    uses: set[tuple[str, bool]] = set()
    for entry in (*report.entries, *report.translations):
        uses.update((use.path, use.portrait) for use in image_uses(entry))
    return uses


def shown(image: Image, page: str, *, portrait: bool) -> dict[str, Any]:
    """A picture on a page: the address and size of the largest version in its own format, and the addresses
    of all versions.
    """
    addresses: dict[str, list[str]] = {}
    for version in _versions(image, portrait=portrait):
        address = f"{relative(_path(image, version, portrait=portrait), page)} {version.width}w"
        addresses.setdefault(version.format, []).append(address)
    largest = _largest(image, portrait=portrait)
    own = addresses.pop(image.format)
    return {
        "src": relative(_path(image, largest, portrait=portrait), page),
        "width": largest.width,
        "height": largest.height,
        "srcset": ", ".join(own),
        "webp": ", ".join(addresses.get("WEBP", ())),
        "sizes": _sizes(largest, portrait=portrait),
    }


def _path(image: Image, version: Version, *, portrait: bool) -> str:
    """The path of a version: in a text the largest in the picture's own format keeps the name that it has in
    the content folder.
    """
    if not portrait and version == _largest(image, portrait=False):
        return image_path(image.path)
    return f"{FOLDER}/{image.digest[:20]}-{version.width}.{version.end}"


def _largest(image: Image, *, portrait: bool) -> Version:
    return [version for version in _versions(image, portrait=portrait) if version.format == image.format][-1]


def _versions(image: Image, *, portrait: bool) -> tuple[Version, ...]:
    seen = Seen(image.format, image.width or 1, image.height or 1, image.moving)
    return versions(seen, PORTRAIT if portrait else TEXT)


def _sizes(largest: Version, *, portrait: bool) -> str:
    """How wide a browser will show the picture, which it has to know before it has the page's styles."""
    if portrait:
        return f"{min(FACE, largest.width)}px"
    if largest.width <= COLUMN:
        return f"{largest.width}px"
    return f"(min-width: {COLUMN + 40}px) {COLUMN}px, 92vw"
