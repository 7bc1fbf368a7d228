"""A word for a time that depends on when it is read (`relative-time`).

An edition is read for years: "vorig jaar" and "onlangs" mean another time then. Write the year, the month or
the day. Interviews and quotations are left alone, as somebody said it so, and a year in the same sentence
explains the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trendrapport.advice import Written
from trendrapport.diagnostics import Diagnostic, Language, Text, advice, every_filled

_DUTCH = (
    r"(?:vorig|verleden|dit|komend|volgend|afgelopen) (?:jaar|najaar|voorjaar|kwartaal)",
    r"(?:vorige|verleden|deze|komende|volgende|afgelopen)"
    r" (?:week|maand|zomer|winter|lente|herfst|jaren|maanden)",
    r"onlangs|recentelijk|tegenwoordig|momenteel|op dit moment|binnenkort|een paar jaar geleden",
)
_ENGLISH = (
    r"(?:last|this|next|the past|the coming) (?:year|quarter|month|week|summer|winter|spring|autumn)",
    r"recently|nowadays|currently|at the moment|a few years ago",
)
_WORDS: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(rf"\b(?:{'|'.join(_DUTCH)})\b", re.IGNORECASE),
    "en": re.compile(rf"\b(?:{'|'.join(_ENGLISH)})\b", re.IGNORECASE),
}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_TEXTS = (
    Text(
        nl='"{word}" hangt af van wanneer iemand dit leest', en='"{word}" depends on when somebody reads this'
    ),
    Text(
        nl="een editie wordt jaren gelezen, en dan klopt het niet meer",
        en="an edition is read for years, and then it is no longer right",
    ),
    Text(nl="Noem het jaar, de maand of de dag.", en="Name the year, the month or the day."),
)


def advise(written: Written) -> Iterator[Diagnostic]:
    """Every word for a time that depends on when it is read."""
    for page in written.worded:
        if page.entry.kind == "interviews":
            continue
        for paragraph, sentence in page.every_sentence:
            for match in _WORDS[page.language].finditer(sentence.text):
                if not _YEAR.search(sentence.text):
                    at = page.at(paragraph, sentence.start + match.start())
                    yield advice(at, "relative-time", every_filled(_TEXTS, word=match[0]))
