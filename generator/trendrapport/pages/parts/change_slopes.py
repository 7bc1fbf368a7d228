"""Two editions side by side as slopes: a line for each trend, from its horizon or its impact in the older
edition to that in the newer one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.model.taxonomies import Judged
from trendrapport.pages.analysis.changes import Change
from trendrapport.pages.analysis.pairs import Pair
from trendrapport.pages.parts.overview_figure import Cell, Column, OverviewFigure, overview_figure
from trendrapport.pages.view import Link, View, Word
from trendrapport.placing.slopes import Drawing, Item, Slopes, drawing
from trendrapport.report.report import Entry

MEASURES = (Slopes("wide", 300, 300, 15, 7), Slopes("phone", 108, 40, 12.5, 5))


MOST_MOVED = 25
"""How many lines a drawing has of many trends."""


@dataclass(frozen=True)
class ComparedTrend:
    """A trend with its links in both editions and what changed in it."""

    slug: str
    title: str
    category: Word
    old: Link | None
    new: Link | None
    kinds: list[str]
    """What happened to it."""
    labels: list[str]
    """The same in words."""
    changes: list[Change]
    why: str | None
    """Why it ended, or from which edition it is."""


@dataclass(frozen=True)
class Compared:
    """Two editions with what happened to their trends."""

    view: View
    newer: Entry[Edition]
    older: Entry[Edition]
    page: str
    """The path of the page that shows them."""
    pairs: Sequence[Pair]
    shown: Sequence[ComparedTrend]
    """Each pair as the page shows it."""
    counts: str
    """What happened to how many, in words."""
    others: Sequence[ComparedTrend] = ()
    """What the drawings leave out: of many trends, those that did not change. The table has them."""

    @property
    def brief(self) -> bool:
        """Whether each drawing shows only what moved in it."""
        return bool(self.others)

    def moved(self, level: Callable[[Entry[Trend]], int]) -> Compared:
        """The same with the trends that a drawing shows, given what that is of: of many, those that moved
        furthest.
        """
        if not self.brief:
            return self
        far = [_distance(pair, level) for pair in self.pairs]
        order = sorted(range(len(far)), key=lambda at: -far[at])
        kept = sorted(at for at in order[:MOST_MOVED] if far[at])
        return replace(self, pairs=[self.pairs[at] for at in kept], shown=[self.shown[at] for at in kept])


def _distance(pair: Pair, level: Callable[[Entry[Trend]], int]) -> int:
    """How many levels a trend moved; 0 for one that is in one of the editions only."""
    old, new = pair
    return abs(level(old) - level(new)) if old and new else 0


@dataclass(frozen=True)
class Slope:
    """A drawing for wide and for narrow screens, the trends in its order, and the figure around it."""

    figure: OverviewFigure
    drawings: list[Drawing]
    trends: Sequence[ComparedTrend]


def slopes(compared: Compared) -> list[Slope]:
    """What the report can draw of two editions; the first has all that changed as a table."""
    found = [_rings(compared)]
    if Judged.IMPACT in compared.view.report.config.judgement:
        found.append(_impacts(compared))
    return found


def _rings(compared: Compared) -> Slope:
    """How trends came nearer or went further, with all that changed as a table; of a report whose radar
    has no rings, the table alone.
    """
    view = compared.view
    items: list[Item] = []
    drawn, words, moves = compared, "ring_slope", compared.counts
    if view.rings:
        drawn = compared.moved(lambda trend: view.ring_number(trend.data))
        items = _items(drawn.pairs, lambda trend: view.ring_number(trend.data))
        words = "horizon_slope" if view.rings_are_horizons else "ring_slope"
        same = "same_horizon" if view.rings_are_horizons else "same_ring"
        moves = _moves(view, items, "nearer", "further", same)
    rows: list[list[Cell]] = []
    for shown in (*compared.shown, *compared.others):
        rows += _changes(view, shown)
    return _slope(
        drawn,
        items,
        [ring["label"] for ring in view.rings],
        name="since",
        words=words,
        moves=moves,
        sentences=[_changed(shown) for shown in compared.shown],
        columns=[
            Column(title=view.labels("trend")),
            Column(title=view.labels("changed_field")),
            Column(title=view.short_name(compared.older)),
            Column(title=view.short_name(compared.newer)),
        ],
        rows=rows,
    )


def _impacts(compared: Compared) -> Slope:
    """How the impact of trends rose or fell."""
    compared = compared.moved(lambda trend: trend.data.impact or 0)
    view = compared.view
    levels = _levels(compared.pairs)
    items = _items(compared.pairs, lambda trend: levels.index(trend.data.impact or 0))
    columns = [Column(title=view.labels("trend"))]
    for edition in (compared.older, compared.newer):
        columns.append(Column(title=f"{view.labels('impact')} {view.short_name(edition)}", number=True))
    rows, sentences = [], []
    for shown, pair in zip(compared.shown, compared.pairs, strict=True):
        rows.append([_name(shown), _impact(view, pair.old), _impact(view, pair.new)])
        sentences.append(f"{shown.title}: {_weight(view, shown, pair)}.")
    return _slope(
        compared,
        items,
        [view.labels("of_five", score=level) for level in levels],
        name="impact-since",
        words="impact_slope",
        moves=_moves(view, items, "higher", "lower", "same_impact"),
        sentences=sentences,
        columns=columns,
        rows=rows,
    )


def _levels(pairs: Iterable[Pair]) -> list[int]:
    """The scores from the highest to the lowest that occurs; none for no trends."""
    scores: set[int] = set()
    for pair in pairs:
        scores.update(trend.data.impact or 0 for trend in pair if trend)
    return list(range(max(scores, default=0), min(scores, default=1) - 1, -1))


def _items(pairs: Iterable[Pair], level: Callable[[Entry[Trend]], int]) -> list[Item]:
    """Both ends of the line of each pair."""
    found = []
    for old, new in pairs:
        left, left_name = _end(old, level)
        right, right_name = _end(new, level)
        found.append(Item(left, right, left_name, right_name))
    return found


def _end(trend: Entry[Trend] | None, level: Callable[[Entry[Trend]], int]) -> tuple[int | None, str]:
    """The level and the name of one end of a line."""
    if trend is None:
        return None, ""
    return level(trend), trend.data.title


def _slope(
    compared: Compared,
    items: Sequence[Item],
    levels: Sequence[str],
    *,
    name: str,
    words: str,
    moves: str,
    sentences: Sequence[str],
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
) -> Slope:
    """The drawings and the figure around them; `words` is the label of its title."""
    view, newer, older = compared.view, compared.newer, compared.older
    figure = overview_figure(
        view,
        name=f"{name}-{older.slug}",
        page=compared.page,
        title=view.labels(words, older=view.short_name(older), newer=view.short_name(newer), counts=moves),
        subtitle=view.labels(f"{words}_subtitle"),
        caption=newer.data.judgement,
        sentences=sentences,
        columns=columns,
        rows=rows,
        brief=compared.brief,
    )
    drawings = []
    for usual in MEASURES if items else ():
        drawings.append(drawing(replace(usual, language=view.labels.language), items, levels))
    return Slope(figure, drawings, compared.shown)


def _moves(view: View, items: Iterable[Item], up: str, down: str, same: str) -> str:
    """How many moved up, moved down or stayed the same, in words."""
    courses = [item.course for item in items]
    phrases = []
    for course, label in (("up", up), ("down", down), ("same", same)):
        count = courses.count(course)
        if count:
            phrases.append(view.labels.count(f"move_{label}", count))
    if not phrases:
        return view.labels("move_none")
    return view.labels.listed(phrases)


def _changes(view: View, shown: ComparedTrend) -> list[list[Cell]]:
    """A row for each change of a trend; one for a trend without any."""
    name = _name(shown)
    if not shown.changes:
        old, new = _presence(view, shown.old), _presence(view, shown.new)
        return [[name, {"text": shown.labels[0]}, old, new]]
    rows: list[list[Cell]] = []
    for change in shown.changes:
        rows.append([name, {"text": change.name}, {"text": change.old}, {"text": change.new}])
    return rows


def _presence(view: View, trend: Link | None) -> Cell:
    return {"text": view.labels("in_edition" if trend else "not_in_edition")}


def _name(shown: ComparedTrend) -> Cell:
    return {"text": shown.title, "href": _link(shown).href}


def _link(shown: ComparedTrend) -> Link:
    """The link to the trend in the newest edition that has it."""
    link = shown.new or shown.old
    assert link is not None  # noqa: S101 - one of the editions has it
    return link


def _impact(view: View, trend: Entry[Trend] | None) -> Cell:
    if trend is None or trend.data.impact is None:
        return {"text": view.labels("not_in_edition")}
    return {"text": str(trend.data.impact), "number": trend.data.impact}


def _weight(view: View, shown: ComparedTrend, pair: Pair) -> str:
    """The impact of a trend in both editions, in words."""
    old, new = pair
    if old and new and old.data.impact != new.data.impact:
        return view.labels("from_to", name=view.labels("impact"), old=old.data.impact, new=new.data.impact)
    label = "impact_stays" if old and new else "impact_of"
    return view.labels(label, kind=shown.labels[0], score=pair.trend.data.impact)


def _changed(shown: ComparedTrend) -> str:
    """What changed in a trend, as a sentence."""
    changes = "; ".join(change.sentence for change in shown.changes)
    return f"{shown.title}: {changes or shown.labels[0]}."
