"""An address that stands in a text as it is, without marks around it: it becomes a link, as on GitHub."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

_SCHEME = re.compile(r"(?<![^\W_])https?\Z", re.IGNORECASE)
_REST = re.compile(r"://[^\s<>\"`\\|/?#]{1,255}\.[^\s<>\"`\\|]+")
_ENTITY = re.compile(r"&[A-Za-z0-9]+;\Z")


def bare_address(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's form of a rule
    """Makes a link of http:// or https:// and what follows, but for the marks of the sentence around it."""
    if state.linkLevel or not state.src.startswith("://", state.pos):
        return False
    scheme = _SCHEME.search(state.pending[-8:])
    rest = _REST.match(state.src, state.pos, state.posMax)
    if not scheme or not rest:
        return False
    address = _without_end(scheme[0] + rest[0])
    if not silent:
        start = state.pos - len(scheme[0])
        state.pending = state.pending[: -len(scheme[0])]
        _push(state, address, start)
    state.pos += len(address) - len(scheme[0])
    return True


def _push(state: StateInline, address: str, start: int) -> None:
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": address}
    opening.markup = "bare"
    opening.meta = {"at": start, "end": start + len(address)}
    state.push("text", "", 0).content = address
    state.push("link_close", "a", -1).markup = "bare"


def _without_end(address: str) -> str:
    """An address without the marks at its end that belong to the sentence."""
    while address:
        shorter = address.rstrip("?!.,:;*_~'’”…")
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter.endswith("]") and "[" not in shorter:
            shorter = shorter[:-1]
        shorter = _ENTITY.sub("", shorter)
        if shorter == address:
            break
        address = shorter
    return address
