"""Something has to arrive within three days, and nothing says who does it at weekends and on leave.

## Why it matters

"Within 24 hours" was agreed on a Tuesday. On the Friday before the holidays the liaison nurse goes home at four; what
comes at five waits till Tuesday, and the agreement was broken by nobody.

## Example

```yaml bad
sharecheck: protocol/1
id: handover  # <-
flows:
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: PT24H
    channel: secure-email
    items: [feeding-status]
```

```yaml good
sharecheck: protocol/1
id: handover
flows:
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: PT24H
    channel: secure-email
    items: [feeding-status]
governance:
  cover: the ward clerk on Saturdays and Sundays, the duty health visitor on holidays
```

A machine sends on all days, working days are counted as such, what has a week can wait for Monday, and a weekly list is
made on the day that suits:

```yaml good
sharecheck: protocol/1
id: handover
flows:
  - id: birth
    from: maternity
    to: child-health
    when: {event: birth}
    within: PT24H
    channel: system-message
    items: [birth-details]
  - id: discharge
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: {working-days: 2}
    channel: secure-email
    items: [feeding-status]
  - id: letter
    from: maternity
    to: general-practice
    when: {event: midwife-discharge}
    within: P7D
    channel: letter
    items: [feeding-status]
  - id: open-cases
    from: maternity
    to: health-visiting
    when: {every: P1W}
    within: P1D
    channel: secure-email
    items: [feeding-status]
```

## What to do

Say who does it out of hours, at weekends, on holidays and on leave: `cover: ...` under `governance`; or count in
working days, `within: {working-days: 2}`, if a weekend does no harm.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.law.clauses import lacking
from sharecheck.model.base import DAY, WEEK, Duration
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace

WEEKEND = 3 * DAY
"""Hours: a promise no longer than this can fall into a weekend."""


@rule("TIM08", Severity.WARNING, sources=("ico-accountability-framework", "lancashire-births-2013"))
def nobody_on_those_days(workspace: Workspace) -> Iterator[Finding]:
    """Agreements without `cover`, with flows that people send within three days, counted in days of the week."""
    for protocol, place in lacking(workspace, lambda governance: governance.cover):
        flows = [flow.id for flow in protocol.personal_flows if _by_hand(flow)]
        if flows:
            yield Finding(
                locations=here(place),
                message=f"{words.listed(flows)} of `{protocol.id}` cannot wait for Monday, and nothing says who does "
                "it then",
                consequence="what comes on Friday evening is read on Tuesday, and nobody broke the agreement",
                help="say who does it out of hours and on leave: `cover: ...` under `governance`; or count in "
                "working days",
                about=(protocol.id, "cover"),
                lacks=Lack(f"who sends {words.listed(flows)} out of hours and on leave", ("governance/cover",)),
            )


def _by_hand(flow: Flow) -> bool:
    """Whether somebody has to send a flow within three days of a day that nobody chose, and no post has cover."""
    quick = isinstance(flow.within, Duration) and flow.within.longest_hours <= WEEKEND
    machine = flow.channel is not None and flow.channel.form == "coded" and not flow.channel.re_keyed
    covered = flow.shape.relies_on is not None and bool(flow.shape.relies_on.cover)
    machine = machine or flow.undescribed  # nobody can say that it is none
    return quick and not (machine or covered or flow.by_parent or flow.looked_up or _on_a_chosen_day(flow))


def _on_a_chosen_day(flow: Flow) -> bool:
    """Whether a flow is a list that is made once a week or more seldom: who makes it chooses the day."""
    return bool(flow.when) and all(when.every and when.every.longest_hours >= WEEK for when in flow.when)
