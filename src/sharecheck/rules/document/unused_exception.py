"""An exception is for nothing.

## Why it matters

What it left out is no longer there, or never was on that line. An exception that stays behind hides the next mistake in
the same place, and looks like a rule that is kept.

## Example

```yaml bad
flows:
  # sharecheck: ignore[DOC06] agreed by the board, until 2027-03-31  # <-
  - id: birth-summary
    from: maternity
    to: health-visiting
```

```yaml fixed
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
```

## What to do

Take it out.
"""

from collections.abc import Iterable, Iterator

from sharecheck.finding import Finding, Fix, Severity, here
from sharecheck.rule import Used, review
from sharecheck.words import listed


@review("DOC13", Severity.WARNING)
def unused_exception(used: Iterable[Used]) -> Iterator[Finding]:
    """Exceptions for which nothing was found, although all their rules were asked."""
    for use in used:
        exception = use.suppression
        if use.checked and not use.times:
            yield Finding(
                locations=here(exception.place, span=exception.span),
                message=f"nothing is left out by this exception from {listed(exception.rules)}",
                consequence="it may hide the next mistake in its place",
                help="take it out",
                about=exception.about,
                fix=Fix((exception.without,), safe=use.alone) if exception.document.shape else None,
            )
