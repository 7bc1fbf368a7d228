"""An address to the place that it names."""

from __future__ import annotations

from importlib.util import find_spec
from types import ModuleType

from trendrapport.diagnostics import CannotRunError, Text, choose_from, shortened
from trendrapport.runtime.plugins import modules
from trendrapport.sending import places
from trendrapport.sending.places import Place, Sender

_UNKNOWN = Text(
    nl='"{address}" is geen plek om te publiceren. {known}', en='"{address}" is no place to publish. {known}'
)
_LIBRARY = Text(
    nl='Hiervoor is {name} nodig. Installeer het met: pip install "trendrapport[publish]"',
    en='This needs {name}. Install it with: pip install "trendrapport[publish]"',
)


def find_place(address: str, sender: Sender) -> Place:
    """The place at an address. Raises CannotRunError if there can be none, or a library for it is missing."""
    module = _module(address)
    for name in module.NEEDS:
        if find_spec(name) is None:
            raise CannotRunError(_LIBRARY.filled(name=name))
    found: Place = module.place(address, sender)
    return found


def _module(address: str) -> ModuleType:
    scheme, mark, _ = address.partition(":")
    # A single letter is a drive of Windows.
    wanted = scheme.lower() if mark and len(scheme) > 1 else ""
    every = modules(places)
    for module in every.values():
        if wanted in module.SCHEMES:
            return module
    known = choose_from(address, [module.EXAMPLE for module in every.values()])
    raise CannotRunError(_UNKNOWN.filled(address=shortened(address), known=known))
