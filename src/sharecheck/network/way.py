"""The way of an item: the steps by which a label came to be, each with what stands in its way."""

from collections.abc import Iterator

from sharecheck.model.base import FORMS
from sharecheck.network.facts import IF_MATCHED, RANK, Arc, Fact
from sharecheck.network.outcome import Hop
from sharecheck.network.settle import Label
from sharecheck.network.spread import Lacking, Spread


def way(
    label: Label,
    run: Spread | None = None,
    below: Spread | None = None,
    lacking: Lacking = "nowhere",
    explained: frozenset[Fact] = frozenset(),
) -> Iterator[Hop]:
    """The steps of the way that a label has come, from the recording on.

    What is `lacking` in the run below is missing; `explained` are identifiers that were looked into already. The age of
    a step is that at which its party holds the item at the latest, also where it may come sooner by another way.
    """
    worst = 0
    for step in label.chain():
        arc = step.source if isinstance(step.source, Arc) else None
        worst = max(worst, RANK[step.source.form])
        missing = run.missing(step, below, lacking) if run and below else ()
        missed = run is not None and run.missed(step)
        found = dict.fromkeys(arc.barriers if arc else ())
        if arc and run and run.level < IF_MATCHED:
            for fact in (identifier for identifier in missing if identifier not in explained):
                known = run.matched(fact, arc.event or step.event)
                behind = way(known, run, below, lacking, explained | {fact})
                found |= dict.fromkeys(barrier for hop in behind for barrier in hop.barriers)
        sooner = run.age(step.fact) if run else None
        age = step.age if sooner is None else min(step.age, sooner)
        yield Hop(step.fact, age, step.source, FORMS[worst], missing, missed, tuple(found))
