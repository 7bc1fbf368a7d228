"""What every deck has: its first slide, its last, its colours and its foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from trendrapport.charts.theme import palette
from trendrapport.documents.slides.deck import Colours, Cover, Deck, Paragraph, Slide, Words
from trendrapport.pages.view import Value, View


def deck(view: View, title: str, day: int, slides: Iterable[Slide]) -> Deck:
    """A deck in the look of the report."""
    config, language = view.report.config, view.labels.language
    author, own = config.publisher.name, view.labels.own
    return Deck(title, author, config.title, language, day, _colours(view), tuple(slides), own)


def _colours(view: View) -> Colours:
    """The light colours of the report, as slides are seen on a wall or on paper."""
    look = view.report.config.look
    colours = palette(look)
    series = [light for name, (light, _) in colours.items() if name.removeprefix("chart-").isdigit()]
    return Colours(
        paper=look.card[0],
        ink=look.ink[0],
        soft=look.soft[0],
        line=look.line[0],
        wash=look.wash[0],
        accent=look.accent[0],
        cover=look.cover[0],
        series=tuple(series),
        back=colours["chart-muted"][0],
    )


def cover(view: View, title: str, above: str, summary: str, page: str) -> Cover:
    """The first slide, with the licence."""
    config, label, address = view.report.config, view.labels, view.address(page)
    terms, notes = [f"{config.title}, {config.publisher.name}"], [label("slides.use"), address]
    if config.licence:
        terms.append(label("slides.licence", name=config.licence.name))
        notes.append(_licence(view))
    return Cover(title=title, above=above, summary=summary, terms=(*terms, address), notes=tuple(notes))


def _licence(view: View) -> str:
    """The licence of the texts with its address."""
    licence = view.report.config.licence
    return ", ".join(part for part in (licence and licence.name, licence and licence.address) if part)


def last(view: View, page: str, sources: Sequence[Value]) -> Words:
    """Where to read on, and under which licence."""
    config, label = view.report.config, view.labels
    properties = {
        "slides.read_on": view.address(page),
        "slides.terms": _licence(view),
        "contact": config.contact.email or config.contact.address,
    }
    paragraphs = []
    for name, text in properties.items():
        if text:
            paragraphs += [Paragraph(label(name), strong=True), Paragraph(text, 1)]
    notes = tuple(references(view, sources))
    return Words(title=label("slides.last"), paragraphs=tuple(paragraphs), notes=notes)


def references(view: View, sources: Iterable[Value]) -> Iterator[str]:
    """Sources in words, below their heading."""
    found = [_reference(source) for source in sources]
    if found:
        yield f"{view.labels('sources')}:"
        yield from found


def _reference(source: Value) -> str:
    """A source as the list of a page has it."""
    when = f"({source['when']})" if source["when"] else ""
    who = " ".join(part for part in (source["who"], when) if part)
    parts = [who, source["title"], source["where"], source["address"]]
    return ". ".join(part for part in parts if part)
