"""A name as people write it to its parts, as the Citation Style Language has them; knows no entries but that
of a source.
"""

from __future__ import annotations

from trendrapport.model.entries.sources import CslName

PARTICLES = frozenset(
    (
        "aan",
        "al",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "het",
        "ibn",
        "im",
        "in",
        "la",
        "le",
        "op",
        "'t",
        "’t",
        "te",
        "ten",
        "ter",
        "van",
        "von",
        "voor",
        "zu",
        "zum",
        "zur",
    )
)
"""What comes before a family name and is no part of the given names; written in lower case between those."""


def name_parts(name: str, family: str | None = None, *, group: bool = False) -> CslName:
    """A full name in its parts: the family name is the last word with the particles before it, or `family` if
    the name ends in that.

    A name of one word stays whole, and so does that of an organisation or another group.
    """
    if group:
        return CslName(literal=name)
    words = name.split()
    count = len(words) - 1
    if family and name.endswith(f" {family}"):
        count = len(words) - len(family.split())
        return CslName(given=" ".join(words[:count]), family=family)
    if count < 1:
        return CslName(literal=name)
    start = count
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return CslName(
        given=" ".join(words[:start]),
        non_dropping_particle=" ".join(words[start:count]) or None,
        family=words[count],
    )


def full_name(name: CslName) -> str:
    """A name as people write it: "Jan van der Berg"."""
    parts = (name.given, name.dropping_particle, name.non_dropping_particle, name.family, name.suffix)
    return name.literal or " ".join(part for part in parts if part)


def monogram(name: str) -> str:
    """The first letters of a person's first and last name, for where there is no portrait: "Jan van der Berg"
    gives JB.
    """
    first, *rest = [word[0].upper() for word in name.split() if word[0].isalpha()] or [""]
    return first + (rest[-1] if rest else "")
