"""The cards of pages for social media: what stands on each, and their pictures, which are painted meanwhile in other processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from trendrapport.cache import Kept, digest
from trendrapport.charts import painting
from trendrapport.charts import workers as pool
from trendrapport.charts.entry_card import EntryCard, sheet
from trendrapport.charts.framing import Sheet
from trendrapport.charts.jobs import Store, later, maker
from trendrapport.charts.processes import WorkEndedError, WorkTooLongError
from trendrapport.charts.workers import Step, Steps
from trendrapport.entries.editions import Edition
from trendrapport.entries.trends import Trend
from trendrapport.publishable import Publishable
from trendrapport.report import Entry
from trendrapport.view import Page, View
from trendrapport.vocabulary import SINGULAR

BATCH, ROWS = 4, 2
"""So many cards are painted in one go, as handing over takes as long as painting one; and so many goes at a time wait for a process that
paints. The pictures of charts are painted in between: with those a build can publish its pages while the last cards are painted."""

Pictures = Mapping[str, Kept]
"""Each picture by its path from the site's root."""


def card(view: View, entry: Entry[Publishable]) -> EntryCard | None:
    """What stands on the card of a text; None when the report has no pictures."""
    config, data = view.report.config, entry.data
    if not config.pictures:
        return None
    edition = None if isinstance(data, Edition) else view.edition_of(entry)
    above = [SINGULAR[entry.kind].of(view.labels.language).capitalize(), *([view.edition_title(edition)] if edition else [])]
    colour, names = config.look.accent[1], list(config.taxonomies.horizons)
    if isinstance(data, Trend):
        above[0] = ", ".join(word["label"] for word in view.categories(data))
        colour = (config.taxonomies.categories[data.categories[0]].colour or config.look.accent)[1]
    rings = tuple(isinstance(data, Trend) and name == data.horizon for name in names)
    return EntryCard(data.title, " \u00b7 ".join(above), f"{config.title} \u00b7 {config.publisher.name}", config.look.cover[0],
                     config.look.ink[1], colour, rings)


def begin(pages: Iterable[Page], store: Store) -> Painting:
    """Starts painting the cards that are not in the store."""
    cards = {page.card_path: page.card for page in pages if page.card}
    keys = {path: digest("card", maker(), repr(one)) for path, one in cards.items()}
    stale = [(keys[path], sheet(one)) for path, one in cards.items() if keys[path] not in store]
    made = Painting(store, keys)
    if stale:
        do = pool.painter(len(stale))
        made.waiting = [(row, do(_painted([*row.values()]))) for row in (dict(stale[start::ROWS]) for start in range(ROWS))]
    return made


def _painted(sheets: Sequence[Sheet]) -> Steps[list[bytes]]:
    made: list[bytes] = []
    for start in range(0, len(sheets), BATCH):
        made += yield Step(sort="paint", function=painting.pictures, arguments=([(one, 1.0) for one in sheets[start:start + BATCH]],))
    return made


@dataclass
class Painting:
    """Cards that are being painted."""

    store: Store
    keys: Mapping[str, str]
    """The name of each card in the store, by its path."""
    waiting: list[tuple[Mapping[str, Sheet], Callable[[], list[bytes]]]] = field(default_factory=list)
    """What is being painted, by its name, and what waits for the pictures."""

    @property
    def pictures(self) -> Pictures:
        """All cards; who reads one waits for those that are being painted."""
        return {path: Kept(key, partial(self._read, key)) for path, key in self.keys.items()}

    def finish(self) -> None:
        """Waits for all of them, and keeps them; what another process cannot paint is painted here."""
        while self.waiting:
            sheets, result = self.waiting.pop()
            try:
                made = result()
            except (WorkEndedError, WorkTooLongError):
                made = painting.pictures([(one, 1.0) for one in sheets.values()])
            for key, raw in zip(sheets, made, strict=True):
                self.store.put(key, raw)

    def _read(self, key: str) -> bytes:
        self.finish()
        return later(self.store, key).read()
