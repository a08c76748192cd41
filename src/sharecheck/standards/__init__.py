"""The shipped standards: documents that an expert can review without reading Python, and their loader."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ryaml import loads  # type: ignore[attr-defined]  # it says `import a` for `import a as a`

from sharecheck.model import Catalogue, Clauses, Journey, Law, Pathway, Shape, Sources
from sharecheck.model.base import many
from sharecheck.model.catalogue import Body, Channel, Due, Group, Item, ItemRole, Sector, Service, ServiceRole
from sharecheck.model.clause import Clause
from sharecheck.model.law import Provision, Source
from sharecheck.model.party import PartyKind

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
    """What the national catalogue, and the local ones that add to it, name, and what rules ask of that.

    A local entry of the same id takes the place of a national one. What rules ask (roles, sector, `answers-with`,
    `due`, kinds of body) adds up instead, so that no rule falls silent because an entry was written once more.
    """

    def __init__(self, local: Iterable[Catalogue] = (), refused: Iterable[str] = ()) -> None:
        """`refused` are the texts of what may be further catalogues, and could not be understood."""
        self._refused = tuple(refused)
        catalogues = self._catalogues = (catalogue(), *local)
        self.services: Mapping[str, Service] = {
            service.id: service for each in catalogues for service in each.services or ()
        }
        self.items: Mapping[str, Item] = {item.id: item for each in catalogues for item in each.items or ()}
        self.channels: Mapping[str, Channel] = {
            channel.id: channel for each in catalogues for channel in each.channels or ()
        }
        self.groups: Mapping[str, Group] = {group.id: group for each in catalogues for group in each.groups or ()}

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

    def items_with(self, *roles: ItemRole) -> frozenset[str]:
        """The items with one of these roles, by their ids."""
        return frozenset(id for role in roles for id in self._items_by_role.get(role, ()))

    def chief_item(self, role: ItemRole) -> str:
        """The first item with a role, which is the national one."""
        return self._items_by_role[role][0]

    def services_with(self, role: ServiceRole) -> frozenset[str]:
        """The services with a role, by their ids."""
        return self._services_by_role.get(role, frozenset())

    def services_of(self, *sectors: Sector) -> frozenset[str]:
        """The services of these sectors, by their ids; the sector that is stated first holds."""
        return frozenset().union(*(self._services_by_sector.get(sector, ()) for sector in sectors))

    @cached_property
    def answers(self) -> Mapping[str, frozenset[str]]:
        """The items with which each service that children are referred to tells what came of it."""
        found: dict[str, frozenset[str]] = {}
        for service in self._every_service:
            if service.answers_with:
                found[service.id] = found.get(service.id, frozenset()) | {*many(service.answers_with)}
        return found

    @cached_property
    def due(self) -> Mapping[str, tuple[Due, ...]]:
        """By when items are to be with whom, in the order of the catalogues."""
        found: dict[str, tuple[Due, ...]] = {}
        for item in self._every_item:
            if item.due:
                found[item.id] = (*found.get(item.id, ()), *item.due)
        return found

    @cached_property
    def bodies(self) -> Mapping[PartyKind, Body]:
        """The kinds of body; of each property what is stated first holds."""
        found: dict[PartyKind, Body] = {}
        for body in (body for each in self._catalogues for body in each.bodies or ()):
            known = found.get(body.id)
            more = {key: value for key, value in body if known and value is not None and getattr(known, key) is None}
            found[body.id] = known.model_copy(update=more) if known else body
        return found

    @cached_property
    def _every_item(self) -> tuple[Item, ...]:
        return tuple(item for each in self._catalogues for item in each.items or ())

    @cached_property
    def _every_service(self) -> tuple[Service, ...]:
        return tuple(service for each in self._catalogues for service in each.services or ())

    @cached_property
    def _items_by_role(self) -> Mapping[ItemRole, tuple[str, ...]]:
        found: dict[ItemRole, dict[str, None]] = {}
        for item in self._every_item:
            roles: tuple[ItemRole, ...] = many(item.roles)
            for role in roles:
                found.setdefault(role, {})[item.id] = None
        return {role: tuple(ids) for role, ids in found.items()}

    @cached_property
    def _services_by_role(self) -> Mapping[ServiceRole, frozenset[str]]:
        found: dict[ServiceRole, frozenset[str]] = {}
        for service in self._every_service:
            roles: tuple[ServiceRole, ...] = many(service.roles)
            for role in roles:
                found[role] = found.get(role, frozenset()) | {service.id}
        return found

    @cached_property
    def _services_by_sector(self) -> Mapping[Sector, frozenset[str]]:
        first = {service.id: service.sector for service in reversed(self._every_service) if service.sector}
        found: dict[Sector, frozenset[str]] = {}
        for id, sector in first.items():
            found[sector] = found.get(sector, frozenset()) | {id}
        return found

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
    events = {event.id: event for layer in chain for event in layer.events or ()}
    transitions = {transition.id: transition for layer in chain for transition in layer.transitions or ()}
    records = tuple(record for layer in chain for record in layer.records or ())
    return local.model_copy(
        update={"events": tuple(events.values()), "transitions": tuple(transitions.values()), "records": records}
    )
