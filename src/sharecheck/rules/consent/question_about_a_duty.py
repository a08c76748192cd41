"""Parents are asked whether something may be sent that has to be sent.

## Why it matters

A question offers two answers. Where the law has answered already, a mother's no is not kept to, or the duty is not:
in both cases somebody was misled. Those who say no are rarely those whose children are well.

## Example

```yaml bad
flows:
  - id: needs-of-a-child
    from: maternity
    to: council
    when: {event: sen-identified}
    within: P10D
    items: [sen-notification]
    basis: {article-6: 6(1)(c), powers: [cfa-23]}
    agreement:
      ask: parent  # <-
```

Where they are told, and not asked, say so:

```yaml good
flows:
  - id: needs-of-a-child
    from: maternity
    to: council
    when: {event: sen-identified}
    within: P10D
    items: [sen-notification]
    basis: {article-6: 6(1)(c), powers: [cfa-23]}
    agreement: {inform: parent}
```

To be asked whether they want the *service* is another question, and so is one that a duty goes before:

```yaml good
flows:
  - id: needs-of-a-child
    from: maternity
    to: council
    when: {event: sen-identified}
    within: P10D
    items: [sen-notification]
    basis: {article-6: 6(1)(c), powers: [cfa-23]}
    agreement: {ask: parent, to: service}
  - id: worries
    from: maternity
    to: council
    when: {on: change}
    within: P1D
    items: [pre-birth-plan]
    basis: {article-6: 6(1)(c), powers: [ca1989-47]}
    agreement: {ask: parent, overridden-by: [legal-duty]}
```

A duty can itself ask for the parent's agreement, as the framework of early years settings does before a setting shares
the progress check:

```yaml good
flows:
  - id: progress-check
    from: nursery
    to: health-visiting
    when: {event: progress-check-at-two}
    within: P10D
    items: [progress-check-summary]
    basis: {article-6: 6(1)(c), powers: [cca-40]}
    agreement: {ask: parent, overridden-by: [safeguarding]}
```

## What to do

Find out which of the two holds, from the text of the duty. If it goes whatever parents say, they are told:
`agreement: {inform: parent}`. If a no is kept to, the parties agree on which ground it is sent, and state that one.
Where parents are asked whether they want a service, say so: `to: service`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.rule import rule
from sharecheck.standards import law
from sharecheck.workspace import Workspace


@rule("CON06", Severity.WARNING, sources=("ico-consent", "ukgdpr-6-1-c", "cfa-23", "coventry-consent"))
def question_about_a_duty(workspace: Workspace) -> Iterator[Finding]:
    """Flows under 6(1)(c) and nothing else, of which parents are asked, with nothing that goes before their no.

    A duty that itself asks for their agreement is another matter.
    """
    for flow in workspace.stating("agreement"):
        agreement = flow.shape.agreement
        stated = {basis.article_6 for basis, _ in flow.sender_bases if basis.article_6}
        if agreement is None or stated != {"6(1)(c)"} or not flow.between_services:
            continue
        named = {power for basis, _ in flow.sender_bases for power in basis.powers or ()}
        if any(law()[power].asks_for_agreement for power in named if power in law()):
            continue
        if agreement.ask and agreement.to in (None, "sharing") and not agreement.overridden_by:
            yield Finding(
                locations=here(flow.place / "agreement" / "ask"),
                message=f"parents are asked about `{flow.id}`, which is stated to be a duty, 6(1)(c)",
                consequence="a no is not kept to, or the duty is not: in both cases somebody was misled",
                help="look up what the duty says of parents, and say which it is: they are told, "
                "`agreement: {inform: parent}`; they are asked about the service, `to: service`; or it is no duty",
                about=(flow.id, "ask"),
            )
