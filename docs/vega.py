"""The libraries that draw charts and with which readers explore them, as one script: Vega, Vega-Lite and
vega-embed as vl-convert bundles them.
"""

from __future__ import annotations

import json

import altair
import vl_convert

from trendrapport.diagnostics import Language

LOCALES: dict[Language, str] = {"nl": "nl-NL", "en": "en-GB"}
SOURCE = "https://cdn.jsdelivr.net/npm/{name}@{version}/+esm"
"""How vl-convert, which has them in itself, calls its libraries."""

NOTICE = (
    "/*! Vega, Vega-Lite, vega-embed: (c) University of Washington Interactive Data Lab and contributors, "
    "BSD-3-Clause,\nhttps://github.com/vega. D3, topojson: (c) Mike Bostock, ISC and BSD-3-Clause, "
    "https://d3js.org. Bundled by vl-convert, not changed. */\n"
)


def bundle() -> bytes:
    """The libraries with each language's notation of numbers and dates: `vega`, `vegaLite`, `vegaEmbed`,
    `vegaLocales`.

    It needs two seconds to be made, and is the same until vl-convert changes; so it is kept in the package.
    """
    locales = {
        language: {
            "formatLocale": vl_convert.get_format_locale(name),
            "timeFormatLocale": vl_convert.get_time_format_locale(name),
        }
        for language, name in LOCALES.items()
    }
    written = json.dumps(locales, ensure_ascii=False, sort_keys=True)
    # The libraries' own names stay inside, so that none meets a name of another script.
    vega = SOURCE.format(name="vega", version=vl_convert.get_vega_version())
    vega_lite = SOURCE.format(name="vega-lite", version=altair.SCHEMA_VERSION.removeprefix("v"))
    libraries = vl_convert.javascript_bundle(
        f'import * as allOfVega from "{vega}"; import * as allOfVegaLite from "{vega_lite}";'
        "Object.assign(window, { vegaEmbed, vega: allOfVega, vegaLite: allOfVegaLite });"
    )
    return f"{NOTICE}(() => {{\n{libraries}\n}})();\nwindow.vegaLocales = {written};\n".encode()
