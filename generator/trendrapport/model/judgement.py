"""What a report says of its trends, as its settings choose: the models of its own of a trend and of its
settings.

In these, what the report uses is required, what it does not use is absent, and each taxonomy of its own is a
field. All that follows from models (checks, starter files, schemas, help in text editors) then fits it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar, cast

from pydantic import ConfigDict, Field, create_model
from pydantic.fields import FieldInfo

from trendrapport.diagnostics import nearest
from trendrapport.model.base import Model, described
from trendrapport.model.config import Config
from trendrapport.model.entries import Kind
from trendrapport.model.entries.trends import Trend
from trendrapport.model.field_types import Known, Name, Score
from trendrapport.model.taxonomies import FIELDS, WORDS, Judged, Role, Taxonomies, Taxonomy

_TYPES: Mapping[str, Any] = {"horizon": Known, "stance": Known, "impact": Score, "certainty": Score}
"""The fields that every trend must have in a report that uses them."""

Own = tuple[tuple[str, str, bool], ...]
"""By name, what readers call a taxonomy of a report's own, and whether each trend needs a word of it."""


def model_of(module: Kind, config: Config) -> type[Model]:
    """The model of a kind of entry in a report with these settings."""
    return trend_model(config) if module.MODEL is Trend else module.MODEL


def trend_model(config: Config) -> type[Trend]:
    """The model of a trend in a report with these settings."""
    drawn = {config.radar.rings, config.radar.sectors}
    own = [(name, one.label, name in drawn) for name, one in config.taxonomies.own.items()]
    return _trend(frozenset(config.judgement), tuple(own))


class _AnyTrend(Trend):
    model_config = ConfigDict(extra="ignore")


def unsure_trend() -> type[Trend]:
    """The model of a trend in a report of which the settings do not say surely what it uses: it may have any
    field, and need have none of those.
    """
    return _AnyTrend


def usual_trend() -> type[Trend]:
    """The model of a trend in a report whose settings do not choose."""
    return _trend(frozenset(Judged), ())


@cache
def _trend(used: frozenset[Judged], own: Own) -> type[Trend]:
    fields: dict[str, Any] = {}
    unused: set[str] = set()
    for judged in Judged:
        for name in FIELDS[judged]:
            if judged not in used:
                unused.add(name)
                fields[name] = (ClassVar[Any], Trend.model_fields[name].default)
            elif name in _TYPES:
                fields[name] = (_TYPES[name], _required(Trend.model_fields[name]))
    for name, label, needed in own:
        fields[name] = _own_field(name, label, needed=needed)
    fields["unused"] = (ClassVar[frozenset[str]], frozenset(unused))
    return cast("type[Trend]", _derived(Trend, fields))


def _own_field(name: str, label: str, *, needed: bool) -> tuple[Any, Any]:
    nl, en = f"{label}: een woord uit taxonomies.own.{name}", f"{label}: a word from taxonomies.own.{name}"
    if needed:
        return Known, described(nl, en, to=name)
    return Known | None, described(nl, en, to=name, default=None)


def config_model(data: Any) -> type[Config]:  # noqa: ANN401
    """The model of settings that hold these data: each taxonomy that they use is required. That is each one
    that has a word, unless `judgement` says which.
    """
    if not isinstance(data, dict):
        return _config(frozenset(Judged))
    chosen = data.get("judgement")
    if chosen is None and not any(nearest(key, ("judgement",)) for key in data):
        return _config(frozenset(Judged) - _left_empty(data))
    if not isinstance(chosen, list):
        return _config(frozenset())  # a mistake, which is told by itself
    return _config(frozenset(one for one in Judged if one in chosen))


def _left_empty(data: Mapping[Any, Any]) -> frozenset[Judged]:
    """What has a list in the settings without any word."""
    given = data.get("taxonomies")
    lists = given if isinstance(given, dict) else {}
    return frozenset(judged for judged, name in WORDS.items() if lists.get(name) == {})


@cache
def _config(used: frozenset[Judged]) -> type[Config]:
    fields: dict[str, Any] = {}
    for judged, name in WORDS.items():
        if judged in used:
            form = dict[Name, Role] if judged is Judged.ROLES else Taxonomy
            fields[name] = (form, _required(Taxonomies.model_fields[name], min_length=1))
    taxonomies = _derived(Taxonomies, fields)
    usual = tuple(judged for judged in Judged if judged in used)
    own = {
        "taxonomies": (taxonomies, _required(Config.model_fields["taxonomies"])),
        "judgement": (tuple[Judged, ...], _required(Config.model_fields["judgement"], default=usual)),
    }
    return cast("type[Config]", _derived(Config, own))


def _derived(model: type[Model], fields: Mapping[str, Any]) -> type[Model]:
    """A model with other fields, that is called and explained as the one that it is of."""
    return create_model(
        model.__name__, __base__=model, __doc__=model.__doc__, __module__=model.__module__, **fields
    )


def _required(field: FieldInfo, **rules: Any) -> Any:  # noqa: ANN401
    """The same field without a default."""
    return Field(
        description=field.description,
        json_schema_extra=field.json_schema_extra,
        examples=field.examples,
        **rules,
    )
