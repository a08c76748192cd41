"""What patients told in confidence is sent on, and nothing says how that is met.

## Why it matters

What a mother tells her midwife is hers, whatever Article 6 says. A midwife who is not told on what ground she may pass
it on does what she was taught: she keeps it. The handover then says that there is nothing to report.

## Example

```yaml bad
basis: {article-6: 6(1)(e), article-9: 9(2)(h), schedule-1: paragraph-2, powers: [ca2004-11]}
flows:
  - id: handover  # <-
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P1D
    items: [maternal-mental-health]
```

```yaml good
basis:
  article-6: 6(1)(e)
  article-9: 9(2)(h)
  schedule-1: paragraph-2
  confidentiality: implied-consent
  powers: [ca2004-11]
flows:
  - id: handover
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P1D
    items: [maternal-mental-health]
```

Of what is not about health, and of what is sent by others than health services, nothing is said, nor of a council that
sends the same as they do:

```yaml good
basis: {article-6: 6(1)(e), powers: [cca-1]}
flows:
  - {id: address, from: maternity, to: health-visiting, when: {on: change}, within: P1D, items: [address]}
  - {id: review, from: nursery, to: council, when: {on: change}, within: P1D, items: [progress-check-summary]}
  - id: referral
    from: [maternity, council]
    to: health-visiting
    when: {on: change}
    within: P1D
    items: [referral]
    basis:
      - {party: maternity, article-6: 6(1)(e), confidentiality: implied-consent, powers: [ca2004-11]}
      - {party: council, article-6: 6(1)(e), powers: [cca-1]}
```

## What to do

Say how it is met: `confidentiality: implied-consent` for direct care that the family knows of, `explicit-consent`,
`required-by-law` with the duty in `powers`, or `public-interest`. It is a question beside data protection law, with an
answer of its own.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.law.grounds import silences, unstated
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule(
    "LAW12",
    Severity.WARNING,
    sources=("common-law-confidence", "nhse-consent-confidentiality", "gmc-0-18"),
    alone=False,
)
def confidence_not_considered(workspace: Workspace) -> Iterator[Finding]:
    """Flows of special category items from health services, for which one of these states no `confidentiality`."""
    for silence in silences(
        workspace,
        lambda basis: basis.confidentiality,
        of=lambda flow: flow.carries_special,
        senders_of=lambda flow: flow.area.in_health(flow.senders),
    ):
        yield from each_of(
            silence.carrying(lambda flow: flow.special),
            partial(unstated, "{} came in confidence, and nothing is stated about that for"),
            "who was told in confidence keeps it, and the next service reads that there is nothing to report",
            "say how it is met: for example `confidentiality: implied-consent`, or `required-by-law`",
            about=(silence.owner,),
        )
