"""Runs the stages in their order: files, report, diagnostics, drawings, tree, site. Knows no arguments of a
command and prints nothing.
"""

from trendrapport.pipeline.building import build, stop
from trendrapport.pipeline.checking import check
from trendrapport.pipeline.results import Options, Result
from trendrapport.pipeline.work import work_folder

__all__ = ["Options", "Result", "build", "check", "stop", "work_folder"]
