"""A web page to the names that an address can have behind #."""

from __future__ import annotations

from html.parser import HTMLParser

MOST = 3_000_000
"""The most bytes of a page that are looked at."""


class _Names(HTMLParser):
    """The names of elements: each `id`, and `name` where HTML has it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes the names of an element."""
        for name, value in attrs:
            if value and (name == "id" or (name == "name" and tag == "a")):
                self.found.add(value)


def names_in(raw: bytes) -> set[str]:
    """The names in a page, read as UTF-8."""
    parser = _Names()
    parser.feed(raw.decode("utf-8", "replace"))
    parser.close()
    return parser.found
