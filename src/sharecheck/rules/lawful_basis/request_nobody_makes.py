"""A duty to answer a request is named for a flow that nobody requests.

## Why it matters

Some duties begin only when somebody asks, and end with the answer. A flow that goes out by itself has no such duty
behind it: the first officer who reads the section stops it, and the children of that month are on no list.

## Example

```yaml bad
flows:
  - id: new-worries
    from: nursery
    to: council
    when: {on: change}
    within: P1D
    items: [early-help-plan]
    basis:
      article-6: 6(1)(c)
      powers: [ca2004-16h]  # <-
```

```yaml good
flows:
  - id: answer-to-partners
    from: nursery
    to: council
    when: {on: request}
    within: P1D
    items: [early-help-plan]
    basis: {article-6: 6(1)(c), powers: [ca2004-16h]}
```

Beside a duty that needs no request, or as the support of a task, it may stand:

```yaml good
flows:
  - id: needs-of-a-child
    from: maternity
    to: council
    when: {event: sen-identified}
    within: P10D
    items: [sen-notification]
    agreement: {inform: parent}
    basis: {article-6: 6(1)(c), powers: [cfa-23, ca1989-47]}
  - id: plans
    from: council
    to: health-visiting
    when: {on: change}
    within: P1D
    items: [child-protection-plan]
    basis: {article-6: 6(1)(e), powers: [ca1989-47]}
```

## How much it weighs

An error for section 16H of the Children Act 2004, which was read and serves requests about local safeguarding
arrangements and reviews, and nothing else. A warning for all other duties.

## What to do

Let the flow be asked for, `when: {on: request}`, or name the duty or the task under which it goes out by itself.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.law.calendar import weight
from sharecheck.law.grounds import grounds
from sharecheck.law.register import DUTIES, named_provisions
from sharecheck.rule import rule
from sharecheck.workspace import Workspace

NARROW = "ca2004-16h"
"""A duty that serves requests and nothing else; what it brought may be used for nothing else."""


@rule("LAW15", Severity.ERROR, sources=("ca2004-16h", "ca1989-47", "ssww-164", "aln-65"))
def request_nobody_makes(workspace: Workspace) -> Iterator[Finding]:
    """Duties on request, where none of the flows that rest on them is requested."""
    for ground in grounds(workspace):
        provisions = named_provisions(ground) or ()
        on_request = [
            provision
            for provision in provisions
            if provision.trigger == "request" and "duty-to-share" in provision.serves_as
        ]
        others = [
            provision for provision in provisions if provision not in on_request and DUTIES & set(provision.serves_as)
        ]
        if not on_request:
            continue
        routine = [
            flow.id
            for flow in ground.flows
            if flow.when and not any(when.on for when in flow.when if when.on != "change")
        ]
        if len(routine) < len(ground.flows) or not routine:
            continue
        for provision in on_request:
            alone = ground.basis.article_6 == "6(1)(c)" and not others
            if alone or provision.id == NARROW:
                place = ground.place / "powers" / (ground.basis.powers or ()).index(provision.id)
                yield from each_of(
                    ((id, place) for id in routine),
                    partial(_message, f"`{provision.id}` ({provision.citation})"),
                    "the first who reads the section stops the flow, and the next child is on no list",
                    "let it be asked for, `when: {on: request}`, or name what it rests on when it goes out by itself",
                    severity=weight(provision) if provision.id == NARROW else Severity.WARNING,
                    about=(*ground.whose, provision.id),
                )


def _message(provision: str, flows: tuple[str, ...]) -> str:
    return f"{provision} is a duty to answer a request, and nobody requests {words.listed(flows)}"
