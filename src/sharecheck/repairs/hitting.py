"""The cheapest set of changes that meets all needs, or the most needs for a budget, with its proof.

Implicit hitting set (Haslum, Slaney, Thiébaux 2012, Minimal landmarks for optimal delete-free planning). A *landmark*
of a need is a set of changes of which at least one is made in every repair that meets it. The cheapest set that hits
all landmarks known so far is a lower bound; if it meets all needs, it is the answer, and otherwise each need that it
fails gives a new landmark: grow the set as far as it still fails, and take what is left out.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, inf
from typing import Protocol

from sharecheck.repairs.clock import UNHURRIED, Clock, TimeUp
from sharecheck.repairs.potential import Chosen, bits
from sharecheck.workspace import UsageError

Landmarks = Mapping[int, tuple[Chosen, ...]]
"""Of each need, by its number: the sets of which one change at least is unavoidable."""


class Problem(Protocol):
    """What is to be repaired: changes and needs by number."""

    @property
    def costs(self) -> Sequence[int]:
        """What each change costs, 1 at least."""

    @property
    def weights(self) -> Sequence[int]:
        """How much each need counts."""

    def meets(self, need: int, chosen: Chosen) -> bool:
        """Whether a need is met with these changes; never less with more of them."""

    def relevant(self, need: int) -> Chosen:
        """The changes that have to do with a need."""

    def remote(self, need: int) -> Chosen:
        """Those of them that are dear to look at."""


@dataclass(frozen=True, slots=True)
class Solution:
    """Changes, what they cost, and what is proved.

    `bound` is the least that a repair of these needs can cost; with a budget, the most weight of needs that can be met.
    """

    chosen: Chosen
    cost: int
    bound: int
    proved: bool
    landmarks: Landmarks


@dataclass
class Search:
    """The state of one search."""

    problem: Problem
    needs: tuple[int, ...]
    budget: int | None = None
    clock: Clock = UNHURRIED
    tell: Callable[[int, int], None] = lambda bound, best: None
    """Called after each round with the bound and the best so far."""
    landmarks: dict[int, dict[Chosen, None]] = field(default_factory=dict)
    best: Chosen | None = None
    partial: Chosen = 0
    """What the first round has come to, for when time is up before it ends."""
    bound: int = 0

    def solution(self) -> Solution:
        """The answer, or the best found when time is up; each of the needs can be met by all changes together."""
        self.best = None
        self.bound = 0 if self.budget is None else self.weight(self.needs)
        proved = False
        try:
            while not proved:
                found = self.hit() if self.best is None or self.clock.left else None
                if found is None:
                    break
                proved = self.round(*found)
            for need in self.needs:
                if need not in self.landmarks and self.clock.left and not self.problem.meets(need, 0):
                    self.landmarks[need] = {self.known(need) or self.landmark(need, 0): None}
        except TimeUp:
            pass  # the best until then counts
        chosen = self.best or (self.partial if self.best is None and self.budget is None else 0)
        landmarks = {need: tuple(known) for need, known in self.landmarks.items()}
        return Solution(chosen, self.cost(chosen), self.bound, proved, landmarks)

    def round(self, chosen: Chosen, wanted: Iterable[int], bound: int) -> bool:
        """Look at what hits all landmarks known so far; whether the best is then proved to be so."""
        self.bound = max(self.bound, bound) if self.budget is None else min(self.bound, bound)
        failed = [need for need in wanted if not self.problem.meets(need, chosen)]
        proved = not failed
        if proved:
            self.best = self.least(chosen, wanted)
        else:
            other = self.completed(chosen, failed)
            self.best = self.better(self.best, other if self.budget is None else chosen)
        self.tell(self.bound, self.cost(self.best) if self.budget is None else self.weight(self.met(self.best)))
        return proved or self.reaches(self.best, self.bound)

    def completed(self, chosen: Chosen, failed: Iterable[int]) -> Chosen:
        """These changes and what it takes to meet the needs that they fail, with a landmark or more of each."""
        for need in failed:
            if self.clock.left and not self.problem.meets(need, chosen):
                learned = self.learn(need, chosen)
                chosen |= self.least(learned, (need,), chosen)
                self.partial = chosen
        return chosen

    def cost(self, chosen: Chosen) -> int:
        """What changes cost together."""
        return sum(self.problem.costs[number] for number in bits(chosen))

    def weight(self, needs: Iterable[int]) -> int:
        """How much needs count together."""
        return sum(self.problem.weights[need] for need in needs)

    def met(self, chosen: Chosen) -> list[int]:
        """The needs that are met with these changes."""
        return [need for need in self.needs if self.problem.meets(need, chosen)]

    def reaches(self, chosen: Chosen, bound: int) -> bool:
        """Whether nothing can be better than this."""
        if self.budget is None:
            return self.cost(chosen) == bound and len(self.met(chosen)) == len(self.needs)
        return self.weight(self.met(chosen)) == bound

    def better(self, best: Chosen | None, other: Chosen) -> Chosen:
        """The one that meets more; of equals the cheaper one."""
        other = self.least(other, self.met(other))
        if best is None:
            return other
        return min(best, other, key=lambda chosen: (-self.weight(self.met(chosen)), self.cost(chosen)))

    def least(self, chosen: Chosen, needs: Iterable[int], given: Chosen = 0) -> Chosen:
        """The changes without those, the dearest first, that are not needed beside the others and what is given."""
        needs = list(needs)
        for number in sorted(bits(chosen), key=lambda number: (-self.problem.costs[number], -number)):
            without = chosen & ~(1 << number)
            touched = (need for need in needs if self.problem.relevant(need) >> number & 1)
            if all(self.problem.meets(need, without | given) for need in touched):
                chosen = without
        return chosen

    def learn(self, need: int, chosen: Chosen) -> Chosen:
        """Landmarks of a need that share nothing with each other nor with these changes; gives them all together."""
        learned = 0
        while not self.problem.meets(need, chosen | learned):
            landmark = self.landmark(need, chosen | learned)
            assert landmark, f"no change meets need {need}"
            self.landmarks.setdefault(need, {})[landmark] = None
            learned |= landmark
        return learned

    def landmark(self, need: int, chosen: Chosen) -> Chosen:
        """What is left out of the largest set, grown from this one, that still fails the need."""
        relevant = self.problem.relevant(need)
        remote, costs = self.problem.remote(need), self.problem.costs
        waiting = sorted(bits(relevant & ~chosen), key=lambda number: (remote >> number & 1, costs[number]))
        grown = self.grown(need, chosen & relevant, waiting)
        return relevant & ~grown

    def known(self, need: int) -> Chosen:
        """A landmark of a need that hangs on the same changes, which is one of this need as well; or nothing."""
        relevant = self.problem.relevant(need)
        alike = [found for other, found in self.landmarks.items() if self.problem.relevant(other) == relevant]
        for landmark in sorted(
            {landmark for found in alike for landmark in found}, key=lambda landmark: (landmark.bit_count(), landmark)
        ):
            if not self.problem.meets(need, relevant & ~landmark):
                return landmark
        return 0

    def grown(self, need: int, chosen: Chosen, waiting: Sequence[int]) -> Chosen:
        """As many of those that wait as the need still fails with, by halves."""
        more = chosen
        for number in waiting:
            more |= 1 << number
        if not self.problem.meets(need, more):
            return more
        if len(waiting) <= 1:
            return chosen
        half = len(waiting) // 2
        return self.grown(need, self.grown(need, chosen, waiting[:half]), waiting[half:])

    def hit(self) -> tuple[Chosen, tuple[int, ...], int] | None:
        """The cheapest set that hits all landmarks, the needs that it is to meet, and the bound; None without time.

        With a budget: the set within it that hits all landmarks of as much weight of needs as can be.
        """
        numbers = sorted({number for need in self.landmarks.values() for landmark in need for number in bits(landmark)})
        if not numbers:
            return 0, self.needs, 0 if self.budget is None else self.weight(self.needs)
        rows = [(need, landmark) for need, found in self.landmarks.items() for landmark in found]
        result = _milp(self, numbers, rows)
        if result is None:
            return None
        values, bound = result
        chosen = sum(1 << number for number, value in zip(numbers, values, strict=False) if value > 0.5)
        if self.budget is None:
            return chosen, self.needs, max(0, ceil(bound - 0.5))
        met = {need for need, value in zip(self.needs, values[len(numbers) :], strict=True) if value > 0.5}
        return chosen, tuple(need for need in self.needs if need in met), int(0.5 - bound)


def _milp(
    search: Search, numbers: Sequence[int], rows: Sequence[tuple[int, Chosen]]
) -> tuple[Sequence[float], float] | None:
    """Values of the changes, then (with a budget) of the needs, and the bound of what is made small."""
    try:
        import numpy as np  # both heavy, and only here
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array
    except ImportError:
        raise UsageError("`sharecheck repair` needs scipy: install it with `pip install scipy`") from None
    costs = [search.problem.costs[number] for number in numbers]
    needs = search.needs if search.budget is not None else ()
    column = {number: at for at, number in enumerate(numbers)}
    last = {need: len(numbers) + at for at, need in enumerate(needs)}
    entries: list[tuple[int, int, float]] = []
    for row, (need, landmark) in enumerate(rows):
        search.clock.check()
        entries += [(row, column[number], 1.0) for number in bits(landmark)]
        if needs:
            entries.append((row, last[need], -1.0))
    low = [0.0 if needs else 1.0] * len(rows)
    high = [inf] * len(rows)
    few = 0.2 / len(numbers)  # of equally cheap sets the one with the fewest and first changes; together less than 0.5
    if needs:
        assert search.budget is not None
        entries += [(len(rows), at, float(cost)) for at, cost in enumerate(costs)]
        low.append(0.0)
        high.append(float(search.budget))
        cheap = 0.3 / (sum(costs) + 1)
        target = [cheap * cost for cost in costs] + [-float(search.problem.weights[need]) for need in needs]
    else:
        target = [cost + few * (1 + at / len(numbers)) for at, cost in enumerate(costs)]
    shape = (len(low), len(target))
    row_at, column_at, value = zip(*entries, strict=True)
    matrix = csr_array((value, (row_at, column_at)), shape=shape)
    result = milp(
        np.array(target),
        integrality=np.ones(len(target), dtype=int),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(matrix, low, high),
        options={"time_limit": max(search.clock.left, 0.05), "mip_rel_gap": 0.0},
    )
    if result.x is None or result.status != 0:
        return None
    return [float(value) for value in result.x], float(result.fun)
