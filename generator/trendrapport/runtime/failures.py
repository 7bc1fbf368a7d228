"""Why the system cannot read or write a file or folder, in both languages."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trendrapport.diagnostics import Text

_RIGHTS = Text(nl="u hebt er geen rechten voor", en="you do not have permission")
_REASONS = {
    errno.ENOENT: Text(nl="het bestaat niet", en="it does not exist"),
    errno.EEXIST: Text(nl="er bestaat al iets met die naam", en="something with that name already exists"),
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.ENOTDIR: Text(nl="een deel van het pad is geen map", en="part of the path is not a folder"),
    errno.EISDIR: Text(nl="het is een map", en="it is a folder"),
    errno.ENOTEMPTY: Text(nl="de map is niet leeg", en="the folder is not empty"),
    errno.ENOSPC: Text(nl="de schijf is vol", en="the disk is full"),
    errno.EROFS: Text(nl="het bestand of de schijf is alleen-lezen", en="the file or disk is read-only"),
    errno.ENAMETOOLONG: Text(nl="de naam is te lang", en="the name is too long"),
    errno.ELOOP: Text(nl="de koppeling wijst naar zichzelf", en="the link points to itself"),
    errno.EADDRINUSE: Text(
        nl="een ander programma gebruikt het al", en="another program is already using it"
    ),
}


def reason(error: OSError) -> Text:
    """Why the system refuses; in its own words where the reason is rare."""
    own_words = error.strerror or str(error)
    return _REASONS.get(error.errno or 0, Text(own_words, own_words))


@contextmanager
def at(path: Path) -> Iterator[None]:
    """Adds the path to an error that names none, such as that of a full disk; for a copy, the path of the
    copy.
    """
    try:
        yield
    except OSError as error:
        error.filename = error.filename2 or error.filename or str(path)
        raise
