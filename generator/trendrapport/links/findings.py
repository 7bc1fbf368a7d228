"""What came of asking for each address to findings, at every place where that address is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from trendrapport.diagnostics import (
    Diagnostic,
    Severity,
    Text,
    Texts,
    every_filled,
    finding,
    mended_by,
    shortened,
)
from trendrapport.diagnostics.changes import Edit
from trendrapport.fetching.reaching import Reach, Reached, host_of
from trendrapport.links.written import Written, written
from trendrapport.report.report import Report

_SAFE = re.compile(r"https?://[\w\-.~:/?#@!$&+;=%]+")
"""An address that reads the same in Markdown and in any form of YAML."""

_ERROR_PAGE = Text(nl="lezers komen op een foutpagina uit", en="readers land on an error page")
_ELSEWHERE = Text(
    nl="Zoek waar de pagina nu staat, of noem een andere bron; web.archive.org kan haar nog hebben.",
    en="Find where the page is now, or name another source; web.archive.org may still have it.",
)
_GONE: Texts = (
    Text(nl='"{address}" bestaat niet ({status})', en='"{address}" does not exist ({status})'),
    _ERROR_PAGE,
    _ELSEWHERE,
)
_NO_HOST: Texts = (
    Text(
        nl='de site "{host}" van "{address}" bestaat niet',
        en='the site "{host}" of "{address}" does not exist',
    ),
    _ERROR_PAGE,
    Text(
        nl="Kijk of de naam goed is gespeld, of zoek waar de pagina nu staat.",
        en="Check the spelling of the name, or find where the page is now.",
    ),
)
_CERTIFICATE: Texts = (
    Text(
        nl='het certificaat van "{host}" klopt niet: "{address}"',
        en='the certificate of "{host}" is not valid: "{address}"',
    ),
    Text(
        nl="browsers waarschuwen lezers dat de site onveilig is",
        en="browsers warn readers that the site is not safe",
    ),
    Text(
        nl="Vraag de beheerder van die site het te herstellen, of kies een ander adres.",
        en="Ask those who run the site to fix it, or choose another address.",
    ),
)
_LATER = Text(
    nl="Probeer het later opnieuw; blijft het zo, kies dan een ander adres.",
    en="Try again later; if it stays like this, choose another address.",
)
_SLOW: Texts = (
    Text(nl='"{host}" antwoordt te langzaam: "{address}"', en='"{host}" answers too slowly: "{address}"'),
    Text(nl="lezers wachten misschien ook vergeefs", en="readers may wait in vain too"),
    _LATER,
)
_FAILED: Texts = (
    Text(nl='"{host}" is niet bereikbaar: "{address}"', en='"{host}" cannot be reached: "{address}"'),
    Text(nl="lezers komen er misschien ook niet", en="readers may not get there either"),
    _LATER,
)
_BROKEN: Texts = (
    Text(
        nl='"{host}" geeft een fout ({status}): "{address}"',
        en='"{host}" gives an error ({status}): "{address}"',
    ),
    *_FAILED[1:],
)
_CLOSED: Texts = (
    Text(
        nl='"{address}" kon niet worden gecontroleerd ({status})',
        en='"{address}" could not be checked ({status})',
    ),
    Text(
        nl='"{host}" laat dit niet aan programma\'s zien, zoals een pagina achter een login',
        en='"{host}" does not show this to programs, such as a page behind a login',
    ),
    Text(
        nl="Open het adres zelf; klopt het, dan hoeft u niets te doen.",
        en="Open the address yourself; if it is right, there is nothing to do.",
    ),
)
_MOVED: Texts = (
    Text(nl='"{address}" is voorgoed verhuisd', en='"{address}" has moved for good'),
    Text(
        nl="de doorverwijzing verdwijnt eens, en lezers komen dan op een foutpagina uit",
        en="the redirect will disappear one day, and readers then land on an error page",
    ),
    Text(nl='Schrijf het nieuwe adres: "{moved}".', en='Write the new address: "{moved}".'),
)
_TO_FRONT: Texts = (
    Text(
        nl='"{address}" leidt nu naar de voorpagina van "{host}"',
        en='"{address}" now leads to the front page of "{host}"',
    ),
    Text(nl="lezers vinden daar niet wat u noemt", en="readers do not find there what you name"),
    _ELSEWHERE,
)
_NO_FRAGMENT: Texts = (
    Text(
        nl='de pagina heeft geen "#{fragment}": "{address}"',
        en='the page has no "#{fragment}": "{address}"',
    ),
    Text(
        nl="lezers komen bovenaan de pagina uit, tenzij een script de plaats maakt",
        en="readers land at the top of the page, unless a script makes the place",
    ),
    Text(
        nl="Open het adres en kopieer het vanaf de juiste kop, of verwijder # en wat erachter staat.",
        en="Open the address and copy it at the right heading, or remove # and what is behind it.",
    ),
)

_FAULTS: dict[Reach, tuple[str, Severity, Texts]] = {
    Reach.GONE: ("dead-link", Severity.WARNING, _GONE),
    Reach.NO_HOST: ("dead-link", Severity.WARNING, _NO_HOST),
    Reach.CERTIFICATE: ("bad-certificate", Severity.WARNING, _CERTIFICATE),
    Reach.SLOW: ("slow-link", Severity.WARNING, _SLOW),
    Reach.FAILED: ("unreachable-link", Severity.WARNING, _FAILED),
    Reach.CLOSED: ("unchecked-link", Severity.ADVICE, _CLOSED),
}


def findings(report: Report, answers: Mapping[str, Reached]) -> Iterator[Diagnostic]:
    """What is wrong with each address that was asked for."""
    for one in written(report):
        reached = answers.get(one.address)
        if reached is not None:
            yield from _of(one, reached)


def _of(one: Written, reached: Reached) -> Iterator[Diagnostic]:
    if reached.reach in _FAULTS:
        code, severity, texts = _FAULTS[reached.reach]
        if reached.reach is Reach.FAILED and reached.status:
            texts = _BROKEN
        yield _found(one, reached, code, severity, texts)
        return
    if reached.moved:
        yield _moved(one, reached)
    if reached.lacks_fragment:
        yield _found(one, reached, "missing-fragment", Severity.ADVICE, _NO_FRAGMENT)


def _moved(one: Written, reached: Reached) -> Diagnostic:
    """That an address moved, with the edit that writes the new one if that is surely the same page."""
    if _is_front(reached.moved) and not _is_front(one.address):
        return _found(one, reached, "moved-link", Severity.ADVICE, _TO_FRONT)
    new = moved_to(one.address, reached)
    found = _found(one, reached, "moved-link", Severity.ADVICE, _MOVED)
    has_same_query = urlsplit(new).query in {"", urlsplit(one.address).query}
    if not one.typed or not has_same_query or not _SAFE.fullmatch(new):
        return found
    return mended_by(found, Edit(one.at, one.typed, new))


def moved_to(address: str, reached: Reached) -> str:
    """The new address of one that moved, with the part of the page that the old one names."""
    fragment = urlsplit(address).fragment
    if not reached.moved or not fragment or "#" in reached.moved:
        return reached.moved
    return f"{reached.moved}#{fragment}"


def _is_front(address: str) -> bool:
    """Whether an address is that of a whole site."""
    parts = urlsplit(address)
    return parts.path in {"", "/"} and not parts.query and not parts.fragment


def _found(one: Written, reached: Reached, code: str, severity: Severity, texts: Texts) -> Diagnostic:
    filled = every_filled(
        texts,
        address=shortened(one.address, 100),
        host=shortened(reached.host or host_of(one.address)),
        status=reached.status,
        moved=shortened(moved_to(one.address, reached), 300),
        fragment=shortened(urlsplit(one.address).fragment),
    )
    return replace(finding(one.at, code, filled), severity=severity)
