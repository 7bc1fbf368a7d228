"""An output whose libraries are not installed (`missing-library`).

Documents are made by libraries that `pip install trendrapport` leaves out, as a report without documents does
not need them. If `outputs` in `site_config.yml` names such an output, install them too:

    pip install "trendrapport[documents]"
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from trendrapport.diagnostics import Diagnostic, Text, Texts, finding
from trendrapport.report.report import Report
from trendrapport.runtime.plugins import constant, names

_MISSING: Texts = (
    Text(
        nl="voor {outputs} is niet alles ge\u00efnstalleerd: {libraries} ontbreekt",
        en="not everything is installed for {outputs}: {libraries} is missing",
    ),
    Text(
        nl=(
            "zonder die bibliotheek kunnen deze bestanden niet worden gemaakt, terwijl pagina's ze "
            "wel aanbieden"
        ),
        en="without it these files cannot be made, although pages offer them",
    ),
    Text(
        nl=(
            'Installeer wat ontbreekt met: pip install "trendrapport[documents]". Of verwijder '
            '{outputs} bij "outputs".'
        ),
        en=(
            'Install what is missing with: pip install "trendrapport[documents]". Or remove '
            '{outputs} from "outputs".'
        ),
    ),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every output that cannot be made, in one finding."""
    missing: dict[str, list[str]] = {}
    for output in report.config.outputs:
        if output in names("site/outputs"):
            needs = constant("site/outputs", output, "NEEDS") or ()
            missing[output] = [library for library in needs if not _is_installed(library)]
    incomplete = [output for output, libraries in missing.items() if libraries]
    if incomplete:
        libraries = sorted({library for output in incomplete for library in missing[output]})
        what, why, fix = _MISSING
        at = report.config_source.locate(("outputs",), key=True)
        values = {"outputs": ", ".join(incomplete), "libraries": ", ".join(libraries)}
        yield finding(at, "missing-library", (what, why, fix.filled(**values)), **values)


def _is_installed(library: str) -> bool:
    try:
        _version(library)
    except PackageNotFoundError:
        return False
    return True


@cache
def _version(library: str) -> str:
    """Kept, as reading it takes long; what is missing is not, as it can be installed during a preview.

    Raises PackageNotFoundError.
    """
    return version(library)
