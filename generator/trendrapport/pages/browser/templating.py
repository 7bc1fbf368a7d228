"""Jinja templates to HTML: escaping on, unknown names are mistakes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    from trendrapport.runtime import bytecode

    return Environment(
        loader=PackageLoader("trendrapport.pages.browser"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=bytecode.kept(),
    )


def render(template: str, **context: Any) -> str:  # noqa: ANN401
    """A template of `templates/` filled in."""
    return _environment().get_template(f"{template}.html.j2").render(context)
