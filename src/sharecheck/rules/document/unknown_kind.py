"""A file does not say what it is.

## Why it matters

The first key says what a file is, so that a protocol is known among other files. Without it the file is passed over.

## Example

```yaml bad
sharecheck: protocoll/1  # <-
id: misspelt
flows: []
```

```yaml fixed
sharecheck: protocol/1
id: misspelt
flows: []
```

## What to do

Begin the file with one of `sharecheck: protocol/1`, `area/1`, `pathway/1`, `catalogue/1`, `journey/1`, `law/1` and
`sources/1`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.problems import problems
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("DOC03", Severity.ERROR)
def unknown_kind(workspace: Workspace) -> Iterator[Finding]:
    """Files whose first key does not say what they are."""
    return problems(workspace, ("unknown-kind", "not-a-document"))
