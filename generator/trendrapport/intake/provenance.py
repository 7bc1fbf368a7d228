"""What is around a table to what its descriptor says of it: title, source, licence and notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from trendrapport.diagnostics import Language, Text, shortened
from trendrapport.intake.dialogue import FREE, Choice, Dialogue, Doubt
from trendrapport.intake.marks import is_legend
from trendrapport.intake.region import Region
from trendrapport.intake.sheet import Place
from trendrapport.model.charts import Licence

_SOURCE = re.compile(r"^\s*(?:bron|bronnen|source|sources)\s*:?\s*(?P<title>\S.*)$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+[^\s<>\"')\].,;]")
_NO_TITLE = re.compile(r"(?:sheet|blad|tabelle|table|tabel|data|export|werkblad)[ _]?\d*", re.IGNORECASE)
_NATIONAL = re.compile(r"\bCBS\b|\bStatistics Netherlands\b|StatLine")
_LONGEST = 300

CC_BY, CC0, UNSTATED = "CC-BY-4.0", "CC0-1.0", "notspecified"
_ADDRESSES = {
    CC_BY: "https://creativecommons.org/licenses/by/4.0/deed.nl",
    CC0: "https://creativecommons.org/publicdomain/zero/1.0/deed.nl",
}
_LICENCES = {
    CC_BY: Text(nl="Creative Commons Naamsvermelding 4.0", en="Creative Commons Attribution 4.0"),
    CC0: Text(nl="Creative Commons Zero 1.0", en="Creative Commons Zero 1.0"),
    UNSTATED: Text(nl="Licentie niet vermeld", en="Licence not stated"),
}
"""The names are those of the Data Package standard, which calls a licence that a source does not state
`notspecified`."""

_WHICH_SOURCE = Text(nl="Waar komen de cijfers vandaan?", en="Where do the figures come from?")
_WHICH_LICENCE = Text(
    nl="Onder welke licentie mogen anderen de cijfers gebruiken?",
    en="Under which licence may others use the figures?",
)
_WHICH_TITLE = Text(nl="Hoe heet de tabel?", en="What is the title of the table?")
_TITLE = Text(nl="titel: {title}", en="title: {title}")
_FROM = Text(nl="bron: {title}", en="source: {title}")
_OTHER = Text(nl="iets anders, dat u zelf typt", en="something else, which you type")


@dataclass(frozen=True)
class Provenance:
    """What a descriptor says of a table besides its columns."""

    title: str
    description: str
    source: str
    address: str | None
    licence: str
    licence_title: str | None
    licence_address: str | None


def provenance(file: str, region: Region, dialogue: Dialogue, language: Language) -> Provenance:
    """What the texts around a table say of it; what they don't say is asked.

    `file` is the name of the file as an office has it.
    """
    at = Place(sheet=region.sheet.name)
    title = _title(file, region, dialogue, at)
    source, address = _source(file, (*region.notes, *region.titles), dialogue, at)
    licence = _licence(source, dialogue, at)
    texts = [text for text in (*region.titles, *region.notes) if text != title]
    # What signs mean is said with those that the table has.
    rest = [text for text in texts if not _SOURCE.match(text) and not is_legend(text)]
    told = licence_of(licence, language)
    about = " ".join(map(_sentence, rest))
    return Provenance(title, about, source, address, told.name, told.title, told.path)


def licence_of(name: str, language: Language) -> Licence:
    """A licence with its title and address, as far as these are known."""
    known = _LICENCES.get(name)
    title = None
    if known:
        title = known.of(language)
    return Licence(name=name, title=title, path=_ADDRESSES.get(name))


def _sentence(text: str) -> str:
    if text.endswith((".", "!", "?", ":")):
        return text
    return f"{text}."


def _title(file: str, region: Region, dialogue: Dialogue, at: Place) -> str:
    """The title above a table, else the name of its sheet or file."""
    titles = [text for text in region.titles if not _SOURCE.match(text) and len(text) <= _LONGEST]
    sheet = region.sheet.name
    stem = PurePath(file).stem.replace("_", " ").replace("-", " ").strip()
    found = stem[:1].upper() + stem[1:]
    if titles:
        found = titles[0]
    elif sheet and not _NO_TITLE.fullmatch(sheet):
        found = sheet
    found = found or file
    choices = (Choice(found, _TITLE.filled(title=found)), Choice(FREE, _OTHER))
    return dialogue.sure(Doubt("title", at, _WHICH_TITLE, choices, found))


def _source(file: str, texts: Sequence[str], dialogue: Dialogue, at: Place) -> tuple[str, str | None]:
    """The source of the figures, and its address if the file gives one."""
    found = next(filter(None, map(_SOURCE.match, texts)), None)
    named = ""
    if found:
        named = _ADDRESS.sub("", found["title"].strip()).strip(" .,;:()")
    source = shortened(named or file, _LONGEST)
    choices = (Choice(source, _FROM.filled(title=source)), Choice(FREE, _OTHER))
    answer = dialogue.ask_unless(bool(found), Doubt("source", at, _WHICH_SOURCE, choices, source))
    addresses = filter(None, map(_ADDRESS.search, (answer, *texts)))
    address = next(addresses, None)
    if address:
        return answer, address[0]
    return answer, None


def _licence(source: str, dialogue: Dialogue, at: Place) -> str:
    """The licence: that of Statistics Netherlands for its figures, else the one that is answered."""
    is_national = bool(_NATIONAL.search(source))
    choices = tuple(Choice(name, text) for name, text in _LICENCES.items())
    proposed = UNSTATED
    if is_national:
        proposed = CC_BY
    doubt = Doubt("licence", at, _WHICH_LICENCE, (*choices, Choice(FREE, _OTHER)), proposed)
    return dialogue.ask_unless(is_national, doubt)
