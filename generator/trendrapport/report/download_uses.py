"""The files to download that an entry's text links to."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from trendrapport.files.downloads import DOWNLOADS, REFUSED, end_of
from trendrapport.report.report import Entry


@dataclass(frozen=True)
class DownloadUse:
    """A file to download as a text links to it."""

    path: str
    """Where the file is, from the report's root."""
    title: str
    """The words of the link, as a title."""


def download_uses(entry: Entry[Any]) -> Iterator[DownloadUse]:
    """Each link of a text to a file of a type that is a download, or that is refused as one."""
    for link in entry.outline.links:
        path = file_of(link.target, entry.source.path)
        if path and end_of(path) in DOWNLOADS | REFUSED:
            yield DownloadUse(path, link.text[:1].upper() + link.text[1:])


def file_of(target: str, page: str) -> str:
    """The file, from the report's root, to which a link on a page leads; empty for an address elsewhere."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith(("/", "\\")):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
