"""Ways to share a page and to report a mistake on it: addresses, and no buttons of other companies, so
that nobody else learns who reads it.
"""

from __future__ import annotations

from urllib.parse import quote

from trendrapport.model.config import Contact
from trendrapport.pages.view import Value, View


def sharing(view: View, title: str, page: str) -> Value:
    """A page's lasting address, a message that holds it, and where to report a mistake (None when the
    settings name no contact).
    """
    address, name = view.address(page), f"{title} - {view.report.config.title}"
    return {
        "address": address,
        "title": name,
        "mail": _mail("", name, address),
        "mistake": _mistake(view, view.report.config.contact, name, address),
    }


def _mistake(view: View, contact: Contact, name: str, address: str) -> str | None:
    subject = view.labels("mistake_subject", name=name)
    if contact.mistakes:
        form = contact.mistakes.replace("{title}", quote(subject, safe=""))
        return form.replace("{address}", quote(address, safe=""))
    if contact.email:
        return _mail(contact.email, subject, address)
    return contact.address


def _mail(to: str, subject: str, text: str) -> str:
    return f"mailto:{quote(to, safe='@')}?subject={quote(subject, safe='')}&body={quote(text, safe='')}"
