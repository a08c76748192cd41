"""A pathway extends itself.

## Why it matters

A local pathway borrows from the nation's what it does not say itself. Where it only borrows from itself, the nation's
events and needs are not there at all: no gap in them can be found, and the area looks as if nothing were lost.

## Example

```yaml bad
sharecheck: pathway/1
id: town
nation: england
extends: county  # <-
---
sharecheck: pathway/1
id: county
nation: england
extends: town
```

```yaml good
sharecheck: pathway/1
id: town
nation: england
extends: county
---
sharecheck: pathway/1
id: county
nation: england
extends: england
```

A local pathway needs a name of its own:

```yaml bad
sharecheck: pathway/1
id: england
nation: england
extends: england  # <-
```

## What to do

Let the widest of them extend the nation's, `extends: england` or `extends: wales`, and the others that one.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity, here, related
from sharecheck.model.pathway import Pathway
from sharecheck.rule import rule
from sharecheck.standards import PATHWAYS
from sharecheck.workspace import Workspace


@rule("STR10", Severity.ERROR, sources=("si-2013-351-5a", "hcwp-2024"), alone=False)
def pathway_that_extends_itself(workspace: Workspace) -> Iterator[Finding]:
    """Circles of `extends`, each told once."""
    homes = {local.id: document for document, local in workspace.of_kind(Pathway)}
    reported: set[str] = set()
    for id, document in homes.items():
        line = workspace.line(id)
        if line[-1].extends != id or id in reported:
            continue
        names = tuple(pathway.id for pathway in line)
        reported.update(names)
        yield Finding(
            locations=(
                *here(document.place / "extends"),
                *(related(homes[name].place / "extends", f"`{name}` extends it in turn") for name in names[1:]),
            ),
            message=f"`{id}` extends itself" + (f", by way of {words.listed(names[1:])}" if names[1:] else ""),
            consequence="the events and needs of the nation's pathway are not looked at, and no gap in them is found",
            help=f"give it another name, such as `id: my-{id}`: `{id}` is the shipped one"
            if id in PATHWAYS
            else f"let one of them extend the nation's: `extends: {line[-1].nation}`",
            about=("extends", *sorted(names)),
        )
