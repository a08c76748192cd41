"""Partners are not told in time that data was lost or seen by the wrong people.

## Why it matters

The partner whose record it is knows the family: who must not learn the new address, who must be told today. And a
controller has, where feasible, 72 hours from becoming aware of a breach to report it, when it has to be reported. A
partner that hears of it late can neither protect the child nor find out in time what it has to report.

## Example

```yaml bad
sharecheck: protocol/1
id: example  # <-
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]
```

```yaml good
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]
governance:
  breach: {notify-partners-within: PT24H, contact: information.governance@northshire.example}
```

A limit that is longer than the 72 hours comes too late for them:

```yaml bad
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]
governance:
  breach:
    notify-partners-within: P5D  # <-
```

Of a text that was read in part, nobody can say that it has no such clause:

```yaml good
encoded-from: {title: Sharing protocol, read: opening}
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]
```

## What to do

Agree how soon the other parties hear of it, and who tells whom: `notify-partners-within: PT24H`. The 72 hours are the
law's; that partners need to know within a day is our proposal.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.model.base import Duration
from sharecheck.model.governance import Breach
from sharecheck.model.length import limit_words, surely_longer
from sharecheck.rule import rule
from sharecheck.workspace import Workspace

CLOCK = Duration("PT72H")
"""From becoming aware of a breach to its notification, where feasible: UK GDPR Article 33(1)."""


@rule("SEC02", Severity.WARNING, sources=("ukgdpr-33", "ico-data-sharing-code"))
def no_breach_notice(workspace: Workspace) -> Iterator[Finding]:
    """Protocols that do not say how soon partners hear of a breach, or only after the 72 hours of the controller."""
    for protocol in workspace.protocols():
        breach = protocol.governance.breach
        limit = breach.notify_partners_within if breach else None
        missing = limit is None and protocol.agreement and bool(protocol.personal_flows)
        if not (missing or (limit and surely_longer(limit, CLOCK))):
            continue
        clause = protocol.place / "governance" / "breach"
        yield Finding(
            locations=here(clause / "notify-partners-within" if limit else clause if breach else protocol.place / "id"),
            message=f"partners hear of a breach within {limit_words(limit)}; a report to the ICO, where one is due, "
            "has 72 "
            "hours"
            if limit
            else f"`{protocol.id}` does not say how soon partners hear of a breach",
            consequence="the partner who knows the family cannot warn it in time",
            help="agree it and say so: `breach: {notify-partners-within: PT24H}`",
            about=(protocol.id, "notify-partners-within"),
            lacks=None if limit else _lack(breach),
        )


def _lack(breach: Breach | None) -> Lack:
    clause = "governance/breach"
    contact = () if breach and breach.contact else (f"{clause}/contact",)
    return Lack("how soon partners hear of a breach", (f"{clause}/notify-partners-within: PT24H", *contact))
