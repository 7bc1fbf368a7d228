"""Terms of the glossary in a text: the first use of each becomes a token of its own.

Whole words only, and never in a heading, link, code or figure. Knows no pages and no entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markdown_it.token import Token

SOFT_HYPHEN = "\u00ad"
"""Where a word may be broken: it is no part of the word."""

_WORD = re.compile(r"[^\W_]+")
_HEADS = frozenset({"heading_open", "th_open", "dt_open"})


def spellings(name: str) -> tuple[str, ...]:
    """How a term can be written in a text: as listed, and unless it is an abbreviation with a small or a
    capital first letter.
    """
    plain = " ".join(name.split())
    if plain[1:2].isupper():
        return (plain,)
    return tuple(dict.fromkeys((plain, plain[0].lower() + plain[1:], plain[0].upper() + plain[1:])))


@dataclass(frozen=True)
class Terms:
    """The terms of a report: each spelling, and the term's slug."""

    slugs: Mapping[str, str]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _whole_words(self.slugs)

    @cached_property
    def _broken_pattern(self) -> re.Pattern[str]:
        """The same for a text that says where its words may be broken."""
        return _whole_words(self.slugs, f"{SOFT_HYPHEN}?")

    def _within(self, text: str) -> Terms:
        """Only the terms that may be in a text: to look for each of thousands at each letter takes long."""
        return Terms({name: slug for slug in self.possible(text) for name in self._names[slug]})

    @cached_property
    def _first_words(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for name, slug in self.slugs.items():
            if word := _WORD.search(name):
                found.setdefault(word[0], set()).add(slug)
        return found

    def possible(self, text: str) -> list[str]:
        """The terms that may be in a Markdown text, and surely all that are: those whose first word is."""
        from html import unescape

        words = self._first_words.keys() & set(_WORD.findall(unescape(text).replace(SOFT_HYPHEN, "")))
        return sorted(set().union(*(self._first_words[word] for word in words)))

    def used(self, text: str) -> set[str]:
        """The terms that occur in a text as whole words."""
        whole = text.replace(SOFT_HYPHEN, "")
        return {slug for slug in self.possible(text) if self._patterns[slug].search(whole)}

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = {}
        for name, slug in self.slugs.items():
            names.setdefault(slug, []).append(name)
        return names

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {slug: _whole_words(written) for slug, written in self._names.items()}

    def mark(self, tokens: Sequence[Token]) -> None:
        """Gives the first use of each term in a text's tokens a token of type `term`, with the term's slug in
        its `meta`.
        """
        texts = (token.content for token in tokens if token.type == "inline")
        within = self._within("\n".join(texts))
        if not within.slugs:
            return
        seen: set[str] = set()
        for before, token in zip(tokens, tokens[1:], strict=False):
            if token.type == "inline" and token.children and not _is_head(before):
                token.children = list(within._marked(token.children, seen))

    def _marked(self, tokens: Sequence[Token], seen: set[str]) -> Iterator[Token]:
        links = 0
        run: list[Token] = []
        for token in tokens:
            links += token.nesting if token.type.startswith("link_") else 0
            if token.type in {"text", "softbreak"} and not links:
                run.append(token)
                continue
            yield from self._split(run, seen)
            run = []
            yield token
        yield from self._split(run, seen)

    def _split(self, run: Sequence[Token], seen: set[str]) -> Iterator[Token]:
        """Text that runs over lines, with the terms in it that were not seen before."""
        text, end = "".join("\n" if token.type == "softbreak" else token.content for token in run), 0
        pattern = self._broken_pattern if SOFT_HYPHEN in text else self._pattern
        for match in pattern.finditer(text):
            slug = self.slugs[" ".join(match[0].replace(SOFT_HYPHEN, "").split())]
            if slug in seen:
                continue
            seen.add(slug)
            yield from _lines(text[end : match.start()])
            yield Token("term", "", 0, content=match[0], meta={"slug": slug})
            end = match.end()
        yield from _lines(text[end:]) if end else run


def _is_head(opening: Token) -> bool:
    """Whether a token opens a heading or a question, in which no term is explained."""
    return opening.type in _HEADS or "question" in str(opening.attrs.get("class"))


def terms(named: Mapping[str, Iterable[str]]) -> Terms:
    """The terms that have these names, by slug; a name that several have is the first one's."""
    slugs: dict[str, str] = {}
    for slug, names in named.items():
        for name in names:
            for spelling in spellings(name):
                slugs.setdefault(spelling, slug)
    return Terms(slugs)


def _whole_words(names: Iterable[str], within: str = "") -> re.Pattern[str]:
    """All spellings, the longest first, as whole words: nothing that belongs to a longer word, an address or
    a name is beside them. What `within` matches may be between their letters.
    """
    ordered = sorted(names, key=lambda name: (-len(name), name))
    written = "|".join(_written(name, within) for name in ordered)
    return re.compile(rf"(?<![\w/@.\-{SOFT_HYPHEN}])(?:{written})(?![\w/@\-{SOFT_HYPHEN}]|[.'’]\w)")


def _written(name: str, within: str) -> str:
    return r"\s+".join(within.join(map(re.escape, word)) for word in name.split())


def _lines(text: str) -> Iterator[Token]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield Token("softbreak", "br", 0)
        if line:
            yield Token("text", "", 0, content=line)
