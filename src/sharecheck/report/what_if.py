"""What a change would do, as text or as JSON."""

from collections.abc import Iterator, Sequence

from sharecheck.planning.what_if import WhatIf
from sharecheck.report.changes import Difference, render_difference, wrapped
from sharecheck.report.style import Style, safe
from sharecheck.words import listed


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
