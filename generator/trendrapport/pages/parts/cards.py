"""The pictures of pages for social media: what each shows, and how other processes paint them meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from trendrapport.charts.drawing.jobs import Store, later, maker
from trendrapport.charts.pictures.entry_card import EntryCard, sheet
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.model.shared_fields import Publishable
from trendrapport.model.vocabulary import singular
from trendrapport.pages.view import Page, View
from trendrapport.report.report import Entry
from trendrapport.runtime.cache import Kept, digest

BATCH = 10
"""The pictures that are painted in one go: handing over takes longer than painting one."""

Pictures = Mapping[str, Kept]
"""Each picture by its path from the site's root."""


def card(view: View, entry: Entry[Publishable]) -> EntryCard | None:
    """What the picture of a text shows; None when the report has no pictures."""
    config = view.report.config
    if not config.pictures:
        return None
    return EntryCard(
        entry.data.title,
        " \u00b7 ".join(_above(view, entry)),
        _foot(view),
        config.look.cover[0],
        config.look.ink[1],
        _colour(view, entry.data),
        _rings(view, entry.data),
        view.labels.language,
    )


def _foot(view: View) -> str:
    """The report and its publisher; once, where the one is in the name of the other."""
    title, publisher = view.report.config.title, view.report.config.publisher.name
    return publisher if title in publisher else f"{title} \u00b7 {publisher}"


def _above(view: View, entry: Entry[Publishable]) -> list[str]:
    """The line above the title: the categories of a trend, else the kind; and the edition."""
    if isinstance(entry.data, Trend):
        above = [", ".join(category["label"] for category in view.categories(entry.data))]
    else:
        above = [singular(entry.kind).of(view.labels.language).capitalize()]
    edition = view.edition_of(entry)
    if edition and not isinstance(entry.data, Edition):
        above.append(view.edition_title(edition))
    return above


def _colour(view: View, data: Publishable) -> str:
    """The colour of a trend's first category, else the accent."""
    config = view.report.config
    category = config.taxonomies.categories[data.categories[0]] if isinstance(data, Trend) else None
    colours = (category and category.colour) or config.look.accent
    return colours[1]


def _rings(view: View, data: Publishable) -> tuple[bool, ...]:
    """The rings of the radar, and in which of them a trend is."""
    here = view.ring(data) if isinstance(data, Trend) else None
    return tuple(here is not None and ring["slug"] == here["slug"] for ring in view.rings)


def begin(pages: Iterable[Page], store: Store) -> Painting:
    """Starts painting the pictures that are not in the store."""
    cards = {page.card_path: page.card for page in pages if page.card}
    keys = {path: digest("card", maker(), repr(card)) for path, card in cards.items()}
    stale = [path for path in cards if keys[path] not in store]
    made = Painting(store, keys)
    if stale:
        made.waiting += _started(stale, cards)
    return made


def _started(stale: list[str], cards: Mapping[str, EntryCard]) -> Iterator[Batch]:
    """Pictures that are being painted from now on; what paints is loaded only for these."""
    from trendrapport.charts.drawing import workers as pool
    from trendrapport.charts.pictures import painting

    paint_elsewhere = pool.painter(len(stale))
    for start in range(0, len(stale), BATCH):
        paths = stale[start : start + BATCH]
        sheets = [(sheet(cards[path]), 1.0) for path in paths]
        result = paint_elsewhere(painting.pictures, sheets)
        yield Batch(paths, result, partial(painting.pictures, sheets))


@dataclass(frozen=True)
class Batch:
    """Pictures that another process paints in one go."""

    paths: list[str]
    result: Callable[[], list[bytes]]
    """Waits for the other process."""
    paint_here: Callable[[], list[bytes]]
    """Paints them in this process."""

    def finish(self) -> list[bytes]:
        """The pictures, also when the other process ended or hung."""
        from trendrapport.runtime.processes import WorkEndedError, WorkTooLongError

        try:
            return self.result()
        except (WorkEndedError, WorkTooLongError):
            return self.paint_here()


@dataclass
class Painting:
    """Pictures that are being painted."""

    store: Store
    keys: Mapping[str, str]
    waiting: list[Batch] = field(default_factory=list)

    def finish(self) -> Pictures:
        """Waits for all of them."""
        for batch in self.waiting:
            for path, raw in zip(batch.paths, batch.finish(), strict=True):
                self.store.put(self.keys[path], raw)
        return {path: later(self.store, key) for path, key in self.keys.items()}
