"""A mistake in a line that keeps a YAML text from being parsed, as a value.

`yaml_keys`, `yaml_losses` and `yaml_quoting` find such mistakes, and have the words for them.
"""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.diagnostics import Text, Texts

LONGEST = 1000
"""Characters of a line that is looked at: nobody writes a longer one, and the patterns take the square of its
length.
"""

WHY = Text(
    nl="zonder geldige YAML is niets uit dit bestand te lezen",
    en="without valid YAML, nothing in this file can be read",
)


@dataclass(frozen=True)
class LineMistake:
    """A mistake in a line: its column, from 0, its code and its texts."""

    column: int
    code: str
    texts: Texts
    better: str | None = None
    """The line as it should be, if nothing else can be meant and YAML can then read it."""
