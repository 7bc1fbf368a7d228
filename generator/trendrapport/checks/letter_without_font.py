"""A character that is missing from the fonts for images (`letter-without-font`).

The PNG of a figure and the cards for social media use the fonts of the site. Those have the letters of
European languages and many signs, but no emoji, Chinese or Hebrew, nor the single character Ĳ. The image
would show an empty box. This check looks at the title of each entry; for each chart, at the title, subtitle,
labels, units, reasons of breaks, column names, names in the table and the credited source; in the settings,
at the title, the publisher and the names of categories. Rephrase it, or leave the character out. With
`pictures: false` in the settings there are no images.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from trendrapport.charts.pictures.lettered import lacking, plainer
from trendrapport.charts.plan import named, passes
from trendrapport.charts.tables.table import Table
from trendrapport.checks import Part
from trendrapport.diagnostics import LANGUAGES, Diagnostic, Language, Location, Text, enumerated, warning
from trendrapport.files.source import place_within
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.charts import Chart
from trendrapport.model.config import Config
from trendrapport.model.entries.sources import Source
from trendrapport.model.shared_fields import Publishable
from trendrapport.model.texts import parts_of
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.cache import digest

_WHAT = Text(
    nl="het teken {letters} ontbreekt in het lettertype voor afbeeldingen",
    en="the character {letters} is missing from the font for images",
)
_MANY = Text(
    nl="de tekens {letters} ontbreken in het lettertype voor afbeeldingen",
    en="the characters {letters} are missing from the font for images",
)
_LETTER = '"{letter}" (U+{code:04X})'
_MORE = Text(nl="nog {count}", en="{count} more")
_SHOWN = 3
"""The most characters of a text that are named."""
_WHY = Text(
    nl="op de kaart voor sociale media en in de PNG van een figuur komt daar een leeg vakje",
    en="the card for social media and the PNG of a figure would show an empty box there",
)
_FIX = Text(
    nl=(
        'Gebruik een ander woord, of verwijder het teken. Met "pictures: false" in '
        "site_config.yml worden er geen afbeeldingen gemaakt."
    ),
    en=(
        'Use another word, or remove the character. With "pictures: false" in site_config.yml no '
        "images are made."
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
            yield Part(digest("credit", source.json), partial(_of_source, source))
    for entry in report.charts.values():
        table = report.tables.get(entry.data.data)
        name = digest(entry.source.path, entry.json, table.digest if table else "")
        yield Part(name, partial(_of_chart, report, entry, table))


def _of_entry(entry: Entry[Any]) -> Iterator[Diagnostic]:
    if entry.data.title:
        yield from _in_field(entry, ("title",), entry.data.title)


def _of_settings(report: Report) -> Iterator[Diagnostic]:
    """The names that every card shows and every figure has below it."""
    for path, text in _settings(report.config):
        if path[0] in report.config_source.data and lacking(text):
            at = report.config_source.locate(path)
            yield _lacking(report.config_source.within(at, _first(text)), text)


def _settings(config: Config) -> Iterator[tuple[DataPath, str]]:
    yield ("title",), config.title
    yield ("publisher", "name"), config.publisher.name
    if config.author:
        yield ("author", "name"), config.author.name
    for name, term in config.taxonomies.categories.items():
        yield ("taxonomies", "categories", name, "label"), term.label


def _of_source(source: Entry[Source]) -> Iterator[Diagnostic]:
    """Who is named below a figure, or else the title."""
    data = source.data
    for index, name in enumerate(data.author):
        for key in ("family", "given", "literal"):
            yield from _in_field(source, ("author", index, key), getattr(name, key) or "")
    if not data.author:
        yield from _in_field(source, ("title",), data.title)


def _of_chart(report: Report, entry: Entry[Chart], table: Table | None) -> Iterator[Diagnostic]:
    for path, text in _declared(entry.data):
        # What was filled in from the table is reported there.
        if path[0] in entry.source.data:
            yield from _in_field(entry, path, text)
    if table is not None:
        used = _columns(entry.data, table)
        yield from _in_headings(report, table, used)
        yield from _in_table(entry.data, table, used)


def _columns(chart: Chart, table: Table) -> list[str]:
    """The columns that a chart draws."""
    used: list[str] = []
    for role in chart.fields:
        used += [name for name in named(chart, role) if name in table.columns]
    return used


def _in_headings(report: Report, table: Table, used: list[str]) -> Iterator[Diagnostic]:
    package = report.packages.get(table.name)
    if package is None:
        return
    for index, field in enumerate(table.package.resources[0].schema_.fields):
        if field.name in used:
            yield from _in_field(package, ("resources", 0, "schema", "fields", index, "title"), field.title)


def _declared(chart: Chart) -> Iterator[tuple[DataPath, str]]:
    """The texts of a declaration that its pictures show."""
    yield ("title",), chart.title
    yield ("subtitle",), chart.subtitle
    for index, one in enumerate(chart.annotations):
        yield ("annotations", index, "label"), one.label or ""
    for path, text in parts_of(chart.options, ("options",)):
        if isinstance(text, str):
            yield path, text


def _in_table(chart: Chart, table: Table, used: list[str]) -> Iterator[Diagnostic]:
    """Each name of which a character is lacking, where it first occurs."""
    if not set(chart.filter) <= set(table.columns):
        return
    seen: set[str] = set()
    lines = table.written.split("\n")
    for row, record in enumerate(table.records()):
        if not passes(record, chart):
            continue
        for name in dict.fromkeys(used):
            value = record[name]
            if isinstance(value, str) and value not in seen and lacking(value):
                seen.add(value)
                yield _lacking(place_within(lines, table.locate(row, name), _first(value)), value)


def _in_field(entry: Entry[Any], path: DataPath, text: str) -> Iterator[Diagnostic]:
    if lacking(text):
        yield _lacking(entry.source.within(entry.locate(*path), _first(text)), text)


def _lacking(at: Location, text: str) -> Diagnostic:
    letters = list(dict.fromkeys(text[index] for index in lacking(text)))
    what = _WHAT if len(letters) == 1 else _MANY
    texts = (what.filled(letters=_named_letters(letters)), _WHY, _fix(letters))
    return warning(at, "letter-without-font", texts)


def _named_letters(letters: list[str]) -> Text:
    """The first characters, each with its number, and how many more there are."""
    shown: list[str | Text] = [_LETTER.format(letter=letter, code=ord(letter)) for letter in letters[:_SHOWN]]
    rest = len(letters) - len(shown)
    if rest:
        shown.append(_MORE.filled(count=rest))
    nl, en = (enumerated(_in(language, shown)).of(language) for language in LANGUAGES)
    return Text(nl, en)


def _in(language: Language, names: list[str | Text]) -> list[str]:
    return [name.of(language) if isinstance(name, Text) else name for name in names]


def _fix(letters: list[str]) -> Text:
    """What to write instead: other letters where there are any, else other words."""
    plain = {letter: other for letter in letters if (other := plainer(letter))}
    if len(letters) == len(plain) == 1:
        return _PLAIN.filled(plain=plain[letters[0]])
    fix = Text("", "")
    for letter, other in plain.items():
        fix += _PLAIN_FOR.filled(plain=other, letter=letter)
    return fix if len(plain) == len(letters) else fix + _FIX


def _first(text: str) -> str:
    """The first character of a text that the fonts lack."""
    return text[lacking(text)[0]]
