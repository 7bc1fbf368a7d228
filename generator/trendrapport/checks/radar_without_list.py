"""A radar whose rings or sectors are no list of words (`radar-without-list`).

`radar` in `site_config.yml` names the lists of which a trend has one word that places it: `horizons`,
`stances`, `categories`, or a list of your own under `taxonomies.own`:

    taxonomies:
      own:
        ring:
          label: Ring
          words:
            adopt: {label: Adopt}
            hold: {label: Hold}
    radar:
      rings: rings      # radar-without-list: did you mean "ring"?
      sectors: categories

Write the name of one of those lists, not the same for both. A list that the report does not use (see
`judgement`) has no words to place trends with.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Text, Texts, choose_from, finding
from trendrapport.model.taxonomies import FIELD_OF
from trendrapport.report.report import Report

_TEXTS: Texts = (
    Text(
        nl='"{name}" bij "{key}" is geen lijst die trends op de radar zet',
        en='"{name}" under "{key}" is no list that places trends on the radar',
    ),
    Text(nl="een trend zou nergens op de radar staan", en="a trend would be nowhere on the radar"),
    Text(nl="Schrijf de naam van een lijst.", en="Write the name of a list."),
)
_SAME = (
    Text(
        nl='de ringen en de sectoren van de radar zijn allebei "{name}"',
        en='the rings and the sectors of the radar are both "{name}"',
    ),
    Text(nl="alle trends zouden op een lijn staan", en="all trends would be on one line"),
    Text(nl="Kies voor een van de twee een andere lijst.", en="Choose another list for one of the two."),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """What the settings of the radar name, as far as that is no list with words."""
    config = report.config
    radar = getattr(config, "radar", None)
    if radar is None or {"taxonomies", "own"} & report.unknown:
        return
    lists = [*FIELD_OF, *config.taxonomies.own]
    usable = [name for name in lists if config.used_words(name) or name in report.unknown]
    what, why, fix = _TEXTS
    for key, name in (("rings", radar.rings), ("sectors", radar.sectors)):
        chosen = key in radar.model_fields_set
        if chosen and name not in usable:
            at = report.config_source.locate(("radar", key))
            texts = (what, why, fix + choose_from(name, usable))
            yield finding(at, "radar-without-list", texts, key=key, name=name)
    if radar.rings == radar.sectors:
        yield finding(report.config_source.locate(("radar",)), "radar-without-list", _SAME, name=radar.rings)
