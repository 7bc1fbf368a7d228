"""What changed in a table, in words: for a terminal or a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trendrapport.diagnostics import Language, Text, shortened, with_commas
from trendrapport.language.labels import Labels
from trendrapport.model.charts import Scalar
from trendrapport.refreshing.change_log import shown
from trendrapport.refreshing.comparing import Change, Changes
from trendrapport.refreshing.quoting import Quote

_SAME = Text(nl="{name}: niets veranderd", en="{name}: nothing changed")
_WHAT = Text(nl="{name}: {parts}", en="{name}: {parts}")
_COUNTS: tuple[tuple[str, Text, Text], ...] = (
    (
        "added",
        Text(nl="1 rij erbij", en="1 row added"),
        Text(nl="{count} rijen erbij", en="{count} rows added"),
    ),
    (
        "removed",
        Text(nl="1 rij weg", en="1 row removed"),
        Text(nl="{count} rijen weg", en="{count} rows removed"),
    ),
    (
        "values",
        Text(nl="1 waarde veranderd", en="1 value changed"),
        Text(nl="{count} waarden veranderd", en="{count} values changed"),
    ),
    (
        "revised",
        Text(nl="waarvan 1 voorlopige", en="1 of them provisional"),
        Text(nl="waarvan {count} voorlopige", en="{count} of them provisional"),
    ),
    (
        "settled",
        Text(nl="1 rij is nu definitief", en="1 row is now final"),
        Text(nl="{count} rijen zijn nu definitief", en="{count} rows are now final"),
    ),
    (
        "reopened",
        Text(nl="1 rij is nu voorlopig", en="1 row is now provisional"),
        Text(nl="{count} rijen zijn nu voorlopig", en="{count} rows are now provisional"),
    ),
)
_COLUMNS = (
    ("columns_added", Text(nl="kolommen erbij: {names}", en="columns added: {names}")),
    ("columns_removed", Text(nl="kolommen weg: {names}", en="columns removed: {names}")),
    ("columns_changed", Text(nl="kolommen veranderd: {names}", en="columns changed: {names}")),
)
_HEADS = (
    Text(nl="Rij", en="Row"),
    Text(nl="Kolom", en="Column"),
    Text(nl="Was", en="Was"),
    Text(nl="Wordt", en="Becomes"),
)
_MORE = Text(nl="en nog {count}", en="and {count} more")
_NOTHING = Text(nl="leeg", en="empty")
_QUOTE = Text(
    nl='{place}: "{number}" klopt niet meer: {row}, {column} was {was} en wordt {now}',
    en='{place}: "{number}" is no longer right: {row}, {column} was {was} and becomes {now}',
)
_GONE = Text(
    nl='{place}: "{number}" staat niet meer in de tabel: {row}, {column} was {was}',
    en='{place}: "{number}" is no longer in the table: {row}, {column} was {was}',
)
MOST = 12
"""How many changed values are shown."""


def summary(name: str, found: Changes) -> Text:
    """What changed, in one line."""
    if found.nothing:
        return _SAME.filled(name=name)
    return _WHAT.filled(name=name, parts=with_commas(_parts(found)))


def _parts(found: Changes) -> Iterator[Text]:
    for field, one, more in _COUNTS:
        value = getattr(found, field)
        count = value if isinstance(value, int) else len(value)
        if count == 1:
            yield one
        elif count:
            yield more.filled(count=count)
    for field, text in _COLUMNS:
        names = getattr(found, field)
        if names:
            yield text.filled(names=", ".join(names))


def value_rows(found: Changes, language: Language) -> Sequence[Sequence[str]]:
    """The first values that changed: row, column, what it was and what it becomes."""
    if not found.values:
        return []
    rows = [[head.of(language) for head in _HEADS]]
    for change in found.values[:MOST]:
        rows.append([*_named(change), _written(change.was, language), _written(change.now, language)])
    if len(found.values) > MOST:
        rows.append([_MORE.filled(count=len(found.values) - MOST).of(language), "", "", ""])
    return rows


def quote_lines(quote: Quote, language: Language) -> tuple[str, str]:
    """A place that quotes a number which changed: what is wrong with it, and the sentence."""
    row, column = _named(quote.change)
    place = f"{quote.at.path}:{quote.at.line}:{quote.at.column}"
    was, now = _written(quote.change.was, language), _written(quote.change.now, language)
    what = _QUOTE
    if quote.change.is_gone:
        what = _GONE
    text = what.filled(place=place, number=quote.number, row=row, column=column, was=was, now=now)
    return text.of(language), quote.sentence


def _named(change: Change) -> tuple[str, str]:
    return shortened(shown(change.row)), change.column.title


def _written(value: Scalar, language: Language) -> str:
    """A value as readers of a language write it."""
    if value is None:
        return _NOTHING.of(language)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return Labels(language).number(value, None)
