"""Whether a value in a YAML file is the one that a form gives back; opens no files.

A form knows no difference between a field that is empty and one that is not there, and gives a number back as
text where its field is one for text.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

import yaml

_NOTHING = frozenset({"", "~", "null", "Null", "NULL", "false", "False", "FALSE"})
_BLOCK_STYLES = frozenset({"|", ">"})


def pruned(value: Any) -> Any:  # noqa: ANN401
    """A value without the fields of it that are empty."""
    match value:
        case dict():
            kept = {key: pruned(part) for key, part in value.items()}
            return {key: part for key, part in kept.items() if not is_empty(part)}
        case list():
            return [pruned(part) for part in value]
    return value


def is_empty(value: Any) -> bool:  # noqa: ANN401
    """Whether a form shows nothing for a value: what may be yes is empty when it says no. 0 is a number."""
    return value is None or value is False or value in ("", [], {})


def is_nothing(node: yaml.Node) -> bool:
    """Whether a value in a file says nothing."""
    if isinstance(node, yaml.ScalarNode):
        return not node.value or (not node.style and node.value in _NOTHING)
    return not node.value


def same(node: yaml.Node, value: Any) -> bool:  # noqa: ANN401
    """Whether a value in a file is this one, of which nothing is empty (`pruned`)."""
    match node, value:
        case yaml.MappingNode(), dict():
            return _same_fields(node, value)
        case yaml.SequenceNode(), list():
            pairs = zip(node.value, value, strict=False)
            return len(node.value) == len(value) and all(same(item, one) for item, one in pairs)
        case yaml.ScalarNode(), str() | bool() | int() | float():
            return _same_scalar(node, value)
    return is_nothing(node) and is_empty(value)


def _same_fields(node: yaml.MappingNode, value: dict[str, Any]) -> bool:
    there = {key.value: part for key, part in node.value if not is_nothing(part)}
    return there.keys() == value.keys() and all(same(part, value[key]) for key, part in there.items())


def _same_scalar(node: yaml.ScalarNode, value: str | bool | float) -> bool:
    if isinstance(value, str):
        written = node.value.rstrip("\n") if node.style in _BLOCK_STYLES else node.value
        return bool(written == value.rstrip("\n") or written == value)
    if node.style:
        return False
    if isinstance(value, bool):
        return bool(node.value.lower() == str(value).lower())
    try:
        return Decimal(node.value) == Decimal(repr(value))
    except InvalidOperation:
        return False


def compared(part: Any) -> str:  # noqa: ANN401
    """What is alike in two forms of the same item of a list, by which an item that moved is found back."""
    match part:
        case yaml.MappingNode():
            fields = {key.value: compared(value) for key, value in part.value if not is_nothing(value)}
            return repr(sorted(fields.items()))
        case yaml.SequenceNode():
            return repr([compared(item) for item in part.value])
        case yaml.ScalarNode():
            return str(part.value)
        case dict():
            return repr(sorted((key, compared(value)) for key, value in part.items()))
        case list():
            return repr([compared(item) for item in part])
    return str(part)
