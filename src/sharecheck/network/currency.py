"""Currency: whether what a party holds is no older than its need allows.

What is kept and has to be current is asked once more: a change so long before the need falls due is known when it falls
due. What is so then is so for each change after that, too; see `docs/method.md`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sharecheck.network.facts import Need, Recording
from sharecheck.network.network import Part, Source, Sources
from sharecheck.network.outcome import Outcome, worst_of


def awaited(sources: Sources, need: Need) -> Iterator[Source]:
    """The sources of whose changes the recipient of a need has to be told; none where nobody asks for that."""
    if need.current_within is not None:
        yield from (source for source in sources.get(need.fact.item, ()) if need.fact not in source)


def news(part: Part, need: Need, source: Source) -> Part:
    """How the news of a change spreads in the part of an item: it comes as long before a need as the need allows.

    What an event fires is sent once, and passes on no change.
    """
    assert need.current_within is not None, need
    hours = need.plus - need.current_within
    changes = [Recording(fact, need.event, change=hours) for fact in sorted(source)]
    return Part(changes, [arc for arc in part.arcs if arc.event is None])


def dated(need: Need, tidings: Iterable[Outcome]) -> Outcome:
    """What becomes of a kept need, from what becomes of the news of a change at each source."""
    stale = [outcome for outcome in tidings if not outcome.kept]
    if not stale:
        return Outcome(need, "kept")
    worst = worst_of(stale)
    start = worst.hops[0].age if worst.hops else 0.0
    return replace(
        worst,
        need=need,
        kind="out-of-date",
        news=worst.kind,
        hops=tuple(replace(hop, age=hop.age - start) for hop in worst.hops),
        holders=tuple(holder._replace(age=0.0) for holder in worst.holders),
    )
