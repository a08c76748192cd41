"""Partners state different conditions for the same health data, or differ about what was told in confidence.

## Why it matters

One hospital passes on what a mother said because she expects it, the other because a law requires it, the third asks
her each time. All three send the same form. When a mother says no, it depends on the hospital whether the health
visitor hears of her illness; and nobody ever decided that.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: north-maternity, service: midwifery, kind: nhs-trust}
  - {id: south-maternity, service: midwifery, kind: nhs-foundation-trust}
  - {id: health-visiting, service: health-visiting, kind: nhs-trust}
---
sharecheck: protocol/1
id: north
basis:
  article-9: 9(2)(h)
  confidentiality: implied-consent  # <-
flows:
  - {id: birth-summary, from: north-maternity, to: health-visiting, items: [identity, maternal-mental-health]}
---
sharecheck: protocol/1
id: south
basis: {article-9: 9(2)(h), confidentiality: explicit-consent}
flows:
  - {id: discharge, from: south-maternity, to: health-visiting, items: [identity, maternal-mental-health]}
```

The condition of Article 9 is compared as well, where one of them is consent; which of the others fits best is told
differently by good lawyers, and nothing hangs on it for the family:

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: north-maternity, service: midwifery, kind: nhs-trust}
  - {id: south-maternity, service: midwifery, kind: nhs-foundation-trust}
  - {id: health-visiting, service: health-visiting, kind: nhs-trust}
---
sharecheck: protocol/1
id: north
basis: {article-9: 9(2)(h)}  # <-
flows:
  - {id: birth-summary, from: north-maternity, to: health-visiting, items: [identity, maternal-mental-health]}
---
sharecheck: protocol/1
id: south
basis: {article-9: 9(2)(a)}
flows:
  - {id: discharge, from: south-maternity, to: health-visiting, items: [identity, maternal-mental-health]}
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: north-maternity, service: midwifery, kind: nhs-trust}
  - {id: south-maternity, service: midwifery, kind: nhs-foundation-trust}
  - {id: health-visiting, service: health-visiting, kind: nhs-trust}
---
sharecheck: protocol/1
id: north
basis: {article-9: 9(2)(h), confidentiality: implied-consent}
flows:
  - {id: birth-summary, from: north-maternity, to: health-visiting, items: [identity, maternal-mental-health]}
---
sharecheck: protocol/1
id: south
basis: {article-9: 9(2)(g), confidentiality: implied-consent}
flows:
  - {id: discharge, from: south-maternity, to: health-visiting, items: [identity, maternal-mental-health]}
```

## What to do

Bring them together, ask what a mother is told and what her no does, and write down one answer. Nothing here says which
is right. Where the lawful basis differs too, `LAW07` tells it, and this rule adds what it does not say.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck.finding import Finding, Severity, related
from sharecheck.finding.members import each_of
from sharecheck.law.readings import (
    ARTICLE_9,
    CONFIDENTIALITY,
    CONSENT,
    FlowReading,
    compared,
    disagreements,
    name,
)
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("LAW24", Severity.WARNING, sources=("common-law-confidence", "gmc-0-18", "eif-10-insights"), alone=False)
def different_conditions(workspace: Workspace) -> Iterator[Finding]:
    """Consent here and not there, under `article-9` or `confidentiality`, for the same knowledge."""
    for area in workspace.areas:
        stated = [ground.basis for protocol in area.current for ground in protocol.grounds]
        for point in (ARTICLE_9, CONFIDENTIALITY):
            if not CONSENT & {point.of(basis) for basis in stated}:
                continue  # as it is mostly: spares the look at each flow
            for (sender, recipient), first, others in disagreements(area, point):
                apart = [other for other in others if _rests_on_consent(first) != _rests_on_consent(other)]
                what = f"`{sender}` sends `{recipient}` the same knowledge, and `{point.key}` differs"
                yield from each_of(
                    ((name(other), first[1].place) for other in apart),
                    partial(
                        compared, what, {name(reading): reading[1].says for reading in (first, *apart)}, name(first)
                    ),
                    "what a no of the parents does depends on who was asked, and nobody decided that",
                    f"bring them together, and state one `{point.key}`; while there are two, write down why",
                    elsewhere=tuple(related(reading.place, reading.says) for _, reading in apart),
                    about=(point.key, sender, recipient, name(first)),
                )


def _rests_on_consent(flow_reading: FlowReading) -> bool:
    """Whether everything hangs on a yes."""
    return bool(CONSENT & flow_reading[1].stated)
