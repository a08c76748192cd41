"""What a change would do, as text or as JSON."""

from collections.abc import Iterator, Sequence
from typing import Literal

from sharecheck.network import Outcome
from sharecheck.planning.change import Change
from sharecheck.planning.what_if import WhatIf
from sharecheck.report.changes import Difference, render_difference, wrapped
from sharecheck.report.json import Coverage, Need, covered, needed
from sharecheck.report.shapes import Part, Whole, printed
from sharecheck.report.style import Style, safe
from sharecheck.words import listed


class Became(Part):
    """A need, and what becomes of it before and after; null on the side on which nobody asks for it."""

    change: Literal["lost", "won", "not-asked-for", "newly-asked-for", "otherwise"]
    """`lost` when it was kept and is no more; `otherwise` when it was not kept, and fails in another way."""
    before: Need | None
    """As things are."""
    after: Need | None
    """As they would be."""


class Changed(Part):
    """An area, as it is and as it would be."""

    id: str
    """Its id."""
    without: tuple[str, ...]
    """What it would have to do without."""
    drafts: tuple[str, ...]
    """The ids of the protocols that are added or replaced."""
    as_of: tuple[str, str]
    """The day that was looked at, before and after."""
    coverage: tuple[Coverage, Coverage]
    """The coverage, before and after."""
    changes: tuple[Became, ...]
    """Each need of which something else becomes."""


class Report(Whole):
    """What `sharecheck what-if --output-format json` prints."""

    areas: tuple[Changed, ...]
    """The areas for which something changes."""


def text(found: Sequence[WhatIf], style: Style) -> str:
    """What becomes of each area, in words; of several those in which nothing changes together."""
    told_alone = [one for one in found if len(found) == 1 or any(not change.same for change in one.changes)]
    parts = [render_difference(difference(one), style) for one in told_alone]
    others = [one.before.id for one in found if one not in told_alone]
    if others:
        parts.append("\n".join(wrapped(f"nothing changes in {safe(listed(others, len(others)))}", style, "")) + "\n")
    return "\n".join(parts) or "nothing changes\n"


def difference(one: WhatIf) -> Difference:
    """The two states, with their headline."""
    return Difference(
        one.before, one.after, one.changes, f"{safe(one.before.id)} {safe(_title(one))}", tuple(_notes(one))
    )


def _title(one: WhatIf) -> str:
    parts = [f"without {listed([str(element) for element in one.without], 6)}"] if one.without else []
    if one.drafts:
        parts.append(f"with {listed([draft.id for draft in one.drafts], 6)} in force")
    if one.before.as_of != one.after.as_of:
        parts.append(f"on {one.after.as_of} instead of {one.before.as_of}")
    return ", ".join(parts)


def _notes(one: WhatIf) -> Iterator[str]:
    """What a change does not show, and might be taken to."""
    for kind, name in one.without:
        if kind == "funding":
            stream = one.before.funding[name].shape
            paid = [flow.id for flow in one.before.all_flows if flow.shape.funded_by == name]
            stops = f"{listed(paid, 4)} {'stop' if len(paid) > 1 else 'stops'}" if paid else "nothing stops"
            yield f"{stops}: only flows that name `{name}` as what pays for them do (`funded-by`)"
            if stream.supports:
                parties = " ".join(f"--without party:{party}" for party in stream.supports)
                yield f"it also supports {listed(stream.supports, 6)}: to see what goes with them, add {parties}"


def json(found: Sequence[WhatIf], style: Style) -> str:
    """The same as JSON."""
    report = Report(areas=tuple(map(_changed, found)))
    return printed(report)


def _changed(one: WhatIf) -> Changed:
    return Changed(
        id=one.before.id,
        without=tuple(map(safe, one.without)),
        drafts=tuple(draft.id for draft in one.drafts),
        as_of=(str(one.before.as_of), str(one.after.as_of)),
        coverage=(covered(one.before.coverage), covered(one.after.coverage)),
        changes=tuple(_became(change) for change in one.changes if not change.same),
    )


def _became(change: Change) -> Became:
    return Became(change=_kind(change), before=_needed(change.before), after=_needed(change.after))


def _needed(outcome: Outcome | None) -> Need | None:
    return needed(outcome) if outcome else None


def _kind(change: Change) -> Literal["lost", "won", "not-asked-for", "newly-asked-for", "otherwise"]:
    if change.lost:
        return "lost"
    if change.won:
        return "won"
    if change.after is None:
        return "not-asked-for"
    return "newly-asked-for" if change.before is None else "otherwise"
