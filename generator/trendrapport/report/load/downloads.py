"""Files to download to what is known about them; each is opened once."""

from __future__ import annotations

import json

from trendrapport.files.downloads import end_of, fault
from trendrapport.report.report import Download
from trendrapport.runtime.cache import Cache, digest
from trendrapport.runtime.fingerprint import generator


def download(cache: Cache, path: str, raw: bytes) -> Download:
    """A file with its digest, its size and why it cannot be published, if so."""
    name = digest("download", generator(), end_of(path), raw)
    kept = cache.made(name, lambda: json.dumps(fault(path, raw)).encode())
    return Download(path, digest(raw), len(raw), json.loads(kept))
