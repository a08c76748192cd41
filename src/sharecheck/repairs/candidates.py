"""The changes that could close the gaps of an area, and the network that each of them would give.

What a change does to the network is not said here a second time: the flow is changed, the network is built from it by
the same code as ever, and what still stands in the way of an arc is looked up among the changes that take it away.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations
from typing import assert_never

from sharecheck import model
from sharecheck.changes import flows, others
from sharecheck.changes.change import Change
from sharecheck.changes.fitness import fit
from sharecheck.edit.shapes import applied
from sharecheck.model.base import Limit, many
from sharecheck.model.catalogue import Channel
from sharecheck.model.party import Party
from sharecheck.model.party import Recording as Own
from sharecheck.model.protocol import CarriedItem
from sharecheck.model.protocol import Flow as FlowShape
from sharecheck.network import Arc, Barrier, Need, NetworkInput, build
from sharecheck.network.children import Child
from sharecheck.network.facts import RANK
from sharecheck.network.mend import identifiers, only
from sharecheck.repairs.clock import UNHURRIED, Clock
from sharecheck.repairs.edits import Draft, Edit, opening
from sharecheck.repairs.new_flows import beside, best_channel, draft, drafted, placed
from sharecheck.repairs.potential import Chosen, Guarded, Noted, Potential, bits, undominated
from sharecheck.repairs.reach import NEAR, Reach, Scope
from sharecheck.repairs.settings import Settings
from sharecheck.workspace import Area, Flow


@dataclass(frozen=True, slots=True)
class Step:
    """An item of a changed flow, the change that it takes, and those that fill it in or let it pass a refusal."""

    carried: str | CarriedItem
    guard: Chosen
    always: Chosen | None
    refusal: Chosen | None


@dataclass(frozen=True, slots=True)
class Variant:
    """A flow as it would be with some changes; `limit` is the number of the change whose time limit it has."""

    flow: Flow
    shape: FlowShape
    guard: Chosen
    steps: tuple[Step, ...]
    limit: int | None = None


@dataclass
class Candidates:
    """The changes, by number, and what they give."""

    area: Area
    needs: tuple[Need, ...]
    settings: Settings
    scope: Scope = NEAR
    clock: Clock = UNHURRIED
    edits: list[Edit] = field(default_factory=list)
    variants: list[Variant] = field(default_factory=list)
    forbidden: int = 0
    """How many changes the settings left out."""

    def __post_init__(self) -> None:
        self._numbers: dict[str, Chosen | None] = {}
        self._reach = Reach(self.area, self.needs, self.scope, self.clock)
        for _, flow in self._reach.flows:
            self.clock.check()
            items, more = self._reach.carried(flow), self._reach.added(flow)
            if items or more:
                self.variants += self._variants(flow, items, more)
        self._noted = tuple(self._notes())
        for sender, recipient, items in self._reach.new():
            self.clock.check()
            self.variants += self._new(sender, recipient, items)

    @cached_property
    def potential(self) -> Potential:
        """The network of all that could be, at the shortest limits."""
        return self.with_limits({})

    def with_limits(self, limits: Mapping[int, Limit], chosen: Chosen | None = None) -> Potential:
        """The same with these time limits, by the number of the change; of some changes alone, where they are given."""
        network = self.area.network
        missed = self._reach.lacking
        there = [Guarded(arc, 0) for arc in network.arcs if not arc.barriers and arc.head.item in missed]
        there += [
            Guarded(arc, 0) for arc in network.identifiers.arcs if not arc.barriers and arc.head.item not in missed
        ]
        arcs = undominated((*there, *self._arcs(limits, chosen)), self.clock)
        recordings = tuple(Noted(recording, 0) for recording in network.recordings)
        noted = tuple(extra for extra in self._noted if chosen is None or not extra.guard & ~chosen)
        every = (*recordings, *noted)
        return Potential(network.moments, arcs, every, self.needs, self._children, self.clock, network.sources)

    @cached_property
    def _children(self) -> Mapping[Need, tuple[Child, ...]]:
        """The children by whom each need is judged, were all written down that could be."""
        noted = (extra.recording for extra in self._noted)
        most = replace(self.area.network, recordings=(*self.area.network.recordings, *noted))
        found: dict[Need, tuple[Child, ...]] = {}
        for need in self.needs:
            self.clock.check()
            found[need] = most.children(need)
        return found

    def _numbered(self, change: Change, draft: Draft | None = None) -> Chosen | None:
        """A change as a set of one; None where it is forbidden."""
        edit = Edit(change, self.settings.costs[change.kind], draft)
        if edit.id not in self._numbers:
            banned = bool(edit.names & self.settings.forbid)
            self.forbidden += banned
            proposed = not banned and fit(change, self.area)
            self._numbers[edit.id] = 1 << len(self.edits) if proposed else None
            if proposed:
                self.edits.append(edit)
        return self._numbers[edit.id]

    def _variants(self, flow: Flow, items: Sequence[str], more: Sequence[str]) -> Iterator[Variant]:
        """A flow with each set of the changes that touch all that it carries."""
        steps = tuple(self._steps(flow, items, more))
        if not steps:
            return
        changes = tuple(self._changes(flow))
        for size in range(len(changes) + 1):
            for some in combinations(changes, size):
                shape, guard, limit = flow.shape, 0, None
                for number, change in some:
                    shape = applied(shape, change.edits)
                    guard |= number
                    limit = number.bit_length() - 1 if change.kind == "limit" else limit
                yield Variant(flow, shape, guard, steps, limit)

    def _changes(self, flow: Flow) -> Iterator[tuple[Chosen, Change]]:
        """The changes of all that a flow carries that are not forbidden, each with its number."""
        for change in self._thought_of(flow):
            if (number := self._numbered(change)) is not None:
                yield number, change

    def _thought_of(self, flow: Flow) -> Iterator[Change]:
        shape, shortest, best = flow.shape, self.settings.shortest, self._channel
        if shape.within is None or shape.within.longest_hours > shortest.longest_hours:
            yield flows.limit(flow, str(shortest))
        if not any(when.on == "change" for when in flow.when):
            yield flows.trigger(flow, many(shape.from_)[0], besides=bool(flow.when))
        channel = flow.channel
        if channel is None:
            return
        worse = RANK[channel.form] > RANK[best.form] if best else False
        if best is not None and (worse or channel.carried_by_parent or channel.needs_looking):
            yield flows.channel(flow, best.id, best.form)
        if channel.needs_looking:
            yield flows.receipt(flow)

    def _steps(self, flow: Flow, items: Sequence[str], more: Sequence[str]) -> Iterator[Step]:
        asks = bool(flow.shape.agreement and flow.shape.agreement.ask)
        for index, carried in enumerate(flow.items):
            if carried.id not in items:
                continue
            always = None if carried.always else self._numbered(flows.always(flow, index))
            refusal = self._numbered(flows.refusal(flow, carried.id)) if asks else None
            yield Step((flow.shape.items or ())[index], 0, always, refusal)
            if carried.form is not None:
                change = flows.form(flow, index)
                if (better := self._numbered(change)) is not None:
                    yield Step((applied(flow.shape, change.edits).items or ())[index], better, always, refusal)
        for item in more:
            if (added := self._numbered(flows.item(flow, item))) is not None:
                yield Step(item, added, None, self._numbered(flows.refusal(flow, item)) if asks else None)

    def _new(self, sender: str, recipient: str, items: Sequence[str]) -> Iterator[Variant]:
        """A flow that is not there, with the items that it could bring."""
        notice = items[0] if items[0] in self.area.vocabulary.items_with("stops-contact") else ""
        shape, host = drafted(self.area, sender, recipient, self._channel, self.settings.shortest, self.needs, notice)
        place = host.place / "flows" if host else beside(self.area).place
        flow, where = others.new_flow(shape, place, host.id if host else None), draft(self.area, shape, host)
        if (number := self._numbered(flow, where)) is None:
            return
        more = ((item, self._numbered(others.new_item(flow, item), where)) for item in items)
        steps = tuple(Step(item, added, None, None) for item, added in more if added is not None)
        yield Variant(placed(self.area, shape, host), shape, number, steps, number.bit_length() - 1)

    @cached_property
    def _channel(self) -> Channel | None:
        return best_channel(self.area)

    def _notes(self) -> Iterator[Noted]:
        """What could be written down that is not, as the network makes recordings."""
        for recorder in self._reach.recorders:
            self.clock.check()
            placed, party = self.area.declarations.get(recorder.party), self.area.parties[recorder.party]
            number = self._numbered(others.record(placed, recorder.item, recorder.event)) if placed else None
            if number is not None:
                alone = party.model_copy(
                    update={"records": (Own(event=recorder.event, items=(recorder.item,)),), "service": ()}
                )
                for recording in build(self._local({recorder.party: alone}, ())).recordings:
                    yield Noted(recording, number)

    def _arcs(self, limits: Mapping[int, Limit], chosen: Chosen | None) -> Iterator[Guarded]:
        """The arcs of all variants, each with what it takes for nothing to stand in its way."""
        variants = [variant for variant in self.variants if chosen is None or not variant.guard & ~chosen]
        shapes = [(variant.flow.protocol.shape, self._shape(variant, limits)) for variant in variants]
        size = 200  # a network has a bound on its arcs
        for start in range(0, len(shapes), size):
            self.clock.check()
            for arc in build(self._local(self.area.parties, shapes[start : start + size])).arcs:
                variant = variants[start + arc.flow]
                if arc.internal or arc.step >= len(variant.steps):
                    continue
                for guard in self._cleared(variant, variant.steps[arc.step], arc):
                    needed = variant.guard | variant.steps[arc.step].guard | guard
                    if chosen is None or not needed & ~chosen:
                        bare = Arc(arc.tail, arc.head, arc.event, arc.delay, arc.form, -1, arc.step, arc.matched)
                        yield Guarded(bare, needed)

    def _shape(self, variant: Variant, limits: Mapping[int, Limit]) -> FlowShape:
        """The flow with the items of its steps, and then those that it is matched by, which may be left empty."""
        steps = tuple(step.carried for step in variant.steps)
        others = identifiers(variant.shape) - {item if isinstance(item, str) else item.item for item in steps}
        items = (*steps, *(only(variant.shape, others).items or ()))
        limit = limits.get(variant.limit) if variant.limit is not None else None
        return variant.shape.model_copy(update={"items": items, **({"within": limit} if limit else {})})

    def _cleared(self, variant: Variant, step: Step, arc: Arc) -> Iterator[Chosen]:
        """The sets of changes with each of which nothing stands in the way of an arc."""
        every = 0
        for barrier in arc.barriers:
            number = self._away(variant.flow, step, barrier)
            if number is None:
                return
            every |= number
        yield every

    def _away(self, flow: Flow, step: Step, barrier: Barrier) -> Chosen | None:
        """The changes that take away what stands in the way; None when none does."""
        match barrier.kind:
            case "filled-in" if barrier.item:
                index = next(index for index, carried in enumerate(flow.items) if carried.id == barrier.item)
                return self._numbered(flows.always(flow, index))
            case "filled-in":
                return step.always
            case "at-work":
                return self._numbered(flows.cover(flow))
            case "agrees":
                return step.refusal  # none where the no is respected
            case "draft" | "not-yet" | "expired" | "unsigned" | "unfunded":
                gate = opening(barrier, flow, self.area)
                return self._numbered(gate) if gate else None
            case "undated" | "unread" | "undescribed" | "carries" | "asks" | "looks" | "internal" | "withdrawn":
                return None
            case _:
                assert_never(barrier.kind)

    def _local(self, parties: Mapping[str, Party], flows: Sequence[tuple[model.Protocol, FlowShape]]) -> NetworkInput:
        ended = {id: stream.shape.until for id, stream in self.area.funding.items() if stream.shape.until}
        channels, complete = self.area.vocabulary.channels, self.area.complete
        return NetworkInput(
            parties, flows, self._pathway, channels, ended, complete, self.area.as_of, self.area.undescribed
        )

    @cached_property
    def _pathway(self) -> model.Pathway:
        """The events alone: what is built here needs no more."""
        return self.area.pathway.model_copy(update={"records": (), "transitions": ()})

    def named(self, chosen: Chosen) -> tuple[Edit, ...]:
        """The changes of a set."""
        return tuple(self.edits[number] for number in bits(chosen))


def candidates(area: Area, needs: tuple[Need, ...], settings: Settings, clock: Clock = UNHURRIED) -> Candidates:
    """The changes that could close these gaps, as few as are likely to do; `TimeUp` when the clock says so.

    First those of flows that carry what is missed, and one more flow on its way; where that closes a gap nowhere near,
    two more flows; and only where no flow that is there could bring it, a new one.
    """
    found, scope = Candidates(area, needs, settings, clock=clock), NEAR
    missed = _missed(found)
    for early in (False, True):
        if missed:
            wider = Candidates(area, needs, settings, Scope(missed, early=early), clock)
            still = _missed(wider)
            if still < missed:
                found, scope, missed = wider, Scope(missed - still, early=early), still
    return Candidates(area, needs, settings, replace(scope, new=missed), clock) if missed else found


def _missed(found: Candidates) -> frozenset[str]:
    """The items of needs that all changes together do not meet."""
    potential = found.potential
    return frozenset(need.fact.item for need in potential.needs if not potential.meets(need, potential.all))
