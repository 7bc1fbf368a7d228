"""A page per role with all that the report asks of it, and a page to choose a role."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.pages.analysis.roles import LIST, asked, doors, path, route
from trendrapport.pages.parts.overview_figure import Entrance
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.view import Content, Page, View

ORDER = 20


def entrance(view: View, page: str) -> Entrance | None:
    """The link to the roles, if anything is asked of them."""
    if not asked(view):
        return None
    return way(view, "roles", LIST, page)


def pages(view: View) -> Iterator[Page]:
    """`roles/<role>.html` for each role for which there are actions, and `roles.html`."""
    found = asked(view)
    for name, role in found.items():
        yield view.overview(
            path(name),
            "role",
            partial(_route, view, name),
            title=view.labels("role_title", role=role.label),
            summary=role.explanation or view.labels("role_intro", role=role.label),
            section="roles",
        )
    if found:
        yield view.overview(LIST, "roles", lambda: Content({"roles": doors(view, LIST)}))


def _route(view: View, name: str) -> Content:
    return Content({"route": route(view, name)}, crumbs=view.crumbs(path(name), (view.labels("roles"), LIST)))
