"""The lines of a ```` ```video ```` block: fields as in YAML, and after an empty line the words that are said
in it. Knows no models.
"""

from __future__ import annotations

import re
from typing import Any

from trendrapport.files.yaml_data import Position, positions, read_yaml


def fields_of(text: str) -> str:
    """The lines with fields, with their line ends."""
    return re.split(r"(?m)^[ \t]*$", text, maxsplit=1)[0]


def spoken(text: str) -> tuple[str, ...]:
    """The paragraphs after the fields, each on one line."""
    rest = text[len(fields_of(text)) :]
    return tuple(" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", rest) if part.strip())


def data_of(text: str) -> dict[str, Any]:
    """The fields of a block; none when they cannot be read, of which a check tells."""
    data, found = read_yaml("", fields_of(text))
    return data if isinstance(data, dict) and not found else {}


def transcript_of(text: str) -> tuple[str, Position] | None:
    """The address at which the spoken words can be read, and its position in the block."""
    target = data_of(text).get("transcript")
    if not isinstance(target, str) or not target:
        return None
    return target, positions("", fields_of(text), 1)[("transcript",)]
