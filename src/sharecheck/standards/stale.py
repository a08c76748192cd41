"""Entries of the registers that were not looked up for a year: what a reviewer goes through next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sharecheck.model.base import Sourced, many
from sharecheck.model.calendar import years_later
from sharecheck.model.law import Provision, Source
from sharecheck.standards import PATHWAYS, catalogue, law, pathway, sources


def holds_from(as_of: date) -> date:
    """The first day on which what was looked up still holds on another day: for a year."""
    return years_later(as_of, -1)


@dataclass(frozen=True)
class Stale:
    """An entry of a register that is to be looked up."""

    id: str
    title: str
    checked: date | None
    """The day on which the entry was last looked up; None for one that never was."""
    where: str
    """Where to look."""


def stale(as_of: date) -> tuple[Stale, ...]:
    """The entries that were not looked up in the year before a day: the never looked up first, then the oldest."""
    found = (entry for entry in _entries() if entry.checked is None or entry.checked < holds_from(as_of))
    return tuple(sorted(found, key=lambda entry: (entry.checked or date.min, entry.id)))


def remembered() -> tuple[Provision, ...]:
    """The provisions with a first or a last day from memory: no rule makes more of them than information."""
    days = {provision.id: (provision.from_, provision.until) for provision in law().values()}
    return tuple(law()[id] for id in sorted(days) if any(day and day.known == "memory" for day in days[id]))


def _entries() -> Iterator[Stale]:
    entry: Provision | Source
    for entry in law().values():
        yield Stale(entry.id, entry.title, entry.checked, entry.source)
    for entry in sources().values():
        yield Stale(entry.id, entry.title, entry.checked, entry.url or "")


def standards_naming() -> Iterator[tuple[str, str]]:
    """The keys of the registers that the shipped standards name, each with which of them does."""
    for part in _parts():
        for whose, entry in part:
            for key in many(entry.source):
                yield key, whose


def _parts() -> Iterator[list[tuple[str, Sourced]]]:
    for name in PATHWAYS:
        national, whose = pathway(name), f"the pathway of {name.title()}"
        yield [(whose, entry) for entry in (*(national.events or ()), *(national.records or ()))]
        yield [(whose, entry) for transition in national.transitions or () for entry in (transition, *transition.needs)]
    words = catalogue()
    entries = (*(words.services or ()), *(words.items or ()), *(words.channels or ()), *(words.groups or ()))
    yield [("the catalogue", entry) for entry in entries]
