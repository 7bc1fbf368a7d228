"""Diagnostics as GitHub workflow commands, https://docs.github.com/actions/reference/workflow-commands."""

from __future__ import annotations

from collections.abc import Sequence

from trendrapport.diagnostics import Diagnostic, Language
from trendrapport.diagnostics.visible import visible

_DATA = "%\r\n"
"""What is escaped in the text of a command."""
_PROPERTY = f"{_DATA},:"
"""What is escaped in its properties as well."""
_COMMANDS = {"error": "error", "warning": "warning", "advice": "notice"}


def show(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """One command per diagnostic."""
    return "\n".join(_command(diagnostic, language) for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic, language: Language) -> str:
    at = diagnostic.location
    file = _escaped(visible(at.path), _PROPERTY)
    text = _escaped(visible(diagnostic.sentences(language)), _DATA)
    where = f"file={file},line={at.line},col={at.column}"
    return f"::{_COMMANDS[diagnostic.severity]} {where},title={diagnostic.code}::{text}"


def _escaped(text: str, characters: str) -> str:
    return text.translate({ord(character): f"%{ord(character):02X}" for character in characters})
