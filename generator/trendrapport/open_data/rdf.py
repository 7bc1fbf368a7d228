"""Statements as Turtle and JSON-LD, written by rdflib, which is loaded only here.

The same statements give the same bytes, in whatever order they come.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from trendrapport.open_data.statements import PREFIXES, Iri, Statement, Words

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node


def turtle(statements: Iterable[Statement]) -> bytes:
    """The statements in Turtle (https://www.w3.org/TR/turtle/), which rdflib sorts."""
    return _graph(statements).serialize(format="turtle", encoding="utf-8")


def json_ld(statements: Iterable[Statement]) -> bytes:
    """The statements in JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/), sorted."""
    plain = json.loads(_graph(statements).serialize(format="json-ld", context=_context()))
    graph = sorted(map(_ordered, plain["@graph"]), key=lambda thing: str(thing["@id"]))
    whole = {"@context": plain["@context"], "@graph": graph}
    return (json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _context() -> dict[str, str]:
    return {prefix: vocabulary.base for prefix, vocabulary in PREFIXES.items()}


def _ordered(thing: Any) -> Any:  # noqa: ANN401 - any plain value
    """The same with the values of each property sorted: they are a set."""
    match thing:
        case dict():
            return {name: _ordered(value) for name, value in thing.items()}
        case list():
            return sorted(map(_ordered, thing), key=lambda value: json.dumps(value, sort_keys=True))
    return thing


def _graph(statements: Iterable[Statement]) -> Graph:
    from rdflib import Graph

    graph = Graph(bind_namespaces="none")
    for prefix, vocabulary in PREFIXES.items():
        graph.bind(prefix, vocabulary.base)
    for thing, name, value in statements:
        graph.add((_node(thing), _node(name), _node(value)))
    return graph


def _node(value: Iri | Words) -> Node:
    from rdflib import Literal, URIRef

    match value:
        case Iri(address):
            return URIRef(address)
        case Words(text, language, type_name):
            return Literal(text, lang=language or None, datatype=URIRef(type_name) if type_name else None)
