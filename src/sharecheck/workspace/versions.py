"""Two versions of the same files: which area, protocol and flow of the one is which of the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from sharecheck.brief import brief
from sharecheck.model.base import Form
from sharecheck.network import Outcome
from sharecheck.workspace.area import Area
from sharecheck.workspace.context import Context
from sharecheck.workspace.flow import Carried, Flow
from sharecheck.workspace.protocol import Protocol
from sharecheck.workspace.workspace import Workspace

AreaKey = tuple[str, str]
"""The id of an area, and that of the protocol where it stands alone."""


class Key(NamedTuple):
    """What makes a need the same need in another network."""

    transition: str
    party: str
    item: str
    form: Form
    of: str = ""
    """The occasion on which the item has to be made, where it has to."""


KnownNeeds = Mapping[AreaKey, Mapping[Key, bool]]
"""The needs of which something is known, by area: whether each is surely kept, or known not to be."""


@brief
@dataclass(frozen=True, eq=False, repr=False)
class Versions:
    """Two versions; what has the same id is the same. What was withdrawn before is history."""

    before: Workspace
    after: Workspace
    recorded: KnownNeeds = field(default_factory=dict)
    """What was known of needs once, as a baseline has written it down."""

    @cached_property
    def known(self) -> KnownNeeds:
        """What was known of needs in the earlier version, or when a baseline was written; kept in one is kept."""
        earlier, recorded = known_needs(self.before), self.recorded
        both = {key: (earlier.get(key, {}), recorded.get(key, {})) for key in dict.fromkeys((*earlier, *recorded))}
        return {
            area: {key: known.get(key, False) or other.get(key, False) for key in dict.fromkeys((*known, *other))}
            for area, (known, other) in both.items()
        }

    @cached_property
    def areas(self) -> tuple[tuple[Area, Area], ...]:
        """The areas that are in both."""
        now = {area_key(area): area for area in self.after.areas}
        return tuple((area, now[area_key(area)]) for area in self.before.areas if area_key(area) in now)

    @property
    def areas_gone(self) -> tuple[Area, ...]:
        """The areas that only the old version has."""
        return _only(self.before, self.after)

    @property
    def areas_new(self) -> tuple[Area, ...]:
        """The areas that only the new version has."""
        return _only(self.after, self.before)

    @cached_property
    def protocols(self) -> tuple[tuple[Protocol, Protocol], ...]:
        """The protocols that are in both versions of their area; the later one may be withdrawn."""
        return tuple((protocol, later) for protocol, later in self._protocol_pairs if later is not None)

    @property
    def gone(self) -> tuple[tuple[Protocol, Area], ...]:
        """The protocols that only the old version of their area has, with the new one."""
        now: Mapping[Context, Area] = dict(self.areas)
        return tuple((protocol, now[protocol.area]) for protocol, later in self._protocol_pairs if later is None)

    @cached_property
    def flows(self) -> tuple[tuple[Flow, Flow], ...]:
        """The flows that are in both; one may have moved to another protocol of its area."""
        return tuple((flow, later) for flow, _, later in self._flows if later is not None)

    @property
    def carried(self) -> Iterator[tuple[Flow, Carried, Carried]]:
        """Each flow that is in both versions, as it is now, with each item that the flow carried and still carries."""
        for before, after in self.flows:
            now = {item.id: item for item in after.items}
            yield from ((after, item, now[item.id]) for item in before.items if item.id in now)

    @property
    def dropped(self) -> tuple[tuple[Flow, Protocol], ...]:
        """The flows that are in no protocol any more, though theirs is still there, with its later version."""
        return tuple(
            (flow, protocol)
            for flow, protocol, later in self._flows
            if later is None and protocol is not None and not protocol.withdrawn
        )

    @cached_property
    def _protocol_pairs(self) -> tuple[tuple[Protocol, Protocol | None], ...]:
        found: list[tuple[Protocol, Protocol | None]] = []
        for before, after in self.areas:
            now = {protocol.id: protocol for protocol in after.protocols}
            found += ((protocol, now.get(protocol.id)) for protocol in before.current)
        return tuple(found)

    @cached_property
    def _flows(self) -> tuple[tuple[Flow, Protocol | None, Flow | None], ...]:
        """Each flow of the old version, the later version of its protocol, and its own."""
        now: Mapping[Context, Mapping[tuple[str, str], Flow]] = {before: _by_id(after) for before, after in self.areas}
        return tuple(
            (flow, later, now[flow.area].get((protocol.id, flow.id)) or now[flow.area].get(("", flow.id)))
            for protocol, later in self._protocol_pairs
            for flow in protocol.personal_flows
        )


def area_key(area: Area) -> AreaKey:
    """What makes an area the same in both versions; several protocols alone may name one area that is not here."""
    return area.id, "" if area.shape else area.protocols[0].id


def known_needs(workspace: Workspace) -> KnownNeeds:
    """What is known of each need, by area."""
    return {
        area_key(area): {need_key(outcome): outcome.kept for outcome in area.outcomes if not outcome.unknown}
        for area in workspace.areas
    }


def need_key(outcome: Outcome) -> Key:
    """What makes the need of an outcome the same need in another network."""
    need = outcome.need
    return Key(need.transition, need.fact.party, need.fact.item, need.form, need.of or "")


def _only(version: Workspace, other: Workspace) -> tuple[Area, ...]:
    known = {area_key(area) for area in other.areas}
    return tuple(area for area in version.areas if area_key(area) not in known)


def _by_id(area: Area) -> Mapping[tuple[str, str], Flow]:
    """The flows by protocol and id; by id alone, where only one flow has that id: flows may move."""
    found = {(flow.protocol.id, flow.id): flow for flow in area.current_flows}
    alone: dict[str, list[Flow]] = {}
    for flow in area.current_flows:
        alone.setdefault(flow.id, []).append(flow)
    return found | {("", id): each[0] for id, each in alone.items() if len(each) == 1}
