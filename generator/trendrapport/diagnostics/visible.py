"""Characters that a terminal obeys or that hide text, shown by their number."""

from __future__ import annotations

import re

_OBEYED = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # control characters
    "\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"  # of no width, line ends, and marks of direction
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"  # byte order mark, annotations and tags
    "\ud800-\udfff"  # halves of a pair
    "]"
)


def visible(text: str) -> str:
    """A text on one line in which nothing moves the cursor, changes a colour, begins a command or turns the
    order of letters.
    """
    return _OBEYED.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


def visible_json(text: str) -> str:
    """The same for JSON, as escapes, so that readers of it get the same values; its own line ends stay."""
    return _OBEYED.sub(lambda found: _escape(found[0]), text)


def _escape(character: str) -> str:
    """A character in JSON's own notation."""
    if character == "\n":
        return character
    pair = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{pair[at : at + 2].hex()}" for at in range(0, len(pair), 2))
