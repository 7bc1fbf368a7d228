"""What can be wrong, where, why it matters and how to fix it; as plain values, in two languages.

Knows nothing of files, models or printing.
"""

from trendrapport.diagnostics.findings import (
    CannotRunError,
    Diagnostic,
    Severity,
    Texts,
    advice,
    every_filled,
    finding,
    from_plain,
    has_errors,
    mended_by,
    ordered,
    warning,
)
from trendrapport.diagnostics.first_few import MOST, few
from trendrapport.diagnostics.places import Location
from trendrapport.diagnostics.suggesting import choose_from, did_you_mean, nearest, nearest_file
from trendrapport.diagnostics.texts import (
    LANGUAGES,
    Language,
    Text,
    counted,
    enumerated,
    shortened,
    translations,
    with_commas,
)

__all__ = [
    "LANGUAGES",
    "MOST",
    "CannotRunError",
    "Diagnostic",
    "Language",
    "Location",
    "Severity",
    "Text",
    "Texts",
    "advice",
    "choose_from",
    "counted",
    "did_you_mean",
    "enumerated",
    "every_filled",
    "few",
    "finding",
    "from_plain",
    "has_errors",
    "mended_by",
    "nearest",
    "nearest_file",
    "ordered",
    "shortened",
    "warning",
    "translations",
    "with_commas",
]
