"""A provision is named that is not in the register of law.

## Why it matters

What is not in the register cannot be looked up: what it says, whom it binds, in which nation, and whether it is still
in force. A slip of the pen then looks like a power, until somebody needs it.

## Example

```yaml bad
basis: {article-6: 6(1)(e), powers: [ca2004-s10]}  # <-
flows: []
```

```yaml fixed
basis: {article-6: 6(1)(e), powers: [ca2004-10]}
flows: []
```

## What to do

Use the id of the register: `powers: [ca2004-10]`. What the register lacks can be named in words, in `purpose` or
`necessity`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.finding.rename import renamed
from sharecheck.law.grounds import grounds
from sharecheck.reading.phrases import did_you_mean
from sharecheck.rule import rule
from sharecheck.standards import law
from sharecheck.workspace import Workspace


@rule("LAW10", Severity.ERROR, sources=("ico-data-sharing-code",))
def unknown_provision(workspace: Workspace) -> Iterator[Finding]:
    """Names in `powers` that the register of law does not have."""
    for ground in grounds(workspace):
        for id, place in ground.powers:
            if id not in law():
                yield Finding(
                    locations=here(place),
                    message=f"`{id}` is not in the register of law",
                    consequence="nobody can look up whom it binds, or whether it is in force, until a child needs it",
                    help=did_you_mean(id, law(), "name it in words, in `purpose` or `necessity`"),
                    about=(*ground.whose, id),
                    fix=renamed(place.route, id, law()),
                )
