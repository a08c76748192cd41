"""Whether knowledge arrives cannot be told, because not all protocols are here.

## Why it matters

What is not written in these files may be written elsewhere, or done without being written. Nothing is said to be
lost; but nobody can show from these files that it arrives either.

## Example

```yaml bad
sharecheck: area/1
id: northshire  # <-
nation: england
pathway: small
protocols: partial
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
```

```yaml good
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]
```

## What to do

Bring the other protocols of the area together, and say `protocols: complete` when they are all here.
"""

from collections.abc import Iterator

from sharecheck.explain import why_unknown
from sharecheck.finding import Finding, Severity, here
from sharecheck.model import Pathway
from sharecheck.rule import rule
from sharecheck.workspace import Area, Workspace


@rule("GAP10", Severity.INFORMATION, sources=("qs37-1",), alone=False)
def unknown_knowledge(workspace: Workspace) -> Iterator[Finding]:
    """Areas with a partial list of protocols, in which needs cannot be judged."""
    for area in workspace.areas:
        unknown = area.coverage.unknown
        if unknown:
            document = area.document or area.protocols[0].document
            yield Finding(
                locations=here(document.place / "id"),
                message=f"{unknown} of {area.coverage.needs} needs at transitions cannot be judged: "
                f"{why_unknown(area, workspace.refused(Pathway))}",
                consequence="whether the next service has it in time is not known, neither way",
                help=_help(area, workspace),
                about=(area.id,),
            )


def _help(area: Area, workspace: Workspace) -> str:
    if not area.followed:
        return "mend the pathway first" if workspace.refused(Pathway) else "add its pathway to the files"
    if area.network.too_large:
        return "let one party stand for all that do the same: `{id: nurseries, service: early-years-setting}`"
    if area.refused:
        return "mend the files of which `DOC` rules speak"
    if area.shape is None:
        return "check it together with the other protocols of its area"
    return "add the other protocols, and say `protocols: complete` in the area's file when all are here"
