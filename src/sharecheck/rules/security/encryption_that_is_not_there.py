"""It is agreed that data is encrypted, and a flow goes by a channel that does not do that.

## Why it matters

The agreement says that all is encrypted, and so nobody looks. The list of children still goes out as it did ten years
ago. It will be found out on the day on which it goes to the wrong address, and then everything stops.

## Example

```yaml bad
flows:
  - id: who-attends
    from: nursery
    to: council
    when: {every: P1M}
    within: P5D
    channel: plain-email  # <-
    items: [identity, setting-attended]
governance:
  security: {encrypted-in-transit: true}
```

```yaml bad
flows:
  - id: who-attends
    from: nursery
    to: council
    when: {every: P1M}
    within: P5D
    channel: secure-portal
    items: [identity, setting-attended]
governance:
  security:
    encrypted-in-transit: true
    encrypted-at-rest: false  # <-
```

```yaml good
flows:
  - id: who-attends
    from: nursery
    to: council
    when: {every: P1M}
    within: P5D
    channel: secure-portal
    items: [identity, setting-attended]
governance:
  security: {encrypted-in-transit: true, encrypted-at-rest: true}
```

Paper and speech are not encrypted by anybody, and what a parent sends is the parent's own affair:

```yaml good
flows:
  - {id: letter, from: nursery, to: council, when: {on: change}, within: P5D, channel: letter, items: [identity]}
  - {id: mail, from: parent, to: nursery, when: {on: change}, within: P5D, channel: plain-email, items: [identity]}
governance:
  security: {encrypted-in-transit: true}
```

## What to do

Bring the two together: another channel for that flow, or another sentence in the agreement.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here, related
from sharecheck.rule import rule
from sharecheck.workspace import Workspace

ON_PAPER = frozenset({"paper", "verbal"})
"""Forms in which nothing can be encrypted."""
WHEN = {"encrypted-in-transit": "on its way", "encrypted-at-rest": "where it is kept"}


@rule("SEC05", Severity.WARNING, sources=("ico-data-sharing-code", "nhse-universal-ig-templates"))
def encryption_that_is_not_there(workspace: Workspace) -> Iterator[Finding]:
    """Electronic channels that are not secure under `encrypted-in-transit: true`, and `false` for either key."""
    exposed = workspace.channels(lambda channel: not channel.secure and channel.form not in ON_PAPER)
    for protocol in workspace.protocols():
        security = protocol.governance.security
        if security is None or not protocol.personal_flows:
            continue
        place = protocol.place / "governance" / "security"
        stated = {
            "encrypted-in-transit": security.encrypted_in_transit,
            "encrypted-at-rest": security.encrypted_at_rest,
        }
        for key, value in stated.items():
            if value is False:
                yield Finding(
                    locations=here(place / key),
                    message=f"`{protocol.id}` says that data is not encrypted {WHEN[key]}",
                    consequence="what is lost with one laptop or one e-mail tells strangers of every child on it",
                    help=f"encrypt it, and say so: `{key}: true`",
                    about=(protocol.id, key),
                )
        for flow in protocol.personal_flows if security.encrypted_in_transit else ():
            if (
                not (flow.shape.fallback or flow.shape.channel in exposed)
                or flow.by_parent
                or not flow.between_services
            ):
                continue
            for channel, where in flow.routes:
                if channel.id in exposed:
                    yield Finding(
                        locations=(*here(where), related(place / "encrypted-in-transit", "says that it is encrypted")),
                        message=f"`{protocol.id}` says that data is encrypted on its way, and `{flow.id}` goes by "
                        f"`{channel.id}`",
                        consequence="nobody looks, because it is agreed; it is found out when it has gone to the "
                        "wrong address",
                        help="use another channel, for example `channel: secure-email`, or change the sentence",
                        about=(flow.id, channel.id),
                    )
