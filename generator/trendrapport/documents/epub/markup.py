"""XHTML as text that is safe to put together: what is not markup is escaped."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from trendrapport.documents.cleaning import clean, fit_address

Inside = str | Iterable["Inside"]
"""Text, markup, or any number of these."""

_EMPTY = frozenset({"br", "hr", "img", "meta", "link", "item", "itemref"})


def h(tag: str, /, *inside: Inside, **attributes: str | int | None) -> Markup:
    """An element; attributes that are None are left out, and an underscore in their name becomes a hyphen or,
    after `epub` and `xml`, a colon.
    """
    shown = Markup("").join(
        _attribute(name, value) for name, value in attributes.items() if value is not None
    )
    if tag in _EMPTY and not inside:
        return Markup("<{}{}/>").format(tag, shown)
    return Markup("<{0}{1}>{2}</{0}>").format(tag, shown, joined(inside))


def some(tag: str, /, *inside: Inside, **attributes: str | int | None) -> Markup:
    """An element; nothing at all where there is nothing in it."""
    content = joined(inside)
    if not content:
        return content
    return h(tag, content, **attributes)


def joined(inside: Iterable[Inside]) -> Markup:
    """All of it, one after another."""
    return Markup("").join(map(_safe, inside))


def _safe(one: Inside) -> Markup:
    if isinstance(one, Markup):
        return one
    if isinstance(one, str):
        return escape(clean(one))
    return joined(one)


def _attribute(name: str, value: str | int) -> Markup:
    text = fit_address(str(value)) if name == "href" else str(value)
    said = name.rstrip("_").replace("_", ":" if name.startswith(("epub_", "xml_")) else "-", 1)
    return Markup(' {}="{}"').format(said.replace("_", "-"), clean(text))


def page(title: str, language: str, body: Markup, sort: str = "") -> bytes:
    """A whole document of an e-book; `sort` is what it is, in the words of EPUB."""
    head = h(
        "head",
        h("title", title),
        h("link", rel="stylesheet", type="text/css", href="style.css"),
    )
    html = h(
        "html",
        head,
        h("body", body, epub_type=sort or None),
        xmlns="http://www.w3.org/1999/xhtml",
        **{"xmlns:epub": "http://www.idpf.org/2007/ops"},
        lang=language,
        xml_lang=language,
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n{html}\n'.encode()
