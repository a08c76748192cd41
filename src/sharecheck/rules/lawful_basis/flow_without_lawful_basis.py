"""No lawful basis is stated for a flow.

## Why it matters

Where nothing is agreed, everybody decides alone. The council's officer says one thing, the trust's another, and until
they have met, the health visitor does not hear what the nursery saw.

## Example

```yaml bad
flows:
  - id: progress-check  # <-
    from: nursery
    to: health-visiting
    when: {event: progress-check-at-two}
    within: P10D
    items: [progress-check-summary]
  - id: setting-attended  # <-
    from: nursery
    to: health-visiting
    when: {on: change}
    within: P10D
    items: [setting-attended]
```

One ground for the whole protocol is enough; a flow may have its own:

```yaml good
basis: {article-6: 6(1)(f)}
flows:
  - id: progress-check
    from: nursery
    to: health-visiting
    when: {event: progress-check-at-two}
    within: P10D
    items: [progress-check-summary]
  - id: setting-attended
    from: nursery
    to: health-visiting
    when: {on: change}
    within: P10D
    items: [setting-attended]
    basis: {article-6: 6(1)(c), powers: [cca-40]}
```

When each party states its own, the sender has to be among them:

```yaml bad
flows:
  - id: progress-check
    from: nursery
    to: health-visiting
    when: {event: progress-check-at-two}
    within: P10D
    items: [progress-check-summary]
    basis:  # <-
      - {party: health-visiting, article-6: 6(1)(e), powers: [si-2013-351-5a]}
```

A parent is not asked for a ground, and neither are counts without personal data:

```yaml good
flows:
  - id: red-book
    from: parent
    to: health-visiting
    when: {event: new-birth-visit}
    within: PT1H
    items: [growth]
  - id: births-a-month
    from: maternity
    to: council
    when: {every: P1M}
    within: P5D
    aggregate: true
```

## What to do

Agree which point of Article 6 it is, and write it under `basis` of the protocol, or of the flow where it differs:
`basis: {article-6: ..., powers: [...]}`. Where a provision is named without one, the advice says what the register of
law lists it as; which point it is, people decide. Consent of a parent to a *service* is something else, and stands
under `agreement`.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.law.grounds import silences, unstated
from sharecheck.law.register import listings
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace


@rule("LAW01", Severity.WARNING, sources=("ico-10-step", "ukgdpr-6-1-e", "ukgdpr-6-1-f"))
def flow_without_lawful_basis(workspace: Workspace) -> Iterator[Finding]:
    """Flows for which a sender states no point of Article 6."""
    for silence in silences(workspace, lambda basis: basis.article_6, of=lambda flow: True):
        yield from each_of(
            silence.members,
            partial(unstated, "no lawful basis is stated for"),
            consequence="each partner decides alone, and what a child needs known waits until they agree",
            help="agree which point of Article 6 it is, and say so: `basis: {article-6: ..., powers: [...]}`"
            + _listings(silence.flows),
            about=(silence.owner,),
        )


def _listings(flows: tuple[Flow, ...]) -> str:
    """What the register says of provisions that are named without a point of Article 6."""
    named = [id for flow in flows for basis, _ in flow.bases if not basis.article_6 for id in basis.powers or ()]
    found = list(listings(named))
    return f"; the register lists {', '.join(found)}" if found else ""
