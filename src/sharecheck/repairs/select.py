"""Which gaps are to be closed: all that are known, or those of some transitions, items, parties, services or kinds."""

from collections.abc import Iterable

from sharecheck.network import KINDS, Outcome
from sharecheck.reading.phrases import did_you_mean
from sharecheck.workspace import Area, UsageError, Workspace

_WHAT = ("need", "transition", "item", "party", "service", "kind")


def gaps(area: Area) -> tuple[Outcome, ...]:
    """The needs of an area that are not kept, but for those of which nothing can be known."""
    return tuple(outcome for outcome in area.outcomes if not outcome.kept and not outcome.unknown)


def selected(area: Area, only: Iterable[str]) -> tuple[Outcome, ...]:
    """The gaps of an area that one of these words names: `item:growth`, or `growth` alone; all when there are none."""
    wanted = tuple(only)
    found = gaps(area)
    if not wanted:
        return found
    return tuple(outcome for outcome in found if any(word in _names(area, outcome) for word in wanted))


def check_selection(workspace: Workspace, only: Iterable[str]) -> None:
    """`UsageError`, with the nearest name, when a word names nothing."""
    names: set[str] = set()
    for area in workspace.areas:
        for outcome in area.outcomes:
            names |= _names(area, outcome)
    names |= {f"kind:{kind}" for kind in KINDS} | set(KINDS)
    for word in only:
        if word not in names:
            help = did_you_mean(word, names, f"name a {', '.join(_WHAT[:-1])} or {_WHAT[-1]}")
            raise UsageError(f"no need here has to do with `{word}`; {help}")


def _names(area: Area, outcome: Outcome) -> set[str]:
    """The words that name a need, each with and without the kind of thing named."""
    need = outcome.need
    fact, transition = need.fact, area.transitions[need.transition]
    names = [
        ("need", f"{need.transition}/{fact.party}/{fact.item}"),
        ("transition", need.transition),
        ("item", fact.item),
        ("party", fact.party),
        ("kind", outcome.kind),
        *(("service", service) for service in area.services_of(fact.party)),
    ]
    if transition.code:
        names.append(("transition", transition.code))
    return {name for what, word in names for name in (word, f"{what}:{word}")}
