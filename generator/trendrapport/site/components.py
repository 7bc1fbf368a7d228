"""What a site was made with, as a software bill of materials in CycloneDX
(https://cyclonedx.org/docs/1.6/json/): this program, Python and each library, with its licence.
"""

from __future__ import annotations

import json
import platform
from typing import Any

from trendrapport import __version__
from trendrapport.runtime.fingerprint import PACKAGE, libraries, metadata

PATH = "sbom.cdx.json"
"""Where it is in a site."""


def bill() -> bytes:
    """The bill, which is the same wherever the same versions are installed."""
    names = [line.split(" ") for line in libraries()]
    python = {"type": "platform", "bom-ref": "python", "name": "python", "version": platform.python_version()}
    values = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _component("application", PACKAGE, __version__)},
        "components": [python, *(_component("library", *name) for name in names if name[0] != PACKAGE)],
    }
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def _component(kind: str, name: str, version: str) -> dict[str, Any]:
    address = f"pkg:pypi/{name}@{version}"
    made = {"type": kind, "bom-ref": address, "name": name, "version": version, "purl": address}
    return made | _licences(name)


def _licences(name: str) -> dict[str, Any]:
    """The licence that a library names: an SPDX expression, or its own words if they are short enough to be a
    name.
    """
    fields = metadata(name)
    expression = fields["License-Expression"]
    if expression:
        return {"licenses": [{"expression": expression}]}
    words = fields["License"] or ""
    if words and "\n" not in words:
        return {"licenses": [{"license": {"name": words}}]}
    return {}
