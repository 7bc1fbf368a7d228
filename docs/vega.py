"""The libraries that draw charts and with which readers explore them, as one script: Vega, Vega-Lite and
vega-embed as vl-convert bundles them.
"""

from __future__ import annotations

import json
from typing import Any

import altair
import vl_convert
from babel import Locale

from trendrapport.diagnostics import Language
from trendrapport.language.facts import EUROPEAN, decimal_mark, grouping_mark, tag_of

SOURCE = "https://cdn.jsdelivr.net/npm/{name}@{version}/+esm"
"""How vl-convert, which has them in itself, calls its libraries."""

NOTICE = (
    "/*! Vega, Vega-Lite, vega-embed: (c) University of Washington Interactive Data Lab and contributors, "
    "BSD-3-Clause,\nhttps://github.com/vega. D3, topojson: (c) Mike Bostock, ISC and BSD-3-Clause, "
    "https://d3js.org. Bundled by vl-convert, not changed. */\n"
)


def _notation(language: Language) -> dict[str, Any]:
    """How a language writes numbers and dates, as D3 wants to know it: as D3 itself says, and as CLDR says of
    a language that D3 does not have.
    """
    try:
        return {
            "formatLocale": vl_convert.get_format_locale(tag_of(language)),
            "timeFormatLocale": vl_convert.get_time_format_locale(tag_of(language)),
        }
    except ValueError:
        return {"formatLocale": _numbers(language), "timeFormatLocale": _dates(language)}


def _numbers(language: Language) -> dict[str, Any]:
    return {
        "decimal": decimal_mark(language),
        "thousands": grouping_mark(language),
        "grouping": [3],
        "currency": ["€ ", ""],
    }


def _dates(language: Language) -> dict[str, Any]:
    """Names of days, the Sunday first, and of months."""
    known = Locale.parse(language)
    sunday_first = (6, 0, 1, 2, 3, 4, 5)
    months = range(1, 13)
    return {
        "dateTime": "%a %e %B %Y %X",
        "date": "%d-%m-%Y",
        "time": "%H:%M:%S",
        "periods": ["AM", "PM"],
        "days": [known.days["format"]["wide"][day] for day in sunday_first],
        "shortDays": [known.days["format"]["abbreviated"][day] for day in sunday_first],
        "months": [known.months["format"]["wide"][month] for month in months],
        "shortMonths": [known.months["format"]["abbreviated"][month] for month in months],
    }


def bundle() -> bytes:
    """The libraries with each language's notation of numbers and dates: `vega`, `vegaLite`, `vegaEmbed`,
    `vegaLocales`.

    It needs two seconds to be made, and is the same until vl-convert changes; so it is kept in the package.
    """
    locales = {language: _notation(language) for language in EUROPEAN}
    written = json.dumps(locales, ensure_ascii=False, sort_keys=True)
    # The libraries' own names stay inside, so that none meets a name of another script.
    vega = SOURCE.format(name="vega", version=vl_convert.get_vega_version())
    vega_lite = SOURCE.format(name="vega-lite", version=altair.SCHEMA_VERSION.removeprefix("v"))
    libraries = vl_convert.javascript_bundle(
        f'import * as allOfVega from "{vega}"; import * as allOfVegaLite from "{vega_lite}";'
        "Object.assign(window, { vegaEmbed, vega: allOfVega, vegaLite: allOfVegaLite });"
    )
    return f"{NOTICE}(() => {{\n{libraries}\n}})();\nwindow.vegaLocales = {written};\n".encode()
