"""A link from a finished page to a draft (`link-to-draft`).

Readers do not get drafts, so the link is plain text on their site until the other page is final.
Finish that page (`status: final`), or remove the link. An entry of an edition that is a draft is one too.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from trendrapport.diagnostics import Diagnostic, Location, Text, shortened, warning
from trendrapport.publishable import Publishable, Status
from trendrapport.report import Report

_TEXTS = (Text(nl='de link "{target}" leidt naar een concept', en='the link "{target}" leads to a draft'),
          Text(nl="lezers zien alleen de tekst van de link, zolang die pagina niet af is",
               en="readers only see the text of the link as long as that page is not final"),
          Text(nl='Zet "status: final" op die pagina, of haal de link weg.', en='Put "status: final" on that page, or remove the link.'))


def check(report: Report) -> Iterator[Diagnostic]:
    """Every link to a draft from what readers get."""
    drafts = _drafts(report)
    for entry in report.entries if drafts else ():
        for link in entry.outline.links if entry.source.path not in drafts else ():
            target = posixpath.join(posixpath.dirname(entry.source.path), unquote(link.target).partition("#")[0])
            if posixpath.normpath(target) in drafts:
                at = Location(entry.source.path, link.at.line, link.at.column)
                yield warning(at, "link-to-draft", (_TEXTS[0].filled(target=shortened(link.target)), *_TEXTS[1:]))


def _drafts(report: Report) -> set[str]:
    """The files of entries that are drafts, and of all in an edition that is one."""
    drafts = [entry for entry in report.entries if isinstance(entry.data, Publishable) and entry.data.status is Status.DRAFT]
    editions = {entry.slug for entry in drafts if entry.kind == "editions"}
    return {entry.source.path for entry in (*drafts, *(entry for entry in report.entries if entry.edition in editions))}
