"""Joint controllers have no arrangement between them.

## Why it matters

Two services run one record together. A father asks to see what it says about him, and each of them believes that the
other answers. Who decides together has to agree who does what, and families may turn to either of them.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - id: maternity
    service: midwifery
    controller: joint-controller  # <-
  - {id: health-visiting, service: health-visiting, controller: joint-controller}  # <-
---
sharecheck: protocol/1
id: handover
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery, controller: joint-controller}
  - {id: health-visiting, service: health-visiting, controller: joint-controller}
---
sharecheck: protocol/1
id: handover
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
governance:
  joint-controllers: "JCA-07, signed by both: the trust answers requests, each informs its own families"
```

An agreement that says that there is none names none:

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - id: maternity
    service: midwifery
    controller: joint-controller  # <-
  - {id: health-visiting, service: health-visiting, controller: controller}
---
sharecheck: protocol/1
id: handover
flows:
  - {id: discharge, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [feeding-status]}
governance:
  joint-controllers: "none: each party decides for itself"
```

Where not all protocols are here, the arrangement may stand in another one. That of the next area stands there:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: maternity, service: midwifery, controller: joint-controller}
  - {id: health-visiting, service: health-visiting, controller: joint-controller}
---
sharecheck: area/1
id: southshire
nation: england
protocols: complete
parties:
  - {id: south-maternity, service: midwifery, controller: controller}
  - {id: next-health-visiting, service: health-visiting, controller: joint-controller, elsewhere: true}
```

## What to do

Write down who informs families, who answers their requests and who reports a breach, and name it: `joint-controllers:
JCA-07` under `governance`. Parties that each decide for themselves say `controller: controller`.
"""

import re
from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of, verb
from sharecheck.rule import rule
from sharecheck.workspace import Area, Protocol, Workspace


@rule("GOV06", Severity.WARNING, sources=("ukgdpr-26", "ico-accountability-framework"), alone=False)
def joint_controllers_without_arrangement(workspace: Workspace) -> Iterator[Finding]:
    """Areas with joint controllers, none of whose protocols names an arrangement between them."""
    for area in workspace.areas:
        here = [party for party in area.declared if not party.shape.elsewhere]
        joint = [party for party in here if party.shape.controller == "joint-controller"]
        if not joint or not _all_here(area) or any(_arrangement(protocol) for protocol in area.current):
            continue
        yield from each_of(
            ((party.shape.id, party.place / "controller") for party in joint),
            _message,
            "a parent who asks to see the record is sent from one to the other",
            "agree who does what, and name it under `governance`: `joint-controllers: JCA-07`",
            about=(area.id, "joint-controllers"),
        )


def _message(names: tuple[str, ...]) -> str:
    are = verb(names, "is a joint controller", "are joint controllers")
    return f"{words.listed(names)} {are}, and no protocol names the arrangement"


def _arrangement(protocol: Protocol) -> bool:
    """Whether a protocol names an arrangement, and does not say that there is none."""
    arrangement = protocol.governance.joint_controllers
    return bool(arrangement) and not _NONE.match(arrangement or "")


_NONE = re.compile(r"none\s*([:;,.]|$)", re.IGNORECASE)


def _all_here(area: Area) -> bool:
    """Whether an arrangement, if there is one, would be named in what is here."""
    return area.complete or (area.shape is None and all(protocol.agreement for protocol in area.current))
