"""All interviews of all editions: who is speaking, in which role, and about what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from trendrapport.model.entries.interviews import Interview
from trendrapport.pages.parts.edition_index import EditionIndex
from trendrapport.pages.parts.facets import Listed, editions, item_terms, known, named, terms, trends
from trendrapport.pages.parts.overview_figure import Entrance
from trendrapport.pages.view import Content, Page, TalkCard, View
from trendrapport.report.report import Entry

ORDER = 30
INDEX = EditionIndex("interviews", Interview, "overviews", sorts=("edition", "person"), search=True)


@dataclass(frozen=True, kw_only=True)
class ListedTalk(TalkCard, Listed):
    """An interview in the list of all."""


def entrance(view: View, page: str) -> Entrance | None:
    """The link to the list, if there are interviews."""
    return INDEX.entrance(view, page)


def pages(view: View) -> Iterator[Page]:
    """`interviews.html`, for a report with interviews."""
    return INDEX.pages(view, partial(_content, view))


def _content(view: View) -> Content:
    names = _role_names(view)
    items: dict[str, list[ListedTalk]] = {}
    for edition in view.editions:
        items[edition.slug] = [_listed(view, talk, names) for talk in view.interviews(edition)]
    facets = {"role": terms(names), "trend": trends(view), "edition": editions(view)}
    return INDEX.content(view, items, facets)


def _role_names(view: View) -> dict[str, str]:
    """A name for an address for each role of a speaker."""
    roles: set[str] = set()
    for talk in view.report.of(Interview):
        role = view.person(talk.data.person, talk.data).role
        if role:
            roles.add(role)
    return named(roles)


def _listed(view: View, talk: Entry[Interview], names: dict[str, str]) -> ListedTalk:
    card = view.talk_card(talk, INDEX.path)
    role = names.get(card.person.role or "")
    return ListedTalk(
        **vars(card),
        terms=item_terms(role=[role], trend=known(view, talk.data.trends), edition=[talk.edition]),
        order={"person": card.person.name},
    )
