"""What is sent about a child is filed by what its brothers and sisters share.

## Why it matters

The mother is right, the address is right, and there are three children. The note about the fall ends in the record of
the elder sister. Nobody looks for it there.

## Example

```yaml bad
flows:
  - id: review-outcome
    from: health-visiting
    to: general-practice
    when: {event: one-year-review}
    within: P5D
    matched-by: [nhs-number, [mother-identity, address]]  # <-
    items: [health-review-summary]
```

```yaml good
flows:
  - id: review-outcome
    from: health-visiting
    to: general-practice
    when: {event: one-year-review}
    within: P5D
    matched-by: [nhs-number, [identity, mother-identity]]
    items: [health-review-summary]
```

Before birth, the mother is all there is; what brings the child's own name along can be told apart; and what is about
the mother alone belongs into her record:

```yaml good
flows:
  - id: pre-birth-plan
    from: social-care
    to: maternity
    when: {event: pre-birth-assessment}
    within: P2D
    matched-by: [mother-identity]
    items: [pre-birth-plan]
  - id: new-birth
    from: child-health
    to: general-practice
    when: {event: birth}
    within: P2D
    matched-by: [mother-identity]
    items: [identity, nhs-number]
  - id: how-she-is
    from: maternity
    to: general-practice
    when: {event: midwife-discharge}
    within: P1D
    matched-by: [mother-identity]
    items: [maternal-mental-health]
```

## What to do

Add what only this child has: `matched-by: [nhs-number, [identity, mother-identity]]`. For twins, the birth order goes
along: `multiple-birth`.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity, here
from sharecheck.model.base import many
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace


@rule("IDM05", Severity.WARNING, sources=("dch-careconnect", "ico-data-sharing-code"))
def match_that_fits_siblings(workspace: Workspace) -> Iterator[Finding]:
    """Flows after birth, with a way to match them that is made of shared items, and no identifier of the child.

    Not of what is about the mother alone and filed under her.
    """
    vocabulary = workspace.vocabulary
    own, common = vocabulary.items_with("of-one-child"), vocabulary.items_with("shared-by-siblings")
    mothers = vocabulary.items_with("mothers-identity")
    for flow in workspace.matched(lambda ways: any(common.issuperset(many(identifiers)) for identifiers in ways)):
        ways = [many(identifiers) for identifiers in flow.shape.matched_by or ()]
        fitting = (identifiers for identifiers in ways if common.issuperset(identifiers))
        shared = next(
            (identifiers for identifiers in fitting if flow.about_child or mothers.isdisjoint(identifiers)), None
        )
        if shared and own.isdisjoint(flow.carries) and _after_birth(flow):
            yield Finding(
                locations=here(flow.place / "matched-by"),
                message=f"`{flow.id}` may be filed by {words.listed(tuple(shared))}, which brothers and sisters share",
                consequence="it ends in the record of a sister or a brother, and nobody looks for it there",
                help="add what only this child has: `matched-by: [nhs-number, [identity, mother-identity]]`",
                about=(flow.id, *sorted(shared)),
            )


def _after_birth(flow: Flow) -> bool:
    """Whether each event that sets a flow off comes after birth."""
    moments = flow.area.moments
    known = [moments.get(when.event or "") for when in flow.when]
    return bool(known) and all(moment is not None and moment.start > 0 for moment in known)
