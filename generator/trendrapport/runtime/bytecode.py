"""The cache of compiled templates, beside Python's own cache of this package: templates change when its code
does.

Where Python keeps nothing, or nothing can be written, templates are compiled anew in each run. So are damaged
ones: reading them could end Python itself.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket

_PROOF_BYTES = 16


class _Kept(FileSystemBytecodeCache):
    def load_bytecode(self, bucket: Bucket) -> None:
        """Reads what was kept, if it is what was put there."""
        with suppress(OSError):
            kept = Path(self._get_cache_filename(bucket)).read_bytes()
            proof, code = kept[:_PROOF_BYTES], kept[_PROOF_BYTES:]
            if proof == _proof(code):
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a template with a checksum; another process sees all of it or nothing."""
        file = Path(self._get_cache_filename(bucket))
        fresh = file.with_name(f"{file.name}.{os.getpid()}")
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            fresh.write_bytes(_proof(code) + code)
            fresh.replace(file)


def _proof(code: bytes) -> bytes:
    return hashlib.blake2b(code, digest_size=_PROOF_BYTES).digest()


@cache
def kept() -> BytecodeCache | None:
    """The cache for this version of Python; None where nothing can be kept."""
    if sys.dont_write_bytecode:
        return None
    templates = Path(__file__).parents[1] / "pages" / "browser" / "templates"
    folder = Path(cache_from_source(str(templates / "any.py"))).parent
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        return _Kept(str(folder), "%s.pyc")
    return None
