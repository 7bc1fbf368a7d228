"""What changed in a table, to the file that keeps it: `charts/data/<name>.changes.yml`, the newest first."""

from __future__ import annotations

import json
from collections.abc import Iterator

from trendrapport.diagnostics import Language, Text
from trendrapport.intake.origin import Origin
from trendrapport.refreshing.comparing import Changes, Key

MOST = 200
"""How many changed values are kept one by one."""
_HEAD = Text(
    nl="# Wat er bij elke verversing veranderde; trendrapport data refresh schrijft dit.",
    en="# What changed with each refresh; trendrapport data refresh writes this.",
)


def path_of(name: str) -> str:
    """The file with the changes of a table, from the report's root."""
    return f"charts/data/{name}.changes.yml"


def with_entry(
    former: str, found: Changes, origin: Origin, checksum: str, day: str, language: Language
) -> str:
    """The text of the file with what changed on a day above what it had."""
    head = _HEAD.of(language)
    rest = former.removeprefix(head).lstrip("\n")
    entry = "".join(f"{line}\n" for line in _entry(found, origin, checksum, day))
    return f"{head}\n{entry}{rest}"


def _entry(found: Changes, origin: Origin, checksum: str, day: str) -> Iterator[str]:
    yield f"- date: {_quoted(day)}"
    yield f"  from: {_quoted(origin.place)}"
    yield f"  hash: {_quoted(f'sha256:{checksum}')}"
    if origin.etag:
        yield f"  etag: {_quoted(origin.etag)}"
    if origin.version:
        yield f"  version: {_quoted(origin.version)}"
    yield f"  rows: {{added: {len(found.added)}, removed: {len(found.removed)}}}"
    counts = f"changed: {len(found.values)}, provisional: {found.revised}"
    yield f"  values: {{{counts}, settled: {found.settled}, reopened: {found.reopened}}}"
    if found.has_other_columns:
        lists = (found.columns_added, found.columns_removed, found.columns_changed)
        added, removed, changed = map(_listed, lists)
        yield f"  columns: {{added: {added}, removed: {removed}, changed: {changed}}}"
    if found.values:
        yield "  changed:"
    for change in found.values[:MOST]:
        parts = f"row: {_quoted(shown(change.row))}, column: {_quoted(change.column.name)}"
        yield f"    - {{{parts}, was: {_quoted(change.was)}, now: {_quoted(change.now)}}}"


def shown(row: Key) -> str:
    """What a row is about, in words."""
    return ", ".join(str(part) for part in row if part is not None)


def _listed(names: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_quoted, names))}]"


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
