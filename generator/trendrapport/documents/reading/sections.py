"""What a page shows before and after an entry's text, as blocks: the fields of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from trendrapport.documents.blocks import (
    Actions,
    Block,
    Blocks,
    Card,
    Cards,
    Cell,
    Definition,
    Definitions,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Table,
)
from trendrapport.documents.inlines import Break, Citation, Cited, Inline, Style, Styled, Text
from trendrapport.documents.reading.fenced import key_figure
from trendrapport.documents.reading.page_values import PageValues
from trendrapport.pages.view import TalkCard, Value

Section = Callable[[PageValues], Iterator[Block]]


def before(kind: str, values: PageValues) -> Blocks:
    """What comes before the text: of a talk, what it is quoted by."""
    return tuple(_quotes(values)) if kind == "interviews" else ()


def after(kind: str, values: PageValues) -> Blocks:
    """What comes after the text, each section below a heading."""
    found: list[Block] = []
    for name, section in (*_SECTIONS.get(kind, ()), ("corrections", _corrections)):
        blocks = list(section(values))
        if blocks and name:
            found.append(_heading(2, values.view.labels(name), name))
        found += blocks
    return tuple(found)


def _heading(level: int, title: str, anchor: str = "") -> Heading:
    return Heading(level, (Text(title),), anchor)


def _quotes(values: PageValues) -> Iterator[Quote]:
    """What a talk is quoted by, with the number of the source."""
    for quote in values["quotes"]:
        cited = None
        if quote["number"]:
            cited = Citation((Cited(quote["source"], quote["number"]),))
        yield Quote(quote["text"], values["person"].name, cited=cited)


def _actions(values: PageValues) -> Iterator[Actions]:
    for role in values["actions"]:
        yield Actions(role["slug"], role["label"], tuple(role["items"]), role["explanation"] or "")


def _questions(values: PageValues) -> Iterator[Block]:
    """What each role can discuss."""
    for role in values["questions"]:
        yield _heading(3, role["label"])
        yield _listing(role["items"])


def _forces(values: PageValues) -> Iterator[Block]:
    for name in ("drivers", "brakes"):
        if values[name]:
            yield _heading(3, values.view.labels(name))
            yield _listing(values[name])


def _listing(lines: Iterable[str]) -> Listing:
    return Listing(tuple((Paragraph((Text(line),)),) for line in lines))


def _values(values: PageValues) -> Iterator[Table]:
    label = values.view.labels
    if values["values"]:
        head = tuple(Cell((Text(label(name)),)) for name in ("value", "effect_heading", "why"))
        yield Table(head, tuple(_value(values, one) for one in values["values"]))


def _value(values: PageValues, one: Value) -> tuple[Cell, ...]:
    """A row: the value and what it means, what the trend does to it, and why."""
    name: list[Inline] = [Text(one["label"])]
    if one["explanation"]:
        name += [Break(), Text(one["explanation"])]
    why: list[Inline] = [Text(one["why"])]
    if one["number"]:
        why.append(Citation((Cited(one["source"], one["number"]),)))
    else:
        why.append(Text(f" ({values.view.labels('own_reading')})"))
    return Cell(tuple(name), head=True), Cell((Text(one["effect_label"]),)), Cell(tuple(why))


def _key_figures(values: PageValues) -> Iterator[Block]:
    for card in values["key_figures"]:
        yield key_figure(card, values.view.labels)


def _talks(values: PageValues) -> Iterator[Block]:
    """What was said of a trend in talks, and the links to these."""
    for talk in values["talks"]:
        yield from _talk(values, talk)


def _talk(values: PageValues, talk: TalkCard) -> Iterator[Block]:
    facts = tuple(talk.person.facts)
    if talk.quote:
        yield Quote(talk.quote, talk.person.name, facts)
    else:
        yield Paragraph((Text(talk.summary),))
        yield Paragraph((Text(", ".join((talk.person.name, *facts))),), note=True)
    lead = f"{values.view.labels('talk_about')}: "
    yield Paragraph((Text(lead), values.link(talk.href, talk.title)))


def _cards(name: str) -> Section:
    """The section of the entries that a page shows under a name."""

    def section(values: PageValues) -> Iterator[Block]:
        if values[name]:
            yield Cards(tuple(card(values, vars(one)) for one in values[name]))

    return section


def card(values: PageValues, one: Value) -> Card:
    """Another entry as a card has it."""
    categories = one.get("categories") or []
    facts = [category["label"] for category in categories]
    facts += [fact for fact in (one.get("form"), one.get("edition"), one.get("in_language")) if fact]
    facts += [reading.phrase for reading in one.get("readings") or ()]
    return Card(
        one["title"],
        values.address(one["href"]),
        values.path(one["href"]),
        one["summary"],
        tuple(facts),
        one.get("why") or "",
        categories[0]["slug"] if categories else "",
    )


def _history(values: PageValues) -> Iterator[Block]:
    """The trend in every edition."""
    if values["history"]:
        yield Definitions(tuple(_past(values, one) for one in values["history"]))


def _past(values: PageValues, one: Value) -> Definition:
    label = values.view.labels
    title: tuple[Inline, ...] = (values.link(one["href"], one["title"]),)
    if one["here"]:
        title = (Text(f"{one['title']} ({label('document.this_text')})"),)
    blocks: list[Block] = [Paragraph(title), Paragraph((Text(" · ".join(one["facts"])),), note=True)]
    if one["changes"]:
        blocks.append(Paragraph((Text(label("what_changed")),), note=True))
        blocks.append(_listing(one["changes"]))
    return Definition((Text(one["edition"]),), (tuple(blocks),))


def _related(values: PageValues) -> Iterator[Block]:
    """The trends that editors named, and those that share something."""
    yield from _cards("related")(values)
    if values["kin"]:
        yield _heading(3, values.view.labels("also_related"))
        yield Listing(tuple((_kin(values, vars(one)),) for one in values["kin"]))


def _kin(values: PageValues, one: Value) -> Paragraph:
    """Another trend and what both share; words of that trend itself need not name it again."""
    edition = f" ({one['edition']})" if one["edition"] else ""
    reasons = "; ".join(reason.removeprefix(f"{one['title']}: ") for reason in one["reasons"])
    return Paragraph((values.link(one["href"], one["title"]), Text(f"{edition}: {reasons}")), note=True)


def _corrections(values: PageValues) -> Iterator[Paragraph]:
    """What was corrected, when and why."""
    for one in values.get("corrections") or ():
        yield Paragraph((Styled(Style.STRONG, (Text(one.date),)), Text(f" {one.what} {one.why}")))


def _website(values: PageValues) -> Iterator[Block]:
    """An instrument's own website, with its address for who reads it on paper."""
    if values["address"]:
        lead = f"{values.view.labels('website')}: "
        yield Paragraph((Text(lead), values.link(values["address"], values["address"])))


_SECTIONS: dict[str, tuple[tuple[str, Section], ...]] = {
    "trends": (
        ("actions", _actions),
        ("questions", _questions),
        ("forces", _forces),
        ("values", _values),
        ("key_figures", _key_figures),
        ("talks", _talks),
        ("helps", _cards("instruments")),
        ("history", _history),
        ("related", _related),
    ),
    "interviews": (("about_trends", _cards("trends")),),
    "columns": (("about_trends", _cards("trends")),),
    "instruments": (("", _website), ("serves", _cards("trends"))),
}
"""The sections of each kind, by the name of their label and anchor."""
