"""Jinja templates to HTML: everything is escaped, and unknown names are errors.

Templates have an element a line. As in JSX, a line break with its indent shows nothing beside an element or a
mark of Jinja, and is a space between words; where a space is wanted beside an element, a template says
`{{ ' ' }}`.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment


_FOLDER = Path(str(files("trendrapport.pages.browser"))) / "templates"
_MARK_OR_BREAK = re.compile(r"(?P<mark>\{[#%{].*?[#%}]\})|\s*\n\s*", re.DOTALL)


def unfolded(template: str) -> str:
    """The text of a template without the line breaks that show nothing.

    Each is in a comment, as Jinja reports a mistake at its line.
    """
    return _MARK_OR_BREAK.sub(_joint, template)


def _joint(found: re.Match[str]) -> str:
    """What a line break shows: a space between words, else nothing. A mark of Jinja stays as it is."""
    if found["mark"]:
        return found[0]
    text, start, end = found.string, found.start(), found.end()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    beside_mark = before in ("", ">", "}") or after in ("", "<", "{")
    comment = "{#" + "\n" * found[0].count("\n") + "#}"
    return comment if beside_mark else f" {comment}"


def _template(name: str) -> tuple[str, str, None]:
    """The text of a template and its file, which a mistake in it is reported in."""
    file = _FOLDER / name
    return unfolded(file.read_text("utf-8")), str(file), None


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    from trendrapport.runtime import bytecode

    return Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        bytecode_cache=bytecode.kept(),
    )


def render(template: str, **context: Any) -> str:  # noqa: ANN401
    """A template of `templates/` filled in."""
    return _environment().get_template(f"{template}.html.j2").render(context)
