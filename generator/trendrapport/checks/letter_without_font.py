"""A character that is missing from the fonts for pictures (`letter-without-font`).

The PNG of a figure and the cards for social media are painted with the fonts of the site, which have the
letters of European languages and many signs, but no emoji, Chinese or Hebrew, nor the one-letter Ĳ. In a
picture an empty box stands there. Looked at are the title of each entry, and of each chart its title,
subtitle, labels, units and reasons of breaks, the names of its columns and the names in its table, and the
source that it credits; in the settings the title, the publisher and the names of categories. Write it in
other words, or leave it out; with `pictures: false` in the settings there are no pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from trendrapport.charts.pictures.lettered import lacking, plainer
from trendrapport.charts.plan import named, passes
from trendrapport.charts.tables.table import Table
from trendrapport.checks import Part
from trendrapport.diagnostics import Diagnostic, Location, Severity, Text, enumerated
from trendrapport.files.source import place_within
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.charts import Chart
from trendrapport.model.entries.sources import Source
from trendrapport.model.publishable import Publishable
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.cache import digest

_WHAT = Text(
    nl="het teken {letters} staat niet in het lettertype van afbeeldingen",
    en="the character {letters} is not in the font of pictures",
)
_MANY = Text(
    nl="de tekens {letters} staan niet in het lettertype van afbeeldingen",
    en="the characters {letters} are not in the font of pictures",
)
_LETTER = '"{letter}" (U+{code:04X})'
_MORE = Text(nl="nog {count}", en="{count} more")
_SHOWN = 3
"""So many characters of a text are named."""
_WHY = Text(
    nl="op de kaart voor sociale media en in de PNG van een figuur staat daar een leeg vakje",
    en="on the card for social media and in the PNG of a figure an empty box stands there",
)
_FIX = Text(
    nl=(
        'Schrijf het met andere woorden, of haal het weg. Met "pictures: false" in site_config.yml zijn er '
        "geen afbeeldingen."
    ),
    en=(
        'Write it in other words, or remove it. With "pictures: false" in site_config.yml there '
        "are no pictures."
    ),
)
_PLAIN = Text(nl='Schrijf "{plain}".', en='Write "{plain}".')
_PLAIN_FOR = Text(nl='Schrijf "{plain}" voor "{letter}".', en='Write "{plain}" for "{letter}".')


def parts(report: Report) -> Iterator[Part]:
    """Each title and each chart that is painted."""
    if not report.config.pictures:
        return
    for entry in report.entries:
        if isinstance(entry.data, Publishable):
            yield Part(digest("title", entry.source.path, entry.source.yaml_text), partial(_of_entry, entry))
    if report.config_source.path not in report.broken:
        yield Part(digest("settings", report.config_source.yaml_text), partial(_of_settings, report))
    credited = {entry.data.source for entry in report.charts.values()}
    for source in report.of(Source):
        if source.slug in credited:
            yield Part(
                digest("credit", source.source.path, str(source.locate()), source.json),
                partial(_of_source, source),
            )
    for entry in report.charts.values():
        table = report.tables.get(entry.data.data)
        yield Part(
            digest(entry.source.path, entry.json, table.digest if table else ""),
            partial(_of_chart, report, entry, table),
        )


def _of_entry(entry: Entry[Any]) -> Iterator[Diagnostic]:
    if entry.data.title:
        yield from _in_field(entry, ("title",), entry.data.title)


def _of_settings(report: Report) -> Iterator[Diagnostic]:
    """What stands on every card and below every figure."""
    config = report.config
    texts: list[tuple[DataPath, str]] = [
        (("title",), config.title),
        (("publisher", "name"), config.publisher.name),
    ]
    texts += [(("author", "name"), config.author.name)] if config.author else []
    texts += [
        (("taxonomies", "categories", name, "label"), term.label)
        for name, term in config.taxonomies.categories.items()
    ]
    for path, text in texts:
        if path[0] in report.config_source.data and lacking(text):
            at = report.config_source.locate(path)
            yield _told(report.config_source.within(at, _first(text)), text)


def _of_source(source: Entry[Source]) -> Iterator[Diagnostic]:
    """Who is named below a figure, or else the title."""
    data = source.data
    for index, name in enumerate(data.author):
        for key in ("family", "given", "literal"):
            yield from _in_field(source, ("author", index, key), getattr(name, key) or "")
    if not data.author:
        yield from _in_field(source, ("title",), data.title)


def _of_chart(report: Report, entry: Entry[Chart], table: Table | None) -> Iterator[Diagnostic]:
    for path, text in _written(entry.data):
        # What was filled in from the table is told there.
        if path[0] in entry.source.data:
            yield from _in_field(entry, path, text)
    if table is None:
        return
    used = [name for role in entry.data.fields for name in named(entry.data, role) if name in table.columns]
    for index, field in enumerate(table.package.resources[0].schema_.fields):
        if field.name in used and (package := report.packages.get(table.name)):
            yield from _in_field(package, ("resources", 0, "schema", "fields", index, "title"), field.title)
    yield from _in_table(entry.data, table, used)


def _written(chart: Chart) -> Iterator[tuple[DataPath, str]]:
    """The texts of a declaration that stand in its pictures."""
    yield ("title",), chart.title
    yield ("subtitle",), chart.subtitle
    for index, one in enumerate(chart.annotations):
        yield ("annotations", index, "label"), one.label or ""
    yield from _within(chart.options, ("options",))


def _within(value: Any, at: DataPath) -> Iterator[tuple[DataPath, str]]:  # noqa: ANN401
    """Each text in plain data, such as the reason of a break."""
    match value:
        case str():
            yield at, value
        case dict():
            for name, part in value.items():
                yield from _within(part, (*at, name))
        case list() | tuple():
            for index, part in enumerate(value):
                yield from _within(part, (*at, index))


def _in_table(chart: Chart, table: Table, used: list[str]) -> Iterator[Diagnostic]:
    """Each name of which a character is lacking, where it first stands."""
    if not set(chart.filter) <= set(table.columns):
        return
    seen: set[str] = set()
    lines = table.text.split("\n")
    for row, record in enumerate(table.records()):
        if not passes(record, chart):
            continue
        for name in dict.fromkeys(used):
            value = record[name]
            if isinstance(value, str) and value not in seen and lacking(value):
                seen.add(value)
                yield _told(place_within(lines, table.locate(row, name), _first(value)), value)


def _in_field(entry: Entry[Any], path: DataPath, text: str) -> Iterator[Diagnostic]:
    if lacking(text):
        yield _told(entry.source.within(entry.locate(*path), _first(text)), text)


def _told(at: Location, text: str) -> Diagnostic:
    letters = list(dict.fromkeys(text[index] for index in lacking(text)))
    what = (_WHAT if len(letters) == 1 else _MANY).filled(letters=_named_letters(letters))
    return Diagnostic(at, "letter-without-font", what, _WHY, _fix(letters), severity=Severity.WARNING)


def _named_letters(letters: list[str]) -> Text:
    """The first characters, each with its number, and how many more there are."""
    shown = [_LETTER.format(letter=letter, code=ord(letter)) for letter in letters[:_SHOWN]]
    rest = len(letters) - len(shown)
    more = [_MORE.filled(count=rest)] if rest else []
    return Text(
        *(enumerated([*shown, *(one.of(language) for one in more)]).of(language) for language in ("nl", "en"))
    )


def _fix(letters: list[str]) -> Text:
    """What to write instead: other letters where there are any, else other words."""
    plain = {letter: plainer(letter) for letter in letters if plainer(letter)}
    if len(letters) == len(plain) == 1:
        return _PLAIN.filled(plain=plain[letters[0]])
    fix = Text("", "")
    for letter, other in plain.items():
        fix += _PLAIN_FOR.filled(plain=other, letter=letter)
    return fix if len(plain) == len(letters) else fix + _FIX


def _first(text: str) -> str:
    """The first character of a text that the fonts lack."""
    return text[lacking(text)[0]]
