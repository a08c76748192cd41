"""The plan: the cheapest changes that close the gaps of an area, what each closes, and what is proved of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from math import inf
from typing import Literal, TypeVar

from sharecheck import words
from sharecheck.brief import brief
from sharecheck.changes.fitness import decided, fit
from sharecheck.changes.flows import with_limit
from sharecheck.model.base import Duration
from sharecheck.network import Need, Outcome
from sharecheck.network.coverage import WEIGHTS
from sharecheck.network.facts import WORST
from sharecheck.network.settle import AT_ONCE, hours_after
from sharecheck.repairs.candidates import Candidates, candidates
from sharecheck.repairs.clock import Clock, TimeUp
from sharecheck.repairs.edits import Edit
from sharecheck.repairs.hitting import Landmarks, Search
from sharecheck.repairs.potential import Chosen, Potential, bits
from sharecheck.repairs.prune import Pruned, pruned
from sharecheck.repairs.settings import Settings
from sharecheck.workspace import Area, Flow

LIMITS = tuple(map(Duration, ("PT4H", "PT8H", "P1D", "P2D", "P3D", "P5D", "P1W", "P10D", "P2W", "P3W", "P4W")))
"""Time limits that people agree on; of a change of one, the longest that still meets the needs is proposed."""

T = TypeVar("T")

Proof = Literal["least", "most", "unproved"]
"""`least`: no cheaper set of these changes closes the gaps; `most`: none within the budget closes more."""


RESPECTED = "a parent's no to it is respected: a decision that was taken, and nothing to mend"
"""Why no change closes a gap that a refusal leaves; such gaps are counted apart."""
_UNASKED = "time was up before it was clear why"


@brief
@dataclass(frozen=True, slots=True, repr=False)
class Step:
    """A change, and the needs that would not be met without it."""

    edit: Edit
    closes: tuple[Need, ...]


@brief
@dataclass(frozen=True, repr=False)
class Plan:
    """What to change in an area.

    `gaps` are the needs that were to be met. `bound` is the least that closing all that can be closed costs (with a
    budget: the most weight of needs that can be met), `unavoidable` for each gap changes of which one at least is in
    every repair made of those that were thought of; `hopeless` are the gaps that no change closes, each with why;
    `open` are those that could be closed and are not; `considered` is the number of changes that were thought of.
    """

    area: Area
    gaps: tuple[Outcome, ...]
    steps: tuple[Step, ...]
    bound: int
    proof: Proof
    unavoidable: Mapping[Need, tuple[Edit, ...]]
    hopeless: Mapping[Need, str]
    open: tuple[Need, ...]
    considered: int
    budget: int | None = None

    @property
    def cost(self) -> int:
        """What the changes cost together."""
        return sum(step.edit.cost for step in self.steps)

    @property
    def decided(self) -> tuple[Need, ...]:
        """The gaps that a parent's no leaves which is respected."""
        return tuple(need for need, why in self.hopeless.items() if why == RESPECTED)

    @cached_property
    def closed(self) -> tuple[Need, ...]:
        """The needs that are met then."""
        left = {*self.hopeless, *self.open}
        return tuple(gap.need for gap in self.gaps if gap.need not in left)


@dataclass(frozen=True)
class Problem:
    """A potential as changes and needs by number."""

    potential: Potential
    costs: Sequence[int]

    @cached_property
    def weights(self) -> Sequence[int]:
        """How much each need counts."""
        return [WEIGHTS[need.weight] for need in self.potential.needs]

    def meets(self, need: int, chosen: Chosen) -> bool:
        """Whether a need is met with these changes."""
        return self.potential.meets(self.potential.needs[need], chosen)

    def relevant(self, need: int) -> Chosen:
        """The changes that have to do with a need."""
        return self.potential.relevant(self.potential.needs[need])

    def remote(self, need: int) -> Chosen:
        """Those of them for identifiers."""
        return self.potential.identifying(self.potential.needs[need])


def plan(
    area: Area,
    gaps: Sequence[Outcome],
    settings: Settings,
    budget: int | None = None,
    seconds: float = inf,
    tell: Callable[[int, int], None] = lambda bound, best: None,
) -> Plan:
    """The plan for these gaps of an area, the best found in that time."""
    clock = Clock(seconds - _reserve(seconds))
    refused = {gap.need: RESPECTED for gap in gaps if decided(area, gap)}
    numbers = dict(enumerate(gap.need for gap in gaps if gap.need not in refused))
    try:
        found = candidates(area, tuple(numbers.values()), settings, clock)
        less = pruned(found.potential, found.edits)
        potential = less.potential
        can = tuple(number for number, need in numbers.items() if potential.meets(need, potential.all))
        problem = Problem(potential, [edit.cost for edit in found.edits])
        solution = Search(problem, can, budget, clock, tell).solution()
        clock.extend(_reserve(seconds))
        met = [numbers[number] for number in can if potential.meets(numbers[number], solution.chosen)]
    except TimeUp:  # before it was known what could be changed
        return Plan(area, tuple(gaps), (), 0, "unproved", {}, refused, tuple(numbers.values()), 0, budget)
    final, edits = _lengthened(found, solution.chosen, met)
    chosen = tuple(bits(solution.chosen))
    hopeless = [need for number, need in numbers.items() if number not in set(can)]
    return Plan(
        area,
        tuple(gaps),
        tuple(
            Step(edits[number], _in_time(partial(_closes, final, solution.chosen, number, met), ()))
            for number in chosen
        ),
        solution.bound,
        ("least" if budget is None else "most") if solution.proved else "unproved",
        dict(_unavoidable(numbers, solution.landmarks, less, found)),
        {need: _in_time(partial(_why, potential, need, found), _UNASKED) for need in hopeless} | refused,
        tuple(numbers[number] for number in can if numbers[number] not in set(met)),
        len(found.edits),
        budget,
    )


def _reserve(seconds: float) -> float:
    """The seconds that are kept for telling what was found: what each change closes, and how long a limit may be."""
    return min(0.3 * seconds, 5.0)


def _in_time(question: Callable[[], T], otherwise: T) -> T:
    """The answer to a question; something else when time is up."""
    try:
        return question()
    except TimeUp:
        return otherwise


def _closes(potential: Potential, chosen: Chosen, number: int, needs: Sequence[Need]) -> tuple[Need, ...]:
    """The needs that are met with these changes, and not without one of them."""
    touched = (need for need in needs if potential.relevant(need) >> number & 1)
    return tuple(need for need in touched if not potential.meets(need, chosen & ~(1 << number)))


def _unavoidable(
    numbers: Mapping[int, Need], landmarks: Landmarks, less: Pruned, candidates: Candidates
) -> Iterator[tuple[Need, tuple[Edit, ...]]]:
    """For each gap changes of which one at least is in every repair; for as many as there is time for."""
    with suppress(TimeUp):
        for need, found in landmarks.items():
            yield numbers[need], _shown(numbers[need], found, less, candidates)


def _shown(need: Need, landmarks: Sequence[Chosen], less: Pruned, candidates: Candidates) -> tuple[Edit, ...]:
    """The smallest of the landmarks of a need, among all changes that were thought of."""
    narrow, shown = min(
        ((landmark, less.widened(landmark)) for landmark in landmarks), key=lambda pair: (pair[1].bit_count(), pair[1])
    )
    every = candidates.potential.all
    for number in bits(shown & ~narrow):  # what stands in for a change may do less, and nothing for this need
        without = shown & ~(1 << number)
        if not candidates.potential.meets(need, every & ~without):
            shown = without
    return candidates.named(shown)


def _lengthened(candidates: Candidates, chosen: Chosen, needs: Sequence[Need]) -> tuple[Potential, Mapping[int, Edit]]:
    """The network with these changes and the longest limits that still meet the needs, raised in turn; the changes."""
    edits = {number: candidates.edits[number] for number in bits(chosen)}
    shortest = candidates.settings.shortest
    open = [number for number, edit in edits.items() if with_limit(edit.change, str(shortest))]
    longest = [limit for limit in LIMITS if limit.longest_hours > shortest.longest_hours]
    limits: dict[int, Duration] = dict.fromkeys(open, shortest)
    ceiling = {number: _now(edits[number]) for number in open}
    best = candidates.potential
    try:
        best = candidates.with_limits(limits, chosen)
        for limit in longest:
            for number in tuple(open):
                tried = {**limits, number: limit}
                network = candidates.with_limits(tried, chosen)
                agreed = limit.longest_hours < ceiling[number] and _fit(candidates, edits, number, limit)
                if agreed and all(network.meets(need, chosen) for need in needs):
                    limits, best = tried, network
                else:
                    open.remove(number)
    except TimeUp:
        pass  # then limits stay shorter than they need be
    return best, {number: _limited(edit, limits.get(number)) for number, edit in edits.items()}


def _fit(candidates: Candidates, edits: Mapping[int, Edit], number: int, limit: Duration) -> bool:
    """Whether somebody would sign a longer limit, with all that the flow of the change is to carry."""
    change = with_limit(edits[number].change, str(limit))
    if change is None:
        return True
    items = (edit.change for edit in edits.values() if edit.change.target == change.target and edit.change.item)
    every = tuple(write for item in items for write in item.edits)
    return fit(replace(change, edits=(*change.edits, *every)), candidates.area)


def _limited(edit: Edit, limit: Duration | None) -> Edit:
    """A change with a longer time limit, if there is one."""
    longer = with_limit(edit.change, str(limit)) if limit is not None else None
    return replace(edit, change=longer) if longer is not None else edit


def _now(edit: Edit) -> float:
    """The hours of the limit that a flow has now."""
    flow = edit.change.target
    return flow.shape.within.longest_hours if isinstance(flow, Flow) and flow.shape.within is not None else inf


def _why(potential: Potential, need: Need, candidates: Candidates) -> str:
    """Why no change meets a need."""
    every = potential.all
    moment = potential.moments[need.event]
    child = next(child for child in potential.children[need] if not potential.met_of(need, child, every))
    labels = potential.held(need, child, every)
    if labels and hours_after(labels, moment) - need.plus <= AT_ONCE:
        return "it arrives in time, and no change brings the news of each change of it as soon as it is needed"
    if labels:
        by = words.age(moment.start + need.plus)
        return f"the best that can be promised is {words.age(labels[0].age)}, and it is needed {by}"
    if potential.held(need, child, every, WORST):
        return f"no change brings it as {need.form} or better"
    ladder = candidates.area.ladder
    if candidates.forbidden:
        return "what would bring it is forbidden by the settings"
    if not ladder.recorded_by_others(need.fact):
        return "nobody here writes it down, and nobody who hands over meets the family in time to ask"
    return "who knows it cannot send it to who needs it by any change that is thought of here"
