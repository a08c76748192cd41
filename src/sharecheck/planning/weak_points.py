"""What hangs by a thread: the kept needs that would not be kept without one flow, party, channel, post and so on.

A need that is kept without something is kept by a way that does not go through that thing. So only what lies on the way
that keeps the need can be its weak point, whichever of the ways that is. Each thing on such a way is taken out of the
part of the network concerned, once for all needs in question, and the part is run again (`docs/what-if.md`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sharecheck.brief import brief
from sharecheck.network import Need, NeedClassifier, Network
from sharecheck.network.facts import CERTAIN, IF_CONDITIONS
from sharecheck.network.proof import proof
from sharecheck.planning.element import KINDS, Element, HangsOn, Kind, hangs_on, party
from sharecheck.workspace import Area


@brief
@dataclass(frozen=True, slots=True, repr=False)
class WeakPoint:
    """Something without which needs are not kept.

    `recorded` are those of items that this party writes down itself: no other party knows, or knows in time. `sure` is
    false where they are not surely kept anyway: they hang on what this party does of its own accord.
    """

    element: Element
    needs: tuple[Need, ...]
    recorded: tuple[Need, ...] = ()
    sure: bool = True


def weak_points(area: Area, kinds: Iterable[Kind] = KINDS) -> tuple[WeakPoint, ...]:
    """The weak points of an area, those on which most critical needs hang first.

    On the parent, and on a post without cover, no need hangs that is surely kept. Their weak points are the needs that
    would be kept if all conditions came true, and not if theirs did not.
    """
    wanted = set(kinds)
    network = area.network
    known = hangs_on(area)
    kept = [outcome.need for outcome in area.outcomes if outcome.kept]
    recorders = {(recording.fact.party, recording.fact.item) for recording in network.recordings}
    found: list[WeakPoint] = []
    for element, needs in hanging(network, known, kept, kinds=wanted).items():
        own = tuple(need for need in needs if element.kind == "party" and (element.name, need.fact.item) in recorders)
        found.append(WeakPoint(element, tuple(need for need in needs if need not in own), own))
    hung = [
        outcome.need
        for outcome in area.outcomes
        if outcome.kind == "conditional" and not (outcome.unknown or outcome.late_by)
    ]
    for element, needs in hanging(network, known, hung, IF_CONDITIONS, wanted & {"parent", "post"}).items():
        found.append(WeakPoint(element, needs, sure=False))
    return tuple(sorted(found, key=_weight))


def hanging(
    network: Network,
    hangs_on: HangsOn,
    needs: Iterable[Need],
    level: int = CERTAIN,
    kinds: Iterable[Kind] = KINDS,
) -> Mapping[Element, tuple[Need, ...]]:
    """The needs among these that are met at a level, and are not without an element.

    That they hang on their own recipient, and on their own item, goes without saying.
    """
    ladder = NeedClassifier(network)
    wanted = frozenset(kinds)
    candidates: dict[Element, dict[Need, None]] = {}
    for need in dict.fromkeys(needs):
        proofs = (proof(*witness) for witness in ladder.witnesses(need, level))
        on_the_way = {element for each in proofs for label in each for element in hangs_on(label.source)}
        for element in on_the_way - {party(need.fact.party), Element("item", need.fact.item)}:
            if element.kind in wanted:
                candidates.setdefault(element, {})[need] = None
    found = {}
    for element in sorted(candidates):
        lost = _lost(network, hangs_on, element, tuple(candidates[element]), level)
        if lost:
            found[element] = lost
    return found


def without(network: Network, hangs_on: HangsOn, element: Element) -> Network:
    """The network without all that hangs on an element."""
    return replace(
        network,
        arcs=tuple(arc for arc in network.arcs if element not in hangs_on(arc)),
        recordings=tuple(recording for recording in network.recordings if element not in hangs_on(recording)),
    )


def _lost(
    network: Network, hangs_on: HangsOn, element: Element, needs: tuple[Need, ...], level: int
) -> tuple[Need, ...]:
    part = without(network.only(need.fact.item for need in needs), hangs_on, element)
    ladder = NeedClassifier(replace(part, needs=needs))
    return tuple(need for need in needs if not ladder.witnesses(need, level))


def _weight(point: WeakPoint) -> tuple[int, int, Element]:
    critical = sum(need.weight == "critical" for need in point.needs)
    return -critical, -len(point.needs), point.element
