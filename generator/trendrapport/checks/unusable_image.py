"""An image that cannot be shown, or that some readers would miss.

- `missing-image`: the file does not exist;
- `link-outside`: the path leads out of the content folder;
- `remote-image`: the image is on another site, or in the text itself (`data:`);
- `unreadable-image`: the file is damaged or not an image;
- `disguised-image`: the file has another format than its name says, such as a TIFF called `photo.png`. Only
  the formats below are opened, so that an image cannot start another program;
- `image-size`: more than 50 million pixels, which no page can show. The size is read from the start of the
  file, so such an image does not fill the memory;
- `image-type`: not PNG, JPEG, WebP, GIF or AVIF (SVG can contain a script);
- `unusable-icon`: `look.icon` is not square, or smaller than 512 by 512 pixels;
- `no-text-alternative`: `![](photo.jpg)` says nothing to anyone who cannot see it; write
  `![Portret van Naam](photo.jpg)`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from trendrapport.diagnostics import (
    Diagnostic,
    Location,
    Text,
    Texts,
    finding,
    mended_by,
    nearest_file,
    shortened,
)
from trendrapport.diagnostics.changes import Change, Move, Redraw
from trendrapport.diagnostics.slips import surely_meant
from trendrapport.files.pictures import FORMATS, MOST
from trendrapport.pages.picture_files import ICON_SIZES
from trendrapport.report.image_uses import ImageUse, image_uses
from trendrapport.report.marks_of_publisher import ICON, PublisherMark, publisher_marks
from trendrapport.report.report import IMAGES, Entry, Image, Report

_PUT = Text(
    nl=(
        "Zet de afbeelding (PNG, JPEG, WebP, GIF of AVIF) in content en schrijf het pad vanaf dit "
        "bestand, met /, zoals ../images/foto.jpg."
    ),
    en=(
        "Put the image (PNG, JPEG, WebP, GIF or AVIF) in content and write the path from this "
        "file, with /, such as ../images/photo.jpg."
    ),
)
_MISSING = (
    Text(nl='de afbeelding "{target}" bestaat niet', en='the image "{target}" does not exist'),
    Text(nl="lezers zouden niets zien", en="readers would see nothing"),
    _PUT,
)
_OUTSIDE = (
    Text(
        nl='de afbeelding "{target}" staat buiten de map content',
        en='the image "{target}" is outside the content folder',
    ),
    Text(nl="alleen bestanden in content worden gepubliceerd", en="only files in content are published"),
    _PUT,
)
_REMOTE = (
    Text(
        nl='de afbeelding "{target}" staat op een andere site',
        en='the image "{target}" is on another site',
    ),
    Text(
        nl=(
            "de site laadt niets van andere sites: die zouden zien wie dit leest, en kunnen de "
            "afbeelding verwijderen"
        ),
        en=(
            "the site loads nothing from other sites: they would see who reads this, and may remove the image"
        ),
    ),
    _PUT,
)
_INLINE = (
    Text(
        nl='de afbeelding staat in de tekst zelf ("{target}")',
        en='the image is in the text itself ("{target}")',
    ),
    Text(
        nl="de afbeelding heeft dan geen naam, en de tekst wordt onleesbaar",
        en="the image then has no name, and the text becomes unreadable",
    ),
    _PUT,
)
_TYPE = (
    Text(
        nl='de afbeelding "{target}" is geen PNG, JPEG, WebP, GIF of AVIF',
        en='the image "{target}" is not a PNG, JPEG, WebP, GIF or AVIF',
    ),
    Text(nl="niet elke browser toont andere soorten", en="not every browser shows other types"),
    Text(nl="Bewaar de afbeelding als PNG of JPEG.", en="Save the image as PNG or JPEG."),
)
_SVG = (
    Text(nl='de afbeelding "{target}" is een SVG', en='the image "{target}" is an SVG'),
    Text(nl="een SVG kan een script bevatten", en="an SVG can contain a script"),
    Text(
        nl="Bewaar de afbeelding als PNG; een grafiek kunt u in charts/ beschrijven.",
        en="Save the image as PNG; a chart can be described in charts/.",
    ),
)
_BROKEN = (
    Text(
        nl='de afbeelding "{target}" is beschadigd, of geen afbeelding',
        en='the image "{target}" is damaged, or not an image',
    ),
    _MISSING[1],
    Text(nl="Bewaar de afbeelding opnieuw als PNG of JPEG.", en="Save the image again as PNG or JPEG."),
)
_DISGUISED = (
    Text(
        nl='de afbeelding "{target}" is in werkelijkheid {format}',
        en='the image "{target}" is actually {format}',
    ),
    Text(
        nl="een bestand met een andere inhoud dan de naam zegt, opent niet overal",
        en="a file whose content does not match its name does not open everywhere",
    ),
)
_SAVE_AGAIN = Text(
    nl="Bewaar de afbeelding opnieuw als PNG of JPEG; alleen een andere naam is niet genoeg.",
    en="Save the image again as PNG or JPEG; renaming it is not enough.",
)
_RENAME = Text(
    nl='Noem het bestand "{name}", ook op deze plaats.', en='Rename the file to "{name}", here too.'
)
_TOO_LARGE = (
    Text(
        nl='de afbeelding "{target}" heeft meer dan {most} miljoen pixels',
        en='the image "{target}" has more than {most} million pixels',
    ),
    Text(
        nl="geen scherm toont er zoveel, en het lezen ervan kost te veel geheugen",
        en="no screen shows that many, and reading them uses too much memory",
    ),
    Text(
        nl="Verklein de afbeelding, bijvoorbeeld tot 2400 pixels breed.",
        en="Make the image smaller, for instance 2400 pixels wide.",
    ),
)
_NO_TEXT = (
    Text(
        nl='de afbeelding "{target}" heeft geen tekstalternatief',
        en='the image "{target}" has no text alternative',
    ),
    Text(
        nl="wie de afbeelding niet ziet, mist wat erop staat",
        en="anyone who cannot see the image misses what it shows",
    ),
    Text(
        nl="Schrijf tussen de blokhaken wat er op de afbeelding staat.",
        en="Write between the square brackets what it shows.",
    ),
)

_ICON = (
    Text(
        nl='het teken van de site, "{target}", is {width} bij {height} pixels',
        en='the icon of the site, "{target}", is {width} by {height} pixels',
    ),
    Text(
        nl="beginschermen tonen een vierkant; een ander beeld wordt uitgerekt of onscherp",
        en="home screens show a square; another image is stretched or blurred",
    ),
    Text(nl="Maak het vierkant, en minstens 512 bij 512.", en="Make it square, and at least 512 by 512."),
)

_ENDS = {kind: end for end, kind in reversed(FORMATS.items())}
"""By format: how the name of its files ends."""


def check(report: Report) -> Iterator[Diagnostic]:
    """Every picture in a text or portrait that cannot be used, and every file that never can be one."""
    named = set()
    for entry in report.texts:
        for use in image_uses(entry):
            named.add(use.path)
            if (texts := _wrong(report, use.path, use.target, use.at)) is not None:
                found = finding(use.at, *texts, target=shortened(use.target))
                yield mended_by(found, *_changes(report, entry, use))
        for image in entry.outline.images:
            if not image.text.strip():
                at = entry.in_text(image.at)
                yield finding(at, "no-text-alternative", _NO_TEXT, target=shortened(image.target))
    for mark in publisher_marks(report.config):
        named.add(mark.path)
        at = report.config_source.locate(mark.at)
        if texts := _wrong(report, mark.path, mark.path, at) or _icon(report, mark):
            yield finding(at, *texts, target=shortened(mark.path))
    for path in sorted(report.other_pictures - named):
        yield finding(Location(path), "image-type", _type(path), target=path)


def _icon(report: Report, mark: PublisherMark) -> tuple[str, Texts] | None:
    """Why a picture cannot be the icon of the site."""
    image = report.images.get(mark.path)
    if mark.name != ICON or image is None or image.width is None or image.height is None:
        return None
    if image.width == image.height and image.width >= max(ICON_SIZES):
        return None
    what = _ICON[0].filled(width=image.width, height=image.height, target="{target}")
    return "unusable-icon", (what, *_ICON[1:])


def _changes(report: Report, entry: Entry[Any], use: ImageUse) -> tuple[Change, ...]:
    """What mends a picture that cannot be used, if nothing else can be meant."""
    image = report.images.get(use.path)
    if image is None:
        return _other_path(report, entry, use)
    if image.too_large:
        return (Redraw(image.path),) if image.can_be_redrawn else ()
    stem, end = posixpath.splitext(image.path)
    right = _ENDS.get(image.format)
    if right is None or FORMATS[end.lower()] == image.format or stem + right in report.images:
        return ()
    renamed = posixpath.splitext(use.target)[0] + right
    edits = entry.source.in_line(use.at, use.target, renamed)
    return (*edits, Move(image.path, stem + right)) if edits else ()


def _other_path(report: Report, entry: Entry[Any], use: ImageUse) -> tuple[Change, ...]:
    """The path that must be meant by one without a picture, as it is written in the same file."""
    folder = posixpath.dirname(use.at.path)
    stems = {posixpath.splitext(posixpath.relpath(path, folder))[0]: path for path in report.images}
    meant = surely_meant(posixpath.splitext(use.target)[0], stems)
    if meant is None or len(stems) < len(report.images):
        return ()
    target = posixpath.relpath(stems[meant], folder)
    return () if re.search(r"[\s()%]", target) else entry.source.in_line(use.at, use.target, target)


def _wrong(report: Report, path: str, target: str, at: Location) -> tuple[str, Texts] | None:
    """Why the picture at a path cannot be shown; None for a file of which that is reported already."""
    if target.lower().startswith("data:"):
        return "remote-image", _INLINE
    if target.lower().startswith(("http:", "https:", "//")):
        return "remote-image", _REMOTE
    if not path.startswith("content/"):
        return "link-outside", _OUTSIDE
    if posixpath.splitext(path)[1].lower() not in IMAGES:
        return "image-type", _type(path)
    if path in report.broken:
        return None
    if (image := report.images.get(path)) is None:
        names = [posixpath.relpath(known, posixpath.dirname(at.path)) for known in report.images]
        return "missing-image", (*_MISSING[:2], nearest_file(target, names, _PUT))
    return _unfit(image)


def _unfit(image: Image) -> tuple[str, Texts] | None:
    """Why a file with the name of a picture cannot be shown as one."""
    if image.too_large:
        what, why, fix = _TOO_LARGE
        return "image-size", (what.filled(most=MOST // 1_000_000, target="{target}"), why, fix)
    stem, end = posixpath.splitext(posixpath.basename(image.path))
    if image.format in {"", FORMATS[end.lower()]}:
        return ("unreadable-image", _BROKEN) if image.width is None else None
    what, why = _DISGUISED
    fix = _RENAME.filled(name=stem + _ENDS[image.format]) if image.format in _ENDS else _SAVE_AGAIN
    return "disguised-image", (what.filled(format=image.format, target="{target}"), why, fix)


def _type(path: str) -> Texts:
    return _SVG if path.lower().endswith(".svg") else _TYPE
