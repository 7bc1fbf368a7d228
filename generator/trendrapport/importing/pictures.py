"""The picture of a text to the name and the Markdown that a report has for it."""

from __future__ import annotations

ENDS = {
    b"\x89PNG": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"GIF8": ".gif",
    b"RIFF": ".webp",
}
"""How a picture begins, and how its file's name ends."""


def ending_of(raw: bytes | None) -> str:
    """How the name of a picture's file ends; empty for what no report can show."""
    return next((end for start, end in ENDS.items() if raw and raw.startswith(start)), "")


def picture_markdown(alternative: str, address: str, caption: str) -> str:
    """A picture with its text alternative and its caption."""
    words, below = _escaped(alternative, "[]"), _escaped(caption, '"')
    after = ""
    if below:
        after = f' "{below}"'
    return f"![{words}]({address}{after})"


def on_one_line(text: str) -> str:
    """A text without line ends, in which no bar begins a credit."""
    return " ".join(text.split()).replace("|", "/")


def _escaped(text: str, signs: str) -> str:
    """A text on one line in which these signs end nothing."""
    plain = on_one_line(text).replace("\\", "\\\\")
    return "".join(f"\\{sign}" if sign in signs else sign for sign in plain)
