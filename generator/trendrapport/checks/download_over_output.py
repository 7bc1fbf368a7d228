"""A download with the name of a file that an output makes (`download-over-output`).

Outputs such as `pdf` put their files beside the pages: `2023/trends/algoritmen.pdf` belongs to the page of
`content/2023/trends/algoritmen.md`. A download of your own in that place would replace it, and the page would
offer the one as the other:

    content/2023/trends/algoritmen.pdf

Give it another name, or put it in another folder, such as `content/files/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, finding
from trendrapport.model.addresses import image_path
from trendrapport.report.report import Report
from trendrapport.runtime.plugins import modules

_OVER: Texts = (
    Text(
        nl='"{path}" heet net zo als een bestand dat de output "{output}" maakt',
        en='"{path}" has the name of a file that the output "{output}" makes',
    ),
    Text(
        nl="het zou dat bestand vervangen, en de pagina zou het ene voor het andere aanbieden",
        en="it would replace that file, and the page would offer the one as the other",
    ),
    Text(
        nl="Geef het een andere naam, of zet het in een andere map, zoals content/files/.",
        en="Give it another name, or put it in another folder, such as content/files/.",
    ),
)
_PAGES = {"editions": "edition"}
"""The templates of kinds of which the page has another name."""


def check(report: Report) -> Iterator[Diagnostic]:
    """Every download in the place of a file of an output."""
    if not report.downloads:
        return
    made = _made(report)
    for path in report.downloads:
        output = made.get(image_path(path))
        if output:
            yield finding(Location(path), "download-over-output", _OVER, path=path, output=output)


def _made(report: Report) -> dict[str, str]:
    """The files that outputs make of entries, each with its output."""
    # Loaded only for a report with downloads.
    from trendrapport.pages.view import Offer, View
    from trendrapport.site import outputs

    view, found = View(report), dict[str, str]()
    known = modules(outputs)
    for output in (set(report.config.outputs) & set(known)) - {"site"}:
        patterns = known[output].OFFERS
        for entry in view.entries:
            pattern = patterns.get(_PAGES.get(entry.kind, entry.kind))
            if pattern and not entry.at:
                for file in view.files_of(Offer(output, entry.kind, pattern), view.path(entry)):
                    found[file.path] = output
    return found
