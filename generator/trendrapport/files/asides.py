"""Files that a system or a program leaves beside those of an editor, recognised by name: they are not part of
a report.
"""

from __future__ import annotations

_NAMES = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"})
"""Of Windows and macOS, in lower case; those that start with a dot are not named."""


def is_aside(name: str) -> bool:
    """Whether a file of this name is hidden, a copy, a lock or what a program keeps while it has another one
    open.

    `.#x` and `#x#` are of Emacs, `x~` of many, `~$x.docx` and `~WRL1.tmp` of Word, `.~lock.x#` of
    LibreOffice, `.x.swp` of Vim.
    """
    return (
        name.startswith((".", "~"))
        or name.endswith("~")
        or (name.startswith("#") and name.endswith("#"))
        or name.lower() in _NAMES
    )
