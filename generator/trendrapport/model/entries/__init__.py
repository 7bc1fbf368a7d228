"""A file per kind of entry that editors write: its typed, frozen model and the place of its files.

A module here holds these and nothing registers it elsewhere:

- `MODEL`: the model, a subclass of `Model`;
- `PLACE`: where its files lie below `content/`, with `{edition}` and `{slug}` where those go;
- `SHAPE`: whether a file holds one entry or several (`Shape`);
- `ONE`: what messages call one entry;

and, for a kind whose entries have no page of their own:

- `COUNTED`: one entry and `{count}` of them, for what a build leaves out.

The module's name is the kind: the folder that editors see, the template that shows it and the word in
`trendrapport new`. Models are the one description of an entry: checks, starter files, JSON Schema and the
docs follow from their fields.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from trendrapport.diagnostics import Text
from trendrapport.model.base import Model


class Shape(StrEnum):
    """How entries lie in a file."""

    TEXT = "text"
    """One entry: Markdown with front matter."""
    SINGLE = "single"
    """One entry: a YAML file."""
    MAPPING = "mapping"
    """Many entries: a YAML mapping from slug to entry."""
    REFERENCES = "references"
    """Many entries: CSL-YAML, a list `references` of which each item has an `id`."""


class Kind(Protocol):
    """What each module in this folder holds."""

    MODEL: type[Model]
    PLACE: str
    SHAPE: Shape
    ONE: Text
