"""The code of a finding to its manual page, in Dutch or English.

The English page of a check is its docstring; all other pages are Markdown here, in `nl/` and `en/`. Knows no
report, and loads no check.
"""
