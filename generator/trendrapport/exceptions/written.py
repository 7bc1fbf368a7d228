"""The exceptions that editors wrote: in the settings, and in comments of texts, YAML and code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from trendrapport.diagnostics import Diagnostic, Location
from trendrapport.diagnostics.changes import Edit
from trendrapport.files.source import Source
from trendrapport.report.report import Report

_MARK = "allow:"
_IN_YAML = re.compile(r"(?P<before>(?:^|.*?\s))#[ \t]*allow:[ \t]*(?P<code>[\w-]*)[ \t]*(?P<reason>.*)")
_IN_TEXT = re.compile(r"[ \t]*<!--[ \t]*allow:[ \t]*(?P<code>[\w-]*)[ \t]*(?P<reason>.*?)[ \t]*-->[ \t]*")
_FENCE = re.compile(r"[ \t>]*(?P<fence>`{3,}|~{3,})")


@dataclass(frozen=True)
class Allowance:
    """A finding that is allowed: its code, where, and why."""

    at: Location
    code: str
    reason: str
    path: str
    """The file, or a pattern of such paths."""
    lines: range | None = None
    """The lines that it is about; None for the whole file."""
    removal: tuple[Edit, ...] = ()
    """What takes it away."""

    def is_about(self, finding: Diagnostic) -> bool:
        """Whether a finding is the one that is allowed."""
        place = finding.location
        if finding.code != self.code or not fnmatchcase(place.path, self.path):
            return False
        return self.lines is None or place.line in self.lines


def written(report: Report) -> list[Allowance]:
    """Every exception in a report."""
    found = list(_in_settings(report))
    for source in _sources(report).values():
        if _MARK in source.text:
            found += _in_yaml(source)
            found += _in_body(source)
    for path, text in report.code.items():
        if path.endswith(".py") and _MARK in text:
            found += _in_lines(path, text.split("\n"), 1)
    return found


def _in_settings(report: Report) -> Iterator[Allowance]:
    for index, allowed in enumerate(getattr(report.config, "allow", ())):
        # Of settings with a mistake in them, a part can be missing.
        code, reason = getattr(allowed, "code", ""), getattr(allowed, "reason", "")
        at = report.config_source.locate(("allow", index, "code"))
        if code:
            yield Allowance(at, code, reason, getattr(allowed, "path", None) or "*")


def _sources(report: Report) -> dict[str, Source]:
    """Each file with YAML or a text in it, by path."""
    entries = (*report.texts, *report.charts.values(), *report.packages.values())
    found = {entry.source.path: entry.source for entry in entries}
    return found | {report.config_source.path: report.config_source}


def _in_yaml(source: Source) -> Iterator[Allowance]:
    """The comments of YAML that are none inside a value."""
    for one in _in_lines(source.path, source.yaml_text.split("\n"), source.yaml_line):
        if not source.is_in_value(one.at.line, one.at.column):
            yield one


def _in_lines(path: str, lines: list[str], first: int) -> Iterator[Allowance]:
    """The comments with # in lines; one on a line of its own is about the next one."""
    for row, line in enumerate(lines):
        match = _IN_YAML.fullmatch(line)
        if match is None:
            continue
        number, column = first + row, match.end("before") + 1
        alone = not match["before"].strip()
        last = _next(lines, row, "#") if alone else row
        kept = match["before"].rstrip()
        edit = Edit(Location(path, number, len(kept) + 1), line[len(kept) :], "")
        if alone:
            edit = Edit(Location(path, number), f"{line}\n", "")
        yield Allowance(
            Location(path, number, column),
            match["code"],
            match["reason"].strip(),
            path,
            range(number, first + last + 1),
            (edit,),
        )


def _next(lines: list[str], row: int, mark: str) -> int:
    """The row after a comment, and the comments below it."""
    while row + 1 < len(lines) and lines[row + 1].lstrip().startswith(mark):
        row += 1
    return row + 1


def _in_body(source: Source) -> Iterator[Allowance]:
    """The comments of a text, outside blocks; each is about what follows, up to an empty line."""
    lines = source.body.split("\n")
    fence = ""
    for row, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark and (not fence or mark["fence"].startswith(fence)):
            fence = "" if fence else mark["fence"]
        match = _IN_TEXT.fullmatch(line)
        if match and not fence:
            number = source.body_line + row
            yield Allowance(
                Location(source.path, number, line.index("<") + 1),
                match["code"],
                match["reason"],
                source.path,
                range(number, source.body_line + _end_of_block(lines, row) + 1),
                (Edit(Location(source.path, number), f"{line}\n", ""),),
            )


def _end_of_block(lines: list[str], row: int) -> int:
    """The last row of the paragraph, list or block below a comment."""
    row += 1
    while row < len(lines) and (not lines[row].strip() or _IN_TEXT.fullmatch(lines[row])):
        row += 1
    while row + 1 < len(lines) and lines[row + 1].strip():
        row += 1
    return row
