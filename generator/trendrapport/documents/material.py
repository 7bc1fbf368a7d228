"""What documents of a report are made of, and what several of them show together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from trendrapport.charts.drawing.jobs import Drawing
from trendrapport.documents.blocks import Figure
from trendrapport.documents.document import Document, Person
from trendrapport.documents.inlines import Picture, Term
from trendrapport.pages.view import View


@dataclass(frozen=True)
class Material:
    """What documents of a report are made of."""

    view: View
    """The report in the document's language."""
    drawings: Mapping[str, Drawing]
    files: Mapping[str, bytes]
    """The pictures of the site, by path from its root."""
    day: int


def byline(view: View) -> str:
    """Who writes the texts that name no author."""
    return view.report.config.byline.name


def figure_numbers(documents: Sequence[Document]) -> dict[str, int]:
    """The number of each figure, counted through all documents, by the page and the name."""
    numbers: dict[str, int] = {}
    for document in documents:
        for figure in figures_of(document):
            numbers.setdefault(f"{document.path}:{figure.name}", len(numbers) + 1)
    return numbers


def figures_of(document: Document) -> Iterator[Figure]:
    """The figures of a document, in its order."""
    yield from every(document.blocks, Figure)


def terms_of(documents: Sequence[Document]) -> list[Term]:
    """The terms of the glossary that documents use, each once, by name."""
    found: dict[str, Term] = {}
    for document in documents:
        for term in every((document.blocks, document.notes), Term):
            found.setdefault(term.slug, term)
    defined = [term for term in found.values() if term.definition]
    return sorted(defined, key=lambda term: (term.name.casefold(), term.slug))


def pictures_of(material: Material, documents: Sequence[Document]) -> list[str]:
    """The pictures of documents, as paths from the site's root."""
    found: set[str] = set()
    for document in documents:
        found.update(picture.file for picture in every(document.blocks, Picture))
        people: list[Person] = every(document.speaker, Person)
        found.update(person.portrait for person in people)
    return sorted(path for path in found if path in material.files)


def every(value: Any, sort: type[Any]) -> list[Any]:  # noqa: ANN401
    """Everything of a sort in a value, in its order."""
    if isinstance(value, sort):
        return [value]
    found = []
    for part in _parts(value):
        if not isinstance(part, str):
            found += every(part, sort)
    return found


def _parts(value: Any) -> Iterable[Any]:  # noqa: ANN401
    """What a tuple or a dataclass holds; nothing of any other value."""
    if isinstance(value, tuple):
        return value
    sort = type(value)
    if sort not in _NAMES:
        _NAMES[sort] = [one.name for one in fields(sort)] if is_dataclass(sort) else []
    return [getattr(value, name) for name in _NAMES[sort]]


_NAMES: dict[type[Any], list[str]] = {}
"""The fields of each dataclass, looked up once: a document holds tens of thousands of values."""
