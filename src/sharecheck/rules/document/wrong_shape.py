"""A key is unknown or missing, or a value is of the wrong kind.

## Why it matters

A key that is not known says nothing: a misspelt `witihn` is a flow without a time limit. Nothing in the file is
looked at until its shape is right.

## Example

```yaml bad
sharecheck: protocol/1
id: misspelt
version: 2.1  # <-
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    witihn: P2D  # <-
```

```yaml fixed
sharecheck: protocol/1
id: misspelt
version: "2.1"
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    within: P2D
```

What is written in another form, and can mean one thing only:

```yaml bad
sharecheck: protocol/1
id: Birth Summary  # <-
status: In force  # <-
effective: 25/4/2026  # <-
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    within: 2 days  # <-
    items: birth-details  # <-
```

```yaml fixed
sharecheck: protocol/1
id: birth-summary
status: in-force
effective: 2026-04-25
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    within: P2D
    items: [birth-details]
```

## What to do

Follow the message at each place. `sharecheck schema protocol` prints all keys, and an editor that knows the schema
offers them while typing.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.problems import problems
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("DOC06", Severity.ERROR)
def wrong_shape(workspace: Workspace) -> Iterator[Finding]:
    """Keys that are unknown or missing, and values of the wrong kind."""
    return problems(workspace, ("unknown-key", "missing-key", "wrong-shape"))
