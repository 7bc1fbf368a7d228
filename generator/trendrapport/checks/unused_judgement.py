"""A field of a trend that this report does not use (`unused-judgement`).

`judgement` in `site_config.yml` lists what the report says of its trends. What is not in that list, no page,
document or data file shows:

    judgement: [horizon, impact]

    certainty: 4        # in a trend: unused-judgement

Remove the field, or add its name to `judgement`: `horizon`, `impact`, `certainty`, `stance`, `roles` (for
`actions` and `questions`) or `values`.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Text, Texts, warning
from trendrapport.model.entries.trends import Trend
from trendrapport.model.taxonomies import FIELDS
from trendrapport.report.report import Report

_TEXTS: Texts = (
    Text(
        nl='dit rapport gebruikt "{key}" niet',
        en='this report does not use "{key}"',
    ),
    Text(nl="lezers zien nergens wat hier staat", en="readers see nowhere what is written here"),
    Text(
        nl='Verwijder de sleutel, of zet "{judged}" bij "judgement" in site_config.yml.',
        en='Remove the key, or add "{judged}" to "judgement" in site_config.yml.',
    ),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every field of a trend that the settings leave out."""
    what, why, fix = _TEXTS
    for entry in report.texts:
        if not isinstance(entry.data, Trend) or not isinstance(entry.source.data, dict):
            continue
        for judged, fields in FIELDS.items():
            for key in fields:
                if key in entry.data.unused and key in entry.source.data:
                    texts = (what, why, fix.filled(judged=judged.value))
                    yield warning(entry.locate(key, key=True), "unused-judgement", texts, key=key)
