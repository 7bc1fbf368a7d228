"""What can go wrong with one chart while it is drawn, as errors that can pass from one process to another."""

from __future__ import annotations

from trendrapport.diagnostics import Text


class CannotDrawError(Exception):
    """A chart that cannot be drawn, with the library's words as the reason."""


class TooHeavyError(CannotDrawError):
    """A chart that takes too much memory or too long."""


class ChartCodeError(Exception):
    """Code that gives no chart: what is wrong with it, and on which line and column of its own file."""

    def __init__(self, line: int, reason: str | Text, column: int = 1) -> None:
        super().__init__(line, reason, column)
        self.line = line
        self.reason = reason
        self.column = column

    def __str__(self) -> str:
        """The reason alone."""
        return str(self.reason)
