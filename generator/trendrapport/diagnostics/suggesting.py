"""What an editor may have meant: the valid name nearest to the one that is written."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from trendrapport.diagnostics.synonyms import meant_by
from trendrapport.diagnostics.texts import LANGUAGES, Language, Text

Shown = Mapping[str, "str | Text"]
"""What readers see of each name."""

_DID_YOU_MEAN = Text(nl='Bedoelt u "{nearest}"?', en='Did you mean "{nearest}"?')
_CHOOSE_FROM = Text(nl="Kies uit: {names}.", en="Choose from: {names}.")
_NO_CHOICE = Text(
    nl="Er valt hier niets te kiezen: verwijder dit.",
    en="There is nothing to choose from here: remove this.",
)


def did_you_mean(
    name: str,
    names: Iterable[str],
    otherwise: Text,
    *,
    key: Callable[[str], str] = str.casefold,
    shown: Shown = MappingProxyType({}),
) -> Text:
    """An instruction that names the valid name nearest to `name`, followed by what else can be done.

    `key` is what is compared of each; `shown` is what readers see of a name, which an editor may have written
    instead.
    """
    near = nearest(name, names, key=key, shown=shown)
    if near is None:
        return otherwise
    return _DID_YOU_MEAN.filled(nearest=near) + otherwise


def nearest(
    name: str,
    names: Iterable[str],
    *,
    key: Callable[[str], str] = str.casefold,
    shown: Shown = MappingProxyType({}),
) -> str | None:
    """The valid name that `name` is another word for or most like, or None when there is none such."""
    known: dict[str, str] = {}
    valid = sorted(names)
    for one in valid:
        known.setdefault(key(one), one)
    for one in shown:
        for language in LANGUAGES:
            known.setdefault(key(_label(shown, one, language)), one)
    if key(name) not in known:
        meant = meant_by(name, valid)
        if meant:
            return meant
    for near in difflib.get_close_matches(key(name), known, n=1, cutoff=0.6):
        if known[near] != name:
            return known[near]
    return None


def _label(shown: Shown, name: str, language: Language) -> str:
    """What readers see of a name, in a language."""
    label = shown.get(name, name)
    if isinstance(label, Text):
        return label.of(language)
    return label


def nearest_file(path: str, paths: Iterable[str], otherwise: Text) -> Text:
    """The same for the path of a file, whose suffix is not compared."""

    def key(one: str) -> str:
        return posixpath.splitext(one)[0].casefold()

    return did_you_mean(path, paths, otherwise, key=key)


def choose_from(name: str, names: Iterable[str], shown: Shown = MappingProxyType({})) -> Text:
    """An instruction for a closed list: the nearest valid name if there is one, and the whole list with what
    readers see of each.
    """
    known = sorted(names)
    if not known:
        return _NO_CHOICE
    listed = Text(_listed(known, shown, "nl"), _listed(known, shown, "en"))
    return did_you_mean(name, known, _CHOOSE_FROM.filled(names=listed), shown=shown)


def _listed(names: Iterable[str], shown: Shown, language: Language) -> str:
    """Names as a list, each with what readers see of it where that is another word."""
    listed = []
    for name in names:
        label = _label(shown, name, language)
        listed.append(name if label == name else f"{name} ({label})")
    return ", ".join(listed)
