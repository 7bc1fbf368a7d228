"""A contact for security reports that does not work (`unusable-security-contact`).

Anyone who finds a weakness looks at `/.well-known/security.txt`, which a build makes from `security` in the
settings (RFC 9116):

    security:
      email: security@example.org
      expires: 2027-06-30

It needs an `email` or an `address`, and the last day on which it is valid; without these, there is no file.
After that day nobody trusts it, and a day more than a year ahead suggests that nobody will maintain it.
Addresses start with `https://`. The file only counts at the root of a host. For a site at
`https://example.org/trends/`, mention it in the `security.txt` of that host.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from trendrapport.diagnostics import Diagnostic, Text, Texts, warning
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.config import SecurityContact
from trendrapport.report.report import Report
from trendrapport.runtime.day import today
from trendrapport.site.security_txt import at_root

YEAR = timedelta(days=366)

_Found = tuple[DataPath, Texts, str]
"""Where something is wrong, what, and the value."""

_WHY = Text(
    nl="zonder dit kan wie een zwakke plek vindt die niet veilig melden",
    en="without this, people who find a weakness cannot report it safely",
)
_TO_A_YEAR = Text(
    nl="Controleer of alles nog klopt, en schrijf een dag binnen een jaar.",
    en="Check that everything is still right, and write a day within a year.",
)
_NOBODY: Texts = (
    Text(
        nl='bij "security" staat geen contact, dus komt er geen security.txt',
        en='"security" has no contact, so there is no security.txt',
    ),
    _WHY,
    Text(nl='Vul "email" of "address" in.', en='Fill in "email" or "address".'),
)
_ENDLESS: Texts = (
    Text(
        nl='bij "security" ontbreekt "expires", dus komt er geen security.txt',
        en='"security" has no "expires", so there is no security.txt',
    ),
    _WHY,
    Text(
        nl='Schrijf "expires:" met een dag binnen een jaar.',
        en='Write "expires:" with a day within a year.',
    ),
)
_OVER: Texts = (
    Text(nl='"{value}" bij "{key}" is verstreken', en='"{value}" under "{key}" has passed'),
    Text(
        nl="een verlopen security.txt wordt niet meer vertrouwd",
        en="an expired security.txt is no longer trusted",
    ),
    _TO_A_YEAR,
)
_FAR: Texts = (
    Text(
        nl='"{value}" bij "{key}" is meer dan een jaar vooruit',
        en='"{value}" under "{key}" is more than a year ahead',
    ),
    Text(
        nl="wat zo lang niet wordt gecontroleerd, is niet te vertrouwen",
        en="what is not reviewed for so long is not trusted",
    ),
    _TO_A_YEAR,
)
_PLAIN: Texts = (
    Text(
        nl='"{value}" bij "{key}" begint niet met https://',
        en='"{value}" under "{key}" does not start with https://',
    ),
    Text(
        nl="onderweg mag niemand een melding lezen of veranderen",
        en="nobody should be able to read or change a report on its way",
    ),
    Text(nl="Schrijf het adres met https://.", en="Write the address with https://."),
)
_DEEP: Texts = (
    Text(
        nl='security.txt werkt niet op "{value}", alleen aan het begin van een host',
        en='security.txt does not work at "{value}", only at the root of a host',
    ),
    Text(nl="niemand zoekt het ergens anders", en="nobody looks for it anywhere else"),
    Text(
        nl='Zet het in de security.txt van de host zelf, en verwijder "security" hier.',
        en='Put it in the security.txt of the host itself, and remove "security" here.',
    ),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """What keeps `security` in the settings from being of use."""
    contact = report.config.security
    if contact is None:
        return
    written = report.config_source.data["security"]  # with what could not be read, which is reported already
    for at, texts, value in (*_missing(written), *_wrong(report.config.address, contact)):
        filled = texts[0].filled(value=value, key=at[-1])
        yield warning(report.config_source.locate(at), "unusable-security-contact", (filled, *texts[1:]))


def _missing(written: Mapping[str, object]) -> Iterator[_Found]:
    if not written.keys() & {"email", "address"}:
        yield ("security",), _NOBODY, ""
    if "expires" not in written:
        yield ("security",), _ENDLESS, ""


def _wrong(address: str, contact: SecurityContact) -> Iterator[_Found]:
    day = today()
    if contact.expires and contact.expires < day:
        yield ("security", "expires"), _OVER, contact.expires
    elif contact.expires and date.fromisoformat(contact.expires) > date.fromisoformat(day) + YEAR:
        yield ("security", "expires"), _FAR, contact.expires
    for key in ("address", "policy"):
        if (value := getattr(contact, key)) and not value.startswith("https://"):
            yield ("security", key), _PLAIN, value
    if address and not at_root(address):
        yield ("security",), _DEEP, address
