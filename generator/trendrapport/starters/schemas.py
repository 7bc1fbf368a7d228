"""Models to JSON Schema, a file per sort of file, so that an editor's program can complete and explain while
they write.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from trendrapport.diagnostics import Language
from trendrapport.model import entries
from trendrapport.model.base import Model
from trendrapport.model.charts import Chart, DataPackage
from trendrapport.model.config import Config
from trendrapport.model.entries import Shape
from trendrapport.runtime.plugins import modules

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas(language: Language) -> dict[str, bytes]:
    """By name, such as `trends`: the JSON Schema of a file (of a Markdown file: its front matter), with
    explanations.
    """
    return {name: _written(schema, language) for name, schema in _schemas()}


def write(folder: Path, language: Language) -> list[Path]:
    """Writes each schema to a file of its own; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {folder / f"{name}.json": raw for name, raw in schemas(language).items()}
    for path, raw in made.items():
        path.write_bytes(raw)
    return list(made)


def editor_settings(folder: str) -> bytes:
    """Settings for VS Code: which schema in a folder of the report explains which YAML files, and how texts
    are saved.
    """
    of_entries = {
        name: f"content/{module.PLACE.format(edition='*', slug='*')}"
        for name, module in modules(entries).items()
    }
    places = {
        "site_config": "site_config.yml",
        "chart": "charts/*.yml",
        "datapackage": "charts/data/*.datapackage.yml",
    } | of_entries
    told = {f"./{folder}/{name}.json": place for name, place in places.items() if place.endswith(".yml")}
    settings = {"files.encoding": "utf8", "files.eol": "\n", "yaml.schemas": told}
    return (json.dumps(settings, indent=2) + "\n").encode()


def _schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, model in (("site_config", Config), ("chart", Chart), ("datapackage", DataPackage)):
        yield name, model.model_json_schema()
    for name, module in modules(entries).items():
        yield name, _of_file(module.MODEL, module.SHAPE)
        if module.SHAPE is Shape.TEXT:
            yield (
                f"{name}.translation",
                {
                    key: part
                    for key, part in _of_file(module.MODEL, module.SHAPE).items()
                    if key != "required"
                },
            )


def _of_file(model: type[Model], shape: Shape) -> dict[str, Any]:
    """The schema of a file that holds one entry or several of them."""
    schema = model.model_json_schema()
    schema["properties"] |= {name: {} for name in sorted(model.also_read - model.other_forms.keys())}
    for name, forms in model.other_forms.items():
        schema["properties"][name] = _with_forms(schema["properties"].get(name), forms)
    definitions = schema.pop("$defs", {})
    match shape:
        case Shape.MAPPING:
            schema = {"type": "object", "additionalProperties": schema}
        case Shape.REFERENCES:
            definitions[model.__name__] = schema
            items = {"type": "array", "items": {"$ref": f"#/$defs/{model.__name__}"}}
            block = {
                "type": "object",
                "properties": {"references": items},
                "required": ["references"],
                "additionalProperties": False,
            }
            schema = {"anyOf": [block, items]}
    return schema | ({"$defs": definitions} if definitions else {})


def _with_forms(field: dict[str, Any] | None, forms: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The schema of a field that can be written in other forms as well, or only in those; what is told of it
    stays.
    """
    if field is None:
        return {"anyOf": [*forms]}
    told = ("title", "default", "description", "nl", "examples")
    own = {key: part for key, part in field.items() if key not in told}
    kept = {key: part for key, part in field.items() if key in told}
    return kept | {"anyOf": [*own.get("anyOf", [own]), *forms]}


def _written(schema: dict[str, Any], language: Language) -> bytes:
    told = {"$schema": DIALECT} | _told(schema, language)
    return (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _told(part: Any, language: Language) -> Any:  # noqa: ANN401
    """The same schema with the explanations of one language, and without what only this generator
    understands.
    """
    if isinstance(part, list):
        return [_told(item, language) for item in part]
    if not isinstance(part, dict):
        return part
    told = {
        key: _told(value, language)
        for key, value in part.items()
        if key not in {"nl", "to", "own_edition", "translated", "exported"}
        or not isinstance(value, str | bool)
    }
    return told | (
        {"description": part["nl"]} if language == "nl" and isinstance(part.get("nl"), str) else {}
    )
