"""Currency: whether what a party holds is no older than its need allows.

What is kept and has to be current is asked once more: a change so long before the need falls due is known when it falls
due. What is so then is so for each change after that, too; see `docs/method.md`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sharecheck.network.facts import Fact, Need, Recording
from sharecheck.network.network import EMPTY_PART, Network
from sharecheck.network.outcome import Outcome, worst_of

Source = frozenset[Fact]
"""Those who know of a change first, all at once."""


def sources(network: Network, need: Need) -> Iterator[Source]:
    """Where a change is known first of which the recipient of a need has to be told; none where nobody asks for it."""
    if need.current_within is not None:
        yield from (source for source in network.sources.get(need.fact.item, ()) if need.fact not in source)


def news(network: Network, need: Need, source: Source) -> Network:
    """How the news of a change spreads: the change comes as long before a need falls due as the need allows.

    What an event fires is sent once, and passes on no change.
    """
    assert need.current_within is not None, need
    hours = need.plus - need.current_within
    return Network(
        network.moments,
        tuple(Recording(fact, need.event, after=hours) for fact in sorted(source)),
        tuple(arc for arc in network.parts.get(need.fact.item, EMPTY_PART).arcs if arc.event is None),
    )


def dated(need: Need, tidings: Iterable[Outcome]) -> Outcome:
    """What becomes of a kept need, from what becomes of the news of a change at each source."""
    stale = [outcome for outcome in tidings if not outcome.kept]
    if not stale:
        return Outcome(need, "kept")
    worst = worst_of(stale)
    return replace(worst, need=need, kind="out-of-date", news=worst.kind)
