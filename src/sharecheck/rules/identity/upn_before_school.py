"""A flow about young children can only be filed by the unique pupil number.

## Why it matters

The number is given when a child enters the school system. Most children under three have none, and a health visitor, a
nursery of a charity or a childminder holds it for hardly any child: what is filed by it alone is filed for nobody.

## Example

```yaml bad
parties:
  - {id: health-visitors, service: health-visiting}
  - {id: nursery, service: early-years-setting}
flows:
  - id: review-outcome
    from: health-visitors
    to: nursery
    when: {event: two-year-review}
    within: P10D
    matched-by: [upn]  # <-
    items: [developmental-scores]
```

```yaml good
parties:
  - {id: health-visitors, service: health-visiting}
  - {id: nursery, service: early-years-setting}
flows:
  - id: review-outcome
    from: health-visitors
    to: nursery
    when: {event: two-year-review}
    within: P10D
    matched-by: [upn, nhs-number, [identity, address]]
    items: [developmental-scores]
```

Between schools, and with those who work with them, it is a good number; and so it is once school has begun:

```yaml good
parties:
  - {id: sen-team, service: special-educational-needs}
  - {id: school, service: school}
  - {id: therapists, service: speech-and-language-therapy}
flows:
  - id: plan
    from: sen-team
    to: school
    when: {on: change}
    within: P5D
    matched-by: [upn]
    items: [sen-plan]
  - id: goals
    from: therapists
    to: school
    when: {event: school-start}
    within: P5D
    matched-by: [[upn, identity]]
    items: [therapy-goals]
```

## What to do

Name another way beside it, from what both sides hold: `matched-by: [upn, nhs-number, [identity, address]]`.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.model.base import many
from sharecheck.model.party import FAMILY, Party
from sharecheck.rule import rule
from sharecheck.workspace import Context, Flow, Workspace


@rule("IDM02", Severity.ERROR, sources=("crcs-wales-linkage",))
def upn_before_school(workspace: Workspace) -> Iterator[Finding]:
    """Flows that are matched by nothing but `upn`, for children before school, with a party that is no school."""
    vocabulary = workspace.vocabulary
    numbers, number = vocabulary.items_with("pupil-number"), vocabulary.chief_item("pupil-number")
    for flow in workspace.matched(
        lambda ways: ways and not any(numbers.isdisjoint(many(identifiers)) for identifiers in ways)
    ):
        if _at_school(flow):
            continue
        without = [party.id for party in (*flow.senders, *flow.recipients) if not _may_hold(party, flow.area)]
        yield from each_of(
            ((id, flow.place / "matched-by") for id in without),
            partial(_message, flow.id),
            "it arrives, and nobody can tell which child it is about",
            "name another way beside it: `matched-by: [upn, nhs-number, [identity, address]]`",
            about=(flow.id, number),
        )


def _message(flow: str, without: tuple[str, ...]) -> str:
    filed = f"`{flow}` can only be filed by the unique pupil number"
    return f"{filed}, and {words.listed(without)} can hardly have that of a child before school"


def _may_hold(party: Party, area: Context) -> bool:
    """Whether a party may hold the number before a child starts in reception; the family is not asked for it."""
    body, services = area.body(party), {*many(party.service)}
    holding = area.vocabulary.services_with("holds-pupil-number")
    return bool(body and body.holds_pupil_number) or FAMILY in services or not holding.isdisjoint(services)


def _at_school(flow: Flow) -> bool:
    """Whether a flow is sent at school age only: at events that begin when school does, or later."""
    moments = flow.area.moments
    start = moments["school-start"].start if "school-start" in moments else float("inf")
    fired = [moments.get(when.event or "") for when in flow.when]
    return bool(fired) and all(moment is not None and moment.start >= start for moment in fired)
