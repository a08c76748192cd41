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

Where consent is the lawful basis, a no is kept to as well: what it leaves out is the parent's decision. It is told once
for each consent, as information:

```yaml bad
flows:
  - id: wishes  # <-
    from: nursery
    to: health-visiting
    when: {on: change}
    within: P5D
    items: [parents-view]
    basis: {article-6: 6(1)(a)}
    agreement: {recorded: the form, withdrawal: a word to the key person}
```

## How much it weighs

A warning; information where consent is the lawful basis, so that a no is kept to. Of a page that only describes an
arrangement, nothing is said but where a child's safety hangs on the answer.

## What to do

Agree what is passed on in any case: `if-refused: [expected-date-of-birth]`. Say what goes before a no:
`overridden-by: [safeguarding]`. Where nothing asks for the parent's agreement to the sharing, parents can be told
instead: `inform: parent`. Where something does, or where consent is the ground, their no is kept to, and the parties
agree when they are asked again: `asked-again: P6M`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import groupby

from sharecheck import words
from sharecheck.document import Place
from sharecheck.finding import Finding, Severity, related
from sharecheck.finding.members import each_of, item_place, verb
from sharecheck.law.grounds import consents
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace

Consents = Mapping[Flow, Place]
"""Where the consent stands on which a flow is sent: the first one, where several senders state it."""


@rule("CON02", Severity.WARNING, sources=("ico-10-step", "ico-data-sharing-code"))
def refusal_stops_everything(workspace: Workspace) -> Iterator[Finding]:
    """Flows for which a parent is asked, with nothing left after a no, or with safety hanging on the answer."""
    consented = _consented(workspace)
    decided = [
        flow
        for flow in workspace.current_flows()
        if (flow.shape.agreement is not None or flow in consented)
        and _decision(flow, consented) is not None
        and flow.protocol.read_in_full
        and flow.between_services
        and not (flow.shape.agreement and flow.shape.agreement.overridden_by)
    ]
    for flow in decided:
        yield from each_of(
            ((item, item_place(flow, item)) for item in _in_danger(flow)),
            partial(_stops, flow.id),
            "the one from whom a child is to be kept safe can stop the warning",
            "say what goes before a no: `overridden-by: [safeguarding]`",
            elsewhere=(related(_decision(flow, consented) or flow.place, "the parent decides"),),
            about=(flow.id,),
        )
    emptied = [flow for flow in decided if flow.protocol.agreement and not _in_danger(flow) and not _kept_to(flow)]
    for consent, same in groupby(emptied, key=lambda flow: consented.get(flow, flow.place)):
        flows = list(same)
        rests = flows[0] in consented
        for finding in each_of(
            ((flow.id, _decision(flow, consented) or consent) for flow in flows),
            _stops_all,
            "the next service does not even learn that there was something to ask about",
            "a no is kept to: that is the parent's decision; agree, if that is not done, when they are asked again: "
            "`asked-again: P6M`"
            if rests
            else "say what flows in any case: `if-refused: [...]`, or what goes before a no: `overridden-by: [...]`",
            severity=Severity.INFORMATION if rests else None,
            about=(),
        ):
            yield replace(finding, group=(*finding.group, *map(str, consent.route)))


def _consented(workspace: Workspace) -> Consents:
    """The flows that are sent on consent, 6(1)(a), as their lawful basis."""
    found: dict[Flow, Place] = {}
    for ground in consents(workspace):
        for flow in ground.flows:
            if any(basis is ground.basis for basis, _ in flow.sender_bases):
                found.setdefault(flow, ground.place)
    return found


def _in_danger(flow: Flow) -> list[str]:
    """What the safety of a child hangs on, and does not go after a no."""
    anyway = (flow.shape.agreement.if_refused if flow.shape.agreement else None) or ()
    return [carried.id for carried in flow.safeguarding if carried.id not in anyway]


def _kept_to(flow: Flow) -> bool:
    """Whether something goes after a no, or a no is kept to, since it is to a service or nobody may share without."""
    agreement = flow.shape.agreement
    if not flow.carries.isdisjoint(flow.area.vocabulary.items_with("shared-by-agreement")):
        return True
    if agreement is None:
        return False
    return bool(agreement.if_refused) or agreement.to in ("service", "treatment")


def _stops(flow: str, items: tuple[str, ...]) -> str:
    return f"a parent's no to `{flow}` stops {words.listed(items)}"


def _stops_all(flows: tuple[str, ...]) -> str:
    return f"a parent's no to {words.listed(flows)} stops all that {verb(flows, 'it carries', 'they carry')}"


def _decision(flow: Flow, consented: Consents) -> Place | None:
    """Where a flow says that a parent decides: by being asked, or because consent is the lawful basis."""
    if flow.shape.agreement and flow.shape.agreement.ask:
        return flow.place / "agreement" / "ask"
    return flow.place / "id" if flow in consented else None
