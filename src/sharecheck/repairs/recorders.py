"""Who could write an item down that nobody writes down in time: those who hand over, at events of their own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from sharecheck.changes.fitness import recordable
from sharecheck.model.base import many
from sharecheck.network import Moment, Need, Recording
from sharecheck.network.build import PARENT
from sharecheck.network.children import judged_children
from sharecheck.network.evidence import counted
from sharecheck.network.facts import RANK
from sharecheck.workspace import Area, Flow

_MOST_EVENTS = 2
"""Events of a party, the latest in time, at which the party could write something down."""


@dataclass(frozen=True, slots=True)
class Recorder:
    """A party that could write an item down at an event, in time for a need."""

    party: str
    item: str
    event: str


def _surely(event: Moment, needed: Moment) -> float:
    """By how many hours an event may come after the start of the window of the event at which something is needed."""
    return event.end - needed.start if event.id == needed.id else event.behind(needed)


@dataclass
class Recorders:
    """Who could write what down in an area; `flows` are those that can be changed."""

    area: Area
    flows: Sequence[Flow]

    def of(self, need: Need) -> Iterator[Recorder]:
        """Who could write an item down when nobody else does so in time or in a form that is good enough."""
        moments = self.area.network.moments
        item, evidence = need.fact.item, counted(need)
        silent = evidence.silent(moments)
        others = [recording for recording in self.of_item.get(item, ()) if recording.fact.party != need.fact.party]
        counting = [recording for recording in others if evidence.admits(recording, silent)]
        needed = moments[need.event]
        soon = [recording for recording in counting if moments[recording.event].behind(needed) <= need.plus]
        if any(RANK[recording.form] <= RANK[need.form] for recording in soon):
            return
        for recording in soon:
            yield Recorder(recording.fact.party, item, recording.event)
        for party in self._handing_over(need):
            own = [event for event in self._own.get(party, ()) if event not in silent and need.of in (None, event)]
            known = {
                event
                for event in own
                if self._born(item) <= moments[event].start
                and _surely(moments[event], moments[need.event]) <= need.plus
            }
            before = sorted(known, key=lambda event: (moments[event].end, event))
            for event in reversed(before[-_MOST_EVENTS:]):
                if recordable(self.area.parties[party], item, event, self.area) and not self._widens(item, event):
                    yield Recorder(party, item, event)

    @cached_property
    def of_item(self) -> Mapping[str, list[Recording]]:
        """By item what is written down as things are."""
        found: dict[str, list[Recording]] = {}
        for recording in self.area.network.recordings:
            found.setdefault(recording.fact.item, []).append(recording)
        return found

    @cached_property
    def _own(self) -> Mapping[str, dict[str, None]]:
        """The events at which each party writes something down."""
        found: dict[str, dict[str, None]] = {}
        for recording in self.area.network.recordings:
            found.setdefault(recording.fact.party, {})[recording.event] = None
        return found

    def _widens(self, item: str, event: str) -> bool:
        """Whether an item that is known of some children would be asked of others, were it written down then."""
        moments = self.area.network.moments
        recordings = self.area.network.parts[item].recordings if item in self.area.network.parts else ()
        known = tuple(dict.fromkeys(moments[recording.event].groups for recording in recordings))
        needs = {need.groups for need in self.area.network.needs if need.fact.item == item} if known else set()
        return any(
            judged_children(groups, known) != judged_children(groups, (*known, moments[event].groups))
            for groups in needs
        )

    def _born(self, item: str) -> float:
        """The age before which nobody can know an item: birth, where the item is about the child alone."""
        known = self.area.vocabulary.items.get(item)
        return 0.0 if known and set(many(known.about)) == {"child"} else -inf

    def _handing_over(self, need: Need) -> Iterable[str]:
        """The parties that hand over, or else those that send something to who has the need."""
        services = set(many(self.area.transitions[need.transition].from_))
        outside = (need.fact.party, PARENT)
        handing = [
            id
            for id, party in self.area.parties.items()
            if services & set(many(party.service)) and id not in outside and not party.elsewhere
        ]
        if handing:
            return handing
        sending = (party.id for flow in self.flows for party in flow.senders if need.fact.party in many(flow.shape.to))
        return dict.fromkeys(id for id in sending if id not in outside)
