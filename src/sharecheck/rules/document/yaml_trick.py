"""A file uses something of YAML that hides what it says.

## Why it matters

An alias or a merge key says "the same as elsewhere", a tag asks a program to do something, a second document in one
file is easily overlooked. An agreement has to be readable where it stands.

## Example

```yaml bad
sharecheck: protocol/1
id: hidden
flows:
  - id: one
    from: maternity
    to: health-visiting
    items: &things [birth-details]  # <-
  - id: two
    from: maternity
    to: gps
    items: *things  # <-
```

```yaml fixed
sharecheck: protocol/1
id: hidden
flows:
  - id: one
    from: maternity
    to: health-visiting
    items: [birth-details]
  - id: two
    from: maternity
    to: gps
    items: [birth-details]
```

```yaml good
sharecheck: protocol/1
id: plain
flows:
  - id: one
    from: maternity
    to: [health-visiting, gps]
    items: [birth-details]
```

## What to do

Write it out. Several recipients can share one flow: `to: [health-visiting, gps]`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.problems import problems
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("DOC05", Severity.ERROR)
def yaml_trick(workspace: Workspace) -> Iterator[Finding]:
    """Aliases, tags, merge keys, several documents and keys that are not words."""
    return problems(workspace, ("alias", "tag", "merge-key", "several-documents", "non-string-key"))
