"""One thing in a declaration that does not fit its kind or its table."""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.diagnostics import Text
from trendrapport.yaml_data import DataPath


@dataclass(frozen=True)
class Misfit:
    """One thing that does not fit: the path of the value (or its key), what, why and how to mend it."""

    path: DataPath
    key: bool
    code: str
    what: Text
    why: Text
    fix: Text
