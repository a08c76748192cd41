"""The finding of a gap: what is the same for each kind."""

from collections.abc import Iterator

from sharecheck.document import Place
from sharecheck.explain import Gap, condition
from sharecheck.finding import Finding, Location, Severity, here
from sharecheck.model.base import Weight
from sharecheck.network import Kind
from sharecheck.workspace import Workspace
from sharecheck.workspace.evidence import proved

_UNTRIED = "; the area is too large to try every change, so a smaller one may do"
_SEVERITY: dict[Weight, Severity] = {
    "critical": Severity.ERROR,
    "important": Severity.WARNING,
    "useful": Severity.INFORMATION,
}
_MILDER: dict[Severity, Severity] = {
    Severity.ERROR: Severity.WARNING,
    Severity.WARNING: Severity.INFORMATION,
    Severity.INFORMATION: Severity.INFORMATION,
}


def gaps(workspace: Workspace, kind: Kind) -> Iterator[Gap]:
    """The gaps of one kind that are known to be gaps."""
    for area, outcome in workspace.outcomes():
        if outcome.kind == kind and not outcome.unknown:
            yield Gap(area, outcome)


def finding(gap: Gap, message: str, help: str, place: Place | None = None) -> Finding:
    """The finding of a gap, at the step that goes wrong where no place is given."""
    steps = (Location(where, text, "step") for where, text in gap.steps() if where is not None)
    point = place or gap.place
    return Finding(
        locations=(*here(point), *steps),
        message=message,
        consequence=gap.consequence,
        help=help + (_UNTRIED if gap.untried else ""),
        severity=severity(gap),
        steps=gap.step_lines,
        about=gap.about,
        group=(
            gap.outcome.kind,
            gap.need.fact.party,
            *map(str, gap.flow.place.route if gap.flow else point.route),
            *map(condition, gap.barriers),
        ),
    )


def severity(gap: Gap) -> Severity:
    """By how badly the item is needed; what nobody opened, or local practice read in part, makes no error.

    One step less where the item is there, and only a change of it is known too late.
    """
    found = _SEVERITY[gap.need.weight]
    found = Severity.WARNING if found is Severity.ERROR and not proved(gap.asked, gap.transition) else found
    return _MILDER[found] if gap.outcome.kind == "out-of-date" else found
