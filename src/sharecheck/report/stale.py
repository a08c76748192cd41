"""What of the registers is to be looked up again, with who names it, for `sharecheck rules --stale`."""

from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import wrap

from sharecheck.report.style import BOLD, DIM, YELLOW, Style
from sharecheck.rule import Rule
from sharecheck.standards import law, sources
from sharecheck.standards.stale import Stale, holds_from, remembered, stale, standards_naming


def render(as_of: date, rules: Iterable[Rule], style: Style) -> str:
    """The entries not looked up in the year before a day, and the days that are known from memory only."""
    resting: dict[str, list[str]] = {}
    named = [(key, rule.id) for rule in rules for key in rule.sources]
    for key, by in dict.fromkeys((*named, *standards_naming())):
        resting.setdefault(key, []).append(by)
    return "\n".join(_lines(as_of, resting, style)) + "\n"


def _lines(as_of: date, resting: dict[str, list[str]], style: Style) -> Iterator[str]:
    entries, since = stale(as_of), holds_from(as_of)
    of = f"of {len(law())} provisions and {len(sources())} sources"
    if not entries:
        yield style.paint(f"none {of} is older than {since}", BOLD)
    else:
        verb = "was" if len(entries) == 1 else "were"
        yield style.paint(f"{len(entries)} {of} {verb} not looked up since {since}", BOLD)
    for entry in entries:
        yield ""
        yield from _entry(entry, resting.get(entry.id, []), style)
    memory = remembered()
    if memory:
        yield ""
        yield style.paint("days that are known from memory only, on which no error can rest", BOLD)
    for provision in memory:
        days = {"from": provision.from_, "until": provision.until}
        dates = ", ".join(f"{key} {day.on}" for key, day in days.items() if day and day.known == "memory")
        yield from _paragraph(
            f"{provision.id}  {provision.citation}: {dates}; {_named(resting.get(provision.id, []))}", style
        )


def _entry(entry: Stale, by: list[str], style: Style) -> Iterator[str]:
    when = f"looked up on {entry.checked}" if entry.checked else "never looked up"
    yield f"{style.paint(entry.id, YELLOW)}  {when}"
    yield from _paragraph(entry.title, style)
    yield from _paragraph(_named(by), style)
    if entry.where:
        yield style.paint(f"  {entry.where}", DIM)


def _named(by: list[str]) -> str:
    return f"named by {', '.join(by)}" if by else "named by no rule and no standard"


def _paragraph(text: str, style: Style) -> list[str]:
    return wrap(text, style.width, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
