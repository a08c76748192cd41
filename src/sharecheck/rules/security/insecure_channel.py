"""Health data, or other special category data, travels by a channel that is not fit for it.

## Why it matters

A screening result in an unprotected e-mail can be read by whoever gets hold of it, and a fax lies in the tray of a
machine that was moved last year. What is at the wrong desk is also not at the right one.

## Example

```yaml bad
flows:
  - id: hearing-result
    from: newborn-hearing
    to: health-visiting
    when: {event: newborn-hearing-screen}
    within: P2D
    channel: plain-email
    items: [newborn-hearing]  # <-
```

```yaml good
flows:
  - id: hearing-result
    from: newborn-hearing
    to: health-visiting
    when: {event: newborn-hearing-screen}
    within: P2D
    channel: secure-email
    items: [newborn-hearing]
```

The second route counts as well:

```yaml bad
flows:
  - id: hearing-result
    from: newborn-hearing
    to: health-visiting
    when: {event: newborn-hearing-screen}
    within: P2D
    channel: system-message
    fallback:
      channel: fax
    items: [newborn-hearing]  # <-
```

This rule is silent about items that are not special category data, about what parents send, and about what they carry
with them, such as the red book: that it may not arrive is what `FID01` is about.

```yaml good
flows:
  - id: change-of-setting
    from: nursery
    to: health-visiting
    when: {on: change}
    within: P5D
    channel: plain-email
    items: [setting-attended]
  - id: allergies
    from: parent
    to: nursery
    when: {event: nursery-start}
    within: P1D
    channel: plain-email
    items: [allergies-and-conditions]
  - id: weight
    from: health-visiting
    to: general-practice
    when: {event: six-to-eight-week-review}
    within: P14D
    channel: parent-held-record
    items: [growth]
```

## How much it weighs

An error between services. A warning where it goes to nobody but a parent: some parents ask for a text message,
knowing what it is. And a warning where what was read of a channel was said of the other nation alone: that fax is out
of use was said for the NHS in England; that it is not fit in Wales either is our own judgement.

## What to do

Use a channel of the catalogue that is `secure`: `channel: system-message`, `secure-email` or `secure-portal`. A channel
of your own can be described in a `catalogue/1` file.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity, related
from sharecheck.finding.members import each_of
from sharecheck.rule import rule
from sharecheck.workspace import Workspace
from sharecheck.workspace.evidence import sourced_in


@rule("SEC01", Severity.ERROR, sources=("ico-data-sharing-code", "dhsc-fax-2018"))
def insecure_channel(workspace: Workspace) -> Iterator[Finding]:
    """Special category data on channels that are not secure; less grave where only the parent receives it."""
    for flow in workspace.by(workspace.channels(lambda channel: not channel.secure and not channel.carried_by_parent)):
        special = flow.special
        if not special or flow.by_parent:
            continue
        for channel, place in flow.routes:
            if not channel.secure and not channel.carried_by_parent:
                yield from each_of(
                    ((carried.id, carried.place) for carried in special),
                    partial(_message, flow.id, channel.id),
                    "what is read by strangers is a harm of its own, and parents who hear of it say less next time",
                    "use a channel that is secure, for example `channel: secure-email`",
                    severity=None if flow.between_services and sourced_in(channel, flow.nations) else Severity.WARNING,
                    elsewhere=(related(place, "not fit for it"),),
                    about=(flow.id, channel.id),
                )


def _message(flow: str, channel: str, special: tuple[str, ...]) -> str:
    sent = f"`{flow}` sends special category data, {words.listed(special)}, by `{channel}`"
    return f"{sent}, which is not fit for it"
