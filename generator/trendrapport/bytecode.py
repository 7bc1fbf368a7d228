"""Where Jinja keeps what it compiles: beside what Python keeps of this package, as templates change when its code does.

Where Python keeps nothing, or nothing can be written, templates are compiled anew in each run.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket


class _Kept(FileSystemBytecodeCache):
    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


@cache
def kept() -> BytecodeCache | None:
    """The place for templates compiled by this version of Python; None where there is none."""
    folder = Path(cache_from_source(str(Path(__file__).parent / "pages" / "templates" / "any.py"))).parent
    if sys.dont_write_bytecode:
        return None
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        return _Kept(str(folder), "%s.pyc")
    return None
