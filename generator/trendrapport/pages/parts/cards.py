"""The cards of pages for social media: what stands on each, and their pictures, which are painted meanwhile
in other processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from trendrapport.charts.drawing import workers as pool
from trendrapport.charts.drawing.jobs import Store, later, maker
from trendrapport.charts.pictures import painting
from trendrapport.charts.pictures.entry_card import EntryCard, sheet
from trendrapport.language.vocabulary import SINGULAR
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.model.publishable import Publishable
from trendrapport.pages.view import Page, View
from trendrapport.report.report import Entry
from trendrapport.runtime.cache import Kept, digest
from trendrapport.runtime.processes import WorkEndedError, WorkTooLongError

BATCH = 10
"""So many cards are painted in one go: handing over takes longer than painting one."""

Pictures = Mapping[str, Kept]
"""Each picture by its path from the site's root."""


def card(view: View, entry: Entry[Publishable]) -> EntryCard | None:
    """What stands on the card of a text; None when the report has no pictures."""
    config, data = view.report.config, entry.data
    if not config.pictures:
        return None
    edition = None if isinstance(data, Edition) else view.edition_of(entry)
    above = [
        SINGULAR[entry.kind].of(view.labels.language).capitalize(),
        *([view.edition_title(edition)] if edition else []),
    ]
    colour, names = config.look.accent[1], list(config.taxonomies.horizons)
    if isinstance(data, Trend):
        above[0] = ", ".join(word["label"] for word in view.categories(data))
        colour = (config.taxonomies.categories[data.categories[0]].colour or config.look.accent)[1]
    rings = tuple(isinstance(data, Trend) and name == data.horizon for name in names)
    return EntryCard(
        data.title,
        " \u00b7 ".join(above),
        _foot(view),
        config.look.cover[0],
        config.look.ink[1],
        colour,
        rings,
        view.labels.language,
    )


def _foot(view: View) -> str:
    """The report and who publishes it; once, where the one is in the name of the other."""
    title, publisher = view.report.config.title, view.report.config.publisher.name
    return publisher if title in publisher else f"{title} \u00b7 {publisher}"


def begin(pages: Iterable[Page], store: Store) -> Painting:
    """Starts painting the cards that are not in the store."""
    cards = {page.card_path: page.card for page in pages if page.card}
    keys = {path: digest("card", maker(), repr(one)) for path, one in cards.items()}
    stale = [path for path in cards if keys[path] not in store]
    made = Painting(store, keys)
    if stale:
        do = pool.painter(len(stale))
        for start in range(0, len(stale), BATCH):
            paths = stale[start : start + BATCH]
            sheets = [(sheet(cards[path]), 1.0) for path in paths]
            made.waiting.append((paths, do(painting.pictures, sheets), partial(painting.pictures, sheets)))
    return made


@dataclass
class Painting:
    """Cards that are being painted."""

    store: Store
    keys: Mapping[str, str]
    waiting: list[tuple[list[str], Callable[[], list[bytes]], Callable[[], list[bytes]]]] = field(
        default_factory=list
    )
    """Paths, what waits for their pictures, and what paints them here when the other process ended."""

    def finish(self) -> Pictures:
        """Waits for all of them."""
        for paths, result, here in self.waiting:
            try:
                made = result()
            except (WorkEndedError, WorkTooLongError):
                made = here()
            for path, raw in zip(paths, made, strict=True):
                self.store.put(self.keys[path], raw)
        return {path: later(self.store, key) for path, key in self.keys.items()}
