"""The spread and the truth again, written apart from `sharecheck.network.spread`, for small networks only.

`settled` is the same lattice of bounds, by plain loops until nothing changes. `replay` is one child: each event has
happened at one hour, and what is held is followed instant by instant. `worst` asks every replay at the ends of the
windows.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import product
from math import inf

from sharecheck.network import KINDS, Arc, Fact, Moment, Need, Network, Outcome, Recording
from sharecheck.network.facts import CERTAIN, IF_CONDITIONS, IF_DATED, IF_IN_FORCE, IF_MATCHED, IF_REPEATED, RANK, WORST

Bounds = Mapping[Fact, Mapping[str | None, float]]
"""For each fact the hours at the latest on each clock: None starts at birth, each other one at its event."""

LEVELS = {
    IF_DATED: "undated",
    IF_CONDITIONS: "conditional",
    IF_IN_FORCE: "blocked",
    IF_REPEATED: "mistimed",
    IF_MATCHED: "unmatched",
}


def settled(network: Network, level: int, rank: int, filing: Network | None = None) -> Bounds:
    """The least bounds of all facts that are ever held; in `filing` identifiers travel, where not in the network."""
    matching = settled(filing or network, level, WORST) if filing or rank < WORST else None
    clocks = (None, *network.moments)
    never = dict.fromkeys(clocks, inf)
    held: dict[Fact, dict[str | None, float]] = {}

    def ordered(bound: dict[str | None, float]) -> dict[str | None, float]:
        """What is known after an event by what is known after those that always come before that event."""
        known = {
            id: [bound[first] - hours for first, hours in moment.earlier.items()]
            for id, moment in network.moments.items()
        }
        return {clock: min([hours, *known.get(clock or "", ())]) for clock, hours in bound.items()}

    def happened(moment: Moment, after: float = 0.0) -> dict[str | None, float]:
        return ordered(
            {
                clock: after
                + (
                    moment.end
                    if clock is None
                    else 0.0
                    if clock == moment.id
                    else moment.end - network.moments[clock].start
                )
                for clock in clocks
            }
        )

    def learn(fact: Fact, bound: Mapping[str | None, float]) -> bool:
        before = held.get(fact, never)
        after = ordered({clock: min(before[clock], bound[clock]) for clock in clocks})
        if after == before:
            return False
        held[fact] = after
        return True

    def identifiers(facts: list[Fact]) -> list[Mapping[str | None, float]]:
        if level >= IF_MATCHED:
            return []
        return [(held if matching is None else matching).get(fact, never) for fact in facts]

    def later(bounds: list[Mapping[str | None, float]]) -> dict[str | None, float]:
        return {clock: max(bound[clock] for bound in bounds) for clock in clocks}

    def handed_on(arc: Arc) -> dict[str | None, float]:
        mine = [fact for fact in arc.matched if fact.party == arc.tail.party]
        theirs = [fact for fact in arc.matched if fact.party != arc.tail.party]
        sent = later([held.get(arc.tail, never), *identifiers(mine)])
        if arc.event is not None:
            if level < IF_REPEATED and sent[arc.event] > 0:
                return never
            sent = later([sent, happened(network.moments[arc.event])]) if sent[None] < inf else never
            if level < IF_REPEATED:
                sent = happened(network.moments[arc.event])
        arrived = {clock: bound + arc.delay for clock, bound in sent.items()}
        return later([arrived, *identifiers(theirs)])

    changed = True
    while changed:
        changed = False
        for recording in network.recordings:
            if RANK[recording.form] <= rank:
                changed |= learn(recording.fact, happened(network.moments[recording.event], recording.change or 0.0))
        for arc in network.arcs:
            if arc.level <= level and RANK[arc.form] <= rank:
                changed |= learn(arc.head, handed_on(arc))
    return held


def replay(
    network: Network,
    level: int,
    rank: int,
    at: Mapping[str, float],
    delays: Mapping[int, float] | None = None,
    filing: Network | None = None,
    in_force: Callable[[Arc, float], bool] = lambda _, __: True,
) -> Mapping[Fact, float]:
    """When each fact comes to hold for a child whose events happen at these hours.

    `delays` are the hours that the flows really take; as long as they may where not given. In `filing` identifiers
    travel, in whichever form; in the network itself where not given. A flow that is not `in_force` at the hour at which
    it is set off is not sent, then or later.
    """
    held: dict[Fact, float] = {}
    apart = filing is not None or rank < WORST
    known = replay(filing or network, level, WORST, at, delays, None, in_force) if apart else held
    arcs = [arc for arc in network.arcs if arc.level <= level and RANK[arc.form] <= rank]
    sent: dict[int, float] = {}  # by flow, when it arrives
    filed: set[int] = set()

    def know(party: str, arc: Arc, now: float) -> bool:
        mine = (fact for fact in arc.matched if (fact.party == arc.tail.party) == (party == arc.tail.party))
        return level >= IF_MATCHED or all(known.get(fact, inf) <= now for fact in mine)

    def fires(arc: Arc, now: float) -> bool:
        if arc.event is None or (level >= IF_REPEATED and at[arc.event] <= now):
            return True
        return at[arc.event] == now

    instants = set(at.values()) | set(known.values())
    past = -inf
    while coming := [instant for instant in instants if instant > past]:
        now = past = min(coming)
        for recording in network.recordings:
            if at[recording.event] == now and RANK[recording.form] <= rank:
                held.setdefault(recording.fact, now)
        before = None
        while before != (before := (len(held), len(sent))):  # until nothing more happens at this instant
            for arc in arcs:
                if arc.flow not in sent and arc.tail in held and fires(arc, now) and know(arc.tail.party, arc, now):
                    sent[arc.flow] = inf
                    if in_force(arc, now):
                        sent[arc.flow] = now + (arc.delay if delays is None else delays[arc.flow])
                        instants.add(sent[arc.flow])
                if sent.get(arc.flow, inf) <= now and arc.flow not in filed and know(arc.head.party, arc, now):
                    filed.add(arc.flow)
                    held.setdefault(arc.head, now)
    return held


def ends(network: Network) -> Iterator[dict[str, float]]:
    """Every way to put each event at the one end of its window or the other; what the order forbids is skipped.

    Where an order ties events, also as near to the end of another window as the order lets them come.
    """
    moments = network.moments
    corners = {id: {moment.start, moment.end} for id, moment in moments.items()}
    near = {id: set(each) for id, each in corners.items()}
    for then in moments.values():
        for first, hours in then.earlier.items():
            near[first] |= {age - hours for age in corners[then.id]}
            near[then.id] |= {age + hours for age in corners[first]}
    within = [sorted(age for age in near[id] if one.start <= age <= one.end) for id, one in moments.items()]
    for found in product(*within):
        at = dict(zip(moments, found, strict=True))
        if in_order(network, at):
            yield at


def in_order(network: Network, at: Mapping[str, float]) -> bool:
    """Whether no event comes sooner than its order says."""
    return all(
        at[then.id] >= at[first] + hours for then in network.moments.values() for first, hours in then.earlier.items()
    )


def worst(network: Network, level: int, rank: int, filing: Network | None = None) -> Mapping[tuple[Fact, str], float]:
    """For each fact and event the most hours after the event at which it comes to hold, over all ends of windows."""
    facts = {arc.head for arc in network.arcs} | {recording.fact for recording in network.recordings}
    found = dict.fromkeys(product(facts, network.moments), -inf)
    for at in ends(network):
        held = replay(network, level, rank, at, filing=filing)
        for fact, event in found:
            found[fact, event] = max(found[fact, event], held.get(fact, inf) - at[event])
    return found


def lucky(network: Network, level: int, rank: int, filing: Network | None = None) -> frozenset[int]:
    """The flows whose event finds the sender ready in some replays at the ends of the windows and not in others."""
    if level >= IF_REPEATED:
        return frozenset()
    ready: dict[int, set[bool]] = {}
    for at in ends(network):
        held = replay(network, level, rank, at, filing=filing)
        known = held if rank == WORST else replay(filing or network, level, WORST, at)
        for arc in network.arcs:
            if arc.event is not None and arc.level <= level and RANK[arc.form] <= rank:
                mine = (known.get(fact, inf) for fact in arc.matched if fact.party == arc.tail.party)
                by = max([held.get(arc.tail, inf), *mine])
                ready.setdefault(arc.flow, set()).add(by <= at[arc.event])
    return frozenset(flow for flow, answers in ready.items() if len(answers) == 2)


def without_luck(network: Network, level: int, rank: int, filing: Network | None = None) -> Network:
    """The network without the flows that carry by luck, again and again until what is left carries always or never."""
    while found := lucky(network, level, rank, filing):
        network = replace(network, arcs=tuple(arc for arc in network.arcs if arc.flow not in found))
    return network


def told(outcome: Outcome) -> str:
    """The kind of an outcome, with that of the news where it is out of date."""
    return f"{outcome.kind}, {outcome.news}" if outcome.news else outcome.kind


def news(network: Network, need: Need, source: frozenset[Fact]) -> Network:
    """Where only a change of an item happens, as long before a need falls due as the need allows."""
    assert need.current_within is not None
    after = need.plus - need.current_within
    return replace(
        network,
        recordings=tuple(Recording(fact, need.event, change=after) for fact in source),
        arcs=tuple(arc for arc in network.arcs if arc.event is None and arc.head.item == need.fact.item),
    )


def out_of_date(network: Network, need: Need) -> tuple[str, float] | None:
    """What becomes of the news of a change where it goes worst, and by how many hours it is late; None: it is in time.

    The kind is told with that of the news: `out-of-date, late`.
    """
    if need.current_within is None:
        return None
    plain = replace(need, current_within=None)
    places = [source for source in network.sources.get(need.fact.item, ()) if need.fact not in source]
    found = [outcome(news(network, need, source), plain, network) for source in places]
    kind, late = max(found, key=lambda each: (KINDS.index(each[0]), each[1]), default=("kept", 0.0))
    return None if kind == "kept" else (f"out-of-date, {kind}", late)


def outcome(network: Network, need: Need, filing: Network | None = None) -> tuple[str, float]:
    """The kind of a need and by how many hours it is late, as `docs/method.md` defines them."""
    rank = RANK[need.form]

    @cache
    def late(level: int, least: int) -> float:
        found = settled(network, level, least, filing).get(need.fact)
        return found[need.event] - need.plus if found else inf

    if late(CERTAIN, rank) <= 0:
        return out_of_date(network, need) or ("kept", 0.0)
    own = [network.moments[one.event] for one in network.recordings if one.fact == need.fact]
    if own:
        others = tuple(recording for recording in network.recordings if recording.fact != need.fact)
        told = outcome(replace(network, recordings=others), need)
        in_time = any(one.id == need.event or one.end <= network.moments[need.event].start + need.plus for one in own)
        return ("degraded", 0.0) if in_time and told[0] != "late" else told
    if late(CERTAIN, rank) < inf:
        return "late", late(CERTAIN, rank)
    worse = range(rank + 1, WORST + 1)
    in_time = [("degraded", CERTAIN, least) for least in worse] + [
        (kind, level, rank) for level, kind in LEVELS.items()
    ]
    levels = {CERTAIN: "degraded", **LEVELS}
    ever = [(kind, level, least) for level, kind in levels.items() for least in (rank, *worse)]
    for kind, level, least in in_time:
        if late(level, least) <= 0:
            return kind, 0.0
    for kind, level, least in ever:
        if late(level, least) < inf:
            return kind, max(late(level, least), 0.0)
    shared = any(fact.item == need.fact.item for fact in settled(network, IF_MATCHED, WORST, filing))
    return "not-shared" if shared else "not-recorded", 0.0
