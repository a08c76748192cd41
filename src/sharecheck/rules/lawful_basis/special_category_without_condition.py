"""Special category data is sent, and no condition of Article 9 is stated.

## Why it matters

Health, ethnicity and religion need a second ground beside the lawful basis. Where it is missing, careful people leave
the item out: the form arrives, and the line about the mother's mental health is empty.

## Example

```yaml bad
basis: {article-6: 6(1)(e), powers: [si-2013-351-5a]}
flows:
  - id: handover  # <-
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [address, maternal-mental-health, feeding-status]
```

```yaml good
basis:
  article-6: 6(1)(e)
  article-9: 9(2)(h)
  schedule-1: paragraph-2
  powers: [si-2013-351-5a]
flows:
  - id: handover
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [address, maternal-mental-health, feeding-status]
```

Of items that are not special category data nothing is said:

```yaml good
basis: {article-6: 6(1)(e), powers: [cca-1]}
flows:
  - id: address
    from: council
    to: health-visiting
    when: {on: change}
    within: P2D
    items: [address]
```

## What to do

Agree which condition it is, and state it with what it rests on: `article-9: ...`, and a paragraph under `schedule-1`.
Which one fits is for the parties to decide.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.law.grounds import silences, unstated
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("LAW03", Severity.ERROR, sources=("dpa-10", "ukgdpr-9-2-g", "ukgdpr-9-2-h"))
def special_category_without_condition(workspace: Workspace) -> Iterator[Finding]:
    """Flows with special category items for which a sender states no condition of Article 9."""
    for silence in silences(workspace, lambda basis: basis.article_9, of=lambda flow: flow.carries_special):
        yield from each_of(
            silence.carrying(lambda flow: flow.special),
            partial(unstated, "no condition of Article 9 is stated for {} in"),
            consequence="who is careful leaves these out, and the next service does not know that there is something",
            help="agree which it is, and state it with what it rests on: `article-9: ...` and `schedule-1: ...`",
            about=(silence.owner,),
        )
