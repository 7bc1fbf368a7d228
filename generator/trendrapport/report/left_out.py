"""What a build leaves out and why, in a sentence for the person who runs it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from trendrapport.diagnostics import Language, Text, counted
from trendrapport.language.labels import Labels
from trendrapport.model import entries
from trendrapport.model.shared_fields import Status
from trendrapport.report.published import held, published
from trendrapport.report.report import Key, Report
from trendrapport.runtime.plugins import modules

_LEFT_OUT = Text(nl="Niet gepubliceerd: {all}.", en="Not published: {all}.")
_UNFINISHED = {
    Status.DRAFT.value: (
        Text(nl="1 concept", en="1 draft"),
        Text(nl="{count} concepten", en="{count} drafts"),
    ),
    Status.REVIEW.value: (
        Text(nl="1 tekst ter beoordeling", en="1 text in review"),
        Text(nl="{count} teksten ter beoordeling", en="{count} texts in review"),
    ),
}
_ONE_LATER = Text(nl="1 tekst die verschijnt op {date}", en="1 text that appears on {date}")
_LATER = Text(nl="{count} teksten die verschijnen op {date}", en="{count} texts that appear on {date}")
_EDITION = Text(nl="editie {name} ({why})", en="edition {name} ({why})")
_WHY = {
    Status.DRAFT.value: Text(nl="concept", en="draft"),
    Status.REVIEW.value: Text(nl="ter beoordeling", en="in review"),
}
_APPEARS = Text(nl="verschijnt op {date}", en="appears on {date}")
_WITH = Text(
    nl="Ook niet, want alleen daar gebruikt: {all}.", en="Nor these, which are used only there: {all}."
)
_OTHERS = {
    "charts": (Text(nl="1 grafiek", en="1 chart"), Text(nl="{count} grafieken", en="{count} charts")),
    "tables": (Text(nl="1 tabel", en="1 table"), Text(nl="{count} tabellen", en="{count} tables")),
}
"""What is no kind of entry, counted."""


def left_out(report: Report, day: str) -> str:
    """What readers do not get on a day (YYYY-MM-DD), in the report's language; empty when they get all."""
    waiting, language = held(report, day), report.config.language
    if not waiting:
        return ""
    sentences = [_LEFT_OUT.filled(all=_listed(_entries(waiting, language), language))]
    if companions := _companions(report, day, waiting):
        sentences.append(_WITH.filled(all=_listed(companions, language)))
    return " ".join(text.of(language) for text in sentences)


def _entries(waiting: Mapping[Key, str], language: Language) -> Iterable[Text]:
    """How many are unfinished, how many appear on each day, and which editions; what is in those is not
    counted too.
    """
    editions = {slug: why for (kind, _, slug), why in waiting.items() if kind == "editions"}
    counts = Counter(why for (_, edition, _), why in waiting.items() if edition not in editions)
    labels = Labels(language)
    for status, texts in _UNFINISHED.items():
        if number := counts.pop(status, 0):
            yield counted(number, *texts)
    for day, count in sorted(counts.items()):
        later = _ONE_LATER if count == 1 else _LATER
        yield later.filled(count=count, date=labels.date(day))
    for slug, why in sorted(editions.items()):
        reason = _WHY.get(why) or _APPEARS.filled(date=labels.date(why))
        yield _EDITION.filled(name=slug, why=reason)


def _companions(report: Report, day: str, waiting: Mapping[Key, str]) -> list[Text]:
    """How much of each sort only what waits uses, but for what is in an edition that waits."""
    editions = {slug for kind, _, slug in waiting if kind == "editions"}
    missing = published(report, day, drafts=True).names - published(report, day).names - waiting.keys()
    counts = Counter(kind for kind, edition, _ in missing if edition not in editions)
    return [counted(counts[kind], *texts) for kind, texts in _countable().items() if counts[kind]]


def _countable() -> dict[str, tuple[Text, Text]]:
    """One and several of each kind that has no page of its own: entries, then charts and tables."""
    kinds = modules(entries).items()
    return {name: kind.COUNTED for name, kind in kinds if hasattr(kind, "COUNTED")} | _OTHERS


def _listed(texts: Iterable[Text], language: Language) -> str:
    return ", ".join(text.of(language) for text in texts)
