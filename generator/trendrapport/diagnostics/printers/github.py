"""Diagnostics as GitHub workflow commands, https://docs.github.com/actions/reference/workflow-commands."""

from __future__ import annotations

from collections.abc import Sequence

from trendrapport.diagnostics import Diagnostic, Language
from trendrapport.diagnostics.visible import visible


def show(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """One command per diagnostic."""
    return "\n".join(
        f"::{d.severity} "
        f"file={_escaped(visible(d.location.path), ',:')},line={d.location.line},col={d.location.column},"
        f"title={d.code}::{_escaped(visible(d.sentences(language)))}"
        for d in diagnostics
    )


def _escaped(text: str, more: str = "") -> str:
    return "".join(f"%{ord(c):02X}" if c in f"%\r\n{more}" else c for c in text)
