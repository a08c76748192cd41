"""A file cannot be read.

## Why it matters

What cannot be read cannot be checked. The other files are checked without it, and a flow that stands in it is missing
from the picture.

## Example

Brackets in brackets, a hundred deep, are not a protocol:

```yaml bad
sharecheck: protocol/1
id: deep
flows:
  [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
  [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[  # <-
  ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
  ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
```

```yaml good
sharecheck: protocol/1
id: shallow
flows: []
```

## What to do

Check that the path is right, that the file is text in UTF-8, and that it is a protocol and not something else.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.problems import problems
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("DOC01", Severity.ERROR)
def file_that_cannot_be_read(workspace: Workspace) -> Iterator[Finding]:
    """Files that are not there, not text, too large or too deep."""
    return problems(workspace, ("unreadable", "not-text", "too-large", "too-deep"))
