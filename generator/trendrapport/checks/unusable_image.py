"""A picture that cannot be shown, or that some readers would miss.

- `missing-image`: the file does not exist;
- `link-outside`: the path leaves the content folder;
- `unreadable-image`: the file is broken or no picture;
- `image-type`: not PNG, JPEG, WebP, GIF or AVIF (SVG can hold a script);
- `no-text-alternative`: `![](photo.jpg)` tells nothing to who cannot see it; write
  `![Portret van Naam](photo.jpg)`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from trendrapport.diagnostics import Diagnostic, Location, Text, did_you_mean
from trendrapport.entries.interviews import Interview
from trendrapport.report import IMAGES, Report

_MISSING = Text(nl='de afbeelding "{target}" bestaat niet', en='the image "{target}" does not exist')
_WHY_MISSING = Text(nl="lezers zouden een lege plek zien", en="readers would see an empty place")
_FIX_MISSING = Text(nl="Zet de afbeelding (PNG, JPEG, WebP, GIF of AVIF) in content en schrijf het pad vanaf dit bestand.",
                    en="Put the image (PNG, JPEG, WebP, GIF or AVIF) in content and write the path from this file.")
_OUTSIDE = Text(nl='de afbeelding "{target}" ligt buiten de map content', en='the image "{target}" lies outside the content folder')
_WHY_OUTSIDE = Text(nl="alleen wat in content staat, wordt gepubliceerd", en="only what is in content is published")
_TYPE = Text(nl='de afbeelding "{target}" is geen PNG, JPEG, WebP, GIF of AVIF',
             en='the image "{target}" is no PNG, JPEG, WebP, GIF or AVIF')
_WHY_TYPE = Text(nl="andere soorten tonen niet overal, of kunnen een script bevatten", en="other types do not show everywhere, or can hold a script")
_BROKEN = Text(nl='de afbeelding "{target}" is beschadigd of geen afbeelding',
               en='the image "{target}" is broken or no image')
_FIX_BROKEN = Text(nl="Bewaar de afbeelding opnieuw als PNG of JPEG.", en="Save the image again as PNG or JPEG.")
_NO_TEXT = Text(nl='de afbeelding "{target}" heeft geen tekstalternatief', en='the image "{target}" has no text alternative')
_WHY_TEXT = Text(nl="wie de afbeelding niet ziet, mist wat erop staat", en="who cannot see the image misses what it shows")
_FIX_TEXT = Text(nl="Schrijf tussen de blokhaken wat er te zien is.", en="Write between the brackets what it shows.")


def check(report: Report) -> Iterator[Diagnostic]:
    """Every picture in a text or portrait that cannot be used."""
    for entry in report.texts:
        path = entry.source.path
        for image in entry.outline.images:
            at = Location(path, image.at.line, image.at.column)
            yield from _wrong(report, at, image.target)
            if not image.text.strip():
                yield Diagnostic(at, "no-text-alternative", _NO_TEXT.filled(target=image.target), _WHY_TEXT, _FIX_TEXT)
        portrait = entry.data.portrait if isinstance(entry.data, Interview) else None
        if target := getattr(portrait, "image", None):
            yield from _wrong(report, entry.locate("portrait", "image"), target)


def _wrong(report: Report, at: Location, target: str) -> Iterator[Diagnostic]:
    path = posixpath.normpath(posixpath.join(posixpath.dirname(at.path), unquote(target)))
    image = report.images.get(path)
    if not path.startswith("content/"):
        yield Diagnostic(at, "link-outside", _OUTSIDE.filled(target=target), _WHY_OUTSIDE, _FIX_MISSING)
    elif posixpath.splitext(path)[1].lower() not in IMAGES:
        yield Diagnostic(at, "image-type", _TYPE.filled(target=target), _WHY_TYPE, _FIX_BROKEN)
    elif image is None:
        names = [posixpath.relpath(known, posixpath.dirname(at.path)) for known in report.images]
        yield Diagnostic(at, "missing-image", _MISSING.filled(target=target), _WHY_MISSING,
                         did_you_mean(target, names, _FIX_MISSING))
    elif image.width is None:
        yield Diagnostic(at, "unreadable-image", _BROKEN.filled(target=target), _WHY_MISSING, _FIX_BROKEN)
