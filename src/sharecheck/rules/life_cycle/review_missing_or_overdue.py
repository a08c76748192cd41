"""An agreement has no day of review, is overdue for it, or has run out.

## Why it matters

Teams are renamed, mailboxes are closed, systems change. An agreement that nobody opens goes on promising what no longer
happens: the letter about a baby whom the hearing screen refers goes to a clinic that moved two years ago.

## Example

```yaml bad
sharecheck: protocol/1
id: births  # <-
status: in-force
flows: []
```

```yaml bad
status: in-force
review: 2026-03-31  # <-
flows: []
```

```yaml bad
status: in-force
review: 2026-03-31
expires: 2026-09-30  # <-
flows: []
```

```yaml good
sharecheck: protocol/1
id: births
status: in-force
review: 2027-03-31
flows: []
```

What runs out by itself has to be opened again by then:

```yaml good
sharecheck: protocol/1
id: births
status: in-force
expires: 2027-03-31
flows: []
```

## What to do

Agree a day within the next two years, and put it in somebody's diary: `review: 2027-03-31`. When it is overdue, ask
each party first whether the mailboxes and the names are still right.
"""

from collections.abc import Iterator
from datetime import date

from sharecheck import words
from sharecheck.finding import Finding, Lack, Severity, here
from sharecheck.model.base import DAY
from sharecheck.model.calendar import years_later
from sharecheck.rule import rule
from sharecheck.workspace import Protocol, Workspace


@rule("LIF01", Severity.WARNING, sources=("ico-data-sharing-code", "weisf-review"))
def review_missing_or_overdue(workspace: Workspace) -> Iterator[Finding]:
    """Protocols without a day of review, those whose day has passed, and those in force that have run out."""
    for protocol in workspace.protocols():
        fault = _fault(protocol, workspace.as_of)
        if fault is not None:
            key, message, help = fault
            yield Finding(
                locations=here(protocol.place / key),
                message=f"`{protocol.id}` {message}",
                consequence="it promises what may no longer happen: a letter about a child goes to an old address",
                help=help,
                about=(key if key != "id" else "no-review",),
                lacks=Lack("when it is reviewed", (_next(workspace.as_of),)) if key == "id" else None,
            )


def _next(today: date) -> str:
    return f"review: {years_later(today, 1).year:04}-03-31"


def _fault(protocol: Protocol, today: date) -> tuple[str, str, str] | None:
    """The key that is wrong, what is wrong with it, in words, and what helps."""
    shape, next_day = protocol.shape, f"`{_next(today)}`"
    if shape.expires and shape.expires < today and shape.status == "in-force":
        help = "renew it, with a later `expires`, or say `status: withdrawn`"
        return "expires", f"says that it is in force, and that it ran out on {shape.expires}", help
    if shape.review and shape.review < today and protocol.in_force:
        late = words.span((today - shape.review).days * DAY)
        return "review", f"was due for review {late} ago", f"review it, and agree the next day, for example {next_day}"
    if shape.review is None and shape.expires is None and protocol.agreement:
        return "id", "has no day of review", f"agree one, for example {next_day}"
    return None
