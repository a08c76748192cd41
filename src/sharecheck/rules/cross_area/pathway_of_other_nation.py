"""An area follows the pathway of a nation in which it does not lie.

## Why it matters

England has five reviews and Wales nine contacts, at other ages and counted by others. Measured against the wrong ones,
a Welsh area seems to lose what it never has to give, and what it really loses is not looked for.

## Example

```yaml bad
sharecheck: area/1
id: ceredale
nation: wales
pathway: england  # <-
protocols: partial
parties: [{id: health-visiting, service: health-visiting}]
```

```yaml good
sharecheck: area/1
id: ceredale
nation: wales
pathway: wales
protocols: partial
parties: [{id: health-visiting, service: health-visiting}]
```

A local pathway is of the nation that it says:

```yaml bad
sharecheck: area/1
id: ceredale
nation: wales
pathway: dale  # <-
protocols: partial
parties: [{id: health-visiting, service: health-visiting}]
---
sharecheck: pathway/1
id: dale
nation: england
extends: england
```

## What to do

Name the pathway of the nation, or leave `pathway` out, which means the same: `pathway: wales`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("XAR07", Severity.ERROR, sources=("hcwp-2016", "si-2013-351-5a"), alone=False)
def pathway_of_other_nation(workspace: Workspace) -> Iterator[Finding]:
    """Areas whose pathway is of another nation than they are."""
    for area in workspace.areas:
        if area.shape and area.document and area.shape.pathway and area.pathway.nation != area.nation:
            yield Finding(
                locations=here(area.document.place / "pathway"),
                message=f"`{area.id}` lies in {area.nation.title()} and follows `{area.shape.pathway}`, a pathway of "
                f"{area.pathway.nation.title()}",
                consequence="what is asked for is what another nation asks for, and what children here lose is not "
                "looked for",
                help=f"follow the pathway of the nation: `pathway: {area.nation}`",
                about=(area.id, "pathway"),
            )
