"""Words for ages, spans of time, counts and lists: for messages and tables."""

from sharecheck.model.base import DAY, MONTH, WEEK
from sharecheck.network.timeline import TERM

SHORT = 6.0
"""Hours: what is shorter is told to the minute."""


def span(hours: float) -> str:
    """A length of time: `45 minutes`, `36 hours`, `12 days`, `6 weeks`, `9 months`, `2 years 3 months`.

    Minutes are given for what is shorter than `SHORT`.
    """
    minutes = round(hours * 60)
    if hours < SHORT and minutes % 60:
        hours_part = f"{count(minutes // 60, 'hour')} " if minutes > 60 else ""
        return hours_part + count(minutes % 60, "minute")
    if hours < 3 * DAY and hours % DAY:
        return count(round(hours), "hour")
    if hours < 3 * WEEK:
        return count(round(hours / DAY), "day")
    if hours < 5 * MONTH:
        return count(round(hours / WEEK), "week")
    months = round(hours / MONTH)
    if months < 24:
        return count(months, "month")
    years, rest = divmod(months, 12)
    return count(years, "year") + (f" {count(rest, 'month')}" if rest else "")


def count(number: int, unit: str) -> str:
    """A number of things: `1 need`, `3 needs`."""
    return f"{number} {unit}" + ("" if number == 1 else "s")


def age(hours: float) -> str:
    """A point in a child's life: `at birth`, `at 12 days`, `at 16 weeks of pregnancy`."""
    if hours < 0:
        return f"at {count(round((hours + TERM) / WEEK), 'week')} of pregnancy"
    return "at birth" if hours == 0 else f"at {span(hours)}"


def duration(hours: float) -> str:
    """The longest ISO 8601 duration that is no longer than this: `P5D`, `PT36H`, `PT45M`.

    The duration is in hours up to three days, and in minutes up to two hours.
    """
    if hours >= 3 * DAY or (hours >= DAY and hours % DAY == 0):
        return f"P{int(hours // DAY)}D"
    minutes = int(hours * 60 + 1e-6)  # hours are floats: a third of one is a little less than twenty minutes
    if 0 < minutes < 120 and minutes % 60:
        return f"PT{minutes}M"
    return f"PT{max(minutes // 60, 0)}H"


def listed(names: "list[str] | tuple[str, ...]", most: int = 3) -> str:
    """Names in backticks: `` `a`, `b` and 2 more ``."""
    return joined([f"`{name}`" for name in names], most)


def joined(texts: list[str], most: int = 3) -> str:
    """Texts as a list: `this, that and 2 more`."""
    shown = texts[:most]
    if len(texts) > most:
        return f"{', '.join(shown)} and {len(texts) - most} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def holder(party: str, service: str = "") -> str:
    """A party that holds something, with the service that does where it does several: `` `hp` (health visiting) ``."""
    return f"`{party}`" + (f" ({service_words(service)})" if service else "")


def service_words(service: str) -> str:
    """A service by its id, in words: `health visiting`."""
    return service.replace("-", " ")


def passed_inside(party: str, service: str) -> str:
    """That one service of a party tells another, or whoever is at its front door."""
    return f"it is passed on inside `{party}` to {service_words(service) or 'its other services'}"
