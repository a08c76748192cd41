"""What a change costs and which are out of the question: our own choice, which a project can set for itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sharecheck.brief import brief
from sharecheck.changes.change import Kind
from sharecheck.changes.costs import COSTS
from sharecheck.model.base import Duration
from sharecheck.reading.phrases import closest, one_of, quoted
from sharecheck.workspace import UsageError

_EXAMPLES = {
    "kind": "kind:funding",
    "flow": "flow:discharge-summary",
    "protocol": "protocol:moves",
    "party": "party:town-nurseries",
    "item": "item:staff-safety",
}
"""What a pattern of `forbid` can name, and how."""

SHORTEST = Duration("PT4H")
"""The shortest time limit that is proposed."""


@brief
@dataclass(frozen=True, slots=True, repr=False)
class Settings:
    """Costs by kind, what is forbidden (`kind:funding`, `flow:discharge-summary`), and the shortest limit proposed."""

    costs: Mapping[Kind, int] = field(default_factory=lambda: COSTS)
    forbid: frozenset[str] = frozenset()
    shortest: Duration = SHORTEST


def as_set(costs: Mapping[str, int], forbid: Iterable[str], shortest: Duration | None) -> Settings:
    """What a project sets, over what holds where the project says nothing; `UsageError` for a name that nothing has."""
    named = {_kind(name): cost for name, cost in costs.items()}
    forbidden = frozenset(forbid)
    for pattern in forbidden:
        what, _, rest = pattern.partition(":")
        if what not in _EXAMPLES:
            raise UsageError(f"repairs cannot be forbidden by {quoted(what)}; {_near(what, _EXAMPLES)}")
        if not rest:
            raise UsageError(f"{quoted(pattern)} forbids nothing: say which {what}, for example `{_EXAMPLES[what]}`")
        if what == "kind":
            _kind(rest)
    return Settings({**COSTS, **named}, forbidden, shortest or SHORTEST)


def _kind(name: str) -> Kind:
    for kind in COSTS:
        if kind == name:
            return kind
    raise UsageError(f"no kind of change is called {quoted(name)}; {_near(name, COSTS)}")


def _near(name: str, known: Iterable[str]) -> str:
    every = tuple(known)
    near = closest(name, every)
    return f"did you mean `{near}`?" if near else f"there is {one_of(every)}"
