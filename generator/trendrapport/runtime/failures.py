"""What a system says of a file or folder that it will not read or write, in both languages."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trendrapport.diagnostics import Text

_RIGHTS = Text(nl="u hebt er geen rechten voor", en="you have no permission for it")
_REASONS = {
    errno.ENOENT: Text(nl="het bestaat niet", en="it does not exist"),
    errno.EEXIST: Text(nl="er staat al iets met die naam", en="something of that name stands there already"),
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.ENOTDIR: Text(nl="een deel van het pad is geen map", en="a part of the path is not a folder"),
    errno.EISDIR: Text(nl="het is een map", en="it is a folder"),
    errno.ENOTEMPTY: Text(nl="de map is niet leeg", en="the folder is not empty"),
    errno.ENOSPC: Text(nl="de schijf is vol", en="the disk is full"),
    errno.EROFS: Text(nl="er kan alleen gelezen worden", en="it can only be read"),
    errno.ENAMETOOLONG: Text(nl="de naam is te lang", en="the name is too long"),
    errno.ELOOP: Text(nl="de koppeling wijst naar zichzelf", en="the link points at itself"),
    errno.EADDRINUSE: Text(nl="een ander programma gebruikt die al", en="another program uses it already"),
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
