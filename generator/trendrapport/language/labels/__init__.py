"""A file of labels per language, and numbers and dates as that language writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache
from typing import Any

from trendrapport.diagnostics import Language, Text
from trendrapport.language import MINUS, NO_BREAK_SPACE
from trendrapport.language.facts import currency_comes_last, locale_of, name_of
from trendrapport.language.labels.wording import Own, wording
from trendrapport.language.units import after_number

LONGEST = 400
"""A number that a table can hold has fewer digits than this."""


def own_decimals(value: float) -> int:
    """How many decimals a number is written with, without zeros at its end; at most six, or what a smaller
    one needs not to be 0.
    """
    exact = Decimal(repr(value)).normalize()
    return min(max(6, -exact.adjusted()), max(0, -int(exact.as_tuple().exponent)))


@dataclass(frozen=True)
class Labels:
    """The words, numbers and dates of one language."""

    language: Language
    own: Own = ()
    """The report's own words: the names of labels, and what takes their place."""

    def __call__(self, name: str, /, **values: object) -> str:
        """The label of that name; a dot leads into a group. A missing name is a mistake in the generator."""
        found: Any = wording(self.language, self.own)
        for part in name.split("."):
            found = found[part]
        return str(found).format(**values) if values else str(found)

    def group(self, name: str) -> dict[str, str]:
        """All labels of a group, for a script that needs them."""
        found: dict[str, str] = wording(self.language, self.own)[name]
        return found

    def count(self, name: str, count: int) -> str:
        """The label that goes with a number, in the singular or the plural."""
        forms = wording(self.language, self.own)[name]
        return str(forms["one" if count == 1 else "other"]).format(count=self.number(count))

    def language_named(self, language: Language) -> str:
        """The name of a language as it stands in a sentence: het Nederlands, Dutch."""
        return self("language_named", name=name_of(language, self.language))

    def listed(self, words: Sequence[str]) -> str:
        """Words in a sentence: a, b en c."""
        from babel.lists import format_list

        return format_list(words, locale=self.language)

    def number(self, value: float, decimals: int | None = 0) -> str:
        """A number with the language's marks, 1.234,5 in Dutch, and a minus rather than a hyphen before a
        negative one.

        It is rounded to a number of decimals; None leaves it as it is.
        """
        if decimals is None:
            decimals = own_decimals(value)
        return _number(self.language, repr(value), decimals)

    def size(self, bytes_: int) -> str:
        """How large a file is, in kB or from a million bytes on in MB: 312 kB, 1,2 MB."""
        if bytes_ < 1_000_000:  # noqa: PLR2004 - a megabyte
            return f"{self.number(max(1, round(bytes_ / 1000)))}{NO_BREAK_SPACE}kB"
        return f"{self.number(bytes_ / 1_000_000, 1)}{NO_BREAK_SPACE}MB"

    def amount(  # noqa: PLR0913
        self,
        value: float,
        decimals: int | None,
        currency: str | None,
        unit: str | None,
        *,
        signed: bool = False,
    ) -> str:
        """A number with its currency sign and unit, kept on one line by no-break spaces: € 121,89 miljoen; a
        change is `signed`: +27 %.
        """
        from babel.numbers import get_currency_symbol

        plus = "+" if signed and value > 0 else ""
        amount = f"{plus}{self.number(value, decimals)}{after_number(unit, self.language)}"
        if not currency:
            return amount
        sign = get_currency_symbol(currency, self.language)
        if currency_comes_last(self.language):
            return f"{amount}{NO_BREAK_SPACE}{sign}"
        return f"{sign}{NO_BREAK_SPACE}{amount}"

    def date(self, value: str) -> str:
        """A date as exact as it is known: 2021, november 2021 or 25 november 2021."""
        from babel.dates import format_date, format_skeleton

        year, *rest = [int(part) for part in value.split("-")]
        if not rest:
            return value
        if len(rest) == 1:
            return format_skeleton("yMMMM", date(year, rest[0], 1), locale=locale_of(self.language))
        return format_date(date(year, *rest), "long", locale=locale_of(self.language))

    def cited_date(self, value: str) -> str:
        """A date as APA writes it, the year first: 2021, "2021, november" or "2021, 25 november"."""
        from babel.dates import format_date, format_skeleton

        year, *rest = [int(part) for part in value.split("-")]
        if not rest:
            return str(year)
        if len(rest) == 1:
            return f"{year}, {format_date(date(year, rest[0], 1), 'MMMM', locale=self.language)}"
        # Of English the form of the United States, where the rule is from.
        return f"{year}, {format_skeleton('MMMMd', date(year, *rest), locale=self.language)}"


@cache
def _number(language: Language, value: str, decimals: int) -> str:
    from babel.numbers import format_decimal

    pattern = "#,##0"
    if decimals:
        pattern += f".{'0' * decimals}"
    # A half goes up, as readers were taught; the library would round it to the nearest even number.
    with localcontext(prec=LONGEST):
        exact = Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0
        text: str = format_decimal(exact, format=pattern, locale=language)
    return text.replace("-", MINUS)


def date_text(value: str) -> Text:
    """A year, a month or a day (ISO 8601) as each language writes it, for messages."""
    return Text(Labels("nl").date(value), Labels("en").date(value))
