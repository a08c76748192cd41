"""All that a label rests on: its way, and the ways of the identifiers by which each step is filed."""

from collections.abc import Iterator

from sharecheck.network.facts import IF_MATCHED, Arc
from sharecheck.network.settle import Label
from sharecheck.network.spread import Spread


def proof(run: Spread, label: Label) -> tuple[Label, ...]:
    """The labels without any of which this label might not be there; the others of the run can go.

    Where an identifier is held by one label on the child's clock and by another on that of an event, both are among
    them: so none is missing, and some may be too many.
    """
    found: dict[int, Label] = {}
    waiting = [label]
    while waiting:
        step = waiting.pop()
        if id(step) in found:
            continue
        found[id(step)] = step
        if step.before is not None:
            waiting.append(step.before)
        waiting += _identifiers(run, step)
    return tuple(found.values())


def _identifiers(run: Spread, label: Label) -> Iterator[Label]:
    if not isinstance(label.source, Arc) or run.level >= IF_MATCHED:
        return
    for fact in label.source.matched:
        clocks = {event for event in (label.event, label.source.event) if event is not None}
        clocks.update(*(run.network.moments[event].earlier for event in tuple(clocks)))
        for number, other in enumerate(run.matching[fact]):
            if number == 0 or other.event is None or other.event in clocks:
                yield other
