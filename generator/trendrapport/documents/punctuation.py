"""Signs around a text, which are left out together with it."""

from __future__ import annotations


def in_brackets(text: str | None) -> str:
    """The text in brackets; nothing for no text."""
    if not text:
        return ""
    return f"({text})"


def ended(text: str | None) -> str:
    """The text with a full stop, where something comes after it and it has no end of its own."""
    if not text or text.endswith((".", "!", "?", "\u2026")):
        return text or ""
    return f"{text}."


def closing(text: str | None) -> str:
    """What closes a sentence: this text after a full stop, or a full stop alone."""
    if not text:
        return "."
    return f". {text}."
