"""When the events of a pathway are planned, and the limits that the pathways that it extends set for them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sharecheck.model.pathway import Event, Pathway
from sharecheck.network.timeline import Moment, windows
from sharecheck.workspace.workspace import Workspace


def planned(pathway: Pathway, ids: Iterable[str]) -> Mapping[str, Moment]:
    """The moments of these events of a pathway; no others are worked out than those that they follow."""
    known = {event.id: event for event in pathway.events or ()}
    wanted: dict[str, Event] = {}
    for id in ids:
        following: str | None = id
        while following is not None and following in known and following not in wanted:
            wanted[following] = known[following]
            following = wanted[following].window.after
    return windows(wanted.values())


@dataclass(frozen=True, slots=True)
class Limit:
    """The wider window that a pathway sets for an event."""

    event: Event
    moment: Moment
    pathway: str

    def holds(self, moment: Moment) -> bool:
        """Whether a window stays within that of the limit."""
        return self.moment.start <= moment.start and moment.end <= self.moment.end


Limits = Mapping[str, tuple[Limit, ...]]
"""The limits of each event, those of the widest pathway first."""


def limits(workspace: Workspace) -> Mapping[str, Limits]:
    """For each local pathway, the limits of those that it extends; each pathway of a line is looked at once."""
    above: dict[str, Limits] = {}
    with_own: dict[str, Limits] = {}
    local = workspace.pathways
    for id in local:
        line: list[Pathway] = []
        for link in workspace.line(id):
            if link.id in with_own:
                break
            line.append(link)
        for link in reversed(line):
            inherited = with_own.get(link.extends or "", {})
            above[link.id] = inherited
            with_own[link.id] = _joined(inherited, _own(link))
    return {id: above[id] for id in local}


def _joined(inherited: Limits, own: Iterable[Limit]) -> Limits:
    """With those of its own that are narrower: who leaves a wider limit hears of the narrower one already."""
    joined = dict(inherited)
    for limit in own:
        others = joined.get(limit.event.id, ())
        if not any(limit.holds(other.moment) for other in others):
            joined[limit.event.id] = (*others, limit)
    return joined


def _own(pathway: Pathway) -> Iterator[Limit]:
    """The limits that a pathway sets; that of an event that follows another counts from the limit of the other."""
    events = [event.model_copy(update={"window": event.limit or event.window}) for event in pathway.events or ()]
    moments = windows(events)
    return (Limit(event, moments[event.id], pathway.id) for event in events if event.limit and event.id in moments)
