"""The milestones of a report as a calendar (iCalendar, RFC 5545), to subscribe to or to import.

An event is as long as what is known of its date: a year, a month or a day, each as whole days in no time
zone. Nothing in it depends on the day of the build.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from trendrapport.language.facts import within_sentence
from trendrapport.model.entries.milestones import Milestone
from trendrapport.pages.view import View
from trendrapport.report.report import Entry

PATH = "milestones.ics"
_LONGEST = 75
"""The most bytes on a line, its end left out (RFC 5545, 3.1)."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


def calendar(view: View, day: int) -> str:
    """The calendar; `day` (seconds since 1970) is when it was made, as each event has to say."""
    stamp = datetime.fromtimestamp(day, UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Trendrapport//Trendrapport//NL",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(_name(view))}",
    ]
    for milestone in sorted(view.report.of(Milestone), key=lambda one: (one.data.date, one.slug)):
        lines += _event(view, milestone, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _name(view: View) -> str:
    what = within_sentence(view.labels("milestones"), view.labels.language)
    return f"{view.report.config.title}: {what}"


def _event(view: View, milestone: Entry[Milestone], stamp: str) -> Iterator[str]:
    data = milestone.data
    page = view.address(view.path(milestone))
    first, after = span(data.date)
    yield "BEGIN:VEVENT"
    yield f"UID:{milestone.slug}@{urlsplit(view.report.config.address).hostname}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
    yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_text(data.title)}"
    description = f"{view.labels.date(data.date)}: {data.explanation}"
    yield f"DESCRIPTION:{_text(description)}\\n{_text(page)}"
    yield f"CATEGORIES:{_text(view.labels(f'milestone.{data.type}'))}"
    yield f"URL:{_one_line(data.address or page)}"
    yield "END:VEVENT"


def span(known: str) -> tuple[date, date]:
    """The first day of a year, a month or a day (ISO 8601), and the day after its last."""
    year, month, day = (*map(int, known.split("-")), 0, 0)[:3]
    if not month:
        return date(year, 1, 1), date(year + 1, 1, 1)
    if not day:
        _, days = monthrange(year, month)
        return date(year, month, 1), date(year, month, days) + timedelta(1)
    return date(year, month, day), date(year, month, day) + timedelta(1)


def _text(value: str) -> str:
    """A text in which no sign has a meaning."""
    plain = "".join(sign for sign in value if sign >= " " or sign == "\n")
    return plain.translate(_ESCAPED)


def _one_line(value: str) -> str:
    return "".join(sign for sign in value if sign > " ")


def _folded(line: str) -> str:
    """A line in parts of at most 75 bytes, between which no letter is cut."""
    parts: list[str] = []
    part, size = "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > _LONGEST:
            parts.append(part)
            part, size = " ", 1
        part += sign
        size += width
    return "\r\n".join([*parts, part])
