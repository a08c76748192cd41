"""The open world: what can be said of a need where not all protocols are here.

More flows may exist than are seen. What is kept is kept. What would be kept if all others held everything from the
start may be kept by what is not seen: unknown. What would not be kept even then is a promise broken by the flows that
are meant for it, and unknown where none is. See `docs/method.md`.
"""

from dataclasses import replace

from sharecheck.network.children import happens
from sharecheck.network.currency import awaited
from sharecheck.network.evidence import counted
from sharecheck.network.facts import Arc, Need, Recording
from sharecheck.network.network import EMPTY_PART, Network, arc_without
from sharecheck.network.outcome import START
from sharecheck.network.timeline import TERM, Moment


def read_in_full(arc: Arc) -> Arc:
    """The arc as it is if what was not read of its text says that it is quick."""
    return arc_without(arc, "unread")


def outside(arc: Arc) -> bool:
    """Whether the arc leads from one party to another one, not from one service of a party to another."""
    return not arc.internal


def arcs_towards(network: Network, need: Need) -> tuple[Arc, ...]:
    """The arcs that lead to the party of a need with its item, those inside the party among them."""
    part = network.parts.get(need.fact.item, EMPTY_PART)
    return tuple(arc for arc in part.arcs if arc.head.party == need.fact.party)


def meant_arcs(network: Network, need: Need, arcs: tuple[Arc, ...]) -> tuple[Arc, ...]:
    """The arcs that are meant for a need, and those inside its party.

    Meant: the flow is meant for the transition, and goes out whenever its sender knows, or at an event that happens to
    each child by whom the need is judged and that can come before the need falls due. Nobody can promise what may be
    made only after that, and no flow brings what is made after the flow went out.
    """
    children = network.children(need)
    due = network.moments[need.event].start + need.plus
    made = network.moments.get(need.of or need.event, network.moments[need.event])

    def comes(event: str | None) -> bool:
        if event is None:
            return True
        moment = network.moments.get(event)
        if moment is None or (need.of in network.moments and moment.behind(made) < 0):
            return False  # it goes out before what is asked for is made
        return moment.start <= due and all(happens(moment, child) for child in children)

    early = need.of not in counted(need).silent(network.moments)  # what a visit makes is never in hand before the visit
    in_time = early and made.behind(network.moments[need.event]) <= need.plus  # else nobody could promise it

    def meant(arc: Arc) -> bool:
        return in_time and (arc.meant_for is None or need.transition in arc.meant_for) and comes(arc.event)

    return tuple(arc for arc in arcs if not outside(arc) or meant(arc))


def best_case(network: Network, need: Need, arcs: tuple[Arc, ...]) -> Network:
    """These arcs as they are if every party but that of the need holds everything from the start, and every change at
    once.

    Of an item that is made anew they hold what is asked for as soon as it was made. The recipient can tell, too, which
    child it is about: an identifier may always come by a protocol that is not seen.
    """
    item = need.fact.item
    own = network.parts.get(item, EMPTY_PART).recordings
    others = dict.fromkeys(arc.tail for arc in arcs if outside(arc))
    soonest = need.of if need.of is not None and need.of in network.moments else START
    return Network(
        {**network.moments, START: _start(network)},
        (
            *(recording for recording in own if recording.fact.party == need.fact.party),
            *(Recording(other, soonest, made=need.of) for other in others),
        ),
        tuple(replace(arc, matched=()) if arc.matched else arc for arc in arcs),
        (need,),
        sources={item: (frozenset(others),)} if any(awaited(network.sources, need)) else {},
    )


def _start(network: Network) -> Moment:
    """Before all that happens: the start of the pregnancy, or what comes before it."""
    first = min((moment.start for moment in network.moments.values()), default=0.0)
    return Moment(START, min(first, -TERM), min(first, -TERM))
