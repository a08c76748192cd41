"""The shipped standards: documents that an expert can review without reading Python, and their loader."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ryaml import loads  # type: ignore[attr-defined]  # it says `import a` for `import a as a`

from sharecheck.model import Catalogue, Clauses, Journey, Law, Pathway, Shape, Sources
from sharecheck.model.catalogue import Channel, Group, Item, Service
from sharecheck.model.clause import Clause
from sharecheck.model.law import Provision, Source

if TYPE_CHECKING:
    from sharecheck.reading.spelling import Called

PATHWAYS = ("england", "wales")
"""The shipped pathways."""

_HERE = Path(__file__).parent

T = TypeVar("T", bound=Shape)


def _load(name: str, kind: type[T]) -> T:
    return kind.model_validate(loads((_HERE / name).read_text(encoding="utf-8")))


@cache
def catalogue() -> Catalogue:
    """The national catalogue of services, items, channels and groups."""
    return _load("catalogue.yaml", Catalogue)


@cache
def pathway(nation: str) -> Pathway:
    """The pathway of `england` or `wales`."""
    return _load(f"pathway-{nation}.yaml", Pathway)


@cache
def law() -> Mapping[str, Provision]:
    """The register of provisions, by id."""
    return {provision.id: provision for provision in _load("law.yaml", Law).provisions}


@cache
def sources() -> Mapping[str, Source]:
    """The register of sources, by id."""
    return {source.id: source for source in _load("sources.yaml", Sources).sources}


@cache
def clauses() -> tuple[Clause, ...]:
    """The clauses of a good agreement, in their order."""
    return _load("clauses.yaml", Clauses).clauses


@cache
def journeys() -> Mapping[str, Journey]:
    """The cast: the shipped journeys, by id."""
    names = sorted(path.name for path in (_HERE / "journeys").glob("*.yaml"))
    return {journey.id: journey for journey in (_load(f"journeys/{name}", Journey) for name in names)}


def _called(entries: Mapping[str, Service | Item | Channel | Group]) -> "Called":
    """What each other word stands for."""
    from sharecheck.reading.spelling import Called, flat  # where all names are known it is not needed

    same: dict[str, tuple[str, ...]] = {}
    part: dict[str, tuple[str, ...]] = {}
    for id, entry in entries.items():
        for found, words in ((same, entry.also_called or ()), (part, entry.includes or ())):
            for word in words:
                found[flat(word)] = (*found.get(flat(word), ()), id)
    return Called(same, part)


class Vocabulary:
    """What the national catalogue, and the local ones that add to it, name."""

    def __init__(self, local: Iterable[Catalogue] = (), refused: Iterable[str] = ()) -> None:
        """`refused` are the texts of what may be further catalogues, and could not be understood."""
        self._refused = tuple(refused)
        catalogues = (catalogue(), *local)
        self.services: Mapping[str, Service] = {one.id: one for each in catalogues for one in each.services or ()}
        self.items: Mapping[str, Item] = {one.id: one for each in catalogues for one in each.items or ()}
        self.channels: Mapping[str, Channel] = {one.id: one for each in catalogues for one in each.channels or ()}
        self.groups: Mapping[str, Group] = {one.id: one for each in catalogues for one in each.groups or ()}

    @cached_property
    def called(self) -> Mapping[str, "Called"]:
        """Other words for services, items, channels and groups, by the kind of thing."""
        return {
            "service": _called(self.services),
            "item": _called(self.items),
            "channel": _called(self.channels),
            "group": _called(self.groups),
        }

    @cached_property
    def special(self) -> frozenset[str]:
        """The items that are special category data, by their ids."""
        return frozenset(id for id, item in self.items.items() if item.special_category)

    @cached_property
    def offence(self) -> frozenset[str]:
        """The items that can be offence data, by their ids."""
        return frozenset(id for id, item in self.items.items() if item.offence)

    @cached_property
    def safeguarding(self) -> frozenset[str]:
        """The items on which a child's safety can hang from one day to the next, by their ids."""
        return frozenset(id for id, item in self.items.items() if item.safeguarding)

    def unread(self, channel: str) -> bool:
        """Whether nobody can say how a channel carries: what describes it, or may, could not be understood."""
        if not self._refused:
            return False
        here = re.compile(rf"""\bid["']?[ \t]*:\s*["']?{re.escape(channel)}(?![\w-])""")
        return channel not in self.channels or any(here.search(text) for text in self._refused)


def extended(local: Pathway, others: Mapping[str, Pathway]) -> Pathway:
    """A pathway with all that it extends: what it repeats by id takes the place of the other's.

    An unknown pathway, or a circle of them, ends the chain: a rule reports it.
    """
    chain, seen = [local], {local.id}
    while (name := chain[-1].extends) and name not in seen:
        following = others.get(name) or (pathway(name) if name in PATHWAYS else None)
        if following is None:
            break
        chain.append(following)
        seen.add(name)
    if len(chain) == 1:
        return local
    chain.reverse()
    events = {event.id: event for one in chain for event in one.events or ()}
    transitions = {transition.id: transition for one in chain for transition in one.transitions or ()}
    records = tuple(record for one in chain for record in one.records or ())
    return local.model_copy(
        update={"events": tuple(events.values()), "transitions": tuple(transitions.values()), "records": records}
    )
