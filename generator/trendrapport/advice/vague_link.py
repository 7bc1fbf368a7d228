"""A link whose words say nothing of where it leads (`vague-link`).

Who cannot see well hears the links of a page one after another, and others look only at what is underlined:
"klik hier" and "lees meer" say nothing then. Let the words say what is behind it: "het hele onderzoek". WCAG
asks for this in success criterion 2.4.4.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.advice import Written
from trendrapport.diagnostics import Diagnostic, Text, advice, every_filled

_LISTED = """
hier, klik, klik hier, lees hier, lees hier meer, lees meer, lees verder, bekijk hier, meer, meer info
meer informatie, link, deze link, via deze link, site, website, de website, deze website, deze pagina
deze, dit, download
here, click here, see here, read more, learn more, more, more info, more information, this, this link
this page, this website
"""
_VAGUE = frozenset(_LISTED.strip().replace("\n", ", ").split(", "))

_TEXTS = (
    Text(
        nl='de link "{text}" zegt niet waar hij heen leidt',
        en='the link "{text}" does not say where it leads',
    ),
    Text(
        nl="wie alleen de links hoort of bekijkt, weet niet wat erachter zit",
        en="who hears or looks at links only does not know what is behind it",
    ),
    Text(
        nl='Maak een link van woorden die dat zeggen, zoals "het hele onderzoek".',
        en='Make a link of words that say so, such as "the whole study".',
    ),
)


def advise(written: Written) -> Iterator[Diagnostic]:
    """Every link with words that say nothing."""
    for page in written.pages:
        for link in page.entry.outline.links:
            plain = " ".join(link.text.casefold().split()).strip(" .:!»>→")
            if plain in _VAGUE:
                yield advice(page.entry.in_text(link.at), "vague-link", every_filled(_TEXTS, text=link.text))
