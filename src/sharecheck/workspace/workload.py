"""The work that flows make: how many minutes a month each party spends on sending and on reading, by our estimates.

How often a flow is sent the flow says itself (`times-a-year`), or this follows from the births of the area and from how
often its event comes up for a thousand of them (`per-thousand-births` of the groups in the catalogue); a flow at an
event of every child is sent once a child. What is sent on every change counts as the most frequent of the events at
which its sender writes one of its items down, or, for a sender that only passes on, as the most frequent flow by which
an item comes in: rather too few than too many. A list is sent once a period, and read child by child. What is sent on
request, or looked up, is not counted: nobody knows how often; nor is what nothing sets off, what hangs on an event of
which nobody says how often it comes up, and what is sent on a change of which its sender never learns. Minutes are
those of the channel in the catalogue.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sharecheck.brief import brief
from sharecheck.model.base import HOUR, MONTH, many
from sharecheck.model.party import FAMILY
from sharecheck.network.build import PARENT
from sharecheck.network.nodes import sending_services
from sharecheck.workspace.area import Area
from sharecheck.workspace.flow import Flow

Work = Literal["sending", "reading"]
_THOUSAND = 1000


@brief
@dataclass(frozen=True, repr=False)
class Task:
    """What one flow asks of a party, in a month."""

    flow: Flow
    work: Work
    times: float
    minutes: float


class ChannelWork(NamedTuple):
    """What is asked of a party on one channel, in minutes a month."""

    channel: str
    sending: float
    reading: float


@brief
@dataclass(frozen=True, repr=False)
class Workload:
    """What all flows ask of a party in a month, in minutes, and what the party has; `None` where nobody has said."""

    party: str
    tasks: tuple[Task, ...]
    has: int | None

    @property
    def total(self) -> float:
        """Minutes a month for all tasks."""
        return sum(task.minutes for task in self.tasks)

    @property
    def too_much(self) -> bool:
        """Whether more is asked than the party has."""
        return self.has is not None and self.total > self.has

    def minutes(self, work: Work, channel: str | None = None) -> float:
        """Minutes a month for sending or for reading, of all channels or of one."""
        return sum(
            task.minutes
            for task in self.tasks
            if task.work == work and (channel is None or task.flow.shape.channel == channel)
        )

    @property
    def sending(self) -> float:
        """Minutes a month for sending."""
        return self.minutes("sending")

    @property
    def reading(self) -> float:
        """Minutes a month for reading."""
        return self.minutes("reading")

    @property
    def by_channel(self) -> tuple["ChannelWork", ...]:
        """The work on each channel, that which takes most time first."""
        return tuple(
            ChannelWork(channel, self.minutes("sending", channel), self.minutes("reading", channel))
            for channel in self.channels
        )

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels that the party uses, those that take most time first."""
        minutes: dict[str, float] = {}
        for task in self.tasks:
            channel = task.flow.shape.channel or ""
            minutes[channel] = minutes.get(channel, 0) + task.minutes
        return tuple(sorted(minutes, key=lambda channel: (-minutes[channel], channel)))

    @property
    def heaviest(self) -> tuple[Task, ...]:
        """Its tasks, those that take most time first."""
        return tuple(sorted(self.tasks, key=lambda task: -task.minutes))


def workloads(area: Area) -> tuple[Workload, ...]:
    """The workload of each party of an area but the parent and those elsewhere; none where its births are not known."""
    births = area.shape.births_a_year if area.shape else None
    if not births:
        return ()
    month = _Month(area, births / 12)
    tasks: dict[str, list[Task]] = {
        id: [] for id, party in area.parties.items() if id != PARENT and not party.elsewhere and party.kind != FAMILY
    }
    for flow in area.current_flows:
        for party, task in _tasks(flow, month):
            if party in tasks and task.times:
                tasks[party].append(task)
    has = {capacity.party: capacity.minutes_a_month for capacity in (area.shape and area.shape.capacity) or ()}
    return tuple(Workload(party, tuple(each), has.get(party)) for party, each in tasks.items())


def uncounted(area: Area) -> tuple[Flow, ...]:
    """The flows that are not counted, or not in full: by a channel without an estimate, or nobody says how often."""
    month = _Month(area, _THOUSAND)
    return tuple(flow for flow in area.current_flows if _minutes(flow) is None or not month.says_how_often(flow))


def _minutes(flow: Flow) -> tuple[int, int] | None:
    """Minutes to send and to read a flow once."""
    channel = flow.channel
    if channel is None or channel.minutes_to_send is None or channel.minutes_to_read is None:
        return None
    return channel.minutes_to_send, channel.minutes_to_read


def _tasks(flow: Flow, month: "_Month") -> Iterator[tuple[str, Task]]:
    minutes = _minutes(flow)
    if minutes is None:
        return
    sending, reading = minutes
    senders, recipients = many(flow.shape.from_), many(flow.shape.to)
    looked_for = bool(flow.channel and flow.channel.needs_looking)
    copies = 1 if looked_for else len(recipients)  # what is put in one place is put there once
    children = 0.0
    for sender in senders:
        share = 1 / len(senders)
        times = month.sent(flow, sender) * share * copies
        yield sender, Task(flow, "sending", times, times * sending)
        children += month.children(flow, sender) * share
    for recipient in recipients:
        yield recipient, Task(flow, "reading", children, children * reading)


class _Month:
    """How often things happen in an area in a month."""

    def __init__(self, area: Area, births: float) -> None:
        self._area, self._births = area, births
        self._groups = {event.id: frozenset({frozenset(many(event.applies_to))}) for event in area.pathway.events or ()}
        self._groups |= {id: moment.groups for id, moment in area.network.moments.items()}
        self._known: dict[tuple[Flow, str], float | None] = {}
        self._into: dict[str, list[Flow]] = {}
        for flow in area.current_flows:
            for recipient in many(flow.shape.to):
                self._into.setdefault(recipient, []).append(flow)

    def sent(self, flow: Flow, sender: str) -> float:
        """How often a party sends a flow to one recipient."""
        lists = [when.every for when in flow.when if when.every is not None]
        return sum(MONTH / max(every.hours, HOUR) for every in lists) + (0 if lists else self.children(flow, sender))

    def children(self, flow: Flow, sender: str) -> float:
        """About how many children a party tells of in a flow, each time counted."""
        return self._children_told_of(flow, sender) or 0

    def says_how_often(self, flow: Flow) -> bool:
        """Whether somebody says of all that sets a flow off how often that comes up."""
        if flow.shape.times_a_year is not None:
            return True
        often = [times for sender in many(flow.shape.from_) for times in self._set_off(flow, sender)]
        return bool(often) and None not in often

    def _children_told_of(self, flow: Flow, sender: str) -> float | None:
        """How many children a party tells of in a flow; None where nobody says how often."""
        if flow.shape.times_a_year is not None:
            return flow.shape.times_a_year / 12
        key = (flow, sender)
        if key not in self._known:
            self._known[key] = None  # what goes in a circle is not counted over and over
            often = [times for times in self._set_off(flow, sender) if times is not None]
            self._known[key] = sum(often) if often else None
        return self._known[key]

    def _set_off(self, flow: Flow, sender: str) -> Iterator[float | None]:
        """How often each thing that sets a flow off comes up; None where nobody says."""
        yield from (self._happens(when.event) for when in flow.when if when.event is not None)
        yield from (None for when in flow.when if when.on in ("request", "access"))
        if any(when.every is not None or when.on == "change" for when in flow.when):
            yield self._learned(flow, sender)

    def _happens(self, id: str) -> float | None:
        """How often an event comes up for the children in one of each of its sets of groups; None where nobody says."""
        if id not in self._groups:
            return None
        often = [self._estimated(groups) for groups in self._groups[id] if groups]
        known = [times for times in often if times is not None]
        return self._births * min(known, default=1) if len(known) == len(often) else None

    def _estimated(self, groups: Iterable[str]) -> float | None:
        """How often one of these groups comes up for each birth."""
        known = [group for name in groups if (group := self._area.vocabulary.groups.get(name))]
        often = [group.per_thousand_births for group in known if group.per_thousand_births is not None]
        return max(often) / _THOUSAND if often else None

    def _learned(self, flow: Flow, sender: str) -> float | None:
        """How often a party learns of one of the items of a flow that does more than identify the child."""
        items = {item.id for item in flow.items if not (item.item and item.item.identifier)} or {
            item.id for item in flow.items
        }
        party = self._area.parties.get(sender)
        services = sending_services(party, flow.shape, self._area.pathway) if party else ()
        events = [
            *(
                record.event
                for record in self._area.pathway.records or ()
                if record.service in services and items & {*record.items}
            ),
            *(record.event for record in (party.records if party else None) or () if items & {*record.items}),
        ]
        if events:
            return _most(self._happens(event) for event in events)
        return _most(self._arrives(before) for before in self._into.get(sender, ()) if items & before.carries)

    def _arrives(self, flow: Flow) -> float | None:
        senders = many(flow.shape.from_)
        often = [children for sender in senders if (children := self._children_told_of(flow, sender)) is not None]
        return sum(often) / len(senders) if often else None


def _most(often: Iterable[float | None]) -> float | None:
    return max((times for times in often if times is not None), default=None)
