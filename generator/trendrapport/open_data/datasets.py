"""The data sets that a report publishes: the tables of its figures."""

from __future__ import annotations

from trendrapport.model.charts import DataPackage
from trendrapport.pages.view import View
from trendrapport.report.report import Entry


def published_packages(view: View) -> list[Entry[DataPackage]]:
    """The descriptors of the tables that figures are drawn from, by name."""
    drawn = {chart.data.data for chart in view.report.charts.values()}
    return [package for name, package in sorted(view.report.packages.items()) if name in drawn]


def csv_path(name: str) -> str:
    """The table of a data set, from the site's root."""
    return f"charts/data/{name}.csv"
