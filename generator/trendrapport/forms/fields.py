"""The JSON Schema of a model to the fields of a form, as Sveltia CMS describes them; knows no files.

https://sveltiacms.app/en/docs/fields
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from trendrapport.diagnostics import Text
from trendrapport.forms import words
from trendrapport.forms.choices import Choices
from trendrapport.language.labels import Labels
from trendrapport.model.schema_parts import resolved

Field = dict[str, Any]
"""A field of a form."""

Schema = dict[str, Any]

LONG = 200
"""Characters of a text that gets room for several lines."""

WORDS = 4
"""Words of an example from which on a text gets that too."""

SHOWN_AT_ONCE = 6
"""Names that are shown beside each other, instead of in a list to search in."""

_DATE = r"^\d{4}-\d{2}-\d{2}$"
_PICTURE = "image"
_NUMBERS = {"integer": "int", "number": "float"}
_IN_TITLE = ("title", "name", "term", "text", "what", "why", "id")
"""The fields of an item of a list by which it is known, the first one that it has."""


@dataclass(frozen=True)
class Maker:
    """What the fields of a form are made with."""

    whole: Schema
    """The schema in which references are found."""
    choices: Choices
    labels: Labels
    own: Mapping[str, str] = field(default_factory=dict)
    """What the report calls the fields of its own, by name."""
    omitted: frozenset[str] = frozenset()
    """Fields that hold more than a form can show."""

    def fields(self, schema: Schema, *, translated: bool = False) -> list[Field]:
        """A field for each property that an editor fills in; `translated` if a translation has them all."""
        required = set(schema.get("required", ()))
        shown = {
            name: part
            for name, part in schema["properties"].items()
            if not part.get("exported") and name not in self.omitted
        }
        fields = [self._field(name, part, translated=translated) for name, part in shown.items()]
        for made in fields:
            made["required"] = made["name"] in required
        return fields

    def _called(self, name: str) -> str:
        if name in self.own:
            return self.own[name]
        if name in words.FIELDS:
            return self._said(words.FIELDS[name])
        return name.capitalize()

    def _said(self, text: Text) -> str:
        return text.of(self.labels.language)

    def _field(self, name: str, schema: Schema, *, translated: bool) -> Field:
        written = _own(resolved(self.whole, schema))
        found = resolved(self.whole, written)
        is_translated = translated or bool(found.get("translated"))
        explained = found.get("nl" if self.labels.language == "nl" else "description") or ""
        return {
            "name": name,
            "label": self._called(name),
            "hint": as_hint(f"{explained}."),
            "i18n": is_translated,
            # The preview shows the words that a translation has too.
            "preview": is_translated and found.get("type") == "string",
            **self._widget(name, found, is_translated),
        }

    def _widget(self, name: str, schema: Schema, translated: bool) -> Field:  # noqa: FBT001
        """What a value is filled in with."""
        if "to" in schema:
            return self._picker(schema, translated)
        if "enum" in schema:
            return _select(list(self._words(schema)))
        match schema.get("type"):
            case "array":
                return self._list(name, schema, translated)
            case "object":
                fields = self.fields(schema, translated=translated)
                return {"widget": "object", "collapsed": "auto", "fields": fields}
            case "boolean":
                return {"widget": "boolean"}
            case "integer" | "number":
                return _number(schema)
        return self._text(name, schema)

    def _picker(self, schema: Schema, translated: bool) -> Field:  # noqa: FBT001
        """Names of something else in the report: one, several, or a list of texts for each."""
        choices = self.choices.of(schema["to"], own_edition=bool(schema.get("own_edition")))
        if schema.get("type") == "object":
            more = {"i18n": translated, **self._texts(translated)}
            lists = [
                {"name": one["value"], "label": one["label"], "required": False, **more} for one in choices
            ]
            return {"widget": "object", "collapsed": "auto", "fields": lists}
        is_list = schema.get("type") == "array"
        if not choices:
            # Nothing has a name yet, or what has could not be read: Sveltia refuses a list without names.
            if is_list:
                return self._texts(translated)
            return {"widget": "string"}
        picker = _select(choices)
        if is_list:
            picker["multiple"] = True
        if "minItems" in schema:
            picker["min"] = schema["minItems"]
        return picker

    def _texts(self, translated: bool) -> Field:  # noqa: FBT001
        """A list of texts."""
        item = {"name": "item", "label": self._said(words.ITEM), "widget": "text", "i18n": translated}
        return {"widget": "list", "field": item}

    def _list(self, name: str, schema: Schema, translated: bool) -> Field:  # noqa: FBT001
        item = resolved(self.whole, schema["items"])
        label = self._said(words.ITEM)
        if item.get("type") == "object":
            summary = next((f"{{{{{key}}}}}" for key in _IN_TITLE if key in item["properties"]), "")
            within: Field = {
                "fields": self.fields(item, translated=translated),
                "summary": summary,
                "collapsed": "auto",
            }
        else:
            one = {"name": name, "label": label, "i18n": translated}
            within = {"field": one | self._widget(name, item, translated)}
        return {"widget": "list", "label_singular": label, **within}

    def _words(self, schema: Schema) -> Iterator[Field]:
        """The words of a list in the models, as readers see them."""
        group = str(schema.get("title", "")).lower()
        shown = words.CALLED.get(group)
        called = self.labels.group(shown) if shown else {}
        for word in schema["enum"]:
            yield {"label": called.get(word, word), "value": word}

    def _text(self, name: str, schema: Schema) -> Field:
        example = next((one for one in schema.get("examples", ()) if isinstance(one, str)), "")
        is_long = schema.get("maxLength", 0) >= LONG or len(example.split()) >= WORDS
        if name == _PICTURE:
            return {"widget": "image", "choose_url": False}
        most: Field = {}
        if "maxLength" in schema:
            most["maxlength"] = schema["maxLength"]
        pattern = schema.get("pattern")
        if schema.get("format") == "date":
            pattern = _DATE
        if pattern:
            most["pattern"] = [pattern, self._said(words.PATTERN)]
        return {"widget": "text" if is_long else "string", **most}


def _own(schema: Schema) -> Schema:
    """The first of the forms that a value can have; what explains the field stays."""
    forms = [form for form in schema.get("anyOf", ()) if form.get("type") != "null"]
    if forms:
        return {**schema, **forms[0]}
    return schema


def _select(choices: list[Any]) -> Field:
    return {"widget": "select", "options": choices, "dropdown_threshold": SHOWN_AT_ONCE}


def _number(schema: Schema) -> Field:
    bounds = {"min": schema.get("minimum"), "max": schema.get("maximum")}
    given = {name: bound for name, bound in bounds.items() if bound is not None}
    return {"widget": "number", "value_type": _NUMBERS[schema["type"]], **given}


def as_hint(text: str) -> str:
    """An explanation as it stands below a field; what has a meaning in Markdown has none."""
    plain = "".join(f"\\{sign}" if sign in "\\*_[]~`<" else sign for sign in text)
    return plain[:1].upper() + plain[1:]
