"""A provision is named that is not in force.

## Why it matters

Law moves on, and agreements stay in their folders. One that rests on an Act that was repealed may be put aside when
somebody looks, and until there is a new one, nothing is sent about the next child.

## Example

```yaml bad
effective: 2024-04-01
basis: {article-6: 6(1)(e), powers: [ca2004-10, dpa-1998]}  # <-
flows:
  - id: worries
    from: nursery
    to: council
    when: {on: change}
    within: P1D
    items: [contact-details]
    basis:
      article-6: 6(1)(c)
      powers:
        - wt-2023  # <-
        - cca-40
```

```yaml bad
effective: 2026-04-01
basis: {article-6: 6(1)(e), powers: [ca2004-10, wt-2023]}  # <-
flows: []
```

```yaml fixed
effective: 2026-04-01
basis: {article-6: 6(1)(e), powers: [ca2004-10, wt-2026]}
flows: []
```

```yaml good
effective: 2026-04-01
basis: {article-6: 6(1)(e), powers: [ca2004-10, wt-2026]}
flows: []
```

## How much it weighs

By how sure the date is: an error where it was read, a warning where it was reported by others, information where it
was only remembered. Guidance is a warning at most.

## What to do

Read what took its place, and name that in `powers`. A protocol may name what will be in force on the day from which it
is `effective`.
"""

from collections.abc import Iterator

from sharecheck.document import Place
from sharecheck.edit import Put, Remove
from sharecheck.finding import Finding, Fix, Severity, here
from sharecheck.law.calendar import ceiling, first_day, last_day
from sharecheck.law.grounds import grounds
from sharecheck.model.law import Confidence, Provision
from sharecheck.rule import rule
from sharecheck.standards import law
from sharecheck.workspace import Ground, Workspace

_WEIGHT: dict[Confidence, Severity] = {
    "read": Severity.ERROR,
    "reported": Severity.WARNING,
    "memory": Severity.INFORMATION,
}
_AS = {"read": "", "reported": ", as reported", "memory": ", as far as is known"}


@rule("LAW09", Severity.ERROR, sources=("dpa-1998", "wt-2026", "ico-data-sharing-code"))
def provision_not_in_force(workspace: Workspace) -> Iterator[Finding]:
    """Provisions in `powers` that ended before today, or begin after it."""
    for ground in grounds(workspace):
        for id, place in ground.powers:
            fault = _fault(law()[id], ground, workspace) if id in law() else None
            if fault is not None:
                message, help, known = fault
                yield Finding(
                    locations=here(place),
                    message=message,
                    consequence="when somebody looks it may be put aside, and nothing is sent about the next child",
                    help=help,
                    severity=ceiling(law()[id], _WEIGHT[known]),
                    about=(*ground.whose, id),
                    fix=_succeeded(law()[id], ground, place, workspace),
                )


def _succeeded(provision: Provision, ground: Ground, place: Place, workspace: Workspace) -> Fix | None:
    """The provision that took its place, where that is in force; nothing twice."""
    after = law().get(provision.replaced_by or "")
    if after is None or _fault(after, ground, workspace) is not None:
        return None
    there = after.id in (ground.basis.powers or ())
    return Fix((Remove(place.route) if there else Put(place.route, after.id),))


def _fault(provision: Provision, ground: Ground, workspace: Workspace) -> tuple[str, str, Confidence] | None:
    """What is to be said of a provision that is not in force: message, help, and how its date is known."""
    until, start = provision.until, provision.from_
    what = f"`{provision.id}`, {provision.title.removesuffix(' (superseded)')},"
    begins = max(workspace.as_of, ground.protocol.shape.effective or workspace.as_of)
    if until is not None and last_day(until) < workspace.as_of:
        after = provision.replaced_by
        return (
            f"{what} held until {until.on}{_AS[until.known]}",
            f"read `{after}`, which took its place, and name that if it fits"
            if after
            else "name under `powers` what holds today",
            until.known,
        )
    if start is not None and first_day(start) > begins:
        return (
            f"{what} is not in force before {start.on}{_AS[start.known]}",
            "name under `powers` what holds until then, or begin later: `effective: ...`",
            start.known,
        )
    return None
