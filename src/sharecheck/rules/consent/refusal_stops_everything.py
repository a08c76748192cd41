"""A parent's no stops everything that a flow carries.

## Why it matters

Most parents say yes. Those who say no are not like the others: among them are families whom a service has let down
before, and now and then one in which somebody is not safe. When a no leaves nothing, the next service does not even
learn that there was a question; and when the plan that keeps a child safe hangs on it, the one from whom the child is
to be kept safe can stop it.

## Example

```yaml bad
flows:
  - id: antenatal-summary
    from: maternity
    to: health-visiting
    when: {event: pregnancy-notification}
    within: P10D
    items: [expected-date-of-birth, smoking]
    agreement:
      ask: parent  # <-
```

Say what flows in any case, or what goes before a no:

```yaml good
flows:
  - id: antenatal-summary
    from: maternity
    to: health-visiting
    when: {event: pregnancy-notification}
    within: P10D
    items: [expected-date-of-birth, smoking]
    agreement: {ask: parent, if-refused: [expected-date-of-birth]}
```

```yaml good
flows:
  - id: concern
    from: maternity
    to: health-visiting
    when: {on: change}
    within: P1D
    items: [domestic-abuse-enquiry]
    agreement: {ask: parent, overridden-by: [safeguarding]}
```

A minimum is not enough where it leaves out what the child's safety hangs on:

```yaml bad
flows:
  - id: antenatal-summary
    from: maternity
    to: health-visiting
    when: {event: pregnancy-notification}
    within: P5D
    items: [expected-date-of-birth, pre-birth-plan]  # <-
    agreement:
      ask: parent
      if-refused: [expected-date-of-birth]
```

What a parent is told of, without being asked, cannot be stopped; and what goes to the parent is the parent's own
affair:

```yaml good
flows:
  - id: antenatal-summary
    from: maternity
    to: health-visiting
    when: {event: pregnancy-notification}
    within: P5D
    items: [expected-date-of-birth]
    agreement: {inform: parent}
  - id: copy
    from: maternity
    to: parent
    when: {event: pregnancy-notification}
    within: P5D
    items: [expected-date-of-birth]
    agreement: {ask: parent}
```

Who says no to a service is not referred to it; that no is kept to:

```yaml good
flows:
  - id: referral
    from: nursery
    to: speech-therapy
    when: {on: change}
    within: P5D
    items: [language-screen, referral]
    agreement: {ask: parent, to: service}
```

A no is kept to where what is carried is shared only with the parent's agreement, as the framework of early years
settings asks for the progress check:

```yaml good
flows:
  - id: progress-check
    from: nursery
    to: health-visiting
    when: {event: progress-check-at-two}
    within: P10D
    items: [progress-check-summary, progress-check-done]
    agreement: {ask: parent}
```

## What to do

Agree what is passed on in any case: `if-refused: [expected-date-of-birth]`. Say what goes before a no:
`overridden-by: [safeguarding]`. Where nothing asks for the parent's agreement to the sharing, parents can be told
instead: `inform: parent`. Where something does, their no is kept to.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.document import Place
from sharecheck.finding import Finding, Severity, here, related
from sharecheck.finding.members import each_of, item_place
from sharecheck.law.grounds import grounds
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace


@rule("CON02", Severity.WARNING, sources=("ico-10-step", "ico-data-sharing-code"))
def refusal_stops_everything(workspace: Workspace) -> Iterator[Finding]:
    """Flows for which a parent is asked, with nothing left after a no, or with safety hanging on the answer."""
    consent = {flow for ground in grounds(workspace) if ground.basis.article_6 == "6(1)(a)" for flow in ground.flows}
    by_agreement = workspace.vocabulary.items_with("shared-by-agreement")
    for flow in workspace.current_flows():
        if flow.shape.agreement is None and flow not in consent:
            continue
        decision = _decision_place(flow)
        if decision is None or not flow.protocol.read_in_full or not flow.between_services:
            continue
        agreement = flow.shape.agreement
        anyway = (agreement.if_refused if agreement else None) or ()
        safety = [carried.id for carried in flow.safeguarding if carried.id not in anyway]
        if not safety and not flow.carries.isdisjoint(by_agreement):
            continue  # nobody may share it without, and the no is kept to
        service = agreement is not None and agreement.to in ("service", "treatment")  # a no to help, not to sharing
        if (agreement and agreement.overridden_by) or ((anyway or service) and not safety):
            continue
        if safety:
            yield from each_of(
                ((item, item_place(flow, item)) for item in safety),
                partial(_stops, flow.id),
                "the one from whom a child is to be kept safe can stop the warning",
                "say what goes before a no: `overridden-by: [safeguarding]`",
                elsewhere=(related(decision, "the parent decides"),),
                about=(flow.id,),
            )
            continue
        yield Finding(
            locations=here(decision),
            message=f"a parent's no to `{flow.id}` stops all that it carries",
            consequence="the next service does not even learn that there was something to ask about",
            help="say what flows in any case: `if-refused: [...]`, or what goes before a no: `overridden-by: [...]`",
            about=(flow.id,),
        )


def _stops(flow: str, items: tuple[str, ...]) -> str:
    return f"a parent's no to `{flow}` stops {words.listed(items)}"


def _decision_place(flow: Flow) -> Place | None:
    """Where a flow says that a parent decides: by being asked, or because consent is the lawful basis."""
    if flow.shape.agreement and flow.shape.agreement.ask:
        return flow.place / "agreement" / "ask"
    consent = any(basis.article_6 == "6(1)(a)" for basis, _ in flow.sender_bases)
    return flow.place / "id" if consent else None
