"""When provisions are in force, and how much can be said about that."""

import calendar
from datetime import date

from sharecheck.finding import Severity
from sharecheck.model.base import Verified
from sharecheck.model.law import Known, Provision


def first_day(known: Known) -> date:
    """The first day of the day, the month or the year that is known."""
    year, month, day = (*map(int, known.on.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(known: Known) -> date:
    """The last day of the day, the month or the year that is known."""
    year, *rest = map(int, known.on.split("-"))
    month = rest[0] if rest else 12
    return date(year, month, rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1])


_BY_READING: dict[Verified, Severity] = {
    "yes": Severity.ERROR,
    "partly": Severity.WARNING,
    "no": Severity.INFORMATION,
}


def weight(provision: Provision) -> Severity:
    """How much can rest on what a provision says, by how much of it was read."""
    return ceiling(provision, _BY_READING[provision.verified])


def ceiling(provision: Provision, severity: Severity) -> Severity:
    """What can weigh as an error for law weighs as a warning for guidance, standards and templates."""
    law = provision.level in ("statute", "common-law")
    return severity if law or severity is not Severity.ERROR else Severity.WARNING
