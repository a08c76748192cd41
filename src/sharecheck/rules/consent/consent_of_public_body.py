"""A public body states consent as its lawful basis.

## Why it matters

A parent who needs the service is hardly free to say no, and may take a consent back on any day; what a service has to
do for a child goes on all the same. Where consent is named and not meant, a parent is offered a no that nobody keeps
to; where it is meant, a no stops what the child needs. To agree to a service, or to be told, is something else.

## Example

```yaml bad
parties:
  - {id: maternity, service: midwifery, kind: nhs-foundation-trust}
  - {id: health-visitors, service: health-visiting}
flows:
  - id: booking-form
    from: maternity
    to: health-visitors
    when: {event: booking}
    within: P5D
    items: [expected-date-of-birth]
    basis:
      article-6: 6(1)(a)  # <-
```

Name the task, and tell the parents:

```yaml good
parties:
  - {id: maternity, service: midwifery, kind: nhs-foundation-trust}
  - {id: health-visitors, service: health-visiting}
flows:
  - id: booking-form
    from: maternity
    to: health-visitors
    when: {event: booking}
    within: P5D
    items: [expected-date-of-birth]
    basis: {article-6: 6(1)(e), powers: [hsca-251b]}
    agreement: {inform: parent}
```

A body that is no public authority may choose consent, and so may one that says that it is none for this work:

```yaml good
parties:
  - {id: playgroup, service: early-years-setting, kind: charity}
  - {id: surgery, service: general-practice, kind: gp-practice, public-authority: false}
  - {id: health-visitors, service: health-visiting}
basis: {article-6: 6(1)(a)}
flows:
  - id: observations
    from: [playgroup, surgery]
    to: health-visitors
    when: {event: progress-check-at-two}
    within: P5D
    items: [parents-view]
```

## What to do

Agree whether consent is really the ground; where it is another one, state that, with the provision in `powers`. Keep
the conversation with the parents: `agreement: {inform: parent}`, or `ask` where their agreement to a service is meant,
or where something asks for it. Trusts, boards, councils and GP practices are taken for public bodies; one that is none
for this work says so: `public-authority: false`.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of, verb
from sharecheck.law.grounds import consents
from sharecheck.model.base import many
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Ground, Workspace


@rule("CON01", Severity.WARNING, sources=("ico-10-step", "ukgdpr-6-1-a"))
def consent_of_public_body(workspace: Workspace) -> Iterator[Finding]:
    """Consent stated as the lawful basis of what a public body sends."""
    for statement in consents(workspace):
        bodies = [party.id for party in statement.senders if statement.protocol.area.is_public(party)]
        yield from each_of(
            (((id, flow.id), statement.place / "article-6") for id in bodies for flow in _resting(statement, id)),
            _message,
            "a no to sharing is taken for a no to help, and a yes can end on any day, whatever the child needs",
            "agree whether consent is the ground, or which other one it is; where it is another, say under `agreement` "
            "what parents are told, and about what they are asked",
            about=statement.about,
        )


def _resting(statement: Ground, party: str) -> Iterator[Flow]:
    """The flows for which a body states it: those that it sends; where it states it by name, those it takes part in."""
    named = statement.basis.party == party
    for flow in statement.flows:
        part = {*many(flow.shape.to), *many(flow.shape.accountable)} if named else set()
        if party in part.union(many(flow.shape.from_)):
            yield flow


def _message(bodies: tuple[str, ...], flows: tuple[str, ...]) -> str:
    state = verb(bodies, "is a public body and states", "are public bodies and state")
    return f"{words.listed(bodies)} {state} consent, 6(1)(a), for {words.listed(flows)}"
