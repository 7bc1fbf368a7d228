"""A block of actions for a role that has no actions in the text (`block-without-actions`).

```` ```actions council ```` shows what a trend lists at `actions: council:` in its front matter. Without such
a list, and in a text that is not a trend, readers would see nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Text, Texts, every_filled, finding, shortened
from trendrapport.model.base import Model
from trendrapport.model.entries.trends import Trend
from trendrapport.report.report import Entry, Report

_TEXTS: Texts = (
    Text(nl='er zijn hier geen acties voor "{name}"', en='there are no actions for "{name}" here'),
    Text(nl="lezers zouden op deze plaats niets zien", en="readers would see nothing here"),
    Text(
        nl='Zet ze bij "actions: {name}:" bovenaan dit bestand, of verwijder het blok.',
        en='Add them under "actions: {name}:" at the top of this file, or remove the block.',
    ),
)
_NO_TREND = Text(
    nl="Verwijder het blok: alleen een trend heeft acties.", en="Remove the block: only a trend has actions."
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every such block; another check reports one for a role that does not exist."""
    roles = report.known("roles")
    for entry in (*report.entries, *report.translations):
        for block in entry.outline.blocks:
            if block.word == "actions" and block.name in roles and not _actions(entry, block.name):
                at = entry.in_text(block.at)
                what, why, fix = every_filled(_TEXTS, name=shortened(block.name))
                texts = (what, why, fix if isinstance(entry.data, Trend) else _NO_TREND)
                yield finding(at, "block-without-actions", texts)


def _actions(entry: Entry[Model], role: str) -> bool:
    return isinstance(entry.data, Trend) and bool(entry.data.actions.get(role))
