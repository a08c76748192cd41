"""How a gap is told: whose, by when, on which way, what the gap means for a child and where to point."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import assert_never

from sharecheck import words
from sharecheck.document import Place
from sharecheck.explain.barriers import condition
from sharecheck.explain.kinds import AT_THE_EVENT
from sharecheck.explain.unknown import NO_WAY, NOT_HERE, not_known, onward
from sharecheck.network import Arc, Fact, Outcome
from sharecheck.network.facts import LEVEL, RANK, Barrier
from sharecheck.workspace import Area, Flow


class Gap:
    """An outcome in its area, in words and with places."""

    def __init__(self, area: Area, outcome: Outcome) -> None:
        self.area = area
        self.outcome = outcome
        self.need = outcome.need
        self.asked = area.pathway_need(outcome.need)
        self.transition = area.transitions[outcome.need.transition]

    @property
    def item(self) -> str:
        """The item, in backticks, with the occasion on which it has to be made."""
        return f"`{self.need.fact.item}`" + (f" of `{self.need.of}`" if self.need.of else "")

    @property
    def party(self) -> str:
        """The party that needs the item, in backticks, with the service that does where it does several."""
        return _holder(self.need.fact)

    @property
    def by(self) -> str:
        """By when the item is needed."""
        moment = self.area.network.moments[self.need.event]
        if self.need.plus:
            return f"{words.span(self.need.plus)} after `{self.need.event}`"
        return f"`{self.need.event}` ({words.age(moment.start)})"

    @cached_property
    def flow(self) -> Flow | None:
        """The flow of the step that goes wrong."""
        hop = self.outcome.blamed
        return self.area.flow_of(hop.via) if hop else None

    @property
    def barriers(self) -> tuple[Barrier, ...]:
        """What stands in the way on the whole way, the weightiest first."""
        every = dict.fromkeys(barrier for hop in self.outcome.hops for barrier in hop.barriers)
        return tuple(sorted(every, key=lambda barrier: -LEVEL[barrier.kind]))

    def hung(self, level: int) -> tuple[Barrier, Flow | None] | None:
        """What stands in the way at a level first, and the flow that it stands in.

        No flow of the way itself, when it hinders an identifier by which one of them is matched.
        """
        for hop in self.outcome.hops:
            if isinstance(hop.via, Arc):
                for barrier in hop.via.barriers:
                    if LEVEL[barrier.kind] == level:
                        return barrier, self.area.flow_of(hop.via)
        return next(((barrier, None) for barrier in self.barriers if LEVEL[barrier.kind] == level), None)

    @property
    def waits_for_identifiers(self) -> bool:
        """Whether the step that goes wrong takes longer than its flow, because the message cannot be filed sooner."""
        hop, at = self.outcome.blamed, self.outcome.blame
        if hop is None or not at or not isinstance(hop.via, Arc):
            return False
        event = hop.via.event
        sent = self.area.network.moments[event].end if event else self.outcome.hops[at - 1].age
        return hop.age > sent + hop.via.delay + 0.001

    @property
    def identifiers(self) -> str:
        """Help when what goes wrong is how an identifier gets there."""
        hop = self.outcome.blamed
        matched = sorted({fact.item for fact in hop.via.matched}) if hop and isinstance(hop.via, Arc) else []
        if self.flow is None or not matched:
            return f"agree who else tells {self.party} {self.item}, by a way that hangs on nothing"
        return f"mend the flow that brings {words.listed(matched)}, by which `{self.flow.id}` is matched"

    @property
    def untried(self) -> bool:
        """Whether some change was not tried for the gap, because that would have been too much work."""
        return self.area.mends.stopped(self.need)

    @property
    def still(self) -> str:
        """That a mend is not enough, if as much was tried as there is."""
        return "" if self.untried else f"; that alone is not enough{self.besides}"

    @property
    def besides(self) -> str:
        """What would still be wrong then: too late, or in a worse form."""
        outcome = self.outcome
        wrong = [f"up to {words.span(outcome.late_by)} late"] if outcome.late_by else []
        if outcome.form is not None and RANK[outcome.form] > RANK[self.need.form]:
            wrong.append(f"as {outcome.form} where {self.need.form} is needed")
        return f", and then {' and '.join(wrong)}" if wrong else ""

    @property
    def place(self) -> Place:
        """Where to point: the item in the flow that goes wrong, who records the item late, or who needs it."""
        hop = self.outcome.blamed
        if self.flow is not None and hop is not None and isinstance(hop.via, Arc):
            return self.flow.items[hop.via.step].place
        return self.place_of(hop.fact.party) if hop else self.party_place

    @property
    def party_place(self) -> Place:
        """Where the party that needs the item is declared."""
        return self.place_of(self.need.fact.party)

    def place_of(self, party: str) -> Place:
        """Where a party is declared; the area, for the parent."""
        placed = self.area.declarations.get(party)
        if placed is not None:
            return placed.place / "id"
        document = self.area.document or self.area.protocols[0].document
        return document.place / "id"

    @property
    def consequence(self) -> str:
        """What the gap means for a child."""
        item = self.area.vocabulary.items.get(self.need.fact.item)
        return self.asked.why or (item.if_missing if item else "the next service starts without it")

    @property
    def step_lines(self) -> tuple[str, ...]:
        """The way, a line for each step."""
        return tuple(step for _, step in self.steps())

    def steps(self) -> Iterator[tuple[Place | None, str]]:
        """The way step by step, with the place of each flow."""
        for hop in self.outcome.hops:
            at = f"up to {words.span(hop.age)} later" if self.outcome.news else f"{words.age(hop.age)} at the latest"
            flow = self.area.flow_of(hop.via)
            if isinstance(hop.via, Arc):
                inside = words.passed_inside(hop.fact.party, hop.fact.service)
                brought = f"`{flow.id}` brings it to {_holder(hop.fact)}" if flow else inside
                line = f"{brought}, {at}, {hop.form}"
                troubles = [condition(barrier) for barrier in hop.barriers]
                troubles += [f"{_holder(fact)} can be told `{fact.item}`" for fact in hop.missing]
                troubles += ["it is sent again, later"] if hop.missed else []
                place = flow.place / "id" if flow else None
                yield place, line + (f"; only if {' and '.join(troubles)}" if troubles else "")
            elif hop.assumed:
                yield None, f"{_holder(hop.fact)} may know it from the start: {NOT_HERE}"
            elif hop.changed:
                yield None, f"{_holder(hop.fact)} learns of a change of it"
            else:
                yield None, f"{_holder(hop.fact)} records it at `{hop.via.event}`, {at}, {hop.form}"
        for fact, age, standing in self.outcome.surest[:3]:
            held = f"{_holder(fact)} holds it, {words.age(age)} at the latest"
            held = f"{_holder(fact)} learns of a change of it" if self.outcome.news else held
            late = ", later than it is needed" if standing == "later" else ""
            leads = onward(self.area, self.outcome, fact.party)
            more = "" if self.outcome.unknown else f"; {leads}{f' to {self.party}' if leads == NO_WAY else ''}"
            yield None, f"{held}{late}{more}"
        if self.outcome.unknown and not self.outcome.hops:
            yield None, not_known(self.area, self.outcome)

    @property
    def held(self) -> str:
        """Who holds the item, as surely as anybody does: `` `maternity` and `gps` hold it ``."""
        holders = list(dict.fromkeys(_holder(holding.fact) for holding in self.outcome.surest))
        hold = "hold" if len(holders) > 1 else "holds"
        late = self.outcome.surest[0].standing == "later"
        return f"{words.joined(holders)} " + (f"surely {hold} it only later" if late else f"{hold} it")

    @property
    def about(self) -> tuple[str, ...]:
        """What makes this need the same one when files move: transition, party, form, the occasion if any, item."""
        occasion = (self.need.of,) if self.need.of else ()
        return self.need.transition, self.need.fact.party, self.need.form, *occasion, self.need.fact.item

    @property
    def becomes(self) -> str:
        """What becomes of a need: `` `maternity` holds it, and no way leads on ``; empty where it is kept."""
        outcome = self.outcome
        if outcome.unknown and outcome.kind == "out-of-date":
            return "nothing here says how soon a change of it is known"
        if outcome.unknown:
            return "nothing here says that it arrives"
        match outcome.kind:
            case "out-of-date":
                return self._of_change
            case "late":
                return f"up to {words.span(outcome.late_by)} late" if outcome.late_by else AT_THE_EVENT
            case "degraded":
                return f"only as {outcome.form}, where {self.need.form} is needed"
            case "undated" | "conditional" | "blocked":
                conditions = [condition(barrier) for barrier in self.barriers]
                only = f"only if {' and '.join(conditions)}" if conditions else "not surely"
                return f"{only}{self.besides}"
            case "mistimed":
                return f"sent before its sender knows it{self.besides}"
            case "unmatched":
                missing = sorted({fact.item for hop in outcome.hops for fact in hop.missing})
                return f"it cannot be filed without {words.listed(missing)}{self.besides}"
            case "not-shared":
                return f"{self.held}, and {onward(self.area, outcome, outcome.surest[0].fact.party)}"
            case "not-recorded":
                return "nobody writes it down"
            case "kept":
                return ""
            case _:
                assert_never(outcome.kind)

    @property
    def currency(self) -> str:
        """How soon a change has to be known."""
        return words.span(self.need.current_within or 0.0)

    @property
    def _of_change(self) -> str:
        """What becomes of the news of a change."""
        if self.outcome.news == "late":
            return f"{self.party} knows up to {words.span(self.outcome.hops[-1].age)} later"
        if not self.outcome.hops:
            return f"nothing tells {self.party}"
        told = replace(self.outcome, kind=self.outcome.news or "late", news=None)
        return f"{self.party} is told {Gap(self.area, told).becomes}"


def _holder(fact: Fact) -> str:
    return words.holder(fact.party, fact.service)
