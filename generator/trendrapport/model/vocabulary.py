"""The word for one thing of a kind in messages, by the kind's plural name, as fields refer to it."""

from __future__ import annotations

from trendrapport.diagnostics import Text
from trendrapport.model import entries
from trendrapport.runtime.plugins import modules

_OTHERS = {
    "charts": Text(nl="grafiek", en="chart"),
    "tables": Text(nl="tabel", en="table"),
    "categories": Text(nl="categorie", en="category"),
    "horizons": Text(nl="horizon", en="horizon"),
    "stances": Text(nl="houding", en="stance"),
    "roles": Text(nl="rol", en="role"),
    "values": Text(nl="waarde", en="value"),
    "words": Text(nl="woord", en="word"),
}
"""What is no kind of entry; `words` are those of any taxonomy of a report's own."""


def kinds() -> tuple[str, ...]:
    """Every kind of thing that a field can name."""
    return (*modules(entries), *_OTHERS)


def singular(kind: str) -> Text:
    """What one thing of a kind is called: an entry, a chart, a table or a word of a taxonomy."""
    if kind in modules(entries):
        one: Text = modules(entries)[kind].ONE
        return one
    return _OTHERS.get(kind, _OTHERS["words"])
