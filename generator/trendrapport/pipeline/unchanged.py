"""Whether nothing changed since the former build: then its result holds, and almost nothing is imported."""

from __future__ import annotations

from pathlib import Path

from trendrapport.diagnostics import from_plain
from trendrapport.files.contents import contents
from trendrapport.pipeline.results import Options, Result
from trendrapport.runtime.cache import digest
from trendrapport.runtime.fingerprint import generator
from trendrapport.site.stage import remembered


def former_result(stamp: Path, inputs: str) -> Result | None:
    """The former result when every input and the generator are what they were."""
    kept = remembered(stamp)
    if kept.get("inputs") != inputs:
        return None
    result = kept["result"]
    return Result(**{**result, "diagnostics": tuple(map(from_plain, result["diagnostics"]))})


def inputs_digest(root: Path, options: Options, day: str, known: str) -> str | None:
    """A name for all that a build starts from, None when not all can be read.

    What is edited while it runs is another's start.
    """
    try:
        settings = (root / "site_config.yml").read_bytes()
        return digest(generator(), repr(options), day, known, settings, *contents(root))
    except OSError:
        return None
