"""Files in a zip, the same bytes on every machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of files by name, stored without compression and with a fixed date: how small zlib makes them
    differs between its versions.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, raw in parts:
            member = zipfile.ZipInfo(name)
            member.create_system, member.external_attr = 3, 0o644 << 16
            archive.writestr(member, raw)
    return made.getvalue()
