"""A protocol follows a framework of a nation that none of its parties belongs to.

## Why it matters

The Accord is of Wales, the universal templates are of England; each speaks of the bodies, the roles and the schemes of
its nation. A health visitor in Herefordshire who looks for the Designated Person of an Accord that nobody here has
signed finds nobody, and does not send.

## Example

```yaml bad
sharecheck: protocol/1
id: example
framework: waspi-isp  # <-
parties:
  - {id: midwives, service: midwifery, nation: england}
  - {id: health-visitors, service: health-visiting, nation: england}
flows: []
```

```yaml good
sharecheck: protocol/1
id: example
framework: nhs-universal-dsa
parties:
  - {id: midwives, service: midwifery, nation: england}
  - {id: health-visitors, service: health-visiting, nation: england}
flows: []
```

Over the border, one of the two is enough:

```yaml good
sharecheck: protocol/1
id: example
framework: waspi-isp
parties:
  - {id: midwives, service: midwifery, nation: england}
  - {id: health-visitors, service: health-visiting, nation: wales}
flows:
  - {id: discharge, from: midwives, to: health-visitors, items: [feeding-status]}
```

Where the nation of a party is not stated, nothing is said.

## What to do

Follow a framework of the nation, or say that it is a text of your own: `framework: local`. Both frameworks are
voluntary.
"""

from collections.abc import Iterator, Mapping

from sharecheck.finding import Finding, Severity, here
from sharecheck.model.base import Nation
from sharecheck.network.build import PARENT
from sharecheck.rule import rule
from sharecheck.workspace import Protocol, Workspace

OF: Mapping[str, Nation] = {
    "waspi-isp": "wales",
    "waspi-dda": "wales",
    "waspi-jca": "wales",
    "nhs-universal-dsa": "england",
}
"""The nation of each framework."""


@rule("XAR03", Severity.WARNING, sources=("waspi-accord-5", "nhse-ig-templates"), alone=False)
def framework_of_other_nation(workspace: Workspace) -> Iterator[Finding]:
    """Frameworks of Wales where all parties are of England, and the other way round."""
    for protocol in workspace.protocols():
        nation = OF.get(protocol.shape.framework or "")
        nations = _nations(protocol) if nation else set()
        if nation and nations and None not in nations and nation not in nations:
            yield Finding(
                locations=here(protocol.place / "framework"),
                message=f"`{protocol.shape.framework}` is a framework of {nation.title()}, and no party of "
                f"`{protocol.id}` is "
                "there",
                consequence="whoever looks for a role or a form of the framework finds none here, and does not send",
                help="follow a framework of the nation, or say that the text is your own: `framework: local`",
                about=(protocol.id, "framework"),
            )


def _nations(protocol: Protocol) -> set[Nation | None]:
    """The nations of the parties that take part, or of those that are declared; None for one that is not stated."""
    area = protocol.area
    known = area.shape.nation if area.shape else None
    taking_part = [party for flow in protocol.all_flows for party in (*flow.senders, *flow.recipients)]
    parties = taking_part or list(protocol.shape.parties or ())
    return {party.nation or known for party in parties if party.id != PARENT}
