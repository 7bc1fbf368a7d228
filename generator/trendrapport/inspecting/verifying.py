"""A copy of a site to what in it is not what was published."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, finding
from trendrapport.inspecting.copies import Address, Copy, listed
from trendrapport.site import listing
from trendrapport.site.listing import sha256

Progress = Callable[[int, int], None]

_CHANGED: Texts = (
    Text(nl="is niet meer wat is gepubliceerd", en="is no longer what was published"),
    Text(
        nl="de SHA-256 van het bestand is {found}, in manifest.json staat {expected}",
        en="the SHA-256 of the file is {found}, manifest.json has {expected}",
    ),
    Text(
        nl="Zet het gepubliceerde bestand terug, of bouw en publiceer opnieuw.",
        en="Put back the published file, or build and publish again.",
    ),
)
_LOST: Texts = (
    Text(nl="is gepubliceerd, maar ontbreekt", en="was published, but is missing"),
    Text(nl="lezers en links vinden het niet", en="readers and links do not find it"),
    Text(
        nl="Zet het bestand terug, of publiceer de hele site opnieuw.",
        en="Put back the file, or publish the whole site again.",
    ),
)
_UNLISTED: Texts = (
    Text(nl="staat niet in manifest.json", en="is not in manifest.json"),
    Text(
        nl="het hoort niet bij wat is gepubliceerd, en lezers kunnen het wel openen",
        en="it is no part of what was published, and readers can open it all the same",
    ),
    Text(nl="Verwijder het, of publiceer in een lege map.", en="Remove it, or publish to an empty folder."),
)


def differences(copy: Copy, progress: Progress = lambda done, of: None) -> Iterator[Diagnostic]:
    """Each file that is not as the list of the site has it: changed, missing, or not in it.

    At an address nobody can see what is not in the list, nor what only the server reads. Raises
    CannotRunError without a list.
    """
    files = listed(copy).files
    if isinstance(copy, Address):
        files = {path: file for path, file in files.items() if file.served}
    for done, (path, file) in enumerate(sorted(files.items()), 1):
        raw = copy.read(path)
        if raw is None:
            yield finding(Location(path, 1, 1), "lost-file", _LOST)
        elif sha256(raw) != file.sha256:
            what, why, fix = _CHANGED
            why = why.filled(found=sha256(raw), expected=file.sha256)
            yield finding(Location(path, 1, 1), "changed-file", (what, why, fix))
        progress(done, len(files))
    for path in sorted(copy.files - files.keys() - {listing.PATH}):
        yield finding(Location(path, 1, 1), "unlisted-file", _UNLISTED)
