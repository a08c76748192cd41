"""A duty to share is named, and it leads to none of those who receive.

## Why it matters

A duty to share has two ends. The one of the health Act joins health with health; it does not open a way to children's
social care or to a nursery. Who believes that it does sends without a ground, or hears that there is none on the day on
which a child is in danger, and loses that day.

## Example

```yaml bad
flows:
  - id: review
    from: maternity
    to: nursery
    when: {on: change}
    within: P5D
    items: [feeding-status]
    basis:
      article-6: 6(1)(c)
      powers: [hsca-251b]  # <-
  - id: needs-of-a-child
    from: maternity
    to: health-visiting
    when: {event: sen-identified}
    within: P10D
    items: [sen-notification]
    agreement: {inform: parent}
    basis:
      article-6: 6(1)(c)
      powers:
        - cfa-23  # <-
```

```yaml good
flows:
  - id: handover
    from: maternity
    to: [health-visiting, nursery]
    when: {event: midwife-discharge}
    within: P1D
    items: [feeding-status]
    basis: {article-6: 6(1)(e), powers: [hsca-251b, ca2004-11]}
  - id: needs-of-a-child
    from: maternity
    to: council
    when: {event: sen-identified}
    within: P10D
    items: [sen-notification]
    agreement: {inform: parent}
    basis: {article-6: 6(1)(c), powers: [cfa-23]}
```

A processor receives for somebody else, who may be the one meant:

```yaml good
parties:
  - {id: board, service: midwifery, kind: local-health-board, nation: wales}
  - {id: record-host, service: child-health-information, kind: company, controller: processor, nation: wales}
flows:
  - id: notice
    from: board
    to: record-host
    when: {event: birth}
    within: PT36H
    items: [birth-details]
    basis: {article-6: 6(1)(c), powers: [nhswa-200]}
```

Named for a whole protocol, it has to lead to somebody in it. The duty of Part 2 of the Children Act 2004 stays in
England:

```yaml bad
basis:
  article-6: 6(1)(e)
  powers: [ca2004-11, ca2004-16la]  # <-
flows:
  - {id: over-the-border, from: council, to: welsh-health-board, when: {on: change}, within: P1D, items: [address]}
```

## How much it weighs

By what the register says of the provision: a provision that was read is an error, one that was read in part a
warning, one that was not found information; guidance is a warning at most.

## What to do

Name what gives the power or the duty towards this recipient. To whom a duty leads stands in the register of law under
`towards`; where that was not read, nothing is said.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.law.calendar import weight
from sharecheck.law.grounds import grounds
from sharecheck.law.register import leads_to
from sharecheck.model.party import Party
from sharecheck.rule import rule
from sharecheck.standards import law
from sharecheck.workspace import Ground, Workspace
from sharecheck.workspace.protocol import acts_for


@rule("LAW19", Severity.ERROR, sources=("hsca-251b", "cfa-23", "aln-64", "ca2004-16la", "ssww-130"), alone=False)
def duty_that_leads_elsewhere(workspace: Workspace) -> Iterator[Finding]:
    """Duties to share in `powers` that lead to none of the recipients of the flows that rest on them."""
    for ground in grounds(workspace):
        recipients = _recipients(ground)
        for id, place in ground.powers if recipients else ():
            provision = law().get(id)
            area = ground.protocol.area
            if provision and provision.towards and not any(leads_to(provision, party, area) for party in recipients):
                yield from each_of(
                    ((party.id, place) for party in recipients),
                    partial(_message, f"`{id}` ({provision.citation})"),
                    "on the day on which it counts somebody finds that out, and that day is lost for the child",
                    f"name what gives it towards them; this one says: {provision.says.rstrip('.')}",
                    severity=weight(provision),
                    about=(*ground.whose, id),
                )


def _message(provision: str, recipients: tuple[str, ...]) -> str:
    return f"{provision} is no duty towards {words.listed(recipients)}"


def _recipients(ground: Ground) -> tuple[Party, ...]:
    """Who receives under a ground, when all of them are known, and none of them receives it for somebody else."""
    ids, parties = ground.recipients_named, ground.protocol.area.parties
    known = tuple(parties[id] for id in ids if id in parties and not acts_for(parties[id]))
    return known if len(known) == len(ids) else ()
