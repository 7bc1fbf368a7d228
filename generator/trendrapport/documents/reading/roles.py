"""A role to a document: all that the report asks of it."""

from __future__ import annotations

from trendrapport.documents.document import Asked, AskedBy, RoleDocument
from trendrapport.documents.reading.page_values import PageValues
from trendrapport.documents.reading.sections import card
from trendrapport.pages.analysis import roles
from trendrapport.pages.view import Value, View


def role_document(view: View, name: str) -> RoleDocument:
    """All that the report asks of a role."""
    role, page = view.report.config.taxonomies.roles[name], roles.path(name)
    values = PageValues(view, page, roles.route(view, name))
    return RoleDocument(
        role=name,
        label=role.label,
        title=view.labels("role_title", role=role.label),
        summary=role.explanation or view.labels("role_intro", role=role.label),
        reader=values["reader"] or "",
        language=view.labels.language,
        path=page,
        address=view.address(page),
        editions=tuple(_edition(values, group) for group in values["groups"]),
    )


def _edition(values: PageValues, group: Value) -> AskedBy:
    trends = tuple(Asked(card(values, trend), tuple(trend["actions"])) for trend in group["trends"])
    return AskedBy(group["name"], f"{group['actions']}, {group['counts']}", trends)
