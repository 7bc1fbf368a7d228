"""An address typed in a text without any markup: it becomes a link, as on GitHub."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

_END = r"[^\s<>\"`\\|]"
_HOST = r"[^\s<>\"`\\|/?#@]{1,255}"
_BEFORE = {
    ":": re.compile(r"(?<![^\W_])https?\Z", re.IGNORECASE),
    ".": re.compile(r"(?<![\w/@.-])www\Z", re.IGNORECASE),
    "@": re.compile(r"(?<![\w/.+-])[\w.+-]{1,64}\Z"),
}
_AFTER = {
    ":": re.compile(rf"://{_HOST}\.{_END}+"),
    ".": re.compile(rf"\.{_HOST}\.{_END}+"),
    "@": re.compile(r"@(?:[A-Za-z0-9-]{1,63}\.){1,10}[A-Za-z]{2,24}(?![\w-])"),
}
"""What comes before and after the character at which an address is noticed."""

_PREFIX = {":": "", ".": "https://", "@": "mailto:"}
_LONGEST = 65
_ENTITY = re.compile(r"&[A-Za-z0-9]+;\Z")
_MARKS = frozenset("?!.,:;*_~'’”…")
"""At the end of an address these belong to the sentence."""


def bare_address(state: StateInline, silent: bool) -> bool:
    """Makes a link of an address on the web or for mail, but for the marks of the sentence around it."""
    sign = state.src[state.pos]
    if state.linkLevel or sign not in _BEFORE:
        return False
    before = _BEFORE[sign].search(state.pending[-_LONGEST:])
    # What comes after goes on to the end of an address, however long: it is only looked at behind the
    # beginning of one.
    after = _AFTER[sign].match(state.src, state.pos, state.posMax) if before else None
    if not before or not after:
        return False
    shown = without_end(before[0] + after[0])
    if not silent:
        start = state.pos - len(before[0])
        state.pending = state.pending[: -len(before[0])]
        _push(state, _PREFIX[sign] + shown, shown, start)
    state.pos += len(shown) - len(before[0])
    return True


def _push(state: StateInline, address: str, shown: str, start: int) -> None:
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": address}
    opening.markup = "bare"
    opening.meta = {"at": start, "end": start + len(shown)}
    state.push("text", "", 0).content = shown
    state.push("link_close", "a", -1).markup = "bare"


def without_end(address: str) -> str:
    """An address without the marks at its end that belong to the sentence."""
    end = len(address)
    surplus = address.count(")") - address.count("(")
    is_bracketed = "[" in address
    while end:
        sign = address[end - 1]
        entity = _ENTITY.search(address, max(0, end - _LONGEST), end) if sign == ";" else None
        if entity:
            end = entity.start()
        elif sign in _MARKS or (sign == "]" and not is_bracketed):
            end -= 1
        elif sign == ")" and surplus > 0:
            end -= 1
            surplus -= 1
        else:
            break
    return address[:end]
