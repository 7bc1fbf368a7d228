"""The one name that a misspelt one can only be: what `--fix` writes, where a message asks "did you mean?".

A wrong name with a page behind it is worse than none. So a name is only taken for another if it is that in
another notation or language, is what readers see of it, or has a slip or two of the keyboard in it; and if no
other name is as near.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from trendrapport.diagnostics.synonyms import meant_by

_LONG = 8
"""Letters from which a name may have two slips in it."""


def surely_meant(name: str, names: Collection[str], shown: Mapping[str, str] | None = None) -> str | None:
    """The name that is meant; None when it need not be one of these. `shown` is what readers see of them."""
    labels = {one: (shown or {}).get(one, one) for one in names}
    alike = [one for one in names if _plain(name) in {_plain(one), _plain(labels[one])}]
    if alike:
        return _only(alike)
    return meant_by(name, names) or _only(_misspelt(name, names))


def _only(names: Iterable[str]) -> str | None:
    found = list(names)
    return found[0] if len(found) == 1 else None


def _plain(name: str) -> str:
    """A name without capitals, and with hyphens for whatever is between its words."""
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")


def _misspelt(name: str, names: Iterable[str]) -> list[str]:
    """The names that this can be with a slip in it, those with the fewest slips only.

    Another number is another thing, and a name that begins otherwise may be its opposite.
    """
    written = _plain(name)
    most = 2 if len(written) >= _LONG else 1
    found: dict[str, int] = {}
    for one in names:
        known = _plain(one)
        may_be = written[:1] == known[:1] and _digits(written) == _digits(known) and len(written) > 2
        if may_be and abs(len(written) - len(known)) <= most:
            found[one] = slips(written, known)
    near = [one for one, count in found.items() if count <= most]
    # One that is only a little further off could be meant as well.
    return near if len(near) == 1 and not _others(near[0], found, most) else []


def _others(near: str, found: Mapping[str, int], most: int) -> list[str]:
    return [one for one, count in found.items() if one != near and count <= most + 1]


def _digits(name: str) -> str:
    return re.sub(r"\D", "", name)


def slips(one: str, other: str) -> int:
    """How many letters are left out, added, changed or exchanged with the next (the distance of Damerau and
    Levenshtein, without touching a letter twice).
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for index, letter in enumerate(one, 1):
        before, last, row = row, before, [index]
        for at, known in enumerate(other, 1):
            cost = min(before[at] + 1, row[-1] + 1, before[at - 1] + (letter != known))
            if at > 1 and index > 1 and letter == other[at - 2] and one[index - 2] == known:
                cost = min(cost, last[at - 2] + 1)
            row.append(cost)
    return row[-1]
