"""What a change would do, as text or as JSON."""

from collections.abc import Iterator, Sequence

from sharecheck.planning.what_if import WhatIf
from sharecheck.report.changes import Difference, render_difference, wrapped
from sharecheck.report.style import Style, safe
from sharecheck.words import listed


def text(found: Sequence[WhatIf], style: Style) -> str:
    """What becomes of each area, in words; of several those in which nothing changes together."""
    told_alone = [what_if for what_if in found if len(found) == 1 or any(not change.same for change in what_if.changes)]
    parts = [render_difference(difference(what_if), style) for what_if in told_alone]
    others = [what_if.before.id for what_if in found if what_if not in told_alone]
    if others:
        parts.append("\n".join(wrapped(f"nothing changes in {safe(listed(others, len(others)))}", style, "")) + "\n")
    return "\n".join(parts) or "nothing changes\n"


def difference(what_if: WhatIf) -> Difference:
    """The two states, with their headline."""
    return Difference(
        what_if.before,
        what_if.after,
        what_if.changes,
        f"{safe(what_if.before.id)} {safe(_title(what_if))}",
        tuple(_notes(what_if)),
    )


def _title(what_if: WhatIf) -> str:
    parts = [f"without {listed([str(element) for element in what_if.without], 6)}"] if what_if.without else []
    if what_if.drafts:
        parts.append(f"with {listed([draft.id for draft in what_if.drafts], 6)} in force")
    if what_if.before.as_of != what_if.after.as_of:
        parts.append(f"on {what_if.after.as_of} instead of {what_if.before.as_of}")
    return ", ".join(parts)


def _notes(what_if: WhatIf) -> Iterator[str]:
    """What a change does not show, and might be taken to."""
    for kind, name in what_if.without:
        if kind == "funding":
            stream = what_if.before.funding[name].shape
            paid = [flow.id for flow in what_if.before.all_flows if flow.shape.funded_by == name]
            stops = f"{listed(paid, 4)} {'stop' if len(paid) > 1 else 'stops'}" if paid else "nothing stops"
            yield f"{stops}: only flows that name `{name}` as what pays for them do (`funded-by`)"
            if stream.supports:
                parties = " ".join(f"--without party:{party}" for party in stream.supports)
                yield f"it also supports {listed(stream.supports, 6)}: to see what goes with them, add {parties}"
