"""A list of everything of one kind, edition by edition, which readers narrow and sort."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from trendrapport.model.base import Model
from trendrapport.model.taxonomies import Judged
from trendrapport.pages.parts.facets import Item, Terms, by_edition, narrowing
from trendrapport.pages.parts.overview_figure import Entrance, entrance
from trendrapport.pages.view import Content, Page, View


@dataclass(frozen=True)
class EditionIndex:
    """The page of such a list, which there is as soon as there is one entry."""

    name: str
    """In addresses and labels."""
    model: type[Model]
    section: str
    """The part of the main menu that it belongs to."""
    sorts: Sequence[str] = ()
    search: bool = False
    beside: bool = False
    """Whether the form is at the side of the list."""

    @property
    def path(self) -> str:
        """From the site's root."""
        return f"{self.name}.html"

    def entrance(self, view: View, page: str) -> Entrance | None:
        """The link from a page to the list."""
        if not view.report.of(self.model):
            return None
        return entrance(view, self.name, self.path, page)

    def pages(self, view: View, content: Callable[[], Content]) -> Iterator[Page]:
        """The page, from the template `<name>_index`."""
        if view.report.of(self.model):
            yield view.overview(
                self.path,
                f"{self.name}_index",
                content,
                title=view.labels(self.name),
                summary=view.intro(self.name),
                section=self.section,
            )

    def content(
        self, view: View, items: Mapping[str, Sequence[Item]], facets: Mapping[str, Terms]
    ) -> Content:
        """What the page shows of the items of each edition, by its name."""
        form = narrowing(
            view,
            self.name,
            list(chain(*items.values())),
            facets,
            sorts=[
                name
                for name in self.sorts
                if name != "impact" or Judged.IMPACT in view.report.config.judgement
            ],
            search=self.search,
            beside=self.beside,
        )
        return Content({"narrowing": form, "groups": by_edition(view, items, self.path)})
