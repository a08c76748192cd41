"""An agreement ends, or is due for review, before it begins.

## Why it matters

One of the two days is a slip. Where the last day comes before the first, the agreement is never in force, and all that
it promises about a child is promised by nobody.

## Example

```yaml bad
status: in-force
effective: 2026-04-01
review: 2026-03-31  # <-
flows: []
```

```yaml bad
status: in-force
effective: 2027-04-01
expires: 2027-03-31  # <-
flows: []
```

```yaml good
status: in-force
effective: 2026-04-01
review: 2027-03-31
expires: 2028-03-31
flows: []
```

## How much it weighs

An error where the last day comes before the first: the agreement is never in force. A warning where only the day of
review does.

## What to do

Look at the signed copy: mostly the year is wrong. `effective: 2026-04-01`, `review: 2027-03-31`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here, related
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("LIF02", Severity.ERROR, sources=("ico-data-sharing-code",))
def dates_out_of_order(workspace: Workspace) -> Iterator[Finding]:
    """Protocols whose last day or day of review comes before their first day."""
    for protocol in workspace.protocols():
        first, place = protocol.shape.effective, protocol.place
        for key, day, what in (
            ("expires", protocol.shape.expires, "runs out on"),
            ("review", protocol.shape.review, "is due for review on"),
        ):
            if first is not None and day is not None and day < first:
                yield Finding(
                    locations=(*here(place / key), related(place / "effective", "it begins here")),
                    message=f"`{protocol.id}` {what} {day}, before it begins on {first}",
                    consequence="it is never in force, and nobody promises what it says about a child"
                    if key == "expires"
                    else "nobody knows when it is looked at again, or since when it holds",
                    help="look at the signed copy, and mend the year of one of the two",
                    severity=None if key == "expires" else Severity.WARNING,
                    about=(key, "before-effective"),
                )
