"""The fields of an entry as a record has them: names in camel case, and for each name of something else the
link to that.

What editors left out is absent. `field_schemas` says the same of the types.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from trendrapport.model.base import Model
from trendrapport.model.portraits import Portrait
from trendrapport.model.references import target
from trendrapport.open_data.links import named
from trendrapport.pages.picture_files import shown
from trendrapport.pages.view import Value, View
from trendrapport.report.report import Entry


def camel_case(name: str) -> str:
    """A name in the model as one in a record: `key_figures` as `keyFigures`."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def fields(view: View, entry: Entry[Any], without: Collection[str] = ()) -> Value:
    """The fields of an entry, but for some."""
    return _Fields(view, entry).of(entry.data, without)


@dataclass(frozen=True)
class _Fields:
    """The fields of one entry, as its edition and its file give names and paths a meaning."""

    view: View
    entry: Entry[Any]

    def of(self, data: Model, without: Collection[str] = ()) -> Value:
        """A model as a plain value."""
        found: Value = {}
        for name in type(data).model_fields:
            value = None if name in without else self._value(data, name)
            if value is not None:
                found[camel_case(name)] = value
        return found

    def _value(self, data: Model, name: str) -> Any:  # noqa: ANN401 - any plain value
        value = getattr(data, name)
        if isinstance(data, Portrait) and name == "image":
            return self._picture(value)
        to = target(type(data), name)
        return self._plain(value) if to is None else self._named(to, value)

    def _plain(self, value: Any) -> Any:  # noqa: ANN401 - any plain value
        match value:
            case Model():
                return self.of(value)
            case StrEnum():
                return str(value)
            case tuple():
                return [self._plain(item) for item in value]
            case Mapping():
                return {key: self._plain(item) for key, item in value.items()}
        return value

    def _named(self, to: str, value: Any) -> Any:  # noqa: ANN401 - a link, or links in a list
        match value:
            case None:
                return None
            case tuple():
                links = [named(self.view, to, name, self.entry.edition) for name in value]
                return [link for link in links if link]
            case Mapping():
                return self._plain(value)
        return named(self.view, to, value, self.entry.edition)

    def _picture(self, target: str) -> str | None:
        """The address of a portrait."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.entry.source.path), target))
        image = self.view.report.images.get(path)
        if image is None or image.width is None:
            return None
        return self.view.address(str(shown(image, "", portrait=True)["src"]))
