"""Models to JSON Schema, one for each type of file, so that a text editor can complete and explain fields."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from trendrapport.diagnostics import Language
from trendrapport.model import entries
from trendrapport.model.base import Model
from trendrapport.model.charts import Chart, DataPackage
from trendrapport.model.config import Config
from trendrapport.model.entries import Shape
from trendrapport.model.entries.trends import Trend
from trendrapport.model.judgement import usual_trend
from trendrapport.runtime.plugins import modules

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_EXPLAINING = ("title", "default", "description", "nl", "examples")
_OUR_OWN = ("nl", "to", "own_edition", "translated", "exported")

Schema = dict[str, Any]


def schemas(language: Language, trend: type[Trend] | None = None) -> dict[str, bytes]:
    """By name, such as `trends`: the JSON Schema of a file (of a Markdown file: its front matter), with
    explanations; `trend` is the model of a trend in the report at hand.
    """
    return {name: _written(schema, language) for name, schema in forms(trend).items()}


@cache
def forms(trend: type[Trend] | None = None) -> Mapping[str, Schema]:
    """The same as values, with explanations in both languages and what fields name (`to`)."""
    return dict(_schemas(trend or usual_trend()))


def write(folder: Path, language: Language, trend: type[Trend] | None = None) -> list[Path]:
    """Writes each schema to a file of its own; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {folder / f"{name}.json": raw for name, raw in schemas(language, trend).items()}
    for path, raw in made.items():
        path.write_bytes(raw)
    return list(made)


def editor_settings(folder: str) -> bytes:
    """Settings for VS Code: which schema in a folder of the report explains which YAML files, and how texts
    are saved.
    """
    schemas = {
        "site_config": "site_config.yml",
        "chart": "charts/*.yml",
        "datapackage": "charts/data/*.datapackage.yml",
    }
    for name, module in modules(entries).items():
        schemas[name] = f"content/{module.PLACE.format(edition='*', slug='*')}"
    in_yaml = {name: files for name, files in schemas.items() if files.endswith(".yml")}
    settings = {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "yaml.schemas": {f"./{folder}/{name}.json": files for name, files in in_yaml.items()},
    }
    return (json.dumps(settings, indent=2) + "\n").encode()


def _schemas(trend: type[Trend]) -> Iterator[tuple[str, Schema]]:
    yield "site_config", Config.model_json_schema()
    yield "chart", Chart.model_json_schema()
    yield "datapackage", DataPackage.model_json_schema()
    for name, module in modules(entries).items():
        model = trend if module.MODEL is Trend else module.MODEL
        yield name, _of_file(model, module.SHAPE)
        if module.SHAPE is Shape.TEXT:
            # A translation may leave out any field.
            translation = _of_file(model, module.SHAPE)
            translation.pop("required", None)
            yield f"{name}.translation", translation


def _of_file(model: type[Model], shape: Shape) -> Schema:
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
    if definitions:
        schema["$defs"] = definitions
    return schema


def _with_forms(field: Schema | None, forms: Iterable[Mapping[str, Any]]) -> Schema:
    """The schema of a field that can also be written in other forms, or only in those; what explains it
    stays.
    """
    if field is None:
        return {"anyOf": [*forms]}
    own: Schema = {}
    kept: Schema = {}
    for key, part in field.items():
        if key in _EXPLAINING:
            kept[key] = part
        else:
            own[key] = part
    return {**kept, "anyOf": [*own.get("anyOf", [own]), *forms]}


def _written(schema: Schema, language: Language) -> bytes:
    explained = {"$schema": DIALECT} | _explained(schema, language)
    return (json.dumps(explained, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _explained(part: Any, language: Language) -> Any:  # noqa: ANN401
    """The same schema with the explanations of one language, and without what only this generator
    understands.
    """
    if isinstance(part, list):
        return [_explained(item, language) for item in part]
    if not isinstance(part, dict):
        return part
    kept = {key: value for key, value in part.items() if not _is_our_own(key, value)}
    explained = {key: _explained(value, language) for key, value in kept.items()}
    if language == "nl" and isinstance(part.get("nl"), str):
        explained["description"] = part["nl"]
    return explained


def _is_our_own(key: str, value: object) -> bool:
    """Whether a key has a meaning for this generator alone; a field of that name holds a schema."""
    return key in _OUR_OWN and isinstance(value, str | bool)
