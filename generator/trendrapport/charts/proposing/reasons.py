"""A proposal to a sentence that says why: what it shows of the table, and what readers see in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trendrapport.charts import notation
from trendrapport.charts.choosing.columns import PLACES
from trendrapport.charts.kinds import traits
from trendrapport.charts.plan import NUMBERS, TIMES, all_named, selected
from trendrapport.charts.proposing.counts import area_count, place_role, values
from trendrapport.charts.proposing.proposals import Proposal
from trendrapport.charts.tables.areas import Division, division
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import LANGUAGES, Text, enumerated, shortened, with_commas
from trendrapport.model.charts import Chart, FieldType, Scalar, TableField

MOST = 40
"""The most letters of a name from a table."""

Forms = tuple[Text, Text]
"""Words with one of something, and with more."""

_MOMENTS: dict[FieldType, Forms] = {
    "year": (Text("1 jaar", "1 year"), Text("{count} jaren", "{count} years")),
    "quarter": (Text("1 kwartaal", "1 quarter"), Text("{count} kwartalen", "{count} quarters")),
    "yearmonth": (Text("1 maand", "1 month"), Text("{count} maanden", "{count} months")),
    "week": (Text("1 week", "1 week"), Text("{count} weken", "{count} weeks")),
    "date": (Text("1 datum", "1 date"), Text("{count} datums", "{count} dates")),
}
_AREAS: dict[Division, Forms] = {
    "provinces": (Text("1 provincie", "1 province"), Text("{count} provincies", "{count} provinces")),
    "municipalities": (
        Text("1 gemeente", "1 municipality"),
        Text("{count} gemeenten", "{count} municipalities"),
    ),
}
_GROUPS = (
    Text("1 groep ({title})", "1 group ({title})"),
    Text("{count} groepen ({title})", "{count} groups ({title})"),
)
_NUMBERS = (
    Text("één getal ({title})", "one number ({title})"),
    Text("{count} getallen ({title})", "{count} numbers ({title})"),
)
_ROWS = Text("1 rij", "1 row"), Text("{count} rijen", "{count} rows")
_AND = Text("{first} en {last}", "{first} and {last}")
_ONLY = Text("{what}, alleen {values} ({title})", "{what}, only {values} ({title})")
_WITHOUT = Text("{what}, zonder {values} ({title})", "{what}, without {values} ({title})")
_SENTENCE = Text("{what}: {shows}.", "{what}: {shows}.")


def reason(proposal: Proposal, table: Table) -> Text:
    """Such as "6 jaren en één getal (Aandeel): een lijngrafiek laat het verloop zien."."""
    what = _joined(list(_parts(proposal.chart, table)))
    for column, wanted in proposal.chart.filter.items():
        what = _only(what, table.field(column), wanted, table)
    return _SENTENCE.filled(what=what, shows=proposal.suits.shows)


def _parts(chart: Chart, table: Table) -> Iterator[Text]:
    """What a chart shows: its moments, groups or areas, or else its rows; and its numbers."""
    rows = selected(chart, table)
    names = []
    for field in map(table.field, dict.fromkeys(all_named(chart, _words_of(chart)))):
        if field.type not in NUMBERS:
            names.append(field)
    if not names:
        yield _counted(_ROWS, len(rows))
    for field in names:
        found = values(rows, field.name)
        if field.type in TIMES:
            yield _counted(_MOMENTS[field.type], len(found))
        elif traits(chart.kind).areas:
            yield _areas(list(map(str, found)))
        else:
            yield _counted(_GROUPS, len(found), title=_title(field))
    yield from _numbers(chart, table)


def _words_of(chart: Chart) -> list[str]:
    """The roles that tell rows apart; of an area with a code and a name only one."""
    if traits(chart.kind).areas:
        return [place_role(chart)]
    return [role for role in (*PLACES, "history", "series") if role in chart.fields]


def _areas(words: list[str]) -> Text:
    return _counted(_AREAS[division(words)], area_count(words))


def _numbers(chart: Chart, table: Table) -> Iterator[Text]:
    titles: list[str] = []
    for field in map(table.field, all_named(chart, chart.fields)):
        if field.type in NUMBERS:
            titles.append(_title(field))
    if titles:
        yield _counted(_NUMBERS, len(titles), title=enumerated(titles))


def _title(field: TableField) -> str:
    return shortened(field.title, MOST)


def _counted(forms: Forms, count: int, **more: object) -> Text:
    one, several = forms
    if count == 1:
        return one.filled(count=count, **more)
    return several.filled(count=count, **more)


def _joined(parts: list[Text]) -> Text:
    *others, last = parts
    if not others:
        return last
    return _AND.filled(first=with_commas(others), last=last)


def _only(what: Text, field: TableField, wanted: Scalar | tuple[Scalar, ...], table: Table) -> Text:
    """What is shown, and to which value of a column it is limited, or which values are left out."""
    if not isinstance(wanted, tuple):
        return _ONLY.filled(what=what, values=_listed([wanted], field), title=_title(field))
    every = dict.fromkeys(table.column(field.name))
    out = [value for value in every if value not in (*wanted, None)]
    return _WITHOUT.filled(what=what, values=_listed(out, field), title=_title(field))


def _listed(chosen: Sequence[Scalar], field: TableField) -> Text:
    """Values as readers see them."""
    in_each = []
    for language in LANGUAGES:
        names = [shortened(notation.shown(value, field.type, language), MOST) for value in chosen]
        in_each.append(enumerated(names).of(language))
    return Text(*in_each)
