"""The fields that every entry with a page of its own has."""

from __future__ import annotations

from enum import StrEnum

from trendrapport.model import FullDate, Known, Line, Model, described


class Status(StrEnum):
    """A draft is only shown when asked for."""

    DRAFT = "draft"
    FINAL = "final"


class Publishable(Model):
    """An entry that is written, finished and published."""

    title: Line = described("titel, zoals de lezer die ziet", "title, as readers see it", example="Titel", max_length=120, translated=True)
    summary: Line = described("samenvatting in een of twee zinnen", "summary in one or two sentences",
                              example="Een of twee zinnen die zeggen waar het om gaat.", max_length=400, translated=True)
    status: Status = described("draft (concept) of final (af)", "draft or final", default=Status.FINAL, example="draft")
    publish: FullDate | None = described("dag vanaf wanneer dit zichtbaar is (JJJJ-MM-DD)",
                                         "day from which this is visible (YYYY-MM-DD)", default=None)
    authors: tuple[Known, ...] = described("schrijvers, uit people.yml", "authors, from people.yml", default=(), to="people")
    sources: tuple[Known, ...] = described("bronnen die niet in de tekst geciteerd zijn",
                                           "sources that the text does not cite", default=(), to="sources")
