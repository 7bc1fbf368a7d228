"""How a command ends: why it could not run, and its exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from trendrapport.diagnostics import CannotRunError, Diagnostic, Text
from trendrapport.diagnostics.visible import visible
from trendrapport.runtime.failures import reason

_CANNOT = Text(
    nl='Kan niet lezen of schrijven: "{path}": {reason}.', en='Cannot read or write: "{path}": {reason}.'
)


def why(error: CannotRunError | OSError) -> str:
    """Why a command can do nothing, such as a folder that may not be written or a full disk."""
    if isinstance(error, CannotRunError):
        return str(error)
    message = _CANNOT.filled(path=error.filename or "", reason=reason(error))
    return f"{visible(message.nl)}\n{visible(message.en)}"


def could_not(reason: str) -> NoReturn:
    """Ends the command, which could not run."""
    click.echo(reason, err=True)
    sys.exit(2)


def expect_report(root: Path) -> None:
    """Ends the command when a folder holds no report."""
    settings = root / "site_config.yml"
    if not settings.is_file():
        could_not(
            f'Hier is geen rapport: "{settings}" ontbreekt. Begin met: trendrapport init MAP\n'
            f'There is no report here: "{settings}" is missing. Start with: trendrapport init DIR'
        )


def exit_code(diagnostics: Iterable[Diagnostic], *, strict: bool) -> int:
    """The exit code for what was found: 1 for an error or, when strict, a warning; advice does not count."""
    counting = {"error"}
    if strict:
        counting.add("warning")
    return int(any(finding.severity.value in counting for finding in diagnostics))
