"""A flow before birth is filed by something that only a born child has.

## Why it matters

A baby gets its NHS number, its name and its date of birth when it is born. A plan made in pregnancy that can only be
filed by these is in no record on the night of the birth.

## Example

```yaml bad
flows:
  - id: pre-birth-plan
    from: social-care
    to: maternity
    when: {event: pre-birth-assessment}
    within: P5D
    matched-by: [nhs-number, [identity, address]]  # <-
    items: [pre-birth-plan]
```

Before birth, a child is known by its mother:

```yaml good
flows:
  - id: pre-birth-plan
    from: social-care
    to: maternity
    when: {event: pre-birth-assessment}
    within: P5D
    matched-by: [mother-identity]
    items: [pre-birth-plan]
```

A flow that goes out before and after birth needs a way for each:

```yaml good
flows:
  - id: concern
    from: maternity
    to: health-visiting
    when: [{event: booking}, {event: birth}]
    within: P1D
    matched-by: [nhs-number, mother-identity]
    items: [domestic-abuse-enquiry]
```

## What to do

Match it by the mother, `matched-by: [mother-identity]`, and send mother and child together once at birth, so that the
two can be joined.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.model.base import many
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("IDM03", Severity.WARNING, sources=("dch-careconnect",))
def no_match_before_birth(workspace: Workspace) -> Iterator[Finding]:
    """Flows at an event before birth, each way to match them among the child's own identifiers."""
    from_birth_on = workspace.vocabulary.items_with("health-number", "pupil-number", "name-and-birth")
    for flow in workspace.matched(
        lambda ways: ways and not any(from_birth_on.isdisjoint(many(identifiers)) for identifiers in ways)
    ):
        ways = flow.shape.matched_by or ()
        moments = flow.area.moments
        fired = [moments[when.event] for when in flow.when if when.event in moments and when.event]
        before = [moment.id for moment in fired if moment.start < 0 and moment.end <= 0]
        if before:
            used = [
                item
                for item in dict.fromkeys(item for identifiers in ways for item in many(identifiers))
                if item in from_birth_on
            ]
            yield from each_of(
                ((event, flow.place / "matched-by") for event in before),
                partial(_message, flow.id, words.listed(used)),
                "what was learned in pregnancy is in nobody's record on the night of the birth",
                "match it by the mother: `matched-by: [mother-identity]`",
                about=(flow.id,),
            )


def _message(flow: str, used: str, events: tuple[str, ...]) -> str:
    return f"`{flow}` is sent at {words.listed(events)}, before birth, and filed by what a child has later: {used}"
