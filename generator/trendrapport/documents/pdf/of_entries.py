"""The PDF of one entry: what its template gets."""

from __future__ import annotations

from collections.abc import Sequence

from trendrapport.documents.document import Document
from trendrapport.documents.drawings import paper_colours, printed, share
from trendrapport.documents.material import (
    Material,
    byline,
    figure_numbers,
    figures_of,
    pictures_of,
    terms_of,
)
from trendrapport.documents.pdf.pictures import printable, width
from trendrapport.documents.pdf.plain_data import Plain, entry_data, plain
from trendrapport.documents.pdf.typesetting import Sheet
from trendrapport.pages.view import View
from trendrapport.placing.shapes import SHAPES

FIGURES, PICTURES = "figures", "pictures"
"""The folders of drawings and pictures, beside the template."""

WORDS = ("cite", "glossary", "written_by", "all_data")
DOCUMENT_WORDS = ("annex", "numbers_in_annex", "on_the_web", "other_sources", "page")


def entry_sheet(material: Material, document: Document) -> Sheet:
    """An entry as a document of its own."""
    data = shared(material, [document]) | {
        "title": document.title,
        "description": document.summary,
        "authors": [person.name for person in document.writers] or [byline(material.view)],
        "keywords": [category.label for category in document.categories],
        "entry": entry_data(document),
        "deeper": 0,
    }
    return Sheet("one", data, files(material, [document]), material.day)


def shared(material: Material, documents: Sequence[Document]) -> Plain:
    """What every template gets: the look, the words, and what the documents show together."""
    view, config = material.view, material.view.report.config
    numbers = figure_numbers(documents)
    return {
        "report": config.title,
        "publisher": config.publisher.name,
        "licence": _licence(view),
        "language": view.labels.language,
        "colours": _colours(material),
        "letters": config.look.letters.model_dump(mode="json"),
        "words": words(view),
        "categories": _categories(view),
        "shapes": [list(shape.directions()) for shape in SHAPES],
        "reaches": [shape.reach for shape in SHAPES],
        "places": sorted(document.path for document in documents),
        "figures": numbers,
        "annexed": sorted(numbers),
        "annex": _annex(documents),
        "glossary": plain(list(terms_of(documents))),
        "terms": [term.slug for term in terms_of(documents)],
        "drawings": _drawings(material, documents),
        "picture_widths": _widths(material, documents),
        "pictures": {path: f"/{PICTURES}/{path}.svg" for path in pictures_of(material, documents)},
    }


def words(view: View) -> Plain:
    """The labels that templates use."""
    found: Plain = {name: view.labels(name) for name in WORDS}
    found |= {name: view.labels(f"document.{name}") for name in DOCUMENT_WORDS}
    number = "{number}"
    found["figure"] = view.labels("figure", number=number)
    found["figure_mention"] = view.labels("figure_mention", number=number)
    return found


def _licence(view: View) -> Plain | None:
    licence = view.report.config.licence
    if licence is None:
        return None
    return {"text": view.labels("licence_text", name=licence.name), "address": licence.address}


def _colours(material: Material) -> dict[str, str]:
    config = material.view.report.config
    dark = paper_colours(config, dark=True)
    return paper_colours(config) | {
        "cover": config.look.cover[0],
        "cover-ink": dark["ink"],
        "cover-soft": dark["soft"],
        "cover-accent": dark["accent"],
    }


def _categories(view: View) -> Plain:
    config = view.report.config
    colours = paper_colours(config)
    found: Plain = {}
    for position, name in enumerate(config.taxonomies.categories):
        found[name] = {"position": position, "colour": colours[f"category-{name}"]}
    return found


def _annex(documents: Sequence[Document]) -> list[Plain]:
    """The figures of all documents with the little that their words need of an entry."""
    found = []
    for document in documents:
        entry = {"path": document.path, "sources": [], "notes": []}
        shown = {figure.name: figure for figure in figures_of(document)}
        found += [{"entry": entry, "figure": plain(figure)} for figure in shown.values()]
    return found


def _drawings(material: Material, documents: Sequence[Document]) -> Plain:
    """Where each drawing is, and how wide it is shown."""
    found: Plain = {}
    for document in documents:
        for name in document.figures:
            if name in material.drawings:
                svg = material.drawings[name].texts["svg"]
                found[name] = {"file": f"/{FIGURES}/{name}.svg", "share": share(svg)}
    return found


def _widths(material: Material, documents: Sequence[Document]) -> dict[str, float]:
    """How wide each picture can be (millimetres) before its pixels are seen."""
    return {path: width(material.files[path]) for path in pictures_of(material, documents)}


def files(material: Material, documents: Sequence[Document]) -> dict[str, bytes]:
    """The drawings and pictures of documents."""
    colours = paper_colours(material.view.report.config)
    found: dict[str, bytes] = {}
    for name in _drawings(material, documents):
        found[f"{FIGURES}/{name}.svg"] = printed(material.drawings[name].texts["svg"], colours)
    for path in pictures_of(material, documents):
        found[f"{PICTURES}/{path}.svg"] = printable(material.files[path])
    return found
