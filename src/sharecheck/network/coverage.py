"""Coverage: the share of needs that are kept, plain and weighted by how badly they are needed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sharecheck.brief import brief
from sharecheck.model.base import Weight
from sharecheck.network.outcome import Outcome

WEIGHTS: Mapping[Weight, int] = {"critical": 5, "important": 2, "useful": 1}
"""How much a need counts in the weighted share: our own choice, see `docs/method.md`."""


@brief
@dataclass(frozen=True, slots=True, repr=False)
class Coverage:
    """Numbers of needs. `unknown` ones are in `needs` and count neither as kept nor against the share."""

    needs: int = 0
    kept: int = 0
    lost: int = 0
    not_recorded: int = 0
    unknown: int = 0
    weight: int = 0
    weight_kept: int = 0

    @property
    def known(self) -> int:
        """The needs of which it is known what becomes of them."""
        return self.needs - self.unknown

    @property
    def share(self) -> float | None:
        """The share kept of what is known, 0 to 1; None when nothing is known."""
        return self.kept / self.known if self.known else None

    @property
    def weighted(self) -> float | None:
        """The same, weighted; None when nothing is known."""
        return self.weight_kept / self.weight if self.weight else None


def coverage(outcomes: Iterable[Outcome]) -> Coverage:
    """The coverage of these outcomes."""
    needs = kept = lost = not_recorded = unknown = weight = weight_kept = 0
    for outcome in outcomes:
        needs += 1
        kept += outcome.kept
        lost += outcome.lost
        unknown += outcome.unknown
        not_recorded += outcome.kind == "not-recorded" and not outcome.unknown
        if not outcome.unknown:
            weight += WEIGHTS[outcome.need.weight]
            weight_kept += WEIGHTS[outcome.need.weight] * outcome.kept
    return Coverage(needs, kept, lost, not_recorded, unknown, weight, weight_kept)
