"""The fenced blocks of a text: figures, key figures, quotations, actions and videos."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from trendrapport.documents.blocks import Actions, Block, KeyFigure, Quote, Video
from trendrapport.documents.inlines import Link, Text
from trendrapport.documents.reading.figures import FigureReader
from trendrapport.documents.reading.references import References
from trendrapport.language.labels import Labels
from trendrapport.model.entries import key_figures
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.view import KeyFigureCard, View
from trendrapport.prose.quotations import paragraphs_of
from trendrapport.prose.video_block import spoken
from trendrapport.report.video import Video as VideoFields
from trendrapport.report.video import video_of


@dataclass(frozen=True)
class FencedReader:
    """Reads the blocks of one entry."""

    references: References
    figures: FigureReader

    @property
    def _view(self) -> View:
        return self.references.view

    def read(self, word: str, name: str, text: str) -> Iterator[Block]:
        """The block of a word and a name; nothing where readers get nothing."""
        match word:
            case "figure":
                yield from self.figures.figure(name, self.references.figures.get(name))
            case "key-figure":
                yield from self._key_figure(name)
            case "quote":
                person = self._view.person(name)
                facts = (person.role,) if person.role else ()
                yield Quote("\n\n".join(paragraphs_of(text)), person.name, facts)
            case "actions":
                yield from self._actions(name)
            case "video":
                yield from self._video(text)

    def _key_figure(self, name: str) -> Iterator[KeyFigure]:
        found = self._view.report.get(key_figures.KeyFigure, name, self.references.entry.edition)
        if found:
            yield key_figure(self._view.key_figure(found, ""), self._view.labels)

    def _actions(self, role: str) -> Iterator[Actions]:
        """What the entry's own fields say that a role can do."""
        data = self.references.entry.data
        if isinstance(data, Trend) and role in self._view.report.config.taxonomies.roles:
            label = self._view.term("roles", role)["label"]
            yield Actions(role, label, tuple(data.actions.get(role, ())))

    def _video(self, text: str) -> Iterator[Video]:
        video = video_of(text)
        if video is None:
            return
        label = self._view.labels
        length = "video_hours" if video.duration.count(":") > 1 else "video_minutes"
        facts = [label("video"), video.source]
        if video.published:
            facts.append(label.date(video.published))
        facts += [label(length, time=video.duration), label("video_at", host=video.host)]
        transcript = self._transcript(video)
        yield Video(
            label("transcript"), video.title, video.address, tuple(facts), transcript, tuple(spoken(text))
        )

    def _transcript(self, video: VideoFields) -> Link | None:
        """The link to the words of a video."""
        way = self.references.way(video.transcript) if video.transcript else None
        return way and replace(way, inside=(Text(self._view.labels("transcript")),))


def key_figure(card: KeyFigureCard, label: Labels) -> KeyFigure:
    """A key figure as its card has it."""
    source = card.source or {}
    who = source.get("who") or source.get("title")
    return KeyFigure(
        card.number,
        card.unit or "",
        card.title,
        card.explanation,
        card.period or "",
        f"{label('source')}: {who}." if who else "",
    )
