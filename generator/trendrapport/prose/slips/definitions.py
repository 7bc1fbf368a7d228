"""Footnotes and link addresses that nothing refers to, or that share a name with another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markdown_it.token import Token

from trendrapport.prose.slips.slip import Slip, slip_on_row, without_margin

_COMMENT_LABELS = frozenset({"//", "#", "comment", "_"})
"""Labels of definitions that serve as a comment: `[//]: # (this)`."""


def footnotes(env: Mapping[str, Any], lines: Sequence[str]) -> Iterator[Slip]:
    """Footnotes that nothing refers to, or of which another has the name: neither is shown."""
    used = env.get("footnotes", {}).get("refs", {})
    seen: set[str] = set()
    for label, row in env.get("notes", ()):
        mark = f"[^{label}]"
        if label in seen:
            yield slip_on_row("footnote-twice", mark, lines, row)
        elif used.get(f":{label}", -1) < 0:
            yield slip_on_row("unused-footnote", mark, lines, row)
        seen.add(label)


def definitions(tokens: Sequence[Token], env: Mapping[str, Any], lines: Sequence[str]) -> Iterator[Slip]:
    """Lines such as `[1]: Bron`, which are read as the address of a link that is nowhere."""
    used = set(_labels(tokens))
    for label, definition in env.get("references", {}).items():
        if label not in used and not _is_comment(label):
            yield _definition("unused-definition", definition, lines)
    for definition in env.get("duplicate_refs", ()):
        if not _is_comment(definition["label"]):
            yield _definition("definition-twice", definition, lines)


def _labels(tokens: Sequence[Token]) -> Iterator[str | None]:
    """The labels by which links and pictures name their address."""
    for token in tokens:
        for child in token.children or ():
            if child.type in {"link_open", "image"}:
                yield child.meta.get("label")


def _is_comment(label: str) -> bool:
    return label.casefold() in _COMMENT_LABELS


def _definition(code: str, definition: Mapping[str, Any], lines: Sequence[str]) -> Slip:
    row: int = definition["map"][0]
    return slip_on_row(code, without_margin(lines[row]), lines, row)
