"""A picture of a person, as an interview or the list of people names it."""

from __future__ import annotations

from trendrapport.model.base import Model, described
from trendrapport.model.field_types import Line


class Portrait(Model):
    """A picture of the person."""

    image: Line = described(
        "pad naar de foto, vanaf dit bestand",
        "path to the photo, from this file",
        example="../images/naam.jpg",
    )
    text: Line = described(
        "tekstalternatief: wie en wat er te zien is",
        "text alternative: who and what it shows",
        example="Portret van Naam.",
    )
    caption: Line | None = described("bijschrift", "caption", default=None)
    credit: Line | None = described("wie de foto maakte", "who took the photo", default=None)
