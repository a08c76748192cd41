"""A file has lost the line that says what it is.

## Why it matters

A protocol is known among other files by its line `sharecheck: protocol/1`. Without it the file is passed over: nothing
in it is checked, and what it promises for a child counts as promised by nobody.

## Example

```yaml bad
id: birth-notice  # <-
title: Notice of birth
flows:
  - {id: notice, from: maternity, to: health-visiting, when: {event: birth}, within: PT36H, items: [birth-details]}
```

```yaml fixed
sharecheck: protocol/1
id: birth-notice
title: Notice of birth
flows:
  - {id: notice, from: maternity, to: health-visiting, when: {event: birth}, within: PT36H, items: [birth-details]}
```

The key may be there, and misspelt:

```yaml bad
share-check: protocol/1  # <-
id: birth-notice
flows:
  - {id: notice, from: maternity, to: health-visiting, when: {event: birth}, within: PT36H, items: [birth-details]}
```

```yaml fixed
sharecheck: protocol/1
id: birth-notice
flows:
  - {id: notice, from: maternity, to: health-visiting, when: {event: birth}, within: PT36H, items: [birth-details]}
```

A file of something else has other keys, and nothing is said of it:

```yaml good
id: nightly-copy
title: Copies of the night
schedule: "0 3 * * *"
retries: 3
flows:
  - {id: orders, from: shop, to: warehouse, items: [order-lines]}
```

It speaks of a file in YAML with three of the keys of its kind or more, and one at most that is none of them; of a
protocol only if it has `flows` that lead from somebody to somebody. If more than the line is wrong, a protocol is
told all the same, and of an area, a pathway, a catalogue, a journey or a register nothing is said.

## What to do

Begin the file with the line, which `--fix` does. If the file is no protocol, leave it out: `exclude = ["name.yaml"]`
in `sharecheck.toml`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.problems import problems
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("DOC08", Severity.ERROR)
def lost_first_line(workspace: Workspace) -> Iterator[Finding]:
    """Files that look like documents of ours and do not say so."""
    return problems(workspace, ("lost-kind",))
