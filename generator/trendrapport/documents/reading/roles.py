"""A role to a document: all that the report asks of it."""

from __future__ import annotations

from dataclasses import replace

from trendrapport.documents.document import Asked, AskedBy, RoleDocument
from trendrapport.documents.reading.page_values import PageValues
from trendrapport.documents.reading.sections import card
from trendrapport.pages.analysis import roles
from trendrapport.pages.view import View


def role_document(view: View, name: str) -> RoleDocument:
    """All that the report asks of a role."""
    role, page = view.report.config.taxonomies.roles[name], roles.path(name)
    found = roles.route(view, name)
    values = PageValues(view, page, vars(found))
    return RoleDocument(
        role=name,
        label=role.label,
        title=view.labels("role_title", role=role.label),
        summary=role.explanation or view.labels("role_intro", role=role.label),
        reader=found.reader or "",
        language=view.labels.language,
        path=page,
        address=view.address(page),
        editions=tuple(_edition(values, group) for group in found.groups),
    )


def _edition(values: PageValues, group: roles.AskingEdition) -> AskedBy:
    trends = tuple(_asked(values, trend) for trend in group.trends)
    return AskedBy(group.name, f"{group.actions}, {group.counts}", trends)


def _asked(values: PageValues, trend: roles.AskingTrend) -> Asked:
    """A trend with its actions; its summary has no room beside them."""
    return Asked(replace(card(values, vars(trend)), summary=""), tuple(trend.actions))
