"""Versions of the generator, as settings name them."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from trendrapport.model.base import text_schema

_FORM = r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)"


def numbers(version: str | None) -> tuple[int, ...]:
    """A version to compare with others; none comes before all of them."""
    if not version:
        return ()
    return tuple(map(int, version.split(".")))


def _version(value: str) -> str:
    if not re.fullmatch(_FORM, value, re.ASCII):
        raise PydanticCustomError("bad-version", "not a version", {"value": value})
    return value


Version = Annotated[str, AfterValidator(_version), text_schema(pattern=f"^{_FORM}$")]
"""Three numbers, such as 1.0.0."""
