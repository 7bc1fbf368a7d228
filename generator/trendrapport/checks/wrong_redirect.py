"""A redirect in the settings that leads nobody anywhere.

`redirects` in `site_config.yml` leads readers of an address that is no longer there to the page that took its
place. Both are paths from the site's root:

    redirects:
      2021/trends/drones.html: 2023/trends/sensoren.html

- `redirect-form`: the old address is not the path of a page: write it without the site's address, to the end
  `.html`;
- `redirect-over-page`: there still is a page at the old address, and readers get that;
- `redirect-to-nothing`: there is no page at the new one.

What was renamed needs no redirect here: `formerly` beside the new name also keeps its history.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Text, Texts, did_you_mean, every_filled, finding
from trendrapport.pages.makers import every_page
from trendrapport.pages.view import View
from trendrapport.report.report import Report

_PAGE = re.compile(r"(?!\.)[\w.-]+(/(?!\.)[\w.-]+)*\.html", re.ASCII)

_FORM: Texts = (
    Text(nl='"{old}" is geen pad van een pagina', en='"{old}" is not the path of a page'),
    Text(nl="niemand wordt doorgeleid", en="nobody is redirected"),
    Text(
        nl="Schrijf het pad vanaf het begin van de site, zoals 2021/trends/drones.html.",
        en="Write the path from the site's root, such as 2021/trends/drones.html.",
    ),
)
_OVER: Texts = (
    Text(nl='er is nog een pagina op "{old}"', en='there still is a page at "{old}"'),
    Text(nl="lezers krijgen die, en worden niet doorgeleid", en="readers get that, and are not redirected"),
    Text(nl="Verwijder deze regel, of de pagina.", en="Remove this line, or the page."),
)
_NOTHING = Text(nl='er is geen pagina "{new}"', en='there is no page "{new}"')
_NOWHERE = Text(nl="lezers komen op een foutpagina uit", en="readers end on an error page")
_WRITE = Text(
    nl="Schrijf het pad van een pagina van de site, zoals 2023/trends/sensoren.html.",
    en="Write the path of a page of the site, such as 2023/trends/sensoren.html.",
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every redirect that does not lead from an empty address to a page."""
    if not report.config.redirects:
        return
    pages = {page.path for page in every_page(View(report))}
    for old, new in report.config.redirects.items():
        at = report.config_source.locate(("redirects", old), key=True)
        if not _PAGE.fullmatch(old):
            yield finding(at, "redirect-form", every_filled(_FORM, old=old))
        elif old in pages:
            yield finding(at, "redirect-over-page", every_filled(_OVER, old=old))
        if new not in pages:
            at = report.config_source.locate(("redirects", old))
            fix = did_you_mean(new, sorted(pages), _WRITE)
            yield Diagnostic(at, "redirect-to-nothing", _NOTHING.filled(new=new), _NOWHERE, fix)
