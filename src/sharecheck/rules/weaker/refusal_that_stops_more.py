"""A refusal stops more than before.

## Why it matters

After a no, the old text still let the safeguarding note through. The new one does not say so. Whoever sends it will not
dare to, or will dare to, and neither was decided.

## Example

```yaml before
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    agreement: {ask: parent, if-refused: [birth-details]}
```

```yaml bad
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    agreement: {ask: parent}  # <-
```

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
    agreement: {ask: parent, if-refused: [birth-details, feeding-status]}
```

## What to do

Say again what goes in spite of a refusal, and in which case.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity, related
from sharecheck.finding.members import each_of
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR19", Severity.WARNING)
def refusal_that_stops_more(versions: Versions) -> Iterator[Finding]:
    """Items that went after a refusal, and cases that overrode one, and do no more."""
    for before, after in versions.flows:
        old, new = before.shape.agreement, after.shape.agreement
        if not (old and new and new.ask):
            continue
        stopped = [item for item in old.if_refused or () if item not in (new.if_refused or ())]
        closed = [case for case in old.overridden_by or () if case not in (new.overridden_by or ())]
        for key, names, message in (("if-refused", stopped, _stopped), ("overridden-by", closed, _closed)):
            yield from each_of(
                ((name, after.place / "agreement") for name in names),
                partial(message, after.id),
                "a no to one thing keeps back what a child's safety may hang on",
                f"put it back under `{key}:`",
                elsewhere=(related(before.place / "agreement", "in the version before"),),
                about=(after.id, key),
            )


def _stopped(flow: str, items: tuple[str, ...]) -> str:
    return f"`{flow}` does not carry {words.listed(items)} after a refusal any more"


def _closed(flow: str, cases: tuple[str, ...]) -> str:
    return f"`{flow}` stays with a refusal also for {', '.join(cases)}"
