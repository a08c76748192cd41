"""The notice of a birth is planned later than the duty that it names allows.

## Why it matters

The notice is what puts a baby on the lists: for screening, for the new birth visit. The Acts give it 36 hours from
birth; a notice that is posted within that time is enough. A birth that is on no list is one that nobody misses.

## Example

```yaml bad
flows:
  - id: birth-notice
    from: maternity
    to: child-health-information
    when: {event: birth}
    within: P3D  # <-
    items: [nhs-number, identity, birth-details]
    basis: {article-6: 6(1)(c), powers: [nhsa-269]}
```

```yaml good
flows:
  - id: birth-notice
    from: maternity
    to: child-health-information
    when: {event: birth}
    within: PT36H
    items: [nhs-number, identity, birth-details]
    basis: {article-6: 6(1)(c), powers: [nhsa-269]}
```

A weekly list waits for up to a week before it is even sent:

```yaml bad
flows:
  - id: birth-list
    from: maternity
    to: child-health-information
    when:
      every: P1W  # <-
    within: P1D
    items: [identity, birth-details]
    basis: {article-6: 6(1)(c), powers: [nhswa-200]}
```

This rule only speaks of a flow that names the duty and says how the birth went or whose it was; where several flows
share one basis, it is not said which of them is the notice. What else is sent after a birth has no such limit:

```yaml good
basis: {article-6: 6(1)(e), powers: [nhsa-269, hsca-251b]}
flows:
  - id: feeding
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P5D
    items: [feeding-status]
  - id: birth-summary
    from: maternity
    to: general-practice
    when: {event: midwife-discharge}
    within: P5D
    items: [birth-details]
```

## How much it weighs

By what the register says of the duty: a provision that was read is an error, one that was read in part a warning, one
that was not found information; guidance is a warning at most. Both Acts were read. For a letter it is a warning: the
Acts count when it is posted, and the flow says when it arrives.

```yaml bad
flows:
  - id: birth-letter
    from: maternity
    to: child-health-information
    when: {event: birth}
    within: P3D  # <-
    channel: letter
    items: [identity, birth-details]
    basis: {article-6: 6(1)(c), powers: [nhsa-269]}
```

## What to do

Plan the notice within 36 hours of the birth: `within: PT36H`. Where the notice goes out by another flow, do not name
the duty for this one.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.document import Place
from sharecheck.finding import Finding, Severity, here
from sharecheck.law.calendar import weight
from sharecheck.rule import rule
from sharecheck.standards import law
from sharecheck.workspace import Flow, Workspace

HOURS = {"nhsa-269": 36, "nhswa-200": 36}
"""Hours from birth that the two Acts give for the notice of it."""


@rule("TIM02", Severity.ERROR, sources=("nhsa-269", "nhswa-200"))
def later_than_duty(workspace: Workspace) -> Iterator[Finding]:
    """Flows that name the duty to notify a birth, and take longer than that."""
    notice_items = workspace.vocabulary.items_with("birth-notice", "name-and-birth")
    for protocol in workspace.protocols():
        notices = [
            (flow, duty) for flow in protocol.personal_flows if notice_items & flow.carries and (duty := _duty(flow))
        ]
        for flow, duty in notices:
            if flow.shape.basis is None and len(notices) > 1:
                continue  # the duty is named for all flows together; which of them is the notice is not said
            for place, hours in _longest(flow):
                if hours > HOURS[duty]:
                    posted = any(
                        channel.form == "paper" and not channel.carried_by_parent for channel, _ in flow.routes
                    )
                    yield Finding(
                        locations=here(place),
                        message=f"`{flow.id}` names `{duty}`, which gives {HOURS[duty]} hours from birth, and may take "
                        f"{words.span(hours)}",
                        consequence="until then the baby is on no list: not for screening, not for the first visit",
                        help=f"say in `purpose` that it is posted within {HOURS[duty]} hours, or send it another way"
                        if posted
                        else "plan it in time: `when: {event: birth}` and `within: PT36H`",
                        severity=Severity.WARNING if posted else weight(law()[duty]),
                        about=(flow.id, duty),
                    )


def _duty(flow: Flow) -> str | None:
    """The duty to notify a birth that a flow names."""
    named = (power for basis, _ in flow.bases for power in basis.powers or () if power in HOURS)
    return next(named, None)


def _longest(flow: Flow) -> Iterator[tuple[Place, float]]:
    """For each trigger that counts from birth, the hours that the flow may take, and where that is said."""
    within = flow.within.longest_hours if flow.within else 0.0
    alone = not isinstance(flow.shape.when, tuple)
    for index, when in enumerate(flow.when):
        if when.event == "birth":
            yield flow.place / "within", within
        elif when.every is not None:
            place = flow.place / "when" if alone else flow.place / "when" / index
            yield place / "every", when.every.longest_hours + within
