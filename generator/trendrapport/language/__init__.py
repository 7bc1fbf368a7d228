"""The words of the interface in Dutch and English, and numbers and dates as each language writes them; knows
no report.
"""

NO_BREAK_SPACE = "\u00a0"
"""Between a number and its unit, which belong on one line."""

MINUS = "\u2212"
"""Before a negative number, rather than a hyphen."""
