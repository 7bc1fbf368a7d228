"""The libraries with which readers explore a figure, as one script: Vega, Vega-Lite and vega-embed as vl-convert bundles them."""

from __future__ import annotations

import json

import vl_convert

from trendrapport.charts.rendering import LOCALES

NOTICE = """/*! Vega, Vega-Lite, vega-embed: (c) University of Washington Interactive Data Lab and contributors, BSD-3-Clause,
https://github.com/vega. D3, topojson: (c) Mike Bostock, ISC and BSD-3-Clause, https://d3js.org. Bundled by vl-convert, not changed. */
"""


def bundle() -> bytes:
    """The libraries with each language's notation of numbers and dates: a page gets `vegaEmbed` and `vegaLocales` of it.

    It needs two seconds to be made, and is the same until vl-convert changes; so it is kept in the package.
    """
    locales = {language: {"formatLocale": vl_convert.get_format_locale(name), "timeFormatLocale": vl_convert.get_time_format_locale(name)}
               for language, name in LOCALES.items()}
    told = json.dumps(locales, ensure_ascii=False, sort_keys=True)
    # The libraries' own names stay inside, so that none meets a name of another script.
    libraries = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    return f"{NOTICE}(() => {{\n{libraries}\n}})();\nwindow.vegaLocales = {told};\n".encode()
