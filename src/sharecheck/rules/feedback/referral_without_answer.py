"""A child is referred, and nobody tells the referrer what came of it.

## Why it matters

The health visitor has referred and crossed it off. The therapist wrote twice, nobody came, and the child was taken from
the list. Each believes that the other one has it; the child is seen again at school.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: health-visiting, service: health-visiting}
  - {id: early-help, service: early-help}
---
flows:
  - id: referral
    from: health-visiting  # <-
    to: early-help
    when: {on: change}
    within: P5D
    items: [referral]
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: health-visiting, service: health-visiting}
  - {id: early-help, service: early-help}
---
flows:
  - id: referral
    from: health-visiting
    to: early-help
    when: {on: change}
    within: P5D
    items: [referral]
  - id: what-came-of-it
    from: early-help
    to: health-visiting
    when: {on: change}
    within: P10D
    items: [referral-outcome]
```

What the service writes about what it then did is an answer too. Whoever is only told of a referral does not owe one,
and parents who asked for help themselves are there when it comes:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: health-visiting, service: health-visiting}
  - {id: early-help, service: early-help}
  - {id: nursery, service: early-years-setting}
---
flows:
  - {id: referral, from: health-visiting, to: early-help, when: {on: change}, within: P5D, items: [referral]}
  - {id: plan, from: early-help, to: health-visiting, when: {on: change}, within: P5D, items: [early-help-plan]}
  - {id: for-the-nursery, from: health-visiting, to: nursery, when: {on: change}, within: P5D, items: [referral]}
  - {id: asks-for-help, from: parent, to: early-help, when: {on: change}, within: P5D, items: [referral]}
```

## What to do

Write the way back, also for a child who did not come: a flow of `referral-outcome` to who referred.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of, end, verb
from sharecheck.model.base import many
from sharecheck.network.build import PARENT
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("FBK03", Severity.WARNING, sources=("dch-careconnect", "eif-10-insights"), alone=False)
def referral_without_answer(workspace: Workspace) -> Iterator[Finding]:
    """Complete areas with a referral to a service that takes referrals, and no flow back that tells of it."""
    referrals, outcomes = (workspace.vocabulary.items_with(role) for role in ("referral-made", "referral-answered"))
    short_stays, answers_of = workspace.vocabulary.services_with("short-stay"), workspace.vocabulary.answers
    answering = outcomes.union(*answers_of.values())
    for area in workspace.areas:
        if not area.complete:
            continue
        replies = {
            (sender, recipient, item)
            for flow in area.current_flows.carrying(answering)
            for item in answering & flow.carries
            for sender in many(flow.shape.from_)
            for recipient in many(flow.shape.to)
        }
        for flow in area.current_flows.carrying(referrals):
            for party in (party for party in flow.recipients if not party.elsewhere):  # who has moved is answered there
                own = [answers_of[service] for service in many(party.service) if service in answers_of]
                answers = outcomes.union(*own)
                silent = [
                    sender.id
                    for sender in flow.senders
                    if own
                    and sender.id != PARENT
                    and short_stays.isdisjoint(many(sender.service))
                    and not any((party.id, sender.id, answer) in replies for answer in answers)
                ]
                yield from each_of(
                    ((id, end(flow, "from", id)) for id in silent),
                    partial(_message, party.id, flow.id),
                    "the child was taken from the list, and the referrer believes that help is coming",
                    partial(_help, party.id),
                    about=(flow.id, party.id),
                )


def _message(party: str, flow: str, senders: tuple[str, ...]) -> str:
    refer = f"{words.listed(senders)} {verb(senders, 'refers', 'refer')} to `{party}` by `{flow}`"
    return f"{refer}, and no flow tells {verb(senders, 'it', 'them')} what came of that"


def _help(party: str, sender: str) -> str:
    return f"write the way back: a flow of `referral-outcome` from `{party}` to `{sender}`"
