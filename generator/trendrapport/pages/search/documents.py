"""The report as documents: what a reader can find, its address, and the text in which it is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple, get_args, get_type_hints

from trendrapport.diagnostics import Language
from trendrapport.files.source import Source as EntrySource
from trendrapport.language.labels import Labels
from trendrapport.model.addresses import image_path
from trendrapport.model.base import Model
from trendrapport.model.entries.glossary import Term
from trendrapport.model.entries.key_figures import KeyFigure
from trendrapport.model.entries.milestones import Milestone
from trendrapport.model.entries.people import Person
from trendrapport.model.entries.sources import Source
from trendrapport.model.entries.trends import Trend
from trendrapport.model.field_types import Line
from trendrapport.model.shared_fields import Publishable
from trendrapport.pages.parts.edition_switch import edition_of
from trendrapport.pages.view import Page, View
from trendrapport.pages.view.links import title_of
from trendrapport.report.citing import reference
from trendrapport.report.download_uses import download_uses
from trendrapport.report.report import Entry

OVERVIEWS, FIGURES, DOWNLOADS, PEOPLE = "overviews", "figures", "downloads", "people"
"""The kinds of what is not an entry, or not found as one."""

_OUTSIDE = frozenset({"people"})
"""Kinds without an address of their own on the site."""

_UNLISTED = frozenset({"home", "search"})
"""The templates of pages that only repeat what others say."""


@dataclass(frozen=True)
class Document:
    """One thing that can be found."""

    kind: str
    edition: str | None
    path: str
    """From the site's root, with an anchor where it shares its page."""
    title: str
    summary: str
    categories: tuple[str, ...] = ()
    source: EntrySource | None = field(default=None, repr=False)
    """The file with its text, if it has one."""
    lines: tuple[str, ...] = ()
    """Its other texts, in the order of its fields."""
    names: tuple[str, ...] = ()
    """What it refers to, by the names that readers see."""
    language: Language | None = None
    """Its language where that is not the report's."""
    same: str | None = None
    """Of a trend, the name that it is known by in all editions."""

    @property
    def body(self) -> str:
        """Its text in Markdown, read only when it is asked for: a list of what can be found has no texts."""
        return self.source.body if self.source else ""


def documents(view: View, pages: Iterable[Page]) -> list[Document]:
    """Everything that can be found, by kind, edition (the newest first) and path: each entry, translation,
    figure and overview.
    """
    found = [_of(view, entry) for entry in view.report.entries if entry.kind not in _OUTSIDE]
    for language in view.report.languages:
        other = view.in_language(language)
        found += [_of(other, entry) for entry in other.report.entries if entry.language]
    found += [*_figures(view), *_downloads(view)]
    taken = {document.path for document in found}
    found += [_overview(view, page) for page in pages if _is_overview(page) and page.path not in taken]
    ranks = _ranks(view)
    return sorted(found, key=lambda one: (one.kind, ranks.get(one.edition or "", -1), one.path))


def _ranks(view: View) -> dict[str, int]:
    """The rank of each edition, the newest first."""
    return {edition.slug: rank for rank, edition in enumerate(view.editions)}


def _is_overview(page: Page) -> bool:
    return not page.whole and page.template not in _UNLISTED


def _of(view: View, entry: Entry[Any]) -> Document:
    texts = _texts(view, entry)
    return Document(
        entry.kind,
        entry.edition,
        view.path(entry),
        texts.title,
        texts.summary,
        _categories(view, entry),
        None if entry.at else entry.source,
        texts.lines,
        tuple(_names(view, entry)),
        entry.language,
        view.identity(entry.slug) if isinstance(entry.data, Trend) else None,
    )


class _Texts(NamedTuple):
    title: str
    summary: str
    lines: tuple[str, ...] = ()
    """Other texts."""


def _texts(view: View, entry: Entry[Any]) -> _Texts:
    """Title, summary and other texts, by what each kind calls them."""
    label = view.labels
    match data := entry.data:
        case Term():
            return _Texts(data.term, data.definition, data.also)
        case Source():
            parts = reference(data, label)
            reference_parts = [parts[name] for name in ("who", "when", "where") if parts[name]]
            return _Texts(data.title, ". ".join(reference_parts))
        case KeyFigure():
            written = data.value, data.decimals, data.currency, data.unit
            amount = label.amount(*written, signed=data.signed)
            return _Texts(data.title, data.explanation, (amount,))
        case Milestone():
            facts = (label.date(data.date), label(f"milestone.{data.type}"))
            return _Texts(data.title, data.explanation, facts)
    title, summary = title_of(entry), _summary(data)
    return _Texts(title, summary, tuple(line for line in lines(data) if line not in (title, summary)))


def _summary(data: Model) -> str:
    return str(getattr(data, "summary", None) or getattr(data, "why", None) or "")


def lines(value: Any) -> Iterator[str]:  # noqa: ANN401
    """Every text for readers in a model and the models within it: what its fields declare as `Line`."""
    match value:
        case Model():
            for name in _fields_with_text(type(value)):
                yield from lines(getattr(value, name))
        case str():
            yield value
        case tuple():
            for item in value:
                yield from lines(item)
        case dict():
            for item in value.values():
                yield from lines(item)


@cache
def _fields_with_text(model: type[Model]) -> tuple[str, ...]:
    """The fields that hold texts for readers, or models that may; a picture's path is none, however it is
    declared.
    """
    hints = get_type_hints(model, include_extras=True)
    return tuple(name for name in model.model_fields if name != "image" and _holds_text(hints[name]))


def _holds_text(hint: Any) -> bool:  # noqa: ANN401
    is_model = isinstance(hint, type) and issubclass(hint, Model)
    return hint == Line or is_model or any(map(_holds_text, get_args(hint)))


def _names(view: View, entry: Entry[Any]) -> Iterator[str]:
    """What an entry's references lead to, and the sources that its text cites."""
    for one in entry.references:
        if view.report.config.taxonomies.terms(one.to) is not None:
            yield view.term(one.to, one.name)["label"]
        elif one.to == "people" and (person := view.report.get(Person, one.name)):
            yield person.data.name
    for key in view.numbers(entry):
        if source := view.report.get(Source, key):
            yield source.data.title


def _categories(view: View, entry: Entry[Any]) -> tuple[str, ...]:
    """A trend's categories; those of its trends for what names trends."""
    if isinstance(entry.data, Trend):
        return entry.data.categories
    if entry.kind == "editions":
        return ()
    slugs = [reference.name for reference in entry.references if reference.to == "trends"]
    categories: dict[str, None] = {}
    for trend in view.trends_named(slugs, entry.edition):
        categories |= dict.fromkeys(trend.data.categories)
    return tuple(categories)


def _newest_first(view: View) -> list[Entry[Any]]:
    """The entries with a page, those of the newest edition first and those of none last."""
    ranks = _ranks(view)

    def order(entry: Entry[Any]) -> tuple[int, str]:
        return ranks.get(entry.edition or "", len(ranks)), entry.source.path

    return sorted(view.report.by_path.values(), key=order)


def _figures(view: View) -> Iterator[Document]:
    """Each figure, in the newest entry that shows it."""
    shown: dict[str, Entry[Any]] = {}
    for entry in _newest_first(view):
        for name in entry.outline.figures:
            shown.setdefault(name, entry)
    for name in view.report.shown_charts:
        chart, entry = view.report.charts[name].data, shown[name]
        source = view.report.get(Source, chart.source)
        texts = (chart.description, chart.caption, chart.long_description)
        yield Document(
            FIGURES,
            entry.edition,
            f"{view.path(entry)}#figure-{name}",
            chart.title,
            chart.subtitle,
            _categories(view, entry),
            lines=tuple(text for text in texts if text),
            names=(source.data.title,) if source else (),
        )


def _downloads(view: View) -> Iterator[Document]:
    """Each file to download, under the words of the link in the newest entry that has one."""
    taken: set[str] = set()
    for entry in _newest_first(view):
        for use in download_uses(entry):
            download = view.report.downloads.get(use.path)
            if download and use.path not in taken:
                taken.add(use.path)
                yield Document(
                    DOWNLOADS,
                    entry.edition,
                    image_path(use.path),
                    use.title,
                    view.form(download),
                    _categories(view, entry),
                    names=(entry.data.title,) if isinstance(entry.data, Publishable) else (),
                )


def _overview(view: View, page: Page) -> Document:
    return Document(
        PEOPLE if page.template == "person" else OVERVIEWS,
        edition_of(view, page.path),
        page.path,
        page.title,
        page.summary,
        language=page.language,
    )


def kind_name(labels: Labels, kind: str) -> str:
    """What readers see a kind called; one without a label goes by its own name."""
    try:
        return labels(kind)
    except KeyError:
        return kind.replace("_", " ").capitalize()
